//! A step of a GAN in its parts, against the step itself; and steps that update one network alone.

use crate::common::{RING, session, session_on_digits, session_on_ring};
use generative_playground::model::Family;
use generative_playground::objective::Objective;
use generative_playground::session::{Session, TRACED_EXAMPLES, Trace};
use generative_playground::settings::{Choices, OptimizerChoices, PenaltyChoices};
use generative_playground::training::{OptimizerName, Update};
use pollster::block_on;

/// Everything that a session is, weights and moments included.
fn saved(session: &mut Session) -> Vec<u8> {
    block_on(session.save()).expect("a session can be saved")
}

/// Verdicts on one example at a time: those on pairs are about the others as well.
fn alone() -> Choices {
    Choices {
        objective: Some(Objective::NonSaturating),
        ..Choices::default()
    }
}

fn trace(session: &mut Session, update: Update) -> Trace {
    block_on(session.trace(update)).expect("a step")
}

fn weights(session: &mut Session, network: &str) -> Vec<u8> {
    let bytes = saved(session);
    let file = safetensors::SafeTensors::deserialize(&bytes).expect("a whole file");
    let mut tensors: Vec<_> = file
        .tensors()
        .into_iter()
        .filter(|(name, _)| name.starts_with(&format!("{network}.")))
        .collect();
    assert!(!tensors.is_empty(), "{:?}", file.names());
    tensors.sort_by(|(one, _), (other, _)| one.cmp(other));
    tensors
        .into_iter()
        .flat_map(|(_, tensor)| tensor.data().to_vec())
        .collect()
}

/// Points and pictures, with a gradient penalty and without.
fn sessions() -> Vec<Session> {
    let choices = || Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![16]),
        code: Some(4),
        batch_size: Some(80),
        seed: Some(3),
        ..Choices::default()
    };
    let mut penalised = session(Choices {
        penalty: PenaltyChoices {
            weight: Some(0.5),
            ..Default::default()
        },
        objective: Some(Objective::Hinge),
        ..choices()
    });
    penalised.load_points(RING).expect("a sound ring");
    vec![
        session_on_ring(Family::Adversarial),
        penalised,
        session_on_digits(choices()),
    ]
}

#[test]
fn it_is_the_step_itself_to_the_last_bit() {
    for update in [Update::Both, Update::Generator, Update::Discriminator] {
        for (mut traced, mut trained) in sessions().into_iter().zip(sessions()) {
            for step in 1..=3 {
                let trace = trace(&mut traced, update);
                let progress = block_on(trained.train_updating(1, update)).expect("a step");
                assert_eq!((trace.step, trace.updated), (step, update));
                assert_eq!(trace.losses, progress.losses);
                assert!(
                    saved(&mut traced) == saved(&mut trained),
                    "{update:?}, step {step}"
                );
            }
        }
    }
}

#[test]
fn both_is_what_is_usually_done() {
    let mut one = session_on_ring(Family::Adversarial);
    let mut other = session_on_ring(Family::Adversarial);
    block_on(one.train(20)).expect("steps");
    block_on(other.train_updating(20, Update::Both)).expect("steps");
    assert!(saved(&mut one) == saved(&mut other));
}

#[test]
fn one_network_alone_is_updated() {
    let mut session = session_on_ring(Family::Adversarial);
    block_on(session.train(5)).expect("steps");
    for (update, moved, still) in [
        (Update::Generator, "generator", "discriminator"),
        (Update::Discriminator, "discriminator", "generator"),
    ] {
        let samples = block_on(session.sample(16, 1, None)).expect("samples");
        let before = [moved, still].map(|name| weights(&mut session, name));
        block_on(session.train_updating(7, update)).expect("steps");
        let after = [moved, still].map(|name| weights(&mut session, name));
        assert!(before[0] != after[0], "{moved} is updated");
        assert!(before[1] == after[1], "{still} is not");
        let same = samples == block_on(session.sample(16, 1, None)).expect("samples");
        assert_eq!(same, update == Update::Discriminator, "the average follows");
    }
}

#[test]
fn its_parts_have_the_sizes_of_the_batch() {
    for mut session in sessions() {
        let features = session.features().expect("data are loaded");
        let batch = session.settings().batch_size;
        let count = batch.min(TRACED_EXAMPLES);
        let bounded = features > 2;
        let Trace {
            discriminator,
            generator,
            losses,
            ..
        } = trace(&mut session, Update::Both);
        for noise in [&discriminator.noise, &generator.noise] {
            assert_eq!(noise.len(), count * session.settings().code);
        }
        assert_ne!(discriminator.noise, generator.noise);
        for examples in [&discriminator.made, &discriminator.real, &generator.made] {
            assert_eq!(examples.len(), count * features);
            let in_range = |value: &f32| (0.0..=1.0).contains(value);
            assert!(!bounded || examples.iter().all(in_range));
        }
        let gradient = generator.made_gradient.expect("the generator is updated");
        assert_eq!(gradient.len(), count * features);
        for scored in [
            &discriminator.of_real,
            &discriminator.of_made,
            &generator.of_made,
        ] {
            assert_eq!((scored.logits.len(), scored.scores.len()), (count, count));
        }
        assert_eq!(losses[0], ("discriminator", discriminator.loss));
        assert_eq!(losses[1], ("generator", generator.loss));
        assert_eq!(discriminator.of_real.mean_score, losses[2].1);
        assert_eq!(discriminator.of_made.mean_score, losses[3].1);
    }
}

