//! Trains the GAN that the page opens on, from its seed, and writes a wall of what it makes as a PNG:
//! `cargo run --example wall -- docs/wall.png`. A session in Rust is the one the page has.

use std::fs::File;
use std::io::BufWriter;

use generative_playground::model::{Condition, Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};

const STEPS: usize = 2500;
const COLUMNS: usize = 20;
const ROWS: usize = 8;
const SIDE: usize = 28;
/// Each pixel of a picture becomes a square of so many.
const SCALE: usize = 2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or("wall.png".into());
    let pictures = pollster::block_on(make())?;
    let (width, height) = (COLUMNS * SIDE * SCALE, ROWS * SIDE * SCALE);
    let mut pixels = vec![0u8; width * height];
    for (at, pixel) in pixels.iter_mut().enumerate() {
        let (x, y) = (at % width / SCALE, at / width / SCALE);
        let picture = y / SIDE * COLUMNS + x / SIDE;
        let value = pictures[(picture * SIDE + y % SIDE) * SIDE + x % SIDE];
        *pixel = (255.0 * value) as u8;
    }
    let file = BufWriter::new(File::create(&path)?);
    let mut encoder = png::Encoder::new(file, width as u32, height as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&pixels)?;
    println!("{path}: what the generator makes after {STEPS} steps");
    Ok(())
}

/// `[COLUMNS * ROWS * SIDE * SIDE]`, each 0 to 1
async fn make() -> Result<Vec<f32>, Box<dyn std::error::Error>> {
    let mut session = Session::create(Choices {
        family: Some(Family::Adversarial),
        network: Some(NetworkKind::Convolutional),
        condition: Some(Condition::Label),
        hidden: Some(vec![16, 32]),
        code: Some(64),
        seed: Some(7),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(4e-3),
            ..Default::default()
        }),
        ..Choices::default()
    })
    .await?;
    session.load_images(
        &std::fs::read("www/data/mnist-small/train-images-idx3-ubyte.gz")?,
        Some(&std::fs::read(
            "www/data/mnist-small/train-labels-idx1-ubyte.gz",
        )?),
    )?;
    for _ in 0..10 {
        let progress = session.train(STEPS / 10).await?;
        println!("step {}: {:?}", progress.step, progress.losses);
    }
    Ok(session.sample(COLUMNS * ROWS, 1, None).await?)
}
