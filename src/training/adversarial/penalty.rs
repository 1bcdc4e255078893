//! The penalty on a discriminator's gradient, in closed form.

use burn::tensor::Tensor;

use super::AdversarialTrainer;
use crate::engine::kernel::{AdversarialKind, AdversarialLogits, NormPenalty, adversarial_loss};
use crate::training::StepInput;

impl AdversarialTrainer {
    /// Adds the gradients of the penalty at `examples` `[batch, features]` to the discriminator's; gives its squared gradients
    /// over the batch, `[batch, 1]`.
    pub(super) fn penalise(
        &mut self,
        examples: Tensor<2>,
        penalty: NormPenalty,
        input: &StepInput,
    ) -> Tensor<2> {
        let pass = self.model.discriminate(examples);
        let noise = &input.noise[0];
        let outputs = pass.output.clone();
        let logits = self.logits(outputs.clone(), noise);
        // One over the batch, but for the sign: what the generator's Wasserstein loss pulls at every logit by.
        let of = AdversarialLogits::Generator;
        let (_, ones) = adversarial_loss(logits, of, AdversarialKind::Wasserstein);
        let ones = self.logits_backward(ones, outputs, noise, 0.0);
        let scalars = input.scalars.clone();
        let discriminator = &self.model.discriminator;
        let squares =
            discriminator.gradient_penalty(pass, ones, scalars, penalty, &mut self.penalty);
        self.discriminator.gradients.add(&self.penalty);
        squares
    }
}
