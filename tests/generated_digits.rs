//! What the GAN of the page's first settings generates, by a classifier that was trained on real digits alone.

mod common;

use common::classifier::{classes, classify, split, train};
use common::session_on_digits;
use generative_playground::model::Family;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

const SAMPLES: usize = 1000;

#[test]
fn a_gan_makes_every_kind_of_digit() {
    let classifier = train(&split("train"));
    let test = split("t10k");
    let right = classify(&classifier, test.gather(0..test.len()))
        .into_iter()
        .zip(test.labels())
        .filter(|&(class, &label)| class == usize::from(label))
        .count();
    let accuracy = right as f64 / test.len() as f64;
    println!("classifier: {:.1} % of unseen digits", 100.0 * accuracy);
    assert!(
        accuracy > 0.93,
        "the classifier's own accuracy is {accuracy}"
    );

    for seed in [7, 8, 9] {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Adversarial),
            hidden: Some(vec![256]),
            code: Some(32),
            seed: Some(seed),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(5e-4),
                ..Default::default()
            }),
            ..Choices::default()
        });
        block_on(session.train(5000)).expect("training goes well");
        let generated = block_on(session.sample(SAMPLES, 1)).expect("a generator");
        let (appear, counts) = classes(&classifier, generated);
        println!(
            "GAN 32-256-784, seed {seed}, 5000 steps: {appear} of 10 classes among {SAMPLES}, {counts:?}"
        );
        assert!(appear >= 9, "seed {seed}: {counts:?}");
    }
}
