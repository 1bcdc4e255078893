//! A figure that papers have, by our own code, written to `docs/likelihood.md`.

use crate::process::{cargo, command, root};
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const HEAD: &str = "\
# The likelihood of MNIST

A variational autoencoder with one stochastic layer, convolutions of 16 and 32 channels and a code of 50, trained natively on all 60,000 pictures of MNIST, binarised anew in each
epoch, in batches of 100; the mean of -ln p(x) over the 10,000 test pictures, binarised once, by importance sampling with
200 samples for each (Burda et al., arXiv 1509.00519, equation 8). Written by `cargo xtask reproduce`, which has to be given the data.

Published, for one stochastic layer: 89.8 nats; with importance-weighted training of 5 and 50 samples 87.9 and 86.8.
Independent pixels: 206.1 nats.

| epochs | seed | -log-likelihood, nats |
| --- | --- | --- |
";

/// Trains with so many seeds, and writes what comes of it.
pub fn reproduce(folder: &str, epochs: u32, seeds: u32) -> Result<()> {
    let folder =
        std::fs::canonicalize(folder).with_context(|| format!("there is no folder {folder}"))?;
    let folder = folder.to_string_lossy();
    let mut text = HEAD.to_owned();
    for seed in 0..seeds {
        let nats = likelihood(&folder, epochs, seed)?;
        writeln!(text, "| {epochs} | {seed} | {nats} |").expect("memory");
    }
    let file = root().join("docs/likelihood.md");
    std::fs::write(&file, text).context("docs/likelihood.md could not be written")?;
    println!("{}: {seeds} seeds", file.display());
    Ok(())
}

/// What `examples/likelihood.rs` prints at its end, as it prints it.
fn likelihood(folder: &str, epochs: u32, seed: u32) -> Result<String> {
    let (epochs, seed) = (epochs.to_string(), seed.to_string());
    let arguments = [
        "run",
        "--example",
        "likelihood",
        "--",
        folder,
        &epochs,
        &seed,
    ];
    let mut running = command(&cargo(), &arguments)
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start the example")?;
    let output = running.stdout.take().context("it has no output")?;
    let mut last = String::new();
    for line in BufReader::new(output).lines() {
        last = line?;
        println!("{last}");
    }
    if !running.wait()?.success() {
        bail!("the example failed");
    }
    let found = last.strip_prefix(&format!("seed {seed}: "));
    let nats = found.and_then(|rest| rest.strip_suffix(" nats"));
    let nats = nats.with_context(|| format!("`{last}` has no likelihood"))?;
    Ok(nats.to_owned())
}
