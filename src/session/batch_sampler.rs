//! Samples the inputs of a step: examples, noise and scalars. Every random number follows from the seed and the step.

use burn::tensor::{Tensor, TensorData};

use super::{Model, no_data};
use crate::dataset::{Dataset, IndexSampler};
use crate::engine::Engine;
use crate::engine::kernel::{PERTURBATION, StepScalars};
use crate::error::Error;
use crate::model::Family;
use crate::objective::{Objective, PenaltyKind};
use crate::random::{Purpose, Random};
use crate::settings::Settings;
use crate::training::{
    Packing, StepInput, StepPenalty, Trainer, Update, preprocess, step_scalars, with_labels,
};

/// The inputs of a step, in host memory.
pub(super) struct StepBatch {
    /// Indices of the examples in the training split, `[batch]`.
    pub indices: Vec<usize>,
    /// Standard normal, and labels behind it where the model is told them, `[noise_batches * batch * noise_width]`.
    pub noise: Vec<f32>,
    /// The encoder's input where it is not the batch, or what a penalty needs, `[batch * extra_width]`.
    pub extra: Option<Vec<f32>>,
    /// What is done with it.
    pub kind: StepKind,
    /// Step size, bias correction and weight of the moving average.
    pub scalars: StepScalars,
}

/// What is done in a step: steps of one kind are the same commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StepKind {
    /// Which networks of a GAN are updated.
    pub update: Update,
    /// The penalty on the gradient of its discriminator.
    pub penalty: Option<PenaltyKind>,
}

/// Samples the batches of one session.
pub(super) struct BatchSampler<'a> {
    pub settings: &'a Settings,
    pub training: &'a Dataset,
    pub objective: Objective,
    /// Batches of noise that a step needs.
    pub noise_batches: usize,
    /// Which networks of a GAN are updated; where both, as often as the settings say.
    update: Update,
    /// Whether examples are centred for the trainer.
    centred: bool,
    /// Labels that the model is told.
    labels: usize,
    /// Steps that the optimiser has not seen.
    optimizer_start: u64,
}

impl<'a> BatchSampler<'a> {
    /// For a model and its data.
    ///
    /// # Errors
    /// Where there are no data, or the objective does not suit them.
    pub fn new(
        settings: &'a Settings,
        training: Option<&'a Dataset>,
        model: &Model,
    ) -> Result<Self, Error> {
        Ok(Self {
            settings,
            training: training.ok_or_else(no_data)?,
            objective: settings.objective_for(model.shape)?,
            noise_batches: model.trainer.noise_batches(),
            update: Update::Both,
            centred: model.trainer.centred_input(),
            labels: model.labels,
            optimizer_start: model.optimizer_start,
        })
    }

    /// For steps that update these networks.
    pub fn updating(self, update: Update) -> Self {
        Self { update, ..self }
    }

    /// What the step after so many others does.
    pub fn kind(&self, step: u64) -> StepKind {
        let update = match self.update {
            Update::Both => self.settings.update_at(step),
            chosen => chosen,
        };
        let penalty = self.settings.penalty_at(step);
        StepKind {
            update,
            penalty: penalty.filter(|_| update.discriminator()),
        }
    }

    /// Steps after which their kinds repeat.
    #[cfg(feature = "webgpu")]
    pub fn period(&self) -> u64 {
        let penalty = match self.settings.penalty_at(0) {
            Some(_) => self.settings.penalty.every,
            None => 1,
        };
        let updates = match self.update {
            Update::Both => self.settings.discriminator_steps,
            _ => 1,
        };
        let (mut least, mut other) = (u64::from(penalty), u64::from(updates));
        let product = least * other;
        while other > 0 {
            (least, other) = (other, least % other);
        }
        product / least
    }

    /// Numbers of noise, and of labels, for one example.
    pub fn noise_width(&self) -> usize {
        self.settings.code + self.labels
    }

    /// Numbers for one example of what the encoder takes where it is not shown the example itself, or of what a penalty needs.
    pub fn extra_width(&self) -> Option<usize> {
        let shape = self.training.shape();
        let penalised = self.settings.penalty.weight > 0.0;
        match (self.settings.family, self.settings.penalty.kind) {
            (Family::Adversarial, PenaltyKind::ApproximateR1) if penalised => {
                Some(shape.features())
            }
            (Family::Adversarial, PenaltyKind::Gradient) if penalised => Some(1),
            (Family::Adversarial, _) => None,
            _ => {
                let config = self.settings.model(shape, self.labels);
                let corrupted = self.settings.corruption.is_some();
                corrupted.then(|| config.input_shape().features())
            }
        }
    }

