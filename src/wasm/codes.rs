//! Methods of the class about codes: how they are spread, ways through them, and what a network has learned to see.

use js_sys::{Array, Float32Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use super::input::{fraction, numbers, options, whole, wholes};
use super::session::{Session, array};
use super::values::{checked, give};
use crate::settings::{read_layer, read_path, read_probe};

#[wasm_bindgen]
impl Session {
    /// The posteriors of what the encoder is shown, `[n * inputs]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Posterior>")]
    pub fn posterior(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
    ) -> Promise {
        self.later(
            numbers("examples", &examples),
            async |mut session, examples| {
                let posterior = checked(session.posterior(&examples).await)?;
                let ellipses = posterior.ellipses.iter();
                let ellipses: Vec<f32> = ellipses
                    .flat_map(|ellipse| [ellipse.half_axes[0], ellipse.half_axes[1], ellipse.angle])
                    .collect();
                object(&[
                    ("means", typed(&posterior.means)),
                    ("deviations", typed(&posterior.deviations)),
                    ("places", typed(&posterior.places)),
                    ("ellipses", typed(&ellipses)),
                ])
            },
        )
    }

    /// Codes drawn from the posterior of each of `[n * inputs]`: `[n * count * code]`; the same seed gives the same ones.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn resample(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
    ) -> Promise {
        let input = numbers("examples", &examples).and_then(|examples| {
            let (count, seed) = (whole("count", &count)?, whole("seed", &seed)? as u32);
            Ok((examples, count, seed))
        });
        self.later(input, async |session, (examples, count, seed)| {
            array(session.resample(&examples, count, seed).await)
        })
    }

    /// How the codes of the first training examples are spread.
    #[wasm_bindgen(unchecked_return_type = "Promise<LatentReport>")]
    pub fn latent(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            give(&checked(session.latent().await)?)
        })
    }

    /// Codes `[n * code]` on the plane of the map, `[n * 2]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn project(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] codes: JsValue,
    ) -> Promise {
        self.later(numbers("codes", &codes), async |mut session, codes| {
            array(session.project(&codes).await)
        })
    }

    /// Places on the plane of the map, `[n * 2]`, as codes, `[n * code]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn unproject(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] places: JsValue,
    ) -> Promise {
        self.later(numbers("places", &places), async |mut session, places| {
            array(session.unproject(&places).await)
        })
    }

    /// Codes from one to another, `[count * code]`, in equal steps or along the sphere.
    pub fn walk(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] from: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] to: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "\"straight\" | \"sphere\"")] path: JsValue,
    ) -> Result<Float32Array, JsValue> {
        let walked = self.now(|session| {
            let (from, to) = (numbers("from", &from)?, numbers("to", &to)?);
            let path = read_path(&super::input::given(&path))?;
            session.walk(&from, &to, whole("count", &count)?, path)
        })?;
        Ok(Float32Array::from(&walked[..]))
    }

    /// Codes `[n * code]` moved by `amount` times the mean code of the label `to` minus that of `from`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn shift(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] codes: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] from: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] to: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] amount: JsValue,
    ) -> Promise {
        let input = numbers("codes", &codes).and_then(|codes| {
            let labels = [whole("from", &from)? as u32, whole("to", &to)? as u32];
            Ok((codes, labels, fraction("amount", &amount)?))
        });
        self.later(input, async |mut session, (codes, [from, to], amount)| {
            array(session.shift(&codes, from, to, amount).await)
        })
    }

    /// Codes `[n * code]` moved by `amount` times the mean of some codes minus that of others.
    #[wasm_bindgen(js_name = shiftBetween)]
    pub fn shift_between(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] codes: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] from: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] to: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] amount: JsValue,
    ) -> Result<Float32Array, JsValue> {
        let moved = self.now(|session| {
            let codes = numbers("codes", &codes)?;
            let (from, to) = (numbers("from", &from)?, numbers("to", &to)?);
            session.shift_between(&codes, &from, &to, fraction("amount", &amount)?)
        })?;
        Ok(Float32Array::from(&moved[..]))
    }

    /// For each of some units of the code, or of all, `count` examples, decoded with it moved from -2 to 2 deviations:
    /// `[units * count * features]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Float32Array>")]
    pub fn traverse(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | null")] code: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number[] | null")] units: JsValue,
    ) -> Promise {
        let about = match code.is_null() || code.is_undefined() {
            true => Ok(None),
            false => numbers("code", &code).map(Some),
        };
        let input =
            about.and_then(|about| Ok((about, whole("count", &count)?, wholes("units", &units)?)));
        self.later(input, async |mut session, (about, count, units)| {
            array(
                session
                    .traverse(about.as_deref(), count, units.as_deref())
                    .await,
            )
        })
    }

    /// The weights of the encoder's first layer as pictures.
    #[wasm_bindgen(unchecked_return_type = "Promise<Filters>")]
    pub fn filters(&self) -> Promise {
        self.later(Ok(()), async |mut session, ()| {
            let filters = checked(session.filters().await)?;
            object(&[
                ("count", (filters.count as f64).into()),
                ("height", (filters.height as f64).into()),
                ("width", (filters.width as f64).into()),
                ("values", typed(&filters.values)),
            ])
        })
    }

    /// How many units a layer of the encoder has.
    pub fn units(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Layer")] layer: JsValue,
    ) -> Result<f64, JsValue> {
        self.now(|session| {
            let layer = read_layer(&super::input::given(&layer))?;
            session.units(layer).map(|units| units as f64)
        })
    }

    /// The training examples that excite a unit of a layer most.
    #[wasm_bindgen(unchecked_return_type = "Promise<Exciting>")]
    pub fn exciting(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Layer")] layer: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] unit: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
    ) -> Promise {
        let input = read_layer(&super::input::given(&layer))
            .and_then(|layer| Ok((layer, whole("unit", &unit)?, whole("count", &count)?)));
        self.later(input, async |session, (layer, unit, count)| {
            give(&checked(session.exciting(layer, unit, count).await)?)
        })
    }

    /// How well a linear classifier that is told some labels reads the others from codes, pixels and principal components.
    #[wasm_bindgen(unchecked_return_type = "Promise<ProbeReport>")]
    pub fn probe(
        &self,
        #[wasm_bindgen(unchecked_param_type = "{ labels: number; seed: number }")] options: JsValue,
    ) -> Promise {
        let input = self::options("options", &options).and_then(|given| read_probe(&given));
        self.later(input, async |mut session, (labels, seed)| {
            give(&checked(session.probe(labels, seed).await)?)
        })
    }

    /// Estimates of `-ln p(x)` of the first `count` test examples, in nats, by importance sampling.
    #[wasm_bindgen(
        js_name = negativeLogLikelihoods,
        unchecked_return_type = "Promise<number[]>"
    )]
    pub fn negative_log_likelihoods(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] samples: JsValue,
    ) -> Promise {
        let input =
            whole("count", &count).and_then(|count| Ok((count, whole("samples", &samples)?)));
        self.later(input, async |session, (count, samples)| {
            let found = checked(session.negative_log_likelihoods(count, samples).await)?;
            Ok(found.into_iter().map(JsValue::from).collect::<Array>())
        })
    }
}

pub(super) fn typed(values: &[f32]) -> JsValue {
    Float32Array::from(values).into()
}

pub(super) fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}
