//! Settings as an object from outside has them, read field by field.

use super::choice::quoted;
use super::field::{
    ACTIVATION, AMOUNT, BATCH_SIZE, BETA1, BETA2, CODE, CONDITION, CORRUPTION,
    DISCRIMINATOR_LEARNING_RATE, DISCRIMINATOR_STEPS, DIVERGENCE_WARM_UP, DIVERGENCE_WEIGHT,
    ENGINE, FAMILY, Field, HIDDEN, LEARNING_RATE, NETWORK, OBJECTIVE, OPTIMIZER, PACKING, PENALTY,
    PENALTY_EVERY, PENALTY_WEIGHT, POINT_COUNT, POINT_DEVIATION, POINT_RADIUS, POINT_SHAPE,
    SCHEDULE, SCHEDULE_STEPS, SEED, SIGNAL_LENGTH, SIGNAL_SHAPE, SPARSITY, WARM_UP, WEIGHT_DECAY,
};
use super::{Choices, Given, OptimizerChoices, PenaltyChoices, Settings};
use crate::dataset::{Corruption, DrawnPoints, PointSettings, SignalSettings};
use crate::error::{Error, Written};
use crate::model::{Family, HiddenActivation};
use crate::objective::{Objective, PenaltyKind};

/// The fields of [`Settings`].
const NAMES: [&str; 18] = [
    "engine",
    "seed",
    "family",
    "network",
    "hidden",
    "code",
    "activation",
    "objective",
    "divergenceWeight",
    "divergenceWarmUp",
    "sparsity",
    "penalty",
    "discriminatorSteps",
    "packing",
    "condition",
    "optimizer",
    "batchSize",
    "corruption",
];
const PENALTY_NAMES: [&str; 3] = ["kind", "weight", "every"];
const OPTIMIZER_NAMES: [&str; 9] = [
    "name",
    "learningRate",
    "discriminatorLearningRate",
    "beta1",
    "beta2",
    "weightDecay",
    "schedule",
    "warmUp",
    "scheduleSteps",
];
/// Those that files may lack, which are older than these.
const OPTIONAL_NAMES: [&str; 12] = [
    "activation",
    "divergenceWarmUp",
    "sparsity",
    "penalty",
    "discriminatorSteps",
    "packing",
    "condition",
    "discriminatorLearningRate",
    "weightDecay",
    "schedule",
    "warmUp",
    "scheduleSteps",
];
const CORRUPTION_NAMES: [&str; 2] = ["kind", "amount"];
const SIGNAL_NAMES: [&str; 2] = ["shape", "length"];
const POINT_NAMES: [&str; 5] = ["shape", "count", "radius", "deviation", "points"];

pub(super) fn unknown(name: &str, known: &[&str]) -> Error {
    Error::SettingUnknown {
        setting: Written::text(name),
        known: quoted(known),
    }
}

fn read_f32(field: &Field, given: &Given) -> Result<f32, Error> {
    field.read_number(given).map(|number| number as f32)
}

fn read_u32(field: &Field, given: &Given) -> Result<u32, Error> {
    field.read_number(given).map(|number| number as u32)
}

fn read_usize(field: &Field, given: &Given) -> Result<usize, Error> {
    field.read_number(given).map(|number| number as usize)
}

