//! Data on their way into a session, and out of it again to be shown.

use super::{Model, Session, init_trainer};
use crate::dataset::{
    Dataset, ImageOptions, IndexSampler, MAX_LABELS, PointSettings, Shape, SignalSettings, Source,
    TEST_POINTS, TEST_SIGNALS, TRAINING_POINTS, TRAINING_SIGNALS,
};
use crate::error::Error;
use crate::memory;

impl Session {
    /// Loads the training part: IDX pictures, with labels or without, gzip or not.
    ///
    /// # Errors
    /// Where a file cannot be read or its pictures have another size than the model was made for.
    pub fn load_images(&mut self, images: &[u8], labels: Option<&[u8]>) -> Result<(), Error> {
        let (mut images, mut labels) = (images, labels);
        let labels = labels.as_mut().map(Source::of);
        self.load_images_from(Source::of(&mut images), labels, ImageOptions::default())
    }

    /// The same, from wherever the files are. The options are saved with the session.
    ///
    /// # Errors
    /// As [`Session::load_images`], where the name is too long, and where no picture has one of the labels.
    pub fn load_images_from(
        &mut self,
        images: Source<'_>,
        labels: Option<Source<'_>>,
        options: ImageOptions,
    ) -> Result<(), Error> {
        let accept = |shape: Shape, bytes| {
            let test = self.test.as_ref().filter(|test| test.shape() == shape);
            self.check_data(shape, bytes, test)
        };
        let training = Dataset::read_idx(images, labels, options, accept)?;
        self.use_training(training)
    }

    /// Loads the part that [`Session::evaluate`] measures on. It is never trained on.
    ///
    /// # Errors
    /// As [`Session::load_images`].
    pub fn load_test_images(&mut self, images: &[u8], labels: Option<&[u8]>) -> Result<(), Error> {
        let (mut images, mut labels) = (images, labels);
        let labels = labels.as_mut().map(Source::of);
        self.load_test_images_from(Source::of(&mut images), labels, None)
    }

    /// The same, from wherever the files are.
    ///
    /// # Errors
    /// As [`Session::load_images`].
    pub fn load_test_images_from(
        &mut self,
        images: Source<'_>,
        labels: Option<Source<'_>>,
        only: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        let accept = |shape, bytes| self.check_data(shape, bytes, self.training.as_ref());
        let options = ImageOptions {
            only,
            ..ImageOptions::default()
        };
        self.test = Some(Dataset::read_idx(images, labels, options, accept)?);
        self.forget_test_classes();
        Ok(())
    }

    /// Makes points in the plane from the session's seed: 10,000 to train on, 2,500 others to test on.
    ///
    /// # Errors
    /// Where a setting is out of its range, or the model or its objective is for pictures.
    pub fn load_points(&mut self, points: PointSettings) -> Result<(), Error> {
        self.check_data(Shape::Point, 0, None)?;
        let seed = self.settings.seed;
        let training = Dataset::from_points(points.clone(), seed, 0, TRAINING_POINTS)?;
        let test = Dataset::from_points(points, seed, 1, TEST_POINTS)?;
        self.use_training(training)?;
        self.test = Some(test);
        Ok(())
    }

    /// Makes signals from the session's seed: 8,000 to train on, 2,000 others to test on.
    ///
    /// # Errors
    /// Where a setting is out of its range, or the model or its objective is for other data.
    pub fn load_signals(&mut self, signals: SignalSettings) -> Result<(), Error> {
        let length = signals.length;
        let bytes = (TRAINING_SIGNALS + TEST_SIGNALS) * length * size_of::<f32>();
        self.check_data(Shape::Signal { length }, bytes as u64, None)?;
        let seed = self.settings.seed;
        let training = Dataset::from_signals(signals, seed, 0, TRAINING_SIGNALS)?;
        let test = Dataset::from_signals(signals, seed, 1, TEST_SIGNALS)?;
        self.use_training(training)?;
        self.test = Some(test);
        Ok(())
    }

