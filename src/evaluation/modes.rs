//! Mode coverage of points in the plane (Lin et al., PacGAN, arXiv 1712.04086, section 4).

/// A made point counts for a mode within this many deviations of its centre.
/// Real Gaussian points themselves do with probability `1 - exp(-9/2)`, 98.9 %.
const REACH: f32 = 3.0;
/// The least share of the points that covers a mode: 20 of 2,500.
const LEAST_SHARE: f64 = 20.0 / 2500.0;

/// How points lie about the modes they should come from. Both figures belong together:
/// all points may lie near one mode.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModeCoverage {
    /// Modes with at least 0.8 % of the points near them.
    pub covered: usize,
    /// Share of points near any mode, 0 to 1.
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
            && distance(&modes[nearest]) <= REACH * deviation
        {
            hits[nearest] += 1;
        }
    }
    let count = (points.len() / 2).max(1) as f64;
    ModeCoverage {
        covered: hits
            .iter()
            .filter(|&&hits| hits as f64 >= LEAST_SHARE * count)
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
