//! From a compiled module to a package: bound to JavaScript by wasm-bindgen, with types that every program can compile.

use crate::process::root;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload};

/// What cargo and wasm-bindgen name their files after.
pub const LIBRARY: &str = "generative_playground";

/// What goes with a module that has threads.
const THREAD_SCRIPTS: [&str; 3] = ["start.js", "start.d.ts", "thread.js"];

/// Writes the package called `name` into a folder.
pub fn bind(name: &str, compiled: &Path, folder: &Path, threads: bool) -> Result<()> {
    let input = fs::read(compiled)
        .with_context(|| format!("cargo left no module at {}", compiled.display()))?;
    Bindgen::new()
        .input_bytes(LIBRARY, input)
        .web(true)?
        // So that `init()` finds the module beside the script.
        .omit_default_module_path(false)
        .typescript(true)
        .remove_name_section(true)
        .generate(folder)
        .context("wasm-bindgen failed")?;
    forget_dispose(&folder.join(format!("{LIBRARY}.d.ts")))?;
    if threads {
        for script in THREAD_SCRIPTS {
            fs::copy(
                root().join("src/wasm/threads").join(script),
                folder.join(script),
            )?;
        }
    }
    check_exports(name, &fs::read(folder.join(format!("{LIBRARY}_bg.wasm")))?)
}

/// Takes `[Symbol.dispose]` out of types: a program compiled for the browsers of today does not know it.
fn forget_dispose(types: &Path) -> Result<()> {
    let text = fs::read_to_string(types)?;
    let mut kept = String::new();
    for line in text
        .lines()
        .filter(|line| !line.contains("[Symbol.dispose]"))
    {
        kept += line;
        kept += "\n";
    }
    Ok(fs::write(types, kept)?)
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
