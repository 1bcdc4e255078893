//! The library as JavaScript sees it: the only file that knows JavaScript.
//!
//! Every failure is an `Error` whose message says what was wrong, what was expected and what to do. Calls that
//! overlap wait for each other; the synchronous ones, which cannot wait, are refused while another call runs.

use std::rc::Rc;

use async_lock::{Mutex, MutexGuard};
use js_sys::{Float32Array, Function, JSON, Object, Promise, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

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
    console_error_panic_hook::set_once();
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// Data set, model and trainer together. After a rejected call it is as it was before.
#[wasm_bindgen]
pub struct Session {
    inner: Rc<Mutex<session::Session>>,
    engine: EngineName,
}

impl Session {
    fn new(inner: session::Session) -> Self {
        let engine = inner.settings().engine;
        Self {
            inner: Rc::new(Mutex::new(inner)),
            engine,
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
        give(&checked(self.inner.lock().await.train(steps).await)?)
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
        match self.engine {
            EngineName::Webgpu => "webgpu",
            _ => "cpu",
        }
        .into()
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

/// The engine to open: creating a stream panics on an adapter without timestamp queries, so such a one is
/// never opened.
async fn usable(engine: EngineName) -> Result<EngineName, Error> {
    if engine == EngineName::Cpu || !cfg!(feature = "webgpu") {
        return Ok(engine);
    }
    match (timestamps_offered().await, engine) {
        (true, engine) => Ok(engine),
        (false, EngineName::Auto) => Ok(EngineName::Cpu),
        (false, _) => Err(Error::new(
            "This browser offers no WebGPU adapter with timestamp queries",
            "navigator.gpu with an adapter that has the feature \"timestamp-query\"",
            "Use the CPU engine, or another browser",
        )),
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

fn refuse(error: &Error) -> JsError {
    JsError::new(&error.to_string())
}

fn checked<T>(result: Result<T, Error>) -> Result<T, JsError> {
    result.map_err(|error| refuse(&error))
}

/// A plain object as `T`. It goes through JSON, whose reader tells fields that nobody knows, and in which a field
/// that is undefined is one that was left out.
fn parse<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    let refused = |reason: String| {
        refuse(&Error::new(
            format!("The {what} cannot be used: {reason}"),
            format!("an object of {what} as the package's types describe it"),
            "Correct it and call again",
        ))
    };
    if let Some(number) = beyond_json(&value) {
        return Err(refused(format!("{number} is among them")));
    }
    let text = JSON::stringify(&value)
        .ok()
        .and_then(|text| text.as_string());
    let text = text.ok_or_else(|| refused("they are no plain object".into()))?;
    serde_json::from_str(&text)
        .and_then(serde_json::from_value::<T>)
        .map_err(|error| refused(error.to_string()))
}

/// A number in a value that JSON would turn into null: infinite, or none at all.
fn beyond_json(value: &JsValue) -> Option<f64> {
    match value.as_f64() {
        Some(number) => (!number.is_finite()).then_some(number),
        None => Object::values(value.dyn_ref()?)
            .iter()
            .find_map(|value| beyond_json(&value)),
    }
}

fn give<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// A count, from the only kind of number that JavaScript has.
fn whole(name: &str, number: f64) -> Result<usize, JsError> {
    if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
        return Ok(number as usize);
    }
    Err(refuse(&Error::new(
        format!("The argument \"{name}\" is {number}"),
        "a whole number from 0 to 4294967295",
        "Pass such a number",
    )))
}
