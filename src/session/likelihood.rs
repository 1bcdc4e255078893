//! The likelihood of unseen examples.

use super::{Session, check_count};
use crate::error::Error;

/// Samples for one example at most.
const MAX_SAMPLES: usize = 10_000;

impl Session {
    /// An estimate of `-ln p(x)` of each of the first `count` test examples, in nats, by importance sampling with so many
    /// samples for each (1 to 10,000; Burda et al., arXiv 1509.00519, equation 8).
    ///
    /// # Errors
    /// Where the model is not variational, or training or test data are missing.
    pub async fn negative_log_likelihoods(
        &self,
        count: usize,
        samples: usize,
    ) -> Result<Vec<f64>, Error> {
        check_count("samples", samples, MAX_SAMPLES)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        check_count("examples", count, test.len())?;
        let input = self.evaluation_input(test)?;
        input.negative_log_likelihoods(count, samples).await
    }
}
