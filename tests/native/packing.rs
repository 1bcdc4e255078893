//! A discriminator that judges several examples together (PacGAN; Lin et al., arXiv 1712.04086): without hidden layers it is a
//! weighted sum, which is done here by hand from the weights of its file.

use crate::common::{RING, session};
use generative_playground::engine::EngineName;
use generative_playground::model::{Condition, Family, NetworkKind};
use generative_playground::objective::{Objective, PenaltyKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, PenaltyChoices};
use generative_playground::training::Update;
use pollster::block_on;
use safetensors::SafeTensors;

/// Examples of a pack, and packs in which one example is judged.
const PACKING: usize = 3;
const PACKS: usize = 8;
const BATCH: usize = 30;

fn choices() -> Choices {
    Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![]),
        code: Some(2),
        batch_size: Some(BATCH),
        packing: Some(PACKING),
        objective: Some(Objective::NonSaturating),
        seed: Some(3),
        ..Choices::default()
    }
}

fn penalised(kind: PenaltyKind, weight: f32) -> Choices {
    Choices {
        penalty: PenaltyChoices {
            kind: Some(kind),
            weight: Some(weight),
            every: Some(1),
        },
        ..choices()
    }
}

fn on_ring(choices: Choices) -> Session {
    let mut session = session(choices);
    session.load_points(RING).expect("a sound ring");
    session
}

/// The discriminator's weights, `[2 * packing]`, and its bias.
fn discriminator(session: &mut Session) -> (Vec<f32>, f32) {
    let bytes = block_on(session.save()).expect("a file");
    let file = SafeTensors::deserialize(&bytes).expect("a sound file");
    let numbers = |name: &str| -> Vec<f32> {
        let tensor = file.tensor(name).expect("a tensor of that name");
        let bytes = tensor.data().as_chunks::<4>().0;
        bytes.iter().copied().map(f32::from_le_bytes).collect()
    };
    let weights = numbers("discriminator.0.weight");
    assert_eq!(weights.len(), 2 * PACKING);
    (weights, numbers("discriminator.0.bias")[0])
}

