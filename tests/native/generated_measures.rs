//! Measures of generated pictures by a classifier: the classifier that the page ships, and each measure against known answers.

use crate::common::classifier::shipped;
use crate::common::figures::Trained;
use crate::common::{digits, measure, session};
use generative_playground::dataset::Dataset;
use generative_playground::evaluation::{
    Classifier, FeatureMoments, frechet_distance, frechet_floor, precision_recall,
};
use generative_playground::model::Family;
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

/// By `numpy.cov` and `numpy.linalg.eigvals`.
const FRECHET: f64 = 0.185893529;
/// By counting over all pairs.
const PRECISION: f64 = 0.975;
const RECALL: f64 = 0.775;

/// Features `[40, 3]` that NumPy has as well, of which the expected figures are.
fn features() -> [Vec<f32>; 2] {
    let rows = |value: fn(f64, f64) -> f64| {
        let row = move |row: usize| (0..3).map(move |column| value(row as f64, f64::from(column)));
        (0..40)
            .flat_map(row)
            .map(|value| value as f32)
            .collect::<Vec<f32>>()
    };
    [
        rows(|row, column| (0.7 * row * row + 0.9 * row * column).sin()),
        rows(|row, column| 0.9 * (0.9 * row * row + 1.1 * row * column).cos() + 0.3),
    ]
}

#[test]
fn the_frechet_distance_is_that_of_numpy() {
    let [one, other] = features().map(|rows| FeatureMoments::of(&rows, 3));
    let found = frechet_distance(&one, &other);
    assert!((found - FRECHET).abs() < 1e-5, "{found}");
    assert!(frechet_distance(&one, &one).abs() < 1e-6);
}

#[test]
fn precision_and_recall_are_those_of_numpy() {
    let [one, other] = features();
    let found = block_on(precision_recall(&one, &other, 3)).expect("sound features");
    assert!((found.precision - PRECISION).abs() < 1e-9, "{found:?}");
    assert!((found.recall - RECALL).abs() < 1e-9, "{found:?}");
}

#[test]
fn the_shipped_classifier_reads_unseen_digits() {
    let classifier = Classifier::from_safetensors(&shipped()).expect("a sound file");
    let images = digits("t10k-images-idx3-ubyte.gz");
    let labels = digits("t10k-labels-idx1-ubyte.gz");
    let test = Dataset::from_idx(&images, Some(&labels)).expect("shipped data");
    let found = block_on(classifier.classify(&test.gather(0..test.len()))).expect("pictures");
    let right = found.classes.iter().zip(test.labels());
    let right = right.filter(|(found, label)| found == label).count();
    let accuracy = 100.0 * right as f64 / test.len() as f64;
    let trained = Trained {
        model: "classifier of digits, convolutions 16-32, 64 features",
        after: "6,000 steps of 64 of all of MNIST",
        seed: 0,
    };
    trained.figure("right", format!("{accuracy:.2} %"), "98.5 % asked for");
    trained.figure("sure of", format!("{:.1} %", 100.0 * found.sure()), "");
    let floor = format!("{:.2}", frechet_floor(&found));
    trained.figure("Frechet distance of 1,000 real ones to 1,000", floor, "");
    assert!(accuracy >= 98.5, "{accuracy} %");
}

fn trained(family: Family) -> Session {
    let mut session = session(Choices {
        family: Some(family),
        ..Choices::default()
    });
    let file = |name: &str| digits(&format!("{name}-images-idx3-ubyte.gz"));
    session.load_images(&file("train"), None).expect("digits");
    session
        .load_test_images(&file("t10k"), None)
        .expect("digits");
    session
}

/// A model that has learnt nothing makes what no classifier takes for digits; one that reconstructs makes nothing.
#[test]
fn what_is_generated_is_judged_once_a_classifier_is_there() {
    for family in [Family::Adversarial, Family::Variational] {
        let mut session = trained(family);
        let names = |session: &mut Session| -> Vec<&str> {
            let report = block_on(session.evaluate()).expect("test data");
            report.measures.iter().map(|measure| measure.name).collect()
        };
        assert!(!names(&mut session).contains(&"frechetDistance"));
        let refused = session.load_classifier(&shipped()[..2000]);
        assert!(refused.is_err(), "half a file is none");
        let hostile = [u64::MAX.to_le_bytes(), [b'{'; 8]].concat();
        let refused = session
            .load_classifier(&hostile)
            .expect_err("no header is as long");
        assert_eq!(refused.code(), "checkpoint-damaged");
        assert!(!names(&mut session).contains(&"frechetDistance"));
        session.load_classifier(&shipped()).expect("a sound file");
        let report = block_on(session.evaluate()).expect("test data");
        let (distance, real) = measure(&report, "frechetDistance");
        assert!(distance > 50.0 * real, "{distance}, real ones {real}");
        assert_eq!(measure(&report, "classesPresent").1, 10.0);
        assert!(measure(&report, "sure").0 < 50.0 && measure(&report, "sure").1 > 90.0);
        assert!(measure(&report, "precision").0 < 20.0 && measure(&report, "precision").1 > 60.0);
        assert!(measure(&report, "recall").0 < 20.0 && measure(&report, "recall").1 > 60.0);
    }
    let mut session = trained(Family::Autoencoder);
    session.load_classifier(&shipped()).expect("a sound file");
    let report = block_on(session.evaluate()).expect("test data");
    assert!(
        report
            .measures
            .iter()
            .all(|one| one.name != "frechetDistance")
    );
}
