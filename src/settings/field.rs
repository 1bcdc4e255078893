//! What a setting may be: every range exists here once, for whoever checks it and for whoever is told of it.

use serde::Serialize;

use super::Given;
use super::choice::{Choice, names, quoted};
use crate::dataset::{CorruptionKind, MOST_WRITINGS, Notation, PointShape, SignalShape};
use crate::engine::EngineName;
use crate::error::{Error, NumberKind};
use crate::model::{Condition, Family, HiddenActivation, NetworkKind};
use crate::objective::{Objective, PenaltyKind};
use crate::training::{OptimizerName, Schedule};

/// What kind of value a setting has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Number {
        kind: NumberKind,
        least: f64,
        most: f64,
    },
    Widths {
        most_layers: usize,
        least: f64,
        most: f64,
    },
    Choice(fn() -> Vec<String>),
}

/// The part of a range that a slider covers.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Usual {
    pub least: f64,
    pub most: f64,
    pub step: f64,
}

/// One setting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether it may change in a running session.
    pub live: bool,
    /// Whom it concerns.
    pub families: &'static [Family],
    pub usual: Option<Usual>,
    /// Whether it is changed by factors rather than by sums.
    pub by_factors: bool,
    /// What it is where nothing else says it.
    pub default: Option<f64>,
}

impl Field {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            live: false,
            families: Family::ALL,
            usual: None,
            by_factors: false,
            default: None,
        }
    }

    const fn integer(name: &'static str, least: f64, most: f64) -> Self {
        let kind = NumberKind::Integer;
        Self::new(name, Kind::Number { kind, least, most })
    }

    const fn number(name: &'static str, least: f64, most: f64) -> Self {
        let kind = NumberKind::Number;
        Self::new(name, Kind::Number { kind, least, most })
    }

    const fn choice<T: Choice>(name: &'static str) -> Self {
        Self::new(name, Kind::Choice(names::<T>))
    }

    const fn live(self) -> Self {
        Self { live: true, ..self }
    }

    const fn of(self, families: &'static [Family]) -> Self {
        Self { families, ..self }
    }

    const fn usual(self, least: f64, most: f64, step: f64) -> Self {
        let usual = Some(Usual { least, most, step });
        Self { usual, ..self }
    }
}

/// Those that have an encoder to be shown something.
const WITH_ENCODER: &[Family] = &[Family::Autoencoder, Family::Variational];

/// Those that have a discriminator.
const ADVERSARIAL: &[Family] = &[Family::Adversarial];

/// Steps that somebody may plan ahead.
const MOST_SCHEDULED: f64 = 1e6;

pub(crate) const ENGINE: Field = Field::choice::<EngineName>("engine");
pub(crate) const SEED: Field = Field::integer("seed", 0.0, u32::MAX as f64);
pub(crate) const FAMILY: Field = Field::choice::<Family>("family");
pub(crate) const NETWORK: Field = Field::choice::<NetworkKind>("network");
/// Wide enough for anything that trains live.
pub(crate) const HIDDEN: Field = Field::new(
    "hidden",
    Kind::Widths {
        most_layers: 8,
        least: 1.0,
        most: 4096.0,
    },
);
pub(crate) const CODE: Field = Field::integer("code", 1.0, 1024.0);
pub(crate) const ACTIVATION: Field = Field::choice::<HiddenActivation>("activation");
pub(crate) const OBJECTIVE: Field = Field::choice::<Objective>("objective").live();
pub(crate) const DIVERGENCE_WEIGHT: Field = Field::number("divergenceWeight", 0.0, 1000.0)
    .live()
    .of(&[Family::Variational])
    .usual(0.0, 8.0, 0.05);
