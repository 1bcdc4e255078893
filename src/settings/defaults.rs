//! What suits a family on some data, with some network: what a session starts with where nothing else is chosen.

use super::Settings;
use super::field::{SCHEDULE_STEPS, WEIGHT_DECAY};
use crate::dataset::DataKind;
use crate::engine::EngineName;
use crate::model::{Condition, Family, HiddenActivation, NetworkKind};
use crate::objective::{Objective, Penalty};
use crate::training::{OptimizerName, OptimizerSettings, Schedule};

/// Settings that learn well. Convolutional networks are for images alone.
pub fn defaults(family: Family, data: DataKind, network: NetworkKind) -> Settings {
    let adversarial = family == Family::Adversarial;
    let points = data == DataKind::Points;
    let signals = data == DataKind::Signals;
    let molecules = data == DataKind::Molecules;
    let convolutional = network == NetworkKind::Convolutional;
    let objective = match family {
        // With its penalty it covers the ring and the grid, and keeps them covered; digits come in half the time.
        Family::Adversarial => Objective::Relativistic,
        _ if molecules => Objective::CategoricalCrossEntropy,
        _ if points || signals => Objective::MeanSquaredError,
        _ => Objective::BinaryCrossEntropy,
    };
    Settings {
        engine: EngineName::Cpu,
        seed: 0,
        family,
        network,
        hidden: match (data, network) {
            // With 64 of each, more points lie between the modes: 96.4 % near one where these come to 98.
            (DataKind::Points, _) if adversarial => vec![128, 128],
            (DataKind::Points, _) => vec![64, 64],
            (DataKind::Signals, NetworkKind::Dense) => vec![256],
            (DataKind::Signals, NetworkKind::Convolutional) => vec![16, 32, 32],
            (DataKind::Molecules, _) => vec![512],
            (DataKind::Images, NetworkKind::Dense) => vec![256],
            (DataKind::Images, NetworkKind::Convolutional) => vec![16, 32],
        },
        code: match family {
            Family::Adversarial if points => 8,
            Family::Adversarial if convolutional => 64,
            Family::Adversarial => 32,
            // A molecule is told exactly or not at all.
            _ if molecules => 64,
            // A map of it can be drawn.
            Family::Variational => 2,
            // Fewer than a point has coordinates: else there is nothing to learn.
            Family::Autoencoder if points => 1,
            Family::Autoencoder => 32,
        },
        activation: match family {
            // With ReLU its images are nearly equal for a thousand steps; on points ReLU finds more modes and keeps them.
            Family::Adversarial if !points => HiddenActivation::LeakyRelu,
            _ => HiddenActivation::Relu,
        },
        objective: Some(objective),
        divergence_weight: match family {
            // With 1 two in three unseen molecules came back as others.
            Family::Variational if molecules => 0.05,
            // Two coordinates tell less than the divergence would forget.
            Family::Variational if points => 0.05,
            _ => 1.0,
        },
        divergence_warm_up: 0,
        sparsity: 0.0,
        penalty: Penalty::usual(objective, data),
        discriminator_steps: 1,
        packing: 1,
        condition: Condition::None,
        optimizer: OptimizerSettings {
            name: OptimizerName::Adam,
            learning_rate: match family {
                Family::Adversarial if convolutional => 4e-3,
                Family::Adversarial if !points => 2e-3,
                _ => 1e-3,
            },
            discriminator_learning_rate: None,
            // A long memory of gradients makes the two networks of a GAN circle (arXiv 1511.06434).
            beta1: if adversarial { 0.5 } else { 0.9 },
            // Nor are gradients of a thousand steps ago a measure of those of now: on the ring and the grid it is worth two points
            // in a hundred, on digits a tenth of the distance (see the figures).
            beta2: if adversarial { 0.99 } else { 0.999 },
            weight_decay: WEIGHT_DECAY.default.unwrap_or_default() as f32,
            schedule: Schedule::Constant,
            warm_up: 0,
            schedule_steps: SCHEDULE_STEPS.default.unwrap_or_default() as u32,
        },
        batch_size: if points { 256 } else { 64 },
        corruption: None,
    }
}
