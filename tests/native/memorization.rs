//! Copies of training examples: the measure, and learning from a few pictures of a file alone.

use crate::common::{measure, session_on_some_digits};
use generative_playground::checkpoint::inspect;
use generative_playground::dataset::{DataDescription, ImageOptions};
use generative_playground::evaluation::memorization;
use generative_playground::model::Family;
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

fn of(generated: &[f32], training: &[f32], unseen: &[f32]) -> f64 {
    block_on(memorization(generated, training, unseen, 2)).expect("sound examples")
}

#[test]
fn copies_are_told_from_what_is_new() {
    let training = [0.0, 0.0, 4.0, 0.0];
    let unseen = [0.0, 3.0, 4.0, 3.0];
    assert_eq!(of(&[4.0, 0.0, 0.0, 0.0], &training, &unseen), 0.0);
    // As far from either.
    assert_eq!(of(&[0.0, 1.5, 4.0, 1.5], &training, &unseen), 1.0);
    // Where all is the same there is nothing to tell.
    assert_eq!(of(&[1.0, 1.0], &[1.0, 1.0], &[1.0, 1.0]), 1.0);
    // 1 and 0 from training, 2 and 3 from unseen ones.
    assert!((of(&[0.0, 1.0, 4.0, 0.0], &training, &unseen) - 1.0 / 5.0).abs() < 1e-6);
}

/// A GAN that has not learnt, on the first `most` pictures.
fn session_on(most: Option<usize>) -> Session {
    let choices = Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![8]),
        ..Choices::default()
    };
    let options = ImageOptions {
        most,
        ..ImageOptions::default()
    };
    session_on_some_digits(choices, options)
}

#[test]
fn a_session_learns_from_as_many_pictures_as_were_asked_for() {
    let whole = session_on(None);
    let mut few = session_on(Some(50));
    let first = few.examples(0, 50).expect("50 pictures");
    assert_eq!(first, whole.examples(0, 50).expect("more than 50"));
    let refused = few.examples(0, 51).expect_err("there are no more");
    assert_eq!(refused.code(), "examples-out-of-range");
    assert_eq!(
        few.labels(0, 50).expect("labels"),
        whole.labels(0, 50).expect("labels")
    );
    // Nothing is copied yet.
    let report = block_on(few.evaluate()).expect("test pictures");
    let (value, real) = measure(&report, "memorization");
    assert!((0.9..1.1).contains(&value), "{value}");
    assert!((0.8..1.2).contains(&real), "{real}");
    let file = block_on(few.save()).expect("a session to save");
    let data = inspect(&file).expect("a whole file").data;
    let Some(DataDescription::Images { count, most, .. }) = data else {
        panic!("pictures were loaded");
    };
    assert_eq!((count, most), (50, Some(50)));
    // More than there are is all of them.
    for most in [20_000, u32::MAX as usize, usize::MAX] {
        let all = session_on(Some(most));
        assert_eq!(all.data().map(DataDescription::count), Some(10_000));
    }
}
