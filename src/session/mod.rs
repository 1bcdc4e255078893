//! A session: data set, model and trainer together. The page and Rust programs use the same one.

mod anomaly;
mod arrows;
mod augmentation;
mod batch_sampler;
mod breeding;
mod classification;
mod conditioning;
mod copies;
#[cfg(feature = "webgpu")]
mod device_feed;
mod discrimination;
mod evaluation;
mod features;
mod inference;
mod label_report;
mod latent;
mod likelihood;
mod loading;
mod molecules;
mod posterior;
mod probe;
#[cfg(feature = "webgpu")]
mod race;
#[cfg(feature = "webgpu")]
mod recorded;
mod sampling;
mod saving;
mod seams;
mod self_test;
mod trace;
mod training;
mod undecided;
mod walks;

use self::latent::Latents;
pub use anomaly::{RocBaseline, RocReport, ScoreHistogram};
pub use augmentation::{Augmentation, AugmentationReport};
pub use copies::{CopyReport, DistanceHistogram, Likeness, Split};
pub use discrimination::Verdicts;
pub use features::{Exciting, Filters, Layer};
pub(crate) use inference::MAX_EXAMPLES;
pub use label_report::{LabelFigure, LabelFigures, LabelReport};
pub use latent::{ClassCode, LatentReport, Within};
pub use posterior::Posterior;
pub use probe::ProbeReport;
pub use seams::Seams;
pub use self_test::{SelfTest, self_test};
pub use trace::{DiscriminatorTrace, GeneratorTrace, Moved, Scored, TRACED_EXAMPLES, Trace};
pub(crate) use training::MAX_STEPS;
pub use training::Progress;
pub use walks::Path;

use serde::Serialize;

use crate::dataset::{DataDescription, Dataset, IndexSampler, Shape};
use crate::engine::Engine;
#[cfg(feature = "webgpu")]
use crate::engine::EngineName;
use crate::error::Error;
use crate::evaluation::{PrincipalComponents, RidgeRegression};
use crate::memory;
use crate::model::ModelConfig;
use crate::settings::{Choices, Settings};
use crate::training::{Snapshot, Trainer, new_trainer};

/// A model, and the shape of the examples it is for.
struct Model {
    shape: Shape,
    /// Labels that it is told; 0 where it is told none.
    labels: usize,
    /// Steps that the optimiser has not seen: those before the model was restored without its moments.
    optimizer_start: u64,
    trainer: Box<dyn Trainer>,
}

/// Milliseconds of a step of one model on either engine.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Race {
    /// The CPU engine's.
    pub cpu: f64,
    /// The WebGPU engine's.
    pub webgpu: f64,
}

/// Data set, model and trainer. After an error it is as it was before the call.
pub struct Session {
    settings: Settings,
    engine: Engine,
    /// What it is trained on, or was before it was saved.
    data: Option<DataDescription>,
    training: Option<Dataset>,
    test: Option<Dataset>,
    model: Option<Model>,
    step: u64,
    index_sampler: IndexSampler,
    components: Option<PrincipalComponents>,
    /// Principal components of what is normal, once they were needed; none where they cannot be afforded.
    normal_components: Option<Option<PrincipalComponents>>,
    /// What the codes were like when somebody last asked.
    latents: Option<Latents>,
    /// A classifier of generated pictures.
    classification: Option<classification::Classification>,
    /// The best linear map for a corruption, once it was needed.
    ridge: Option<RidgeRegression>,
    /// The model before the last call of `train`, in memory that is reused: steps on the CPU change the model in place.
    snapshot: Option<Snapshot>,
    /// A recorded step for the GPU, until a setting or the data change.
    #[cfg(feature = "webgpu")]
    recorded: Option<recorded::Recorded>,
    /// Whether the engine is still to be chosen by a race of both.
    #[cfg(feature = "webgpu")]
    race_pending: bool,
    race: Option<Race>,
}

impl Session {
    /// A session without data; the model is made when data tell the size of an example.
    ///
    /// # Errors
    /// Where a setting is refused or the engine cannot be opened.
    pub async fn create(choices: Choices) -> Result<Self, Error> {
        let mut settings = Settings::from_choices(choices)?;
        memory::check_settings(&settings)?;
        let requested = settings.engine;
        let engine = Engine::open(requested).await?;
        settings.engine = engine.name();
        let index_sampler = IndexSampler::without_data(settings.seed, 0, 0);
        Ok(Self {
            settings,
            data: None,
            training: None,
            test: None,
            model: None,
            step: 0,
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
            race_pending: race_pending(requested, &engine),
            race: None,
            engine,
        })
    }

