/**
 * A file, or a file inside another one, with what can be known of it; each fact is worked out when it is asked for, once.
 *
 * `bytes` is null where a container only tells that the file is there. Total: the readers of formats never throw.
 */
import { createHash } from "node:crypto";

import { type ArchiveListing, cabListing, rarListing } from "../../parts/archive-names.ts";
import { type CalendarFile, readCalendarFile } from "../../parts/calendar-facts.ts";
import { compoundStreams } from "../../parts/compound-streams.ts";
import { extensionOf, type FileKind, fileKindOf } from "../../parts/file-kind.ts";
import { wholeText } from "../../parts/file-text.ts";
import {
  type EmbeddedScript,
  eventScripts,
  type PageFacts,
  readPageFacts,
  smugglingSigns,
} from "../../parts/html-scripts.ts";
import { type ScriptWords, scriptWords } from "../../parts/javascript-words.ts";
import { type Macros, type NamedStream, readMacros } from "../../parts/macros.ts";
import { pixelsOf } from "../../parts/pdf-drawings.ts";
import { type PdfFacts, readPdfFacts } from "../../parts/pdf-facts.ts";
import { type PictureFacts, readPictureFacts } from "../../parts/picture-facts.ts";
import { qrCodes } from "../../parts/qr-codes.ts";
import type { PartBudget } from "../../parts/reference.ts";
import { sevenZipListing } from "../../parts/seven-zip.ts";
import { readShellLinkFields, type ShellLink } from "../../parts/shell-link.ts";
import { type ZipEntry, zipEntries } from "../../parts/zip.ts";
import { once } from "../once.ts";
import type { FileSession } from "./file-session.ts";
import { codesOfPicture, textOfPicture } from "./known-pictures.ts";
import { type OfficeFacts, oldOfficeFacts, openOfficeFacts, richTextFacts } from "./office.ts";

export interface FileContent {
  /** Null where it is known of, but cannot be taken out. */
  readonly bytes: Buffer | null;
  /** Null for none. */
  readonly name: string | null;
  /** `type/subtype` as declared; empty for none. */
  readonly mediaType: string;
  /** Makes the bytes of a picture that another format only holds the pixels of; `bytes` is null. */
  readonly png?: () => Buffer | null;
}

export interface FoundCodes {
  readonly found: readonly string[];
  /** False where others may be there that were not looked for. */
  readonly isAll: boolean;
}

export interface NodePlace {
  readonly depth: number;
  readonly id: string;
  readonly parentId: string | null;
  /** What took it out: `zip`, `pdf`; empty for the input itself. */
  readonly source: string;
}

const MADE_PICTURE: FileKind = { type: "png", mime: "image/png", flavors: ["png_file"] };
const NO_KIND: FileKind = { type: "unknown", mime: "application/octet-stream", flavors: [] };

export class FileNode {
  readonly content: FileContent;
  readonly place: NodePlace;
  readonly session: FileSession;
  readonly budget: PartBudget;
  readonly #claimedSize: number;

  constructor(
    content: FileContent,
    place: NodePlace,
    { session, budget, size }: { readonly session: FileSession; readonly budget: PartBudget; readonly size?: number },
  ) {
    this.content = content;
    this.place = place;
    this.session = session;
    this.budget = budget;
    this.#claimedSize = size ?? 0;
  }

  get bytes(): Buffer | null {
    return this.isMade ? this.#made() : this.content.bytes;
  }

  /** Its bytes are here, or can be made. */
  get isHere(): boolean {
    return this.isMade || this.content.bytes !== null;
  }

  /** A picture that is made of pixels when its bytes are asked for; what it is, is known before. */
  get isMade(): boolean {
    return this.content.png !== undefined;
  }

  readonly #made = once((): Buffer | null => this.content.png?.() ?? null);

  /** As a container claims it; of files that are here their own. */
  get size(): number {
    return this.bytes?.length ?? this.#claimedSize;
  }

  get extension(): string | null {
    return this.content.name === null ? null : extensionOf(this.content.name);
  }

  readonly kind = once((): FileKind => {
    if (this.isMade) return MADE_PICTURE;
    return this.bytes === null ? NO_KIND : fileKindOf(this.bytes);
  });

  readonly text = once(() => (this.bytes === null ? null : wholeText(this.bytes)));

  /** Of everything that is read for one scanner only, null where the file is something else. */
  readonly pdf = once((): PdfFacts | null =>
    this.kind().type === "pdf" && this.bytes !== null ? readPdfFacts(this.bytes, this.budget) : null,
  );

  readonly picture = once((): PictureFacts | null => (this.bytes === null ? null : readPictureFacts(this.bytes)));

  readonly link = once((): ShellLink | null => (this.bytes === null ? null : readShellLinkFields(this.bytes)));

  readonly zip = once((): readonly ZipEntry[] | null =>
    this.kind().flavors.includes("zip_file") && this.bytes !== null ? zipEntries(this.bytes, this.budget) : null,
  );

