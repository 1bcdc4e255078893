//! Whether pictures can stand beside themselves without a seam.

use serde::Serialize;

use super::Session;
use super::inference::check_input;
use crate::dataset::Shape;
use crate::error::Error;

/// How much neighbouring pixels differ across the borders of pictures that repeat, over how much they do inside.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Seams {
    /// Of all pictures together: about 1 where there are no seams.
    pub ratio: f64,
    /// Of each.
    pub ratios: Vec<f64>,
    /// Of all where each stands beside the next one, whose sides do not go on where its own end; none of one picture.
    pub strangers: Option<f64>,
}

impl Session {
    /// The seams of pictures `[n * features]`.
    ///
    /// # Errors
    /// Where the data are no pictures, or the values no whole ones.
    pub fn seams(&self, pictures: &[f32]) -> Result<Seams, Error> {
        let shape = self.model()?.shape;
        let Shape::Image { height, width } = shape else {
            return Err(Error::NotPictures {});
        };
        let count = check_input("pictures", pictures, shape.features())?;
        self.check_call(2 * count)?;
        let picture = |index: usize| &pictures[index * height * width..][..height * width];
        let (mut borders, mut strange, mut insides) = (0.0, 0.0, 0.0);
        let mut ratios = Vec::with_capacity(count);
        for index in 0..count {
            let own = picture(index);
            let across = across(own, own, width);
            let inside = inside(own, width);
            borders += across;
            strange += self::across(own, picture((index + 1) % count), width);
            insides += inside;
            ratios.push(ratio(across, inside));
        }
        Ok(Seams {
            ratio: ratio(borders, insides),
            ratios,
            strangers: (count > 1).then(|| ratio(strange, insides)),
        })
    }
}

/// The mean absolute difference between the last column and the first of the one at its right, the last row and the first of
/// the one below.
fn across(picture: &[f32], next: &[f32], width: usize) -> f64 {
    let height = picture.len() / width;
    let right = (0..height).map(|row| picture[(row + 1) * width - 1] - next[row * width]);
    let below = (0..width).map(|column| picture[(height - 1) * width + column] - next[column]);
    mean_size(right.chain(below))
}

/// That between neighbours inside.
fn inside(picture: &[f32], width: usize) -> f64 {
    let rows = picture.chunks_exact(width);
    let right = rows.flat_map(|row| row.windows(2).map(|pair| pair[1] - pair[0]));
    let below = picture.iter().zip(&picture[width..]);
    mean_size(right.chain(below.map(|(upper, lower)| lower - upper)))
}

fn mean_size(differences: impl Iterator<Item = f32>) -> f64 {
    let (mut sum, mut count) = (0.0, 0usize);
    for difference in differences {
        sum += f64::from(difference.abs());
        count += 1;
    }
    sum / count.max(1) as f64
}

/// 1 where all is the same, and no difference tells.
fn ratio(across: f64, inside: f64) -> f64 {
    if inside == 0.0 { 1.0 } else { across / inside }
}
