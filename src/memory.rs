//! How much memory a session needs, told before any of it is taken: in a browser, whatever does not fit ends the module.

use crate::dataset::Shape;
use crate::error::Error;
use crate::model::{Family, ModelConfig, NetworkKind};
use crate::settings::Settings;
use crate::training::{NetworkPlan, Packing, plan_networks};

/// What one session may need, whatever the build, so that a link opens everywhere. The build with threads may grow to 1 GiB:
/// half of it for a next session that is prepared beside this one, and 64 MiB for the code and for gaps.
pub const ALLOWED: u64 = 480 << 20;
/// What stays free at least for what a session is asked while it neither trains nor is saved: samples, measures.
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

/// What a session needs, in bytes.
#[derive(Clone, Copy, Debug)]
struct Needs {
    /// All the time: data, the model with its optimiser, the snapshot that a call of `train` may go back to, and buffers that
    /// operations keep.
    resident: u64,
    /// Besides, for a step or to be saved.
    working: u64,
}

fn needs(settings: &Settings, config: &ModelConfig, data: u64) -> Needs {
    let networks = plan_networks(settings.family, config);
    let sum = |of: &dyn Fn(&NetworkPlan) -> u64| networks.iter().map(of).sum::<u64>();
    let model = sum(&|network| {
        let copies = if network.optimized { 1 + OPTIMIZER } else { 1 };
        // Gradients of a penalty are kept apart from the others.
        let penalised = u64::from(network.name == "discriminator");
        (copies + penalised) * network.parameters()
    });
    // Parameters and moments: what is kept, and what is written.
    let state = sum(&|network| {
        let copies = if network.optimized { OPTIMIZER } else { 1 };
        copies * network.parameters()
    });
    // As read from the engine and as bytes of a file; where each number goes, and once more the largest tensor.
    let saving = 2 * state + 3 * sum(&NetworkPlan::parameters);
    let step = step_values(settings, config, &networks);
    Needs {
        resident: data + NUMBER * (model + state + buffer_values(settings, &networks)),
        // An eighth more, for what lies between: names, lists of tensors, room that a list has grown into.
        working: NUMBER * saving.max(step) * 9 / 8,
    }
}

/// Bytes that a session of these settings, which is told no labels, needs at most at a time, its data included.
pub fn session_bytes(settings: &Settings, shape: Shape, data: u64) -> u64 {
    let Needs { resident, working } = needs(settings, &settings.model(shape, 0), data);
    resident + working
}

/// Rows of a step: a discriminator sees real and generated examples at once, and perturbed ones for a penalty by differences;
/// examples in between are held beside them, and those of the other penalty come later.
fn step_rows(settings: &Settings) -> u64 {
    let batches = match settings.family {
        Family::Adversarial if settings.penalty.needs_examples() => 3,
        Family::Adversarial => 2,
        _ => 1,
    };
    batches * settings.batch_size as u64
}

/// Numbers that a step has at hand: the examples, as the encoder is shown them too, and the gradient of their
/// reconstruction; what each layer gave; the gradients at both ends of one layer; noise, codes and their gradients.
fn step_values(settings: &Settings, config: &ModelConfig, networks: &[NetworkPlan]) -> u64 {
    let trained = networks.iter().filter(|network| network.optimized);
    let ends: Vec<[u64; 2]> = trained
        .flat_map(|network| &network.layers)
        .map(|layer| layer.widths().map(|width| width as u64))
        .collect();
    let outputs: u64 = ends.iter().map(|[_, output]| output).sum();
    let gradients = ends.iter().map(|[input, output]| input + output).max();
    let examples = 3 * config.shape.features() as u64;
    let codes = 8 * (config.code + config.labels) as u64;
    step_rows(settings) * (examples + outputs + gradients.unwrap_or(0) + codes)
}

/// Numbers of the buffers of the largest operation.
fn buffer_values(settings: &Settings, networks: &[NetworkPlan]) -> u64 {
    let layers = networks.iter().flat_map(|network| &network.layers);
    let buffers = layers.map(|layer| {
        let [inputs, outputs] = layer.weight_shape().map(|side| side as u64);
        let packed = |depth: u64, columns: u64| PACKED_DEPTH.min(depth) * columns;
        let factors = packed(inputs, outputs).max(packed(outputs, inputs));
        match layer.patch_values() {
            0 => factors.max(packed(step_rows(settings), outputs)),
            patches => {
                let factors = factors.max(packed(PACKED_DEPTH, outputs));
                SUM_PARTS * inputs * outputs + factors + THREADS * patches.max(PATCH_VALUES)
            }
        }
    });
    buffers.max().unwrap_or(0)
}

/// Numbers of all layers for one row.
fn row_values(networks: &[NetworkPlan]) -> u64 {
    let layers = networks.iter().flat_map(|network| &network.layers);
    let widths = layers.flat_map(|layer| layer.widths());
    widths.map(|width| width as u64).sum()
}

/// How many rows pass through a model at a time where nothing is trained.
pub fn batch_rows(family: Family, config: &ModelConfig) -> usize {
    let networks = plan_networks(family, config);
    let packs = Packing::of(config.packing).packs() as u64;
    let rows = BATCH_VALUES / (packs * row_values(&networks)).max(1);
    rows.clamp(1, MAX_BATCH_ROWS) as usize
}

/// Finds fault with a session that would need too much.
///
/// # Errors
/// Where it does.
pub fn check_session(settings: &Settings, config: &ModelConfig, data: u64) -> Result<(), Error> {
    let Needs { resident, working } = needs(settings, config, 0);
    let model = resident + working.max(FOR_ANSWERS);
    if model > ALLOWED {
        return Err(Error::ModelTooLarge {
            needed: megabytes(model),
            allowed: megabytes(ALLOWED),
        });
    }
    if model.saturating_add(data) > ALLOWED {
        return Err(Error::DataTooLarge {
            needed: megabytes(data),
            allowed: megabytes(ALLOWED - model),
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
    check_session(settings, &settings.model(smallest, 0), 0)
}

/// Finds fault with a call that needs too much beside what a session has all the time.
///
/// # Errors
/// Where it does.
pub fn check_call(
    bytes: u64,
    settings: &Settings,
    config: &ModelConfig,
    data: u64,
) -> Result<(), Error> {
    check_input(bytes, needs(settings, config, data).resident)
}

/// Finds fault with what is about to be copied beside so many bytes.
///
/// # Errors
/// Where that would be more than a session may need.
pub fn check_input(bytes: u64, beside: u64) -> Result<(), Error> {
    let allowed = ALLOWED.saturating_sub(beside);
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
