//! What an optimiser does: its rule, its step size and how that changes in the course of training.

use serde::{Deserialize, Serialize};

use crate::engine::kernel::{Betas, EPSILON};
use crate::error::Error;
use crate::settings::OptimizerChoices;
use crate::settings::decimal::{self, decimal};
use crate::settings::field::{
    BETA1, BETA2, DISCRIMINATOR_LEARNING_RATE, LEARNING_RATE, SCHEDULE_STEPS, WARM_UP, WEIGHT_DECAY,
};

/// The update rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptimizerName {
    /// Kingma and Ba, arXiv 1412.6980.
    Adam,
    /// Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101).
    AdamW,
    /// Gradients over the root of a running mean of their squares, without momentum (Tieleman and Hinton, 2012).
    RmsProp,
    /// Stochastic gradient descent with momentum, as in PyTorch: `b = beta1 b + g`, `w = w - rate b`.
    Sgd,
}

/// How the learning rate changes once it has been warmed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Schedule {
    /// It stays. The only one in files that do not name it.
    #[default]
    Constant,
    /// Half a cosine down to 0 (Loshchilov and Hutter, arXiv 1608.03983, without restarts).
    Cosine,
}

/// An optimiser's settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OptimizerSettings {
    /// The rule.
    pub name: OptimizerName,
    /// Step size, 0.000001 to 1.
    #[serde(serialize_with = "decimal::serialize")]
    pub learning_rate: f32,
    /// The discriminator's own step size (adversarial); that of both where there is none. It follows the same schedule.
    #[serde(serialize_with = "decimal::serialize_option")]
    pub discriminator_learning_rate: Option<f32>,
    /// Decay rate of the first moment, 0 to 0.999999; of SGD its momentum. `RMSprop` has none.
    #[serde(serialize_with = "decimal::serialize")]
    pub beta1: f32,
    /// Decay rate of the second moment, 0 to 0.999999. SGD has none.
    #[serde(serialize_with = "decimal::serialize")]
    pub beta2: f32,
    /// The share of each parameter that a step at a learning rate of 1 takes off, 0 to 1; `AdamW`'s alone.
    #[serde(serialize_with = "decimal::serialize")]
    pub weight_decay: f32,
    /// What the learning rate does in the course of training.
    pub schedule: Schedule,
    /// Steps in which the learning rate rises from 0, 0 to 1,000,000.
    pub warm_up: u32,
    /// Steps after which a cosine has come down to 0, 1 to 1,000,000.
    pub schedule_steps: u32,
}

/// An optimiser's scalars of one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OptimizerScalars {
    /// See [`crate::engine::kernel::StepScalars`].
    pub step_size: f32,
    /// See there.
    pub second_moment_correction: f32,
    /// See there.
    pub weight_decay: f32,
}

impl OptimizerSettings {
    pub(crate) fn check(&self) -> Result<(), Error> {
        LEARNING_RATE.check(decimal(self.learning_rate))?;
        if let Some(rate) = self.discriminator_learning_rate {
            DISCRIMINATOR_LEARNING_RATE.check(decimal(rate))?;
        }
        BETA1.check(decimal(self.beta1))?;
        BETA2.check(decimal(self.beta2))?;
        WEIGHT_DECAY.check(decimal(self.weight_decay))?;
        WARM_UP.check(f64::from(self.warm_up))?;
        SCHEDULE_STEPS.check(f64::from(self.schedule_steps))
    }

    /// These settings with some of them chosen anew.
    pub(crate) fn with(self, choices: OptimizerChoices) -> Self {
        Self {
            name: choices.name.unwrap_or(self.name),
            learning_rate: choices.learning_rate.unwrap_or(self.learning_rate),
            discriminator_learning_rate: choices
                .discriminator_learning_rate
                .unwrap_or(self.discriminator_learning_rate),
            beta1: choices.beta1.unwrap_or(self.beta1),
            beta2: choices.beta2.unwrap_or(self.beta2),
            weight_decay: choices.weight_decay.unwrap_or(self.weight_decay),
            schedule: choices.schedule.unwrap_or(self.schedule),
            warm_up: choices.warm_up.unwrap_or(self.warm_up),
            schedule_steps: choices.schedule_steps.unwrap_or(self.schedule_steps),
        }
    }

    /// The decay rates of both moments, at the learning rate of both networks.
    pub fn betas(&self) -> Betas {
        Betas {
            beta1: match self.name {
                OptimizerName::RmsProp => 0.0,
                _ => self.beta1,
            },
            beta2: self.beta2,
            rate: 1.0,
        }
    }

    /// The same for the discriminator, whose rate is its own.
    pub fn discriminator_betas(&self) -> Betas {
        let own = self.discriminator_learning_rate;
        Betas {
            rate: own.map_or(1.0, |own| own / self.learning_rate),
            ..self.betas()
        }
    }

    /// The learning rate of the step after `steps_before` others.
    pub fn rate(&self, steps_before: u64) -> f32 {
        let warm = match self.warm_up {
            0 => 1.0,
            steps => ((steps_before + 1) as f64 / f64::from(steps)).min(1.0),
        };
        let left = match self.schedule {
            Schedule::Constant => 1.0,
            Schedule::Cosine => {
                let done = (steps_before as f64 / f64::from(self.schedule_steps)).min(1.0);
                0.5 * (1.0 + (std::f64::consts::PI * done).cos())
            }
        };
        (f64::from(self.learning_rate) * warm * left) as f32
    }

    /// What makes Adam's update that of the rule: Adam's bias corrections; none of `RMSprop`; for SGD Adam's denominator
    /// becomes its epsilon, which the step size makes up for, as for the factor `1 - beta1` in Adam's first moment.
    /// `remembered` of the steps before are in the moments: all, but for a model that was restored without them.
    pub fn scalars(&self, steps_before: u64, remembered: u64) -> OptimizerScalars {
        let rate = self.rate(steps_before);
        let correction = |beta: f32| (1.0 - f64::from(beta).powf(remembered as f64 + 1.0)) as f32;
        let (step_size, second_moment_correction) = match self.name {
            OptimizerName::Adam | OptimizerName::AdamW => (
                rate / correction(self.beta1),
                1.0 / correction(self.beta2).sqrt(),
            ),
            OptimizerName::RmsProp => (rate, 1.0),
            OptimizerName::Sgd => (rate * EPSILON / (1.0 - self.beta1), 0.0),
        };
        OptimizerScalars {
            step_size,
            second_moment_correction,
            weight_decay: match self.name {
                OptimizerName::AdamW => rate * self.weight_decay,
                _ => 0.0,
            },
        }
    }
}
