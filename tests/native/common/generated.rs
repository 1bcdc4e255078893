//! GANs of digits, and what the classifier says of what they make.

use generative_playground::dataset::DataKind;
use generative_playground::evaluation::{
    FEATURES, FeatureMoments, frechet_distance, frechet_floor,
};
use generative_playground::model::{Condition, Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices, defaults};
use pollster::block_on;

use super::classifier::{classify, diversity, split};
use super::figures::Trained;
use super::session_on_digits;

const SAMPLES: usize = 2000;

/// What was found of a session's samples.
pub struct Found {
    /// Classes present.
    pub classes: usize,
    /// The Frechet distance over that of two halves of the real test pictures.
    pub multiple: f64,
    /// The mean squared difference between two.
    pub different: f64,
}

/// Prints what the classifier says of a session's samples.
pub fn figures(session: &Session, trained: Trained<'_>) -> Found {
    let generated = block_on(session.sample(SAMPLES, 1, None)).expect("a generator");
    let test = split("t10k");
    let real = test.gather(0..SAMPLES);
    let (made, unseen) = (classify(&generated), classify(&real));
    let [one, other] = [&made, &unseen].map(|found| FeatureMoments::of(&found.features, FEATURES));
    let found = Found {
        classes: made.present(),
        multiple: frechet_distance(&one, &other) / frechet_floor(&unseen),
        different: diversity(&generated),
    };
    trained.figure("classes among 2,000 generated digits", found.classes, 10);
    trained.figure(
        "Frechet distance of 2,000 to 2,000 unseen ones, over that of two halves of these",
        format!("{:.1}", found.multiple),
        "1",
    );
    trained.figure(
        "clear ones (probability above 0.95)",
        format!("{:.1} %", 100.0 * made.sure()),
        format!("{:.1} % of real digits", 100.0 * unseen.sure()),
    );
    trained.figure(
        "mean squared difference between two",
        format!("{:.4}", found.different),
        format!("{:.4} between real digits", diversity(&real)),
    );
    found
}

/// A GAN of digits with the settings that the library suggests, but for `choices`.
pub fn suggested(network: NetworkKind, condition: Condition, choices: Choices) -> Session {
    let suggested = defaults(Family::Adversarial, DataKind::Images, network);
    let optimizer = choices.optimizer.unwrap_or_default();
    session_on_digits(Choices {
        family: Some(Family::Adversarial),
        network: Some(network),
        condition: Some(condition),
        hidden: Some(suggested.hidden),
        code: Some(suggested.code),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(suggested.optimizer.learning_rate),
            ..optimizer
        }),
        ..choices
    })
}
