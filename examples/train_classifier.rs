//! Trains the classifier by which generated digits are judged, on all training pictures of MNIST, each shifted by a pixel at
//! most, and writes it: `cargo run --example train_classifier -- <folder of the four IDX files> <file>`. Prints its accuracy
//! on the test part, and how far two halves of it are apart.

use std::error::Error;
use std::path::Path;

use generative_playground::checkpoint::save_networks;
use generative_playground::dataset::{Dataset, IndexSampler};
use generative_playground::evaluation::{
    Classifier, ClassifierTraining, FEATURES, FeatureMoments, frechet_distance,
};
use generative_playground::random::{Purpose, Random};
use pollster::block_on;

const STEPS: u32 = 6_000;
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
    let mut training_run = ClassifierTraining::new(0, STEPS);
    let mut sampler = IndexSampler::resume(0, training.len(), 0, 0);
    for step in 0..STEPS {
        let mut random = Random::stream(0, Purpose::Corruption, step.into());
        let indices = sampler.next_batch(BATCH);
        let pictures = indices.iter().flat_map(|&index| {
            let picture = training.gather(index..index + 1);
            shifted(&picture, &mut random)
        });
        let pictures = pictures.collect();
        let labels: Vec<u8> = indices
            .iter()
            .map(|&index| training.labels()[index])
            .collect();
        training_run.step(pictures, &labels);
    }
    let classifier = training_run.classifier;
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
