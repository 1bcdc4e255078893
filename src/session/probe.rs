//! A linear probe (Alain and Bengio, arXiv 1610.01644): how well a linear classifier reads labels from codes, beside the same
//! classifier on pixels and on principal components.

use serde::Serialize;

use super::{Session, no_data};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::{PrincipalComponents, RidgeClassifier};
use crate::random::{Purpose, Random};

/// Labels to learn from at most, and unseen examples to read.
pub(crate) const MAX_LABELLED: usize = 2000;
const MAX_TEST: usize = 2000;

/// Accuracies in percent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ProbeReport {
    /// Examples whose label the classifier was told.
    pub labels: usize,
    /// Unseen examples that it was tested on.
    pub count: usize,
    /// From codes.
    pub codes: f64,
    /// From the examples themselves.
    pub pixels: f64,
    /// From as many principal components as the code has units; none where they cannot be afforded.
    pub components: Option<f64>,
    /// Of always saying the label that occurs most often.
    pub chance: f64,
}

impl Session {
    /// Tests a linear classifier that was told the labels of some training examples, as many of each label as can be,
    /// drawn by `seed`.
    ///
    /// # Errors
    /// Where the family has no encoder, there are not so many labels, or training or test data or their labels are missing.
    pub async fn probe(&mut self, labels: usize, seed: u32) -> Result<ProbeReport, Error> {
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        if training.labels().is_empty() || test.labels().is_empty() {
            return Err(Error::NoLabels {});
        }
        super::check_count("labels", labels, MAX_LABELLED.min(training.len()))?;
        let unseen = MAX_TEST.min(test.len());
        // Examples as they are gathered, as they are shown, and as a classifier centres them.
        let examples = (labels + unseen).saturating_mul(training.shape().features());
        self.check_call(examples.saturating_mul(3))?;
        if self.components.is_none() {
            self.components = PrincipalComponents::fit(training, self.settings.code).await?;
        }
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        let chosen = choose(training, labels, seed);
        let told: Vec<u8> = chosen
            .iter()
            .map(|&index| training.labels()[index])
            .collect();
        let count = MAX_TEST.min(test.len());
        let asked = &test.labels()[..count];
        let known = training.gather(chosen.into_iter());
        let unseen = test.gather(0..count);
        let accuracy = |known: &[f32], unseen: &[f32]| {
            let classifier = RidgeClassifier::fit(known, &told);
            let found = classifier.classify(unseen);
            let right = found.iter().zip(asked).filter(|(one, other)| one == other);
            100.0 * right.count() as f64 / count as f64
        };
        let codes = [
            self.encode(&self.fitting(known.clone())).await?,
            self.encode(&self.fitting(unseen.clone())).await?,
        ];
        let components = self.components.as_ref();
        let most = (0..=u8::MAX).map(|label| asked.iter().filter(|one| **one == label).count());
        Ok(ProbeReport {
            labels,
            count,
            codes: accuracy(&codes[0], &codes[1]),
            pixels: accuracy(&known, &unseen),
            components: components.map(|components| {
                accuracy(&components.project(&known), &components.project(&unseen))
            }),
            chance: 100.0 * most.max().unwrap_or(0) as f64 / count as f64,
        })
    }
}

/// Training examples in a random order, the labels in turn.
fn choose(training: &Dataset, count: usize, seed: u32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut random = Random::stream(seed, Purpose::Evaluation, 8);
    for index in (1..order.len()).rev() {
        order.swap(index, random.below(index + 1));
    }
    let mut seen = [0usize; crate::dataset::MAX_LABELS];
    let mut turns: Vec<(usize, usize)> = order
        .into_iter()
        .map(|index| {
            let turn = &mut seen[usize::from(training.labels()[index])];
            *turn += 1;
            (*turn, index)
        })
        .collect();
    // Stable: within a turn the order is still random.
    turns.sort_by_key(|(turn, _)| *turn);
    turns
        .into_iter()
        .map(|(_, index)| index)
        .take(count)
        .collect()
}
