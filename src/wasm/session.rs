//! A session as JavaScript holds it.

use std::cell::Cell;
use std::rc::Rc;

use async_lock::{Mutex, MutexGuard};
use js_sys::{Float32Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::adapter::usable;
use super::values::{checked, give, given, refuse, whole};
use crate::dataset::{PointSettings, Source};
use crate::engine::EngineName;
use crate::error::Error;
use crate::session;
use crate::settings::{Choices, Given, field::ENGINE, unknown_setting};

/// Data set, model and trainer together. After a rejected call it is as it was before.
#[wasm_bindgen]
pub struct Session {
    inner: Rc<Mutex<session::Session>>,
    /// As it was last seen: it can be asked for while the session is busy.
    engine: Rc<Cell<EngineName>>,
}

impl Session {
    fn new(inner: session::Session) -> Self {
        let engine = inner.settings().engine;
        Self {
            inner: Rc::new(Mutex::new(inner)),
            engine: Rc::new(Cell::new(engine)),
        }
    }

    fn now(&self) -> Result<MutexGuard<'_, session::Session>, JsValue> {
        self.inner
            .try_lock()
            .ok_or_else(|| refuse(&Error::SessionBusy {}))
    }

    /// A call that waits for its turn. It holds the session by itself, so that this object may be freed meanwhile.
    fn call<T: Into<JsValue>>(
        &self,
        work: impl AsyncFnOnce(&mut session::Session) -> Result<T, JsValue> + 'static,
    ) -> Promise {
        let inner = self.inner.clone();
        future_to_promise(async move {
            let mut session = inner.lock().await;
            work(&mut session).await.map(Into::into)
        })
    }
}

fn floats(values: Vec<f32>) -> Float32Array {
    Float32Array::from(&values[..])
}

/// The engine among the options of `restore`.
fn engine_of(options: &JsValue) -> Result<EngineName, Error> {
    let mut engine = EngineName::default();
    if options.is_undefined() {
        return Ok(engine);
    }
    for (name, value) in given(options).fields("options")? {
        match name.as_str() {
            "engine" => engine = ENGINE.read_choice(value)?,
            other => return Err(unknown_setting(other, &["engine"])),
        }
    }
    Ok(engine)
}

/// The name among the options of `loadImages`.
fn name_of(options: &JsValue) -> Result<Option<String>, Error> {
    if options.is_undefined() {
        return Ok(None);
    }
    let mut name = None;
    for (field, value) in given(options).fields("options")? {
        match (field.as_str(), value) {
            ("name", Given::Text(text)) => name = Some(text.clone()),
            ("name", other) => {
                return Err(Error::SettingNotAChoice {
                    setting: "name",
                    value: other.written(),
                    choices: "texts".into(),
                });
            }
            (other, _) => return Err(unknown_setting(other, &["name"])),
        }
    }
    Ok(name)
}

#[wasm_bindgen]
impl Session {
    /// A session without data: load them next.
    pub async fn create(
        #[wasm_bindgen(unchecked_param_type = "SettingsChoice")] settings: JsValue,
    ) -> Result<Session, JsValue> {
        let mut choices = checked(Choices::read(&given(&settings)))?;
        choices.engine = Some(checked(usable(choices.engine.unwrap_or_default()).await)?);
        Ok(Self::new(checked(session::Session::create(choices).await)?))
    }

    /// A session from what `save` gave. Load the data again; training then goes on as if it had never stopped.
    pub async fn restore(
        bytes: Vec<u8>,
        #[wasm_bindgen(unchecked_param_type = "{ engine?: EngineChoice }")] options: JsValue,
    ) -> Result<Session, JsValue> {
        let engine = checked(usable(checked(engine_of(&options))?).await)?;
        let restored = session::Session::restore(&bytes, engine).await;
        Ok(Self::new(checked(restored)?))
    }

    /// Loads the training part: IDX pictures, with labels or without, gzip or not; the name is saved with the session.
    #[wasm_bindgen(js_name = loadImages)]
    pub fn load_images(
        &self,
        mut images: &[u8],
        labels: Option<Vec<u8>>,
        #[wasm_bindgen(unchecked_optional_param_type = "{ name?: string }")] options: JsValue,
    ) -> Result<(), JsValue> {
        let name = checked(name_of(&options))?;
        let mut labels = labels.as_deref();
        let labels = labels.as_mut().map(Source::of);
        let mut session = self.now()?;
        checked(session.load_images_from(Source::of(&mut images), labels, name))
    }

    /// Loads the part that `evaluate` measures on; it is never trained on.
    #[wasm_bindgen(js_name = loadTestImages)]
    pub fn load_test_images(&self, images: &[u8], labels: Option<Vec<u8>>) -> Result<(), JsValue> {
        checked(self.now()?.load_test_images(images, labels.as_deref()))
    }

