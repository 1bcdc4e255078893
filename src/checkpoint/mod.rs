//! A session as safetensors: weights under PyTorch's names and in its layout, the rest of what it takes to
//! go on exactly (moments of Adam, settings, place in the data) beside them.

mod header;
mod inspection;
mod opening;

pub use header::Header;
pub use inspection::{Inspection, inspect};
pub use opening::Checkpoint;
pub(crate) use opening::{read_tensors, tensor_values};

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use half::f16;
use safetensors::serialize;
use safetensors::tensor::{Dtype, View};

use crate::engine::read;
use crate::error::Error;
use crate::model::{NamedParameter, Network};
use crate::training::Trainer;

const KEY: &str = "generative-playground";
/// Before the name of what an optimiser remembers.
const OPTIMIZER: &str = "optimizer.";
/// What it remembers: means of gradients, and of squared gradients.
const MOMENTS: [&str; 2] = [".exp_avg", ".exp_avg_sq"];

/// How much of a session a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// All that it takes to go on exactly.
    Full,
    /// Weights alone, each in 16 bits.
    Half,
}

/// A tensor of a file, whose bytes are made only when they are written: a copy of all would be as large as the file.
struct Stored<'a> {
    shape: Vec<usize>,
    /// All of a network, in the engine's layout.
    values: &'a [f32],
    /// Where in it the tensor's are.
    indices: Rc<[usize]>,
    precision: Precision,
}

impl View for Stored<'_> {
    fn dtype(&self) -> Dtype {
        match self.precision {
            Precision::Full => Dtype::F32,
            Precision::Half => Dtype::F16,
        }
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        let mut bytes = Vec::with_capacity(self.data_len());
        for &index in &*self.indices {
            let value = self.values[index];
            match self.precision {
                Precision::Full => bytes.extend(value.to_le_bytes()),
                Precision::Half => bytes.extend(f16::from_f32(value).to_le_bytes()),
            }
        }
        bytes.into()
    }

    fn data_len(&self) -> usize {
        let bytes = match self.precision {
            Precision::Full => size_of::<f32>(),
            Precision::Half => size_of::<f16>(),
        };
        self.indices.len() * bytes
    }
}

/// The bytes of a checkpoint. Tensors: `encoder.0.weight` `[outputs, inputs]`, `encoder.0.bias` and so on;
/// moments as `optimizer.encoder.0.weight.exp_avg` and `.exp_avg_sq`, in the same layout.
///
/// # Errors
/// Where the engine cannot give the weights back.
pub async fn save(
    header: Header,
    trainer: &mut dyn Trainer,
    precision: Precision,
) -> Result<Vec<u8>, Error> {
    let mut tensors = Vec::new();
    let mut names = Vec::new();
    for entry in trainer.networks() {
        let parameters = entry.network.named_parameters().into_iter();
        let parameters: Vec<_> = parameters
            .map(|one| (one.name, one.shape, Rc::<[usize]>::from(one.indices)))
            .collect();
        let mut add = |before: &str, after: &str, values| {
            for (name, shape, indices) in &parameters {
                let name = format!("{before}{}.{name}{after}", entry.name);
                names.push((name, shape.clone(), Rc::clone(indices), tensors.len()));
            }
            tensors.push(values);
        };
        add("", "", entry.network.parameters().clone());
        if let Some(adam) = entry.adam.filter(|_| precision == Precision::Full) {
            for (moment, values) in MOMENTS.into_iter().zip(&adam.moments) {
                add(OPTIMIZER, moment, values.clone());
            }
        }
    }
    let values = read(tensors).await?;
    let stored = names.into_iter().map(|(name, shape, indices, tensor)| {
        let values = &values[tensor][..];
        let stored = Stored {
            shape,
            values,
            indices,
            precision,
        };
        (name, stored)
    });
    let failed = |reason: String| Error::CheckpointUnwritten { reason };
    let header = header.write().map_err(|error| failed(error.to_string()))?;
    serialize(stored, Some(HashMap::from([(KEY.to_string(), header)])))
        .map_err(|error| failed(error.to_string()))
}

/// Networks alone as safetensors, in 16 bits: `name.0.weight` and so on, as PyTorch has them.
///
/// # Errors
/// Where the engine cannot give the weights back.
pub async fn save_networks(networks: &[(&str, &Network)]) -> Result<Vec<u8>, Error> {
    let tensors: Vec<_> = networks
        .iter()
        .map(|(_, one)| one.parameters().clone())
        .collect();
    let values = read(tensors).await?;
    let mut stored = Vec::new();
    for ((before, network), values) in networks.iter().zip(&values) {
        for NamedParameter {
            name,
            shape,
            indices,
        } in network.named_parameters()
        {
            let precision = Precision::Half;
            let indices = indices.into();
            stored.push((
                format!("{before}.{name}"),
                Stored {
                    shape,
                    values,
                    indices,
                    precision,
                },
            ));
        }
    }
    serialize(stored, None).map_err(|error| Error::CheckpointUnwritten {
        reason: error.to_string(),
    })
}
