/**
 * What the reading step states about one message: facts with their spans, no judgement. This is the stored form
 * (docs/formats/case.md), written once per message hash, and all that later steps ever look at.
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";

export type ReadStatus = "ok" | "partial" | "unparseable";

/**
 * `original`: the bytes as a mail program kept them · `rebuilt`: ours, made from the properties of an Outlook item · `joined`:
 * put together from pieces, and found nowhere as it is (docs/formats/case.md).
 */
export type Fidelity = "original" | "rebuilt" | "joined";

/** What a rebuilt message was made from. */
export interface OutlookRecord {
  readonly container: "msg" | "pst";
  /** SHA-256 of the file, for a `.msg` that lies by itself; empty for an item of a PST. */
  readonly fileSha256: string;
  /** `IPM.Note` and the like; empty when the item names none. */
  readonly messageClass: string;
  /** PR_MESSAGE_FLAGS (MS-OXCMSG 2.2.1.6), as stored; 1 is "read", 8 "draft". 0 when absent. */
  readonly messageFlags: number;
}

/** One of the pieces in which a message was sent (message/partial, RFC 2046 5.2.2). */
export interface PieceRecord {
  /** Shared by all pieces; empty when the piece names none. */
  readonly id: string;
  /** From 1; 0 when it is not said. */
  readonly number: number;
  /** How many there are; only the last piece must say so. 0 when it is not said. */
  readonly total: number;
}

export interface AddressRecord {
  readonly name: string;
  /** Lower case `local@domain`; empty when the header held no address. */
  readonly address: string;
}

/** A value in a load that tells its reader apart (DESIGN 3). `proven` is only ever set by comparison of copies. */
export interface TokenRecord {
  readonly kind: "decoded" | "proven" | "likely" | "none";
  /** The field of the URL, as written; empty for `none`. */
  readonly value: string;
  /** In words: `base64url of mp@parliament.example`, `MD5 of …`, `opaque, 22 characters, 3.9 bits each`. */
  readonly detail: string;
  /** The reader's address found inside, for `decoded`. */
  readonly address: string | null;
}

/** Something that makes a client contact a server (threat-facts 2.3). */
export interface LoadRecord {
  /** Catalogue id, `RL-01`… */
  readonly vector: string;
  /** As written in the mail after entity and CSS escapes are decoded; cut at `limits.urlCharsMax`. */
  readonly url: string;
  /** Resolved against base and protocol, gateways' wrappers taken off; the empty string when it cannot be resolved. */
  readonly resolved: string;
  /** Host in lower case ASCII (A-labels); the mail domain for receipt addresses; empty when there is none. */
  readonly host: string;
  /** Registrable domain (public suffix list, ICANN part), or the host when there is none. */
  readonly domain: string;
  readonly hidden: boolean;
  /** Why it is judged hidden or shown, in words. */
  readonly why: string;
  /**
   * Fires by itself on display (`open`), by an action (`click`), as a mail (`receipt`), when an attached file is opened and not
   * when the mail is (`attachment`), or without the reader, by a provider or an automatic answer (`delivery`).
   */
  readonly fires: "open" | "click" | "receipt" | "attachment" | "delivery";
  readonly token: TokenRecord;
  /** How the text it stands in was come by, when not by the strict reading (hostile-mail, section 2); else empty. */
  readonly view: string;
  /** In the raw message; of a view, the bytes that its text was decoded from. */
  readonly span: Span;
}

/** One method of a received Authentication-Results header (RFC 8601). */
export interface AuthResultRecord {
  /** Name of the server that says so; empty when the header does not name one. */
  readonly authservId: string;
  /** `spf`, `dkim`, `dmarc`, `arc`, … */
  readonly method: string;
  /** `pass`, `fail`, `none`, … lower case. */
  readonly result: string;
  /** The domain the result speaks of (`header.d`, `smtp.mailfrom`, `header.from`), lower case; empty if not said. */
  readonly domain: string;
  /** 0 for the topmost header of its kind: only the top one can be our own server's. */
  readonly position: number;
}

/** One check of our own, made again while the message was read, by a DNS snapshot. Not a received result. */
export interface AuthCheckRecord {
  readonly kind: "dkim" | "arc" | "spf" | "dmarc";
  /** As `DkimOutcome`, `ArcCheck`, `SpfResult`, `DmarcOutcome` have them: `verified`, `key-unknown`, `fail` … */
  readonly outcome: string;
  /** Whom it speaks of, lower case; empty if nobody. */
  readonly domain: string;
  /** One sentence without a full stop, for people. */
  readonly why: string;
}

/** An address that some client shows as the sender, or in its place, though From by the RFCs does not name it. */
export interface OtherFromRecord {
  /** Lower case. */
  readonly address: string;
  readonly reading: "ambiguous" | "source-route" | "comment" | "display-name" | "encoded-word";
}

