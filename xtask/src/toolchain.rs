//! What has to be on the machine: installs what rustup can install, and says what is missing.

use crate::process::{output, run};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// The target the library is compiled to.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

const OLDEST_NODE: u32 = 20;

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
    let advice = format!("install Node {OLDEST_NODE} or later (npm comes with it) and try again");
    let version = output("node", &["--version"])
        .with_context(|| format!("Node is missing: {advice}"))?;
    match major_version(&version) {
        Some(major) if major >= OLDEST_NODE => {}
        _ => bail!("this Node is {version}, too old: {advice}"),
    }
    output(npm(), &["--version"]).with_context(|| format!("npm is missing: {advice}"))?;
    Ok(())
}

/// On Windows npm is a script, which needs its ending to be found.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn major_version(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn reads_the_major_version_node_prints() {
        assert_eq!(major_version("v20.19.2"), Some(20));
        assert_eq!(major_version("nightly"), None);
    }
}
