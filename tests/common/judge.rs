//! A judge of made digits: a classifier that has only seen real ones.

use burn::tensor::activation::softmax;
use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::dataset::{Batches, Dataset};
use generative_playground::engine::kernel::{Activation, Pace};
use generative_playground::model::{End, LayerPlan, Network};
use generative_playground::training::{Adam, OptimizerName, OptimizerSettings, pace};

use super::digits;

pub const CLASSES: usize = 10;
/// A class appears where this many of a thousand samples are taken for it: one may be a slip of the judge.
const APPEARS: usize = 10;

/// The shipped digits: "train" or "t10k".
pub fn part(name: &str) -> Dataset {
    let file = |kind: &str| digits(&format!("{name}-{kind}-ubyte.gz"));
    Dataset::from_idx(&file("images-idx3"), Some(&file("labels-idx1"))).expect("shipped data")
}

/// Rows `[n, 784]` of a data set or of samples.
fn rows(values: Vec<f32>, device: &Device) -> Tensor<2> {
    let count = values.len() / 784;
    Tensor::from_data(TensorData::new(values, [count, 784]), device)
}

/// 784-256-10, trained on the training part only.
pub fn train(training: &Dataset) -> Network {
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

/// The most likely class of each row `[n, 784]`.
pub fn classify(network: &Network, values: Vec<f32>) -> Vec<usize> {
    let logits = network.forward(rows(values, &Device::flex()), Activation::Linear);
    let logits = logits.into_data().try_into_vec::<f32>().expect("floats");
    let best = |row: &[f32]| (0..CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    logits
        .chunks_exact(CLASSES)
        .map(|row| best(row).expect("ten classes"))
        .collect()
}

/// How many classes appear among samples `[n, 784]`, and how often each was made.
pub fn classes(network: &Network, samples: Vec<f32>) -> (usize, [usize; CLASSES]) {
    let mut counts = [0; CLASSES];
    for class in classify(network, samples) {
        counts[class] += 1;
    }
    (
        counts.iter().filter(|&&count| count >= APPEARS).count(),
        counts,
    )
}