    /// Finds fault with data before they are read; what they replace is there until they are.
    pub(super) fn check_data(
        &self,
        shape: Shape,
        bytes: u64,
        other: Option<&Dataset>,
    ) -> Result<(), Error> {
        self.check_shape(shape)?;
        self.settings.check_data(shape)?;
        // How many there are is not known before they are read.
        let config = self.settings.model(shape, MAX_LABELS);
        config.check()?;
        // Beside the pixels, a label and a place in the order of each.
        let examples = bytes / shape.features() as u64;
        let data = bytes + 5 * examples + other.map_or(0, Dataset::bytes);
        memory::check_session(&self.settings, &config, data)
    }

    pub(super) fn use_training(&mut self, training: Dataset) -> Result<(), Error> {
        let shape = training.shape();
        let labels = self.labels_told(&training)?;
        if self.model.is_none() {
            self.model = Some(Model {
                shape,
                labels,
                optimizer_start: 0,
                trainer: init_trainer(&self.settings, shape, labels, &self.engine)?,
            });
        }
        // A test part of another shape belonged to other data.
        self.test = self.test.take().filter(|test| test.shape() == shape);
        self.forget_test_classes();
        self.index_sampler = IndexSampler::resume(
            self.settings.seed,
            training.len(),
            self.index_sampler.epoch(),
            self.index_sampler.position(),
        );
        self.components = None;
        self.ridge = None;
        self.normal_components = None;
        self.latents = None;
        self.data = Some(training.description().clone());
        self.training = Some(training);
        self.forget_recording();
        Ok(())
    }

    fn check_shape(&self, data: Shape) -> Result<(), Error> {
        use Shape::{Image, Point, Sequence, Signal};
        match (data, self.shape().unwrap_or(data)) {
            (data, model) if data == model => Ok(()),
            (data @ (Signal { .. } | Sequence { .. }), model)
            | (data, model @ (Signal { .. } | Sequence { .. })) => Err(Error::DataOtherKind {
                data: data.in_words(),
                model: model.in_words(),
            }),
            (Image { height, width }, Point) => Err(Error::ImagesForPoints { height, width }),
            (data, model) => {
                let Image {
                    height: model_height,
                    width: model_width,
                } = model
                else {
                    return Ok(());
                };
                Err(match data {
                    Image { height, width } => Error::ImagesOtherSize {
                        height,
                        width,
                        model_height,
                        model_width,
                    },
                    Point | Signal { .. } | Sequence { .. } => Error::PointsForImages {
                        model_height,
                        model_width,
                    },
                })
            }
        }
    }

    /// `count` examples of the training part from `start`, `[count * features]`.
    ///
    /// # Errors
    /// Where there are not so many.
    pub fn examples(&self, start: usize, count: usize) -> Result<Vec<f32>, Error> {
        self.examples_of(self.training_part()?, start, count)
    }

    pub(super) fn examples_of(
        &self,
        data: &Dataset,
        start: usize,
        count: usize,
    ) -> Result<Vec<f32>, Error> {
        self.check_call(count.saturating_mul(data.shape().features()))?;
        Ok(data.gather(part_of(start, count, data.len())?))
    }

    /// Labels of the same examples; empty where the set has none.
    ///
    /// # Errors
    /// Where there are not so many examples.
    pub fn labels(&self, start: usize, count: usize) -> Result<Vec<u8>, Error> {
        let training = self.training_part()?;
        let range = part_of(start, count, training.len())?;
        Ok(training.labels().get(range).unwrap_or_default().to_vec())
    }
}

fn part_of(start: usize, count: usize, all: usize) -> Result<std::ops::Range<usize>, Error> {
    match start.checked_add(count) {
        Some(end) if end <= all && count > 0 => Ok(start..end),
        _ => Err(Error::ExamplesOutOfRange { start, count, all }),
    }
}
