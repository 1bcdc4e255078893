//! Training a session: the steps, and the one read of their losses.

use serde::Serialize;

use super::batch_sampler::BatchSampler;
#[cfg(feature = "webgpu")]
use super::recorded::Recorded;
use super::{Session, check_count, no_data};
use crate::engine::read;
use crate::error::Error;
use crate::training::{Losses, Snapshot};

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
        check_count("steps", steps, MAX_STEPS)?;
        #[cfg(feature = "webgpu")]
        if self.race_pending && self.training.is_some() {
            self.choose_engine().await?;
            self.race_pending = false;
        }
        let started = web_time::Instant::now();
        let index_sampler = self.index_sampler.clone();
        match self.steps(steps).await {
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

    /// The steps themselves; after an error the model is as it was.
    async fn steps(&mut self, steps: usize) -> Result<Losses, Error> {
        #[cfg(feature = "webgpu")]
        if self.engine.name() == crate::engine::EngineName::Webgpu {
            return self.recorded_steps(steps).await;
        }
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let sampler = BatchSampler::new(&self.settings, self.training.as_ref(), model)?;
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
    async fn recorded_steps(&mut self, steps: usize) -> Result<Losses, Error> {
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let sampler = BatchSampler::new(&self.settings, self.training.as_ref(), model)?;
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
fn finite(losses: Losses) -> Result<Losses, Error> {
    match losses.iter().find(|(_, value)| !value.is_finite()) {
        None => Ok(losses),
        Some((name, value)) => Err(Error::TrainingDiverged {
            loss: name,
            value: value.to_string(),
        }),
    }
}
