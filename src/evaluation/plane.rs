//! The plane on which codes of any size are drawn.

/// Rounds of the power method: enough for a picture.
const ROUNDS: usize = 20;

/// What is within one deviation of a code, on a plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ellipse {
    /// Half axes, the longer first.
    pub half_axes: [f32; 2],
    /// Of the longer one from the first axis of the plane, in radians, counter-clockwise.
    pub angle: f32,
}

/// Two directions at right angles through a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    origin: Vec<f32>,
    axes: [Vec<f32>; 2],
}

impl Plane {
    /// Of codes `[n * code]` with that mean: the two numbers of codes that have two, otherwise the two principal components.
    /// The origin is the mean, or 0 where codes are drawn `about_zero`.
    pub fn of_codes(codes: &[f32], mean: &[f32], about_zero: bool) -> Self {
        let code = mean.len();
        let unit = |index: usize| {
            let one = |unit: usize| f32::from(unit == index);
            (0..code).map(one).collect::<Vec<f32>>()
        };
        if code <= 2 {
            return Self {
                origin: vec![0.0; code],
                axes: [unit(0), unit(1)],
            };
        }
        let mut centred = codes.to_vec();
        for row in centred.chunks_exact_mut(code) {
            row.iter_mut()
                .zip(mean)
                .for_each(|(value, mean)| *value -= mean);
        }
        let first = principal(&centred, code, &[], unit(0));
        let second = principal(&centred, code, &first, unit(1));
        Self {
            origin: if about_zero {
                vec![0.0; code]
            } else {
                mean.to_vec()
            },
            axes: [first, second],
        }
    }

    /// Codes `[n * code]` to places `[n * 2]`.
    pub fn project(&self, codes: &[f32]) -> Vec<f32> {
        let rows = codes.chunks_exact(self.origin.len());
        rows.flat_map(|row| {
            let moved: Vec<f32> = row.iter().zip(&self.origin).map(|(x, o)| x - o).collect();
            [0, 1].map(|axis| dot(&moved, &self.axes[axis]))
        })
        .collect()
    }

    /// Places `[n * 2]` to codes `[n * code]`.
    pub fn unproject(&self, places: &[f32]) -> Vec<f32> {
        let [first, second] = &self.axes;
        let places = places.chunks_exact(2);
        places
            .flat_map(|place| {
                let units = self.origin.iter().zip(first.iter().zip(second));
                units.map(|(origin, (first, second))| origin + place[0] * first + place[1] * second)
            })
            .collect()
    }

    /// Ellipses of independent deviations `[n * code]`.
    pub fn ellipses(&self, deviations: &[f32]) -> Vec<Ellipse> {
        let rows = deviations.chunks_exact(self.origin.len());
        rows.map(|row| {
            let covariance = |one: usize, other: usize| -> f32 {
                let axes = self.axes[one].iter().zip(&self.axes[other]);
                axes.zip(row).map(|((a, b), s)| a * b * s * s).sum()
            };
            let [xx, xy, yy] = [covariance(0, 0), covariance(0, 1), covariance(1, 1)];
            // The eigenvalues of a symmetric matrix of two rows.
            let middle = 0.5 * (xx + yy);
            let reach = (0.25 * (xx - yy) * (xx - yy) + xy * xy).sqrt();
            Ellipse {
                half_axes: [middle + reach, (middle - reach).max(0.0)].map(f32::sqrt),
                angle: 0.5 * (2.0 * xy).atan2(xx - yy),
            }
        })
        .collect()
    }
}

/// The direction of the largest variance of centred rows, at a right angle to `other`, by the power method. Its largest number
/// is positive, so that a picture does not turn over from one step to the next.
fn principal(rows: &[f32], width: usize, other: &[f32], fallback: Vec<f32>) -> Vec<f32> {
    let upright = |vector: &mut Vec<f32>| -> bool {
        if !other.is_empty() {
            let share = dot(vector, other);
            vector
                .iter_mut()
                .zip(other)
                .for_each(|(x, o)| *x -= share * o);
        }
        let length = dot(vector, vector).sqrt();
        vector.iter_mut().for_each(|x| *x /= length);
        length > 1e-12
    };
    // Towards no unit more than to another.
    let mut vector: Vec<f32> = (0..width)
        .map(|unit| 1.0 + 0.01 * (unit % 7) as f32)
        .collect();
    let mut sound = upright(&mut vector);
    for _ in 0..ROUNDS {
        let mut next = vec![0.0; width];
        for row in rows.chunks_exact(width) {
            let share = dot(row, &vector);
            next.iter_mut()
                .zip(row)
                .for_each(|(sum, value)| *sum += share * value);
        }
        vector = next;
        sound &= upright(&mut vector);
    }
    if !sound {
        vector = fallback;
        if !upright(&mut vector) {
            return vec![0.0; width];
        }
    }
    let largest = vector
        .iter()
        .copied()
        .max_by(|a, b| a.abs().total_cmp(&b.abs()));
    if largest.is_some_and(|largest| largest < 0.0) {
        vector.iter_mut().for_each(|x| *x = -*x);
    }
    vector
}

fn dot(left: &[f32], right: &[f32]) -> f32 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::Plane;

    /// Codes on a plane in three dimensions come back from it, and the first axis is the longer one.
    #[test]
    fn codes_of_a_plane_come_back() {
        let codes: Vec<f32> = (0..200)
            .flat_map(|index| {
                let (a, b) = ((index as f32).sin() * 3.0, (index as f32 * 1.7).cos());
                [a + 1.0, a - 1.0, b]
            })
            .collect();
        let mean: Vec<f32> = (0..3)
            .map(|unit| codes.iter().skip(unit).step_by(3).sum::<f32>() / 200.0)
            .collect();
        let plane = Plane::of_codes(&codes, &mean, false);
        let places = plane.project(&codes);
        for (found, expected) in plane.unproject(&places).iter().zip(&codes) {
            assert!((found - expected).abs() < 1e-3, "{found} {expected}");
        }
        let spread = |axis: usize| {
            places
                .iter()
                .skip(axis)
                .step_by(2)
                .map(|x| x * x)
                .sum::<f32>()
        };
        assert!(spread(0) > 5.0 * spread(1));
    }

    /// Of two numbers the plane is the code, and its ellipses have the deviations as half axes.
    #[test]
    fn ellipses_of_two_numbers() {
        let plane = Plane::of_codes(&[0.0; 4], &[0.0; 2], true);
        let ellipse = plane.ellipses(&[0.5, 2.0])[0];
        assert!(
            (ellipse.half_axes[0] - 2.0).abs() < 1e-6 && (ellipse.half_axes[1] - 0.5).abs() < 1e-6
        );
        assert!((ellipse.angle.abs() - std::f32::consts::FRAC_PI_2).abs() < 1e-6);
    }
}
