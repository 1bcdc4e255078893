// All that stands in the frame, as one script.

export { PANELS } from "../panels/index.js";
export { VIEWS } from "../views/index.js";
