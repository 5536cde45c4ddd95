/**
 * What is odd about a message, in words for people: the anomalies of its shape (hostile-mail catalogue) and the problems met
 * while reading it. Several codes may say the same thing; it is said once, with all its codes and places.
 */
import type { Span } from "../base/span.ts";
import type { MessageRecord } from "../case/record.ts";

export interface Oddity {
  /** A clause with the message as its subject. */
  readonly words: string;
  /** The codes that say so, without what they are about (`dup-header:from`), which is in the words. */
  readonly codes: readonly string[];
  readonly spans: readonly Span[];
}

/** By the codes of anomalies and problems, which mean the same where they share a row. */
const WORDS: readonly (readonly [words: string, ...codes: readonly string[]])[] = [
  // — Shape ———————————————————————————————————————————————————————————————————————————————————————————————
  ["can be cut into parts in more than one way, so mail programs may show different things", "ambiguous-structure"],
  ["has more possible readings than were followed", "views-truncated"],
  ["has something before its first field", "leading-junk", "message.leading-junk"],
  ["has no header", "no-header", "message.no-header"],
  ["is empty", "message.empty"],
  ["has no blank line between header and body", "no-blank-line", "header.no-blank-line"],
  [
    "has a line of white space in its header, where some programs see the header's end",
    "white-line-in-header",
    "header.white-line",
  ],
  [
    "has lines in its header that are no field, or names that programs read differently",
    "odd-header-name",
    "header.odd-name",
    "header.no-colon",
    "header.leading-space",
    "header.space-before-colon",
  ],
  ["repeats a field that may stand once", "dup-header", "header.duplicate"],
  ["has letters beyond ASCII in its header without saying in which character set", "raw-8bit-header"],
  ["has lines that end in a lone carriage return, which programs read differently", "bare-cr"],
  ["has line ends of several kinds in its header", "odd-line-end"],
  ["holds NULs, at which some programs stop reading", "nul"],
  ["was saved with the dots that its transfer put in, which break a link", "dot-stuffed"],
  ["holds the marks of a second message smuggled past a mail server", "smuggling-residue"],
  ["is one piece of a message that was sent in several", "message-partial", "message.piece"],
  // — Parts ———————————————————————————————————————————————————————————————————————————————————————————————
  ["has content outside its parts, which some programs show", "content-outside-parts", "mime.part-after-end"],
  ["has lines that look like the bounds of parts and are declared nowhere", "undeclared-boundary"],
  [
    "declares the bounds of its parts in a way that programs read differently",
    "odd-boundary",
    "mime.no-boundary",
    "mime.wrong-boundary",
  ],
  ["has a bound of a part that does not stand alone on its line", "odd-boundary-line", "mime.odd-boundary-line"],
  ["announces parts and has none", "no-parts", "mime.no-parts"],
  ["breaks off before the end of its last part is marked", "no-end-boundary", "mime.no-end-boundary"],
  ["has a part whose header begins behind a blank line", "late-part-header"],
  [
    "encodes parts as a whole, which no standard allows",
    "encoded-container",
    "mime.encoded-multipart",
    "mime.encoded-message",
  ],
  ["does not say by which version of MIME it is made", "odd-mime-version"],
  ["declares a type of content that is none", "odd-media-type", "mime.bad-type"],
  ["declares an encoding that is none", "odd-transfer-encoding", "mime.unknown-encoding"],
  ["repeats a parameter", "dup-parameter", "header.duplicate-parameter"],
  [
    "has a parameter that programs read differently",
    "odd-parameter",
    "header.bad-parameter",
    "header.unterminated-quote",
  ],
  ["has comments where it says how a part is to be read", "comment-in-mime-header", "header.unterminated-comment"],
  ["has encoded words where it says how a part is to be read", "encoded-word-in-structure"],
  ["breaks lines inside words that say how a part is to be read", "fold-in-structure"],
  ["gives two parts one id", "dup-content-id"],
  // — Content —————————————————————————————————————————————————————————————————————————————————————————————
  [
    "has base64 that programs read differently",
    "odd-base64",
    "base64.junk",
    "base64.data-after-padding",
    "base64.truncated",
  ],
  [
    "has quoted-printable that programs read differently",
    "odd-quoted-printable",
    "qp.bad-escape",
    "qp.lower-case",
    "qp.blank-before-break",
  ],
  ["has uuencoded content that programs read differently", "odd-uuencode", "uuencode.bad-line"],
  ["has content in an encoding that it does not declare", "undeclared-encoding"],
  ["has content that is encoded more than once", "nested-encoding"],
  ["has encoded content among other text", "carved-object"],
  ["names a character set that is not known", "charset.unknown"],
  ["has bytes that its character set does not have", "charset.invalid", "charset.not-ascii"],
  ["names several character sets for one text", "charset-conflict"],
  ["has a text that is other markup in another character set", "charset-markup"],
  ["says one thing in plain text and another in HTML", "alternatives-differ"],
  ["has characters inside words that show nothing", "invisible-text"],
  ["has words of letters that only look like the ones they stand for", "mixed-script-word"],
  ["has NULs in its HTML", "html.nul"],
  ["ends inside a tag, as mail does that pulls what follows into an address", "html.unclosed-tag"],
  ["shows different things with scripts and without", "html.noscript-ambiguous"],
  ["holds a container that Outlook alone opens; it was opened", "outlook-container"],
  [
    "holds a container of Outlook's that is damaged or lies",
    ...[
      "odd-outlook-container",
      "outlook.chain-loop",
      "outlook.directory-loop",
      "outlook.no-item",
      "outlook.sector-size",
    ],
    ...["outlook.header-line", "outlook.headers-end", "rtf.size", "rtf.truncated", "rtf.unknown", "tnef.checksum"],
    ...["tnef.no-signature", "tnef.property-type", "tnef.trailing-bytes", "tnef.truncated", "tnef.unread-bytes"],
  ],
  [
    "holds a file that is encrypted, packed oddly or damaged, so that its inside was not searched",
    "part.encrypted",
    "part.compression",
    "part.damaged",
  ],
  ["has a file whose name hides that it is a program", "disguised-extension"],
  ["has a file that is another kind than it says", "type-mismatch"],
  ["has a file that is two kinds at once", "polyglot"],
  ["leaves a tag open around an encrypted part, which can send away what is in it", "efail-shape"],
  ["names a file share, which programs on Windows contact", "unc-path", "load.file-share", "load.attached-file-share"],
  // — Header ——————————————————————————————————————————————————————————————————————————————————————————————
  ["names more than one sender", "multi-from"],
  ["shows another address in its sender's name", "address-in-display-name"],
  ["has an address that programs read differently", "address-ambiguous", "address.ambiguous"],
  ["hides an address in encoded words", "address-in-encoded-word", "address.encoded"],
  ["has an address that is none", "address.malformed", "address.unquoted-comma"],
  ["comes from, or links to, a domain that looks like another one in it", "confusable-domain"],
  ["asks for answers to another domain than it comes from", "reply-to-elsewhere"],
  ["asks for a receipt to another domain than it comes from", "receipt-elsewhere"],
  ["has a signature that leaves a part of its body open", "dkim-partial-body"],
  ["has a signature beside which a shown field could be added", "dkim-not-oversigned"],
  ["has a signature that is older than any mail server keeps mail", "dkim-replay-suspect"],
  ["has a date that is missing, impossible or given twice", "bad-date"],
  ["has a message id that is none or several", "bad-message-id"],
  ["carries a verdict in our name, which was not believed", "forged-verdict"],
  ["asks for something else than to unsubscribe where it offers that", "unsubscribe-odd-target"],
  ["has times of transport that run backwards or are none", "received-bad-time"],
  ["has lines of transport that no server of yours wrote", "received-untrusted"],
  // — What it was read from ———————————————————————————————————————————————————————————————————————————————
  ["comes from a file that breaks off", "source.truncated"],
  ["comes from a file that is damaged", "source.damaged", "source.corrupt"],
  ["comes from a file that was changed while it was read", "source.changed"],
  ["comes from a server that gave its number to another message meanwhile", "source.uid-reused"],
  ["has parts that lie elsewhere and are not read here", "source.parts-elsewhere"],
  ["comes from a file that holds no item that can be read", "source.no-item"],
  ["may be the rest of the message before it", "mbox.split-suspect"],
  ["comes from a mailbox without a line before it", "mbox.no-from-line"],
  ["lies in an archive under a name that is no path", "zip.odd-name", "tar.odd-name"],
  // — Ours ————————————————————————————————————————————————————————————————————————————————————————————————
  ["could not be analysed: a fault of ours", "analysis.fault"],
  ["was given up, since reading it ended the program twice", "poison"],
];

