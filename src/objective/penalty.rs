//! The penalty on a discriminator's gradient.

use serde::{Deserialize, Serialize};

use super::Objective;
use crate::dataset::DataKind;
use crate::settings::decimal;

/// Where a discriminator's gradient is held, and at what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PenaltyKind {
    /// `½ |∇D(x)|²` at real examples (R1; Mescheder et al., arXiv 1801.04406), in closed form.
    R1,
    /// The same by differences between real examples and the same ones moved a little (Lin et al., arXiv 2501.08316), in random
    /// signs: right in the mean, it holds on to kinks as well, which a closed form does not see; of many numbers it is mostly noise.
    ApproximateR1,
    /// `(|∇D(x)| - 1)²` between real and generated examples (Gulrajani et al., arXiv 1704.00028), in closed form.
    Gradient,
}

/// A penalty beside a discriminator's loss.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Penalty {
    /// What is penalised.
    pub kind: PenaltyKind,
    /// γ, 0 to 1,000; 0 for none.
    #[serde(serialize_with = "decimal::serialize")]
    pub weight: f32,
    /// Every so many steps, 1 to 1,000, at so many times the weight (Karras et al., arXiv 1912.04958, appendix B).
    pub every: u32,
}

impl Penalty {
    /// What goes with an objective: without one, relative logits run away from each other.
    pub fn usual(objective: Objective, data: DataKind) -> Self {
        let points = data == DataKind::Points;
        Self {
            kind: PenaltyKind::R1,
            weight: match (objective.is_relative(), points) {
                (false, _) => 0.0,
                (true, true) => 0.1,
                (true, false) => 1.0,
            },
            every: 1,
        }
    }

    /// Whether it counts in the step after `steps_before` others.
    pub fn is_due(&self, steps_before: u64) -> bool {
        self.weight > 0.0 && steps_before.is_multiple_of(u64::from(self.every))
    }

    /// Whether it is at other examples than the real ones.
    pub fn needs_examples(&self) -> bool {
        self.weight > 0.0 && self.kind != PenaltyKind::R1
    }

    /// The weight in a step in which it counts.
    pub fn step_weight(&self) -> f32 {
        self.weight * self.every as f32
    }
}
