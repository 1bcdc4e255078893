//! How far a reconstruction is from what it should be.

use burn::tensor::Tensor;

use super::Objective;
use crate::engine::kernel::{Activation, LossKind, loss};

/// What a decoder's output is to its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Likelihood {
    /// The mean over an example's values: a figure that means the same for pictures of any size.
    PerValue,
    /// The negative logarithm of the likelihood of the whole example, in nats. Of squared errors it is that of a
    /// Gaussian of this deviation about the reconstruction.
    Nats {
        /// In the units of the data.
        deviation: f32,
    },
}

impl Likelihood {
    /// What a decoder's last sum goes through before it is compared.
    pub fn ending(objective: Objective, bounded: bool) -> Activation {
        match objective {
            // Logits, in which the cross-entropy overflows for no value.
            Objective::BinaryCrossEntropy => Activation::Linear,
            _ => Activation::onto(bounded),
        }
    }

    /// How much of each value's loss there is in an example's.
    fn scale(self, objective: Objective, features: usize) -> f32 {
        match (self, objective) {
            (Self::PerValue, _) => 1.0 / features as f32,
            (Self::Nats { .. }, Objective::BinaryCrossEntropy) => 1.0,
            (Self::Nats { deviation }, _) => 0.5 / (deviation * deviation),
        }
    }

    /// What is to be added for each example: `features / 2 ln(2 π deviation²)` of a Gaussian.
    pub fn constant(self, objective: Objective, features: usize) -> f32 {
        match (self, objective) {
            (Self::PerValue, _) | (_, Objective::BinaryCrossEntropy) => 0.0,
            (Self::Nats { deviation }, _) => {
                0.5 * features as f32 * (std::f32::consts::TAU * deviation * deviation).ln()
            }
        }
    }
}

/// The loss of each example but for its constant, `[n, 1]`, and its gradient `[n, features]`; each example bears
/// `share` of it.
///
/// Of binary cross-entropy it is `ln(1 + e^l) - l t`, whose least value for targets between 0 and 1 is their
/// entropy, not 0.
pub fn reconstruction_loss(
    objective: Objective,
    likelihood: Likelihood,
    decoded: Tensor<2>,
    targets: Tensor<2>,
    share: f32,
) -> (Tensor<2>, Tensor<2>) {
    let [_, features] = targets.dims();
    let kind = match objective {
        Objective::BinaryCrossEntropy => LossKind::Logistic,
        _ => LossKind::Squared,
    };
    let scale = share * likelihood.scale(objective, features);
    loss(decoded, targets, kind, scale)
}
