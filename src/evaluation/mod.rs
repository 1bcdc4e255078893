//! Measures of a model on data it has not seen, each beside a baseline.

mod coverage;
mod denoising;
mod linear_map;
mod measures;
mod median;
mod modes;
mod numbers;
mod pca;
mod product;
mod roc;
mod solve;

pub use coverage::coverage;
pub use linear_map::{LinearMap, RidgeRegression};
pub use measures::{EvaluationInput, evaluate};
pub use modes::{ModeCoverage, mode_coverage};
pub use pca::PrincipalComponents;
pub use roc::RocCurve;

use serde::Serialize;

/// The direction in which a measure improves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// Smaller is better.
    Lower,
    /// Larger is better.
    Higher,
}

/// The same measure of a simple model or of real data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Baseline {
    /// What was measured, as `PCA-32`.
    pub name: String,
    /// In the unit of the measure it stands beside.
    pub value: f64,
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// As `meanSquaredError`.
    pub name: &'static str,
    /// The value.
    pub value: f64,
    /// As `nats`; empty for a plain number.
    pub unit: &'static str,
    /// Which way is better.
    pub better: Better,
    /// What to compare it with, the hardest to beat.
    pub baseline: Option<Baseline>,
    /// More of them.
    pub others: Vec<Baseline>,
}

/// The measures of a model at one moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Steps trained.
    pub step: u64,
    /// Test examples (or samples, where samples are measured) measured on.
    pub count: usize,
    /// The measures.
    pub measures: Vec<Measure>,
}
