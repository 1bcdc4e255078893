//! How gradients flow back through the operations.

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::CheckpointStrategy;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::FloatTensor;

use super::plain::{DenseGradients, DenseKernels, LogisticKernels, Wanted, WindowKernels};
use super::{Activation, Autodiff, Backend, Layers, PictureSize};

/// A dense layer, whose parents are input, weight and bias.
#[derive(Debug)]
struct Dense;

impl<B: DenseKernels> Backward<B, 3> for Dense {
    /// Input, weight and output as they were, and the activation.
    type State = (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>, Activation);

    fn backward(
        self,
        ops: Ops<Self::State, 3>,
        gradients: &mut Gradients,
        _checkpointer: &mut Checkpointer,
    ) {
        let gradient = gradients.consume::<B>(&ops.node);
        let (input, weight, output, activation) = ops.state;
        let [input_node, weight_node, bias_node] = ops.parents;
        let wanted = Wanted {
            input: input_node.is_some(),
            weight: weight_node.is_some(),
            bias: bias_node.is_some(),
        };
        let found = B::dense_backward(input, weight, output, gradient, activation, wanted);
        let DenseGradients {
            input,
            weight,
            bias,
        } = found;
        let pairs = [
            (input_node, input),
            (weight_node, weight),
            (bias_node, bias),
        ];
        for (node, gradient) in pairs {
            if let (Some(node), Some(gradient)) = (node, gradient) {
                gradients.register::<B>(node.id, gradient);
            }
        }
    }
}

/// The cross-entropy of logits; targets are given and have no gradient.
#[derive(Debug)]
struct LogisticLoss;

impl<B: LogisticKernels> Backward<B, 1> for LogisticLoss {
    /// `sigmoid(logits) - targets`
    type State = FloatTensor<B>;

    fn backward(
        self,
        ops: Ops<Self::State, 1>,
        gradients: &mut Gradients,
        _checkpointer: &mut Checkpointer,
    ) {
        let gradient = gradients.consume::<B>(&ops.node);
        let [logits] = ops.parents;
        if let Some(node) = logits {
            gradients.register::<B>(node.id, B::logistic_backward(ops.state, gradient));
        }
    }
}

/// Pictures to windows; the gradient goes the way back.
#[derive(Debug)]
struct Unfold;

impl<B: WindowKernels> Backward<B, 1> for Unfold {
    type State = PictureSize;

    fn backward(
        self,
        ops: Ops<Self::State, 1>,
        gradients: &mut Gradients,
        _checkpointer: &mut Checkpointer,
    ) {
        let gradient = gradients.consume::<B>(&ops.node);
        let [pictures] = ops.parents;
        if let Some(node) = pictures {
            gradients.register::<B>(node.id, B::fold_windows(gradient, ops.state));
        }
    }
}

/// Windows to pictures; the gradient goes the way back.
#[derive(Debug)]
struct Fold;

impl<B: WindowKernels> Backward<B, 1> for Fold {
    type State = PictureSize;

    fn backward(
        self,
        ops: Ops<Self::State, 1>,
        gradients: &mut Gradients,
        _checkpointer: &mut Checkpointer,
    ) {
        let gradient = gradients.consume::<B>(&ops.node);
        let [windows] = ops.parents;
        if let Some(node) = windows {
            gradients.register::<B>(node.id, B::unfold_windows(gradient, ops.state));
        }
    }
}

impl<B, C> Layers for Autodiff<B, C>
where
    B: Backend + DenseKernels + LogisticKernels + WindowKernels,
    C: CheckpointStrategy,
{
    fn unfold(pictures: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self> {
        let nodes = [pictures.node()];
        let windows = B::unfold_windows(pictures.into_primitive(), size);
        match Unfold.prepare::<C>(nodes).compute_bound().stateful() {
            OpsKind::Tracked(prepared) => prepared.finish(size, windows),
            OpsKind::UnTracked(prepared) => prepared.finish(windows),
        }
    }

    fn fold(windows: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self> {
        let nodes = [windows.node()];
        let pictures = B::fold_windows(windows.into_primitive(), size);
        match Fold.prepare::<C>(nodes).compute_bound().stateful() {
            OpsKind::Tracked(prepared) => prepared.finish(size, pictures),
            OpsKind::UnTracked(prepared) => prepared.finish(pictures),
        }
    }

    fn dense(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let nodes = [input.node(), weight.node(), bias.node()];
        match Dense.prepare::<C>(nodes).compute_bound().stateful() {
            OpsKind::Tracked(prepared) => {
                let (input, weight) = (input.into_primitive(), weight.into_primitive());
                let bias = bias.into_primitive();
                let output = B::dense_forward(input.clone(), weight.clone(), bias, activation);
                prepared.finish((input, weight, output.clone(), activation), output)
            }
            OpsKind::UnTracked(prepared) => {
                let (input, weight) = (input.into_primitive(), weight.into_primitive());
                let bias = bias.into_primitive();
                prepared.finish(B::dense_forward(input, weight, bias, activation))
            }
        }
    }

    fn logistic_loss(logits: FloatTensor<Self>, targets: FloatTensor<Self>) -> FloatTensor<Self> {
        let nodes = [logits.node()];
        let (loss, residual) =
            B::logistic_forward(logits.into_primitive(), targets.into_primitive());
        match LogisticLoss.prepare::<C>(nodes).compute_bound().stateful() {
            OpsKind::Tracked(prepared) => prepared.finish(residual, loss),
            OpsKind::UnTracked(prepared) => prepared.finish(loss),
        }
    }
}
