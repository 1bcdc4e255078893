//! Letters of 332 fonts: rebuilt in fonts that were never seen, and walked between, by a judge that has learnt nothing: the five
//! nearest letters of the training part.

use std::path::Path;

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{measure, session};
use generative_playground::dataset::Dataset;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::{Path as Way, Session};
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

const LETTERS: usize = 26;
const PIXELS: usize = 784;
const NEIGHBOURS: usize = 5;
/// Pictures on the way between two.
const WALKED: usize = 9;
const STEPS: usize = 3000;

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/letters");
    std::fs::read(folder.join(format!("{name}-ubyte.gz"))).expect("shipped letters")
}

fn part(name: &str) -> Dataset {
    let labels = file(&format!("{name}-labels-idx1"));
    Dataset::from_idx(&file(&format!("{name}-images-idx3")), Some(&labels)).expect("sound files")
}

/// An autoencoder with a code of 32, trained.
fn trained(network: NetworkKind, hidden: &[usize], seed: u32) -> Session {
    let mut session = session(Choices {
        family: Some(Family::Autoencoder),
        network: Some(network),
        hidden: Some(hidden.to_vec()),
        code: Some(32),
        seed: Some(seed),
        optimizer: Some(OptimizerChoices {
            schedule: Some(Schedule::Cosine),
            schedule_steps: Some(STEPS as u32),
            ..OptimizerChoices::default()
        }),
        ..Choices::default()
    });
    let [images, labels] =
        ["images-idx3", "labels-idx1"].map(|kind| file(&format!("train-{kind}")));
    session
        .load_images(&images, Some(&labels))
        .expect("sound files");
    let [images, labels] = ["images-idx3", "labels-idx1"].map(|kind| file(&format!("t10k-{kind}")));
    session
        .load_test_images(&images, Some(&labels))
        .expect("sound files");
    block_on(session.train(STEPS)).expect("training goes well");
    session
}

/// What most of the nearest training letters are.
fn read(picture: &[f32], training: &Dataset, pixels: &[f32]) -> u8 {
    let mut nearest: Vec<(f32, u8)> = pixels
        .chunks_exact(PIXELS)
        .zip(training.labels())
        .map(|(other, &label)| {
            let pairs = picture.iter().zip(other);
            (pairs.map(|(one, other)| (one - other).powi(2)).sum(), label)
        })
        .collect();
    nearest.select_nth_unstable_by(NEIGHBOURS, |one, other| one.0.total_cmp(&other.0));
    let mut votes = [0; LETTERS];
    for (_, label) in &nearest[..NEIGHBOURS] {
        votes[usize::from(*label)] += 1;
    }
    let most = votes.iter().max().expect("26 letters");
    votes
        .iter()
        .position(|vote| vote == most)
        .expect("it is there") as u8
}

#[test]
fn letters_of_unseen_fonts_are_rebuilt_better_than_by_principal_components() {
    let networks = [
        ("autoencoder 784-256-32", NetworkKind::Dense, &[256][..]),
        (
            "autoencoder of convolutions 16-32, code 32",
            NetworkKind::Convolutional,
            &[16, 32],
        ),
    ];
    let test = part("t10k");
    let training = part("train");
    let pixels = training.gather(0..training.len());
    // Convolutions take a minute more.
    let count = if all_seeds() { networks.len() } else { 1 };
    for (model, network, hidden) in networks.into_iter().take(count) {
        for seed in seeds([0, 1, 2]) {
            let mut session = trained(network, hidden, seed);
            let figures = Trained {
                model,
                after: "3,000 steps of 64, cosine",
                seed,
            };
            let report = block_on(session.evaluate()).expect("test data");
            let (error, components) = measure(&report, "meanSquaredError");
            let beside = format!("{components:.4} by PCA-32");
            figures.figure(
                "squared error on letters of unseen fonts",
                format!("{error:.4}"),
                beside,
            );
            assert!(error < 0.9 * components, "{error}, PCA {components}");

            let (ends, real) = ends_read(&session, &test, &training, &pixels);
            figures.figure(
                "ends of walks between two unseen letters that are read as these",
                format!("{ends:.1} %"),
                format!("{real:.1} % of the letters themselves"),
            );
            assert!(
                ends >= 0.9 * real,
                "{ends} % of ends, {real} % of real ones"
            );
        }
    }
}

/// Percentages of the ends of walks from each letter to the next that are read right, and of the letters that they were between.
fn ends_read(session: &Session, test: &Dataset, training: &Dataset, pixels: &[f32]) -> (f64, f64) {
    let of_letter = |letter: usize| {
        let mut indices =
            (0..test.len()).filter(|&index| usize::from(test.labels()[index]) == letter);
        indices.next().expect("one of each letter")
    };
    let (mut ends, mut real) = (0, 0);
    for letter in 0..LETTERS {
        let pair = [letter, (letter + 1) % LETTERS];
        let pictures = test.gather(pair.iter().map(|&letter| of_letter(letter)));
        let codes = block_on(session.encode(&pictures)).expect("an encoder");
        let (from, to) = codes.split_at(codes.len() / 2);
        let walked = session
            .walk(from, to, WALKED, Way::Straight)
            .expect("codes");
        let walked = block_on(session.decode(&walked, None)).expect("codes");
        let last = (WALKED - 1) * PIXELS;
        let is = |picture: &[f32], letter: usize| {
            usize::from(usize::from(read(picture, training, pixels)) == letter)
        };
        ends += is(&walked[..PIXELS], pair[0]) + is(&walked[last..], pair[1]);
        real += is(&pictures[..PIXELS], pair[0]) + is(&pictures[PIXELS..], pair[1]);
    }
    let share = |count: usize| 100.0 * count as f64 / (2 * LETTERS) as f64;
    (share(ends), share(real))
}
