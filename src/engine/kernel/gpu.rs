//! The operations on the GPU: for now as plain operations of Burn.

use burn::backend::Cube;
use burn::backend::tensor::FloatTensor;

use super::{Activation, AdamKernels, DenseKernels, Layers, LogisticKernels};

impl AdamKernels for Cube {}
impl DenseKernels for Cube {}
impl LogisticKernels for Cube {}

impl Layers for Cube {
    fn dense(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        Self::dense_forward(input, weight, bias, activation)
    }

    fn logistic_loss(logits: FloatTensor<Self>, targets: FloatTensor<Self>) -> FloatTensor<Self> {
        Self::logistic_forward(logits, targets).0
    }
}
