//! Molecules on their way into a session, and out of it again as SMILES.

use super::inference::{MAX_EXAMPLES, check_input};
use super::{Session, check_count};
use crate::dataset::{Alphabet, DataDescription, Dataset, MoleculeOptions};
use crate::error::Error;
use crate::random::{Purpose, Random};

impl Session {
    /// Loads the training part: molecules as SMILES, in Kekulé form and of one piece. Those that the notation cannot write
    /// are left out.
    ///
    /// # Errors
    /// Where one cannot be read, none can be written, or the model or its objective is for other data.
    pub fn load_molecules(
        &mut self,
        smiles: &[String],
        options: MoleculeOptions,
    ) -> Result<(), Error> {
        let accept = |shape, bytes| self.check_data(shape, bytes, None);
        let training = Dataset::from_molecules(smiles, options, self.settings.seed, accept)?;
        // A saved model knows the symbols of its own training part alone, in their order.
        if let (
            Some(DataDescription::Molecules {
                alphabet: saved, ..
            }),
            Ok(alphabet),
        ) = (&self.data, alphabet_of(&training))
            && saved != alphabet
        {
            return Err(Error::DataOtherKind {
                data: alphabet.shape().in_words(),
                model: format!("{} of its own", saved.shape().in_words()),
            });
        }
        self.use_training(training)
    }

    /// Loads the part that [`Session::evaluate`] measures on. It is never trained on. Molecules that need a symbol or a
    /// length that the training part does not have are left out.
    ///
    /// # Errors
    /// Where no molecules are trained on, and as [`Session::load_molecules`].
    pub fn load_test_molecules(&mut self, smiles: &[String]) -> Result<(), Error> {
        let accept = |shape, bytes| self.check_data(shape, bytes, self.training.as_ref());
        let test = self.training_part()?.molecules_like(smiles, accept)?;
        self.test = Some(test);
        self.forget_test_classes();
        Ok(())
    }

    /// The SMILES that each of `[n * features]` says, as examples have it or a decoder gives it: the likeliest symbol at each
    /// place. Empty where it says no molecule.
    ///
    /// # Errors
    /// Where the data are no molecules, or the values are not whole examples.
    pub fn molecules(&self, values: &[f32]) -> Result<Vec<String>, Error> {
        let alphabet = self.alphabet()?;
        check_input("examples", values, alphabet.shape().features())?;
        Ok(alphabet.smiles(values))
    }

    /// The SMILES of `count` sequences (1 to 100,000) whose symbols are drawn one by one, independent of each other, each as
    /// often as it stands at its place in the training part: the baseline of what a model makes.
    ///
    /// # Errors
    /// Where no molecules are trained on.
    pub fn independent_molecules(&self, count: usize, seed: u32) -> Result<Vec<String>, Error> {
        check_count("molecules", count, MAX_EXAMPLES)?;
        let alphabet = self.alphabet()?;
        self.check_call(count.saturating_mul(alphabet.shape().features()))?;
        let mut random = Random::stream(seed, Purpose::Sample, 1);
        let drawn = self
            .training_part()?
            .independent_sequences(count, &mut random);
        Ok(alphabet.smiles(&drawn))
    }

    fn alphabet(&self) -> Result<&Alphabet, Error> {
        match &self.data {
            Some(DataDescription::Molecules { alphabet, .. }) => Ok(alphabet),
            _ => Err(Error::NoMolecules {}),
        }
    }
}

fn alphabet_of(data: &Dataset) -> Result<&Alphabet, Error> {
    match data.description() {
        DataDescription::Molecules { alphabet, .. } => Ok(alphabet),
        _ => Err(Error::NoMolecules {}),
    }
}
