//! Training: one step per family, behind one trait that a session can hold.

mod adam;
mod adversarial;
mod autoencoder;
mod optimizer;
mod packing;
mod plans;
mod snapshot;
mod trace;
mod update;
mod variational;

pub use adam::Adam;
pub use optimizer::{OptimizerName, OptimizerScalars, OptimizerSettings, Schedule};
pub use packing::Packing;
pub use plans::{NetworkPlan, plan_networks};
pub use snapshot::Snapshot;
pub use trace::{TracedNetwork, TracedStep};
pub use update::Update;

use burn::tensor::{Device, Tensor};

use crate::dataset::{Dataset, Shape};
use crate::engine::kernel::StepScalars;
use crate::error::Error;
use crate::model::{Family, ModelConfig, Network};
use crate::objective::Objective;
#[cfg(doc)]
use crate::{engine::kernel::PERTURBATION, objective::PenaltyKind};

/// Decay of the exponential moving average, once there have been many steps.
const EMA_DECAY: f32 = 0.998;

/// The input of one training step.
pub struct StepInput {
    /// The examples, in -1..1 where [`Trainer::centred_input`] says so: `[batch, features]`.
    pub batch: Tensor<2>,
    /// The encoder's input: the batch, or the batch corrupted; `[batch, inputs]`.
    pub encoder_input: Tensor<2>,
    /// The penalty on a discriminator's gradient, where there is one in this step.
    pub penalty: Option<StepPenalty>,
    /// Standard normal noise, [`Trainer::noise_batches`] tensors of `[batch, code]`; of a model that is conditioned on labels
    /// `[batch, code + labels]`, a one behind the noise at the place of the label.
    pub noise: Vec<Tensor<2>>,
    /// What to minimise.
    pub objective: Objective,
    /// Which networks of a GAN are updated.
    pub update: Update,
    /// Whether the L1 norm of the codes counts (autoencoder).
    pub sparse: bool,
    /// Decay rates; the step size is among the scalars.
    pub optimizer: OptimizerSettings,
    /// The [`StepScalars`], as a tensor.
    pub scalars: Tensor<1>,
}

/// A penalty on a discriminator's gradient, whose weight is among the scalars, and what it needs.
pub enum StepPenalty {
    /// [`PenaltyKind::R1`]: nothing.
    R1,
    /// [`PenaltyKind::ApproximateR1`]: the real examples, each number off by [`PERTURBATION`] up or down, `[batch, features]`.
    ApproximateR1(Tensor<2>),
    /// [`PenaltyKind::Gradient`]: how much of each real example there is between it and a generated one, 0 to 1, `[batch, 1]`.
    Gradient(Tensor<2>),
}

/// The scalars of the step after `steps_before` others, `remembered` of which the optimiser has seen: the optimiser's, the weight of what is asked of codes, and that of the moving
/// average, whose window is short at first, so that it forgets the initial weights.
pub fn step_scalars(
    steps_before: u64,
    remembered: u64,
    optimizer: &OptimizerSettings,
    penalty_weight: f32,
) -> StepScalars {
    let steps = steps_before as f32 + 1.0;
    let OptimizerScalars {
        step_size,
        second_moment_correction,
        weight_decay,
    } = optimizer.scalars(steps_before, remembered);
    StepScalars {
        step_size,
        second_moment_correction,
        ema_weight: 1.0 - EMA_DECAY.min((1.0 + steps) / (10.0 + steps)),
        weight_decay,
        penalty_weight,
    }
}

/// Examples, in -1..1 where they are bounded and to be centred.
pub fn preprocess(mut examples: Vec<f32>, centred: bool, shape: Shape) -> Vec<f32> {
    if centred && shape.is_bounded() {
        examples
            .iter_mut()
            .for_each(|value| *value = 2.0 * *value - 1.0);
    }
    examples
}

/// Examples, and what an encoder is shown in their place.
pub struct ExamplePair {
    /// `[n, features]`
    pub examples: Tensor<2>,
    /// `[n, inputs]`
    pub encoder_input: Tensor<2>,
}

