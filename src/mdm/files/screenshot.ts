/**
 * The picture of the rendered message that rules pass on to a recogniser of text. Nothing is drawn here. Where the message holds no
 * picture of any kind, all that such a picture would show is the text that a reader sees, and the recogniser's answer is that text. Where all its
 * pictures are such as it brings along, and their text is read, it is that text and theirs; else the answer is undetermined (mql.md 10.2).
 *
 * [I] Evading it takes a picture, and that makes it undetermined again.
 */
import { type HostObject, Undetermined, type Value } from "../../mql/value.ts";
import { valueObject } from "../model-object.ts";
import { fieldOf, isHostObject } from "./file-argument.ts";
import { ocrObject } from "./pictures.ts";

const RENDER = new Undetermined(["render"]);
const TEXT_UNKNOWN = new Undetermined(["ocr", "render"]);

const shown = new WeakMap<HostObject, HostObject>();
const rootOf = new WeakMap<HostObject, HostObject>();

/** The same object each time it is asked for one message. */
export function screenshotOf(root: HostObject): HostObject {
  const known = shown.get(root);
  if (known !== undefined) return known;
  const picture = valueObject("File", { file_name: null, file_extension: "png", file_type: "png" }, RENDER);
  shown.set(root, picture);
  rootOf.set(picture, root);
  return picture;
}

export function isScreenshot(object: HostObject): boolean {
  return rootOf.has(object);
}

