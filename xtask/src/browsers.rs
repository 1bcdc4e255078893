//! The browsers and other programs that the tests drive: found, or installed where that is possible.

use crate::process::{output, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// A browser, or another program, that the tests drive.
pub struct Browser {
    /// The environment variable that names its program, to us and to the tests.
    pub variable: &'static str,
    /// Debian's package.
    package: &'static str,
    programs: &'static [&'static str],
}

/// Chromium, for both engines.
pub const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM_PATH",
    package: "chromium",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
};

/// Firefox, for the CPU engine.
pub const FIREFOX: Browser = Browser {
    variable: "FIREFOX_PATH",
    package: "firefox-esr",
    programs: &[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
};

/// What other software reads in the pictures that the page gives away.
pub const EXIFTOOL: Browser = Browser {
    variable: "EXIFTOOL_PATH",
    package: "libimage-exiftool-perl",
    programs: &["exiftool"],
};

/// The program of each browser; a missing one is installed where apt-get may do so.
pub fn require(browsers: &[Browser]) -> Result<Vec<PathBuf>> {
    let missing: Vec<&str> = browsers
        .iter()
        .filter(|browser| browser.find().is_none())
        .map(|browser| browser.package)
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    let mut programs = Vec::new();
    for browser in browsers {
        match browser.find() {
            Some(program) => programs.push(program),
            None => bail!(
                "the browser tests need {}: install it, or set {} to its program",
                browser.package,
                browser.variable
            ),
        }
    }
    Ok(programs)
}

impl Browser {
    fn find(&self) -> Option<PathBuf> {
        if let Some(path) = std::env::var_os(self.variable) {
            return Some(path.into());
        }
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
        // Joining a path that is absolute gives that path.
        self.programs.iter().find_map(|program| {
            folders
                .iter()
                .map(|folder| folder.join(program))
                .find(|path| path.is_file())
        })
    }
}

/// Does nothing where it lacks the means: what is missing is then named to the developer.
fn install(packages: &[&str]) -> Result<()> {
    let is_root = output("id", &["-u"]).is_some_and(|user| user == "0");
    if !is_root || !Path::new("/usr/bin/apt-get").exists() {
        return Ok(());
    }
    println!("Installing {}", packages.join(" and "));
    run("apt-get", &["update", "--quiet=2"])?;
    let mut arguments = vec!["install", "--yes", "--quiet=2", "--no-install-recommends"];
    arguments.extend(packages);
    run("apt-get", &arguments)
}
