//! Ways through the space of codes: from one to another, from one label towards another, along one unit.

use super::inference::check_input;
use super::{Session, check_count};
use crate::error::Error;

/// Codes on a walk, and steps of a traversal, at most.
const MAX_STEPS: usize = 1000;

/// How a walk goes from one code to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// In equal steps.
    Straight,
    /// In equal angles, its distance from 0 changing in equal steps (Shoemake, 1985): most of N(0, I) lies at about one
    /// distance, through which a straight line cuts (White, arXiv 1609.04468).
    Sphere,
}

impl Session {
    /// `count` codes (1 to 1,000) from one code to another, both included, `[count * code]`.
    ///
    /// # Errors
    /// Where one is no code.
    pub fn walk(
        &self,
        from: &[f32],
        to: &[f32],
        count: usize,
        path: Path,
    ) -> Result<Vec<f32>, Error> {
        self.check_code(from)?;
        self.check_code(to)?;
        check_count("codes", count, MAX_STEPS)?;
        let last = (count - 1).max(1) as f32;
        let steps = (0..count).map(|step| step as f32 / last);
        Ok(steps.flat_map(|share| path.at(from, to, share)).collect())
    }

    /// Codes `[n * code]` moved by `amount` times the difference of the mean codes of two labels.
    ///
    /// # Errors
    /// Where the values are not whole codes, the amount is no number, or no training example looked at has a label.
    pub async fn shift(
        &mut self,
        codes: &[f32],
        from: u32,
        to: u32,
        amount: f32,
    ) -> Result<Vec<f32>, Error> {
        check_input("codes", codes, self.settings.code)?;
        check_input("amount", &[amount], 1)?;
        let classes = &self.latents().await?.report.classes;
        if classes.is_empty() {
            return Err(Error::NoLabels {});
        }
        let mean = |label: u32| {
            let found = classes.iter().find(|class| u32::from(class.label) == label);
            found.map(|class| &class.code).ok_or(Error::NoneWithLabels {
                only: label.to_string(),
            })
        };
        Ok(moved(codes, mean(from)?, mean(to)?, amount))
    }

    /// Codes `[n * code]` moved by `amount` times the mean of the codes `to` minus that of the codes `from`, both `[m * code]`
    /// of any number of them: an attribute vector (Larsen et al., arXiv 1512.09300, section 4.2) of two groups that somebody
    /// chose.
    ///
    /// # Errors
    /// Where values are not whole codes, or the amount is no number.
    pub fn shift_between(
        &self,
        codes: &[f32],
        from: &[f32],
        to: &[f32],
        amount: f32,
    ) -> Result<Vec<f32>, Error> {
        let code = self.settings.code;
        check_input("amount", &[amount], 1)?;
        for values in [codes, from, to] {
            check_input("codes", values, code)?;
        }
        let [from, to] = [from, to].map(|group| mean_row(group, code));
        Ok(moved(codes, &from, &to, amount))
    }

    /// For each of some units, or of all, `count` examples (1 to 1,000), decoded from a code in which that unit goes from -2 to 2
    /// deviations about its mean: `[units * count * features]`. The other units are as in `about`, or at their means.
    ///
    /// # Errors
    /// Where `about` is no code, there is no such unit, the family has no encoder, or no data are loaded.
    pub async fn traverse(
        &mut self,
        about: Option<&[f32]>,
        count: usize,
        units: Option<&[usize]>,
    ) -> Result<Vec<f32>, Error> {
        let code = self.settings.code;
        check_count("steps", count, MAX_STEPS)?;
        let all: Vec<usize> = (0..code).collect();
        let units = units.unwrap_or(&all);
        check_count("units", units.len(), code)?;
        if let Some(&unit) = units.iter().find(|unit| **unit >= code) {
            return Err(Error::UnitOutOfRange { unit, units: code });
        }
        about.map_or(Ok(()), |about| self.check_code(about))?;
        self.check_call(units.len() * count * code)?;
        let report = &self.latents().await?.report;
        let means: Vec<f32> = report.means.iter().map(|&mean| mean as f32).collect();
        let base = about.unwrap_or(&means);
        let last = (count - 1).max(1) as f32;
        let mut codes = Vec::with_capacity(units.len() * count * code);
        for &unit in units {
            let deviation = report.variances[unit].sqrt() as f32;
            for step in 0..count {
                let at = codes.len();
                codes.extend_from_slice(base);
                codes[at + unit] = means[unit] + deviation * (4.0 * step as f32 / last - 2.0);
            }
        }
        self.decode(&codes, None).await
    }

    /// Finds fault with what is not one code.
    pub(super) fn check_code(&self, values: &[f32]) -> Result<(), Error> {
        let width = self.settings.code;
        match check_input("codes", values, width)? {
            1 => Ok(()),
            _ => Err(Error::InputLength {
                input: "codes",
                numbers: values.len(),
                width,
                most: 1,
            }),
        }
    }
}

/// Rows moved by `amount` times the difference of two.
fn moved(rows: &[f32], from: &[f32], to: &[f32], amount: f32) -> Vec<f32> {
    let moved = rows.chunks_exact(from.len()).flat_map(|row| {
        let units = row.iter().zip(from.iter().zip(to));
        units.map(|(value, (from, to))| value + amount * (to - from))
    });
    moved.collect()
}

/// The mean `[width]` of rows.
fn mean_row(rows: &[f32], width: usize) -> Vec<f32> {
    let count = (rows.len() / width) as f32;
    let columns = (0..width).map(|column| rows.iter().skip(column).step_by(width).sum::<f32>());
    columns.map(|sum| sum / count).collect()
}

impl Path {
    /// The code at a share of the way, 0 to 1.
    fn at(self, from: &[f32], to: &[f32], share: f32) -> Vec<f32> {
        let mix = |first: f32, second: f32| -> Vec<f32> {
            let units = from.iter().zip(to);
            units.map(|(from, to)| first * from + second * to).collect()
        };
        let length = |code: &[f32]| code.iter().map(|value| value * value).sum::<f32>().sqrt();
        let lengths = [length(from), length(to)];
        let product: f32 = from.iter().zip(to).map(|(from, to)| from * to).sum();
        let angle = (product / (lengths[0] * lengths[1]))
            .clamp(-1.0, 1.0)
            .acos();
        // Without an angle, or with no one plane to turn in, there is only the straight way.
        if self == Self::Straight || !(1e-3..=std::f32::consts::PI - 1e-3).contains(&angle) {
            return mix(1.0 - share, share);
        }
        let at_length = lengths[0] + share * (lengths[1] - lengths[0]);
        let turn =
            |share: f32, length: f32| (share * angle).sin() / angle.sin() * at_length / length;
        mix(turn(1.0 - share, lengths[0]), turn(share, lengths[1]))
    }
}
