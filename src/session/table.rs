//! Where a step on the GPU finds what it is dealt.

use burn::backend::{BackendTensor, DispatchTensor, DispatchTensorKind};
use burn::tensor::{Bytes, DType, Shape, Tensor};

use super::dealing::{Dealer, Hand};
use crate::engine::Engine;
use crate::engine::kernel::Pace;
use crate::engine::kernel::gpu::{GpuTensor, Shader, launch, whole};
use crate::training::{StepInput, Trainer};

/// Most steps sent before their losses are waited for: in a browser nothing else slows the queue down.
const STEPS_AT_ONCE: usize = 32;
/// Numbers of a schedule: 16 MB.
const LONGEST_SCHEDULE: usize = 4_000_000;
/// Numbers to whose multiple a buffer's part must be aligned.
const ALIGNMENT: usize = 64;

/// Data, a schedule of many steps, and what the next one is dealt of both.
pub(super) struct Table {
    dataset: GpuTensor,
    pub schedule: GpuTensor,
    pace: GpuTensor,
    batch: GpuTensor,
    noise: GpuTensor,
    shown: GpuTensor,
    words: [u32; 9],
    /// Steps that a schedule has room for.
    pub steps: usize,
}

impl Table {
    pub fn prepare(dealer: &Dealer<'_>, trainer: &dyn Trainer, engine: &Engine) -> Self {
        let settings = dealer.settings;
        let shape = dealer.training.shape();
        let (rows, features) = (settings.batch_size, shape.features());
        let noise = rows * settings.code;
        let noise_stride = noise.next_multiple_of(ALIGNMENT);
        let shown = settings.corruption.map_or(0, |_| rows * features);
        let stride = Pace::COUNT + rows + dealer.noises * noise + shown;
        let steps = (LONGEST_SCHEDULE / stride).clamp(1, STEPS_AT_ONCE);
        let room = |numbers: usize| gpu(engine.tensor(vec![0.0; numbers.max(1)], 1));
        let pace = room(Pace::COUNT);
        let (words, packed) = dealer.training.words();
        let dataset = GpuTensor::new_contiguous(
            pace.client.clone(),
            pace.device.clone(),
            Shape::from([words.len()]),
            pace.client.create(Bytes::from_elems(words)),
            DType::U32,
        );
        Self {
            dataset,
            schedule: room(1 + steps * stride),
            pace,
            batch: room(rows * features),
            noise: room(dealer.noises * noise_stride),
            shown: room(shown),
            words: [
                rows,
                features,
                noise,
                dealer.noises,
                noise_stride,
                shown,
                stride,
                usize::from(packed),
                usize::from(trainer.centred() && shape.is_bounded()),
            ]
            .map(|word| word as u32),
            steps,
        }
    }

    /// What the next steps are dealt, in one row.
    pub fn schedule(&self, hands: impl Iterator<Item = Hand>) -> Vec<f32> {
        let mut numbers = vec![0f32];
        for hand in hands {
            numbers.extend(hand.pace.numbers());
            // Exact up to 2^24 examples.
            numbers.extend(hand.indices.iter().map(|&index| index as f32));
            numbers.extend(hand.noise);
            numbers.extend(hand.spoilt.unwrap_or_default());
        }
        numbers
    }

    /// Sends a schedule, whose first step is then next.
    pub fn send(&self, schedule: &[f32]) {
        let bytes = Bytes::from_elems(schedule.to_vec());
        self.schedule.client.write(&self.schedule.handle, bytes);
    }

    /// Lets the GPU deal the next step.
    pub fn deal(&self, dealer: &Dealer<'_>) -> StepInput {
        let [rows, features, noise, noises, stride, shown, ..] =
            self.words.map(|word| word as usize);
        let most = (rows * features).max(noises * noise).max(shown);
        let buffers = [
            &self.dataset,
            &self.schedule,
            &self.pace,
            &self.batch,
            &self.noise,
            &self.shown,
        ];
        launch(Shader::Deal, whole(most), &buffers, &self.words);
        launch(Shader::Advance, [1, 1], &[&self.schedule], &[]);
        let batch = part(&self.batch, 0, [rows, features]);
        let shown = match shown {
            0 => batch.clone(),
            _ => part(&self.shown, 0, [rows, features]),
        };
        let code = noise / rows;
        let noise = (0..noises).map(|index| part(&self.noise, index * stride, [rows, code]));
        let pace = part(&self.pace, 0, [Pace::COUNT]);
        dealer.assemble(shown, batch, noise.collect(), pace)
    }
}

/// The numbers of `shape` from place `start` of a buffer on.
fn part<const RANK: usize>(buffer: &GpuTensor, start: usize, shape: [usize; RANK]) -> Tensor<RANK> {
    let all = buffer.meta.num_elements();
    let after = all - start - shape.iter().product::<usize>();
    let bytes = |numbers: usize| (numbers * size_of::<f32>()) as u64;
    let handle = buffer.handle.clone();
    let handle = handle.offset_start(bytes(start)).offset_end(bytes(after));
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

/// The buffer under a tensor of the GPU's.
fn gpu(tensor: Tensor<2>) -> GpuTensor {
    match tensor.into_dispatch().kind {
        DispatchTensorKind::Cube(BackendTensor::Float(tensor)) => tensor,
        other => unreachable!("a tensor of the GPU engine lies on the GPU, not {other:?}"),
    }
}
