//! Codes: posteriors, how they are spread, ways through them, and the plane on which they are drawn.

use crate::common::{RING, session, session_on_digits, session_on_ring};
use generative_playground::dataset::{Corruption, CorruptionKind};
use generative_playground::model::Family;
use generative_playground::session::{Layer, Path, Session};
use generative_playground::settings::Choices;
use pollster::block_on;

/// A small model of digits.
fn on_digits(family: Family, code: usize) -> Session {
    let mut session = session_on_digits(Choices {
        family: Some(family),
        hidden: Some(vec![32]),
        code: Some(code),
        seed: Some(0),
        ..Choices::default()
    });
    block_on(session.train(100)).expect("training goes well");
    session
}

fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

#[test]
fn codes_drawn_from_a_posterior_have_its_moments() {
    let mut session = on_digits(Family::Variational, 3);
    let shown = session.examples(0, 1).expect("there are more");
    let posterior = block_on(session.posterior(&shown)).expect("a posterior");
    assert_eq!(
        posterior.means,
        block_on(session.encode(&shown)).expect("the mean code")
    );
    let drawn = block_on(session.resample(&shown, 20_000, 4)).expect("codes");
    assert_eq!(drawn.len(), 20_000 * 3);
    let again = block_on(session.resample(&shown, 20_000, 4)).expect("codes");
    assert_eq!(drawn, again, "a seed gives the same codes");
    for unit in 0..3 {
        let values = || {
            drawn
                .iter()
                .skip(unit)
                .step_by(3)
                .map(|&value| f64::from(value))
        };
        let mean = values().sum::<f64>() / 20_000.0;
        let variance = values().map(|value| (value - mean).powi(2)).sum::<f64>() / 20_000.0;
        let deviation = f64::from(posterior.deviations[unit]);
        near(
            mean,
            f64::from(posterior.means[unit]),
            0.03 * deviation,
            "mean",
        );
        near(variance.sqrt(), deviation, 0.03 * deviation, "deviation");
    }
    let [long, short] = posterior.ellipses[0].half_axes;
    assert!(long >= short && short > 0.0);
}

#[test]
fn only_a_variational_autoencoder_has_posteriors() {
    for (family, expected) in [
        (Family::Autoencoder, "no-evidence-bound"),
        (Family::Adversarial, "no-evidence-bound"),
    ] {
        let mut session = session_on_ring(family);
        let refused = block_on(session.posterior(&[0.0, 0.0])).expect_err("no posterior");
        assert_eq!(refused.code(), expected);
    }
    let mut session = session_on_ring(Family::Adversarial);
    let refused = block_on(session.latent()).expect_err("no encoder");
    assert_eq!(refused.code(), "no-encoder");
}

#[test]
fn a_report_of_codes_tells_their_spread() {
    let mut session = on_digits(Family::Variational, 4);
    let report = block_on(session.latent()).expect("a report");
    assert_eq!((report.step, report.count), (100, 512));
    let divergences = report.divergences.expect("posteriors");
    assert!(divergences.iter().all(|&divergence| divergence >= 0.0));
    let sorted: Vec<f64> = report.order.iter().map(|&unit| divergences[unit]).collect();
    assert!(sorted.is_sorted_by(|one, other| one >= other));
    let within = report.within.expect("posteriors");
    let expected = [0.3935, 0.8647, 0.9889];
    for (circle, expected) in within.iter().zip(expected) {
        near(circle.expected, expected, 1e-4, "expected share");
        assert!((0.0..=1.0).contains(&circle.share));
    }
    assert!(within.is_sorted_by_key(|circle| circle.share));
    assert_eq!(report.classes.len(), 10);
    let counted: usize = report.classes.iter().map(|class| class.count).sum();
    assert_eq!(counted, 512);
    // The mean of a label's codes is what moves codes towards it.
    let [zero, one] = [0, 1].map(|label| report.classes[label].code.clone());
    let moved = block_on(session.shift(&zero, 0, 1, 1.0)).expect("labels");
    for (found, expected) in moved.iter().zip(&one) {
        near(f64::from(*found), f64::from(*expected), 1e-4, "moved code");
    }
    let refused = block_on(session.shift(&zero, 0, 10, 1.0)).expect_err("no such label");
    assert_eq!(refused.code(), "none-with-labels");
}

#[test]
fn the_plane_of_the_map_is_the_code_where_it_has_two_numbers() {
    let mut session = on_digits(Family::Variational, 2);
    let places = [0.5, -1.0, 2.0, 0.25];
    assert_eq!(block_on(session.project(&places)).expect("codes"), places);
    assert_eq!(
        block_on(session.unproject(&places)).expect("places"),
        places
    );
    for family in [Family::Variational, Family::Autoencoder] {
        let mut session = on_digits(family, 6);
        let codes = block_on(session.unproject(&places)).expect("places");
        assert_eq!(codes.len(), 12);
        let back = block_on(session.project(&codes)).expect("codes");
        for (found, expected) in back.iter().zip(&places) {
            near(
                f64::from(*found),
                f64::from(*expected),
                1e-4,
                "a place and back",
            );
        }
    }
}

