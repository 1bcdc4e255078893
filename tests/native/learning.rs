//! Each family learns: figures on test data, with their baselines.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{baseline, measure, session_on_digits};
use generative_playground::model::{Family, HiddenActivation, NetworkKind};
use generative_playground::objective::Objective;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

#[test]
fn an_autoencoder_reconstructs_digits_better_than_principal_components() {
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Autoencoder),
            hidden: Some(vec![256]),
            code: Some(32),
            seed: Some(seed),
            ..Choices::default()
        });
        block_on(session.train(2000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (error, baseline) = measure(&report, "meanSquaredError");
        let trained = Trained {
            model: "autoencoder 784-256-32",
            after: "2,000 steps of 64",
            seed,
        };
        let components = format!("{baseline:.5} (PCA-32)");
        trained.figure("mean squared error", format!("{error:.5}"), components);
        assert!((baseline - 0.01775).abs() < 2e-5, "PCA-32 is {baseline}");
        assert!(error <= 0.0110, "test MSE {error}");
    }
}

#[test]
fn a_variational_autoencoder_reaches_the_reference_bound() {
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Variational),
            hidden: Some(vec![256]),
            code: Some(16),
            seed: Some(seed),
            ..Choices::default()
        });
        block_on(session.train(4000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let trained = Trained {
            model: "variational autoencoder 784-256-16",
            after: "4,000 steps of 64",
            seed,
        };
        let (bound, independent) = measure(&report, "negativeElbo");
        let pixels = format!("{independent:.1} (independent pixels)");
        trained.figure("negative ELBO, nats", format!("{bound:.1}"), pixels);
        let (error, components) = measure(&report, "meanSquaredError");
        let components = format!("{components:.5} (PCA-16)");
        trained.figure("mean squared error", format!("{error:.5}"), components);
        assert!(bound <= 115.0, "-ELBO {bound}");
        let (likelihood, _) = measure(&report, "negativeLogLikelihood");
        trained.figure(
            "negative log-likelihood of 100, 20 samples, nats",
            format!("{likelihood:.1}"),
            "",
        );
        assert!(
            likelihood < bound,
            "a bound of {bound} is above {likelihood}"
        );
        for (name, words) in [
            ("codeMean", "mean of the codes"),
            ("codeVariance", "their variance"),
        ] {
            let (distance, normal) = measure(&report, name);
            let learnt = baseline(&report, name, "training examples");
            let beside = format!("{normal:.3} (as many samples of N(0, I))");
            let what = format!("{words}: distance from N(0, I), over units");
            trained.figure(&what, format!("{distance:.3}"), &beside);
            let what = format!("{what}, of training examples");
            trained.figure(&what, format!("{learnt:.3}"), beside);
            // Test digits are of other writers, whose codes have another mean.
            let mean = if name == "codeMean" { learnt } else { distance };
            assert!(mean < 0.1, "{name} {mean}");
            assert!(distance < 0.2, "{name} {distance}");
        }
    }
}

/// Settings of an autoencoder of digits.
fn autoencoder(hidden: Vec<usize>, code: usize, seed: u32) -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(hidden),
        code: Some(code),
        seed: Some(seed),
        ..Choices::default()
    }
}

#[test]
fn a_linear_autoencoder_finds_principal_components() {
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            activation: Some(HiddenActivation::Linear),
            objective: Some(Objective::MeanSquaredError),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(3e-3),
                schedule: Some(Schedule::Cosine),
                schedule_steps: Some(2000),
                ..OptimizerChoices::default()
            }),
            ..autoencoder(Vec::new(), 16, seed)
        });
        block_on(session.train(2000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (error, baseline) = measure(&report, "meanSquaredError");
        let trained = Trained {
            model: "linear autoencoder 784-16",
            after: "2,000 steps of 64",
            seed,
        };
        let components = format!("{baseline:.5} (PCA-16)");
        trained.figure("mean squared error", format!("{error:.5}"), components);
        assert!((baseline - 0.02788).abs() < 3e-5, "PCA-16 is {baseline}");
        assert!(error < 1.03 * baseline, "test MSE {error}");
    }
}

#[test]
fn two_numbers_tell_more_than_two_components() {
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(2e-3),
                schedule: Some(Schedule::Cosine),
                schedule_steps: Some(4000),
                ..OptimizerChoices::default()
            }),
            ..autoencoder(vec![256], 2, seed)
        });
        block_on(session.train(4000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (error, baseline) = measure(&report, "meanSquaredError");
        let trained = Trained {
            model: "autoencoder 784-256-2, rate 0.002 down to 0",
            after: "4,000 steps of 64",
            seed,
        };
        let components = format!("{baseline:.5} (PCA-2)");
        trained.figure("mean squared error", format!("{error:.5}"), components);
        assert!(error <= 0.0460, "test MSE {error}");
    }
}

#[test]
fn convolutions_reach_a_lower_bound() {
    let (steps, after, most) = match all_seeds() {
        true => (10_000, "10,000 steps of 64", 107.0),
        false => (700, "700 steps of 64", 140.0),
    };
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Variational),
            network: Some(NetworkKind::Convolutional),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(2e-3),
                schedule: Some(Schedule::Cosine),
                schedule_steps: Some(steps),
                ..OptimizerChoices::default()
            }),
            ..autoencoder(vec![16, 32], 16, seed)
        });
        block_on(session.train(steps as usize)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let trained = Trained {
            model: "VAE, convolutions 16-32, code 16, rate 0.002 down to 0",
            after,
            seed,
        };
        let (bound, independent) = measure(&report, "negativeElbo");
        let pixels = format!("{independent:.1} (independent pixels)");
        trained.figure("negative ELBO, nats", format!("{bound:.1}"), pixels);
        assert!(bound <= most, "-ELBO {bound}");
        for name in ["codeMean", "codeVariance"] {
            let (distance, _) = measure(&report, name);
            let what = format!("{name}: distance from N(0, I), over units");
            trained.figure(&what, format!("{distance:.3}"), "");
            let learnt = baseline(&report, name, "training examples");
            trained.figure(
                &format!("{what}, of training examples"),
                format!("{learnt:.3}"),
                "",
            );
        }
    }
}

#[test]
fn convolutions_rebuild_better_than_dense_layers() {
    let (steps, after) = match all_seeds() {
        true => (2000, "2,000 steps of 64"),
        false => (400, "400 steps of 64"),
    };
    for seed in seeds([0, 1, 2]) {
        let error = |network, hidden| {
            let mut session = session_on_digits(Choices {
                network: Some(network),
                ..autoencoder(hidden, 16, seed)
            });
            block_on(session.train(steps)).expect("training goes well");
            let report = block_on(session.evaluate()).expect("test data are loaded");
            measure(&report, "meanSquaredError").0
        };
        let dense = error(NetworkKind::Dense, vec![256]);
        let convolutional = error(NetworkKind::Convolutional, vec![16, 32]);
        let trained = Trained {
            model: "autoencoder, convolutions 16-32, code 16",
            after,
            seed,
        };
        trained.figure(
            "mean squared error",
            format!("{convolutional:.5}"),
            format!("{dense:.5} (dense 784-256-16)"),
        );
        assert!(convolutional < dense, "{convolutional}, dense {dense}");
    }
}
