//! Training a GAN: one step of the discriminator, then one of the generator.

use burn::tensor::{Device, Tensor, TensorData};

use super::{Adam, Losses, Part, StepInput, Trainer};
use crate::engine::kernel::{approach, stack};
use crate::error::Error;
use crate::model::{Adversarial, ModelConfig, Network};
use crate::objective::{Objective, verdict, verdict_loss};

pub(super) struct AdversarialTrainer {
    model: Adversarial,
    generator: Adam,
    discriminator: Adam,
    /// The running average of the generator, which samples are made with: the two networks circle about
    /// where they would meet, and the average is nearer to it (Yazici et al., arXiv 1806.04498).
    average: Network,
    /// What verdicts should be, 1 for a batch of real ones and 0 for one of made ones: `[2 batch, 1]`.
    truth: Tensor<2>,
}

impl AdversarialTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = Adversarial::init(config, device);
        Self {
            generator: Adam::for_network(&model.generator),
            discriminator: Adam::for_network(&model.discriminator),
            // The same weights, in memory of their own.
            average: Adversarial::init(config, device).generator,
            model,
            truth: Tensor::empty([0, 1], device),
        }
    }

    fn truth(&mut self, batch: usize) -> Tensor<2> {
        if self.truth.dims()[0] != 2 * batch {
            let truth = [vec![1f32; batch], vec![0f32; batch]].concat();
            let device = self.truth.device();
            self.truth = Tensor::from_data(TensorData::new(truth, [2 * batch, 1]), &device);
        }
        self.truth.clone()
    }
}

impl Trainer for AdversarialTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            noise,
            objective,
            optimizer,
            pace,
            ..
        } = input;
        let count = batch.dims()[0];
        let truth = self.truth(count);
        let model = &mut self.model;

        // The discriminator sees real and made ones in one pass, [2 batch, features]: half as many, larger products.
        let made = model.generate(noise[0].clone()).output;
        let verdicts = model.judge(stack(batch, made));
        let logits = verdicts.output.clone();
        let (discriminator_losses, gradient) =
            verdict_loss(objective, logits.clone(), truth.clone(), count);
        let adam = &mut self.discriminator;
        model
            .discriminator
            .backward(verdicts, gradient, &mut adam.gradients);
        adam.descend(&mut model.discriminator, &pace, &optimizer);

        // The generator wants the first half of the truth of what it has made. The gradient passes through the
        // discriminator and none is made for its weights.
        let made = model.generate(noise[1].clone());
        let verdicts = model.judge(made.output.clone());
        let (generator_losses, gradient) =
            verdict_loss(objective, verdicts.output.clone(), truth, count);
        let gradient = model.discriminator.input_gradient(verdicts, gradient);
        let adam = &mut self.generator;
        model
            .generator
            .backward(made, gradient, &mut adam.gradients);
        adam.descend(&mut model.generator, &pace, &optimizer);

        let target = model.generator.values();
        self.average.change(|own| approach(own, target, pace));
        vec![discriminator_losses, generator_losses, logits]
    }

    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses {
        let (real, made) = read[2].split_at(read[2].len() / 2);
        let score = |logits: &[f32]| {
            let verdicts = logits.iter().map(|&logit| verdict(objective, logit));
            verdicts.sum::<f32>() / logits.len() as f32
        };
        vec![
            ("discriminator", read[0].iter().sum()),
            ("generator", read[1].iter().sum()),
            ("realScore", score(real)),
            ("madeScore", score(made)),
        ]
    }

    fn noises(&self) -> usize {
        2
    }

    fn centred(&self) -> bool {
        true
    }

    fn encode(&self, _examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Err(Error::NoEncoder {})
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.model.show(&self.average, codes)
    }

    fn judge(&self, examples: Tensor<2>, _objective: Objective) -> Vec<Tensor<2>> {
        vec![self.model.judge(examples).output]
    }

    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32> {
        let logits = read[0].iter();
        logits.map(|&logit| verdict(objective, logit)).collect()
    }

    fn parts(&mut self) -> Vec<Part<'_>> {
        vec![
            Part {
                name: "generator",
                network: &mut self.model.generator,
                adam: Some(&mut self.generator),
            },
            Part {
                name: "discriminator",
                network: &mut self.model.discriminator,
                adam: Some(&mut self.discriminator),
            },
            Part {
                name: "average",
                network: &mut self.average,
                adam: None,
            },
        ]
    }
}