const BY_CODE: ReadonlyMap<string, string> = new Map(
  WORDS.flatMap(([words, ...codes]) => codes.map((code) => [code, words] as const)),
);

/** Each thing once: anomalies first, then problems in the order of reading. */
export function odditiesOf({ flags, problems }: Pick<MessageRecord, "flags" | "problems">): readonly Oddity[] {
  const found = new Map<string, { codes: Set<string>; abouts: Set<string>; spans: Span[] }>();
  const add = (code: string, span: Span | undefined): void => {
    const [name = "", about] = code.split(":", 2);
    const words = oddityWords(name);
    const oddity = found.get(words) ?? { codes: new Set(), abouts: new Set(), spans: [] };
    found.set(words, oddity);
    oddity.codes.add(name);
    if (about !== undefined) oddity.abouts.add(about);
    if (span !== undefined) oddity.spans.push(span);
  };
  for (const flag of flags) add(flag, undefined);
  for (const { code, span } of problems) add(code, span);
  return [...found].map(([words, { codes, abouts, spans }]) => ({
    words: abouts.size === 0 ? words : `${words} (${[...abouts].join(", ")})`,
    codes: [...codes],
    spans,
  }));
}

/** For a code without words of its own the code in a clause. */
function oddityWords(name: string): string {
  // `limit.html-tags`: the bound of that name.
  if (name.startsWith("limit.")) {
    return `goes over a bound of ours (${name.slice("limit.".length).replaceAll("-", " ")}) and was read up to it`;
  }
  return BY_CODE.get(name) ?? `is odd in a way called ${name}`;
}

/** True for codes that are said in words. */
export function hasOddityWords(code: string): boolean {
  const [name = ""] = code.split(":", 1);
  return BY_CODE.has(name) || name.startsWith("limit.");
}
