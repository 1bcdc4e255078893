//! Divergences between real points and made ones: known answers of `src/evaluation/divergence.rs` on real distributions.

use std::f64::consts::LN_2;

use generative_playground::dataset::{DataKind, Dataset, PointSettings, PointShape};
use generative_playground::evaluation::{PlaneGrid, jensen_shannon, kullback_leibler};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::settings::{Choices, OptimizerChoices, defaults};
use pollster::block_on;

use crate::common::{RING, measure, session};

const COUNT: usize = 2500;

fn ring(count: usize, part: u64) -> Vec<f32> {
    let settings = PointSettings {
        count,
        ..PointSettings::usual(PointShape::Ring)
    };
    let points = Dataset::from_points(settings, 3, part, COUNT).expect("a sound ring");
    points.gather(0..COUNT)
}

#[test]
fn a_ring_with_half_its_modes_is_half_of_the_way() {
    let (real, other, half) = (ring(8, 0), ring(8, 1), ring(4, 1));
    let grid = PlaneGrid::over(&real).expect("points");
    let [real, other, half] = [real, other, half].map(|points| grid.histogram(&points));
    // With p = (1/8, ..) on 8 modes and q = (1/4, ..) on 4 of them: 3/4 ln(4/3), and what the noise of counts adds.
    let expected = 0.75 * (4f64 / 3.0).ln();
    let floor = jensen_shannon(&real, &other);
    let found = jensen_shannon(&real, &half);
    assert!(
        floor < 0.02,
        "two samples of one distribution are {floor} apart"
    );
    assert!(
        found > expected - 0.01 && found < expected + 0.03,
        "{found}, not about {expected}"
    );
    assert!(kullback_leibler(&real, &half) > 5.0 * kullback_leibler(&real, &other));
}

#[test]
fn an_untrained_network_is_far_and_a_trained_one_nearer() {
    for family in [Family::Adversarial, Family::Variational] {
        let suggested = defaults(family, DataKind::Points, NetworkKind::Dense);
        let mut session = session(Choices {
            family: Some(family),
            hidden: Some(suggested.hidden),
            code: Some(suggested.code),
            activation: Some(suggested.activation),
            batch_size: Some(suggested.batch_size),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(suggested.optimizer.learning_rate),
                ..Default::default()
            }),
            seed: Some(7),
            ..Choices::default()
        });
        session.load_points(RING).expect("a sound ring");
        let mut figures = |steps: usize| {
            block_on(session.train(steps)).expect("a step");
            let report = block_on(session.evaluate()).expect("measures");
            let names = ["kullbackLeibler", "jensenShannon"];
            names.map(|name| measure(&report, name))
        };
        let [(first_kl, kl_floor), (first_js, js_floor)] = figures(1);
        let [(last_kl, _), (last_js, same_floor)] = figures(1500);
        println!(
            "{family:?}: KL {first_kl} to {last_kl}, floor {kl_floor}; JS {first_js} to {last_js}, floor {js_floor}"
        );
        assert_eq!(js_floor, same_floor, "the floor is of the data alone");
        assert!(kl_floor > 0.0 && kl_floor < 0.1 && js_floor > 0.0 && js_floor < 0.02);
        assert!(first_js > 0.5 && first_js < LN_2 + 1e-12, "{first_js}");
        assert!(last_js < 0.95 * first_js && last_js > js_floor, "{last_js}");
        assert!(last_kl < 0.8 * first_kl && last_kl > kl_floor, "{last_kl}");
    }
}
