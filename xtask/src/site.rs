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
    let made = made();
    let target = made.to_string_lossy();
    let script = ["run", "--silent", "build", "--"];
    let options = ["--outDir", &target, "--emptyOutDir", "--logLevel", "warn"];
    run(&mut command(npm(), &[&script[..], &options].concat()))?;
    lay(&made, &folder())
}

/// Lays a new site over another one: nothing that the old page asks for is missed, and the new page comes last.
fn lay(made: &Path, folder: &Path) -> Result<()> {
    let is_page = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "html");
    let (pages, others): (Vec<_>, Vec<_>) = files::below(made)?.into_iter().partition(is_page);
    for file in others.iter().chain(&pages) {
        let contents = fs::read(file)?;
        let place = folder.join(file.strip_prefix(made)?);
        if fs::read(&place).is_ok_and(|there| there == contents) {
            continue;
        }
        for coding in Coding::ALL {
            files::remove(&files::with_ending(&place, coding.ending()))?;
        }
        files::write(&place, &contents)?;
    }
    Ok(())
}

/// Removes what earlier sites have left, while nobody uses it.
pub fn sweep() -> Result<()> {
    sweep_below(&made(), &folder())
}

fn sweep_below(made: &Path, folder: &Path) -> Result<()> {
    for file in files::below(folder)? {
        let ending = file.extension().unwrap_or_default();
        let compressed = Coding::ALL.iter().any(|coding| ending == coding.ending());
        let original = if compressed {
            file.with_extension("")
        } else {
            file.clone()
        };
        let name = original.strip_prefix(folder)?;
        // Data sets come compressed.
        if !made.join(name).exists() && !made.join(file.strip_prefix(folder)?).exists() {
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
    let place = folder().join(file.strip_prefix(made())?);
    let compressed = files::with_ending(&place, coding.ending());
    if compressed.exists() {
        return Ok(());
    }
    files::write(&compressed, &compress(&fs::read(file)?, coding)?)
}

#[cfg(test)]
mod tests {
    use super::{lay, sweep_below};
    use crate::files;
    use std::path::Path;

    fn names(folder: &Path) -> Vec<String> {
        let files = files::below(folder).expect("the folder is there");
        let name = |path: &Path| {
            path.strip_prefix(folder)
                .map(|name| name.display().to_string())
        };
        files
            .iter()
            .map(|path| name(path).expect("it is below"))
            .collect()
    }

    #[test]
    fn lays_a_new_site_over_the_old_one_and_sweeps_later() {
        let scratch = std::env::temp_dir().join(format!("site-{}", std::process::id()));
        let (made, folder) = (scratch.join("made"), scratch.join("site"));
        for (name, contents) in [
            ("index.html", "old"),
            ("index.html.br", "old, compressed"),
            ("assets/old.js", "1"),
            ("assets/same.js", "2"),
            ("assets/same.js.gz", "2, compressed"),
            ("data/train.gz", "3"),
        ] {
            files::write(&folder.join(name), contents.as_bytes()).expect("written");
        }
        for (name, contents) in [
            ("index.html", "new"),
            ("assets/new.js", "4"),
            ("assets/same.js", "2"),
            ("data/train.gz", "3"),
        ] {
            files::write(&made.join(name), contents.as_bytes()).expect("written");
        }
        lay(&made, &folder).expect("laid");
        let page = std::fs::read_to_string(folder.join("index.html")).expect("there");
        assert_eq!(page, "new");
        let kept = [
            "assets/new.js",
            "assets/old.js",
            "assets/same.js",
            "assets/same.js.gz",
        ];
        let others = ["data/train.gz", "index.html"];
        assert_eq!(names(&folder), [&kept[..], &others].concat());
        sweep_below(&made, &folder).expect("swept");
        assert_eq!(names(&folder), [&kept[..1], &kept[2..], &others].concat());
        files::remove(&scratch).expect("removed");
    }
}
