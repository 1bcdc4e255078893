//! How much of what is generated is like real data, and how much of real data is generated
//! (Kynkäänniemi et al., Improved precision and recall, arXiv 1904.06991).

use super::distances::{neighbour_radii, squared_distances};
use crate::error::Error;

/// The rank of the neighbour that tells how far a set reaches from one of its own, as in the paper.
const NEIGHBOURS: usize = 3;

/// Both shares, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrecisionRecall {
    /// Of generated ones among the real ones.
    pub precision: f64,
    /// Of real ones among the generated ones.
    pub recall: f64,
}

/// Of features `[n * width]` of real data and `[m * width]` of generated ones, by equations 1 and 2; as many of both, for
/// shares of fewer are not alike.
///
/// # Errors
/// Where the engine fails.
pub async fn precision_recall(
    real: &[f32],
    generated: &[f32],
    width: usize,
) -> Result<PrecisionRecall, Error> {
    Ok(PrecisionRecall {
        precision: within(real, generated, width).await?,
        recall: within(generated, real, width).await?,
    })
}

/// The share of `others` that are no farther from one of `set` than its third neighbour is.
async fn within(set: &[f32], others: &[f32], width: usize) -> Result<f64, Error> {
    let radii = neighbour_radii(set, width, NEIGHBOURS).await?;
    let distances = squared_distances(others, set, width).await?;
    let rows = distances.chunks_exact(radii.len());
    let count = rows.len();
    let within = rows.filter(|row| {
        row.iter()
            .zip(&radii)
            .any(|(distance, radius)| distance <= radius)
    });
    Ok(within.count() as f64 / count as f64)
}
