//! The library's own tests, a file for each of two processors at a time: many of them train on one thread.

use crate::figures;
use crate::process::{cargo, command, root, run};
use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

const LIBRARY: [&str; 3] = ["test", "--package", "generative-playground"];
const LANES: usize = 2;

/// Compiles and runs all of them. What one file prints stands together, in the order in which they end.
pub fn test() -> Result<()> {
    run(&cargo(), &[&LIBRARY[..], &["--no-run"]].concat())?;
    let left = Mutex::new(parts()?);
    let failed = Mutex::new(Vec::new());
    let lane = || -> Result<()> {
        loop {
            let next = left.lock().expect("no lane panics").pop_front();
            let Some(part) = next else { return Ok(()) };
            if !passes(&part)? {
                failed.lock().expect("no lane panics").push(part.join(" "));
            }
        }
    };
    thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES).map(|_| scope.spawn(lane)).collect();
        let mut ends = lanes
            .into_iter()
            .map(|lane| lane.join().expect("no lane panics"));
        ends.try_for_each(|end| end)
    })?;
    let failed = failed.into_inner().expect("no lane panics");
    if !failed.is_empty() {
        bail!("tests failed: {}", failed.join(", "));
    }
    Ok(())
}

/// What cargo is told for each, those that learn for minutes first.
fn parts() -> Result<VecDeque<Vec<String>>> {
    let folder = std::fs::read_dir(root().join("tests")).context("there is no tests/")?;
    let mut files: Vec<String> = folder
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            name.strip_suffix(".rs").map(str::to_owned)
        })
        .collect();
    files.sort_by_key(|name| (!figures::TESTS.contains(&name.as_str()), name.clone()));
    let files = files
        .into_iter()
        .map(|name| vec!["--test".to_owned(), name]);
    let others = ["--lib", "--examples", "--doc"].map(|part| vec![part.to_owned()]);
    Ok(files.chain(others).collect())
}

fn passes(part: &[String]) -> Result<bool> {
    let mut arguments = LIBRARY.to_vec();
    arguments.extend(part.iter().map(String::as_str));
    // The figures that tests print are as much worth seeing as that they passed.
    arguments.extend(["--", "--show-output"]);
    let output = command(&cargo(), &arguments)
        .output()
        .context("could not start cargo")?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    println!("{}{}", text(&output.stderr), text(&output.stdout));
    Ok(output.status.success())
}
