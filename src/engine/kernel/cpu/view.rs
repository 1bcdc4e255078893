//! A mutable submatrix, to be written while other threads write others of the same matrix.

use std::marker::PhantomData;

/// A mutable view of some rows and columns of a row-major matrix. No two views share an element.
pub struct MatrixViewMut<'a> {
    start: *mut f32,
    rows: usize,
    columns: usize,
    /// From one row of the whole matrix to the next.
    stride: usize,
    values: PhantomData<&'a mut [f32]>,
}

// SAFETY: a view has exclusive access to its elements, as a mutable slice has.
unsafe impl Send for MatrixViewMut<'_> {}

impl<'a> MatrixViewMut<'a> {
    /// A whole matrix with rows of `columns`.
    pub fn new(values: &'a mut [f32], columns: usize) -> Self {
        Self {
            start: values.as_mut_ptr(),
            rows: values.len() / columns,
            columns,
            stride: columns,
            values: PhantomData,
        }
    }

    /// Rows and columns.
    pub fn dims(&self) -> [usize; 2] {
        [self.rows, self.columns]
    }

    /// A row from a column on.
    #[allow(clippy::inline_always, reason = "a call for each row of a tile")]
    #[inline(always)]
    pub fn row(&mut self, row: usize, column: usize) -> &mut [f32] {
        assert!(row < self.rows && column <= self.columns);
        // SAFETY: inside the matrix, which is borrowed for as long as the view is, and in no other view.
        unsafe {
            let start = self.start.add(row * self.stride + column);
            std::slice::from_raw_parts_mut(start, self.columns - column)
        }
    }

    /// Splits it along its longer side, at multiples of `size`: each part with its first row and column.
    pub fn split(self, size: usize) -> impl Iterator<Item = ([usize; 2], Self)> {
        let by_row = self.rows > self.columns;
        let length = if by_row { self.rows } else { self.columns };
        (0..length).step_by(size).map(move |start| {
            let reach = size.min(length - start);
            let ([row, column], [rows, columns]) = if by_row {
                ([start, 0], [reach, self.columns])
            } else {
                ([0, start], [self.rows, reach])
            };
            let part = Self {
                start: self.start.wrapping_add(row * self.stride + column),
                rows,
                columns,
                ..self
            };
            ([row, column], part)
        })
    }
}
