//! The networks, forward and backward, and nothing of how they are trained.

mod adversarial;
mod autoencoder;
mod gradient_penalty;
mod layer;
mod layer_config;
mod network;
mod variational;

pub use adversarial::Adversarial;
pub use autoencoder::Autoencoder;
pub use layer_config::{DenseShape, LayerConfig};
pub use network::{ForwardPass, Gradients, NamedParameter, Network};
pub use variational::variational;

use serde::{Deserialize, Serialize};

use crate::dataset::Shape;
use crate::engine::kernel::{Activation, ImageSize};
use crate::error::Error;

/// The families of generative models: the one list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Encoder and decoder, trained to reconstruct their input.
    Autoencoder,
    /// An autoencoder whose codes are pushed towards a normal distribution.
    Variational,
    /// A generator and a discriminator that compete.
    Adversarial,
}

/// What the networks of a model are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NetworkKind {
    /// Fully connected layers.
    Dense,
    /// Convolutions with kernels of 4 by 4 and stride 2, transposed in the decoder (Radford et al., arXiv 1511.06434).
    Convolutional,
}

/// The activation of the layers of encoders and decoders, and of the hidden ones of a generator. A discriminator's is always
/// LeakyReLU.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HiddenActivation {
    /// The only one in files that do not name it.
    #[default]
    Relu,
    /// Slope 0.2 below zero. A generator with ReLU gives nearly equal samples in its first thousand steps.
    LeakyRelu,
    /// None, nor one after the last layer of a decoder: with the squared error the best linear autoencoder spans the same
    /// subspace as as many principal components (Baldi and Hornik, 1989).
    Linear,
}

impl From<HiddenActivation> for Activation {
    fn from(activation: HiddenActivation) -> Self {
        match activation {
            HiddenActivation::Relu => Self::Relu,
            HiddenActivation::LeakyRelu => Self::LeakyRelu,
            HiddenActivation::Linear => Self::Linear,
        }
    }
}

/// What a decoder or a generator is told beside the code, and a discriminator beside the example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Condition {
    /// Nothing. The only one in files that do not name it.
    #[default]
    None,
    /// The label of the example, one-hot, so that the code need not tell it (Kingma et al., arXiv 1406.5298, model M2, whose
    /// encoder takes the label as well). A discriminator has a logit for each label (as the multi-task discriminators of Mescheder et al.,
    /// arXiv 1801.04406, section 5).
    Label,
}

/// The sizes of a model, the same for every family.
#[derive(Clone, Debug)]
pub struct ModelConfig {
    /// What one example is.
    pub shape: Shape,
    /// Whether the encoder is shown pictures of half the sides.
    pub downscaled: bool,
    /// Labels that a decoder or a generator is told; none where it is told nothing.
    pub labels: usize,
    /// Examples that a discriminator judges together, at least 1.
    pub packing: usize,
    /// What the networks are made of.
    pub network: NetworkKind,
    /// Hidden layers from the example to the code, which the decoder mirrors: their widths, or their channels.
    pub hidden: Vec<usize>,
    /// Size of the code or of the noise vector.
    pub code: usize,
    /// Between the hidden layers, but for a discriminator's.
    pub activation: HiddenActivation,
    /// Seed of the initial weights.
    pub seed: u32,
}

impl ModelConfig {
    /// Whether examples lie in 0..1 (images) or anywhere (points).
    pub fn bounded(&self) -> bool {
        self.shape.is_bounded()
    }

    /// Whether a decoder's outputs are squashed into 0..1: those of pictures, but for a linear network.
    pub fn bounded_output(&self) -> bool {
        self.bounded() && self.activation != HiddenActivation::Linear
    }

    /// What an encoder is shown.
    pub fn input_shape(&self) -> Shape {
        match self.shape {
            Shape::Image { height, width } if self.downscaled => Shape::Image {
                height: height / 2,
                width: width / 2,
            },
            shape => shape,
        }
    }

    /// Layers from the example, as an encoder is shown it, to `outputs` numbers: an encoder or a discriminator.
    pub fn encoder_layers(&self, outputs: usize) -> Vec<LayerConfig> {
        let (mut layers, image) = match self.encoder_sizes() {
            None => {
                let inputs = self.input_shape().features();
                return dense(&[&[inputs], &self.hidden[..], &[outputs]].concat());
            }
            Some(image_sizes) => {
                let convolutions = image_sizes
                    .windows(2)
                    .map(|image_sizes| LayerConfig::Conv2d {
                        from: image_sizes[0],
                        channels: image_sizes[1].channels,
                    });
                (
                    convolutions.collect::<Vec<_>>(),
                    image_sizes[image_sizes.len() - 1],
                )
            }
        };
        layers.push(LayerConfig::Dense {
            from: DenseShape::Image(image),
            to: DenseShape::Flat(outputs),
        });
        layers
    }

