//! A session: data set, model and trainer together. What the page holds, and what a Rust program holds.

mod sampling;
mod self_test;

pub use self_test::{SelfTest, self_test};

use burn::tensor::Tensor;
use serde::Serialize;

use crate::checkpoint::{self, Checkpoint, Header};
use crate::dataset::{Batches, Dataset, PointSettings, Shape};
use crate::engine::{Engine, EngineName, read};
use crate::error::Error;
use crate::evaluation::{Examined, PrincipalComponents, Report, evaluate};
use crate::model::ModelConfig;
use crate::objective::Objective;
use crate::random::{Purpose, Random};
use crate::settings::{Choices, Settings};
use crate::training::{Losses, StepInput, Trainer, start};

/// Points made for training and for testing.
const TRAINING_POINTS: usize = 10_000;
const TEST_POINTS: usize = 2_500;
/// Most steps of one call: a browser's worker answers nothing else meanwhile.
const MOST_STEPS: usize = 100_000;
/// Steps queued on a GPU before their losses are waited for: in a browser nothing else slows the queue down.
const STEPS_IN_FLIGHT: usize = 16;
/// Most examples of one call.
const MOST_EXAMPLES: usize = 100_000;

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

/// A model, and the shape of the examples it is for.
struct Model {
    shape: Shape,
    trainer: Box<dyn Trainer>,
}

/// Data set, model and trainer. After an error it is as it was before the call.
pub struct Session {
    settings: Settings,
    engine: Engine,
    training: Option<Dataset>,
    test: Option<Dataset>,
    model: Option<Model>,
    step: u64,
    batches: Batches,
    components: Option<PrincipalComponents>,
}

impl Session {
    /// A session without data; the model is made when data tell the size of an example.
    ///
    /// # Errors
    /// Where a setting is refused or the engine cannot be opened.
    pub async fn create(choices: Choices) -> Result<Self, Error> {
        let mut settings = Settings::from_choices(choices)?;
        let engine = Engine::open(settings.engine).await?;
        settings.engine = engine.name();
        let batches = Batches::awaiting(settings.seed, 0, 0);
        Ok(Self {
            settings,
            engine,
            training: None,
            test: None,
            model: None,
            step: 0,
            batches,
            components: None,
        })
    }

    /// A session from what [`Session::save`] gave, on any engine. Load the data again, and training goes on
    /// as if it had never stopped.
    ///
    /// # Errors
    /// Where the bytes are no checkpoint of ours or the engine cannot be opened.
    pub async fn restore(bytes: &[u8], engine: EngineName) -> Result<Self, Error> {
        let checkpoint = Checkpoint::open(bytes)?;
        let Header {
            settings,
            shape,
            step,
            epoch,
            position,
            ..
        } = checkpoint.header.clone();
        // A file from elsewhere may say anything.
        let mut settings = settings.with(Choices::default())?;
        let engine = Engine::open(engine).await?;
        settings.engine = engine.name();
        let mut trainer = fresh(&settings, shape, &engine);
        checkpoint.load(&mut *trainer, &engine)?;
        // The order itself needs the number of examples, which the data will tell.
        let batches = Batches::awaiting(settings.seed, epoch, position);
        let model = Some(Model { shape, trainer });
        Ok(Self {
            settings,
            engine,
            training: None,
            test: None,
            model,
            step,
            batches,
            components: None,
        })
    }

