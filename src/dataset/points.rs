//! Points in the plane, where every mistake of a generative model can be seen.

use std::f32::consts::{PI, TAU};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::random::{Purpose, Random};

/// The outline of a distribution in the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PointShape {
    /// `count` Gaussians on a circle of the given radius.
    Ring,
    /// The smallest square grid with at least `count` Gaussians, from -radius to radius.
    Grid,
    /// Two half circles that reach into each other; `count` has no meaning.
    Moons,
}

/// A distribution of points in the plane.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PointSettings {
    /// The outline.
    pub shape: PointShape,
    /// Gaussians, 1 to 100.
    #[serde(default = "eight")]
    pub count: usize,
    /// Half of the extent, in (0, 100].
    #[serde(default = "two")]
    pub radius: f32,
    /// Standard deviation about the outline, in [0, radius].
    #[serde(default = "twentieth")]
    pub deviation: f32,
}

fn eight() -> usize {
    8
}
fn two() -> f32 {
    2.0
}
fn twentieth() -> f32 {
    0.05
}

impl PointSettings {
    pub(super) fn check(&self) -> Result<(), Error> {
        let refuse = |name: &str, value: String, expected: &str| {
            Err(Error::new(
                format!("The points' {name} is {value}"),
                expected,
                format!("Choose another {name} and load the points again"),
            ))
        };
        if !(1..=100).contains(&self.count) {
            return refuse("count", self.count.to_string(), "1 to 100 modes");
        }
        if !(self.radius > 0.0 && self.radius <= 100.0) {
            return refuse(
                "radius",
                self.radius.to_string(),
                "a number above 0 and at most 100",
            );
        }
        if !(self.deviation >= 0.0 && self.deviation <= self.radius) {
            return refuse(
                "deviation",
                self.deviation.to_string(),
                "a number from 0 to the radius",
            );
        }
        Ok(())
    }

    /// The centre of each mode; none for the moons, which have no separate modes.
    pub fn modes(&self) -> Vec<[f32; 2]> {
        match self.shape {
            PointShape::Ring => (0..self.count)
                .map(|mode| {
                    let angle = TAU * mode as f32 / self.count as f32;
                    [self.radius * angle.cos(), self.radius * angle.sin()]
                })
                .collect(),
            PointShape::Grid => {
                let side = (1..).find(|side| side * side >= self.count).unwrap_or(1);
                let place = |index: usize| match side {
                    1 => 0.0,
                    _ => self.radius * (2.0 * index as f32 / (side - 1) as f32 - 1.0),
                };
                (0..side * side)
                    .map(|mode| [place(mode % side), place(mode / side)])
                    .collect()
            }
            PointShape::Moons => Vec::new(),
        }
    }

    /// Coordinates `[count * 2]` and the mode of each point `[count]`.
    pub(super) fn sample(&self, seed: u32, part: u64, count: usize) -> (Vec<f32>, Vec<u8>) {
        let mut random = Random::stream(seed, Purpose::Points, part);
        let modes = self.modes();
        let mut coordinates = Vec::with_capacity(count * 2);
        let mut labels = Vec::with_capacity(count);
        for _ in 0..count {
            let (label, [x, y]) = if modes.is_empty() {
                let label = random.below(2);
                let angle = PI * random.uniform();
                let half = self.radius / 2.0;
                // Centred, and as wide as the other outlines: x in -radius..radius.
                let place = match label {
                    0 => [
                        half * (angle.cos() * 4.0 / 3.0 - 2.0 / 3.0),
                        half * (angle.sin() * 4.0 / 3.0 - 1.0 / 3.0),
                    ],
                    _ => [
                        half * (2.0 / 3.0 - angle.cos() * 4.0 / 3.0),
                        half * (1.0 / 3.0 - angle.sin() * 4.0 / 3.0),
                    ],
                };
                (label, place)
            } else {
                let label = random.below(modes.len());
                (label, modes[label])
            };
            coordinates.push(x + self.deviation * random.normal());
            coordinates.push(y + self.deviation * random.normal());
            labels.push(label as u8);
        }
        (coordinates, labels)
    }
}
