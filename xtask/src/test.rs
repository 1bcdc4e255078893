//! Everything that must hold, cheapest first; stops at the first thing that does not.

use crate::build::build;
use crate::process::{self, cargo, command, root};
use crate::{browsers, lint, server, single, toolchain};
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::Instant;

/// Runs all sections, or the one named.
pub fn run(section: Option<&str>, for_node: &[String]) -> Result<()> {
    let mut stages = Stages::default();
    match section {
        None => {
            lints(&mut stages)?;
            native(&mut stages)?;
            stages.stage("build", || build(false))?;
            page(&mut stages)?;
            package(&mut stages)?;
            browser(&mut stages, for_node)?;
        }
        Some("lint") => lints(&mut stages)?,
        Some("native") => native(&mut stages)?,
        Some("page") => {
            stages.stage("build", || build(true))?;
            page(&mut stages)?;
        }
        Some("package") => {
            stages.stage("build", || build(false))?;
            package(&mut stages)?;
        }
        Some("browser") => {
            stages.stage("build", || build(false))?;
            browser(&mut stages, for_node)?;
        }
        Some(unknown) => {
            bail!("there is no section `{unknown}`: lint, native, page, package or browser")
        }
    }
    stages.summarise();
    Ok(())
}

fn lints(stages: &mut Stages) -> Result<()> {
    toolchain::require_components()?;
    toolchain::require_wasm_target()?;
    toolchain::require_node()?;
    stages.stage("formatting", lint::rust_format)?;
    stages.stage("node modules", || toolchain::install_modules("."))?;
    stages.stage("lints of the page", lint::page)?;
    stages.stage("types of the page", lint::page_types)?;
    stages.stage("lints, native", lint::clippy_native)?;
    // What is not for WebGPU is linted natively: checking the dependencies without it as well would take minutes.
    stages.stage("lints, module", || lint::clippy_wasm(&[]))?;
    stages.stage("lints, module with threads", || {
        lint::clippy_wasm(&["-Ctarget-feature=+atomics"])
    })
}

fn native(stages: &mut Stages) -> Result<()> {
    stages.stage("native tests", || {
        // The figures that tests print are as much worth seeing as that they passed.
        let library = ["test", "--package", "generative-playground"];
        process::run(&cargo(), &[&library[..], &["--", "--show-output"]].concat())?;
        // In its own profile, in which it has been compiled already.
        let commands = ["test", "--package", "xtask", "--profile", "xtask"];
        process::run(&cargo(), &commands)
    })
}

/// The page's own modules, without a browser.
fn page(stages: &mut Stages) -> Result<()> {
    stages.stage("page's modules", || {
        node_tests(command("node", &[]), "tests/page")
    })
}

/// The package as whoever installs it will find it.
fn package(stages: &mut Stages) -> Result<()> {
    stages.stage("package: node modules", || {
        toolchain::install_modules("tests/package")
    })?;
    stages.stage("package: entries and types", lint::package)?;
    stages.stage("package: README", || {
        node_tests(command("node", &[]), "tests/package")
    })
}

/// The page in real browsers, from a host and as one file.
fn browser(stages: &mut Stages, for_node: &[String]) -> Result<()> {
    stages.stage("single file", single::make)?;
    stages.stage("browser tests", || browser_tests(for_node))
}

/// One file after the other: two browsers at once would fight over the processor.
fn browser_tests(for_node: &[String]) -> Result<()> {
    let wanted = [
        browsers::CHROMIUM,
        browsers::FIREFOX,
        browsers::EXIFTOOL,
        browsers::PYTHON,
    ];
    let programs = browsers::require(&wanted)?;
    let mut node = command("node", &["--test-concurrency=1"]);
    node.args(for_node);
    node.env("SITE_ADDRESS", server::serve_in_background()?);
    for (browser, program) in wanted.iter().zip(programs) {
        node.env(browser.variable, program);
    }
    node_tests(node, "tests/browser")
}

/// Runs the tests of a folder by Node, which lists in the end whatever failed.
fn node_tests(mut node: Command, folder: &str) -> Result<()> {
    node.args(["--test", "--test-reporter=spec"]);
    node.args(test_files(folder)?);
    let status = node.status().context("could not start `node`")?;
    if !status.success() {
        bail!("a test in {folder} failed: the end of its list above names it");
    }
    Ok(())
}

/// Named one by one, since releases of Node differ in what they make of a folder.
fn test_files(folder: &str) -> Result<Vec<String>> {
    let entries =
        std::fs::read_dir(root().join(folder)).with_context(|| format!("there is no {folder}"))?;
    let mut files: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.path().into_os_string().into_string().ok())
        .filter(|path| path.ends_with(".test.js"))
        .collect();
    files.sort();
    Ok(files)
}

/// What has run, and how long it took.
#[derive(Default)]
struct Stages(Vec<(String, f32)>);

impl Stages {
    fn stage(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("== {name}");
        let start = Instant::now();
        work().with_context(|| format!("FAILED: {name}"))?;
        let seconds = start.elapsed().as_secs_f32();
        println!("== {name}: passed after {seconds:.1} s");
        self.0.push((name.to_owned(), seconds));
        Ok(())
    }

    fn summarise(&self) {
        println!();
        for (name, seconds) in &self.0 {
            println!("{seconds:8.1} s  {name}");
        }
        println!("All passed.");
    }
}