    /// The settings in full.
    pub fn settings(&self) -> &Settings {
        &self.settings
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

    /// Changes settings of a running session: optimizer, objective, divergence weight, batch size, corruption.
    ///
    /// # Errors
    /// Where a setting is refused or only a new session can change it.
    pub fn change(&mut self, choices: Choices) -> Result<&Settings, Error> {
        let changed = self.settings.with_live(choices)?;
        if let Some(shape) = self.shape() {
            changed.objective_for(shape)?;
        }
        self.settings = changed;
        Ok(&self.settings)
    }

    /// Loads the training part: IDX pictures, with labels or without, gzip or not.
    ///
    /// # Errors
    /// Where a file cannot be read or its pictures have another size than the model was made for.
    pub fn load_images(&mut self, images: &[u8], labels: Option<&[u8]>) -> Result<(), Error> {
        self.use_training(Dataset::from_idx(images, labels)?)
    }

    /// Loads the part that [`Session::evaluate`] measures on. It is never trained on.
    ///
    /// # Errors
    /// As [`Session::load_images`].
    pub fn load_test_images(&mut self, images: &[u8], labels: Option<&[u8]>) -> Result<(), Error> {
        let test = Dataset::from_idx(images, labels)?;
        self.check_shape(test.shape())?;
        self.test = Some(test);
        Ok(())
    }

    /// Makes points in the plane from the session's seed: 10,000 to train on, 2,500 others to test on.
    ///
    /// # Errors
    /// Where a setting is out of its range, or the model or its objective is for pictures.
    pub fn load_points(&mut self, points: PointSettings) -> Result<(), Error> {
        let seed = self.settings.seed;
        let training = Dataset::from_points(points, seed, 0, TRAINING_POINTS)?;
        let test = Dataset::from_points(points, seed, 1, TEST_POINTS)?;
        self.use_training(training)?;
        self.test = Some(test);
        Ok(())
    }

    fn use_training(&mut self, training: Dataset) -> Result<(), Error> {
        let shape = training.shape();
        self.check_shape(shape)?;
        self.settings.objective_for(shape)?;
        if self.model.is_none() {
            self.model = Some(Model {
                shape,
                trainer: fresh(&self.settings, shape, &self.engine),
            });
        }
        // A test part of another shape belonged to other data.
        self.test = self.test.take().filter(|test| test.shape() == shape);
        self.batches = Batches::resume(
            self.settings.seed,
            training.len(),
            self.batches.epoch(),
            self.batches.position(),
        );
        self.components = None;
        self.training = Some(training);
        Ok(())
    }

    fn check_shape(&self, shape: Shape) -> Result<(), Error> {
        match self.shape() {
            Some(own) if own != shape => Err(Error::new(
                format!("The data are {}", describe(shape)),
                format!("{}, which this session's model was made for", describe(own)),
                "Create a new session for other data",
            )),
            _ => Ok(()),
        }
    }

    fn model(&self) -> Result<&Model, Error> {
        self.model.as_ref().ok_or_else(no_data)
    }

    fn training_part(&self) -> Result<&Dataset, Error> {
        self.training.as_ref().ok_or_else(no_data)
    }

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

    /// `[n * features]` to the same, through encoder and decoder.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the family has no encoder.
    pub async fn reconstruct(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let model = self.model()?;
        let examples = self.input("examples", examples, model.shape.features())?;
        let rebuilt = model.trainer.decode(model.trainer.encode(examples)?);
        Ok(read([rebuilt]).await?.remove(0))
    }

    /// `[n * features]` to `[n * code]`; a variational autoencoder gives the mean code.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the family has no encoder.
    pub async fn encode(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let model = self.model()?;
        let examples = self.input("examples", examples, model.shape.features())?;
        Ok(read([model.trainer.encode(examples)?]).await?.remove(0))
    }

    /// `[n * code]` to `[n * features]`
    ///
    /// # Errors
    /// Where the values are not whole codes.
    pub async fn decode(&self, codes: &[f32]) -> Result<Vec<f32>, Error> {
        let model = self.model()?;
        let codes = self.input("codes", codes, self.settings.code)?;
        Ok(read([model.trainer.decode(codes)]).await?.remove(0))
    }

    /// Makes `count` new examples (1 to 100,000), `[count * features]`; a seed makes the same ones of the same model.
    ///
    /// # Errors
    /// Where there is no model yet; for an autoencoder, where there are no training data to learn from where
    /// codes lie.
    pub async fn sample(&self, count: usize, seed: u32) -> Result<Vec<f32>, Error> {
        check_count("samples", count, MOST_EXAMPLES)?;
        let model = self.model()?;
        let mut random = Random::stream(seed, Purpose::Sample, 0);
        let codes = self.sample_codes(count, &mut random).await?;
        Ok(
            read([model.trainer.decode(self.engine.tensor(codes, count))])
                .await?
                .remove(0),
        )
    }

    /// One number for each of `[n * features]`: of a GAN the probability of being real; of an autoencoder the
    /// squared error and of a variational one the negative ELBO, both larger for odd examples.
    ///
    /// # Errors
    /// Where the values are not whole examples.
    pub async fn score(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let model = self.model()?;
        let objective = self.settings.objective_for(model.shape)?;
        let examples = self.input("examples", examples, model.shape.features())?;
        Ok(read([model.trainer.score(examples, objective)])
            .await?
            .remove(0))
    }

    /// The family's measures on the test part, with their baselines.
    ///
    /// # Errors
    /// Where the training or the test part is missing.
    pub async fn evaluate(&mut self) -> Result<Report, Error> {
        let model = self.model.as_ref().ok_or_else(no_data)?;
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or_else(|| {
            Error::new(
                "No test data are loaded",
                "a part that the model was not trained on",
                "Call loadTestImages first",
            )
        })?;
        let components = match self.components.take() {
            Some(components) => components,
            None => PrincipalComponents::fit(training, self.settings.code).await?,
        };
        let examined = Examined {
            family: self.settings.family,
            trainer: &*model.trainer,
            code: self.settings.code,
            objective: self.settings.objective_for(model.shape)?,
            engine: &self.engine,
            training,
            test,
            components: &components,
        };
        let measured = evaluate(&examined).await;
        self.components = Some(components);
        let (count, measures) = measured?;
        Ok(Report {
            step: self.step,
            count,
            measures,
        })
    }

    /// The session without its data, as safetensors (see [`crate::checkpoint`]).
    ///
    /// # Errors
    /// Where there is no model yet.
    pub async fn save(&mut self) -> Result<Vec<u8>, Error> {
        let (epoch, position) = (self.batches.epoch(), self.batches.position());
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let header = Header::new(
            self.settings.clone(),
            model.shape,
            self.step,
            epoch,
            position,
        );
        checkpoint::save(header, &mut *model.trainer).await
    }

    /// `count` examples of the training part from `start`, `[count * features]`.
    ///
    /// # Errors
    /// Where there are not so many.
    pub fn examples(&self, start: usize, count: usize) -> Result<Vec<f32>, Error> {
        let training = self.training_part()?;
        Ok(training.gather(part_of(start, count, training.len())?))
    }

    /// Labels of the same examples; empty where the set has none.
    ///
    /// # Errors
    /// Where there are not so many examples.
    pub fn labels(&self, start: usize, count: usize) -> Result<Vec<u8>, Error> {
        let training = self.training_part()?;
        let range = part_of(start, count, training.len())?;
        Ok(training.labels().get(range).unwrap_or_default().to_vec())
    }

    /// Values from outside as rows of `width`, once they have been found sound.
    fn input(&self, what: &str, values: &[f32], width: usize) -> Result<Tensor<2>, Error> {
        let rows = values.len() / width;
        if values.is_empty() || values.len() % width != 0 || rows > MOST_EXAMPLES {
            return Err(Error::new(
                format!("The {what} have {} numbers", values.len()),
                format!("1 to {MOST_EXAMPLES} times {width} numbers"),
                format!("Pass whole {what}, one after the other"),
            ));
        }
        if let Some(index) = values.iter().position(|value| !value.is_finite()) {
            return Err(Error::new(
                format!("The {what} have {} at place {index}", values[index]),
                "finite numbers",
                "Replace it",
            ));
        }
        Ok(self.engine.tensor(values.to_vec(), rows))
    }
}

fn fresh(settings: &Settings, shape: Shape, engine: &Engine) -> Box<dyn Trainer> {
    let config = ModelConfig {
        features: shape.features(),
        hidden: settings.hidden.clone(),
        code: settings.code,
        bounded: shape.is_bounded(),
        seed: settings.seed,
    };
    start(settings.family, &config, shape, engine.device())
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

fn describe(shape: Shape) -> String {
    match shape {
        Shape::Picture { height, width } => format!("pictures of {height} by {width} pixels"),
        Shape::Point => "points in the plane".into(),
    }
}

fn no_data() -> Error {
    Error::new(
        "No data are loaded",
        "a training part",
        "Call loadImages or loadPoints first",
    )
}

fn check_count(what: &str, count: usize, most: usize) -> Result<(), Error> {
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err(Error::new(
        format!("{count} {what} were asked for"),
        format!("1 to {most}"),
        "Ask for a number in that range",
    ))
}

fn part_of(start: usize, count: usize, all: usize) -> Result<std::ops::Range<usize>, Error> {
    match start.checked_add(count) {
        Some(end) if end <= all && count > 0 => Ok(start..end),
        _ => Err(Error::new(
            format!("{count} examples from number {start} were asked for"),
            format!("a part, not empty, of the {all} that there are"),
            "Ask for fewer, or from an earlier one",
        )),
    }
}
