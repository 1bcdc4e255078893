//! What a discriminator says of examples, taken together.

use serde::Serialize;

use super::Session;
use crate::error::Error;
use crate::model::Family;

/// Parts of the histogram.
const BINS: usize = 20;

/// A discriminator's verdicts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdicts {
    /// The probability of being real of each example, 0 to 1.
    pub scores: Vec<f32>,
    /// Their mean.
    pub mean_score: f64,
    /// The share of those over one half, 0 to 1.
    pub taken_for_real: f64,
    /// How many are in each twentieth of 0..1.
    pub histogram: Vec<usize>,
}

impl Session {
    /// What the discriminator says of examples `[n * features]`.
    ///
    /// # Errors
    /// Where the family has no discriminator, or the values are not whole examples.
    pub async fn discriminate(&self, examples: &[f32]) -> Result<Verdicts, Error> {
        if self.settings.family != Family::Adversarial {
            return Err(Error::NoDiscriminator {});
        }
        let scores = self.score(examples).await?;
        let mut histogram = vec![0; BINS];
        for score in &scores {
            histogram[((score * BINS as f32) as usize).min(BINS - 1)] += 1;
        }
        let count = scores.len() as f64;
        let real = scores.iter().filter(|score| **score > 0.5).count();
        Ok(Verdicts {
            mean_score: scores.iter().map(|&score| f64::from(score)).sum::<f64>() / count,
            taken_for_real: real as f64 / count,
            histogram,
            scores,
        })
    }
}
