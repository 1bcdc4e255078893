//! Digits that anyone can read, made as asked for: what the page opens on, and its preset for a few minutes more, by the classifier
//! that the page ships, which was trained on real digits alone.

use crate::common::classifier::asked_for;
use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::generated::{figures, suggested};
use generative_playground::model::{Condition, NetworkKind};
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

const MODEL: &str = "GAN of convolutions 16-32, code 64, told the label";

/// Trains it for so many steps, and sees that what it makes is at most `most` times as far from unseen digits as two halves of these
/// are from each other, and that `least` of a hundred are read as what was asked for.
fn trained(
    optimizer: OptimizerChoices,
    seed: u32,
    model: &str,
    steps: usize,
    [most, least]: [f64; 2],
) {
    let choices = Choices {
        optimizer: Some(optimizer),
        seed: Some(seed),
        ..Choices::default()
    };
    let mut session = suggested(NetworkKind::Convolutional, Condition::Label, choices);
    block_on(session.train(steps)).expect("training goes well");
    let after = &format!("{steps} steps of 64")[..];
    let trained = Trained { model, after, seed };
    let found = figures(&session, trained);
    let share = asked_for(&session);
    let text = format!("{share:.1} %");
    trained.figure("digits read as asked for", text, "10 % by chance");
    assert_eq!(found.classes, 10, "seed {seed}, {after}");
    assert!(found.multiple < most, "seed {seed}: {}", found.multiple);
    assert!(share >= least, "seed {seed}: {share} % as asked for");
}

/// 1,000 steps take a minute of one thread of 2 GHz.
#[test]
fn the_first_preset_makes_readable_digits_in_a_minute() {
    let (steps, bounds) = match all_seeds() {
        true => (1000, [3.0, 96.0]),
        false => (700, [5.0, 95.0]),
    };
    for seed in seeds([7, 8, 9]) {
        trained(OptimizerChoices::default(), seed, MODEL, steps, bounds);
    }
}

/// 5,000 steps, whose rate falls to nothing, take five.
#[test]
fn the_second_preset_makes_better_ones_in_five() {
    if !all_seeds() {
        println!("this runs among the figures: it takes minutes");
        return;
    }
    let optimizer = || OptimizerChoices {
        schedule: Some(Schedule::Cosine),
        schedule_steps: Some(5000),
        ..OptimizerChoices::default()
    };
    for seed in seeds([7, 8, 9]) {
        let model = format!("{MODEL}, rate 0.004 down to 0");
        trained(optimizer(), seed, &model, 5000, [2.0, 96.0]);
    }
}
