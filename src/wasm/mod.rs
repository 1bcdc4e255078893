//! The library as JavaScript sees it: the only module that has JavaScript types.
//!
//! Every failure is an `Error` whose message says what was wrong, what was expected and what to do. Calls that
//! overlap wait for each other; the synchronous ones, which cannot wait, are refused while another call runs.

mod adapter;
#[cfg(target_feature = "atomics")]
mod threads;
mod values;

use std::cell::Cell;
#[cfg(feature = "webgpu")]
use std::collections::BTreeMap;
use std::rc::Rc;

use async_lock::{Mutex, MutexGuard};
use js_sys::{Float32Array, Uint8Array};
use wasm_bindgen::prelude::*;

use self::adapter::usable;
use self::values::{checked, give, parse, refuse, whole};
use crate::engine::EngineName;
use crate::error::Error;
use crate::session;

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

/// Data set, model and trainer together. After a rejected call it is as it was before.
#[wasm_bindgen]
pub struct Session {
    inner: Rc<Mutex<session::Session>>,
    /// As it was last seen: it can be asked for while the session is busy.
    engine: Cell<EngineName>,
}

impl Session {
    fn new(inner: session::Session) -> Self {
        let engine = inner.settings().engine;
        Self {
            inner: Rc::new(Mutex::new(inner)),
            engine: Cell::new(engine),
        }
    }

    fn now(&self) -> Result<MutexGuard<'_, session::Session>, JsError> {
        self.inner.try_lock().ok_or_else(|| {
            refuse(&Error::new(
                "The session is busy with another call",
                "the promise of that call to be settled first",
                "Await it, then call again",
            ))
        })
    }
}

#[wasm_bindgen]
impl Session {
    /// A session without data: load them next.
    pub async fn create(
        #[wasm_bindgen(unchecked_param_type = "SettingsChoice")] settings: JsValue,
    ) -> Result<Session, JsError> {
        let mut choices: crate::settings::Choices = parse("settings", settings)?;
        choices.engine = Some(
            usable(choices.engine.unwrap_or_default())
                .await
                .map_err(|error| refuse(&error))?,
        );
        Ok(Self::new(checked(session::Session::create(choices).await)?))
    }

