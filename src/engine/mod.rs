//! Where the mathematics is done: on the CPU (Burn's Flex backend) or on the GPU (Burn's WebGPU backend).

pub mod kernel;
pub mod threads;

use burn::tensor::{Device, Tensor, TensorData, Transaction};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Dispatches in one submission, unless something is read before.
#[cfg(feature = "webgpu")]
const MAX_TASKS: usize = 4096;

/// Which engine a session asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EngineName {
    /// The CPU; every build has it.
    #[default]
    Cpu,
    /// The GPU, by WebGPU.
    Webgpu,
    /// The GPU where the build and the machine have one, otherwise the CPU.
    Auto,
}

/// An engine ready to compute on.
#[derive(Clone, Debug)]
pub struct Engine {
    name: EngineName,
    device: Device,
}

impl Engine {
    /// The CPU engine, which is always ready.
    pub fn cpu() -> Self {
        Self {
            name: EngineName::Cpu,
            device: Device::flex(),
        }
    }

    /// The engine of that name.
    ///
    /// # Errors
    /// Where `webgpu` is asked for and the build or the machine has none.
    pub async fn open(name: EngineName) -> Result<Self, Error> {
        match name {
            EngineName::Cpu => Ok(Self::cpu()),
            EngineName::Webgpu => Self::webgpu().await,
            EngineName::Auto => Ok(Self::webgpu().await.unwrap_or_else(|_| Self::cpu())),
        }
    }

    #[cfg(not(feature = "webgpu"))]
    async fn webgpu() -> Result<Self, Error> {
        Err(Error::EngineMissing {})
    }

    #[cfg(feature = "webgpu")]
    async fn webgpu() -> Result<Self, Error> {
        use std::sync::OnceLock;
        // A device can be opened once; its clones are the same device.
        static DEVICE: OnceLock<Device> = OnceLock::new();
        let device = match DEVICE.get() {
            Some(device) => device.clone(),
            None => {
                let options = Device::wgpu_options().tasks_max(MAX_TASKS);
                let device = options.init_async().await.map_err(|error| {
                    let reason = error.to_string();
                    Error::WebgpuFailed { reason }
                })?;
                DEVICE.get_or_init(|| device).clone()
            }
        };
        Ok(Self {
            name: EngineName::Webgpu,
            device,
        })
    }

    /// Which engine it is: never `auto`.
    pub fn name(&self) -> EngineName {
        self.name
    }

    /// The device, without autodiff.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// `rows` rows of numbers as a tensor `[rows, values.len() / rows]`.
    pub fn tensor(&self, values: Vec<f32>, rows: usize) -> Tensor<2> {
        let columns = values.len() / rows.max(1);
        Tensor::from_data(TensorData::new(values, [rows, columns]), &self.device)
    }

    /// Numbers as a tensor of one axis.
    pub fn flat(&self, values: Vec<f32>) -> Tensor<1> {
        let count = values.len();
        Tensor::from_data(TensorData::new(values, [count]), &self.device)
    }
}

/// Zeros on a device, as data: Burn's own would have a shader generated for them.
pub fn zeros<const RANK: usize>(shape: [usize; RANK], device: &Device) -> Tensor<RANK> {
    let values = vec![0f32; shape.iter().product()];
    Tensor::from_data(TensorData::new(values, shape), device)
}

/// An empty tensor in the place of one that is moved out to be changed in place, which works only where no other tensor
/// shares its storage. It allocates nothing on any engine's device.
pub fn placeholder() -> Tensor<1> {
    Tensor::empty([0], &Device::flex())
}

/// Reads tensors from their device, all in one wait. Burn's blocking reads would panic in a browser.
///
/// # Errors
/// Where the device is lost.
pub async fn read<const RANK: usize>(
    tensors: impl IntoIterator<Item = Tensor<RANK>>,
) -> Result<Vec<Vec<f32>>, Error> {
    let lost = |reason: String| Error::DeviceFailed { reason };
    let transaction = tensors
        .into_iter()
        .fold(Transaction::default(), |transaction, tensor| {
            transaction.register(tensor)
        });
    let read = transaction
        .execute_async()
        .await
        .map_err(|error| lost(error.to_string()))?;
    read.into_iter()
        .map(|data| {
            data.try_into_vec::<f32>()
                .map_err(|error| lost(format!("{error:?}")))
        })
        .collect()
}
