//! The trained models that come with the page.

use crate::process::{cargo, root, run};
use anyhow::{Context, Result};

/// Trains all of them, or the one named, and writes them where the page finds them.
pub fn models(name: Option<&str>) -> Result<()> {
    let folder = root().join("www/data/models");
    std::fs::create_dir_all(&folder).context("www/data/models could not be made")?;
    let folder = folder.to_string_lossy();
    let arguments = ["run", "--example", "models", "--", &folder];
    run(&cargo(), &[&arguments[..], name.as_slice()].concat())
}
