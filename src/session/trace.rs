//! One step of a GAN taken apart, part by part in the order in which it happens. It is the step: afterwards the session is
//! where [`Session::train`] would have brought it.

use super::batch_sampler::BatchSampler;
#[cfg(feature = "webgpu")]
use super::recorded::Recorded;
use super::training::finite;
use super::{Session, no_data};
use crate::dataset::Shape;
use crate::engine::read;
use crate::error::Error;
use crate::objective::probability_real;
use crate::training::{Losses, Packing, Snapshot, TracedNetwork, TracedStep, Update};

/// Examples of a batch that are reported; the step is done with all of them.
pub const TRACED_EXAMPLES: usize = 64;

/// What the discriminator says of some examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Its outputs, `[n]`: larger for real.
    pub logits: Vec<f32>,
    /// The probabilities of being real, `[n]`, 0 to 1.
    pub scores: Vec<f32>,
    /// The mean of these over the whole batch.
    pub mean_score: f32,
}

/// What a step did to a network, over all its weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The L2 norm of the gradients of its loss; none where it was not updated.
    pub gradient_norm: Option<f64>,
    /// The L2 norm of the change of its weights.
    pub moved: f64,
}

/// The discriminator's half of a step, first.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscriminatorTrace {
    /// Standard normal, `[n * code]`.
    pub noise: Vec<f32>,
    /// What was made of it, in the range of the data, `[n * features]`.
    pub made: Vec<f32>,
    /// The real examples, `[n * features]`.
    pub real: Vec<f32>,
    /// What it said of the real ones before its update.
    pub of_real: Scored,
    /// And of the made ones.
    pub of_made: Scored,
    /// The mean over the batch.
    pub loss: f32,
    /// Its update.
    pub update: Moved,
}

/// The generator's half, against the discriminator as it is by then.
#[derive(Clone, Debug, PartialEq)]
pub struct GeneratorTrace {
    /// Standard normal, `[n * code]`.
    pub noise: Vec<f32>,
    /// What was made of it before the update, in the range of the data, `[n * features]`.
    pub made: Vec<f32>,
    /// What the discriminator said of it.
    pub of_made: Scored,
    /// The mean over the batch.
    pub loss: f32,
    /// The gradient of the loss at what was made, `[n * features]`, in units of the data; none where the generator was not
    /// updated.
    pub made_gradient: Option<Vec<f32>>,
    /// Its update.
    pub update: Moved,
}

/// One step, of whose batch the first `n` examples are here, at most [`TRACED_EXAMPLES`].
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Steps trained, this one included.
    pub step: u64,
    /// Which networks were updated.
    pub updated: Update,
    /// As in [`super::Progress`].
    pub losses: Losses,
    /// First.
    pub discriminator: DiscriminatorTrace,
    /// Second.
    pub generator: GeneratorTrace,
}

impl Session {
    /// Trains one step of a GAN, in which these networks are updated, and tells what happened in it.
    ///
    /// # Errors
    /// Where the family has no discriminator, there are no data, memory does not suffice, or a loss is no longer a finite
    /// number; the step is then undone.
    pub async fn trace(&mut self, update: Update) -> Result<Trace, Error> {
        self.check_adversaries()?;
        self.settle_engine().await?;
        let model = self.model.as_mut().ok_or_else(no_data)?;
        // Weights before and after, gradients, what the last step can be undone by: moments and the average besides.
        let networks = model.trainer.networks();
        let weights = networks
            .iter()
            .map(|each| each.network.parameters().dims()[0]);
        let numbers =
            6 * weights.sum::<usize>() + 5 * self.settings.batch_size * model.shape.features();
        self.check_call(numbers)?;
        let index_sampler = self.index_sampler.clone();
        let traced = self.traced_step(update).await;
        match &traced {
            Ok(_) => self.step += 1,
            Err(_) => self.index_sampler = index_sampler,
        }
        traced
    }

