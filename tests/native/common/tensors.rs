//! Tensors of the CPU engine, as tests of operations need them.

use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::random::{Purpose, Random};

/// Standard normal numbers, the same for the same index.
pub fn normals<const RANK: usize>(index: u64, shape: [usize; RANK]) -> Tensor<RANK> {
    let values = Random::stream(17, Purpose::Evaluation, index).normals(shape.iter().product());
    Tensor::from_data(TensorData::new(values, shape), &Device::flex())
}

/// In row-major order.
pub fn values<const RANK: usize>(tensor: Tensor<RANK>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("floats")
}

/// To one part in ten thousand, or of a tenth where that is larger.
#[track_caller]
pub fn agree<const RANK: usize>(what: &str, found: Tensor<RANK>, expected: Tensor<RANK>) {
    assert_eq!(found.dims(), expected.dims(), "{what}");
    for (found, expected) in values(found).into_iter().zip(values(expected)) {
        let difference = (found - expected).abs();
        assert!(
            difference <= 1e-4 * expected.abs().max(0.1),
            "{what}: {found}, not {expected}"
        );
    }
}
