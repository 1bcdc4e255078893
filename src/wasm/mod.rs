//! The library as JavaScript sees it: the only module that has JavaScript types.
//!
//! Every failure is an `Error` whose message says what was wrong, what was expected and what to do. Calls that
//! overlap wait for each other; the synchronous ones, which cannot wait, are refused while another call runs.

mod adapter;
mod breeding;
mod calls;
mod codes;
mod copies;
mod data;
mod files;
mod input;
mod molecules;
mod session;
#[cfg(target_feature = "atomics")]
mod threads;
mod trace;
mod values;

use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use self::input::{bytes, copied, numbers};
use self::values::{checked, give};
#[cfg(feature = "webgpu")]
use crate::engine::EngineName;

unsafe extern "C" {
    /// Runs constructors, of which the GPU engine's kernel registry has many.
    safe fn __wasm_call_ctors();
}

/// Runs once, when the module is instantiated.
///
/// Calling the constructors here, and only here, tells the linker that this module does so itself. Otherwise it
/// would wrap every export in a call of all of them: 3.5 ms for each dispatch on the GPU.
#[wasm_bindgen(start)]
pub fn main() {
    __wasm_call_ctors();
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        // The calling thread must not wait for a dead worker for ever.
        #[cfg(target_feature = "atomics")]
        crate::engine::threads::report_panic();
    }));
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Ranges of the settings, choices, defaults and limits, as plain data.
#[wasm_bindgen(js_name = describeSettings, unchecked_return_type = "SettingsDescription")]
pub fn describe_settings() -> Result<JsValue, JsValue> {
    give(&crate::settings::describe_settings())
}

/// The code of every error, with the names of its values.
#[wasm_bindgen(js_name = describeErrors, unchecked_return_type = "Record<string, string[]>")]
pub fn describe_errors() -> Result<JsValue, JsValue> {
    let errors = crate::error::describe_errors().into_iter();
    give(&errors.collect::<BTreeMap<_, _>>())
}

/// What a saved file holds, without a session; refuses what `Session.restore` would refuse.
#[wasm_bindgen(unchecked_return_type = "Inspection")]
pub fn inspect(
    #[wasm_bindgen(js_name = bytes, unchecked_param_type = "Uint8Array")] file: JsValue,
) -> Result<JsValue, JsValue> {
    let file = bytes("bytes", &file).and_then(|file| copied(&file));
    give(&checked(crate::checkpoint::inspect(&checked(file)?))?)
}

/// Accuracies of several draws beside those of others; null where there are none.
#[wasm_bindgen(js_name = compareDraws, unchecked_return_type = "DrawComparison | null")]
pub fn compare_draws(
    #[wasm_bindgen(unchecked_param_type = "Float32Array")] accuracies: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Float32Array")] alone: JsValue,
) -> Result<JsValue, JsValue> {
    let accuracies = checked(numbers("accuracies", &accuracies))?;
    let alone = checked(numbers("alone", &alone))?;
    give(&crate::evaluation::compare_draws(&accuracies, &alone))
}

/// Trains a small model of each family on both engines and compares; rejects where they differ.
#[cfg(feature = "webgpu")]
#[wasm_bindgen(js_name = selfTest, unchecked_return_type = "SelfTest")]
pub async fn self_test() -> Result<JsValue, JsValue> {
    let engine = checked(adapter::usable(EngineName::Webgpu).await)?;
    give(&checked(crate::session::self_test(engine).await)?)
}

/// Every operation of our own on WebGPU beside the same on the CPU: the largest difference of each, by name.
#[cfg(feature = "webgpu")]
#[wasm_bindgen(js_name = compareOperations, unchecked_return_type = "Record<string, number>")]
pub async fn compare_operations() -> Result<JsValue, JsValue> {
    use crate::engine::{Engine, kernel::compare};
    let engine = checked(adapter::usable(EngineName::Webgpu).await)?;
    let engine = checked(Engine::open(engine).await)?;
    let compared = checked(compare(engine.device(), Engine::cpu().device()).await)?;
    give(&compared.into_iter().collect::<BTreeMap<_, _>>())
}
