//! Methods of the class about molecules.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::input::{numbers, options, texts, whole};
use super::session::Session;
use super::values::checked;
use crate::dataset::MOST_MOLECULES;
use crate::error::Error;
use crate::settings::read_molecule_options;

/// Characters of what is taken as a molecule; what is too long for one is told in words.
const LONGEST: usize = 1000;

#[wasm_bindgen]
impl Session {
    /// Loads molecules to train on, as SMILES in Kekulé form.
    #[wasm_bindgen(js_name = loadMolecules)]
    pub fn load_molecules(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] molecules: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "MoleculeOptions")] options: JsValue,
    ) -> Result<(), JsValue> {
        let options =
            self::options("options", &options).and_then(|given| read_molecule_options(&given));
        let options = checked(options)?;
        let smiles = checked(smiles(&molecules))?;
        self.now(|session| session.load_molecules(&smiles, options))
    }

    /// Loads molecules that `evaluate` measures on; they are never trained on.
    #[wasm_bindgen(js_name = loadTestMolecules)]
    pub fn load_test_molecules(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] molecules: JsValue,
    ) -> Result<(), JsValue> {
        let smiles = checked(smiles(&molecules))?;
        self.now(|session| session.load_test_molecules(&smiles))
    }

    /// The SMILES that each of `[n * features]` says; empty where it says no molecule.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn molecules(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] values: JsValue,
    ) -> Result<Array, JsValue> {
        let smiles = self.now(|session| session.molecules(&numbers("examples", &values)?))?;
        Ok(given_back(smiles))
    }

    /// Molecules of symbols drawn independently of each other, each as often as it stands at its place in the training data.
    #[wasm_bindgen(js_name = independentMolecules, unchecked_return_type = "string[]")]
    pub fn independent_molecules(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] seed: JsValue,
    ) -> Result<Array, JsValue> {
        let smiles = self.now(|session| {
            let (count, seed) = (whole("count", &count)?, whole("seed", &seed)? as u32);
            session.independent_molecules(count, seed)
        })?;
        Ok(given_back(smiles))
    }
}

fn smiles(molecules: &JsValue) -> Result<Vec<String>, Error> {
    texts("molecules", molecules, MOST_MOLECULES, LONGEST)
}

fn given_back(texts: Vec<String>) -> Array {
    texts.into_iter().map(JsValue::from).collect()
}
