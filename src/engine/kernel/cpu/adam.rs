//! Updates of parameters in one pass: each value is read and written once.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{CHUNK, into_owned, values};
use crate::engine::kernel::{Betas, EPSILON, StepScalars};
use crate::engine::threads;

pub(super) fn read_scalars(tensor: &FlexTensor) -> StepScalars {
    let values = values(tensor);
    StepScalars {
        step_size: values[0],
        second_moment_correction: values[1],
        ema_weight: values[2],
        weight_decay: values[3],
        penalty_weight: values[4],
    }
}

pub(super) fn ema_update(ema: FlexTensor, target: &FlexTensor, scalars: &FlexTensor) -> FlexTensor {
    let ema_weight = read_scalars(scalars).ema_weight;
    let mut ema = into_owned(ema);
    let pairs = ema.storage_mut::<f32>().iter_mut();
    pairs
        .zip(&*values(target))
        .for_each(|(ema, &target)| *ema += ema_weight * (target - *ema));
    ema
}

pub(super) fn adam(
    parameters: FlexTensor,
    gradients: &FlexTensor,
    moments: [FlexTensor; 2],
    scalars: &FlexTensor,
    betas: Betas,
) -> (FlexTensor, FlexTensor, FlexTensor) {
    let (mut parameters, [mut first, mut second]) =
        (into_owned(parameters), moments.map(into_owned));
    let mut scalars = read_scalars(scalars);
    scalars.step_size *= betas.rate;
    scalars.weight_decay *= betas.rate;
    let gradients = values(gradients);
    let chunks = parameters
        .storage_mut::<f32>()
        .chunks_mut(CHUNK)
        .zip(gradients.chunks(CHUNK))
        .zip(first.storage_mut::<f32>().chunks_mut(CHUNK))
        .zip(second.storage_mut::<f32>().chunks_mut(CHUNK));
    threads::for_each(chunks, |(((parameters, gradients), first), second)| {
        step(parameters, gradients, first, second, scalars, betas);
    });
    (parameters, first, second)
}

fn step(
    parameters: &mut [f32],
    gradients: &[f32],
    first: &mut [f32],
    second: &mut [f32],
    scalars: StepScalars,
    betas: Betas,
) {
    let (parameters, parameters_rest) = parameters.as_chunks_mut::<4>();
    let (gradients, gradients_rest) = gradients.as_chunks::<4>();
    let (first, first_rest) = first.as_chunks_mut::<4>();
    let (second, second_rest) = second.as_chunks_mut::<4>();
    let fours = parameters.iter_mut().zip(gradients).zip(first).zip(second);
    for (((parameters, gradients), first), second) in fours {
        step_lanes(parameters, gradients, first, second, scalars, betas);
    }
    let rest = parameters_rest
        .iter_mut()
        .zip(gradients_rest)
        .zip(first_rest)
        .zip(second_rest);
    for (((parameter, &gradient), first), second) in rest {
        let (mut parameters, mut firsts, mut seconds) =
            ([*parameter; 4], [*first; 4], [*second; 4]);
        step_lanes(
            &mut parameters,
            &[gradient; 4],
            &mut firsts,
            &mut seconds,
            scalars,
            betas,
        );
        (*parameter, *first, *second) = (parameters[0], firsts[0], seconds[0]);
    }
}

#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn step_lanes(
    parameters: &mut [f32; 4],
    gradients: &[f32; 4],
    first: &mut [f32; 4],
    second: &mut [f32; 4],
    scalars: StepScalars,
    betas: Betas,
) {
    let gradient = Lanes::load(gradients);
    let mean = Lanes::load(first)
        .mul(Lanes::splat(betas.beta1))
        .plus_product(gradient, Lanes::splat(1.0 - betas.beta1));
    let square = Lanes::load(second)
        .mul(Lanes::splat(betas.beta2))
        .plus_product(gradient.mul(gradient), Lanes::splat(1.0 - betas.beta2));
    let deviation = square
        .sqrt()
        .mul(Lanes::splat(scalars.second_moment_correction))
        .add(Lanes::splat(EPSILON));
    let updated = Lanes::load(parameters)
        .mul(Lanes::splat(1.0 - scalars.weight_decay))
        .sub(mean.mul(Lanes::splat(scalars.step_size)).div(deviation));
    *first = mean.to_array();
    *second = square.to_array();
    *parameters = updated.to_array();
}
