//! How the codes of a model are spread, and the plane on which they are drawn.

use std::ops::Range;

use serde::Serialize;

use super::inference::check_input;
use super::posterior::draw;
use super::{Session, no_data};
use crate::error::Error;
use crate::evaluation::{Plane, code_moments};
use crate::model::Family;

use crate::random::{Purpose, Random};

/// Training examples whose codes are looked at.
const EXAMPLES: usize = 512;
/// Deviations of the prior within which codes are counted.
const RADII: [f32; 3] = [1.0, 2.0, 3.0];

/// The codes of some training examples, by unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LatentReport {
    /// Steps trained.
    pub step: u64,
    /// Examples looked at.
    pub count: usize,
    /// Mean of the codes, `[code]`.
    pub means: Vec<f64>,
    /// Their variance, `[code]`; of a variational autoencoder that of codes drawn from the posteriors.
    pub variances: Vec<f64>,
    /// Mean divergence of the posteriors from N(0, 1), in nats, `[code]`; near 0 for a unit that is not used (posterior
    /// collapse). None where codes are points.
    pub divergences: Option<Vec<f64>>,
    /// Units, those that matter most first: by divergence, or by variance.
    pub order: Vec<usize>,
    /// Shares of codes drawn from the posteriors inside circles on the plane of the map; none where codes are points.
    pub within: Option<Vec<Within>>,
    /// The mean code of each label that occurs.
    pub classes: Vec<ClassCode>,
}

/// The share of codes inside a circle about the prior's mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Within {
    /// In deviations of the prior.
    pub radius: f32,
    /// 0 to 1.
    pub share: f64,
    /// Of N(0, I): `1 - e^(-radius²/2)`.
    pub expected: f64,
}

/// The mean code of a label.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassCode {
    /// The label.
    pub label: u8,
    /// Examples that have it.
    pub count: usize,
    /// `[code]`
    pub code: Vec<f32>,
}

/// A report, and the plane on which codes are drawn.
#[derive(Clone, Debug)]
pub(super) struct Latents {
    pub report: LatentReport,
    pub plane: Plane,
}

impl Session {
    /// How the codes of the first training examples are spread.
    ///
    /// # Errors
    /// Where the family has no encoder, or no data are loaded.
    pub async fn latent(&mut self) -> Result<LatentReport, Error> {
        Ok(self.latents().await?.report.clone())
    }

    pub(super) async fn latents(&mut self) -> Result<&Latents, Error> {
        let known = self.latents.take();
        let known = known.filter(|latents| latents.report.step == self.step);
        let latents = match known {
            Some(latents) => latents,
            None => self.look_at_codes().await?,
        };
        Ok(self.latents.insert(latents))
    }

    async fn look_at_codes(&self) -> Result<Latents, Error> {
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let (code, count) = (self.settings.code, EXAMPLES.min(training.len()));
        let is_spread = self.settings.family == Family::Variational;
        let trainer = &self.model()?.trainer;
        let look = |range: Range<usize>| {
            let rows = range.len();
            let shown = self.fitting(training.gather(range));
            let shown = self.engine.tensor(shown, rows);
            Ok(vec![match is_spread {
                true => trainer.posterior(shown)?,
                false => trainer.encode(shown)?,
            }])
        };
        let mut posteriors = self.in_chunks(count, look).await?.remove(0);
        if !is_spread {
            // Points are posteriors without a spread.
            let spreads = vec![f32::NEG_INFINITY; code];
            let rows = posteriors.chunks_exact(code);
            posteriors = rows.flat_map(|row| [row, &spreads[..]].concat()).collect();
        }
        let moments = code_moments(&posteriors, code);
        let matter = if is_spread {
            &moments.divergences
        } else {
            &moments.variances
        };
        let mut order: Vec<usize> = (0..code).collect();
        order.sort_by(|&one, &other| matter[other].total_cmp(&matter[one]));
        let mut random = Random::stream(0, Purpose::Evaluation, 7);
        let rows = posteriors.chunks_exact(2 * code);
        let means: Vec<f32> = rows.clone().flat_map(|row| &row[..code]).copied().collect();
        let centre: Vec<f32> = moments.means.iter().map(|&mean| mean as f32).collect();
        let plane = Plane::of_codes(&means, &centre, is_spread);
        let drawn: Vec<f32> = rows.flat_map(|row| draw(row, &mut random)).collect();
        let within = is_spread.then(|| within(&plane.project(&drawn)));
        let report = LatentReport {
            step: self.step,
            count,
            divergences: is_spread.then_some(moments.divergences),
            means: moments.means,
            variances: moments.variances,
            order,
            within,
            classes: class_codes(&means, code, training.labels()),
        };
        Ok(Latents { report, plane })
    }

    /// Codes `[n * code]` on the plane of the map, `[n * 2]`: the codes themselves where they have two numbers, otherwise along
    /// the two principal components of the training examples' codes.
    ///
    /// # Errors
    /// Where the values are not whole codes, the family has no encoder, or no data are loaded.
    pub async fn project(&mut self, codes: &[f32]) -> Result<Vec<f32>, Error> {
        check_input("codes", codes, self.settings.code)?;
        Ok(self.latents().await?.plane.project(codes))
    }

    /// Places on the plane of the map, `[n * 2]`, as codes, `[n * code]`.
    ///
    /// # Errors
    /// Where the values are not whole places, the family has no encoder, or no data are loaded.
    pub async fn unproject(&mut self, places: &[f32]) -> Result<Vec<f32>, Error> {
        let count = check_input("places", places, 2)?;
        self.model()?;
        self.check_call(count * self.settings.code)?;
        Ok(self.latents().await?.plane.unproject(places))
    }
}

fn within(places: &[f32]) -> Vec<Within> {
    let count = (places.len() / 2) as f64;
    let inside = |radius: f32| {
        let places = places.chunks_exact(2);
        places.filter(move |place| place[0].hypot(place[1]) <= radius)
    };
    RADII
        .map(|radius| Within {
            radius,
            share: inside(radius).count() as f64 / count,
            expected: 1.0 - (-0.5 * f64::from(radius * radius)).exp(),
        })
        .to_vec()
}

fn class_codes(codes: &[f32], code: usize, labels: &[u8]) -> Vec<ClassCode> {
    let mut classes: Vec<ClassCode> = Vec::new();
    for (row, &label) in codes.chunks_exact(code).zip(labels) {
        let known = classes.iter_mut().find(|class| class.label == label);
        match known {
            Some(class) => {
                class.count += 1;
                class
                    .code
                    .iter_mut()
                    .zip(row)
                    .for_each(|(sum, value)| *sum += value);
            }
            None => classes.push(ClassCode {
                label,
                count: 1,
                code: row.to_vec(),
            }),
        }
    }
    for class in &mut classes {
        let count = class.count as f32;
        class.code.iter_mut().for_each(|sum| *sum /= count);
    }
    classes.sort_by_key(|class| class.label);
    classes
}
