//! Whether generated examples are copies of those that were learnt from
//! (after Meehan, Chaudhuri, Dasgupta, A non-parametric test to detect data-copying, arXiv 2004.05675).

use super::distances::squared_distances;
use super::{Baseline, Better, EvaluationInput, Measure};
use crate::dataset::DataKind;
use crate::error::Error;

/// The mean distance of `generated` rows `[n * features]` to the nearest of `training` over that to the nearest of as many
/// `unseen` `[m * features]` each: 0 where each is a copy, 1 where the ones are as near as the others. The nearest of
/// more examples would be nearer by chance alone. 1 as well where all is the same, and no distance tells.
///
/// # Errors
/// Where the engine fails.
pub async fn memorization(
    generated: &[f32],
    training: &[f32],
    unseen: &[f32],
    features: usize,
) -> Result<f64, Error> {
    let to_training = mean_nearest(generated, training, features).await?;
    let to_unseen = mean_nearest(generated, unseen, features).await?;
    Ok(match to_unseen > 0.0 {
        true => to_training / to_unseen,
        false => 1.0,
    })
}

impl EvaluationInput<'_> {
    /// How near generated images lie to training images, beside unseen ones; and how near other unseen ones do. None of other
    /// data, and where there are not twice as many unseen ones.
    pub(super) async fn memorization_measure(
        &self,
        generated: &[f32],
        training: &[f32],
    ) -> Result<Option<Measure>, Error> {
        let features = self.test.shape().features();
        let count = training.len() / features;
        if self.test.len() < 2 * count || self.test.shape().kind() != DataKind::Images {
            return Ok(None);
        }
        let unseen = self.test.gather(0..count);
        let others = self.test.gather(count..2 * count);
        let value = memorization(generated, training, &unseen, features).await?;
        let real = memorization(&others, training, &unseen, features).await?;
        let measure = Measure::new("memorization", value, "", Better::Higher);
        Ok(Some(measure.beside(Some(Baseline::new("real data", real)))))
    }
}

/// The mean over rows of `from` of the distance to the nearest of `to`.
async fn mean_nearest(from: &[f32], to: &[f32], features: usize) -> Result<f64, Error> {
    let distances = squared_distances(from, to, features).await?;
    let rows = distances.chunks_exact(to.len() / features);
    let count = rows.len() as f64;
    // Rounding can make the square of nothing negative.
    let nearest = rows.map(|row| row.iter().fold(f32::INFINITY, |least, &one| least.min(one)));
    Ok(nearest
        .map(|square| f64::from(square.max(0.0).sqrt()))
        .sum::<f64>()
        / count)
}
