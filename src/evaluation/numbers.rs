//! Arithmetic on rows of numbers that measures share.

/// Takes a mean from each row.
pub fn subtract(rows: &mut [f32], mean: &[f32]) {
    for row in rows.chunks_exact_mut(mean.len()) {
        row.iter_mut()
            .zip(mean)
            .for_each(|(value, mean)| *value -= mean);
    }
}

/// The sum of products, of vectors of at most some ten thousand numbers.
pub fn dot(left: &[f32], right: &[f32]) -> f64 {
    // Eight sums side by side, so that the compiler can use SIMD; each is short enough for 32 bits.
    let mut sums = [0f32; 8];
    let (left_chunks, right_chunks) = (left.chunks_exact(8), right.chunks_exact(8));
    let rest: f32 = left_chunks
        .remainder()
        .iter()
        .zip(right_chunks.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (left, right) in left_chunks.zip(right_chunks) {
        for lane in 0..8 {
            sums[lane] += left[lane] * right[lane];
        }
    }
    sums.iter().map(|&sum| f64::from(sum)).sum::<f64>() + f64::from(rest)
}

/// The sum of squared differences.
pub fn squared_distance(left: &[f32], right: &[f32]) -> f64 {
    let pairs = left.iter().zip(right);
    pairs
        .map(|(left, right)| f64::from(left - right).powi(2))
        .sum()
}
