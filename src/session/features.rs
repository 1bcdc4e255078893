//! What a network has learned to see: the weights of its first layer, and the examples that excite a unit most.

use super::{Session, check_count, no_data};
use crate::dataset::Shape;
use crate::engine::kernel::KERNEL_SIZE;
use crate::engine::read;
use crate::error::Error;
use crate::memory;
use crate::model::{Family, NetworkKind};

/// Training examples among which the most exciting are looked for.
const EXAMPLES: usize = 2000;

/// A layer of an encoder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The first.
    First,
    /// The last, which gives the code.
    Code,
}

/// The weights of a first layer as pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Filters {
    /// Units, or channels of a convolution.
    pub count: usize,
    /// Rows of each.
    pub height: usize,
    /// Columns of each.
    pub width: usize,
    /// `[count * height * width]`, each unit's weights by its largest one, 0 to 1 with 0.5 for none.
    pub values: Vec<f32>,
}

/// The examples that excite a unit most.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Exciting {
    /// Among the training examples, the most exciting first.
    pub indices: Vec<usize>,
    /// What the unit gives; of a convolution's channel the largest of its places.
    pub activations: Vec<f32>,
}

impl Session {
    /// The weights of the encoder's first layer.
    ///
    /// # Errors
    /// Where the family has no encoder, or there is no model yet.
    pub async fn filters(&mut self) -> Result<Filters, Error> {
        self.check_encoder()?;
        let config = self.config()?;
        let [height, width] = match (config.input_shape(), self.first_channels()) {
            (Shape::Signal { .. }, Some(_)) => [1, KERNEL_SIZE],
            (_, Some(_)) => [KERNEL_SIZE, KERNEL_SIZE],
            (Shape::Image { height, width }, None) => [height, width],
            (Shape::Point, None) => [1, 2],
            (Shape::Signal { length }, None) => [1, length],
            (Shape::Sequence { length, symbols }, None) => [length, symbols],
        };
        let model = self.model.as_mut().ok_or_else(no_data)?;
        let mut networks = model.trainer.networks();
        let encoder = &networks.first_mut().ok_or_else(no_data)?.network;
        let weight = encoder.named_parameters().remove(0);
        let parameters = read([encoder.parameters().clone()]).await?.remove(0);
        // One channel goes in, so that the filters are pictures.
        let weights: Vec<f32> = weight.indices.iter().map(|&at| parameters[at]).collect();
        let filters = weights.chunks_exact(height * width);
        Ok(Filters {
            count: filters.len(),
            height,
            width,
            values: filters.flat_map(centred).collect(),
        })
    }

    /// How many units a layer has: the first one's are channels where it is a convolution.
    ///
    /// # Errors
    /// Where the family has no encoder.
    pub fn units(&self, layer: Layer) -> Result<usize, Error> {
        self.check_encoder()?;
        Ok(match layer {
            Layer::Code => self.settings.code,
            Layer::First => self.first_width(),
        })
    }

    /// The `count` training examples, of the first 2,000, that excite a unit of a layer most.
    ///
    /// # Errors
    /// Where there is no such unit, the family has no encoder, or no data are loaded.
    pub async fn exciting(
        &self,
        layer: Layer,
        unit: usize,
        count: usize,
    ) -> Result<Exciting, Error> {
        let units = self.units(layer)?;
        if unit >= units {
            return Err(Error::UnitOutOfRange { unit, units });
        }
        check_count("examples", count, EXAMPLES)?;
        let training = self.training_part()?;
        let trainer = &self.model()?.trainer;
        let all = EXAMPLES.min(training.len());
        let rows = memory::batch_rows(self.settings.family, &self.config()?);
        let mut activations = Vec::with_capacity(all);
        for start in (0..all).step_by(rows) {
            let range = start..all.min(start + rows);
            let rows = range.len();
            let shown = self.fitting(training.gather(range));
            let shown = self.engine.tensor(shown, rows);
            let given = match layer {
                Layer::Code => trainer.encode(shown)?,
                Layer::First => trainer.first_layer(shown)?,
            };
            let given = read([given]).await?.remove(0);
            let examples = given.chunks_exact(given.len() / rows);
            activations.extend(examples.map(|own| {
                let places = own.iter().skip(unit).step_by(units).copied();
                places.fold(f32::NEG_INFINITY, f32::max)
            }));
        }
        let mut indices: Vec<usize> = (0..all).collect();
        indices.sort_by(|&one, &other| activations[other].total_cmp(&activations[one]));
        indices.truncate(count);
        Ok(Exciting {
            activations: indices.iter().map(|&index| activations[index]).collect(),
            indices,
        })
    }

    /// Channels of the encoder's first layer; none where that is no convolution. A smaller picture takes the place of what the
    /// first of the channels gives.
    fn first_channels(&self) -> Option<usize> {
        let is_convolution = self.settings.network == NetworkKind::Convolutional;
        let hidden = self
            .settings
            .hidden
            .get(usize::from(self.settings.downscales()));
        hidden.copied().filter(|_| is_convolution)
    }

    /// Units of the first layer, which may be that of the code, with log-variances behind the means.
    fn first_width(&self) -> usize {
        let outputs = match self.settings.family {
            Family::Variational => 2 * self.settings.code,
            _ => self.settings.code,
        };
        let width = match self.settings.network {
            NetworkKind::Convolutional => self.first_channels(),
            NetworkKind::Dense => self.settings.hidden.first().copied(),
        };
        width.unwrap_or(outputs)
    }

    fn check_encoder(&self) -> Result<(), Error> {
        match self.settings.family {
            Family::Adversarial => Err(Error::NoEncoder {}),
            _ => Ok(()),
        }
    }
}

/// Weights by the largest one, 0.5 for none.
fn centred(weights: &[f32]) -> Vec<f32> {
    let largest = weights.iter().map(|weight| weight.abs());
    let largest = largest.fold(f32::MIN_POSITIVE, f32::max);
    let centred = weights.iter().map(|weight| 0.5 + 0.5 * weight / largest);
    centred.collect()
}