/// Steps in which the divergence's weight rises from 0, so that the decoder learns to use the code before it is pulled away
/// (Bowman et al., arXiv 1511.06349).
pub(crate) const DIVERGENCE_WARM_UP: Field = Field {
    default: Some(0.0),
    ..Field::integer("divergenceWarmUp", 0.0, MOST_SCHEDULED)
        .live()
        .of(&[Family::Variational])
};
/// The L1 norm of codes beside the reconstruction loss makes most of their numbers small, and features of parts out of the
/// others (Ng, Sparse autoencoder, 2011; Olshausen and Field, 1996).
pub(crate) const SPARSITY: Field = Field {
    default: Some(0.0),
    ..Field::number("sparsity", 0.0, 1000.0)
        .live()
        .of(&[Family::Autoencoder])
        .usual(0.0, 0.3, 0.01)
};
/// A discriminator that is flat around real examples neither runs away nor circles (Mescheder et al., arXiv 1801.04406).
pub(crate) const PENALTY: Field = Field::choice::<PenaltyKind>("penalty")
    .live()
    .of(ADVERSARIAL);
pub(crate) const PENALTY_WEIGHT: Field = Field::number("penaltyWeight", 0.0, 1000.0)
    .live()
    .of(ADVERSARIAL)
    .usual(0.0, 5.0, 0.1);
pub(crate) const PENALTY_EVERY: Field = Field {
    default: Some(1.0),
    ..Field::integer("penaltyEvery", 1.0, 1000.0)
        .live()
        .of(ADVERSARIAL)
};
/// Steps of the discriminator for each in which the generator is updated as well.
pub(crate) const DISCRIMINATOR_STEPS: Field = Field {
    default: Some(1.0),
    ..Field::integer("discriminatorSteps", 1.0, 100.0)
        .live()
        .of(ADVERSARIAL)
};
/// One that sees several examples at once sees whether they are too much alike (Lin et al., arXiv 1712.04086).
pub(crate) const PACKING: Field = Field {
    default: Some(1.0),
    ..Field::integer("packing", 1.0, 4.0).of(ADVERSARIAL)
};
pub(crate) const CONDITION: Field =
    Field::choice::<Condition>("condition").of(&[Family::Variational, Family::Adversarial]);
pub(crate) const OPTIMIZER: Field = Field::choice::<OptimizerName>("optimizer").live();
pub(crate) const LEARNING_RATE: Field = Field {
    by_factors: true,
    ..Field::number("learningRate", 1e-6, 1.0).live()
};
/// The discriminator's own; where none is chosen, it is that of both.
pub(crate) const DISCRIMINATOR_LEARNING_RATE: Field = Field {
    by_factors: true,
    ..Field::number("discriminatorLearningRate", 1e-6, 1.0)
        .live()
        .of(ADVERSARIAL)
};
/// At 1 no gradient would ever count.
pub(crate) const BETA1: Field = Field::number("beta1", 0.0, 0.999_999).live();
pub(crate) const BETA2: Field = Field::number("beta2", 0.0, 0.999_999).live();
pub(crate) const WEIGHT_DECAY: Field = Field {
    default: Some(0.01),
    ..Field::number("weightDecay", 0.0, 1.0).live()
};
pub(crate) const SCHEDULE: Field = Field::choice::<Schedule>("schedule").live();
pub(crate) const WARM_UP: Field = Field {
    default: Some(0.0),
    ..Field::integer("warmUp", 0.0, MOST_SCHEDULED).live()
};
pub(crate) const SCHEDULE_STEPS: Field = Field {
    default: Some(5000.0),
    ..Field::integer("scheduleSteps", 1.0, MOST_SCHEDULED).live()
};
pub(crate) const BATCH_SIZE: Field = Field::integer("batchSize", 1.0, 4096.0).live();
pub(crate) const CORRUPTION: Field = Field::choice::<CorruptionKind>("corruption")
    .live()
    .of(WITH_ENCODER);
pub(crate) const AMOUNT: Field = Field {
    default: Some(0.3),
    ..Field::number("amount", 0.0, 1.0)
        .live()
        .of(WITH_ENCODER)
        .usual(0.0, 1.0, 0.05)
};

