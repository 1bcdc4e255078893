//! What is done to a whole picture is undone better by a network than by the best linear map.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{measure, session_on_digits};
use generative_playground::dataset::{Corruption, CorruptionKind};
use generative_playground::model::Family;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

const STEPS: u32 = 6000;

/// Beside the record it is trained as long as a test can wait: ahead of its input, 12.2 dB, and not yet of the linear map.
#[test]
fn a_blur_is_undone_better_than_by_the_best_linear_map() {
    let (steps, after, ahead) = match all_seeds() {
        true => (STEPS as usize, "6,000 steps of 64, cosine", 2.0),
        false => (150, "150 steps of 64", -3.3),
    };
    let blur = Corruption {
        kind: CorruptionKind::Blur,
        amount: 1.0,
    };
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Autoencoder),
            hidden: Some(vec![1024]),
            code: Some(512),
            corruption: Some(Some(blur)),
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
        let (restored, linear) = measure(&report, "psnr");
        let trained = Trained {
            model: "autoencoder 784-1024-512, blur 1.0 (3 pixels)",
            after,
            seed,
        };
        let beside = format!("{linear:.2} (best linear map)");
        trained.figure("PSNR, dB", format!("{restored:.2}"), beside);
        assert!(
            restored > linear + ahead,
            "{restored} dB, the best linear map {linear} dB"
        );
    }
}
