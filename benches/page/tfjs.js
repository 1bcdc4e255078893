// TensorFlow.js: variables, gradients and Adam as its guide has them.

import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { forward as forwardLayers, variables } from "./tfjs-layers.js";
import { LEAK, normals, RATE } from "./workloads.js";

/** @import {Workload} from "./workloads.js" */
/** @import {Networks} from "./weights.js" */

// One at a time, so that a page which wants one does not load the rest.
const BACKENDS = {
  cpu: () => import("@tensorflow/tfjs-backend-cpu"),
  wasm: () => import("./tfjs-wasm.js"),
  webgl: () => import("@tensorflow/tfjs-backend-webgl"),
  webgpu: () => import("@tensorflow/tfjs-backend-webgpu"),
};

/**
 * @param {string} backend
 * @param {Workload} workload
 * @param {Networks} networks
 * @param {Float32Array} examples
 */
export async function open(backend, workload, networks, examples) {
  await BACKENDS[backend]();
  if (!(await tf.setBackend(backend))) throw new Error(`no ${backend}`);
  await tf.ready();
  const { family, batch, code } = workload;
  const layers = Object.fromEntries(Object.entries(networks).map(([name, list]) => [name, variables(list)]));
  const x = tf.tensor2d(examples, [batch, workload.features]);
  const noises = [1, 2, 3, 4].map((seed) => tf.tensor2d(normals(batch * code, seed), [batch, code]));
  let at = 0;
  const noise = () => noises[at++ % 4];
  /** @param {string} name @param {tf.Tensor} input @param {(sum: tf.Tensor) => tf.Tensor} between */
  const forward = (name, input, between) => forwardLayers(layers[name], input, between);
  const all = (name) => layers[name].flatMap(({ weight, bias }) => [weight, bias]);
  const softplus = (l) => tf.add(tf.relu(l), tf.log1p(tf.exp(tf.neg(tf.abs(l)))));
  const optimizers = {};
  const step = (name, loss) => {
    optimizers[name] ??= tf.train.adam(RATE, family === "adversarial" ? 0.5 : 0.9, 0.999, 1e-8);
    return optimizers[name].minimize(loss, true, name === "both" ? [...all("encoder"), ...all("decoder")] : all(name));
  };
  const leaky = (l) => tf.leakyRelu(l, LEAK);
  const bounded = workload.features !== 2;
  const centred = (v) => (bounded ? tf.sub(tf.mul(v, 2), 1) : v);
  const generate = (z) => {
    const made = forward("generator", z, leaky);
    return bounded ? tf.sigmoid(made) : made;
  };
  const discriminate = (v) => forward("discriminator", centred(v), leaky);
  const steps = {
    autoencoder: () =>
      step("both", () => {
        const rebuilt = tf.sigmoid(forward("decoder", forward("encoder", x, tf.relu), tf.relu));
        return tf.mean(tf.square(tf.sub(rebuilt, x)));
      }),
    variational: () => {
      const z = noise();
      return step("both", () => {
        const [mean, logVariance] = tf.split(forward("encoder", x, tf.relu), 2, 1);
        const drawn = tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), z));
        const logits = forward("decoder", drawn, tf.relu);
        const entropy = tf.sum(tf.sub(softplus(logits), tf.mul(logits, x)), 1);
        const divergences = tf.sub(tf.sub(tf.add(tf.square(mean), tf.exp(logVariance)), logVariance), 1);
        return tf.mean(tf.add(entropy, tf.mul(tf.sum(divergences, 1), 0.5)));
      });
    },
    adversarial: () => {
      const made = tf.tidy(() => generate(noise()));
      const loss = step("discriminator", () => {
        const [real, fake] = tf.split(discriminate(tf.concat([x, made])), 2);
        return tf.add(tf.mean(softplus(tf.neg(real))), tf.mean(softplus(fake)));
      });
      made.dispose();
      const z = noise();
      step("generator", () => tf.mean(softplus(tf.neg(discriminate(generate(z)))))).dispose();
      return loss;
    },
  };
  /** What a forward pass gives, read back. @param {() => tf.Tensor} make */
  const read = async (make) => {
    const made = tf.tidy(make);
    const values = await made.data();
    made.dispose();
    return values;
  };
  return {
    train: async (count) => {
      let loss;
      for (let done = 0; done < count; done += 1) {
        loss?.dispose();
        loss = steps[family]();
      }
      const [value] = await loss.data();
      loss.dispose();
      return value;
    },
    sample: () => read(() => generate(noise())),
    /** @param {Float32Array} codes */
    generate: (codes) => read(() => generate(tf.tensor2d(codes, [codes.length / code, code]))),
    discriminate: () => read(() => tf.sigmoid(discriminate(x))),
  };
}
