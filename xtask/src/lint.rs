//! Formatting, lints and types: the checks that run no code of ours.

use crate::process::{cargo, run};
use crate::toolchain::{WASM_TARGET, npm};
use anyhow::Result;

/// Rust is formatted.
pub fn rust_format() -> Result<()> {
    run(&cargo(), &["fmt", "--all", "--check"])
}

/// Clippy has nothing to say about the code that runs natively.
pub fn clippy_native() -> Result<()> {
    clippy(&["--workspace", "--all-targets"], &[])
}

/// Nor about the code that only exists in the browser, with both engines.
pub fn clippy_wasm(flags: &[&str]) -> Result<()> {
    let library = ["--lib", "--package", "generative-playground"];
    let browser = ["--target", WASM_TARGET, "--features", "webgpu"];
    clippy(&[&library[..], &browser].concat(), flags)
}

fn clippy(arguments: &[&str], flags: &[&str]) -> Result<()> {
    let arguments = [&["clippy"], arguments, &["--", "-D", "warnings"], flags].concat();
    run(&cargo(), &arguments)
}

/// Biome has nothing to say about the page.
pub fn page() -> Result<()> {
    run(npm(), &["run", "--silent", "lint"])
}

/// The page is sound in types, as far as its comments give them.
pub fn page_types() -> Result<()> {
    run(npm(), &["run", "--silent", "types"])
}

/// The package can be installed, imported and compiled against by every entry.
pub fn package() -> Result<()> {
    let tool = |arguments: &[&str]| run(npm(), &[&["exec", "--"], arguments].concat());
    tool(&["publint", "pkg", "--strict"])?;
    // It is a module and nothing else: what older tools want is not asked for, and no registry either.
    let modules_only = ["--profile", "esm-only", "--no-definitely-typed"];
    tool(&[&["attw", "--pack", "pkg"], &modules_only[..]].concat())?;
    // As bundlers look for files, and as Node does.
    for resolution in [["esnext", "bundler"], ["nodenext", "nodenext"]] {
        let [module, resolution] = resolution;
        let options = ["--module", module, "--moduleResolution", resolution];
        tool(&[&["tsc", "--project", "tests/package"], &options[..]].concat())?;
    }
    Ok(())
}
