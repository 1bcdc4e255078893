//! Training an autoencoder.

use burn::tensor::{Device, Tensor};

use super::{Adam, Losses, Part, StepInput, Trainer};
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
            encoder: Adam::for_network(&model.encoder),
            decoder: Adam::for_network(&model.decoder),
            model,
            shape: config.shape,
        }
    }

    /// To values as in the data.
    fn ending(&self) -> Activation {
        Activation::onto(self.shape.is_bounded())
    }
}

impl Trainer for AutoencoderTrainer {
    fn step(&mut self, input: StepInput) -> Vec<Tensor<2>> {
        let StepInput {
            batch,
            shown,
            objective,
            optimizer,
            pace,
            ..
        } = input;
        let share = 1.0 / batch.dims()[0] as f32;
        let ending = Likelihood::ending(objective, self.shape.is_bounded());
        let model = &mut self.model;

        let code = model.encode(shown);
        let rebuilt = model.decode(code.output.clone(), ending);
        let (losses, gradient) = reconstruction_loss(
            objective,
            Likelihood::PerValue,
            rebuilt.output.clone(),
            batch,
            share,
        );

        let decoder = &mut self.decoder;
        let gradient = model
            .decoder
            .backward_through(rebuilt, gradient, &mut decoder.gradients);
        let encoder = &mut self.encoder;
        model
            .encoder
            .backward(code, gradient, &mut encoder.gradients);
        encoder.descend(&mut model.encoder, &pace, &optimizer);
        decoder.descend(&mut model.decoder, &pace, &optimizer);
        vec![losses]
    }

    fn losses(&self, read: &[Vec<f32>], _objective: Objective) -> Losses {
        vec![("reconstruction", read[0].iter().sum())]
    }

    fn noises(&self) -> usize {
        0
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.encode(examples).output)
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.model.decode(codes, self.ending()).output
    }

    fn judge(&self, examples: Tensor<2>, _objective: Objective) -> Vec<Tensor<2>> {
        let code = self.model.encode(examples.clone()).output;
        let rebuilt = self.decode(code);
        let (squared, per_value) = (Objective::MeanSquaredError, Likelihood::PerValue);
        vec![reconstruction_loss(squared, per_value, rebuilt, examples, 1.0).0]
    }

    fn scores(&self, read: &[Vec<f32>], _objective: Objective) -> Vec<f32> {
        read[0].clone()
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
