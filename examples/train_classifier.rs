//! Trains the classifier by which generated digits are judged, on all training pictures of MNIST, each shifted by a pixel at
//! most, and writes it: `cargo run --example train_classifier -- <folder of the four IDX files> <file>`. Prints its accuracy
//! on the test part, and how far two halves of it are apart.

use std::error::Error;
use std::path::Path;

use burn::tensor::{Tensor, TensorData};
use generative_playground::checkpoint::save_networks;
use generative_playground::dataset::{Dataset, IndexSampler};
use generative_playground::engine::Engine;
use generative_playground::engine::kernel::{Activation, StepScalars};
use generative_playground::evaluation::{
    CLASSES, Classifier, FEATURES, FeatureMoments, frechet_distance,
};
use generative_playground::random::{Purpose, Random};
use generative_playground::training::{
    Adam, OptimizerName, OptimizerSettings, Schedule, step_scalars,
};
use pollster::block_on;

const STEPS: u64 = 6_000;
const BATCH: usize = 64;
const SIDE: i32 = 28;
/// Pixels by which a picture is shifted at most, in each direction.
const SHIFT: i32 = 1;

fn part(folder: &Path, name: &str) -> Result<Dataset, Box<dyn Error>> {
    let file = |kind: &str| std::fs::read(folder.join(format!("{name}-{kind}-ubyte.gz")));
    Ok(Dataset::from_idx(
        &file("images-idx3")?,
        Some(&file("labels-idx1")?),
    )?)
}

fn shifted(picture: &[f32], random: &mut Random) -> Vec<f32> {
    let mut shift = || random.below((2 * SHIFT + 1) as usize) as i32 - SHIFT;
    let [across, down] = [shift(), shift()];
    let pixel = |at: i32| {
        let (x, y) = (at % SIDE + across, at / SIDE + down);
        let inside = (0..SIDE).contains(&x) && (0..SIDE).contains(&y);
        if inside {
            picture[(y * SIDE + x) as usize]
        } else {
            0.0
        }
    };
    (0..SIDE * SIDE).map(pixel).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, file] = &arguments[..] else {
        return Err("name the folder of MNIST's four files, and the file to write".into());
    };
    let [training, test] = ["train", "t10k"].map(|name| part(Path::new(folder), name));
    let (training, test) = (training?, test?);
    let engine = Engine::cpu();
    let mut classifier = Classifier::init(0, engine.device());
    let mut adams = classifier.networks().map(|(_, network)| Adam::new(network));
    let settings = OptimizerSettings {
        discriminator_learning_rate: None,
        name: OptimizerName::AdamW,
        learning_rate: 2e-3,
        beta1: 0.9,
        beta2: 0.999,
        weight_decay: 0.02,
        schedule: Schedule::Cosine,
        warm_up: 0,
        schedule_steps: STEPS as u32,
    };
    let mut sampler = IndexSampler::resume(0, training.len(), 0, 0);
    for step in 0..STEPS {
        let mut random = Random::stream(0, Purpose::Corruption, step);
        let (mut pictures, mut targets) = (Vec::new(), vec![0f32; BATCH * CLASSES]);
        for (row, index) in sampler.next_batch(BATCH).into_iter().enumerate() {
            let picture = training.gather(index..index + 1);
            pictures.extend(shifted(&picture, &mut random));
            targets[row * CLASSES + usize::from(training.labels()[index])] = 1.0;
        }
        let features = classifier
            .features
            .forward_pass(engine.tensor(pictures, BATCH), Classifier::ACTIVATION);
        let head = classifier
            .head
            .forward_pass(features.output.clone(), Activation::Linear);
        // The gradient of the mean cross-entropy of a softmax, `[64, 10]`.
        let logits = head.output.clone().into_data().try_into_vec::<f32>()?;
        for (logits, targets) in logits
            .chunks_exact(CLASSES)
            .zip(targets.chunks_exact_mut(CLASSES))
        {
            let sum: f32 = logits.iter().map(|logit| logit.exp()).sum();
            for (logit, target) in logits.iter().zip(targets) {
                *target = (logit.exp() / sum - *target) / BATCH as f32;
            }
        }
        let gradient = engine.tensor(targets, BATCH);
        let gradient = classifier
            .head
            .backward_to_input(head, gradient, &mut adams[1].gradients);
        classifier
            .features
            .backward(features, gradient, &mut adams[0].gradients);
        let scalars = step_scalars(step, step, &settings, 0.0).to_array().to_vec();
        let scalars = TensorData::new(scalars, [StepScalars::COUNT]);
        let scalars = Tensor::from_data(scalars, engine.device());
        adams[0].step(&mut classifier.features, &scalars, settings.betas());
        adams[1].step(&mut classifier.head, &scalars, settings.betas());
    }
    let bytes = block_on(save_networks(&classifier.networks()))?;
    std::fs::write(file, &bytes)?;

    // As it is read again, in 16 bits.
    let classifier = Classifier::from_safetensors(&bytes)?;
    let found = block_on(classifier.classify(&test.gather(0..test.len())))?;
    let right = found.classes.iter().zip(test.labels());
    let right = right.filter(|(found, label)| found == label).count();
    let half = |range: std::ops::Range<usize>| {
        let range = range.start * FEATURES..range.end * FEATURES;
        FeatureMoments::of(&found.features[range], FEATURES)
    };
    println!(
        "{} bytes; {:.2} % of {} test pictures right, sure of {:.1} %; Frechet distance of 2,500 to 2,500 others {:.3}",
        bytes.len(),
        100.0 * right as f64 / test.len() as f64,
        test.len(),
        100.0 * found.sure(),
        frechet_distance(&half(0..2500), &half(2500..5000)),
    );
    Ok(())
}
