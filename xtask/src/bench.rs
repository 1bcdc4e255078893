//! This library beside its peers, in one browser, in one run: see `benches/`.

use crate::build::build;
use crate::process::{command, run, run_command};
use crate::toolchain::npm;
use crate::{browsers, server, toolchain};
use anyhow::Result;

/// Builds, bundles the peers, and hands what follows `--` to `benches/run.js`.
pub fn bench(cpu_only: bool, for_node: &[String]) -> Result<()> {
    build(cpu_only)?;
    toolchain::install_modules("benches")?;
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
