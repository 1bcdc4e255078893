//! The likelihood of unseen examples.

use super::{Session, check_count, no_data};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::{EvaluationInput, RidgeRegression};
use crate::memory;

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

    /// The model, and the examples to evaluate it on.
    pub(super) fn evaluation_input<'a>(
        &'a self,
        test: &'a Dataset,
    ) -> Result<EvaluationInput<'a>, Error> {
        let model = self.model()?;
        let ridge = self.ridge.as_ref().filter(|_| self.mends());
        Ok(EvaluationInput {
            family: self.settings.family,
            trainer: &*model.trainer,
            code: self.settings.code,
            labels: model.labels,
            objective: self.settings.objective_for(model.shape)?,
            undecided_logit: 0.0,
            engine: &self.engine,
            training: self.training.as_ref().ok_or_else(no_data)?,
            test,
            sparse: self.settings.is_sparse(),
            corruption: self.settings.corruption,
            rows: memory::batch_rows(self.settings.family, &self.config()?),
            components: self.components.as_ref(),
            linear_map: ridge.and_then(RidgeRegression::map),
        })
    }
}
