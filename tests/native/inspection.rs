//! What a saved file holds, and that no file, however it was bent, does harm.

use crate::common::{RING, digits, session, session_on_ring};
use generative_playground::checkpoint::inspect;
use generative_playground::dataset::{DataDescription, ImageOptions, Source};
use generative_playground::engine::EngineName;
use generative_playground::error::Error;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;
use serde_json::{Value, json};

const KEY: &str = "generative-playground";

fn saved(family: Family) -> Vec<u8> {
    let mut session = session_on_ring(family);
    block_on(session.train(3)).expect("training goes well");
    block_on(session.save()).expect("a model to save")
}

/// What both ways in say of a file; they must agree.
#[track_caller]
fn outcome(bytes: &[u8]) -> Result<(), Error> {
    let inspected = inspect(bytes).map(drop);
    let restored = block_on(Session::restore(bytes, EngineName::Cpu)).map(drop);
    assert_eq!(inspected, restored);
    inspected
}

#[track_caller]
fn code(bytes: &[u8]) -> &'static str {
    outcome(bytes).map_or_else(|error| error.code(), |()| "taken")
}

/// The same file with another header: the tensors' (true) or the session's.
fn changed(bytes: &[u8], of_tensors: bool, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let length = u64::from_le_bytes(bytes[..8].try_into().expect("a length")) as usize;
    let mut outer: Value = serde_json::from_slice(&bytes[8..8 + length]).expect("a header");
    if of_tensors {
        change(&mut outer);
    } else {
        let text = outer["__metadata__"][KEY].as_str().expect("a session");
        let mut inner: Value = serde_json::from_str(text).expect("a session's header");
        change(&mut inner);
        outer["__metadata__"][KEY] = json!(inner.to_string());
    }
    let mut header = outer.to_string().into_bytes();
    header.resize(header.len().next_multiple_of(8), b' ');
    let length = (header.len() as u64).to_le_bytes();
    [&length[..], &header, &bytes[8 + length_of(bytes)..]].concat()
}

fn length_of(bytes: &[u8]) -> usize {
    u64::from_le_bytes(bytes[..8].try_into().expect("a length")) as usize
}

#[test]
fn a_file_tells_settings_data_and_place() {
    for (family, parameters) in [
        (
            Family::Autoencoder,
            2 * 16 + 16 + 16 * 4 + 4 + 4 * 16 + 16 + 16 * 2 + 2,
        ),
        (
            Family::Variational,
            2 * 16 + 16 + 16 * 8 + 8 + 4 * 16 + 16 + 16 * 2 + 2,
        ),
        (
            Family::Adversarial,
            4 * 16 + 16 + 16 * 2 + 2 + 2 * 16 + 16 + 16 + 1,
        ),
    ] {
        let mut session = session_on_ring(family);
        // Over the end of an epoch of 10,000 points in batches of 32.
        block_on(session.train(313)).expect("training goes well");
        let bytes = block_on(session.save()).expect("a model to save");
        let found = inspect(&bytes).expect("our own file");
        assert_eq!(&found.settings, session.settings());
        assert_eq!((found.step, found.epoch), (313, 1));
        assert_eq!(found.parameters, parameters, "{family:?}");
        assert_eq!(found.data, Some(DataDescription::Points { settings: RING }));
        let plain = serde_json::to_value(&found).expect("plain data");
        assert_eq!(plain["shape"], json!({ "kind": "points" }));
        assert_eq!(plain["version"], 1);
        assert_eq!(plain["data"]["settings"]["deviation"], json!(0.05));
    }
}

#[test]
fn a_session_knows_its_data_and_a_restored_one_what_it_was_trained_on() {
    let mut session = session(Choices {
        family: Some(Family::Variational),
        hidden: Some(vec![8]),
        ..Choices::default()
    });
    assert_eq!(session.data(), None);
    let packed = digits("train-images-idx3-ubyte.gz");
    let name = "Siffror & <b>digits</b>";
    session
        .load_images_from(
            Source::of(&mut &packed[..]),
            None,
            ImageOptions {
                name: Some(name.into()),
                ..ImageOptions::default()
            },
        )
        .expect("shipped data");
    let data = session.data().cloned().expect("data");
    let mut plain = serde_json::to_value(&data).expect("plain data");
    let checksum = plain["checksum"].take();
    assert_eq!(
        plain,
        json!({
            "kind": "images", "name": name, "checksum": null,
            "count": 10_000, "height": 28, "width": 28, "only": null, "most": null,
        })
    );
    block_on(session.train(1)).expect("training goes well");
    let bytes = block_on(session.save()).expect("a model to save");
    let mut restored = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("our own file");
    assert_eq!(restored.data(), Some(&data));

    // Unpacked, the same checksum; other pictures, another.
    let mut unpacked = Vec::new();
    let mut reader = flate2::read::GzDecoder::new(&packed[..]);
    std::io::Read::read_to_end(&mut reader, &mut unpacked).expect("shipped data");
    restored.load_images(&unpacked, None).expect("shipped data");
    let again = serde_json::to_value(restored.data()).expect("plain data");
    assert_eq!(again["checksum"], checksum);
    assert_eq!(again["name"], Value::Null);
    unpacked[20] ^= 1;
    restored.load_images(&unpacked, None).expect("sound data");
    let other = serde_json::to_value(restored.data()).expect("plain data");
    assert_ne!(other["checksum"], checksum);

    let long = ImageOptions {
        name: Some("n".repeat(201)),
        ..ImageOptions::default()
    };
    let refused = restored.load_images_from(Source::of(&mut &packed[..]), None, long);
    assert_eq!(refused.expect_err("too long").code(), "name-too-long");
}

