//! A session as safetensors: weights under PyTorch's names and in its layout, the rest of what it takes to
//! go on exactly (moments of Adam, settings, place in the data) beside them.

use std::collections::HashMap;

use safetensors::tensor::{Dtype, TensorView};
use safetensors::{SafeTensors, serialize};
use serde::{Deserialize, Serialize};

use crate::dataset::Shape;
use crate::engine::read;
use crate::error::Error;
use crate::settings::Settings;
use crate::training::{NamedNetwork, Trainer};

const KEY: &str = "generative-playground";
const VERSION: u32 = 1;
/// Before the name of what an optimiser remembers.
const OPTIMIZER: &str = "optimizer.";

/// What is saved beside the tensors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Header {
    version: u32,
    /// The session's settings.
    pub settings: Settings,
    /// What it was trained on.
    pub shape: Shape,
    /// Steps trained.
    pub step: u64,
    /// Times all examples were seen.
    pub epoch: u64,
    /// Examples seen of the next time.
    pub position: usize,
}

impl Header {
    /// A header of this version.
    pub fn new(settings: Settings, shape: Shape, step: u64, epoch: u64, position: usize) -> Self {
        Self {
            version: VERSION,
            settings,
            shape,
            step,
            epoch,
            position,
        }
    }
}

/// The bytes of a checkpoint. Tensors: `encoder.0.weight` `[outputs, inputs]`, `encoder.0.bias` and so on;
/// moments as `optimizer.encoder.0.weight.exp_avg` and `.exp_avg_sq`, in the same layout.
///
/// # Errors
/// Where the engine cannot give the weights back.
pub async fn save(header: Header, trainer: &mut dyn Trainer) -> Result<Vec<u8>, Error> {
    let mut names = Vec::new();
    let mut shapes = Vec::new();
    // Where in which tensor the numbers are.
    let mut indices = Vec::new();
    let mut tensors = Vec::new();
    for entry in trainer.networks() {
        let mut sources = vec![(String::new(), "", entry.network.parameters().clone())];
        if let Some(adam) = entry.adam {
            let [first, second] = adam.moments.clone();
            sources.push((OPTIMIZER.into(), ".exp_avg", first));
            sources.push((OPTIMIZER.into(), ".exp_avg_sq", second));
        }
        for (before, after, tensor) in sources {
            for parameter in entry.network.named_parameters() {
                names.push(format!("{before}{}.{}{after}", entry.name, parameter.name));
                shapes.push(parameter.shape);
                indices.push((tensors.len(), parameter.indices));
            }
            tensors.push(tensor);
        }
    }
    let values = read(tensors).await?;
    let bytes: Vec<Vec<u8>> = indices
        .into_iter()
        .map(|(tensor, indices): (usize, Vec<usize>)| {
            let values = &values[tensor];
            let ordered = indices.into_iter().map(|index| values[index]);
            ordered.flat_map(f32::to_le_bytes).collect()
        })
        .collect();
    let failed = |reason: String| {
        Error::new(
            format!("The checkpoint could not be written ({reason})"),
            "a session that can be saved",
            "Report this as a defect",
        )
    };
    let mut views = Vec::with_capacity(names.len());
    for ((name, shape), bytes) in names.into_iter().zip(shapes).zip(&bytes) {
        let view =
            TensorView::new(Dtype::F32, shape, bytes).map_err(|error| failed(error.to_string()))?;
        views.push((name, view));
    }
    let header = serde_json::to_string(&header).map_err(|error| failed(error.to_string()))?;
    serialize(views, Some(HashMap::from([(KEY.to_string(), header)])))
        .map_err(|error| failed(error.to_string()))
}

/// A checkpoint that has been read and found whole.
pub struct Checkpoint<'a> {
    /// What was saved beside the tensors.
    pub header: Header,
    tensors: SafeTensors<'a>,
}

fn refuse(wrong: String) -> Error {
    Error::new(
        wrong,
        "a safetensors file that this playground saved",
        "Choose another file; this one cannot be continued",
    )
}

impl<'a> Checkpoint<'a> {
    /// Reads the header; tensors are read by [`Checkpoint::load`].
    ///
    /// # Errors
    /// Where the bytes are no safetensors file, or not one of ours.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let damaged = |error: String| {
            refuse(format!(
                "The checkpoint is not a whole safetensors file ({error})"
            ))
        };
        let (_, metadata) =
            SafeTensors::read_metadata(bytes).map_err(|error| damaged(error.to_string()))?;
        let tensors =
            SafeTensors::deserialize(bytes).map_err(|error| damaged(error.to_string()))?;
        let header = metadata
            .metadata()
            .as_ref()
            .and_then(|metadata| metadata.get(KEY))
            .ok_or_else(|| refuse("The safetensors file holds no playground session".into()))?;
        let header: Header = serde_json::from_str(header).map_err(|error| {
            refuse(format!(
                "The checkpoint's settings cannot be read ({error})"
            ))
        })?;
        if header.version != VERSION {
            return Err(refuse(format!(
                "The checkpoint has version {}, not {VERSION}",
                header.version
            )));
        }
        Ok(Self { header, tensors })
    }

    /// Gives a fresh model of the header's settings the saved weights and moments.
    ///
    /// # Errors
    /// Where a tensor is missing or of another shape.
    pub fn load(&self, trainer: &mut dyn Trainer) -> Result<(), Error> {
        for NamedNetwork {
            name,
            network,
            adam,
        } in trainer.networks()
        {
            let values = network.from_pytorch(|parameter, shape| {
                self.values(&format!("{name}.{parameter}"), shape)
            })?;
            // Before the first step there are no moments yet.
            if let Some(adam) = adam.filter(|_| self.header.step > 0) {
                let moment = |suffix: &str| {
                    network.from_pytorch(|parameter, shape| {
                        self.values(&format!("{OPTIMIZER}{name}.{parameter}.{suffix}"), shape)
                    })
                };
                adam.moments = [moment("exp_avg")?, moment("exp_avg_sq")?];
            }
            network.map_parameters(|_| values);
        }
        Ok(())
    }

    fn values(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, Error> {
        let view = self
            .tensors
            .tensor(name)
            .map_err(|_| refuse(format!("The checkpoint has no tensor \"{name}\"")))?;
        if view.dtype() != Dtype::F32 || view.shape() != shape {
            return Err(refuse(format!(
                "The checkpoint's tensor \"{name}\" is {:?} {:?} and not F32 {shape:?}",
                view.dtype(),
                view.shape()
            )));
        }
        let values = view
            .data()
            .chunks_exact(4)
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        Ok(values.collect())
    }
}
