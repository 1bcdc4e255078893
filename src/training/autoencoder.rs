//! Training an autoencoder.

use burn::tensor::{Device, Tensor};

use super::{Adam, ExamplePair, Losses, NamedNetwork, StepInput, Trainer};
use crate::engine::kernel::l1_penalty;
use crate::error::Error;
use crate::model::{Autoencoder, ModelConfig};
use crate::objective::{Likelihood, Objective, reconstruction_loss};

pub(super) struct AutoencoderTrainer {
    model: Autoencoder,
    encoder: Adam,
    decoder: Adam,
    /// See [`ModelConfig::bounded_output`].
    bounded: bool,
    /// See [`Shape::classes`](crate::dataset::Shape::classes).
    classes: usize,
    code: usize,
}

impl AutoencoderTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        let model = Autoencoder::init(config, config.code, device);
        Self {
            encoder: Adam::new(&model.encoder),
            decoder: Adam::new(&model.decoder),
            model,
            bounded: config.bounded_output(),
            classes: config.shape.classes(),
            code: config.code,
        }
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
            sparse,
            ..
        } = input;
        let example_weight = 1.0 / batch.dims()[0] as f32;
        let output_activation = Likelihood::output_activation(objective, self.bounded);
        let model = &mut self.model;

        let code = model.encode(encoder_input);
        let reconstruction = model.decode(code.output.clone(), output_activation);
        let (losses, gradient) = reconstruction_loss(
            objective,
            Likelihood::PerValue,
            self.classes,
            reconstruction.output.clone(),
            batch,
            example_weight,
        );

        let decoder = &mut self.decoder;
        let gradient =
            model
                .decoder
                .backward_to_input(reconstruction, gradient, &mut decoder.gradients);
        let mut outputs = vec![losses];
        let gradient = if sparse {
            let weight = example_weight / code.output.dims()[1] as f32;
            let codes = code.output.clone();
            let (norms, gradient) = l1_penalty(codes, gradient, scalars.clone(), weight);
            outputs.push(norms);
            gradient
        } else {
            gradient
        };
        let encoder = &mut self.encoder;
        model
            .encoder
            .backward(code, gradient, &mut encoder.gradients);
        encoder.step(&mut model.encoder, &scalars, optimizer.betas());
        decoder.step(&mut model.decoder, &scalars, optimizer.betas());
        outputs
    }

    fn losses(&self, read: &[Vec<f32>], _objective: Objective) -> Losses {
        let mut losses = vec![("reconstruction", read[0].iter().sum())];
        if let Some(norms) = read.get(1) {
            let size = norms.len() * self.code;
            losses.push(("codeNorm", norms.iter().sum::<f32>() / size as f32));
        }
        losses
    }

    fn noise_batches(&self) -> usize {
        0
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.encode(examples).output)
    }

    fn decode(&self, codes: Tensor<2>, objective: Objective) -> Tensor<2> {
        let output_activation = Likelihood::data_activation(objective, self.bounded);
        self.model.decode(codes, output_activation).output
    }

    fn score(&self, pair: ExamplePair, objective: Objective) -> Vec<Tensor<2>> {
        let code = self.model.encode(pair.encoder_input).output;
        let reconstruction = self.decode(code, objective);
        let kind = match objective {
            // Of a symbol there is no distance to another.
            Objective::CategoricalCrossEntropy => objective,
            _ => Objective::MeanSquaredError,
        };
        let (per_value, classes) = (Likelihood::PerValue, self.classes);
        let examples = pair.examples;
        vec![reconstruction_loss(kind, per_value, classes, reconstruction, examples, 1.0).0]
    }

    fn scores(&self, read: &[Vec<f32>], _objective: Objective) -> Vec<f32> {
        read[0].clone()
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
