//! Both factors of a product as its inner loop reads them, and that loop.

use std::ops::Range;

use super::lanes::Lanes;

/// Rows and columns of a tile: eight registers of results, two of one factor and one of the other fit in sixteen.
pub(super) const ROWS: usize = 4;
pub(super) const COLUMNS: usize = 8;

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

    /// Without its first rows and columns.
    pub fn beyond(self, row: usize, column: usize) -> Self {
        let start = row * self.strides[0] + column * self.strides[1];
        Self {
            values: &self.values[start..],
            ..self
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

/// The first `length` of numbers that are used again.
pub(super) fn room(memory: &mut Vec<f32>, length: usize) -> &mut [f32] {
    if memory.len() < length {
        memory.resize(length, 0.0);
    }
    &mut memory[..length]
}

/// A block of the left factor, four rows to a strip.
pub(super) enum Strips<'a> {
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
    pub fn new(
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
    pub fn times(&self, strip: usize, right: &[[f32; COLUMNS]]) -> [[Lanes; 2]; ROWS] {
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
pub(super) fn pack_right(
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
