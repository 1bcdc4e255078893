//! The class of the package.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use async_lock::Mutex;
use js_sys::{Float32Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;

use super::adapter::usable;
use super::calls::Shared;
use super::input::{bytes, copied, given, numbers, options, whole};
use super::values::{checked, give, thrown};
use crate::dataset::Corruption;
use crate::engine::EngineName;
use crate::error::Error;
use crate::session;
use crate::settings::{Choices, read_engine, read_label, read_update};
use crate::training::Update;

/// Data set, model and trainer together. After a rejected call it is as it was before.
#[wasm_bindgen]
pub struct Session {
    /// None once it was freed.
    pub(super) shared: RefCell<Option<Rc<Shared>>>,
}

impl Session {
    fn new(session: session::Session) -> Self {
        let shared = Shared {
            engine: Cell::new(session.settings().engine),
            session: Mutex::new(session),
        };
        Self {
            shared: RefCell::new(Some(Rc::new(shared))),
        }
    }
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
        #[wasm_bindgen(js_name = bytes, unchecked_param_type = "Uint8Array")] file: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ engine?: EngineChoice }")]
        options: JsValue,
    ) -> Result<Session, JsValue> {
        let engine = self::options("options", &options).and_then(|given| read_engine(&given));
        let engine = checked(usable(checked(engine)?).await)?;
        let file = checked(bytes("bytes", &file).and_then(|file| copied(&file)))?;
        let restored = session::Session::restore(&file, engine).await;
        Ok(Self::new(checked(restored)?))
    }

    /// Trains some steps and gives the losses of the last; of a GAN the networks that `update` names, otherwise both.
    #[wasm_bindgen(unchecked_return_type = "Promise<Progress>")]
    pub fn train(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] steps: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ update?: Update }")] options: JsValue,
    ) -> Promise {
        let input = whole("steps", &steps).and_then(|steps| Ok((steps, update(&options)?)));
        self.later(input, async |mut session, (steps, update)| {
            give(&checked(session.train_updating(steps, update).await)?)
        })
    }

    /// What the encoder is shown, `[n * inputs]`, through encoder and decoder: `[n * features]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn reconstruct(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ label?: number | null }")]
        options: JsValue,
    ) -> Promise {
        let input = numbers("examples", &examples).and_then(|found| Ok((found, label(&options)?)));
        self.later(input, async |session, (examples, label)| {
            array(session.reconstruct(&examples, label).await)
        })
    }

    /// What the encoder is shown, `[n * inputs]`, to codes `[n * code]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn encode(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
    ) -> Promise {
        self.later(numbers("examples", &examples), async |session, examples| {
            array(session.encode(&examples).await)
        })
    }

    /// Codes `[n * code]` to examples `[n * features]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn decode(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] codes: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ label?: number | null }")]
        options: JsValue,
    ) -> Promise {
        let input = numbers("codes", &codes).and_then(|found| Ok((found, label(&options)?)));
        self.later(input, async |session, (codes, label)| {
            array(session.decode(&codes, label).await)
        })
    }

    /// New examples `[count * features]`, values as in the data; the same seed makes the same ones. With a label where the
    /// model is told labels; otherwise each in turn.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn sample(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ label?: number | null }")]
        options: JsValue,
    ) -> Promise {
        let count = whole("count", &count);
        let input = count.and_then(|count| {
            let seed = whole("seed", &seed)? as u32;
            Ok((count, seed, label(&options)?))
        });
        self.later(input, async |session, (count, seed, label)| {
            array(session.sample(count, seed, label).await)
        })
    }

    /// One number for each example: of a GAN the probability of being real, otherwise an anomaly score.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn score(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
    ) -> Promise {
        self.later(numbers("examples", &examples), async |session, examples| {
            array(session.score(&examples).await)
        })
    }

    /// Minus the gradient of the generator's loss at each of these examples, `[n * features]` in and out (adversarial).
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn arrows(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
    ) -> Promise {
        self.later(numbers("examples", &examples), async |session, examples| {
            array(session.arrows(&examples).await)
        })
    }

    /// The family's measures on the test data, with their baselines.
    #[wasm_bindgen(unchecked_return_type = "Promise<Report>")]
    pub fn evaluate(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            give(&checked(session.evaluate().await)?)
        })
    }

    /// Does a piece, of about a tenth of a second, of what `evaluate` needs beforehand and would otherwise do at once, so
    /// that training can go on meanwhile; whether there is more to do.
    #[wasm_bindgen(js_name = fitBaselines, unchecked_return_type = "Promise<boolean>")]
    pub fn fit_baselines(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            checked(session.fit_baselines().await)
        })
    }

    /// Scores of the test examples, and the curve of true and false positives where those with other labels than were trained
    /// on are odd.
    #[wasm_bindgen(unchecked_return_type = "Promise<RocReport>")]
    pub fn roc(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            give(&checked(session.roc().await)?)
        })
    }

    /// The session without its data, as safetensors.
    #[wasm_bindgen(unchecked_return_type = "Promise<Uint8Array>")]
    pub fn save(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            let bytes = checked(session.save().await)?;
            Ok(Uint8Array::from(&bytes[..]))
        })
    }

    /// What the encoder is shown in the place of examples `[n * features]`, or these corrupted in another way.
    pub fn corrupt(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Corruption")] corruption: JsValue,
    ) -> Result<Float32Array, JsValue> {
        let corrupted = self.now(|session| {
            let seed = whole("seed", &seed)? as u32;
            let examples = numbers("examples", &examples)?;
            match corruption.is_undefined() {
                true => session.corrupt(&examples, seed),
                false => {
                    session.corrupt_by(&examples, Corruption::read(&given(&corruption))?, seed)
                }
            }
        })?;
        Ok(Float32Array::from(&corrupted[..]))
    }

    /// Changes optimizer, objective, divergenceWeight, batchSize or corruption; gives all settings.
    #[wasm_bindgen(unchecked_return_type = "Settings")]
    pub fn change(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<SettingsChoice>")] settings: JsValue,
    ) -> Result<JsValue, JsValue> {
        let choices = checked(Choices::read(&given(&settings)))?;
        give(&self.now(|session| session.change(choices).cloned())?)
    }

    /// All settings, those left to their defaults included.
    #[wasm_bindgen(getter, unchecked_return_type = "Settings")]
    pub fn settings(&self) -> Result<JsValue, JsValue> {
        give(&self.now(|session| Ok(session.settings().clone()))?)
    }

    /// The engine in use.
    #[wasm_bindgen(getter, unchecked_return_type = "\"cpu\" | \"webgpu\"")]
    pub fn engine(&self) -> Result<String, JsValue> {
        let engine = match checked(self.shared())?.engine.get() {
            EngineName::Webgpu => "webgpu",
            _ => "cpu",
        };
        Ok(engine.into())
    }

    /// What a step took on either engine when the first call of `train` chose between them; undefined where there
    /// was nothing to choose.
    #[wasm_bindgen(getter, unchecked_return_type = "Race | undefined")]
    pub fn race(&self) -> Result<JsValue, JsValue> {
        match self.now(|session| Ok(session.race()))? {
            Some(race) => give(&race),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// Steps trained.
    #[wasm_bindgen(getter)]
    pub fn step(&self) -> Result<f64, JsValue> {
        self.now(|session| Ok(session.step() as f64))
    }

    /// Gives the session's memory back, once the calls are done that were made before. It takes the place of what
    /// wasm-bindgen would do at once, and what that would do to a call under way.
    #[wasm_bindgen(js_name = free, skip_typescript)]
    pub fn end(&self) {
        self.shared.take();
    }
}

pub(super) fn array(values: Result<Vec<f32>, Error>) -> Result<Float32Array, JsValue> {
    match values {
        Ok(values) => Ok(Float32Array::from(&values[..])),
        Err(error) => Err(thrown(&error)),
    }
}

/// Which networks are to be updated, among the options of a call.
pub(super) fn update(options: &JsValue) -> Result<Update, Error> {
    self::options("options", options).and_then(|given| read_update(&given))
}

/// The label among the options of a call.
fn label(options: &JsValue) -> Result<Option<u32>, Error> {
    self::options("options", options).and_then(|given| read_label(&given))
}