    /// Makes points in the plane: 10,000 to train on and 2,500 others to test on.
    #[wasm_bindgen(js_name = loadPoints)]
    pub fn load_points(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PointSettings")] points: JsValue,
    ) -> Result<(), JsValue> {
        let points = checked(PointSettings::read(&given(&points)))?;
        checked(self.now()?.load_points(points))
    }

    /// Trains some steps and gives the losses of the last.
    #[wasm_bindgen(unchecked_return_type = "Promise<Progress>")]
    pub fn train(&self, steps: f64) -> Promise {
        let engine = self.engine.clone();
        self.call(async move |session| {
            let progress = session.train(whole("steps", steps)?).await;
            engine.set(session.settings().engine);
            give(&checked(progress)?)
        })
    }

    /// Examples `[n * features]` through encoder and decoder, the same size.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn reconstruct(&self, examples: Vec<f32>) -> Promise {
        self.call(async move |session| Ok(floats(checked(session.reconstruct(&examples).await)?)))
    }

    /// Examples `[n * features]` to codes `[n * code]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn encode(&self, examples: Vec<f32>) -> Promise {
        self.call(async move |session| Ok(floats(checked(session.encode(&examples).await)?)))
    }

    /// Codes `[n * code]` to examples `[n * features]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn decode(&self, codes: Vec<f32>) -> Promise {
        self.call(async move |session| Ok(floats(checked(session.decode(&codes).await)?)))
    }

    /// New examples `[count * features]`, values as in the data; the same seed makes the same ones.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn sample(&self, count: f64, seed: f64) -> Promise {
        self.call(async move |session| {
            let (count, seed) = (whole("count", count)?, whole("seed", seed)? as u32);
            Ok(floats(checked(session.sample(count, seed).await)?))
        })
    }

    /// One number for each example: of a GAN the probability of being real, otherwise an anomaly score.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn score(&self, examples: Vec<f32>) -> Promise {
        self.call(async move |session| Ok(floats(checked(session.score(&examples).await)?)))
    }

    /// The family's measures on the test part, with their baselines.
    #[wasm_bindgen(unchecked_return_type = "Promise<Report>")]
    pub fn evaluate(&self) -> Promise {
        self.call(async move |session| give(&checked(session.evaluate().await)?))
    }

    /// The session without its data, as safetensors.
    #[wasm_bindgen(unchecked_return_type = "Promise<Uint8Array>")]
    pub fn save(&self) -> Promise {
        self.call(async move |session| {
            let bytes = checked(session.save().await)?;
            Ok(Uint8Array::from(&bytes[..]))
        })
    }

    /// What the encoder is shown in the place of examples `[n * features]`, the same size.
    pub fn corrupt(&self, examples: &[f32], seed: f64) -> Result<Float32Array, JsValue> {
        let seed = whole("seed", seed)? as u32;
        Ok(floats(checked(self.now()?.corrupt(examples, seed))?))
    }

    /// Changes optimizer, objective, divergenceWeight, batchSize or corruption; gives all settings.
    #[wasm_bindgen(unchecked_return_type = "Settings")]
    pub fn change(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<SettingsChoice>")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let choices = checked(Choices::read(&given(&settings)))?;
        give(checked(self.now()?.change(choices))?)
    }

    /// Training examples from `start`, `[count * features]`.
    pub fn examples(&self, start: f64, count: f64) -> Result<Float32Array, JsValue> {
        let (start, count) = (whole("start", start)?, whole("count", count)?);
        Ok(floats(checked(self.now()?.examples(start, count))?))
    }

    /// Labels of the same examples; empty where the set has none.
    pub fn labels(&self, start: f64, count: f64) -> Result<Uint8Array, JsValue> {
        let (start, count) = (whole("start", start)?, whole("count", count)?);
        let labels = checked(self.now()?.labels(start, count))?;
        Ok(Uint8Array::from(&labels[..]))
    }

    /// All settings, those left to their defaults included.
    #[wasm_bindgen(getter, unchecked_return_type = "Settings")]
    pub fn settings(&self) -> Result<JsValue, JsValue> {
        give(self.now()?.settings())
    }

    /// What it is, or was, trained on; null before data are loaded.
    #[wasm_bindgen(getter, unchecked_return_type = "DataDescription | null")]
    pub fn data(&self) -> Result<JsValue, JsValue> {
        give(&self.now()?.data())
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
    pub fn race(&self) -> Result<JsValue, JsValue> {
        match self.now()?.race() {
            Some(race) => give(&race),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// Steps trained.
    #[wasm_bindgen(getter)]
    pub fn step(&self) -> Result<f64, JsValue> {
        Ok(self.now()?.step() as f64)
    }

    /// Numbers in one example; undefined before data are loaded.
    #[wasm_bindgen(getter)]
    pub fn features(&self) -> Result<Option<u32>, JsValue> {
        Ok(self.now()?.features().map(|features| features as u32))
    }
}
