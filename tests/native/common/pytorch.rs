//! Networks of ours beside the same ones made of Burn's operations, from parameters in PyTorch's layout.

use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::engine::kernel::Activation;
use generative_playground::model::{Gradients, NamedParameter, Network};
use generative_playground::random::{Purpose, Random};

/// Few, and more than fit into the buffer for patches.
pub const BATCHES: [usize; 2] = [3, 1100];

pub fn normals<const RANK: usize>(shape: [usize; RANK], device: &Device) -> Tensor<RANK> {
    let values = Random::stream(3, Purpose::Evaluation, 0).normals(shape.iter().product());
    Tensor::from_data(TensorData::new(values, shape), device)
}

/// Parameters in PyTorch's layout, as a checkpoint has them.
pub fn in_pytorch(network: &Network, device: &Device) -> Vec<(Vec<usize>, Tensor<1>)> {
    let all = network.parameters().clone().into_data();
    let all = all.try_into_vec::<f32>().expect("floats");
    let ordered = |parameter: NamedParameter| {
        let values: Vec<f32> = parameter.indices.into_iter().map(|at| all[at]).collect();
        let count = values.len();
        let values = Tensor::from_data(TensorData::new(values, [count]), device);
        (parameter.shape, values.require_grad())
    };
    network
        .named_parameters()
        .into_iter()
        .map(ordered)
        .collect()
}

pub fn shaped<const RANK: usize>((shape, values): &(Vec<usize>, Tensor<1>)) -> Tensor<RANK> {
    let shape: [usize; RANK] = shape[..].try_into().expect("the rank of the layer");
    values.clone().reshape(shape)
}

/// Compares outputs and gradients of input and parameters with those of Burn's operations and autodiff.
pub fn compare(
    network: &Network,
    parameters: &[(Vec<usize>, Tensor<1>)],
    input: Tensor<2>,
    output_activation: Activation,
    pytorch: impl Fn(Tensor<2>) -> Tensor<2>,
) {
    let forward_pass = network.forward_pass(input.clone(), output_activation);
    let output = forward_pass.output.clone();
    let towards = normals(output.dims(), &Device::flex());
    let mut own_gradients = Gradients::zeros_like(network);
    let input_gradient =
        network.backward_to_input(forward_pass, towards.clone(), &mut own_gradients);
    let mut own = vec![values(output), values(input_gradient)];
    let all = values(own_gradients.flat().clone());
    let ordered = network
        .named_parameters()
        .into_iter()
        .map(|parameter| parameter.indices.into_iter().map(|at| all[at]).collect());
    own.extend(ordered);

    let input = Tensor::from_inner(input).require_grad();
    let output = pytorch(input.clone());
    let gradients = (output.clone() * Tensor::from_inner(towards))
        .sum()
        .backward();
    let input_gradient = input.grad(&gradients).expect("a gradient");
    let mut expected = vec![values(output.inner()), values(input_gradient)];
    let of_parameters = parameters.iter().map(|(_, parameter)| {
        let gradient = parameter.grad(&gradients);
        values(gradient.expect("a gradient"))
    });
    expected.extend(of_parameters);

    for (own, expected) in own.into_iter().zip(expected) {
        assert_eq!(own.len(), expected.len());
        let scale = expected
            .iter()
            .fold(1f32, |most, value| most.max(value.abs()));
        let differences = own.iter().zip(&expected).map(|(a, b)| (a - b).abs());
        let largest = differences.fold(0.0, f32::max);
        assert!(
            largest < 1e-4 * scale,
            "they differ by {largest} of {scale}"
        );
        assert!(
            own.iter().any(|value| value.abs() > 1e-3),
            "nothing to compare"
        );
    }
}

fn values<const RANK: usize>(tensor: Tensor<RANK>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("floats")
}
