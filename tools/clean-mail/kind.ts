/** What a kind of mail is: who writes it, by which ways, in which words; and the words of its halves. */
import type { Random } from "../../src/demo/random.ts";
import type { Attachment } from "./files.ts";
import type { Sender } from "./senders.ts";

export type Half = "looked-at" | "held-out";
export type Language = "en" | "de" | "fr" | "es" | "pt" | "pl" | "uk" | "ru" | "ar" | "zh" | "ja";
export type WayName =
  | "own-server"
  | "own-counted"
  | "known-bulk"
  | "known-relay"
  | "unknown-bulk"
  | "unknown-relay"
  | "office-cloud"
  | "free-mail"
  | "mailing-list"
  | "inside";
/** `notice` and `letter-head` are programs' HTML, `newsletter` a designer's, `person` a mail program's, `plain` text alone. */
export type Form = "notice" | "newsletter" | "person" | "plain";

export interface Kind {
  readonly id: string;
  /** Newsletters have another bar. */
  readonly group: "ordinary" | "newsletter";
  readonly forms: readonly Form[];
  readonly ways: readonly WayName[];
  /** Local parts of the sender's address. */
  readonly from: readonly string[];
  /** What stands before the firm's name in From: empty for the firm alone, `{person}` for a person. */
  readonly display: readonly string[];
  /** Answers go to `{person}` at another organisation, on whose behalf it is sent, or to a ticket's address. */
  readonly replyTo?: "person-elsewhere" | "ticket" | "colleague";
  readonly attach?: (random: Random, sender: Sender) => readonly Attachment[];
  /** More header fields, by name; placeholders as in texts. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Texts in the notation of `notation.ts`, with placeholders of `senders.ts`. */
  readonly texts: Partial<Readonly<Record<Language, string>>>;
  readonly isCalendar?: boolean;
  /** It answers the reader: In-Reply-To of a mail that is not here. */
  readonly isAnswer?: boolean;
}
