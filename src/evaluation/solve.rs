//! Systems of linear equations.

use super::numbers::dot;

/// Solves `A X = B` for a symmetric positive definite `A`, `[n, n]`, by Cholesky's factors, in place: `B`, `[n, columns]`,
/// becomes `X`. False where `A` is not positive definite in single precision.
pub fn solve(matrix: &mut [f32], right: &mut [f32], n: usize) -> bool {
    // The lower factor takes the place of the lower triangle.
    for row in 0..n {
        let (above, current) = matrix.split_at_mut(row * n);
        for column in 0..row {
            let other = &above[column * n..column * n + column + 1];
            let rest = f64::from(current[column]) - dot(&current[..column], &other[..column]);
            current[column] = (rest / f64::from(other[column])) as f32;
        }
        let rest = f64::from(current[row]) - dot(&current[..row], &current[..row]);
        if rest <= 0.0 {
            return false;
        }
        current[row] = rest.sqrt() as f32;
    }
    let columns = right.len() / n.max(1);
    if columns == 0 {
        return true;
    }
    for row in 0..n {
        let (above, below) = right.split_at_mut(row * columns);
        let factors = &matrix[row * n..row * n + row + 1];
        for (other, factor) in above.chunks_exact(columns).zip(factors) {
            add_multiple(&mut below[..columns], other, -factor);
        }
        below[..columns]
            .iter_mut()
            .for_each(|value| *value /= factors[row]);
    }
    for row in (0..n).rev() {
        let (through, below) = right.split_at_mut((row + 1) * columns);
        let current = &mut through[row * columns..];
        for (index, other) in below.chunks_exact(columns).enumerate() {
            add_multiple(current, other, -matrix[(row + 1 + index) * n + row]);
        }
        let diagonal = matrix[row * n + row];
        current.iter_mut().for_each(|value| *value /= diagonal);
    }
    true
}

fn add_multiple(target: &mut [f32], other: &[f32], factor: f32) {
    let pairs = target.iter_mut().zip(other);
    pairs.for_each(|(value, other)| *value += factor * other);
}

#[cfg(test)]
mod tests {
    use super::solve;

    /// `[[4, 2], [2, 3]] X = [[2, 0], [5, 8]]`, by hand: X = [[-1/2, -2], [2, 4]].
    #[test]
    fn solves_a_small_system() {
        let mut matrix = [4.0, 2.0, 2.0, 3.0];
        let mut right = [2.0, 0.0, 5.0, 8.0];
        assert!(solve(&mut matrix, &mut right, 2));
        let expected = [-0.5, -2.0, 2.0, 4.0];
        let pairs = right.iter().zip(&expected);
        pairs.for_each(|(found, expected)| assert!((found - expected).abs() < 1e-6, "{right:?}"));
        let mut right = [2.0, 5.0];
        assert!(solve(&mut [4.0, 2.0, 2.0, 3.0], &mut right, 2));
        assert!(
            (right[0] + 0.5).abs() < 1e-6 && (right[1] - 2.0).abs() < 1e-6,
            "{right:?}"
        );
        assert!(!solve(&mut [1.0, 2.0, 2.0, 1.0], &mut [0.0; 4], 2));
    }
}
