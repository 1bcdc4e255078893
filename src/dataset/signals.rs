//! Signals made from a seed: waves whose form is known, so that what is mended can be told from what was there.

use std::f32::consts::TAU;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::random::{Purpose, Random};
use crate::settings::Given;
use crate::settings::field::SIGNAL_LENGTH;

/// Signals made to train on.
pub const TRAINING_SIGNALS: usize = 8_000;
/// Other signals, made to test on.
pub const TEST_SIGNALS: usize = 2_000;

/// What signals look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SignalShape {
    /// A sine whose frequency rises or falls steadily, louder in one place.
    Chirps,
    /// Two to five steps up and down again, each of another width and height.
    Pulses,
    /// A beat that comes again and again, as in an electrocardiogram: a small wave, a sharp peak, a broad wave.
    Beats,
    /// Each of the three with the same probability.
    Mixed,
}

/// A distribution of signals; their values lie in about -1..1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignalSettings {
    /// What they look like.
    pub shape: SignalShape,
    /// Values in each: 16 to 1,024, a multiple of 16.
    pub length: usize,
}

impl SignalSettings {
    /// As long as suits a shape.
    pub fn usual(shape: SignalShape) -> Self {
        let length = SIGNAL_LENGTH.default.unwrap_or_default() as usize;
        Self { shape, length }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        SIGNAL_LENGTH.check(self.length as f64)?;
        if self.length.is_multiple_of(16) {
            return Ok(());
        }
        Err(Error::SettingUnsuited {
            setting: SIGNAL_LENGTH.name,
            value: Given::Number(self.length as f64).written(),
            expected: "a multiple of 16",
        })
    }

    /// Values `[count * length]` and the label of each signal: 0 for chirps, 1 for pulses, 2 for beats.
    pub(super) fn sample(&self, seed: u32, part: u64, count: usize) -> (Vec<f32>, Vec<u8>) {
        let mut random = Random::stream(seed, Purpose::Signals, part);
        let mut values = Vec::with_capacity(count * self.length);
        let mut labels = Vec::with_capacity(count);
        for _ in 0..count {
            let label = match self.shape {
                SignalShape::Chirps => 0,
                SignalShape::Pulses => 1,
                SignalShape::Beats => 2,
                SignalShape::Mixed => random.below(3) as u8,
            };
            let start = values.len();
            values.resize(start + self.length, 0.0);
            let signal = &mut values[start..];
            match label {
                0 => chirp(signal, &mut random),
                1 => pulses(signal, &mut random),
                _ => beats(signal, &mut random),
            }
            labels.push(label);
        }
        (values, labels)
    }
}

/// A uniform number from `least` to `most`.
fn between(random: &mut Random, least: f32, most: f32) -> f32 {
    least + (most - least) * random.uniform()
}

/// `a e^(-(t-c)²/2w²) sin(2π (f t + (g - f) t²/2) + φ)` for `t` from 0 to 1.
fn chirp(signal: &mut [f32], random: &mut Random) {
    let amplitude = between(random, 0.5, 1.0);
    let (first, last) = (between(random, 2.0, 14.0), between(random, 2.0, 14.0));
    let phase = TAU * random.uniform();
    let (centre, width) = (between(random, 0.3, 0.7), between(random, 0.2, 0.5));
    for_each_time(signal, |time| {
        let turns = first * time + 0.5 * (last - first) * time * time;
        amplitude * bump(time, centre, width) * (TAU * turns + phase).sin()
    });
}

/// Steps, each with edges about a hundredth of the signal long.
fn pulses(signal: &mut [f32], random: &mut Random) {
    const EDGE: f32 = 0.008;
    let steps: Vec<[f32; 3]> = (0..2 + random.below(4))
        .map(|_| {
            let height = between(random, 0.3, 1.0) * if random.below(2) == 0 { 1.0 } else { -1.0 };
            let (start, width) = (between(random, 0.0, 0.85), between(random, 0.04, 0.2));
            [start, start + width, height]
        })
        .collect();
    let edge = |time: f32, at: f32| 1.0 / (1.0 + (-(time - at) / EDGE).exp());
    for_each_time(signal, |time| {
        let heights = steps.iter();
        let sum: f32 = heights
            .map(|[start, end, height]| height * (edge(time, *start) - edge(time, *end)))
            .sum();
        sum.clamp(-1.0, 1.0)
    });
}

/// Three to six beats at a steady pace, each a sum of five bumps as in the model of McSharry et al. (2003).
fn beats(signal: &mut [f32], random: &mut Random) {
    let period = 1.0 / between(random, 3.0, 6.0);
    let phase = random.uniform();
    // Where in a beat, how high, how wide: P, Q, R, S and T.
    let waves = [
        [0.20, between(random, 0.08, 0.2), 0.035],
        [0.345, -between(random, 0.05, 0.2), 0.012],
        [0.375, between(random, 0.7, 1.0), 0.016],
        [0.41, -between(random, 0.1, 0.3), 0.013],
        [0.62, between(random, 0.15, 0.4), 0.055],
    ];
    for_each_time(signal, |time| {
        let within = (time / period + phase).fract();
        waves
            .iter()
            .map(|[at, height, width]| height * bump(within, *at, *width))
            .sum()
    });
}

fn bump(at: f32, centre: f32, width: f32) -> f32 {
    let distance = (at - centre) / width;
    (-0.5 * distance * distance).exp()
}

fn for_each_time(signal: &mut [f32], value: impl Fn(f32) -> f32) {
    let length = signal.len() as f32;
    for (index, place) in signal.iter_mut().enumerate() {
        *place = value(index as f32 / length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signals_follow_from_the_seed_and_stay_in_range() {
        for shape in [SignalShape::Chirps, SignalShape::Pulses, SignalShape::Beats] {
            let settings = SignalSettings::usual(shape);
            let (values, labels) = settings.sample(3, 0, 50);
            assert_eq!((values.len(), labels.len()), (50 * 256, 50));
            assert_eq!(values, settings.sample(3, 0, 50).0);
            assert_ne!(
                values,
                settings.sample(3, 1, 50).0,
                "the test part is another"
            );
            assert!(values.iter().all(|value| value.abs() <= 1.5), "{shape:?}");
            let mean = values.iter().sum::<f32>() / values.len() as f32;
            let variance = values
                .iter()
                .map(|value| (value - mean).powi(2))
                .sum::<f32>();
            assert!(variance / values.len() as f32 > 0.01, "{shape:?} moves");
        }
        let (_, labels) = SignalSettings::usual(SignalShape::Mixed).sample(3, 0, 300);
        for label in 0..3 {
            assert!(labels.iter().filter(|&&one| one == label).count() > 60);
        }
    }
}
