//! The median filter, the plainest way to take noise from a picture.

/// Each pixel becomes the median of the 3 by 3 around it; beyond the edge a picture goes on as it is there. Pictures
/// `[n * height * width]`, the same size.
pub fn median_filter(images: &[f32], [height, width]: [usize; 2]) -> Vec<f32> {
    let mut filtered = Vec::with_capacity(images.len());
    for image in images.chunks_exact(height * width) {
        for row in 0..height {
            for column in 0..width {
                filtered.push(median_around(image, [height, width], [row, column]));
            }
        }
    }
    filtered
}

fn median_around(image: &[f32], [height, width]: [usize; 2], [row, column]: [usize; 2]) -> f32 {
    let mut around = [0f32; 9];
    for (index, value) in around.iter_mut().enumerate() {
        let place =
            |at: usize, step: usize, side: usize| (at + step).saturating_sub(1).min(side - 1);
        let (row, column) = (
            place(row, index / 3, height),
            place(column, index % 3, width),
        );
        *value = image[row * width + column];
    }
    *around.select_nth_unstable_by(4, f32::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::median_filter;

    #[test]
    fn a_speck_is_removed_and_an_edge_stays() {
        let speck = [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        assert_eq!(median_filter(&speck, [3, 3]), [0.0; 9]);
        let edge = [0.0, 1.0, 1.0].repeat(3);
        assert_eq!(median_filter(&edge, [3, 3]), edge);
    }
}
