//! The losses of a GAN's networks: their values, their gradients against finite differences, and the gradient penalty and its
//! gradient against differences of the gradient itself.

use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::dataset::Shape;
use generative_playground::engine::kernel::{
    Activation, AdversarialKind, AdversarialLogits, NormPenalty, StepScalars, adversarial_loss,
};
use generative_playground::model::{
    Gradients, HiddenActivation, ModelConfig, Network, NetworkKind,
};
use generative_playground::objective::{Objective, probability_real};
use generative_playground::random::{Purpose, Random};
use serde_json::Value;

const KINDS: [AdversarialKind; 6] = [
    AdversarialKind::NonSaturating,
    AdversarialKind::Saturating,
    AdversarialKind::LeastSquares,
    AdversarialKind::Hinge,
    AdversarialKind::Wasserstein,
    AdversarialKind::Relativistic,
];
const LOGITS: [AdversarialLogits; 2] = [
    AdversarialLogits::Discriminator,
    AdversarialLogits::Generator,
];
const BATCH: usize = 3;
const WEIGHT: f32 = 0.8;

fn tensor(values: &[f32], columns: usize) -> Tensor<2> {
    let data = TensorData::new(values.to_vec(), [values.len() / columns, columns]);
    Tensor::from_data(data, &Device::flex())
}

fn values<const RANK: usize>(tensor: Tensor<RANK>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("floats")
}

fn scalars() -> Tensor<1> {
    let scalars = StepScalars {
        step_size: 0.0,
        second_moment_correction: 1.0,
        ema_weight: 0.0,
        weight_decay: 0.0,
        penalty_weight: WEIGHT,
    };
    let data = TensorData::new(scalars.to_array().to_vec(), [StepScalars::COUNT]);
    Tensor::from_data(data, &Device::flex())
}

/// Losses and gradient of logits.
fn found(logits: &[f32], of: AdversarialLogits, kind: AdversarialKind) -> [Vec<f32>; 2] {
    let (losses, gradient) = adversarial_loss(tensor(logits, 1), of, kind);
    [values(losses), values(gradient)]
}

fn sum(values: &[f32]) -> f64 {
    values.iter().map(|&value| f64::from(value)).sum()
}

#[test]
fn gradients_are_those_of_what_is_minimised() {
    const STEP: f32 = 1e-2;
    for kind in KINDS {
        for of in LOGITS {
            let count = of.parts(kind) * BATCH;
            let logits = Random::stream(3, Purpose::Evaluation, 1).normals(count);
            let [_, gradient] = found(&logits, of, kind);
            // The generator's is that of generated examples alone, which come last.
            let first = count - gradient.len();
            for (index, &slope) in gradient.iter().enumerate() {
                let index = first + index;
                let moved = |by: f32| {
                    let mut moved = logits.clone();
                    moved[index] += by;
                    sum(&found(&moved, of, kind)[0])
                };
                let difference = (moved(STEP) - moved(-STEP)) / (2.0 * f64::from(STEP));
                assert!(
                    (f64::from(slope) - difference).abs() <= 1e-2 * difference.abs().max(0.05),
                    "{kind:?} {of:?}: gradient {slope} at {index}, difference {difference}"
                );
            }
        }
    }
}

/// Known answers: a gradient can be right of a loss that is wrong by a constant.
#[test]
fn losses_of_undecided_and_of_sure_logits() {
    let loss = |logits: &[f32], of, kind| found(logits, of, kind)[0].iter().sum::<f32>();
    let discriminator =
        |kind, real, generated| loss(&[real, generated], AdversarialLogits::Discriminator, kind);
    let generator = |kind, logit| loss(&[logit], AdversarialLogits::Generator, kind);
    let near = |found: f32, expected: f32| {
        assert!((found - expected).abs() < 1e-5, "{found}, not {expected}");
    };
    let undecided = std::f32::consts::LN_2;
    near(
        discriminator(AdversarialKind::NonSaturating, 0.0, 0.0),
        2.0 * undecided,
    );
    near(generator(AdversarialKind::NonSaturating, 0.0), undecided);
    near(generator(AdversarialKind::Saturating, 0.0), -undecided);
    near(discriminator(AdversarialKind::LeastSquares, 0.0, 0.0), 0.5);
    near(generator(AdversarialKind::LeastSquares, 3.0), 2.0);
    near(discriminator(AdversarialKind::Hinge, 2.0, -0.5), 0.5);
    near(generator(AdversarialKind::Hinge, -1.5), 1.5);
    // Where the discriminator is sure, the saturating loss starves the generator and the other does not.
    let slope = |kind| found(&[-8.0], AdversarialLogits::Generator, kind)[1][0].abs();
    assert!(slope(AdversarialKind::Saturating) < 1e-3);
    assert!(slope(AdversarialKind::NonSaturating) > 0.99);

    near(probability_real(Objective::NonSaturating, 0.0), 0.5);
    near(probability_real(Objective::LeastSquares, 1.5), 1.0);
    near(probability_real(Objective::Hinge, 0.0), 0.5);
    near(probability_real(Objective::Hinge, -1.0), 0.0);
}

/// A discriminator of pictures, and how many numbers these have.
fn discriminator(network: NetworkKind) -> (Network, usize) {
    let config = ModelConfig {
        shape: Shape::Image {
            height: 8,
            width: 8,
        },
        downscaled: false,
        labels: 0,
        packing: 1,
        network,
        hidden: vec![4, 3],
        code: 3,
        activation: HiddenActivation::Relu,
        seed: 1,
    };
    let layers = config.encoder_layers(1);
    let device = Device::flex();
    (
        Network::init(&layers, Activation::LeakyRelu, 1, 0, &device),
        64,
    )
}

