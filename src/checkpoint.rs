//! A session as safetensors: weights under PyTorch's names and in its layout, the rest of what it takes to
//! go on exactly (moments of Adam, settings, place in the data) beside them.

use std::collections::HashMap;

use safetensors::tensor::{Dtype, TensorView};
use safetensors::{SafeTensors, serialize};
use serde::{Deserialize, Serialize};

use crate::dataset::Shape;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::model::from_pytorch;
use crate::settings::Settings;
use crate::training::{Moments, Part, Trainer};

const KEY: &str = "generative-playground";
const VERSION: u32 = 1;

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
    /// Steps of each network's optimiser.
    optimizer_steps: HashMap<String, u32>,
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
            optimizer_steps: HashMap::new(),
        }
    }
}

/// The bytes of a checkpoint. Tensors: `encoder.0.weight` `[outputs, inputs]`, `encoder.0.bias` and so on;
/// moments as `optimizer.encoder.0.weight.exp_avg` and `.exp_avg_sq`, in the same layout.
///
/// # Errors
/// Where the engine cannot give the weights back.
pub async fn save(mut header: Header, trainer: &mut dyn Trainer) -> Result<Vec<u8>, Error> {
    let mut names = Vec::new();
    let mut shapes = Vec::new();
    let mut orders = Vec::new();
    let mut tensors = Vec::new();
    for part in trainer.parts() {
        if let Some(adam) = &part.adam {
            header.optimizer_steps.insert(part.name.into(), adam.step);
        }
        let parameters = part.network.parameters();
        let mut moments = part.adam.iter().flat_map(|adam| &adam.moments);
        for parameter in parameters {
            let name = format!("{}.{}", part.name, parameter.name);
            if let Some(moments) = moments.next() {
                for (suffix, tensor) in
                    [("exp_avg", &moments.first), ("exp_avg_sq", &moments.second)]
                {
                    names.push(format!("optimizer.{name}.{suffix}"));
                    shapes.push(parameter.shape.clone());
                    orders.push(parameter.order.clone());
                    tensors.push(tensor.clone());
                }
            }
            names.push(name);
            shapes.push(parameter.shape);
            orders.push(parameter.order);
            tensors.push(parameter.values);
        }
    }
    let values = read(tensors).await?;
    let bytes: Vec<Vec<u8>> = values
        .iter()
        .zip(orders)
        .map(|(values, order)| {
            let ordered = order.into_iter().map(|place| values[place]);
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
    pub fn load(&self, trainer: &mut dyn Trainer, engine: &Engine) -> Result<(), Error> {
        for Part {
            name,
            network,
            adam,
        } in trainer.parts()
        {
            let plain = engine.device().clone();
            let device = if adam.is_some() {
                plain.autodiff()
            } else {
                plain
            };
            network.load(&device, |parameter, shape| {
                self.values(&format!("{name}.{parameter}"), shape)
            })?;
            let Some(adam) = adam else { continue };
            adam.step = self.header.optimizer_steps.get(name).copied().unwrap_or(0);
            adam.moments.clear();
            if adam.step == 0 {
                continue;
            }
            for parameter in network.parameters() {
                let moment = |suffix: &str| {
                    let full = format!("optimizer.{name}.{}.{suffix}", parameter.name);
                    let values = self.values(&full, &parameter.shape)?;
                    let values = from_pytorch(&values, &parameter.order);
                    let count = values.len();
                    Ok::<_, Error>(engine.tensor(values, 1).reshape([count]))
                };
                adam.moments.push(Moments {
                    first: moment("exp_avg")?,
                    second: moment("exp_avg_sq")?,
                });
            }
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
