//! How well the model's anomaly score tells examples of other labels from those it was trained on.

use serde::Serialize;

use super::{Session, no_data};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::{Baseline, Better, Measure, PrincipalComponents, RocCurve, anomaly_score};
use crate::model::Family;

/// Components of the baseline; on digits more do not help (see the figures).
const COMPONENTS: usize = 32;
/// Of the histogram.
const BINS: usize = 48;
/// One in so many scores is beyond the last bin.
const BEYOND: usize = 200;

/// The anomaly scores of all test examples, and what they tell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RocReport {
    /// Steps trained.
    pub step: u64,
    /// Of each test example, in their order.
    pub scores: Vec<f32>,
    /// Whether each has another label than those trained on.
    pub odd: Vec<bool>,
    /// The places of the test examples, that with the highest score first.
    pub order: Vec<usize>,
    /// How many normal and odd examples have about the same score.
    pub histogram: ScoreHistogram,
    /// The model's curve.
    pub curve: RocCurve,
    /// The score by the residual of principal components of the same training examples; none where they cannot be afforded.
    pub baseline: Option<RocBaseline>,
}

/// Scores in bins of one width; what is beyond the last counts in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreHistogram {
    /// Where the first bin begins.
    pub least: f32,
    /// Where the last bin ends.
    pub most: f32,
    /// Normal examples in each bin.
    pub normal: Vec<usize>,
    /// Odd examples in each bin.
    pub odd: Vec<usize>,
}

impl ScoreHistogram {
    /// Of scores in any order; `order` has their places, the highest first.
    fn new(scores: &[f32], odd: &[bool], order: &[usize]) -> Self {
        // A few far out would press all others into the first bins.
        let highest = order[order.len() / BEYOND];
        let (least, most) = (scores[order[order.len() - 1]], scores[highest]);
        let mut counts = [(); 2].map(|()| vec![0; BINS]);
        for (&score, &odd) in scores.iter().zip(odd) {
            let share = (score - least) / (most - least).max(f32::MIN_POSITIVE);
            let bin = ((share * BINS as f32) as usize).min(BINS - 1);
            counts[usize::from(odd)][bin] += 1;
        }
        let [normal, odd] = counts;
        Self {
            least,
            most,
            normal,
            odd,
        }
    }
}

/// A simpler way to score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RocBaseline {
    /// As `PCA-32`.
    pub name: String,
    /// Its curve.
    pub curve: RocCurve,
}

impl RocReport {
    /// The area below the curve, beside the baseline's.
    pub fn measure(&self) -> Measure {
        let baseline = self.baseline.as_ref();
        let baseline =
            baseline.map(|baseline| Baseline::new(baseline.name.clone(), baseline.curve.area));
        Measure::new("rocArea", self.curve.area, "", Better::Higher).beside(baseline)
    }
}

impl Session {
    /// Scores of the test examples, those with other labels than were trained on being the odd ones, and the curve of
    /// true and false positives.
    ///
    /// # Errors
    /// Where the family has no anomaly score, training or test data or their labels are missing, or not some of the test
    /// examples are odd and some are not.
    pub async fn roc(&mut self) -> Result<RocReport, Error> {
        if self.settings.family == Family::Adversarial {
            return Err(Error::NoEncoder {});
        }
        let training = self.training.as_ref().ok_or_else(no_data)?;
        if self.normal_components.is_none() {
            let components = PrincipalComponents::fit(training, COMPONENTS).await?;
            self.normal_components = Some(components);
        }
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        let normal = test.normal(training.description().only());
        let odd: Vec<bool> = normal
            .ok_or(Error::NothingOdd {})?
            .into_iter()
            .map(|normal| !normal)
            .collect();
        let scores = self.scores_of(test).await?;
        let curve = RocCurve::new(&scores, &odd).ok_or(Error::NothingOdd {})?;
        let components = self.normal_components.as_ref().and_then(Option::as_ref);
        let baseline = components.and_then(|components| {
            let residuals = components.residuals(test).into_iter().enumerate();
            let scores: Vec<f32> = residuals
                .map(|(index, error)| {
                    anomaly_score(error, &test.gather(index..index + 1), test.shape())
                })
                .collect();
            Some(RocBaseline {
                name: format!("PCA-{}", components.count()),
                curve: RocCurve::new(&scores, &odd)?,
            })
        });
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|&one, &other| scores[other].total_cmp(&scores[one]));
        Ok(RocReport {
            step: self.step,
            histogram: ScoreHistogram::new(&scores, &odd, &order),
            order,
            scores,
            odd,
            curve,
            baseline,
        })
    }

    async fn scores_of(&self, data: &Dataset) -> Result<Vec<f32>, Error> {
        let features = data.shape().features();
        let rows = (1 << 20) / features.max(1);
        let mut scores = Vec::with_capacity(data.len());
        for start in (0..data.len()).step_by(rows.max(1)) {
            let examples = data.gather(start..data.len().min(start + rows.max(1)));
            scores.extend(self.score(&examples).await?);
        }
        Ok(scores)
    }

    /// `count` test examples from `start`, `[count * features]`.
    ///
    /// # Errors
    /// Where there are not so many.
    pub fn test_examples(&self, start: usize, count: usize) -> Result<Vec<f32>, Error> {
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        self.examples_of(test, start, count)
    }
}
