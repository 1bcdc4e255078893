//! Matrix products. A tile of results stays in registers while the depth runs by, and a few hundred of the depth are
//! done at a time, so that what the tile reads stays in the first caches (Goto and van de Geijn, Anatomy of
//! high-performance matrix multiplication, 2008).

use std::ops::Range;

use super::lanes::Lanes;
use super::packing::{COLUMNS, Matrix, ROWS, Strips, pack_right, room};
use super::panel::Panel;

/// Of the depth at a time: 8 columns and 4 rows of it are 19 KB.
const DEPTH: usize = 400;

/// Rows at a time: with that depth they are 100 KB, read once for every 8 columns.
const BLOCK: usize = 64;

/// Memory that is used again by every product.
#[derive(Default)]
pub struct Workspace {
    left: Vec<f32>,
    right: Vec<f32>,
}

impl Workspace {
    /// `[rows, depth]` times `[depth, columns]` into a panel of that size, or added to what is there. Each result is
    /// sent through `finish` together with its column, a multiple of 4; four columns side by side.
    pub fn multiply(
        &mut self,
        left: Matrix<'_>,
        right: Matrix<'_>,
        depth: usize,
        mut target: Panel<'_>,
        added: bool,
        finish: impl Fn(Lanes, usize) -> Lanes,
    ) {
        let [rows, columns] = target.sizes();
        let packed_columns = columns.next_multiple_of(COLUMNS);
        for depths in blocks(depth, DEPTH) {
            let length = depths.len();
            let packed = room(&mut self.right, packed_columns * length);
            let (packed, _) = packed.as_chunks_mut::<COLUMNS>();
            pack_right(packed, right, &depths, columns);
            let (alone, last) = (depths.start == 0 && !added, depths.end == depth);
            for rows in blocks(rows, BLOCK) {
                let strips = Strips::new(&mut self.left, left, rows.clone(), depths.clone());
                for (panel, packed) in packed.chunks_exact(length).enumerate() {
                    let column = panel * COLUMNS;
                    for (strip, row) in rows.clone().step_by(ROWS).enumerate() {
                        let tile = strips.times(strip, packed);
                        let (height, width) = (rows.end - row, columns - column);
                        let write = |to: &mut [f32; 4], mut sums: Lanes, column: usize| {
                            if !alone {
                                sums = sums.add(Lanes::load(to));
                            }
                            if last {
                                sums = finish(sums, column);
                            }
                            *to = sums.to_array();
                        };
                        if height >= ROWS && width >= COLUMNS {
                            for (index, sums) in tile.into_iter().enumerate() {
                                let (to, _) = target.row(row + index, column).as_chunks_mut();
                                write(&mut to[0], sums[0], column);
                                write(&mut to[1], sums[1], column + 4);
                            }
                        } else {
                            for (index, sums) in tile.into_iter().enumerate().take(height) {
                                let to = target.row(row + index, column).chunks_mut(4);
                                for (half, to) in to.enumerate().take(COLUMNS / 4) {
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

/// `0..count` in ranges of about the same length, `most` (a multiple of 4) or less.
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

    /// Every way that a size can miss the tile, and every layout.
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
            let turn = |values: &[f32], height: usize, width: usize| -> Vec<f32> {
                (0..height * width)
                    .map(|at| values[at % height * width + at / height])
                    .collect()
            };
            let (left_turned, right_turned) =
                (turn(&left, rows, depth), turn(&right, depth, columns));
            let lefts = [
                Matrix::new(&left, depth),
                Matrix::new(&left_turned, rows).transposed(),
            ];
            let rights = [
                Matrix::new(&right, columns),
                Matrix::new(&right_turned, depth).transposed(),
            ];
            for (left_view, right_view) in lefts
                .into_iter()
                .flat_map(|left| rights.map(|right| (left, right)))
            {
                let sizes = [rows, depth, columns];
                // One is there already and stays.
                let mut product = vec![1.0; rows * columns];
                let target = Panel::new(&mut product, columns);
                workspace.multiply(left_view, right_view, depth, target, true, |value, _| value);
                for (at, found) in product.into_iter().enumerate() {
                    let (row, column) = (at / columns, at % columns);
                    let expected = (0..depth)
                        .map(|k| left[row * depth + k] * right[k * columns + column])
                        .fold(1.0, |sum, value| sum + value);
                    assert!(
                        (found - expected).abs() < 1e-4 * (depth as f32).sqrt().max(1.0),
                        "{sizes:?} at {at}: {found}, not {expected}"
                    );
                }
            }
        }
    }
}
