//! Each family learns: figures on test data, with their baselines, over three seeds.

mod common;

use common::{RING, measure, session, session_on_digits};
use generative_playground::model::Family;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

#[test]
fn an_autoencoder_rebuilds_digits_better_than_principal_components() {
    for seed in 0..3 {
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
        println!(
            "autoencoder 784-256-32, seed {seed}, 2000 steps: test MSE {error:.5}, PCA-32 {baseline:.5}"
        );
        assert!((baseline - 0.01775).abs() < 2e-5, "PCA-32 is {baseline}");
        assert!(error <= 0.0110, "test MSE {error}");
    }
}

#[test]
fn a_variational_autoencoder_reaches_the_reference_bound() {
    for seed in 0..3 {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Variational),
            hidden: Some(vec![256]),
            code: Some(16),
            seed: Some(seed),
            ..Choices::default()
        });
        block_on(session.train(1000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (bound, independent) = measure(&report, "negativeElbo");
        let (error, components) = measure(&report, "meanSquaredError");
        println!(
            "VAE 784-256-16, seed {seed}, 1000 steps: -ELBO {bound:.1} nats (independent pixels {independent:.1}), \
             test MSE {error:.5} (PCA-16 {components:.5}; PCA-32 0.01775)"
        );
        assert!(bound <= 128.0, "-ELBO {bound}");
    }
}

#[test]
fn a_gan_covers_the_ring() {
    for seed in 0..3 {
        let mut session = session(Choices {
            family: Some(Family::Adversarial),
            hidden: Some(vec![64, 64]),
            code: Some(8),
            batch_size: Some(256),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(1e-3),
                ..Default::default()
            }),
            seed: Some(seed),
            ..Choices::default()
        });
        session.load_points(RING).expect("a sound ring");
        block_on(session.train(5000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("points bring their test part");
        let (covered, _) = measure(&report, "modesCovered");
        let (near, real) = measure(&report, "nearAMode");
        println!(
            "GAN on the ring of 8, seed {seed}, 5000 steps: {covered} modes, {near:.1} % within three deviations \
             (real points {real:.1} %)"
        );
        assert!(covered >= 6.0, "{covered} modes");
    }
}
