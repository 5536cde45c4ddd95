/** Short words for the closed sets of values in a case. One word per thing, as in the glossary. */

import { piecesInPath } from "../case/joined.ts";
import type { TrackingClass, Verdict } from "../case/judgement.ts";
import { originWords } from "../case/marks.ts";
import type { LoadRecord, MarkRecord, MessageRecord, ReadStatus, TokenRecord } from "../case/record.ts";
import type { StoredMessage } from "../ports/store.ts";
import { withCommas } from "./wording.ts";

export function tokenMeaning(token: TokenRecord): string {
  switch (token.kind) {
    case "decoded":
      return "names its reader: the reader's address was decoded from it";
    case "proven":
      return "names its reader: proven by comparing copies sent to different readers";
    case "likely":
      return "looks like a value that names its reader; one copy alone cannot prove it";
    case "none":
      return "no value that tells readers apart";
  }
}

export function firesWords(fires: LoadRecord["fires"]): string {
  switch (fires) {
    case "open":
      return "when the mail is opened";
    case "click":
      return "on a click";
    case "receipt":
      return "by sending a receipt mail";
    case "attachment":
      return "when the attached file is opened";
    case "delivery":
      return "without the reader, by the mail provider or an automatic answer";
  }
}

/** Which reading of a message shows a load; for views other than the strict one, whose name is empty. */
export function viewWords(view: string): string {
  if (/^in (?:winmail\.dat|\.msg)/.test(view)) return `only Outlook shows it (${view})`;
  if (view.startsWith("charset "))
    return `only programs that take the text to be in ${view.slice("charset ".length)} show it`;
  return `only programs that read the message otherwise show it (reading: ${view})`;
}

export function classMeaning(trackingClass: TrackingClass): string {
  switch (trackingClass) {
    case "none":
      return "no tracking found";
    case "commercial":
      return "commercial tracking: a known mail service doing its usual thing";
    case "unexplained":
      return "tracking that no known mail service explains";
    case "covert":
      return "covert tracking: made to tell readers apart, and hidden from them";
  }
}

/** What the verdict says, of mail with this tracking; `targeting` is what the mail is as far as somebody chose its readers, which may be less sure than that it does harm. */
export function verdictMeaning(verdict: Verdict, targeting: Verdict, tracking: TrackingClass): string {
  const isChosen = targeting === "suspicious" || targeting === "hostile";
  if (verdict === "hostile" && targeting === "suspicious")
    return "hostile: phishing, fraud or a harmful file on strong evidence; signs that somebody chose its readers, not enough to be sure";
  switch (verdict) {
    case "clear":
      return "clear: nothing found that matters here";
    case "tracked":
      return tracking === "commercial"
        ? "tracked: commercial tracking only, not targeted"
        : `tracked: ${classMeaning(tracking)}; nothing else says that somebody chose its readers`;
    case "suspicious":
      return isChosen
        ? "suspicious: signs of targeted tracking, not enough to be sure"
        : "suspicious: looks like the phishing, fraud or harmful files that are sent to anybody, not enough to be sure";
    case "hostile":
      return isChosen
        ? "hostile: targeted tracking or worse, on strong evidence"
        : "hostile: phishing, fraud or a harmful file as it is sent to anybody, on strong evidence";
  }
}

/** `2 of 5 of <id>`; empty for a whole message. */
export function pieceWords(piece: MessageRecord["piece"]): string {
  if (piece === null) return "";
  const number = piece.number === 0 ? "a number that it does not say" : String(piece.number);
  const total = piece.total === 0 ? "" : ` of ${piece.total}`;
  return `${number}${total} of a longer message${piece.id === "" ? "" : `, ${piece.id}`}; searched by itself`;
}

const PIECES_SHOWN = 12;

/** `put together from 3 pieces: 1f0c…, …`; null for a place where something was found. */
export function joinedWords(path: string): string | null {
  const pieces = piecesInPath(path);
  if (pieces === null) return null;
  const shown = pieces.slice(0, PIECES_SHOWN).map(shortHash).join(", ");
  const left = pieces.length - PIECES_SHOWN;
  const counted = pieces.length === 1 ? "one piece" : `${withCommas(pieces.length)} pieces`;
  return `put together from ${counted}: ${shown}${left > 0 ? ` and ${withCommas(left)} more` : ""}`;
}

/** What the piece is a part of; empty for none, and where it was not looked for. */
export function joinedIntoWords({ joinedInto = [] }: StoredMessage): string {
  return joinedInto.slice(0, PIECES_SHOWN).map(shortHash).join(", ");
}

/** Enough to ask for the message by. */
function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

/** Empty for original bytes; said wherever sizes, hashes and places of a message stand. */
export function fidelityWords(record: MessageRecord): string {
  if (record.fidelity === "original") return "";
  if (record.fidelity === "joined") return ", put together from its pieces: hash and byte places are of the whole";
  return `, rebuilt from an Outlook item (${record.outlook?.container ?? "unknown"}): hash and byte places are of the rebuilt text`;
}

export function statusWords(status: ReadStatus): string {
  switch (status) {
    case "ok":
      return "read whole";
    case "partial":
      return "read partly";
    case "unparseable":
      return "not readable";
  }
}

/** `Name <address>`, or what there is of it. */
export function mailboxOf(mailbox: { readonly name: string; readonly address: string }): string {
  if (mailbox.name === "") return mailbox.address;
  return mailbox.address === "" ? mailbox.name : `${mailbox.name} <${mailbox.address}>`;
}

/** `\Seen` → `seen`: IMAP flags as words. */
function flagWords(flag: string): string {
  return flag.replace(/^[\\$]/, "").toLowerCase();
}

/** What one origin says: `seen, label Work (Gmail header)`; empty when it sets nothing. */
export function markWords({ origin, flags, labels }: MarkRecord): string {
  const words = [...flags.map(flagWords), ...labels.map((label) => `label ${label}`)];
  return words.length === 0 ? "" : `${words.join(", ")} (${originWords(origin)})`;
}
