//! Coverage: which share of real examples a set of made ones reaches
//! (Naeem et al., Reliable fidelity and diversity metrics, arXiv 2002.09797).

use crate::engine::{Engine, read};
use crate::error::Error;

/// Neighbours that bound the surroundings of a real example, as in the paper.
const NEIGHBOURS: usize = 5;

/// Share of `real` examples `[n * features]` (n above 5) that have one of `made` `[m * features]` nearer than
/// their fifth nearest real neighbour, 0 to 1. Distances are between values, so for pictures it tells more
/// of shape and place than of meaning.
///
/// # Errors
/// Where the engine fails.
pub async fn coverage(real: &[f32], made: &[f32], features: usize) -> Result<f64, Error> {
    let count = real.len() / features;
    let among_real = squared_distances(real, real, features).await?;
    let to_made = squared_distances(real, made, features).await?;
    let made_count = made.len() / features;
    let reached = (0..count).filter(|&row| {
        let mut neighbours = among_real[row * count..(row + 1) * count].to_vec();
        // Place 0 is the example itself.
        let place = NEIGHBOURS.min(count - 1);
        let (_, &mut reach, _) = neighbours.select_nth_unstable_by(place, f32::total_cmp);
        to_made[row * made_count..(row + 1) * made_count]
            .iter()
            .any(|&distance| distance < reach)
    });
    Ok(reached.count() as f64 / count as f64)
}

/// `[n, m]` flat, by `|x|² + |y|² - 2 x y`.
async fn squared_distances(from: &[f32], to: &[f32], features: usize) -> Result<Vec<f32>, Error> {
    let engine = Engine::cpu();
    let from = engine.tensor(from.to_vec(), from.len() / features);
    let to = engine.tensor(to.to_vec(), to.len() / features);
    let lengths = from.clone().square().sum_dim(1) + to.clone().square().sum_dim(1).transpose();
    let distances = lengths - from.matmul(to.transpose()).mul_scalar(2.0);
    Ok(read([distances]).await?.remove(0))
}
