//! What the browser offers, asked before an engine is opened on it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::engine::EngineName;
use crate::error::Error;

/// The engine to open: creating a stream panics on an adapter without timestamp queries, so such a one is
/// never opened.
pub(super) async fn usable(engine: EngineName) -> Result<EngineName, Error> {
    if engine == EngineName::Cpu || !cfg!(feature = "webgpu") {
        return Ok(engine);
    }
    match (timestamps_offered().await, engine) {
        (true, engine) => Ok(engine),
        (false, EngineName::Auto) => Ok(EngineName::Cpu),
        (false, _) => Err(Error::AdapterMissing {}),
    }
}

async fn timestamps_offered() -> bool {
    async fn look() -> Result<bool, JsValue> {
        let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into());
        let gpu = get(&get(&js_sys::global(), "navigator")?, "gpu")?;
        let request: Function = get(&gpu, "requestAdapter")?.dyn_into()?;
        let adapter = JsFuture::from(request.call0(&gpu)?.dyn_into::<Promise>()?).await?;
        let features = get(&adapter, "features")?;
        let has: Function = get(&features, "has")?.dyn_into()?;
        Ok(has.call1(&features, &"timestamp-query".into())?.is_truthy())
    }
    // Whatever is missing on the way, there is no adapter to use.
    look().await.unwrap_or(false)
}
