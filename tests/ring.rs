//! A GAN of points with the settings that the library suggests: it covers the ring of eight, and keeps it covered.

mod common;

use common::figures::{Trained, seeds};
use common::{RING, measure, session};
use generative_playground::dataset::DataKind;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::settings::{Choices, OptimizerChoices, defaults};
use pollster::block_on;

#[test]
fn a_gan_covers_the_ring() {
    // The first is the page's own.
    for seed in seeds([7, 0, 1, 2, 3, 4, 5, 6, 8, 9]) {
        let suggested = defaults(Family::Adversarial, DataKind::Points, NetworkKind::Dense);
        let mut session = session(Choices {
            family: Some(Family::Adversarial),
            hidden: Some(suggested.hidden),
            code: Some(suggested.code),
            activation: Some(suggested.activation),
            batch_size: Some(suggested.batch_size),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(suggested.optimizer.learning_rate),
                ..Default::default()
            }),
            seed: Some(seed),
            ..Choices::default()
        });
        session.load_points(RING).expect("a sound ring");
        block_on(session.train(8000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("points bring their test split");
        let (covered, all) = measure(&report, "modesCovered");
        let (near, real) = measure(&report, "nearAMode");
        let trained = Trained {
            model: "GAN on the ring of 8, 8-64-64-2",
            after: "8,000 steps of 256",
            seed,
        };
        trained.figure("modes covered", covered, all);
        let real = format!("{real:.1} % of real points");
        trained.figure("points within 3 deviations", format!("{near:.1} %"), real);
        assert!(
            covered >= 7.0 && near >= 88.0,
            "seed {seed}: {covered} modes, {near} %"
        );
    }
}
