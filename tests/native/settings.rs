//! Settings from outside: what is told of them, what is refused, and how.

use generative_playground::dataset::{DataKind, PointSettings};
use generative_playground::error::{Error, Value, describe_errors};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, Given, Settings, defaults, describe_settings};
use pollster::block_on;
use serde_json::{Value as Json, json};

fn read(settings: Json) -> Result<Settings, Error> {
    Choices::read(&Given::from(settings)).and_then(Settings::from_choices)
}

/// Settings of which one field is as given.
fn with(field: &str, value: Json) -> Json {
    let mut settings = json!({ "family": "autoencoder" });
    match field {
        "learningRate"
        | "discriminatorLearningRate"
        | "beta1"
        | "beta2"
        | "weightDecay"
        | "warmUp"
        | "scheduleSteps" => settings["optimizer"] = json!({ field: value }),
        "penaltyWeight" => settings["penalty"] = json!({ "weight": value }),
        "penaltyEvery" => settings["penalty"] = json!({ "every": value }),
        "amount" => settings["corruption"] = json!({ "kind": "noise", "amount": value }),
        _ => settings[field] = value,
    }
    settings
}

#[track_caller]
fn refused(settings: Json) -> (&'static str, Vec<(String, Value)>, String) {
    match read(settings.clone()) {
        Ok(_) => panic!("{settings} was taken"),
        Err(error) => (error.code(), error.values(), error.to_string()),
    }
}

fn value(values: &[(String, Value)], name: &str) -> Value {
    let found = values.iter().find(|(own, _)| own == name);
    found.unwrap_or_else(|| panic!("no {name}")).1.clone()
}

#[test]
fn whatever_is_no_number_in_range_is_refused_by_the_same_rule_and_as_it_was_written() {
    let cases = [
        ("code", json!(5000), "5000"),
        ("code", json!("abc"), "abc"),
        ("code", json!("5"), "5"),
        ("code", json!(""), ""),
        ("code", json!(1.5), "1.5"),
        ("code", json!(-5), "-5"),
        ("code", json!(null), "null"),
        ("code", json!([3]), "[3]"),
        ("code", json!({ "a": 1 }), "an object"),
        ("code", json!(1e300), "1e300"),
        ("seed", json!(1.5), "1.5"),
        ("seed", json!(4_294_967_296_u64), "4294967296"),
        ("batchSize", json!(0), "0"),
        ("learningRate", json!(-1), "-1"),
        ("learningRate", json!(0), "0"),
        ("learningRate", json!("0,001"), "0,001"),
        ("beta1", json!(1), "1"),
        ("beta2", json!(true), "true"),
        ("divergenceWeight", json!(1001), "1001"),
        ("amount", json!(1.01), "1.01"),
    ];
    for (field, given, written) in cases {
        let (code, values, message) = refused(with(field, given));
        assert_eq!(code, "setting-out-of-range", "{message}");
        assert_eq!(value(&values, "setting"), Value::Text(field.into()));
        assert_eq!(value(&values, "value"), Value::Text(written.into()));
    }
    let (_, values, message) = refused(with("code", json!("abc")));
    assert_eq!(value(&values, "least"), Value::Number(1.0));
    assert_eq!(value(&values, "most"), Value::Number(1024.0));
    assert_eq!(
        message,
        "The setting \"code\" is \"abc\". Expected a whole number from 1 to 1024. Choose another value for \"code\"."
    );
    // What JSON cannot say.
    let nan = Given::Object(vec![
        ("family".into(), Given::Text("variational".into())),
        ("divergenceWeight".into(), Given::Number(f64::NAN)),
    ]);
    let error = Choices::read(&nan).expect_err("no number");
    assert_eq!(value(&error.values(), "value"), Value::Text("NaN".into()));
}

#[test]
fn layers_words_and_names_that_cannot_be_are_refused() {
    let cases = [
        (with("hidden", json!("4096")), "layers-out-of-range"),
        (with("hidden", json!([0])), "layers-out-of-range"),
        (with("hidden", json!([4097])), "layers-out-of-range"),
        (with("hidden", json!([1.5])), "layers-out-of-range"),
        (with("hidden", json!(vec![8; 9])), "layers-out-of-range"),
        (
            with("hidden", json!(["<img src=x onerror=alert(1)>"])),
            "layers-out-of-range",
        ),
        (with("family", json!("diffusion")), "setting-not-a-choice"),
        (with("network", json!(3)), "setting-not-a-choice"),
        (with("engine", json!("abacus")), "setting-not-a-choice"),
        (with("activation", json!("tanh")), "setting-not-a-choice"),
        (
            with("objective", json!("hinge-of-door")),
            "setting-not-a-choice",
        ),
        (
            with("objective", json!("least-squares")),
            "objective-unsuited-family",
        ),
        (with("colour", json!(3)), "setting-unknown"),
        (
            with("optimizer", json!({ "learningrate": 0.1 })),
            "setting-unknown",
        ),
        (with("optimizer", json!("adam")), "not-an-object"),
        (
            with("corruption", json!({ "kind": "hail" })),
            "setting-not-a-choice",
        ),
        (
            with("corruption", json!({ "amount": 0.5 })),
            "setting-missing",
        ),
        (json!({}), "setting-missing"),
        (json!(null), "not-an-object"),
        (json!([1, 2]), "not-an-object"),
    ];
    for (settings, expected) in cases {
        let (code, _, message) = refused(settings.clone());
        assert_eq!(code, expected, "{settings}: {message}");
    }
    let long = "x".repeat(100_000);
    let (_, _, message) = refused(with(&long, json!(1)));
    assert!(message.len() < 500, "{} characters", message.len());
}

