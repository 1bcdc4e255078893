//! The losses of a GAN's networks, of a handful of logits.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{dims, tensor, values};
use crate::engine::kernel::{AdversarialKind, AdversarialLogits};

/// `ln(1 + e^x)` and its derivative, the sigmoid, by the same functions as the other losses.
fn softplus(x: f32) -> (f32, f32) {
    let small = Lanes::splat(-x.abs()).exp();
    let larger = 1.0 / (1.0 + small.to_array()[0]);
    let sigmoid = if x > 0.0 {
        larger
    } else {
        small.to_array()[0] * larger
    };
    (x.max(0.0) + small.ln_1p().to_array()[0], sigmoid)
}

/// The loss of a real example's logit and of a generated one's, and both derivatives.
fn discriminator(kind: AdversarialKind, real: f32, generated: f32) -> (f32, [f32; 2]) {
    match kind {
        AdversarialKind::NonSaturating | AdversarialKind::Saturating => {
            let ((of_real, towards), (of_generated, away)) = (softplus(real), softplus(generated));
            (of_real - real + of_generated, [towards - 1.0, away])
        }
        AdversarialKind::LeastSquares => {
            let off = real - 1.0;
            (0.5 * (off * off + generated * generated), [off, generated])
        }
        AdversarialKind::Hinge => {
            let (real, generated) = ((1.0 - real).max(0.0), (1.0 + generated).max(0.0));
            let slopes = [-f32::from(real > 0.0), f32::from(generated > 0.0)];
            (real + generated, slopes)
        }
        AdversarialKind::Wasserstein => (generated - real, [-1.0, 1.0]),
        AdversarialKind::Relativistic => {
            let (loss, slope) = softplus(generated - real);
            (loss, [-slope, slope])
        }
    }
}

/// The loss of a generated example's logit, of a pair's beside that of a `real` one, and its derivative.
fn generator(kind: AdversarialKind, logit: f32, real: f32) -> (f32, f32) {
    match kind {
        AdversarialKind::NonSaturating => {
            let (loss, slope) = softplus(logit);
            (loss - logit, slope - 1.0)
        }
        AdversarialKind::Saturating => {
            let (loss, slope) = softplus(logit);
            (-loss, -slope)
        }
        AdversarialKind::LeastSquares => {
            let off = logit - 1.0;
            (0.5 * off * off, off)
        }
        AdversarialKind::Hinge | AdversarialKind::Wasserstein => (-logit, -1.0),
        AdversarialKind::Relativistic => {
            let (loss, slope) = softplus(real - logit);
            (loss, -slope)
        }
    }
}

pub(super) fn adversarial_loss(
    logits: &FlexTensor,
    of: AdversarialLogits,
    kind: AdversarialKind,
) -> (FlexTensor, FlexTensor) {
    let [rows, _] = dims(logits);
    let batch = rows / of.parts(kind);
    let logits = values(logits);
    let weight = 1.0 / batch as f32;
    let gradient_rows = of.gradient_parts() * batch;
    let (mut losses, mut gradient) = (vec![0.0; batch], vec![0.0; gradient_rows]);
    for index in 0..batch {
        if of == AdversarialLogits::Generator {
            // The generated ones come last; without pairs, the first are these as well.
            let (loss, slope) = generator(kind, logits[rows - batch + index], logits[index]);
            (losses[index], gradient[index]) = (weight * loss, weight * slope);
            continue;
        }
        let (loss, derivatives) = discriminator(kind, logits[index], logits[batch + index]);
        losses[index] = weight * loss;
        gradient[index] = weight * derivatives[0];
        gradient[batch + index] = weight * derivatives[1];
    }
    (
        tensor(losses, [batch, 1]),
        tensor(gradient, [gradient_rows, 1]),
    )
}
