// Counts what a library asks of WebGPU, by wrapping the calls of the API.

/**
 * Begins to watch. Must be called before a library is loaded: some keep a method they have found.
 */
export function watchGpu() {
  const counted = {
    dispatches: 0,
    submits: 0,
    buffers: 0,
    bindGroups: 0,
    bytesWritten: 0,
    pipelines: 0,
    shaderModules: 0,
  };
  let alive = 0;
  let skipped = false;
  /** @type {Set<GPUQueue>} */
  const queues = new Set();
  /** Sizes of the buffers that are alive. @type {WeakMap<GPUBuffer, {size: number}>} */
  const sizes = new WeakMap();
  const release = (/** @type {{size: number}} */ record) => {
    alive -= record.size;
    record.size = 0;
  };
  // A buffer without an owner is given back without a call.
  const collected = new FinalizationRegistry(release);

  if (!("GPUDevice" in globalThis)) return null;
  wrap(GPUQueue, "submit", (queue) => {
    queues.add(queue);
    counted.submits += 1;
  });
  wrap(GPUQueue, "writeBuffer", (_, [, , data, from = 0, size]) => {
    // Offset and size are in elements of a typed array, and in bytes otherwise.
    const unit = data.BYTES_PER_ELEMENT ?? 1;
    counted.bytesWritten += size === undefined ? data.byteLength - from * unit : size * unit;
  });
  for (const name of ["dispatchWorkgroups", "dispatchWorkgroupsIndirect"]) {
    wrap(GPUComputePassEncoder, name, () => {
      counted.dispatches += 1;
      return skipped;
    });
  }
  for (const name of ["createComputePipeline", "createComputePipelineAsync"]) {
    wrap(GPUDevice, name, () => {
      counted.pipelines += 1;
    });
  }
  wrap(GPUDevice, "createShaderModule", () => {
    counted.shaderModules += 1;
  });
  wrap(GPUDevice, "createBindGroup", () => {
    counted.bindGroups += 1;
  });
  wrap(
    GPUDevice,
    "createBuffer",
    (_, [{ size, mappedAtCreation }]) => {
      counted.buffers += 1;
      // Such a buffer is made to be filled and copied from.
      if (mappedAtCreation) counted.bytesWritten += size;
    },
    (buffer) => {
      const record = { size: buffer.size };
      alive += record.size;
      sizes.set(buffer, record);
      collected.register(buffer, record);
    },
  );
  wrap(GPUBuffer, "destroy", (buffer) => {
    const record = sizes.get(buffer);
    if (record) release(record);
  });

  return {
    /** All since the beginning. */
    counts: () => ({ ...counted }),
    /** From now on no dispatch reaches the device. */
    skipDispatches: () => {
      skipped = true;
    },
    /** Until the device has done what it was given. */
    idle: () => Promise.all([...queues].map((queue) => queue.onSubmittedWorkDone())),
    bytesAlive: () => alive,
  };
}

/**
 * @param {{prototype: any}} type
 * @param {string} name of a method
 * @param {(self: any, values: any[]) => boolean|void} before is shown each call, and stops it by returning true
 * @param {(result: any) => void} [after] is shown each result
 */
function wrap({ prototype }, name, before, after) {
  const original = prototype[name];
  prototype[name] = function (...values) {
    if (before(this, values) === true) return undefined;
    const result = original.apply(this, values);
    after?.(result);
    return result;
  };
}
