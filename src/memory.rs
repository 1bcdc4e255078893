//! How much memory a session needs, told before any of it is taken: in a browser, whatever does not fit ends the module.

use crate::dataset::Shape;
use crate::error::Error;
use crate::model::{Family, NetworkKind};
use crate::settings::Settings;
use crate::training::{NetworkPlan, plan_networks};

/// What one session may need, whatever the build, so that a link opens everywhere. The build with threads may grow to 1 GiB:
/// half of it for a next session that is prepared beside this one, and 64 MiB for the code and for gaps.
pub const ALLOWED: u64 = 480 << 20;
/// The part of it that stays free for what a session is asked: samples, measures.
const FOR_ANSWERS: u64 = 96 << 20;
/// Numbers of all layers that a batch of rows passes through at a time.
const BATCH_VALUES: u64 = 4 << 20;
const MAX_BATCH_ROWS: u64 = 1000;

/// Bytes of a number.
const NUMBER: u64 = 4;
/// What an optimiser has beside a network's parameters: their gradients, and two moments.
const OPTIMIZER: u64 = 3;
/// Depth of a packed factor of a matrix product, and parts of a convolution's sum over a batch (`engine::kernel::cpu`).
const PACKED_DEPTH: u64 = 400;
const SUM_PARTS: u64 = 8;
/// Threads that each have patches of images at hand, and numbers of these.
const THREADS: u64 = 8;
const PATCH_VALUES: u64 = 201_000;

/// Bytes that a session of these settings needs at most at a time, its data included: its model with the optimiser and the
/// snapshot that a call of `train` may go back to; and either a step or being saved.
pub fn session_bytes(settings: &Settings, shape: Shape, data: u64) -> u64 {
    let networks = plan_networks(settings.family, &settings.model(shape));
    let sum = |of: &dyn Fn(&NetworkPlan) -> u64| networks.iter().map(of).sum::<u64>();
    let model = sum(&|network| {
        let copies = if network.optimized { 1 + OPTIMIZER } else { 1 };
        copies * network.parameters()
    });
    // Parameters and moments: what is kept, and what is written.
    let state = sum(&|network| {
        let copies = if network.optimized { OPTIMIZER } else { 1 };
        copies * network.parameters()
    });
    // As read from the engine, as bytes of a file, and where each number goes.
    let saving = 2 * state + 2 * sum(&NetworkPlan::parameters);
    data + NUMBER * (model + state + saving.max(step_values(settings, &networks)))
}

/// Numbers that a step has at hand: what each layer was given and gave, forward and back.
fn step_values(settings: &Settings, networks: &[NetworkPlan]) -> u64 {
    // A discriminator sees real and generated examples at once.
    let batches = match settings.family {
        Family::Adversarial => 2,
        _ => 1,
    };
    let rows = batches * settings.batch_size as u64;
    let layers = || networks.iter().flat_map(|network| &network.layers);
    let widest = layers().map(|layer| layer.widths().into_iter().max());
    let widest = widest.flatten().max().unwrap_or(0) as u64;
    let scratch = layers().map(|layer| {
        let [rows_of_weight, columns] = layer.weight_shape().map(|side| side as u64);
        let weights = rows_of_weight * columns;
        let packed = PACKED_DEPTH.min(rows_of_weight.max(rows)) * columns.max(rows_of_weight);
        match layer.patch_values() {
            0 => packed,
            patches => SUM_PARTS * weights + packed + THREADS * patches.max(PATCH_VALUES),
        }
    });
    // The examples as they are, as they are shown, and rebuilt; gradients of two layers.
    rows * (row_values(networks) + 5 * widest) + scratch.max().unwrap_or(0)
}

/// Numbers of all layers for one row.
fn row_values(networks: &[NetworkPlan]) -> u64 {
    let layers = networks.iter().flat_map(|network| &network.layers);
    let widths = layers.flat_map(|layer| layer.widths());
    widths.map(|width| width as u64).sum()
}

/// How many rows pass through a model at a time where nothing is trained.
pub fn batch_rows(settings: &Settings, shape: Shape) -> usize {
    let networks = plan_networks(settings.family, &settings.model(shape));
    let rows = BATCH_VALUES / row_values(&networks).max(1);
    rows.clamp(1, MAX_BATCH_ROWS) as usize
}

/// Finds fault with a session that would need too much.
///
/// # Errors
/// Where it does.
pub fn check_session(settings: &Settings, shape: Shape, data: u64) -> Result<(), Error> {
    let allowed = ALLOWED - FOR_ANSWERS;
    let model = session_bytes(settings, shape, 0);
    if model > allowed {
        return Err(Error::ModelTooLarge {
            needed: megabytes(model),
            allowed: megabytes(allowed),
        });
    }
    if model.saturating_add(data) > allowed {
        return Err(Error::DataTooLarge {
            needed: megabytes(data),
            allowed: megabytes(allowed - model),
        });
    }
    Ok(())
}

/// Finds fault with settings that would need too much whatever the data.
///
/// # Errors
/// Where they would.
pub fn check_settings(settings: &Settings) -> Result<(), Error> {
    let smallest = match settings.network {
        NetworkKind::Dense => Shape::Point,
        NetworkKind::Convolutional => {
            let side = 1 << settings.hidden.len();
            Shape::Image {
                height: side,
                width: side,
            }
        }
    };
    check_session(settings, smallest, 0)
}

/// Finds fault with a call that would need too much beside a session.
///
/// # Errors
/// Where it would.
pub fn check_call(bytes: u64, session: u64) -> Result<(), Error> {
    let allowed = ALLOWED.saturating_sub(session);
    if bytes <= allowed {
        return Ok(());
    }
    Err(Error::CallTooLarge {
        needed: megabytes(bytes),
        allowed: megabytes(allowed),
    })
}

/// Whole ones, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
