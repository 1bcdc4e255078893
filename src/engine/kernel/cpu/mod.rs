//! The operations on the CPU: each result is written in one pass over memory.

mod adam;
mod dense;
mod lanes;
mod logistic;
mod matrix;
mod window;

use std::borrow::Cow;

use burn::backend::Flex;
use burn::tensor::{Bytes, DType, Shape};
use burn_flex::{FlexTensor, Layout};

/// The numbers of a tensor in the order of its axes; copied only where they lie otherwise.
fn numbers(tensor: &FlexTensor) -> Cow<'_, [f32]> {
    match tensor.as_slice::<f32>() {
        Some(values) => Cow::Borrowed(values),
        None => Cow::Owned(tensor.to_contiguous().storage::<f32>().to_vec()),
    }
}

/// A tensor of `shape` made of these numbers.
fn tensor<const RANK: usize>(values: Vec<f32>, shape: [usize; RANK]) -> FlexTensor {
    FlexTensor::new(
        Bytes::from_elems(values),
        Layout::contiguous(Shape::from(shape)),
        DType::F32,
    )
}

/// Rows and columns.
fn sizes(tensor: &FlexTensor) -> [usize; 2] {
    let shape = tensor.layout().shape();
    [shape[0], shape[1]]
}

/// The numbers of a tensor that nobody else holds, to be changed in place; where somebody does, of a copy.
fn own(tensor: FlexTensor) -> FlexTensor {
    if tensor.layout().start_offset() == 0 && tensor.is_contiguous() {
        tensor
    } else {
        tensor.to_contiguous()
    }
}