/// The weighted mean of the penalty on gradients at examples, by the gradient itself.
fn mean_penalty(network: &Network, penalty: NormPenalty, examples: &[f32], inputs: usize) -> f64 {
    let batch = examples.len() / inputs;
    let pass = network.forward_pass(tensor(examples, inputs), Activation::Linear);
    let gradient = values(network.input_gradient(pass, tensor(&vec![1.0; batch], 1)));
    let penalties = gradient.chunks_exact(inputs).map(|gradient| {
        let square: f64 = gradient.iter().map(|&slope| f64::from(slope).powi(2)).sum();
        match penalty {
            NormPenalty::AboutZero => 0.5 * square,
            NormPenalty::AboutOne => (square.sqrt() - 1.0).powi(2),
        }
    });
    f64::from(WEIGHT) * penalties.sum::<f64>() / batch as f64
}

#[test]
fn penalties_and_their_gradients_are_those_of_the_gradient() {
    const STEP: f32 = 1e-3;
    let networks = [NetworkKind::Dense, NetworkKind::Convolutional];
    let penalties = [NormPenalty::AboutZero, NormPenalty::AboutOne];
    for (kind, penalty) in networks
        .into_iter()
        .flat_map(|kind| penalties.map(|penalty| (kind, penalty)))
    {
        let (network, inputs) = discriminator(kind);
        let examples = Random::stream(4, Purpose::Evaluation, 2).normals(BATCH * inputs);
        let pass = network.forward_pass(tensor(&examples, inputs), Activation::Linear);
        let ones = tensor(&[-1.0 / BATCH as f32; BATCH], 1);
        let mut gradients = Gradients::zeros_like(&network);
        let squares = network.gradient_penalty(pass, ones, scalars(), penalty, &mut gradients);
        // What is told of both is the squared gradient.
        let exact = mean_penalty(&network, NormPenalty::AboutZero, &examples, inputs);
        let found = 0.5 * f64::from(WEIGHT) * sum(&values(squares));
        assert!(
            (found - exact).abs() < 1e-5 * exact,
            "{kind:?}: {found}, exactly {exact}"
        );
        let gradients = values(gradients.flat().clone());
        let largest = gradients
            .iter()
            .fold(0f64, |largest, &slope| largest.max(f64::from(slope).abs()));
        assert!(largest > 1e-4, "{kind:?}: there is a gradient");
        let at = values(network.parameters().clone());
        for (index, found) in gradients.into_iter().enumerate() {
            let moved = |by: f32| {
                let mut moved = at.clone();
                moved[index] += by;
                let mut network = network.clone();
                network.map_parameters(|_| {
                    Tensor::from_data(TensorData::new(moved, [at.len()]), &Device::flex())
                });
                mean_penalty(&network, penalty, &examples, inputs)
            };
            let difference = (moved(STEP) - moved(-STEP)) / (2.0 * f64::from(STEP));
            assert!(
                (f64::from(found) - difference).abs() < 0.02 * largest,
                "{kind:?}, {penalty:?}: gradient {found} of parameter {index}, difference {difference}"
            );
        }
    }
}

/// Written by `benches/pytorch/penalty.py`.
const BY_PYTORCH: &str = include_str!("../data/penalties.json");

fn numbers(list: &Value) -> Option<Vec<f32>> {
    let numbers = list.as_array()?.iter();
    numbers
        .map(|number| number.as_f64().map(|number| number as f32))
        .collect()
}

#[test]
fn penalties_and_their_gradients_are_those_of_pytorch() {
    let by_pytorch: Value = serde_json::from_str(BY_PYTORCH).expect("whole numbers");
    for (kind, name) in [
        (NetworkKind::Dense, "dense"),
        (NetworkKind::Convolutional, "convolutional"),
    ] {
        let expected = &by_pytorch[name];
        let (mut network, inputs) = discriminator(kind);
        let weights = |parameter: &str, _: &[usize]| {
            Ok(numbers(&expected["parameters"][parameter]).expect("every parameter"))
        };
        let parameters = network.from_pytorch(weights).expect("every parameter");
        network.map_parameters(|_| parameters);
        let examples = numbers(&expected["examples"]).expect("examples");
        for (penalty, name) in [
            (NormPenalty::AboutZero, "aboutZero"),
            (NormPenalty::AboutOne, "aboutOne"),
        ] {
            let expected = &expected[name];
            let weight = f64::from(WEIGHT);
            let value = mean_penalty(&network, penalty, &examples, inputs) / weight;
            let theirs = expected["penalty"].as_f64().expect("a number");
            assert!(
                (value - theirs).abs() < 1e-5 * theirs,
                "{kind:?}, {penalty:?}: {value}, by PyTorch {theirs}"
            );
            let pass = network.forward_pass(tensor(&examples, inputs), Activation::Linear);
            let ones = tensor(&[-1.0 / BATCH as f32; BATCH], 1);
            let mut gradients = Gradients::zeros_like(&network);
            network.gradient_penalty(pass, ones, scalars(), penalty, &mut gradients);
            // A bias moves no gradient, and PyTorch has none of it.
            let theirs = |parameter: &str, shape: &[usize]| {
                let found = numbers(&expected["gradients"][parameter]);
                Ok(found.unwrap_or_else(|| vec![0.0; shape.iter().product()]))
            };
            let theirs = values(network.from_pytorch(theirs).expect("every parameter"));
            let largest = theirs
                .iter()
                .fold(0f32, |largest, slope| largest.max(slope.abs()));
            for (found, theirs) in values(gradients.flat().clone()).into_iter().zip(theirs) {
                assert!(
                    (found - WEIGHT * theirs).abs() < 1e-5 * largest,
                    "{kind:?}, {penalty:?}: gradient {found}, by PyTorch {}",
                    WEIGHT * theirs
                );
            }
        }
    }
}
