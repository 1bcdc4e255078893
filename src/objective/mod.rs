//! What a family minimises: how a prediction is compared with its target, and how much of a batch's loss each
//! example bears.

mod adversarial;
mod reconstruction;

pub use adversarial::{verdict, verdict_loss};
pub use reconstruction::{Likelihood, reconstruction_loss};

use serde::{Deserialize, Serialize};

use crate::dataset::DataKind;
use crate::model::Family;

/// What a family minimises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// Reconstruction: each value a coin with the predicted probability; for values in 0..1.
    BinaryCrossEntropy,
    /// Reconstruction: the squared distance.
    MeanSquaredError,
    /// Competition: the generator maximises log D(made).
    NonSaturating,
    /// Competition: squared distance of the verdict from 1 (real) and 0 (made).
    LeastSquares,
}

impl Objective {
    /// Whether a family can minimise it.
    pub fn suits_family(self, family: Family) -> bool {
        let competes = matches!(self, Self::NonSaturating | Self::LeastSquares);
        competes == (family == Family::Adversarial)
    }

    /// Whether it makes sense of the values of such data.
    pub fn suits_data(self, data: DataKind) -> bool {
        self != Self::BinaryCrossEntropy || data == DataKind::Images
    }
}
