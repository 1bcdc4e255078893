//! Denoising: what the encoder is shown, and measures on corrupted test examples beside what the corruption left.

mod common;

use common::{measure, session_on_digits};
use generative_playground::dataset::{Corruption, CorruptionKind};
use generative_playground::model::Family;
use generative_playground::settings::Choices;
use pollster::block_on;

fn choices(corruption: Option<Corruption>) -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![128]),
        code: Some(32),
        corruption: Some(corruption),
        seed: Some(0),
        ..Choices::default()
    }
}

const NOISE: Corruption = Corruption {
    kind: CorruptionKind::Noise,
    amount: 0.5,
};

#[test]
fn a_denoising_autoencoder_is_measured_on_corrupted_examples() {
    let mut session = session_on_digits(choices(Some(NOISE)));
    block_on(session.train(600)).expect("training goes well");
    let report = block_on(session.evaluate()).expect("test data are loaded");
    let (restored, corrupted) = measure(&report, "psnr");
    let (error, components) = measure(&report, "meanSquaredError");
    println!(
        "denoising 784-128-32, noise 0.5, 600 steps: {restored:.1} dB of {corrupted:.1} dB, \
         MSE {error:.4}, PCA-32 of the same input {components:.4}"
    );
    // The reference figure for such noise, clipped to 0..1, is 9.4 dB.
    assert!(
        (corrupted - 9.4).abs() < 0.1,
        "the input has {corrupted} dB"
    );
    assert!(restored > corrupted + 4.0, "restored to {restored} dB");
    // The two measures are one number on two scales.
    assert!((-10.0 * error.log10() - restored).abs() < 1e-3);
    // Clean input would give principal components 0.01775.
    assert!(components > 0.02, "PCA was shown clean input: {components}");
}

#[test]
fn corrupts_the_same_way_for_a_seed_and_leaves_alone_what_is_not_corrupted() {
    let session = session_on_digits(choices(Some(NOISE)));
    let clean = session.examples(0, 3).expect("there are more");
    let corrupted = session.corrupt(&clean, 7).expect("whole examples");
    assert_eq!(corrupted, session.corrupt(&clean, 7).expect("the same"));
    assert_ne!(corrupted, session.corrupt(&clean, 8).expect("another"));
    assert_ne!(corrupted, clean);
    assert!(corrupted.iter().all(|value| (0.0..=1.0).contains(value)));
    let plain = session_on_digits(choices(None));
    assert_eq!(plain.corrupt(&clean, 7).expect("whole examples"), clean);
    assert!(session.corrupt(&clean[1..], 7).is_err());
}
