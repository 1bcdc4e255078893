//! Filters of signals that mend without having learnt, but for the width of their window and the noise they reckon with, which
//! are the best ones for the training part.

use super::numbers::squared_distance;
use crate::dataset::{Corruption, Dataset};
use crate::random::{Purpose, Random};

/// Training signals by which the parameters are chosen.
const SIGNALS: usize = 200;
/// Index of the random stream of their corruption.
const STREAM: u64 = 9;
/// Values in a window, all odd.
const WINDOWS: [usize; 9] = [1, 3, 5, 7, 9, 13, 17, 25, 33];
/// Variances of the noise that a Wiener filter reckons with, in those of the corruption.
const NOISE_SHARES: [f32; 7] = [0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0];

/// A filter with its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Filter {
    /// The mean of a window.
    MovingAverage {
        /// Values in it.
        window: usize,
    },
    /// `m + max(v - n, 0) / max(v, n) (x - m)` with mean `m` and variance `v` of a window and the noise's variance `n` (Lim, Two-dimensional
    /// signal and image processing, 1990, section 9.2; as `scipy.signal.wiener`).
    Wiener {
        /// Values in the window.
        window: usize,
        /// Of the noise.
        variance: f32,
    },
}

impl Filter {
    /// As a measure has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::MovingAverage { .. } => "moving average",
            Self::Wiener { .. } => "Wiener filter",
        }
    }

    /// Signals of a length, one after the other, filtered; beyond its ends a signal goes on as it is there.
    pub fn apply(self, signals: &[f32], length: usize) -> Vec<f32> {
        let signals = signals.chunks_exact(length);
        signals.flat_map(|signal| self.filter(signal)).collect()
    }

    fn filter(self, signal: &[f32]) -> Vec<f32> {
        let (Self::MovingAverage { window } | Self::Wiener { window, .. }) = self;
        let (reach, last) = (window / 2, signal.len() - 1);
        let places = 0..signal.len();
        places
            .map(|at| {
                let place = |offset: usize| signal[(at + offset).saturating_sub(reach).min(last)];
                let values = || (0..window).map(place);
                let mean = values().sum::<f32>() / window as f32;
                match self {
                    Self::MovingAverage { .. } => mean,
                    Self::Wiener { variance, .. } => {
                        let squares = values().map(|value| (value - mean).powi(2));
                        let found = squares.sum::<f32>() / window as f32;
                        let share = (found - variance).max(0.0) / found.max(variance);
                        // Where nothing varies and no noise is reckoned with, the mean is the value.
                        mean + if share.is_finite() { share } else { 0.0 } * (signal[at] - mean)
                    }
                }
            })
            .collect()
    }

    /// The best moving average and the best Wiener filter for a corruption of these signals.
    pub fn best(training: &Dataset, corruption: Corruption) -> [Self; 2] {
        let length = training.shape().features();
        let clean = training.gather(0..SIGNALS.min(training.len()));
        let mut random = Random::stream(0, Purpose::Evaluation, STREAM);
        let corrupted = corruption.apply(clean.clone(), training.shape(), &mut random);
        let noise = (squared_distance(&corrupted, &clean) / clean.len() as f64) as f32;
        let error = |filter: &Self| squared_distance(&filter.apply(&corrupted, length), &clean);
        let best = |filters: Vec<Self>| {
            let errors = filters.into_iter().map(|filter| (error(&filter), filter));
            let best = errors.min_by(|one, other| one.0.total_cmp(&other.0));
            best.map_or(Self::MovingAverage { window: 1 }, |(_, filter)| filter)
        };
        let averages = WINDOWS.map(|window| Self::MovingAverage { window });
        let wiener = WINDOWS.iter().skip(1).flat_map(|&window| {
            NOISE_SHARES.map(|share| Self::Wiener {
                window,
                variance: share * noise,
            })
        });
        [best(averages.to_vec()), best(wiener.collect())]
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn a_moving_average_of_three_by_hand() {
        let found = Filter::MovingAverage { window: 3 }.apply(&[3.0, 0.0, 0.0, 6.0], 4);
        assert_eq!(found, [2.0, 1.0, 2.0, 4.0]);
    }

    /// `scipy.signal.wiener([0, 0, 3, 0, 0], 3, 0.5)` but at its ends: there scipy goes on with zeros, as this signal does.
    #[test]
    fn a_wiener_filter_of_three_by_hand() {
        let filter = Filter::Wiener {
            window: 3,
            variance: 0.5,
        };
        let found = filter.apply(&[0.0, 0.0, 3.0, 0.0, 0.0], 5);
        // Mean 1 and variance 2 in the middle three windows: 1 + 3/4 (x - 1).
        for (found, expected) in found.iter().zip([0.0, 0.25, 2.5, 0.25, 0.0]) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }
}