#[test]
fn codes_move_by_the_difference_of_two_groups() {
    let session = on_digits(Family::Autoencoder, 2);
    let (from, to) = ([1.0, 0.0, 3.0, 0.0], [2.0, 5.0]);
    let moved = session.shift_between(&[1.0, 1.0, 0.0, 0.0], &from, &to, 0.5);
    // The means are 2, 0 and 2, 5.
    assert_eq!(moved.expect("codes"), [1.0, 3.5, 0.0, 2.5]);
    for (codes, from, to) in [
        (&[1.0][..], &from[..], &to[..]),
        (&to, &[], &to),
        (&to, &from, &[f32::NAN, 0.0]),
    ] {
        assert!(session.shift_between(codes, from, to, 1.0).is_err());
    }
    assert!(session.shift_between(&to, &from, &to, f32::NAN).is_err());
}

#[test]
fn walks_go_from_one_code_to_another() {
    let session = on_digits(Family::Autoencoder, 2);
    let (from, to) = ([2.0, 0.0], [0.0, 4.0]);
    let straight = session.walk(&from, &to, 3, Path::Straight).expect("codes");
    assert_eq!(straight, [2.0, 0.0, 1.0, 2.0, 0.0, 4.0]);
    let sphere = session.walk(&from, &to, 3, Path::Sphere).expect("codes");
    // Half the right angle, and half the way from one length to the other.
    let side = 3.0 * std::f32::consts::FRAC_1_SQRT_2;
    for (found, expected) in sphere.iter().zip([2.0, 0.0, side, side, 0.0, 4.0]) {
        near(
            f64::from(*found),
            f64::from(expected),
            1e-5,
            "on the sphere",
        );
    }
    // Where there is no angle the way is straight, and nothing is no number.
    let from_zero = session
        .walk(&[0.0; 2], &to, 3, Path::Sphere)
        .expect("codes");
    assert_eq!(from_zero, [0.0, 0.0, 0.0, 2.0, 0.0, 4.0]);
    assert_eq!(
        session.walk(&from, &to, 1, Path::Straight).expect("one"),
        from
    );
    for (from, count) in [(&[0.0; 4][..], 3), (&[][..], 3), (&[0.0; 2][..], 0)] {
        assert!(session.walk(from, &to, count, Path::Straight).is_err());
    }
}

#[test]
fn a_traversal_moves_one_unit_at_a_time() {
    let mut session = on_digits(Family::Autoencoder, 3);
    let report = block_on(session.latent()).expect("a report");
    let means: Vec<f32> = report.means.iter().map(|&mean| mean as f32).collect();
    let all = block_on(session.traverse(None, 5, None)).expect("pictures");
    assert_eq!(all.len(), 3 * 5 * 784);
    let middle = block_on(session.decode(&means, None)).expect("a picture");
    for unit in 0..3 {
        let picture = |step: usize| &all[(unit * 5 + step) * 784..][..784];
        assert_eq!(picture(2), middle, "the middle one is the mean");
        let mut moved = means.clone();
        moved[unit] += 2.0 * report.variances[unit].sqrt() as f32;
        let expected = block_on(session.decode(&moved, None)).expect("a picture");
        let pairs = picture(4).iter().zip(&expected);
        assert!(pairs.into_iter().all(|(a, b)| (a - b).abs() < 1e-3));
    }
    let some = block_on(session.traverse(None, 5, Some(&[2, 0]))).expect("pictures");
    let [first, last] = [0, 2].map(|unit| &all[unit * 5 * 784..(unit + 1) * 5 * 784]);
    assert_eq!(
        some,
        [last, first].concat(),
        "in the order that was asked for"
    );
    let refused = block_on(session.traverse(None, 5, Some(&[3]))).expect_err("no such unit");
    assert_eq!(refused.code(), "unit-out-of-range");
    assert!(block_on(session.traverse(Some(&[0.0; 6]), 5, None)).is_err());
    assert!(block_on(session.traverse(None, 0, None)).is_err());
}

