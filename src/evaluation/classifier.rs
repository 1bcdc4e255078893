//! A small classifier of pictures of 28 by 28, by which generated ones are judged. `cargo run --example train_classifier` trains it.

use burn::tensor::{Device, Tensor};

use crate::checkpoint::{read_tensors, tensor_values};
use crate::engine::kernel::{Activation, ImageSize};
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::model::{DenseShape, LayerConfig, Network};

/// Classes that it knows.
pub const CLASSES: usize = 10;
/// Numbers that it finds in a picture, from which it tells the class.
pub const FEATURES: usize = 64;
/// Pixels of a picture.
const PIXELS: usize = 28 * 28;
/// Pictures that pass through it at a time.
const BATCH_ROWS: usize = 100;
/// A class is there with so many of the pictures.
const PRESENT: f64 = 0.01;
/// From which probability on it is sure.
pub const SURE: f32 = 0.95;

/// Two convolutions and a dense layer to the features, and another one from these to the classes.
#[derive(Clone, Debug)]
pub struct Classifier {
    /// Pictures `[n, 784]` to features `[n, 64]`, by [`Classifier::ACTIVATION`] at the end as well.
    pub features: Network,
    /// Features to logits `[n, 10]`.
    pub head: Network,
}

/// What it finds in pictures.
#[derive(Clone, Debug, Default)]
pub struct Classified {
    /// `[n * 64]`
    pub features: Vec<f32>,
    /// The most likely class of each, `[n]`.
    pub classes: Vec<u8>,
    /// Its probability, `[n]`.
    pub probabilities: Vec<f32>,
}

impl Classifier {
    /// Between the layers.
    pub const ACTIVATION: Activation = Activation::Relu;

    /// Fresh networks.
    pub fn init(seed: u32, device: &Device) -> Self {
        let image = |side, channels| ImageSize {
            height: side,
            width: side,
            channels,
        };
        let features = [
            LayerConfig::Conv2d {
                from: image(28, 1),
                channels: 16,
            },
            LayerConfig::Conv2d {
                from: image(14, 16),
                channels: 32,
            },
            LayerConfig::Dense {
                from: DenseShape::Image(image(7, 32)),
                to: DenseShape::Flat(FEATURES),
            },
        ];
        let head = [LayerConfig::Dense {
            from: DenseShape::Flat(FEATURES),
            to: DenseShape::Flat(CLASSES),
        }];
        let network =
            |configs: &[_], stream| Network::init(configs, Self::ACTIVATION, seed, stream, device);
        Self {
            features: network(&features, 0),
            head: network(&head, 1),
        }
    }

    /// Both networks with their names in a file.
    pub fn networks(&self) -> [(&'static str, &Network); 2] {
        [("features", &self.features), ("head", &self.head)]
    }

    /// From safetensors: `features.0.weight` and so on, in 32 or 16 bits, as PyTorch has them.
    ///
    /// # Errors
    /// Where the bytes are no such file, or a tensor is missing or of another shape.
    pub fn from_safetensors(bytes: &[u8]) -> Result<Self, Error> {
        let tensors = read_tensors(bytes)?;
        let mut classifier = Self::init(0, Engine::cpu().device());
        for (name, network) in [
            ("features", &mut classifier.features),
            ("head", &mut classifier.head),
        ] {
            let values = network.from_pytorch(|parameter, shape| {
                tensor_values(&tensors, &format!("{name}.{parameter}"), shape)
            })?;
            network.map_parameters(|_| values);
        }
        Ok(classifier)
    }

    /// Classifies pictures `[n * 784]`.
    ///
    /// # Errors
    /// Where the engine fails.
    pub async fn classify(&self, pictures: &[f32]) -> Result<Classified, Error> {
        let engine = Engine::cpu();
        let mut all = Classified::default();
        for pictures in pictures.chunks(BATCH_ROWS * PIXELS) {
            let rows = pictures.len() / PIXELS;
            let found = self
                .classify_batch(engine.tensor(pictures.to_vec(), rows))
                .await?;
            all.extend(found);
        }
        Ok(all)
    }

    async fn classify_batch(&self, pictures: Tensor<2>) -> Result<Classified, Error> {
        let features = self.features.forward(pictures, Self::ACTIVATION);
        let logits = self.head.forward(features.clone(), Activation::Linear);
        let mut found = read([features, logits]).await?;
        let logits = found.remove(1);
        let mut classified = Classified {
            features: found.remove(0),
            ..Classified::default()
        };
        for row in logits.chunks_exact(CLASSES) {
            let likeliest = (0..CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b]));
            let class = likeliest.unwrap_or(0);
            let others: f32 = row.iter().map(|logit| (logit - row[class]).exp()).sum();
            classified.classes.push(class as u8);
            classified.probabilities.push(1.0 / others);
        }
        Ok(classified)
    }
}

impl Classified {
    /// Adds what was found in further pictures.
    pub fn extend(&mut self, further: Self) {
        self.features.extend(further.features);
        self.classes.extend(further.classes);
        self.probabilities.extend(further.probabilities);
    }

    /// Pictures of each class.
    pub fn counts(&self) -> [usize; CLASSES] {
        let mut counts = [0; CLASSES];
        for &class in &self.classes {
            counts[usize::from(class)] += 1;
        }
        counts
    }

    /// Classes of at least a hundredth of the pictures: fewer may be mistakes.
    pub fn present(&self) -> usize {
        let least = PRESENT * self.classes.len() as f64;
        let counts = self.counts().into_iter();
        counts.filter(|&count| count as f64 >= least).count()
    }

    /// Fraction of the pictures of whose class it is sure, 0 to 1.
    pub fn sure(&self) -> f64 {
        let sure = self.probabilities.iter().filter(|&&p| p > SURE).count();
        sure as f64 / self.probabilities.len().max(1) as f64
    }
}
