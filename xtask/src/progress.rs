//! What is going on, told from the first second on: each line with the seconds since this program began.

use crate::process::{self, Tied};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// How long nothing may be told.
const SILENCE: Duration = Duration::from_secs(15);

/// What cargo begins a line with that tells of its progress; any other line is worth printing.
const CARGO_PROGRESS: [&str; 10] = [
    "Adding",
    "Blocking",
    "Building",
    "Compiling",
    "Downloaded",
    "Downloading",
    "Finished",
    "Fresh",
    "Locking",
    "Updating",
];

/// Prints a line.
pub fn say(line: &str) {
    println!("{:5.0} s  {line}", BEGAN.elapsed().as_secs_f32());
}

/// Runs cargo for what takes minutes, and tells now and then how far it is.
pub fn run_cargo(command: &mut Command, name: &str) -> Result<()> {
    let began = Instant::now();
    let mut cargo = process::tie(command.stdin(Stdio::null()).stderr(Stdio::piped()))?;
    let (sender, lines) = channel();
    let stderr = cargo.child.stderr.take().context("cargo has no stderr")?;
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            // Nobody listens any more: cargo is still to be read, or it would wait for it.
            let _ = sender.send(line);
        }
    });
    let (mut told, mut crates, mut latest) = (began, 0, String::new());
    loop {
        match lines.recv_timeout(SILENCE) {
            Ok(line) => {
                let word = line.split_whitespace().next().unwrap_or_default();
                if word == "Compiling" {
                    crates += 1;
                }
                if CARGO_PROGRESS.contains(&word) {
                    latest = line.trim().to_owned();
                } else {
                    eprintln!("{line}");
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if told.elapsed() >= SILENCE {
            told = Instant::now();
            let seconds = began.elapsed().as_secs();
            say(&format!(
                "{name}: {seconds} s, {crates} crates begun, last: {latest}"
            ));
        }
    }
    finish(cargo, command)
}

/// Runs a program that ends with this one, its output on the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let program = process::tie(command.stdin(Stdio::null()))?;
    finish(program, command)
}

fn finish(mut program: Tied, command: &Command) -> Result<()> {
    let status = program.child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", process::line(command));
    }
    Ok(())
}
