//! What is done to a whole picture, or to a part of it, is undone better by a network than by the best linear map.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{measure, session_on_digits};
use generative_playground::dataset::{Corruption, CorruptionKind};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

const STEPS: u32 = 6000;

/// Trains on what is done to the pictures, for the record or as long as a test can wait, and sees that it is so many dB ahead of
/// the best linear map; after the short time by `name`, and `ahead` may be below 0.
fn mended(model: &str, choices: &Choices, name: &str, ahead: f64) {
    let (steps, after) = match all_seeds() {
        true => (STEPS as usize, "6,000 steps of 64, cosine"),
        false => (150, "150 steps of 64"),
    };
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Autoencoder),
            seed: Some(seed),
            ..choices.clone()
        });
        block_on(session.train(steps)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let trained = Trained { model, after, seed };
        let figure = |figure: &str, name: &str| {
            let (restored, linear) = measure(&report, name);
            let beside = format!("{linear:.2} (best linear map)");
            trained.figure(figure, format!("{restored:.2}"), beside);
            restored - linear
        };
        let whole = figure("PSNR, dB", "psnr");
        let found = match name {
            "psnr" => whole,
            _ => figure("PSNR of what was missing, dB", name),
        };
        match all_seeds() {
            true => assert!(whole > 2.0, "{whole} dB ahead of the best linear map"),
            false => assert!(found > ahead, "{found} dB ahead of it by {name}"),
        }
    }
}

/// The rate falls to nothing in the steps of the record.
fn falling(learning_rate: Option<f32>) -> Option<OptimizerChoices> {
    Some(OptimizerChoices {
        learning_rate,
        schedule: Some(Schedule::Cosine),
        schedule_steps: Some(STEPS),
        ..OptimizerChoices::default()
    })
}

/// After the short time it is ahead of its input, 12.2 dB, and not yet of the linear map.
#[test]
fn a_blur_is_undone_better_than_by_the_best_linear_map() {
    let blur = Corruption {
        kind: CorruptionKind::Blur,
        amount: 1.0,
    };
    let choices = Choices {
        hidden: Some(vec![1024]),
        code: Some(512),
        corruption: Some(Some(blur)),
        optimizer: falling(None),
        ..Choices::default()
    };
    let model = "autoencoder 784-1024-512, blur 1.0 (3 pixels)";
    mended(model, &choices, "psnr", -3.3);
}

/// After the short time it fills in better, and copies worse what is still there.
#[test]
fn a_missing_block_is_filled_in_better_than_by_the_best_linear_map() {
    let block = Corruption {
        kind: CorruptionKind::Block,
        amount: 0.4,
    };
    let choices = Choices {
        network: Some(NetworkKind::Convolutional),
        hidden: Some(vec![32, 64]),
        code: Some(256),
        corruption: Some(Some(block)),
        optimizer: falling(Some(2e-3)),
        ..Choices::default()
    };
    let model = "autoencoder of convolutions 32-64, code 256, block 0.4 (11 by 11 pixels)";
    mended(model, &choices, "psnrMissing", 0.0);
}
