//! Points in the plane, where every mistake of a generative model can be seen.

use std::f32::consts::{PI, TAU};

use serde::{Deserialize, Serialize};

use super::DrawnPoints;
use crate::error::{Error, NumberKind};
use crate::random::{Purpose, Random};
use crate::settings::Given;
use crate::settings::decimal::{self, decimal};
use crate::settings::field::{POINT_COUNT, POINT_DEVIATION, POINT_RADIUS};

/// The outline of a distribution in the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointShape {
    /// `count` Gaussians on a circle of the given radius.
    Ring,
    /// The smallest square grid with at least `count` Gaussians, from -radius to radius.
    Grid,
    /// Two half circles that reach into each other; `count` has no meaning.
    Moons,
    /// A spiral of one and a half turns, the plane section of scikit-learn's `make_swiss_roll`; `count` has no meaning.
    SwissRoll,
    /// A straight line of slope 1/2; `count` has no meaning.
    Line,
    /// A Gaussian about each of [`PointSettings::points`]; `count` and `radius` have no meaning.
    Drawn,
}

/// Parts of equal length that a curve's points are labelled by.
const CURVE_PARTS: f32 = 10.0;
/// Angles at which the spiral `t (sin t, cos t)` begins and ends.
const ROLL: [f32; 2] = [1.5 * PI, 4.5 * PI];
/// The spiral's least and largest x and y, there: where `tan t = -t`, where `tan t = 1/t`, and at its end.
const ROLL_X: [f32; 2] = [-11.041, ROLL[1]];
const ROLL_Y: [f32; 2] = [-9.477, 12.606];

/// Points made to train on.
pub const TRAINING_POINTS: usize = 10_000;
/// Other points, made to test on.
pub const TEST_POINTS: usize = 2_500;

/// A distribution of points in the plane.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PointSettings {
    /// The outline.
    pub shape: PointShape,
    /// Gaussians, 1 to 100.
    pub count: usize,
    /// Half of the extent, 0.001 to 100.
    #[serde(serialize_with = "decimal::serialize")]
    pub radius: f32,
    /// Standard deviation about the outline, 0 to the radius.
    #[serde(serialize_with = "decimal::serialize")]
    pub deviation: f32,
    /// Those that were drawn; none for the other shapes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<DrawnPoints>,
}

impl PointSettings {
    /// What shows a shape well.
    pub fn usual(shape: PointShape) -> Self {
        let (count, deviation) = match shape {
            PointShape::Ring => (8, 0.05),
            PointShape::Grid => (25, 0.05),
            PointShape::Moons => (2, 0.1),
            PointShape::SwissRoll | PointShape::Line | PointShape::Drawn => (1, 0.05),
        };
        Self {
            shape,
            count,
            radius: 2.0,
            deviation,
            points: None,
        }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        POINT_COUNT.check(self.count as f64)?;
        let radius = decimal(self.radius);
        POINT_RADIUS.check(radius)?;
        let deviation = Given::Number(decimal(self.deviation));
        POINT_DEVIATION.read_within(&deviation, NumberKind::Number, 0.0, radius)?;
        match (self.shape, &self.points) {
            (PointShape::Drawn, None) => Err(Error::SettingMissing { setting: "points" }),
            (PointShape::Drawn, _) | (_, None) => Ok(()),
            (_, Some(_)) => Err(Error::PointsNotDrawn {}),
        }
    }

    /// The centre of each mode; none for curves, which have no separate modes.
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
            PointShape::Moons | PointShape::SwissRoll | PointShape::Line | PointShape::Drawn => {
                Vec::new()
            }
        }
    }

    /// Coordinates `[count * 2]` and the label of each point `[count]`: its mode, its moon, or which tenth of its curve; 0 of
    /// those about drawn ones.
    pub(super) fn sample(&self, seed: u32, part: u64, count: usize) -> (Vec<f32>, Vec<u8>) {
        let mut random = Random::stream(seed, Purpose::Points, part);
        let modes = self.modes();
        let drawn = self.points.as_ref().map_or(&[][..], DrawnPoints::places);
        let mut coordinates = Vec::with_capacity(count * 2);
        let mut labels = Vec::with_capacity(count);
        for _ in 0..count {
            let (label, [x, y]) = match self.shape {
                PointShape::Ring | PointShape::Grid => {
                    let label = random.below(modes.len());
                    (label, modes[label])
                }
                PointShape::Moons => self.on_moons(&mut random),
                PointShape::SwissRoll => {
                    let along = random.uniform();
                    (part_of(along), self.on_roll(along))
                }
                PointShape::Line => {
                    let along = random.uniform();
                    let x = self.radius * (2.0 * along - 1.0);
                    (part_of(along), [x, 0.5 * x])
                }
                PointShape::Drawn => (0, drawn[random.below(drawn.len())]),
            };
            coordinates.push(x + self.deviation * random.normal());
            coordinates.push(y + self.deviation * random.normal());
            labels.push(label as u8);
        }
        (coordinates, labels)
    }

    /// A moon, and a place on it.
    fn on_moons(&self, random: &mut Random) -> (usize, [f32; 2]) {
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
    }

    /// A place on the spiral, `along` of its length from its inner end, 0 to 1. Its length grows nearly with the square of
    /// the angle, so that points lie as densely outside as inside.
    fn on_roll(&self, along: f32) -> [f32; 2] {
        let [begin, end] = ROLL;
        let angle = (begin * begin + along * (end * end - begin * begin)).sqrt();
        let middle = |ends: [f32; 2]| (ends[0] + ends[1]) / 2.0;
        // As wide as the other outlines.
        let scale = 2.0 * self.radius / (ROLL_X[1] - ROLL_X[0]);
        [
            scale * (angle * angle.sin() - middle(ROLL_X)),
            scale * (angle * angle.cos() - middle(ROLL_Y)),
        ]
    }
}

/// The part of a curve, `along` of its length from its beginning, 0 to 1.
fn part_of(along: f32) -> usize {
    (CURVE_PARTS * along) as usize
}
