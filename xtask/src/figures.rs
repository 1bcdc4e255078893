//! What the models learn, over all seeds, written to `docs/figures.md`.
//!
//! Tests print a line for each seed, `figure: model | after | measure | seed | value | baseline` (see
//! `tests/native/common/figures.rs`); the values of one model and measure become one row.

use crate::process::{cargo, command, root};
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const PREFIX: &str = "figure: ";

const HEAD: &str = "\
# What the models learn

Measured on data that the models have not seen, natively, on the CPU engine; the same on any machine up to rounding.
Written by `cargo xtask figures`, from the tests of these topics in tests/native, which `cargo xtask test` runs with one seed each.
";

const TABLE: &str = "\
| model | after | measure | seeds | by seed | baseline |
| --- | --- | --- | --- | --- | --- |
";

/// The tests that learn, each with a section of its own in the file.
const TESTS: [&str; 17] = [
    "learning",
    "denoising",
    "mending",
    "enlarging",
    "signals",
    "anomaly",
    "conditioning",
    "copies",
    "failures",
    "generated_digits",
    "generated_measures",
    "labelled_digits",
    "letters",
    "molecules",
    "adversarial_points",
    "seams",
    "shipped_models",
];
const SECTION: &str = "\n## ";

/// Runs the tests that learn with all their seeds, or those named alone, and writes their figures; what others gave stays.
pub fn figures(names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| !TESTS.contains(&name.as_str())) {
        bail!(
            "`{unknown}` is no test that learns: {} are",
            TESTS.join(", ")
        );
    }
    let file = root().join("docs/figures.md");
    for test in TESTS {
        if !names.is_empty() && !names.iter().any(|name| name == test) {
            continue;
        }
        let rows = run(test)?;
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        std::fs::write(&file, with_section(&before, test, &table(&rows)))
            .context("docs/figures.md could not be written")?;
        println!("{}: {} rows of {test}", file.display(), rows.len());
    }
    Ok(())
}

/// The figures of one test.
fn run(test: &str) -> Result<Vec<Row>> {
    // One at a time, so that what they print arrives in order.
    let topic = format!("{test}::");
    let harness = ["--", &topic, "--test-threads=1", "--nocapture"];
    let mut tests = command(
        &cargo(),
        &[&["test", "--test", "native"][..], &harness].concat(),
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
        bail!("a test of {test} failed: its figures were not written");
    }
    if rows.is_empty() {
        bail!("the tests of {test} printed no figures");
    }
    Ok(rows)
}

/// The file with the section of one test written anew, in the order of the tests.
fn with_section(before: &str, test: &str, table: &str) -> String {
    let sections = before.split(SECTION).skip(1);
    let sections: Vec<_> = sections
        .filter_map(|section| section.split_once('\n'))
        .collect();
    let mut text = HEAD.to_owned();
    for name in TESTS {
        let kept = sections.iter().find(|(found, _)| *found == name);
        match kept {
            _ if name == test => write!(text, "{SECTION}{name}\n\n{table}"),
            Some((_, kept)) => write!(text, "{SECTION}{name}\n{kept}"),
            None => Ok(()),
        }
        .expect("memory");
    }
    text
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
    let mut text = TABLE.to_owned();
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

    #[test]
    fn a_section_is_written_anew_and_the_others_stay() {
        let first = with_section("", "adversarial_points", "| of the ring |\n");
        let both = with_section(&first, "learning", "| of learning |\n");
        let again = with_section(&both, "learning", "| other |\n");
        let order = [again.find("| other |"), again.find("| of the ring |")];
        assert!(order[0].is_some() && order[0] < order[1], "{again}");
        assert!(!again.contains("| of learning |"), "{again}");
        assert_eq!(with_section(&again, "learning", "| other |\n"), again);
    }
}
