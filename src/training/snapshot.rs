//! A snapshot of a model, to restore it after steps that failed.

use burn::tensor::Tensor;

use super::Trainer;
use crate::engine::kernel::copy;
use crate::engine::placeholder;

/// A copy of everything that steps change: parameters and moments.
#[derive(Clone, Debug)]
pub struct Snapshot(Vec<Tensor<1>>);

impl Snapshot {
    /// A snapshot in newly allocated memory.
    pub fn new(trainer: &mut dyn Trainer) -> Self {
        let mut tensors = Vec::new();
        map_state(trainer, |state| {
            let empty = Tensor::empty(state.dims(), &state.device());
            tensors.push(copy(&state, empty));
            state
        });
        Self(tensors)
    }

    /// Takes a snapshot again, in the same memory.
    pub fn take(&mut self, trainer: &mut dyn Trainer) {
        let mut saved = self.0.iter_mut();
        map_state(trainer, |state| {
            if let Some(saved) = saved.next() {
                *saved = copy(&state, std::mem::replace(saved, placeholder()));
            }
            state
        });
    }

    /// Restores the model.
    pub fn restore(&self, trainer: &mut dyn Trainer) {
        let mut saved = self.0.iter();
        map_state(trainer, |state| match saved.next() {
            Some(saved) => copy(saved, state),
            None => state,
        });
    }
}

/// Replaces everything that steps change by `map` of it, in a fixed order.
fn map_state(trainer: &mut dyn Trainer, mut map: impl FnMut(Tensor<1>) -> Tensor<1>) {
    for network in trainer.networks() {
        network.network.map_parameters(&mut map);
        let Some(adam) = network.adam else { continue };
        for moment in &mut adam.moments {
            *moment = map(std::mem::replace(moment, placeholder()));
        }
    }
}
