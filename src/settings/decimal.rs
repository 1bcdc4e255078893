//! 32-bit numbers as somebody wrote them: 0.1, and not 0.10000000149.

use serde::Serializer;

/// The shortest decimal that means this number.
pub(crate) fn decimal(number: f32) -> f64 {
    number.to_string().parse().unwrap_or(f64::NAN)
}

/// For fields of settings.
pub(crate) fn serialize<S: Serializer>(number: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(decimal(*number))
}

/// For fields that may be without one.
#[expect(clippy::ref_option, reason = "serde passes a reference to the field")]
pub(crate) fn serialize_option<S: Serializer>(
    number: &Option<f32>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => serializer.serialize_some(&decimal(*number)),
        None => serializer.serialize_none(),
    }
}
