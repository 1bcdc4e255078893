// What a picture says of itself, in XMP (ISO 16684-1): that a model made it, which one, and where it can be seen again. The words for
// how a picture came about are the IPTC's (NewsCodes, "digital source type").

const SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const TOOL = "Generative Playground";

/**
 * @typedef {object} Provenance
 * @property {string} description of what made it
 * @property {string} [source] where the experiment can be opened again: a link, or what follows # alone
 */

/**
 * @typedef {object} Statement what was found in a file; "" where it does not say it
 * @property {string} sourceType the last part of the IPTC's address, as trainedAlgorithmicMedia
 * @property {string} tool
 * @property {string} description
 * @property {string} source
 */

const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);

/** The packet that goes into a file. @param {Provenance} provenance */
export function statement({ description, source }) {
  const link = source ? `\n   <dc:source>${escaped(source)}</dc:source>` : "";
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
   <Iptc4xmpExt:DigitalSourceType>${SOURCE_TYPES}trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>
   <xmp:CreatorTool>${TOOL}</xmp:CreatorTool>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(description)}</rdf:li></rdf:Alt></dc:description>${link}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const [OPENING, CLOSING] = ["<x:xmpmeta", "</x:xmpmeta>"];
/** Of a packet that is read: longer ones are none. */
const MOST = 1_000_000;

/**
 * The packet of a file of any kind, which stands in it as it is (ISO 16684-1, packet scanning).
 * @param {Uint8Array} bytes @returns {Statement|null} null where nothing is said
 */
export function readStatement(bytes) {
  // Every byte is one letter: places in the text are places in the file.
  const text = new TextDecoder("latin1").decode(bytes);
  const start = text.indexOf(OPENING);
  const end = text.indexOf(CLOSING, start);
  if (start < 0 || end < 0 || end - start > MOST) return null;
  const packet = new TextDecoder().decode(bytes.subarray(start, end));
  const type = propertyOf(packet, "Iptc4xmpExt:DigitalSourceType");
  const found = {
    sourceType: type.startsWith(SOURCE_TYPES) ? type.slice(SOURCE_TYPES.length) : type,
    tool: propertyOf(packet, "xmp:CreatorTool"),
    description: propertyOf(packet, "dc:description"),
    source: propertyOf(packet, "dc:source"),
  };
  return Object.values(found).some((value) => value !== "") ? found : null;
}

const LETTERS = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" });

/** The text of a property, which may be an attribute or an element, of one value or of a list of which the first counts. @param {string} packet @param {string} name */
function propertyOf(packet, name) {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(packet)?.[1];
  const item = element && (/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(element)?.[1] ?? element);
  const resource = new RegExp(`<${name}\\s+rdf:resource="([^"]*)"`).exec(packet)?.[1];
  const attribute = new RegExp(`\\s${name}="([^"]*)"`).exec(packet)?.[1];
  const found = item ?? resource ?? attribute ?? "";
  return found.replace(/&(amp|lt|gt|quot|apos);/g, (_, letter) => LETTERS[letter]).trim();
}
