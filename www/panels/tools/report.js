// The button for a report of the experiment, below the figures that it has.

import { make } from "../../elements.js";
import { experimentOf } from "../../experiment/rules.js";
import { find } from "../../find.js";
import { linkTo } from "../../one-file/place.js";
import { currentProvenance } from "../../provenance/current.js";
import { inLight } from "./theme.js";
import "./report.css";

/** @import {App} from "../../app.js" */

/** @param {App} app */
export function startReport(app) {
  const button = make("button", {
    id: "report-open",
    class: "plain",
    words: "report.open",
    attributes: { type: "button" },
    on: { click: () => open().catch((error) => app.tell(error)) },
  });
  const lead = make("p", { class: "aside", words: "report.lead" });
  const element = make("section", { class: "reporting", attributes: { "aria-labelledby": button.id } }, button, lead);
  find('[data-region="results"]', HTMLElement).append(element);

  /** @type {import("../../report/index.js").Report|null} */
  let report = null;

  async function open() {
    report ??= new (await import("../../report/index.js")).Report();
    const { current } = app.life;
    const { active: view } = app.frame;
    if (!current || !view) return;
    report.open(button);
    const shown = report;
    // Of one moment, while training may go on.
    const [step, figures] = [app.transport.step, app.frame.reported];
    // Dark on light behind the report, which covers what changes.
    await inLight(
      () => app.frame.redraw(),
      () =>
        shown.show({
          ...{ experiment: experimentOf(current.state), rules: app.rules, view, step, figures },
          made: currentProvenance().description,
          address: linkTo(app.addressOf(current.state)),
        }),
    );
  }
}
