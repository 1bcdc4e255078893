//! What the models learn, over all seeds, written to `docs/figures.md`.
//!
//! Tests print a line for each seed, `figure: model | after | measure | seed | value | baseline` (see
//! `tests/common/figures.rs`); the values of one model and measure become one row.

use crate::process::{cargo, command, root};
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const PREFIX: &str = "figure: ";

const HEAD: &str = "\
# What the models learn

Measured on data that the models have not seen, natively, on the CPU engine; the same on any machine up to rounding.
Written by `cargo xtask figures`, from tests that `cargo xtask test` runs with one seed each.

| model | after | measure | seeds | by seed | baseline |
| --- | --- | --- | --- | --- | --- |
";

/// Runs the tests that learn with all their seeds, and writes their figures.
pub fn figures() -> Result<()> {
    let mut tests = command(
        &cargo(),
        &[
            "test",
            "--test",
            "learning",
            "--test",
            "generated_digits",
            "--test",
            "ring",
            "--test",
            "denoising",
            "--test",
            "anomaly",
            "--test",
            "enlarging",
            "--test",
            "conditioning",
            "--",
            // One at a time, so that what they print arrives in order.
            "--test-threads=1",
            "--nocapture",
        ],
    );
    let mut running = tests
        .env("ALL_SEEDS", "1")
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start the tests")?;
    let output = running.stdout.take().context("the tests have no output")?;
    let mut rows: Vec<Row> = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        // The harness writes the name of a test without a line break before what the test prints.
        if let Some(at) = line.find(PREFIX) {
            collect(&mut rows, &line[at + PREFIX.len()..])?;
        }
    }
    if !running.wait()?.success() {
        bail!("a test failed: no figures were written");
    }
    if rows.is_empty() {
        bail!("the tests printed no figures");
    }
    let file = root().join("docs/figures.md");
    std::fs::write(&file, table(&rows)).context("docs/figures.md could not be written")?;
    println!("{}: {} rows", file.display(), rows.len());
    Ok(())
}

/// A row of the table: what was measured, then each seed with its value, then the baseline.
#[derive(Debug, PartialEq)]
struct Row {
    measured: [String; 3],
    seeds: Vec<String>,
    values: Vec<String>,
    baseline: String,
}

fn collect(rows: &mut Vec<Row>, line: &str) -> Result<()> {
    let parts: Vec<String> = line.split('|').map(|part| part.trim().to_owned()).collect();
    let Ok([model, after, measure, seed, value, baseline]) = <[String; 6]>::try_from(parts) else {
        bail!("`{line}` is no figure: six parts are expected, with | between them");
    };
    let measured = [model, after, measure];
    match rows.iter_mut().find(|row| row.measured == measured) {
        Some(row) => {
            row.seeds.push(seed);
            row.values.push(value);
        }
        None => rows.push(Row {
            measured,
            seeds: vec![seed],
            values: vec![value],
            baseline,
        }),
    }
    Ok(())
}

fn table(rows: &[Row]) -> String {
    let mut text = HEAD.to_owned();
    for row in rows {
        let measured = row.measured.join(" | ");
        let (seeds, values) = (row.seeds.join(", "), row.values.join(", "));
        let baseline = &row.baseline;
        writeln!(text, "| {measured} | {seeds} | {values} | {baseline} |").expect("memory");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_of_one_measure_share_a_row() {
        let mut rows = Vec::new();
        for line in [
            "GAN | 10 steps | modes | 0 | 8 | 8",
            "GAN | 10 steps | points near a mode | 0 | 91 % | 98.9 %",
            "GAN | 10 steps | modes | 1 | 7 | 8",
        ] {
            collect(&mut rows, line).expect("a figure");
        }
        let text = table(&rows);
        let lines: Vec<_> = text.lines().rev().take(2).collect();
        assert_eq!(lines[1], "| GAN | 10 steps | modes | 0, 1 | 8, 7 | 8 |");
        assert!(lines[0].starts_with("| GAN | 10 steps | points near a mode | 0 | 91 % |"));
        assert!(collect(&mut rows, "GAN | 10 steps").is_err());
    }
}
