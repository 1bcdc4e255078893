//! Training: one step per family, behind one trait that a session can hold.

mod adam;
mod adversarial;
mod autoencoder;
mod kept;
mod plans;
mod variational;

pub use adam::{Adam, OptimizerName, OptimizerSettings};
pub use kept::Kept;
pub use plans::{NetworkPlan, networks};

use burn::tensor::{Device, Tensor};

use crate::dataset::Shape;
use crate::engine::kernel::Pace;
use crate::error::Error;
use crate::model::{Family, ModelConfig, Network};
use crate::objective::Objective;

/// How much of a running average is kept in each step, once there have been many.
const AVERAGE_DECAY: f32 = 0.998;

/// What one step is given.
pub struct StepInput {
    /// What the model should learn to give, in -1..1 where [`Trainer::centred`] says so: `[batch, features]`.
    pub batch: Tensor<2>,
    /// What an encoder is shown: the batch, or the batch spoilt; `[batch, features]`.
    pub shown: Tensor<2>,
    /// Standard normal noise, as often as [`Trainer::noises`] says, each `[batch, code]`.
    pub noise: Vec<Tensor<2>>,
    /// What to minimise.
    pub objective: Objective,
    /// Weight of the divergence in a variational objective.
    pub divergence_weight: f32,
    /// Decay rates; the step size is in the pace.
    pub optimizer: OptimizerSettings,
    /// See [`pace`].
    pub pace: Tensor<1>,
}

/// How far the step that follows `taken` others goes: Adam's corrections of its moments, and the share of a running
/// average, which is short at first, for the average of a beginning is of no use.
pub fn pace(taken: u64, optimizer: &OptimizerSettings) -> Pace {
    let steps = taken as f32 + 1.0;
    let power = |beta: f32| f64::from(beta).powf(taken as f64 + 1.0);
    let correction = |beta: f32| (1.0 - power(beta)) as f32;
    Pace {
        rate: optimizer.learning_rate / correction(optimizer.beta1),
        correction: 1.0 / correction(optimizer.beta2).sqrt(),
        share: 1.0 - AVERAGE_DECAY.min((1.0 + steps) / (10.0 + steps)),
    }
}

/// Losses of one step by name, as a person reads them.
pub type Losses = Vec<(&'static str, f32)>;

/// A network of a model with the state of its optimiser.
pub struct Part<'a> {
    /// As `encoder`.
    pub name: &'static str,
    /// Its parameters.
    pub network: &'a mut Network,
    /// Their gradients and moments; none for a network that is no optimiser's.
    pub adam: Option<&'a mut Adam>,
}

/// A model of any family with all that its training needs.
pub trait Trainer {
    /// One step down the gradient. What it gives is still on its device, and [`Trainer::losses`] can read it.
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>>;

    /// The losses, from the numbers that a step gave.
    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses;

    /// How often a step needs noise for a batch.
    fn noises(&self) -> usize;

    /// Whether a step, and a judgement, want pictures centred, in -1..1.
    fn centred(&self) -> bool {
        false
    }

    /// Examples as a step and a judgement want them.
    fn shown(&self, mut examples: Vec<f32>, shape: Shape) -> Vec<f32> {
        if self.centred() && shape.is_bounded() {
            examples
                .iter_mut()
                .for_each(|value| *value = 2.0 * *value - 1.0);
        }
        examples
    }

    /// `[n, features]` to `[n, code]`.
    ///
    /// # Errors
    /// Where the family has no encoder.
    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error>;

    /// `[n, code]` to `[n, features]`, values as in the data.
    fn decode(&self, codes: Tensor<2>) -> Tensor<2>;

    /// `[n, features]` (in -1..1 where the family wants them centred) to what [`Trainer::scores`] reads.
    fn judge(&self, examples: Tensor<2>, objective: Objective) -> Vec<Tensor<2>>;

    /// `[n]`: probability of being real, or how odd an example is.
    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32>;

    /// The negative evidence lower bound of each example for noise `[n, code]`, as [`Trainer::scores`] reads it.
    ///
    /// # Errors
    /// Where the family has no such bound.
    fn negative_elbo(
        &self,
        _examples: Tensor<2>,
        _noise: Tensor<2>,
        _objective: Objective,
    ) -> Result<Vec<Tensor<2>>, Error> {
        Err(Error::NoEvidenceBound {})
    }

    /// Every network, for saving and loading.
    fn parts(&mut self) -> Vec<Part<'_>>;
}

/// A fresh model of `family` on `device`.
pub fn start(family: Family, config: &ModelConfig, device: &Device) -> Box<dyn Trainer> {
    match family {
        Family::Autoencoder => Box::new(autoencoder::AutoencoderTrainer::init(config, device)),
        Family::Variational => Box::new(variational::VariationalTrainer::init(config, device)),
        Family::Adversarial => Box::new(adversarial::AdversarialTrainer::init(config, device)),
    }
}