#[test]
fn filters_are_the_weights_of_the_first_layer() {
    let mut session = on_digits(Family::Autoencoder, 3);
    let filters = block_on(session.filters()).expect("an encoder");
    assert_eq!((filters.count, filters.height, filters.width), (32, 28, 28));
    assert_eq!(filters.values.len(), 32 * 784);
    for filter in filters.values.chunks_exact(784) {
        let reach = filter
            .iter()
            .map(|value| (value - 0.5).abs())
            .fold(0.0, f32::max);
        near(f64::from(reach), 0.5, 1e-6, "the largest weight");
    }
    let mut session = session_on_digits(Choices {
        family: Some(Family::Variational),
        network: Some(generative_playground::model::NetworkKind::Convolutional),
        hidden: Some(vec![6, 8]),
        ..Choices::default()
    });
    let filters = block_on(session.filters()).expect("an encoder");
    assert_eq!((filters.count, filters.height, filters.width), (6, 4, 4));
    assert_eq!(session.units(Layer::First).expect("an encoder"), 6);
    // Where pictures of half the sides take the place of what the first channels give, what comes first is another layer.
    for (hidden, first, sides) in [(vec![6, 8], 8, [4, 4]), (vec![6], 4, [14, 14])] {
        let mut smaller = session_on_digits(Choices {
            family: Some(Family::Autoencoder),
            network: Some(generative_playground::model::NetworkKind::Convolutional),
            hidden: Some(hidden),
            code: Some(4),
            corruption: Some(Some(Corruption {
                kind: CorruptionKind::Downscale,
                amount: 0.0,
            })),
            ..Choices::default()
        });
        let filters = block_on(smaller.filters()).expect("an encoder");
        assert_eq!([filters.height, filters.width], sides);
        assert_eq!(filters.count, first);
        assert_eq!(smaller.units(Layer::First).expect("an encoder"), first);
        assert_eq!(filters.values.len(), first * sides[0] * sides[1]);
        block_on(smaller.exciting(Layer::First, first - 1, 2)).expect("a unit");
    }
    assert_eq!(session.units(Layer::Code).expect("an encoder"), 2);
}

#[test]
fn the_most_exciting_examples_come_first() {
    for hidden in [vec![12], vec![]] {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Autoencoder),
            hidden: Some(hidden),
            code: Some(4),
            ..Choices::default()
        });
        block_on(session.train(20)).expect("training goes well");
        let found = block_on(session.exciting(Layer::Code, 2, 5)).expect("a unit");
        assert!(found.activations.is_sorted_by(|one, other| one >= other));
        let codes = block_on(session.encode(&session.examples(0, 2000).expect("examples")));
        let codes = codes.expect("codes");
        let most = codes
            .iter()
            .skip(2)
            .step_by(4)
            .copied()
            .fold(f32::MIN, f32::max);
        assert_eq!(found.activations[0], most);
        assert_eq!(codes[found.indices[0] * 4 + 2], most);
        let units = session.units(Layer::First).expect("an encoder");
        assert_eq!(
            block_on(session.exciting(Layer::First, units - 1, 3))
                .expect("a unit")
                .indices
                .len(),
            3
        );
        let refused = block_on(session.exciting(Layer::First, units, 3)).expect_err("no such unit");
        assert_eq!(refused.code(), "unit-out-of-range");
    }
}

/// A code of one number can be summed over: the importance samples must come to what the sum gives.
#[test]
fn importance_sampling_finds_the_likelihood() {
    let mut session = session(Choices {
        family: Some(Family::Variational),
        hidden: Some(vec![16]),
        code: Some(1),
        seed: Some(1),
        ..Choices::default()
    });
    session.load_points(RING).expect("a sound ring");
    block_on(session.train(300)).expect("training goes well");
    let found = block_on(session.negative_log_likelihoods(4, 10_000)).expect("test data");
    let bounds = block_on(session.score(&session.test_examples(0, 4).expect("points")));
    assert_eq!(bounds.expect("scores").len(), 4);
    let steps = 20_000;
    let codes: Vec<f32> = (0..steps)
        .map(|step| 12.0 * step as f32 / steps as f32 - 6.0)
        .collect();
    let decoded = block_on(session.decode(&codes, None)).expect("points");
    let points = session.test_examples(0, 4).expect("points");
    for (point, found) in points.chunks_exact(2).zip(found) {
        let density: f64 = codes
            .iter()
            .zip(decoded.chunks_exact(2))
            .map(|(code, mean)| {
                // A Gaussian of deviation 0.1 about what is decoded, and N(0, 1) of the code.
                let distance =
                    f64::from((point[0] - mean[0]).powi(2) + (point[1] - mean[1]).powi(2));
                let given = (-distance / 0.02).exp() / (std::f64::consts::TAU * 0.01);
                let prior = (-0.5 * f64::from(code * code)).exp() / std::f64::consts::TAU.sqrt();
                given * prior * 12.0 / f64::from(steps)
            })
            .sum();
        near(
            found,
            -density.ln(),
            0.1 + 0.02 * density.ln().abs(),
            "nats",
        );
    }
}
