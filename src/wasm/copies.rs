//! Methods of the class about what was made beside what is real: nearest neighbours, classes, labels.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use super::input::{numbers, options, whole};
use super::session::Session;
use super::values::{checked, give};
use crate::settings::{read_augmentation, read_copying, read_nearest};

#[wasm_bindgen]
impl Session {
    /// The `count` nearest real examples to each of `[n * features]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Neighbours>")]
    pub fn nearest(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "NearestOptions")] options: JsValue,
    ) -> Promise {
        let input = numbers("examples", &examples).and_then(|examples| {
            let (among, by) = read_nearest(&self::options("options", &options)?)?;
            Ok((examples, whole("count", &count)?, among, by))
        });
        self.later(input, async |mut session, (examples, count, among, by)| {
            give(&checked(
                session.nearest(&examples, count, among, by).await,
            )?)
        })
    }

    /// How near `count` generated examples are to training examples, beside as many unseen ones.
    #[wasm_bindgen(unchecked_return_type = "Promise<CopyReport>")]
    pub fn copying(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ by?: Likeness }")] options: JsValue,
    ) -> Promise {
        let input = whole("count", &count).and_then(|count| {
            let by = read_copying(&self::options("options", &options)?)?;
            Ok((count, whole("seed", &seed)? as u32, by))
        });
        self.later(input, async |mut session, (count, seed, by)| {
            give(&checked(session.copying(count, seed, by).await)?)
        })
    }

    /// Does a piece of what comparing by features needs beforehand; whether there is more to do.
    #[wasm_bindgen(js_name = fitFeatures, unchecked_return_type = "Promise<boolean>")]
    pub fn fit_features(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            Ok(JsValue::from(checked(session.fit_features().await)?))
        })
    }

    /// What the classifier finds in pictures `[n * 784]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<ClassReport>")]
    pub fn classify(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pictures: JsValue,
    ) -> Promise {
        self.later(numbers("pictures", &pictures), async |session, pictures| {
            give(&checked(session.classify(&pictures).await)?)
        })
    }

    /// How well each label is served, on the first test examples.
    #[wasm_bindgen(js_name = labelReport, unchecked_return_type = "Promise<LabelReport>")]
    pub fn label_report(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            give(&checked(session.label_report().await)?)
        })
    }

    /// How well a small classifier reads that learns from few labels, and from something beside them.
    #[wasm_bindgen(unchecked_return_type = "Promise<AugmentationReport>")]
    pub fn augmentation(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "AugmentationOptions")] options: JsValue,
    ) -> Promise {
        let input = self::options("options", &options).and_then(|given| read_augmentation(&given));
        self.later(input, async |session, (labels, draw, beside)| {
            give(&checked(session.augmentation(labels, draw, beside).await)?)
        })
    }

    /// How much neighbours differ across the borders of pictures `[n * features]` that repeat, over how much they do inside.
    #[wasm_bindgen(unchecked_return_type = "Promise<Seams>")]
    pub fn seams(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pictures: JsValue,
    ) -> Promise {
        self.later(numbers("pictures", &pictures), async |session, pictures| {
            give(&checked(session.seams(&pictures))?)
        })
    }
}
