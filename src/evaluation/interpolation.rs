//! Pictures made twice as large without a network.

/// Images of these sides `[n * height * width]`, each pixel four times: `[n * 4 * height * width]`.
pub fn nearest(images: &[f32], sides: [usize; 2]) -> Vec<f32> {
    enlarge(images, sides, |line, at| line[at / 2])
}

/// The same by cubic convolution (Keys, 1981, with a = -1/2) in both directions; beyond its edge a picture goes on as it is
/// there. Values are clipped to 0..1.
pub fn bicubic(images: &[f32], sides: [usize; 2]) -> Vec<f32> {
    // A pixel of the larger picture lies a quarter of a smaller one's side off its middle.
    const NEAR_TO_FAR: [f32; 4] = [0.8671875, 0.2265625, -0.0703125, -0.0234375];
    let cubic = |line: &[f32], at: usize| {
        let place = |offset: isize| {
            let place = (at / 2) as isize + if at % 2 == 0 { -offset } else { offset };
            line[place.clamp(0, line.len() as isize - 1) as usize]
        };
        let [own, next, behind, beyond] = NEAR_TO_FAR;
        own * place(0) + next * place(1) + behind * place(-1) + beyond * place(2)
    };
    let mut enlarged = enlarge(images, sides, cubic);
    for value in &mut enlarged {
        *value = value.clamp(0.0, 1.0);
    }
    enlarged
}

/// Each line of pixels to one of twice the length by `value`, along rows and then along columns.
fn enlarge(
    images: &[f32],
    [height, width]: [usize; 2],
    value: impl Fn(&[f32], usize) -> f32,
) -> Vec<f32> {
    let mut enlarged = Vec::with_capacity(4 * images.len());
    for image in images.chunks_exact(height * width) {
        let wide: Vec<f32> = image
            .chunks_exact(width)
            .flat_map(|row| (0..2 * width).map(|at| value(row, at)).collect::<Vec<_>>())
            .collect();
        let start = enlarged.len();
        enlarged.resize(start + 4 * height * width, 0.0);
        for column in 0..2 * width {
            let line: Vec<f32> = wide
                .iter()
                .skip(column)
                .step_by(2 * width)
                .copied()
                .collect();
            for at in 0..2 * height {
                enlarged[start + at * 2 * width + column] = value(&line, at);
            }
        }
    }
    enlarged
}

#[cfg(test)]
mod tests {
    use super::{bicubic, nearest};

    #[test]
    fn four_pixels_become_sixteen() {
        let image = [0.0, 1.0, 0.0, 1.0];
        let row = [0.0, 0.0, 1.0, 1.0];
        assert_eq!(nearest(&image, [2, 2]), [row; 4].concat());
    }

    /// What the kernel of Keys gives by hand: `W(1/4)`, `W(3/4)`, `W(5/4)` and `W(7/4)` sum to one, and a line of slope 1/8
    /// stays one where no edge is near.
    #[test]
    fn a_slope_stays_a_slope() {
        let image: Vec<f32> = (0..8)
            .flat_map(|_| (0..8).map(|x| x as f32 / 8.0))
            .collect();
        let enlarged = bicubic(&image, [8, 8]);
        for column in 4..12 {
            let expected = (column as f32 + 0.5) / 16.0 - 1.0 / 16.0;
            let found = enlarged[5 * 16 + column];
            assert!(
                (found - expected).abs() < 1e-6,
                "{column}: {found} {expected}"
            );
        }
    }
}
