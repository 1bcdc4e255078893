//! The packages in `pkg/`: what each is made of, and whether it has to be made anew.

use crate::bind::{LIBRARY, bind};
use crate::compress::{Coding, compress, fingerprint};
use crate::files;
use crate::process::{cargo, command, output, root, target_directory};
use crate::progress::{run_cargo, say};
use crate::toolchain::WASM_TARGET;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

/// What a package was made from, inside it.
const STAMP: &str = ".made-from";

/// One of the builds of the library.
#[derive(Debug)]
pub struct Package {
    /// Its folder in `pkg/`.
    pub name: &'static str,
    profile: &'static str,
    features: &'static str,
    /// Flags for rustc, for this library and not for what it depends on: that has no code for relaxed SIMD, and so is
    /// compiled once for both.
    flags: &'static [&'static str],
    /// Whether its memory can be shared by workers, and so its work.
    pub threads: bool,
    /// What a visitor may be asked to download, in bytes compressed by brotli.
    size_limit: usize,
}

/// A third of what LLVM would inline by itself, a tenth less to download: kernels say themselves what is inlined in them, and
/// are as fast.
const INLINE_LESS: &str = "-Cllvm-args=-inline-threshold=75";

const CPU: Package = Package {
    name: "cpu",
    profile: "wasm-cpu",
    features: "",
    flags: &[INLINE_LESS],
    threads: false,
    size_limit: 440_000,
};

/// The CPU engine where a product and a sum are one instruction.
const CPU_RELAXED: Package = Package {
    name: "cpu-relaxed",
    flags: &["-Ctarget-feature=+relaxed-simd", INLINE_LESS],
    ..CPU
};

/// The same on many threads.
const CPU_THREADS: Package = Package {
    name: "cpu-threads",
    threads: true,
    ..CPU_RELAXED
};

const WEBGPU: Package = Package {
    name: "webgpu",
    profile: "wasm-webgpu",
    features: "webgpu",
    flags: &[],
    size_limit: 1_600_000,
    ..CPU
};

/// The first runs in every browser, and tells the page's bundle what the library knows.
static ALL: [Package; 4] = [CPU, CPU_RELAXED, CPU_THREADS, WEBGPU];

/// What rustc and the linker must be told for a module whose memory workers share: instructions for it, memory that comes
/// from outside, of at most 1 GiB, and each thread's own variables, which wasm-bindgen looks for by these names.
const SHARED_MEMORY: &str = "-Ctarget-feature=+atomics,+bulk-memory,+mutable-globals \
    -Clink-arg=--shared-memory -Clink-arg=--import-memory -Clink-arg=--max-memory=1073741824 \
    -Clink-arg=--export=__wasm_init_tls -Clink-arg=--export=__tls_size \
    -Clink-arg=--export=__tls_align -Clink-arg=--export=__tls_base";

/// All packages, or those of the CPU on one thread alone.
pub fn packages(cpu_only: bool) -> &'static [Package] {
    if cpu_only { &ALL[..2] } else { &ALL }
}

