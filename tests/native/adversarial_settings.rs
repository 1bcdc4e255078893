//! What may be chosen of how a GAN's networks take turns: penalties and how often they count, steps of one for one of the other,
//! learning rates.

use crate::common::{RING, session};
use generative_playground::model::{Condition, Family};
use generative_playground::objective::PenaltyKind;
use generative_playground::session::Session;
use generative_playground::settings::{Choices, Given, OptimizerChoices, PenaltyChoices};
use generative_playground::training::Update;
use pollster::block_on;

fn choices() -> Choices {
    Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![16]),
        code: Some(4),
        batch_size: Some(32),
        seed: Some(3),
        ..Choices::default()
    }
}

fn on_ring(choices: Choices) -> Session {
    let mut session = session(choices);
    session.load_points(RING).expect("a sound ring");
    session
}

fn penalised(kind: PenaltyKind, weight: f32, every: u32) -> Choices {
    Choices {
        penalty: PenaltyChoices {
            kind: Some(kind),
            weight: Some(weight),
            every: Some(every),
        },
        ..choices()
    }
}

const KINDS: [PenaltyKind; 3] = [
    PenaltyKind::R1,
    PenaltyKind::ApproximateR1,
    PenaltyKind::Gradient,
];

/// The slope that a step tells, where it is penalised.
fn slope(session: &mut Session) -> Option<f32> {
    let losses = block_on(session.train(1)).expect("a step").losses;
    let slope = losses.iter().find(|(name, _)| *name == "slope");
    slope.map(|(_, slope)| *slope)
}

#[test]
fn a_penalty_counts_every_so_many_steps() {
    for kind in KINDS {
        let mut session = on_ring(penalised(kind, 1.0, 3));
        let told: Vec<bool> = (0..7).map(|_| slope(&mut session).is_some()).collect();
        let expected = [true, false, false, true, false, false, true];
        assert_eq!(told, expected, "{kind:?}");
    }
}

#[test]
fn each_penalty_holds_the_slope() {
    let mut told = Vec::new();
    for (kind, weight) in [
        (PenaltyKind::R1, 1e-6),
        (PenaltyKind::R1, 10.0),
        (PenaltyKind::ApproximateR1, 10.0),
        (PenaltyKind::Gradient, 10.0),
    ] {
        let mut session = on_ring(penalised(kind, weight, 1));
        block_on(session.train(400)).expect("training goes well");
        let slopes = (0..20).filter_map(|_| slope(&mut session));
        told.push(slopes.sum::<f32>() / 20.0);
    }
    let [free, exact, differences, about_one] = told[..] else {
        unreachable!("four were trained");
    };
    assert!(exact < 0.5 * free, "in closed form: {exact}, free {free}");
    assert!(
        differences < 0.5 * free,
        "by differences: {differences}, free {free}"
    );
    assert!((about_one - 1.0).abs() < 0.3, "about one: {about_one}");
}

#[test]
fn the_generator_moves_in_every_third_step() {
    let mut session = on_ring(Choices {
        discriminator_steps: Some(3),
        ..choices()
    });
    let moved = (0..7).map(|_| {
        let trace = block_on(session.trace(Update::Both)).expect("a step");
        assert!(trace.discriminator.update.moved > 0.0);
        assert_eq!(
            trace.updated == Update::Both,
            trace.generator.update.moved > 0.0
        );
        trace.generator.update.moved > 0.0
    });
    let expected = [false, false, true, false, false, true, false];
    assert_eq!(moved.collect::<Vec<_>>(), expected);
    // Of a person who chooses one network, the choice counts.
    let trace = block_on(session.trace(Update::Generator)).expect("a step");
    assert!(trace.generator.update.moved > 0.0);
}

#[test]
fn a_discriminator_may_have_a_rate_of_its_own() {
    let moved = |rate: Option<f32>| {
        let mut session = on_ring(Choices {
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(1e-3),
                discriminator_learning_rate: Some(rate),
                ..Default::default()
            }),
            ..choices()
        });
        let trace = block_on(session.trace(Update::Both)).expect("a step");
        [
            trace.discriminator.update.moved,
            trace.generator.update.moved,
        ]
    };
    let (both, own) = (moved(None), moved(Some(4e-3)));
    assert!((own[0] / both[0] - 4.0).abs() < 1e-2, "{own:?}, {both:?}");
    // The generator sees another discriminator, but Adam's first step is as long as any.
    assert!((own[1] / both[1] - 1.0).abs() < 0.1, "{own:?}, {both:?}");
}

