/** A letter between people, and its copies in the mailboxes that are delivered: Sent for the writer, Inbox for readers. */
import {
  addressText,
  canEncode,
  composeMail,
  escapeHtml,
  type Header,
  header,
  headerText,
  type Leaf,
  leafPart,
  mailDate,
  multipart,
  type Part,
  type Script,
  textPart,
  wrapText,
} from "../../src/demo/compose.ts";
import { domainOf, type Flag, officeOffset } from "../../src/demo/office.ts";
import { HEX, hashOf, type Random } from "../../src/demo/random.ts";
import type { OfficeMail, Purpose } from "./mail.ts";
import { type OwnerKey, owners, type Person } from "./people.ts";
import { type Transit, traceHeaders } from "./trace.ts";

export interface Letter {
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly subject: string;
  /** When it was written, ms since 1970. */
  readonly at: number;
  readonly messageId: string;
  /** Message-IDs of the letters it answers, oldest first. */
  readonly references: readonly string[];
  readonly extra: readonly Header[];
  readonly body: Part;
  readonly purpose: Purpose;
  /** Flags of the readers' copies beside `\Seen`. */
  readonly flags: readonly Flag[];
}

/** What differs from an ordinary delivery; each field has its usual value when absent. */
export interface Delivery {
  readonly inbox?: string;
  readonly seen?: boolean;
  readonly envelopeFrom?: string;
  readonly transit?: Partial<Pick<Transit, "sendingHost" | "signedBy" | "spf" | "dkim">>;
}

const UTF8_WORDS: Script = { charset: "utf-8", word: "B", encoding: "quoted-printable" };

/** The writer's own script when it has all characters, else UTF-8, as mail programs do. */
export function scriptFor(text: string, preferred: Script): Script {
  return canEncode(text, preferred.charset) ? preferred : UTF8_WORDS;
}

const MAILERS: readonly (readonly [name: string, value: string])[] = [
  ["X-Mailer", "Hearthmail 6.2"],
  ["User-Agent", "Paperplane/78.4 (desktop)"],
  ["X-Mailer", "Tidewater Desk 16"],
  ["User-Agent", "Lanyard Webmail/1.4"],
];

export function letterHeaders(letter: Letter): readonly Header[] {
  const told = letter.extra.some((field) => field.name === "X-Mailer");
  const mailer = told ? undefined : MAILERS[hashOf(letter.from.address) % 6];
  const named = (people: readonly Person[]): string =>
    people.map((who) => addressText(who, scriptFor(who.name, letter.from.script))).join(", ");
  return [
    header("Date", mailDate(letter.at, offsetOf(letter.from, letter.at))),
    header("From", named([letter.from])),
    header("To", named(letter.to)),
    ...(letter.cc.length > 0 ? [header("Cc", named(letter.cc))] : []),
    header("Subject", headerText(letter.subject, scriptFor(letter.subject, letter.from.script))),
    header("Message-ID", letter.messageId),
    ...replyHeaders(letter.references),
    ...(mailer === undefined ? [] : [header(mailer[0], mailer[1])]),
    ...letter.extra,
  ];
}

function replyHeaders(references: readonly string[]): readonly Header[] {
  const last = references.at(-1);
  if (last === undefined) return [];
  return [header("In-Reply-To", last), header("References", references.join("\n\t"))];
}

function offsetOf(from: Person, at: number): number {
  const abroad = from.owner === null && hashOf(from.address) % 5 === 0;
  return abroad ? (hashOf(from.address) % 4) * 60 - 300 : officeOffset(at);
}

/** Every copy of the letter that lies in a delivered mailbox. */
export function copiesOf(letter: Letter, random: Random, delivery: Delivery = {}): readonly OfficeMail[] {
  const readers = [...letter.to, ...letter.cc].flatMap((who) => (who.owner === null ? [] : [who.owner]));
  const sent = letter.from.owner === null ? [] : [sentCopy(letter, letter.from.owner)];
  return [...sent, ...readers.map((reader) => inboxCopy(letter, reader, random.fork(reader), delivery))];
}

