//! Training an autoencoder.

use burn::tensor::{Device, Tensor};

use super::{Adam, Losses, NamedNetwork, StepInput, Trainer};
use crate::dataset::Shape;
use crate::engine::kernel::Activation;
use crate::error::Error;
use crate::model::{Autoencoder, ModelConfig};
use crate::objective::{Likelihood, Objective, reconstruction_loss};

pub(super) struct AutoencoderTrainer {
    model: Autoencoder,
    encoder: Adam,
    decoder: Adam,
    shape: Shape,
}

impl AutoencoderTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = Autoencoder::init(config, config.code, device);
        Self {
            encoder: Adam::new(&model.encoder),
            decoder: Adam::new(&model.decoder),
            model,
            shape: config.shape,
        }
    }

    /// For values in the range of the data.
    fn output_activation(&self) -> Activation {
        Activation::for_output(self.shape.is_bounded())
    }
}

impl Trainer for AutoencoderTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            encoder_input,
            objective,
            optimizer,
            scalars,
            ..
        } = input;
        let example_weight = 1.0 / batch.dims()[0] as f32;
        let output_activation = Likelihood::output_activation(objective, self.shape.is_bounded());
        let model = &mut self.model;

        let code = model.encode(encoder_input);
        let reconstruction = model.decode(code.output.clone(), output_activation);
        let (losses, gradient) = reconstruction_loss(
            objective,
            Likelihood::PerValue,
            reconstruction.output.clone(),
            batch,
            example_weight,
        );

        let decoder = &mut self.decoder;
        let gradient =
            model
                .decoder
                .backward_to_input(reconstruction, gradient, &mut decoder.gradients);
        let encoder = &mut self.encoder;
        model
            .encoder
            .backward(code, gradient, &mut encoder.gradients);
        encoder.step(&mut model.encoder, &scalars, &optimizer);
        decoder.step(&mut model.decoder, &scalars, &optimizer);
        vec![losses]
    }

    fn losses(&self, read: &[Vec<f32>], _objective: Objective) -> Losses {
        vec![("reconstruction", read[0].iter().sum())]
    }

    fn noise_batches(&self) -> usize {
        0
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.encode(examples).output)
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.model.decode(codes, self.output_activation()).output
    }

    fn score(&self, examples: Tensor<2>, _objective: Objective) -> Vec<Tensor<2>> {
        let code = self.model.encode(examples.clone()).output;
        let reconstruction = self.decode(code);
        let (squared, per_value) = (Objective::MeanSquaredError, Likelihood::PerValue);
        vec![reconstruction_loss(squared, per_value, reconstruction, examples, 1.0).0]
    }

    fn scores(&self, read: &[Vec<f32>], _objective: Objective) -> Vec<f32> {
        read[0].clone()
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
