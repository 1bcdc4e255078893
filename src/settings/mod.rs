//! The settings of a session: what may be left out, what that means, and what is refused.

mod arguments;
mod checks;
pub(crate) mod choice;
mod choices;
pub(crate) mod decimal;
mod defaults;
mod describe;
pub(crate) mod field;
mod given;
mod reading;

pub use arguments::{
    read_augmentation, read_copying, read_engine, read_image_options, read_label, read_layer,
    read_molecule_options, read_nearest, read_only, read_path, read_probe, read_update,
};
pub use choices::{Choices, OptimizerChoices, PenaltyChoices};
pub use defaults::defaults;
pub use describe::describe_settings;
pub use given::Given;

use serde::Serialize;

use self::choice::{Choice, quoted};
use self::field::FIELDS;
use crate::dataset::{Corruption, CorruptionKind, DataKind, Shape};
use crate::engine::EngineName;
use crate::error::Error;
use crate::model::{Condition, Family, HiddenActivation, ModelConfig, NetworkKind};
use crate::objective::{Objective, Penalty, PenaltyKind};
use crate::training::{OptimizerSettings, Update};

/// Settings in full.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    pub activation: HiddenActivation,
    /// What to minimise; where none was chosen, the data decide (see [`Settings::objective_for`]).
    pub objective: Option<Objective>,
    /// Weight of the divergence (variational).
    #[serde(serialize_with = "decimal::serialize")]
    pub divergence_weight: f32,
    /// Steps in which that weight rises from 0, 0 to 1,000,000 (variational).
    pub divergence_warm_up: u32,
    /// Weight of the mean absolute value of the codes' numbers beside the reconstruction loss (autoencoder).
    #[serde(serialize_with = "decimal::serialize")]
    pub sparsity: f32,
    /// What the discriminator's gradient is held at (adversarial).
    pub penalty: Penalty,
    /// Steps of the discriminator for each in which the generator is updated as well, 1 to 100 (adversarial).
    pub discriminator_steps: u32,
    /// Examples that the discriminator judges together, 1 to 4 (adversarial).
    pub packing: usize,
    /// What the networks are told beside code and example (variational, adversarial).
    pub condition: Condition,
    /// Step size and decay rates.
    pub optimizer: OptimizerSettings,
    /// Examples in a batch.
    pub batch_size: usize,
    /// What the encoder is shown in the place of the example.
    pub corruption: Option<Corruption>,
}

impl Settings {
    /// Whether codes are to be sparse.
    pub fn is_sparse(&self) -> bool {
        self.family == Family::Autoencoder && self.sparsity > 0.0
    }

    /// The penalty on the discriminator's gradient in the step after `steps_before` others.
    pub fn penalty_at(&self, steps_before: u64) -> Option<PenaltyKind> {
        let due = self.family == Family::Adversarial && self.penalty.is_due(steps_before);
        due.then_some(self.penalty.kind)
    }

    /// Which networks of a GAN are updated in the step after `steps_before` others.
    pub fn update_at(&self, steps_before: u64) -> Update {
        match (steps_before + 1).is_multiple_of(u64::from(self.discriminator_steps)) {
            true => Update::Both,
            false => Update::Discriminator,
        }
    }

    /// The weight of the penalty in the step after `steps_before` others: of the codes' divergence, of their L1 norm, or on the
    /// discriminator's gradient.
    pub fn penalty_weight_at(&self, steps_before: u64) -> f32 {
        match self.family {
            Family::Autoencoder => self.sparsity,
            Family::Variational => self.divergence_weight_at(steps_before),
            Family::Adversarial => self.penalty.step_weight(),
        }
    }

    /// The divergence's weight in the step after `steps_before` others.
    fn divergence_weight_at(&self, steps_before: u64) -> f32 {
        if steps_before >= u64::from(self.divergence_warm_up) {
            return self.divergence_weight;
        }
        let share = steps_before as f64 / f64::from(self.divergence_warm_up);
        (f64::from(self.divergence_weight) * share) as f32
    }

