//! Methods of the class about data: in, and out again to be shown.

use js_sys::{Float32Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::files::Files;
use super::input::{bytes, copied, given, numbers, options, whole};
use super::session::Session;
use super::values::{checked, give};
use crate::dataset::{DrawnPoints, PointSettings, SignalSettings};
use crate::error::Error;
use crate::session;
use crate::settings::{Given, read_image_options, read_only};

#[wasm_bindgen]
impl Session {
    /// Loads the training data: IDX pictures, with labels or without, gzip or not. The name is saved with the session.
    #[wasm_bindgen(js_name = loadImages)]
    pub fn load_images(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] images: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Uint8Array | null")] labels: JsValue,
        #[wasm_bindgen(
            unchecked_optional_param_type = "{ name?: string; only?: number[] | null; most?: number | null; scarce?: Scarce | null }"
        )]
        options: JsValue,
    ) -> Result<(), JsValue> {
        let options =
            self::options("options", &options).and_then(|given| read_image_options(&given));
        let options = checked(options)?;
        let files = checked(Files::new(&images, &labels))?;
        self.now(|session| {
            files.read(|images, labels| session.load_images_from(images, labels, options))
        })
    }

    /// Loads what `evaluate` measures on; it is never trained on.
    #[wasm_bindgen(js_name = loadTestImages)]
    pub fn load_test_images(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] images: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Uint8Array | null")] labels: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ only?: number[] | null }")]
        options: JsValue,
    ) -> Result<(), JsValue> {
        let only = self::options("options", &options).and_then(|given| read_only(&given));
        let only = checked(only)?;
        let files = checked(Files::new(&images, &labels))?;
        self.now(|session| {
            files.read(|images, labels| session.load_test_images_from(images, labels, only))
        })
    }

    /// Loads a classifier of pictures of 28 by 28, by which `evaluate` judges generated ones.
    #[wasm_bindgen(js_name = loadClassifier)]
    pub fn load_classifier(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] file: JsValue,
    ) -> Result<(), JsValue> {
        let file = checked(bytes("file", &file).and_then(|file| copied(&file)))?;
        self.now(|session| session.load_classifier(&file))
    }

    /// Makes points in the plane: 10,000 to train on and 2,500 others to test on; of the shape "drawn" about given points.
    #[wasm_bindgen(js_name = loadPoints)]
    pub fn load_points(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PointSettings")] points: JsValue,
    ) -> Result<(), JsValue> {
        let points = checked(points_given(&points).and_then(|given| PointSettings::read(&given)))?;
        self.now(|session| session.load_points(points))
    }

    /// Makes signals: 8,000 to train on and 2,000 others to test on.
    #[wasm_bindgen(js_name = loadSignals)]
    pub fn load_signals(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SignalSettings")] signals: JsValue,
    ) -> Result<(), JsValue> {
        let signals = checked(SignalSettings::read(&given(&signals)))?;
        self.now(|session| session.load_signals(signals))
    }

    /// Training examples from `start`, `[count * features]`.
    pub fn examples(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] start: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
    ) -> Result<Float32Array, JsValue> {
        self.part(&start, &count, |session, start, count| {
            session.examples(start, count)
        })
    }

    /// Test examples from `start`, `[count * features]`.
    #[wasm_bindgen(js_name = testExamples)]
    pub fn test_examples(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] start: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
    ) -> Result<Float32Array, JsValue> {
        self.part(&start, &count, |session, start, count| {
            session.test_examples(start, count)
        })
    }

    /// Labels of the same examples; empty where the set has none.
    pub fn labels(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] start: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
    ) -> Result<Uint8Array, JsValue> {
        let labels = self.now(|session| {
            let (start, count) = (whole("start", &start)?, whole("count", &count)?);
            session.labels(start, count)
        })?;
        Ok(Uint8Array::from(&labels[..]))
    }

    /// What the session is trained on; after `restore` what it was trained on, until data are loaded.
    #[wasm_bindgen(getter, unchecked_return_type = "DataDescription | null")]
    pub fn data(&self) -> Result<JsValue, JsValue> {
        give(&self.now(|session| Ok(session.data().cloned()))?)
    }

    /// Training examples; 0 before data are loaded.
    #[wasm_bindgen(getter, js_name = trainingCount)]
    pub fn training_count(&self) -> Result<u32, JsValue> {
        self.now(|session| Ok(session.counts()[0] as u32))
    }

    /// Unseen examples to measure on; 0 before they are loaded.
    #[wasm_bindgen(getter, js_name = testCount)]
    pub fn test_count(&self) -> Result<u32, JsValue> {
        self.now(|session| Ok(session.counts()[1] as u32))
    }

    /// Numbers in one example; undefined before data are loaded.
    #[wasm_bindgen(getter)]
    pub fn features(&self) -> Result<Option<u32>, JsValue> {
        self.now(|session| Ok(session.features().map(|features| features as u32)))
    }

    /// Numbers that the encoder takes, fewer than an example has where it is downscaled; undefined before data are loaded.
    #[wasm_bindgen(getter)]
    pub fn inputs(&self) -> Result<Option<u32>, JsValue> {
        self.now(|session| Ok(session.inputs().map(|inputs| inputs as u32)))
    }
}

/// Settings of points, with all of those that were drawn: a typed array, or any other.
fn points_given(value: &JsValue) -> Result<Given, Error> {
    let mut given = given(value);
    if let Given::Object(fields) = &mut given
        && let Some((name, points)) = fields.iter_mut().find(|(name, _)| name == "points")
        && *points != Given::Null
    {
        let drawn = Reflect::get(value, &(&**name).into()).unwrap_or_default();
        let count = Reflect::get(&drawn, &"length".into()).ok();
        DrawnPoints::check_count(count.and_then(|count| count.as_f64()).unwrap_or(0.0) as usize)?;
        let drawn = numbers("points", &drawn)?;
        *points = Given::List(drawn.into_iter().map(Given::from).collect());
    }
    Ok(given)
}

impl Session {
    /// Examples of a part of the data.
    fn part(
        &self,
        start: &JsValue,
        count: &JsValue,
        examples: impl FnOnce(&session::Session, usize, usize) -> Result<Vec<f32>, Error>,
    ) -> Result<Float32Array, JsValue> {
        let found = self.now(|session| {
            let (start, count) = (whole("start", start)?, whole("count", count)?);
            examples(session, start, count)
        })?;
        Ok(Float32Array::from(&found[..]))
    }
}
