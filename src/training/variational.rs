//! Training a variational autoencoder.

use burn::tensor::{Device, Tensor};

use super::{Adam, Losses, Part, StepInput, Trainer};
use crate::dataset::Shape;
use crate::engine::kernel::{Activation, draw_code, draw_code_gradient};
use crate::error::Error;
use crate::model::{Autoencoder, ModelConfig, variational};
use crate::objective::{Likelihood, Objective, reconstruction_loss};

/// The deviation that a squared-error decoder believes its data to have about its reconstruction.
/// Fixed, so that the bound is one; smaller than 1, or the divergence would drown the data.
const LIKELIHOOD: Likelihood = Likelihood::Nats { deviation: 0.1 };

pub(super) struct VariationalTrainer {
    model: Autoencoder,
    encoder: Adam,
    decoder: Adam,
    shape: Shape,
    code: usize,
}

impl VariationalTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = variational(config, device);
        Self {
            encoder: Adam::for_network(&model.encoder),
            decoder: Adam::for_network(&model.decoder),
            model,
            shape: config.shape,
            code: config.code,
        }
    }

    fn ending(&self, objective: Objective) -> Activation {
        Likelihood::ending(objective, self.shape.is_bounded())
    }

    /// What an example's reconstruction has beside what [`reconstruction_loss`] gives.
    fn constant(&self, objective: Objective) -> f32 {
        LIKELIHOOD.constant(objective, self.shape.features())
    }

    /// Noise that is none: the code is then the mean of its belief.
    fn silence(&self, examples: &Tensor<2>) -> Tensor<2> {
        Tensor::zeros([examples.dims()[0], self.code], &examples.device())
    }

    fn bound(&self, examples: Tensor<2>, noise: Tensor<2>, objective: Objective) -> Vec<Tensor<2>> {
        let belief = self.model.encode(examples.clone()).output;
        let (code, divergences) = draw_code(belief, noise);
        let decoded = self.model.decode(code, self.ending(objective)).output;
        let (losses, _) = reconstruction_loss(objective, LIKELIHOOD, decoded, examples, 1.0);
        vec![losses, divergences]
    }
}

impl Trainer for VariationalTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            shown,
            noise,
            objective,
            divergence_weight,
            optimizer,
            pace,
        } = input;
        let share = 1.0 / batch.dims()[0] as f32;
        let ending = self.ending(objective);
        let model = &mut self.model;

        let belief = model.encode(shown);
        let noise = noise[0].clone();
        let (code, divergences) = draw_code(belief.output.clone(), noise.clone());
        let rebuilt = model.decode(code, ending);
        let decoded = rebuilt.output.clone();
        let (losses, gradient) = reconstruction_loss(objective, LIKELIHOOD, decoded, batch, share);

        let decoder = &mut self.decoder;
        let gradient = model
            .decoder
            .backward_through(rebuilt, gradient, &mut decoder.gradients);
        let weight = share * divergence_weight;
        let gradient = draw_code_gradient(belief.output.clone(), noise, gradient, weight);
        let encoder = &mut self.encoder;
        model
            .encoder
            .backward(belief, gradient, &mut encoder.gradients);
        encoder.descend(&mut model.encoder, &pace, &optimizer);
        decoder.descend(&mut model.decoder, &pace, &optimizer);
        vec![losses, divergences]
    }

    fn losses(&self, read: &[Vec<f32>], objective: Objective) -> Losses {
        let reconstruction = read[0].iter().sum::<f32>() + self.constant(objective);
        let divergence = read[1].iter().sum::<f32>() / read[1].len() as f32;
        vec![
            // The bound itself, whatever the weight in training.
            ("negativeElbo", reconstruction + divergence),
            ("reconstruction", reconstruction),
            ("divergence", divergence),
        ]
    }

    fn noises(&self) -> usize {
        1
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        let silence = self.silence(&examples);
        let belief = self.model.encode(examples).output;
        Ok(draw_code(belief, silence).0)
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        let ending = Activation::onto(self.shape.is_bounded());
        self.model.decode(codes, ending).output
    }

    /// The negative ELBO at the mean code.
    fn judge(&self, examples: Tensor<2>, objective: Objective) -> Vec<Tensor<2>> {
        let silence = self.silence(&examples);
        self.bound(examples, silence, objective)
    }

    /// In nats.
    fn scores(&self, read: &[Vec<f32>], objective: Objective) -> Vec<f32> {
        let constant = self.constant(objective);
        let pairs = read[0].iter().zip(&read[1]);
        pairs
            .map(|(reconstruction, divergence)| reconstruction + divergence + constant)
            .collect()
    }

    fn negative_elbo(
        &self,
        examples: Tensor<2>,
        noise: Tensor<2>,
        objective: Objective,
    ) -> Result<Vec<Tensor<2>>, Error> {
        Ok(self.bound(examples, noise, objective))
    }

    fn parts(&mut self) -> Vec<Part<'_>> {
        vec![
            Part {
                name: "encoder",
                network: &mut self.model.encoder,
                adam: Some(&mut self.encoder),
            },
            Part {
                name: "decoder",
                network: &mut self.model.decoder,
                adam: Some(&mut self.decoder),
            },
        ]
    }
}
