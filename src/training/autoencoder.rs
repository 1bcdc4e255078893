//! Training an autoencoder.

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{Adam, Losses, Part, StepInput, Trainer};
use crate::dataset::Shape;
use crate::engine::kernel::Activation;
use crate::error::Error;
use crate::model::{Autoencoder, ModelConfig};
use crate::objective::{Objective, binary_cross_entropy, squared_error};

#[derive(Clone)]
pub(super) struct AutoencoderTrainer {
    model: Autoencoder,
    encoder: Adam,
    decoder: Adam,
    shape: Shape,
}

impl AutoencoderTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        Self {
            model: Autoencoder::init(config, device),
            encoder: Adam::default(),
            decoder: Adam::default(),
            shape: config.shape,
        }
    }

    /// To values as in the data.
    fn ending(&self) -> Activation {
        Activation::onto(self.shape.is_bounded())
    }
}

impl Trainer for AutoencoderTrainer {
    fn step(&mut self, input: StepInput) -> Losses {
        let code = self.model.encode(input.shown);
        // Per value, so that the figure means the same for pictures of any size.
        let loss = match input.objective {
            Objective::BinaryCrossEntropy => {
                let logits = self.model.decode(code, Activation::Linear);
                binary_cross_entropy(logits, input.batch).div_scalar(self.shape.features() as f32)
            }
            _ => squared_error(self.model.decode(code, self.ending()), input.batch),
        }
        .mean();
        let mut gradients = loss.backward();
        self.encoder
            .descend(&mut self.model.encoder, &mut gradients, &input.optimizer);
        self.decoder
            .descend(&mut self.model.decoder, &mut gradients, &input.optimizer);
        vec![("reconstruction", loss.inner())]
    }

    fn noise_rows(&self, _batch: usize) -> usize {
        0
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.valid().encode(examples))
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.model.valid().decode(codes, self.ending())
    }

    fn score(&self, examples: Tensor<2>, _objective: Objective) -> Tensor<1> {
        let count = examples.dims()[0];
        let model = self.model.valid();
        let rebuilt = model.decode(model.encode(examples.clone()), self.ending());
        squared_error(rebuilt, examples).reshape([count])
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

    fn duplicate(&self) -> Box<dyn Trainer> {
        Box::new(self.clone())
    }
}
