//! Which engine is the faster for this very model: both take real steps of it, and the clock decides.

use web_time::Instant;

use super::dealing::Dealer;
use super::recorded::Recorded;
use super::{Model, Race, Session, fresh, no_data};
use crate::checkpoint::Checkpoint;
use crate::engine::Engine;
use crate::error::Error;

/// How long each engine is timed, so that both are in less than 300 ms even where the last look at the clock comes late;
/// what has to be compiled first does not count.
const LAP_MILLISECONDS: f64 = 80.0;
/// Enough steps for one to be recorded.
const TO_RECORD: usize = 3;
/// Steps between two looks at the clock on WebGPU, where each look is a wait.
const STRIDE: usize = 8;
/// A single step that takes so long on WebGPU tells enough.
const LONG_MILLISECONDS: f64 = LAP_MILLISECONDS / STRIDE as f64;

impl Session {
    /// Runs the race, and goes on with the winner from where the session was.
    pub(super) async fn decide(&mut self) -> Result<(), Error> {
        let race = Race {
            cpu: self.lap_on_cpu()?,
            webgpu: self.lap_on_webgpu().await?,
        };
        self.race = Some(race);
        if race.cpu < race.webgpu {
            self.move_to(Engine::cpu()).await?;
        }
        Ok(())
    }

    fn lap_on_cpu(&self) -> Result<f64, Error> {
        let engine = Engine::cpu();
        let model = self.model()?;
        let dealer = Dealer::new(&self.settings, self.training.as_ref(), model)?;
        let mut trainer = fresh(&self.settings, model.shape, &engine)?;
        let mut batches = self.batches.clone();
        let mut started = Instant::now();
        let mut step = 0;
        loop {
            let hand = dealer.deal(step, &mut batches);
            trainer.step(dealer.input(hand, &*trainer, &engine));
            let elapsed = started.elapsed().as_secs_f64() * 1000.0;
            match step {
                // The first step finds nothing in the caches.
                0 => started = Instant::now(),
                _ if elapsed >= LAP_MILLISECONDS => return Ok(elapsed / step as f64),
                _ => {}
            }
            step += 1;
        }
    }

    async fn lap_on_webgpu(&self) -> Result<f64, Error> {
        let model = self.model()?;
        let dealer = Dealer::new(&self.settings, self.training.as_ref(), model)?;
        let mut trainer = fresh(&self.settings, model.shape, &self.engine)?;
        let mut batches = self.batches.clone();
        let mut recorded = Recorded::prepare(&dealer, &mut *trainer, &self.engine);
        let mut lap = async |steps| -> Result<f64, Error> {
            let started = Instant::now();
            recorded
                .steps(&dealer, &mut *trainer, 0, steps, &mut batches)
                .await?;
            Ok(started.elapsed().as_secs_f64() * 1000.0)
        };
        // The first is compiled.
        lap(1).await?;
        let single = lap(1).await?;
        if single > LONG_MILLISECONDS {
            return Ok(single);
        }
        lap(TO_RECORD).await?;
        let (mut steps, mut elapsed) = (0, 0.0);
        while elapsed < LAP_MILLISECONDS {
            elapsed += lap(STRIDE).await?;
            steps += STRIDE;
        }
        Ok(elapsed / steps as f64)
    }

    async fn move_to(&mut self, engine: Engine) -> Result<(), Error> {
        let bytes = self.save().await?;
        let shape = self.shape().ok_or_else(no_data)?;
        let mut trainer = fresh(&self.settings, shape, &engine)?;
        Checkpoint::open(&bytes)?.load(&mut *trainer)?;
        self.model = Some(Model { shape, trainer });
        self.settings.engine = engine.name();
        self.engine = engine;
        self.kept = None;
        self.forget_recording();
        Ok(())
    }
}
