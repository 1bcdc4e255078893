//! Where the generator's loss wants examples to go: against finite differences of that loss, from the discriminator's scores.

use generative_playground::model::Family;
use generative_playground::objective::Objective;
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

use crate::common::{RING, session, session_on_digits, session_on_ring};

const STEP: f32 = 1e-3;

/// The generator's loss from one example, from the score that the discriminator gives it: the table in
/// `src/objective/adversarial.rs`.
fn loss(objective: Objective, score: f32) -> f64 {
    let score = f64::from(score);
    match objective {
        Objective::NonSaturating => -score.ln(),
        Objective::Saturating => (1.0 - score).ln(),
        Objective::LeastSquares => 0.5 * (score - 1.0).powi(2),
        // The score is (logit + 1) / 2, and the loss minus the logit.
        Objective::Hinge => 1.0 - 2.0 * score,
        Objective::Relativistic => -score.ln(),
        Objective::Wasserstein => ((1.0 - score) / score).ln(),
        other => unreachable!("{other:?} is none of a GAN's"),
    }
}

fn trained(objective: Objective) -> Session {
    let mut session = session(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![16]),
        code: Some(2),
        batch_size: Some(32),
        seed: Some(7),
        objective: Some(objective),
        ..Choices::default()
    });
    session.load_points(RING).expect("a sound ring");
    block_on(session.train(50)).expect("a step");
    session
}

/// Losses where each example `[n * features]` is moved by `step` along `direction`.
fn losses(
    session: &Session,
    objective: Objective,
    examples: &[f32],
    direction: &[f32],
    step: f32,
) -> Vec<f64> {
    let moved: Vec<f32> = examples
        .iter()
        .zip(direction)
        .map(|(value, along)| value + step * along)
        .collect();
    let scores = block_on(session.score(&moved)).expect("whole examples");
    scores
        .into_iter()
        .map(|score| loss(objective, score))
        .collect()
}

#[test]
fn arrows_are_minus_the_gradient_of_the_loss() {
    for objective in [
        Objective::NonSaturating,
        Objective::Saturating,
        Objective::LeastSquares,
        Objective::Hinge,
        Objective::Relativistic,
        Objective::Wasserstein,
    ] {
        let session = trained(objective);
        // More than pass through the network at a time.
        let examples = block_on(session.sample(1500, 3, None)).expect("samples");
        let arrows = block_on(session.arrows(&examples)).expect("whole examples");
        assert_eq!(arrows.len(), examples.len());
        let (mut near, mut all) = (0, 0);
        for axis in 0..2 {
            let direction: Vec<f32> = (0..examples.len())
                .map(|at| f32::from(u8::from(at % 2 == axis)))
                .collect();
            let ahead = losses(&session, objective, &examples, &direction, STEP);
            let behind = losses(&session, objective, &examples, &direction, -STEP);
            for (index, (ahead, behind)) in ahead.into_iter().zip(behind).enumerate() {
                let difference = (behind - ahead) / (2.0 * f64::from(STEP));
                let found = f64::from(arrows[2 * index + axis]);
                all += 1;
                near +=
                    usize::from((found - difference).abs() <= 0.02 * difference.abs().max(0.05));
            }
        }
        // A leaky ReLU has kinks, where differences say something between the slopes of both sides.
        assert!(
            near as f64 > 0.97 * f64::from(all),
            "{objective:?}: {near} of {all} agree"
        );
        assert!(
            arrows.iter().any(|arrow| arrow.abs() > 0.01),
            "{objective:?}: all are 0"
        );
    }
}

/// A discriminator takes pictures from -1 to 1, and an arrow is of pixels from 0 to 1.
#[test]
fn arrows_of_pictures_are_in_units_of_the_pictures() {
    let mut session = session_on_digits(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![16]),
        code: Some(4),
        seed: Some(7),
        ..Choices::default()
    });
    block_on(session.train(20)).expect("a step");
    // What it made: of real digits the discriminator is too sure for differences.
    let examples = block_on(session.sample(20, 3, None)).expect("samples");
    let arrows = block_on(session.arrows(&examples)).expect("whole digits");
    let lengths: Vec<f32> = arrows
        .chunks_exact(784)
        .map(|arrow| arrow.iter().map(|value| value * value).sum::<f32>().sqrt())
        .collect();
    let along: Vec<f32> = arrows
        .iter()
        .enumerate()
        .map(|(at, value)| value / lengths[at / 784])
        .collect();
    const STEP: f32 = 1e-2;
    let objective = Objective::NonSaturating;
    let ahead = losses(&session, objective, &examples, &along, STEP);
    let behind = losses(&session, objective, &examples, &along, -STEP);
    // Along the arrow the loss falls by its length.
    for (index, (ahead, behind)) in ahead.into_iter().zip(behind).enumerate() {
        let fall = (behind - ahead) / (2.0 * f64::from(STEP));
        let length = f64::from(lengths[index]);
        assert!(
            (fall - length).abs() < 0.05 * length,
            "the loss falls by {fall} along an arrow of {length}"
        );
    }
}

#[test]
fn an_example_has_the_same_arrow_alone() {
    let session = trained(Objective::NonSaturating);
    let examples = block_on(session.sample(50, 3, None)).expect("samples");
    let together = block_on(session.arrows(&examples)).expect("whole examples");
    let alone = block_on(session.arrows(&examples[20..22])).expect("a whole example");
    for axis in 0..2 {
        let (one, other) = (alone[axis], together[20 + axis]);
        assert!(
            (one - other).abs() <= 1e-4 * other.abs().max(0.01),
            "{one} alone, {other} in company"
        );
    }
}

#[test]
fn what_has_no_arrows_is_refused() {
    for family in [Family::Autoencoder, Family::Variational] {
        let refused = block_on(session_on_ring(family).arrows(&[0.0, 0.0]));
        assert_eq!(
            refused.expect_err("no discriminator").code(),
            "no-discriminator"
        );
    }
    let session = session_on_ring(Family::Adversarial);
    let code = |examples: &[f32]| {
        block_on(session.arrows(examples))
            .expect_err("no examples")
            .code()
    };
    assert_eq!(code(&[]), "input-length");
    assert_eq!(code(&[1.0, 2.0, 3.0]), "input-length");
    assert_eq!(code(&[1.0, f32::NAN]), "input-not-finite");
    assert_eq!(code(&vec![0.0; 200_002]), "input-length");
}