    /// The settings in full.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The figures of the race that chose the engine; none where nothing was left to choose.
    pub fn race(&self) -> Option<Race> {
        self.race
    }

    /// What it is trained on; after [`Session::restore`] what it was trained on, until data are loaded.
    pub fn data(&self) -> Option<&DataDescription> {
        self.data.as_ref()
    }

    /// Examples to learn from, and unseen ones to measure on; 0 before they are loaded.
    pub fn counts(&self) -> [usize; 2] {
        [&self.training, &self.test].map(|part| part.as_ref().map_or(0, Dataset::len))
    }

    /// Steps trained.
    pub fn step(&self) -> u64 {
        self.step
    }

    /// Numbers in one example; none before data are loaded.
    pub fn features(&self) -> Option<usize> {
        self.shape().map(Shape::features)
    }

    fn shape(&self) -> Option<Shape> {
        self.model.as_ref().map(|model| model.shape)
    }

    /// Numbers that the encoder takes; none before data are loaded.
    pub fn inputs(&self) -> Option<usize> {
        let config = self.config().ok()?;
        Some(config.input_shape().features())
    }

    /// Changes settings of a running session: optimizer, objective, divergence weight, batch size, corruption.
    ///
    /// # Errors
    /// Where a setting is refused or only a new session can change it.
    pub fn change(&mut self, choices: Choices) -> Result<&Settings, Error> {
        let changed = self.settings.with_live(choices)?;
        match &self.model {
            Some(model) => {
                changed.check_data(model.shape)?;
                let config = changed.model(model.shape, model.labels);
                memory::check_session(&changed, &config, self.data_bytes())?;
            }
            None => memory::check_settings(&changed)?,
        }
        // What follows from these is an input of each step.
        let mut alike = changed.clone();
        alike.divergence_weight = self.settings.divergence_weight;
        alike.divergence_warm_up = self.settings.divergence_warm_up;
        if alike.is_sparse() == self.settings.is_sparse() {
            alike.sparsity = self.settings.sparsity;
        }
        let penalties = [&alike, &self.settings].map(|settings| settings.penalty.weight > 0.0);
        if penalties[0] == penalties[1] {
            alike.penalty.weight = self.settings.penalty.weight;
        }
        alike.optimizer = self.settings.optimizer;
        let same_betas = changed.optimizer.discriminator_betas()
            == self.settings.optimizer.discriminator_betas();
        if !same_betas || alike != self.settings {
            self.forget_recording();
        }
        self.settings = changed;
        Ok(&self.settings)
    }

    /// Drops a recorded step that is no longer valid.
    fn forget_recording(&mut self) {
        #[cfg(feature = "webgpu")]
        {
            self.recorded = None;
        }
    }

    /// Bytes of all data.
    fn data_bytes(&self) -> u64 {
        let splits = [&self.training, &self.test];
        splits.into_iter().flatten().map(Dataset::bytes).sum()
    }

    /// Finds fault with a call that needs so many numbers beside the session's.
    fn check_call(&self, numbers: usize) -> Result<(), Error> {
        let config = self.config()?;
        let bytes = numbers as u64 * size_of::<f32>() as u64;
        memory::check_call(bytes, &self.settings, &config, self.data_bytes())
    }

    fn model(&self) -> Result<&Model, Error> {
        self.model.as_ref().ok_or_else(no_data)
    }

    /// The sizes of the model.
    fn config(&self) -> Result<ModelConfig, Error> {
        let model = self.model()?;
        Ok(self.settings.model(model.shape, model.labels))
    }

    fn training_part(&self) -> Result<&Dataset, Error> {
        self.training.as_ref().ok_or_else(no_data)
    }
}

/// Whether a race is to decide: asked for by "auto", where there are two to run it.
#[cfg(feature = "webgpu")]
fn race_pending(requested: EngineName, opened: &Engine) -> bool {
    requested == EngineName::Auto && opened.name() == EngineName::Webgpu
}

fn init_trainer(
    settings: &Settings,
    shape: Shape,
    labels: usize,
    engine: &Engine,
) -> Result<Box<dyn Trainer>, Error> {
    let config = settings.model(shape, labels);
    config.check()?;
    Ok(new_trainer(settings.family, &config, engine.device()))
}

fn no_data() -> Error {
    Error::NoData {}
}

fn check_count(what: &'static str, count: usize, most: usize) -> Result<(), Error> {
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err(Error::CountOutOfRange { what, count, most })
}
