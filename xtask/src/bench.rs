//! This library beside its peers, in one browser, in one run: see `benches/`.

use crate::process::{command, root, run, run_command};
use crate::toolchain::npm;
use crate::{browsers, build, server};
use anyhow::Result;

/// Builds, bundles the peers, and hands what follows `--` to `benches/run.js`.
pub fn bench(cpu_only: bool, for_node: &[String]) -> Result<()> {
    build(cpu_only)?;
    let folder = root().join("benches");
    if !folder.join("node_modules").exists() {
        println!("Bench: installing the peers");
        run(
            npm(),
            &["ci", "--prefix", "benches", "--no-audit", "--no-fund"],
        )?;
    }
    run(
        npm(),
        &[
            "exec",
            "--",
            "vite",
            "build",
            "--config",
            "benches/vite.config.js",
            "--logLevel",
            "warn",
        ],
    )?;
    let programs = browsers::require(&[browsers::CHROMIUM])?;
    let mut node = command("node", &["benches/run.js"]);
    node.args(for_node);
    node.env("SITE_ADDRESS", server::serve_in_background()?);
    for program in programs {
        node.env(browsers::CHROMIUM.variable, program);
    }
    run_command(&mut node)
}