/** Everything that a client draws and that is no letter. */
const PICTURES =
  /<(?:img|image|svg|picture|video|object|embed|iframe|frame|canvas|input|v:|math|marquee|meter|progress|body\s[^<>]{0,512}\bbackground)|\bbackground\s{0,4}[=:]|\burl\s{0,4}\(|\bcontent\s{0,4}:/i;

/** What colours areas: logos of four squares are drawn with it. */
const COLOURED = /\bbgcolor|\bbackground|\bborder|\bbox-shadow|\boutline|<hr|<style|<link|\bclass\s{0,4}=/i;

/** Neither pictures nor coloured areas: a message in plain text, or HTML of text alone. */
export function showsLettersOnly(picture: HostObject): boolean {
  if (typeof screenshotText(picture) !== "string") return false;
  const root = rootOf.get(picture);
  const body = root === undefined ? null : fieldOf(root, "body");
  if (!isHostObject(body ?? undefined)) return true;
  const html = fieldOf(body as HostObject, "html");
  if (!isHostObject(html ?? undefined)) return true;
  const raw = fieldOf(html as HostObject, "raw");
  return typeof raw === "string" && !COLOURED.test(raw);
}

/** What a picture that the message brings shows. */
export type ReadShown = (file: HostObject) => string | Undetermined;

/** Text that the picture shows. Without `read` that of messages alone that have no pictures. */
export function screenshotText(picture: HostObject, read: ReadShown | null = null): string | Undetermined {
  const root = rootOf.get(picture);
  const body = root === undefined ? null : fieldOf(root, "body");
  if (body instanceof Undetermined) return body;
  if (!isHostObject(body ?? undefined)) return "";
  const parts = body as HostObject;
  const html = fieldOf(parts, "html");
  if (html instanceof Undetermined) return html;
  if (isHostObject(html ?? undefined)) return textOfPage(html as HostObject, () => textOfPictures(picture, read));
  const plain = fieldOf(parts, "plain");
  if (plain instanceof Undetermined) return plain;
  const text = isHostObject(plain ?? undefined) ? fieldOf(plain as HostObject, "raw") : "";
  return text instanceof Undetermined || typeof text === "string" ? text : "";
}

function textOfPage(html: HostObject, ofPictures: () => string | Undetermined): string | Undetermined {
  const raw = fieldOf(html, "raw");
  if (typeof raw !== "string") return TEXT_UNKNOWN;
  const text = fieldOf(html, "display_text");
  if (typeof text !== "string") return text instanceof Undetermined ? text : "";
  if (!PICTURES.test(raw)) return text;
  if (DRAWN_ELSE.test(raw) || !isOfOwnImages(raw)) return TEXT_UNKNOWN;
  const shown = ofPictures();
  return shown instanceof Undetermined ? shown : `${text}\n${shown}`;
}

/** Of `PICTURES`, all but images. */
const DRAWN_ELSE =
  /<(?:svg|picture|video|object|embed|iframe|frame|canvas|input|v:|math|marquee|meter|progress)|\bbackground\s{0,4}=|\b(?:url|image|image-set|element|cross-fade)\s{0,4}\(|\bcontent\s{0,4}:|\\[0-9a-f]/i;
const IMAGES = /<ima?ge?\b/gi;
/** A picture of the message itself, by the id of the part. */
const BROUGHT_IMAGES = /<ima?ge?\b[^<>]{0,4096}\bsrc\s{0,4}=\s{0,4}["']?cid:/gi;

/** Whatever is called a source may be the one that counts. */
const SOURCES = /\bsrc(?:set)?\s{0,4}=/gi;

function isOfOwnImages(raw: string): boolean {
  const images = count(raw, IMAGES);
  return count(raw, BROUGHT_IMAGES) === images && count(raw, SOURCES) === images;
}

function count(raw: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of raw.matchAll(pattern)) found += 1;
  return found;
}

function textOfPictures(picture: HostObject, read: ReadShown | null): string | Undetermined {
  const files = read === null ? null : picturesShown(picture);
  if (read === null || files === null) return TEXT_UNKNOWN;
  const texts: string[] = [];
  for (const file of files) {
    const text = read(file);
    if (text instanceof Undetermined) return text;
    texts.push(text);
  }
  return texts.join("\n");
}

/** What a client draws beside pictures of which a code can be made. */
const DRAWS =
  /<(?:svg|canvas|object|embed|i?frame|video|math|v:)|\bdata\s{0,4}:|\bgradient\s{0,4}\(|\bbox-shadow\s{0,4}:[^;}"]{400}/i;
/** Coloured areas and block letters: the smallest code has 21 rows of some ten runs, and so many letters in two rows at once. */
const AREA = /\bbgcolor|\bbackground/gi;
const BLOCK = /[\u2580-\u259f]/g;
const AREAS_MIN = 150;

/**
 * Pictures that the message brings and shows, as attachments; a picture is drawn of nothing else, since what lies elsewhere is never loaded. Null
 * where something else may show a code.
 */
export function picturesShown(picture: HostObject): readonly HostObject[] | null {
  const root = rootOf.get(picture);
  if (root === undefined) return null;
  const [raw, files] = [sourceOf(root), fieldOf(root, "attachments")];
  if (raw === null || !Array.isArray(files) || DRAWS.test(raw)) return null;
  if (isMany(raw, AREA) || isMany(raw, BLOCK)) return null;
  const shown: HostObject[] = [];
  for (const file of files) {
    if (!isHostObject(file)) return null;
    if (isShown(file, raw)) shown.push(file);
  }
  return shown;
}

/** HTML, or the plain text of a message without it; null where it is not known. */
function sourceOf(root: HostObject): string | null {
  const body = fieldOf(root, "body");
  if (!isHostObject(body)) return body === null ? "" : null;
  const html = fieldOf(body, "html");
  const shown = html === null ? fieldOf(body, "plain") : html;
  const raw = isHostObject(shown) ? fieldOf(shown, "raw") : shown;
  if (raw === null) return "";
  return typeof raw === "string" ? raw : null;
}

function isMany(raw: string, pattern: RegExp): boolean {
  let count = 0;
  for (const _ of raw.matchAll(pattern)) if (++count >= AREAS_MIN) return true;
  return false;
}

/** Named by the page, or said to stand within the text. */
function isShown(file: HostObject, raw: string): boolean {
  const [id, disposition, type] = ["content_id", "content_disposition", "content_type"].map((name) =>
    fieldOf(file, name),
  );
  if (typeof type === "string" && !type.toLowerCase().startsWith("image/")) return false;
  const isNamed = typeof id === "string" && id !== "" && raw.includes(id.replace(/^<|>$/g, ""));
  return isNamed || (typeof disposition === "string" && disposition.toLowerCase().startsWith("inline"));
}

/** `Exploded`, alone. */
export function explodedScreenshot(picture: HostObject, read: ReadShown): Value {
  const text = screenshotText(picture, read);
  const isKnown = typeof screenshotText(picture) === "string";
  const ocr = ocrObject(text);
  return valueObject(
    "Exploded",
    {
      ...{ depth: 0, file_extension: "png", file_name: null, node_id: "0", parent_node_id: null, source: null },
      flavors: valueObject("ScanFlavors", { mime: "image/png", yara: ["png_file"], external: [] }),
      scan: valueObject("Scan", { ocr, qr: isKnown ? null : RENDER, ...NOT_FOR_PICTURES }, RENDER),
    },
    RENDER,
  );
}

/** Scans of other kinds of files. */
const NOT_FOR_PICTURES = {
  ...{
    bzip2: null,
    docx: null,
    encrypted_doc: null,
    encrypted_zip: null,
    gif: null,
    gzip: null,
    html: null,
    ics: null,
    javascript: null,
  },
  ...{
    jpeg: null,
    libarchive: null,
    lnk: null,
    macho: null,
    ole: null,
    pdf: null,
    pdf_obj_hash: null,
    pptx: null,
    rar: null,
    rtf: null,
  },
  ...{ tar: null, url: null, vba: null, xml: null, zip: null, zlib: null },
} as const;
