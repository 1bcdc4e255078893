//! The receiver operating characteristic of an anomaly score: what share of odd and of normal examples is above each
//! threshold (Fawcett, An introduction to ROC analysis, 2006, algorithm 2).

use serde::Serialize;

/// The curve, from the highest threshold to the lowest; points on a straight line between their neighbours are left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RocCurve {
    /// Share of the normal examples that are called odd, 0 to 1.
    pub false_positive_rates: Vec<f64>,
    /// Share of the odd examples that are called odd, 0 to 1.
    pub true_positive_rates: Vec<f64>,
    /// The score from which on an example is called odd; the first is beyond all scores.
    pub thresholds: Vec<f32>,
    /// The area below, 0 to 1: how likely an odd example has a higher score than a normal one.
    pub area: f64,
}

impl RocCurve {
    /// The curve of `scores`, of which those at `odd` are of odd examples; none where all or none of them are odd, or a score
    /// is no number.
    pub fn new(scores: &[f32], odd: &[bool]) -> Option<Self> {
        let positives = odd.iter().filter(|odd| **odd).count();
        let negatives = odd.len() - positives;
        if positives == 0 || negatives == 0 || scores.iter().any(|score| score.is_nan()) {
            return None;
        }
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|&one, &other| scores[other].total_cmp(&scores[one]));
        // Numbers of false and true positives, and the threshold.
        let mut points = vec![([0, 0], f32::INFINITY)];
        for &index in &order {
            let (mut counts, threshold) = points[points.len() - 1];
            counts[usize::from(odd[index])] += 1;
            // Equal scores are passed together.
            if scores[index] == threshold {
                points.pop();
            }
            points.push((counts, scores[index]));
        }
        let area = points.windows(2).map(|pair| {
            let [(from, _), (to, _)] = [pair[0], pair[1]];
            (to[0] - from[0]) as f64 * (from[1] + to[1]) as f64 / 2.0
        });
        let area = area.sum::<f64>() / (positives * negatives) as f64;
        let points = without_straight(points);
        let rates = |which: usize, all: usize| {
            let counts = points.iter().map(|(counts, _)| counts[which]);
            counts.map(|count| count as f64 / all as f64).collect()
        };
        Some(Self {
            false_positive_rates: rates(0, negatives),
            true_positive_rates: rates(1, positives),
            thresholds: points.iter().map(|(_, threshold)| *threshold).collect(),
            area,
        })
    }
}

type Point = ([usize; 2], f32);

/// Leaves out the points between two others on a horizontal or a vertical line.
fn without_straight(points: Vec<Point>) -> Vec<Point> {
    let corner = |index: usize| {
        let (Some(before), Some(after)) = (index.checked_sub(1), points.get(index + 1)) else {
            return true;
        };
        let (before, here, after) = (points[before].0, points[index].0, after.0);
        (0..2).all(|axis| !(before[axis] == here[axis] && here[axis] == after[axis]))
    };
    let kept = (0..points.len()).filter(|&index| corner(index));
    kept.map(|index| points[index]).collect()
}

#[cfg(test)]
mod tests {
    use super::RocCurve;

    /// The example in scikit-learn's documentation of `roc_curve`.
    #[test]
    fn the_curve_is_that_of_scikit_learn() {
        let curve = RocCurve::new(&[0.1, 0.4, 0.35, 0.8], &[false, false, true, true]);
        let curve = curve.expect("two of each");
        assert_eq!(curve.false_positive_rates, [0.0, 0.0, 0.5, 0.5, 1.0]);
        assert_eq!(curve.true_positive_rates, [0.0, 0.5, 0.5, 1.0, 1.0]);
        assert_eq!(curve.thresholds, [f32::INFINITY, 0.8, 0.4, 0.35, 0.1]);
        assert_eq!(curve.area, 0.75);
    }

    #[test]
    fn equal_scores_count_half() {
        let area =
            |scores: &[f32], odd: &[bool]| RocCurve::new(scores, odd).map(|curve| curve.area);
        assert_eq!(
            area(&[0.5; 6], &[true, false, true, false, false, false]),
            Some(0.5)
        );
        assert_eq!(area(&[2.0, 1.0, 1.0], &[true, true, false]), Some(0.75));
        assert_eq!(area(&[2.0, 1.0], &[true, true]), None);
        assert_eq!(area(&[f32::NAN, 1.0], &[true, false]), None);
    }
}