  /** Of archives that are no zip; null for all else. */
  readonly listing = once((): ArchiveListing | null => {
    const read = LISTINGS.get(this.kind().type);
    return read === undefined || this.bytes === null ? null : read(this.bytes, this.budget);
  });

  readonly streams = once((): readonly NamedStream[] | null =>
    this.kind().flavors.includes("olecf_file") && this.bytes !== null ? compoundStreams(this.bytes, this.budget) : null,
  );

  readonly isPage = once(() => this.place.source !== "script" && /^(?:html|svg)$/.test(this.kind().type));

  readonly isMarkup = once(() => this.isPage() || this.kind().mime === "text/xml");

  readonly page = once((): PageFacts | null => {
    const text = this.isPage() ? this.text() : null;
    return text === null ? null : readPageFacts(text.text);
  });

  /** A program by itself. Programs inside pages are files of their own. */
  readonly isScript = once(() => {
    if (this.place.source === "script") return true;
    if (this.kind().mime === "application/javascript") return true;
    return SCRIPT_EXTENSIONS.has(this.extension?.toLowerCase() ?? "") && this.text() !== null && !this.isPage();
  });

  readonly words = once((): ScriptWords | null => (this.isScript() ? scriptWords(this.text()?.text ?? "") : null));

  readonly office = once((): OfficeFacts | null => {
    const entries = this.kind().flavors.includes("ooxml_file") ? this.zip() : null;
    if (entries !== null) return openOfficeFacts(entries, this.budget);
    const streams = this.streams();
    if (streams !== null) return oldOfficeFacts(streams, this.kind());
    return this.kind().type === "rtf" && this.bytes !== null ? richTextFacts(this.bytes, this.budget) : null;
  });

  readonly macros = once((): Macros | null => {
    const streams = this.streams();
    return streams === null ? null : readMacros(streams);
  });

  readonly calendar = once((): CalendarFile | null =>
    (this.kind().type === "ics" || this.content.mediaType === "text/calendar") && this.bytes !== null
      ? readCalendarFile(this.bytes)
      : null,
  );

  /** Null where the pictures cannot be looked at: their format, or too many pixels. */
  readonly qr = once((): readonly string[] | null => {
    if (this.bytes === null) return null;
    const facts = this.picture();
    if (facts === null || facts.width === 0 || facts.height === 0) return null;
    if (Math.min(facts.width, facts.height) < QR_SIDE_MIN) return [];
    if (!this.session.takePixels(facts.width * facts.height)) return null;
    return codesOfPicture(this.bytes);
  });

  /** Text that a picture shows; null where it is not known: it is not to be read, or could not be. */
  readonly lettering = once((): string | null => {
    const { pictures } = this.session;
    if (pictures === null || this.bytes === null) return null;
    const { width, height } = this.picture() ?? { width: 0, height: 0 };
    if (width === 0 || height === 0 || !this.session.takeReading(width * height)) return null;
    return textOfPicture(this.bytes, pictures);
  });

  /** Codes of a picture, or those that a PDF draws with boxes; none of other files. */
  readonly codes = once((): FoundCodes => {
    const pdf = this.pdf();
    if (pdf === null) {
      const found = this.isPicture() ? this.qr() : [];
      return { found: found ?? [], isAll: found !== null };
    }
    const found: string[] = [];
    let isAll = !pdf.mayHideCodes;
    for (const drawing of pdf.drawings) {
      const pixels = pixelsOf(drawing);
      if (pixels === null || !this.session.takePixels(pixels.width * pixels.height)) isAll = false;
      else found.push(...qrCodes(pixels));
    }
    return { found, isAll };
  });

  isPicture(): boolean {
    const { mime, type } = this.kind();
    return mime.startsWith("image/") && type !== "svg";
  }

  hash(algorithm: "md5" | "sha1" | "sha256"): string | null {
    return this.bytes === null ? null : createHash(algorithm).update(this.bytes).digest("hex");
  }

  /** Of a page: its programs, those in attributes among them. */
  scripts(): readonly EmbeddedScript[] {
    return this.page()?.scripts ?? [];
  }

  readonly smuggling = once(() => {
    const text = this.isPage() || this.isScript() ? this.text()?.text : undefined;
    if (text === undefined) return [];
    return smugglingSigns([text]);
  });

  readonly events = once((): readonly string[] => (this.isPage() ? eventScripts(this.text()?.text ?? "") : []));
}

const LISTINGS: ReadonlyMap<string, (bytes: Buffer, budget: PartBudget) => ArchiveListing | null> = new Map([
  ["rar", rarListing],
  ["7z", sevenZipListing],
  ["cab", cabListing],
]);
const SCRIPT_EXTENSIONS: ReadonlySet<string> = new Set(["js", "jse", "mjs", "cjs"]);
const QR_SIDE_MIN = 21;

export function isCut(codes: ReadonlySet<string>): boolean {
  return [...codes].some((code) => code.startsWith("limit."));
}
