//! What a small classifier with few labels gains from moved copies of its pictures, and from made ones.

use crate::common::{digits, session, session_on_digits, session_on_ring};
use generative_playground::error::Error;
use generative_playground::evaluation::compare_draws;
use generative_playground::model::Family;
use generative_playground::session::{Augmentation, Session};
use generative_playground::settings::Choices;
use pollster::block_on;

fn choices() -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        ..Choices::default()
    }
}

#[test]
fn moved_copies_teach_more_than_the_pictures_alone() {
    let session = session_on_digits(choices());
    let of = |beside| block_on(session.augmentation(10, 0, beside)).expect("labelled pictures");
    let [alone, moved] = [Augmentation::None, Augmentation::Moved].map(of);
    for report in [alone, moved] {
        assert_eq!([report.labels, report.made, report.count], [100, 0, 2000]);
    }
    // docs/augmentation.md: 73.4 to 75.7, and 80.8 to 86.7.
    assert!((60.0..80.0).contains(&alone.accuracy), "{alone:?}");
    assert!(
        moved.accuracy > alone.accuracy + 3.0,
        "{alone:?}, {moved:?}"
    );
    let again = of(Augmentation::None);
    assert_eq!(again, alone, "the same draw gives the same figure");
}

#[test]
fn draws_are_clearly_apart_or_not() {
    let alone = [70.0, 72.0, 74.0];
    let found = compare_draws(&[75.0, 76.0, 80.0], &alone).expect("three draws");
    assert_eq!([found.least, found.mean, found.most], [75.0, 77.0, 80.0]);
    assert_eq!((found.gain, found.clear), (Some(5.0), true));
    let found = compare_draws(&[73.0, 76.0, 79.0], &alone).expect("three draws");
    assert_eq!((found.gain, found.clear), (Some(4.0), false));
    let found = compare_draws(&[60.0], &alone).expect("a draw");
    assert_eq!((found.gain, found.clear), (Some(-12.0), true));
    let found = compare_draws(&[60.0], &[]).expect("a draw");
    assert_eq!((found.gain, found.clear), (None, false));
    assert_eq!(compare_draws(&[], &alone), None);
}

#[test]
fn made_pictures_come_from_the_same_few() {
    let session = session_on_digits(choices());
    let report = block_on(session.augmentation(1, 0, Augmentation::Variational)).expect("digits");
    assert_eq!([report.labels, report.made], [10, 5000]);
    // Ten pictures teach something, and a model of ten pictures does not ruin it.
    assert!((20.0..70.0).contains(&report.accuracy), "{report:?}");
}

#[test]
fn what_the_classifier_does_not_take_is_refused() {
    let asked = |session: &Session, labels| {
        let asked = session.augmentation(labels, 0, Augmentation::None);
        block_on(asked).expect_err("refused")
    };
    let mut unlabelled = session(choices());
    let images = digits("t10k-images-idx3-ubyte.gz");
    unlabelled.load_images(&images, None).expect("digits");
    assert!(matches!(asked(&unlabelled, 5), Error::NoTestData {}));
    unlabelled.load_test_images(&images, None).expect("digits");
    assert!(matches!(asked(&unlabelled, 5), Error::NoLabels {}));
    let points = session_on_ring(Family::Variational);
    assert!(matches!(asked(&points, 5), Error::ClassifierUnsuited {}));
    let digits = session_on_digits(choices());
    for labels in [0, 201] {
        assert!(matches!(
            asked(&digits, labels),
            Error::CountOutOfRange { .. }
        ));
    }
}
