//! What goes wrong with a GAN, made to happen by the settings that the page has for it, and mended by those that it has against it:
//! `www/experiment/failures.json`.

use std::collections::HashMap;

use crate::common::classifier::shipped;
use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{measure, session, session_on_some_digits};
use generative_playground::dataset::{DataKind, ImageOptions, PointSettings, PointShape};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, Given, defaults};
use pollster::block_on;
use serde_json::{Value, json};

const LIST: &str = include_str!("../../www/experiment/failures.json");

/// The page's settings, which are one level deep, as the library takes them, over those that suit the data.
fn choices(part: &Value, data: DataKind, seed: u32) -> Choices {
    let suggested = defaults(Family::Adversarial, data, NetworkKind::Dense);
    let mut settings = serde_json::to_value(suggested).expect("plain settings");
    settings["seed"] = json!(seed);
    for (name, value) in part.as_object().expect("an object") {
        let place = match name.as_str() {
            "penaltyWeight" => &mut settings["penalty"]["weight"],
            "learningRate" | "discriminatorLearningRate" => &mut settings["optimizer"][name],
            // Of the data.
            "pictures" => continue,
            _ => &mut settings[name],
        };
        *place = value.clone();
    }
    Choices::read(&Given::from(settings)).expect("sound settings")
}

fn begin(failure: &Value, phase: &str, seed: u32) -> Session {
    if failure["dataset"] == "ring" {
        let mut session = session(choices(&failure[phase], DataKind::Points, seed));
        let ring = PointSettings::usual(PointShape::Ring);
        session.load_points(ring).expect("a sound ring");
        return session;
    }
    let choices = choices(&failure[phase], DataKind::Images, seed);
    let most = failure[phase]["pictures"].as_u64();
    let options = ImageOptions {
        most: most.map(|most| most as usize),
        ..ImageOptions::default()
    };
    let mut session = session_on_some_digits(choices, options);
    session.load_classifier(&shipped()).expect("a classifier");
    session
}

/// What the measure is after the steps in which the page says that it tells.
fn found(failure: &Value, phase: &str, seed: u32) -> f64 {
    let mut session = begin(failure, phase, seed);
    let steps = failure["steps"].as_u64().expect("steps") as usize;
    block_on(session.train(steps)).expect("training goes on, however badly");
    let report = block_on(session.evaluate()).expect("test data");
    let name = failure["measure"].as_str().expect("a name");
    let (value, best) = measure(&report, name);
    let model = format!("{}, {phase}", failure["name"].as_str().expect("a name"));
    let after = format!("{steps} steps");
    let trained = Trained {
        model: &model,
        after: &after,
        seed,
    };
    let short = |value: f64| match value.fract() == 0.0 {
        true => format!("{value}"),
        false => format!("{value:.3}"),
    };
    trained.figure(name, short(value), short(best));
    value
}

/// In one seed of ten it may not happen, or not be mended.
fn happens_and_is_mended(name: &str) {
    let failure = &list()[name];
    // With one seed those of pictures take too long for a test that runs each time.
    if !all_seeds() && failure["dataset"] != "ring" {
        println!("{name} runs among the figures");
        return;
    }
    let number = |name: &str| failure[name].as_f64().expect("a number");
    let all: Vec<u32> = seeds([7, 0, 1, 2, 3, 4, 5, 6, 8, 9]).collect();
    let count = |phase: &str, holds: &dyn Fn(f64) -> bool| {
        let values = all.iter().map(|&seed| found(failure, phase, seed));
        values.filter(|&value| holds(value)).count()
    };
    let happened = count("broken", &|value| value <= number("failed"));
    let mended = count("mended", &|value| value >= number("well"));
    let least = all.len() - usize::from(all_seeds());
    assert!(
        happened >= least && mended >= least,
        "{name}: happened in {happened} and was mended in {mended} of {}",
        all.len()
    );
}

/// The failures by name.
fn list() -> HashMap<String, Value> {
    let list: Vec<Value> = serde_json::from_str(LIST).expect("a list");
    let name = |failure: &Value| failure["name"].as_str().expect("a name").to_string();
    list.into_iter()
        .map(|failure| (name(&failure), failure))
        .collect()
}

#[test]
fn no_failure_is_without_a_test() {
    let mut names: Vec<String> = list().into_keys().collect();
    names.sort_unstable();
    let tested = [
        "circling",
        "collapse",
        "collapse-digits",
        "memorising",
        "too-fast",
        "vanished",
        "weak",
    ];
    assert_eq!(names, tested);
}

#[test]
fn circling() {
    happens_and_is_mended("circling");
}

#[test]
fn collapse() {
    happens_and_is_mended("collapse");
}

#[test]
fn collapse_of_digits() {
    happens_and_is_mended("collapse-digits");
}

#[test]
fn memorising() {
    happens_and_is_mended("memorising");
}

#[test]
fn too_fast() {
    happens_and_is_mended("too-fast");
}

#[test]
fn vanished() {
    happens_and_is_mended("vanished");
}

#[test]
fn weak() {
    happens_and_is_mended("weak");
}
