//! What the GAN on the page's opening settings makes, as judged by a classifier that has only seen real digits.

mod common;

use burn::tensor::activation::softmax;
use burn::tensor::{Device, Tensor, TensorData};
use common::{digits, session_on_digits};
use generative_playground::dataset::{Batches, Dataset};
use generative_playground::engine::kernel::{Activation, Pace};
use generative_playground::model::{End, Family, LayerPlan, Network};
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::{Adam, OptimizerName, OptimizerSettings, pace};
use pollster::block_on;

const CLASSES: usize = 10;
const SAMPLES: usize = 1000;
/// A class appears where this many of the samples are taken for it: one may be a slip of the classifier.
const APPEARS: usize = 10;

/// Rows `[n, 784]` of a data set or of samples.
fn rows(values: Vec<f32>, device: &Device) -> Tensor<2> {
    let count = values.len() / 784;
    Tensor::from_data(TensorData::new(values, [count, 784]), device)
}

/// 784-256-10, trained on the training part only.
fn classifier(training: &Dataset) -> Network {
    let device = Device::flex();
    let plans = [784, 256, CLASSES].map(End::Numbers);
    let plans = [(0, 1), (1, 2)].map(|(from, to)| LayerPlan::Dense {
        from: plans[from],
        to: plans[to],
    });
    let mut network = Network::init(&plans, Activation::Relu, 1, 0, &device);
    let mut adam = Adam::for_network(&network);
    let settings = OptimizerSettings {
        name: OptimizerName::Adam,
        learning_rate: 1e-3,
        beta1: 0.9,
        beta2: 0.999,
    };
    let mut batches = Batches::resume(1, training.len(), 0, 0);
    for step in 0..2500 {
        let batch = batches.next(64);
        // [64, 10], one at the label
        let mut wanted = vec![0f32; batch.len() * CLASSES];
        for (row, &index) in batch.iter().enumerate() {
            wanted[row * CLASSES + usize::from(training.labels()[index])] = 1.0;
        }
        let wanted = TensorData::new(wanted, [batch.len(), CLASSES]);
        let examples = rows(training.gather(batch.into_iter()), &device);
        let pass = network.pass(examples, Activation::Linear);
        // The gradient of the mean cross-entropy of a softmax.
        let found = softmax(pass.output.clone(), 1);
        let gradient = (found - Tensor::from_data(wanted, &device)).div_scalar(64.0);
        network.backward(pass, gradient, &mut adam.gradients);
        let pace = TensorData::new(pace(step, &settings).numbers().to_vec(), [Pace::COUNT]);
        adam.descend(&mut network, &Tensor::from_data(pace, &device), &settings);
    }
    network
}

/// The most likely class of each row.
fn classify(network: &Network, values: Vec<f32>) -> Vec<usize> {
    let logits = network.forward(rows(values, &Device::flex()), Activation::Linear);
    let logits = logits.into_data().try_into_vec::<f32>().expect("floats");
    let best = |row: &[f32]| (0..CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    logits
        .chunks_exact(CLASSES)
        .map(|row| best(row).expect("ten classes"))
        .collect()
}

#[test]
fn a_gan_makes_every_kind_of_digit() {
    let part = |name: &str| {
        let file = |kind: &str| digits(&format!("{name}-{kind}-ubyte.gz"));
        Dataset::from_idx(&file("images-idx3"), Some(&file("labels-idx1"))).expect("shipped data")
    };
    let judge = classifier(&part("train"));
    let test = part("t10k");
    let right = classify(&judge, test.gather(0..test.len()))
        .into_iter()
        .zip(test.labels())
        .filter(|&(class, &label)| class == usize::from(label))
        .count();
    let accuracy = right as f64 / test.len() as f64;
    println!("classifier: {:.1} % of unseen digits", 100.0 * accuracy);
    assert!(accuracy > 0.93, "the judge itself is right in {accuracy}");

    for seed in [7, 8, 9] {
        let mut session = session_on_digits(Choices {
            family: Some(Family::Adversarial),
            hidden: Some(vec![256]),
            code: Some(32),
            seed: Some(seed),
            optimizer: Some(OptimizerChoices {
                learning_rate: Some(5e-4),
                ..Default::default()
            }),
            ..Choices::default()
        });
        block_on(session.train(5000)).expect("training goes well");
        let made = block_on(session.sample(SAMPLES, 1)).expect("a generator");
        let mut counts = [0usize; CLASSES];
        classify(&judge, made)
            .into_iter()
            .for_each(|class| counts[class] += 1);
        let appear = counts.iter().filter(|&&count| count >= APPEARS).count();
        println!(
            "GAN 32-256-784, seed {seed}, 5000 steps: {appear} of 10 classes among {SAMPLES}, {counts:?}"
        );
        assert!(appear >= 9, "seed {seed}: {counts:?}");
    }
}
