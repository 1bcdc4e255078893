//! The networks, forward and back, and nothing of how they are trained.

mod adversarial;
mod autoencoder;
mod layer;
mod network;
mod variational;

pub use adversarial::Adversarial;
pub use autoencoder::Autoencoder;
pub use layer::{End, LayerPlan};
pub use network::{Gradients, Network, Parameter, Pass};
pub use variational::variational;

use serde::{Deserialize, Serialize};

use crate::dataset::Shape;
use crate::engine::kernel::PictureSize;
use crate::error::Error;

/// With gradients and moments four times as many numbers, half a gigabyte.
const MOST_WEIGHTS: u128 = 32_000_000;

/// The families of generative models: the one list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Encoder and decoder, trained to give back what they are shown.
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
    /// Every unit of a layer sees every unit of the one before.
    Dense,
    /// Each layer halves the sides of a picture, or doubles them on the way back, and sees a window of 4 by 4
    /// pixels (Radford et al., arXiv 1511.06434).
    Convolutional,
}

/// The sizes of a model, the same for every family.
#[derive(Clone, Debug)]
pub struct ModelConfig {
    /// What one example is.
    pub shape: Shape,
    /// What the networks are made of.
    pub network: NetworkKind,
    /// Hidden layers from the example to the code, which the way back mirrors: their widths, or their channels.
    pub hidden: Vec<usize>,
    /// Size of the code or of the noise vector.
    pub code: usize,
    /// Seed of the initial weights.
    pub seed: u32,
}

impl ModelConfig {
    /// Whether examples lie in 0..1 (pictures) or anywhere (points).
    pub fn bounded(&self) -> bool {
        self.shape.is_bounded()
    }

    /// Layers from the example to `outputs` numbers.
    pub fn inward(&self, outputs: usize) -> Vec<LayerPlan> {
        let (mut layers, picture) = match self.sizes() {
            None => {
                return dense(&[&[self.shape.features()], &self.hidden[..], &[outputs]].concat());
            }
            Some(sizes) => {
                let downs = sizes.windows(2).map(|sizes| LayerPlan::Down {
                    from: sizes[0],
                    channels: sizes[1].channels,
                });
                (downs.collect::<Vec<_>>(), sizes[sizes.len() - 1])
            }
        };
        layers.push(LayerPlan::Dense {
            from: End::Picture(picture),
            to: End::Numbers(outputs),
        });
        layers
    }

    /// Layers from the code to the example.
    pub fn outward(&self) -> Vec<LayerPlan> {
        let Some(sizes) = self.sizes() else {
            let back = self.hidden.iter().rev().copied().collect::<Vec<_>>();
            return dense(&[&[self.code], &back[..], &[self.shape.features()]].concat());
        };
        let mut layers = vec![LayerPlan::Dense {
            from: End::Numbers(self.code),
            to: End::Picture(sizes[sizes.len() - 1]),
        }];
        layers.extend(sizes.windows(2).rev().map(|sizes| LayerPlan::Up {
            channels: sizes[1].channels,
            to: sizes[0],
        }));
        layers
    }

    /// The pictures between the layers of a convolutional network, from the example on.
    fn sizes(&self) -> Option<Vec<PictureSize>> {
        let (NetworkKind::Convolutional, Shape::Picture { height, width }) =
            (self.network, self.shape)
        else {
            return None;
        };
        let mut sizes = vec![PictureSize {
            height,
            width,
            channels: 1,
        }];
        for (layer, &channels) in (1..).zip(&self.hidden) {
            let (height, width) = (height >> layer, width >> layer);
            sizes.push(PictureSize {
                height,
                width,
                channels,
            });
        }
        Some(sizes)
    }

    /// Finds fault with networks that cannot be made: sides that cannot be halved so often, or too many numbers.
    ///
    /// # Errors
    /// Where the network does not suit the examples, or would not fit in a browser's memory.
    pub fn check(&self) -> Result<(), Error> {
        if self.network == NetworkKind::Convolutional {
            let layers = self.hidden.len();
            match self.shape {
                Shape::Point => return Err(Error::NetworkUnsuitedPoints {}),
                Shape::Picture { height, width } => {
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
        // In u128, no product of sizes overflows.
        let numbers = |plan: &LayerPlan| -> u128 {
            let [rows, columns] = plan.weight_shape();
            rows as u128 * columns as u128
        };
        let ways = [self.inward(2 * self.code), self.outward()];
        let total: u128 = ways.iter().flatten().map(numbers).sum();
        if total <= MOST_WEIGHTS {
            return Ok(());
        }
        let megabytes = |weights: u128| (weights * 16 / 1_000_000) as u64;
        Err(Error::ModelTooLarge {
            needed: megabytes(total),
            allowed: megabytes(MOST_WEIGHTS),
        })
    }
}

fn dense(widths: &[usize]) -> Vec<LayerPlan> {
    let pairs = widths.windows(2);
    pairs
        .map(|ends| LayerPlan::Dense {
            from: End::Numbers(ends[0]),
            to: End::Numbers(ends[1]),
        })
        .collect()
}
