/**
 * Why another parser expects something else, by kinds of thing: each reason is a test on theirs and ours that holds for any
 * message. What no reason explains stays unexplained, and is to be looked into.
 *
 * `view`: mail that reads in several ways, and a view of ours has theirs · `theirs`: theirs is not by the standard, or leaves
 * something undone · `form`: the same, written otherwise.
 */
import { isGreeting } from "../src/mail/views/coverage.ts";
import { type Comparison, compareMessage, type Ours, plain, type Question } from "./compare-message.ts";
import type { ExpectedMessage } from "./expected/expected.ts";

export type Side = "view" | "theirs" | "form";

export interface Reason {
  readonly side: Side;
  readonly text: string;
  readonly questions: readonly Question[];
  readonly holds: (comparison: Comparison, ours: Ours, message: ExpectedMessage) => boolean;
}

const CONTENT: readonly Question[] = ["text", "binary"];

export const reasons: readonly Reason[] = [
  {
    side: "theirs",
    text: "body left encoded (uuencode not decoded; base64 given up at the first odd character); ours is decoded, its raw bytes are theirs",
    questions: CONTENT,
    holds: ({ theirs }, { raw }) =>
      raw.some((body) => body === theirs || withoutReplaced(body) === withoutReplaced(theirs)),
  },
  {
    side: "theirs",
    text: "bytes that are no text in the charset become U+FFFD or nothing; we guess the charset, or keep the place",
    questions: [...CONTENT, "subject", "name", "from"],
    holds: ({ question, theirs, ours }, { texts, seen }) => {
      const names = seen.views.objects.flatMap((object) => object.names);
      const known = question === "from" ? ours.split(" ") : [ours, ...texts, ...names];
      const wanted = question === "from" ? theirs.split(" ") : [theirs];
      return wanted.every((one) => known.some((text) => isSameButReplaced(one, text)));
    },
  },
  {
    side: "theirs",
    text: "runs past a boundary of the outer multipart or takes one in mid-line (RFC 2046 5.1.1, 5.1.2); what stands between is ours",
    questions: CONTENT,
    holds: ({ theirs }, ours) =>
      ours.texts.some((text) => text.startsWith(`${theirs}--`)) || runsPastBoundary(theirs, ours),
  },
  {
    side: "theirs",
    text: "HTML that they make of a plain text",
    questions: CONTENT,
    holds: ({ theirs }, { texts }) => /^<html>/.test(theirs) && texts.includes(plain(theirs.replace(/<[^<>]*>/g, " "))),
  },
  {
    side: "theirs",
    text: "after a damaged pair of a two-byte charset the next bytes are taken together otherwise; ours as WHATWG's decoders",
    questions: ["text"],
    holds: ({ theirs }, { texts }) => texts.some((text) => hasSameWords(theirs, text)),
  },
  {
    side: "theirs",
    text: "decodes on behind the boundary or the mark that ends the data; ours is its beginning",
    questions: ["binary"],
    holds: ({ theirs }, { seen }) => seen.views.objects.some(({ bytes }) => isBeginning(bytes, theirs)),
  },
  {
    side: "view",
    text: "begins later than ours in the same body (where the header ends is unclear)",
    questions: CONTENT,
    holds: ({ theirs }, { texts }) => theirs.length > 0 && texts.some((text) => text.endsWith(theirs)),
  },
  {
    side: "view",
    text: "an empty line before the header ends it; the whole message is then a text",
    questions: ["text"],
    holds: ({ theirs }, { seen }) =>
      seen.views.flags.includes("leading-junk") && plain(seen.bytes.toString("latin1")) === theirs,
  },
  {
    side: "form",
    text: "a message inside is given whole; ours is opened, and that whole is its part's body",
    questions: CONTENT,
    holds: ({ theirs }, { messages }) => messages.includes(theirs),
  },
  {
    side: "form",
    text: "texts are joined to one, or made HTML, with rules, markup or the fields of a message inside between them",
    questions: CONTENT,
    holds: ({ theirs }, ours) => isJoined(theirs, ours),
  },
  {
    side: "form",
    text: "a text made of HTML, with links and style sheets written out; its words are in our texts",
    questions: ["text"],
    holds: ({ theirs }, { texts }) => texts.some((text) => text.includes("<")) && wordsAreIn(theirs, texts.join(" ")),
  },
  {
    side: "form",
    text: "the name of a part that is opened: it stands at the part, which is no content by itself",
    questions: ["name"],
    holds: ({ theirs }, { seen }) =>
      seen.views.strict.entities.some(
        ({ disposition, mediaType }) =>
          disposition?.parameters.get("filename") === theirs || mediaType.parameters.get("name") === theirs,
      ),
  },
  {
    side: "view",
    text: "more or fewer leaves than the strict reading; each of theirs is a content of some view, or explained by itself",
    questions: ["leaf count"],
    holds: (_, ours, message) =>
      compareMessage(message, ours).every(
        (one) => one.agrees || !CONTENT.includes(one.question) || reasonFor(one, ours, message) !== null,
      ),
  },
  {
    side: "view",
    text: "a multipart with the empty boundary is opened (RFC 2046 5.1.1 wants a character); the loose view has its part",
    questions: ["types"],
    holds: ({ theirs }, ours) => {
      const known = new Set(ours.seen.views.objects.map(({ mediaType }) => mediaType));
      return ours.seen.views.flags.includes("odd-boundary") && theirs.split(" ").every((type) => known.has(type));
    },
  },
  {
    side: "theirs",
    text: "a type that the header does not give: text/basic for audio/basic, none for the default of multipart/digest (RFC 2046 5.1.5)",
    questions: ["types"],
    holds: ({ theirs, ours }) => hasSubtypesOf(theirs.split(" "), ours.split(" ")),
  },
  {
    side: "form",
    text: "an empty body begins before or after the line end that ends its header",
    questions: ["place"],
    holds: ({ theirs, ours }) => isEmptyNear(theirs, ours),
  },
  {
    side: "form",
    text: "quotes, escapes and comments, which are no part of an address (RFC 5322 3.2.2, 3.2.4), are kept; or quotes dropped that must stay",
    questions: ["from"],
    holds: ({ theirs, ours }) => unquoted(theirs) === ours || theirs === unquoted(ours),
  },
  {
    side: "view",
    text: "an address in a display name or comment is taken for the sender; ours lists it as another reading",
    questions: ["from"],
    holds: ({ theirs }, { seen }) => {
      const others = new Set(seen.record.claims.otherFroms.map(({ address }) => address));
      return theirs.split(" ").some((address) => others.has(address));
    },
  },
  {
    side: "theirs",
    text: "a bracket or a source route (RFC 5322 4.4) is left in the address",
    questions: ["from"],
    holds: ({ theirs, ours }) => ours !== "" && ours.split(" ").some((address) => theirs.includes(address)),
  },
  {
    side: "theirs",
    text: "a percent sign in a file name is taken for the start of an escape of quoted-printable",
    questions: ["name"],
    holds: ({ theirs, ours }) => ours.split(" ").includes(theirs.replace("=", "%")),
  },
  {
    side: "form",
    text: "backslashes in a quoted file name are taken for escapes; ours keeps what Windows programs write there",
    questions: ["name"],
    holds: ({ theirs, ours }) => ours.replaceAll("\\", "").includes(theirs),
  },
  {
    side: "theirs",
    text: "an encoded-word of UTF-7 is not decoded",
    questions: ["subject"],
    holds: ({ theirs, ours }) => plain(theirs.replace(/\+[A-Za-z0-9+/]+-/g, "\ufffd")) === withoutReplaced(ours),
  },
  {
    side: "theirs",
    text: "encoded-words that part in the middle of a character or of a shift sequence are decoded one by one",
    questions: ["subject"],
    holds: ({ theirs, ours }) => {
      const damage = theirs.indexOf("\ufffd");
      return damage > 0 && !ours.includes("\ufffd") && ours.startsWith(theirs.slice(0, damage));
    },
  },
  {
    side: "form",
    text: "ours is cut at 1,000 characters for the record",
    questions: ["subject"],
    holds: ({ theirs, ours }) => ours.length > 900 && theirs.startsWith(ours),
  },
  {
    side: "form",
    text: "a name, or one with an at sign and no domain with a dot, counts as an address; ours is a name",
    questions: ["from"],
    holds: ({ theirs }) => !/@[^\s@]+\.[^\s@]/.test(theirs),
  },
  {
    side: "theirs",
    text: "a zone in small letters is not known (RFC 5322 4.3 names zones without regard to case)",
    questions: ["date"],
    holds: (_, { seen }) => /^date:.*\d [a-z]{3}\s*$/im.test(seen.bytes.toString("latin1")),
  },
];

