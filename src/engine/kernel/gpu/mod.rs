//! The operations on the GPU: one dispatch each of the WGSL shaders beside this file.
//!
//! They are text, so nothing is generated in the browser before the first step; sizes are uniforms, so that one
//! pipeline serves layers of all sizes.

mod buffer_pool;
mod common;
mod launch;
mod shaders;

use burn::backend::Cube;
use burn::backend::tensor::FloatTensor;

pub(crate) use buffer_pool::{BufferPool, empty};
pub(crate) use launch::{GpuTensor, launch, workgroups};
pub(crate) use shaders::Shader;

use self::common::{
    as_images, as_rows, dims, fold, matmul, num_elements, output_or_placeholder, unfold,
};
use super::{
    Activation, AdversarialKind, AdversarialLogits, Betas, Convolution, EPSILON, Kernels, LossKind,
    NormPenalty, PERTURBATION, WeightLayout,
};

impl Kernels for Cube {
    fn dense(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: WeightLayout,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, inputs] = dims(&input);
        let output = empty(&input, [rows, weights.outputs]);
        let placeholder = empty(&input, [1]);
        matmul(
            Shader::Dense,
            [rows, weights.outputs, inputs],
            weights,
            activation,
            [&input, &parameters, &placeholder, &output],
        );
        output
    }

    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        weights: WeightLayout,
        input_activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, outputs] = dims(&gradient);
        let input_gradient = empty(&gradient, [rows, weights.inputs]);
        let input = output_or_placeholder(input, input_activation);
        matmul(
            Shader::DenseInputGradient,
            [rows, weights.inputs, outputs],
            weights,
            input_activation,
            [&gradient, &parameters, &input, &input_gradient],
        );
        input_gradient
    }

    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: WeightLayout,
    ) -> FloatTensor<Self> {
        let [rows, inputs] = dims(&input);
        let height = inputs + usize::from(weights.has_bias);
        let placeholder = empty(&input, [1]);
        matmul(
            Shader::DenseWeightGradient,
            [height, weights.outputs, rows],
            weights,
            Activation::Linear,
            [&input, &gradient, &placeholder, &gradients],
        );
        gradients
    }

    fn activation_backward(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, columns] = dims(&gradient);
        let input_gradient = empty(&gradient, [rows, columns]);
        let count = rows * columns;
        launch(
            Shader::ActivationBackward,
            workgroups(count),
            &[&gradient, &output, &input_gradient],
            &[count as u32, activation as u32],
        );
        input_gradient
    }

    fn conv2d(
        images: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let patches = unfold(&images, layer.size);
        let output = Self::dense(patches, parameters, layer.weights, activation);
        as_images(output, layer.size)
    }

    fn conv2d_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        images: FloatTensor<Self>,
        layer: Convolution,
        input_activation: Activation,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let gradient = as_rows(gradient, weights.outputs);
        let placeholder = empty(&gradient, [1]);
        let linear = Activation::Linear;
        let patches =
            Self::dense_input_gradient(gradient, parameters, placeholder, weights, linear);
        let images = output_or_placeholder(images, input_activation);
        fold(&patches, &images, size, None, input_activation)
    }

    fn conv2d_weight_gradient(
        images: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        let patches = unfold(&images, layer.size);
        let gradient = as_rows(gradient, layer.weights.outputs);
        Self::dense_weight_gradient(patches, gradient, gradients, layer.weights)
    }

    fn conv_transpose2d(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let input = as_rows(input, weights.inputs);
        let patches = Self::dense(input, parameters.clone(), weights, Activation::Linear);
        fold(
            &patches,
            &parameters,
            size,
            Some(layer.bias_offset()),
            activation,
        )
    }

    fn conv_transpose2d_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        layer: Convolution,
        input_activation: Activation,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let patches = unfold(&gradient, size);
        let input = as_rows(input, weights.inputs);
        let input_gradient =
            Self::dense_input_gradient(patches, parameters, input, weights, input_activation);
        as_images(input_gradient, size)
    }

    fn conv_transpose2d_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let channels = size.channels;
        let pixels = num_elements(&gradient) / channels;
        let words = [pixels, channels, layer.bias_offset()].map(|word| word as u32);
        let groups = [channels as u32, 1];
        launch(
            Shader::ChannelBiasGradient,
            groups,
            &[&gradient, &gradients],
            &words,
        );
        let patches = unfold(&gradient, size);
        let input = as_rows(input, weights.inputs);
        Self::dense_weight_gradient(input, patches, gradients, weights)
    }

    fn loss(
        predictions: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        kind: LossKind,
        scale: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, columns] = dims(&predictions);
        let losses = empty(&predictions, [rows, 1]);
        let gradient = empty(&predictions, [rows, columns]);
        let (kind, classes) = match kind {
            LossKind::BinaryCrossEntropyWithLogits => (0, 1),
            LossKind::SquaredError => (1, 1),
            LossKind::CategoricalCrossEntropyWithLogits { classes } => (2, classes as u32),
        };
        let words = [rows as u32, columns as u32, kind, scale.to_bits(), classes];
        launch(
            Shader::Loss,
            launch::workgroup_grid(rows),
            &[&predictions, &targets, &losses, &gradient],
            &words,
        );
        (losses, gradient)
    }

    fn reparameterize(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let ([rows, columns], [_, twice]) = (dims(&noise), dims(&posterior));
        let code = empty(&noise, [rows, columns]);
        let divergence = empty(&noise, [rows, 1]);
        launch(
            Shader::Reparameterize,
            workgroups(rows),
            &[&posterior, &noise, &code, &divergence],
            &[rows as u32, (twice / 2) as u32, columns as u32],
        );
        (code, divergence)
    }

    fn reparameterize_backward(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        weight: f32,
    ) -> FloatTensor<Self> {
        let ([rows, columns], [_, twice]) = (dims(&noise), dims(&posterior));
        let posterior_gradient = empty(&noise, [rows, twice]);
        let width = twice / 2;
        let words = [rows * width, width, columns].map(|word| word as u32);
        launch(
            Shader::ReparameterizeBackward,
            workgroups(rows * width),
            &[&posterior, &noise, &gradient, &scalars, &posterior_gradient],
            &[words[0], words[1], words[2], weight.to_bits()],
        );
        posterior_gradient
    }

    fn l1_penalty(
        codes: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        weight: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, columns] = dims(&codes);
        let norms = empty(&codes, [rows, 1]);
        launch(
            Shader::L1Penalty,
            workgroups(rows),
            &[&codes, &scalars, &gradient, &norms],
            &[rows as u32, columns as u32, weight.to_bits()],
        );
        (norms, gradient)
    }

    fn adversarial_loss(
        logits: FloatTensor<Self>,
        of: AdversarialLogits,
        kind: AdversarialKind,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, _] = dims(&logits);
        let batch = rows / of.parts(kind);
        let losses = empty(&logits, [batch, 1]);
        let gradient = empty(&logits, [of.gradient_parts() * batch, 1]);
        launch(
            Shader::AdversarialLoss,
            workgroups(batch),
            &[&logits, &losses, &gradient],
            &[batch as u32, of as u32, kind as u32],
        );
        (losses, gradient)
    }

    fn gradient_penalty(
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        penalty: NormPenalty,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [batch, features] = dims(&gradient);
        let squares = empty(&gradient, [batch, 1]);
        let scaled = empty(&gradient, [batch, features]);
        launch(
            Shader::GradientPenalty,
            workgroups(batch),
            &[&gradient, &scalars, &squares, &scaled],
            &[batch as u32, features as u32, penalty as u32],
        );
        (squares, scaled)
    }

    fn difference_penalty(
        logits: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, _] = dims(&logits);
        let batch = rows / AdversarialLogits::Perturbed.parts(AdversarialKind::NonSaturating);
        let squares = empty(&logits, [batch, 1]);
        launch(
            Shader::DifferencePenalty,
            workgroups(batch),
            &[&logits, &scalars, &gradient, &squares],
            &[batch as u32, PERTURBATION.to_bits()],
        );
        (squares, gradient)
    }

    fn interpolate_rows(
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        share: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        let [rows, columns] = dims(&first);
        let between = empty(&first, [rows, columns]);
        let count = rows * columns;
        launch(
            Shader::InterpolateRows,
            workgroups(count),
            &[&first, &second, &share, &between],
            &[count as u32, columns as u32],
        );
        between
    }

    fn select_label(outputs: FloatTensor<Self>, told: FloatTensor<Self>) -> FloatTensor<Self> {
        let ([rows, labels], [told_rows, width]) = (dims(&outputs), dims(&told));
        let selected = empty(&outputs, [rows, 1]);
        let words = [rows, labels, told_rows, width].map(|word| word as u32);
        launch(
            Shader::SelectLabel,
            workgroups(rows),
            &[&outputs, &told, &selected],
            &words,
        );
        selected
    }

    fn select_label_backward(
        gradient: FloatTensor<Self>,
        outputs: FloatTensor<Self>,
        told: FloatTensor<Self>,
        classification: f32,
    ) -> FloatTensor<Self> {
        let ([rows, labels], [told_rows, width]) = (dims(&outputs), dims(&told));
        let spread = empty(&gradient, [rows, labels]);
        let [rows, labels, told_rows, width] =
            [rows, labels, told_rows, width].map(|word| word as u32);
        let weight = (classification / told_rows as f32).to_bits();
        launch(
            Shader::SelectLabelBackward,
            workgroups((rows * labels) as usize),
            &[&gradient, &outputs, &told, &spread],
            &[rows, labels, told_rows, width, weight],
        );
        spread
    }

    fn add(to: FloatTensor<Self>, other: FloatTensor<Self>) -> FloatTensor<Self> {
        let count = num_elements(&to);
        launch(
            Shader::Add,
            workgroups(count),
            &[&other, &to],
            &[count as u32],
        );
        to
    }

    fn adam(
        parameters: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        betas: Betas,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let count = num_elements(&parameters);
        let Betas { beta1, beta2, rate } = betas;
        let rates = [beta1, beta2, EPSILON, rate].map(f32::to_bits);
        launch(
            Shader::Adam,
            workgroups(count),
            &[&gradients, &scalars, &parameters, &first, &second],
            &[count as u32, rates[0], rates[1], rates[2], rates[3]],
        );
        (parameters, first, second)
    }

    fn ema_update(
        ema: FloatTensor<Self>,
        target: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        let count = num_elements(&ema);
        let buffers = [&target, &scalars, &ema];
        launch(
            Shader::EmaUpdate,
            workgroups(count),
            &buffers,
            &[count as u32],
        );
        ema
    }

    fn concat_rows(first: FloatTensor<Self>, second: FloatTensor<Self>) -> FloatTensor<Self> {
        let ([rows, columns], [more, _]) = (dims(&first), dims(&second));
        let concatenated = empty(&first, [rows + more, columns]);
        let all = num_elements(&concatenated);
        launch(
            Shader::ConcatRows,
            workgroups(all),
            &[&first, &second, &concatenated],
            &[num_elements(&first) as u32, all as u32],
        );
        concatenated
    }

    fn copy(from: FloatTensor<Self>, to: FloatTensor<Self>) -> FloatTensor<Self> {
        let count = num_elements(&from);
        launch(
            Shader::Copy,
            workgroups(count),
            &[&from, &to],
            &[count as u32],
        );
        to
    }
}
