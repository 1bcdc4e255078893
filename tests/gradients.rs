//! The gradient of every objective against central finite differences.

use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::objective::{
    Objective, binary_cross_entropy, discriminator_loss, divergence_from_normal,
    gaussian_negative_log_likelihood, generator_loss, squared_error,
};
use generative_playground::random::{Purpose, Random};

const ROWS: usize = 3;
const COLUMNS: usize = 4;

fn tensor(values: &[f32], device: &Device) -> Tensor<2> {
    Tensor::from_data(
        TensorData::new(values.to_vec(), [ROWS, values.len() / ROWS]),
        device,
    )
}

/// Compares the gradient of `loss` at random values with differences of its values. The loss sees any tensor of
/// `columns` columns; a tolerance of 1 % is what differences in 32 bits can tell.
fn check(name: &str, columns: usize, loss: impl Fn(Tensor<2>) -> Tensor<1>) {
    let values = Random::stream(11, Purpose::Evaluation, columns as u64).normals(ROWS * columns);
    let device = Device::flex();
    let at =
        |values: &[f32]| -> f64 { f64::from(loss(tensor(values, &device)).into_scalar::<f32>()) };
    let tracked = tensor(&values, &device.clone().autodiff()).require_grad();
    let gradients = loss(tracked.clone()).backward();
    let gradient = tracked
        .grad(&gradients)
        .expect("a gradient")
        .into_data()
        .try_into_vec::<f32>()
        .expect("floats");

    const STEP: f32 = 1e-2;
    for index in 0..values.len() {
        let moved = |by: f32| {
            let mut moved = values.clone();
            moved[index] += by;
            at(&moved)
        };
        let difference = (moved(STEP) - moved(-STEP)) / (2.0 * f64::from(STEP));
        let found = f64::from(gradient[index]);
        assert!(
            (found - difference).abs() <= 1e-2 * difference.abs().max(0.05),
            "{name}: gradient {found} at {index}, difference {difference}"
        );
    }
}

/// Targets between 0 and 1, `[ROWS, COLUMNS]`.
fn targets() -> Tensor<2> {
    let mut random = Random::stream(5, Purpose::Evaluation, 9);
    let values: Vec<f32> = (0..ROWS * COLUMNS).map(|_| random.uniform()).collect();
    tensor(&values, &Device::flex())
}

#[test]
fn reconstruction() {
    check("binary cross-entropy", COLUMNS, |logits| {
        binary_cross_entropy(logits, targets()).mean()
    });
    check("squared error", COLUMNS, |predictions| {
        squared_error(predictions, targets()).mean()
    });
    check("Gaussian likelihood", COLUMNS, |predictions| {
        gaussian_negative_log_likelihood(predictions, targets(), 0.7).mean()
    });
}

#[test]
fn divergence() {
    check("divergence", 2 * COLUMNS, |both| {
        let mean = both.clone().narrow(1, 0, COLUMNS);
        divergence_from_normal(mean, both.narrow(1, COLUMNS, COLUMNS)).mean()
    });
}

#[test]
fn competition() {
    for objective in [Objective::NonSaturating, Objective::LeastSquares] {
        check("discriminator", 2, |both| {
            discriminator_loss(
                objective,
                both.clone().narrow(1, 0, 1),
                both.narrow(1, 1, 1),
            )
        });
        check("generator", 1, |made| generator_loss(objective, made));
    }
}

/// Known answers: a gradient can be right of a loss that is wrong by a constant.
#[test]
fn known_values() {
    let device = Device::flex();
    let zeros = || tensor(&[0.0; ROWS], &device);
    let value = |loss: Tensor<1>| loss.into_scalar::<f32>();
    let two_ln_two = 2.0 * std::f32::consts::LN_2;
    assert!(
        (value(discriminator_loss(
            Objective::NonSaturating,
            zeros(),
            zeros()
        )) - two_ln_two)
            .abs()
            < 1e-6
    );
    assert!((value(generator_loss(Objective::LeastSquares, zeros())) - 0.5).abs() < 1e-6);
    assert!(value(divergence_from_normal(zeros(), zeros()).mean()).abs() < 1e-6);
    // KL(N(1, e) || N(0, 1)) = (1 + e - 1 - 1) / 2
    let ones = || tensor(&[1.0; ROWS], &device);
    let expected = (std::f32::consts::E - 1.0) / 2.0;
    assert!((value(divergence_from_normal(ones(), ones()).mean()) - expected).abs() < 1e-6);
    // -ln N(0; 0, 1) = ln(2 pi) / 2
    let expected = 0.5 * std::f32::consts::TAU.ln();
    assert!(
        (value(gaussian_negative_log_likelihood(zeros(), zeros(), 1.0).mean()) - expected).abs()
            < 1e-6
    );
    // Large logits must not overflow: -ln sigmoid(-200) = 200
    let large = tensor(&[-200.0; ROWS], &device);
    assert!((value(binary_cross_entropy(large, ones()).mean()) - 200.0).abs() < 1e-3);
}