/// What is made, and what is said of it, are what the session says itself of the same weights.
#[test]
fn verdicts_are_those_of_the_discriminator() {
    let mut session = session_on_ring(Family::Adversarial);
    session
        .change(alone())
        .expect("it may change while it runs");
    block_on(session.train(40)).expect("steps");
    // The discriminator stands still, so that it can be asked afterwards.
    let trace = trace(&mut session, Update::Generator);
    for (examples, scored) in [
        (&trace.discriminator.real, &trace.discriminator.of_real),
        (&trace.discriminator.made, &trace.discriminator.of_made),
        (&trace.generator.made, &trace.generator.of_made),
    ] {
        let expected = block_on(session.score(examples)).expect("whole points");
        for (found, expected) in scored.scores.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }
}

/// Under plain gradient descent the weights change by the learning rate times the gradient.
#[test]
fn gradient_norms_are_how_far_gradient_descent_goes() {
    const RATE: f32 = 0.01;
    let mut session = session_on_ring(Family::Adversarial);
    block_on(session.train(30)).expect("steps");
    session
        .change(Choices {
            optimizer: Some(OptimizerChoices {
                name: Some(OptimizerName::Sgd),
                learning_rate: Some(RATE),
                beta1: Some(0.0),
                ..OptimizerChoices::default()
            }),
            ..Choices::default()
        })
        .expect("it may change while it runs");
    for update in [Update::Both, Update::Generator, Update::Discriminator] {
        let trace = trace(&mut session, update);
        for (moved, updated) in [
            (trace.discriminator.update, update.discriminator()),
            (trace.generator.update, update.generator()),
        ] {
            assert_eq!(moved.gradient_norm.is_some(), updated);
            let expected = f64::from(RATE) * moved.gradient_norm.unwrap_or(0.0);
            let difference = (moved.moved - expected).abs();
            assert!(difference <= 1e-3 * expected, "{moved:?}, {update:?}");
            assert!(!updated || moved.moved > 0.0);
        }
        assert_eq!(trace.generator.made_gradient.is_some(), update.generator());
    }
}

/// The gradient at what was made, against differences of the discriminator's own answers: the loss of each of the non-saturating
/// generator is `-ln D(x) / batch`.
#[test]
fn the_gradient_at_what_is_made_is_that_of_the_loss() {
    const STEP: f32 = 2e-3;
    let mut session = session_on_ring(Family::Adversarial);
    session
        .change(alone())
        .expect("it may change while it runs");
    block_on(session.train(60)).expect("steps");
    let trace = trace(&mut session, Update::Generator);
    let batch = session.settings().batch_size as f32;
    let made = &trace.generator.made;
    let gradient = trace.generator.made_gradient.expect("it is updated");
    let loss = |moved: &[f32]| -> Vec<f32> {
        let scores = block_on(session.score(moved)).expect("whole points");
        scores.iter().map(|score| -score.ln() / batch).collect()
    };
    let (mut differences, mut size) = (0f32, 0f32);
    for axis in 0..2 {
        let shifted = |by: f32| -> Vec<f32> {
            let mut shifted = made.clone();
            shifted
                .iter_mut()
                .skip(axis)
                .step_by(2)
                .for_each(|value| *value += by);
            shifted
        };
        let (above, below) = (loss(&shifted(STEP)), loss(&shifted(-STEP)));
        for (index, (above, below)) in above.iter().zip(below).enumerate() {
            let expected = (above - below) / (2.0 * STEP);
            differences += (gradient[2 * index + axis] - expected).powi(2);
            size += expected.powi(2);
        }
    }
    // Kinks of the activation lie between some of the pairs.
    assert!(
        differences.sqrt() < 0.03 * size.sqrt(),
        "{differences} {size}"
    );
}

#[test]
fn other_families_refuse_and_go_on() {
    for family in [Family::Autoencoder, Family::Variational] {
        let mut session = session_on_ring(family);
        block_on(session.train(1)).expect("a step");
        let before = saved(&mut session);
        let refused = block_on(session.trace(Update::Both)).expect_err("it has no discriminator");
        assert_eq!(refused.code(), "no-adversaries");
        let refused =
            block_on(session.train_updating(1, Update::Generator)).expect_err("nor a generator");
        assert_eq!(refused.code(), "no-adversaries");
        assert!(before == saved(&mut session));
    }
    let mut empty = session(Choices {
        family: Some(Family::Adversarial),
        ..Choices::default()
    });
    assert_eq!(
        block_on(empty.trace(Update::Both))
            .expect_err("no data")
            .code(),
        "no-data"
    );
}

/// A step whose losses are not finite is undone.
#[test]
fn a_step_that_runs_away_is_undone() {
    let mut session = session_on_ring(Family::Adversarial);
    let rate = |learning_rate, name| Choices {
        optimizer: Some(OptimizerChoices {
            name: Some(name),
            learning_rate: Some(learning_rate),
            ..OptimizerChoices::default()
        }),
        objective: Some(Objective::LeastSquares),
        ..Choices::default()
    };
    block_on(session.train(2)).expect("steps");
    session
        .change(rate(1.0, OptimizerName::Sgd))
        .expect("a sound rate");
    for _ in 0..2000 {
        let before = saved(&mut session);
        if let Err(error) = block_on(session.trace(Update::Both)) {
            assert_eq!(error.code(), "training-diverged");
            assert!(before == saved(&mut session));
            return;
        }
    }
    panic!("it never ran away");
}
