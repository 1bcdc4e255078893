//! The static site in `dist/`: bundled by Vite, compressed once for every visitor.

use crate::compress::{Coding, compress};
use crate::files;
use crate::process::{command, root, target_directory};
use crate::progress::{run, say};
use crate::toolchain::npm;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What the site is made into.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Where Vite leaves it, before it takes the place of the one that is there.
fn made() -> PathBuf {
    target_directory().join("xtask").join("site")
}

/// Bundles the site of the packages that are there. Visitors of the one before are not disturbed: what has a hash in its
/// name is added to what they use, and the page that names it comes last.
pub fn bundle() -> Result<()> {
    // One at a time.
    static BUNDLING: Mutex<()> = Mutex::new(());
    let _turn = BUNDLING.lock().expect("bundling does not panic");
    say("Site: bundling");
    let folder = made();
    let target = folder.to_string_lossy();
    let script = ["run", "--silent", "build", "--"];
    let options = ["--outDir", &target, "--emptyOutDir", "--logLevel", "warn"];
    run(&mut command(npm(), &[&script[..], &options].concat()))?;
    let is_page = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "html");
    let (pages, others): (Vec<_>, Vec<_>) = files::below(&made())?.into_iter().partition(is_page);
    for file in others.iter().chain(&pages) {
        put(file, &place(file)?)?;
    }
    Ok(())
}

/// Where a file that Vite has made is served from.
fn place(file: &Path) -> Result<PathBuf> {
    Ok(folder().join(file.strip_prefix(made())?))
}

/// Puts a file in the place of another, where the two differ.
fn put(file: &Path, place: &Path) -> Result<()> {
    let contents = fs::read(file)?;
    if fs::read(place).is_ok_and(|there| there == contents) {
        return Ok(());
    }
    for coding in Coding::ALL {
        files::remove(&files::with_ending(place, coding.ending()))?;
    }
    files::write(place, &contents)
}

/// Removes what earlier sites have left, while nobody uses it.
pub fn sweep() -> Result<()> {
    for file in files::below(&folder())? {
        let compressed = Coding::ALL.iter().any(|coding| {
            file.extension()
                .is_some_and(|ending| ending == coding.ending())
        });
        let original = if compressed {
            file.with_extension("")
        } else {
            file.clone()
        };
        if !made().join(original.strip_prefix(folder())?).exists() {
            files::remove(&file)?;
        }
    }
    Ok(())
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

/// Compresses what is not yet; a minute or two where the modules are new. On two threads: the large files are two.
pub fn compress_files() -> Result<()> {
    say("Site: compressing");
    let jobs = files::below(&made())?
        .into_iter()
        .filter(|path| worth_compressing(path))
        .flat_map(|path| Coding::ALL.map(|coding| (path.clone(), coding)));
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

fn write_compressed(file: &Path, coding: Coding) -> Result<()> {
    let compressed = files::with_ending(&place(file)?, coding.ending());
    if compressed.exists() {
        return Ok(());
    }
    files::write(&compressed, &compress(&fs::read(file)?, coding)?)
}
