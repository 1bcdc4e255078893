//! Training: one step per family, behind one trait that a session can hold.

mod adam;
mod adversarial;
mod autoencoder;
mod plans;
mod snapshot;
mod variational;

pub use adam::{Adam, OptimizerName, OptimizerSettings};
pub use plans::{NetworkPlan, plan_networks};
pub use snapshot::Snapshot;

use burn::tensor::{Device, Tensor};

use crate::dataset::Shape;
use crate::engine::kernel::StepScalars;
use crate::error::Error;
use crate::model::{Family, ModelConfig, Network};
use crate::objective::Objective;

/// Decay of the exponential moving average, once there have been many steps.
const EMA_DECAY: f32 = 0.998;

/// The input of one training step.
pub struct StepInput {
    /// The examples, in -1..1 where [`Trainer::centred_input`] says so: `[batch, features]`.
    pub batch: Tensor<2>,
    /// The encoder's input: the batch, or the batch corrupted; `[batch, features]`.
    pub encoder_input: Tensor<2>,
    /// Standard normal noise, [`Trainer::noise_batches`] tensors of `[batch, code]`.
    pub noise: Vec<Tensor<2>>,
    /// What to minimise.
    pub objective: Objective,
    /// Weight of the divergence in a variational objective.
    pub divergence_weight: f32,
    /// Decay rates; the step size is among the scalars.
    pub optimizer: OptimizerSettings,
    /// The [`StepScalars`], as a tensor.
    pub scalars: Tensor<1>,
}

/// The scalars of the step after `steps_before` others: Adam's bias corrections, and the weight of the moving average, whose
/// window is short at first, so that it forgets the initial weights.
pub fn step_scalars(steps_before: u64, optimizer: &OptimizerSettings) -> StepScalars {
    let steps = steps_before as f32 + 1.0;
    let power = |beta: f32| f64::from(beta).powf(steps_before as f64 + 1.0);
    let correction = |beta: f32| (1.0 - power(beta)) as f32;
    StepScalars {
        step_size: optimizer.learning_rate / correction(optimizer.beta1),
        second_moment_correction: 1.0 / correction(optimizer.beta2).sqrt(),
        ema_weight: 1.0 - EMA_DECAY.min((1.0 + steps) / (10.0 + steps)),
    }
}

/// Losses of one step by name.
pub type Losses = Vec<(&'static str, f32)>;

/// A network of a model, its name and the state of its optimiser.
pub struct NamedNetwork<'a> {
    /// As `encoder`.
    pub name: &'static str,
    /// Its parameters.
    pub network: &'a mut Network,
    /// Their gradients and moments; none for a network that is not optimised.
    pub adam: Option<&'a mut Adam>,
}

/// A model of any family with all that its training needs.
pub trait Trainer {
    /// One training step. Its outputs stay on their device; [`Trainer::losses`] takes them once they are read.
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>>;

    /// The losses, from the outputs of a step.
    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses;

    /// Batches of noise that a step needs.
    fn noise_batches(&self) -> usize;

    /// Whether [`Trainer::step`] and [`Trainer::score`] take images centred, in -1..1.
    fn centred_input(&self) -> bool {
        false
    }

    /// Examples as [`Trainer::step`] and [`Trainer::score`] take them.
    fn preprocess(&self, mut examples: Vec<f32>, shape: Shape) -> Vec<f32> {
        if self.centred_input() && shape.is_bounded() {
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

    /// `[n, code]` to `[n, features]`, in the range of the data.
    fn decode(&self, codes: Tensor<2>) -> Tensor<2>;

    /// Scores of preprocessed examples `[n, features]`, as tensors for [`Trainer::scores`].
    fn score(&self, examples: Tensor<2>, objective: Objective) -> Vec<Tensor<2>>;

    /// `[n]`: the probability of being real, or an anomaly score.
    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32>;

    /// The negative evidence lower bound of each example for noise `[n, code]`, as tensors for [`Trainer::scores`].
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
    fn networks(&mut self) -> Vec<NamedNetwork<'_>>;
}

/// The trainer of a fresh model of `family` on `device`.
pub fn new_trainer(family: Family, config: &ModelConfig, device: &Device) -> Box<dyn Trainer> {
    match family {
        Family::Autoencoder => Box::new(autoencoder::AutoencoderTrainer::init(config, device)),
        Family::Variational => Box::new(variational::VariationalTrainer::init(config, device)),
        Family::Adversarial => Box::new(adversarial::AdversarialTrainer::init(config, device)),
    }
}
