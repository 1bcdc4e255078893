// What makes the page one HTML file that runs without a host, from a stick as well.
//
// Of a page that is opened as a file, browsers load no modules, start no workers and fetch nothing. So its script and its
// style stand in the page; its workers are one script in it as text, and start from there; the files that it would fetch
// stand in it in base64.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const www = resolve(import.meta.dirname, "../www");
const packages = resolve(import.meta.dirname, "../pkg");

/** Where the page starts a worker. */
const STARTS =
  /new Worker\(new URL\("(\.\/[\w-]+\.js)", import\.meta\.url\), \{\s*type: "module"(?:,\s*(name: [^},]+))?,?\s*\}\)/g;
/** Where a library that has been told nothing would look for its module: nothing is to be bundled for that. */
const UNTOLD = /new URL\('generative_playground_bg\.wasm', import\.meta\.url\)/;

/** What may run and be shown, when the hashes of script and style are known: nothing from anywhere else. */
const policy = (script, style) => [
  "default-src 'none'",
  `script-src '${script}' 'wasm-unsafe-eval'`,
  `style-src '${style}'`,
  "img-src data: blob:",
  "font-src data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
];

/**
 * @typedef {object} Parts
 * @property {string} name of the file that is made
 * @property {string[]} files that it carries, from www/
 * @property {string[]} without workers that it does without, from www/
 * @property {() => object[]} library plugins that the library's modules need
 */

/** @param {Parts} parts */
export function singleFile({ name, files, without, library }) {
  /** Those that the page starts, from www/. @type {Set<string>} */
  const workers = new Set();
  return {
    name: "single-file",
    enforce: "post",
    transform: {
      order: "pre",
      handler: (code, id) => workersInside(code, id, (file) => workers.add(file)),
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const wanted = [...workers].filter((file) => !without.includes(file));
        const parts = Object.values(bundle);
        const one = (ending) => {
          const found = parts.filter(({ fileName }) => fileName.endsWith(ending));
          if (found.length !== 1) throw new Error(`The page has ${found.length} files ${ending}. Expected one.`);
          return String(found[0].code ?? found[0].source);
        };
        const carried = [
          ["workers.js", await workersScript(wanted, library)],
          ["library.wasm.gz", await packedModule()],
          ...(await Promise.all(files.map(async (file) => [file, await inBase64(resolve(www, file))]))),
        ];
        const page = { html: one(".html"), code: one(".js"), style: one(".css"), icon: one(".svg") };
        for (const file of Object.keys(bundle)) delete bundle[file];
        this.emitFile({ type: "asset", fileName: name, source: whole({ ...page, carried }) });
      },
    },
  };
}

/** Has workers start from the page itself. @param {string} code @param {string} id @param {(file: string) => void} found */
function workersInside(code, id, found) {
  if (!id.startsWith(www) || !/new (Shared)?Worker\(/.test(code)) return null;
  const inside = code.replace(STARTS, (_, path, options) => {
    const file = relative(www, resolve(id, "..", path));
    found(file);
    return `new Worker(workerAddress(${JSON.stringify(file)}), { ${options ?? ""} })`;
  });
  if (/new (Shared)?Worker\((?!workerAddress)/.test(inside)) throw new Error(`${id} starts a worker as no other does.`);
  return `import { workerAddress } from ${JSON.stringify(resolve(www, "one-file/workers.js"))};\n${inside}`;
}

/** All workers in one script, most of which they share. @param {string[]} files @param {() => object[]} library */
async function workersScript(files, library) {
  const entry = "\0workers";
  const lines = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(resolve(www, file))}),`);
  const { output } = await build({
    configFile: false,
    root: www,
    publicDir: false,
    logLevel: "warn",
    resolve: {
      alias: {
        "generative-playground": resolve(packages, "index.js"),
        "virtual:cpu-build": resolve(packages, "cpu/generative_playground.js"),
      },
    },
    plugins: [
      {
        name: "workers",
        enforce: "pre",
        resolveId: (id) => (id === "workers" ? entry : null),
        load(id) {
          if (id === entry) return `const workers = {\n${lines.join("\n")}\n};\nworkers[self.told.file]();`;
          if (id !== resolve(packages, "builds.js")) return null;
          return `export * from ${JSON.stringify(resolve(www, "one-file/builds.js"))};`;
        },
        transform: (code, id) => (id.startsWith(packages) ? code.replace(UNTOLD, "undefined") : null),
      },
      ...library(),
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: "workers",
        output: { format: "iife", codeSplitting: false },
        // Nothing is found by it: a script made of text is nowhere.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  if (output.length !== 1) throw new Error(`The workers have become ${output.length} files. Expected one.`);
  return output[0].code;
}

/** The library's module for the CPU, which would be half of the file as it is. */
async function packedModule() {
  const module = await readFile(resolve(packages, "cpu/generative_playground_bg.wasm"));
  return gzipSync(module, { level: 9 }).toString("base64");
}

/** @param {string} path */
const inBase64 = async (path) => (await readFile(path)).toString("base64");

/** What would end the element that it stands in means the same so. @param {string} script */
const inElement = (script) => script.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3c");

/** As a policy names a script or a style. @param {string} text */
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** @param {{html: string, code: string, style: string, icon: string, carried: [path: string, text: string][]}} parts */
function whole({ html, code, style, icon, carried }) {
  const script = inElement(code);
  const content = policy(hash(script), hash(style)).join("; ");
  const data = carried.map(
    ([path, text]) => `<script type="text/plain" data-file="${path}">${inElement(text)}</script>`,
  );
  /** @type {[place: RegExp, text: (found: string) => string][]} */
  const changes = [
    [/<link rel="stylesheet"[^>]*>/, () => ""],
    [/<script type="module"[^>]*><\/script>/, () => ""],
    [/(?<=href=")[^"]*\.svg(?=")/, () => `data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}`],
    [
      /<meta name="viewport"/,
      (found) => `<meta http-equiv="Content-Security-Policy" content="${content}" />\n    ${found}`,
    ],
    [/<\/head>/, (found) => `<style>${style}</style>\n<script type="module">${script}</script>\n${found}`],
    [/<\/body>/, (found) => `${data.join("\n")}\n${found}`],
  ];
  const left = html
    .replaceAll(/<(link rel="stylesheet"|script )[^>]*>/g, "")
    .match(/\s(src|href)="(?!#|\.\/assets\/[^"]*\.svg)[^"]*"/);
  if (left) throw new Error(`The page would have to fetch${left[0]}.`);
  for (const [place, text] of changes) {
    if (!place.test(html)) throw new Error(`The page is not as it was expected: ${place} does not fit.\n${html}`);
    html = html.replace(place, text);
  }
  return html;
}
