//! Eigenvalues of small symmetric matrices.

/// Sweeps over all pairs; a matrix of 64 rows takes about eight until nothing is left beside its diagonal.
const SWEEPS: usize = 30;
/// Squares beside the diagonal, over those on it, that are nothing.
const VANISHED: f64 = 1e-24;

/// The eigenvalues `[n]` of a symmetric matrix `[n * n]`, and its eigenvectors `[n * n]`, one a row, by Jacobi's rotations
/// (Golub and Van Loan, Matrix Computations, section 8.5).
pub fn symmetric_eigen(mut matrix: Vec<f64>, n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut vectors = vec![0.0; n * n];
    (0..n).for_each(|row| vectors[row * n + row] = 1.0);
    for _ in 0..SWEEPS {
        let (mut on, mut beside) = (0.0, 0.0);
        for (at, value) in matrix.iter().enumerate() {
            let sum = if at / n == at % n {
                &mut on
            } else {
                &mut beside
            };
            *sum += value * value;
        }
        if beside <= VANISHED * on {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut matrix, &mut vectors, n, p, q);
            }
        }
    }
    let values = (0..n).map(|row| matrix[row * n + row]).collect();
    (values, vectors)
}

/// Turns the axes `p` and `q` so that nothing is left between them.
fn rotate(matrix: &mut [f64], vectors: &mut [f64], n: usize, p: usize, q: usize) {
    let between = matrix[p * n + q];
    if between == 0.0 {
        return;
    }
    let half = (matrix[q * n + q] - matrix[p * n + p]) / (2.0 * between);
    let tangent = half.signum() / (half.abs() + half.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    let turn = |values: &mut [f64], one: usize, other: usize| {
        let (a, b) = (values[one], values[other]);
        values[one] = cosine * a - sine * b;
        values[other] = sine * a + cosine * b;
    };
    for at in 0..n {
        turn(matrix, at * n + p, at * n + q);
    }
    for at in 0..n {
        turn(matrix, p * n + at, q * n + at);
        turn(vectors, p * n + at, q * n + at);
    }
}
