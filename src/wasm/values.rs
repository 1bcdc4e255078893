//! Values on their way between JavaScript and Rust, and errors on theirs.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::{Error, Value, Written};
use crate::settings::Given;

/// Objects within objects that are looked into: settings have two. An object may contain itself.
const DEEPEST: usize = 4;
/// Values of a list that are looked at: lists of settings are far shorter.
const LONGEST: u32 = 64;

/// An `Error` with the code and the values of ours.
pub(super) fn refuse(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    let values = Object::new();
    for (name, value) in error.values() {
        let value = match value {
            Value::Number(number) => number.into(),
            Value::Text(text) => JsValue::from(text),
        };
        set(&values, &name, &value);
    }
    set(&thrown, "code", &error.code().into());
    set(&thrown, "values", &values);
    thrown.into()
}

/// On an object that has just been made this cannot fail.
fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

pub(super) fn checked<T>(result: Result<T, Error>) -> Result<T, JsValue> {
    result.map_err(|error| refuse(&error))
}

/// A value as it was given; a field that is undefined is one that was left out.
pub(super) fn given(value: &JsValue) -> Given {
    given_at(value, DEEPEST)
}

fn given_at(value: &JsValue, depth: usize) -> Given {
    if value.is_null() || value.is_undefined() {
        return Given::Null;
    }
    if let Some(value) = value.as_bool() {
        return Given::Bool(value);
    }
    if let Some(number) = value.as_f64() {
        return Given::Number(number);
    }
    if let Some(text) = value.as_string() {
        return Given::Text(text);
    }
    if value.is_function() || value.is_symbol() || value.is_bigint() || depth == 0 {
        return Given::Other(kind_of(value));
    }
    if Array::is_array(value) {
        let list = Array::from(value);
        if list.length() > LONGEST {
            return Given::Other(format!("a list of {} values", list.length()));
        }
        return Given::List(list.iter().map(|one| given_at(&one, depth - 1)).collect());
    }
    let entries = Object::entries(value.unchecked_ref());
    let fields = entries.iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        let (name, value) = (entry.get(0).as_string()?, entry.get(1));
        (!value.is_undefined()).then(|| (name, given_at(&value, depth - 1)))
    });
    Given::Object(fields.collect())
}

fn kind_of(value: &JsValue) -> String {
    let kind = value.js_typeof().as_string().unwrap_or_default();
    format!("a value of the type {kind}")
}

pub(super) fn give<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// A count, from the only kind of number that JavaScript has.
pub(super) fn whole(argument: &'static str, number: f64) -> Result<usize, JsValue> {
    let most = u32::MAX.into();
    if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
        return Ok(number as usize);
    }
    Err(refuse(&Error::ArgumentOutOfRange {
        argument,
        value: Written::other(Given::Number(number)),
        most,
    }))
}
