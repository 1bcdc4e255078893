//! What there is to read, as one folder of static pages for any host: see `docs/site/`.

use crate::process::{cargo, command, root, target_directory};
use crate::progress::{run, run_cargo, say};
use crate::{browsers, files, server, toolchain};
use anyhow::{Result, ensure};

/// Writes `dist-docs/`, of the packages that are there; `page` says where the page lies from it.
pub fn docs(page: &str) -> Result<()> {
    let declarations = root().join("pkg/webgpu/generative_playground.d.ts");
    ensure!(
        declarations.exists(),
        "the packages are not there: run `cargo xtask build` first"
    );
    toolchain::require_node()?;
    toolchain::install_modules(".")?;
    toolchain::install_modules("docs/site")?;
    let chromium = browsers::require(&[browsers::CHROMIUM])?.remove(0);
    let site = server::serve_in_background()?;
    say("Documentation: the crate's reference");
    let reference = target_directory().join("doc");
    // Pages of what is there no more would be copied too.
    files::remove(&reference)?;
    let options = [
        "doc",
        "--no-deps",
        "--package",
        "generative-playground",
        "--lib",
    ];
    let mut rustdoc = command(&cargo(), &options);
    run_cargo(
        rustdoc.env("RUSTDOCFLAGS", "-Dwarnings"),
        "Crate's reference",
    )?;
    say(
        "Documentation: the package's reference, notes, lessons and their worksheets, whose runs take minutes",
    );
    let folder = root().join("dist-docs");
    let mut make = command(
        "node",
        &["--disable-warning=ExperimentalWarning", "docs/site/make.js"],
    );
    run(make
        .arg(&folder)
        .arg(&reference)
        .arg(page)
        .arg(site)
        .arg(chromium))?;
    say(&format!("Documentation: {}", folder.display()));
    Ok(())
}
