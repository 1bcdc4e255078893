//! What a classifier finds in generated pictures, and in unseen real ones, a piece at a time.

use serde::Serialize;

use super::Session;
use super::copies::Split;
use super::inference::check_input;
use crate::dataset::Shape;
use crate::error::Error;
use crate::evaluation::{
    CLASSES, Classified, Classifier, FEATURES, Measure, SURE, generated_class_measures,
};
use crate::model::Family;

/// Pictures of one piece.
const PIECE: usize = 250;
/// Pictures that are judged at most, real and generated.
const MOST: usize = 2500;
/// Pictures whose measures would say something at least.
const LEAST: usize = 100;
/// The pictures that the classifier takes.
pub(super) const PICTURE: Shape = Shape::Image {
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
    /// The features of the first training and test pictures, `[n * 64]` each, as far as they were needed.
    features: [Vec<f32>; 2],
}

/// What a classifier finds in pictures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassReport {
    /// The most likely class of each.
    pub classes: Vec<u8>,
    /// Its probability, 0 to 1.
    pub probabilities: Vec<f32>,
    /// How many there are of each class, of those that it is sure of: with a probability above 0.95.
    pub counts: [usize; CLASSES],
    /// How many it is not sure of.
    pub unclear: usize,
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
            features: Default::default(),
        });
        Ok(())
    }

    /// What the classifier finds in pictures `[n * 784]`.
    ///
    /// # Errors
    /// Where no classifier is loaded, or the values are no pictures of 28 by 28.
    pub async fn classify(&self, pictures: &[f32]) -> Result<ClassReport, Error> {
        let found = self.classified(pictures).await?;
        let sure = |index: &usize| found.probabilities[*index] > SURE;
        let mut counts = [0; CLASSES];
        for index in (0..found.classes.len()).filter(sure) {
            counts[usize::from(found.classes[index])] += 1;
        }
        Ok(ClassReport {
            unclear: found.classes.len() - counts.iter().sum::<usize>(),
            counts,
            classes: found.classes,
            probabilities: found.probabilities,
        })
    }

    /// What the classifier finds in pictures, `[n * 64]`.
    pub(super) async fn features_of(&self, pictures: &[f32]) -> Result<Vec<f32>, Error> {
        Ok(self.classified(pictures).await?.features)
    }

    async fn classified(&self, pictures: &[f32]) -> Result<Classified, Error> {
        let Some(classification) = &self.classification else {
            return Err(Error::ClassifierMissing {});
        };
        check_input("pictures", pictures, PICTURE.features())?;
        classification.classifier.classify(pictures).await
    }

    /// Does a piece of what nearest neighbours by features need beforehand and would otherwise do at once: the features of real
    /// pictures; whether there is more to do.
    ///
    /// # Errors
    /// Where no classifier is loaded, a part of the data is not, or they are no pictures of 28 by 28.
    pub async fn fit_features(&mut self) -> Result<bool, Error> {
        for part in [Split::Training, Split::Test] {
            let data = self.split(part)?;
            if data.shape() != PICTURE {
                return Err(Error::ClassifierMissing {});
            }
            let all = data.len().min(MOST);
            let Some(known) = self.classification.as_ref() else {
                return Err(Error::ClassifierMissing {});
            };
            let done = known.features[part as usize].len() / FEATURES;
            if done < all {
                let pictures = data.gather(done..all.min(done + PIECE));
                let found = self.features_of(&pictures).await?;
                if let Some(classification) = &mut self.classification {
                    classification.features[part as usize].extend(found);
                }
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The features of training and test pictures, as far as [`Session::fit_features`] has come.
    pub(super) fn known_features(&self) -> Result<&[Vec<f32>; 2], Error> {
        let classification = self.classification.as_ref();
        let known = classification.map(|classification| &classification.features);
        known.ok_or(Error::ClassifierMissing {})
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
        let Some(Classification {
            classifier, real, ..
        }) = &self.classification
        else {
            return Ok(Vec::new());
        };
        generated_class_measures(real, &classifier.classify(&pictures).await?).await
    }

    /// What was found in the test pictures before is of no use to others.
    pub(super) fn forget_test_classes(&mut self) {
        if let Some(classification) = &mut self.classification {
            classification.real = Classified::default();
            classification.features = Default::default();
        }
    }
}
