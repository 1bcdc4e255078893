//! The losses of a GAN's two networks, from the discriminator's logits `r` of real examples and `g` of generated ones, each a
//! mean over the batch; first the discriminator's, then the generator's:
//!
//! | objective | discriminator | generator |
//! | --- | --- | --- |
//! | non-saturating (Goodfellow et al., arXiv 1406.2661) | `softplus(-r) + softplus(g)`, 2 ln 2 for D = 1/2 | `softplus(-g)` |
//! | saturating (the same, equation 1) | the same | `-softplus(g)`, which is `ln(1 - D(G(z)))` |
//! | least squares (Mao et al., arXiv 1611.04076) | `(r - 1)² / 2 + g² / 2` | `(g - 1)² / 2` |
//! | hinge (Lim and Ye, arXiv 1705.02894) | `max(0, 1 - r) + max(0, 1 + g)` | `-g` |
//! | Wasserstein (Arjovsky et al., arXiv 1701.07875) | `g - r` | `-g` |
//! | relativistic pairing (Jolicoeur-Martineau, arXiv 1807.00734; Huang et al., arXiv 2501.05441) | `softplus(g - r)` | `softplus(r - g)` |
//!
//! Penalties on the discriminator's gradient stand in `penalty.rs`.

use super::Objective;
use crate::engine::kernel::AdversarialKind;

impl Objective {
    /// How the networks of a GAN are compared.
    pub fn adversarial_kind(self) -> AdversarialKind {
        match self {
            Self::Saturating => AdversarialKind::Saturating,
            Self::LeastSquares => AdversarialKind::LeastSquares,
            Self::Hinge => AdversarialKind::Hinge,
            Self::Wasserstein => AdversarialKind::Wasserstein,
            Self::Relativistic => AdversarialKind::Relativistic,
            _ => AdversarialKind::NonSaturating,
        }
    }
}

/// The discriminator's probability that an example is real, 0 to 1; of a relative objective from a logit less
/// [`Objective::undecided_logit`].
pub fn probability_real(objective: Objective, logit: f32) -> f32 {
    match objective {
        // A least-squares discriminator's targets are 0 and 1 for the output itself, those of margins -1 and 1.
        Objective::LeastSquares => logit.clamp(0.0, 1.0),
        Objective::Hinge => (0.5 * (logit + 1.0)).clamp(0.0, 1.0),
        _ => 1.0 / (1.0 + (-logit).exp()),
    }
}

/// Halvings of an interval, until it is as narrow as 32-bit numbers can be apart.
const HALVINGS: usize = 40;

impl Objective {
    /// The logit at which as many real examples as generated ones, each counted by its probability, are taken for real: `c` with
    /// a mean sigmoid of `l - c` of one half over logits `l` of as many of the one as of the other. 0 where logits say something
    /// by themselves.
    pub fn undecided_logit(self, logits: &[f32]) -> f32 {
        if !self.is_relative() {
            return 0.0;
        }
        let (mut low, mut high) = logits
            .iter()
            .fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), &logit| {
                (low.min(logit), high.max(logit))
            });
        for _ in 0..HALVINGS {
            let middle = 0.5 * low + 0.5 * high;
            let surplus: f32 = logits
                .iter()
                .map(|logit| (0.5 * (logit - middle)).tanh())
                .sum();
            if surplus > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * low + 0.5 * high
    }
}
