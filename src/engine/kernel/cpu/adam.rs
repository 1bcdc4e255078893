//! Adam in one pass: each parameter, its gradient and its moments are touched once.

use burn::backend::tensor::FloatTensor;

use super::lanes::Lanes;
use super::{Flex, numbers, own};
use crate::engine::kernel::Descent;
use crate::engine::kernel::plain::AdamKernels;

impl AdamKernels for Flex {
    fn adam(
        parameter: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        descent: Descent,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let (mut parameter, mut first, mut second) = (own(parameter), own(first), own(second));
        let gradient = numbers(&gradient);
        step(
            parameter.storage_mut::<f32>(),
            &gradient,
            first.storage_mut::<f32>(),
            second.storage_mut::<f32>(),
            descent,
        );
        (parameter, first, second)
    }
}

fn step(
    parameters: &mut [f32],
    gradients: &[f32],
    first: &mut [f32],
    second: &mut [f32],
    descent: Descent,
) {
    let (parameters, parameters_rest) = parameters.as_chunks_mut::<4>();
    let (gradients, gradients_rest) = gradients.as_chunks::<4>();
    let (first, first_rest) = first.as_chunks_mut::<4>();
    let (second, second_rest) = second.as_chunks_mut::<4>();
    let fours = parameters.iter_mut().zip(gradients).zip(first).zip(second);
    for (((parameters, gradients), first), second) in fours {
        four(parameters, gradients, first, second, descent);
    }
    let rest = parameters_rest
        .iter_mut()
        .zip(gradients_rest)
        .zip(first_rest)
        .zip(second_rest);
    for (((parameter, &gradient), first), second) in rest {
        let (mut parameters, mut firsts, mut seconds) =
            ([*parameter; 4], [*first; 4], [*second; 4]);
        four(
            &mut parameters,
            &[gradient; 4],
            &mut firsts,
            &mut seconds,
            descent,
        );
        (*parameter, *first, *second) = (parameters[0], firsts[0], seconds[0]);
    }
}

#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn four(
    parameters: &mut [f32; 4],
    gradients: &[f32; 4],
    first: &mut [f32; 4],
    second: &mut [f32; 4],
    descent: Descent,
) {
    let gradient = Lanes::load(gradients);
    let mean = Lanes::load(first)
        .mul(Lanes::splat(descent.beta1))
        .plus_product(gradient, Lanes::splat(1.0 - descent.beta1));
    let square = Lanes::load(second)
        .mul(Lanes::splat(descent.beta2))
        .plus_product(gradient.mul(gradient), Lanes::splat(1.0 - descent.beta2));
    let deviation = square
        .sqrt()
        .mul(Lanes::splat(1.0 / descent.second_correction))
        .add(Lanes::splat(descent.epsilon));
    let moved = Lanes::load(parameters).sub(mean.mul(Lanes::splat(descent.rate)).div(deviation));
    *first = mean.to_array();
    *second = square.to_array();
    *parameters = moved.to_array();
}
