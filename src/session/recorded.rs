//! Steps on the GPU: one is recorded, and the browser is then told the same commands again and again.
//!
//! What differs from step to step is dealt on the GPU, from a schedule of many steps that is sent at once, and data
//! that are there already. So a step makes no buffer, binds nothing anew, and many leave in one submission.

use burn::backend::{BackendTensor, DispatchTensor, DispatchTensorKind};
use burn::cubecl::client::Graph;
use burn::cubecl::server::ServerError;
use burn::tensor::{Bytes, DType, Shape, Tensor};

use super::dealing::{Dealer, Hand};
use crate::dataset::Batches;
use crate::engine::kernel::Pace;
use crate::engine::kernel::gpu::{GpuTensor, Room, Shader, launch, whole};
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::training::{Kept, StepInput, Trainer};

/// Most steps sent before their losses are waited for: in a browser nothing else slows the queue down.
const STEPS_AT_ONCE: usize = 32;
/// Steps recorded in one piece: each piece is submitted by itself, which costs as much as some steps.
const STEPS_IN_RUN: usize = 8;
/// Numbers of a schedule: 16 MB.
const LONGEST_SCHEDULE: usize = 4_000_000;
/// Numbers to whose multiple a buffer's part must be aligned.
const ALIGNMENT: usize = 64;

/// A step as the GPU repeats it.
pub(super) struct Recorded {
    kept: Kept,
    table: Table,
    /// Keeps what the model is like, takes a step, and what a step gives; none before there was a second step.
    replay: Option<Replay>,
    /// Whether it is worth trying.
    recordable: bool,
}

struct Replay {
    keep: Graph,
    /// So many steps each, the longest first and then a single one.
    runs: [Run; 2],
    _room: Room,
}

struct Run {
    steps: usize,
    graph: Graph,
    /// What the last of its steps gives.
    given: Vec<Tensor<2>>,
}

/// Where a step finds what it is dealt.
struct Table {
    dataset: GpuTensor,
    schedule: GpuTensor,
    pace: GpuTensor,
    batch: GpuTensor,
    noise: GpuTensor,
    shown: GpuTensor,
    words: [u32; 9],
    steps: usize,
}

fn failed(error: &ServerError) -> Error {
    Error::new(
        format!("The graphics card did not take a step ({error})"),
        "a working device",
        "Go on from the last checkpoint on the CPU engine",
    )
}

impl Recorded {
    /// Makes room and sends the data; the model is kept as it is.
    pub fn prepare(
        dealer: &Dealer<'_>,
        trainer: &mut dyn Trainer,
        engine: &Engine,
    ) -> Result<Self, Error> {
        Ok(Self {
            kept: Kept::of(trainer),
            table: Table::prepare(dealer, trainer, engine),
            replay: None,
            recordable: true,
        })
    }

    /// Keeps what the model is like now.
    pub fn keep(&mut self, trainer: &mut dyn Trainer) -> Result<(), Error> {
        match &self.replay {
            // SAFETY: the replay's buffers are the model's, `kept`'s and the table's, which live as long as it does.
            Some(replay) => unsafe { replay.keep.replay() }.map_err(|error| failed(&error)),
            None => {
                self.kept.renew(trainer);
                Ok(())
            }
        }
    }

    /// Makes the model what it was when it was last kept.
    pub fn go_back(&self, trainer: &mut dyn Trainer) {
        self.kept.restore(trainer);
    }

    /// Takes `steps` steps from `first` on, and reads what the last gives.
    pub async fn steps(
        &mut self,
        dealer: &Dealer<'_>,
        trainer: &mut dyn Trainer,
        first: u64,
        steps: usize,
        batches: &mut Batches,
    ) -> Result<Vec<Vec<f32>>, Error> {
        let mut read_last = Vec::new();
        let mut step = first;
        let end = first + steps as u64;
        while step < end {
            let count = self.table.steps.min((end - step) as usize);
            let hands = (step..step + count as u64).map(|step| dealer.deal(step, batches));
            let schedule = self.table.schedule(hands);
            self.table.send(&schedule);
            let mut given = Vec::new();
            let mut left = count;
            while left > 0 {
                match &self.replay {
                    Some(replay) => {
                        let fits = replay.runs.iter().find(|run| run.steps <= left);
                        let run = fits.expect("one of them is a single step");
                        // SAFETY: as above.
                        unsafe { run.graph.replay() }.map_err(|error| failed(&error))?;
                        given.clone_from(&run.given);
                        left -= run.steps;
                    }
                    None if self.recordable && left > 1 => {
                        match self.record(dealer, trainer) {
                            Ok(()) => left -= 1,
                            // Then step by step, from where this call began: slower, and as right.
                            Err(_) => {
                                self.recordable = false;
                                self.kept.restore(trainer);
                                self.table.send(&schedule);
                            }
                        }
                    }
                    None => {
                        given = trainer.step(self.table.deal(dealer));
                        left -= 1;
                    }
                }
            }
            read_last = read(given).await?;
            step += count as u64;
        }
        Ok(read_last)
    }

    /// Takes the first step of a call, which makes the room that a recording cannot make, and records those after it.
    fn record(
        &mut self,
        dealer: &Dealer<'_>,
        trainer: &mut dyn Trainer,
    ) -> Result<(), ServerError> {
        let (_, mut room) = Room::keep(|| trainer.step(self.table.deal(dealer)));
        let several = self
            .table
            .record(dealer, trainer, &mut room, STEPS_IN_RUN)?;
        let single = self.table.record(dealer, trainer, &mut room, 1)?;
        let client = &self.table.schedule.client;
        client.graph_prepare()?;
        client.start_capture()?;
        self.kept.renew(trainer);
        let keep = client.stop_capture()?;
        self.replay = Some(Replay {
            keep,
            runs: [several, single],
            _room: room,
        });
        Ok(())
    }
}

impl Table {
    fn prepare(dealer: &Dealer<'_>, trainer: &dyn Trainer, engine: &Engine) -> Self {
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
    fn schedule(&self, hands: impl Iterator<Item = Hand>) -> Vec<f32> {
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
    fn send(&self, schedule: &[f32]) {
        let bytes = Bytes::from_elems(schedule.to_vec());
        self.schedule.client.write(&self.schedule.handle, bytes);
    }

    /// Records so many steps, each in the same room.
    fn record(
        &self,
        dealer: &Dealer<'_>,
        trainer: &mut dyn Trainer,
        room: &mut Room,
        steps: usize,
    ) -> Result<Run, ServerError> {
        let client = &self.schedule.client;
        client.graph_prepare()?;
        client.start_capture()?;
        let mut given = Vec::new();
        for _ in 0..steps {
            given = room.reuse(|| trainer.step(self.deal(dealer)));
        }
        let graph = client.stop_capture()?;
        Ok(Run {
            steps,
            graph,
            given,
        })
    }

    /// Lets the GPU deal the next step.
    fn deal(&self, dealer: &Dealer<'_>) -> StepInput {
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
