//! Matrix products. A tile of results stays in registers while the depth runs by, and a few hundred of the depth are
//! done at a time, so that what the tile reads stays in the first caches (Goto and van de Geijn, Anatomy of
//! high-performance matrix multiplication, 2008).

use std::ops::Range;

use super::lanes::Lanes;

/// Rows and columns of a tile: eight registers of results, two of one factor and one of the other fit in sixteen.
const ROWS: usize = 4;
const COLUMNS: usize = 8;

/// Of the depth at a time: 8 columns and 4 rows of it are 19 KB.
const DEPTH: usize = 400;

/// Rows at a time: with that depth they are 100 KB, read once for every 8 columns.
const BLOCK: usize = 64;

/// Columns packed at a time: whole cache lines to read, yet few panels to write, which may compete for the same lines.
const RUN: usize = 64;

/// A matrix `[rows, columns]` that lies in memory row by row, or its transpose.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    values: &'a [f32],
    /// From one row, and from one column, to the next.
    strides: [usize; 2],
}

impl<'a> Matrix<'a> {
    /// `values` row by row, each of `width`.
    pub fn new(values: &'a [f32], width: usize) -> Self {
        Self {
            values,
            strides: [width, 1],
        }
    }

    /// The transpose.
    pub fn transposed(self) -> Self {
        let [row, column] = self.strides;
        Self {
            strides: [column, row],
            ..self
        }
    }
}

/// Memory that is used again by every product.
#[derive(Default)]
pub struct Workspace {
    left: Vec<f32>,
    right: Vec<f32>,
}

impl Workspace {
    /// `[rows, depth]` times `[depth, columns]`, each result sent through `finish` together with its column,
    /// a multiple of 4; four columns side by side.
    pub fn multiply(
        &mut self,
        left: Matrix<'_>,
        right: Matrix<'_>,
        [rows, depth, columns]: [usize; 3],
        finish: impl Fn(Lanes, usize) -> Lanes,
    ) -> Vec<f32> {
        let mut product = vec![0.0; rows * columns];
        let packed_columns = columns.next_multiple_of(COLUMNS);
        for depths in blocks(depth, DEPTH) {
            let length = depths.len();
            let packed = room(&mut self.right, packed_columns * length);
            let (packed, _) = packed.as_chunks_mut::<COLUMNS>();
            pack_right(packed, right, &depths, columns);
            let (first, last) = (depths.start == 0, depths.end == depth);
            for rows in blocks(rows, BLOCK) {
                let strips = Strips::new(&mut self.left, left, rows.clone(), depths.clone());
                for (panel, packed) in packed.chunks_exact(length).enumerate() {
                    let column = panel * COLUMNS;
                    for (strip, row) in rows.clone().step_by(ROWS).enumerate() {
                        let tile = strips.times(strip, packed);
                        let to = &mut product[row * columns + column..];
                        let (height, width) = (rows.end - row, columns - column);
                        let write = |to: &mut [f32; 4], mut sums: Lanes, column: usize| {
                            if !first {
                                sums = sums.add(Lanes::load(to));
                            }
                            if last {
                                sums = finish(sums, column);
                            }
                            *to = sums.to_array();
                        };
                        if height >= ROWS && width >= COLUMNS {
                            for (index, sums) in tile.into_iter().enumerate() {
                                let (to, _) = to[index * columns..].as_chunks_mut();
                                write(&mut to[0], sums[0], column);
                                write(&mut to[1], sums[1], column + 4);
                            }
                        } else {
                            let rows = tile.into_iter().zip(to.chunks_mut(columns));
                            for (sums, to) in rows.take(height) {
                                for (half, to) in to
                                    .chunks_mut(4)
                                    .enumerate()
                                    .take(COLUMNS / 4)
                                    .take(width.div_ceil(4))
                                {
                                    let length = to.len().min(width - half * 4);
                                    let mut whole = [0.0; 4];
                                    whole[..length].copy_from_slice(&to[..length]);
                                    write(&mut whole, sums[half], column + half * 4);
                                    to[..length].copy_from_slice(&whole[..length]);
                                }
                            }
                        }
                    }
                }
            }
        }
        product
    }
}

/// The first `length` of numbers that are used again.
fn room(memory: &mut Vec<f32>, length: usize) -> &mut [f32] {
    if memory.len() < length {
        memory.resize(length, 0.0);
    }
    &mut memory[..length]
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

/// A block of the left factor, four rows to a strip.
enum Strips<'a> {
    /// As it lies, when the depth runs along memory.
    Rows {
        values: &'a [f32],
        stride: usize,
        last: usize,
        length: usize,
    },
    /// The four rows side by side.
    Packed {
        values: &'a [[f32; ROWS]],
        length: usize,
    },
}

impl<'a> Strips<'a> {
    fn new(
        packed: &'a mut Vec<f32>,
        matrix: Matrix<'a>,
        rows: Range<usize>,
        depths: Range<usize>,
    ) -> Self {
        let [row, column] = matrix.strides;
        let length = depths.len();
        if column == 1 {
            return Self::Rows {
                values: &matrix.values[rows.start * row + depths.start..],
                stride: row,
                last: rows.len() - 1,
                length,
            };
        }
        let packed = room(packed, rows.len().next_multiple_of(ROWS) * length);
        let (packed, _) = packed.as_chunks_mut::<ROWS>();
        pack(
            packed,
            &matrix.values[depths.start * column + rows.start..],
            column,
            [length, rows.len()],
        );
        Self::Packed {
            values: packed,
            length,
        }
    }

