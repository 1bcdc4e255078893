// jax-js: one compiled function for a whole step, Adam included.

import { defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import { LEAK, normals, RATE } from "./workloads.js";

/** @import {Workload} from "./workloads.js" */
/** @import {Networks} from "./weights.js" */

/** One pixel on each side, for windows of 4 at every second pixel. @type {[number, number][]} */
const BORDER = [
  [1, 1],
  [1, 1],
];

/**
 * @param {string} device
 * @param {Workload} workload
 * @param {Networks} networks
 * @param {Float32Array} examples
 */
export async function open(device, workload, networks, examples) {
  if (!(await init(device)).includes(device)) throw new Error(`no ${device}`);
  defaultDevice(device);
  const { family, batch, code, features } = workload;
  const beta1 = family === "adversarial" ? 0.5 : 0.9;
  const bounded = features !== 2;
  const parameters = (name) =>
    networks[name].flatMap(({ form, shape, weight, bias }) => [
      np.array(weight).reshape(shape),
      form === "dense" ? np.array(bias) : np.array(bias).reshape([bias.length, 1, 1]),
    ]);
  const zeros = (list) => list.map(({ shape }) => np.zeros(shape));
  /** `[batch, numbers]`; nothing is done to what is that already. */
  const flat = (signal) => (signal.ndim === 2 ? signal : signal.reshape([signal.shape[0], -1]));
  /** A layer's sum for `[batch, numbers]` or `[batch, channels, height, width]`. */
  const apply = ({ form, shape }, signal, weight, bias) => {
    if (form === "dense") return np.matmul(flat(signal), weight).add(bias);
    const [rows] = signal.shape;
    const channels = form === "down" ? shape[1] : shape[0];
    const side = Math.sqrt(signal.size / rows / channels);
    const picture = signal.reshape([rows, channels, side, side]);
    const sum =
      form === "down"
        ? lax.convGeneralDilated(picture, weight, [2, 2], BORDER)
        : lax.convTranspose(picture, weight, [2, 2], BORDER, { transposeKernel: true });
    return sum.add(bias);
  };
  /** `[batch, numbers]` through the layers of a network with their parameters. */
  const forward = (layers, list, input, between) => {
    let signal = input;
    layers.forEach((layer, index) => {
      signal = apply(layer, signal, list[2 * index], list[2 * index + 1]);
      if (index + 1 < layers.length) signal = between(signal);
    });
    return flat(signal);
  };
  const { encoder, decoder, generator, discriminator } = networks;
  const shared = (list) => list.map((array) => array.ref);
  const leaky = (l) => nn.leakyRelu(l, LEAK);
  const softplus = (l) => np.maximum(l.ref, 0).add(np.log1p(np.exp(np.abs(l).neg())));
  const generate = (g, z) => {
    const made = forward(generator, g, z, leaky);
    return bounded ? nn.sigmoid(made) : made;
  };
  const discriminate = (d, v) => forward(discriminator, d, bounded ? v.mul(2).sub(1) : v, leaky);
  /** Adam; `first` and `second` are the corrections of this step. */
  const adam = (p, g, m, v, first, second) => {
    const [parameters, means, squares] = [[], [], []];
    p.forEach((parameter, index) => {
      const gradient = g[index];
      const mean = m[index].mul(beta1).add(gradient.ref.mul(1 - beta1));
      const square = v[index].mul(0.999).add(gradient.ref.mul(gradient).mul(0.001));
      const change = mean.ref
        .div(first.ref)
        .mul(RATE)
        .div(np.sqrt(square.ref.div(second.ref)).add(1e-8));
      parameters.push(parameter.sub(change));
      means.push(mean);
      squares.push(square);
    });
    first.dispose();
    second.dispose();
    return [parameters, means, squares];
  };
  const LOSSES = {
    autoencoder: (p, x) => {
      const half = p.length / 2;
      const hidden = forward(encoder, p.slice(0, half), x.ref, nn.relu);
      const difference = nn.sigmoid(forward(decoder, p.slice(half), hidden, nn.relu)).sub(x);
      return np.mean(np.square(difference));
    },
    variational: (p, x, z) => {
      const half = p.length / 2;
      const both = forward(encoder, p.slice(0, half), x.ref, nn.relu);
      const mean = both.ref.slice([], [0, code]);
      const logVariance = both.slice([], [code, 2 * code]);
      const drawn = mean.ref.add(np.exp(logVariance.ref.mul(0.5)).mul(z));
      const logits = forward(decoder, p.slice(half), drawn, nn.relu);
      const entropy = np.sum(softplus(logits.ref).sub(logits.mul(x)), 1);
      const divergences = np.square(mean).add(np.exp(logVariance.ref)).sub(logVariance).sub(1);
      return np.mean(entropy.add(np.sum(divergences, 1).mul(0.5)));
    },
  };
  const x = np.array(examples).reshape([batch, features]);
  const noises = [1, 2, 3, 4].map((seed) => np.array(normals(batch * code, seed)).reshape([batch, code]));
  let at = 0;
  const noise = () => noises[at++ % 4].ref;
  let steps = 0;
  const corrections = () => [1 - beta1 ** steps, 1 - 0.999 ** steps].map((value) => np.array(value));

  let step;
  let asked = {};
  if (family === "adversarial") {
    const part = (name) => {
      const p = parameters(name);
      return [p, zeros(p), zeros(p)];
    };
    let [d, g] = [part("discriminator"), part("generator")];
    const teach = jit((d, m, v, g, x, z, first, second) => {
      const made = generate(g, z);
      const loss = (d, real, made) => {
        const both = discriminate(d, np.concatenate([real, made], 0));
        return np
          .mean(softplus(both.ref.slice([0, batch]).neg()))
          .add(np.mean(softplus(both.slice([batch, 2 * batch]))));
      };
      const [value, gradient] = valueAndGrad(loss)(shared(d), x, made);
      return [adam(d, gradient, m, v, first, second), value];
    });
    const improve = jit((g, m, v, d, z, first, second) => {
      const loss = (g, d, z) => np.mean(softplus(discriminate(d, generate(g, z)).neg()));
      const [value, gradient] = valueAndGrad(loss)(shared(g), d, z);
      value.dispose();
      return adam(g, gradient, m, v, first, second);
    });
    step = () => {
      steps += 1;
      const [next, value] = teach(...d, shared(g[0]), x.ref, noise(), ...corrections());
      d = next;
      g = improve(...g, shared(d[0]), noise(), ...corrections());
      return value;
    };
    const [makeExamples, scoreExamples] = [jit(generate), jit((d, x) => nn.sigmoid(discriminate(d, x)))];
    asked = {
      sample: () => makeExamples(shared(g[0]), noise()).data(),
      generate: (codes) => makeExamples(shared(g[0]), np.array(codes).reshape([codes.length / code, code])).data(),
      discriminate: () => scoreExamples(shared(d[0]), x.ref).data(),
    };
  } else {
    const p = [...parameters("encoder"), ...parameters("decoder")];
    let state = [p, zeros(p), zeros(p)];
    const whole = jit((p, m, v, x, z, first, second) => {
      const loss = LOSSES[family];
      const rest = family === "variational" ? [x, z] : [x];
      if (family !== "variational") z.dispose();
      const [value, gradient] = valueAndGrad(loss)(shared(p), ...rest);
      return [adam(p, gradient, m, v, first, second), value];
    });
    step = () => {
      steps += 1;
      const [next, value] = whole(...state, x.ref, noise(), ...corrections());
      state = next;
      return value;
    };
  }
  return {
    ...asked,
    train: async (count) => {
      let loss;
      for (let done = 0; done < count; done += 1) {
        loss?.dispose();
        loss = step();
      }
      const [value] = await loss.data();
      return value;
    },
  };
}
