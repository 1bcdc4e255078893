//! Methods of the class about codes to generate from.

use js_sys::{Float32Array, Promise};
use wasm_bindgen::prelude::*;

use super::input::{fraction, numbers, whole};
use super::session::{Session, array};

#[wasm_bindgen]
impl Session {
    /// The codes from which `sample` makes its examples for the same count and seed, `[count * code]`.
    #[wasm_bindgen(js_name = sampleCodes, unchecked_return_type = "Promise<Float32Array>")]
    pub fn sample_codes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
    ) -> Promise {
        let input =
            whole("count", &count).and_then(|count| Ok((count, whole("seed", &seed)? as u32)));
        self.later(input, async |session, (count, seed)| {
            array(session.sample_codes(count, seed).await)
        })
    }

    /// Codes each of whose numbers is that of one of two codes, `[count * code]`; the same seed gives the same ones.
    pub fn breed(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] first: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] second: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
    ) -> Result<Float32Array, JsValue> {
        let bred = self.now(|session| {
            let (first, second) = (numbers("first", &first)?, numbers("second", &second)?);
            let (count, seed) = (whole("count", &count)?, whole("seed", &seed)? as u32);
            session.breed(&first, &second, count, seed)
        })?;
        Ok(Float32Array::from(&bred[..]))
    }

    /// A code, `[code]`, with another value of one number.
    #[wasm_bindgen(js_name = withUnit)]
    pub fn with_unit(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] code: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] unit: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] value: JsValue,
    ) -> Result<Float32Array, JsValue> {
        let changed = self.now(|session| {
            let code = numbers("code", &code)?;
            session.with_unit(&code, whole("unit", &unit)?, fraction("value", &value)?)
        })?;
        Ok(Float32Array::from(&changed[..]))
    }
}
