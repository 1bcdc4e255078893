//! What the native tests share: the data that the page ships, and sessions on them.
#![allow(dead_code, reason = "each program that has it uses a part of it")]

pub mod classifier;
pub mod figures;
pub mod generated;
pub mod pytorch;
pub mod tensors;

use std::path::Path;

use generative_playground::dataset::{ImageOptions, PointSettings, PointShape, Source};
use generative_playground::evaluation::Report;
use generative_playground::model::Family;
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

/// A file of the shipped digits, as the page gets it.
pub fn digits(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("www/data/mnist-small")
        .join(file);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A session of `choices`.
pub fn session(choices: Choices) -> Session {
    block_on(Session::create(choices)).expect("sound settings")
}

/// A session with the shipped digits to train and to test on.
pub fn session_on_digits(choices: Choices) -> Session {
    session_on_some_digits(choices, ImageOptions::default())
}

/// The ring of eight Gaussians.
pub const RING: PointSettings = PointSettings {
    shape: PointShape::Ring,
    count: 8,
    radius: 2.0,
    deviation: 0.05,
    points: None,
};

/// A session that learns some of the digits, with all of them to test on.
pub fn session_on_some_digits(choices: Choices, options: ImageOptions) -> Session {
    let mut session = session(choices);
    let files = |part: &str| {
        ["images-idx3", "labels-idx1"].map(|kind| digits(&format!("{part}-{kind}-ubyte.gz")))
    };
    let [images, labels] = files("train");
    let (mut images, mut labels) = (&images[..], &labels[..]);
    let labels = Some(Source::of(&mut labels));
    session
        .load_images_from(Source::of(&mut images), labels, options)
        .expect("there are such digits");
    let [images, labels] = files("t10k");
    session
        .load_test_images(&images, Some(&labels))
        .expect("shipped data");
    session
}

/// A small session on points, fast enough for tests of behaviour.
pub fn session_on_ring(family: Family) -> Session {
    let mut session = session(Choices {
        family: Some(family),
        hidden: Some(vec![16]),
        code: Some(4),
        batch_size: Some(32),
        seed: Some(7),
        ..Choices::default()
    });
    session.load_points(RING).expect("a sound ring");
    session
}

/// The value and the baseline of a measure.
pub fn measure(report: &Report, name: &str) -> (f64, f64) {
    let measure = report
        .measures
        .iter()
        .find(|measure| measure.name == name)
        .expect("a measure of that name");
    (
        measure.value,
        measure
            .baseline
            .as_ref()
            .map_or(f64::NAN, |baseline| baseline.value),
    )
}

/// What a measure is compared with, by name.
pub fn baseline(report: &Report, name: &str, beside: &str) -> f64 {
    let mut measures = report.measures.iter();
    let measure = measures.find(|measure| measure.name == name);
    let measure = measure.expect("a measure of that name");
    let mut baselines = measure.baseline.iter().chain(&measure.others);
    let found = baselines.find(|baseline| baseline.name == beside);
    found.expect("a baseline of that name").value
}
