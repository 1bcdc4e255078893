//! The penalty on a discriminator's gradient at its input, and its own gradient, without gradients of gradients.
//!
//! Where a network is linear but for kinks, as one of LeakyReLU is, the gradient of its output at the input is a product of
//! weights and slopes, `g = W_1ᵀ m_1 W_2ᵀ ... d`, in which slopes `m` do not move. Then the gradient of a penalty `p(g)` by the
//! weight `W_l` is `d_l u_(l-1)ᵀ`: `d_l` is what comes back to the sums of the layer, and `u` is `p'(g)` sent forward through the
//! same layers without their biases, `u_0 = p'(g)`, `u_l = m_l W_l u_(l-1)`; of `½ |g|²` it is `g` itself.

use burn::tensor::Tensor;

use super::network::{ForwardPass, Gradients, Network};
use crate::engine::kernel::{Activation, NormPenalty, activation_backward, gradient_penalty};

impl Network {
    /// Fills `gradients` with those of the mean penalty on the gradient of an output at the inputs, times the weight of the
    /// `scalars`; none of biases. `gradient` is one over the batch at that output, of either sign, and 0 at others,
    /// `[batch, outputs]`. Gives each squared gradient over the batch, `[batch, 1]`.
    pub fn gradient_penalty(
        &self,
        pass: ForwardPass,
        gradient: Tensor<2>,
        scalars: Tensor<1>,
        penalty: NormPenalty,
        gradients: &mut Gradients,
    ) -> Tensor<2> {
        let parameters = self.parameters();
        let mut back = activation_backward(gradient, pass.output, pass.output_activation);
        let mut sums = Vec::with_capacity(self.layers.len());
        for (index, (layer, input)) in self.layers.iter().zip(&pass.inputs).enumerate().rev() {
            sums.push(back.clone());
            let activation = match index {
                0 => Activation::Linear,
                _ => self.activation,
            };
            back = layer.input_gradient(back, parameters, input.clone(), activation);
        }
        let (squares, mut forward) = gradient_penalty(back, scalars, penalty);
        gradients.fill(|mut gradients| {
            let sums = sums.into_iter().rev();
            for (index, (layer, back)) in self.layers.iter().zip(sums).enumerate() {
                let layer = layer.without_bias();
                gradients = layer.weight_gradient(forward.clone(), back, gradients);
                if let Some(output) = pass.inputs.get(index + 1) {
                    let linear = layer.forward(forward.clone(), parameters, Activation::Linear);
                    forward = activation_backward(linear, output.clone(), self.activation);
                }
            }
            ((), Some(gradients))
        });
        squares
    }
}
