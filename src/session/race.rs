//! Chooses the faster engine for this model: both are timed on real steps of it.

use web_time::Instant;

use super::batch_sampler::BatchSampler;
use super::recorded::Recorded;
use super::{Model, Race, Session, init_trainer};
use crate::checkpoint::Checkpoint;
use crate::engine::Engine;
use crate::error::Error;

/// How long each engine is timed, so that both take less than 300 ms even where the last measurement comes late; compilation
/// is not timed.
const TIMING_MILLISECONDS: f64 = 80.0;
/// Enough steps for one to be recorded.
const STEPS_TO_RECORD: usize = 3;
/// Steps between two measurements on WebGPU, where each is a wait.
const STRIDE: usize = 8;
/// A single step that takes so long on WebGPU is measurement enough.
const SLOW_STEP_MILLISECONDS: f64 = TIMING_MILLISECONDS / STRIDE as f64;

impl Session {
    /// Times both engines, and continues the session on the faster.
    pub(super) async fn choose_engine(&mut self) -> Result<(), Error> {
        let race = Race {
            cpu: self.time_on_cpu()?,
            webgpu: self.time_on_webgpu().await?,
        };
        self.race = Some(race);
        if race.cpu < race.webgpu {
            self.move_to(Engine::cpu()).await?;
        }
        Ok(())
    }

    fn time_on_cpu(&self) -> Result<f64, Error> {
        let engine = Engine::cpu();
        let model = self.model()?;
        let sampler = BatchSampler::new(&self.settings, self.training.as_ref(), model)?;
        let mut trainer = init_trainer(&self.settings, model.shape, model.labels, &engine)?;
        let mut index_sampler = self.index_sampler.clone();
        let mut started = Instant::now();
        let mut step = 0;
        loop {
            let batch = sampler.sample(step, &mut index_sampler);
            trainer.step(sampler.input(batch, &*trainer, &engine));
            let elapsed = started.elapsed().as_secs_f64() * 1000.0;
            match step {
                // The first step has cold caches.
                0 => started = Instant::now(),
                _ if elapsed >= TIMING_MILLISECONDS => return Ok(elapsed / step as f64),
                _ => {}
            }
            step += 1;
        }
    }

    async fn time_on_webgpu(&self) -> Result<f64, Error> {
        let model = self.model()?;
        let sampler = BatchSampler::new(&self.settings, self.training.as_ref(), model)?;
        let mut trainer = init_trainer(&self.settings, model.shape, model.labels, &self.engine)?;
        let mut index_sampler = self.index_sampler.clone();
        let mut recorded = Recorded::prepare(&sampler, &mut *trainer, &self.engine);
        let mut time_steps = async |steps| -> Result<f64, Error> {
            let started = Instant::now();
            recorded
                .steps(&sampler, &mut *trainer, 0, steps, &mut index_sampler)
                .await?;
            Ok(started.elapsed().as_secs_f64() * 1000.0)
        };
        // The first includes compilation.
        time_steps(1).await?;
        let single = time_steps(1).await?;
        if single > SLOW_STEP_MILLISECONDS {
            return Ok(single);
        }
        time_steps(STEPS_TO_RECORD).await?;
        let (mut steps, mut elapsed) = (0, 0.0);
        while elapsed < TIMING_MILLISECONDS {
            elapsed += time_steps(STRIDE).await?;
            steps += STRIDE;
        }
        Ok(elapsed / steps as f64)
    }

    async fn move_to(&mut self, engine: Engine) -> Result<(), Error> {
        let bytes = self.save().await?;
        let Model {
            shape,
            labels,
            optimizer_start,
            ..
        } = *self.model()?;
        let mut trainer = init_trainer(&self.settings, shape, labels, &engine)?;
        Checkpoint::open(&bytes)?.load(&mut *trainer)?;
        self.model = Some(Model {
            shape,
            labels,
            optimizer_start,
            trainer,
        });
        self.settings.engine = engine.name();
        self.engine = engine;
        self.snapshot = None;
        self.forget_recording();
        Ok(())
    }
}
