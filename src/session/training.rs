//! Training a session: the steps, and the one read of their losses.

use serde::Serialize;

use super::batch_sampler::BatchSampler;
#[cfg(feature = "webgpu")]
use super::recorded::Recorded;
use super::{Session, check_count, no_data};
use crate::engine::read;
use crate::error::Error;
use crate::model::Family;
use crate::training::{Losses, Snapshot, Update};

/// Steps of one call at most: a browser's worker answers nothing else meanwhile.
pub(crate) const MAX_STEPS: usize = 100_000;

/// What [`Session::train`] reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Steps trained since the session was created.
    pub step: u64,
    /// Losses of the last step by name.
    #[serde(serialize_with = "as_object")]
    pub losses: Losses,
    /// Mean time of a step of this call.
    pub milliseconds_per_step: f64,
}

fn as_object<S: serde::Serializer>(losses: &Losses, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(losses.iter().copied())
}

impl Session {
    /// Trains `steps` steps (1 to 100,000) and reads the losses of the last, once.
    ///
    /// # Errors
    /// Where there are no data, or a loss is no longer a finite number; the steps of this call are then undone.
    pub async fn train(&mut self, steps: usize) -> Result<Progress, Error> {
        self.train_updating(steps, Update::Both).await
    }

    /// The same, where these networks of a GAN alone are updated. The optimiser counts such a step for both.
    ///
    /// # Errors
    /// As [`Session::train`]; and where the family has no generator and discriminator to choose from.
    pub async fn train_updating(
        &mut self,
        steps: usize,
        update: Update,
    ) -> Result<Progress, Error> {
        check_count("steps", steps, MAX_STEPS)?;
        if update != Update::Both {
            self.check_adversaries()?;
        }
        self.settle_engine().await?;
        let started = web_time::Instant::now();
        let index_sampler = self.index_sampler.clone();
        match self.steps(steps, update).await {
            Ok(losses) => {
                self.step += steps as u64;
                let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
                Ok(Progress {
                    step: self.step,
                    losses,
                    milliseconds_per_step: milliseconds / steps as f64,
                })
            }
            Err(error) => {
                self.index_sampler = index_sampler;
                Err(error)
            }
        }
    }

    /// Finds fault with a call that is about a generator and a discriminator.
    pub(super) fn check_adversaries(&self) -> Result<(), Error> {
        match self.settings.family {
            Family::Adversarial => Ok(()),
            _ => Err(Error::NoAdversaries {}),
        }
    }

    /// Lets the engines race where that is still to be done: before the first step.
    #[cfg_attr(
        not(feature = "webgpu"),
        expect(clippy::unused_async, reason = "there is one engine")
    )]
    pub(super) async fn settle_engine(&mut self) -> Result<(), Error> {
        #[cfg(feature = "webgpu")]
        if self.race_pending && self.training.is_some() {
            self.choose_engine().await?;
            self.race_pending = false;
        }
        Ok(())
    }

    /// The steps themselves; after an error the model is as it was.
    async fn steps(&mut self, steps: usize, update: Update) -> Result<Losses, Error> {
        #[cfg(feature = "webgpu")]
        if self.engine.name() == crate::engine::EngineName::Webgpu {
            return self.recorded_steps(steps, update).await;
        }
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let sampler =
            BatchSampler::new(&self.settings, self.training.as_ref(), model)?.updating(update);
        let trainer = &mut *model.trainer;
        let snapshot = match &mut self.snapshot {
            Some(snapshot) => {
                snapshot.take(trainer);
                snapshot
            }
            none => none.insert(Snapshot::new(trainer)),
        };
        let mut outputs = Vec::new();
        for step in self.step..self.step + steps as u64 {
            let batch = sampler.sample(step, &mut self.index_sampler);
            outputs = trainer.step(sampler.input(batch, trainer, &self.engine));
        }
        let losses = match read(outputs).await {
            Ok(read) => finite(trainer.losses(&read, sampler.objective)),
            Err(error) => Err(error),
        };
        losses.inspect_err(|_| snapshot.restore(trainer))
    }

    #[cfg(feature = "webgpu")]
    async fn recorded_steps(&mut self, steps: usize, update: Update) -> Result<Losses, Error> {
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let sampler =
            BatchSampler::new(&self.settings, self.training.as_ref(), model)?.updating(update);
        let trainer = &mut *model.trainer;
        let recorded = match &mut self.recorded {
            Some(recorded) => {
                recorded.take_snapshot(trainer)?;
                recorded
            }
            none => none.insert(Recorded::prepare(&sampler, trainer, &self.engine)),
        };
        let outcome = recorded
            .steps(&sampler, trainer, self.step, steps, &mut self.index_sampler)
            .await;
        let losses = outcome.and_then(|read| finite(trainer.losses(&read, sampler.objective)));
        if losses.is_err() {
            recorded.restore(trainer);
        }
        losses
    }
}

/// The losses, if all are finite.
pub(super) fn finite(losses: Losses) -> Result<Losses, Error> {
    match losses.iter().find(|(_, value)| !value.is_finite()) {
        None => Ok(losses),
        Some((name, value)) => Err(Error::TrainingDiverged {
            loss: name,
            value: value.to_string(),
        }),
    }
}