    /// Layers from the example, or from a pack of them, to one logit, or to one for each label.
    pub fn discriminator_layers(&self) -> Vec<LayerConfig> {
        let logits = self.labels.max(1);
        match self.packing {
            1 => self.encoder_layers(logits),
            packing => {
                let inputs = packing * self.shape.features();
                dense(&[&[inputs], &self.hidden[..], &[logits]].concat())
            }
        }
    }

    /// Layers from the code to the example: a decoder or a generator.
    pub fn decoder_layers(&self) -> Vec<LayerConfig> {
        let Some(image_sizes) = self.image_sizes() else {
            let mirrored = self.hidden.iter().rev().copied().collect::<Vec<_>>();
            let inputs = self.code + self.labels;
            return dense(&[&[inputs], &mirrored[..], &[self.shape.features()]].concat());
        };
        let mut layers = vec![LayerConfig::Dense {
            from: DenseShape::Flat(self.code + self.labels),
            to: DenseShape::Image(image_sizes[image_sizes.len() - 1]),
        }];
        layers.extend(image_sizes.windows(2).rev().map(|image_sizes| {
            LayerConfig::ConvTranspose2d {
                channels: image_sizes[1].channels,
                to: image_sizes[0],
            }
        }));
        layers
    }

    /// The sizes of an encoder's feature maps. A smaller picture takes the place of the first layer's output.
    fn encoder_sizes(&self) -> Option<Vec<ImageSize>> {
        let mut image_sizes = self.image_sizes()?;
        if self.downscaled {
            let example = image_sizes.remove(0);
            let half = ImageSize {
                height: example.height / 2,
                width: example.width / 2,
                channels: 1,
            };
            match image_sizes.first_mut() {
                Some(size) => *size = half,
                None => image_sizes.push(half),
            }
        }
        Some(image_sizes)
    }

    /// The sizes of the feature maps of a convolutional network, the example first.
    fn image_sizes(&self) -> Option<Vec<ImageSize>> {
        let (height, width) = match (self.network, self.shape) {
            (NetworkKind::Convolutional, Shape::Image { height, width }) => (height, width),
            (NetworkKind::Convolutional, Shape::Signal { length }) => (1, length),
            _ => return None,
        };
        let mut image_sizes = vec![ImageSize {
            height,
            width,
            channels: 1,
        }];
        for (layer, &channels) in (1..).zip(&self.hidden) {
            // A signal keeps its one row.
            let (height, width) = ((height >> layer).max(1), width >> layer);
            image_sizes.push(ImageSize {
                height,
                width,
                channels,
            });
        }
        Some(image_sizes)
    }

    /// Refuses networks that cannot be made: sides that cannot be halved so often, or too many weights.
    ///
    /// # Errors
    /// Where the network does not suit the examples.
    pub fn check(&self) -> Result<(), Error> {
        if let Shape::Image { height, width } = self.shape
            && self.downscaled
            && (height % 2 != 0 || width % 2 != 0)
        {
            return Err(Error::SidesNotEven { height, width });
        }
        if self.network == NetworkKind::Convolutional {
            let layers = self.hidden.len();
            match self.shape {
                Shape::Point => return Err(Error::NetworkUnsuitedPoints {}),
                Shape::Sequence { .. } => return Err(Error::NetworkUnsuitedMolecules {}),
                Shape::Signal { length } if length % (1 << layers) != 0 => {
                    return Err(Error::LengthNotHalvable { length, layers });
                }
                Shape::Signal { .. } => {}
                Shape::Image { height, width } => {
                    if height % (1 << layers) != 0 || width % (1 << layers) != 0 {
                        return Err(Error::SidesNotHalvable {
                            height,
                            width,
                            layers,
                        });
                    }
                }
            }
        }
        Ok(())
    }
}

fn dense(widths: &[usize]) -> Vec<LayerConfig> {
    let pairs = widths.windows(2);
    pairs
        .map(|widths| LayerConfig::Dense {
            from: DenseShape::Flat(widths[0]),
            to: DenseShape::Flat(widths[1]),
        })
        .collect()
}
