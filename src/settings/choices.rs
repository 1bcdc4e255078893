//! Settings before they are whole.

use crate::dataset::Corruption;
use crate::engine::EngineName;
use crate::model::{Condition, Family, HiddenActivation, NetworkKind};
use crate::objective::{Objective, Penalty, PenaltyKind};
use crate::training::{OptimizerName, Schedule};

/// Settings as somebody writes them: all may be left out but the family.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Where to compute.
    pub engine: Option<EngineName>,
    /// Of every random number, 0 to 2³² - 1.
    pub seed: Option<u32>,
    /// The family of models.
    pub family: Option<Family>,
    /// What networks are made of.
    pub network: Option<NetworkKind>,
    /// Widths of hidden layers, or their channels, encoder order.
    pub hidden: Option<Vec<usize>>,
    /// Size of code or noise vector.
    pub code: Option<usize>,
    /// Between hidden layers, but for a discriminator's.
    pub activation: Option<HiddenActivation>,
    /// What to minimise.
    pub objective: Option<Objective>,
    /// Weight of the divergence (variational).
    pub divergence_weight: Option<f32>,
    /// Steps in which that weight rises from 0 (variational).
    pub divergence_warm_up: Option<u32>,
    /// Weight of the codes' L1 norm (autoencoder).
    pub sparsity: Option<f32>,
    /// The penalty on the discriminator's gradient (adversarial).
    pub penalty: PenaltyChoices,
    /// Steps of the discriminator for each of the generator (adversarial).
    pub discriminator_steps: Option<u32>,
    /// Examples that the discriminator judges together (adversarial).
    pub packing: Option<usize>,
    /// What the networks are told beside code and example (variational, adversarial).
    pub condition: Option<Condition>,
    /// Step size and decay rates.
    pub optimizer: Option<OptimizerChoices>,
    /// Examples in a batch.
    pub batch_size: Option<usize>,
    /// What the encoder is shown in the place of the example; `Some(None)` for the example itself.
    pub corruption: Option<Option<Corruption>>,
}

/// A penalty as somebody writes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct PenaltyChoices {
    /// What is penalised.
    pub kind: Option<PenaltyKind>,
    /// γ; 0 for none.
    pub weight: Option<f32>,
    /// Every so many steps.
    pub every: Option<u32>,
}

impl PenaltyChoices {
    /// That penalty with some of it chosen anew.
    pub(super) fn applied_to(self, penalty: Penalty) -> Penalty {
        Penalty {
            kind: self.kind.unwrap_or(penalty.kind),
            weight: self.weight.unwrap_or(penalty.weight),
            every: self.every.unwrap_or(penalty.every),
        }
    }
}

/// An optimiser as somebody writes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct OptimizerChoices {
    /// The rule.
    pub name: Option<OptimizerName>,
    /// Step size.
    pub learning_rate: Option<f32>,
    /// The discriminator's own; `Some(None)` for that of both.
    pub discriminator_learning_rate: Option<Option<f32>>,
    /// Decay of the mean of gradients.
    pub beta1: Option<f32>,
    /// Decay of the mean of squared gradients.
    pub beta2: Option<f32>,
    /// Decay of the parameters.
    pub weight_decay: Option<f32>,
    /// What the step size does in the course of training.
    pub schedule: Option<Schedule>,
    /// Steps in which it rises.
    pub warm_up: Option<u32>,
    /// Steps after which a schedule has come to its end.
    pub schedule_steps: Option<u32>,
}
