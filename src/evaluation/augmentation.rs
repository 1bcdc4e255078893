//! What else a classifier that has few labels learns from: copies of its pictures, shifted and turned, or pictures that were made.

use serde::Serialize;

use super::{CLASSES, ClassifierTraining};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::random::{Purpose, Random};

const STEPS: u32 = 600;
const BATCH: usize = 50;
const SIDE: usize = 28;
const PIXELS: usize = SIDE * SIDE;
/// Pixels by which a picture is shifted at most, and the angle by which it is turned, in radians.
const SHIFT: f32 = 2.0;
const TURN: f32 = 0.26;

/// Pictures of 28 by 28 with their classes.
#[derive(Clone, Debug, Default)]
pub struct LabelledPictures {
    /// `[n * 784]`
    pub pictures: Vec<f32>,
    /// `[n]`, each below 10.
    pub classes: Vec<u8>,
}

impl LabelledPictures {
    /// One of them, chosen at random.
    fn one(&self, random: &mut Random) -> (&[f32], u8) {
        let index = random.below(self.classes.len());
        let picture = &self.pictures[index * PIXELS..(index + 1) * PIXELS];
        (picture, self.classes[index])
    }
}

/// The percentage of the first `count` examples of `test` that a fresh classifier gets right after 600 steps of 50: trained on a few
/// pictures, each `moved` by up to two pixels and fifteen degrees or not, and on made ones in half of every batch, if there are any.
///
/// # Errors
/// Where the engine fails.
pub async fn few_labels_accuracy(
    few: &LabelledPictures,
    made: &LabelledPictures,
    moved: bool,
    test: &Dataset,
    count: usize,
    seed: u32,
) -> Result<f64, Error> {
    let mut training = ClassifierTraining::new(seed, STEPS);
    for step in 0..STEPS {
        let mut random = Random::stream(seed, Purpose::Corruption, step.into());
        let (mut pictures, mut classes) = (Vec::new(), Vec::new());
        for place in 0..BATCH {
            let from_made = place % 2 == 1 && !made.classes.is_empty();
            let from = if from_made { made } else { few };
            let (picture, class) = from.one(&mut random);
            match moved {
                true => pictures.extend(shifted_and_turned(picture, &mut random)),
                false => pictures.extend_from_slice(picture),
            }
            classes.push(class);
        }
        training.step(pictures, &classes);
    }
    let found = training.classifier.classify(&test.gather(0..count)).await?;
    let right = found.classes.iter().zip(test.labels());
    let right = right.filter(|(found, label)| found == label).count();
    Ok(100.0 * right as f64 / count as f64)
}

/// Accuracies over several draws, beside those without anything else to learn from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DrawComparison {
    /// Of the former.
    pub mean: f64,
    /// Of the former, the lowest.
    pub least: f64,
    /// Of the former, the highest.
    pub most: f64,
    /// The mean less that of the others; none where there are no others.
    pub gain: Option<f64>,
    /// Whether every one of the former lies on the same side of all others.
    pub clear: bool,
}

/// Compares accuracies over several draws with `alone`, those without anything else to learn from; none where there are none.
pub fn compare_draws(accuracies: &[f32], alone: &[f32]) -> Option<DrawComparison> {
    let [least, most, mean] = range(accuracies)?;
    let others = range(alone);
    Some(DrawComparison {
        mean,
        least,
        most,
        gain: others.map(|[_, _, alone]| mean - alone),
        clear: others.is_some_and(|[lowest, highest, _]| least > highest || most < lowest),
    })
}

/// The lowest, the highest and the mean.
fn range(values: &[f32]) -> Option<[f64; 3]> {
    let values = || values.iter().map(|&value| f64::from(value));
    let count = values().count() as f64;
    let least = values().min_by(f64::total_cmp)?;
    let most = values().max_by(f64::total_cmp)?;
    Some([least, most, values().sum::<f64>() / count])
}

/// Whether the classifier has a class for each label.
pub fn has_classes_for(labels: &[u8]) -> bool {
    labels.iter().all(|&label| usize::from(label) < CLASSES)
}

/// By up to two pixels and fifteen degrees, between pixels by bilinear interpolation.
fn shifted_and_turned(picture: &[f32], random: &mut Random) -> Vec<f32> {
    let mut within = |most: f32| most * (2.0 * random.uniform() - 1.0);
    let [across, down, angle] = [within(SHIFT), within(SHIFT), within(TURN)];
    let (sine, cosine) = angle.sin_cos();
    let middle = (SIDE as f32 - 1.0) / 2.0;
    let pixel = |x: i64, y: i64| {
        let inside = (0..SIDE as i64).contains(&x) && (0..SIDE as i64).contains(&y);
        if inside {
            picture[y as usize * SIDE + x as usize]
        } else {
            0.0
        }
    };
    let place = |at: usize| {
        let (x, y) = ((at % SIDE) as f32 - middle, (at / SIDE) as f32 - middle);
        let from = [
            cosine * x - sine * y + middle + across,
            sine * x + cosine * y + middle + down,
        ];
        let [left, top] = from.map(|value| value.floor() as i64);
        let [right_share, low_share] = from.map(|value| value - value.floor());
        let row = |y| pixel(left, y) * (1.0 - right_share) + pixel(left + 1, y) * right_share;
        row(top) * (1.0 - low_share) + row(top + 1) * low_share
    };
    (0..PIXELS).map(place).collect()
}
