//! The codes from which a decoder or a generator generates samples.

use std::ops::Range;

use super::{Session, no_data};
use crate::error::Error;
use crate::model::Family;
use crate::random::Random;

/// Training examples to whose codes the distribution of an autoencoder's codes is fitted.
const FIT_EXAMPLES: usize = 512;

impl Session {
    /// `count` codes, `[count * code]`: standard normal where that is the prior in training. A plain autoencoder has no
    /// prior, so they are sampled from a Gaussian with the mean and the covariance of the codes of some training examples.
    pub(super) async fn draw_codes(
        &self,
        count: usize,
        random: &mut Random,
    ) -> Result<Vec<f32>, Error> {
        let code = self.settings.code;
        let noise = random.normals(count * code);
        if self.settings.family != Family::Autoencoder {
            return Ok(noise);
        }
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let fitted = FIT_EXAMPLES.min(training.len());
        let trainer = &self.model()?.trainer;
        let encode = |range: Range<usize>| {
            let rows = range.len();
            let examples = self.fitting(training.gather(range));
            let examples = self.engine.tensor(examples, rows);
            Ok(vec![trainer.encode(examples)?])
        };
        let codes = self.in_chunks(fitted, encode).await?.remove(0);
        let (mean, factor) = fit_gaussian(&codes, code);
        let drawn = noise.chunks_exact(code).flat_map(|noise| {
            (0..code)
                .map(|row| {
                    mean[row]
                        + (0..=row)
                            .map(|column| factor[row * code + column] * noise[column])
                            .sum::<f32>()
                })
                .collect::<Vec<_>>()
        });
        Ok(drawn.collect())
    }
}

/// Mean `[width]` of the rows and the lower Cholesky factor `[width * width]` of their covariance.
fn fit_gaussian(rows: &[f32], width: usize) -> (Vec<f32>, Vec<f32>) {
    let count = (rows.len() / width) as f32;
    let mean: Vec<f32> = (0..width)
        .map(|column| rows.iter().skip(column).step_by(width).sum::<f32>() / count)
        .collect();
    let mut factor = vec![0f32; width * width];
    for row in rows.chunks_exact(width) {
        for i in 0..width {
            for j in 0..=i {
                factor[i * width + j] += (row[i] - mean[i]) * (row[j] - mean[j]) / count;
            }
        }
    }
    for i in 0..width {
        for j in 0..=i {
            let above: f32 = (0..j)
                .map(|k| factor[i * width + k] * factor[j * width + k])
                .sum();
            let rest = factor[i * width + j] - above;
            factor[i * width + j] = if i == j {
                rest.max(0.0).sqrt()
            } else {
                // A unit that is a linear function of those before it has no variance of its own.
                let pivot = factor[j * width + j];
                if pivot > 1e-6 { rest / pivot } else { 0.0 }
            };
        }
    }
    (mean, factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Purpose;

    #[test]
    fn the_factor_rebuilds_the_covariance() {
        let mut random = Random::stream(3, Purpose::Sample, 0);
        let rows: Vec<f32> = (0..20_000)
            .flat_map(|_| {
                let (x, y) = (random.normal(), random.normal());
                [1.0 + x, 2.0 * x + 0.5 * y]
            })
            .collect();
        let (mean, factor) = fit_gaussian(&rows, 2);
        let expected = [1.0, 0.0, 2.0, 0.5];
        assert!(
            (mean[0] - 1.0).abs() < 0.05 && mean[1].abs() < 0.05,
            "{mean:?}"
        );
        assert!(
            factor
                .iter()
                .zip(expected)
                .all(|(a, b)| (a - b).abs() < 0.05),
            "{factor:?}"
        );
    }
}
