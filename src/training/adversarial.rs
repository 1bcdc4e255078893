//! Training a GAN: one step of the discriminator, then one of the generator.

use burn::module::Module;
use burn::tensor::activation::sigmoid;
use burn::tensor::{Device, Tensor};

use super::{Adam, Losses, Part, StepInput, Trainer};
use crate::error::Error;
use crate::model::{Adversarial, ModelConfig, Network};
use crate::objective::{Objective, discriminator_loss, generator_loss};

/// How much of the average generator is kept in each step, once there have been many.
const AVERAGE_DECAY: f32 = 0.998;

#[derive(Clone)]
pub(super) struct AdversarialTrainer {
    model: Adversarial,
    generator: Adam,
    discriminator: Adam,
    /// The running average of the generator, which samples are made with: the two networks circle about
    /// where they would meet, and the average is nearer to it (Yazici et al., arXiv 1806.04498).
    average: Network,
}

impl AdversarialTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = Adversarial::init(config, device);
        Self {
            average: model.generator.valid(),
            model,
            generator: Adam::default(),
            discriminator: Adam::default(),
        }
    }
}

/// A verdict on a scale from 0 (made) to 1 (real).
fn verdict(logits: Tensor<2>, objective: Objective) -> Tensor<2> {
    match objective {
        // A least-squares discriminator aims at 0 and 1 with its output itself.
        Objective::LeastSquares => logits.clamp(0.0, 1.0),
        _ => sigmoid(logits),
    }
}

impl Trainer for AdversarialTrainer {
    fn step(&mut self, input: StepInput) -> Losses {
        let batch = input.batch.dims()[0];
        let noise = |half: usize| input.noise.clone().narrow(0, half * batch, batch);

        // Outside autodiff: the discriminator's loss is no business of the generator's.
        let made = self.model.valid().generate(noise(0));
        // Real and made in one pass, [2 batch, features]: half as many, larger products.
        let both = self.model.judge(Tensor::cat(vec![input.batch, made], 0));
        let (real, made) = (
            both.clone().narrow(0, 0, batch),
            both.narrow(0, batch, batch),
        );
        let discriminator = discriminator_loss(input.objective, real.clone(), made.clone());
        let mut gradients = discriminator.backward();
        self.discriminator.descend(
            &mut self.model.discriminator,
            &mut gradients,
            &input.optimizer,
        );

        // Its weights as constants: the gradient passes through them and none is made for them.
        let model = self.model.with_constant_discriminator();
        let generator = generator_loss(input.objective, model.judge(model.generate(noise(1))));
        let mut gradients = generator.backward();
        self.generator
            .descend(&mut self.model.generator, &mut gradients, &input.optimizer);

        // Short at first: the average of a beginning is of no use.
        let steps = self.generator.step as f32;
        let decay = AVERAGE_DECAY.min((1.0 + steps) / (10.0 + steps));
        self.average.approach(&self.model.generator, 1.0 - decay);

        let score = |logits: Tensor<2>| verdict(logits.inner(), input.objective).mean();
        vec![
            ("discriminator", discriminator.inner()),
            ("generator", generator.inner()),
            ("realScore", score(real)),
            ("madeScore", score(made)),
        ]
    }

    fn noise_rows(&self, batch: usize) -> usize {
        2 * batch
    }

    fn encode(&self, _examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Err(Error::new(
            "An adversarial network has no encoder, so it can neither encode nor reconstruct",
            "a session of the family \"autoencoder\" or \"variational\"",
            "Use sample, decode or score here, or create a session of another family",
        ))
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.model.generate_with(&self.average, codes)
    }

    fn score(&self, examples: Tensor<2>, objective: Objective) -> Tensor<1> {
        let count = examples.dims()[0];
        verdict(self.model.valid().judge(examples), objective).reshape([count])
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

    fn duplicate(&self) -> Box<dyn Trainer> {
        Box::new(self.clone())
    }
}
