//! Steps on the GPU: one is recorded as a graph of commands, which is then replayed.
//!
//! What differs from step to step is loaded on the GPU, from a schedule of several steps that is written at once, and from
//! the data set. So a step creates no buffer and no bind group, and many are in one submission.

use burn::cubecl::client::Graph;
use burn::cubecl::server::ServerError;
use burn::tensor::Tensor;

use super::batch_sampler::{BatchSampler, StepBatch};
use super::device_feed::DeviceFeed;
use crate::dataset::IndexSampler;
use crate::engine::kernel::gpu::BufferPool;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::training::{Snapshot, StepInput, Trainer, Update};

/// Steps recorded in one graph: each graph is a submission of its own, which costs as much as some steps.
const CAPTURED_STEPS: usize = 8;

/// A recorded step.
pub(super) struct Recorded {
    snapshot: Snapshot,
    device_feed: DeviceFeed,
    /// None before the second step.
    replay: Option<Replay>,
    /// Which networks the replay updates.
    update: Update,
    /// Whether no recording has failed.
    recordable: bool,
}

struct Replay {
    take_snapshot: Graph,
    /// The one with more steps first, then a single step.
    graphs: [CapturedSteps; 2],
    _buffers: BufferPool,
}

struct CapturedSteps {
    steps: usize,
    graph: Graph,
    /// Outputs of the last step.
    outputs: Vec<Tensor<2>>,
}

fn failed(error: &ServerError) -> Error {
    let reason = error.to_string();
    Error::DeviceFailed { reason }
}

impl Recorded {
    /// Allocates buffers, sends the data and takes a snapshot.
    pub fn prepare(sampler: &BatchSampler<'_>, trainer: &mut dyn Trainer, engine: &Engine) -> Self {
        Self {
            snapshot: Snapshot::new(trainer),
            device_feed: DeviceFeed::prepare(sampler, trainer, engine),
            replay: None,
            update: sampler.update,
            recordable: true,
        }
    }

    /// Takes a snapshot of the model.
    pub fn take_snapshot(&mut self, trainer: &mut dyn Trainer) -> Result<(), Error> {
        match &self.replay {
            // SAFETY: the buffers of the graph are the model's, the snapshot's and the feed's, which live as long as it does.
            Some(replay) => {
                unsafe { replay.take_snapshot.replay() }.map_err(|error| failed(&error))
            }
            None => {
                self.snapshot.take(trainer);
                Ok(())
            }
        }
    }

    /// Restores the model from the last snapshot.
    pub fn restore(&self, trainer: &mut dyn Trainer) {
        self.snapshot.restore(trainer);
    }

    /// Takes `steps` steps from `first` on, and reads the outputs of the last.
    pub async fn steps(
        &mut self,
        sampler: &BatchSampler<'_>,
        trainer: &mut dyn Trainer,
        first: u64,
        steps: usize,
        index_sampler: &mut IndexSampler,
    ) -> Result<Vec<Vec<f32>>, Error> {
        if self.update != sampler.update {
            // Other networks are updated by other commands.
            self.replay = None;
            self.update = sampler.update;
        }
        let mut last_outputs = Vec::new();
        let mut step = first;
        let end = first + steps as u64;
        while step < end {
            let count = self.device_feed.steps.min((end - step) as usize);
            let batches =
                (step..step + count as u64).map(|step| sampler.sample(step, index_sampler));
            let schedule = self.device_feed.schedule(batches);
            self.device_feed.send(&schedule);
            let mut outputs = Vec::new();
            let mut left = count;
            while left > 0 {
                match &self.replay {
                    Some(replay) => {
                        let fits = replay.graphs.iter().find(|graph| graph.steps <= left);
                        let captured = fits.expect("one of them is a single step");
                        // SAFETY: as above.
                        unsafe { captured.graph.replay() }.map_err(|error| failed(&error))?;
                        outputs.clone_from(&captured.outputs);
                        left -= captured.steps;
                    }
                    None if self.recordable && left > 1 => {
                        match self.record(sampler, trainer) {
                            Ok(()) => left -= 1,
                            // Then without recording, from the snapshot: slower, with the same results.
                            Err(_) => {
                                self.recordable = false;
                                self.snapshot.restore(trainer);
                                self.device_feed.send(&schedule);
                            }
                        }
                    }
                    None => {
                        outputs = trainer.step(self.device_feed.sample(sampler));
                        left -= 1;
                    }
                }
            }
            last_outputs = read(outputs).await?;
            step += count as u64;
        }
        Ok(last_outputs)
    }

    /// The input of a single step, which is not recorded.
    pub fn input(&self, sampler: &BatchSampler<'_>, batch: StepBatch) -> StepInput {
        let schedule = self.device_feed.schedule(std::iter::once(batch));
        self.device_feed.send(&schedule);
        self.device_feed.sample(sampler)
    }

    /// Takes one step, which allocates the buffers that a recording cannot allocate, and records the following ones.
    fn record(
        &mut self,
        sampler: &BatchSampler<'_>,
        trainer: &mut dyn Trainer,
    ) -> Result<(), ServerError> {
        let (_, mut buffers) =
            BufferPool::record(|| trainer.step(self.device_feed.sample(sampler)));
        let several = capture(
            &self.device_feed,
            sampler,
            trainer,
            &mut buffers,
            CAPTURED_STEPS,
        )?;
        let single = capture(&self.device_feed, sampler, trainer, &mut buffers, 1)?;
        let client = &self.device_feed.schedule.client;
        client.graph_prepare()?;
        client.start_capture()?;
        self.snapshot.take(trainer);
        let take_snapshot = client.stop_capture()?;
        self.replay = Some(Replay {
            take_snapshot,
            graphs: [several, single],
            _buffers: buffers,
        });
        Ok(())
    }
}

/// Records so many steps, each with the same buffers.
fn capture(
    device_feed: &DeviceFeed,
    sampler: &BatchSampler<'_>,
    trainer: &mut dyn Trainer,
    buffers: &mut BufferPool,
    steps: usize,
) -> Result<CapturedSteps, ServerError> {
    let client = &device_feed.schedule.client;
    client.graph_prepare()?;
    client.start_capture()?;
    let mut outputs = Vec::new();
    for _ in 0..steps {
        outputs = buffers.replay(|| trainer.step(device_feed.sample(sampler)));
    }
    let graph = client.stop_capture()?;
    Ok(CapturedSteps {
        steps,
        graph,
        outputs,
    })
}
