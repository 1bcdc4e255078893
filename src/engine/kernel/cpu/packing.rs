//! The factors of a matrix product packed for the micro-kernel, and the micro-kernel.

use std::ops::Range;

use super::lanes::Lanes;

/// Size of a tile: eight registers of results, two of one factor and one of the other fit in sixteen.
pub(super) const TILE_ROWS: usize = 4;
pub(super) const TILE_COLUMNS: usize = 8;

/// Columns packed at a time: whole cache lines to read, yet few panels to write, which may conflict in the cache.
const PACKED_COLUMNS: usize = 64;

/// A view of a row-major matrix `[rows, columns]`, or of its transpose.
#[derive(Clone, Copy)]
pub struct MatrixView<'a> {
    values: &'a [f32],
    /// From one row, and from one column, to the next.
    strides: [usize; 2],
}

impl<'a> MatrixView<'a> {
    /// A row-major matrix with rows of `width`.
    pub fn new(values: &'a [f32], width: usize) -> Self {
        Self {
            values,
            strides: [width, 1],
        }
    }

    /// The submatrix from this row and column on.
    pub fn submatrix(self, row: usize, column: usize) -> Self {
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

/// The first `length` values of a buffer that is reused, grown where it is too short.
pub(super) fn scratch(buffer: &mut Vec<f32>, length: usize) -> &mut [f32] {
    if buffer.len() < length {
        buffer.resize(length, 0.0);
    }
    &mut buffer[..length]
}

/// A block of the left factor in panels of four rows.
pub(super) enum LeftPanels<'a> {
    /// Not packed, where the depth is contiguous in memory.
    Rows {
        values: &'a [f32],
        stride: usize,
        last: usize,
        length: usize,
    },
    /// The four rows interleaved.
    Packed {
        values: &'a [[f32; TILE_ROWS]],
        length: usize,
    },
}

impl<'a> LeftPanels<'a> {
    pub fn new(
        packed: &'a mut Vec<f32>,
        matrix: MatrixView<'a>,
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
        let packed = scratch(packed, rows.len().next_multiple_of(TILE_ROWS) * length);
        let (packed, _) = packed.as_chunks_mut::<TILE_ROWS>();
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

    /// The micro-kernel: four rows times eight columns.
    #[allow(clippy::inline_always, reason = "its result lives in registers")]
    #[inline(always)]
    pub fn tile(&self, panel: usize, right: &[[f32; TILE_COLUMNS]]) -> [[Lanes; 2]; TILE_ROWS] {
        match *self {
            Self::Rows {
                values,
                stride,
                last,
                length,
            } => {
                // Beyond the last row, that one again: its results are not stored.
                let [a, b, c, d] = std::array::from_fn(|index| {
                    let row = last.min(panel * TILE_ROWS + index);
                    &values[row * stride..][..length]
                });
                rows_tile([a, b, c, d], right)
            }
            Self::Packed { values, length } => {
                let mut sums = [[Lanes::splat(0.0); 2]; TILE_ROWS];
                for (&left, right) in values[panel * length..][..length].iter().zip(right) {
                    add_products(&mut sums, left, right);
                }
                sums
            }
        }
    }
}

/// One step of the depth. Unrolled, the loop is slower: the compiler then loads all operands before it uses any, and spills
/// registers. Best is when it addresses `right` by an index and uses each left value for both halves at once; with a
/// pointer it keeps all four in registers, a tenth slower. Measure after any change around here.
#[allow(clippy::inline_always, reason = "the sums live in registers")]
#[inline(always)]
fn add_products(
    sums: &mut [[Lanes; 2]; TILE_ROWS],
    left: [f32; TILE_ROWS],
    right: &[f32; TILE_COLUMNS],
) {
    let [a, b, c, d, e, f, g, h] = *right;
    let (first, second) = (Lanes::load(&[a, b, c, d]), Lanes::load(&[e, f, g, h]));
    for (sums, value) in sums.iter_mut().zip(left) {
        let value = Lanes::splat(value);
        sums[0] = sums[0].plus_product(value, first);
        sums[1] = sums[1].plus_product(value, second);
    }
}

fn rows_tile(
    [a, b, c, d]: [&[f32]; TILE_ROWS],
    right: &[[f32; TILE_COLUMNS]],
) -> [[Lanes; 2]; TILE_ROWS] {
    let mut sums = [[Lanes::splat(0.0); 2]; TILE_ROWS];
    for ((((&a, &b), &c), &d), right) in a.iter().zip(b).zip(c).zip(d).zip(right) {
        add_products(&mut sums, [a, b, c, d], right);
    }
    sums
}

/// `[rows, columns]` as panels of `WIDTH` columns, padded with zeros.
fn pack<const WIDTH: usize>(
    packed: &mut [[f32; WIDTH]],
    values: &[f32],
    stride: usize,
    [rows, columns]: [usize; 2],
) {
    for (group, packed) in packed.chunks_mut(PACKED_COLUMNS / WIDTH * rows).enumerate() {
        let start = group * PACKED_COLUMNS;
        let end = columns.min(start + PACKED_COLUMNS);
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

/// The right factor as panels of eight columns, padded with zeros.
pub(super) fn pack_right(
    packed: &mut [[f32; TILE_COLUMNS]],
    matrix: MatrixView<'_>,
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
        let start = panel * TILE_COLUMNS;
        let at = |index: usize| values.get((start + index) * column..).unwrap_or_default();
        if columns - start >= TILE_COLUMNS {
            pack_transposed(packed, std::array::from_fn(|index| &at(index)[..length]));
        } else {
            packed.fill([0.0; TILE_COLUMNS]);
            for index in 0..columns - start {
                let pairs = packed.iter_mut().zip(at(index));
                pairs.for_each(|(to, &value)| to[index] = value);
            }
        }
    }
}

/// Eight rows as the columns of a panel, transposed four by four.
fn pack_transposed(packed: &mut [[f32; TILE_COLUMNS]], rows: [&[f32]; TILE_COLUMNS]) {
    let (packed, rest) = packed.as_chunks_mut::<4>();
    for (at, to) in packed.iter_mut().enumerate() {
        for half in [0, 4] {
            let transposed = Lanes::transpose(std::array::from_fn(|lane| {
                Lanes::load(rows[half + lane][at * 4..].first_chunk().unwrap())
            }));
            for (to, lanes) in to.iter_mut().zip(transposed) {
                *to[half..].first_chunk_mut().unwrap() = lanes.to_array();
            }
        }
    }
    let done = packed.len() * 4;
    for (at, to) in rest.iter_mut().enumerate() {
        *to = rows.map(|row| row[done + at]);
    }
}
