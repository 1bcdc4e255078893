//! How far two distributions of points in the plane are apart: divergences between their histograms on a grid.
//!
//! With `p` and `q` the shares of the cells, in nats:
//! - Kullback and Leibler (1951): `KL(p, q) = Σ p ln(p / q)`, 0 or more. It is large where there is something real (`p`) and
//!   nothing made (`q`), and infinite where a share of `q` is 0: half a point is added to each cell of both (the prior of
//!   Jeffreys; Krichevsky and Trofimov, 1981).
//! - Jensen and Shannon (Lin, 1991): `JS(p, q) = KL(p, m) / 2 + KL(q, m) / 2` with `m = (p + q) / 2`, from 0 to ln 2, the same
//!   either way round. Nothing is added.

use super::measures::{EvaluationInput, GENERATED_POINTS};
use super::{Baseline, Better, Measure};
use crate::error::Error;

/// Cells along each axis.
const SIDE: usize = 32;
/// Added to each cell for Kullback and Leibler.
const PRIOR: f64 = 0.5;

/// A square grid over the extent of some points, and one cell for all that is outside.
#[derive(Clone, Copy, Debug)]
pub struct PlaneGrid {
    least: [f32; 2],
    most: [f32; 2],
}

impl PlaneGrid {
    /// Over points `[n * 2]`, whose farthest lie on its edge; none where there are none.
    pub fn over(points: &[f32]) -> Option<Self> {
        let all = points.chunks_exact(2).map(|point| [point[0], point[1]]);
        let both = |choose: fn(f32, f32) -> f32| {
            all.clone()
                .reduce(|a, b| [choose(a[0], b[0]), choose(a[1], b[1])])
        };
        Some(Self {
            least: both(f32::min)?,
            most: both(f32::max)?,
        })
    }

    /// How many of the points `[n * 2]` lie in each cell, row by row from below, and outside: `[32 * 32 + 1]`.
    pub fn histogram(&self, points: &[f32]) -> Vec<usize> {
        let mut counts = vec![0; SIDE * SIDE + 1];
        for point in points.chunks_exact(2) {
            let place = |axis: usize| {
                let (least, most) = (self.least[axis], self.most[axis]);
                let inside = (least..=most).contains(&point[axis]);
                // All in the first where they all have the same coordinate.
                let along = (point[axis] - least) / (most - least).max(f32::MIN_POSITIVE);
                inside.then(|| ((along * SIDE as f32) as usize).min(SIDE - 1))
            };
            let cell = match (place(0), place(1)) {
                (Some(column), Some(row)) => row * SIDE + column,
                _ => SIDE * SIDE,
            };
            counts[cell] += 1;
        }
        counts
    }
}

/// `KL(p, q)` of two histograms of as many cells, in nats, with half a point added to each cell of both.
pub fn kullback_leibler(p: &[usize], q: &[usize]) -> f64 {
    divergence(&shares(p, PRIOR), &shares(q, PRIOR))
}

/// `JS(p, q)` of two histograms of as many cells, neither empty, in nats: 0 to ln 2.
pub fn jensen_shannon(p: &[usize], q: &[usize]) -> f64 {
    let (p, q) = (shares(p, 0.0), shares(q, 0.0));
    let middle: Vec<f64> = p.iter().zip(&q).map(|(p, q)| (p + q) / 2.0).collect();
    (divergence(&p, &middle) + divergence(&q, &middle)) / 2.0
}

fn shares(counts: &[usize], prior: f64) -> Vec<f64> {
    let all = counts.iter().sum::<usize>() as f64 + prior * counts.len() as f64;
    let counts = counts.iter().map(|&count| count as f64 + prior);
    counts.map(|count| count / all.max(1.0)).collect()
}

/// `Σ p ln(p / q)`, where a share of 0 adds nothing.
fn divergence(p: &[f64], q: &[f64]) -> f64 {
    let pairs = p.iter().zip(q).filter(|(p, _)| **p > 0.0);
    pairs.map(|(p, q)| p * (p / q).ln()).sum()
}

impl EvaluationInput<'_> {
    /// Both divergences of made points from the test points, and beside them those of as many real points of the training
    /// part, which is what a perfect model would have; nothing for other data.
    pub(super) async fn divergence_measures(&self) -> Result<Vec<Measure>, Error> {
        let test = self.test.gather(0..self.test.len());
        let grid = match self.test.points() {
            Some(_) => PlaneGrid::over(&test),
            None => None,
        };
        let Some(grid) = grid else {
            return Ok(Vec::new());
        };
        let made = self.samples(GENERATED_POINTS).await?;
        let others = GENERATED_POINTS.min(self.training.len());
        let others = self.training.gather(0..others);
        let [real, made, others] = [test, made, others].map(|points| grid.histogram(&points));
        let measure = |name, divergence: fn(&[usize], &[usize]) -> f64| {
            let floor = Baseline::new("real data", divergence(&real, &others));
            Measure::new(name, divergence(&real, &made), "nats", Better::Lower).beside(Some(floor))
        };
        Ok(vec![
            measure("kullbackLeibler", kullback_leibler),
            measure("jensenShannon", jensen_shannon),
        ])
    }
}

#[cfg(test)]
mod tests {
    use std::f64::consts::LN_2;

    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
    }

    #[test]
    fn known_answers() {
        // By hand: shares 3/4, 1/4 against 1/4, 3/4 once half a point is added to each of two cells.
        let (p, q) = ([4, 1], [1, 4]);
        near(kullback_leibler(&p, &q), 0.5 * 3f64.ln());
        // p = (1, 0), q = (1/2, 1/2): ln(4/3) / 2 + (ln(2/3) + ln 2) / 4 = 3/4 ln(4/3).
        near(jensen_shannon(&[6, 0], &[2, 2]), 0.75 * (4f64 / 3.0).ln());
        near(jensen_shannon(&[2, 2], &[6, 0]), 0.75 * (4f64 / 3.0).ln());
    }

    #[test]
    fn equal_ones_have_none_and_no_two_have_more_than_ln_2() {
        let counts = [0, 3, 5, 0, 1];
        near(kullback_leibler(&counts, &counts), 0.0);
        near(jensen_shannon(&counts, &counts), 0.0);
        near(jensen_shannon(&[7, 0, 0], &[0, 1, 1]), LN_2);
        let far = kullback_leibler(&[7, 0, 0], &[0, 1, 1]);
        assert!(far.is_finite() && far > LN_2, "{far}");
    }

    #[test]
    fn points_are_counted_in_their_cells_and_outside() {
        let grid = PlaneGrid::over(&[0.0, 0.0, 32.0, 16.0]).expect("points");
        // Cells of 1 by 1/2.
        let counts = grid.histogram(&[
            0.5, 0.2, 31.5, 15.9, 32.0, 16.0, 0.0, 0.6, -0.1, 1.0, 1.0, 16.1,
        ]);
        let full: Vec<(usize, usize)> = (0..counts.len())
            .filter(|&cell| counts[cell] > 0)
            .map(|cell| (cell, counts[cell]))
            .collect();
        assert_eq!(
            full,
            [(0, 1), (SIDE, 1), (SIDE * SIDE - 1, 2), (SIDE * SIDE, 2)]
        );
        let broken = grid.histogram(&[f32::NAN, 0.0]);
        assert_eq!(broken[SIDE * SIDE], 1);
        assert!(PlaneGrid::over(&[]).is_none());
        let single = PlaneGrid::over(&[1.0, 2.0]).expect("a point");
        assert_eq!(single.histogram(&[1.0, 2.0])[0], 1);
    }
}