impl Choices {
    /// The choices of a plain object. Null stands for the objective that suits the data, and for no corruption.
    ///
    /// # Errors
    /// Where a field is not known, or its value is out of range or of the wrong type.
    pub fn read(given: &Given) -> Result<Self, Error> {
        let mut choices = Self::default();
        for (name, value) in given.fields("settings")? {
            match name.as_str() {
                "engine" => choices.engine = Some(ENGINE.read_choice(value)?),
                "seed" => choices.seed = Some(SEED.read_number(value)? as u32),
                "family" => choices.family = Some(FAMILY.read_choice(value)?),
                "network" => choices.network = Some(NETWORK.read_choice(value)?),
                "hidden" => choices.hidden = Some(HIDDEN.read_widths(value)?),
                "code" => choices.code = Some(read_usize(&CODE, value)?),
                "activation" => choices.activation = Some(ACTIVATION.read_choice(value)?),
                "objective" if *value == Given::Null => {}
                "objective" => choices.objective = Some(OBJECTIVE.read_choice(value)?),
                "divergenceWeight" => {
                    choices.divergence_weight = Some(read_f32(&DIVERGENCE_WEIGHT, value)?);
                }
                "divergenceWarmUp" => {
                    choices.divergence_warm_up = Some(read_u32(&DIVERGENCE_WARM_UP, value)?);
                }
                "sparsity" => choices.sparsity = Some(read_f32(&SPARSITY, value)?),
                "penalty" => choices.penalty = PenaltyChoices::read(value)?,
                // As it was called before there were several kinds.
                "gradientPenalty" => {
                    choices.penalty = PenaltyChoices {
                        kind: Some(PenaltyKind::R1),
                        weight: Some(read_f32(&PENALTY_WEIGHT, value)?),
                        every: Some(1),
                    };
                }
                "discriminatorSteps" => {
                    choices.discriminator_steps = Some(read_u32(&DISCRIMINATOR_STEPS, value)?);
                }
                "packing" => choices.packing = Some(read_usize(&PACKING, value)?),
                "condition" => choices.condition = Some(CONDITION.read_choice(value)?),
                "optimizer" => choices.optimizer = Some(OptimizerChoices::read(value)?),
                "batchSize" => choices.batch_size = Some(read_usize(&BATCH_SIZE, value)?),
                "corruption" if *value == Given::Null => choices.corruption = Some(None),
                "corruption" => choices.corruption = Some(Some(Corruption::read(value)?)),
                other => return Err(unknown(other, &NAMES)),
            }
        }
        Ok(choices)
    }
}

impl PenaltyChoices {
    /// Null stands for none.
    fn read(given: &Given) -> Result<Self, Error> {
        let mut choices = Self::default();
        if *given == Given::Null {
            choices.weight = Some(0.0);
            return Ok(choices);
        }
        for (name, value) in given.fields("penalty")? {
            match name.as_str() {
                "kind" => choices.kind = Some(PENALTY.read_choice(value)?),
                "weight" => choices.weight = Some(read_f32(&PENALTY_WEIGHT, value)?),
                "every" => choices.every = Some(read_u32(&PENALTY_EVERY, value)?),
                other => return Err(unknown(other, &PENALTY_NAMES)),
            }
        }
        Ok(choices)
    }
}

impl OptimizerChoices {
    fn read(given: &Given) -> Result<Self, Error> {
        let mut choices = Self::default();
        for (name, value) in given.fields("optimizer")? {
            match name.as_str() {
                "name" => choices.name = Some(OPTIMIZER.read_choice(value)?),
                "learningRate" => choices.learning_rate = Some(read_f32(&LEARNING_RATE, value)?),
                "discriminatorLearningRate" => {
                    choices.discriminator_learning_rate = Some(match value {
                        Given::Null => None,
                        rate => Some(read_f32(&DISCRIMINATOR_LEARNING_RATE, rate)?),
                    });
                }
                "beta1" => choices.beta1 = Some(read_f32(&BETA1, value)?),
                "beta2" => choices.beta2 = Some(read_f32(&BETA2, value)?),
                "weightDecay" => choices.weight_decay = Some(read_f32(&WEIGHT_DECAY, value)?),
                "schedule" => choices.schedule = Some(SCHEDULE.read_choice(value)?),
                "warmUp" => choices.warm_up = Some(read_u32(&WARM_UP, value)?),
                "scheduleSteps" => {
                    choices.schedule_steps = Some(read_u32(&SCHEDULE_STEPS, value)?);
                }
                other => return Err(unknown(other, &OPTIMIZER_NAMES)),
            }
        }
        Ok(choices)
    }
}