#[test]
fn one_that_is_told_labels_takes_the_same_steps_traced_and_saved() {
    for kind in KINDS {
        let told = Choices {
            condition: Some(Condition::Label),
            discriminator_steps: Some(2),
            ..penalised(kind, 1.0, 2)
        };
        let (mut plain, mut traced) = (on_ring(told.clone()), on_ring(told));
        block_on(plain.train(3)).expect("steps");
        for _ in 0..3 {
            block_on(traced.trace(Update::Both)).expect("a step");
        }
        let bytes = block_on(plain.save()).expect("a file");
        assert!(
            bytes == block_on(traced.save()).expect("a file"),
            "{kind:?}"
        );
        let engine = generative_playground::engine::EngineName::Cpu;
        let mut restored = block_on(Session::restore(&bytes, engine)).expect("a session");
        assert_eq!(restored.settings(), plain.settings());
        restored.load_points(RING).expect("the same ring");
        let next = |session: &mut Session| block_on(session.train(3)).expect("steps").losses;
        assert_eq!(next(&mut plain), next(&mut restored), "{kind:?}");
    }
}

fn read(settings: serde_json::Value) -> Result<Choices, String> {
    Choices::read(&Given::from(settings)).map_err(|error| error.code().to_owned())
}

#[test]
fn settings_are_read_as_they_are_written() {
    let choices = read(serde_json::json!({
        "family": "adversarial",
        "penalty": { "kind": "gradient", "weight": 10, "every": 4 },
        "discriminatorSteps": 5,
        "optimizer": { "learningRate": 0.001, "discriminatorLearningRate": 0.004 },
        "condition": "label",
    }))
    .expect("sound settings");
    let chosen = session(choices);
    let settings = chosen.settings();
    assert_eq!(settings.penalty.kind, PenaltyKind::Gradient);
    assert_eq!(
        [settings.penalty.every, settings.discriminator_steps],
        [4, 5]
    );
    let written = serde_json::to_value(settings).expect("plain settings");
    assert_eq!(written["penalty"]["weight"], 10.0);
    assert_eq!(written["optimizer"]["discriminatorLearningRate"], 0.004);
    let again = session(read(written).expect("what was written"));
    assert_eq!(again.settings(), settings);
    // As it was called before there were several.
    let older = read(serde_json::json!({ "family": "adversarial", "gradientPenalty": 0.5 }));
    let older = session(older.expect("older settings"));
    assert_eq!(older.settings().penalty.kind, PenaltyKind::R1);
    assert!((older.settings().penalty.weight - 0.5).abs() < 1e-6);
}

#[test]
fn what_is_out_of_range_is_refused() {
    let adversarial = |name: &str, value: serde_json::Value| serde_json::json!({ "family": "adversarial", name: value });
    for (settings, code) in [
        (
            adversarial("penalty", serde_json::json!({ "kind": "r2" })),
            "setting-not-a-choice",
        ),
        (
            adversarial("penalty", serde_json::json!({ "weight": -1 })),
            "setting-out-of-range",
        ),
        (
            adversarial("penalty", serde_json::json!({ "every": 0 })),
            "setting-out-of-range",
        ),
        (
            adversarial("penalty", serde_json::json!({ "each": 2 })),
            "setting-unknown",
        ),
        (
            adversarial("discriminatorSteps", serde_json::json!(0)),
            "setting-out-of-range",
        ),
        (
            adversarial("discriminatorSteps", serde_json::json!(1.5)),
            "setting-out-of-range",
        ),
        (
            adversarial(
                "optimizer",
                serde_json::json!({ "discriminatorLearningRate": 2 }),
            ),
            "setting-out-of-range",
        ),
    ] {
        let text = settings.to_string();
        assert_eq!(read(settings).expect_err("refused"), code, "{text}");
    }
}
