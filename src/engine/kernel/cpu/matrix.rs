//! Matrix products, blocked for the caches (Goto and van de Geijn, Anatomy of high-performance matrix multiplication, 2008):
//! a tile of results stays in registers over a block of the depth, short enough that its factors stay in the L1 cache.

use std::ops::Range;

use super::lanes::Lanes;
use super::packing::{LeftPanels, MatrixView, TILE_COLUMNS, TILE_ROWS, pack_right, scratch};
use super::view::MatrixViewMut;

/// Depth of a block: 8 columns and 4 rows of it are 19 KB.
const BLOCK_DEPTH: usize = 400;

/// Rows of a block: with that depth they are 100 KB, read once for every 8 columns.
const BLOCK_ROWS: usize = 64;

/// Packing buffers, reused by every product.
#[derive(Default)]
pub struct Workspace {
    left: Vec<f32>,
    right: Vec<f32>,
}

impl Workspace {
    /// `[rows, depth]` times `[depth, columns]` into the target, or added to it with `accumulate`. The `epilogue` is applied to
    /// the results, four columns at a time; it is given the first of these columns, a multiple of 4.
    pub fn matmul(
        &mut self,
        left: MatrixView<'_>,
        right: MatrixView<'_>,
        depth: usize,
        mut target: MatrixViewMut<'_>,
        accumulate: bool,
        epilogue: impl Fn(Lanes, usize) -> Lanes,
    ) {
        let [rows, columns] = target.dims();
        let packed_columns = columns.next_multiple_of(TILE_COLUMNS);
        for depths in blocks(depth, BLOCK_DEPTH) {
            let length = depths.len();
            let packed = scratch(&mut self.right, packed_columns * length);
            let (packed, _) = packed.as_chunks_mut::<TILE_COLUMNS>();
            pack_right(packed, right, &depths, columns);
            let (overwrite, last) = (depths.start == 0 && !accumulate, depths.end == depth);
            for rows in blocks(rows, BLOCK_ROWS) {
                let left_panels =
                    LeftPanels::new(&mut self.left, left, rows.clone(), depths.clone());
                for (panel, packed) in packed.chunks_exact(length).enumerate() {
                    let column = panel * TILE_COLUMNS;
                    for (panel_index, row) in rows.clone().step_by(TILE_ROWS).enumerate() {
                        let tile = left_panels.tile(panel_index, packed);
                        let (height, width) = (rows.end - row, columns - column);
                        let write = |to: &mut [f32; 4], mut sums: Lanes, column: usize| {
                            if !overwrite {
                                sums = sums.add(Lanes::load(to));
                            }
                            if last {
                                sums = epilogue(sums, column);
                            }
                            *to = sums.to_array();
                        };
                        if height >= TILE_ROWS && width >= TILE_COLUMNS {
                            for (index, sums) in tile.into_iter().enumerate() {
                                let (to, _) = target.row(row + index, column).as_chunks_mut();
                                write(&mut to[0], sums[0], column);
                                write(&mut to[1], sums[1], column + 4);
                            }
                        } else {
                            for (index, sums) in tile.into_iter().enumerate().take(height) {
                                let to = target.row(row + index, column).chunks_mut(4);
                                for (half, to) in to.enumerate().take(TILE_COLUMNS / 4) {
                                    let mut whole = [0.0; 4];
                                    whole[..to.len()].copy_from_slice(to);
                                    write(&mut whole, sums[half], column + half * 4);
                                    to.copy_from_slice(&whole[..to.len()]);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// `0..count` in ranges of about the same length, at most `most` (a multiple of 4).
fn blocks(count: usize, most: usize) -> impl Iterator<Item = Range<usize>> {
    let size = count
        .div_ceil(count.div_ceil(most).max(1))
        .next_multiple_of(4)
        .max(4);
    (0..count)
        .step_by(size)
        .map(move |start| start..count.min(start + size))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Purpose, Random};

    /// Sizes that are no multiple of the tile in every way, and every layout.
    #[test]
    fn products_agree_with_the_definition() {
        let mut workspace = Workspace::default();
        for [rows, depth, columns] in [
            [1, 1, 1],
            [4, 3, 8],
            [5, 7, 9],
            [3, 1, 13],
            [64, 20, 30],
            [2, 65, 4],
            [9, 0, 3],
            [70, 801, 9],
            [41, 810, 24],
        ] {
            let mut random = Random::stream(1, Purpose::Evaluation, (rows * columns) as u64);
            let (left, right) = (
                random.normals(rows * depth),
                random.normals(depth * columns),
            );
            let transpose = |values: &[f32], height: usize, width: usize| -> Vec<f32> {
                (0..height * width)
                    .map(|at| values[at % height * width + at / height])
                    .collect()
            };
            let (left_transposed, right_transposed) = (
                transpose(&left, rows, depth),
                transpose(&right, depth, columns),
            );
            let lefts = [
                MatrixView::new(&left, depth),
                MatrixView::new(&left_transposed, rows).transposed(),
            ];
            let rights = [
                MatrixView::new(&right, columns),
                MatrixView::new(&right_transposed, depth).transposed(),
            ];
            for (left_view, right_view) in lefts
                .into_iter()
                .flat_map(|left| rights.map(|right| (left, right)))
            {
                let dims = [rows, depth, columns];
                // Accumulated onto ones.
                let mut product = vec![1.0; rows * columns];
                let target = MatrixViewMut::new(&mut product, columns);
                workspace.matmul(left_view, right_view, depth, target, true, |value, _| value);
                for (at, found) in product.into_iter().enumerate() {
                    let (row, column) = (at / columns, at % columns);
                    let expected = (0..depth)
                        .map(|k| left[row * depth + k] * right[k * columns + column])
                        .fold(1.0, |sum, value| sum + value);
                    assert!(
                        (found - expected).abs() < 1e-4 * (depth as f32).sqrt().max(1.0),
                        "{dims:?} at {at}: {found}, not {expected}"
                    );
                }
            }
        }
    }
}