impl Corruption {
    pub(crate) fn read(given: &Given) -> Result<Self, Error> {
        let mut kind = None;
        let mut amount = AMOUNT.default.unwrap_or_default() as f32;
        for (name, value) in given.fields("corruption")? {
            match name.as_str() {
                "kind" => kind = Some(CORRUPTION.read_choice(value)?),
                "amount" => amount = read_f32(&AMOUNT, value)?,
                other => return Err(unknown(other, &CORRUPTION_NAMES)),
            }
        }
        let kind = kind.ok_or(Error::SettingMissing {
            setting: "corruption.kind",
        })?;
        Ok(Self { kind, amount })
    }
}

impl SignalSettings {
    /// The settings of a plain object; what is left out is as usual.
    ///
    /// # Errors
    /// Where a field is not known, or its value is out of range or of the wrong type.
    pub fn read(given: &Given) -> Result<Self, Error> {
        let fields = given.fields("signals")?;
        let shape = given.field("shape").ok_or(Error::SettingMissing {
            setting: SIGNAL_SHAPE.name,
        })?;
        let mut settings = Self::usual(SIGNAL_SHAPE.read_choice(shape)?);
        for (name, value) in fields {
            match name.as_str() {
                "shape" => {}
                "length" => settings.length = read_usize(&SIGNAL_LENGTH, value)?,
                other => return Err(unknown(other, &SIGNAL_NAMES)),
            }
        }
        settings.check()?;
        Ok(settings)
    }
}

impl PointSettings {
    /// The settings of a plain object; what is left out is as suits the shape.
    ///
    /// # Errors
    /// Where a field is not known, or its value is out of range or of the wrong type.
    pub fn read(given: &Given) -> Result<Self, Error> {
        let fields = given.fields("points")?;
        let shape = given.field("shape").ok_or(Error::SettingMissing {
            setting: POINT_SHAPE.name,
        })?;
        let mut settings = Self::usual(POINT_SHAPE.read_choice(shape)?);
        for (name, value) in fields {
            match name.as_str() {
                "shape" => {}
                "count" => settings.count = read_usize(&POINT_COUNT, value)?,
                "radius" => settings.radius = read_f32(&POINT_RADIUS, value)?,
                "deviation" => settings.deviation = read_f32(&POINT_DEVIATION, value)?,
                "points" => settings.points = Some(DrawnPoints::read(value)?),
                other => return Err(unknown(other, &POINT_NAMES)),
            }
        }
        settings.check()?;
        Ok(settings)
    }
}

impl Settings {
    /// The settings of a file, which leaves none out but those that its version did not have.
    ///
    /// # Errors
    /// As [`Choices::read`], and where a setting is missing.
    pub fn read_whole(given: &Given) -> Result<Self, Error> {
        let mut choices = Choices::read(given)?;
        // Older than the choice.
        choices.activation.get_or_insert(HiddenActivation::Relu);
        if choices.penalty.weight.is_none() {
            choices.penalty.weight = Some(0.0);
            if choices.family == Some(Family::Adversarial) {
                choices.objective.get_or_insert(Objective::NonSaturating);
            }
        }
        let optimizer = given.field("optimizer");
        let missing = |given: Option<&Given>, names: &[&'static str]| {
            let lacks = |name: &&str| given.is_none_or(|given| given.field(name).is_none());
            let mut required = names
                .iter()
                .copied()
                .filter(|name| !OPTIONAL_NAMES.contains(name));
            required.find(lacks)
        };
        let missing = missing(Some(given), &NAMES).or(missing(optimizer, &OPTIMIZER_NAMES));
        match missing {
            Some(setting) => Err(Error::SettingMissing { setting }),
            None => Self::from_choices(choices),
        }
    }
}
