//! Settings that are one of a few words.

use serde::Serialize;

use crate::dataset::{CorruptionKind, DataKind, Notation, PointShape, SignalShape};
use crate::engine::EngineName;
use crate::model::{Condition, Family, HiddenActivation, NetworkKind};
use crate::objective::{Objective, PenaltyKind};
use crate::training::{OptimizerName, Schedule};

/// A value of which there are a few, each with a name.
pub(crate) trait Choice: Copy + Serialize + 'static {
    /// All that can be chosen.
    const ALL: &'static [Self];

    /// As it is written in settings and files.
    fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            other => unreachable!("{other:?} is no name"),
        }
    }
}

impl Choice for EngineName {
    const ALL: &'static [Self] = &[Self::Auto, Self::Cpu, Self::Webgpu];
}

impl Choice for Family {
    const ALL: &'static [Self] = &[Self::Autoencoder, Self::Variational, Self::Adversarial];
}

impl Choice for NetworkKind {
    const ALL: &'static [Self] = &[Self::Dense, Self::Convolutional];
}

impl Choice for HiddenActivation {
    const ALL: &'static [Self] = &[Self::Relu, Self::LeakyRelu, Self::Linear];
}

impl Choice for Objective {
    const ALL: &'static [Self] = &[
        Self::BinaryCrossEntropy,
        Self::CategoricalCrossEntropy,
        Self::MeanSquaredError,
        Self::NonSaturating,
        Self::Saturating,
        Self::LeastSquares,
        Self::Hinge,
        Self::Wasserstein,
        Self::Relativistic,
    ];
}

impl Choice for PenaltyKind {
    const ALL: &'static [Self] = &[Self::R1, Self::ApproximateR1, Self::Gradient];
}

impl Choice for OptimizerName {
    const ALL: &'static [Self] = &[Self::Adam, Self::AdamW, Self::RmsProp, Self::Sgd];
}

impl Choice for Schedule {
    const ALL: &'static [Self] = &[Self::Constant, Self::Cosine];
}

impl Choice for Condition {
    const ALL: &'static [Self] = &[Self::None, Self::Label];
}

impl Choice for CorruptionKind {
    const ALL: &'static [Self] = &[
        Self::Noise,
        Self::Mask,
        Self::SaltAndPepper,
        Self::Block,
        Self::Blur,
        Self::Downscale,
    ];
}

impl Choice for PointShape {
    const ALL: &'static [Self] = &[
        Self::Ring,
        Self::Grid,
        Self::Moons,
        Self::SwissRoll,
        Self::Line,
        Self::Drawn,
    ];
}

impl Choice for SignalShape {
    const ALL: &'static [Self] = &[Self::Chirps, Self::Pulses, Self::Beats, Self::Mixed];
}

impl Choice for DataKind {
    const ALL: &'static [Self] = &[Self::Images, Self::Points, Self::Signals, Self::Molecules];
}

impl Choice for Notation {
    const ALL: &'static [Self] = &[Self::Selfies, Self::Smiles];
}

/// The names of all that can be chosen.
pub(crate) fn names<T: Choice>() -> Vec<String> {
    T::ALL.iter().map(|choice| choice.name()).collect()
}

/// Names as a sentence lists them.
pub(crate) fn quoted(names: &[impl AsRef<str>]) -> String {
    let quoted = names.iter().map(|name| format!("\"{}\"", name.as_ref()));
    quoted.collect::<Vec<_>>().join(", ")
}
