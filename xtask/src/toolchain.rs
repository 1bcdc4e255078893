//! What has to be on the machine: installs what rustup can install, and says what is missing.

use crate::compress::fingerprint;
use crate::process::{command, output, root, run};
use crate::progress::{self, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The target the library is compiled to.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The oldest that Vite runs on: major and minor.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Makes sure rustc can compile for the browser.
pub fn require_wasm_target() -> Result<()> {
    let sysroot = output("rustc", &["--print", "sysroot"]).context("rustc does not answer")?;
    let installed = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .is_dir();
    if installed {
        return Ok(());
    }
    println!("Adding the {WASM_TARGET} target");
    run("rustup", &["target", "add", WASM_TARGET]).with_context(|| {
        format!("this Rust cannot compile for {WASM_TARGET}; install Rust with rustup, or add that target by your system's packages")
    })
}

/// Makes sure that there is the source of the standard library, which the threads' build compiles anew.
pub fn require_standard_library_source() -> Result<()> {
    let sysroot = output("rustc", &["--print", "sysroot"]).context("rustc does not answer")?;
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std");
    if source.is_dir() {
        return Ok(());
    }
    println!("Adding rust-src");
    run("rustup", &["component", "add", "rust-src"]).context(
        "the source of Rust's standard library is missing; install Rust with rustup, or build without threads: `cargo xtask build --cpu-only`",
    )
}

/// Makes sure rustfmt and clippy are there: a minimal installation lacks them.
pub fn require_components() -> Result<()> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if output(program, &["--version"]).is_none() {
            println!("Adding {component}");
            run("rustup", &["component", "add", component])?;
        }
    }
    Ok(())
}

/// Makes sure Node and npm are there and recent enough to bundle the page.
pub fn require_node() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let advice = format!("install Node {major}.{minor} or later (npm comes with it) and try again");
    let version =
        output("node", &["--version"]).with_context(|| format!("Node is missing: {advice}"))?;
    if node_version(&version) < Some(OLDEST_NODE) {
        bail!("this Node is {version}, too old: {advice}");
    }
    output(npm(), &["--version"]).with_context(|| format!("npm is missing: {advice}"))?;
    Ok(())
}

/// Installs what a folder's package-lock.json names, where that has not been done already.
pub fn install_modules(folder: &str) -> Result<()> {
    let place = root().join(folder);
    let lock = fs::read(place.join("package-lock.json"))
        .with_context(|| format!("{folder} has no package-lock.json"))?;
    // Inside node_modules, so that it goes when they go.
    let stamp = place.join("node_modules").join(".made-from");
    let made_from = fingerprint(&lock);
    if fs::read_to_string(&stamp).is_ok_and(|text| text == made_from) {
        return Ok(());
    }
    say(&format!("Node modules of {folder}: installing"));
    let options = ["--no-audit", "--no-fund", "--loglevel", "error"];
    progress::run(command(npm(), &["ci", "--prefix", folder]).args(options))?;
    fs::write(&stamp, made_from)?;
    say(&format!("Node modules of {folder}: ready"));
    Ok(())
}

/// On Windows npm is a script, which needs its ending to be found.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// Major and minor, out of what Node prints.
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST_NODE, node_version};

    #[test]
    fn compares_the_versions_node_prints() {
        assert_eq!(node_version("v20.19.2"), Some((20, 19)));
        assert!(node_version("v20.9.0") < Some(OLDEST_NODE));
        assert!(node_version("v22.1.0") > Some(OLDEST_NODE));
        assert!(node_version("unknown") < Some(OLDEST_NODE));
    }
}
