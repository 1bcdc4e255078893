//! Convolutions of signals must give the same as PyTorch's one-dimensional ones of the same parameters in PyTorch's layout.

use crate::common::pytorch::{BATCHES, compare, in_pytorch, normals, shaped};
use burn::tensor::activation::leaky_relu;
use burn::tensor::module::{conv_transpose1d, conv1d};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};
use burn::tensor::{Device, Tensor};
use generative_playground::dataset::Shape;
use generative_playground::engine::kernel::{Activation, NEGATIVE_SLOPE};
use generative_playground::model::{HiddenActivation, ModelConfig, Network, NetworkKind};

const LENGTH: usize = 24;

fn config() -> ModelConfig {
    ModelConfig {
        shape: Shape::Signal { length: LENGTH },
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

fn activated(signal: Tensor<3>) -> Tensor<3> {
    leaky_relu(signal, f64::from(NEGATIVE_SLOPE))
}

#[test]
fn an_encoder_of_signals_is_pytorchs_convolution() {
    let device = Device::flex();
    let layers = config().encoder_layers(4);
    let network = Network::init(&layers, Activation::LeakyRelu, 1, 0, &device);
    let parameters = in_pytorch(&network, &device.clone().autodiff());
    for batch in BATCHES {
        let input = normals([batch, LENGTH], &device);
        compare(&network, &parameters, input, Activation::Linear, |input| {
            let mut signal: Tensor<3> = input.reshape([batch, 1, LENGTH]);
            for layer in 0..2 {
                let weight = shaped(&parameters[2 * layer]);
                let bias = shaped(&parameters[2 * layer + 1]);
                let options = ConvOptions::new([2], [1], [1], 1);
                signal = activated(conv1d(signal, weight, Some(bias), options));
            }
            let flat: Tensor<2> = signal.reshape([batch, 5 * LENGTH / 4]);
            let weight: Tensor<2> = shaped(&parameters[4]);
            flat.matmul(weight.transpose()) + shaped::<1>(&parameters[5]).unsqueeze()
        });
    }
}

#[test]
fn a_decoder_of_signals_is_pytorchs_transposed_convolution() {
    let device = Device::flex();
    let layers = config().decoder_layers();
    let network = Network::init(&layers, Activation::LeakyRelu, 1, 0, &device);
    let parameters = in_pytorch(&network, &device.clone().autodiff());
    for batch in BATCHES {
        let input = normals([batch, 7], &device);
        compare(&network, &parameters, input, Activation::Linear, |input| {
            let weight: Tensor<2> = shaped(&parameters[0]);
            let flat = input.matmul(weight.transpose()) + shaped::<1>(&parameters[1]).unsqueeze();
            let mut signal = activated(flat.reshape([batch, 5, LENGTH / 4]));
            for layer in 1..3 {
                let weight = shaped(&parameters[2 * layer]);
                let bias = shaped(&parameters[2 * layer + 1]);
                let options = ConvTransposeOptions::new([2], [1], [0], [1], 1);
                signal = conv_transpose1d(signal, weight, Some(bias), options);
                if layer == 1 {
                    signal = activated(signal);
                }
            }
            signal.reshape([batch, LENGTH])
        });
    }
}