    /// The step itself; after an error the model is as it was.
    async fn traced_step(&mut self, update: Update) -> Result<Trace, Error> {
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let sampler =
            BatchSampler::new(&self.settings, self.training.as_ref(), model)?.updating(update);
        let trainer = &mut *model.trainer;
        let shape = model.shape;
        let updated = sampler.kind(self.step).update;
        let batch = sampler.sample(self.step, &mut self.index_sampler);
        let shown = TRACED_EXAMPLES.min(self.settings.batch_size);
        let real = sampler
            .training
            .gather(batch.indices[..shown].iter().copied());
        let noise = batch
            .noise
            .chunks_exact(self.settings.batch_size * sampler.noise_width());
        let rows = |noise: &[f32]| -> Vec<f32> {
            let rows = noise.chunks_exact(sampler.noise_width()).take(shown);
            rows.flat_map(|row| &row[..self.settings.code])
                .copied()
                .collect()
        };
        let noise: Vec<Vec<f32>> = noise.map(rows).collect();
        let snapshot = Snapshot::new(trainer);
        #[cfg(feature = "webgpu")]
        let input = match self.engine.name() {
            crate::engine::EngineName::Webgpu => {
                let recorded = self
                    .recorded
                    .get_or_insert_with(|| Recorded::prepare(&sampler, trainer, &self.engine));
                recorded.input(&sampler, batch)
            }
            _ => sampler.input(batch, trainer, &self.engine),
        };
        #[cfg(not(feature = "webgpu"))]
        let input = sampler.input(batch, trainer, &self.engine);
        let traced = trainer.trace(input)?;
        let told = match Read::of(traced, shape).await {
            Ok(read) => finite(trainer.losses(&read.outputs, sampler.objective))
                .map(|losses| (read, losses)),
            Err(error) => Err(error),
        };
        let (read, losses) = told.inspect_err(|_| snapshot.restore(trainer))?;
        let loss = |name| {
            losses
                .iter()
                .find(|(own, _)| *own == name)
                .map_or(0.0, |(_, loss)| *loss)
        };
        let undecided = sampler.objective.undecided_logit(&read.outputs[2]);
        let packing = Packing::of(self.settings.packing());
        let packs = self.settings.batch_size / packing.size();
        // Of a pack that is judged as one, each example has the logit.
        let scored = |logits: &[f32]| {
            let logits = packing.repeat(logits[..packs].to_vec());
            let scores: Vec<f32> = logits
                .iter()
                .map(|&logit| probability_real(sampler.objective, logit - undecided))
                .collect();
            Scored {
                mean_score: scores.iter().sum::<f32>() / scores.len() as f32,
                logits: logits[..shown].to_vec(),
                scores: scores[..shown].to_vec(),
            }
        };
        let cut = |values: &[f32]| values[..shown * shape.features()].to_vec();
        let [first, second] = [0, 1].map(|half| noise.get(half).cloned().unwrap_or_default());
        Ok(Trace {
            step: self.step + 1,
            updated,
            discriminator: DiscriminatorTrace {
                noise: first,
                made: cut(&read.made[0]),
                real,
                of_real: scored(&read.outputs[2]),
                of_made: scored(&read.outputs[2][packs..]),
                loss: loss("discriminator"),
                update: read.discriminator,
            },
            generator: GeneratorTrace {
                noise: second,
                made: cut(&read.made[1]),
                of_made: scored(&read.generator_logits),
                loss: loss("generator"),
                made_gradient: read.made_gradient.as_deref().map(cut),
                update: read.generator,
            },
            losses,
        })
    }
}

/// What was read of a traced step.
struct Read {
    outputs: Vec<Vec<f32>>,
    made: [Vec<f32>; 2],
    generator_logits: Vec<f32>,
    made_gradient: Option<Vec<f32>>,
    discriminator: Moved,
    generator: Moved,
}

impl Read {
    async fn of(traced: TracedStep, shape: Shape) -> Result<Self, Error> {
        let TracedStep {
            outputs,
            made: [first, second],
            generator_logits,
            made_gradient,
            discriminator,
            generator,
        } = traced;
        let count = outputs.len();
        let others = [first, second, generator_logits];
        let all = outputs.into_iter().chain(others).chain(made_gradient);
        let mut outputs = read(all).await?;
        let mut others = outputs.split_off(count).into_iter();
        let mut next = || others.next().unwrap_or_default();
        let bounded = shape.is_bounded();
        // From -1..1, as the discriminator takes pictures.
        let in_range = |values: Vec<f32>| match bounded {
            true => values.into_iter().map(|value| 0.5 * value + 0.5).collect(),
            false => values,
        };
        let made = [in_range(next()), in_range(next())];
        let generator_logits = next();
        let scale = if bounded { 2.0 } else { 1.0 };
        let made_gradient: Option<Vec<f32>> = others
            .next()
            .map(|gradient| gradient.into_iter().map(|value| scale * value).collect());
        Ok(Self {
            outputs,
            made,
            generator_logits,
            made_gradient,
            discriminator: moved(discriminator).await?,
            generator: moved(generator).await?,
        })
    }
}

async fn moved(network: TracedNetwork) -> Result<Moved, Error> {
    let TracedNetwork {
        gradients,
        before,
        after,
    } = network;
    let values = read([before, after].into_iter().chain(gradients)).await?;
    let change = values[1]
        .iter()
        .zip(&values[0])
        .map(|(after, before)| after - before);
    Ok(Moved {
        gradient_norm: values
            .get(2)
            .map(|gradients| norm(gradients.iter().copied())),
        moved: norm(change),
    })
}

fn norm(values: impl Iterator<Item = f32>) -> f64 {
    values
        .map(|value| f64::from(value).powi(2))
        .sum::<f64>()
        .sqrt()
}
