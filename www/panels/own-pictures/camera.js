// The camera of this machine, asked for only when a person presses the button, and let go when the dialog closes.

import { make } from "../../elements.js";
import { pageError } from "../../errors.js";

export class Camera {
  /** @type {MediaStream|null} */
  #stream = null;
  #video = make("video", { label: "own-pictures.camera.label", attributes: { playsinline: "", "aria-live": "off" } });
  #shoot = make("button", {
    id: "own-pictures-shoot",
    class: "plain",
    words: "own-pictures.camera.shoot",
    attributes: { type: "button" },
    on: { click: () => this.#take() },
  });
  element = make("div", { class: "own-pictures-camera", hidden: true }, this.#video, this.#shoot);

  /** @param {(file: File) => void} taken */
  constructor(taken) {
    this.taken = taken;
    this.#video.muted = true;
  }

  /** Shows what it sees, or lets it go. */
  async toggle() {
    if (this.#stream) return this.stop();
    try {
      const wanted = { video: { facingMode: "environment" } };
      this.#stream = await navigator.mediaDevices.getUserMedia(wanted);
    } catch {
      throw pageError("camera-refused");
    }
    this.#video.srcObject = this.#stream;
    this.element.hidden = false;
    await this.#video.play();
    this.#shoot.focus();
  }

  stop() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#video.srcObject = null;
    this.element.hidden = true;
  }

  /** The square in the middle of what is seen. */
  async #take() {
    const { videoWidth: width, videoHeight: height } = this.#video;
    const side = Math.min(width, height);
    if (side === 0) return;
    const canvas = new OffscreenCanvas(side, side);
    canvas.getContext("2d")?.drawImage(this.#video, (side - width) / 2, (side - height) / 2);
    const picture = await canvas.convertToBlob({ type: "image/png" });
    this.taken(new File([picture], "camera.png", { type: "image/png" }));
  }
}
