//! Coverage of the real distribution by generated examples
//! (Naeem et al., Reliable fidelity and diversity metrics, arXiv 2002.09797).

use super::distances::{neighbour_radii, squared_distances};
use crate::error::Error;

/// The k of the nearest-neighbour radius of a real example, as in the paper.
const NEIGHBOURS: usize = 5;

/// Fraction of `real` examples `[n * features]` (n above 5) that have one of `generated` `[m * features]` nearer than
/// their fifth nearest real neighbour, 0 to 1. Distances are between pixels, so for images they tell more of shape and
/// position than of meaning.
///
/// # Errors
/// Where the engine fails.
pub async fn coverage(real: &[f32], generated: &[f32], features: usize) -> Result<f64, Error> {
    let count = real.len() / features;
    let radii = neighbour_radii(real, features, NEIGHBOURS).await?;
    let to_generated = squared_distances(real, generated, features).await?;
    let generated_count = generated.len() / features;
    let rows = to_generated.chunks_exact(generated_count).zip(radii);
    let reached = rows.filter(|(row, radius)| row.iter().any(|distance| distance < radius));
    Ok(reached.count() as f64 / count as f64)
}
