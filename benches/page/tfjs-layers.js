// Layers in TensorFlow.js, which has a picture's channels last.

import * as tf from "@tensorflow/tfjs-core";

/** @import {Layer} from "./weights.js" */
/** @typedef {{form: Layer["form"], weight: tf.Variable, bias: tf.Variable}} Variables of a layer */

/** @param {tf.Tensor} tensor @param {number[]} shape to see it as @param {number[]} axes in their new order */
const turn = (tensor, shape, axes) => tf.reshape(tf.transpose(tf.reshape(tensor, shape), axes), tensor.shape);

/**
 * Numbers along one axis from channels first to channels last.
 * @param {tf.Tensor} tensor @param {number} axis 0 or the last @param {number} channels
 */
function channelsLast(tensor, axis, channels) {
  const [rows, columns] = tensor.rank === 1 ? [1, tensor.size] : tensor.shape;
  const pixels = tensor.shape[axis] / channels;
  return axis === 0 && tensor.rank === 2
    ? turn(tensor, [channels, pixels, columns], [1, 0, 2])
    : turn(tensor, [rows, channels, pixels], [0, 2, 1]);
}

/** The layers of a network as variables. @param {Layer[]} layers @returns {Variables[]} */
export function variables(layers) {
  return layers.map(({ form, shape, weight, bias }, index) =>
    tf.tidy(() => {
      let [weights, biases] = [tf.tensor(weight, shape), tf.tensor1d(bias)];
      if (form !== "dense") {
        // Both ways: height, width, the channels of the larger picture, those of the smaller.
        weights = tf.transpose(weights, [2, 3, 1, 0]);
      } else {
        const [before, after] = [layers[index - 1], layers[index + 1]];
        if (before?.form === "down") weights = channelsLast(weights, 0, before.shape[0]);
        if (after?.form === "up") {
          weights = channelsLast(weights, 1, after.shape[0]);
          biases = channelsLast(biases, 0, after.shape[0]);
        }
      }
      return { form, weight: tf.variable(weights), bias: tf.variable(biases) };
    }),
  );
}

/** `[batch, numbers]`; nothing is done to what is that already. @param {tf.Tensor} signal */
const flat = (signal) => (signal.rank === 2 ? signal : tf.reshape(signal, [signal.shape[0], -1]));

/**
 * A layer's sum for `[batch, numbers]` or `[batch, height, width, channels]`.
 * @param {tf.Tensor} input @param {Variables} layer
 */
function apply(input, { form, weight, bias }) {
  const [batch] = input.shape;
  if (form === "dense") return tf.add(tf.matMul(flat(input), weight), bias);
  const [, , larger, smaller] = weight.shape;
  const channels = form === "down" ? larger : smaller;
  const side = Math.sqrt(input.size / batch / channels);
  const picture = tf.reshape(input, [batch, side, side, channels]);
  // With windows of 4 at every second pixel and even sides, "same" is a border of one on each side.
  const sum =
    form === "down"
      ? tf.conv2d(picture, weight, 2, "same")
      : tf.conv2dTranspose(picture, weight, [batch, 2 * side, 2 * side, larger], 2, "same");
  return tf.add(sum, bias);
}

/**
 * `[batch, numbers]` through a network.
 * @param {Variables[]} layers @param {tf.Tensor} input @param {(sum: tf.Tensor) => tf.Tensor} between
 */
export function forward(layers, input, between) {
  const last = layers.length - 1;
  const made = layers.reduce((signal, layer, index) => {
    const sum = apply(signal, layer);
    return index < last ? between(sum) : sum;
  }, input);
  return flat(made);
}
