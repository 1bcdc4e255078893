//! The browsers and other programs that the tests drive: found, or installed where that is possible.

use crate::process::{output, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A browser, or another program, that the tests drive.
pub struct Browser {
    /// The environment variable that names its program, to us and to the tests.
    pub variable: &'static str,
    /// Debian's packages.
    packages: &'static [&'static str],
    programs: &'static [&'static str],
    /// Arguments with which it must run without an error, to be the one that is meant; none where its name says enough.
    trial: &'static [&'static str],
}

/// Chromium, for both engines.
pub const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM_PATH",
    packages: &["chromium"],
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    trial: &[],
};

/// Firefox, for the CPU engine.
pub const FIREFOX: Browser = Browser {
    variable: "FIREFOX_PATH",
    packages: &["firefox-esr"],
    programs: &[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    trial: &[],
};

/// What other software reads in the pictures that the page gives away.
pub const EXIFTOOL: Browser = Browser {
    variable: "EXIFTOOL_PATH",
    packages: &["libimage-exiftool-perl"],
    programs: &["exiftool"],
    trial: &[],
};

/// Python with PyTorch, which runs the scripts that the page gives away.
pub const PYTHON: Browser = Browser {
    variable: "PYTHON_PATH",
    packages: &["python3-torch", "python3-numpy", "python3-pil"],
    programs: &["python3"],
    trial: &["-c", "import torch, numpy, PIL"],
};

/// The program of each browser; a missing one is installed where apt-get may do so.
pub fn require(browsers: &[Browser]) -> Result<Vec<PathBuf>> {
    let missing: Vec<&str> = browsers
        .iter()
        .filter(|browser| browser.find().is_none())
        .flat_map(|browser| browser.packages.iter().copied())
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
                browser.packages.join(" and "),
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
                .find(|path| path.is_file() && self.works(path))
        })
    }

    fn works(&self, program: &Path) -> bool {
        if self.trial.is_empty() {
            return true;
        }
        let mut trial = Command::new(program);
        trial
            .args(self.trial)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        trial.status().is_ok_and(|status| status.success())
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
