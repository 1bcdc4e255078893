//! A session as a file, and back on any engine.

use super::{Model, Session, init_trainer, no_data};
use crate::checkpoint::{self, Checkpoint, Header, Precision};
use crate::dataset::IndexSampler;
use crate::engine::{Engine, EngineName};
use crate::error::Error;

impl Session {
    /// A session from what [`Session::save`] gave, on any engine. Load the data again, and training goes on
    /// as if it had never stopped.
    ///
    /// # Errors
    /// Where the bytes are no checkpoint of ours or the engine cannot be opened.
    pub async fn restore(bytes: &[u8], engine: EngineName) -> Result<Self, Error> {
        let checkpoint = Checkpoint::open(bytes)?;
        let Header {
            mut settings,
            shape,
            labels,
            data,
            step,
            optimizer_start,
            epoch,
            position,
        } = checkpoint.header.clone();
        let requested = engine;
        let engine = Engine::open(requested).await?;
        settings.engine = engine.name();
        let mut trainer = init_trainer(&settings, shape, labels, &engine)?;
        checkpoint.load(&mut *trainer)?;
        // The order itself needs the number of examples, which the data will tell.
        let index_sampler = IndexSampler::without_data(settings.seed, epoch, position);
        let model = Some(Model {
            shape,
            labels,
            optimizer_start,
            trainer,
        });
        Ok(Self {
            settings,
            data,
            training: None,
            test: None,
            model,
            step,
            index_sampler,
            components: None,
            ridge: None,
            classification: None,
            normal_components: None,
            latents: None,
            snapshot: None,
            #[cfg(feature = "webgpu")]
            recorded: None,
            #[cfg(feature = "webgpu")]
            race_pending: super::race_pending(requested, &engine),
            race: None,
            engine,
        })
    }

    /// The session without its data, as safetensors (see [`crate::checkpoint`]).
    ///
    /// # Errors
    /// Where there is no model yet, or the engine cannot give the weights back.
    pub async fn save(&mut self) -> Result<Vec<u8>, Error> {
        self.save_as(Precision::Full).await
    }

    /// The same with weights of 16 bits and without the optimiser's moments, a sixth as long: restored, it makes the same up to
    /// rounding, and training goes on with moments that begin anew.
    ///
    /// # Errors
    /// As for [`Self::save`].
    pub async fn save_weights(&mut self) -> Result<Vec<u8>, Error> {
        self.save_as(Precision::Half).await
    }

    async fn save_as(&mut self, precision: Precision) -> Result<Vec<u8>, Error> {
        let (epoch, position) = (self.index_sampler.epoch(), self.index_sampler.position());
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let header = Header {
            settings: self.settings.clone(),
            shape: model.shape,
            labels: model.labels,
            data: self.data.clone(),
            step: self.step,
            optimizer_start: match precision {
                Precision::Full => model.optimizer_start,
                Precision::Half => self.step,
            },
            epoch,
            position,
        };
        checkpoint::save(header, &mut *model.trainer, precision).await
    }
}
