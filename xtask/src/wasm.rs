//! The packages in `pkg/`: compiled by cargo, bound to JavaScript by wasm-bindgen, checked.

use crate::compress::{Coding, compress, fingerprint};
use crate::process::{cargo, command, root, run_command, target_directory};
use crate::toolchain::WASM_TARGET;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload};

const LIBRARY: &str = "generative_playground";
const STAMP: &str = ".made-from";

struct Package {
    name: &'static str,
    profile: &'static str,
    features: &'static str,
    /// Flags for rustc, for this library and not for what it depends on: that has no code for relaxed SIMD.
    flags: &'static [&'static str],
    /// Whether its memory can be shared by workers, and so its work.
    threads: bool,
    /// What a visitor may be asked to download, in bytes compressed by brotli.
    size_limit: usize,
}

const CPU: Package = Package {
    name: "cpu",
    profile: "wasm-cpu",
    features: "",
    flags: &[],
    threads: false,
    size_limit: 400_000,
};

/// The CPU engine where a product and a sum are one instruction.
const CPU_RELAXED: Package = Package {
    name: "cpu-relaxed",
    profile: "wasm-cpu-relaxed",
    flags: &["-Ctarget-feature=+relaxed-simd"],
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
    size_limit: 1_600_000,
    ..CPU
};

/// What rustc and the linker must be told for a module whose memory workers share: instructions for it, memory that comes
/// from outside, of at most 1 GiB, and each thread's own variables, which wasm-bindgen looks for by these names.
const SHARED_MEMORY: &str = "-Ctarget-feature=+atomics,+bulk-memory,+mutable-globals \
    -Clink-arg=--shared-memory -Clink-arg=--import-memory -Clink-arg=--max-memory=1073741824 \
    -Clink-arg=--export=__wasm_init_tls -Clink-arg=--export=__tls_size \
    -Clink-arg=--export=__tls_align -Clink-arg=--export=__tls_base";

/// What goes with a module that has threads.
const THREAD_SCRIPTS: [&str; 3] = ["start.js", "start.d.ts", "thread.js"];

/// Builds all packages, or those of the CPU on one thread alone for quick development.
pub fn build_packages(cpu_only: bool) -> Result<()> {
    CPU.build()?;
    CPU_RELAXED.build()?;
    if cpu_only {
        return Ok(());
    }
    CPU_THREADS.build()?;
    WEBGPU.build()
}

impl Package {
    fn folder(&self) -> PathBuf {
        root().join("pkg").join(self.name)
    }

    fn module(&self) -> PathBuf {
        self.folder().join(format!("{LIBRARY}_bg.wasm"))
    }

    fn build(&self) -> Result<()> {
        let start = Instant::now();
        println!("Package {}: compiling (minutes, the first time)", self.name);
        let compiled = self.compile()?;
        self.bind(&compiled)?;
        let module = fs::read(self.module())?;
        check_exports(self.name, &module)?;
        self.check_size(&module)?;
        println!(
            "Package {}: ready after {:.1} s",
            self.name,
            start.elapsed().as_secs_f32()
        );
        Ok(())
    }

    fn compile(&self) -> Result<PathBuf> {
        let mut arguments = vec!["rustc", "--lib", "--package", "generative-playground"];
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
        run_command(&mut compile)?;
        Ok(directory
            .join(WASM_TARGET)
            .join(self.profile)
            .join(format!("{LIBRARY}.wasm")))
    }

    /// Leaves the package alone where it was made from this very module.
    fn bind(&self, compiled: &Path) -> Result<()> {
        let input = fs::read(compiled)
            .with_context(|| format!("cargo left no module at {}", compiled.display()))?;
        let stamp = self.folder().join(STAMP);
        // This file's text stands for the options given to wasm-bindgen below.
        let made_from = fingerprint(&input) + &fingerprint(include_bytes!("wasm.rs"));
        if fs::read_to_string(&stamp).is_ok_and(|text| text == made_from) && self.module().exists()
        {
            return Ok(());
        }
        if self.folder().exists() {
            fs::remove_dir_all(self.folder())?;
        }
        Bindgen::new()
            .input_bytes(LIBRARY, input)
            .web(true)?
            // So that `init()` finds the module beside the script.
            .omit_default_module_path(false)
            .typescript(true)
            .remove_name_section(true)
            .generate(self.folder())
            .context("wasm-bindgen failed")?;
        self.widen_types()?;
        if self.threads {
            for name in THREAD_SCRIPTS {
                let script = root().join("src/wasm/threads").join(name);
                fs::copy(script, self.folder().join(name))?;
            }
        }
        fs::write(&stamp, made_from)?;
        Ok(())
    }

    /// Takes `[Symbol.dispose]` out of the types: a program that is compiled for the browsers of today does not know it.
    fn widen_types(&self) -> Result<()> {
        let file = self.folder().join(format!("{LIBRARY}.d.ts"));
        let types = fs::read_to_string(&file)?;
        let known = types
            .lines()
            .filter(|line| !line.contains("[Symbol.dispose]"));
        Ok(fs::write(
            &file,
            known.collect::<Vec<_>>().join("\n") + "\n",
        )?)
    }

    fn check_size(&self, module: &[u8]) -> Result<()> {
        let compressed = compress(module, Coding::Brotli)?.len();
        println!(
            "Package {}: {:.0} KB, {:.0} KB by brotli, of {:.0} KB allowed",
            self.name,
            module.len() as f64 / 1000.0,
            compressed as f64 / 1000.0,
            self.size_limit as f64 / 1000.0
        );
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

/// Refuses a module whose every call would run all constructors anew: the linker makes one where
/// nothing refers to `__wasm_call_ctors`, and each GPU dispatch then costs milliseconds.
fn check_exports(name: &str, module: &[u8]) -> Result<()> {
    let wrapped = exports(module)?
        .into_iter()
        .find(|export| export.ends_with(".command_export"));
    ensure!(
        wrapped.is_none(),
        "the {name} module exports `{}`: the linker has taken it for a command. The function marked #[wasm_bindgen(start)] must call __wasm_call_ctors once",
        wrapped.unwrap_or_default()
    );
    Ok(())
}

fn exports(module: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                names.push(export?.name.to_owned());
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::check_exports;

    /// A module that exports its only memory under the given name.
    fn module_exporting(name: &str) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([5, 3, 1, 0, 1]);
        module.extend([7, name.len() as u8 + 4, 1, name.len() as u8]);
        module.extend(name.as_bytes());
        module.extend([2, 0]);
        module
    }

    #[test]
    fn refuses_a_module_linked_as_a_command() {
        let message = check_exports("cpu", &module_exporting("train.command_export"))
            .expect_err("must be refused")
            .to_string();
        assert!(message.contains("train.command_export"), "{message}");
        assert!(check_exports("cpu", &module_exporting("train")).is_ok());
    }
}