export function reasonFor(comparison: Comparison, ours: Ours, message: ExpectedMessage): Reason | null {
  const { question } = comparison;
  return (
    reasons.find(({ questions, holds }) => questions.includes(question) && holds(comparison, ours, message)) ?? null
  );
}

/** Bytes above 0x7f as one sign, however they were decoded. */
function withoutReplaced(text: string): string {
  return text.replace(/[^\0-\x7f]+/g, "\ufffd");
}

/** Equal where neither has U+FFFD, or characters beyond ASCII, in its place; at the end one may have less of them. */
function isSameButReplaced(theirs: string, ours: string): boolean {
  if (!/\ufffd|ï¿½/.test(theirs) && !ours.includes("\ufffd")) return false;
  const trimmed = (text: string) =>
    plain(withoutReplaced(text).replace(/[\s\ufffd]+/g, "\ufffd")).replace(/\ufffd+$/, "");
  return trimmed(theirs) === trimmed(ours) || theirs === ours.replaceAll("\ufffd", "");
}

/**
 * Cut at what looks like a boundary line, with the header behind it, the pieces are texts of ours, or words before a first
 * part, which count for none. White space is folded.
 */
function runsPastBoundary(theirs: string, { texts }: Ours): boolean {
  const pieces = theirs.split(
    /(?:^|\s)--+(?:[^\s>-]| =)[^\s]*(?: Content-[A-Za-z-]+: \S+(?: charset="?[\w-]+"?;?)?(?: format=\w+)?)*\s?/,
  );
  return pieces.length > 1 && pieces.every((piece) => isGreeting(piece) || texts.some((text) => text.includes(piece)));
}

