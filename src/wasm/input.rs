//! Values on their way in from JavaScript, where an argument may be anything: looked at before they are copied.

use js_sys::{Array, ArrayBuffer, Float32Array, Function, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::error::{Error, Written};
use crate::memory;
use crate::settings::Given;

/// How deep an object is looked into: settings have objects and lists in them, and nothing in these.
const DEPTH: u32 = 3;
/// Fields and elements looked at: more are never right.
const MOST_ENTRIES: usize = 64;

/// A value as settings are read from.
pub(super) fn given(value: &JsValue) -> Given {
    look(value, DEPTH)
}

fn look(value: &JsValue, depth: u32) -> Given {
    if value.is_null() {
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
    let kind = kind(value);
    if depth == 0 {
        return Given::Other(kind);
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        let elements = list.iter().take(MOST_ENTRIES);
        return Given::List(elements.map(|value| look(&value, depth - 1)).collect());
    }
    match value.dyn_ref::<Object>().filter(|_| kind == "Object") {
        Some(object) => fields(object, depth - 1).unwrap_or(Given::Other(kind)),
        None => Given::Other(kind),
    }
}

/// The fields of a plain object. One that is undefined was left out. A getter may throw.
fn fields(object: &Object, depth: u32) -> Option<Given> {
    let mut fields = Vec::new();
    let keys = Reflect::own_keys(object).ok()?;
    for key in keys.iter().take(MOST_ENTRIES) {
        let value = Reflect::get(object, &key).ok()?;
        if let Some(name) = key.as_string().filter(|_| !value.is_undefined()) {
            fields.push((name, look(&value, depth)));
        }
    }
    Some(Given::Object(fields))
}

/// What a value is, as its constructor is called: "Float64Array"; "undefined", "bigint" and so on of what has none.
fn kind(value: &JsValue) -> String {
    let primitive = || {
        let kind = value.js_typeof().as_string();
        kind.unwrap_or_else(|| "unknown".into())
    };
    if !value.is_object() {
        return primitive();
    }
    let constructor = Reflect::get(value, &"constructor".into()).ok();
    match constructor.and_then(|constructor| constructor.dyn_into::<Function>().ok()) {
        Some(constructor) => String::from(constructor.name()),
        // An object without a prototype is as plain as they come.
        None => "Object".into(),
    }
}

fn written(value: &JsValue) -> Written {
    given(value).written()
}

/// Plain options, all of which may be left out.
pub(super) fn options(argument: &'static str, value: &JsValue) -> Result<Given, Error> {
    if value.is_undefined() {
        return Ok(Given::Object(Vec::new()));
    }
    let given = given(value);
    given.fields(argument)?;
    Ok(given)
}

/// A count, from the only kind of number that JavaScript has.
pub(super) fn whole(argument: &'static str, value: &JsValue) -> Result<usize, Error> {
    match value.as_f64() {
        Some(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => {
            Ok(number as usize)
        }
        _ => Err(Error::ArgumentOutOfRange {
            argument,
            value: written(value),
            most: u32::MAX.into(),
        }),
    }
}

/// A list of counts; none where it is left out.
pub(super) fn wholes(argument: &'static str, value: &JsValue) -> Result<Option<Vec<usize>>, Error> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let list = value
        .dyn_ref::<Array>()
        .ok_or_else(|| Error::ArgumentUnsuited {
            argument,
            value: written(value),
            expected: "a list of whole numbers",
        })?;
    memory::check_input(u64::from(list.length()) * size_of::<f64>() as u64, 0)?;
    let all: Result<_, _> = list.iter().map(|value| whole(argument, &value)).collect();
    all.map(Some)
}

/// A number that need not be whole.
pub(super) fn fraction(argument: &'static str, value: &JsValue) -> Result<f32, Error> {
    let number = value.as_f64().filter(|number| number.is_finite());
    let unsuited = || Error::ArgumentUnsuited {
        argument,
        value: written(value),
        expected: "a finite number",
    };
    number.map(|number| number as f32).ok_or_else(unsuited)
}

/// Texts, at most `most`, each of at most `longest` characters.
pub(super) fn texts(
    argument: &'static str,
    value: &JsValue,
    most: usize,
    longest: usize,
) -> Result<Vec<String>, Error> {
    let unsuited = |value| Error::ArgumentUnsuited {
        argument,
        value,
        expected: "a list of texts",
    };
    let list = value
        .dyn_ref::<Array>()
        .ok_or_else(|| unsuited(written(value)))?;
    let count = list.length() as usize;
    if count > most {
        return Err(Error::CountOutOfRange {
            what: argument,
            count,
            most,
        });
    }
    let text = |value: JsValue| {
        let text = value
            .dyn_ref::<JsString>()
            .filter(|text| text.length() as usize <= longest);
        text.map(String::from)
            .ok_or_else(|| unsuited(written(&value)))
    };
    list.iter().map(text).collect()
}

/// Numbers, of a typed array or any other.
pub(super) fn numbers(argument: &'static str, value: &JsValue) -> Result<Vec<f32>, Error> {
    if !Array::is_array(value) && !ArrayBuffer::is_view(value) {
        return Err(Error::ArgumentUnsuited {
            argument,
            value: written(value),
            expected: "Float32Array",
        });
    }
    let length = Reflect::get(value, &"length".into()).ok();
    let length = length.and_then(|length| length.as_f64()).unwrap_or(0.0);
    memory::check_input(length as u64 * size_of::<f32>() as u64, 0)?;
    Ok(Float32Array::new(value).to_vec())
}

/// A file's bytes, still in JavaScript's memory.
pub(super) fn bytes(argument: &'static str, value: &JsValue) -> Result<Uint8Array, Error> {
    if let Some(array) = value.dyn_ref::<Uint8Array>() {
        return Ok(array.clone());
    }
    if value.is_instance_of::<ArrayBuffer>() {
        return Ok(Uint8Array::new(value));
    }
    Err(Error::ArgumentUnsuited {
        argument,
        value: written(value),
        expected: "Uint8Array",
    })
}

/// The same, where it may be left out.
pub(super) fn optional_bytes(
    argument: &'static str,
    value: &JsValue,
) -> Result<Option<Uint8Array>, Error> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    bytes(argument, value).map(Some)
}

/// Copies all of a file, where that is not too much.
pub(super) fn copied(file: &Uint8Array) -> Result<Vec<u8>, Error> {
    memory::check_input(file.length().into(), 0)?;
    Ok(file.to_vec())
}
