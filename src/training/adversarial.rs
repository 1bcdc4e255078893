//! Training a GAN: one step of the discriminator, then one of the generator.

use burn::tensor::{Device, Tensor};

use super::{
    Adam, ExamplePair, Losses, NamedNetwork, StepInput, TracedNetwork, TracedStep, Trainer,
};
use crate::engine::kernel::{AdversarialLogits, adversarial_loss, concat_rows, ema_update};
use crate::error::Error;
use crate::model::{Adversarial, ForwardPass, ModelConfig, Network};
use crate::objective::{Objective, probability_real};

pub(super) struct AdversarialTrainer {
    model: Adversarial,
    generator: Adam,
    discriminator: Adam,
    /// The exponential moving average of the generator, which generates the samples: the two networks cycle around
    /// their equilibrium, and the average is nearer to it (Yazici et al., arXiv 1806.04498).
    ema: Network,
}

impl AdversarialTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = Adversarial::init(config, device);
        Self {
            generator: Adam::new(&model.generator),
            discriminator: Adam::new(&model.discriminator),
            // The same weights, in buffers of their own.
            ema: Adversarial::init(config, device).generator,
            model,
        }
    }
}

/// The discriminator's half of a step: of each example the loss and the squared slope `[batch, 1]`, and all logits
/// `[2 or 3 batch, 1]`.
struct DiscriminatorHalf {
    losses: Tensor<2>,
    slopes: Tensor<2>,
    logits: Tensor<2>,
}

/// The generator's half: of each example loss and logit, `[batch, 1]`, and the gradient at what it made, `[batch, features]`.
struct GeneratorHalf {
    losses: Tensor<2>,
    logits: Tensor<2>,
    made_gradient: Option<Tensor<2>>,
}

impl AdversarialTrainer {
    /// Judges real examples and `generated` ones `[batch, features]`, and updates the discriminator.
    fn discriminator_half(&mut self, input: &StepInput, generated: Tensor<2>) -> DiscriminatorHalf {
        let model = &mut self.model;
        // Real and generated examples in one pass, [2 or 3 batch, features]: fewer, larger matrix products.
        let shown = concat_rows(input.batch.clone(), generated);
        let (discriminated, of) = if input.penalised {
            let shown = concat_rows(shown, input.encoder_input.clone());
            (model.discriminate(shown), AdversarialLogits::Perturbed)
        } else {
            (model.discriminate(shown), AdversarialLogits::Discriminator)
        };
        let logits = discriminated.output.clone();
        let kind = input.objective.adversarial_kind();
        let (losses, slopes, gradient) =
            adversarial_loss(logits.clone(), input.scalars.clone(), of, kind);
        if input.update.discriminator() {
            let adam = &mut self.discriminator;
            let discriminator = &mut model.discriminator;
            discriminator.backward(discriminated, gradient, &mut adam.gradients);
            adam.step(discriminator, &input.scalars, &input.optimizer);
        }
        DiscriminatorHalf {
            losses,
            slopes,
            logits,
        }
    }

    /// Judges what the generator made, and updates the generator and its average.
    fn generator_half(&mut self, input: &StepInput, generated: ForwardPass) -> GeneratorHalf {
        let model = &mut self.model;
        let discriminated = model.discriminate(generated.output.clone());
        let logits = discriminated.output.clone();
        let kind = input.objective.adversarial_kind();
        let scalars = &input.scalars;
        let of = AdversarialLogits::Generator;
        let (losses, _, gradient) = adversarial_loss(logits.clone(), scalars.clone(), of, kind);
        let made_gradient = input.update.generator().then(|| {
            // Through the discriminator without gradients of its weights.
            let gradient = model.discriminator.input_gradient(discriminated, gradient);
            let adam = &mut self.generator;
            let generator = &mut model.generator;
            generator.backward(generated, gradient.clone(), &mut adam.gradients);
            adam.step(generator, scalars, &input.optimizer);
            let target = generator.parameters();
            self.ema
                .map_parameters(|ema| ema_update(ema, target, scalars.clone()));
            gradient
        });
        GeneratorHalf {
            losses,
            logits,
            made_gradient,
        }
    }
}

/// As [`Trainer::losses`] takes them.
fn outputs(
    penalised: bool,
    discriminator: DiscriminatorHalf,
    generator_losses: Tensor<2>,
) -> Vec<Tensor<2>> {
    let DiscriminatorHalf {
        losses,
        slopes,
        logits,
    } = discriminator;
    let mut outputs = vec![losses, generator_losses, logits];
    if penalised {
        outputs.push(slopes);
    }
    outputs
}

impl Trainer for AdversarialTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let generated = self.model.generator_pass(input.noise[0].clone()).output;
        let discriminator = self.discriminator_half(&input, generated);
        let generated = self.model.generator_pass(input.noise[1].clone());
        let generator = self.generator_half(&input, generated);
        outputs(input.penalised, discriminator, generator.losses)
    }

    fn trace(&mut self, input: StepInput) -> Result<TracedStep, Error> {
        let update = input.update;
        let made = self.model.generator_pass(input.noise[0].clone()).output;
        let mut discriminator = TracedNetwork::begin(&self.model.discriminator);
        let judged = self.discriminator_half(&input, made.clone());
        discriminator.end(
            &self.model.discriminator,
            &self.discriminator,
            update.discriminator(),
        );
        let generated = self.model.generator_pass(input.noise[1].clone());
        let made = [made, generated.output.clone()];
        let mut generator = TracedNetwork::begin(&self.model.generator);
        let half = self.generator_half(&input, generated);
        generator.end(&self.model.generator, &self.generator, update.generator());
        Ok(TracedStep {
            outputs: outputs(input.penalised, judged, half.losses),
            made,
            generator_logits: half.logits,
            made_gradient: half.made_gradient,
            discriminator,
            generator,
        })
    }

    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses {
        let batch = read[0].len();
        let score = |logits: &[f32]| {
            let probabilities = logits
                .iter()
                .map(|&logit| probability_real(objective, logit));
            probabilities.sum::<f32>() / batch as f32
        };
        let mut losses = vec![
            ("discriminator", read[0].iter().sum()),
            ("generator", read[1].iter().sum()),
            ("realScore", score(&read[2][..batch])),
            ("madeScore", score(&read[2][batch..2 * batch])),
        ];
        if let Some(slopes) = read.get(3) {
            losses.push(("slope", slopes.iter().sum::<f32>().sqrt()));
        }
        losses
    }

    fn noise_batches(&self) -> usize {
        2
    }

    fn centred_input(&self) -> bool {
        true
    }

    fn encode(&self, _examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Err(Error::NoEncoder {})
    }

    fn decode(&self, codes: Tensor<2>, _objective: Objective) -> Tensor<2> {
        self.model.generate(&self.ema, codes)
    }

    fn score(&self, pair: ExamplePair, _objective: Objective) -> Vec<Tensor<2>> {
        vec![self.model.discriminate(pair.examples).output]
    }

    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32> {
        let logits = read[0].iter();
        logits
            .map(|&logit| probability_real(objective, logit))
            .collect()
    }

    fn networks(&mut self) -> Vec<NamedNetwork<'_>> {
        vec![
            NamedNetwork {
                name: "generator",
                network: &mut self.model.generator,
                adam: Some(&mut self.generator),
            },
            NamedNetwork {
                name: "discriminator",
                network: &mut self.model.discriminator,
                adam: Some(&mut self.discriminator),
            },
            NamedNetwork {
                name: "average",
                network: &mut self.ema,
                adam: None,
            },
        ]
    }
}
