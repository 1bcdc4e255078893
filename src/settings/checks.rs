//! What settings are refused for: values out of their ranges, and choices that do not go together.

use super::Settings;
use super::choice::{Choice, quoted};
use super::decimal::decimal;
use super::field::{
    BATCH_SIZE, CODE, DISCRIMINATOR_STEPS, DIVERGENCE_WARM_UP, DIVERGENCE_WEIGHT, HIDDEN, PACKING,
    PENALTY_EVERY, PENALTY_WEIGHT, SPARSITY,
};
use super::given::Given;
use crate::dataset::{Corruption, CorruptionKind, DataKind, Shape};
use crate::error::Error;
use crate::model::NetworkKind;
use crate::objective::Objective;

impl Settings {
    /// Finds fault with what does not suit data of that shape.
    ///
    /// # Errors
    /// Where the objective or the corruption does not suit them.
    pub fn check_data(&self, shape: Shape) -> Result<(), Error> {
        self.objective_for(shape)?;
        let suits = |kind: CorruptionKind| kind.suits_data(shape.kind());
        match self.corruption {
            Some(Corruption { kind, .. }) if !suits(kind) => {
                let suiting = CorruptionKind::ALL.iter().filter(|kind| suits(**kind));
                let choices = quoted(&suiting.map(|one| one.name()).collect::<Vec<_>>());
                let corruption = kind.name();
                Err(match shape.kind() {
                    DataKind::Molecules => Error::CorruptionUnsuitedMolecules { corruption },
                    DataKind::Signals => Error::CorruptionUnsuitedSignals {
                        corruption,
                        choices,
                    },
                    _ => Error::CorruptionUnsuitedPoints {
                        corruption,
                        choices,
                    },
                })
            }
            _ => Ok(()),
        }
    }

    fn check_packing(&self) -> Result<(), Error> {
        PACKING.check(self.packing as f64)?;
        let (packing, batch) = (self.packing(), self.batch_size);
        let dense = self.network == NetworkKind::Dense && !self.tells_labels();
        match packing {
            1 => Ok(()),
            _ if !dense => Err(Error::PackingUnsuited { packing }),
            _ if !batch.is_multiple_of(packing) => Err(Error::BatchNotPackable { batch, packing }),
            _ => Ok(()),
        }
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        let widths = self.hidden.iter();
        HIDDEN.read_widths(&Given::List(
            widths.map(|&width| Given::Number(width as f64)).collect(),
        ))?;
        CODE.check(self.code as f64)?;
        BATCH_SIZE.check(self.batch_size as f64)?;
        DIVERGENCE_WEIGHT.check(decimal(self.divergence_weight))?;
        DIVERGENCE_WARM_UP.check(f64::from(self.divergence_warm_up))?;
        SPARSITY.check(decimal(self.sparsity))?;
        PENALTY_WEIGHT.check(decimal(self.penalty.weight))?;
        PENALTY_EVERY.check(f64::from(self.penalty.every))?;
        DISCRIMINATOR_STEPS.check(f64::from(self.discriminator_steps))?;
        self.check_packing()?;
        if let Some(objective) = self.objective
            && !objective.suits_family(self.family)
        {
            let suiting = Objective::ALL.iter();
            let suiting = suiting.filter(|one| one.suits_family(self.family));
            return Err(Error::ObjectiveUnsuitedFamily {
                objective: objective.name(),
                family: self.family.name(),
                choices: quoted(&suiting.map(|one| one.name()).collect::<Vec<_>>()),
            });
        }
        self.optimizer.check()?;
        self.corruption
            .map_or(Ok(()), |corruption| corruption.check())
    }
}
