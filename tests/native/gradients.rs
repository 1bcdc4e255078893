//! The gradient of every objective, and of every network as a whole, against central finite differences.

use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::dataset::Shape;
use generative_playground::engine::kernel::{
    Activation, StepScalars, reparameterize, reparameterize_backward,
};
use generative_playground::model::{
    Gradients, HiddenActivation, ModelConfig, Network, NetworkKind,
};
use generative_playground::objective::{Likelihood, Objective, reconstruction_loss};
use generative_playground::random::{Purpose, Random};

const ROWS: usize = 3;
const COLUMNS: usize = 4;

fn tensor(values: &[f32]) -> Tensor<2> {
    let data = TensorData::new(values.to_vec(), [ROWS, values.len() / ROWS]);
    Tensor::from_data(data, &Device::flex())
}

fn values<const RANK: usize>(tensor: Tensor<RANK>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("floats")
}

fn sum(losses: Tensor<2>) -> f64 {
    values(losses).into_iter().map(f64::from).sum()
}

/// Compares a gradient with differences of the loss; 1 % is what differences in 32 bits can tell.
fn compare(name: &str, at: &[f32], gradient: &[f32], loss: impl Fn(&[f32]) -> f64) {
    const STEP: f32 = 1e-2;
    for index in 0..at.len() {
        let moved = |by: f32| {
            let mut moved = at.to_vec();
            moved[index] += by;
            loss(&moved)
        };
        let difference = (moved(STEP) - moved(-STEP)) / (2.0 * f64::from(STEP));
        let found = f64::from(gradient[index]);
        assert!(
            (found - difference).abs() <= 1e-2 * difference.abs().max(0.05),
            "{name}: gradient {found} at {index}, difference {difference}"
        );
    }
}

fn normals(index: u64, count: usize) -> Vec<f32> {
    Random::stream(11, Purpose::Evaluation, index).normals(count)
}

/// Compares the gradient that comes with the losses of `columns` random numbers a row.
fn check(name: &str, columns: usize, loss: impl Fn(Tensor<2>) -> (Tensor<2>, Tensor<2>)) {
    let at = normals(columns as u64, ROWS * columns);
    let (_, gradient) = loss(tensor(&at));
    compare(name, &at, &values(gradient), |moved| {
        sum(loss(tensor(moved)).0)
    });
}

/// Targets between 0 and 1, `[ROWS, COLUMNS]`.
fn targets() -> Tensor<2> {
    let mut random = Random::stream(5, Purpose::Evaluation, 9);
    let values: Vec<f32> = (0..ROWS * COLUMNS).map(|_| random.uniform()).collect();
    tensor(&values)
}

const NATS: Likelihood = Likelihood::Nats { deviation: 0.7 };

#[test]
fn reconstruction() {
    for objective in [Objective::BinaryCrossEntropy, Objective::MeanSquaredError] {
        for likelihood in [Likelihood::PerValue, NATS] {
            let name = format!("{objective:?} {likelihood:?}");
            check(&name, COLUMNS, |decoded| {
                reconstruction_loss(objective, likelihood, 1, decoded, targets(), 0.5)
            });
        }
    }
}

/// Two places, of as many symbols as there are columns.
#[test]
fn reconstruction_of_symbols() {
    let mut wanted = [0.0; 2 * ROWS * COLUMNS];
    for place in 0..2 * ROWS {
        wanted[place * COLUMNS + place % COLUMNS] = 1.0;
    }
    for likelihood in [Likelihood::PerValue, NATS] {
        check(&format!("symbols {likelihood:?}"), 2 * COLUMNS, |decoded| {
            let objective = Objective::CategoricalCrossEntropy;
            reconstruction_loss(
                objective,
                likelihood,
                COLUMNS,
                decoded,
                tensor(&wanted),
                0.5,
            )
        });
    }
}

