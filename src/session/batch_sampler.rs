//! Samples the inputs of a step: examples, noise and scalars. Every random number follows from the seed and the step.

use burn::tensor::{Tensor, TensorData};

use super::{Model, no_data};
use crate::dataset::{Dataset, IndexSampler};
use crate::engine::Engine;
use crate::engine::kernel::StepScalars;
use crate::error::Error;
use crate::objective::Objective;
use crate::random::{Purpose, Random};
use crate::settings::Settings;
use crate::training::{StepInput, Trainer, Update, step_scalars, with_labels};

/// The inputs of a step, in host memory.
pub(super) struct StepBatch {
    /// Indices of the examples in the training split, `[batch]`.
    pub indices: Vec<usize>,
    /// Standard normal, and labels behind it where the model is told them, `[noise_batches * batch * noise_width]`.
    pub noise: Vec<f32>,
    /// The encoder's input where it is not the batch, `[batch * inputs]`.
    pub corrupted: Option<Vec<f32>>,
    /// Step size, bias correction and weight of the moving average.
    pub scalars: StepScalars,
}

/// Samples the batches of one session.
pub(super) struct BatchSampler<'a> {
    pub settings: &'a Settings,
    pub training: &'a Dataset,
    pub objective: Objective,
    /// Batches of noise that a step needs.
    pub noise_batches: usize,
    /// Which networks of a GAN are updated.
    pub update: Update,
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
            labels: model.labels,
            optimizer_start: model.optimizer_start,
        })
    }

    /// For steps that update these networks.
    pub fn updating(self, update: Update) -> Self {
        Self { update, ..self }
    }

    /// Numbers of noise, and of labels, for one example.
    pub fn noise_width(&self) -> usize {
        self.settings.code + self.labels
    }

    /// Numbers that the encoder takes where it is not shown the example itself.
    #[cfg(feature = "webgpu")]
    pub fn corrupted_width(&self) -> Option<usize> {
        let config = self.settings.model(self.training.shape(), self.labels);
        let corrupted = self.settings.corruption.is_some();
        corrupted.then(|| config.input_shape().features())
    }

    /// The batch of a step, counted from 0.
    pub fn sample(&self, step: u64, index_sampler: &mut IndexSampler) -> StepBatch {
        let settings = self.settings;
        let indices = index_sampler.next_batch(settings.batch_size);
        let examples = || self.training.gather(indices.iter().copied());
        let mut random = Random::stream(settings.seed, Purpose::Corruption, step);
        let corrupted = settings
            .corruption
            .map(|corruption| corruption.apply(examples(), self.training.shape(), &mut random));
        let count = self.noise_batches * settings.batch_size * settings.code;
        let noise = Random::stream(settings.seed, Purpose::Noise, step).normals(count);
        let labels = indices
            .iter()
            .map(|&index| self.training.labels().get(index));
        StepBatch {
            noise: match self.labels {
                0 => noise,
                known => with_labels(
                    &noise,
                    settings.code,
                    labels.map(Option::<&u8>::copied),
                    known,
                ),
            },
            indices,
            corrupted,
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
        let encoder_input = sampled
            .corrupted
            .map(|corrupted| engine.tensor(corrupted, rows));
        let noise_length = (rows * self.noise_width()).max(1);
        let noise = sampled.noise.chunks_exact(noise_length);
        let scalars = TensorData::new(sampled.scalars.to_array().to_vec(), [StepScalars::COUNT]);
        self.assemble(
            encoder_input.unwrap_or_else(|| batch.clone()),
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
        encoder_input: Tensor<2>,
        batch: Tensor<2>,
        noise: Vec<Tensor<2>>,
        scalars: Tensor<1>,
    ) -> StepInput {
        StepInput {
            batch,
            encoder_input,
            noise,
            objective: self.objective,
            update: self.update,
            penalised: self.settings.is_penalised(),
            optimizer: self.settings.optimizer,
            scalars,
        }
    }
}
