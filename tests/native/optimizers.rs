//! The rules of the optimisers against their papers and PyTorch's definitions, word for word; and their schedules.

use crate::common::session_on_ring;
use generative_playground::model::Family;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::{OptimizerName, OptimizerSettings, Schedule};
use pollster::block_on;

const SETTINGS: OptimizerSettings = OptimizerSettings {
    discriminator_learning_rate: None,
    name: OptimizerName::Adam,
    learning_rate: 0.1,
    beta1: 0.9,
    beta2: 0.99,
    weight_decay: 0.05,
    schedule: Schedule::Constant,
    warm_up: 0,
    schedule_steps: 100,
};

/// One parameter under gradients that follow from it, by the kernel's formula and our scalars.
fn ours(settings: OptimizerSettings) -> Vec<f64> {
    let betas = settings.betas();
    let [beta1, beta2] = [betas.beta1, betas.beta2].map(f64::from);
    let (mut parameter, mut first, mut second) = (1f64, 0f64, 0f64);
    let step = |step| {
        let gradient = gradient(parameter);
        let scalars = settings.scalars(step, step);
        first = beta1 * first + (1.0 - beta1) * gradient;
        second = beta2 * second + (1.0 - beta2) * gradient * gradient;
        let deviation = second.sqrt() * f64::from(scalars.second_moment_correction) + 1e-8;
        let moved = f64::from(scalars.step_size) * first / deviation;
        parameter = parameter * (1.0 - f64::from(scalars.weight_decay)) - moved;
        parameter
    };
    (0..20).map(step).collect()
}

fn gradient(parameter: f64) -> f64 {
    3.0 * parameter + parameter.sin()
}

fn agree(name: OptimizerName, mut reference: impl FnMut(f64, f64, i32) -> f64) {
    let mut parameter = 1f64;
    let found = ours(OptimizerSettings { name, ..SETTINGS });
    for (step, found) in (1..).zip(found) {
        parameter = reference(parameter, gradient(parameter), step);
        let difference = (found - parameter).abs();
        assert!(
            difference < 1e-5,
            "{name:?}, step {step}: {found} {parameter}"
        );
    }
}

#[test]
fn adam_with_decoupled_decay() {
    let (mut mean, mut square) = (0f64, 0f64);
    agree(OptimizerName::AdamW, |parameter, gradient, step| {
        let decayed = parameter - 0.1 * 0.05 * parameter;
        mean = 0.9 * mean + 0.1 * gradient;
        square = 0.99 * square + 0.01 * gradient * gradient;
        let corrected = mean / (1.0 - 0.9f64.powi(step));
        let deviation = (square / (1.0 - 0.99f64.powi(step))).sqrt() + 1e-8;
        decayed - 0.1 * corrected / deviation
    });
}

#[test]
fn root_mean_square_propagation() {
    let mut square = 0f64;
    agree(OptimizerName::RmsProp, |parameter, gradient, _| {
        square = 0.99 * square + 0.01 * gradient * gradient;
        parameter - 0.1 * gradient / (square.sqrt() + 1e-8)
    });
}

#[test]
fn gradient_descent_with_momentum() {
    let mut buffer = 0f64;
    agree(OptimizerName::Sgd, |parameter, gradient, _| {
        buffer = 0.9 * buffer + gradient;
        parameter - 0.1 * buffer
    });
}

#[test]
fn the_rate_is_warmed_up_and_comes_down_by_a_cosine() {
    let settings = OptimizerSettings {
        schedule: Schedule::Cosine,
        warm_up: 10,
        ..SETTINGS
    };
    let rates = [0, 4, 9, 50, 100, 5000].map(|step| settings.rate(step));
    let expected = [0.01, 0.05, 0.1, 0.05, 0.0, 0.0];
    for (found, expected) in rates.into_iter().zip(expected) {
        assert!((found - expected).abs() < 3e-3, "{rates:?}");
    }
    assert_eq!(SETTINGS.rate(0), 0.1);
    assert_eq!(SETTINGS.rate(100_000), 0.1);
}

/// Every rule makes an autoencoder of points better than it was, and may be chosen in a running session.
#[test]
fn every_rule_trains() {
    for (name, learning_rate) in [
        (OptimizerName::Adam, 3e-3),
        (OptimizerName::AdamW, 3e-3),
        (OptimizerName::RmsProp, 1e-3),
        (OptimizerName::Sgd, 0.1),
    ] {
        let mut session = session_on_ring(Family::Autoencoder);
        let before = block_on(session.train(1)).expect("a step").losses[0].1;
        session
            .change(Choices {
                optimizer: Some(OptimizerChoices {
                    name: Some(name),
                    learning_rate: Some(learning_rate),
                    ..Default::default()
                }),
                ..Choices::default()
            })
            .expect("it may change while it runs");
        let after = block_on(session.train(600)).expect("steps").losses[0].1;
        assert!(after < 0.2 * before, "{name:?}: {before} to {after}");
    }
}
