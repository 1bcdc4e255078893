//! The page as one HTML file, to be opened without a host: see `vite/single.js`.

use crate::process::{command, target_directory};
use crate::progress::{run, say};
use crate::toolchain::npm;
use crate::{build, files, site};
use anyhow::{Context, Result, ensure};
use std::fs;

const NAME: &str = "generative-playground.html";

/// In bytes: it is to go by mail.
const SIZE_LIMIT: usize = 6_000_000;

/// Makes the package that it is made of where that is stale, and the file.
pub fn single(skip_build: bool) -> Result<()> {
    if !skip_build {
        build::first_package()?;
    }
    make()
}

/// Makes the file of the package that is there. One that is too large takes no other's place.
pub fn make() -> Result<()> {
    say("Single file: bundling");
    let made = target_directory().join("xtask").join("single");
    let target = made.to_string_lossy();
    let script = ["run", "--silent", "single", "--"];
    let options = ["--outDir", &target, "--emptyOutDir", "--logLevel", "warn"];
    run(&mut command(npm(), &[&script[..], &options].concat()))?;
    let made = made.join(NAME);
    let contents = fs::read(&made).with_context(|| format!("no {} was made", made.display()))?;
    check_size(contents.len())?;
    let place = site::folder().join("single").join(NAME);
    files::write(&place, &contents)?;
    say(&format!("Single file: {}", place.display()));
    Ok(())
}

/// Refuses a file that has become too large to be handed on.
fn check_size(size: usize) -> Result<()> {
    say(&format!(
        "Single file: {:.0} KB of {:.0} KB allowed",
        size as f64 / 1000.0,
        SIZE_LIMIT as f64 / 1000.0
    ));
    ensure!(
        size <= SIZE_LIMIT,
        "the single file is {size} bytes and may be {SIZE_LIMIT}: look at what was last added, and at what it carries in vite.single.config.js"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{SIZE_LIMIT, check_size};

    #[test]
    fn refuses_a_file_that_is_too_large() {
        check_size(SIZE_LIMIT).expect("as large as it may be");
        let refusal = check_size(SIZE_LIMIT + 1).expect_err("too large");
        assert!(refusal.to_string().contains("6000001"), "{refusal}");
    }
}
