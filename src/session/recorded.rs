//! Steps on the GPU: one is recorded as a graph of commands, which is then replayed.
//!
//! What differs from step to step is loaded on the GPU, from a schedule of several steps that is written at once, and from
//! the data set. So a step creates no buffer and no bind group, and many are in one submission. Steps that do not all do the
//! same, as those with a penalty every so often, are recorded a kind at a time, and a whole period of them in one graph.

use burn::cubecl::client::Graph;
use burn::cubecl::server::ServerError;
use burn::tensor::Tensor;

use super::batch_sampler::{BatchSampler, StepBatch, StepKind};
use super::device_feed::DeviceFeed;
use crate::dataset::IndexSampler;
use crate::engine::kernel::gpu::BufferPool;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::training::{Snapshot, StepInput, Trainer};

/// Steps recorded in one graph, or a period where that is longer: each graph is a submission of its own, which costs as much as
/// some steps.
const CAPTURED_STEPS: u64 = 8;
/// Of a longer period no graph is made.
const LONGEST_PERIOD: u64 = 32;

/// A recorded step.
pub(super) struct Recorded {
    snapshot: Snapshot,
    device_feed: DeviceFeed,
    /// None before the second step.
    take_snapshot: Option<Graph>,
    /// A single step of each kind that there was.
    kinds: Vec<RecordedKind>,
    /// Whole periods.
    periods: Option<CapturedSteps>,
    /// The kinds of the steps of a period; none of one that is too long.
    period: Vec<StepKind>,
    /// Whether no recording has failed.
    recordable: bool,
}

struct RecordedKind {
    kind: StepKind,
    single: CapturedSteps,
    buffers: BufferPool,
}

struct CapturedSteps {
    steps: usize,
    graph: Graph,
    /// Outputs of the last step.
    outputs: Vec<Tensor<2>>,
}