/// Works on packages: on those with threads beside the others, since cargo keeps them in a folder of their own.
pub fn side_by_side(
    packages: &[&'static Package],
    work: impl Fn(&'static Package) -> Result<()> + Sync,
) -> Result<()> {
    let lane = |threads: bool| {
        let mut lane = packages.iter().filter(|package| package.threads == threads);
        lane.try_for_each(|package| work(package))
    };
    thread::scope(|scope| {
        let beside = scope.spawn(|| lane(true));
        lane(false).and(beside.join().expect("building does not panic"))
    })
}

impl Package {
    fn folder(&self) -> PathBuf {
        root().join("pkg").join(self.name)
    }

    fn module(&self) -> PathBuf {
        self.folder().join(format!("{LIBRARY}_bg.wasm"))
    }

    /// Whether it has been built, of whatever source.
    pub fn is_there(&self) -> bool {
        self.module().exists()
    }

    /// Whether it is there, and made from what is there now.
    pub fn is_current(&self) -> Result<bool> {
        let stamp = fs::read_to_string(self.folder().join(STAMP)).unwrap_or_default();
        Ok(self.is_there() && stamp == self.made_from()?)
    }

    /// Takes it out of `pkg/`.
    pub fn remove(&self) -> Result<()> {
        files::remove(&self.folder())
    }

    /// Compiles and binds it.
    pub fn build(&self) -> Result<()> {
        let start = Instant::now();
        say(&format!("Package {}: compiling", self.name));
        let made_from = self.made_from()?;
        let compiled = self.compile()?;
        // Beside its place and then into it, so that nobody bundles half of it.
        let unfinished = root().join("pkg").join(format!(".{}", self.name));
        files::remove(&unfinished)?;
        bind(self.name, &compiled, &unfinished, self.threads)?;
        fs::write(unfinished.join(STAMP), made_from)?;
        self.remove()?;
        fs::rename(&unfinished, self.folder())?;
        let seconds = start.elapsed().as_secs_f32();
        say(&format!("Package {}: ready, {seconds:.0} s", self.name));
        Ok(())
    }

    /// A name for all that it is made from.
    fn made_from(&self) -> Result<String> {
        let mut files = files::below(&root().join("src"))?;
        files.extend(
            ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"].map(|name| root().join(name)),
        );
        let compiler = output("rustc", &["-vV"]).context("rustc does not answer")?;
        // This program's own files stand for what it tells the compiler and wasm-bindgen.
        let mut all = format!("{self:?} {compiler}").into_bytes();
        all.extend(include_bytes!("package.rs"));
        all.extend(include_bytes!("bind.rs"));
        for file in files {
            all.extend(file.strip_prefix(root())?.as_os_str().as_encoded_bytes());
            all.extend(fs::read(file)?);
        }
        Ok(fingerprint(&all))
    }

    fn compile(&self) -> Result<PathBuf> {
        let mut arguments = vec!["rustc", "--lib", "--crate-type", "cdylib"];
        arguments.extend(["--package", "generative-playground"]);
        arguments.extend(["--target", WASM_TARGET, "--profile", self.profile]);
        arguments.extend(["--features", self.features]);
        if self.threads {
            arguments.push("-Zbuild-std=std,panic_abort");
        }
        arguments.push("--");
        arguments.extend(self.flags);
        let mut compile = command(&cargo(), &arguments);
        let mut directory = target_directory();
        if self.threads {
            // A standard library with threads has to be compiled here, which stable tools do only when told that they
            // are not. In a folder of its own: what looks at this variable would be compiled anew at each turn.
            directory.push("threads");
            compile
                .env("RUSTC_BOOTSTRAP", "1")
                .env("RUSTFLAGS", SHARED_MEMORY)
                .env("CARGO_TARGET_DIR", &directory);
        }
        let built = directory.join(WASM_TARGET).join(self.profile);
        let module = format!("{LIBRARY}.wasm");
        // Its name is the same whatever the flags: what lies there may be another package's.
        files::remove(&built.join("deps").join(&module))?;
        run_cargo(&mut compile, &format!("Package {}", self.name))?;
        Ok(built.join(module))
    }

    /// Refuses a module that has become too large to ask a visitor for.
    pub fn check_size(&self) -> Result<()> {
        let module = fs::read(self.module())?;
        let compressed = compress(&module, Coding::Brotli)?.len();
        say(&format!(
            "Package {}: {:.0} KB, {:.0} KB by brotli, of {:.0} KB allowed",
            self.name,
            module.len() as f64 / 1000.0,
            compressed as f64 / 1000.0,
            self.size_limit as f64 / 1000.0
        ));
        ensure!(
            compressed <= self.size_limit,
            "the {} package is {compressed} bytes by brotli and may be {}: look at what was last added, and at the profile {} in Cargo.toml",
            self.name,
            self.size_limit,
            self.profile
        );
        Ok(())
    }
}
