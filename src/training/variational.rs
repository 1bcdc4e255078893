//! Training a variational autoencoder.

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{Adam, Losses, Part, StepInput, Trainer};
use crate::dataset::Shape;
use crate::engine::kernel::Activation;
use crate::error::Error;
use crate::model::{ModelConfig, Posterior, Variational};
use crate::objective::{
    Objective, binary_cross_entropy, divergence_from_normal, gaussian_negative_log_likelihood,
};

/// The deviation that a squared-error decoder believes its data to have about its reconstruction.
/// Fixed, so that the bound is one; smaller than 1, or the divergence would drown the data.
const DEVIATION: f32 = 0.1;

#[derive(Clone)]
pub(super) struct VariationalTrainer {
    model: Variational,
    encoder: Adam,
    decoder: Adam,
    shape: Shape,
}

impl VariationalTrainer {
    pub(super) fn init(config: &ModelConfig, device: &Device) -> Self {
        Self {
            model: Variational::init(config, device),
            encoder: Adam::default(),
            decoder: Adam::default(),
            shape: config.shape,
        }
    }

    /// To values as in the data.
    fn ending(&self) -> Activation {
        Activation::onto(self.shape.is_bounded())
    }

    /// `-ln p(target | code)`, `[batch, 1]`
    fn reconstruction(
        &self,
        model: &Variational,
        code: Tensor<2>,
        targets: Tensor<2>,
        objective: Objective,
    ) -> Tensor<2> {
        match objective {
            Objective::BinaryCrossEntropy => {
                binary_cross_entropy(model.decode(code, Activation::Linear), targets)
            }
            _ => {
                let rebuilt = model.decode(code, self.ending());
                gaussian_negative_log_likelihood(rebuilt, targets, DEVIATION)
            }
        }
    }

    /// `[n]`
    fn bound(
        &self,
        examples: Tensor<2>,
        posterior: Posterior,
        code: Tensor<2>,
        objective: Objective,
    ) -> Tensor<1> {
        let count = examples.dims()[0];
        let reconstruction = self.reconstruction(&self.model.valid(), code, examples, objective);
        let divergence = divergence_from_normal(posterior.mean, posterior.log_variance);
        (reconstruction + divergence).reshape([count])
    }
}

impl Trainer for VariationalTrainer {
    fn step(&mut self, input: StepInput) -> Losses {
        let posterior = self.model.encode(input.shown);
        let code = posterior.draw(input.noise);
        let reconstruction = self
            .reconstruction(&self.model, code, input.batch, input.objective)
            .mean();
        let divergence = divergence_from_normal(posterior.mean, posterior.log_variance).mean();
        let loss = reconstruction.clone() + divergence.clone().mul_scalar(input.divergence_weight);
        let mut gradients = loss.backward();
        self.encoder
            .descend(&mut self.model.encoder, &mut gradients, &input.optimizer);
        self.decoder
            .descend(&mut self.model.decoder, &mut gradients, &input.optimizer);
        let (reconstruction, divergence) = (reconstruction.inner(), divergence.inner());
        vec![
            // The bound itself, whatever the weight in training.
            ("negativeElbo", reconstruction.clone() + divergence.clone()),
            ("reconstruction", reconstruction),
            ("divergence", divergence),
        ]
    }

    fn noise_rows(&self, batch: usize) -> usize {
        batch
    }

    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        Ok(self.model.valid().encode(examples).mean)
    }

    fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.model.valid().decode(codes, self.ending())
    }

    /// The negative ELBO at the mean code, in nats.
    fn score(&self, examples: Tensor<2>, objective: Objective) -> Tensor<1> {
        let posterior = self.model.valid().encode(examples.clone());
        let code = posterior.mean.clone();
        self.bound(examples, posterior, code, objective)
    }

    fn negative_elbo(
        &self,
        examples: Tensor<2>,
        noise: Tensor<2>,
        objective: Objective,
    ) -> Result<Tensor<1>, Error> {
        let posterior = self.model.valid().encode(examples.clone());
        let code = posterior.draw(noise);
        Ok(self.bound(examples, posterior, code, objective))
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
