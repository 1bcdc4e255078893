//! The classifier of digits that the page ships, which has seen real ones alone, and what else is told of generated samples.

use std::path::Path;
use std::sync::LazyLock;

use generative_playground::dataset::Dataset;
use generative_playground::evaluation::{Classified, Classifier};
use generative_playground::session::Session;
use pollster::block_on;

use super::digits;

static CLASSIFIER: LazyLock<Classifier> =
    LazyLock::new(|| Classifier::from_safetensors(&shipped()).expect("a sound file"));

/// The bytes of the classifier.
pub fn shipped() -> Vec<u8> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/models/digits-classifier.safetensors");
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The shipped digits: "train" or "t10k".
pub fn split(name: &str) -> Dataset {
    let file = |kind: &str| digits(&format!("{name}-{kind}-ubyte.gz"));
    Dataset::from_idx(&file("images-idx3"), Some(&file("labels-idx1"))).expect("shipped data")
}

/// What it says of pictures `[n, 784]`.
pub fn classify(pictures: &[f32]) -> Classified {
    block_on(CLASSIFIER.classify(pictures)).expect("whole pictures")
}

/// The mean squared difference between two of the samples `[n, 784]`, over all pairs: twice the variance of a pixel.
pub fn diversity(samples: &[f32]) -> f64 {
    let count = (samples.len() / 784) as f64;
    let variance = |pixel: usize| {
        let values = samples.iter().skip(pixel).step_by(784);
        let values = values.map(|&value| f64::from(value));
        let mean = values.clone().sum::<f64>() / count;
        values.map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)
    };
    2.0 * (0..784).map(variance).sum::<f64>() / 784.0
}

/// Percentage of digits that the classifier reads as what was asked for.
pub fn asked_for(session: &Session) -> f64 {
    const OF_EACH: usize = 100;
    let right = (0..10u32).map(|label| {
        let made = block_on(session.sample(OF_EACH, 3, Some(label))).expect("digits");
        let read = classify(&made).classes.into_iter();
        read.filter(|&class| u32::from(class) == label).count()
    });
    right.sum::<usize>() as f64 / (10 * OF_EACH) as f64 * 100.0
}
