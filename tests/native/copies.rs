//! What was made beside what is real: nearest neighbours, copies, classes, labels.

use crate::common::figures::{Trained, seeds};
use crate::common::{classifier, session_on_some_digits};
use generative_playground::checkpoint::inspect;
use generative_playground::dataset::{
    Corruption, CorruptionKind, DataDescription, ImageOptions, Scarce,
};
use generative_playground::evaluation::nearest_neighbours;
use generative_playground::model::{Condition, Family};
use generative_playground::session::{LabelFigure, Likeness, Session, Split};
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

fn session_on(family: Family, options: ImageOptions) -> Session {
    let choices = Choices {
        family: Some(family),
        hidden: Some(vec![16]),
        code: Some(4),
        ..Choices::default()
    };
    session_on_some_digits(choices, options)
}

#[test]
fn the_nearest_come_first_whatever_part_they_are_in() {
    let points: Vec<f32> = (0..2500).flat_map(|at| [at as f32 / 100.0, 0.0]).collect();
    let part = |range: std::ops::Range<usize>| points[2 * range.start..2 * range.end].to_vec();
    let from = [10.002, 0.0, 24.99, 3.0];
    let found = block_on(nearest_neighbours(&from, 2500, 2, 3, &part)).expect("sound points");
    assert_eq!(found.indices, [1000, 1001, 999, 2499, 2498, 2497]);
    let expected = [0.002, 0.008, 0.012, 3.0, 3.0, 3.0];
    for (distance, expected) in found.distances.iter().zip(expected) {
        assert!((distance - expected).abs() < 2e-3, "{:?}", found.distances);
    }
}

#[test]
fn a_training_picture_is_its_own_nearest_by_pixels_and_by_features() {
    let mut session = session_on(Family::Adversarial, ImageOptions::default());
    let pictures = session.examples(1200, 3).expect("training pictures");
    let mut nearest = |among, by| block_on(session.nearest(&pictures, 2, among, by));
    let found = nearest(Split::Training, Likeness::Pixels).expect("training pictures");
    assert_eq!(
        found.indices.iter().step_by(2).collect::<Vec<_>>(),
        [&1200, &1201, &1202]
    );
    for (place, &distance) in found.distances.iter().enumerate() {
        assert_eq!(distance < 0.05, place % 2 == 0, "{:?}", found.distances);
    }
    let unseen = nearest(Split::Test, Likeness::Pixels).expect("test pictures");
    assert!(unseen.distances.iter().all(|&distance| distance > 1.0));
    let refused = nearest(Split::Training, Likeness::Features).expect_err("no classifier");
    assert_eq!(refused.code(), "classifier-missing");

    session
        .load_classifier(&classifier::shipped())
        .expect("a classifier");
    let found = block_on(session.nearest(&pictures, 2, Split::Training, Likeness::Features));
    let found = found.expect("a classifier");
    assert_eq!(
        found.indices.iter().step_by(2).collect::<Vec<_>>(),
        [&1200, &1201, &1202]
    );
    let refused = block_on(session.nearest(&pictures, 0, Split::Training, Likeness::Pixels));
    assert_eq!(
        refused.expect_err("no neighbours").code(),
        "count-out-of-range"
    );
}

#[test]
fn what_is_not_learnt_is_no_nearer_to_training_pictures() {
    let mut session = session_on(Family::Variational, ImageOptions::default());
    let report = block_on(session.copying(200, 5, Likeness::Pixels)).expect("test pictures");
    assert_eq!(report.training.len(), 200);
    assert!((0.95..1.05).contains(&report.ratio), "{}", report.ratio);
    for counts in [&report.histogram.training, &report.histogram.unseen] {
        assert_eq!(counts.iter().sum::<usize>(), 200);
    }
    // The order is that of the two distances of each.
    let ratio = |place: usize| report.training[place] / report.unseen[place];
    assert!(
        report
            .order
            .windows(2)
            .all(|pair| ratio(pair[0]) <= ratio(pair[1]))
    );
}

#[test]
fn a_classifier_reads_what_it_is_sure_of() {
    let mut session = session_on(Family::Adversarial, ImageOptions::default());
    session
        .load_classifier(&classifier::shipped())
        .expect("a classifier");
    let pictures = session.test_examples(0, 400).expect("test pictures");
    let report = block_on(session.classify(&pictures)).expect("pictures");
    assert_eq!(report.counts.iter().sum::<usize>() + report.unclear, 400);
    assert!(report.unclear < 40, "{} unclear", report.unclear);
    let grey = vec![0.5; 784];
    let report = block_on(session.classify(&grey)).expect("a picture");
    assert_eq!(report.unclear, 1);
    let refused = block_on(session.classify(&[0.0; 10])).expect_err("no picture");
    assert_eq!(refused.code(), "input-length");
}