fn sigmoid(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

#[track_caller]
fn close(found: f32, expected: f32) {
    let difference = (found - expected).abs();
    assert!(
        difference <= 1e-4 * expected.abs().max(0.1),
        "{found}, not {expected}"
    );
}

#[test]
fn one_example_is_judged_beside_real_ones() {
    let mut session = on_ring(choices());
    block_on(session.train(100)).expect("steps");
    let (weights, bias) = discriminator(&mut session);
    let real = session
        .examples(0, PACKS * (PACKING - 1))
        .expect("training examples");
    let sum = |values: &[f32], weights: &[f32]| -> f32 {
        let pairs = values.iter().zip(weights);
        pairs.map(|(value, weight)| value * weight).sum()
    };
    let examples = [0.5, -1.0, 2.0, 0.0, 30.0, 40.0];
    let scores = block_on(session.score(&examples)).expect("whole examples");
    assert_eq!(scores.len(), 3);
    for (score, example) in scores.iter().zip(examples.chunks_exact(2)) {
        let packs = real.chunks_exact(2 * (PACKING - 1));
        let logits = packs
            .map(|others| sum(example, &weights[..2]) + sum(others, &weights[2..]) + bias)
            .collect::<Vec<_>>();
        assert_eq!(logits.len(), PACKS);
        close(*score, sigmoid(logits.iter().sum::<f32>() / PACKS as f32));
    }
    // By itself it is what it is among others.
    let alone = block_on(session.score(&examples[2..4])).expect("an example");
    assert_eq!(alone[0], scores[1]);
    let verdicts = block_on(session.discriminate(&examples)).expect("whole examples");
    assert_eq!(verdicts.scores, scores);
}

#[test]
fn a_step_judges_whole_packs() {
    let mut session = on_ring(choices());
    block_on(session.train(20)).expect("steps");
    let (weights, bias) = discriminator(&mut session);
    let traced = block_on(session.trace(Update::Generator)).expect("a step");
    for (points, said) in [
        (&traced.discriminator.real, &traced.discriminator.of_real),
        (&traced.discriminator.made, &traced.discriminator.of_made),
        (&traced.generator.made, &traced.generator.of_made),
    ] {
        assert_eq!([said.logits.len(), said.scores.len()], [BATCH, BATCH]);
        let packs = points.chunks_exact(2 * PACKING);
        for (pack, logits) in packs.zip(said.logits.chunks_exact(PACKING)) {
            let pairs = pack.iter().zip(&weights);
            let logit = bias + pairs.map(|(value, weight)| value * weight).sum::<f32>();
            logits.iter().for_each(|&found| close(found, logit));
        }
    }
    // Of the mean of softplus(-logit) over the packs.
    let gradient = traced.generator.made_gradient.expect("it was updated");
    let logits = &traced.generator.of_made.logits;
    let packs = (BATCH / PACKING) as f32;
    for (index, (found, logit)) in gradient.chunks_exact(2).zip(logits).enumerate() {
        let place = 2 * (index % PACKING);
        for (found, weight) in found.iter().zip(&weights[place..]) {
            close(*found, -sigmoid(-logit) * weight / packs);
        }
    }
}

#[test]
fn arrows_are_the_gradient_of_the_mean_over_the_packs() {
    let mut session = on_ring(Choices {
        objective: Some(Objective::Wasserstein),
        ..choices()
    });
    block_on(session.train(20)).expect("steps");
    let (weights, _) = discriminator(&mut session);
    let arrows = block_on(session.arrows(&[1.0, 2.0, -3.0, 0.5])).expect("whole examples");
    for arrow in arrows.chunks_exact(2) {
        close(arrow[0], weights[0]);
        close(arrow[1], weights[1]);
    }
}

#[test]
fn penalties_are_on_the_gradient_by_a_whole_pack() {
    for kind in [PenaltyKind::R1, PenaltyKind::Gradient] {
        let mut session = on_ring(penalised(kind, 0.5));
        for _ in 0..3 {
            let (weights, _) = discriminator(&mut session);
            let losses = block_on(session.train(1)).expect("a step").losses;
            let slope = losses.iter().find(|(name, _)| *name == "slope");
            let norm = weights.iter().map(|weight| weight * weight).sum::<f32>();
            close(slope.expect("it is penalised").1, norm.sqrt());
        }
    }
}

#[test]
fn it_goes_on_as_it_was_saved() {
    for kind in [
        PenaltyKind::R1,
        PenaltyKind::ApproximateR1,
        PenaltyKind::Gradient,
    ] {
        let settings = || Choices {
            hidden: Some(vec![16]),
            ..penalised(kind, 0.1)
        };
        let (mut plain, mut traced) = (on_ring(settings()), on_ring(settings()));
        block_on(plain.train(3)).expect("steps");
        for _ in 0..3 {
            block_on(traced.trace(Update::Both)).expect("a step");
        }
        let bytes = block_on(plain.save()).expect("a file");
        assert!(bytes == block_on(traced.save()).expect("a file"));
        let restored = block_on(Session::restore(&bytes, EngineName::Cpu));
        let mut restored = restored.expect("a session");
        assert_eq!(restored.settings(), plain.settings());
        // Nothing real is there to judge beside.
        let error = block_on(restored.score(&[0.0, 0.0])).expect_err("no data");
        assert_eq!(error.code(), "no-data");
        restored.load_points(RING).expect("the same ring");
        let next = |session: &mut Session| block_on(session.train(3)).expect("steps").losses;
        assert_eq!(next(&mut plain), next(&mut restored), "{kind:?}");
        let report = block_on(plain.evaluate()).expect("measures");
        let accuracy = report.measures.iter();
        assert!(
            accuracy
                .filter(|measure| measure.name == "discriminatorAccuracy")
                .all(|measure| (0.0..=100.0).contains(&measure.value))
        );
    }
}

#[test]
fn what_cannot_be_packed_is_refused() {
    let refused = |choices: Choices| {
        let error = block_on(Session::create(choices)).err().expect("refused");
        error.code().to_owned()
    };
    for (choices, code) in [
        (
            Choices {
                packing: Some(5),
                ..choices()
            },
            "setting-out-of-range",
        ),
        (
            Choices {
                batch_size: Some(BATCH + 1),
                ..choices()
            },
            "batch-not-packable",
        ),
        (
            Choices {
                network: Some(NetworkKind::Convolutional),
                ..choices()
            },
            "packing-unsuited",
        ),
        (
            Choices {
                condition: Some(Condition::Label),
                ..choices()
            },
            "packing-unsuited",
        ),
    ] {
        assert_eq!(refused(choices), code);
    }
    let mut session = on_ring(choices());
    let change = |batch| Choices {
        batch_size: Some(batch),
        ..Choices::default()
    };
    let error = session.change(change(31)).expect_err("refused");
    assert_eq!(error.code(), "batch-not-packable");
    session.change(change(33)).expect("eleven packs");
    // An autoencoder has no discriminator: nothing of it is packed.
    let autoencoder = Choices {
        family: Some(Family::Autoencoder),
        objective: None,
        network: Some(NetworkKind::Convolutional),
        hidden: Some(vec![4]),
        batch_size: Some(31),
        ..choices()
    };
    assert!(block_on(Session::create(autoencoder)).is_ok());
}
