/**
 * The functions of rules over files (mql.md 9.5, 10). Each result is worked out once for a file, failures as well; a fault of ours is
 * undetermined with `error:` and the function's name.
 */
import { createHash } from "node:crypto";
import { limits } from "../../base/limits.ts";
import { msgObjects } from "../../mail/outlook-objects.ts";
import type { Host, HostFunction, Parameter, Type } from "../../mql/types.ts";
import { type HostObject, MoreItems, Undetermined, type Value } from "../../mql/value.ts";
import { decodeAs, decodedText } from "../../parts/file-text.ts";
import { isMailHost } from "../host.ts";
import { maker, valueObject } from "../model-object.ts";
import { calendarObject } from "./calendar-scan.ts";
import { type Explosion, explode, rootNode } from "./explode.ts";
import { contentOf, isHostObject } from "./file-argument.ts";
import type { FileNode } from "./file-node.ts";
import { FileSession } from "./file-session.ts";
import { metadataOf } from "./metadata.ts";
import { oletoolsObject } from "./oletools.ts";
import { isRecognisable, shownText } from "./pictures.ts";
import { codeObject, explodedObject } from "./scan.ts";
import {
  explodedScreenshot,
  isScreenshot,
  picturesShown,
  screenshotOf,
  screenshotText,
  showsLettersOnly,
} from "./screenshot.ts";
import type { FileTools } from "./tools.ts";

const object = (name: string): Type => ({ kind: "object", name });
const FILES: readonly Type[] = ["Attachment", "File", "DownloadedFile"].map(object);
/** `file.explode` also takes what has source text. */
const SOURCES: readonly Type[] = [...FILES, ...["HTML", "FinalDOM", "XPathNode"].map(object)];

function fileParameter(types: readonly Type[]): Parameter {
  return { name: "file", types, optional: false };
}

/** Everything that is known of one message's files. */
class MessageFiles {
  readonly session: FileSession;
  readonly nodes = new WeakMap<HostObject, FileNode | Undetermined | null>();
  readonly explosions = new WeakMap<FileNode, Explosion>();
  /** By function and arguments. */
  readonly results = new Map<string, WeakMap<HostObject, Value>>();

  constructor(host: Host) {
    this.session = new FileSession(isMailHost(host) ? host.knowledge.given : undefined);
  }

  node(file: HostObject): FileNode | Undetermined | null {
    const known = this.nodes.get(file);
    if (known !== undefined) return known;
    const content = contentOf(file);
    const node = content === null || content instanceof Undetermined ? content : rootNode(content, this.session);
    this.nodes.set(file, node);
    return node;
  }

  explosion(node: FileNode): Explosion {
    const known = this.explosions.get(node) ?? explode(node);
    this.explosions.set(node, known);
    return known;
  }
}

type Answer = (node: FileNode, files: MessageFiles, keywords: ReadonlyMap<string, Value>) => Value;

interface Description {
  readonly types?: readonly Type[];
  readonly keywords?: readonly Parameter[];
  readonly result: Type;
  readonly meaning: string;
  /** For the picture of the message. Absent: undetermined. */
  readonly ofScreenshot?: (picture: HostObject, files: MessageFiles) => Value;
}

