// Trains in short batches, each at the end of the queue, which lets a drawn digit or a sample in between.

/** Long enough that messages cost little, short enough that an answer feels immediate. */
const BATCH_MILLISECONDS = 40;
const MOST_STEPS = 500;
const SLOW_PAUSE_MILLISECONDS = 500;

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets messages from the page in; a timer would be held to 4 ms. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

export class TrainingLoop {
  playing = false;
  slow = false;
  #stepsPerBatch = 1;
  #loops = 0;
  /** The step after which it rests by itself. */
  #until = Infinity;

  /**
   * @param {object} worker
   * @param {(task: () => Promise<void>|void) => Promise<unknown>} worker.enqueue
   * @param {() => number} worker.step how far training has come
   * @param {(steps: number) => Promise<number>} worker.train gives the milliseconds that the steps took
   * @param {(error: unknown) => void} worker.failed
   */
  constructor(worker) {
    this.worker = worker;
  }

  /** Another session: how many steps are worth a message is to be learnt again. */
  reset() {
    this.#stepsPerBatch = 1;
  }

  /** @param {number} [until] one that is past already means nothing */
  play(until = Infinity) {
    this.#until = until;
    if (this.playing) return;
    this.playing = true;
    this.#loop();
  }

  stop() {
    this.playing = false;
  }

  /** @param {boolean} slow */
  setSlow(slow) {
    if (slow === this.slow) return;
    this.slow = slow;
    // The loop under way may be in its long pause.
    if (this.playing) this.#loop();
  }

  async #loop() {
    this.#loops += 1;
    const mine = this.#loops;
    const active = () => this.playing && mine === this.#loops;
    try {
      while (active()) {
        await this.worker.enqueue(() => (active() ? this.#batch() : undefined));
        await (this.slow ? pause(SLOW_PAUSE_MILLISECONDS) : turn());
      }
    } catch (error) {
      this.playing = false;
      this.worker.failed(error);
    }
  }

  async #batch() {
    const left = this.#until - this.worker.step();
    if (left === 0) return this.stop();
    const steps = this.slow ? 1 : Math.min(this.#stepsPerBatch, left > 0 ? left : MOST_STEPS);
    const milliseconds = await this.worker.train(steps);
    const wanted = Math.round((BATCH_MILLISECONDS * steps) / milliseconds);
    this.#stepsPerBatch = Math.max(1, Math.min(MOST_STEPS, 2 * this.#stepsPerBatch, wanted));
  }
}
