//! Values on their way out to JavaScript, and errors on theirs.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::{Error, Value};

/// An `Error` of JavaScript's, with its code and its values.
pub(super) fn thrown(error: &Error) -> JsValue {
    let values = Object::new();
    let set = |object: &JsValue, name: &str, value: &JsValue| {
        // It fails on frozen objects and on proxies, and these are neither.
        Reflect::set(object, &name.into(), value).unwrap_or(false);
    };
    for (name, value) in error.values() {
        let value = match value {
            Value::Number(number) => number.into(),
            Value::Text(text) => JsValue::from(text),
        };
        set(&values, &name, &value);
    }
    let thrown = js_sys::Error::new(&error.to_string());
    set(&thrown, "code", &error.code().into());
    set(&thrown, "values", &values);
    thrown.into()
}

pub(super) fn checked<T>(result: Result<T, Error>) -> Result<T, JsValue> {
    result.map_err(|error| thrown(&error))
}

pub(super) fn give<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
