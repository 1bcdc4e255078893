//! Products of matrices, by the kernels of dense layers: Burn's own product would bring the WebGPU module megabytes of
//! generators of shaders.

use burn::tensor::{Tensor, TensorData};

use crate::engine::kernel::{
    Activation, WeightLayout, dense, dense_input_gradient, dense_weight_gradient,
};

fn layout(inputs: usize, outputs: usize) -> WeightLayout {
    WeightLayout {
        offset: 0,
        inputs,
        outputs,
        has_bias: false,
    }
}

/// `left right`: `[n, k]` and `[k, m]`, flat, to `[n, m]`.
pub fn product(left: Tensor<2>, right: &Tensor<1>) -> Tensor<2> {
    let [_, depth] = left.dims();
    let weights = layout(depth, right.dims()[0] / depth);
    dense(left, right, weights, Activation::Linear)
}

/// `left rightᵀ`: `[n, k]` and `[m, k]`, flat, to `[n, m]`.
pub fn product_transposed(left: Tensor<2>, right: &Tensor<1>) -> Tensor<2> {
    let [_, depth] = left.dims();
    let weights = layout(right.dims()[0] / depth, depth);
    // Of no use to a linear layer.
    let input = left.clone();
    dense_input_gradient(left, right, input, weights, Activation::Linear)
}

/// `leftᵀ right`: `[n, k]` and `[n, m]` to `[k, m]`, flat.
pub fn transposed_product(left: Tensor<2>, right: Tensor<2>) -> Tensor<1> {
    let weights = layout(left.dims()[1], right.dims()[1]);
    let zeros = TensorData::new(vec![0f32; weights.count()], [weights.count()]);
    let zeros = Tensor::from_data(zeros, &left.device());
    dense_weight_gradient(left, right, zeros, weights)
}

#[cfg(test)]
mod tests {
    use super::{product, product_transposed, transposed_product};
    use crate::engine::{Engine, read};

    /// By hand: `[[1, 2, 3], [4, 5, 6]]` and `[[1, 0], [2, 1], [0, 3]]`.
    #[test]
    fn products_are_those_by_hand() {
        let engine = Engine::cpu();
        let matrix = |values: &[f32], rows| engine.tensor(values.to_vec(), rows);
        let numbers = |tensor| {
            let read = read::<2>([tensor]);
            pollster::block_on(read)
                .expect("the CPU is there")
                .remove(0)
        };
        let left = matrix(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 2);
        let right = [1.0, 0.0, 2.0, 1.0, 0.0, 3.0];
        let expected = [5.0, 11.0, 14.0, 23.0];
        let flat = |values: &[f32]| engine.flat(values.to_vec());
        assert_eq!(numbers(product(left.clone(), &flat(&right))), expected);
        let transposed = [1.0, 2.0, 0.0, 0.0, 1.0, 3.0];
        let found = product_transposed(left.clone(), &flat(&transposed));
        assert_eq!(numbers(found), expected);
        let tall = matrix(&[1.0, 4.0, 2.0, 5.0, 3.0, 6.0], 3);
        let found = transposed_product(tall, matrix(&right, 3));
        let found = pollster::block_on(read([found])).expect("the CPU is there");
        assert_eq!(found[0], expected);
    }
}
