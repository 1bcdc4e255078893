//! Codes for a generator or a decoder: as samples are made from, mixed from two others, changed in one number.

use super::inference::{MAX_EXAMPLES, check_input};
use super::{Session, check_count};
use crate::error::Error;
use crate::random::{Purpose, Random};

impl Session {
    /// The codes from which [`Session::sample`] makes its examples for the same count and seed, `[count * code]`.
    ///
    /// # Errors
    /// Where there is no model yet; for an autoencoder, where there are no training data to which codes are fitted.
    pub async fn sample_codes(&self, count: usize, seed: u32) -> Result<Vec<f32>, Error> {
        self.model()?;
        check_count("codes", count, MAX_EXAMPLES)?;
        self.check_call(count.saturating_mul(2 * self.settings.code))?;
        let mut random = Random::stream(seed, Purpose::Sample, 0);
        self.draw_codes(count, &mut random).await
    }

    /// `count` codes, 1 to 100,000, each number of which is that of the `first` or of the `second` code, with equal chance
    /// (uniform crossover; Syswerda, 1989): `[count * code]`. The same seed gives the same ones.
    ///
    /// # Errors
    /// Where one is no code, or there is no model yet.
    pub fn breed(
        &self,
        first: &[f32],
        second: &[f32],
        count: usize,
        seed: u32,
    ) -> Result<Vec<f32>, Error> {
        self.model()?;
        self.check_code(first)?;
        self.check_code(second)?;
        check_count("codes", count, MAX_EXAMPLES)?;
        self.check_call(count.saturating_mul(self.settings.code))?;
        let mut random = Random::stream(seed, Purpose::Sample, 1);
        let pairs = (0..count).flat_map(|_| first.iter().zip(second));
        Ok(pairs
            .map(
                |(first, second)| {
                    if random.sign() > 0.0 { *first } else { *second }
                },
            )
            .collect())
    }

    /// A code, `[code]`, with another value of one number.
    ///
    /// # Errors
    /// Where it is no code, has no such number, or the value is not finite.
    pub fn with_unit(&self, code: &[f32], unit: usize, value: f32) -> Result<Vec<f32>, Error> {
        self.check_code(code)?;
        check_input("value", &[value], 1)?;
        if unit >= code.len() {
            return Err(Error::UnitOutOfRange {
                unit,
                units: code.len(),
            });
        }
        let mut code = code.to_vec();
        code[unit] = value;
        Ok(code)
    }
}
