// Puts the parts of the page together: the life of the experiment, the engines, the frame with its views, the panels.

import description from "virtual:settings";
import { takeUpWords, words } from "./elements.js";
import { Engines } from "./engine/engines.js";
import { Measuring } from "./engine/measuring.js";
import { writeAddress } from "./experiment/address.js";
import { Chosen } from "./experiment/chosen.js";
import { Keeper } from "./experiment/keeper.js";
import { Life } from "./experiment/life.js";
import { Navigation } from "./experiment/navigation.js";
import { Opening } from "./experiment/opening.js";
import { own } from "./experiment/ownership.js";
import { experimentOf, makeRules } from "./experiment/rules.js";
import { Store } from "./experiment/store.js";
import { find } from "./find.js";
import { firstPaint } from "./first-paint.js";
import { FetchedParts } from "./frame/fetched-parts.js";
import { Frame } from "./frame/frame.js";
import { hostOf } from "./frame/host.js";
import { currentLanguage, onLanguage, preferredLanguage, say, setLanguage } from "./languages/index.js";
import { arrivingAt } from "./lessons/panel/arriving.js";
import { Lessons } from "./lessons/panel/index.js";
import { reloadFor, watchScripts } from "./missing-scripts.js";
import { nextTask } from "./next-task.js";
import { settingKey } from "./panels/controls/fields.js";
import { Controls } from "./panels/controls/index.js";
import { showEngines } from "./panels/engine-status/index.js";
import { showIdeas } from "./panels/ideas/index.js";
import { clearNotice, clearOffer, tell } from "./panels/notice/index.js";
import { offerBack, tellFound } from "./panels/notice/way-back.js";
import { Preparing } from "./panels/preparing/index.js";
import { TimelinePanel } from "./panels/timeline/index.js";
import { chooseData } from "./panels/tools/choose-data.js";
import { startTools } from "./panels/tools/index.js";
import { startLanguage } from "./panels/tools/language.js";
import { startTheme } from "./panels/tools/theme.js";
import { Transport } from "./panels/transport/index.js";
import { sayError } from "./say-error.js";
import { Shared } from "./share/index.js";
import "./styles/zoom.css";
import "./styles/touch.css";
import "./styles/contrast.css";

/** @import {BatchMessage, Kept, State} from "./types/page" */
/** @import {Entry} from "./experiment/life.js" */

export class App {
  rules = makeRules(description);
  store = new Store(this.rules.complete);
  preparing = new Preparing();
  steps = { step: 0, losses: /** @type {Record<string, number>} */ ({}) };
  #chosen = new Chosen();

