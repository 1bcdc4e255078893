//! Training a GAN: one step of the discriminator, then one of the generator.

use burn::tensor::{Device, Tensor, TensorData};

use super::{Adam, ExamplePair, Losses, NamedNetwork, StepInput, Trainer};
use crate::engine::kernel::{concat_rows, ema_update};
use crate::error::Error;
use crate::model::{Adversarial, ModelConfig, Network};
use crate::objective::{Objective, adversarial_loss, probability_real};

pub(super) struct AdversarialTrainer {
    model: Adversarial,
    generator: Adam,
    discriminator: Adam,
    /// The exponential moving average of the generator, which generates the samples: the two networks cycle around
    /// their equilibrium, and the average is nearer to it (Yazici et al., arXiv 1806.04498).
    ema: Network,
    /// The discriminator's targets, 1 for a batch of real examples and 0 for one of generated ones: `[2 batch, 1]`.
    targets: Tensor<2>,
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
            targets: Tensor::empty([0, 1], device),
        }
    }

    fn targets(&mut self, batch: usize) -> Tensor<2> {
        if self.targets.dims()[0] != 2 * batch {
            let targets = [vec![1f32; batch], vec![0f32; batch]].concat();
            let device = self.targets.device();
            self.targets = Tensor::from_data(TensorData::new(targets, [2 * batch, 1]), &device);
        }
        self.targets.clone()
    }
}

impl Trainer for AdversarialTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            noise,
            objective,
            optimizer,
            scalars,
            ..
        } = input;
        let count = batch.dims()[0];
        let targets = self.targets(count);
        let model = &mut self.model;

        // Real and generated examples in one pass, [2 batch, features]: half as many, larger matrix products.
        let generated = model.generator_pass(noise[0].clone()).output;
        let discriminated = model.discriminate(concat_rows(batch, generated));
        let logits = discriminated.output.clone();
        let (discriminator_losses, gradient) =
            adversarial_loss(objective, logits.clone(), targets.clone(), count);
        let adam = &mut self.discriminator;
        model
            .discriminator
            .backward(discriminated, gradient, &mut adam.gradients);
        adam.step(&mut model.discriminator, &scalars, &optimizer);

        // The generator's targets are the first half, all 1. The gradient passes through the discriminator without
        // gradients of its weights.
        let generated = model.generator_pass(noise[1].clone());
        let discriminated = model.discriminate(generated.output.clone());
        let (generator_losses, gradient) =
            adversarial_loss(objective, discriminated.output.clone(), targets, count);
        let gradient = model.discriminator.input_gradient(discriminated, gradient);
        let adam = &mut self.generator;
        model
            .generator
            .backward(generated, gradient, &mut adam.gradients);
        adam.step(&mut model.generator, &scalars, &optimizer);

        let target = model.generator.parameters();
        self.ema
            .map_parameters(|ema| ema_update(ema, target, scalars));
        vec![discriminator_losses, generator_losses, logits]
    }

    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses {
        let (real, generated) = read[2].split_at(read[2].len() / 2);
        let score = |logits: &[f32]| {
            let probabilities = logits
                .iter()
                .map(|&logit| probability_real(objective, logit));
            probabilities.sum::<f32>() / logits.len() as f32
        };
        vec![
            ("discriminator", read[0].iter().sum()),
            ("generator", read[1].iter().sum()),
            ("realScore", score(real)),
            ("madeScore", score(generated)),
        ]
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
