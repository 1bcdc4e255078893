//! Nearest neighbours among many rows, by looking at all of them, a part at a time.

use std::ops::Range;

use serde::Serialize;

use super::distances::squared_distances;
use crate::error::Error;

/// Rows of either side whose distances are there at once, and numbers that they have at most: both a million numbers.
const ROWS: usize = 1000;
const NUMBERS: usize = 1 << 20;
/// Numbers that are there at once: rows of both sides, as they are given and as they are multiplied, and distances.
pub const NEIGHBOUR_NUMBERS: usize = 6 * NUMBERS;

/// The nearest of many rows to each of `n` others.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Neighbours {
    /// Which, `[n * count]`, the nearest first.
    pub indices: Vec<usize>,
    /// How far, `[n * count]`, Euclidean.
    pub distances: Vec<f32>,
}

/// The `count` nearest to each of `from` `[n * features]` among `all` rows, of which `rows` gives a part, `[m * features]`.
///
/// # Errors
/// Where the engine fails.
pub async fn nearest_neighbours(
    from: &[f32],
    all: usize,
    features: usize,
    count: usize,
    rows: &dyn Fn(Range<usize>) -> Vec<f32>,
) -> Result<Neighbours, Error> {
    let count = count.min(all);
    let rows_at_once = (NUMBERS / features).clamp(1, ROWS);
    let mut found = Neighbours::default();
    for from in from.chunks(rows_at_once * features) {
        let mut best = vec![Vec::with_capacity(count + 1); from.len() / features];
        for start in (0..all).step_by(rows_at_once) {
            let range = start..all.min(start + rows_at_once);
            let width = range.len();
            let squares = squared_distances(from, &rows(range), features).await?;
            for (best, squares) in best.iter_mut().zip(squares.chunks_exact(width)) {
                for (offset, &square) in squares.iter().enumerate() {
                    insert(best, (square, start + offset), count);
                }
            }
        }
        for (square, index) in best.into_iter().flatten() {
            found.indices.push(index);
            // Rounding can make the square of nothing negative.
            found.distances.push(square.max(0.0).sqrt());
        }
    }
    Ok(found)
}

/// Puts one where it belongs among the best, of which there are at most `count`.
fn insert(best: &mut Vec<(f32, usize)>, one: (f32, usize), count: usize) {
    if best.len() == count && best.last().is_some_and(|last| one.0 >= last.0) {
        return;
    }
    let place = best.partition_point(|other| other.0 <= one.0);
    best.insert(place, one);
    best.truncate(count);
}