/** The functions; `tools` makes the other objects of the model. */
export function fileFunctions(tools: FileTools): readonly HostFunction[] {
  const byMessage = new WeakMap<HostObject, MessageFiles>();
  const filesOf = (host: Host): MessageFiles => {
    const known = byMessage.get(host.root) ?? new MessageFiles(host);
    byMessage.set(host.root, known);
    return known;
  };

  const ofFile = (
    name: string,
    { types = FILES, keywords = [], result, meaning, ofScreenshot }: Description,
    answer: Answer,
  ): HostFunction => ({
    name,
    positional: [fileParameter(types)],
    variadic: false,
    keywords: new Map(keywords.map((keyword) => [keyword.name, keyword])),
    result,
    meaning,
    call: (host, [file], given) => {
      if (!isHostObject(file)) return null;
      const files = filesOf(host);
      const key = given.size === 0 ? name : `${name} ${JSON.stringify([...given])}`;
      const known = files.results.get(key) ?? new WeakMap<HostObject, Value>();
      files.results.set(key, known);
      const before = known.get(file);
      if (before !== undefined) return before;
      const value = guarded(name, () => {
        if (isScreenshot(file)) return ofScreenshot?.(file, files) ?? new Undetermined(["render"]);
        const node = files.node(file);
        return node === null || node instanceof Undetermined ? node : answer(node, files, given);
      });
      known.set(file, value);
      return value;
    },
  });

  const picture = (name: string): HostFunction => ({
    ...{ name, positional: [], variadic: false, keywords: new Map(), result: object("File") },
    meaning: "Picture of the message as a client draws it; only to be passed on.",
    call: ({ root }) => screenshotOf(root),
  });

  return [
    ofFile(
      "file.explode",
      {
        types: SOURCES,
        result: { kind: "array", of: object("Exploded") },
        meaning: "The file and every file inside it.",
        ofScreenshot: (shot, files) => [explodedScreenshot(shot, (file) => textOfShown(file, files))],
      },
      (node, files) => {
        const { nodes, isIncomplete } = files.explosion(node);
        const list: Value[] = nodes.map((one) => explodedObject({ node: one, nodes, tools }));
        // Files that may be missing may be anything.
        return isIncomplete ? [...list, new MoreItems(["explode"])] : list;
      },
    ),
    ofFile(
      "file.expand_archives",
      {
        keywords: [{ name: "max_depth", types: [{ kind: "int" }], optional: true }],
        result: object("ExpandArchives"),
        meaning: "Members of an archive, those of archives in it among them.",
      },
      (node, _, keywords) => expandArchives(node, keywords),
    ),
    ofFile(
      "file.parse_text",
      {
        keywords: [{ name: "encodings", types: [{ kind: "array", of: { kind: "string" } }], optional: true }],
        result: object("ParseText"),
        meaning: "The file as text.",
      },
      (node, _, keywords) => parseText(node, keywords),
    ),
    ofFile("file.parse_html", { result: object("HTML"), meaning: "The file as HTML." }, (node) => {
      const { bytes } = node;
      return bytes === null || node.text() === null ? null : tools.html(() => decodedText(bytes));
    }),
    ofFile(
      "file.parse_eml",
      { result: object("Message"), meaning: "The file as a message; null where it is none." },
      (node) => parseMessage(node, tools),
    ),
    ofFile(
      "beta.file.parse_ics",
      { result: object("ICS"), meaning: "The file as a calendar; null where it is none." },
      (node) => {
        const calendar = node.calendar();
        return calendar === null ? null : calendarObject(calendar, tools);
      },
    ),
    ofFile(
      "file.oletools",
      {
        result: object("Oletools"),
        meaning: "Relationships, macros and encryption of an Office document; null for other files.",
      },
      (node, files) => (node.office() === null ? null : oletoolsObject(files.explosion(node).nodes, tools)),
    ),
    ofFile("beta.parse_exif", { result: object("ScanExifTool"), meaning: "Metadata of the file." }, (node) =>
      metadataOf(node),
    ),
    ofFile(
      "beta.scan_qr",
      {
        result: object("QRScan"),
        meaning: "QR codes in a picture, or in the pictures of a document.",
        ofScreenshot: (shot, files) => screenshotCodes(shot, files, tools),
      },
      (node, files) => scanCodes([files.explosion(node)], tools),
    ),
    ofFile(
      "beta.ocr",
      { result: object("OCR"), meaning: "Text in a picture.", ofScreenshot: screenshotOcr },
      recognise,
    ),
    ofFile(
      "ml.logo_detect",
      {
        result: object("LogoDetect"),
        meaning: "Brands whose logos a picture shows; known of messages alone that draw nothing but letters.",
        ofScreenshot: screenshotLogos,
      },
      () => new Undetermined(["logo"]),
    ),
    picture("file.message_screenshot"),
    picture("beta.message_screenshot"),
    {
      ...{
        name: "file.html_screenshot",
        positional: [{ name: "source", types: "any", optional: false }],
        variadic: false,
        keywords: new Map(),
        result: object("File"),
      },
      meaning: "Picture of HTML; nothing is drawn here.",
      call: () => new Undetermined(["render"]),
    },
  ];
}

function guarded(name: string, work: () => Value): Value {
  try {
    return work();
  } catch {
    return new Undetermined([`error:${name}`]);
  }
}

const memberObject = maker<"Attachment", FileNode>("Attachment", {
  content_id: () => null,
  content_transfer_encoding: () => null,
  content_type: ({ content }) => content.mediaType || null,
  content_disposition: () => null,
  file_extension: ({ extension }) => extension,
  file_name: ({ content }) => content.name,
  file_type: orMissing((node) => node.kind().type),
  md5: orMissing(({ bytes }) => hashOf("md5", bytes)),
  sha1: orMissing(({ bytes }) => hashOf("sha1", bytes)),
  sha256: orMissing(({ bytes }) => hashOf("sha256", bytes)),
  raw: orMissing(({ bytes }) => bytes),
  size: ({ size }) => size,
});

function orMissing(read: (node: FileNode) => Value): (node: FileNode) => Value {
  return (node) => (node.bytes === null ? new Undetermined(["explode"]) : read(node));
}

function hashOf(algorithm: string, bytes: Buffer | null): string | null {
  return bytes === null ? null : createHash(algorithm).update(bytes).digest("hex");
}

