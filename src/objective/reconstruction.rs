//! The reconstruction loss.

use burn::tensor::Tensor;

use super::Objective;
use crate::engine::kernel::{Activation, LossKind, loss};

/// The scale of a reconstruction loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Likelihood {
    /// The mean over an example's values, comparable between images of any size.
    PerValue,
    /// The negative log-likelihood of the whole example, in nats. For the squared error it is that of a Gaussian of this
    /// deviation about the reconstruction.
    Nats {
        /// In the units of the data.
        deviation: f32,
    },
}

impl Likelihood {
    /// The decoder's output activation under this objective.
    pub fn output_activation(objective: Objective, bounded: bool) -> Activation {
        match objective {
            // Logits, for which the cross-entropy cannot overflow.
            Objective::BinaryCrossEntropy | Objective::CategoricalCrossEntropy => {
                Activation::Linear
            }
            _ => Activation::for_output(bounded),
        }
    }

    /// The activation that gives values in the range of the data, `bounded` or any.
    pub fn data_activation(objective: Objective, bounded: bool) -> Activation {
        Activation::for_output(bounded || objective == Objective::BinaryCrossEntropy)
    }

    /// The factor of each value's loss in the example's, or of each place's.
    fn scale(self, objective: Objective, features: usize) -> f32 {
        match (self, objective) {
            (Self::PerValue, _) => 1.0 / features as f32,
            (
                Self::Nats { .. },
                Objective::BinaryCrossEntropy | Objective::CategoricalCrossEntropy,
            ) => 1.0,
            (Self::Nats { deviation }, _) => 0.5 / (deviation * deviation),
        }
    }

    /// The constant term of an example's loss: `features / 2 ln(2 π deviation²)` of a Gaussian.
    pub fn constant(self, objective: Objective, features: usize) -> f32 {
        match (self, objective) {
            (Self::PerValue, _)
            | (_, Objective::BinaryCrossEntropy | Objective::CategoricalCrossEntropy) => 0.0,
            (Self::Nats { deviation }, _) => {
                0.5 * features as f32 * (std::f32::consts::TAU * deviation * deviation).ln()
            }
        }
    }
}

/// The loss of each example without its constant term, `[n, 1]`, and its gradient `[n, features]`, both times
/// `example_weight`.
///
/// `classes` is [`Shape::classes`](crate::dataset::Shape::classes) of the data. The binary cross-entropy is `ln(1 + e^l) - l t`, whose minimum for targets between 0 and 1 is their entropy, not 0.
pub fn reconstruction_loss(
    objective: Objective,
    likelihood: Likelihood,
    classes: usize,
    decoded: Tensor<2>,
    targets: Tensor<2>,
    example_weight: f32,
) -> (Tensor<2>, Tensor<2>) {
    let [_, features] = targets.dims();
    let kind = match objective {
        Objective::BinaryCrossEntropy => LossKind::BinaryCrossEntropyWithLogits,
        Objective::CategoricalCrossEntropy => {
            LossKind::CategoricalCrossEntropyWithLogits { classes }
        }
        _ => LossKind::SquaredError,
    };
    let scale = example_weight * likelihood.scale(objective, features / classes);
    loss(decoded, targets, kind, scale)
}