#[test]
fn labels_are_told_from_the_one_that_is_served_worst() {
    let scarce = Scarce { label: 1, count: 3 };
    let options = ImageOptions {
        scarce: Some(scarce),
        ..ImageOptions::default()
    };
    let mut session = session_on(Family::Autoencoder, options);
    block_on(session.train(200)).expect("a batch");
    let report = block_on(session.label_report()).expect("labels");
    assert_eq!(
        (report.figure, report.labels.len()),
        (LabelFigure::Error, 10)
    );
    let ones = report.labels.iter().find(|figures| figures.label == 1);
    assert_eq!(ones.expect("ones").training, 3);
    let values: Vec<f64> = report.labels.iter().map(|figures| figures.value).collect();
    assert!(
        values.windows(2).all(|pair| pair[0] >= pair[1]),
        "{values:?}"
    );
    let weighted: f64 = report
        .labels
        .iter()
        .map(|one| one.value * one.count as f64)
        .sum();
    assert!((weighted / report.count as f64 - report.mean).abs() < 1e-6);
    // The first of the worst is rebuilt no better than the mean of its label.
    let first = &report.labels[0];
    let worst = session.test_examples(first.worst[0], 1).expect("a picture");
    let rebuilt = block_on(session.reconstruct(&worst, None)).expect("a picture");
    let squares = rebuilt
        .iter()
        .zip(&worst)
        .map(|(one, other)| f64::from(one - other).powi(2));
    assert!(squares.sum::<f64>() / 784.0 >= first.value);
}

#[test]
fn a_scarce_label_is_saved_with_the_session() {
    let scarce = Some(Scarce { label: 7, count: 5 });
    let options = ImageOptions {
        scarce,
        ..ImageOptions::default()
    };
    let mut session = session_on(Family::Autoencoder, options);
    let [count, _] = session.counts();
    let labels = session.labels(0, count).expect("labels");
    assert_eq!(labels.iter().filter(|&&label| label == 7).count(), 5);
    block_on(session.train(1)).expect("a batch");
    let bytes = block_on(session.save()).expect("a file");
    let Some(DataDescription::Images { scarce: told, .. }) = inspect(&bytes).expect("a file").data
    else {
        panic!("the file does not tell its data");
    };
    assert_eq!(told, scarce);
}

#[test]
fn examples_are_corrupted_in_other_ways_than_the_settings_say() {
    let session = session_on(Family::Adversarial, ImageOptions::default());
    let picture = session.test_examples(0, 1).expect("a picture");
    let by = |kind, amount| session.corrupt_by(&picture, Corruption { kind, amount }, 3);
    let noisy = by(CorruptionKind::Noise, 0.2).expect("sound");
    assert_ne!(noisy, picture);
    assert_eq!(noisy, by(CorruptionKind::Noise, 0.2).expect("sound"));
    let blurred = by(CorruptionKind::Blur, 0.5).expect("sound");
    let largest = |values: &[f32]| values.iter().copied().fold(0.0, f32::max);
    assert!(largest(&blurred) < largest(&picture));
    assert!(by(CorruptionKind::Noise, 7.0).is_err());
}

/// The page's "Fifty pictures, known by heart", and the same with all of them.
#[test]
fn few_pictures_are_copied_and_many_are_not() {
    const STEPS: usize = 1000;
    for seed in seeds([0, 1, 2]) {
        for (most, expected) in [(Some(50), 0.0..0.5), (None, 0.9..1.1)] {
            let choices = Choices {
                family: Some(Family::Variational),
                condition: Some(Condition::Label),
                hidden: Some(vec![128, 128]),
                code: Some(1),
                batch_size: Some(50),
                seed: Some(seed),
                optimizer: Some(OptimizerChoices {
                    learning_rate: Some(0.003),
                    ..OptimizerChoices::default()
                }),
                ..Choices::default()
            };
            let options = ImageOptions {
                most,
                ..ImageOptions::default()
            };
            let mut session = session_on_some_digits(choices, options);
            block_on(session.train(STEPS)).expect("training goes well");
            let report = block_on(session.copying(1000, 1, Likeness::Pixels));
            let ratio = report.expect("test pictures").ratio;
            let pictures = most.unwrap_or(10_000);
            let trained = Trained {
                model: &format!("VAE 784-128-128-1 told the label, {pictures} pictures"),
                after: "1,000 steps of 50",
                seed,
            };
            trained.figure(
                "distance to the nearest training picture over that to the nearest unseen one",
                format!("{ratio:.3}"),
                "1 for what is new",
            );
            assert!(
                expected.contains(&ratio),
                "{pictures} pictures, seed {seed}: {ratio}"
            );
        }
    }
}

#[test]
fn large_pictures_are_compared_a_few_at_a_time() {
    // Of 512 by 512, so that a thousand of them would take a gigabyte.
    const SIDE: u32 = 512;
    let idx = |count: u32| {
        let mut bytes = vec![0, 0, 8, 3];
        for number in [count, SIDE, SIDE] {
            bytes.extend(number.to_be_bytes());
        }
        let pixels = (0..count * SIDE * SIDE).map(|place| (place / (SIDE * SIDE)) as u8);
        bytes.extend(pixels);
        bytes
    };
    let mut session = crate::common::session(Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![]),
        code: Some(1),
        ..Choices::default()
    });
    session.load_images(&idx(40), None).expect("sound pictures");
    let tenth = session.examples(10, 1).expect("a picture");
    let found = block_on(session.nearest(&tenth, 3, Split::Training, Likeness::Pixels));
    assert_eq!(found.expect("sound pictures").indices[0], 10);
    let refused = block_on(session.copying(1, 1, Likeness::Pixels)).expect_err("no test data");
    assert_eq!(refused.code(), "no-test-data");
    session
        .load_test_images(&idx(2), None)
        .expect("sound pictures");
    // What was made would not find room.
    let refused = block_on(session.copying(2000, 1, Likeness::Pixels)).expect_err("too much");
    assert_eq!(refused.code(), "call-too-large");
}