const ARCHIVES: ReadonlySet<string> = new Set(["zip", "tar", "gz", "iso", "rar", "7z", "cab", "zst", "xz", "lz"]);
const ARCHIVE_DEPTH = 5;

/** Members, no parts of documents. */
function expandArchives(node: FileNode, keywords: ReadonlyMap<string, Value>): Value {
  const wanted = keywords.get("max_depth");
  const depthMax = Math.min(
    typeof wanted === "number" ? Math.max(0, Math.floor(wanted)) : ARCHIVE_DEPTH,
    limits.explodeDepthMax,
  );
  const own = rootNode(node.content, node.session);
  const { nodes, isIncomplete } = explode(own, depthMax);
  const files: Value[] = nodes.filter(({ place }) => ARCHIVES.has(place.source)).map(memberObject);
  return valueObject("ExpandArchives", { files: isIncomplete ? [...files, new MoreItems(["explode"])] : files });
}

function parseText(node: FileNode, keywords: ReadonlyMap<string, Value>): Value {
  const { bytes } = node;
  if (bytes === null) return null;
  const head = bytes.subarray(0, limits.fileTextBytesMax);
  if (head.length < bytes.length) return new Undetermined(["explode"]);
  const given = keywords.get("encodings");
  if (!Array.isArray(given)) {
    const whole = node.text();
    return valueObject("ParseText", { text: whole === null ? null : whole.text });
  }
  for (const encoding of given) {
    const text = typeof encoding === "string" ? decodeAs(head, encoding) : null;
    if (text !== null) return valueObject("ParseText", { text });
  }
  return valueObject("ParseText", { text: null });
}

function parseMessage(node: FileNode, tools: FileTools): Value {
  const { bytes } = node;
  if (bytes === null) return null;
  const { mime } = node.kind();
  if (mime === "application/vnd.ms-outlook") {
    const [message] = msgObjects(bytes).objects;
    return message === undefined ? null : tools.message(message.bytes);
  }
  const isSaid = node.content.mediaType === "message/rfc822" || /^(?:eml|mht|mhtml)$/i.test(node.extension ?? "");
  return mime === "message/rfc822" || (isSaid && node.text() !== null) ? tools.message(bytes) : null;
}

/** Codes of all pictures in it. What could not be looked at may hold one. */
function scanCodes(explosions: readonly Explosion[], tools: FileTools): Value {
  const found = new Set<string>();
  let isUnsure = explosions.some(({ isIncomplete }) => isIncomplete);
  for (const node of explosions.flatMap(({ nodes }) => nodes)) {
    const codes = node.codes();
    if (!codes.isAll) isUnsure = true;
    for (const code of codes.found) found.add(code);
  }
  const items: Value[] = [...found].map((code) => codeObject(code, tools));
  const unknown = new Undetermined(["qr"]);
  return valueObject("QRScan", {
    items: isUnsure ? [...items, new MoreItems(["qr"])] : items,
    found: items.length > 0 ? true : isUnsure ? unknown : false,
  });
}

function recognise(node: FileNode, files: MessageFiles): Value {
  if (node.office() !== null || node.isPage()) return new Undetermined(["ocr"]);
  if (!isRecognisable(node)) return valueObject("OCR", { text: null, success: false, page_results: [] });
  return ocrOf(shownText(node, () => files.explosion(node).nodes));
}

function screenshotOcr(picture: HostObject, files: MessageFiles): Value {
  return ocrOf(screenshotText(picture, (file) => textOfShown(file, files)));
}

function ocrOf(text: string | Undetermined): Value {
  if (text instanceof Undetermined) return text;
  const pages = text === "" ? [] : [valueObject("OCRPage", { text })];
  return valueObject("OCR", { text, success: true, page_results: pages });
}

/** Of a picture that the message brings and shows. */
function textOfShown(file: HostObject, files: MessageFiles): string | Undetermined {
  const node = files.node(file);
  if (node instanceof Undetermined) return node;
  return node === null ? "" : shownText(node, () => files.explosion(node).nodes);
}

/** Of the pictures that the message brings: those that it would load are not there. */
function screenshotCodes(picture: HostObject, files: MessageFiles, tools: FileTools): Value {
  const shown = picturesShown(picture);
  if (shown === null) return new Undetermined(["qr", "render"]);
  const explosions: Explosion[] = [];
  for (const file of shown) {
    const node = files.node(file);
    if (node instanceof Undetermined) return node;
    if (node !== null) explosions.push(files.explosion(node));
  }
  return scanCodes(explosions, tools);
}

/** Where nothing is drawn there is no logo; a picture may hold any. */
function screenshotLogos(picture: HostObject): Value {
  return showsLettersOnly(picture)
    ? valueObject("LogoDetect", { brands: [], scanned: true, total_pages: 1, page_results: [] })
    : new Undetermined(["logo"]);
}
