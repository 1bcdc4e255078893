//! The settings as data: what a page needs to build its fields, and to tell what can be chosen.

use serde_json::{Map, Value, json};

use super::choice::Choice;
use super::defaults::defaults;
use super::field::{
    FIELDS, Field, Kind, NOTATION, POINT_COUNT, POINT_DEVIATION, POINT_RADIUS, POINT_SHAPE,
    SIGNAL_LENGTH, SIGNAL_SHAPE, WRITINGS,
};
use crate::dataset::{
    CorruptionKind, DataKind, PointSettings, PointShape, SignalSettings, SignalShape,
};
use crate::model::{Family, NetworkKind};
use crate::objective::Objective;
use crate::session::{MAX_EXAMPLES, MAX_STEPS};

/// Ranges, choices, what may change in a running session, what suits what, and defaults; `types.d.ts` has its form
/// (`SettingsDescription`).
pub fn describe_settings() -> Value {
    json!({
        "fields": by_name(FIELDS, describe),
        "pointFields": by_name([POINT_SHAPE, POINT_COUNT, POINT_RADIUS, POINT_DEVIATION], describe),
        "objectives": each(|family: Family| json!(objectives(family))),
        "defaults": each(suiting),
        "points": each(|shape: PointShape| without(&["shape"], json!(PointSettings::usual(shape)))),
        "signals": each(|shape: SignalShape| without(&["shape"], json!(SignalSettings::usual(shape)))),
        "signalFields": by_name([SIGNAL_SHAPE, SIGNAL_LENGTH], describe),
        "moleculeFields": by_name([NOTATION, WRITINGS], describe),
        "corruptions": corruptions(),
        "limits": {
            "examplesPerCall": MAX_EXAMPLES,
            "samplesPerCall": MAX_EXAMPLES,
            "stepsPerCall": MAX_STEPS,
            "memory": crate::memory::ALLOWED,
        },
    })
}

fn by_name<const N: usize>(fields: [Field; N], describe: fn(&Field) -> Value) -> Value {
    let fields = fields.iter();
    let named = fields.map(|field| (field.name.to_owned(), describe(field)));
    Value::Object(named.collect())
}

/// Something about each of a few.
fn each<T: Choice>(tell: impl Fn(T) -> Value) -> Value {
    let all = T::ALL.iter();
    let told = all.map(|&choice| (choice.name(), tell(choice)));
    Value::Object(told.collect())
}

fn without(names: &[&str], object: Value) -> Value {
    match object {
        Value::Object(mut fields) => {
            fields.retain(|name, _| !names.contains(&name.as_str()));
            Value::Object(fields)
        }
        other => other,
    }
}

fn describe(field: &Field) -> Value {
    let mut told = Map::new();
    let mut tell = |name: &str, value: Value| told.insert(name.into(), value);
    match field.kind {
        Kind::Number { kind, least, most } => {
            tell("kind", json!(kind.name()));
            tell("least", json!(least));
            tell("most", json!(most));
            if field.by_factors {
                tell("steps", json!(steps(least, most)));
            }
        }
        Kind::Widths {
            most_layers,
            least,
            most,
        } => {
            tell("kind", json!("widths"));
            tell("mostLayers", json!(most_layers));
            tell("least", json!(least));
            tell("most", json!(most));
        }
        Kind::Choice(names) => {
            tell("kind", json!("choice"));
            tell("choices", json!(names()));
        }
    }
    if let Some(usual) = field.usual {
        tell("usual", json!(usual));
    }
    if let Some(default) = field.default {
        tell("default", json!(default));
    }
    tell("live", json!(field.live));
    tell("families", json!(field.families));
    Value::Object(told)
}

/// 1, 2 and 5 times the powers of ten, from `least` to `most`.
fn steps(least: f64, most: f64) -> Vec<f64> {
    let powers = (least.log10().floor() as i32)..=(most.log10().ceil() as i32);
    let steps = powers.flat_map(|power| ["1", "2", "5"].map(|digit| format!("{digit}e{power}")));
    let steps = steps.filter_map(|step| step.parse().ok());
    steps.filter(|step| (least..=most).contains(step)).collect()
}

fn objectives(family: Family) -> Vec<Value> {
    let suiting = Objective::ALL.iter().filter(|one| one.suits_family(family));
    let told = suiting.map(|one| {
        let data = DataKind::ALL.iter().filter(|data| one.suits_data(**data));
        json!({ "name": one, "data": data.collect::<Vec<_>>() })
    });
    told.collect()
}

fn corruptions() -> Vec<Value> {
    let told = CorruptionKind::ALL.iter().map(|kind| {
        let data = DataKind::ALL.iter();
        let suiting = data.filter(|data| kind.suits_data(**data));
        json!({ "name": kind, "data": suiting.collect::<Vec<_>>() })
    });
    told.collect()
}

/// The defaults of a family, but for engine and seed, which are nobody's affair but the user's.
fn suiting(family: Family) -> Value {
    let of = |data, network| without(&["engine", "seed"], json!(defaults(family, data, network)));
    json!({
        "images": each(|network: NetworkKind| of(DataKind::Images, network)),
        "points": { "dense": of(DataKind::Points, NetworkKind::Dense) },
        "molecules": { "dense": of(DataKind::Molecules, NetworkKind::Dense) },
        "signals": each(|network: NetworkKind| of(DataKind::Signals, network)),
    })
}