/// Codes or noise `[n * code]` with a label behind each, one-hot: `[n * (code + known)]`. A label beyond the known ones is
/// zeros, and one for each row is there.
pub fn with_labels(
    codes: &[f32],
    code: usize,
    labels: impl Iterator<Item = Option<u8>>,
    known: usize,
) -> Vec<f32> {
    let rows = codes.len() / code;
    let mut all = Vec::with_capacity(rows * (code + known));
    for (row, label) in codes.chunks_exact(code).zip(labels) {
        all.extend_from_slice(row);
        all.extend((0..known).map(|each| f32::from(label.map(usize::from) == Some(each))));
    }
    all
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

    /// The same step to the last bit, with all that passes through it.
    ///
    /// # Errors
    /// Where the family has no two networks that are updated in turn.
    fn trace(&mut self, _input: StepInput) -> Result<TracedStep, Error> {
        Err(Error::NoAdversaries {})
    }

    /// The losses, from the outputs of a step.
    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses;

    /// Batches of noise that a step needs.
    fn noise_batches(&self) -> usize;

    /// Whether [`Trainer::step`] and [`Trainer::score`] take images centred, in -1..1.
    fn centred_input(&self) -> bool {
        false
    }

    /// Examples as [`Trainer::step`] and [`Trainer::score`] take them.
    fn preprocess(&self, examples: Vec<f32>, shape: Shape) -> Vec<f32> {
        preprocess(examples, self.centred_input(), shape)
    }

    /// How many examples [`Trainer::score`] takes together.
    fn packing(&self) -> Packing {
        Packing::NONE
    }

    /// Examples `[n * features]` as [`Trainer::score`] takes them: preprocessed, and each in its packs beside training examples.
    ///
    /// # Errors
    /// Where these are needed and there are none.
    fn score_input(
        &self,
        examples: Vec<f32>,
        shape: Shape,
        training: Option<&Dataset>,
    ) -> Result<Vec<f32>, Error> {
        let packing = self.packing();
        if packing == Packing::NONE {
            return Ok(self.preprocess(examples, shape));
        }
        let training = training.ok_or(Error::NoData {})?;
        let others = (0..packing.others()).map(|index| index % training.len());
        let real = training.gather(others);
        Ok(self.preprocess(packing.beside(examples, &real, shape.features()), shape))
    }

    /// `[n, features]` to `[n, code]`.
    ///
    /// # Errors
    /// Where the family has no encoder.
    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error>;

    /// `[n, code]`, or `[n, code + labels]`, to `[n, features]`, in the range of the data.
    fn decode(&self, codes: Tensor<2>, objective: Objective) -> Tensor<2>;

    /// Scores of examples as [`Trainer::score_input`] gives them, `[n * rows, features]`, of which an encoder is shown
    /// `[n, inputs]`, as tensors for [`Trainer::scores`]; of a discriminator that is told labels `[n, labels]`, and of one that
    /// judges packs `[n * packs, 1]`, for [`Trainer::example_logits`] first.
    fn score(&self, pair: ExamplePair, objective: Objective) -> Vec<Tensor<2>>;

    /// What was read of [`Trainer::score`], `[n]`: where there are several for an example, that of its most likely label, or the
    /// mean over its packs.
    fn example_logits(&self, read: Vec<f32>) -> Vec<f32> {
        read
    }

    /// `[n]`: the probability of being real, or an anomaly score.
    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32>;

    /// The gradient, with respect to preprocessed examples `[n, features]`, of the loss that a generator has which made them,
    /// the mean over the n, or over the packs that they are: `[n, features]`. Of pairs, each is beside
    /// a real one of the logit `undecided`, one for each logit. A discriminator that is told labels takes them from the last columns of `told`.
    ///
    /// # Errors
    /// Where the family has no discriminator.
    fn generator_loss_gradient(
        &self,
        _examples: Tensor<2>,
        _undecided: Tensor<2>,
        _told: &Tensor<2>,
        _objective: Objective,
    ) -> Result<Tensor<2>, Error> {
        Err(Error::NoDiscriminator {})
    }

    /// The negative evidence lower bound of each example for noise as in [`StepInput`], as tensors for [`Trainer::scores`], and
    /// the posteriors behind them, `[n, 2 code]`: means, then log-variances.
    ///
    /// # Errors
    /// Where the family has no such bound.
    fn negative_elbo(
        &self,
        _pair: ExamplePair,
        _noise: Tensor<2>,
        _objective: Objective,
    ) -> Result<Vec<Tensor<2>>, Error> {
        Err(Error::NoEvidenceBound {})
    }

    /// The posteriors of what an encoder is shown, `[n, inputs]`: means, then log-variances, `[n, 2 code]`.
    ///
    /// # Errors
    /// Where the family has no posterior.
    fn posterior(&self, _encoder_input: Tensor<2>) -> Result<Tensor<2>, Error> {
        Err(Error::NoEvidenceBound {})
    }

    /// The first layer's activations, `[n, width]`, of what an encoder is shown; of a convolution `[n, patches * channels]`,
    /// channels last.
    ///
    /// # Errors
    /// Where the family has no encoder.
    fn first_layer(&self, _encoder_input: Tensor<2>) -> Result<Tensor<2>, Error> {
        Err(Error::NoEncoder {})
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
