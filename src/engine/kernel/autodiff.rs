//! How gradients flow back through the operations.

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::CheckpointStrategy;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::FloatTensor;

use super::{
    Activation, Autodiff, Backend, DenseGradients, DenseKernels, Layers, LogisticKernels, Wanted,
};

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

impl<B: Backend + DenseKernels + LogisticKernels, C: CheckpointStrategy> Layers for Autodiff<B, C> {
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