    /// Four rows times eight columns.
    #[allow(clippy::inline_always, reason = "its result lives in registers")]
    #[inline(always)]
    fn times(&self, strip: usize, right: &[[f32; COLUMNS]]) -> [[Lanes; 2]; ROWS] {
        match *self {
            Self::Rows {
                values,
                stride,
                last,
                length,
            } => {
                // Beyond the last row that one again: its results are not written.
                let [a, b, c, d] = std::array::from_fn(|index| {
                    let row = last.min(strip * ROWS + index);
                    &values[row * stride..][..length]
                });
                rows_tile([a, b, c, d], right)
            }
            Self::Packed { values, length } => {
                let mut sums = [[Lanes::splat(0.0); 2]; ROWS];
                for (&left, right) in values[strip * length..][..length].iter().zip(right) {
                    add_products(&mut sums, left, right);
                }
                sums
            }
        }
    }
}

/// One step of the depth. More than one in a turn of the loop is slower: the compiler then loads all before it uses any,
/// which takes more registers than there are. Best is when it reaches `right` by an index and uses each left number for
/// both halves at once; with a pointer instead it keeps all four, a tenth slower. Measure after any change around here.
#[allow(clippy::inline_always, reason = "the sums live in registers")]
#[inline(always)]
fn add_products(sums: &mut [[Lanes; 2]; ROWS], left: [f32; ROWS], right: &[f32; COLUMNS]) {
    let [a, b, c, d, e, f, g, h] = *right;
    let (first, second) = (Lanes::load(&[a, b, c, d]), Lanes::load(&[e, f, g, h]));
    for (sums, value) in sums.iter_mut().zip(left) {
        let value = Lanes::splat(value);
        sums[0] = sums[0].plus_product(value, first);
        sums[1] = sums[1].plus_product(value, second);
    }
}

fn rows_tile([a, b, c, d]: [&[f32]; ROWS], right: &[[f32; COLUMNS]]) -> [[Lanes; 2]; ROWS] {
    let mut sums = [[Lanes::splat(0.0); 2]; ROWS];
    for ((((&a, &b), &c), &d), right) in a.iter().zip(b).zip(c).zip(d).zip(right) {
        add_products(&mut sums, [a, b, c, d], right);
    }
    sums
}

/// `[rows, columns]` as panels of `WIDTH` columns, filled up with zeros.
fn pack<const WIDTH: usize>(
    packed: &mut [[f32; WIDTH]],
    values: &[f32],
    stride: usize,
    [rows, columns]: [usize; 2],
) {
    for (group, packed) in packed.chunks_mut(RUN / WIDTH * rows).enumerate() {
        let start = group * RUN;
        let end = columns.min(start + RUN);
        for row in 0..rows {
            let (whole, rest) = values[row * stride..][start..end].as_chunks();
            let mut panels = packed[row..].iter_mut().step_by(rows);
            for (from, to) in whole.iter().zip(panels.by_ref()) {
                *to = *from;
            }
            if let Some(to) = panels.next() {
                to.fill(0.0);
                to[..rest.len()].copy_from_slice(rest);
            }
        }
    }
}

/// The right factor as panels of eight columns, filled up with zeros.
fn pack_right(
    packed: &mut [[f32; COLUMNS]],
    matrix: Matrix<'_>,
    depths: &Range<usize>,
    columns: usize,
) {
    let [row, column] = matrix.strides;
    let length = depths.len();
    let values = &matrix.values[depths.start * row..];
    if column == 1 {
        return pack(packed, values, row, [length, columns]);
    }
    for (panel, packed) in packed.chunks_exact_mut(length).enumerate() {
        let start = panel * COLUMNS;
        let at = |index: usize| values.get((start + index) * column..).unwrap_or_default();
        if columns - start >= COLUMNS {
            pack_turned(packed, std::array::from_fn(|index| &at(index)[..length]));
        } else {
            packed.fill([0.0; COLUMNS]);
            for index in 0..columns - start {
                let pairs = packed.iter_mut().zip(at(index));
                pairs.for_each(|(to, &value)| to[index] = value);
            }
        }
    }
}

/// Rows side by side in columns, by the four.
fn pack_turned(packed: &mut [[f32; COLUMNS]], rows: [&[f32]; COLUMNS]) {
    let (packed, rest) = packed.as_chunks_mut::<4>();
    for (at, to) in packed.iter_mut().enumerate() {
        for half in [0, 4] {
            let turned = Lanes::transpose(std::array::from_fn(|lane| {
                Lanes::load(rows[half + lane][at * 4..].first_chunk().unwrap())
            }));
            for (to, lanes) in to.iter_mut().zip(turned) {
                *to[half..].first_chunk_mut().unwrap() = lanes.to_array();
            }
        }
    }
    let done = packed.len() * 4;
    for (at, to) in rest.iter_mut().enumerate() {
        *to = rows.map(|row| row[done + at]);
    }
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
                let product = workspace.multiply(left_view, right_view, sizes, |value, _| value);
                for (at, found) in product.into_iter().enumerate() {
                    let (row, column) = (at / columns, at % columns);
                    let expected: f32 = (0..depth)
                        .map(|k| left[row * depth + k] * right[k * columns + column])
                        .sum();
                    assert!(
                        (found - expected).abs() < 1e-4 * (depth as f32).sqrt().max(1.0),
                        "{sizes:?} at {at}: {found}, not {expected}"
                    );
                }
            }
        }
    }
}