#[test]
fn divergence() {
    check("divergence", 2 * COLUMNS, |posterior| {
        let zero_noise = || tensor(&[0.0; ROWS * COLUMNS]);
        // The weight of the divergence among them.
        let ones = || Tensor::ones([StepScalars::COUNT], &Device::flex());
        let (_, divergence) = reparameterize(posterior.clone(), zero_noise());
        (
            divergence,
            reparameterize_backward(posterior, zero_noise(), zero_noise(), ones(), 1.0),
        )
    });
}

/// A whole network, dense and convolutional, encoder and decoder.
#[test]
fn networks() {
    let dense = ModelConfig {
        shape: Shape::Point,
        downscaled: false,
        labels: 0,
        packing: 1,
        network: NetworkKind::Dense,
        hidden: vec![5, 4],
        code: 3,
        activation: HiddenActivation::Relu,
        seed: 1,
    };
    let convolutional = ModelConfig {
        shape: Shape::Image {
            height: 8,
            width: 4,
        },
        network: NetworkKind::Convolutional,
        hidden: vec![2, 3],
        ..dense.clone()
    };
    for config in [dense, convolutional] {
        let (features, device) = (config.shape.features(), Device::flex());
        // Smooth, since finite differences fail at a kink.
        let between = Activation::Sigmoid;
        for (configs, inputs, outputs) in [
            (config.encoder_layers(2), features, 2),
            (config.decoder_layers(), config.code, features),
        ] {
            let network = Network::init(&configs, between, 1, 0, &device);
            let input = normals(20, ROWS * inputs);
            let gradient = tensor(&normals(21, ROWS * outputs));
            let loss = |network: &Network, input: &[f32]| {
                let output = network.forward(tensor(input), Activation::Linear);
                sum(output * gradient.clone())
            };

            let mut gradients = Gradients::zeros_like(&network);
            let forward_pass = network.forward_pass(tensor(&input), Activation::Linear);
            let input_gradient =
                network.backward_to_input(forward_pass, gradient.clone(), &mut gradients);
            let name = format!("{:?}", configs[0]);
            compare(&name, &input, &values(input_gradient), |moved| {
                loss(&network, moved)
            });
            let at = values(network.parameters().clone());
            let found = values(gradients.flat().clone());
            compare(&name, &at, &found, |moved| {
                let mut network = network.clone();
                network.map_parameters(|_| {
                    let data = TensorData::new(moved.to_vec(), [moved.len()]);
                    Tensor::from_data(data, &device)
                });
                loss(&network, &input)
            });
        }
    }
}

/// Known answers: a gradient can be right of a loss that is wrong by a constant.
#[test]
fn known_values() {
    let zeros = || tensor(&[0.0; ROWS]);
    let near = |found: f64, expected: f32| {
        assert!(
            (found - f64::from(expected)).abs() < 1e-5,
            "{found}, not {expected}"
        );
    };
    let divergence = |posterior: &[f32]| sum(reparameterize(tensor(posterior), zeros()).1);
    near(divergence(&[0.0; 2 * ROWS]), 0.0);
    // KL(N(1, e) || N(0, 1)) = (1 + e - 1 - 1) / 2
    let expected = ROWS as f32 * (std::f32::consts::E - 1.0) / 2.0;
    near(divergence(&[1.0; 2 * ROWS]), expected);

    // -ln N(0; 0, 1) = ln(2 pi) / 2
    let unit = Likelihood::Nats { deviation: 1.0 };
    let constant = unit.constant(Objective::MeanSquaredError, 1);
    near(f64::from(constant), 0.5 * std::f32::consts::TAU.ln());
    // Large logits must not overflow: -ln sigmoid(-200) = 200
    let large = tensor(&[-200.0; ROWS]);
    let found = reconstruction_loss(
        Objective::BinaryCrossEntropy,
        unit,
        1,
        large,
        tensor(&[1.0; ROWS]),
        1.0,
    )
    .0;
    near(sum(found), 200.0 * ROWS as f32);
}
