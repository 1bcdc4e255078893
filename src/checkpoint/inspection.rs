//! What a saved file holds, without a session.

use serde::Serialize;

use super::header::VERSION;
use super::{Checkpoint, Header};
use crate::dataset::{DataDescription, Shape};
use crate::error::Error;
use crate::settings::Settings;
use crate::training::plan_networks;

/// A saved file in a few words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inspection {
    /// Of the format.
    pub version: u64,
    /// The session's settings.
    pub settings: Settings,
    /// What one example is.
    pub shape: InspectedShape,
    /// What it was trained on; none in old files.
    pub data: Option<DataDescription>,
    /// Steps trained.
    pub step: u64,
    /// Times all examples were seen.
    pub epoch: u64,
    /// Numbers that are trained.
    pub parameters: u64,
}

/// What one example is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum InspectedShape {
    /// A grey picture.
    Images {
        /// Rows of pixels.
        height: usize,
        /// Pixels in a row.
        width: usize,
    },
    /// A point in the plane.
    Points,
    /// A signal.
    Signals {
        /// Values in it.
        length: usize,
    },
    /// A molecule.
    Molecules {
        /// Places in its sequence.
        length: usize,
        /// Symbols that can stand at each.
        symbols: usize,
    },
}

/// What a saved file holds.
///
/// # Errors
/// Where [`crate::session::Session::restore`] would refuse it, whatever the reason.
pub fn inspect(bytes: &[u8]) -> Result<Inspection, Error> {
    let Header {
        settings,
        shape,
        labels,
        data,
        step,
        epoch,
        ..
    } = Checkpoint::open(bytes)?.header;
    let networks = plan_networks(settings.family, &settings.model(shape, labels));
    let trained = networks.iter().filter(|network| network.optimized);
    Ok(Inspection {
        version: VERSION,
        shape: match shape {
            Shape::Image { height, width } => InspectedShape::Images { height, width },
            Shape::Point => InspectedShape::Points,
            Shape::Signal { length } => InspectedShape::Signals { length },
            Shape::Sequence { length, symbols } => InspectedShape::Molecules { length, symbols },
        },
        data,
        step,
        epoch,
        parameters: trained.map(|network| network.parameters()).sum(),
        settings,
    })
}
