//! Running other programs, and the folders they run in.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask/ lies in the root")
}

/// Cargo's output folder, wherever the developer has put it.
pub fn target_directory() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(path) => root().join(path),
        None => root().join("target"),
    }
}

/// A program to be run in the root of the repository.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program with its output on the terminal; anything but success is an error.
pub fn run(program: &str, arguments: &[&str]) -> Result<()> {
    run_command(&mut command(program, arguments))
}

/// As [`run`], for a command that needed more setting up.
pub fn run_command(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("could not start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// A command as somebody would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// Programs that end when this one is stopped, by their process ids.
static TIED: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// A running program that ends when this one is stopped.
pub struct Tied {
    /// The program itself.
    pub child: Child,
}

/// Starts a program that is to end when this one is stopped, with all that it starts in its turn: on Unix it leads a
/// group of its own.
pub fn tie(command: &mut Command) -> Result<Tied> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut tied = TIED.lock().expect("no thread panics while it holds this");
    let child = command
        .spawn()
        .with_context(|| format!("could not start `{}`", line(command)))?;
    tied.push(child.id());
    Ok(Tied { child })
}

impl Drop for Tied {
    fn drop(&mut self) {
        if let Ok(mut tied) = TIED.lock() {
            tied.retain(|id| *id != self.child.id());
        }
    }
}

/// From now on Ctrl+C, and being asked to end, stops what has been tied as well.
pub fn stop_on_signals() -> Result<()> {
    ctrlc::set_handler(|| {
        if let Ok(tied) = TIED.lock() {
            tied.iter().for_each(|id| end(*id));
        }
        std::process::exit(130);
    })?;
    Ok(())
}

fn end(id: u32) {
    let mut command = if cfg!(unix) {
        command("kill", &["-TERM", "--", &format!("-{id}")])
    } else {
        command("taskkill", &["/T", "/F", "/PID", &id.to_string()])
    };
    // It may have ended by itself.
    let _ = command.stderr(Stdio::null()).status();
}

/// What a program prints, or nothing where it is missing or fails.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The cargo that runs this program.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}
