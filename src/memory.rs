//! What a session may need of a build's memory, and what a model would need, told before anything is made of it.

use crate::dataset::Shape;
use crate::error::Error;
use crate::model::{Family, LayerConfig};
use crate::settings::Settings;
use crate::training::networks;

/// Bytes that a session may need: less than half of what a build has, whose limit is 1 GiB with threads, so that a next
/// session can be made beside the one that trains.
pub const ALLOWED: u64 = 400 << 20;

/// Bytes for each parameter: itself, its gradient and Adam's two moments; the first three of these once more, as they
/// were before the last call of `train`; and on saving six more, as numbers and as bytes.
const PER_PARAMETER: u64 = 4 * (4 + 3 + 6);
/// Bytes for each output of a layer and example of a batch: itself, its gradient, and a copy on the way.
const PER_ACTIVATION: u64 = 4 * 3;
/// The most numbers that one tensor may have: far from where 32 bits end.
const LARGEST_TENSOR: u64 = 1 << 28;

/// Whole ones, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

pub(crate) fn data_too_large(bytes: u64) -> Error {
    Error::DataTooLarge {
        needed: megabytes(bytes),
        allowed: megabytes(ALLOWED),
    }
}

/// Bytes that a model of these settings needs for examples of that shape, with its training and with being saved.
///
/// # Errors
/// Where that is more than is allowed.
pub fn check_model(settings: &Settings, shape: Shape) -> Result<u64, Error> {
    let refuse = |bytes: u64| Error::ModelTooLarge {
        needed: megabytes(bytes),
        allowed: megabytes(ALLOWED),
    };
    let features = match shape {
        Shape::Image { height, width } => height as u64 * width as u64,
        Shape::Point => 2,
    };
    let widths = settings.hidden.iter().copied();
    let widest = widths.max().unwrap_or(1).max(2 * settings.code) as u64;
    // No product of sizes below is larger than this one times another width.
    if features * widest > LARGEST_TENSOR {
        return Err(refuse(features * widest * PER_PARAMETER));
    }
    let (mut parameters, mut outputs) = (0, 0);
    for network in networks(settings.family, &settings.model(shape)) {
        parameters += network.parameters();
        outputs += features + network.layers.iter().map(output_size).sum::<u64>();
    }
    // A discriminator is shown real and generated examples at once.
    let rows = settings.batch_size as u64
        * if settings.family == Family::Adversarial {
            2
        } else {
            1
        };
    let needed = parameters
        .saturating_mul(PER_PARAMETER)
        .saturating_add(rows * outputs * PER_ACTIVATION);
    if needed > ALLOWED {
        return Err(refuse(needed));
    }
    Ok(needed)
}

/// Numbers that come out of a layer for one example.
fn output_size(layer: &LayerConfig) -> u64 {
    match *layer {
        LayerConfig::Dense { to, .. } => to.count() as u64,
        // Half of the sides, so a quarter of the pixels.
        LayerConfig::Conv2d { from, channels } => {
            (from.height * from.width) as u64 / 4 * channels as u64
        }
        LayerConfig::ConvTranspose2d { to, .. } => to.features() as u64,
    }
}
