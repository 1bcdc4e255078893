//! Training a GAN: one step of the discriminator, then one of the generator.

mod halves;
mod penalty;

use burn::tensor::{Device, Tensor};

use self::halves::{DiscriminatorHalf, generator_loss};
use super::{
    Adam, ExamplePair, Losses, NamedNetwork, Packing, StepInput, TracedNetwork, TracedStep, Trainer,
};
use crate::error::Error;
use crate::model::{Adversarial, Gradients, ModelConfig, Network};
use crate::objective::{Objective, probability_real};

pub(super) struct AdversarialTrainer {
    model: Adversarial,
    generator: Adam,
    discriminator: Adam,
    /// Labels that both networks are told; 0 where they are told none.
    labels: usize,
    packing: Packing,
    /// Gradients of the penalty on the discriminator's gradient.
    penalty: Gradients,
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
            labels: config.labels,
            packing: Packing::of(config.packing),
            penalty: Gradients::zeros_like(&model.discriminator),
            // The same weights, in buffers of their own.
            ema: Adversarial::init(config, device).generator,
            model,
        }
    }
}

/// As [`Trainer::losses`] takes them.
fn outputs(discriminator: DiscriminatorHalf, generator_losses: Tensor<2>) -> Vec<Tensor<2>> {
    let DiscriminatorHalf {
        losses,
        squares,
        logits,
    } = discriminator;
    let mut outputs = vec![losses, generator_losses, logits];
    outputs.extend(squares);
    outputs
}

impl Trainer for AdversarialTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let generated = self.model.generator_pass(input.noise[0].clone()).output;
        let discriminator = self.discriminator_half(&input, generated);
        let generated = self.model.generator_pass(input.noise[1].clone());
        let generator = self.generator_half(&input, generated);
        outputs(discriminator, generator.losses)
    }

    fn trace(&mut self, input: StepInput) -> Result<TracedStep, Error> {
        let update = input.update;
        let made = self.model.generator_pass(input.noise[0].clone()).output;
        let mut discriminator = TracedNetwork::begin(&self.model.discriminator);
        let first = self.discriminator_half(&input, made.clone());
        discriminator.end(
            &self.model.discriminator,
            &self.discriminator,
            update.discriminator(),
        );
        let generated = self.model.generator_pass(input.noise[1].clone());
        let made = [made, generated.output.clone()];
        let mut generator = TracedNetwork::begin(&self.model.generator);
        let second = self.generator_half(&input, generated);
        generator.end(&self.model.generator, &self.generator, update.generator());
        Ok(TracedStep {
            outputs: outputs(first, second.losses),
            made,
            generator_logits: second.logits,
            made_gradient: second.made_gradient,
            discriminator,
            generator,
        })
    }

    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses {
        let batch = read[0].len();
        let undecided = objective.undecided_logit(&read[2]);
        let score = |logits: &[f32]| {
            let probabilities = logits
                .iter()
                .map(|&logit| probability_real(objective, logit - undecided));
            probabilities.sum::<f32>() / batch as f32
        };
        let mut losses = vec![
            ("discriminator", read[0].iter().sum()),
            ("generator", read[1].iter().sum()),
            ("realScore", score(&read[2][..batch])),
            ("madeScore", score(&read[2][batch..2 * batch])),
        ];
        if let Some(squares) = read.get(3) {
            losses.push(("slope", squares.iter().sum::<f32>().sqrt()));
        }
        losses
    }

    fn noise_batches(&self) -> usize {
        2
    }

    fn centred_input(&self) -> bool {
        true
    }

    fn packing(&self) -> Packing {
        self.packing
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

    fn example_logits(&self, read: Vec<f32>) -> Vec<f32> {
        match self.labels {
            0 => self.packing.mean_logits(read),
            labels => {
                let rows = read.chunks_exact(labels);
                rows.map(|row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max))
                    .collect()
            }
        }
    }

    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32> {
        let logits = read[0].iter();
        logits
            .map(|&logit| probability_real(objective, logit))
            .collect()
    }

    fn generator_loss_gradient(
        &self,
        examples: Tensor<2>,
        undecided: Tensor<2>,
        told: &Tensor<2>,
        objective: Objective,
    ) -> Result<Tensor<2>, Error> {
        let discriminated = self.model.discriminate(examples);
        let logits = self.logits(discriminated.output.clone(), told);
        let (_, gradient) = generator_loss(logits, objective.adversarial_kind(), || undecided);
        let outputs = discriminated.output.clone();
        let gradient = self.logits_backward(gradient, outputs, told, 0.0);
        Ok(self.model.example_gradient(discriminated, gradient))
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
