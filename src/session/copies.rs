//! Whether what a model makes is a copy of what it learnt from: the nearest real examples, and how far they are.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use super::inference::check_input;
use super::{Session, check_count, no_data};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::{FEATURES, NEIGHBOUR_NUMBERS, Neighbours, nearest_neighbours};

/// Neighbours of one example at most.
const MOST_NEIGHBOURS: usize = 100;
/// Generated examples that are compared at most.
const MOST_SAMPLES: usize = 2000;
/// Real examples of either part that they are compared with at most.
const MOST_COMPARED: usize = 2500;
/// Of the histogram.
const BINS: usize = 40;
/// One in so many distances is beyond the last bin.
const BEYOND: usize = 100;

/// A part of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// What the model learns from.
    #[default]
    Training,
    /// What it has never seen.
    Test,
}

/// By what examples are near each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Likeness {
    /// Value by value.
    #[default]
    Pixels,
    /// What the classifier finds in pictures, of the first 2,500 of either part.
    Features,
}

/// How near generated examples are to training examples, beside as many unseen ones.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CopyReport {
    /// Steps trained.
    pub step: u64,
    /// Generated examples.
    pub count: usize,
    /// Real examples of either part that each was compared with.
    pub compared: usize,
    /// By what.
    pub by: Likeness,
    /// The distance of each to the nearest training example.
    pub training: Vec<f32>,
    /// The same to the nearest unseen one.
    pub unseen: Vec<f32>,
    /// How many are about as far.
    pub histogram: DistanceHistogram,
    /// The mean of the former over that of the latter: 0 for copies, about 1 for what is new.
    pub ratio: f64,
    /// Places of the generated ones, the one first that is nearest to training examples for its distance to unseen ones.
    pub order: Vec<usize>,
}

/// Distances in bins of one width from 0; what is beyond the last counts in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DistanceHistogram {
    /// Where the last bin ends.
    pub most: f32,
    /// To training examples, by bin.
    pub training: Vec<usize>,
    /// To unseen ones, by bin.
    pub unseen: Vec<usize>,
}

impl Session {
    /// The `count` nearest real examples, 1 to 100, to each of `[n * features]`, by Euclidean distance.
    ///
    /// # Errors
    /// Where the values are not whole examples, the part is not loaded, or features are wanted without a classifier or of data
    /// that it does not take.
    pub async fn nearest(
        &mut self,
        examples: &[f32],
        count: usize,
        among: Split,
        by: Likeness,
    ) -> Result<Neighbours, Error> {
        let features = self.model()?.shape.features();
        let rows = check_input("examples", examples, features)?;
        check_count("neighbours", count, MOST_NEIGHBOURS)?;
        // Of each neighbour, which it is and how far, while they are sought and as they are given.
        self.check_call(examples.len() + 6 * rows * count + NEIGHBOUR_NUMBERS)?;
        let examples = self.comparable(examples, by).await?;
        self.neighbours(&examples, count, usize::MAX, among, by)
            .await
    }

    /// How near `count` generated examples, 1 to 2,000, are to training examples, beside as many unseen ones (after Meehan,
    /// Chaudhuri, Dasgupta, arXiv 2004.05675): the nearest of more would be nearer by chance alone.
    ///
    /// # Errors
    /// As [`Session::nearest`] and [`Session::sample`].
    pub async fn copying(
        &mut self,
        count: usize,
        seed: u32,
        by: Likeness,
    ) -> Result<CopyReport, Error> {
        check_count("samples", count, MOST_SAMPLES)?;
        let [training, test] = [self.split(Split::Training)?, self.split(Split::Test)?];
        if test.is_empty() {
            return Err(Error::NoTestData {});
        }
        let compared = training.len().min(test.len()).min(MOST_COMPARED);
        self.check_call(count * training.shape().features() + NEIGHBOUR_NUMBERS)?;
        let samples = self.sample(count, seed, None).await?;
        let samples = self.comparable(&samples, by).await?;
        let mut nearest = Vec::new();
        for split in [Split::Training, Split::Test] {
            nearest.push(
                self.neighbours(&samples, 1, compared, split, by)
                    .await?
                    .distances,
            );
        }
        let (unseen, training) = (nearest.remove(1), nearest.remove(0));
        let ratios: Vec<f32> = training
            .iter()
            .zip(&unseen)
            .map(|(to, from)| to / from.max(f32::MIN_POSITIVE))
            .collect();
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|&one, &other| ratios[one].total_cmp(&ratios[other]));
        Ok(CopyReport {
            step: self.step(),
            count,
            compared,
            by,
            histogram: DistanceHistogram::new(&training, &unseen),
            ratio: ratio(&training, &unseen),
            order,
            training,
            unseen,
        })
    }

    /// Examples `[n * features]` as they are compared.
    async fn comparable<'a>(
        &mut self,
        examples: &'a [f32],
        by: Likeness,
    ) -> Result<Cow<'a, [f32]>, Error> {
        if by == Likeness::Pixels {
            return Ok(Cow::Borrowed(examples));
        }
        while self.fit_features().await? {}
        self.features_of(examples).await.map(Cow::Owned)
    }

    /// The nearest of the first `most` real examples to comparable ones.
    async fn neighbours(
        &self,
        rows: &[f32],
        count: usize,
        most: usize,
        among: Split,
        by: Likeness,
    ) -> Result<Neighbours, Error> {
        let data = self.split(among)?;
        if by == Likeness::Pixels {
            let part = |range| data.gather(range);
            let all = data.len().min(most);
            return nearest_neighbours(rows, all, data.shape().features(), count, &part).await;
        }
        let known = &self.known_features()?[among as usize];
        let part =
            |range: Range<usize>| known[range.start * FEATURES..range.end * FEATURES].to_vec();
        let all = (known.len() / FEATURES).min(most);
        nearest_neighbours(rows, all, FEATURES, count, &part).await
    }

    pub(super) fn split(&self, split: Split) -> Result<&Dataset, Error> {
        match split {
            Split::Training => self.training.as_ref().ok_or_else(no_data),
            Split::Test => self.test.as_ref().ok_or(Error::NoTestData {}),
        }
    }
}

/// Of their means; 1 where all is the same, and no distance tells.
fn ratio(training: &[f32], unseen: &[f32]) -> f64 {
    let sum = |distances: &[f32]| distances.iter().map(|&one| f64::from(one)).sum::<f64>();
    match sum(unseen) {
        0.0 => 1.0,
        unseen => sum(training) / unseen,
    }
}

impl DistanceHistogram {
    fn new(training: &[f32], unseen: &[f32]) -> Self {
        let mut all = [training, unseen].concat();
        all.sort_by(f32::total_cmp);
        // A few far out would press all others into the first bins.
        let most = all[all.len() - 1 - all.len() / BEYOND].max(f32::MIN_POSITIVE);
        let [training, unseen] = [training, unseen].map(|distances| {
            let mut counts = vec![0; BINS];
            for distance in distances {
                counts[((distance / most * BINS as f32) as usize).min(BINS - 1)] += 1;
            }
            counts
        });
        Self {
            most,
            training,
            unseen,
        }
    }
}