#[test]
fn a_file_from_before_data_were_described_is_taken() {
    let old = include_bytes!("../data/adversarial-relu.safetensors");
    let found = inspect(old).expect("an old file");
    assert_eq!((found.data, found.step), (None, 100));
}

/// Each change to the session's header, and the code of the refusal.
#[test]
fn headers_that_promise_too_much_or_too_little_are_refused() {
    let good = saved(Family::Autoencoder);
    assert_eq!(code(&good), "taken");
    let of = |pointer: &str, value: Value| {
        let bent = changed(&good, false, |header| {
            *header.pointer_mut(pointer).expect(pointer) = value;
        });
        code(&bent)
    };
    let hostile = json!(["<img src=x onerror=alert(1)>"]);
    assert_eq!(of("/settings/hidden", hostile), "layers-out-of-range");
    assert_eq!(of("/settings/hidden", json!([-5])), "layers-out-of-range");
    assert_eq!(of("/settings/hidden", json!([17])), "tensor-shape");
    assert_eq!(of("/settings/hidden", json!([16, 16])), "tensor-shape");
    let huge = json!([4096, 4096, 4096]);
    assert_eq!(of("/settings/hidden", huge), "model-too-large");
    assert_eq!(of("/settings/code", json!(5000)), "setting-out-of-range");
    assert_eq!(of("/settings/code", json!("4")), "setting-out-of-range");
    assert_eq!(of("/settings/seed", json!(-1)), "setting-out-of-range");
    assert_eq!(of("/settings/family", json!("gan")), "setting-not-a-choice");
    assert_eq!(of("/settings/optimizer", json!(1)), "not-an-object");
    let convolutional = json!("convolutional");
    assert_eq!(
        of("/settings/network", convolutional),
        "network-unsuited-points"
    );
    let entropy = json!("binary-cross-entropy");
    assert_eq!(
        of("/settings/objective", entropy),
        "objective-unsuited-points"
    );
    assert_eq!(of("/version", json!(2)), "checkpoint-version");
    assert_eq!(of("/version", json!("1")), "checkpoint-number");
    assert_eq!(
        of("/step", json!(9_007_199_254_740_993_u64)),
        "checkpoint-number"
    );
    assert_eq!(of("/step", json!(1.5)), "checkpoint-number");
    assert_eq!(of("/epoch", json!(-1)), "checkpoint-number");
    assert_eq!(of("/position", json!(10_001)), "checkpoint-number");
    assert_eq!(of("/position", json!(10_000)), "taken");
    assert_eq!(
        of("/shape", json!({ "kind": "cube" })),
        "checkpoint-unreadable"
    );
    let tall = json!({ "kind": "picture", "height": 1_000_000, "width": 1 });
    assert_eq!(of("/shape", tall), "checkpoint-unreadable");
    let other = json!({ "kind": "picture", "height": 2, "width": 1 });
    assert_eq!(of("/shape", other), "checkpoint-unreadable");
    assert_eq!(of("/data/kind", json!("sounds")), "checkpoint-unreadable");
    assert_eq!(of("/data/settings/count", json!(0)), "setting-out-of-range");
    let without = |pointer: &str, name: &str| {
        let bent = changed(&good, false, |header| {
            let object = header.pointer_mut(pointer).and_then(Value::as_object_mut);
            object.expect(pointer).remove(name).expect(name);
        });
        code(&bent)
    };
    for name in [
        "hidden",
        "code",
        "seed",
        "engine",
        "objective",
        "optimizer",
        "corruption",
    ] {
        assert_eq!(without("/settings", name), "setting-missing", "{name}");
    }
    assert_eq!(without("/settings/optimizer", "beta1"), "setting-missing");
    for name in ["settings", "shape", "step", "epoch", "position", "version"] {
        assert_eq!(without("", name), "checkpoint-unreadable", "{name}");
    }
    assert_eq!(without("", "data"), "taken");
}