  constructor() {
    this.#readPreferences();
    takeUpWords(document);
    this.engines = new Engines({
      batch: (message) => this.#progress(message),
      failed: (failure) => {
        this.transport.showPlaying(false);
        this.tell(Object.assign(new Error(failure.message), failure));
      },
      death: (reason) => this.#recover(reason),
      stayed: (error) => this.tell(error),
      engine: () => showEngines(this.engines),
    });
    this.life = new Life(
      {
        prepare: async (run, state, source) => {
          this.#makeView(state);
          await firstPaint(); // What it fetches would keep the page from being seen.
          return this.engines.prepare(run, state, source, this.preparing.fetched);
        },
        changePrepared: (run, state) => this.engines.changePrepared(run, state),
        discard: (run) => this.engines.discard(run),
        adopt: async (run) => {
          await this.parts.ready();
          await this.engines.adopt(run);
        },
        change: (run, state) => this.engines.change(run, state),
        isPlaying: () => this.engines.playing,
        stop: () => this.setPlaying(false),
      },
      this.rules,
      {
        wanted: () => this.#showWanted(),
        leaving: (entry) => this.#leave(entry),
        adopted: (entry, before, step) => this.#adopt(entry, before, step),
        changed: (entry) => this.#changed(entry),
        refused: (error) => this.opening.refuse(error),
      },
    );
    this.keeper = new Keeper(this.store, {
      current: () => this.life.current,
      save: () => this.engines.save(),
      rest: () => ({ playing: this.engines.playing, slow: this.engines.slow, panels: this.frame.keep() }),
    });
    this.navigation = new Navigation((state) => this.addressOf(state), {
      back: (id) => this.opening.back(id),
      typed: (hash) => {
        this.#readPreferences();
        this.shared.read();
        this.opening.typed(hash);
      },
    });
    this.opening = new Opening({
      ...{ life: this.life, rules: this.rules, store: this.store, navigation: this.navigation },
      page: {
        tell: (error, again) => this.tell(error, again),
        found: tellFound,
        lesson: ({ engine }) => arrivingAt(this, engine),
        playing: (playing) => {
          this.engines.playing = playing;
          this.transport.showPlaying(playing);
        },
        chooseData,
        inspect: (bytes) => this.engines.workers.cpu.call("inspect", bytes),
      },
    });
    this.frame = new Frame([() => new Lessons(this)], hostOf(this));
    this.parts = new FetchedParts(({ VIEWS, PANELS }) => this.frame.take(VIEWS, PANELS));
    this.measuring = new Measuring(this.engines, {
      measured: (evaluation) => this.frame.measured(evaluation),
      failed: (error) => this.tell(error),
    });
    this.transport = new Transport({
      play: (playing) => this.setPlaying(playing),
      single: () => this.setPlaying(false).then(() => this.attempt(this.engines.stepping.single())),
      restart: () => this.#startOver(),
      slow: (slow) => this.attempt(this.engines.setSlow(slow)),
    });
    this.timeline = new TimelinePanel(this.frame);
    this.controls = new Controls(
      this.rules,
      (state) => this.change(state),
      (use) => this.engines.hold(use),
    );
    startTheme(find("#theme", HTMLButtonElement), () => this.frame.redraw());
    startLanguage(() => this.choose({ language: currentLanguage() }));
    onLanguage(() => this.#sayAgain());
    startTools(this);
    this.shared = new Shared(this, this.#chosen.values);
    setInterval(() => showEngines(this.engines), 1000);
    watchScripts((error) => this.tell(error));
    window.addEventListener("online", () => this.life.phase === "nothing" && this.opening.arrive());
  }

  async start() {
    this.parts.ready().catch(() => {}); // Told of when an experiment waits for them.
    await this.opening.arrive();
    this.keeper.start();
  }

  /** Meanwhile, so that an experiment finds the view it is to be seen in. @param {State} state */
  #makeView(state) {
    const make = () => this.frame.make(experimentOf(state), this.#chosen.values.view);
    this.parts
      .ready()
      .then(nextTask)
      .then(make, () => {});
  }

  /** @param {State} state */
  addressOf = (state, chosen = this.#chosen.values) => `#${writeAddress(state, chosen)}`;

  #readPreferences() {
    this.#chosen.read(location.hash);
    setLanguage(this.#chosen.values.language ?? preferredLanguage());
  }

  /** @param {Record<string, string>} chosen */
  choose(chosen) {
    this.#chosen.set(chosen);
    if (this.life.current) this.navigation.changed(this.life.current.state);
  }

  /** @param {unknown} error @param {() => void} [again] */
  tell(error, again) {
    console.warn(error);
    const experiment = this.controls.experiment;
    tell(() => sayError(error, (name) => settingKey(name, experiment)), again ?? reloadFor(error));
  }

  /** @template Result @param {Promise<Result>} action @returns {Promise<Result|undefined>} */
  attempt(action) {
    return action.catch((error) => void this.tell(error));
  }

  /** Another state is wanted, by a field or an idea; what came of it, undefined where it is refused. @param {State} state */
  async change(state) {
    clearNotice();
    const outcome = await this.life.request(state).catch((error) => this.opening.refuse(error));
    this.#showWanted(); // A refused value is not left standing in its field.
    return outcome;
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    this.transport.showPlaying(playing);
    // At rest there is more to be told of it.
    return this.attempt(this.engines.setPlaying(playing)).then(() => this.frame.page.refresh());
  }

  #startOver() {
    const state = this.life.wanted;
    if (!state) return this.opening.start(this.rules.first());
    clearNotice();
    return this.life.request(state, { anew: true, origin: "restart" }).catch((error) => this.opening.refuse(error));
  }

  #showWanted() {
    const { wanted, next } = this.life;
    if (wanted) this.controls.show(wanted);
    this.preparing.show(next ? next.state.dataset : null);
    document.documentElement.dataset.phase = this.life.phase;
  }

  /** What trains is kept before another experiment takes its place. @param {Entry} _entry */
  async #leave(_entry) {
    await this.engines.rest().catch(() => {});
    await this.keeper.keep();
  }

