//! A part of a file's pictures: those with some labels, or the first of them.

use super::{DataDescription, Dataset, Values};
use crate::error::Error;

impl Dataset {
    /// The pictures with some labels alone.
    ///
    /// # Errors
    /// Where there are no labels, or no picture has one of these.
    pub fn only(mut self, mut only: Vec<u8>) -> Result<Self, Error> {
        if self.labels.is_empty() {
            return Err(Error::NoLabels {});
        }
        only.sort_unstable();
        only.dedup();
        let features = self.shape.features();
        let wanted = |label: &u8| only.contains(label);
        let places = (0..self.len()).filter(|&index| wanted(&self.labels[index]));
        let places: Vec<usize> = places.collect();
        if places.is_empty() {
            let only: Vec<String> = only.iter().map(u8::to_string).collect();
            return Err(Error::NoneWithLabels {
                only: only.join(", "),
            });
        }
        if let Values::Pixels(pixels) = &mut self.values {
            // In place: each moves towards the start.
            for (to, &from) in places.iter().enumerate() {
                pixels.copy_within(from * features..(from + 1) * features, to * features);
            }
            pixels.truncate(places.len() * features);
            pixels.shrink_to_fit();
        }
        self.labels.retain(wanted);
        if let DataDescription::Images {
            count, only: told, ..
        } = &mut self.description
        {
            *count = places.len();
            *told = Some(only);
        }
        Ok(self)
    }

    /// The first `most` pictures alone, where there are more.
    pub(super) fn first(mut self, most: usize) -> Self {
        // Nobody says how many there are; on wasm more than these could not be counted in pixels.
        let kept = most.min(self.len());
        if let Values::Pixels(pixels) = &mut self.values {
            pixels.truncate(kept * self.shape.features());
            pixels.shrink_to_fit();
        }
        self.labels.truncate(kept);
        if let DataDescription::Images {
            count, most: told, ..
        } = &mut self.description
        {
            *count = kept;
            *told = Some(most);
        }
        self
    }
}