/** What the sender claims about itself. */
export interface ClaimsRecord {
  /** Of every field that some client takes for From, the sound ones first. */
  readonly from: readonly AddressRecord[];
  /** At most 10, none that is in `from`. */
  readonly otherFroms: readonly OtherFromRecord[];
  readonly sender: AddressRecord | null;
  readonly replyTo: readonly AddressRecord[];
  /** Lower case address, empty for `<>` or when absent. */
  readonly returnPath: string;
  /** `d=` of each DKIM-Signature, lower case. */
  readonly dkimDomains: readonly string[];
  readonly listId: string;
  /** Targets of List-Unsubscribe, as written. */
  readonly listUnsubscribe: readonly string[];
  readonly listUnsubscribePost: boolean;
  /** Feedback-ID, CFBL-Address and the like: present or not matters, values are the mailers'. */
  readonly feedbackId: string;
  readonly mailer: string;
  readonly precedence: string;
  /** Lower-case names of header fields that start with `x-`, distinct, in order: mailers are recognised by them. */
  readonly extensionHeaders: readonly string[];
  readonly messageIdDomain: string;
  readonly autoSubmitted: string;
  /** True when In-Reply-To or References is present. */
  readonly isReply: boolean;
}

/** What the visible content offers, as far as verdicts ask for it. */
export interface ContentRecord {
  /** A link or mailto in the body that offers to unsubscribe. */
  readonly unsubscribeLink: boolean;
  /** The sender's names or domain read like a news outlet (`why` names the words); null when not. */
  readonly newsPersona: string | null;
  /** Distinct hosts of ordinary links, in order, at most 50. */
  readonly linkHosts: readonly string[];
  /** Text attachments and other parts are only counted. */
  readonly attachments: number;
  readonly html: boolean;
  /** First 200 characters of what a reader sees, white space folded. */
  readonly preview: string;
  /** Hash of the visible text with digits, addresses and URLs blanked: equal for copies of one lure. Empty for no text. */
  readonly textPrint: string;
}

/**
 * How the message was made, as prints that mail of one workshop shares when senders and hosts change. Made when it is read; each
 * is empty where there is nothing to print. None proves anything by itself.
 */
export interface PrintRecord {
  /** 10 hex digits: names of the fields that a sender's program writes, in their order and spelling. */
  readonly header: string;
  /** MIME tree in words: `alternative(text/plain q utf-8,text/html q utf-8)`, at most 160 characters. */
  readonly structure: string;
  /** Shape (`base/text-shape.ts`) of the first boundary. */
  readonly boundary: string;
  /** 8 hex digits of the tags of the first HTML part in order with their styles, `-`, how many different tags; then the same of the set of tags. */
  readonly markup: string;
  readonly tags: string;
  /** Of the first four attachments: shape of the name, type, 10 hex digits of its content, parted by `|`. */
  readonly files: readonly string[];
  /** Sketch of what a reader sees (`case/sketch.ts`). */
  readonly text: string;
  /** Of the Date field, as written: `+0800`. */
  readonly zone: string;
  /** First address outside private networks by the Received lines, and how it named itself. */
  readonly origin: string;
  readonly helo: string;
}

/** A file that came with the message, by what other people know it by. */
export interface AttachedFileRecord {
  /** As decoded, cut at 255 characters; empty for none. */
  readonly name: string;
  /** Bytes, decoded. */
  readonly size: number;
  /** Of the decoded bytes, hex; empty where not all of them are here. */
  readonly sha256: string;
  readonly sha1: string;
  readonly md5: string;
}

/** What a rule said of the message when it was read; of rules that said no, nothing. */
export interface RuleAnswerRecord {
  /** Its id, and what a finding needs to be told without the rule's file. */
  readonly rule: string;
  readonly title: string;
  /** An exclusion takes the message out of what other rules say. */
  readonly kind: "rule" | "exclusion";
  readonly about: "targeting" | "crime" | "posture";
  readonly severity: "critical" | "high" | "medium" | "low" | "informational";
  readonly techniques: readonly string[];
  readonly reasons: readonly string[];
  readonly openQuestions: readonly string[];
  readonly spans: readonly Span[];
  /** MQL: what is left of the rule for when all mail is known. Empty: it matched. */
  readonly rest: string;
}

/** All rules that were asked when the message was read. */
export interface RuleAnswersRecord {
  /** Names the rules: 12 hex digits of a hash of their texts. Absent in records of before there were any. */
  readonly set?: string | undefined;
  /** At most `limits.ruleAnswersMax`, in the order of the rules. */
  readonly answers: readonly RuleAnswerRecord[];
  /** Rules that could not be decided and never will be by what the case holds, and why: names of capabilities, sorted. */
  readonly undecided: number;
  readonly missing: readonly string[];
}

