//! Training a variational autoencoder.

use burn::tensor::{Device, Tensor};

use super::{Adam, ExamplePair, Losses, NamedNetwork, StepInput, Trainer};
use crate::engine::kernel::{Activation, reparameterize, reparameterize_backward};
use crate::engine::zeros;
use crate::error::Error;
use crate::model::{Autoencoder, ModelConfig, variational};
use crate::objective::{Likelihood, Objective, reconstruction_loss};

/// The deviation of a squared-error decoder's Gaussian likelihood. Fixed, so that the bound is valid; smaller than 1, or the
/// divergence would dominate the reconstruction.
const LIKELIHOOD: Likelihood = Likelihood::Nats { deviation: 0.1 };

pub(super) struct VariationalTrainer {
    model: Autoencoder,
    encoder: Adam,
    decoder: Adam,
    features: usize,
    /// See [`ModelConfig::bounded_output`].
    bounded: bool,
    /// See [`Shape::classes`](crate::dataset::Shape::classes).
    classes: usize,
    code: usize,
}

impl VariationalTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = variational(config, device);
        Self {
            encoder: Adam::new(&model.encoder),
            decoder: Adam::new(&model.decoder),
            model,
            features: config.shape.features(),
            bounded: config.bounded_output(),
            classes: config.shape.classes(),
            code: config.code,
        }
    }

    fn output_activation(&self, objective: Objective) -> Activation {
        Likelihood::output_activation(objective, self.bounded)
    }

    /// The constant term of an example's reconstruction loss.
    fn constant(&self, objective: Objective) -> f32 {
        LIKELIHOOD.constant(objective, self.features)
    }

    /// Zero noise: the code is then the mean of its posterior.
    fn zero_noise(&self, examples: &Tensor<2>) -> Tensor<2> {
        zeros([examples.dims()[0], self.code], &examples.device())
    }

    fn negative_elbo_terms(
        &self,
        pair: ExamplePair,
        noise: Tensor<2>,
        objective: Objective,
    ) -> Vec<Tensor<2>> {
        let posterior = self.model.encode(pair.encoder_input).output;
        let (code, divergences) = reparameterize(posterior.clone(), noise);
        let decoded = self
            .model
            .decode(code, self.output_activation(objective))
            .output;
        let (classes, examples) = (self.classes, pair.examples);
        let (losses, _) =
            reconstruction_loss(objective, LIKELIHOOD, classes, decoded, examples, 1.0);
        vec![losses, divergences, posterior]
    }
}

impl Trainer for VariationalTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            encoder_input,
            noise,
            objective,
            optimizer,
            scalars,
            ..
        } = input;
        let example_weight = 1.0 / batch.dims()[0] as f32;
        let output_activation = self.output_activation(objective);
        let model = &mut self.model;

        let posterior = model.encode(encoder_input);
        let noise = noise[0].clone();
        let (code, divergences) = reparameterize(posterior.output.clone(), noise.clone());
        let reconstruction = model.decode(code, output_activation);
        let decoded = reconstruction.output.clone();
        let (losses, gradient) = reconstruction_loss(
            objective,
            LIKELIHOOD,
            self.classes,
            decoded,
            batch,
            example_weight,
        );

        let decoder = &mut self.decoder;
        let gradient =
            model
                .decoder
                .backward_to_input(reconstruction, gradient, &mut decoder.gradients);
        let gradient = reparameterize_backward(
            posterior.output.clone(),
            noise,
            gradient,
            scalars.clone(),
            example_weight,
        );
        let encoder = &mut self.encoder;
        model
            .encoder
            .backward(posterior, gradient, &mut encoder.gradients);
        encoder.step(&mut model.encoder, &scalars, optimizer.betas());
        decoder.step(&mut model.decoder, &scalars, optimizer.betas());
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

    fn noise_batches(&self) -> usize {
        1
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        let zero_noise = self.zero_noise(&examples);
        let posterior = self.model.encode(examples).output;
        Ok(reparameterize(posterior, zero_noise).0)
    }

    fn decode(&self, codes: Tensor<2>, objective: Objective) -> Tensor<2> {
        let output_activation = Likelihood::data_activation(objective, self.bounded);
        self.model.decode(codes, output_activation).output
    }

    /// The negative ELBO at the mean code.
    fn score(&self, pair: ExamplePair, objective: Objective) -> Vec<Tensor<2>> {
        let zero_noise = self.zero_noise(&pair.examples);
        self.negative_elbo_terms(pair, zero_noise, objective)
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
        pair: ExamplePair,
        noise: Tensor<2>,
        objective: Objective,
    ) -> Result<Vec<Tensor<2>>, Error> {
        Ok(self.negative_elbo_terms(pair, noise, objective))
    }

    fn posterior(&self, encoder_input: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.encode(encoder_input).output)
    }

    fn first_layer(&self, encoder_input: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.encoder.first_layer(encoder_input))
    }

    fn networks(&mut self) -> Vec<NamedNetwork<'_>> {
        vec![
            NamedNetwork {
                name: "encoder",
                network: &mut self.model.encoder,
                adam: Some(&mut self.encoder),
            },
            NamedNetwork {
                name: "decoder",
                network: &mut self.model.decoder,
                adam: Some(&mut self.decoder),
            },
        ]
    }
}
