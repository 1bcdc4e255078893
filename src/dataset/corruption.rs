//! Corruption of an encoder's input, for denoising autoencoders
//! (Vincent et al., Extracting and composing robust features with denoising autoencoders, 2008).

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::random::Random;
use crate::settings::decimal::{self, decimal};
use crate::settings::field::AMOUNT;

/// The kind of a corruption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CorruptionKind {
    /// Gaussian noise of deviation `amount`; images are clipped to 0..1 again.
    Noise,
    /// Each value becomes 0 with probability `amount`.
    Mask,
    /// Each value becomes 0 or 1 with probability `amount`.
    SaltAndPepper,
}

/// A corruption of examples.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Corruption {
    /// The kind.
    pub kind: CorruptionKind,
    /// How much, 0 to 1.
    #[serde(serialize_with = "decimal::serialize")]
    pub amount: f32,
}

impl Corruption {
    pub(crate) fn check(&self) -> Result<(), Error> {
        AMOUNT.check(decimal(self.amount))
    }

    /// Corrupts `values` in place; `bounded` where they must stay in 0..1.
    pub fn apply(&self, values: &mut [f32], bounded: bool, random: &mut Random) {
        for value in values {
            match self.kind {
                CorruptionKind::Noise => {
                    *value += self.amount * random.normal();
                    if bounded {
                        *value = value.clamp(0.0, 1.0);
                    }
                }
                CorruptionKind::Mask if random.uniform() < self.amount => *value = 0.0,
                CorruptionKind::SaltAndPepper if random.uniform() < self.amount => {
                    *value = random.below(2) as f32;
                }
                CorruptionKind::Mask | CorruptionKind::SaltAndPepper => {}
            }
        }
    }
}