/// All settings of a session, one level deep.
pub(crate) const FIELDS: [Field; 29] = [
    ENGINE,
    SEED,
    FAMILY,
    NETWORK,
    HIDDEN,
    CODE,
    ACTIVATION,
    OBJECTIVE,
    DIVERGENCE_WEIGHT,
    DIVERGENCE_WARM_UP,
    SPARSITY,
    PENALTY,
    PENALTY_WEIGHT,
    PENALTY_EVERY,
    DISCRIMINATOR_STEPS,
    PACKING,
    CONDITION,
    OPTIMIZER,
    LEARNING_RATE,
    DISCRIMINATOR_LEARNING_RATE,
    BETA1,
    BETA2,
    WEIGHT_DECAY,
    SCHEDULE,
    WARM_UP,
    SCHEDULE_STEPS,
    BATCH_SIZE,
    CORRUPTION,
    AMOUNT,
];

pub(crate) const SIGNAL_SHAPE: Field = Field::choice::<SignalShape>("shape");
/// A multiple of 16, beside this.
pub(crate) const SIGNAL_LENGTH: Field = Field {
    default: Some(256.0),
    ..Field::integer("length", 16.0, 1024.0)
};
/// Pictures of a file that are learnt from.
pub(crate) const MOST_IMAGES: Field = Field::integer("most", 1.0, u32::MAX as f64);
/// How molecules are written.
pub(crate) const NOTATION: Field = Field::choice::<Notation>("notation");
pub(crate) const WRITINGS: Field = Field::integer("writings", 1.0, MOST_WRITINGS as f64);
pub(crate) const POINT_SHAPE: Field = Field::choice::<PointShape>("shape");
pub(crate) const POINT_COUNT: Field = Field::integer("count", 1.0, 100.0);
pub(crate) const POINT_RADIUS: Field = Field::number("radius", 0.001, 100.0);
/// No larger than the radius, beside this.
pub(crate) const POINT_DEVIATION: Field = Field::number("deviation", 0.0, 100.0);

impl Field {
    /// A number of this setting's range.
    ///
    /// # Errors
    /// Where it is out of range, not whole, or no number.
    pub fn read_number(&self, given: &Given) -> Result<f64, Error> {
        let Kind::Number { kind, least, most } = self.kind else {
            unreachable!("{} is no number", self.name);
        };
        self.read_within(given, kind, least, most)
    }

    /// The same, where something else narrows the range.
    pub fn read_within(
        &self,
        given: &Given,
        kind: NumberKind,
        least: f64,
        most: f64,
    ) -> Result<f64, Error> {
        match *given {
            Given::Number(number)
                if (least..=most).contains(&number)
                    && (kind == NumberKind::Number || number.fract() == 0.0) =>
            {
                Ok(number)
            }
            _ => Err(Error::SettingOutOfRange {
                setting: self.name,
                value: given.written(),
                kind,
                least,
                most,
            }),
        }
    }

    /// A number that is one already.
    ///
    /// # Errors
    /// Where it is out of range.
    pub fn check(&self, number: f64) -> Result<(), Error> {
        self.read_number(&Given::Number(number)).map(drop)
    }

    /// Widths of layers.
    ///
    /// # Errors
    /// Where there are too many, or one is no width.
    pub fn read_widths(&self, given: &Given) -> Result<Vec<usize>, Error> {
        let Kind::Widths {
            most_layers,
            least,
            most,
        } = self.kind
        else {
            unreachable!("{} are no widths", self.name);
        };
        let widths = match given {
            Given::List(values) if values.len() <= most_layers => {
                let widths = values.iter().map(|value| match *value {
                    Given::Number(number)
                        if (least..=most).contains(&number) && number.fract() == 0.0 =>
                    {
                        Some(number as usize)
                    }
                    _ => None,
                });
                widths.collect()
            }
            _ => None,
        };
        widths.ok_or_else(|| Error::LayersOutOfRange {
            setting: self.name,
            value: given.written(),
            layers: most_layers,
            least,
            most,
        })
    }

    /// One of the values of a list.
    ///
    /// # Errors
    /// Where it is none of them.
    pub fn read_choice<T: Choice>(&self, given: &Given) -> Result<T, Error> {
        let found = match given {
            Given::Text(text) => T::ALL.iter().find(|choice| choice.name() == *text),
            _ => None,
        };
        found.copied().ok_or_else(|| Error::SettingNotAChoice {
            setting: self.name,
            value: given.written(),
            choices: quoted(&names::<T>()),
        })
    }
}
