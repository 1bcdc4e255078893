//! Each family learns: figures on test data, with their baselines.

mod common;

use common::figures::{Trained, seeds};
use common::{measure, session_on_digits};
use generative_playground::model::Family;
use generative_playground::settings::Choices;
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
        block_on(session.train(1000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let trained = Trained {
            model: "variational autoencoder 784-256-16",
            after: "1,000 steps of 64",
            seed,
        };
        let (bound, independent) = measure(&report, "negativeElbo");
        let pixels = format!("{independent:.1} (independent pixels)");
        trained.figure("negative ELBO, nats", format!("{bound:.1}"), pixels);
        let (error, components) = measure(&report, "meanSquaredError");
        let components = format!("{components:.5} (PCA-16)");
        trained.figure("mean squared error", format!("{error:.5}"), components);
        assert!(bound <= 128.0, "-ELBO {bound}");
    }
}
