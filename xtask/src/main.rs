//! The project's own commands: `cargo xtask help` lists them.

mod augmentation;
mod bench;
mod bind;
mod browsers;
mod build;
mod compress;
mod docs;
mod figures;
mod files;
mod lighthouse;
mod lint;
mod models;
mod package;
mod process;
mod progress;
mod reproduce;
mod server;
mod single;
mod site;
mod test;
mod toolchain;

use anyhow::{Context, Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  build [--cpu-only]        the packages into pkg/, then the site into dist/
  single [--no-build]       the page as one HTML file into dist/single/, which runs when it is opened without a host:
                            the CPU on one thread, digits, points and signals
  serve [--port 8080]       serve the site on this machine as soon as it has its first package, and build
                            the others behind it: the page takes them at the next visit
        [--no-build]        serve what is there
        [--cpu-only]        only the packages of the CPU on one thread
        [--with-tests]      serve the package and the browser tests' files too
  test [section] [-- ...]   everything, or one section: lint, native, page, package, browser;
                            what follows -- goes to `node --test` (browser only)
  bench [--cpu-only]        this library beside its peers, in one browser; what follows -- goes to
        [-- ...]            benches/run.js: --workloads W1,W3, --libraries \"a;b\", --threads
  figures                   what the models learn, with all seeds, into docs/figures.md
  reproduce [folder]        what papers report: the modes that a GAN covers, into docs/modes.md, and the likelihood
        [--epochs 40]       of MNIST, where its IDX files are in a folder, into docs/likelihood.md
        [--seeds 3]
  augment [--draws 3]       what made pictures are worth to a classifier with few labels, into docs/augmentation.md
  models [name]             trains the models that come with the page, anew or one of them, into www/data/models
  docs [--page ../]         what there is to read, as one folder of pages: dist-docs/, its links checked; it says
                            where the page lies from there, a folder above where nothing else is said
  lighthouse                what Lighthouse thinks of the page, and how soon something learns on a slow phone, into
                            docs/lighthouse.md
  help                      this text

--cpu-only saves most of a cold build: the packages of WebGPU and of threads are left as they are, stale
or absent, and the page does without where they are absent.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    process::stop_on_signals()?;
    let mut arguments = Arguments(std::env::args().skip(1).collect());
    let command = arguments.word().unwrap_or_else(|| "help".to_owned());
    match command.as_str() {
        "build" => {
            let cpu_only = arguments.flag("--cpu-only");
            arguments.finish()?;
            build::build(cpu_only)
        }
        "single" => {
            let skip_build = arguments.flag("--no-build");
            arguments.finish()?;
            single::single(skip_build)
        }
        "serve" => {
            let port = match arguments.value("--port")? {
                Some(text) => text
                    .parse()
                    .with_context(|| format!("--port wants a number up to 65535, got {text}"))?,
                None => 8080,
            };
            let cpu_only = arguments.flag("--cpu-only");
            let skip_build = arguments.flag("--no-build");
            let with_tests = arguments.flag("--with-tests");
            arguments.finish()?;
            if skip_build {
                server::serve(port, with_tests)
            } else {
                build::serve(port, cpu_only, with_tests)
            }
        }
        "test" => {
            let for_node = arguments.after_dashes();
            let section = arguments.word();
            arguments.finish()?;
            test::run(section.as_deref(), &for_node)
        }
        "bench" => {
            let for_node = arguments.after_dashes();
            let cpu_only = arguments.flag("--cpu-only");
            arguments.finish()?;
            bench::bench(cpu_only, &for_node)
        }
        "figures" => {
            let names: Vec<String> = std::iter::from_fn(|| arguments.word()).collect();
            arguments.finish()?;
            figures::figures(&names)
        }
        "reproduce" => {
            let number = |text: Option<String>, usual: u32| match text {
                Some(text) => text
                    .parse()
                    .with_context(|| format!("a whole number was expected, not {text}")),
                None => Ok(usual),
            };
            let epochs = number(arguments.value("--epochs")?, 40)?;
            let seeds = number(arguments.value("--seeds")?, 3)?;
            let folder = arguments.word();
            arguments.finish()?;
            reproduce::modes(seeds)?;
            match folder {
                Some(folder) => reproduce::likelihoods(&folder, epochs, seeds),
                None => Ok(()),
            }
        }
        "augment" => {
            let draws = arguments
                .value("--draws")?
                .unwrap_or_else(|| "3".to_owned());
            arguments.finish()?;
            augmentation::augmentation(&draws)
        }
        "models" => {
            let name = arguments.word();
            arguments.finish()?;
            models::models(name.as_deref())
        }
        "docs" => {
            let page = arguments.value("--page")?;
            arguments.finish()?;
            docs::docs(page.as_deref().unwrap_or("../"))
        }
        "lighthouse" => {
            arguments.finish()?;
            lighthouse::lighthouse()
        }
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no command `{unknown}`.\n\n{HELP}"),
    }
}

/// The command line, taken apart piece by piece; whatever is left over at the end is refused.
struct Arguments(Vec<String>);

impl Arguments {
    /// The next word that is not an option.
    fn word(&mut self) -> Option<String> {
        let first = self.0.first()?;
        let is_option = first.starts_with('-') && first != "--help" && first != "-h";
        (!is_option).then(|| self.0.remove(0))
    }

    fn flag(&mut self, name: &str) -> bool {
        let position = self.0.iter().position(|argument| argument == name);
        position.map(|index| self.0.remove(index)).is_some()
    }

    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(index) = self.0.iter().position(|argument| argument == name) else {
            return Ok(None);
        };
        if index + 1 == self.0.len() {
            bail!("{name} wants a value after it");
        }
        self.0.remove(index);
        Ok(Some(self.0.remove(index)))
    }

    fn after_dashes(&mut self) -> Vec<String> {
        let Some(index) = self.0.iter().position(|argument| argument == "--") else {
            return Vec::new();
        };
        self.0.split_off(index).split_off(1)
    }

    fn finish(self) -> Result<()> {
        match self.0.first() {
            Some(argument) => bail!("`{argument}` is not understood here.\n\n{HELP}"),
            None => Ok(()),
        }
    }
}
