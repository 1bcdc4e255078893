//! Measures of a session's model on its test part, and what they need beforehand.

use super::{Session, no_data};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::{EvaluationInput, PrincipalComponents, Report, RidgeRegression, evaluate};
use crate::memory;
use crate::model::Family;

impl Session {
    /// Does a piece, of a tenth of a second, of what [`Session::evaluate`] needs beforehand and would otherwise do at once;
    /// whether there is more to do.
    ///
    /// # Errors
    /// Where there are no training data, or the engine fails.
    pub async fn fit_baselines(&mut self) -> Result<bool, Error> {
        if self.classify_test_images().await? {
            return Ok(true);
        }
        let wanted = self.settings.corruption.filter(|_| self.mends());
        let Some(corruption) = wanted else {
            return Ok(false);
        };
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let same = self
            .ridge
            .take()
            .filter(|ridge| ridge.corruption() == corruption);
        let mut ridge = same.unwrap_or_else(|| RidgeRegression::new(training, corruption));
        if !ridge.is_done() {
            ridge.advance(training).await?;
        }
        let more = !ridge.is_done();
        self.ridge = Some(ridge);
        Ok(more)
    }

    /// Whether what the encoder is shown is corrupted, and measured on.
    pub(super) fn mends(&self) -> bool {
        self.settings.family == Family::Autoencoder && self.settings.corruption.is_some()
    }

    /// The family's measures on the test split, with their baselines.
    ///
    /// # Errors
    /// Where the training or the test split is missing.
    pub async fn evaluate(&mut self) -> Result<Report, Error> {
        self.training_part()?;
        self.test.as_ref().ok_or(Error::NoTestData {})?;
        while self.fit_baselines().await? {}
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        // What the model was never to learn is no test of it.
        let only = training.description().only();
        let normal = only.and_then(|only| test.clone().only(only.to_vec()).ok());
        let test = normal.as_ref().unwrap_or(test);
        // A baseline of reconstructions, which a GAN has none of.
        if self.components.is_none() && self.settings.family != Family::Adversarial {
            self.components = PrincipalComponents::fit(training, self.settings.code).await?;
        }
        let (count, mut measures) = evaluate(&self.evaluation_input(test)?).await?;
        if normal.is_some()
            && let Ok(roc) = self.roc().await
        {
            measures.push(roc.measure());
        }
        measures.extend(self.classifier_measures().await?);
        Ok(Report {
            step: self.step,
            count,
            measures,
        })
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
