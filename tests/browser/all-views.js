// A person who goes through all that a page has.

/** Those that the experiment has, by the ids of their tabs. */
export const tabs = (page) => page.$$eval("#views [role=tab]", (all) => all.map(({ id }) => id));

/** Until the view that is shown has something to show. */
export const shows = (page) =>
  page.waitForFunction(() => document.querySelector(".view:not([hidden]) .waiting")?.hidden === true, {
    timeout: 120_000,
  });

/** Opens whatever can be folded away. */
export const unfold = (page) =>
  page.$$eval("details", (all) => {
    for (const details of all) details.open = true;
  });