    /// What stands beside the examples of a step.
    fn extra(&self, indices: &[usize], step: u64) -> Option<Vec<f32>> {
        let width = self.extra_width()?;
        let shape = self.training.shape();
        let examples = || self.training.gather(indices.iter().copied());
        let mut random = Random::stream(self.settings.seed, Purpose::Corruption, step);
        Some(match self.kind(step).penalty {
            Some(PenaltyKind::ApproximateR1) => {
                let mut perturbed = preprocess(examples(), self.centred, shape);
                for value in &mut perturbed {
                    *value += random.sign() * PERTURBATION;
                }
                perturbed
            }
            // The same for all of a pack, which is one example to the discriminator.
            Some(PenaltyKind::Gradient) => {
                let packing = Packing::of(self.settings.packing());
                let packs = (0..indices.len() / packing.size()).map(|_| random.uniform());
                packing.repeat(packs.collect())
            }
            _ => match self.settings.corruption {
                Some(corruption) if self.settings.family != Family::Adversarial => {
                    corruption.apply(examples(), shape, &mut random)
                }
                // A step between those that are penalised.
                _ => vec![0.0; width * indices.len()],
            },
        })
    }

    /// The batch of a step, counted from 0.
    pub fn sample(&self, step: u64, index_sampler: &mut IndexSampler) -> StepBatch {
        let settings = self.settings;
        let indices = index_sampler.next_batch(settings.batch_size);
        let count = self.noise_batches * settings.batch_size * settings.code;
        let noise = Random::stream(settings.seed, Purpose::Noise, step).normals(count);
        let labels = indices
            .iter()
            .map(|&index| self.training.labels().get(index).copied());
        StepBatch {
            noise: match self.labels {
                0 => noise,
                // Each batch of noise has them.
                known => with_labels(&noise, settings.code, labels.cycle(), known),
            },
            extra: self.extra(&indices, step),
            kind: self.kind(step),
            indices,
            scalars: step_scalars(
                step,
                step - self.optimizer_start,
                &settings.optimizer,
                settings.penalty_weight_at(step),
            ),
        }
    }

    /// A sampled batch as tensors.
    pub fn input(&self, sampled: StepBatch, trainer: &dyn Trainer, engine: &Engine) -> StepInput {
        let rows = self.settings.batch_size;
        let examples = self.training.gather(sampled.indices.into_iter());
        let examples = trainer.preprocess(examples, self.training.shape());
        let batch = engine.tensor(examples, rows);
        let extra = sampled.extra.map(|extra| engine.tensor(extra, rows));
        let noise_length = (rows * self.noise_width()).max(1);
        let noise = sampled.noise.chunks_exact(noise_length);
        let scalars = TensorData::new(sampled.scalars.to_array().to_vec(), [StepScalars::COUNT]);
        self.assemble(
            sampled.kind,
            extra,
            batch,
            noise
                .map(|noise| engine.tensor(noise.to_vec(), rows))
                .collect(),
            Tensor::from_data(scalars, engine.device()),
        )
    }

    /// A step's input from its tensors.
    pub fn assemble(
        &self,
        kind: StepKind,
        extra: Option<Tensor<2>>,
        batch: Tensor<2>,
        noise: Vec<Tensor<2>>,
        scalars: Tensor<1>,
    ) -> StepInput {
        StepInput {
            penalty: match (kind.penalty, &extra) {
                (Some(PenaltyKind::R1), _) => Some(StepPenalty::R1),
                (Some(PenaltyKind::ApproximateR1), Some(perturbed)) => {
                    Some(StepPenalty::ApproximateR1(perturbed.clone()))
                }
                (Some(PenaltyKind::Gradient), Some(share)) => {
                    Some(StepPenalty::Gradient(share.clone()))
                }
                _ => None,
            },
            encoder_input: match (self.settings.family, &extra) {
                (Family::Autoencoder | Family::Variational, Some(corrupted)) => corrupted.clone(),
                _ => batch.clone(),
            },
            batch,
            noise,
            objective: self.objective,
            update: kind.update,
            sparse: self.settings.is_sparse(),
            optimizer: self.settings.optimizer,
            scalars,
        }
    }
}
