//! Matrix products. Both factors are first laid out as the inner loop reads them, which then keeps a tile of
//! results in registers (Goto and van de Geijn, Anatomy of high-performance matrix multiplication, 2008).

use super::lanes::Lanes;

/// Rows and columns of a tile: eight registers of results, two of one factor and one of the other fit in sixteen.
const ROWS: usize = 4;
const COLUMNS: usize = 8;

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
        if depth == 0 {
            return product;
        }
        pack::<ROWS>(&mut self.left, left, rows, depth);
        pack::<COLUMNS>(&mut self.right, right.transposed(), columns, depth);
        for (panel, right) in self.right.chunks_exact(depth * COLUMNS).enumerate() {
            let column = panel * COLUMNS;
            let width = COLUMNS.min(columns - column);
            for (panel, left) in self.left.chunks_exact(depth * ROWS).enumerate() {
                let row = panel * ROWS;
                let tile = tile(left, right);
                for (index, [first, second]) in tile.into_iter().enumerate().take(rows - row) {
                    let first = finish(first, column).to_array();
                    let second = finish(second, column + 4).to_array();
                    let start = (row + index) * columns + column;
                    let to = &mut product[start..start + width];
                    if let Some((to, rest)) = to.split_first_chunk_mut::<4>() {
                        *to = first;
                        rest.copy_from_slice(&second[..rest.len()]);
                    } else {
                        to.copy_from_slice(&first[..width]);
                    }
                }
            }
        }
        product
    }
}

/// Results of four rows and eight columns, from `[depth, 4]` and `[depth, 8]`.
#[allow(clippy::inline_always, reason = "its result lives in registers")]
#[inline(always)]
fn tile(left: &[f32], right: &[f32]) -> [[Lanes; 2]; ROWS] {
    let mut sums = [[Lanes::splat(0.0); 2]; ROWS];
    let (left, _) = left.as_chunks::<ROWS>();
    let (right, _) = right.as_chunks::<COLUMNS>();
    for (left, right) in left.iter().zip(right) {
        let [a, b, c, d, e, f, g, h] = *right;
        let (first, second) = (Lanes::load(&[a, b, c, d]), Lanes::load(&[e, f, g, h]));
        for (sums, &value) in sums.iter_mut().zip(left) {
            let value = Lanes::splat(value);
            sums[0] = sums[0].plus_product(value, first);
            sums[1] = sums[1].plus_product(value, second);
        }
    }
    sums
}

/// `WIDTH` rows of `[count, depth]` side by side: `[count / WIDTH, depth, WIDTH]`, filled up with zeros.
fn pack<const WIDTH: usize>(packed: &mut Vec<f32>, matrix: Matrix<'_>, count: usize, depth: usize) {
    let [row, column] = matrix.strides;
    packed.resize(count.div_ceil(WIDTH) * depth * WIDTH, 0.0);
    for (panel, packed) in packed.chunks_exact_mut(depth * WIDTH).enumerate() {
        let start = panel * WIDTH;
        let width = WIDTH.min(count - start);
        let (packed, _) = packed.as_chunks_mut::<WIDTH>();
        if width < WIDTH {
            packed.fill([0.0; WIDTH]);
        }
        if row == 1 {
            for (index, to) in packed.iter_mut().enumerate() {
                let from = &matrix.values[start + index * column..][..width];
                match from.first_chunk() {
                    Some(from) => *to = *from,
                    None => to[..width].copy_from_slice(from),
                }
            }
        } else if width == WIDTH {
            let rows: [&[f32]; WIDTH] =
                std::array::from_fn(|index| &matrix.values[(start + index) * row..][..depth]);
            for (index, to) in packed.iter_mut().enumerate() {
                for (to, row) in to.iter_mut().zip(&rows) {
                    *to = row[index];
                }
            }
        } else {
            for lane in 0..width {
                let from = &matrix.values[(start + lane) * row..][..depth];
                packed
                    .iter_mut()
                    .zip(from)
                    .for_each(|(to, &value)| to[lane] = value);
            }
        }
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
                        (found - expected).abs() < 1e-4,
                        "{sizes:?} at {at}: {found}, not {expected}"
                    );
                }
            }
        }
    }
}
