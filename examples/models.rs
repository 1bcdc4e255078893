//! The trained models that come with the page, made from their seeds: `cargo run --example models -- <folder> [<name>]`, or
//! `cargo xtask models`. Each is that of a thing to try (`www/experiment/ideas.js`), for which a person would wait for minutes.

use std::error::Error;
use std::path::Path;

use generative_playground::dataset::{
    Corruption, CorruptionKind, ImageOptions, SignalSettings, SignalShape, Source,
};
use generative_playground::engine::EngineName;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::objective::Objective;
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

/// The seed that the page opens with.
const SEED: u32 = 7;

/// What one is learnt from.
#[derive(Clone, Copy)]
enum Data {
    Digits,
    Signals,
}

/// A model to train, and for how long; its rate comes down to nothing by a cosine.
struct Recipe {
    name: &'static str,
    data: Data,
    choices: Choices,
    learning_rate: f32,
    steps: u32,
}

fn recipes() -> [Recipe; 2] {
    [
        Recipe {
            name: "walk",
            data: Data::Digits,
            choices: Choices {
                family: Some(Family::Variational),
                network: Some(NetworkKind::Convolutional),
                hidden: Some(vec![16, 32]),
                code: Some(16),
                ..Choices::default()
            },
            learning_rate: 0.002,
            steps: 12_000,
        },
        Recipe {
            name: "mend-signals",
            data: Data::Signals,
            choices: Choices {
                family: Some(Family::Autoencoder),
                network: Some(NetworkKind::Convolutional),
                hidden: Some(vec![16, 32, 32]),
                code: Some(64),
                objective: Some(Objective::MeanSquaredError),
                corruption: Some(Some(Corruption {
                    kind: CorruptionKind::Noise,
                    amount: 0.3,
                })),
                ..Choices::default()
            },
            learning_rate: 0.003,
            steps: 10_000,
        },
    ]
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, name) = match &arguments[..] {
        [folder] => (folder, None),
        [folder, name] => (folder, Some(name)),
        _ => return Err("expected a folder, and a model's name where one alone is wanted".into()),
    };
    for recipe in recipes() {
        if name.is_none_or(|name| name == recipe.name) {
            train(&recipe, Path::new(folder))?;
        }
    }
    Ok(())
}

fn train(recipe: &Recipe, folder: &Path) -> Result<(), Box<dyn Error>> {
    let Recipe { name, steps, .. } = *recipe;
    let usual = block_on(Session::create(recipe.choices.clone()))?;
    let optimizer = usual.settings().optimizer;
    let mut session = block_on(Session::create(Choices {
        seed: Some(SEED),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(recipe.learning_rate),
            schedule: Some(Schedule::Cosine),
            schedule_steps: Some(steps),
            ..OptimizerChoices::default()
        }),
        ..recipe.choices.clone()
    }))?;
    load(&mut session, recipe.data)?;
    for done in (0..steps).step_by(1000) {
        let progress = block_on(session.train(steps.min(done + 1000).abs_diff(done) as usize))?;
        println!("{name}, step {}: {:?}", progress.step, progress.losses);
    }
    // Whoever trains it on does so at the usual rate.
    session.change(Choices {
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(optimizer.learning_rate),
            schedule: Some(optimizer.schedule),
            schedule_steps: Some(optimizer.schedule_steps),
            ..OptimizerChoices::default()
        }),
        ..Choices::default()
    })?;
    let bytes = block_on(session.save_weights())?;
    let mut restored = block_on(Session::restore(&bytes, EngineName::Cpu))?;
    load(&mut restored, recipe.data)?;
    for (precision, session) in [("32 bit", &mut session), ("16 bit", &mut restored)] {
        for measure in block_on(session.evaluate())?.measures {
            println!("{name}, {precision}: {} {:.4}", measure.name, measure.value);
        }
    }
    std::fs::write(folder.join(format!("{name}.safetensors")), &bytes)?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}

fn load(session: &mut Session, data: Data) -> Result<(), Box<dyn Error>> {
    match data {
        Data::Signals => session.load_signals(SignalSettings::usual(SignalShape::Mixed))?,
        Data::Digits => {
            let file = |part: &str| std::fs::read(format!("www/data/mnist-small/{part}-ubyte.gz"));
            let (images, labels) = (file("train-images-idx3")?, file("train-labels-idx1")?);
            let options = ImageOptions {
                name: Some("mnist-small".into()),
                ..ImageOptions::default()
            };
            let (mut images, mut labels) = (&images[..], &labels[..]);
            session.load_images_from(
                Source::of(&mut images),
                Some(Source::of(&mut labels)),
                options,
            )?;
            let (images, labels) = (file("t10k-images-idx3")?, file("t10k-labels-idx1")?);
            session.load_test_images(&images, Some(&labels))?;
        }
    }
    Ok(())
}
