//! Values on their way between JavaScript and Rust, and errors on theirs.

use js_sys::{JSON, Object};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::Error;

pub(super) fn refuse(error: &Error) -> JsError {
    JsError::new(&error.to_string())
}

pub(super) fn checked<T>(result: Result<T, Error>) -> Result<T, JsError> {
    result.map_err(|error| refuse(&error))
}

/// A plain object as `T`. It goes through JSON, whose reader tells fields that nobody knows, and in which a field
/// that is undefined is one that was left out.
pub(super) fn parse<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
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

pub(super) fn give<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// A count, from the only kind of number that JavaScript has.
pub(super) fn whole(name: &str, number: f64) -> Result<usize, JsError> {
    if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
        return Ok(number as usize);
    }
    Err(refuse(&Error::new(
        format!("The argument \"{name}\" is {number}"),
        "a whole number from 0 to 4294967295",
        "Pass such a number",
    )))
}
