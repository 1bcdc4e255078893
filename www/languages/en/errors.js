// What went wrong, in English: what the page itself has to say, then what the library says, by its codes.

export default {
  "errors.data-unreachable":
    "The data set could not be fetched: the network is away. Expected it to be there. Try again when it is back, or choose points, which are made here.",
  "errors.data-refused":
    "The data set could not be fetched: the server answered {status}. Expected its file. Try again, or choose another data set.",
  "errors.data-broke-off":
    "The download of the data set broke off. Expected the whole file. Try again: it is fetched anew.",
  "errors.model-unreachable":
    "The trained model could not be fetched: the network is away. Expected it to be there. Try again when it is back, or train one yourself.",
  "errors.model-refused":
    "The trained model could not be fetched: the server answered {status}. Expected its file. Try again, or train one yourself.",
  "errors.model-broke-off":
    "The download of the trained model broke off. Expected the whole file. Try again: it is fetched anew.",
  "errors.engine-unreachable":
    "The part of the page that computes could not be loaded. Expected it from the same server as the page. Try again when the network is back.",
  "errors.engine-stopped":
    "The engine stopped ({reason}). Expected it to go on. Choose a smaller network or batch if it happens again.",
  "errors.engine-stops-again":
    "The engine stops again and again ({reason}). Expected it to go on. Choose a smaller network or batch, or start over.",
  "errors.chemistry-unreachable":
    "The part of the page that reads molecules could not be loaded. Expected it from the same server as the page. Try again when the network is back.",
  "errors.other-data":
    "The model was trained on other data than those that this page has under that name. Expected the same. Open it where it was saved.",
  "errors.other-shape":
    "The model is for pictures of {height} by {width} pixels. Expected 28 by 28, or points: this page has no others. Use the package for it.",
  "errors.unknown-data-set": 'There is no data set "{value}". Expected one of {known}. Choose one of them.',
  "errors.unknown-family": 'There is no family "{value}". Expected one of {known}. Choose one of them.',
  "errors.unknown-link-version":
    "This link is of version {value}. Expected one of {known}: this page is older than the link. Reload the page, or ask for the link once more.",
  "errors.part-unreachable":
    "A part of the page could not be fetched. Expected an answer from where the page comes from. Look at the connection and try again: the page is loaded anew, and what trains is kept.",
  "errors.share-unreachable":
    "What makes links could not be fetched. Expected an answer from where this page comes from. Look at the connection and try again; the address line has a link, too.",
  "errors.code-unreachable":
    "The QR code could not be made: its part of the page could not be fetched. Close this window and open it again. The link is good without it.",
  "errors.nothing-to-save":
    "There is nothing to save yet. Expected an experiment that has begun. Try again in a moment.",
  "errors.drawing-unreadable":
    "The points in the address cannot be read. Expected 1 to {most} points as this page writes them. Draw them again, or ask for the link once more.",
  "errors.columns-unreadable":
    "Line {line} is “{text}”. Expected two numbers, x and y, with a tab, a semicolon, a comma or a blank between them. Mend the line.",
  "errors.columns-empty": "There are no numbers. Expected lines of two numbers, x and y. Paste two columns.",
};
