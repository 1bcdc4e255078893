//! The likelihood of MNIST, all of it, under a variational autoencoder with one stochastic layer, as papers report it:
//! `cargo run --example likelihood -- <folder of the four IDX files> <epochs> <seed>`. A session in Rust is the one that the
//! page has.
//!
//! Pixels are binarised: each is white with the probability that its grey value is, anew in each epoch of the training
//! part, once for the test part (Salakhutdinov and Murray, 2008). The code has 50 numbers, as that of
//! Burda et al. (arXiv 1509.00519); their network, 784-200-200-50, comes to 92.3 nats in 100 epochs here, convolutions to as
//! much in 12.

use std::error::Error;
use std::path::Path;

use generative_playground::dataset::{Source, read_images};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::random::{Purpose, Random};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;

const BATCH: usize = 100;
/// Codes drawn for each picture, as in the papers.
const SAMPLES: usize = 200;
/// How an IDX file of pictures begins.
const HEAD: [u8; 4] = [0, 0, 8, 3];

/// Grey pictures.
struct Pictures {
    sizes: [usize; 3],
    pixels: Vec<u8>,
}

impl Pictures {
    fn read(folder: &Path, part: &str) -> Result<Self, Box<dyn Error>> {
        let name = format!("{part}-images-idx3-ubyte");
        let bytes = std::fs::read(folder.join(format!("{name}.gz")))
            .or_else(|_| std::fs::read(folder.join(&name)))
            .map_err(|error| format!("{}/{name}, gzip or not: {error}", folder.display()))?;
        let found = read_images(Source::of(&mut &bytes[..]), |_, _| Ok(()))?;
        Ok(Self {
            sizes: [found.count, found.height, found.width],
            pixels: found.pixels,
        })
    }

    /// As an IDX file, each pixel black or white.
    fn binarised(&self, seed: u32, draw: u64) -> Vec<u8> {
        let mut random = Random::stream(seed, Purpose::Corruption, draw);
        let sizes = self.sizes.map(|size| (size as u32).to_be_bytes()).concat();
        let drawn = self.pixels.iter().map(|&grey| {
            let is_white = random.uniform() * 255.0 < f32::from(grey);
            if is_white { u8::MAX } else { 0 }
        });
        HEAD.into_iter().chain(sizes).chain(drawn).collect()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, epochs, seed] = &arguments[..] else {
        return Err(
            "expected a folder with MNIST's IDX files, a number of epochs and a seed".into(),
        );
    };
    let (epochs, seed): (usize, u32) = (epochs.parse()?, seed.parse()?);
    let [training, test] = ["train", "t10k"].map(|part| Pictures::read(Path::new(folder), part));
    let nats = pollster::block_on(learn(&training?, &test?, epochs, seed))?;
    println!("seed {seed}: {nats:.2} nats");
    Ok(())
}

/// The mean of `-ln p(x)` over the test part, in nats.
async fn learn(
    training: &Pictures,
    test: &Pictures,
    epochs: usize,
    seed: u32,
) -> Result<f64, Box<dyn Error>> {
    let steps = training.sizes[0] / BATCH;
    let mut session = Session::create(Choices {
        family: Some(Family::Variational),
        network: Some(NetworkKind::Convolutional),
        hidden: Some(vec![16, 32]),
        code: Some(50),
        batch_size: Some(BATCH),
        seed: Some(seed),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(2e-3),
            schedule: Some(Schedule::Cosine),
            schedule_steps: Some((epochs * steps) as u32),
            ..OptimizerChoices::default()
        }),
        ..Choices::default()
    })
    .await?;
    session.load_images(&training.binarised(seed, 1), None)?;
    session.load_test_images(&test.binarised(0, 0), None)?;
    for epoch in 1..=epochs {
        let progress = session.train(steps).await?;
        if epoch % 10 == 0 || epoch == epochs {
            let [(_, bound), ..] = progress.losses[..] else {
                return Err("a variational autoencoder has losses".into());
            };
            println!("seed {seed}, epoch {epoch}: -ELBO of the last batch {bound:.1} nats");
        }
        session.load_images(&training.binarised(seed, 1 + epoch as u64), None)?;
    }
    let all = session
        .negative_log_likelihoods(test.sizes[0], SAMPLES)
        .await?;
    Ok(all.iter().sum::<f64>() / all.len() as f64)
}
