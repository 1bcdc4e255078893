//! Data on their way into a session, and out of it again to be shown.

use super::{Model, Session, init_trainer};
use crate::dataset::{Dataset, IndexSampler, PointSettings, Shape};
use crate::error::Error;

/// Points made for training and for testing.
const TRAINING_POINTS: usize = 10_000;
const TEST_POINTS: usize = 2_500;

impl Session {
    /// Loads the training part: IDX pictures, with labels or without, gzip or not.
    ///
    /// # Errors
    /// Where a file cannot be read or its pictures have another size than the model was made for.
    pub fn load_images(&mut self, images: &[u8], labels: Option<&[u8]>) -> Result<(), Error> {
        self.use_training(Dataset::from_idx(images, labels)?)
    }

    /// Loads the part that [`Session::evaluate`] measures on. It is never trained on.
    ///
    /// # Errors
    /// As [`Session::load_images`].
    pub fn load_test_images(&mut self, images: &[u8], labels: Option<&[u8]>) -> Result<(), Error> {
        let test = Dataset::from_idx(images, labels)?;
        self.check_shape(test.shape())?;
        self.test = Some(test);
        Ok(())
    }

    /// Makes points in the plane from the session's seed: 10,000 to train on, 2,500 others to test on.
    ///
    /// # Errors
    /// Where a setting is out of its range, or the model or its objective is for pictures.
    pub fn load_points(&mut self, points: PointSettings) -> Result<(), Error> {
        let seed = self.settings.seed;
        let training = Dataset::from_points(points, seed, 0, TRAINING_POINTS)?;
        let test = Dataset::from_points(points, seed, 1, TEST_POINTS)?;
        self.use_training(training)?;
        self.test = Some(test);
        Ok(())
    }

    fn use_training(&mut self, training: Dataset) -> Result<(), Error> {
        let shape = training.shape();
        self.check_shape(shape)?;
        self.settings.objective_for(shape)?;
        if self.model.is_none() {
            self.model = Some(Model {
                shape,
                trainer: init_trainer(&self.settings, shape, &self.engine)?,
            });
        }
        // A test part of another shape belonged to other data.
        self.test = self.test.take().filter(|test| test.shape() == shape);
        self.index_sampler = IndexSampler::resume(
            self.settings.seed,
            training.len(),
            self.index_sampler.epoch(),
            self.index_sampler.position(),
        );
        self.components = None;
        self.training = Some(training);
        self.forget_recording();
        Ok(())
    }

    fn check_shape(&self, shape: Shape) -> Result<(), Error> {
        match self.shape() {
            Some(own) if own != shape => Err(Error::new(
                format!("The data are {}", describe(shape)),
                format!("{}, which this session's model was made for", describe(own)),
                "Create a new session for other data",
            )),
            _ => Ok(()),
        }
    }

    /// `count` examples of the training part from `start`, `[count * features]`.
    ///
    /// # Errors
    /// Where there are not so many.
    pub fn examples(&self, start: usize, count: usize) -> Result<Vec<f32>, Error> {
        let training = self.training_part()?;
        Ok(training.gather(part_of(start, count, training.len())?))
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

fn describe(shape: Shape) -> String {
    match shape {
        Shape::Image { height, width } => format!("pictures of {height} by {width} pixels"),
        Shape::Point => "points in the plane".into(),
    }
}

fn part_of(start: usize, count: usize, all: usize) -> Result<std::ops::Range<usize>, Error> {
    match start.checked_add(count) {
        Some(end) if end <= all && count > 0 => Ok(start..end),
        _ => Err(Error::new(
            format!("{count} examples from number {start} were asked for"),
            format!("a part, not empty, of the {all} that there are"),
            "Ask for fewer, or from an earlier one",
        )),
    }
}
