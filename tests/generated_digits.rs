//! What GANs of digits generate, by a classifier that was trained on real digits alone.

mod common;

use std::sync::LazyLock;

use common::classifier::{classify, classify_samples, diversity, split, train};
use common::figures::{Trained, all_seeds, seeds};
use common::session_on_digits;
use generative_playground::model::{Family, HiddenActivation, Network};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

const SAMPLES: usize = 1000;

static CLASSIFIER: LazyLock<Network> = LazyLock::new(|| train(&split("train")));

fn gan(hidden: Vec<usize>, code: usize, learning_rate: f32, choices: Choices) -> Session {
    session_on_digits(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(hidden),
        code: Some(code),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(learning_rate),
            ..Default::default()
        }),
        ..choices
    })
}

/// Prints what the classifier says of a session's samples: classes, fraction of clear ones, and their diversity.
fn figures(session: &Session, trained: Trained<'_>) -> (usize, f64) {
    let generated = block_on(session.sample(SAMPLES, 1, None)).expect("a generator");
    let different = diversity(&generated);
    let found = classify_samples(&CLASSIFIER, generated);
    let real = split("t10k");
    let real = real.gather(0..SAMPLES);
    trained.figure("classes among 1,000 generated digits", found.classes, 10);
    trained.figure(
        "clear ones (probability above 0.95)",
        format!("{:.1} %", 100.0 * found.confident),
        format!("{:.1} % of real digits", {
            100.0 * classify_samples(&CLASSIFIER, real.clone()).confident
        }),
    );
    trained.figure(
        "mean squared difference between two",
        format!("{different:.4}"),
        format!("{:.4} between real digits", diversity(&real)),
    );
    (found.classes, different)
}

#[test]
fn the_classifier_knows_unseen_digits() {
    let test = split("t10k");
    let right = classify(&CLASSIFIER, test.gather(0..test.len()))
        .into_iter()
        .zip(test.labels())
        .filter(|&((class, _), &label)| class == usize::from(label))
        .count();
    let accuracy = right as f64 / test.len() as f64;
    println!("classifier: {:.1} % of unseen digits", 100.0 * accuracy);
    assert!(accuracy > 0.93, "{accuracy}");
}

#[test]
fn a_gan_generates_every_digit() {
    for seed in seeds([7, 8, 9]) {
        let choices = Choices {
            seed: Some(seed),
            ..Choices::default()
        };
        let mut session = gan(vec![256], 32, 5e-4, choices);
        block_on(session.train(5000)).expect("training goes well");
        let trained = Trained {
            model: "GAN 32-256-784, rate 5e-4",
            after: "5,000 steps of 64",
            seed,
        };
        let (classes, _) = figures(&session, trained);
        assert!(classes >= 9, "seed {seed}: {classes} classes");
    }
}

/// With ReLU in the generator the samples are nearly equal after 1,000 steps, with a difference of 0.002.
#[test]
fn a_deep_generator_does_not_collapse_at_first() {
    let activations = match all_seeds() {
        true => vec![HiddenActivation::Relu, HiddenActivation::LeakyRelu],
        false => vec![HiddenActivation::LeakyRelu],
    };
    for activation in activations {
        for seed in seeds([7, 8, 9]) {
            let mut session = gan(
                vec![256, 512],
                64,
                2e-4,
                Choices {
                    seed: Some(seed),
                    activation: Some(activation),
                    ..Choices::default()
                },
            );
            let model = format!("GAN 64-512-256-784, {activation:?}");
            let model = &model[..];
            block_on(session.train(1000)).expect("training goes well");
            let after = "1,000 steps of 64";
            let (_, different) = figures(&session, Trained { model, after, seed });
            if activation == HiddenActivation::LeakyRelu {
                assert!(different > 0.01, "seed {seed}: {different}");
            }
            if all_seeds() {
                for after in ["2,000 steps of 64", "3,000 steps of 64"] {
                    block_on(session.train(1000)).expect("training goes well");
                    figures(&session, Trained { model, after, seed });
                }
            }
        }
    }
}
