//! Convolutional networks must give the same as PyTorch's convolutions of the same parameters in PyTorch's layout.

use crate::common::pytorch::{BATCHES, compare, in_pytorch, normals, shaped};
use crate::common::{RING, session, session_on_digits};
use burn::tensor::activation::{leaky_relu, sigmoid};
use burn::tensor::module::{conv_transpose2d, conv2d};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};
use burn::tensor::{Device, Tensor};
use generative_playground::dataset::Shape;
use generative_playground::engine::kernel::{Activation, NEGATIVE_SLOPE};
use generative_playground::model::{Family, HiddenActivation, ModelConfig, Network, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

fn config() -> ModelConfig {
    ModelConfig {
        shape: Shape::Image {
            height: 8,
            width: 12,
        },
        downscaled: false,
        labels: 0,
        packing: 1,
        network: NetworkKind::Convolutional,
        hidden: vec![3, 5],
        code: 7,
        activation: HiddenActivation::LeakyRelu,
        seed: 1,
    }
}

#[test]
fn an_encoder_is_pytorchs_convolution() {
    let device = Device::flex();
    let network = Network::init(
        &config().encoder_layers(4),
        Activation::LeakyRelu,
        1,
        0,
        &device,
    );
    let parameters = in_pytorch(&network, &device.clone().autodiff());
    for batch in BATCHES {
        let input = normals([batch, 8 * 12], &device);
        compare(&network, &parameters, input, Activation::Linear, |input| {
            let options = || ConvOptions::new([2, 2], [1, 1], [1, 1], 1);
            let mut signal: Tensor<4> = input.reshape([batch, 1, 8, 12]);
            for layer in 0..2 {
                let (weight, bias) = (
                    shaped(&parameters[2 * layer]),
                    shaped(&parameters[2 * layer + 1]),
                );
                signal = leaky_relu(
                    conv2d(signal, weight, Some(bias), options()),
                    f64::from(NEGATIVE_SLOPE),
                );
            }
            let flat: Tensor<2> = signal.reshape([batch, 5 * 2 * 3]);
            let weight: Tensor<2> = shaped(&parameters[4]);
            flat.matmul(weight.transpose()) + shaped::<1>(&parameters[5]).unsqueeze()
        });
    }
}

#[test]
fn a_decoder_is_pytorchs_transposed_convolution() {
    let device = Device::flex();
    let network = Network::init(
        &config().decoder_layers(),
        Activation::LeakyRelu,
        1,
        0,
        &device,
    );
    let parameters = in_pytorch(&network, &device.clone().autodiff());
    for batch in BATCHES {
        let input = normals([batch, 7], &device);
        compare(&network, &parameters, input, Activation::Sigmoid, |input| {
            let weight: Tensor<2> = shaped(&parameters[0]);
            let flat = input.matmul(weight.transpose()) + shaped::<1>(&parameters[1]).unsqueeze();
            let mut signal: Tensor<4> =
                leaky_relu(flat, f64::from(NEGATIVE_SLOPE)).reshape([batch, 5, 2, 3]);
            for layer in 1..3 {
                let options = ConvTransposeOptions::new([2, 2], [1, 1], [0, 0], [1, 1], 1);
                let (weight, bias) = (
                    shaped(&parameters[2 * layer]),
                    shaped(&parameters[2 * layer + 1]),
                );
                signal = conv_transpose2d(signal, weight, Some(bias), options);
                signal = if layer == 1 {
                    leaky_relu(signal, f64::from(NEGATIVE_SLOPE))
                } else {
                    sigmoid(signal)
                };
            }
            signal.reshape([batch, 8 * 12])
        });
    }
}

#[test]
fn every_family_learns_and_goes_on_from_a_file() {
    for family in [
        Family::Autoencoder,
        Family::Variational,
        Family::Adversarial,
    ] {
        let mut original = session_on_digits(Choices {
            family: Some(family),
            network: Some(NetworkKind::Convolutional),
            hidden: Some(vec![4, 8]),
            code: Some(8),
            batch_size: Some(16),
            ..Choices::default()
        });
        let first = block_on(original.train(1))
            .expect("training goes well")
            .losses[0]
            .1;
        let last = block_on(original.train(60))
            .expect("training goes well")
            .losses[0]
            .1;
        println!("{family:?}, convolutional: loss {first:.3}, after 60 steps {last:.3}");
        assert!(last < 0.95 * first, "{family:?}: from {first} to {last}");
        let bytes = block_on(original.save()).expect("a model to save");
        let mut restored = block_on(Session::restore(
            &bytes,
            generative_playground::engine::EngineName::Cpu,
        ))
        .expect("our own file");
        let images = crate::common::digits("train-images-idx3-ubyte.gz");
        restored.load_images(&images, None).expect("shipped data");
        let next = |session: &mut Session| {
            block_on(session.train(3))
                .expect("training goes well")
                .losses
        };
        assert_eq!(next(&mut restored), next(&mut original), "{family:?}");
    }
}

#[test]
fn what_cannot_be_halved_is_refused() {
    let choices = |hidden| Choices {
        family: Some(Family::Adversarial),
        network: Some(NetworkKind::Convolutional),
        hidden: Some(hidden),
        ..Choices::default()
    };
    let refusal = session(choices(vec![8, 16]))
        .load_points(RING)
        .expect_err("points have no sides");
    assert!(
        refusal
            .to_string()
            .contains("Expected network \"dense\" there"),
        "{refusal}"
    );
    let images = crate::common::digits("train-images-idx3-ubyte.gz");
    let mut deep = session(choices(vec![4, 8, 16]));
    let refusal = deep
        .load_images(&images, None)
        .expect_err("28 is twice 14 is twice 7");
    assert!(refusal.to_string().contains("28 by 28"), "{refusal}");
    let refusal = block_on(Session::create(choices(vec![4096, 4096])));
    let refusal = refusal.err().expect("it would not fit");
    assert_eq!(refusal.code(), "model-too-large");
}