#[test]
fn pictures_of_absurd_size_are_refused_before_a_model_is_made() {
    let mut session = session(Choices {
        family: Some(Family::Variational),
        network: Some(NetworkKind::Convolutional),
        hidden: Some(vec![2, 3]),
        ..Choices::default()
    });
    let images = digits("t10k-images-idx3-ubyte.gz");
    session.load_images(&images, None).expect("shipped data");
    let good = block_on(session.save()).expect("a model to save");
    assert_eq!(code(&good), "taken");
    let sized = |side: u64, hidden: Value, batch: u64| {
        changed(&good, false, |header| {
            header["shape"] = json!({ "kind": "picture", "height": side, "width": side });
            header["data"] = Value::Null;
            header["settings"]["hidden"] = hidden;
            header["settings"]["batchSize"] = json!(batch);
        })
    };
    assert_eq!(code(&sized(30, json!([2, 3]), 1)), "sides-not-halvable");
    assert_eq!(code(&sized(32, json!([2, 3]), 1)), "tensor-shape");
    assert_eq!(
        code(&sized(1024, json!(vec![4096; 8]), 4096)),
        "model-too-large"
    );
}

#[test]
fn tensors_that_are_not_as_they_should_be_are_refused() {
    let good = saved(Family::Adversarial);
    let renamed = changed(&good, true, |header| {
        let header = header.as_object_mut().expect("a header");
        let bias = header.remove("generator.0.bias").expect("a bias");
        header.insert("generator.0.bean".into(), bias);
    });
    assert_eq!(code(&renamed), "tensor-missing");
    let turned = changed(&good, true, |header| {
        header["generator.0.weight"]["shape"] = json!([4, 16]);
    });
    assert_eq!(code(&turned), "tensor-shape");
    let integers = changed(&good, true, |header| {
        header["average.0.bias"]["dtype"] = json!("I32");
    });
    assert_eq!(code(&integers), "tensor-shape");
    let written = |tensor: &str, value: f32| {
        let mut bent = good.clone();
        let start = 8 + length_of(&good);
        let header: Value = serde_json::from_slice(&good[8..start]).expect("a header");
        let offset = header[tensor]["data_offsets"][0].as_u64().expect(tensor) as usize;
        bent[start + offset..][..4].copy_from_slice(&value.to_le_bytes());
        code(&bent)
    };
    assert_eq!(written("discriminator.1.bias", f32::NAN), "tensor-value");
    assert_eq!(written("average.1.weight", f32::INFINITY), "tensor-value");
    let squares = "optimizer.generator.0.weight.exp_avg_sq";
    assert_eq!(written(squares, -1.0), "tensor-value");
    let means = "optimizer.generator.0.weight.exp_avg";
    assert_eq!(written(means, -1.0), "taken");
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let good = saved(Family::Variational);
    let start = 8 + length_of(&good);
    let header: Value = serde_json::from_slice(&good[8..start]).expect("a header");
    let tensors = header.as_object().expect("tensors").values();
    let ends = tensors.filter_map(|tensor| tensor["data_offsets"][1].as_u64());
    let ends = ends.map(|end| start + end as usize);
    let inside = (0..start).step_by(7).chain([start - 1, start]);
    let mut tried = 0;
    for end in inside.chain(ends).filter(|&end| end < good.len()) {
        for end in [end, end.saturating_sub(4), end + 1] {
            if end < good.len() {
                assert_eq!(code(&good[..end]), "checkpoint-damaged", "{end} bytes");
                tried += 1;
            }
        }
    }
    assert!(tried > 100);
    let longer = [&good[..], &[0; 4]].concat();
    assert_eq!(code(&longer), "checkpoint-damaged");
    // A header that is longer than the file, and than any memory.
    for length in [good.len() as u64, 1 << 30, u64::MAX] {
        let mut bent = good.clone();
        bent[..8].copy_from_slice(&length.to_le_bytes());
        assert_eq!(code(&bent), "checkpoint-damaged");
    }
}

/// What comes of a bent header is a refusal, or a session that can be used.
#[test]
fn no_flipped_byte_of_a_header_does_harm() {
    let good = saved(Family::Autoencoder);
    let start = 8 + length_of(&good);
    let mut taken = 0;
    for at in 0..start {
        for bit in [0x01, 0x04, 0x10, 0x80] {
            let mut bent = good.clone();
            bent[at] ^= bit;
            if outcome(&bent).is_ok() {
                let mut session =
                    block_on(Session::restore(&bent, EngineName::Cpu)).expect("it was taken");
                block_on(session.sample(1, 0, None)).err();
                if session.load_points(RING).is_ok() {
                    block_on(session.train(1)).err();
                }
                taken += 1;
            }
        }
    }
    // Digits of the seed, the step and so on.
    assert!(taken > 0);
}
