//! What made pictures are worth to a classifier that has few labels: `cargo run --example augmentation -- 3` prints a row of
//! docs/augmentation.md for each number of labels, over so many draws of them.

use std::error::Error;
use std::path::Path;

use generative_playground::model::Family;
use generative_playground::session::{Augmentation, Session};
use generative_playground::settings::Choices;
use pollster::block_on;

const LABELS: [usize; 4] = [5, 10, 50, 100];

fn main() -> Result<(), Box<dyn Error>> {
    let draws: u32 = match std::env::args().nth(1) {
        Some(count) => count.parse()?,
        None => 3,
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/mnist-small");
    let file = |name: &str| std::fs::read(folder.join(format!("{name}-ubyte.gz")));
    let choices = Choices {
        family: Some(Family::Autoencoder),
        ..Choices::default()
    };
    let mut session = block_on(Session::create(choices))?;
    session.load_images(
        &file("train-images-idx3")?,
        Some(&file("train-labels-idx1")?),
    )?;
    session.load_test_images(&file("t10k-images-idx3")?, Some(&file("t10k-labels-idx1")?))?;
    for labels in LABELS {
        let mut accuracies = Augmentation::ALL.map(|_| Vec::new());
        for draw in 0..draws {
            for (beside, accuracies) in Augmentation::ALL.into_iter().zip(&mut accuracies) {
                let report = block_on(session.augmentation(labels, draw, beside))?;
                accuracies.push(report.accuracy);
            }
        }
        let cells = accuracies.map(|found| spread(&found));
        println!("| {labels} | {} |", cells.join(" | "));
    }
    Ok(())
}

/// Mean, and from the least to the most.
fn spread(found: &[f64]) -> String {
    let mean = found.iter().sum::<f64>() / found.len() as f64;
    let least = found.iter().copied().fold(f64::INFINITY, f64::min);
    let most = found.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    format!("{mean:.1} ({least:.1} to {most:.1})")
}
