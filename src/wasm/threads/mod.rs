//! Web workers as threads of this module, in the build with shared memory. That build includes `start.js`, which starts
//! them, and `thread.js`, which each of them runs.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::engine::threads;

/// Compiled code and memory of this module: what `init` takes in a worker that is to be one of its threads.
#[wasm_bindgen(js_name = threadOptions, unchecked_return_type = "{ module_or_path: WebAssembly.Module, memory: WebAssembly.Memory }")]
pub fn thread_options() -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"module_or_path".into(), &wasm_bindgen::module())?;
    Reflect::set(&options, &"memory".into(), &wasm_bindgen::memory())?;
    Ok(options.into())
}

/// Makes the worker that calls it a thread of the CPU engine. It never returns.
#[wasm_bindgen(js_name = becomeThread)]
pub fn become_thread() {
    threads::run_worker()
}

/// How many threads the CPU engine works on, the caller's included.
#[wasm_bindgen(js_name = threadCount)]
pub fn thread_count() -> u32 {
    threads::count() as u32
}
