//! Saving and restoring: training goes on exactly, and PyTorch can read the file.

use crate::common::{RING, digits, session_on_digits, session_on_ring};
use generative_playground::engine::EngineName;
use generative_playground::model::{Family, HiddenActivation};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;
use safetensors::SafeTensors;

const FAMILIES: [Family; 3] = [
    Family::Autoencoder,
    Family::Variational,
    Family::Adversarial,
];

fn next_ten(session: &mut Session) -> Vec<Vec<(&'static str, f32)>> {
    (0..10)
        .map(|_| {
            block_on(session.train(1))
                .expect("training goes well")
                .losses
        })
        .collect()
}

#[test]
fn a_restored_session_gives_the_same_next_losses() {
    for family in FAMILIES {
        let mut original = session_on_ring(family);
        // Past the end of the first epoch (10,000 points, batches of 32), so that its place matters.
        block_on(original.train(320)).expect("training goes well");
        let bytes = block_on(original.save()).expect("a model to save");
        let mut restored =
            block_on(Session::restore(&bytes, EngineName::Cpu)).expect("our own file");
        assert_eq!(restored.step(), 320);
        assert_eq!(restored.settings(), original.settings());
        restored.load_points(RING).expect("a sound ring");
        assert_eq!(
            next_ten(&mut restored),
            next_ten(&mut original),
            "{family:?}"
        );
    }
}

#[test]
fn weights_alone_are_a_sixth_as_long_and_make_the_same_up_to_rounding() {
    for family in FAMILIES {
        let mut original = session_on_digits(Choices {
            family: Some(family),
            // The generator's loss comes after a step of the discriminator, which is a small one so.
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(5e-4),
                ..OptimizerChoices::default()
            }),
            ..Choices::default()
        });
        block_on(original.train(60)).expect("training goes well");
        let whole = block_on(original.save()).expect("a model to save");
        let weights = block_on(original.save_weights()).expect("a model to save");
        let share = weights.len() as f64 / whole.len() as f64;
        assert!(share < 0.22, "{family:?}: {share:.2} of the whole file");
        let mut restored =
            block_on(Session::restore(&weights, EngineName::Cpu)).expect("our own file");
        let [images, labels] =
            ["images-idx3", "labels-idx1"].map(|kind| digits(&format!("train-{kind}-ubyte.gz")));
        restored
            .load_images(&images, Some(&labels))
            .expect("shipped data");
        let samples = |session: &Session| block_on(session.sample(20, 1, None)).expect("samples");
        let differences = samples(&restored)
            .into_iter()
            .zip(samples(&original))
            .map(|(restored, original)| (restored - original).abs());
        assert!(differences.fold(0.0, f32::max) < 0.02, "{family:?}");
        // The moments begin anew: the first steps are as large as any.
        let losses = |session: &mut Session| block_on(session.train(1)).expect("goes well").losses;
        let (before, after) = (losses(&mut original), losses(&mut restored));
        for ((name, before), (_, after)) in before.iter().zip(&after) {
            let near = (before - after).abs() <= 0.1 * before.abs();
            assert!(near, "{family:?}, {name}: {before} and {after}");
        }
        block_on(restored.train(20)).expect("training goes well");
        let bytes = block_on(restored.save()).expect("a model to save");
        let mut again = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("our own file");
        again
            .load_images(&images, Some(&labels))
            .expect("shipped data");
        assert_eq!(next_ten(&mut again), next_ten(&mut restored), "{family:?}");
    }
}

#[test]
fn a_restored_session_works_before_data_are_loaded() {
    let mut original = session_on_ring(Family::Variational);
    block_on(original.train(3)).expect("training goes well");
    let bytes = block_on(original.save()).expect("a model to save");
    let restored = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("our own file");
    let samples = |session: &Session| block_on(session.sample(5, 1, None)).expect("samples");
    assert_eq!(samples(&restored), samples(&original));
}

