//! The static site in `dist/`: bundled by Vite, compressed once for every visitor.

use crate::compress::{Coding, compress, fingerprint};
use crate::process::{root, run};
use crate::toolchain::npm;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

/// What the site is made into.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Bundles and compresses the site.
pub fn build() -> Result<()> {
    let start = Instant::now();
    install_modules()?;
    println!("Site: bundling");
    run(npm(), &["run", "--silent", "build"])?;
    println!("Site: compressing (a minute or two where the modules are new)");
    compress_files(files_below(&folder())?)?;
    println!("Site: ready after {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

/// Installs what package-lock.json names, where that has not been done already.
pub fn install_modules() -> Result<()> {
    let lock =
        fs::read(root().join("package-lock.json")).context("package-lock.json is missing")?;
    // Inside node_modules, so that it goes when they go.
    let stamp = root().join("node_modules").join(".made-from");
    let made_from = fingerprint(&lock);
    if fs::read_to_string(&stamp).is_ok_and(|text| text == made_from) {
        return Ok(());
    }
    println!("Site: installing node modules");
    run(npm(), &["ci", "--no-audit", "--no-fund"])?;
    fs::write(&stamp, made_from)?;
    Ok(())
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// Pictures, fonts and the data sets are compressed as they are.
fn worth_compressing(path: &Path) -> bool {
    let endings = [
        "css",
        "html",
        "js",
        "json",
        "svg",
        "txt",
        "wasm",
        "webmanifest",
    ];
    path.extension()
        .is_some_and(|ending| endings.iter().any(|known| ending == *known))
}

/// Two threads: the large files are two.
fn compress_files(files: Vec<PathBuf>) -> Result<()> {
    let jobs = files
        .into_iter()
        .filter(|path| worth_compressing(path))
        .flat_map(|path| [Coding::Brotli, Coding::Gzip].map(|coding| (path.clone(), coding)));
    let jobs = Mutex::new(jobs);
    let next = || {
        jobs.lock()
            .expect("no thread panics while it takes a job")
            .next()
    };
    std::thread::scope(|scope| {
        let work = || -> Result<()> {
            while let Some((path, coding)) = next() {
                write_compressed(&path, coding)?;
            }
            Ok(())
        };
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().expect("compression does not panic"))
    })
}

fn write_compressed(path: &Path, coding: Coding) -> Result<()> {
    let compressed = compress(&fs::read(path)?, coding)?;
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(coding.ending());
    fs::write(PathBuf::from(name), compressed)?;
    Ok(())
}
