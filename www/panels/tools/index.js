// What leaves the page and what comes back: saved models, pictures; and the way past the header by key.

import { download, downloadPicture } from "../../download.js";
import { pageError } from "../../errors.js";
import { find } from "../../find.js";
import { say } from "../../languages/index.js";
import { linkTo } from "../../one-file/place.js";
import { tellProvenance } from "../../provenance/current.js";
import { PictureReader } from "../picture-reader/index.js";
import { TimelineSaving } from "../timeline/saving.js";
import { startDropping } from "./dropping.js";
import { startReport } from "./report.js";
import { startScript } from "./script.js";

/** @import {App} from "../../app.js" */

/** @param {App} app */
export function startTools(app) {
  find("#save-model", HTMLButtonElement).addEventListener("click", async () => {
    const { current } = app.life;
    try {
      const saved = await app.engines.save();
      if (!saved || !current) throw pageError("nothing-to-save");
      const { family, dataset } = current.state;
      const blob = new Blob([/** @type {BlobPart} */ (saved.bytes)]);
      download(blob, `${family}-${dataset}-step-${saved.step}.safetensors`);
    } catch (error) {
      app.tell(error);
    }
  });

  startScript(app);

  const file = find("#model-file", HTMLInputElement);
  find("#open-model", HTMLButtonElement).addEventListener("click", () => file.click());
  /** @param {File} chosen */
  const open = async (chosen) => {
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      await app.opening.file(bytes);
    } catch (error) {
      app.tell(error);
    }
  };
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen) open(chosen);
  });
  startDropping(open, (files) => app.controls.bring(files));

  tellProvenance(() => {
    const { current } = app.life;
    if (!current) return { description: "" };
    const { family, dataset, seed } = current.state;
    const step = app.frame.lookingBack ?? app.frame.steps.at(-1) ?? 0;
    const made = { family: say(`families.${family}`), dataset: say(`datasets.${dataset}`), seed, step };
    const source = linkTo(app.addressOf(current.state));
    return { description: say("provenance.description", made), source };
  });
  new PictureReader(find("#read-picture", HTMLButtonElement));

  find("#save-picture", HTMLButtonElement).addEventListener("click", () => {
    const { active } = app.frame;
    const picture = active?.picture?.();
    const name = `generative-playground-${app.life.current?.state.family}`;
    if (picture) downloadPicture(picture, name, active?.caption?.());
  });

  new TimelineSaving(app.frame, app.timeline, {
    name: () => `time-line-${app.life.current?.state.family}-${app.life.current?.state.dataset}`,
    failed: (error) => app.tell(error),
  });
  startReport(app);

  // The name of a place on the page is no address of an experiment: the focus moves, and nothing else.
  find("#skip", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    find("#stage", HTMLElement).focus();
  });
}
