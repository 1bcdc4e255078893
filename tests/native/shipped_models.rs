//! The trained models that come with the page are what they are said to be: on test data, beside their baselines.

use crate::common::figures::Trained;
use crate::common::{digits, measure};
use generative_playground::dataset::{SignalSettings, SignalShape};
use generative_playground::engine::EngineName;
use generative_playground::session::Session;
use pollster::block_on;

/// Of each, so that a press is answered at once.
const MOST_BYTES: usize = 400_000;

fn shipped(name: &str) -> Session {
    let file = format!(
        "{}/www/data/models/{name}.safetensors",
        env!("CARGO_MANIFEST_DIR")
    );
    let bytes = std::fs::read(file).expect("a shipped model");
    assert!(bytes.len() <= MOST_BYTES, "{name}: {} bytes", bytes.len());
    block_on(Session::restore(&bytes, EngineName::Cpu)).expect("a sound file")
}

#[test]
fn walks_are_through_a_good_variational_autoencoder() {
    let mut session = shipped("walk");
    let file = |part: &str| digits(&format!("{part}-ubyte.gz"));
    let (images, labels) = (file("train-images-idx3"), file("train-labels-idx1"));
    session
        .load_images(&images, Some(&labels))
        .expect("the digits that it learnt from");
    let (images, labels) = (file("t10k-images-idx3"), file("t10k-labels-idx1"));
    session
        .load_test_images(&images, Some(&labels))
        .expect("shipped data");
    let report = block_on(session.evaluate()).expect("test data are loaded");
    let trained = Trained {
        model: "the page's model for walks: VAE, convolutions 16-32, code 16",
        after: "12,000 steps of 64",
        seed: 7,
    };
    for (name, measured) in [
        ("negativeElbo", "negative ELBO, nats"),
        ("negativeLogLikelihood", "negative log-likelihood, nats"),
    ] {
        let (value, baseline) = measure(&report, name);
        trained.figure(measured, format!("{value:.1}"), format!("{baseline:.1}"));
    }
    let (bound, _) = measure(&report, "negativeElbo");
    assert!(bound <= 107.0, "{bound} nats");
    for name in ["codeMean", "codeVariance"] {
        let (off, _) = measure(&report, name);
        trained.figure(name, format!("{off:.3}"), "");
    }
}

#[test]
fn signals_are_mended_far_better_than_by_the_best_linear_map() {
    let mut session = shipped("mend-signals");
    session
        .load_signals(SignalSettings::usual(SignalShape::Mixed))
        .expect("what it learnt from");
    let report = block_on(session.evaluate()).expect("test data are made");
    let (ratio, linear) = measure(&report, "snr");
    let trained = Trained {
        model: "the page's model for signals: convolutions 16-32-32, code 64, noise 0.3",
        after: "10,000 steps of 64",
        seed: 7,
    };
    let linear_map = format!("{linear:.2} (best linear map)");
    trained.figure("SNR, dB", format!("{ratio:.2}"), linear_map);
    assert!(ratio > linear + 3.0, "{ratio} dB, {linear}");
}