    /// A session from what `save` gave. Load the data again; training then goes on as if it had never stopped.
    pub async fn restore(
        bytes: Vec<u8>,
        #[wasm_bindgen(unchecked_param_type = "{ engine?: EngineChoice }")] options: JsValue,
    ) -> Result<Session, JsError> {
        #[derive(Default, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Options {
            engine: Option<EngineName>,
        }
        let options: Options = if options.is_undefined() {
            Options::default()
        } else {
            parse("options", options)?
        };
        let engine = usable(options.engine.unwrap_or_default())
            .await
            .map_err(|error| refuse(&error))?;
        Ok(Self::new(checked(
            session::Session::restore(&bytes, engine).await,
        )?))
    }

    /// Loads the training part: IDX pictures, with labels or without, gzip or not.
    #[wasm_bindgen(js_name = loadImages)]
    pub fn load_images(&self, images: &[u8], labels: Option<Vec<u8>>) -> Result<(), JsError> {
        checked(self.now()?.load_images(images, labels.as_deref()))
    }

    /// Loads the part that `evaluate` measures on; it is never trained on.
    #[wasm_bindgen(js_name = loadTestImages)]
    pub fn load_test_images(&self, images: &[u8], labels: Option<Vec<u8>>) -> Result<(), JsError> {
        checked(self.now()?.load_test_images(images, labels.as_deref()))
    }

    /// Makes points in the plane: 10,000 to train on and 2,500 others to test on.
    #[wasm_bindgen(js_name = loadPoints)]
    pub fn load_points(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PointSettings")] points: JsValue,
    ) -> Result<(), JsError> {
        let points = parse("points", points)?;
        checked(self.now()?.load_points(points))
    }

    /// Trains some steps and gives the losses of the last.
    #[wasm_bindgen(unchecked_return_type = "Progress")]
    pub async fn train(&self, steps: f64) -> Result<JsValue, JsError> {
        let steps = whole("steps", steps)?;
        let mut session = self.inner.lock().await;
        let progress = session.train(steps).await;
        self.engine.set(session.settings().engine);
        give(&checked(progress)?)
    }

    /// Examples `[n * features]` through encoder and decoder, the same size.
    pub async fn reconstruct(&self, examples: Vec<f32>) -> Result<Float32Array, JsError> {
        let rebuilt = checked(self.inner.lock().await.reconstruct(&examples).await)?;
        Ok(Float32Array::from(&rebuilt[..]))
    }

    /// Examples `[n * features]` to codes `[n * code]`.
    pub async fn encode(&self, examples: Vec<f32>) -> Result<Float32Array, JsError> {
        let codes = checked(self.inner.lock().await.encode(&examples).await)?;
        Ok(Float32Array::from(&codes[..]))
    }

    /// Codes `[n * code]` to examples `[n * features]`.
    pub async fn decode(&self, codes: Vec<f32>) -> Result<Float32Array, JsError> {
        let examples = checked(self.inner.lock().await.decode(&codes).await)?;
        Ok(Float32Array::from(&examples[..]))
    }

    /// New examples `[count * features]`, values as in the data; the same seed makes the same ones.
    pub async fn sample(&self, count: f64, seed: f64) -> Result<Float32Array, JsError> {
        let count = whole("count", count)?;
        let seed = whole("seed", seed)? as u32;
        let made = checked(self.inner.lock().await.sample(count, seed).await)?;
        Ok(Float32Array::from(&made[..]))
    }

    /// What the encoder is shown in the place of examples `[n * features]`, the same size.
    pub fn corrupt(&self, examples: &[f32], seed: f64) -> Result<Float32Array, JsError> {
        let seed = whole("seed", seed)? as u32;
        let corrupted = checked(self.now()?.corrupt(examples, seed))?;
        Ok(Float32Array::from(&corrupted[..]))
    }

    /// One number for each example: of a GAN the probability of being real, otherwise an anomaly score.
    pub async fn score(&self, examples: Vec<f32>) -> Result<Float32Array, JsError> {
        let scores = checked(self.inner.lock().await.score(&examples).await)?;
        Ok(Float32Array::from(&scores[..]))
    }

    /// The family's measures on the test part, with their baselines.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub async fn evaluate(&self) -> Result<JsValue, JsError> {
        give(&checked(self.inner.lock().await.evaluate().await)?)
    }

    /// The session without its data, as safetensors.
    pub async fn save(&self) -> Result<Uint8Array, JsError> {
        let bytes = checked(self.inner.lock().await.save().await)?;
        Ok(Uint8Array::from(&bytes[..]))
    }

    /// Changes optimizer, objective, divergenceWeight, batchSize or corruption; gives all settings.
    #[wasm_bindgen(unchecked_return_type = "Settings")]
    pub fn change(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<SettingsChoice>")] settings: JsValue,
    ) -> Result<JsValue, JsError> {
        let choices = parse("settings", settings)?;
        give(checked(self.now()?.change(choices))?)
    }

    /// Training examples from `start`, `[count * features]`.
    pub fn examples(&self, start: f64, count: f64) -> Result<Float32Array, JsError> {
        let examples = checked(
            self.now()?
                .examples(whole("start", start)?, whole("count", count)?),
        )?;
        Ok(Float32Array::from(&examples[..]))
    }

    /// Labels of the same examples; empty where the set has none.
    pub fn labels(&self, start: f64, count: f64) -> Result<Uint8Array, JsError> {
        let labels = checked(
            self.now()?
                .labels(whole("start", start)?, whole("count", count)?),
        )?;
        Ok(Uint8Array::from(&labels[..]))
    }

    /// All settings, those left to their defaults included.
    #[wasm_bindgen(getter, unchecked_return_type = "Settings")]
    pub fn settings(&self) -> Result<JsValue, JsError> {
        give(self.now()?.settings())
    }

    /// The engine in use.
    #[wasm_bindgen(getter, unchecked_return_type = "\"cpu\" | \"webgpu\"")]
    pub fn engine(&self) -> String {
        match self.engine.get() {
            EngineName::Webgpu => "webgpu",
            _ => "cpu",
        }
        .into()
    }

    /// What a step took on either engine when the first call of `train` chose between them; undefined where there
    /// was nothing to choose.
    #[wasm_bindgen(getter, unchecked_return_type = "Race | undefined")]
    pub fn race(&self) -> Result<JsValue, JsError> {
        match self.now()?.race() {
            Some(race) => give(&race),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// Steps trained.
    #[wasm_bindgen(getter)]
    pub fn step(&self) -> Result<f64, JsError> {
        Ok(self.now()?.step() as f64)
    }

    /// Numbers in one example; undefined before data are loaded.
    #[wasm_bindgen(getter)]
    pub fn features(&self) -> Result<Option<u32>, JsError> {
        Ok(self.now()?.features().map(|features| features as u32))
    }
}

/// Trains a small model of each family on both engines and compares; rejects where they differ.
#[cfg(feature = "webgpu")]
#[wasm_bindgen(js_name = selfTest, unchecked_return_type = "SelfTest")]
pub async fn self_test() -> Result<JsValue, JsError> {
    let engine = usable(EngineName::Webgpu)
        .await
        .map_err(|error| refuse(&error))?;
    give(&checked(session::self_test(engine).await)?)
}

/// Every operation of our own on WebGPU beside the same on the CPU: the largest difference of each, by name.
#[cfg(feature = "webgpu")]
#[wasm_bindgen(js_name = compareOperations, unchecked_return_type = "Record<string, number>")]
pub async fn compare_operations() -> Result<JsValue, JsError> {
    use crate::engine::{Engine, kernel::compare};
    let engine = usable(EngineName::Webgpu)
        .await
        .map_err(|error| refuse(&error))?;
    let engine = checked(Engine::open(engine).await)?;
    let compared = checked(compare(engine.device(), Engine::cpu().device()).await)?;
    give(&compared.into_iter().collect::<BTreeMap<_, _>>())
}
