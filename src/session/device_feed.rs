//! Feeds the GPU with the inputs of its steps: the data set once, and a schedule of several steps at a time.

use burn::backend::{BackendTensor, DispatchTensor, DispatchTensorKind};
use burn::tensor::{Bytes, DType, Shape, Tensor};

use super::batch_sampler::{BatchSampler, StepBatch, StepKind};
use crate::engine::Engine;
use crate::engine::kernel::StepScalars;
use crate::engine::kernel::gpu::{GpuTensor, Shader, launch, workgroups};
use crate::training::{StepInput, Trainer};

/// Steps submitted before their losses are awaited: in a browser nothing else limits the queue.
const MAX_SCHEDULED_STEPS: usize = 32;
/// Values of a schedule at most: 16 MB.
const MAX_SCHEDULE: usize = 4_000_000;
/// Values to a multiple of which a range of a buffer must be aligned.
const ALIGNMENT: usize = 64;

/// The data set, a schedule of several steps, and the inputs of the next step, all on the device.
pub(super) struct DeviceFeed {
    dataset: GpuTensor,
    pub schedule: GpuTensor,
    scalars: GpuTensor,
    batch: GpuTensor,
    noise: GpuTensor,
    extra: GpuTensor,
    info: [u32; 9],
    /// Capacity of the schedule.
    pub steps: usize,
}

impl DeviceFeed {
    pub fn prepare(sampler: &BatchSampler<'_>, trainer: &dyn Trainer, engine: &Engine) -> Self {
        let settings = sampler.settings;
        let shape = sampler.training.shape();
        let (rows, features) = (settings.batch_size, shape.features());
        let noise = rows * sampler.noise_width();
        let noise_stride = noise.next_multiple_of(ALIGNMENT);
        let extra = rows * sampler.extra_width().unwrap_or(0);
        let stride = StepScalars::COUNT + rows + sampler.noise_batches * noise + extra;
        let steps = (MAX_SCHEDULE / stride).clamp(1, MAX_SCHEDULED_STEPS);
        let empty = |length: usize| gpu(engine.tensor(vec![0.0; length.max(1)], 1));
        let scalars = empty(StepScalars::COUNT);
        let (words, packed) = sampler.training.packed_words();
        let dataset = GpuTensor::new_contiguous(
            scalars.client.clone(),
            scalars.device.clone(),
            Shape::from([words.len()]),
            scalars.client.create(Bytes::from_elems(words)),
            DType::U32,
        );
        Self {
            dataset,
            schedule: empty(1 + steps * stride),
            scalars,
            batch: empty(rows * features),
            noise: empty(sampler.noise_batches * noise_stride),
            extra: empty(extra),
            info: [
                rows,
                features,
                noise,
                sampler.noise_batches,
                noise_stride,
                extra,
                stride,
                usize::from(packed),
                usize::from(trainer.centred_input() && shape.is_bounded()),
            ]
            .map(|word| word as u32),
            steps,
        }
    }

    /// The inputs of the next steps as one vector.
    pub fn schedule(&self, batches: impl Iterator<Item = StepBatch>) -> Vec<f32> {
        let mut values = vec![0f32];
        for batch in batches {
            values.extend(batch.scalars.to_array());
            // Exact up to 2^24 examples.
            values.extend(batch.indices.iter().map(|&index| index as f32));
            values.extend(batch.noise);
            values.extend(batch.extra.unwrap_or_default());
        }
        values
    }

    /// Writes a schedule, whose first step is then next.
    pub fn send(&self, schedule: &[f32]) {
        let bytes = Bytes::from_elems(schedule.to_vec());
        self.schedule.client.write(&self.schedule.handle, bytes);
    }

    /// Loads the next step's inputs on the GPU.
    pub fn sample(&self, sampler: &BatchSampler<'_>, kind: StepKind) -> StepInput {
        let [rows, features, noise, noise_batches, stride, extra, ..] =
            self.info.map(|word| word as usize);
        let invocations = (rows * features).max(noise_batches * noise).max(extra);
        let buffers = [
            &self.dataset,
            &self.schedule,
            &self.scalars,
            &self.batch,
            &self.noise,
            &self.extra,
        ];
        launch(
            Shader::LoadBatch,
            workgroups(invocations),
            &buffers,
            &self.info,
        );
        launch(Shader::AdvanceStep, [1, 1], &[&self.schedule], &[]);
        let batch = tensor_view(&self.batch, 0, [rows, features]);
        let extra = (extra > 0).then(|| tensor_view(&self.extra, 0, [rows, extra / rows]));
        let code = noise / rows;
        let noise =
            (0..noise_batches).map(|index| tensor_view(&self.noise, index * stride, [rows, code]));
        let scalars = tensor_view(&self.scalars, 0, [StepScalars::COUNT]);
        sampler.assemble(kind, extra, batch, noise.collect(), scalars)
    }
}

/// A view of `shape` into a buffer, from an offset on.
fn tensor_view<const RANK: usize>(
    buffer: &GpuTensor,
    offset: usize,
    shape: [usize; RANK],
) -> Tensor<RANK> {
    let all = buffer.meta.num_elements();
    let after = all - offset - shape.iter().product::<usize>();
    let bytes = |length: usize| (length * size_of::<f32>()) as u64;
    let handle = buffer.handle.clone();
    let handle = handle.offset_start(bytes(offset)).offset_end(bytes(after));
    let tensor = GpuTensor::new_contiguous(
        buffer.client.clone(),
        buffer.device.clone(),
        Shape::from(shape),
        handle,
        buffer.dtype,
    );
    Tensor::from_dispatch(DispatchTensor {
        kind: DispatchTensorKind::Cube(BackendTensor::Float(tensor)),
        autodiff: Default::default(),
    })
}

/// The GPU tensor inside of Burn's.
fn gpu(tensor: Tensor<2>) -> GpuTensor {
    match tensor.into_dispatch().kind {
        DispatchTensorKind::Cube(BackendTensor::Float(tensor)) => tensor,
        other => unreachable!("a tensor of the GPU engine lies on the GPU, not {other:?}"),
    }
}
