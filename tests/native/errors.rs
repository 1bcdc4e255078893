//! Every refusal says what was wrong, what was expected and what to do, and leaves the session usable.

use crate::common::{RING, digits, session, session_on_digits, session_on_ring};
use generative_playground::dataset::{Corruption, CorruptionKind, PointSettings};
use generative_playground::error::Error;
use generative_playground::model::Family;
use generative_playground::objective::Objective;
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

/// The message, found to have its three sentences.
#[track_caller]
fn refused<T>(result: Result<T, Error>, wrong: &str) -> String {
    let message = match result {
        Ok(_) => panic!("not refused: {wrong}"),
        Err(error) => error.to_string(),
    };
    assert!(message.contains(wrong), "{message}");
    assert!(
        message.contains(". Expected ") && message.ends_with('.'),
        "{message}"
    );
    assert!(
        message
            .rsplit(". ")
            .next()
            .is_some_and(|remedy| remedy.len() > 8),
        "{message}"
    );
    message
}

fn created(choices: Choices) -> Result<Session, Error> {
    block_on(Session::create(choices))
}

#[test]
fn bad_settings() {
    let good = || Choices {
        family: Some(Family::Autoencoder),
        ..Choices::default()
    };
    refused(created(Choices::default()), "\"family\" is missing");
    refused(
        created(Choices {
            hidden: Some(vec![0]),
            ..good()
        }),
        "\"hidden\" is [0]",
    );
    refused(
        created(Choices {
            hidden: Some(vec![8; 9]),
            ..good()
        }),
        "\"hidden\"",
    );
    refused(
        created(Choices {
            code: Some(0),
            ..good()
        }),
        "\"code\" is 0",
    );
    refused(
        created(Choices {
            batch_size: Some(0),
            ..good()
        }),
        "\"batchSize\" is 0",
    );
    refused(
        created(Choices {
            divergence_weight: Some(f32::NAN),
            ..good()
        }),
        "\"divergenceWeight\" is NaN",
    );
    refused(
        created(Choices {
            objective: Some(Objective::LeastSquares),
            ..good()
        }),
        "\"objective\" is \"least-squares\"",
    );
    let rate = |rate| {
        Some(OptimizerChoices {
            learning_rate: Some(rate),
            ..OptimizerChoices::default()
        })
    };
    refused(
        created(Choices {
            optimizer: rate(0.0),
            ..good()
        }),
        "\"learningRate\" is 0",
    );
    refused(
        created(Choices {
            optimizer: rate(f32::INFINITY),
            ..good()
        }),
        "\"learningRate\" is Infinity",
    );
    let corruption = Corruption {
        kind: CorruptionKind::Noise,
        amount: 2.0,
    };
    refused(
        created(Choices {
            corruption: Some(Some(corruption)),
            ..good()
        }),
        "\"amount\" is 2",
    );
}

#[test]
fn bad_idx_files() {
    let mut session = session_on_digits(Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![8]),
        code: Some(2),
        ..Choices::default()
    });
    let labels = digits("train-labels-idx1-ubyte.gz");
    let few: Vec<u8> = [&[0, 0, 8, 1, 0, 0, 0, 2][..], &[1, 2]].concat();
    let picture = |height: u8, pixels: usize| {
        [
            &[0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, height, 0, 0, 0, 28][..],
            &vec![0; pixels],
        ]
        .concat()
    };
    refused(session.load_images(b"", None), "0 bytes");
    refused(
        session.load_images(&labels, None),
        "begins with 00 00 08 01",
    );
    refused(
        session.load_images(b"<!doctype html><html>", None),
        "begins with 3c 21",
    );
    refused(
        session.load_images(&picture(28, 783), None),
        "promises 784 bytes",
    );
    refused(session.load_images(&picture(0, 0), None), "is empty");
    refused(
        session.load_images(
            &[
                0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            ],
            None,
        ),
        "4294967295 by 4294967295 pixels",
    );
    refused(
        session.load_images(&digits("train-images-idx3-ubyte.gz")[..1000], None),
        "damaged",
    );
    refused(
        session.load_images(&picture(28, 784), Some(&few)),
        "1 pictures and 2 labels",
    );
    refused(
        session.load_images(&picture(14, 392), None),
        "14 by 28 pixels",
    );
    refused(
        session.load_test_images(&picture(14, 392), None),
        "14 by 28 pixels",
    );
    refused(session.load_points(RING), "points in the plane");
    // None of it did harm.
    block_on(session.train(1)).expect("training goes on");
    assert_eq!(session.labels(0, 3).expect("labels").len(), 3);
}

