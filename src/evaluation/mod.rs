//! Measures of a model on data it has not seen, each beside a baseline.

mod anomaly_score;
mod augmentation;
mod classifier;
mod classifier_training;
mod code_moments;
mod coverage;
mod denoising;
mod discriminator_accuracy;
mod distances;
mod divergence;
mod filters;
mod frechet;
mod generated_classes;
mod interpolation;
mod likelihood;
mod linear_map;
mod measures;
mod median;
mod memorization;
mod modes;
mod neighbours;
mod numbers;
mod pca;
mod plane;
mod precision_recall;
mod product;
mod reconstructed_molecules;
mod ridge_classifier;
mod roc;
mod solve;
mod sparseness;
mod symmetric;

pub use anomaly_score::anomaly_score;
pub use augmentation::{
    DrawComparison, LabelledPictures, compare_draws, few_labels_accuracy, has_classes_for,
};
pub use classifier::{CLASSES, Classified, Classifier, FEATURES, SURE};
pub use classifier_training::ClassifierTraining;
pub use code_moments::{CodeMoments, code_moments};
pub use coverage::coverage;
pub use divergence::{PlaneGrid, jensen_shannon, kullback_leibler};
pub use filters::Filter;
pub use frechet::{FeatureMoments, frechet_distance};
pub use generated_classes::{frechet_floor, generated_class_measures};
pub use interpolation::{bicubic, nearest};
pub use linear_map::{LinearMap, RidgeRegression};
pub use measures::{EvaluationInput, evaluate};
pub use memorization::memorization;
pub use modes::{ModeCoverage, mode_coverage};
pub use neighbours::{NEIGHBOUR_NUMBERS, Neighbours, nearest_neighbours};
pub use pca::PrincipalComponents;
pub use plane::{Ellipse, Plane};
pub use precision_recall::{PrecisionRecall, precision_recall};
pub use ridge_classifier::RidgeClassifier;
pub use roc::RocCurve;
pub use sparseness::sparseness;

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

impl Baseline {
    /// A baseline of that name.
    pub fn new(name: impl Into<String>, value: f64) -> Self {
        let name = name.into();
        Self { name, value }
    }
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
    /// On how many examples, where that is not the report's count.
    pub count: Option<usize>,
}

impl Measure {
    /// A value without anything beside it.
    pub fn new(name: &'static str, value: f64, unit: &'static str, better: Better) -> Self {
        Self {
            name,
            value,
            unit,
            better,
            baseline: None,
            others: Vec::new(),
            count: None,
        }
    }

    /// With what to compare it with.
    pub fn beside(self, baseline: Option<Baseline>) -> Self {
        Self { baseline, ..self }
    }
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
