//! What made pictures are worth to a classifier that has few labels, written to `docs/augmentation.md`.

use crate::reproduce::{lines_of, write_document};
use anyhow::{Context, Result, ensure};
use std::fmt::Write;

const HEAD: &str = "\
# Data augmentation, whatever comes of it

A small classifier (two convolutions of 16 and 32 channels, 64 features) learns digits from few labels for 600 steps of 50, and is tested on
2,000 digits that nobody has seen: percent right, mean and range over draws of the labels. Beside the pictures themselves it
learns from copies of them, shifted by up to two pixels and turned by up to fifteen degrees; or, half of each batch, from 5,000
pictures made by a model that is told the label: a variational autoencoder 784-256-16 after 1,500 steps, or a GAN of convolutions
16-32 after 600. **The models see the same few pictures and no others.** Written by `cargo xtask augment`.

";

/// The columns, as `examples/augmentation.rs` prints them.
const NAMES: [&str; 4] = [
    "the pictures alone",
    "shifted and turned copies",
    "made by a VAE",
    "made by a GAN",
];

/// Trains with so many draws of the labels, and writes the table, with a line that says what was found.
pub fn augmentation(draws: &str) -> Result<()> {
    let rows = lines_of(&["run", "--example", "augmentation", "--", draws])?;
    ensure!(!rows.is_empty(), "the example printed nothing");
    let mut text = HEAD.to_owned();
    writeln!(text, "| labels a class | {} |", NAMES.join(" | ")).expect("memory");
    writeln!(text, "| --- |{}", " --- |".repeat(NAMES.len())).expect("memory");
    let mut gains = Vec::new();
    for row in &rows {
        writeln!(text, "{row}").expect("memory");
        gains.push(gains_of(row)?);
    }
    let found = (1..NAMES.len()).map(|column| {
        let points: Vec<String> = gains
            .iter()
            .map(|(labels, gains)| format!("{:+.1} with {labels}", gains[column - 1]))
            .collect();
        format!("{}: {}", NAMES[column], points.join(", "))
    });
    let found = found.collect::<Vec<_>>().join("; ");
    writeln!(
        text,
        "\nPoints gained over the pictures alone, on average. {found} labels a class."
    )
    .expect("memory");
    write_document("augmentation.md", &text)
}

/// The labels of a row, and by how much each further column is above the first.
fn gains_of(row: &str) -> Result<(String, Vec<f64>)> {
    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
    ensure!(
        cells.len() == 1 + NAMES.len(),
        "`{row}` is no row of the table"
    );
    let mean = |cell: &&str| {
        let number = cell.split(' ').next().unwrap_or_default();
        number
            .parse::<f64>()
            .with_context(|| format!("`{cell}` has no mean"))
    };
    let means: Vec<f64> = cells[1..].iter().map(mean).collect::<Result<_>>()?;
    let gains = means[1..].iter().map(|mean| mean - means[0]).collect();
    Ok((cells[0].to_owned(), gains))
}