/** A receipt for another message (message/disposition-notification, RFC 8098): it says that its sender's program took it. */
export interface ReceiptRecord {
  /** Which message, as in `MessageRecord.answers`; empty where it names none. */
  readonly original: string;
  /** `displayed`, `deleted`, `processed` …, lower case; empty where it does not say. */
  readonly disposition: string;
  /** The program says that no person sent it. */
  readonly isAutomatic: boolean;
  /** The program, as it calls itself; cut at 200 characters. */
  readonly agent: string;
}

export interface MessageRecord {
  readonly sha256: Sha256;
  /** True size of the raw message in bytes. */
  readonly size: number;
  readonly fidelity: Fidelity;
  /** Null for original bytes. */
  readonly outlook: OutlookRecord | null;
  /** Null for a message that is whole. */
  readonly piece: PieceRecord | null;
  readonly status: ReadStatus;
  /** Anomalies and limits, at most 100, by first seen. */
  readonly problems: readonly Problem[];
  /** What is odd about its shape, by the flags of the hostile-mail catalogue (`ambiguous-structure` …), sorted, each once. */
  readonly flags: readonly string[];
  readonly messageId: string;
  readonly date: EpochMs | null;
  readonly dateFrom: "date" | "received" | "none";
  /** When the topmost `Received` says that it was taken, which the sender does not write. Absent where none says it, and in older records. */
  readonly arrived?: EpochMs;
  readonly subject: string;
  readonly to: readonly AddressRecord[];
  readonly cc: readonly AddressRecord[];
  /** Addresses that delivery headers name (Delivered-To, X-Original-To, Envelope-To …): who really got it. */
  readonly deliveredTo: readonly string[];
  /**
   * Those of `deliveredTo` that are named only below the line by which the receiver's server took the message: whoever sent it may have written
   * them. Absent for none, and in older records.
   */
  readonly deliveredBelow?: readonly string[] | undefined;
  readonly claims: ClaimsRecord;
  /**
   * What it says that it answers: of an id of In-Reply-To and the first and last ones of References, distinct, at most 3, the first 13 hex digits
   * of the SHA-256 of the id without brackets in lower case. Absent where it names none.
   */
  readonly answers?: readonly string[];
  /** Absent for what is no receipt, and in records of before receipts were told. */
  readonly receipt?: ReceiptRecord;
  /** Of its calendar part (iTIP): `request`, `reply`, `cancel` …, lower case. Absent where no part says, and in older records. */
  readonly calendarMethod?: string;
  /** A server says that it took the message (`Received`). Absent where none does, as in what a program kept of its user's own mail, and in older records. */
  readonly received?: true;
  readonly auth: readonly AuthResultRecord[];
  /** Absent where the message was read without a DNS snapshot. */
  readonly checks?: readonly AuthCheckRecord[];
  readonly loads: readonly LoadRecord[];
  /** Exact, also when `loads` was cut at `limits.storedLoadsMax`. */
  readonly loadCount: number;
  readonly content: ContentRecord;
  /** Absent in records of before there were any. */
  readonly print?: PrintRecord;
  /** At most `limits.attachedFilesMax`, in order; what lies in archives is not among them. Absent where none came, and in records of before they were kept. */
  readonly attached?: readonly AttachedFileRecord[];
  /** Null where no rules were asked. */
  readonly rules: RuleAnswersRecord | null;
}

/**
 * Who says what was done with a message. A program that keeps mail: `maildir` (letters in the file name) · `emlx` (Apple
 * Mail's property list) · `imap` (the server's flags) · `outlook` (properties of .msg and .pst). A header inside the
 * message, which its sender can write as well: `status` (Status, X-Status, X-Keywords, X-Label) · `mozilla`
 * (X-Mozilla-Status, X-Mozilla-Keys) · `gmail` (X-Gmail-Labels). `unknown`: read before origins were kept.
 */
export type MarkOrigin = "maildir" | "emlx" | "imap" | "outlook" | "status" | "mozilla" | "gmail" | "unknown";

/** What one origin says of a message at one place. */
export interface MarkRecord {
  readonly origin: MarkOrigin;
  /**
   * IMAP names (`\Seen`, `\Answered`, `\Flagged`, `\Draft`, `\Deleted`, `$Forwarded`; of a mail server also `$MDNSent`,
   * `$LoadExternals`), sorted. Empty is a statement too: the
   * origin keeps such marks, and none is set.
   */
  readonly flags: readonly string[];
  /** Labels, keywords, categories as people named them, in the origin's order. Never a flag, whatever a label is called. */
  readonly labels: readonly string[];
}

/** One place where a message lies. */
export interface LocationRecord {
  readonly path: string;
  /** Byte offset in the (unpacked) file; 0 for a file that is one message. */
  readonly offset: number;
  readonly length: number;
  /**
   * Mail folder name for people, `/` between levels; empty for none. Always told by the place: directory, name inside an
   * archive, folder of a mail store or server.
   */
  readonly folder: string;
  /** At most one of each origin; empty where nobody keeps marks. */
  readonly marks: readonly MarkRecord[];
}
