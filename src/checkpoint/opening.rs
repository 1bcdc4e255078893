//! A checkpoint on its way in: found whole, sound and possible before anything is made of it.

use half::f16;
use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, TensorView};

use super::{Header, KEY, MOMENTS, OPTIMIZER};
use crate::error::Error;
use crate::memory;
use crate::training::{NamedNetwork, Trainer, plan_networks};

/// Bytes of a header: ten times what the largest model has.
const LONGEST_HEADER: u64 = 1 << 20;
/// Bytes before the header, which tell its length.
const LENGTH: usize = 8;

/// A checkpoint that can be continued.
pub struct Checkpoint<'a> {
    /// What was saved beside the tensors.
    pub header: Header,
    tensors: SafeTensors<'a>,
}

impl<'a> Checkpoint<'a> {
    /// Reads the header, and looks at every tensor that a model of it has.
    ///
    /// # Errors
    /// Where the bytes are no safetensors file, or not one of ours; where the model cannot be made; where a tensor is
    /// missing, of another shape, or holds what is no number.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let tensors = read_tensors(bytes)?;
        let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(damaged)?;
        let header = metadata.metadata().as_ref();
        let header = header.and_then(|metadata| metadata.get(KEY));
        let header = Header::read(header.ok_or(Error::CheckpointForeign {})?)?;
        let checkpoint = Self { header, tensors };
        checkpoint.check()?;
        Ok(checkpoint)
    }

    fn check(&self) -> Result<(), Error> {
        let settings = &self.header.settings;
        let config = settings.model(self.header.shape, self.header.labels);
        config.check()?;
        memory::check_session(settings, &config, 0)?;
        for network in plan_networks(settings.family, &config) {
            for (name, shape) in network.tensors() {
                self.check_tensor(&name, &shape, false)?;
                if network.optimized && self.has_moments() {
                    for (moment, is_square) in MOMENTS.into_iter().zip([false, true]) {
                        let name = format!("{OPTIMIZER}{name}{moment}");
                        self.check_tensor(&name, &shape, is_square)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn check_tensor(&self, name: &str, shape: &[usize], is_square: bool) -> Result<(), Error> {
        let sound = |value: &f32| value.is_finite() && !(is_square && *value < 0.0);
        match numbers(&self.tensor(name, shape)?).find(|value| !sound(value)) {
            None => Ok(()),
            Some(value) => Err(Error::TensorValue {
                tensor: name.into(),
                value: value.to_string(),
            }),
        }
    }

    /// Before the optimiser's first step there are none yet.
    fn has_moments(&self) -> bool {
        self.header.step > self.header.optimizer_start
    }

    fn tensor(&self, name: &str, shape: &[usize]) -> Result<TensorView<'a>, Error> {
        tensor(&self.tensors, name, shape)
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
            let read = |before: &str, after: &str| {
                network.from_pytorch(|parameter, shape| {
                    let name = format!("{before}{name}.{parameter}{after}");
                    Ok(numbers(&self.tensor(&name, shape)?).collect())
                })
            };
            let values = read("", "")?;
            if let Some(adam) = adam.filter(|_| self.has_moments()) {
                let [first, second] = MOMENTS;
                adam.moments = [read(OPTIMIZER, first)?, read(OPTIMIZER, second)?];
            }
            network.map_parameters(|_| values);
        }
        Ok(())
    }
}

fn damaged(error: impl ToString) -> Error {
    let reason = error.to_string();
    Error::CheckpointDamaged { reason }
}

/// The tensors of a file, whose header is looked at before it is read.
///
/// # Errors
/// Where the bytes are no safetensors file.
pub(crate) fn read_tensors(bytes: &[u8]) -> Result<SafeTensors<'_>, Error> {
    let length = bytes.first_chunk::<LENGTH>().copied();
    if length.is_some_and(|length| u64::from_le_bytes(length) > LONGEST_HEADER) {
        return Err(damaged("its header is too long"));
    }
    SafeTensors::deserialize(bytes).map_err(damaged)
}

fn tensor<'a>(
    tensors: &SafeTensors<'a>,
    name: &str,
    shape: &[usize],
) -> Result<TensorView<'a>, Error> {
    let tensor = tensors.tensor(name).map_err(|_| Error::TensorMissing {
        tensor: name.into(),
    })?;
    if !matches!(tensor.dtype(), Dtype::F32 | Dtype::F16) || tensor.shape() != shape {
        return Err(Error::TensorShape {
            tensor: name.into(),
            found: format!("{:?} {:?}", tensor.dtype(), tensor.shape()),
            expected: format!("F32 {shape:?}"),
        });
    }
    Ok(tensor)
}

/// The numbers of a tensor of that name and shape.
///
/// # Errors
/// Where it is missing, of another shape, or holds what is no number.
pub(crate) fn tensor_values(
    tensors: &SafeTensors<'_>,
    name: &str,
    shape: &[usize],
) -> Result<Vec<f32>, Error> {
    let values: Vec<f32> = numbers(&tensor(tensors, name, shape)?).collect();
    match values.iter().find(|value| !value.is_finite()) {
        None => Ok(values),
        Some(value) => Err(Error::TensorValue {
            tensor: name.into(),
            value: value.to_string(),
        }),
    }
}

fn numbers<'a>(tensor: &TensorView<'a>) -> impl Iterator<Item = f32> + use<'a> {
    let is_half = tensor.dtype() == Dtype::F16;
    let bytes = if is_half {
        size_of::<f16>()
    } else {
        size_of::<f32>()
    };
    tensor
        .data()
        .chunks_exact(bytes)
        .map(move |bytes| match *bytes {
            [low, high] => f16::from_le_bytes([low, high]).to_f32(),
            [first, second, third, fourth] => f32::from_le_bytes([first, second, third, fourth]),
            _ => f32::NAN,
        })
}