#[test]
fn points_are_refused_by_the_same_rule() {
    let code = |points: Json| match PointSettings::read(&Given::from(points)) {
        Ok(_) => "taken",
        Err(error) => error.code(),
    };
    assert_eq!(code(json!({ "shape": "ring" })), "taken");
    assert_eq!(code(json!({ "shape": "star" })), "setting-not-a-choice");
    assert_eq!(code(json!({ "count": 8 })), "setting-missing");
    assert_eq!(
        code(json!({ "shape": "ring", "count": "8" })),
        "setting-out-of-range"
    );
    assert_eq!(
        code(json!({ "shape": "ring", "deviation": 2.5 })),
        "setting-out-of-range"
    );
    assert_eq!(
        code(json!({ "shape": "ring", "radii": 2.5 })),
        "setting-unknown"
    );
}

/// The ends of every range that is told of are taken, and what lies beyond them is not.
#[test]
fn ranges_are_as_they_are_told() {
    let description = describe_settings();
    let fields = description["fields"].as_object().expect("fields");
    let mut numbers = 0;
    for (name, field) in fields {
        let (Some(least), Some(most)) = (field["least"].as_f64(), field["most"].as_f64()) else {
            assert_eq!(field["kind"], "choice", "{name}");
            let choices = field["choices"].as_array().expect("choices");
            assert!(choices.len() > 1, "{name}");
            continue;
        };
        let value = |number: f64| match field["kind"].as_str() {
            Some("widths") => json!([number]),
            _ => json!(number),
        };
        for inside in [least, most] {
            let outcome = read(with(name, value(inside)));
            assert!(outcome.is_ok(), "{name} {inside}: {outcome:?}");
        }
        for outside in [least - 1.0, most + 1.0, most * 1.001 + 0.001] {
            refused(with(name, value(outside)));
        }
        numbers += 1;
    }
    assert_eq!(numbers, 19);
    let steps = fields["learningRate"]["steps"].as_array().expect("steps");
    let steps: Vec<f64> = steps.iter().filter_map(Json::as_f64).collect();
    assert_eq!(steps.len(), 19);
    for step in [1e-6, 5e-4, 1e-3, 2e-3, 5e-3, 1.0] {
        assert!(steps.contains(&step), "{step} in {steps:?}");
    }
    // What is told to change while it runs is what a session lets change.
    for (name, field) in fields {
        let live = !matches!(
            name.as_str(),
            "engine"
                | "seed"
                | "family"
                | "network"
                | "hidden"
                | "code"
                | "activation"
                | "packing"
                | "condition"
        );
        assert_eq!(field["live"], live, "{name}");
    }
}

#[test]
fn defaults_are_what_a_session_starts_with_and_can_be_passed_back() {
    let description = describe_settings();
    for family in [
        Family::Autoencoder,
        Family::Variational,
        Family::Adversarial,
    ] {
        for network in [NetworkKind::Dense, NetworkKind::Convolutional] {
            let session = block_on(Session::create(Choices {
                family: Some(family),
                network: Some(network),
                ..Choices::default()
            }));
            let created = session.expect("sound settings").settings().clone();
            let suiting = defaults(family, DataKind::Images, network);
            assert_eq!(
                created,
                Settings {
                    objective: None,
                    ..suiting.clone()
                }
            );
            let name = |value: Json| value.as_str().expect("a word").to_owned();
            let told = &description["defaults"][name(json!(family))];
            let told = &told["images"][name(json!(network))];
            assert_eq!(read(told.clone()).expect("sound defaults"), suiting);
        }
    }
    let told = &description["defaults"]["variational"]["points"]["dense"];
    let points = read(told.clone()).expect("sound defaults");
    assert_eq!((points.code, points.divergence_weight), (2, 0.05));
    assert_eq!(told["optimizer"]["learningRate"], json!(0.001));
}

#[test]
fn settings_of_a_session_can_be_passed_back_to_create() {
    let settings = read(json!({
        "family": "variational",
        "optimizer": { "learningRate": 0.0003 },
        "corruption": { "kind": "mask" },
    }));
    let settings = settings.expect("sound settings");
    let given = serde_json::to_value(&settings).expect("plain data");
    // As they were written, and not as 32 bits have them.
    assert_eq!(given["optimizer"]["learningRate"], json!(0.0003));
    assert_eq!(given["corruption"]["amount"], json!(0.3));
    assert_eq!(read(given).expect("its own settings"), settings);
}

#[test]
fn every_error_has_a_code_of_its_own() {
    let errors = describe_errors();
    let mut codes: Vec<_> = errors.iter().map(|(code, _)| *code).collect();
    let kebab = |code: &str| {
        code.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    assert!(codes.iter().all(|code| kebab(code)), "{codes:?}");
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), errors.len());
    // What an error has is what is told of it.
    let error = read(with("code", json!(0))).expect_err("no code");
    let told = errors.iter().find(|(code, _)| *code == error.code());
    let names: Vec<_> = error.values().into_iter().map(|(name, _)| name).collect();
    assert_eq!(told.expect("it is listed").1, names);
    let camel = |name: &String| name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    assert!(errors.iter().all(|(_, names)| names.iter().all(camel)));
}
