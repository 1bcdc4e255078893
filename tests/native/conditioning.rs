//! Models that are told the label: a label is asked for, and comes.

use crate::common::classifier::asked_for;
use crate::common::figures::{Trained, seeds};
use crate::common::{RING, digits, measure, session, session_on_digits};
use generative_playground::engine::EngineName;
use generative_playground::model::{Condition, Family, HiddenActivation};
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

fn told(hidden: Vec<usize>, code: usize, seed: u32) -> Choices {
    Choices {
        family: Some(Family::Variational),
        condition: Some(Condition::Label),
        hidden: Some(hidden),
        code: Some(code),
        seed: Some(seed),
        ..Choices::default()
    }
}

fn on_ring() -> Session {
    let mut session = session(told(vec![64, 64], 2, 0));
    session.load_points(RING).expect("a sound ring");
    block_on(session.train(1500)).expect("training goes well");
    session
}

/// A generator and a discriminator that are both told.
fn adversaries_on_ring() -> Session {
    let mut session = session(Choices {
        family: Some(Family::Adversarial),
        activation: Some(HiddenActivation::Relu),
        batch_size: Some(256),
        ..told(vec![64, 64], 4, 0)
    });
    session.load_points(RING).expect("a sound ring");
    block_on(session.train(1500)).expect("training goes well");
    session
}

#[test]
fn points_are_made_where_their_label_is() {
    for session in [on_ring(), adversaries_on_ring()] {
        are_made_where_their_label_is(&session);
    }
}

fn are_made_where_their_label_is(session: &Session) {
    let modes = RING.modes();
    for label in 0..8u32 {
        let points = block_on(session.sample(50, 1, Some(label))).expect("points");
        let near = points.chunks_exact(2).filter(|point| {
            let [x, y] = modes[label as usize];
            (point[0] - x).hypot(point[1] - y) < 0.5
        });
        let near = near.count();
        assert!(near >= 45, "label {label}: {near} of 50 are near its mode");
    }
    // Without a label each has its turn.
    let points = block_on(session.sample(8, 1, None)).expect("points");
    for (point, [x, y]) in points.chunks_exact(2).zip(modes) {
        assert!((point[0] - x).hypot(point[1] - y) < 1.0);
    }
}

#[test]
fn what_is_rebuilt_without_a_label_gets_the_one_that_explains_it_best() {
    let session = on_ring();
    let points: Vec<f32> = RING.modes().concat();
    let rebuilt = block_on(session.reconstruct(&points, None)).expect("points");
    for (found, expected) in rebuilt.chunks_exact(2).zip(points.chunks_exact(2)) {
        let distance = (found[0] - expected[0]).hypot(found[1] - expected[1]);
        assert!(distance < 0.5, "{found:?} for {expected:?}");
    }
    let other = block_on(session.reconstruct(&points[..2], Some(4))).expect("a point");
    assert!(
        (other[0] - points[0]).hypot(other[1] - points[1]) > 2.0,
        "told another label"
    );
    let own = block_on(session.score(&points)).expect("scores");
    let off = block_on(session.score(&[0.0, 0.0])).expect("a score");
    assert!(own.iter().all(|own| *own < off[0]));
}

#[test]
fn labels_that_are_not_known_are_refused() {
    let session = on_ring();
    for refused in [
        block_on(session.sample(1, 0, Some(8))),
        block_on(session.decode(&[0.0; 2], Some(300))),
        block_on(session.reconstruct(&[0.0; 2], Some(8))),
    ] {
        assert_eq!(refused.expect_err("no such label").code(), "label-unsuited");
    }
    let plain = session_on_digits(Choices {
        family: Some(Family::Variational),
        ..Choices::default()
    });
    let refused = block_on(plain.sample(1, 0, Some(0))).expect_err("it is told none");
    assert_eq!(refused.code(), "label-unsuited");
    let mut without = crate::common::session(told(vec![16], 2, 0));
    let images = digits("t10k-images-idx3-ubyte.gz");
    let refused = without.load_images(&images, None).expect_err("no labels");
    assert_eq!(refused.code(), "condition-without-labels");
    assert!(without.data().is_none(), "nothing was loaded");
}

#[test]
fn a_saved_model_still_knows_its_labels() {
    let mut session = on_ring();
    let bytes = block_on(session.save()).expect("a file");
    let mut restored = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("a session");
    assert_eq!(restored.labels_known(), 8);
    assert_eq!(
        block_on(session.sample(4, 2, Some(3))).expect("points"),
        block_on(restored.sample(4, 2, Some(3))).expect("points")
    );
    restored.load_points(RING).expect("the same ring");
    let next = |session: &mut Session| block_on(session.train(3)).expect("steps").losses;
    assert_eq!(next(&mut session), next(&mut restored));
}

#[test]
fn a_discriminator_that_is_told_labels_judges_by_the_likeliest() {
    let session = adversaries_on_ring();
    let modes: Vec<f32> = RING.modes().concat();
    let real = block_on(session.score(&modes)).expect("scores");
    assert!(
        real.iter().all(|score| (0.3..=1.0).contains(score)),
        "{real:?}"
    );
    // Between two modes the arrows of the likelier one count; they are finite and point somewhere.
    let arrows = block_on(session.arrows(&[0.5, 0.2])).expect("arrows");
    assert!(arrows.iter().any(|arrow| arrow.abs() > 1e-6) && arrows[0].is_finite());
    let verdicts = block_on(session.discriminate(&modes)).expect("verdicts");
    assert_eq!(verdicts.scores, real);
    assert_eq!(verdicts.histogram.iter().sum::<usize>(), 8);
}

#[test]
fn digits_that_are_asked_for_are_read_as_such() {
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(told(vec![256], 2, seed));
        block_on(session.train(2000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data");
        let (bound, _) = measure(&report, "negativeElbo");
        let trained = Trained {
            model: "variational autoencoder 784-256-2, decoder told the label",
            after: "2,000 steps of 64",
            seed,
        };
        let share = asked_for(&session);
        trained.figure(
            "digits read as asked for",
            format!("{share:.1} %"),
            "10 % by chance",
        );
        trained.figure("negative ELBO, nats", format!("{bound:.1}"), "");
        assert!(share > 95.0, "{share} % are what was asked for");
    }
}