function sentCopy(letter: Letter, owner: OwnerKey): OfficeMail {
  return {
    owner,
    folder: "Sent",
    at: letter.at,
    flags: ["seen"],
    messageId: letter.messageId,
    envelopeFrom: letter.from.address,
    octets: composeMail(letterHeaders(letter), letter.body),
    purpose: letter.purpose,
  };
}

function inboxCopy(letter: Letter, key: OwnerKey, random: Random, delivery: Delivery): OfficeMail {
  const at = letter.at + 4000 + random.int(40_000);
  const fromDomain = domainOf(letter.from.address);
  const signed = letter.from.owner !== null || fromDomain === "parliament.example" || hashOf(fromDomain) % 5 !== 0;
  const envelopeFrom = delivery.envelopeFrom ?? letter.from.address;
  const trace = traceHeaders(
    {
      reader: owners[key],
      at,
      envelopeFrom,
      sendingHost: `mail.${fromDomain}`,
      fromDomain,
      signedBy: signed ? [fromDomain] : [],
      spf: "pass",
      dkim: "pass",
      ...delivery.transit,
    },
    random,
  );
  const seen: readonly Flag[] = (delivery.seen ?? random.chance(0.94)) ? ["seen"] : [];
  return {
    owner: key,
    folder: delivery.inbox ?? "Inbox",
    at,
    flags: seen.length > 0 ? [...seen, ...letter.flags] : [],
    messageId: letter.messageId,
    envelopeFrom,
    octets: composeMail([...trace, ...letterHeaders(letter)], letter.body),
    purpose: letter.purpose,
  };
}

/** A boundary in one of the shapes that programs use. */
export function boundaryOf(random: Random): string {
  const shapes = [
    `----=_Part_${random.int(90_000) + 10_000}_${random.int(900_000_000)}`,
    `=_${random.text(32, HEX)}`,
    `------------${random.text(24, "0123456789ABCDEF")}`,
    `b1_${random.text(20, HEX)}`,
  ];
  return random.pick(shapes);
}

/** The text as its writer's program sends it: plain, flowed, or plain and HTML side by side. */
export function writtenBy(who: Person, text: string, random: Random): Part {
  const script = scriptFor(text, who.script);
  if (who.style === "plain") return textPart("plain", `${wrapText(text, 74)}\n`, script);
  const flowed = textPart("plain", `${wrapText(text, 70, " ")}\n`, script, "; format=flowed");
  if (who.style === "flowed") return flowed;
  const html = textPart("html", `${htmlOf(text)}\n`, script);
  return multipart("alternative", boundaryOf(random), [textPart("plain", `${wrapText(text, 74)}\n`, script), html]);
}

/** Paragraphs and one level of quotation. */
export function htmlOf(text: string): string {
  const blocks = text.split("\n\n").map((block) => {
    const quoted = block.split("\n").every((line) => line.startsWith(">"));
    const lines = block.split("\n").map((line) => escapeHtml(quoted ? line.replace(/^> ?/, "") : line));
    const inner = `<p>${lines.join("<br>\n")}</p>`;
    return quoted ? `<blockquote type="cite">${inner}</blockquote>` : inner;
  });
  return `<html><body>\n${blocks.join("\n")}\n</body></html>`;
}

export function withAttachment(body: Part, attachment: Leaf, random: Random): Part {
  return multipart("mixed", boundaryOf(random), [body, attachment]);
}

/** A file that calls itself PDF: right at both ends, filler between. */
export function fakePdf(fileName: string, random: Random): Leaf {
  const filler = Array.from({ length: 20 + random.int(60) }, () => `% ${random.text(60, HEX)}`).join("\n");
  const octets = `%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${filler}\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n`;
  return leafPart(`application/pdf; name="${fileName}"`, "base64", octets, [
    header("Content-Disposition", `attachment; filename="${fileName}"`),
  ]);
}
