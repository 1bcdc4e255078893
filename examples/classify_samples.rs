//! Classifies a thousand samples of a GAN that was saved on the page or by the bench, by the classifier that the page ships. `cargo run --example classify_samples -- saved.safetensors`

#[path = "../tests/native/common/mod.rs"]
mod common;

use common::classifier::classify;
use generative_playground::engine::EngineName;
use generative_playground::session::Session;

const SAMPLES: usize = 1000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files: Vec<_> = std::env::args().skip(1).collect();
    if files.is_empty() {
        return Err("name one file or more, saved on the page".into());
    }
    for file in files {
        let bytes = std::fs::read(&file)?;
        let mut session = pollster::block_on(Session::restore(&bytes, EngineName::Cpu))?;
        session.load_images(&common::digits("train-images-idx3-ubyte.gz"), None)?;
        let generated = pollster::block_on(session.sample(SAMPLES, 1, None))?;
        let found = classify(&generated);
        println!(
            "{} of 10 classes among {SAMPLES}, {:.1} % of them clear, {:?} {file}",
            found.present(),
            100.0 * found.sure(),
            found.counts()
        );
    }
    Ok(())
}
