//! A classifier of generated digits, trained on real ones alone.

use burn::tensor::activation::softmax;
use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::dataset::{Dataset, IndexSampler};
use generative_playground::engine::kernel::{Activation, StepScalars};
use generative_playground::model::{DenseShape, LayerConfig, Network};
use generative_playground::training::{
    Adam, OptimizerName, OptimizerSettings, Schedule, step_scalars,
};

use super::digits;

pub const CLASSES: usize = 10;
/// A class counts as generated with this many of a thousand samples: one may be an error of the classifier.
const APPEARS: usize = 10;
/// A probability with which a sample is called a clear one.
const CONFIDENT: f32 = 0.95;

/// The shipped digits: "train" or "t10k".
pub fn split(name: &str) -> Dataset {
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
    let shapes = [784, 256, CLASSES].map(DenseShape::Flat);
    let configs = [(0, 1), (1, 2)].map(|(from, to)| LayerConfig::Dense {
        from: shapes[from],
        to: shapes[to],
    });
    let mut network = Network::init(&configs, Activation::Relu, 1, 0, &device);
    let mut adam = Adam::new(&network);
    let settings = OptimizerSettings {
        name: OptimizerName::Adam,
        learning_rate: 1e-3,
        beta1: 0.9,
        beta2: 0.999,
        weight_decay: 0.0,
        schedule: Schedule::Constant,
        warm_up: 0,
        schedule_steps: 1,
    };
    let mut sampler = IndexSampler::resume(1, training.len(), 0, 0);
    for step in 0..2500 {
        let batch = sampler.next_batch(64);
        // [64, 10], one at the label
        let mut targets = vec![0f32; batch.len() * CLASSES];
        for (row, &index) in batch.iter().enumerate() {
            targets[row * CLASSES + usize::from(training.labels()[index])] = 1.0;
        }
        let targets = TensorData::new(targets, [batch.len(), CLASSES]);
        let examples = rows(training.gather(batch.into_iter()), &device);
        let forward_pass = network.forward_pass(examples, Activation::Linear);
        // The gradient of the mean cross-entropy of a softmax.
        let found = softmax(forward_pass.output.clone(), 1);
        let gradient = (found - Tensor::from_data(targets, &device)).div_scalar(64.0);
        network.backward(forward_pass, gradient, &mut adam.gradients);
        let scalars = TensorData::new(
            step_scalars(step, step, &settings, 0.0).to_array().to_vec(),
            [StepScalars::COUNT],
        );
        adam.step(
            &mut network,
            &Tensor::from_data(scalars, &device),
            &settings,
        );
    }
    network
}

/// The most likely class of each row `[n, 784]`, and its probability.
pub fn classify(network: &Network, values: Vec<f32>) -> Vec<(usize, f32)> {
    let logits = network.forward(rows(values, &Device::flex()), Activation::Linear);
    let probabilities = softmax(logits, 1).into_data().try_into_vec::<f32>();
    let likeliest = |row: &[f32]| {
        let class = (0..CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b]));
        class.map(|class| (class, row[class])).expect("ten classes")
    };
    probabilities
        .expect("floats")
        .chunks_exact(CLASSES)
        .map(likeliest)
        .collect()
}

/// What a classifier says of generated samples.
pub struct Classified {
    /// Classes with enough samples, 0 to 10.
    pub classes: usize,
    /// Samples of each class.
    pub counts: [usize; CLASSES],
    /// Fraction of the samples whose class has a probability above 0.95.
    pub confident: f64,
}

/// Classifies samples `[n, 784]`.
pub fn classify_samples(network: &Network, samples: Vec<f32>) -> Classified {
    let classified = classify(network, samples);
    let mut counts = [0; CLASSES];
    for &(class, _) in &classified {
        counts[class] += 1;
    }
    let confident = classified
        .iter()
        .filter(|&&(_, probability)| probability > CONFIDENT);
    Classified {
        classes: counts.iter().filter(|&&count| count >= APPEARS).count(),
        counts,
        confident: confident.count() as f64 / classified.len() as f64,
    }
}

/// The mean squared difference between two of the samples `[n, 784]`, over all pairs: twice the variance of a pixel.
pub fn diversity(samples: &[f32]) -> f64 {
    let count = (samples.len() / 784) as f64;
    let variance = |pixel: usize| {
        let values = samples.iter().skip(pixel).step_by(784);
        let values = values.map(|&value| f64::from(value));
        let mean = values.clone().sum::<f64>() / count;
        values.map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)
    };
    2.0 * (0..784).map(variance).sum::<f64>() / 784.0
}
