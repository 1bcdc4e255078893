//! What moves parameters, in one pass: each number is touched once.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{RUN, numbers, own};
use crate::engine::kernel::{Decays, EPSILON, Pace};
use crate::engine::threads;

fn pace(tensor: &FlexTensor) -> Pace {
    let numbers = numbers(tensor);
    Pace {
        rate: numbers[0],
        correction: numbers[1],
        share: numbers[2],
    }
}

pub(super) fn approach(average: FlexTensor, target: &FlexTensor, now: &FlexTensor) -> FlexTensor {
    let share = pace(now).share;
    let mut average = own(average);
    let pairs = average.storage_mut::<f32>().iter_mut();
    pairs
        .zip(&*numbers(target))
        .for_each(|(average, &target)| *average += share * (target - *average));
    average
}

pub(super) fn adam(
    parameters: FlexTensor,
    gradients: &FlexTensor,
    moments: [FlexTensor; 2],
    now: &FlexTensor,
    decays: Decays,
) -> (FlexTensor, FlexTensor, FlexTensor) {
    let (mut parameters, [mut first, mut second]) = (own(parameters), moments.map(own));
    let (pace, gradients) = (pace(now), numbers(gradients));
    let runs = parameters
        .storage_mut::<f32>()
        .chunks_mut(RUN)
        .zip(gradients.chunks(RUN))
        .zip(first.storage_mut::<f32>().chunks_mut(RUN))
        .zip(second.storage_mut::<f32>().chunks_mut(RUN));
    threads::for_each(runs, |(((parameters, gradients), first), second)| {
        step(parameters, gradients, first, second, pace, decays);
    });
    (parameters, first, second)
}

fn step(
    parameters: &mut [f32],
    gradients: &[f32],
    first: &mut [f32],
    second: &mut [f32],
    pace: Pace,
    decays: Decays,
) {
    let (parameters, parameters_rest) = parameters.as_chunks_mut::<4>();
    let (gradients, gradients_rest) = gradients.as_chunks::<4>();
    let (first, first_rest) = first.as_chunks_mut::<4>();
    let (second, second_rest) = second.as_chunks_mut::<4>();
    let fours = parameters.iter_mut().zip(gradients).zip(first).zip(second);
    for (((parameters, gradients), first), second) in fours {
        four(parameters, gradients, first, second, pace, decays);
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
            pace,
            decays,
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
    pace: Pace,
    decays: Decays,
) {
    let gradient = Lanes::load(gradients);
    let mean = Lanes::load(first)
        .mul(Lanes::splat(decays.beta1))
        .plus_product(gradient, Lanes::splat(1.0 - decays.beta1));
    let square = Lanes::load(second)
        .mul(Lanes::splat(decays.beta2))
        .plus_product(gradient.mul(gradient), Lanes::splat(1.0 - decays.beta2));
    let deviation = square
        .sqrt()
        .mul(Lanes::splat(pace.correction))
        .add(Lanes::splat(EPSILON));
    let moved = Lanes::load(parameters).sub(mean.mul(Lanes::splat(pace.rate)).div(deviation));
    *first = mean.to_array();
    *second = square.to_array();
    *parameters = moved.to_array();
}
