//! Training a session: the steps, and the one reading of their losses.

use serde::Serialize;

use super::{Session, check_count, no_data};
use crate::dataset::Shape;
use crate::engine::{Engine, EngineName, read};
use crate::error::Error;
use crate::objective::Objective;
use crate::random::{Purpose, Random};
use crate::settings::Settings;
use crate::training::{Losses, StepInput, Trainer};

/// Most steps of one call: a browser's worker answers nothing else meanwhile.
const MOST_STEPS: usize = 100_000;
/// Steps queued on a GPU before their losses are waited for: in a browser nothing else slows the queue down.
const STEPS_IN_FLIGHT: usize = 16;

/// What [`Session::train`] reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Steps trained since the session was created.
    pub step: u64,
    /// Losses of the last step by name.
    #[serde(serialize_with = "as_object")]
    pub losses: Vec<(&'static str, f32)>,
    /// Mean time of a step of this call.
    pub milliseconds_per_step: f64,
}

fn as_object<S: serde::Serializer>(
    losses: &[(&'static str, f32)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(losses.iter().copied())
}

impl Session {
    /// Trains `steps` steps (1 to 100,000) and reads the losses of the last, once.
    ///
    /// # Errors
    /// Where there are no data, or a loss is no longer a finite number; the steps of this call are then undone.
    pub async fn train(&mut self, steps: usize) -> Result<Progress, Error> {
        check_count("steps", steps, MOST_STEPS)?;
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let objective = self.settings.objective_for(model.shape)?;
        let before = (model.trainer.duplicate(), self.batches.clone());
        let started = web_time::Instant::now();
        let mut losses = Losses::new();
        let mut outcome = Ok(Vec::new());
        for done in 0..steps {
            let step = self.step + done as u64;
            let examples = training.gather(self.batches.next(self.settings.batch_size).into_iter());
            losses = advance(
                &mut *model.trainer,
                &self.settings,
                &self.engine,
                model.shape,
                objective,
                step,
                examples,
            );
            let last = done + 1 == steps;
            if last || (done + 1) % STEPS_IN_FLIGHT == 0 && self.engine.name() != EngineName::Cpu {
                outcome = read(losses.iter().map(|(_, loss)| loss.clone())).await;
                if outcome.is_err() {
                    break;
                }
            }
        }
        let values: Vec<f32> = match outcome {
            Ok(read) => read.into_iter().map(|value| value[0]).collect(),
            Err(error) => {
                (model.trainer, self.batches) = before;
                return Err(error);
            }
        };
        let losses: Vec<_> = losses.iter().map(|(name, _)| *name).zip(values).collect();
        if let Some((name, value)) = losses.iter().find(|(_, value)| !value.is_finite()) {
            (model.trainer, self.batches) = before;
            return Err(Error::new(
                format!(
                    "Training ran away: the loss \"{name}\" became {value}, and its last steps were undone"
                ),
                "losses that stay finite",
                "Lower the learning rate and go on",
            ));
        }
        self.step += steps as u64;
        let milliseconds_per_step = started.elapsed().as_secs_f64() * 1000.0 / steps as f64;
        Ok(Progress {
            step: self.step,
            losses,
            milliseconds_per_step,
        })
    }
}

/// One step on `examples` `[batch * features]`; every random number follows from the seed and the step.
fn advance(
    trainer: &mut dyn Trainer,
    settings: &Settings,
    engine: &Engine,
    shape: Shape,
    objective: Objective,
    step: u64,
    examples: Vec<f32>,
) -> Losses {
    let shown = settings.corruption.map(|corruption| {
        let mut spoilt = examples.clone();
        let mut random = Random::stream(settings.seed, Purpose::Corruption, step);
        corruption.apply(&mut spoilt, shape.is_bounded(), &mut random);
        engine.tensor(spoilt, settings.batch_size)
    });
    let batch = engine.tensor(examples, settings.batch_size);
    let rows = trainer.noise_rows(settings.batch_size);
    let noise = Random::stream(settings.seed, Purpose::Noise, step).normals(rows * settings.code);
    trainer.step(StepInput {
        shown: shown.unwrap_or_else(|| batch.clone()),
        batch,
        noise: engine.tensor(noise, rows),
        objective,
        divergence_weight: settings.divergence_weight,
        optimizer: settings.optimizer,
    })
}
