/**
 * Whether markup is shown with the mail, or only when somebody opens the file that it is in: by how it stands in the mail, and
 * what programs do with that (`markupPlaces`, src/case/vectors.ts). Pure; linear in the parts of the message, once.
 */
import type { Span } from "../base/span.ts";
import { type MarkupPlace, showsWithMail } from "../case/vectors.ts";
import type { HtmlReading, HtmlReference } from "../html/reading.ts";
import type { Entity, Message } from "../mail/message.ts";

/** What is asked for on opening is asked for when the file is opened. */
export function whenOpened(references: readonly HtmlReference[]): readonly HtmlReference[] {
  return references.map((reference) =>
    reference.fires === "open" ? { ...reference, fires: "attachment" } : reference,
  );
}

/** The places of markup in one message. */
export class MarkupPlaces {
  readonly #message: Message;
  #parents: ReadonlyMap<Entity, Entity> | null = null;
  #archives: readonly Entity[] | null = null;

  constructor(message: Message) {
    this.#message = message;
  }

  /** Of a leaf that is read as HTML. */
  placed(entity: Entity, reading: HtmlReading): HtmlReading {
    return reading.references.length === 0 || showsWithMail(this.#placeOf(entity)) ? reading : whenFileOpened(reading);
  }

  /** Of what only other readings find: inside a web archive or mail file that the strict reading takes for a file. */
  placedAt(span: Span, reading: HtmlReading): HtmlReading {
    if (reading.references.length === 0 || showsWithMail("archive")) return reading;
    this.#archives ??= this.#message.entities.filter(isArchiveFile);
    const isInside = this.#archives.some(({ span: { start, end } }) => start <= span.start && span.end <= end);
    return isInside ? whenFileOpened(reading) : reading;
  }

  #placeOf(entity: Entity): MarkupPlace {
    const { type, subtype } = entity.mediaType;
    if (entity.disposition?.kind !== "attachment") {
      return type === "text" || subtype === "xhtml+xml" ? "part" : "file";
    }
    this.#parents ??= new Map(this.#message.entities.flatMap((one) => one.children.map((child) => [child, one])));
    const parent = this.#parents.get(entity)?.mediaType;
    // The whole of a mail, and one of several forms of its text, are shown for want of another.
    const isBody = parent === undefined || parent.type !== "multipart" || BODY_PARENTS.has(parent.subtype);
    return isBody && type === "text" ? "body" : "attached";
  }
}

const BODY_PARENTS: ReadonlySet<string> = new Set(["alternative", "related"]);

function whenFileOpened(reading: HtmlReading): HtmlReading {
  return { ...reading, references: whenOpened(reading.references) };
}

/** Programs show a message inside a mail (message/rfc822), whatever it is called. */
function isArchiveFile({ disposition, mediaType: { type, parameters } }: Entity): boolean {
  if (type === "message" || disposition?.kind !== "attachment") return false;
  const name = disposition.parameters.get("filename") ?? parameters.get("name") ?? "";
  return /\.(?:mht|mhtml|eml|doc)$/i.test(name.slice(-100).trim());
}
