//! Values from outside, of any kind: an object of JavaScript's or a file's header, before anybody has looked at it.

use std::fmt;

use crate::error::{Error, Written};

/// A value as it was given.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, which may be infinite or none at all.
    Number(f64),
    /// A text.
    Text(String),
    /// Values in a row.
    List(Vec<Given>),
    /// A plain object; a field that is undefined is not among its fields.
    Object(Vec<(String, Given)>),
    /// Anything else, in words.
    Other(String),
}

impl Given {
    /// The fields of a plain object.
    ///
    /// # Errors
    /// Where it is none.
    pub fn fields(&self, argument: &'static str) -> Result<&[(String, Self)], Error> {
        match self {
            Self::Object(fields) => Ok(fields),
            other => Err(Error::NotAnObject {
                argument,
                value: other.written(),
            }),
        }
    }

    /// One field of a plain object.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let found = fields.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value)
    }

    /// The value as a sentence can tell it.
    pub fn written(&self) -> Written {
        match self {
            Self::Text(text) => Written::text(text),
            other => Written::other(other),
        }
    }
}

impl From<f32> for Given {
    fn from(value: f32) -> Self {
        Self::Number(value.into())
    }
}

impl From<serde_json::Value> for Given {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text),
            Value::Array(values) => Self::List(values.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                let fields = fields.into_iter();
                Self::Object(fields.map(|(name, value)| (name, value.into())).collect())
            }
        }
    }
}

/// As JavaScript writes it.
impl fmt::Display for Given {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Bool(value) => write!(formatter, "{value}"),
            Self::Number(number) if number.is_infinite() => {
                write!(
                    formatter,
                    "{}Infinity",
                    if *number < 0.0 { "-" } else { "" }
                )
            }
            // Hundreds of zeros tell nobody anything.
            Self::Number(number) if number.abs() >= 1e21 => write!(formatter, "{number:e}"),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Text(text) => write!(formatter, "{text:?}"),
            Self::List(values) => {
                formatter.write_str("[")?;
                for (index, value) in values.iter().enumerate() {
                    write!(formatter, "{}{value}", if index > 0 { ", " } else { "" })?;
                }
                formatter.write_str("]")
            }
            Self::Object(_) => formatter.write_str("an object"),
            Self::Other(words) => formatter.write_str(words),
        }
    }
}
