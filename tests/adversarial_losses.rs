//! The losses of a GAN's networks: their values, their gradients against finite differences, and the gradient penalty against
//! the gradient itself.

use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::dataset::Shape;
use generative_playground::engine::kernel::{
    Activation, AdversarialKind, AdversarialLogits, PERTURBATION, StepScalars, adversarial_loss,
};
use generative_playground::model::{
    Gradients, HiddenActivation, ModelConfig, Network, NetworkKind,
};
use generative_playground::objective::{Objective, probability_real};
use generative_playground::random::{Purpose, Random};

const KINDS: [AdversarialKind; 6] = [
    AdversarialKind::NonSaturating,
    AdversarialKind::Saturating,
    AdversarialKind::LeastSquares,
    AdversarialKind::Hinge,
    AdversarialKind::Wasserstein,
    AdversarialKind::Relativistic,
];
const LOGITS: [AdversarialLogits; 3] = [
    AdversarialLogits::Discriminator,
    AdversarialLogits::Perturbed,
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

/// Losses, squared slopes and gradient of logits.
fn found(logits: &[f32], of: AdversarialLogits, kind: AdversarialKind) -> [Vec<f32>; 3] {
    let (losses, slopes, gradient) = adversarial_loss(tensor(logits, 1), scalars(), of, kind);
    [values(losses), values(slopes), values(gradient)]
}

/// What is minimised: losses, and half the weighted mean of the squared slopes.
fn minimised(logits: &[f32], of: AdversarialLogits, kind: AdversarialKind) -> f64 {
    let [losses, slopes, _] = found(logits, of, kind);
    let sum = |values: &[f32]| values.iter().map(|&value| f64::from(value)).sum::<f64>();
    sum(&losses) + 0.5 * f64::from(WEIGHT) * sum(&slopes)
}

#[test]
fn gradients_are_those_of_what_is_minimised() {
    const STEP: f32 = 1e-2;
    for kind in KINDS {
        for of in LOGITS {
            let count = of.parts(kind) * BATCH;
            let mut logits = Random::stream(3, Purpose::Evaluation, 1).normals(count);
            // A perturbed example's logit is near that of the example.
            for index in 2 * BATCH..logits.len() {
                logits[index] = logits[index - 2 * BATCH] + PERTURBATION * logits[index];
            }
            let [_, _, gradient] = found(&logits, of, kind);
            // The generator's is that of generated examples alone, which come last.
            let first = count - gradient.len();
            for (index, &found) in gradient.iter().enumerate() {
                let index = first + index;
                let moved = |by: f32| {
                    let mut moved = logits.clone();
                    moved[index] += by;
                    minimised(&moved, of, kind)
                };
                let difference = (moved(STEP) - moved(-STEP)) / (2.0 * f64::from(STEP));
                assert!(
                    (f64::from(found) - difference).abs() <= 1e-2 * difference.abs().max(0.05),
                    "{kind:?} {of:?}: gradient {found} at {index}, difference {difference}"
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
    let slope = |kind| found(&[-8.0], AdversarialLogits::Generator, kind)[2][0].abs();
    assert!(slope(AdversarialKind::Saturating) < 1e-3);
    assert!(slope(AdversarialKind::NonSaturating) > 0.99);

    near(probability_real(Objective::NonSaturating, 0.0), 0.5);
    near(probability_real(Objective::LeastSquares, 1.5), 1.0);
    near(probability_real(Objective::Hinge, 0.0), 0.5);
    near(probability_real(Objective::Hinge, -1.0), 0.0);
}

const INPUTS: usize = 4;

/// A discriminator of points of four numbers, smooth, since a penalty on the gradient of kinks has no differences.
fn discriminator() -> Network {
    let config = ModelConfig {
        shape: Shape::Image {
            height: 2,
            width: 2,
        },
        downscaled: false,
        labels: 0,
        network: NetworkKind::Dense,
        hidden: vec![5, 3],
        code: 3,
        activation: HiddenActivation::Relu,
        seed: 1,
    };
    Network::init(
        &config.encoder_layers(1),
        Activation::CentredSigmoid,
        1,
        0,
        &Device::flex(),
    )
}

/// Half the weighted mean of the squared gradients at examples, by the gradient itself.
fn exact_penalty(network: &Network, examples: &[f32]) -> f64 {
    let batch = examples.len() / INPUTS;
    let pass = network.forward_pass(tensor(examples, INPUTS), Activation::Linear);
    let gradient = values(network.input_gradient(pass, tensor(&vec![1.0; batch], 1)));
    let squares: f64 = gradient.iter().map(|&slope| f64::from(slope).powi(2)).sum();
    0.5 * f64::from(WEIGHT) * squares / batch as f64
}

/// R1 by differences, over all choices of signs, beside differences of R1 by the gradient.
#[test]
fn the_penalty_and_its_gradient_are_those_of_the_squared_gradient() {
    const STEP: f32 = 1e-2;
    let network = discriminator();
    let examples = Random::stream(4, Purpose::Evaluation, 2).normals(BATCH * INPUTS);
    let choices = 1 << INPUTS;
    let mut gradients = vec![0f64; values(network.parameters().clone()).len()];
    let mut penalty = 0f64;
    for choice in 0..choices {
        let moved = examples.iter().enumerate().map(|(at, value)| {
            let up = choice >> (at % INPUTS) & 1 == 1;
            value + if up { PERTURBATION } else { -PERTURBATION }
        });
        // What is generated has a gradient of its own, which hinge has not where it is sure.
        let shown: Vec<f32> = [&examples[..], &examples[..]]
            .concat()
            .into_iter()
            .chain(moved)
            .collect();
        let pass = network.forward_pass(tensor(&shown, INPUTS), Activation::Linear);
        let of = AdversarialLogits::Perturbed;
        let logits = values(pass.output.clone());
        let [_, slopes, with] = found(&logits, of, AdversarialKind::Hinge);
        let [_, _, without] = found(
            &logits[..2 * BATCH],
            AdversarialLogits::Discriminator,
            AdversarialKind::Hinge,
        );
        let penalty_alone: Vec<f32> = with
            .iter()
            .enumerate()
            .map(|(at, slope)| slope - without.get(at).copied().unwrap_or(0.0))
            .collect();
        let mut found = Gradients::zeros_like(&network);
        network.backward(pass, tensor(&penalty_alone, 1), &mut found);
        for (sum, found) in gradients.iter_mut().zip(values(found.flat().clone())) {
            *sum += f64::from(found) / f64::from(choices);
        }
        let squares: f32 = slopes.iter().sum();
        penalty += 0.5 * f64::from(WEIGHT * squares) / f64::from(choices);
    }
    let exact = exact_penalty(&network, &examples);
    assert!(
        (penalty - exact).abs() < 0.01 * exact,
        "{penalty}, exactly {exact}"
    );
    let at = values(network.parameters().clone());
    let largest = gradients
        .iter()
        .fold(0f64, |largest, slope| largest.max(slope.abs()));
    for (index, found) in gradients.into_iter().enumerate() {
        let moved = |by: f32| {
            let mut moved = at.clone();
            moved[index] += by;
            let mut network = network.clone();
            network.map_parameters(|_| {
                Tensor::from_data(TensorData::new(moved, [at.len()]), &Device::flex())
            });
            exact_penalty(&network, &examples)
        };
        let difference = (moved(STEP) - moved(-STEP)) / (2.0 * f64::from(STEP));
        assert!(
            (found - difference).abs() < 0.02 * largest,
            "gradient {found} of parameter {index}, difference {difference}"
        );
    }
}
