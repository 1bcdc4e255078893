//! What made pictures are worth to a classifier that has few labels. The generative models see the same few pictures as the
//! classifier, and no others.

use serde::Serialize;

use super::classification::PICTURE;
use super::copies::Split;
use super::{Session, check_count};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::evaluation::{CLASSES, LabelledPictures, few_labels_accuracy, has_classes_for};
use crate::model::{Condition, Family, NetworkKind};
use crate::random::{Purpose, Random};
use crate::settings::{Choices, OptimizerChoices};

/// Pictures of each class at most, and unseen ones that a classifier is tested on.
const MOST_LABELS: usize = 200;
const MOST_TESTED: usize = 2000;
/// Made for each class.
const MADE: usize = 500;

/// What a classifier learns from beside its few pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Augmentation {
    /// Nothing.
    #[default]
    None,
    /// Copies of them, shifted by up to two pixels and turned by up to fifteen degrees.
    Moved,
    /// Pictures made by a variational autoencoder 784-256-16 that is told the label, after 1,500 steps.
    Variational,
    /// Pictures made by a GAN of convolutions 16-32 that is told the label, after 600 steps.
    Adversarial,
}

impl Augmentation {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::None,
        Self::Moved,
        Self::Variational,
        Self::Adversarial,
    ];

    /// The model that makes pictures, and its steps.
    fn model(self, seed: u32) -> Option<(Choices, usize)> {
        let common = Choices {
            seed: Some(seed),
            condition: Some(Condition::Label),
            ..Choices::default()
        };
        match self {
            Self::None | Self::Moved => None,
            Self::Variational => Some((
                Choices {
                    family: Some(Family::Variational),
                    hidden: Some(vec![256]),
                    code: Some(16),
                    ..common
                },
                1500,
            )),
            Self::Adversarial => Some((
                Choices {
                    family: Some(Family::Adversarial),
                    network: Some(NetworkKind::Convolutional),
                    hidden: Some(vec![16, 32]),
                    code: Some(64),
                    optimizer: Some(OptimizerChoices {
                        learning_rate: Some(4e-3),
                        ..OptimizerChoices::default()
                    }),
                    ..common
                },
                600,
            )),
        }
    }
}

/// How well a classifier reads that learnt from few labels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AugmentationReport {
    /// Pictures that it had.
    pub labels: usize,
    /// Pictures that were made for it.
    pub made: usize,
    /// Unseen pictures that it was tested on.
    pub count: usize,
    /// Of those it got so many right, in percent.
    pub accuracy: f64,
}

impl Session {
    /// Trains a small classifier on so many training pictures of each class, drawn by `draw`, with and without something beside
    /// them, and tests it on the first 2,000 unseen ones. It takes seconds, in which nothing else happens; the session stays as it is.
    ///
    /// # Errors
    /// Where training or test data or their labels are missing, they are no pictures of 28 by 28 of at most ten classes, or `labels`
    /// is not 1 to 200.
    pub async fn augmentation(
        &self,
        labels: usize,
        draw: u32,
        augmentation: Augmentation,
    ) -> Result<AugmentationReport, Error> {
        let (training, test) = (self.split(Split::Training)?, self.split(Split::Test)?);
        if training.labels().is_empty() || test.labels().is_empty() {
            return Err(Error::NoLabels {});
        }
        let suits = |data: &Dataset| data.shape() == PICTURE && has_classes_for(data.labels());
        if !suits(training) || !suits(test) {
            return Err(Error::ClassifierUnsuited {});
        }
        check_count("labels", labels, MOST_LABELS)?;
        // Made ones as they are sampled, and together; those that are tested on beside them.
        self.check_call((2 * CLASSES * MADE + MOST_TESTED) * PICTURE.features())?;
        let few = training.some(&choose(training, labels, draw));
        let made = made(&few, draw, augmentation).await?;
        let count = test.len().min(MOST_TESTED);
        let moved = augmentation == Augmentation::Moved;
        let learnt = LabelledPictures {
            pictures: few.gather(0..few.len()),
            classes: few.labels().to_vec(),
        };
        let accuracy = few_labels_accuracy(&learnt, &made, moved, test, count, draw).await?;
        Ok(AugmentationReport {
            labels: few.len(),
            made: made.classes.len(),
            count,
            accuracy,
        })
    }
}

/// Places of so many pictures of each class, or of as many as there are.
fn choose(training: &Dataset, labels: usize, draw: u32) -> Vec<usize> {
    let mut random = Random::stream(draw, Purpose::Evaluation, labels as u64);
    let mut taken = [0; CLASSES];
    let order = random.permutation(training.len()).into_iter();
    order
        .map(|index| index as usize)
        .filter(|&index| {
            let count = &mut taken[usize::from(training.labels()[index])];
            *count += 1;
            *count <= labels
        })
        .collect()
}

/// As many of each class that is there, by a model that is trained on these pictures alone; none where no model makes any.
async fn made(
    few: &Dataset,
    draw: u32,
    augmentation: Augmentation,
) -> Result<LabelledPictures, Error> {
    let mut all = LabelledPictures::default();
    let Some((choices, steps)) = augmentation.model(draw) else {
        return Ok(all);
    };
    let mut session = Session::create(choices).await?;
    session.use_training(few.clone())?;
    session.train(steps).await?;
    for class in (0..CLASSES as u8).filter(|class| few.labels().contains(class)) {
        let pictures = session
            .sample(MADE, u32::from(class), Some(class.into()))
            .await?;
        all.pictures.extend(pictures);
        all.classes.extend([class; MADE]);
    }
    Ok(all)
}