#[test]
fn weights_have_the_names_and_the_layout_of_pytorch() {
    let mut session = session_on_digits(Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![20]),
        code: Some(5),
        ..Choices::default()
    });
    block_on(session.train(1)).expect("training goes well");
    let bytes = block_on(session.save()).expect("a model to save");
    let file = SafeTensors::deserialize(&bytes).expect("a safetensors file");
    let read = |name: &str| -> (Vec<usize>, Vec<f32>) {
        let view = file.tensor(name).expect(name);
        let values = view
            .data()
            .chunks_exact(4)
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        (view.shape().to_vec(), values.collect())
    };
    // x W^T + b with ReLU between, as nn.Linear computes it, must give the session's own codes.
    let layer = |input: &[f32], name: &str| -> Vec<f32> {
        let (shape, weight) = read(&format!("{name}.weight"));
        let (_, bias) = read(&format!("{name}.bias"));
        assert_eq!(shape, [bias.len(), input.len()], "{name}");
        let rows = weight.chunks_exact(input.len());
        rows.zip(bias)
            .map(|(row, bias)| bias + row.iter().zip(input).map(|(w, x)| w * x).sum::<f32>())
            .collect()
    };
    let example = session.examples(3, 1).expect("an example");
    let hidden: Vec<f32> = layer(&example, "encoder.0")
        .into_iter()
        .map(|x| x.max(0.0))
        .collect();
    let code = layer(&hidden, "encoder.1");
    let own = block_on(session.encode(&example)).expect("codes");
    assert!(
        code.iter().zip(&own).all(|(a, b)| (a - b).abs() < 1e-4),
        "{code:?} {own:?}"
    );
    assert_eq!(read("optimizer.encoder.0.weight.exp_avg").0, [20, 784]);
}

/// A file from before there was a choice of activation: a GAN of the ring, seed 7, 8 hidden units, code 2, batches of 16,
/// saved at step 100. What follows is what the library of that time gave after it.
#[test]
fn an_old_file_goes_on_with_relu_as_before() {
    let old = include_bytes!("../data/adversarial-relu.safetensors");
    let mut session = block_on(Session::restore(old, EngineName::Cpu)).expect("an old file");
    assert_eq!(session.settings().activation, HiddenActivation::Relu);
    session.load_points(RING).expect("a sound ring");
    let expected = [
        [1.2953817, 0.6539799, 0.5685032, 0.5174729],
        [1.3400348, 0.6569589, 0.54356074, 0.517122],
        [1.3140684, 0.6731831, 0.55240995, 0.51233816],
    ];
    for (calls, expected) in (1..).zip(expected) {
        let losses = block_on(session.train(50))
            .expect("training goes well")
            .losses;
        for ((name, loss), expected) in losses.into_iter().zip(expected) {
            assert!(
                (loss - expected).abs() < 1e-4,
                "{name} of call {calls}: {loss}, not {expected}"
            );
        }
    }
    let bytes = block_on(session.save()).expect("a model to save");
    let again = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("our own file");
    assert_eq!(again.settings().activation, HiddenActivation::Relu);
}

#[test]
fn bad_checkpoints_are_refused() {
    let mut session = session_on_ring(Family::Autoencoder);
    block_on(session.train(1)).expect("training goes well");
    let good = block_on(session.save()).expect("a model to save");
    let refusal = |bytes: &[u8]| match block_on(Session::restore(bytes, EngineName::Cpu)) {
        Ok(_) => panic!("a bad checkpoint was taken"),
        Err(error) => error.to_string(),
    };
    assert!(refusal(b"").contains("not a whole safetensors file"));
    assert!(refusal(&good[..good.len() - 8]).contains("not a whole safetensors file"));
    assert!(refusal(&digits("t10k-labels-idx1-ubyte.gz")).contains("not a whole safetensors file"));
    let foreign = safetensors::serialize(
        Vec::<(String, safetensors::tensor::TensorView<'_>)>::new(),
        None,
    );
    assert!(refusal(&foreign.expect("an empty file")).contains("no playground session"));
    // The same length, so that only the content is wrong.
    let renamed = |from: &str, to: &str| {
        let mut windows = good.windows(from.len());
        let at = windows
            .position(|window| window == from.as_bytes())
            .expect(from);
        let mut bytes = good.clone();
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        refusal(&bytes)
    };
    assert!(
        renamed("\"encoder.0.bias\"", "\"encoder.0.bean\"")
            .contains("no tensor \"encoder.0.bias\"")
    );
    assert!(renamed("version\\\":1", "version\\\":9").contains("version 9"));
}