  /** @param {Entry} entry @param {Entry|null} before @param {number} step */
  #adopt(entry, before, step) {
    const { id, state, source } = entry;
    const same = before?.id === id;
    if (this.engines.choice !== state.engine) this.attempt(this.engines.choose(state.engine));
    own(id);
    // The address of a trained model opens it again.
    this.#chosen.set({ trained: source.trained ?? "", ...(experimentOf(state).discriminates ? {} : { update: "" }) });
    this.#chosen.begin();
    this.navigation.adopted(id, state);
    const { values, linked } = this.#chosen;
    // Before anything measures its place: what is said while it is being prepared is taller.
    document.documentElement.dataset.phase = this.life.phase;
    words(find("#story", HTMLElement), experimentOf(state).story);
    this.frame.open(id, experimentOf(state), values, linked);
    this.#chosen.linked = false;
    if (values.view && values.view !== this.frame.active?.id) {
      this.#chosen.forgetView();
      this.navigation.changed(state);
    }
    const kept = /** @type {Kept|null} */ (
      source.origin instanceof Object ? source.origin : same ? this.keeper.last : null
    );
    if (kept) this.frame.restore(kept.panels);
    if (kept?.slow) this.transport.slowDown();
    this.transport.reset(step);
    this.shared.at(step);
    this.steps = { step, losses: {} };
    showIdeas(this, state);
    this.measuring.reset(step);
    this.keeper.begin();
    performance.mark("first-trained-step");
    const byHistory = source.origin instanceof Object;
    const left = this.keeper.last;
    if (left && left.id === before?.id && !same && !byHistory) {
      offerBack(left, source.origin === "restart", () => this.opening.reopen(left.id));
    } else clearOffer();
    this.store.prune();
  }

  /** @param {Entry} entry */
  #changed({ state }) {
    this.navigation.changed(state);
    if (this.engines.choice !== state.engine) this.attempt(this.engines.choose(state.engine));
    this.frame.update(experimentOf(state));
  }

  /** @param {BatchMessage} message */
  #progress(message) {
    this.steps = message;
    this.transport.progress(message);
    this.shared.at(message.step);
    this.frame.progress(message);
  }

  /** @param {string} reason */
  async #recover(reason) {
    const id = this.life.current?.id ?? "";
    // One that was come back to has not been kept anew yet.
    const kept = this.keeper.last?.id === id ? this.keeper.last : await this.store.get(id);
    try {
      const outcome = await this.life.recover(kept?.bytes ?? null, reason);
      if (outcome === "adopted") {
        tell(() => say(kept ? "notice.recovered" : "notice.recovered-anew", { reason, step: kept?.step ?? 0 }));
      }
    } catch (error) {
      this.tell(error, () => this.#startOver());
    }
  }

  #sayAgain() {
    if (this.life.wanted) this.controls.show(this.life.wanted);
    showEngines(this.engines);
    this.frame.redraw();
  }
}
