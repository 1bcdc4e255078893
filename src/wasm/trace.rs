//! A step of a GAN in its parts, and what its discriminator says, as plain data.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use super::codes::{object, typed};
use super::input::numbers;
use super::session::{Session, update};
use super::values::{checked, give};
use crate::session::{DiscriminatorTrace, GeneratorTrace, Moved, Scored};

#[wasm_bindgen]
impl Session {
    /// Trains one step of a GAN and tells what happened in it.
    #[wasm_bindgen(unchecked_return_type = "Promise<Trace>")]
    pub fn trace(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "{ update?: Update }")] options: JsValue,
    ) -> Promise {
        self.later(update(&options), async |mut session, update| {
            let trace = checked(session.trace(update).await)?;
            object(&[
                ("step", (trace.step as f64).into()),
                ("update", give(&trace.updated)?),
                ("losses", give(&Losses(&trace.losses))?),
                ("discriminator", discriminator(&trace.discriminator)?),
                ("generator", generator(&trace.generator)?),
            ])
        })
    }
}

#[wasm_bindgen]
impl Session {
    /// What the discriminator says of examples `[n * features]`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Verdicts>")]
    pub fn discriminate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] examples: JsValue,
    ) -> Promise {
        self.later(numbers("examples", &examples), async |session, examples| {
            give(&checked(session.discriminate(&examples).await)?)
        })
    }
}

struct Losses<'a>(&'a crate::training::Losses);

impl serde::Serialize for Losses<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

fn scored(scored: &Scored) -> Result<JsValue, JsValue> {
    object(&[
        ("logits", typed(&scored.logits)),
        ("scores", typed(&scored.scores)),
        ("meanScore", f64::from(scored.mean_score).into()),
    ])
}

/// The two norms beside the other fields of a half.
fn half(fields: &[(&str, JsValue)], update: Moved, loss: f32) -> Result<JsValue, JsValue> {
    let norm = update.gradient_norm.map_or(JsValue::NULL, JsValue::from);
    let figures = [
        ("loss", JsValue::from(f64::from(loss))),
        ("gradientNorm", norm),
        ("moved", update.moved.into()),
    ];
    object(&[fields, &figures].concat())
}

fn discriminator(trace: &DiscriminatorTrace) -> Result<JsValue, JsValue> {
    let fields = [
        ("noise", typed(&trace.noise)),
        ("made", typed(&trace.made)),
        ("real", typed(&trace.real)),
        ("ofReal", scored(&trace.of_real)?),
        ("ofMade", scored(&trace.of_made)?),
    ];
    half(&fields, trace.update, trace.loss)
}

fn generator(trace: &GeneratorTrace) -> Result<JsValue, JsValue> {
    let gradient = trace.made_gradient.as_deref();
    let fields = [
        ("noise", typed(&trace.noise)),
        ("made", typed(&trace.made)),
        ("ofMade", scored(&trace.of_made)?),
        ("madeGradient", gradient.map_or(JsValue::NULL, typed)),
    ];
    half(&fields, trace.update, trace.loss)
}
