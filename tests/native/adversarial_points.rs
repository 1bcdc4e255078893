//! A GAN of points with the settings that the library suggests: it covers the ring of eight and the grid of 25, and keeps them
//! covered.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{RING, measure, session};
use generative_playground::dataset::{DataKind, PointSettings, PointShape};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::settings::{Choices, OptimizerChoices, PenaltyChoices, defaults};
use pollster::block_on;

/// Modes that are covered, and the percentage of points near one.
fn trained(points: PointSettings, seed: u32, steps: usize, trained: Trained<'_>) -> [f64; 2] {
    let suggested = defaults(Family::Adversarial, DataKind::Points, NetworkKind::Dense);
    let mut session = session(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(suggested.hidden),
        code: Some(suggested.code),
        activation: Some(suggested.activation),
        objective: suggested.objective,
        penalty: PenaltyChoices {
            kind: Some(suggested.penalty.kind),
            weight: Some(suggested.penalty.weight),
            every: Some(suggested.penalty.every),
        },
        batch_size: Some(suggested.batch_size),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(suggested.optimizer.learning_rate),
            beta1: Some(suggested.optimizer.beta1),
            beta2: Some(suggested.optimizer.beta2),
            ..Default::default()
        }),
        seed: Some(seed),
        ..Choices::default()
    });
    session.load_points(points).expect("sound points");
    for _ in 0..steps / 1000 {
        block_on(session.train(1000)).expect("training goes well");
    }
    let report = block_on(session.evaluate()).expect("points bring their test split");
    let (covered, all) = measure(&report, "modesCovered");
    let (near, real) = measure(&report, "nearAMode");
    trained.figure("modes covered", covered, all);
    let real = format!("{real:.1} % of real points");
    trained.figure("points within 3 deviations", format!("{near:.1} %"), real);
    [covered, near]
}

#[test]
fn a_gan_covers_the_ring() {
    // The first is the page's own.
    for seed in seeds([7, 0, 1, 2, 3, 4, 5, 6, 8, 9]) {
        let figures = Trained {
            model: "GAN on the ring of 8, 8-128-128-2",
            after: "10,000 steps of 256",
            seed,
        };
        let [covered, near] = trained(RING, seed, 10_000, figures);
        assert!(
            covered == 8.0 && near >= 97.0,
            "seed {seed}: {covered} modes, {near} %"
        );
    }
}

/// One seed of ten may miss.
#[test]
fn a_gan_covers_the_grid() {
    let seeds = seeds([7, 0, 1, 2, 3, 4, 5, 6, 8, 9]);
    let found = seeds.map(|seed| {
        let figures = Trained {
            model: "GAN on the grid of 25, 8-128-128-2",
            after: "20,000 steps of 256",
            seed,
        };
        let grid = PointSettings::usual(PointShape::Grid);
        trained(grid, seed, 20_000, figures)
    });
    let found: Vec<_> = found.collect();
    let well = found
        .iter()
        .filter(|[covered, near]| *covered == 25.0 && *near >= 93.0);
    let least = if all_seeds() { 9 } else { 1 };
    assert!(well.count() >= least, "{found:?}");
}
