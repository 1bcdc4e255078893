//! What is saved beside the tensors.

use serde::Serialize;
use serde_json::json;

use crate::dataset::{DataDescription, MAX_LABELS, Shape};
use crate::error::Error;
use crate::settings::{Given, Settings};

pub(super) const VERSION: u64 = 1;
/// The largest whole number that JavaScript tells from its neighbours.
const LARGEST: u64 = (1 << 53) - 1;

/// A session but for its numbers and its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The session's settings.
    pub settings: Settings,
    /// What one example is.
    pub shape: Shape,
    /// Labels that the data have, where the model is told them; 0 in files that do not say it.
    pub labels: usize,
    /// What it was trained on; unknown in files of the first kind.
    pub data: Option<DataDescription>,
    /// Steps trained.
    pub step: u64,
    /// Steps that the optimiser's moments do not remember; there are none of it where it has seen no step.
    pub optimizer_start: u64,
    /// Times all examples were seen.
    pub epoch: u64,
    /// Examples seen of the next time.
    pub position: usize,
}

/// The shape of an example, under the names that files have had from the first.
#[derive(Serialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
enum ShapeInFile {
    Picture { height: usize, width: usize },
    Point,
    Signal { length: usize },
    Sequence { length: usize, symbols: usize },
}

impl Header {
    /// As a file has it.
    ///
    /// # Errors
    /// None that is known of.
    pub(super) fn write(&self) -> Result<String, serde_json::Error> {
        let shape = match self.shape {
            Shape::Image { height, width } => ShapeInFile::Picture { height, width },
            Shape::Point => ShapeInFile::Point,
            Shape::Signal { length } => ShapeInFile::Signal { length },
            Shape::Sequence { length, symbols } => ShapeInFile::Sequence { length, symbols },
        };
        serde_json::to_string(&json!({
            "version": VERSION,
            "settings": self.settings,
            "shape": shape,
            "labels": self.labels,
            "data": self.data,
            "step": self.step,
            "optimizerStart": self.optimizer_start,
            "epoch": self.epoch,
            "position": self.position,
        }))
    }

    /// From a file, which may say anything.
    ///
    /// # Errors
    /// Where something is missing, out of its range, or does not go with the rest.
    pub(super) fn read(text: &str) -> Result<Self, Error> {
        let header: serde_json::Value =
            serde_json::from_str(text).map_err(|error| unreadable(error.to_string()))?;
        let header = Given::from(header);
        let field = |name: &str| {
            let lacking = || unreadable(format!("it has no \"{name}\""));
            header.field(name).ok_or_else(lacking)
        };
        let version = whole("version", field("version")?, LARGEST)?;
        if version != VERSION {
            return Err(Error::CheckpointVersion {
                version,
                newest: VERSION,
            });
        }
        let settings = Settings::read_whole(field("settings")?)?;
        let shape = read_shape(field("shape")?)?;
        settings.check_data(shape)?;
        let data = match header.field("data") {
            None | Some(Given::Null) => None,
            Some(data) => Some(DataDescription::read(data)?),
        };
        if data.as_ref().is_some_and(|data| data.shape() != shape) {
            return Err(unreadable("its data are not of its shape".into()));
        }
        let count = data
            .as_ref()
            .map_or(u32::MAX as usize, DataDescription::count);
        let step = whole("step", field("step")?, LARGEST)?;
        Ok(Self {
            settings,
            shape,
            labels: match header.field("labels") {
                None => 0,
                Some(labels) => whole("labels", labels, MAX_LABELS as u64)? as usize,
            },
            data,
            step,
            optimizer_start: match header.field("optimizerStart") {
                None => 0,
                Some(start) => whole("optimizerStart", start, step)?,
            },
            epoch: whole("epoch", field("epoch")?, LARGEST)?,
            position: whole("position", field("position")?, count as u64)? as usize,
        })
    }
}

fn unreadable(reason: String) -> Error {
    Error::CheckpointUnreadable { reason }
}

fn whole(name: &'static str, given: &Given, most: u64) -> Result<u64, Error> {
    match *given {
        Given::Number(number) if (0.0..=most as f64).contains(&number) && number.fract() == 0.0 => {
            Ok(number as u64)
        }
        _ => Err(Error::CheckpointNumber {
            name,
            value: given.written(),
            most,
        }),
    }
}

fn read_shape(given: &Given) -> Result<Shape, Error> {
    let side = |name| match given.field(name) {
        Some(&Given::Number(side)) if Shape::is_side(side) => Ok(side as usize),
        _ => Err(unreadable(format!("its pictures have no sound {name}"))),
    };
    match given.field("kind") {
        Some(Given::Text(kind)) if kind == "picture" => Ok(Shape::Image {
            height: side("height")?,
            width: side("width")?,
        }),
        Some(Given::Text(kind)) if kind == "point" => Ok(Shape::Point),
        Some(Given::Text(kind)) if kind == "signal" => Ok(Shape::Signal {
            length: side("length")?,
        }),
        Some(Given::Text(kind)) if kind == "sequence" => Ok(Shape::Sequence {
            length: side("length")?,
            symbols: side("symbols")?,
        }),
        _ => Err(unreadable("it does not say what an example is".into())),
    }
}
