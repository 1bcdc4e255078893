//! Buffers for results: from the device's allocator or, while a step is recorded, from a pool allocated before. A recording
//! cannot allocate, and its results must stay in the same buffers.

use std::cell::RefCell;

use burn::tensor::{DType, Shape};

use super::GpuTensor;

/// The buffers of a step's results, in the order in which they were requested.
#[derive(Default)]
pub(crate) struct BufferPool(Vec<GpuTensor>);

enum Allocator {
    Device,
    /// The device's, and kept in a pool.
    Recording(BufferPool),
    /// A pool's buffers, from an index on.
    Replaying(BufferPool, usize),
}

thread_local! {
    static ALLOCATOR: RefCell<Allocator> = const { RefCell::new(Allocator::Device) };
}

impl BufferPool {
    /// Does `work`, and keeps all buffers that it requests.
    pub fn record<T>(work: impl FnOnce() -> T) -> (T, Self) {
        ALLOCATOR.set(Allocator::Recording(Self::default()));
        let done = work();
        match ALLOCATOR.replace(Allocator::Device) {
            Allocator::Recording(buffers) => (done, buffers),
            _ => (done, Self::default()),
        }
    }

    /// Does the same `work` in the same buffers.
    pub fn replay<T>(&mut self, work: impl FnOnce() -> T) -> T {
        ALLOCATOR.set(Allocator::Replaying(std::mem::take(self), 0));
        let done = work();
        if let Allocator::Replaying(buffers, _) = ALLOCATOR.replace(Allocator::Device) {
            *self = buffers;
        }
        done
    }
}

/// An uninitialised tensor of `shape` on the device of `like`.
pub(crate) fn empty<const RANK: usize>(like: &GpuTensor, shape: [usize; RANK]) -> GpuTensor {
    let shape = Shape::from(shape);
    ALLOCATOR.with_borrow_mut(|allocator| match allocator {
        Allocator::Device => allocate(like, shape),
        Allocator::Recording(buffers) => {
            buffers.0.push(allocate(like, shape));
            buffers.0[buffers.0.len() - 1].clone()
        }
        Allocator::Replaying(buffers, next) => {
            *next += 1;
            match buffers.0.get(*next - 1) {
                Some(kept) if *kept.meta.shape() == shape => kept.clone(),
                // Not the same work; the device will report it.
                _ => allocate(like, shape),
            }
        }
    })
}

fn allocate(like: &GpuTensor, shape: Shape) -> GpuTensor {
    let bytes = shape.num_elements() * size_of::<f32>();
    let (client, device) = (like.client.clone(), like.device.clone());
    let handle = client.empty(bytes);
    GpuTensor::new_contiguous(client, device, shape, handle, DType::F32)
}
