//! Figures that papers have, by our own code, written to `docs/`.

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

const MODES_HEAD: &str = "\
# Modes of points in the plane

Table 1 of PacGAN (Lin et al., arXiv 1712.04086), by what a GAN can be trained by here: modes covered by 2,500 made points, and
how many of these lie within three deviations of a mode's centre, of which a mode counts with 20. The data are the paper's: a ring of 8 Gaussians of radius 1 and deviation
0.01, and a grid of 25 from -4 to 4 of deviation 0.05. Ours: generator 8-128-128-2, discriminator 2-128-128-1, batches of 256, Adam at a rate of 0.001,
and an average of the generator's weights, as the page has them for points; the paper's: four layers of 400 with batch normalisation, three of 200 maxout units of five
pieces, 400,000 steps of 100. Mean and standard deviation over seeds, of the published rows the standard error of ten runs. Written by `cargo xtask reproduce`.

| trained by | steps | ring: modes of 8 | ring: near one | grid: modes of 25 | grid: near one |
| --- | --- | --- | --- | --- | --- |
";
/// By `benches/pytorch/recipe.py modes`, seeds 0 to 2.
const MODES_PYTORCH: &str = "\
| the same in PyTorch: non-saturating, R1 | 10,000 | 8.0 ± 0.0 | 97.1 ± 0.2 % | 22.7 ± 1.7 | 70.3 ± 4.2 % |
| the same in PyTorch: relativistic pairs, R1 | 10,000 | 8.0 ± 0.0 | 96.9 ± 0.1 % | 21.7 ± 4.7 | 60.1 ± 19.6 % |
";
const MODES_PUBLISHED: &str = "\
| published there: GAN | 400,000 | 6.3 ± 0.5 | 98.2 % | 17.3 ± 0.8 | 94.8 % |
| published there: ALI | 400,000 | 6.6 | 97.6 % | 24.1 | 95.7 % |
| published there: PacGAN2 | 400,000 | 7.9 ± 0.1 | 95.6 % | | |
| published there: PacGAN4 | 400,000 | | | 24.8 ± 0.2 | 93.6 % |
";

/// Trains GANs of points by each objective, with so many seeds, and writes the table.
pub fn modes(seeds: u32) -> Result<()> {
    let (steps, seeds) = ("10000", seeds.to_string());
    let arguments = ["run", "--example", "mode_coverage", "--", steps, &seeds];
    let lines = lines_of(&arguments)?;
    let mut text = MODES_HEAD.to_owned();
    for line in lines {
        let (name, cells) = line[2..].split_once(" | ").context("a row has cells")?;
        writeln!(text, "| {name} | 10,000 | {cells}").expect("memory");
    }
    text += MODES_PYTORCH;
    text += MODES_PUBLISHED;
    write_document("modes.md", &text)
}

/// Trains with so many seeds, and writes what comes of it.
pub fn likelihoods(folder: &str, epochs: u32, seeds: u32) -> Result<()> {
    let folder =
        std::fs::canonicalize(folder).with_context(|| format!("there is no folder {folder}"))?;
    let folder = folder.to_string_lossy();
    let mut text = HEAD.to_owned();
    for seed in 0..seeds {
        let nats = likelihood(&folder, epochs, seed)?;
        writeln!(text, "| {epochs} | {seed} | {nats} |").expect("memory");
    }
    write_document("likelihood.md", &text)
}

pub fn write_document(name: &str, text: &str) -> Result<()> {
    let file = root().join("docs").join(name);
    std::fs::write(&file, text).with_context(|| format!("{} is not writable", file.display()))?;
    println!("{} is written", file.display());
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
    let lines = lines_of(&arguments)?;
    let last = lines.last().context("the example printed nothing")?;
    let found = last.strip_prefix(&format!("seed {seed}: "));
    let nats = found.and_then(|rest| rest.strip_suffix(" nats"));
    let nats = nats.with_context(|| format!("`{last}` has no likelihood"))?;
    Ok(nats.to_owned())
}

/// The lines that an example of ours prints, printed here as well.
pub fn lines_of(arguments: &[&str]) -> Result<Vec<String>> {
    let mut running = command(&cargo(), arguments)
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start the example")?;
    let output = running.stdout.take().context("it has no output")?;
    let mut lines = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        lines.push(line);
    }
    if !running.wait()?.success() {
        bail!("the example failed");
    }
    Ok(lines)
}
