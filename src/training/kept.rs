//! What a model was like, to go back to.

use burn::tensor::Tensor;

use super::Trainer;
use crate::engine::kernel::copy;
use crate::engine::nothing;

/// Everything that steps change: parameters and moments.
#[derive(Clone, Debug)]
pub struct Kept(Vec<Tensor<1>>);

impl Kept {
    /// What the model is like now.
    pub fn of(trainer: &mut dyn Trainer) -> Self {
        let mut kept = Vec::new();
        each(trainer, |state| {
            let room = Tensor::empty(state.dims(), &state.device());
            kept.push(copy(&state, room));
            state
        });
        Self(kept)
    }

    /// What it is like now, in the same memory as before.
    pub fn renew(&mut self, trainer: &mut dyn Trainer) {
        let mut kept = self.0.iter_mut();
        each(trainer, |state| {
            if let Some(kept) = kept.next() {
                *kept = copy(&state, std::mem::replace(kept, nothing()));
            }
            state
        });
    }

    /// Makes the model what it was like.
    pub fn restore(&self, trainer: &mut dyn Trainer) {
        let mut kept = self.0.iter();
        each(trainer, |state| match kept.next() {
            Some(kept) => copy(kept, state),
            None => state,
        });
    }
}

/// Puts what `change` makes of it in the place of everything that steps change, in an order of its own.
fn each(trainer: &mut dyn Trainer, mut change: impl FnMut(Tensor<1>) -> Tensor<1>) {
    for part in trainer.parts() {
        part.network.change(&mut change);
        let Some(adam) = part.adam else { continue };
        for moment in &mut adam.moments {
            *moment = change(std::mem::replace(moment, nothing()));
        }
    }
}
