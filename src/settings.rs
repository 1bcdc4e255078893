//! The settings of a session: what may be left out, what that means, and what is refused.

use serde::{Deserialize, Serialize};

use crate::dataset::{Corruption, Shape};
use crate::engine::EngineName;
use crate::error::Error;
use crate::model::{Family, HiddenActivation, NetworkKind};
use crate::objective::Objective;
use crate::training::{OptimizerName, OptimizerSettings};

/// Wide enough for anything that trains live, small enough to fit in a browser's memory.
const WIDEST: usize = 4096;
const MOST_LAYERS: usize = 8;
const LARGEST_BATCH: usize = 4096;

/// Settings as somebody writes them: all may be left out but the family.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choices {
    /// Where to compute.
    pub engine: Option<EngineName>,
    /// Of every random number, 0 to 2³² - 1.
    pub seed: Option<u32>,
    /// The family of models.
    pub family: Option<Family>,
    /// What networks are made of.
    pub network: Option<NetworkKind>,
    /// Widths of hidden layers, or their channels, encoder order.
    pub hidden: Option<Vec<usize>>,
    /// Size of code or noise vector.
    pub code: Option<usize>,
    /// Between hidden layers, but for a discriminator's.
    pub activation: Option<HiddenActivation>,
    /// What to minimise.
    pub objective: Option<Objective>,
    /// Weight of the divergence (variational).
    pub divergence_weight: Option<f32>,
    /// Step size and decay rates.
    pub optimizer: Option<OptimizerChoices>,
    /// Examples in a batch.
    pub batch_size: Option<usize>,
    /// What the encoder is shown in the place of the example.
    #[serde(default, deserialize_with = "present")]
    pub corruption: Option<Option<Corruption>>,
}

/// An optimiser as somebody writes it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OptimizerChoices {
    /// The rule.
    pub name: Option<OptimizerName>,
    /// Step size.
    pub learning_rate: Option<f32>,
    /// Decay of the mean of gradients.
    pub beta1: Option<f32>,
    /// Decay of the mean of squared gradients.
    pub beta2: Option<f32>,
}

/// Tells "no corruption" (null) from "as it is" (left out).
fn present<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<Corruption>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Settings in full.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The engine in use: never `auto` in a session.
    pub engine: EngineName,
    /// Of every random number.
    pub seed: u32,
    /// The family of models.
    pub family: Family,
    /// What networks are made of.
    pub network: NetworkKind,
    /// Widths of hidden layers, or their channels, encoder order.
    pub hidden: Vec<usize>,
    /// Size of code or noise vector.
    pub code: usize,
    /// Between hidden layers, but for a discriminator's.
    #[serde(default)]
    pub activation: HiddenActivation,
    /// What to minimise; where none was chosen, the data decide (see [`Settings::objective_for`]).
    pub objective: Option<Objective>,
    /// Weight of the divergence (variational).
    pub divergence_weight: f32,
    /// Step size and decay rates.
    pub optimizer: OptimizerSettings,
    /// Examples in a batch.
    pub batch_size: usize,
    /// What the encoder is shown in the place of the example.
    pub corruption: Option<Corruption>,
}

impl Settings {
    /// Fills in what was left out.
    ///
    /// # Errors
    /// Where a choice is out of its range or does not suit the family.
    pub fn from_choices(choices: Choices) -> Result<Self, Error> {
        let family = choices.family.ok_or_else(|| {
            Error::new(
                "The settings name no family",
                "family \"autoencoder\", \"variational\" or \"adversarial\"",
                "Name one",
            )
        })?;
        let adversarial = family == Family::Adversarial;
        let defaults = Self {
            engine: EngineName::Cpu,
            seed: 0,
            family,
            network: NetworkKind::Dense,
            hidden: match choices.network {
                Some(NetworkKind::Convolutional) => vec![16, 32],
                _ => vec![256],
            },
            code: if adversarial { 64 } else { 32 },
            activation: if adversarial {
                HiddenActivation::LeakyRelu
            } else {
                HiddenActivation::Relu
            },
            objective: None,
            divergence_weight: 1.0,
            optimizer: OptimizerSettings {
                name: OptimizerName::Adam,
                learning_rate: if adversarial { 2e-4 } else { 1e-3 },
                // A long memory of gradients makes the two networks of a GAN circle (arXiv 1511.06434).
                beta1: if adversarial { 0.5 } else { 0.9 },
                beta2: 0.999,
            },
            batch_size: 64,
            corruption: None,
        };
        defaults.with(choices)
    }