impl CapturedSteps {
    /// Submits them, and gives the outputs of the last.
    fn replay(&self) -> Result<Vec<Tensor<2>>, Error> {
        // SAFETY: the buffers of the graph are the model's, the snapshot's, the feed's and the pools', which live as long as it.
        unsafe { self.graph.replay() }.map_err(|error| failed(&error))?;
        Ok(self.outputs.clone())
    }
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
            take_snapshot: None,
            kinds: Vec::new(),
            periods: None,
            period: Vec::new(),
            recordable: true,
        }
    }

    /// Takes a snapshot of the model.
    pub fn take_snapshot(&mut self, trainer: &mut dyn Trainer) -> Result<(), Error> {
        match &self.take_snapshot {
            // SAFETY: as in `CapturedSteps::replay`.
            Some(graph) => unsafe { graph.replay() }.map_err(|error| failed(&error)),
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
        let length = sampler.period();
        let period = 0..if length > LONGEST_PERIOD { 0 } else { length };
        let period: Vec<StepKind> = period.map(|at| sampler.kind(at)).collect();
        if self.period != period {
            self.period = period;
            self.periods = None;
        }
        let before = index_sampler.clone();
        loop {
            let outputs = self.attempt(sampler, trainer, first, steps, index_sampler);
            if let Some(outputs) = outputs.await? {
                return Ok(outputs);
            }
            // Once more without recording, from the snapshot: slower, with the same results.
            self.recordable = false;
            self.snapshot.restore(trainer);
            index_sampler.clone_from(&before);
        }
    }

    /// The same; nothing where recording failed.
    async fn attempt(
        &mut self,
        sampler: &BatchSampler<'_>,
        trainer: &mut dyn Trainer,
        first: u64,
        steps: usize,
        index_sampler: &mut IndexSampler,
    ) -> Result<Option<Vec<Vec<f32>>>, Error> {
        let mut last_outputs = Vec::new();
        let mut step = first;
        let end = first + steps as u64;
        while step < end {
            let count = self.device_feed.steps.min((end - step) as usize);
            let chunk_end = step + count as u64;
            let batches = (step..chunk_end).map(|step| sampler.sample(step, index_sampler));
            let schedule = self.device_feed.schedule(batches);
            self.device_feed.send(&schedule);
            let mut outputs = Vec::new();
            while step < chunk_end {
                let left = (chunk_end - step) as usize;
                let kind = sampler.kind(step);
                let starts = step.is_multiple_of(self.period.len() as u64);
                let whole = self
                    .periods
                    .as_ref()
                    .filter(|periods| starts && periods.steps <= left);
                let known = self.kinds.iter().find(|known| known.kind == kind);
                let captured = whole.or(known.map(|known| &known.single));
                if let Some(captured) = captured {
                    outputs = captured.replay()?;
                    step += captured.steps as u64;
                    continue;
                }
                if self.recordable && steps > 1 {
                    match self.record(sampler, trainer, kind) {
                        Ok(made) => outputs = made,
                        Err(_) => return Ok(None),
                    }
                } else {
                    outputs = trainer.step(self.device_feed.sample(sampler, kind));
                }
                step += 1;
            }
            last_outputs = read(outputs).await?;
        }
        Ok(Some(last_outputs))
    }

    /// The input of a single step, which is not recorded.
    pub fn input(&self, sampler: &BatchSampler<'_>, batch: StepBatch) -> StepInput {
        let kind = batch.kind;
        let schedule = self.device_feed.schedule(std::iter::once(batch));
        self.device_feed.send(&schedule);
        self.device_feed.sample(sampler, kind)
    }

    /// Takes one step, which allocates the buffers that a recording cannot allocate, and records its kind for the following
    /// ones; gives its outputs.
    fn record(
        &mut self,
        sampler: &BatchSampler<'_>,
        trainer: &mut dyn Trainer,
        kind: StepKind,
    ) -> Result<Vec<Tensor<2>>, ServerError> {
        let feed = &self.device_feed;
        let (outputs, mut buffers) =
            BufferPool::record(|| trainer.step(feed.sample(sampler, kind)));
        let single = capture(feed, || {
            buffers.replay(|| trainer.step(feed.sample(sampler, kind)))
        })?;
        self.kinds.push(RecordedKind {
            kind,
            single,
            buffers,
        });
        if self.take_snapshot.is_none() {
            let taken = capture(feed, || {
                self.snapshot.take(trainer);
                Vec::new()
            });
            self.take_snapshot = Some(taken?.graph);
        }
        self.record_periods(sampler, trainer)?;
        Ok(outputs)
    }

    /// Records whole periods, once each kind of their steps is known.
    fn record_periods(
        &mut self,
        sampler: &BatchSampler<'_>,
        trainer: &mut dyn Trainer,
    ) -> Result<(), ServerError> {
        let length = self.period.len() as u64;
        if length == 0 {
            return Ok(());
        }
        let steps = length * (CAPTURED_STEPS / length).max(1);
        let place =
            |kinds: &[RecordedKind], kind| kinds.iter().position(|known| known.kind == kind);
        let places = self.period.iter().map(|&kind| place(&self.kinds, kind));
        let Some(places) = places.collect::<Option<Vec<_>>>() else {
            return Ok(());
        };
        let (feed, kinds) = (&self.device_feed, &mut self.kinds);
        let mut captured = capture(feed, || {
            let mut outputs = Vec::new();
            for at in 0..steps {
                let known = &mut kinds[places[(at % length) as usize]];
                let kind = known.kind;
                outputs = known
                    .buffers
                    .replay(|| trainer.step(feed.sample(sampler, kind)));
            }
            outputs
        })?;
        captured.steps = steps as usize;
        self.periods = Some(captured);
        Ok(())
    }
}

/// Records some steps, or another command, as one.
fn capture(
    device_feed: &DeviceFeed,
    commands: impl FnOnce() -> Vec<Tensor<2>>,
) -> Result<CapturedSteps, ServerError> {
    let client = &device_feed.schedule.client;
    client.graph_prepare()?;
    client.start_capture()?;
    let outputs = commands();
    let graph = client.stop_capture()?;
    Ok(CapturedSteps {
        steps: 1,
        graph,
        outputs,
    })
}
