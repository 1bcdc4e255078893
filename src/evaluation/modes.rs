//! Mode coverage of points in the plane (Lin et al., PacGAN, arXiv 1712.04086, section 4).

/// A generated point counts for a mode within this many deviations of its centre, as a real one does with probability
/// `1 - exp(-9/2)`, 98.9 %.
const MAX_DEVIATIONS: f32 = 3.0;
/// The least fraction of the points that covers a mode: 20 of 2,500. The authors' published code counts one with a single point.
const MIN_SHARE: f64 = 20.0 / 2500.0;

/// Coverage of the modes by points. Both figures belong together: all points may lie near one mode.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModeCoverage {
    /// Modes with at least 0.8 % of the points near them.
    pub covered: usize,
    /// Fraction of points near any mode, 0 to 1.
    pub near: f64,
}

/// Measures `points` `[count * 2]` against the modes' centres and their deviation.
pub fn mode_coverage(points: &[f32], modes: &[[f32; 2]], deviation: f32) -> ModeCoverage {
    let mut hits = vec![0usize; modes.len()];
    for point in points.chunks_exact(2) {
        let distance = |mode: &[f32; 2]| (point[0] - mode[0]).hypot(point[1] - mode[1]);
        let nearest =
            (0..modes.len()).min_by(|&a, &b| distance(&modes[a]).total_cmp(&distance(&modes[b])));
        if let Some(nearest) = nearest
            && distance(&modes[nearest]) <= MAX_DEVIATIONS * deviation
        {
            hits[nearest] += 1;
        }
    }
    let count = (points.len() / 2).max(1) as f64;
    ModeCoverage {
        covered: hits
            .iter()
            .filter(|&&hits| hits as f64 >= MIN_SHARE * count)
            .count(),
        near: hits.iter().sum::<usize>() as f64 / count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_at_two_of_three_modes_cover_two() {
        let modes = [[0.0, 0.0], [5.0, 0.0], [0.0, 5.0]];
        let mut points = [0.1f32, 0.0].repeat(60);
        points.extend([5.0, 0.1].repeat(30));
        points.extend([2.5, 2.5].repeat(10));
        let coverage = mode_coverage(&points, &modes, 0.1);
        assert_eq!(
            coverage,
            ModeCoverage {
                covered: 2,
                near: 0.9
            }
        );
    }
}
