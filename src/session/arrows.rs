//! Where a generator's loss wants the examples that it made to go.

use burn::tensor::Tensor;

use super::inference::check_input;
use super::{Model, Session};
use crate::engine::read;
use crate::error::Error;
use crate::memory;
use crate::training::ExamplePair;

impl Session {
    /// Minus the gradient, with respect to each of the examples `[n * features]`, of the generator's loss from that example
    /// alone, as if it had made it: `[n * features]`, in units of the loss by units of the data. It is the direction in
    /// which the discriminator has to see the example move so that the loss falls fastest, and nearly 0 where the loss is
    /// saturated. Of pairs, the real one is where the discriminator is undecided.
    ///
    /// # Errors
    /// Where the family has no discriminator, or the values are not whole examples.
    pub async fn arrows(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer, .. } = self.model()?;
        let objective = self.settings.objective_for(*shape)?;
        let features = shape.features();
        let count = check_input("examples", examples, features)?;
        self.check_call(2 * examples.len())?;
        let packing = trainer.packing();
        let undecided = self.undecided_logit(objective).await?;
        let centred = trainer.centred_input() && shape.is_bounded();
        let centring = if centred { 2.0 } else { 1.0 };
        // Half as many as pass forward alone: the gradients of a layer lie beside what it gave.
        let rows = memory::batch_rows(self.settings.family, &self.config()?).div_ceil(2);
        let mut arrows = Vec::with_capacity(examples.len());
        for start in (0..count).step_by(rows) {
            let end = count.min(start + rows);
            let chunk = examples[start * features..end * features].to_vec();
            let chunk = trainer.score_input(chunk, *shape, self.training.as_ref())?;
            let chunk = self.engine.tensor(chunk, (end - start) * packing.rows());
            let told = self.likeliest_labels(chunk.clone()).await?;
            let logits = (end - start) * packing.packs();
            let reference = self.engine.tensor(vec![undecided; logits], logits);
            let gradient = trainer.generator_loss_gradient(chunk, reference, &told, objective)?;
            let gradient = packing.sum_gradients(read([gradient]).await?.remove(0), features);
            // The loss is a mean over the chunk.
            let scale = -centring * (end - start) as f32;
            arrows.extend(gradient.iter().map(|slope| scale * slope));
        }
        Ok(arrows)
    }

    /// The label of the largest logit of each preprocessed example `[n, features]`, one-hot, `[n, labels]`; a single column of
    /// zeros where no labels are known.
    async fn likeliest_labels(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error> {
        let Model {
            shape,
            labels,
            trainer,
            ..
        } = self.model()?;
        let [rows, _] = examples.dims();
        if *labels == 0 {
            return Ok(self.engine.tensor(vec![0.0; rows], rows));
        }
        let pair = ExamplePair {
            encoder_input: examples.clone(),
            examples,
        };
        let objective = self.settings.objective_for(*shape)?;
        let logits = read(trainer.score(pair, objective)).await?.concat();
        let told = logits.chunks_exact(*labels).flat_map(|row| {
            let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let at = row.iter().position(|logit| *logit == largest);
            (0..*labels).map(move |label| f32::from(Some(label) == at))
        });
        Ok(self.engine.tensor(told.collect(), rows))
    }
}
