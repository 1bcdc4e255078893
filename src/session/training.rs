//! Training a session: the steps, and the one reading of their losses.

use serde::Serialize;

use super::dealing::Dealer;
#[cfg(feature = "webgpu")]
use super::recorded::Recorded;
use super::{Session, check_count, no_data};
use crate::engine::read;
use crate::error::Error;
use crate::training::{Kept, Losses};

/// Most steps of one call: a browser's worker answers nothing else meanwhile.
pub(crate) const MOST_STEPS: usize = 100_000;

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
        check_count("steps", steps, MOST_STEPS)?;
        #[cfg(feature = "webgpu")]
        if self.undecided && self.training.is_some() {
            self.decide().await?;
            self.undecided = false;
        }
        let started = web_time::Instant::now();
        let batches = self.batches.clone();
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
                self.batches = batches;
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
        let dealer = Dealer::new(&self.settings, self.training.as_ref(), model)?;
        let trainer = &mut *model.trainer;
        let before = match &mut self.kept {
            Some(kept) => {
                kept.renew(trainer);
                kept
            }
            none => none.insert(Kept::of(trainer)),
        };
        let mut given = Vec::new();
        for step in self.step..self.step + steps as u64 {
            let hand = dealer.deal(step, &mut self.batches);
            given = trainer.step(dealer.input(hand, trainer, &self.engine));
        }
        let losses = match read(given).await {
            Ok(read) => finite(trainer.losses(&read, dealer.objective)),
            Err(error) => Err(error),
        };
        losses.inspect_err(|_| before.restore(trainer))
    }

    #[cfg(feature = "webgpu")]
    async fn recorded_steps(&mut self, steps: usize) -> Result<Losses, Error> {
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let dealer = Dealer::new(&self.settings, self.training.as_ref(), model)?;
        let trainer = &mut *model.trainer;
        let recorded = match &mut self.recorded {
            Some(recorded) => {
                recorded.keep(trainer)?;
                recorded
            }
            none => none.insert(Recorded::prepare(&dealer, trainer, &self.engine)),
        };
        let outcome = recorded
            .steps(&dealer, trainer, self.step, steps, &mut self.batches)
            .await;
        let losses = outcome.and_then(|read| finite(trainer.losses(&read, dealer.objective)));
        if losses.is_err() {
            recorded.go_back(trainer);
        }
        losses
    }
}

/// Losses that all are numbers.
fn finite(losses: Losses) -> Result<Losses, Error> {
    match losses.iter().find(|(_, value)| !value.is_finite()) {
        None => Ok(losses),
        Some((name, value)) => Err(Error::TrainingDiverged {
            loss: name,
            value: value.to_string(),
        }),
    }
}
