//! What a step is dealt: examples, noise and pace. Every random number follows from the seed and the step.

use burn::tensor::{Tensor, TensorData};

use super::{Model, no_data};
use crate::dataset::{Batches, Dataset};
use crate::engine::Engine;
use crate::engine::kernel::Pace;
use crate::error::Error;
use crate::objective::Objective;
use crate::random::{Purpose, Random};
use crate::settings::Settings;
use crate::training::{StepInput, Trainer, pace};

/// What a step is dealt, still as plain numbers.
pub(super) struct Hand {
    /// Numbers of the examples in the training part, `[batch]`.
    pub indices: Vec<usize>,
    /// Standard normal, `[noises * batch * code]`.
    pub noise: Vec<f32>,
    /// What an encoder is shown where that is not the batch, `[batch * features]`.
    pub spoilt: Option<Vec<f32>>,
    /// How far the step goes.
    pub pace: Pace,
}

/// Deals for one session, step after step.
pub(super) struct Dealer<'a> {
    pub settings: &'a Settings,
    pub training: &'a Dataset,
    pub objective: Objective,
    /// How often a step needs noise for a batch.
    pub noises: usize,
}

impl<'a> Dealer<'a> {
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
            noises: model.trainer.noises(),
        })
    }

    /// The hand of a step, counted from 0.
    pub fn deal(&self, step: u64, batches: &mut Batches) -> Hand {
        let settings = self.settings;
        let indices = batches.next(settings.batch_size);
        let spoilt = settings.corruption.map(|corruption| {
            let mut spoilt = self.training.gather(indices.iter().copied());
            let mut random = Random::stream(settings.seed, Purpose::Corruption, step);
            let bounded = self.training.shape().is_bounded();
            corruption.apply(&mut spoilt, bounded, &mut random);
            spoilt
        });
        let count = self.noises * settings.batch_size * settings.code;
        Hand {
            indices,
            noise: Random::stream(settings.seed, Purpose::Noise, step).normals(count),
            spoilt,
            pace: pace(step, &settings.optimizer),
        }
    }

    /// A hand as a step takes it.
    pub fn input(&self, hand: Hand, trainer: &dyn Trainer, engine: &Engine) -> StepInput {
        let rows = self.settings.batch_size;
        let examples = self.training.gather(hand.indices.into_iter());
        let examples = trainer.shown(examples, self.training.shape());
        let batch = engine.tensor(examples, rows);
        let shown = hand.spoilt.map(|spoilt| engine.tensor(spoilt, rows));
        let of_one = (rows * self.settings.code).max(1);
        let noise = hand.noise.chunks_exact(of_one);
        let pace = TensorData::new(hand.pace.numbers().to_vec(), [Pace::COUNT]);
        self.assemble(
            shown.unwrap_or_else(|| batch.clone()),
            batch,
            noise
                .map(|noise| engine.tensor(noise.to_vec(), rows))
                .collect(),
            Tensor::from_data(pace, engine.device()),
        )
    }

    /// A step's input, of tensors that hold a hand.
    pub fn assemble(
        &self,
        shown: Tensor<2>,
        batch: Tensor<2>,
        noise: Vec<Tensor<2>>,
        pace: Tensor<1>,
    ) -> StepInput {
        StepInput {
            batch,
            shown,
            noise,
            objective: self.objective,
            divergence_weight: self.settings.divergence_weight,
            optimizer: self.settings.optimizer,
            pace,
        }
    }
}
