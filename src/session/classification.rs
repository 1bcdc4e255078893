//! What a classifier finds in generated pictures, and in unseen real ones, a piece at a time.

use super::Session;
use crate::dataset::Shape;
use crate::error::Error;
use crate::evaluation::{Classified, Classifier, Measure, generated_class_measures};
use crate::model::Family;

/// Pictures of one piece.
const PIECE: usize = 250;
/// Pictures that are judged at most, real and generated.
const MOST: usize = 2500;
/// Pictures whose measures would say something at least.
const LEAST: usize = 100;
/// The pictures that the classifier takes.
const PICTURE: Shape = Shape::Image {
    height: 28,
    width: 28,
};
/// Of the noise.
const SEED: u32 = 1;

/// A classifier, and how far it has come.
pub(super) struct Classification {
    classifier: Classifier,
    /// What it found in the first test pictures.
    real: Classified,
}

impl Session {
    /// Loads a classifier of pictures of 28 by 28 by which [`Session::evaluate`] judges generated ones: safetensors in 32 or 16
    /// bits, two convolutions and a dense layer `features` and a dense layer `head`, as `examples/train_classifier.rs` writes.
    ///
    /// # Errors
    /// Where the bytes are no such file; the classifier before stays then.
    pub fn load_classifier(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.classification = Some(Classification {
            classifier: Classifier::from_safetensors(bytes)?,
            real: Classified::default(),
        });
        Ok(())
    }

    /// How many pictures are judged: none without a classifier, for other data, and where the model generates none from noise.
    fn classified_count(&self) -> usize {
        let Some(test) = &self.test else { return 0 };
        let suits = self.classification.is_some()
            && self.shape() == Some(PICTURE)
            && test.shape() == PICTURE
            && self.settings.family != Family::Autoencoder
            && self.data.as_ref().is_none_or(|data| data.only().is_none());
        if suits && test.len() >= LEAST {
            test.len().min(MOST)
        } else {
            0
        }
    }

    /// Does a piece of what is the same at every step: what the classifier finds in real pictures; whether there is more to do.
    pub(super) async fn classify_test_images(&mut self) -> Result<bool, Error> {
        let count = self.classified_count();
        let (Some(classification), Some(test)) = (&mut self.classification, &self.test) else {
            return Ok(false);
        };
        let done = classification.real.classes.len();
        if done < count {
            let pictures = test.gather(done..count.min(done + PIECE));
            let found = classification.classifier.classify(&pictures).await?;
            classification.real.extend(found);
        }
        Ok(classification.real.classes.len() < count)
    }

    /// The measures by the classifier, where there are any.
    pub(super) async fn classifier_measures(&mut self) -> Result<Vec<Measure>, Error> {
        let count = self.classified_count();
        if count == 0 {
            return Ok(Vec::new());
        }
        while self.classify_test_images().await? {}
        let pictures = self.sample(count, SEED, None).await?;
        let Some(Classification { classifier, real }) = &self.classification else {
            return Ok(Vec::new());
        };
        generated_class_measures(real, &classifier.classify(&pictures).await?).await
    }

    /// What was found in the test pictures before is of no use to others.
    pub(super) fn forget_test_classes(&mut self) {
        if let Some(classification) = &mut self.classification {
            classification.real = Classified::default();
        }
    }
}
