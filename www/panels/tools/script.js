// The experiment as a script for PyTorch.

import "./script.css";
import { download } from "../../download.js";
import { make } from "../../elements.js";
import { pageError } from "../../errors.js";
import { find } from "../../find.js";
import { linkTo, servedFrom } from "../../one-file/place.js";

/** @import {App} from "../../app.js" */

/** What a script cannot be written for, and why. */
const LACKING = {
  molecules: () => pageError("script-of-molecules"),
  own: () => pageError("script-of-own-pictures"),
};

/** @param {App} app */
export function startScript(app) {
  const click = async () => {
    const { current } = app.life;
    try {
      if (!current) throw pageError("nothing-to-save");
      const { scriptOf } = await import("../../pytorch/index.js").catch(() => {
        throw pageError("script-unreachable");
      });
      const addresses = { link: linkTo(app.addressOf(current.state)), page: servedFrom() };
      const script = scriptOf(current.state, app.rules.description, addresses);
      if ("lacks" in script) throw LACKING[script.lacks]();
      download(new Blob([script.text], { type: "text/x-python" }), script.name);
    } catch (error) {
      app.tell(error);
    }
  };
  const button = make("button", {
    id: "save-script",
    class: "plain",
    words: "tools.script",
    attributes: { type: "button" },
    on: { click },
  });
  find("#more", HTMLElement).after(button);
}
