//! Distances between all pairs of rows.

use super::product::product_transposed;
use crate::engine::{Engine, read};
use crate::error::Error;

/// Squared distances `[n, m]`, flat, of rows `from` `[n * features]` and `to` `[m * features]`, by `|x|² + |y|² - 2 x y`.
///
/// # Errors
/// Where the engine fails.
pub async fn squared_distances(
    from: &[f32],
    to: &[f32],
    features: usize,
) -> Result<Vec<f32>, Error> {
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

/// The squared distance of each of `rows` `[n * features]` to the `rank`-th nearest other one, `[n]`; n above 1.
///
/// # Errors
/// Where the engine fails.
pub async fn neighbour_radii(
    rows: &[f32],
    features: usize,
    rank: usize,
) -> Result<Vec<f32>, Error> {
    let count = rows.len() / features;
    let mut distances = squared_distances(rows, rows, features).await?;
    // Rank 0 is the row itself.
    let place = rank.min(count - 1);
    let radii = distances.chunks_exact_mut(count).map(|row| {
        let (_, &mut radius, _) = row.select_nth_unstable_by(place, f32::total_cmp);
        radius
    });
    Ok(radii.collect())
}
