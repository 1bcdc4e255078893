//! Where a discriminator is undecided whose logits say something beside each other only.

use super::{Session, no_data};
use crate::error::Error;
use crate::objective::Objective;
use crate::random::{Purpose, Random};

/// Real examples, and as many generated ones, from which it is found.
const EXAMPLES: usize = 64;

impl Session {
    /// See [`Objective::undecided_logit`]: of the first training examples and as many generated ones.
    ///
    /// # Errors
    /// Where there are no training data, or the engine fails.
    pub(super) async fn undecided_logit(&self, objective: Objective) -> Result<f32, Error> {
        if !objective.is_relative() {
            return Ok(0.0);
        }
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let count = EXAMPLES.min(training.len());
        let mut random = Random::stream(self.settings.seed, Purpose::Evaluation, 0);
        let codes = random.normals(count * self.settings.code);
        let known = self.labels_known().max(1);
        let labels: Vec<u8> = (0..count).map(|index| (index % known) as u8).collect();
        let generated = self.decode_labelled(&codes, &labels).await?;
        let mut logits = Vec::with_capacity(2 * count);
        for examples in [training.gather(0..count), generated] {
            logits.extend(self.scored(&examples, count).await?.remove(0));
        }
        Ok(objective.undecided_logit(&logits))
    }
}
