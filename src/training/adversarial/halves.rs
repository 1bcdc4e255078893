//! The two halves of a step: first the discriminator's, then the generator's.

use burn::tensor::Tensor;

use super::AdversarialTrainer;
use crate::engine::kernel::{
    AdversarialKind, AdversarialLogits, NormPenalty, adversarial_loss, concat_rows,
    difference_penalty, ema_update, interpolate_rows, select_label, select_label_backward,
};
use crate::model::ForwardPass;
use crate::training::{StepInput, StepPenalty};

/// Weight of the cross-entropy by which a discriminator that is told labels learns to tell them on real examples, by the logits it
/// judges with: as the auxiliary classifier of AC-GAN (Odena et al., arXiv 1610.09585), with one output for both as in OmniGAN
/// (Zhou et al., arXiv 2011.13074). It is no part of the losses that are told. More of it makes clearer, less varied examples.
const CLASSIFICATION: f32 = 0.05;

/// The discriminator's half of a step: of each example the loss and, with a penalty, the squared gradient `[batch, 1]`, and all
/// logits `[2 batch, 1]`. Where several examples are judged together, `batch` counts packs.
pub(super) struct DiscriminatorHalf {
    pub losses: Tensor<2>,
    pub squares: Option<Tensor<2>>,
    pub logits: Tensor<2>,
}

/// The generator's half: of each example loss and logit, `[batch, 1]`, and the gradient at what it made, `[batch, features]`.
pub(super) struct GeneratorHalf {
    pub losses: Tensor<2>,
    pub logits: Tensor<2>,
    pub made_gradient: Option<Tensor<2>>,
}

impl AdversarialTrainer {
    /// Of a discriminator's outputs those for the labels that are told, behind `noise` `[batch, code + labels]`: `[n, 1]`.
    pub(super) fn logits(&self, outputs: Tensor<2>, noise: &Tensor<2>) -> Tensor<2> {
        match self.labels {
            0 => outputs,
            _ => select_label(outputs, noise.clone()),
        }
    }

    /// From the gradient of [`Self::logits`] to that of the `outputs`; with `classification`, the weight of a cross-entropy of the
    /// labels by the first of them.
    pub(super) fn logits_backward(
        &self,
        gradient: Tensor<2>,
        outputs: Tensor<2>,
        noise: &Tensor<2>,
        classification: f32,
    ) -> Tensor<2> {
        match self.labels {
            0 => gradient,
            _ => select_label_backward(gradient, outputs, noise.clone(), classification),
        }
    }

    /// Discriminates real examples and `generated` ones `[batch, features]`, and updates the discriminator.
    pub(super) fn discriminator_half(
        &mut self,
        input: &StepInput,
        generated: Tensor<2>,
    ) -> DiscriminatorHalf {
        let penalty = input.penalty.as_ref();
        let penalty = penalty.filter(|_| input.update.discriminator());
        let noise = &input.noise[0];
        // Real and generated examples in one pass, [2 batch, features]: fewer, larger matrix products.
        let mut examples = concat_rows(input.batch.clone(), generated.clone());
        let mut of = AdversarialLogits::Discriminator;
        if let Some(StepPenalty::ApproximateR1(perturbed)) = penalty {
            examples = concat_rows(examples, perturbed.clone());
            of = AdversarialLogits::Perturbed;
        }
        let discriminated = self.model.discriminate(examples);
        let logits = self.logits(discriminated.output.clone(), noise);
        let kind = input.objective.adversarial_kind();
        let (losses, mut gradient) = adversarial_loss(logits.clone(), of, kind);
        let mut squares = None;
        if let Some(StepPenalty::ApproximateR1(_)) = penalty {
            let found = difference_penalty(logits.clone(), gradient, input.scalars.clone());
            (squares, gradient) = (Some(found.0), found.1);
        }
        if input.update.discriminator() {
            let outputs = discriminated.output.clone();
            let gradient = self.logits_backward(gradient, outputs, noise, CLASSIFICATION);
            let gradients = &mut self.discriminator.gradients;
            let discriminator = &self.model.discriminator;
            discriminator.backward(discriminated, gradient, gradients);
            squares = match penalty {
                Some(StepPenalty::R1) => {
                    let real = input.batch.clone();
                    Some(self.penalise(real, NormPenalty::AboutZero, input))
                }
                Some(StepPenalty::Gradient(share)) => {
                    let between = interpolate_rows(input.batch.clone(), generated, share.clone());
                    Some(self.penalise(between, NormPenalty::AboutOne, input))
                }
                _ => squares,
            };
            let adam = &mut self.discriminator;
            let betas = input.optimizer.discriminator_betas();
            adam.step(&mut self.model.discriminator, &input.scalars, betas);
        }
        DiscriminatorHalf {
            losses,
            squares,
            logits,
        }
    }

    /// Discriminates what the generator made, and updates the generator and its average.
    pub(super) fn generator_half(
        &mut self,
        input: &StepInput,
        generated: ForwardPass,
    ) -> GeneratorHalf {
        let noise = &input.noise[1];
        let discriminated = self.model.discriminate(generated.output.clone());
        let logits = self.logits(discriminated.output.clone(), noise);
        let kind = input.objective.adversarial_kind();
        let real = || self.logits(self.model.discriminate(input.batch.clone()).output, noise);
        let (losses, gradient) = generator_loss(logits.clone(), kind, real);
        let outputs = discriminated.output.clone();
        let gradient = self.logits_backward(gradient, outputs, noise, 0.0);
        let model = &mut self.model;
        let scalars = &input.scalars;
        let made_gradient = input.update.generator().then(|| {
            // Through the discriminator without gradients of its weights.
            let gradient = model.example_gradient(discriminated, gradient);
            let adam = &mut self.generator;
            let generator = &mut model.generator;
            generator.backward(generated, gradient.clone(), &mut adam.gradients);
            adam.step(generator, scalars, input.optimizer.betas());
            let target = generator.parameters();
            self.ema
                .map_parameters(|ema| ema_update(ema, target, scalars.clone()));
            gradient
        });
        GeneratorHalf {
            losses,
            logits,
            made_gradient,
        }
    }
}

/// The generator's losses of logits of what it made, and their gradient, both `[batch, 1]`; of pairs beside the `real` ones.
pub(super) fn generator_loss(
    logits: Tensor<2>,
    kind: AdversarialKind,
    real: impl FnOnce() -> Tensor<2>,
) -> (Tensor<2>, Tensor<2>) {
    let compared = match kind {
        AdversarialKind::Relativistic => concat_rows(real(), logits),
        _ => logits,
    };
    adversarial_loss(compared, AdversarialLogits::Generator, kind)
}
