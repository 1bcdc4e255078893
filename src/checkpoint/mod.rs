//! A session as safetensors: weights under PyTorch's names and in its layout, the rest of what it takes to
//! go on exactly (moments of Adam, settings, place in the data) beside them.

mod header;
mod inspection;
mod opening;

pub use header::Header;
pub use inspection::{Inspection, inspect};
pub use opening::Checkpoint;

use std::collections::HashMap;

use safetensors::serialize;
use safetensors::tensor::{Dtype, TensorView};

use crate::engine::read;
use crate::error::Error;
use crate::training::Trainer;

const KEY: &str = "generative-playground";
/// Before the name of what an optimiser remembers.
const OPTIMIZER: &str = "optimizer.";
/// What it remembers: means of gradients, and of squared gradients.
const MOMENTS: [&str; 2] = [".exp_avg", ".exp_avg_sq"];

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
            sources.push((OPTIMIZER.into(), MOMENTS[0], first));
            sources.push((OPTIMIZER.into(), MOMENTS[1], second));
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
    let failed = |reason: String| Error::CheckpointUnwritten { reason };
    let mut views = Vec::with_capacity(names.len());
    for ((name, shape), bytes) in names.into_iter().zip(shapes).zip(&bytes) {
        let view =
            TensorView::new(Dtype::F32, shape, bytes).map_err(|error| failed(error.to_string()))?;
        views.push((name, view));
    }
    let header = header.write().map_err(|error| failed(error.to_string()))?;
    serialize(views, Some(HashMap::from([(KEY.to_string(), header)])))
        .map_err(|error| failed(error.to_string()))
}