    /// These settings with some of them chosen anew.
    ///
    /// # Errors
    /// Where a choice is out of its range or does not suit the family.
    pub fn with(&self, choices: Choices) -> Result<Self, Error> {
        let optimizer = choices.optimizer.unwrap_or_default();
        let settings = Self {
            engine: choices.engine.unwrap_or(self.engine),
            seed: choices.seed.unwrap_or(self.seed),
            family: choices.family.unwrap_or(self.family),
            network: choices.network.unwrap_or(self.network),
            hidden: choices.hidden.unwrap_or_else(|| self.hidden.clone()),
            code: choices.code.unwrap_or(self.code),
            activation: choices.activation.unwrap_or(self.activation),
            objective: choices.objective.or(self.objective),
            divergence_weight: choices.divergence_weight.unwrap_or(self.divergence_weight),
            optimizer: OptimizerSettings {
                name: optimizer.name.unwrap_or(self.optimizer.name),
                learning_rate: optimizer
                    .learning_rate
                    .unwrap_or(self.optimizer.learning_rate),
                beta1: optimizer.beta1.unwrap_or(self.optimizer.beta1),
                beta2: optimizer.beta2.unwrap_or(self.optimizer.beta2),
            },
            batch_size: choices.batch_size.unwrap_or(self.batch_size),
            corruption: choices.corruption.unwrap_or(self.corruption),
        };
        settings.check()?;
        Ok(settings)
    }

    /// Like [`Settings::with`], but refuses what only a new session can change.
    ///
    /// # Errors
    /// Where such a setting would change, and as [`Settings::with`].
    pub fn with_live(&self, choices: Choices) -> Result<Self, Error> {
        let changed = self.with(choices)?;
        let fixed = [
            ("engine", changed.engine != self.engine),
            ("seed", changed.seed != self.seed),
            ("family", changed.family != self.family),
            ("network", changed.network != self.network),
            ("hidden", changed.hidden != self.hidden),
            ("code", changed.code != self.code),
            ("activation", changed.activation != self.activation),
        ];
        match fixed.iter().find(|(_, differs)| *differs) {
            None => Ok(changed),
            Some((name, _)) => Err(Error::new(
                format!("The setting \"{name}\" cannot change in a running session"),
                "optimizer, objective, divergenceWeight, batchSize or corruption",
                "Create a new session with it, or restore a saved one on another engine",
            )),
        }
    }

    /// What is minimised on data of that shape.
    ///
    /// # Errors
    /// Where the chosen objective needs values in 0..1 and the data have others.
    pub fn objective_for(&self, shape: Shape) -> Result<Objective, Error> {
        match (self.objective, self.family) {
            (Some(Objective::BinaryCrossEntropy), _) if !shape.is_bounded() => Err(Error::new(
                "The objective \"binary-cross-entropy\" cannot be used for points in the plane",
                "\"mean-squared-error\" there: cross-entropy is for values from 0 to 1",
                "Choose \"mean-squared-error\", or load pictures",
            )),
            (Some(objective), _) => Ok(objective),
            (None, Family::Adversarial) => Ok(Objective::NonSaturating),
            (None, _) if shape.is_bounded() => Ok(Objective::BinaryCrossEntropy),
            (None, _) => Ok(Objective::MeanSquaredError),
        }
    }

    fn check(&self) -> Result<(), Error> {
        let refuse = |name: &str, value: String, expected: String| {
            Err(Error::new(
                format!("The setting \"{name}\" is {value}"),
                expected,
                format!("Choose another value for \"{name}\""),
            ))
        };
        let widths = 1..=WIDEST;
        if self.hidden.len() > MOST_LAYERS
            || !self.hidden.iter().all(|width| widths.contains(width))
        {
            let expected = format!("at most {MOST_LAYERS} widths, each 1 to {WIDEST}");
            return refuse("hidden", format!("{:?}", self.hidden), expected);
        }
        if !(1..=1024).contains(&self.code) {
            return refuse("code", self.code.to_string(), "1 to 1024 numbers".into());
        }
        if !(1..=LARGEST_BATCH).contains(&self.batch_size) {
            return refuse(
                "batchSize",
                self.batch_size.to_string(),
                format!("1 to {LARGEST_BATCH} examples"),
            );
        }
        if !(0.0..=1000.0).contains(&self.divergence_weight) {
            return refuse(
                "divergenceWeight",
                self.divergence_weight.to_string(),
                "a number from 0 to 1000".into(),
            );
        }
        if let Some(objective) = self.objective {
            let competes = matches!(
                objective,
                Objective::NonSaturating | Objective::LeastSquares
            );
            if competes != (self.family == Family::Adversarial) {
                let expected = match self.family {
                    Family::Adversarial => "\"non-saturating\" or \"least-squares\"",
                    _ => "\"binary-cross-entropy\" or \"mean-squared-error\"",
                };
                let value = format!(
                    "{objective:?}, which is not for the family {:?}",
                    self.family
                );
                return refuse("objective", value, expected.into());
            }
        }
        self.optimizer.check()?;
        self.corruption
            .map_or(Ok(()), |corruption| corruption.check())
    }
}