    /// Fills in what was left out, with what suits images; the objective is left to the data.
    ///
    /// # Errors
    /// Where a choice is out of its range or does not suit the family.
    pub fn from_choices(choices: Choices) -> Result<Self, Error> {
        let family = choices
            .family
            .ok_or(Error::SettingMissing { setting: "family" })?;
        let network = choices.network.unwrap_or(NetworkKind::Dense);
        let mut defaults = Self {
            objective: None,
            ..defaults(family, DataKind::Images, network)
        };
        if let Some(objective) = choices.objective {
            defaults.penalty = Penalty::usual(objective, DataKind::Images);
        }
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
            divergence_warm_up: choices
                .divergence_warm_up
                .unwrap_or(self.divergence_warm_up),
            sparsity: choices.sparsity.unwrap_or(self.sparsity),
            penalty: choices.penalty.applied_to(self.penalty),
            discriminator_steps: choices
                .discriminator_steps
                .unwrap_or(self.discriminator_steps),
            packing: choices.packing.unwrap_or(self.packing),
            condition: choices.condition.unwrap_or(self.condition),
            optimizer: self.optimizer.with(optimizer),
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
            ("packing", changed.packing != self.packing),
            ("condition", changed.condition != self.condition),
        ];
        if changed.downscales() != self.downscales() {
            return Err(Error::CorruptionFixed {
                corruption: CorruptionKind::Downscale.name(),
            });
        }
        match fixed.iter().find(|(_, differs)| *differs) {
            None => Ok(changed),
            Some((setting, _)) => {
                let live = FIELDS.iter().filter(|field| field.live);
                Err(Error::SettingFixed {
                    setting,
                    live: quoted(&live.map(|field| field.name).collect::<Vec<_>>()),
                })
            }
        }
    }

    /// Whether the encoder takes pictures of half the sides.
    pub fn downscales(&self) -> bool {
        let kind = self.corruption.map(|corruption| corruption.kind);
        self.family != Family::Adversarial && kind == Some(CorruptionKind::Downscale)
    }

    /// Examples that a discriminator judges together; 1 where there is none.
    pub fn packing(&self) -> usize {
        match self.family {
            Family::Adversarial => self.packing,
            _ => 1,
        }
    }

    /// Whether the networks are told labels.
    pub fn tells_labels(&self) -> bool {
        self.family != Family::Autoencoder && self.condition == Condition::Label
    }

    /// The sizes of a model of these settings, for data with so many labels.
    pub fn model(&self, shape: Shape, labels: usize) -> ModelConfig {
        ModelConfig {
            shape,
            downscaled: self.downscales(),
            labels: if self.tells_labels() { labels } else { 0 },
            packing: self.packing(),
            network: self.network,
            hidden: self.hidden.clone(),
            code: self.code,
            activation: self.activation,
            seed: self.seed,
        }
    }

    /// What is minimised on data of that shape.
    ///
    /// # Errors
    /// Where the chosen objective needs values in 0..1 and the data have others.
    pub fn objective_for(&self, shape: Shape) -> Result<Objective, Error> {
        let data = shape.kind();
        if data == DataKind::Molecules && self.family == Family::Adversarial {
            return Err(Error::FamilyUnsuitedMolecules {});
        }
        let suits = |one: &&Objective| one.suits_family(self.family) && one.suits_data(data);
        match self.objective {
            Some(objective) if !objective.suits_data(data) => {
                let suiting = Objective::ALL.iter().filter(suits);
                let choices = quoted(&suiting.map(|one| one.name()).collect::<Vec<_>>());
                let objective = objective.name();
                Err(match data {
                    DataKind::Signals => Error::ObjectiveUnsuitedSignals { objective, choices },
                    DataKind::Molecules => Error::ObjectiveUnsuitedMolecules { objective, choices },
                    _ => Error::ObjectiveUnsuitedPoints { objective, choices },
                })
            }
            Some(objective) => Ok(objective),
            None => {
                let suiting = defaults(self.family, data, NetworkKind::Dense).objective;
                Ok(suiting.expect("defaults name an objective"))
            }
        }
    }
}
