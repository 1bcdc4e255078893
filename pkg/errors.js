// What can go wrong before there is a library to say so: in three parts as there, with a code and values. Where the
// library has an error for it, it is that one.

/** The code that the library has not, with the names of its values. */
export const LOADING_ERRORS = { "load-failed": ["builds", "reason"] };

/** What can be asked for, each with what it is where nobody says first. */
const CHOICES = { engine: ["auto", "cpu", "webgpu"], threads: ["auto", "one"], arithmetic: ["auto", "reproducible"] };

function refusal(code, values, message) {
  return Object.assign(new Error(message), { code, values });
}

/** A value as it stands in a sentence, text in quotes. */
function written(value) {
  return typeof value === "string" ? `"${unquoted(value)}"` : unquoted(value);
}

function unquoted(value) {
  if (Array.isArray(value)) return "a list";
  return value !== null && typeof value === "object" ? "an object" : String(value).slice(0, 60);
}

/** What is asked for, the first of each where nothing is said: as strict as the library is with settings. */
export function chosenOf(options = {}) {
  if (options === null || typeof options !== "object" || Array.isArray(options)) throw notAnObject(options);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(CHOICES, name));
  if (unknown !== undefined) throw settingUnknown(unknown);
  const chosen = {};
  for (const [name, choices] of Object.entries(CHOICES)) {
    const { [name]: value = choices[0] } = options;
    if (!choices.includes(value)) throw notAChoice(name, value, choices);
    chosen[name] = value;
  }
  const { engine, arithmetic } = chosen;
  // What a graphics card rounds, no other has to.
  if (engine === "webgpu" && arithmetic !== "auto") throw notAChoice("arithmetic", arithmetic, ["auto"]);
  return chosen;
}

function notAnObject(value) {
  return refusal(
    "not-an-object",
    { argument: "options", value: unquoted(value) },
    `The argument "options" is ${written(value)}. Expected a plain object, as the package's types describe it. Correct it and call again.`,
  );
}

function settingUnknown(name) {
  const known = Object.keys(CHOICES).map(written).join(", ");
  return refusal(
    "setting-unknown",
    { setting: unquoted(name), known },
    `There is no setting ${written(name)}. Expected ${known}. Correct its name, or leave it out.`,
  );
}

function notAChoice(setting, value, all) {
  const choices = all.map(written).join(", ");
  return refusal(
    "setting-not-a-choice",
    { setting, value: unquoted(value), choices },
    `The setting "${setting}" is ${written(value)}. Expected one of ${choices}. Choose another value for "${setting}".`,
  );
}

export function adapterMissing() {
  return refusal(
    "adapter-missing",
    {},
    'This browser offers no WebGPU adapter with timestamp queries. Expected navigator.gpu with an adapter that has the feature "timestamp-query". Use the CPU engine, or another browser.',
  );
}

/** @param {{build: string, error: Error}[]} failures one or more */
export function loadFailed(failures) {
  const builds = failures.map(({ build }) => build).join(", ");
  const reason = failures.at(-1).error.message;
  return refusal(
    "load-failed",
    { builds, reason },
    `The library could not be loaded (${builds}): ${reason}. Expected its scripts and modules where the package puts them. Look at the network, then load it again.`,
  );
}
