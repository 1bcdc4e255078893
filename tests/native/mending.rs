//! What is done to a whole picture, or to a part of it, is undone better by a network than by the best linear map.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{measure, session_on_digits};
use generative_playground::dataset::{Corruption, CorruptionKind};
use generative_playground::model::Family;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

const STEPS: u32 = 6000;

/// Trains 784-1024-512 on what is done to the pictures, for the record or as long as a test can wait, and sees that it is so
/// many dB ahead of the best linear map by `name`; behind it, after the short time, by less than so many.
fn mended(kind: CorruptionKind, amount: f32, [model, figure, name]: [&str; 3], ahead: [f64; 2]) {
    let (steps, after, ahead) = match all_seeds() {
        true => (STEPS as usize, "6,000 steps of 64, cosine", ahead[0]),
        false => (150, "150 steps of 64", ahead[1]),
    };
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Autoencoder),
            hidden: Some(vec![1024]),
            code: Some(512),
            corruption: Some(Some(Corruption { kind, amount })),
            optimizer: Some(OptimizerChoices {
                schedule: Some(Schedule::Cosine),
                schedule_steps: Some(STEPS),
                ..OptimizerChoices::default()
            }),
            seed: Some(seed),
            ..Choices::default()
        });
        block_on(session.train(steps)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let trained = Trained { model, after, seed };
        let (restored, linear) = measure(&report, name);
        let beside = |linear: f64| format!("{linear:.2} (best linear map)");
        trained.figure(figure, format!("{restored:.2}"), beside(linear));
        if name != "psnr" {
            let (whole, linear) = measure(&report, "psnr");
            trained.figure("PSNR of all, dB", format!("{whole:.2}"), beside(linear));
        }
        assert!(
            restored > linear + ahead,
            "{restored} dB, the best linear map {linear} dB"
        );
    }
}

/// Beside the record it is trained as long as a test can wait: ahead of its input, 12.2 dB, and not yet of the linear map.
#[test]
fn a_blur_is_undone_better_than_by_the_best_linear_map() {
    let model = "autoencoder 784-1024-512, blur 1.0 (3 pixels)";
    let names = [model, "PSNR, dB", "psnr"];
    mended(CorruptionKind::Blur, 1.0, names, [2.0, -3.3]);
}

#[test]
fn a_missing_block_is_filled_in_better_than_by_the_best_linear_map() {
    let model = "autoencoder 784-1024-512, block 0.4 (11 by 11 pixels)";
    let names = [model, "PSNR of what was missing, dB", "psnrMissing"];
    mended(CorruptionKind::Block, 0.4, names, [2.0, -1.0]);
}
