//! How well a model serves each label: what it rebuilds worst, or takes for made though it is real.

use serde::Serialize;

use super::copies::Split;
use super::{Session, no_data};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::PrincipalComponents;
use crate::model::Family;

/// Test examples that are looked at, at most.
const MOST: usize = 2000;
/// Examples of each label that are named.
const WORST: usize = 12;

/// What is told of each label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LabelFigure {
    /// The mean squared error of reconstructions, per value; larger is worse.
    Error,
    /// The mean probability of being real that a discriminator gives, 0 to 1; smaller is worse.
    Score,
}

/// The figures of all labels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LabelReport {
    /// Steps trained.
    pub step: u64,
    /// Unseen examples that they were measured on.
    pub count: usize,
    /// What is told.
    pub figure: LabelFigure,
    /// Over all of them.
    pub mean: f64,
    /// By label, the one that is served worst first.
    pub labels: Vec<LabelFigures>,
}

/// Those of one label.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LabelFigures {
    /// Which.
    pub label: u8,
    /// Training examples that have it.
    pub training: usize,
    /// Unseen examples that have it.
    pub count: usize,
    /// The mean of their figures.
    pub value: f64,
    /// The error of as many principal components as a code has units; none where nothing is rebuilt or they cannot be afforded.
    pub components: Option<f64>,
    /// Of a discriminator, the share that it takes for made, 0 to 1.
    pub refused: Option<f64>,
    /// Places of test examples, the worst first.
    pub worst: Vec<usize>,
}

impl Session {
    /// The figures of each label, on the first 2,000 test examples.
    ///
    /// # Errors
    /// Where training or test data are missing, or have no labels.
    pub async fn label_report(&mut self) -> Result<LabelReport, Error> {
        let training = self.split(Split::Training)?;
        let test = self.split(Split::Test)?;
        if training.labels().is_empty() || test.labels().is_empty() {
            return Err(Error::NoLabels {});
        }
        let discriminates = self.settings.family == Family::Adversarial;
        let rebuilds_whole = !discriminates && self.settings.corruption.is_none();
        if rebuilds_whole && self.components.is_none() {
            let components = PrincipalComponents::fit(training, self.settings.code).await?;
            self.components = components;
        }
        let (training, test) = (self.split(Split::Training)?, self.split(Split::Test)?);
        let count = test.len().min(MOST);
        let figures = self.label_figures(test, count).await?;
        let residuals = match (&self.components, rebuilds_whole) {
            (Some(components), true) => Some(components.residuals(test)),
            _ => None,
        };
        // Worse is larger of errors, and smaller of what a discriminator says of real ones.
        let badness = |figure: f64| if discriminates { -figure } else { figure };
        let of = |label: u8| {
            let has = |labels: &[u8], place: &usize| labels[*place] == label;
            let mut places: Vec<usize> = (0..count).filter(|at| has(test.labels(), at)).collect();
            let mean = |figure: &dyn Fn(usize) -> f64| {
                places.iter().map(|&place| figure(place)).sum::<f64>() / places.len() as f64
            };
            let value = mean(&|place| f64::from(figures[place]));
            let components = residuals
                .as_ref()
                .map(|residuals| mean(&|place| f64::from(residuals[place])));
            let refused =
                discriminates.then(|| mean(&|place| f64::from(u8::from(figures[place] <= 0.5))));
            let bad = |place: usize| badness(f64::from(figures[place]));
            places.sort_by(|&one, &other| bad(other).total_cmp(&bad(one)));
            LabelFigures {
                label,
                training: (0..training.len())
                    .filter(|at| has(training.labels(), at))
                    .count(),
                count: places.len(),
                value,
                components,
                refused,
                worst: places.into_iter().take(WORST).collect(),
            }
        };
        let all = (0..=u8::MAX).filter(|label| test.labels()[..count].contains(label));
        let mut labels: Vec<_> = all.map(of).collect();
        labels.sort_by(|one, other| badness(other.value).total_cmp(&badness(one.value)));
        let sum: f64 = figures.iter().map(|&figure| f64::from(figure)).sum();
        Ok(LabelReport {
            step: self.step,
            count,
            figure: match discriminates {
                true => LabelFigure::Score,
                false => LabelFigure::Error,
            },
            mean: sum / count as f64,
            labels,
        })
    }

    /// What is told of the first `count` examples, a part at a time, so that memory suffices.
    async fn label_figures(&self, test: &Dataset, count: usize) -> Result<Vec<f32>, Error> {
        let rows = ((1 << 20) / test.shape().features()).max(1);
        let mut figures = Vec::with_capacity(count);
        for start in (0..count).step_by(rows) {
            let examples = test.gather(start..count.min(start + rows));
            figures.extend(match self.settings.family {
                Family::Adversarial => self.score(&examples).await?,
                _ => self.errors_of(&examples, start as u32).await?,
            });
        }
        Ok(figures)
    }

    /// The mean squared error of each reconstruction, per value, of what is corrupted as the settings say.
    async fn errors_of(&self, examples: &[f32], seed: u32) -> Result<Vec<f32>, Error> {
        let features = self.shape().ok_or_else(no_data)?.features();
        let shown = self.corrupt(examples, seed)?;
        let rebuilt = self.reconstruct(&shown, None).await?;
        let pairs = rebuilt
            .chunks_exact(features)
            .zip(examples.chunks_exact(features));
        let errors = pairs.map(|(rebuilt, example)| {
            let squares = rebuilt
                .iter()
                .zip(example)
                .map(|(one, other)| (one - other).powi(2));
            squares.sum::<f32>() / features as f32
        });
        Ok(errors.collect())
    }
}
