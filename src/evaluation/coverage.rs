//! Coverage of the real distribution by generated examples
//! (Naeem et al., Reliable fidelity and diversity metrics, arXiv 2002.09797).

use super::product::product_transposed;
use crate::engine::{Engine, read};
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
    let among_real = squared_distances(real, real, features).await?;
    let to_generated = squared_distances(real, generated, features).await?;
    let generated_count = generated.len() / features;
    let reached = (0..count).filter(|&row| {
        let mut neighbours = among_real[row * count..(row + 1) * count].to_vec();
        // Rank 0 is the example itself.
        let place = NEIGHBOURS.min(count - 1);
        let (_, &mut radius, _) = neighbours.select_nth_unstable_by(place, f32::total_cmp);
        to_generated[row * generated_count..(row + 1) * generated_count]
            .iter()
            .any(|&distance| distance < radius)
    });
    Ok(reached.count() as f64 / count as f64)
}

/// `[n, m]` flat, by `|x|² + |y|² - 2 x y`.
async fn squared_distances(from: &[f32], to: &[f32], features: usize) -> Result<Vec<f32>, Error> {
    let engine = Engine::cpu();
    let lengths = |rows: &[f32]| -> Vec<f32> {
        let rows = rows.chunks_exact(features);
        rows.map(|row| row.iter().map(|value| value * value).sum())
            .collect()
    };
    let rows = engine.tensor(from.to_vec(), from.len() / features);
    let products = product_transposed(rows, &engine.flat(to.to_vec()));
    let mut distances = read([products]).await?.remove(0);
    let to = lengths(to);
    for (row, length) in distances.chunks_exact_mut(to.len()).zip(lengths(from)) {
        let pairs = row.iter_mut().zip(&to);
        pairs.for_each(|(product, other)| *product = length + other - 2.0 * *product);
    }
    Ok(distances)
}
