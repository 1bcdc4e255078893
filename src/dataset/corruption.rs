//! Corruption of an encoder's input, for denoising autoencoders
//! (Vincent et al., Extracting and composing robust features with denoising autoencoders, 2008).

use serde::{Deserialize, Serialize};

use super::{DataKind, Shape};
use crate::error::Error;
use crate::random::Random;
use crate::settings::decimal::{self, decimal};
use crate::settings::field::AMOUNT;

/// The kind of a corruption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CorruptionKind {
    /// Gaussian noise of deviation `amount`; pictures are clipped to 0..1 again.
    Noise,
    /// Each value becomes 0 with probability `amount`.
    Mask,
    /// Each value becomes 0 or 1 with probability `amount`.
    SaltAndPepper,
    /// A block of a picture, `amount` of its height by `amount` of its width at any place, becomes grey (0.5); a stretch of a
    /// signal, `amount` of its length, becomes 0.
    Block,
    /// A picture is blurred by a Gaussian of deviation `amount` sevenths of its shorter side; beyond its edge it goes on
    /// as it is there.
    Blur,
    /// The encoder is shown pictures of half the sides, each pixel the mean of four; `amount` counts for nothing.
    Downscale,
}

impl CorruptionKind {
    /// Whether it can be done to such data.
    pub fn suits_data(self, data: DataKind) -> bool {
        match (self, data) {
            // A symbol that is half another is none.
            (_, DataKind::Molecules) => false,
            (Self::Blur | Self::Downscale, _) => data == DataKind::Images,
            (Self::Block, _) => data != DataKind::Points,
            _ => true,
        }
    }
}

/// A corruption of examples.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Corruption {
    /// The kind.
    pub kind: CorruptionKind,
    /// How much, 0 to 1.
    #[serde(serialize_with = "decimal::serialize")]
    pub amount: f32,
}

impl Corruption {
    pub(crate) fn check(&self) -> Result<(), Error> {
        AMOUNT.check(decimal(self.amount))
    }

    /// What an encoder is shown in the place of examples `[n, features]`: `[n, inputs]`, the same size but where it is
    /// downscaled.
    pub fn apply(&self, mut examples: Vec<f32>, shape: Shape, random: &mut Random) -> Vec<f32> {
        match (self.kind, shape) {
            (CorruptionKind::Block, Shape::Image { height, width }) => {
                for image in examples.chunks_exact_mut(height * width) {
                    remove_block(image, [height, width], self.amount, random);
                }
            }
            (CorruptionKind::Block, Shape::Signal { length }) => {
                for signal in examples.chunks_exact_mut(length) {
                    let missing = (self.amount * length as f32).round() as usize;
                    let start = random.below(length - missing + 1);
                    signal[start..start + missing].fill(0.0);
                }
            }
            (CorruptionKind::Downscale, Shape::Image { width, .. }) => {
                return downscale(&examples, width);
            }
            (CorruptionKind::Blur, Shape::Image { height, width }) => {
                let deviation = self.amount * height.min(width) as f32 / 7.0;
                for image in examples.chunks_exact_mut(height * width) {
                    blur(image, width, deviation);
                }
            }
            _ => {
                for value in &mut examples {
                    self.apply_to_value(value, shape.is_bounded(), random);
                }
            }
        }
        examples
    }

    fn apply_to_value(&self, value: &mut f32, bounded: bool, random: &mut Random) {
        match self.kind {
            CorruptionKind::Noise => {
                *value += self.amount * random.normal();
                if bounded {
                    *value = value.clamp(0.0, 1.0);
                }
            }
            CorruptionKind::Mask if random.uniform() < self.amount => *value = 0.0,
            CorruptionKind::SaltAndPepper if random.uniform() < self.amount => {
                *value = random.below(2) as f32;
            }
            _ => {}
        }
    }
}

/// Images of even sides, one below the other, to half their sides.
fn downscale(rows: &[f32], width: usize) -> Vec<f32> {
    let pairs = rows.chunks_exact(2 * width);
    pairs
        .flat_map(|pair| {
            let (upper, lower) = pair.split_at(width);
            let squares = upper.chunks_exact(2).zip(lower.chunks_exact(2));
            squares.map(|(upper, lower)| 0.25 * (upper[0] + upper[1] + lower[0] + lower[1]))
        })
        .collect()
}

fn remove_block(image: &mut [f32], sides: [usize; 2], amount: f32, random: &mut Random) {
    let [[top, rows], [left, columns]] = sides.map(|side| {
        let length = (amount * side as f32).round() as usize;
        [random.below(side - length + 1), length]
    });
    for row in image.chunks_exact_mut(sides[1]).skip(top).take(rows) {
        row[left..left + columns].fill(0.5);
    }
}

/// Row by row and then column by column, since a Gaussian is the product of two.
fn blur(image: &mut [f32], width: usize, deviation: f32) {
    if deviation == 0.0 {
        return;
    }
    // Beyond three deviations hardly anything is left.
    let reach = (3.0 * deviation).ceil() as usize;
    let weight = |distance: usize| (-0.5 * (distance as f32 / deviation).powi(2)).exp();
    let weights: Vec<f32> = (0..=2 * reach)
        .map(|at| weight(at.abs_diff(reach)))
        .collect();
    let sum: f32 = weights.iter().sum();
    let along = |line: &[f32], at: usize| -> f32 {
        let last = line.len() - 1;
        let weighted = weights.iter().enumerate().map(|(index, weight)| {
            let place = (at + index).saturating_sub(reach).min(last);
            weight * line[place]
        });
        weighted.sum::<f32>() / sum
    };
    for row in image.chunks_exact_mut(width) {
        let line = row.to_vec();
        for (at, value) in row.iter_mut().enumerate() {
            *value = along(&line, at);
        }
    }
    for column in 0..width {
        let line: Vec<f32> = image.iter().skip(column).step_by(width).copied().collect();
        let values = image.iter_mut().skip(column).step_by(width);
        for (at, value) in values.enumerate() {
            *value = along(&line, at);
        }
    }
}
