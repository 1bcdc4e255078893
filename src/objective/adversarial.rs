//! The losses of a GAN's two networks, from the discriminator's logits `r` of real examples and `g` of generated ones, each a
//! mean over the batch; first the discriminator's, then the generator's:
//!
//! | objective | discriminator | generator |
//! | --- | --- | --- |
//! | non-saturating (Goodfellow et al., arXiv 1406.2661) | `softplus(-r) + softplus(g)`, 2 ln 2 for D = 1/2 | `softplus(-g)` |
//! | saturating (the same, equation 1) | the same | `-softplus(g)`, which is `ln(1 - D(G(z)))` |
//! | least squares (Mao et al., arXiv 1611.04076) | `(r - 1)² / 2 + g² / 2` | `(g - 1)² / 2` |
//! | hinge (Lim and Ye, arXiv 1705.02894) | `max(0, 1 - r) + max(0, 1 + g)` | `-g` |
//!
//! The gradient penalty on real examples, `γ / 2 |∇D(x)|²` (R1; Mescheder et al., arXiv 1801.04406), needs no gradients of
//! gradients: `s = (D(x + h v) - D(x)) / h` for random signs `v` and a small `h` has the mean square `|∇D(x)|²` (by
//! differences: Lin et al., arXiv 2501.08316; signs: Hutchinson, 1989).

use super::Objective;
use crate::engine::kernel::AdversarialKind;

impl Objective {
    /// How the networks of a GAN are compared.
    pub fn adversarial_kind(self) -> AdversarialKind {
        match self {
            Self::Saturating => AdversarialKind::Saturating,
            Self::LeastSquares => AdversarialKind::LeastSquares,
            Self::Hinge => AdversarialKind::Hinge,
            _ => AdversarialKind::NonSaturating,
        }
    }
}

/// The discriminator's probability that an example is real, 0 to 1.
pub fn probability_real(objective: Objective, logit: f32) -> f32 {
    match objective {
        // A least-squares discriminator's targets are 0 and 1 for the output itself, those of margins -1 and 1.
        Objective::LeastSquares => logit.clamp(0.0, 1.0),
        Objective::Hinge => (0.5 * (logit + 1.0)).clamp(0.0, 1.0),
        _ => 1.0 / (1.0 + (-logit).exp()),
    }
}
