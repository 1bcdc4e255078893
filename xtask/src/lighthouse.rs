//! What Lighthouse thinks of the page, and how soon it learns on a slow phone, written to `docs/lighthouse.md`.

use crate::build::build;
use crate::process::{command, run_command};
use crate::{browsers, server};
use anyhow::Result;

/// Builds the site and measures it. Worth something on a machine that does nothing else: the text says how busy it was.
pub fn lighthouse() -> Result<()> {
    build(false)?;
    let programs = browsers::require(&[browsers::CHROMIUM])?;
    let mut node = command("node", &["benches/lighthouse.js", "docs/lighthouse.md"]);
    node.env("SITE_ADDRESS", server::serve_in_background()?);
    for program in programs {
        node.env(browsers::CHROMIUM.variable, program);
    }
    run_command(&mut node)
}
