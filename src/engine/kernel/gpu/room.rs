//! Where results are written: in memory of the device's pool or, while a step is recorded, in memory set apart before.
//! A recording can make no room, and its results must stay where they were.

use std::cell::RefCell;

use burn::tensor::{DType, Shape};

use super::GpuTensor;

/// The room of a step: its results one after the other, as they were asked for.
#[derive(Default)]
pub(crate) struct Room(Vec<GpuTensor>);

enum Source {
    Pool,
    /// Of the pool, and kept.
    Kept(Room),
    /// Of what was kept, from a place on.
    Reused(Room, usize),
}

thread_local! {
    static SOURCE: RefCell<Source> = const { RefCell::new(Source::Pool) };
}

impl Room {
    /// Does `work`, and keeps all the room that it asks for.
    pub fn keep<T>(work: impl FnOnce() -> T) -> (T, Self) {
        SOURCE.set(Source::Kept(Self::default()));
        let done = work();
        match SOURCE.replace(Source::Pool) {
            Source::Kept(room) => (done, room),
            _ => (done, Self::default()),
        }
    }

    /// Does the same `work` in the same room.
    pub fn reuse<T>(&mut self, work: impl FnOnce() -> T) -> T {
        SOURCE.set(Source::Reused(std::mem::take(self), 0));
        let done = work();
        if let Source::Reused(room, _) = SOURCE.replace(Source::Pool) {
            *self = room;
        }
        done
    }
}

/// A tensor of `shape` whose numbers are still to be written, beside another one.
pub(crate) fn empty<const RANK: usize>(beside: &GpuTensor, shape: [usize; RANK]) -> GpuTensor {
    let shape = Shape::from(shape);
    SOURCE.with_borrow_mut(|source| match source {
        Source::Pool => fresh(beside, shape),
        Source::Kept(room) => {
            room.0.push(fresh(beside, shape));
            room.0[room.0.len() - 1].clone()
        }
        Source::Reused(room, next) => {
            *next += 1;
            match room.0.get(*next - 1) {
                Some(kept) if *kept.meta.shape() == shape => kept.clone(),
                // Not the same work; the device will say so.
                _ => fresh(beside, shape),
            }
        }
    })
}

fn fresh(beside: &GpuTensor, shape: Shape) -> GpuTensor {
    let bytes = shape.num_elements() * size_of::<f32>();
    let (client, device) = (beside.client.clone(), beside.device.clone());
    let handle = client.empty(bytes);
    GpuTensor::new_contiguous(client, device, shape, handle, DType::F32)
}