#[test]
fn calls_that_come_too_early() {
    let mut session = session(Choices {
        family: Some(Family::Variational),
        ..Choices::default()
    });
    refused(block_on(session.train(1)), "No data");
    refused(block_on(session.sample(1, 0, None)), "No data");
    refused(block_on(session.encode(&[0.0; 784])), "No data");
    refused(block_on(session.decode(&[0.0; 32], None)), "No data");
    refused(block_on(session.reconstruct(&[0.0; 784], None)), "No data");
    refused(block_on(session.score(&[0.0; 784])), "No data");
    refused(block_on(session.evaluate()), "No data");
    refused(block_on(session.save()), "No data");
    refused(session.examples(0, 1), "No data");
    session
        .load_images(&digits("train-images-idx3-ubyte.gz"), None)
        .expect("shipped data");
    refused(block_on(session.evaluate()), "No test data");
    block_on(session.train(1)).expect("training works once there are data");
}

#[test]
fn bad_arguments() {
    let mut session = session_on_ring(Family::Adversarial);
    refused(block_on(session.train(0)), "0 steps");
    refused(block_on(session.sample(0, 0, None)), "0 samples");
    refused(block_on(session.score(&[])), "have 0 numbers");
    refused(block_on(session.score(&[0.0; 3])), "have 3 numbers");
    refused(block_on(session.score(&[0.0, f32::NAN])), "NaN at place 1");
    refused(
        block_on(session.decode(&[0.0; 5], None)),
        "codes have 5 numbers",
    );
    refused(block_on(session.encode(&[0.0; 2])), "no encoder");
    refused(block_on(session.reconstruct(&[0.0; 2], None)), "no encoder");
    refused(session.examples(9_999, 2), "2 examples from number 9999");
    refused(session.labels(usize::MAX, 1), "1 examples from");
    block_on(session.train(1)).expect("training goes on");
}

#[test]
fn bad_points() {
    let mut session = session(Choices {
        family: Some(Family::Autoencoder),
        ..Choices::default()
    });
    refused(
        session.load_points(PointSettings { count: 0, ..RING }),
        "\"count\" is 0",
    );
    refused(
        session.load_points(PointSettings {
            radius: -1.0,
            ..RING
        }),
        "\"radius\" is -1",
    );
    refused(
        session.load_points(PointSettings {
            deviation: f32::NAN,
            ..RING
        }),
        "\"deviation\" is NaN",
    );
    session.load_points(RING).expect("a sound ring");
    let entropy = Choices {
        objective: Some(Objective::BinaryCrossEntropy),
        ..Choices::default()
    };
    refused(
        session.change(entropy),
        "\"binary-cross-entropy\" cannot be used for points",
    );
    block_on(session.train(1)).expect("training goes on");
}

#[test]
fn what_cannot_change_while_it_runs() {
    let mut session = session_on_ring(Family::Variational);
    refused(
        session.change(Choices {
            code: Some(3),
            ..Choices::default()
        }),
        "\"code\" cannot change",
    );
    refused(
        session.change(Choices {
            seed: Some(8),
            ..Choices::default()
        }),
        "\"seed\" cannot change",
    );
    session
        .change(Choices {
            batch_size: Some(8),
            divergence_weight: Some(0.5),
            ..Choices::default()
        })
        .expect("these may change");
    assert_eq!(session.settings().batch_size, 8);
    block_on(session.train(1)).expect("training goes on");
}

#[test]
fn training_that_runs_away_is_undone() {
    let mut session = session_on_ring(Family::Autoencoder);
    block_on(session.train(5)).expect("training goes well");
    let before = block_on(session.save()).expect("a model to save");
    let rate = OptimizerChoices {
        learning_rate: Some(1.0),
        beta1: Some(0.0),
        beta2: Some(0.0),
        ..Default::default()
    };
    session
        .change(Choices {
            optimizer: Some(rate),
            ..Choices::default()
        })
        .expect("a legal rate");
    // Points as far out as floats go make the squared error overflow.
    session
        .load_points(PointSettings {
            radius: 100.0,
            deviation: 100.0,
            ..RING
        })
        .expect("sound points");
    let outcome = (0..50).find_map(|_| block_on(session.train(200)).err());
    if let Some(error) = outcome {
        refused(Err::<(), _>(error), "ran away");
    }
    assert!(!before.is_empty());
    block_on(session.sample(1, 0, None)).expect("the session still works");
}
