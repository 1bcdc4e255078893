// What all pages of the documentation have around them.

export const LANGUAGES = { en: "English", sv: "Svenska" };

const WORDS = {
  en: {
    home: "Documentation",
    page: "Open the page",
    skip: "To the text",
    language: "Language",
  },
  sv: {
    home: "Dokumentation",
    page: "Öppna sidan",
    skip: "Till texten",
    language: "Språk",
  },
};

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** From a page at this path to the folder of all. @param {string} path */
export const toRoot = (path) => "../".repeat(path.split("/").length - 1);

/** An address that is relative to the folder of all, from a page at this path. @param {string} path @param {string} to */
export const from = (path, to) => (/^[a-z]+:/.test(to) ? to : toRoot(path) + to);

/**
 * @param {object} given
 * @param {string} given.path where it will lie
 * @param {keyof typeof LANGUAGES} given.language
 * @param {Partial<Record<keyof typeof LANGUAGES, string>>} [given.translations] where it lies in other languages
 * @param {string} given.title
 * @param {string} given.body
 * @param {string} given.playground where the page that this is about lies, from the folder of all
 */
export function pageOf({ path, language, translations = {}, title, body, playground }) {
  const words = WORDS[language];
  const home = from(path, language === "en" ? "index.html" : `${language}/index.html`);
  const others = Object.entries(translations).map(([code, place]) =>
    code === language
      ? `<span aria-current="true">${LANGUAGES[code]}</span>`
      : `<a href="${from(path, place)}" lang="${code}" hreflang="${code}">${LANGUAGES[code]}</a>`,
  );
  const choice =
    others.length > 0 ? `<nav class="languages" aria-label="${words.language}">${others.join(" ")}</nav>` : "";
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)} – Generative Playground</title>
    <meta name="description" content="${escaped(title)} – Generative Playground" />
    <link rel="icon" href="${from(path, "icon.svg")}" type="image/svg+xml" />
    <link rel="stylesheet" href="${from(path, "style.css")}" />
  </head>
  <body>
    <a class="skip" href="#text">${words.skip}</a>
    <header>
      <a class="home" href="${home}"><img src="${from(path, "icon.svg")}" width="28" height="20" alt="" />${words.home}</a>
      <a href="${from(path, playground)}">${words.page}</a>
      ${choice}
    </header>
    <main id="text" tabindex="-1">
${body}
    </main>
  </body>
</html>
`;
}
