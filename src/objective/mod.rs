//! What a family minimises: how a prediction is compared with its target, and the weight of each example in a batch's
//! loss.

mod adversarial;
mod penalty;
mod reconstruction;

pub use adversarial::probability_real;
pub use penalty::{Penalty, PenaltyKind};
pub use reconstruction::{Likelihood, reconstruction_loss};

use serde::{Deserialize, Serialize};

use crate::dataset::DataKind;
use crate::model::Family;

/// What a family minimises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// Reconstruction: the cross-entropy of Bernoulli variables; for values in 0..1.
    BinaryCrossEntropy,
    /// Reconstruction: the cross-entropy of one symbol of several at each place of a sequence.
    CategoricalCrossEntropy,
    /// Reconstruction: the squared error.
    MeanSquaredError,
    /// Adversarial: the generator maximises ln D(G(z)).
    NonSaturating,
    /// Adversarial: the generator minimises ln(1 - D(G(z))), which hardly has a gradient where D is sure.
    Saturating,
    /// Adversarial: the squared error of the logit against 1 (real) and 0 (generated).
    LeastSquares,
    /// Adversarial: logits beyond 1 (real) and -1 (generated) are good enough.
    Hinge,
    /// Adversarial: the mean logit of real examples less that of generated ones; wants a gradient penalty.
    Wasserstein,
    /// Adversarial: each real example's logit less that of a generated one; wants a gradient penalty.
    Relativistic,
}

impl Objective {
    /// Whether a family can minimise it.
    pub fn suits_family(self, family: Family) -> bool {
        let competes = !matches!(
            self,
            Self::BinaryCrossEntropy | Self::CategoricalCrossEntropy | Self::MeanSquaredError
        );
        competes == (family == Family::Adversarial)
    }

    /// Whether logits say something beside each other only: adding the same to all changes no loss.
    pub fn is_relative(self) -> bool {
        matches!(self, Self::Wasserstein | Self::Relativistic)
    }

    /// Whether it makes sense of the values of such data.
    pub fn suits_data(self, data: DataKind) -> bool {
        match self {
            Self::BinaryCrossEntropy => data == DataKind::Images,
            Self::CategoricalCrossEntropy => data == DataKind::Molecules,
            _ => data != DataKind::Molecules,
        }
    }
}