/** What is left without the texts of ours, each by its letters alone, is no more than the fields of messages inside. */
function isJoined(theirs: string, { texts, messages, seen }: Ours): boolean {
  let rest = lettersOf(theirs);
  const parts = [...new Set([...texts, ...messages].map(lettersOf))].sort((a, b) => b.length - a.length);
  for (const part of parts) if (part !== "") rest = rest.replaceAll(part, " ");
  const inner = seen.views.strict.entities.filter(({ mediaType }) => mediaType.type === "message").length;
  const left = rest.replaceAll(" ", "").length;
  return left <= inner * MESSAGE_FIELDS_LETTERS && (left * 2 <= lettersOf(theirs).length || HEAD_MARK.test(theirs));
}

/** From, Subject, Date and To, as they are shown above a message. */
const MESSAGE_FIELDS_LETTERS = 300;

/** How they begin such a head. */
const HEAD_MARK = /mp_head|postal-email-header|-{20,} From: |^From: | From: .* Subject: /;

/** Without markup and references. */
function lettersOf(text: string): string {
  return text
    .replace(/<[^<>]*>/g, " ")
    .replace(/&#?\w{1,31};/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function hasSubtypesOf(theirs: readonly string[], ours: readonly string[]): boolean {
  const isLike = (type: string, index: number) => {
    const [main, subtype] = type.split("/");
    const [mine, other] = (ours[index] ?? "").split("/");
    return subtype === "" ? main === mine : subtype === other;
  };
  return theirs.length === ours.length && theirs.every(isLike);
}

/** Long runs of ASCII, in order. */
function hasSameWords(theirs: string, ours: string): boolean {
  const words = (text: string) => (text.match(/[!-~]{5,}/g) ?? []).join(" ");
  return /[^\0-\x7f]/.test(ours) && words(theirs) === words(ours);
}

/** Of the words of a text, so many may be of their making. */
const FOREIGN_WORDS_SHARE = 0.05;

/** By letters of ASCII too: references stand for the others in HTML. */
function wordsAreIn(theirs: string, ours: string): boolean {
  return [/\p{L}{3,}/gu, /[A-Za-z]{3,}/g].some((word) => {
    const words = theirs.replace(/&#?\w{1,31};/g, " ").match(word) ?? [];
    const known = new Set(ours.match(word));
    const foreign = words.filter((one) => !known.has(one)).length;
    return words.length > 0 && foreign <= words.length * FOREIGN_WORDS_SHARE;
  });
}

const BEGINNING_BYTES_MIN = 6;

function isBeginning(bytes: Uint8Array, theirs: string): boolean {
  return bytes.length >= BEGINNING_BYTES_MIN && theirs.startsWith(plain(Buffer.from(bytes).toString("latin1")));
}

function isEmptyNear(theirs: string, ours: string): boolean {
  const [start = 0, end = 0] = theirs.split("-").map(Number);
  const places = ours.split(" ").map((place) => place.split("-").map(Number));
  return start === end && places.some(([from = 0, to = 0]) => from === to && Math.abs(from - start) <= 2);
}

function unquoted(address: string): string {
  return address
    .replace(/\([^()]*\)/g, "")
    .replace(/\\(.)/g, "$1")
    .replaceAll('"', "")
    .replace(/\s+/g, "");
}
