// A link shows the page as whoever made it wants: applies what the address says of it, and opens the dialog that makes a link.

import { pageError } from "../errors.js";
import { find } from "../find.js";
import { nextTask } from "../next-task.js";
import { isOnDisk, linkTo } from "../one-file/place.js";
import { announce } from "../panels/notice/index.js";
import { linkTheme } from "../panels/tools/theme.js";
import { FullScreen } from "./full-screen.js";
import { AROUND_THE_STAGE, arrange } from "./parts.js";
import { readPresentation, writePresentation } from "./presentation.js";
import { Projector } from "./projector.js";
import "./told.css";
import { Told } from "./told.js";

/** @import {App} from "../app.js" */
/** @import {ShareDialog} from "./dialog.js" */
/** @import {Presentation} from "./presentation.js" */

/** Nothing is hidden. */
const WHOLE = { hidden: [], views: [], embedded: false };

export class Shared {
  /** Fetched when a person opens it. @type {Promise<ShareDialog>|null} */
  #dialog = null;
  #told;
  #full;
  #projector;

  /** @param {App} app @param {Record<string, string>} values what is chosen of the address */
  constructor(app, values) {
    this.app = app;
    this.values = values;
    this.#told = new Told(() => this.#everything());
    this.#full = new FullScreen({ changed: () => this.#arrange(), failed: (error) => app.tell(error) });
    this.#projector = new Projector(app, () => this.#arrange());
    find("#share-open", HTMLButtonElement).addEventListener("click", () =>
      this.#open().catch((error) => app.tell(error)),
    );
    this.read();
  }

  get presentation() {
    return readPresentation(this.values);
  }

  /** An address has come: on arrival, by a link, or typed. */
  read() {
    const { start } = this.presentation;
    this.app.engines.stepping.untilOfNext = start || undefined;
    if (start !== null) this.app.setPlaying(start > 0);
    this.#show();
  }

  /** Training has come to this step. @param {number} step */
  at(step) {
    const { stepping } = this.app.engines;
    if (stepping.until === step) {
      stepping.until = undefined;
      this.app.setPlaying(false);
      announce("share.rests", { step });
    }
    const { presentation } = this;
    this.#told.showRest(presentation.start, step);
    if (presentation.embedded) this.#told.leadTo(this.linkOf({ ...presentation, ...WHOLE, start: null, theme: "" }));
  }

  /**
   * The address of the experiment, shown so.
   * @param {Presentation} presentation @param {Record<string, string>} [others] what else it is to say
   * @param {string} [page] where it is, if a person says so
   */
  linkOf(presentation, others = {}, page = "") {
    const { current, wanted } = this.app.life;
    const state = current?.state ?? wanted ?? this.app.rules.first();
    const hash = this.app.addressOf(state, { ...this.values, ...writePresentation(presentation), ...others });
    return linkTo(hash, page);
  }

  #show() {
    const { presentation } = this;
    if (linkTheme(presentation.theme)) this.app.frame.redraw();
    this.app.frame.offer(presentation.views);
    this.#told.show(presentation);
    this.#told.showRest(presentation.start, this.app.transport.step);
    this.#arrange();
  }

  #arrange() {
    const { hidden, embedded } = this.presentation;
    const alone = embedded || this.#full.active || this.#projector.active;
    arrange(new Set([...hidden, ...(alone ? AROUND_THE_STAGE : []), ...(this.#projector.active ? ["transport"] : [])]));
    document.documentElement.toggleAttribute("data-embedded", embedded);
  }

  #everything() {
    this.app.choose(writePresentation({ ...this.presentation, ...WHOLE }));
    this.#show();
    find("#stage", HTMLElement).focus();
  }

  async #open() {
    this.#dialog ??= import("./dialog.js").then(
      async ({ ShareDialog }) => {
        await nextTask();
        return new ShareDialog((...asked) => this.linkOf(...asked), isOnDisk);
      },
      () => {
        this.#dialog = null;
        throw pageError("share-unreachable");
      },
    );
    const dialog = await this.#dialog;
    await nextTask();
    const { suitable: views } = this.app.frame;
    const { state } = this.app.life.current ?? {};
    const about = { own: state?.own !== "", alike: state?.engine === "reproducible" };
    await dialog.open(this.presentation, { language: this.values.language ?? "", views, ...about });
  }
}
