//! Training a GAN: one step of the discriminator, then one of the generator.

use burn::tensor::{Device, Tensor};

use super::{Adam, ExamplePair, Losses, NamedNetwork, StepInput, Trainer};
use crate::engine::kernel::{
    AdversarialKind, AdversarialLogits, adversarial_loss, concat_rows, ema_update,
};
use crate::error::Error;
use crate::model::{Adversarial, Gradients, ModelConfig, Network};
use crate::objective::{Objective, probability_real, undecided_logit};

pub(super) struct AdversarialTrainer {
    model: Adversarial,
    generator: Adam,
    discriminator: Adam,
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
            penalty: Gradients::zeros_like(&model.discriminator),
            // The same weights, in buffers of their own.
            ema: Adversarial::init(config, device).generator,
            model,
        }
    }
}

impl Trainer for AdversarialTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            noise,
            objective,
            penalised,
            optimizer,
            scalars,
            ..
        } = input;
        let kind = objective.adversarial_kind();
        let loss = |logits, of| adversarial_loss(logits, of, kind);
        let model = &mut self.model;

        // Real and generated examples in one pass, [2 batch, features]: fewer, larger matrix products.
        let generated = model.generator_pass(noise[0].clone()).output;
        let discriminated = model.discriminate(concat_rows(batch.clone(), generated));
        let logits = discriminated.output.clone();
        let (discriminator_losses, gradient) =
            loss(logits.clone(), AdversarialLogits::Discriminator);
        let adam = &mut self.discriminator;
        model
            .discriminator
            .backward(discriminated, gradient, &mut adam.gradients);
        let squares = penalised.then(|| {
            let pass = model.discriminate(batch.clone());
            // One over the batch, but for the sign: what the generator's Wasserstein loss pulls at every logit by.
            let of = AdversarialLogits::Generator;
            let (_, ones) = adversarial_loss(pass.output.clone(), of, AdversarialKind::Wasserstein);
            let penalty = &mut self.penalty;
            let squares =
                model
                    .discriminator
                    .gradient_penalty(pass, ones, scalars.clone(), penalty);
            adam.gradients.add(penalty);
            squares
        });
        adam.step(&mut model.discriminator, &scalars, &optimizer);

        // The gradient passes through the discriminator without gradients of its weights.
        let generated = model.generator_pass(noise[1].clone());
        let discriminated = model.discriminate(generated.output.clone());
        let compared = if kind == AdversarialKind::Relativistic {
            concat_rows(
                model.discriminate(batch).output,
                discriminated.output.clone(),
            )
        } else {
            discriminated.output.clone()
        };
        let (generator_losses, gradient) = loss(compared, AdversarialLogits::Generator);
        let gradient = model.discriminator.input_gradient(discriminated, gradient);
        let adam = &mut self.generator;
        model
            .generator
            .backward(generated, gradient, &mut adam.gradients);
        adam.step(&mut model.generator, &scalars, &optimizer);

        let target = model.generator.parameters();
        self.ema
            .map_parameters(|ema| ema_update(ema, target, scalars));
        let mut outputs = vec![discriminator_losses, generator_losses, logits];
        outputs.extend(squares);
        outputs
    }

    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses {
        let batch = read[0].len();
        let undecided = if objective.is_relative() {
            undecided_logit(&read[2][..2 * batch])
        } else {
            0.0
        };
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

    fn generator_loss_gradient(
        &self,
        examples: Tensor<2>,
        undecided: Tensor<2>,
        objective: Objective,
    ) -> Result<Tensor<2>, Error> {
        let discriminated = self.model.discriminate(examples);
        let (logits, kind) = (discriminated.output.clone(), objective.adversarial_kind());
        let compared = match kind {
            AdversarialKind::Relativistic => concat_rows(undecided, logits),
            _ => logits,
        };
        let (_, gradient) = adversarial_loss(compared, AdversarialLogits::Generator, kind);
        Ok(self
            .model
            .discriminator
            .input_gradient(discriminated, gradient))
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
