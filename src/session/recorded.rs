//! Steps on the GPU: one is recorded, and the browser is then told the same commands again and again.
//!
//! What differs from step to step is dealt on the GPU, from a schedule of many steps that is sent at once, and data
//! that are there already. So a step makes no buffer, binds nothing anew, and many leave in one submission.

use burn::cubecl::client::Graph;
use burn::cubecl::server::ServerError;
use burn::tensor::Tensor;

use super::dealing::Dealer;
use super::table::Table;
use crate::dataset::Batches;
use crate::engine::kernel::gpu::Room;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::training::{Kept, Trainer};

/// Steps recorded in one piece: each piece is submitted by itself, which costs as much as some steps.
const STEPS_IN_RUN: usize = 8;

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

fn failed(error: &ServerError) -> Error {
    let reason = error.to_string();
    Error::DeviceFailed { reason }
}

impl Recorded {
    /// Makes room and sends the data; the model is kept as it is.
    pub fn prepare(dealer: &Dealer<'_>, trainer: &mut dyn Trainer, engine: &Engine) -> Self {
        Self {
            kept: Kept::of(trainer),
            table: Table::prepare(dealer, trainer, engine),
            replay: None,
            recordable: true,
        }
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
        let several = run(&self.table, dealer, trainer, &mut room, STEPS_IN_RUN)?;
        let single = run(&self.table, dealer, trainer, &mut room, 1)?;
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

/// Records so many steps, each in the same room.
fn run(
    table: &Table,
    dealer: &Dealer<'_>,
    trainer: &mut dyn Trainer,
    room: &mut Room,
    steps: usize,
) -> Result<Run, ServerError> {
    let client = &table.schedule.client;
    client.graph_prepare()?;
    client.start_capture()?;
    let mut given = Vec::new();
    for _ in 0..steps {
        given = room.reuse(|| trainer.step(table.deal(dealer)));
    }
    let graph = client.stop_capture()?;
    Ok(Run {
        steps,
        graph,
        given,
    })
}
