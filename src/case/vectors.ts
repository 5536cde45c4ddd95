/**
 * The catalogue of remote loads and other triggers, as data: threat-facts 2.3, RL-01 to RL-69, and our own
 * RL-70 to RL-76 for files that call home when they are opened (docs/vectors-of-parts.md). What each is called, what it makes
 * happen, when, and in which kinds of mail program.
 *
 * To correct a row, change its marks and its date; nothing else depends on them. Programs differ by version and settings, so a
 * row says what is usual. Every id that anything emits has a row (a test holds it).
 */

/**
 * One letter each: `H` an HTTP(S) request, `D` only a look-up of the server's name, `M` a mail is sent, `S` a Windows share is
 * opened (SMB or WebDAV, with the reader's sign-in), `X` another protocol. Empty: nothing by itself, it changes what others load.
 */
export type Fires = string;

/** `idx`: also on indexing or prefetching, without display. `modifies`: changes other loads. `attachment`: when the file is opened. */
export type FiresWhen =
  | "open"
  | "open, idx"
  | "open, click"
  | "open, delivery"
  | "click"
  | "delivery"
  | "provider"
  | "attachment"
  | "modifies";

/** P official text, S press or vendor, C source code or data set, R research, K general knowledge that was not checked again. */
export type SourceMark = "P" | "S" | "C" | "R" | "K";

/** The kinds of mail program of threat-facts 2.3, in the order of the column. */
export const clientClasses = [
  { letter: "W", words: "webmail" },
  { letter: "O", words: "Outlook for Windows" },
  { letter: "A", words: "Apple Mail and most phones" },
  { letter: "T", words: "Thunderbird" },
  { letter: "L", words: "simple or old programs" },
  { letter: "G", words: "security gateways" },
] as const;

export interface Vector {
  readonly id: string;
  /** What it is to a lay reader, lower case, without an article. */
  readonly words: string;
  readonly fires: Fires;
  readonly when: FiresWhen;
  /**
   * One sign for each of `clientClasses`: `+` it fires there, where remote content is let through; `~` in some of them; `-` it is
   * known not to; `.` nothing is known.
   */
  readonly clients: string;
  readonly mark: SourceMark;
  /** Year and month of the statement about the clients. */
  readonly stated: string;
  /** False for what shows nothing to a reader: style sheets, fonts, scripts, look-ups. */
  readonly seen: boolean;
  /** More that is known, in words; may be empty. */
  readonly note: string;
}

type Row = readonly [
  id: string,
  fires: Fires,
  when: FiresWhen,
  clients: string,
  mark: SourceMark,
  stated: string,
  seen: "seen" | "unseen",
  words: string,
  note?: string,
];

// Source of `clients`: threat-facts 2.3 and EX-04 (gateways); a `-` is general knowledge of the engine, mark K.
// biome-ignore format: a table reads by column
const rows: readonly Row[] = [
  //                                    W O A T L G
  ["RL-01", "H",  "open",           "+ + + + + ~", "C", "2026-11", "seen",   "picture"],
  ["RL-02", "H",  "open",           "+ - + + . ~", "C", "2026-11", "seen",   "picture in several sizes"],
  ["RL-03", "H",  "open",           ". . + + + ~", "C", "2026-11", "seen",   "picture used as a button"],
  ["RL-04", "H",  "open",           ". + + + . ~", "C", "2026-11", "seen",   "background picture of the page or a table"],
  ["RL-05", "H",  "open",           "+ - + + . ~", "C", "2026-11", "seen",   "background picture in the style"],
  ["RL-06", "H",  "open",           ". - + + . ~", "C", "2026-11", "seen",   "picture or shape in the style"],
  ["RL-07", "H",  "open",           ". . + + + ~", "C", "2026-11", "unseen", "imported style sheet"],
  ["RL-08", "H",  "open",           ". . + + + ~", "C", "2026-11", "unseen", "linked style sheet"],
  ["RL-09", "H",  "open",           ". . + + . ~", "C", "2026-11", "unseen", "font"],
  ["RL-10", "H",  "open",           "- - - - + .", "C", "2026-11", "unseen", "behaviour file of old programs"],
  ["RL-11", "H",  "open",           ". . + + . ~", "K", "2026-11", "seen",   "style that depends on the screen", "which variant is loaded tells the screen's size, density or dark mode (TF-105)"],
  ["RL-12", "H",  "open",           ". - + . . ~", "C", "2026-11", "seen",   "video"],
  ["RL-13", "H",  "open",           ". - + + . ~", "C", "2026-11", "seen",   "still picture of a video"],
  ["RL-14", "H",  "open",           ". - + . . ~", "C", "2026-11", "unseen", "sound"],
  ["RL-15", "H",  "open",           "- . - - + .", "C", "2026-11", "unseen", "background sound"],
  ["RL-16", "H",  "open",           ". . . . + ~", "C", "2026-11", "seen",   "page inside the mail (frame)"],
  ["RL-17", "H",  "open",           ". . . . + ~", "C", "2026-11", "seen",   "embedded object"],
  ["RL-18", "H",  "open",           ". - + + . ~", "C", "2026-11", "seen",   "drawing (SVG) that loads more"],
  ["RL-19", "H",  "open",           ". . + + . ~", "C", "2026-11", "seen",   "attached drawing (SVG) that loads more"],
  ["RL-20", "H",  "open",           ". . . . + ~", "C", "2026-11", "unseen", "page that reloads itself"],
  ["RL-21", "H",  "open",           "~ . . + . ~", "C", "2026-11", "unseen", "page fetched ahead of time", "webmail only where it is set up wrongly"],
  ["RL-22", "D",  "open",           ". . + + . .", "C", "2026-11", "unseen", "server name looked up ahead of time"],
  ["RL-23", "D",  "open",           "+ . + + . .", "C", "2026-11", "unseen", "link whose server name is looked up ahead of time", "counted where the mail itself asks for it; programs may do so for any link"],
  ["RL-24", "H",  "open",           ". . . . + ~", "C", "2026-11", "unseen", "icon, manifest or feed"],
  ["RL-25", "H",  "open",           "- - - - + ~", "C", "2026-11", "unseen", "script"],
  ["RL-26", "",   "modifies",       ". . . . . .", "K", "2026-11", "unseen", "base address for all other links"],
  ["RL-27", "H",  "open",           "- + - - . ~", "K", "2026-11", "seen",   "Outlook drawing (VML)"],
  ["RL-28", "H",  "click",          "+ + + + + ~", "C", "2026-11", "seen",   "form or link that reports a click"],
  ["RL-29", "H",  "open, idx",      "+ . + . . .", "K", "2026-11", "seen",   "link preview card", "made by programs and chat bridges from ordinary links; nothing in the mail asks for it"],
  ["RL-30", "H",  "open",           "+ - . - - .", "K", "2026-11", "seen",   "AMP part (interactive mail)"],
  ["RL-31", "SX", "open, click",    ". + . . . .", "K", "2026-11", "seen",   "file, network share or other unusual address", "opening a share may send the reader's Windows sign-in (TF-107)"],
  ["RL-40", "M",  "open",           ". . . . . .", "C", "2026-11", "unseen", "read receipt request", "the program asks the reader or follows a policy"],
  ["RL-41", "M",  "open, delivery", ". . . . . .", "C", "2026-11", "unseen", "return receipt request"],
  ["RL-42", "M",  "open",           ". . . . . .", "C", "2026-11", "unseen", "read receipt request of other programs"],
  ["RL-43", "M",  "delivery",       ". . . . . .", "K", "2026-11", "unseen", "delivery report request"],
  ["RL-44", "HM", "click",          ". . . . . .", "K", "2026-11", "unseen", "unsubscribe address in the header", "some providers ask for it by themselves"],
  ["RL-45", "H",  "open",           ". . . . . .", "K", "2026-11", "seen",   "sender picture"],
  ["RL-46", "H",  "provider",       ". . . . . .", "K", "2026-11", "seen",   "sender logo (BIMI)", "the provider asks, not the reader's program"],
  ["RL-47", "HD", "open",           ". . . . . .", "K", "2026-11", "unseen", "address of an encryption key"],
  ["RL-48", "",   "modifies",       ". . . . . .", "K", "2026-11", "unseen", "base address in the header"],
  ["RL-49", "M",  "delivery",       ". . . . . .", "K", "2026-11", "unseen", "reply address"],
  ["RL-60", "HX", "open",           ". . . . . .", "K", "2026-11", "unseen", "body kept on another server"],
  ["RL-61", "HM", "open, idx",      ". . . . . .", "K", "2026-11", "seen",   "calendar invitation"],
  ["RL-62", "H",  "click",          ". . . . . .", "C", "2026-11", "seen",   "link in a calendar invitation"],
  ["RL-63", "H",  "open",           ". . . . . .", "K", "2026-11", "seen",   "picture or key in a contact card"],
  ["RL-64", "H",  "open",           ". . . . . .", "K", "2026-11", "unseen", "certificate look-up of a signature"],
  ["RL-65", "HS", "open",           "- + - - - .", "K", "2026-11", "seen",   "content of a winmail.dat attachment"],
  ["RL-66", "S",  "delivery",       "- + - - - -", "K", "2026-11", "unseen", "reminder sound on a network share", "fires when the reminder is due, without opening the mail (CVE-2023-23397)"],
  ["RL-67", "S",  "click",          "- + - - - .", "K", "2026-11", "unseen", "file link that opens by itself"],
  ["RL-68", "HS", "open",           "- + - - - .", "K", "2026-11", "seen",   "object linked in rich text"],
  ["RL-69", "X",  "open",           "+ - - - - -", "S", "2026-11", "unseen", "attack on the webmail page"],
  ["RL-70", "HS", "attachment",     ". . . . . .", "K", "2026-11", "unseen", "attached shortcut, library or playlist"],
  ["RL-71", "HS", "attachment",     ". . . . . .", "C", "2026-11", "unseen", "attached Office document that loads more"],
  ["RL-72", "HS", "attachment",     ". . . . . .", "K", "2026-11", "unseen", "attached OpenDocument file that loads more"],
  ["RL-73", "HS", "attachment",     ". . . . . .", "C", "2026-11", "unseen", "attached PDF that opens an address"],
  ["RL-74", "HS", "attachment",     ". . . . . .", "K", "2026-11", "unseen", "attached table or query that asks a server"],
  ["RL-75", "H",  "attachment",     ". . . . . .", "K", "2026-11", "unseen", "attached XML file that loads more"],
  ["RL-76", "HS", "attachment",     ". . . . . .", "K", "2026-11", "unseen", "address in an attached document of the old kind"],
];

export const vectors: readonly Vector[] = rows.map(
  ([id, fires, when, clients, mark, stated, seen, words, note = ""]) => ({
    ...{ id, words, fires, when, clients: clients.replaceAll(" ", ""), mark, stated, note },
    seen: seen === "seen",
  }),
);

const byId: ReadonlyMap<string, Vector> = new Map(vectors.map((vector) => [vector.id, vector]));

/** Undefined for what the catalogue does not know. */
export function vectorOf(id: string): Vector | undefined {
  return byId.get(id);
}

/** False for loads that show nothing: style sheets, fonts, scripts, look-ups. */
export function isSeenVector(id: string): boolean {
  return byId.get(id)?.seen ?? true;
}

/**
 * Where markup stands in a mail. `body`: its text, or one of the forms of it · `part`: a further part that is no attachment by its
 * disposition · `attached`: one that is · `file`: HTML by its file name alone · `archive`: inside an attached web archive or mail file.
 */
export type MarkupPlace = "body" | "part" | "attached" | "file" | "archive";

/** Signs as in `clients`: who shows it with the mail, without anybody opening a file. All K, 2026-11. */
const shownWithMail: Readonly<Record<MarkupPlace, string>> = {
  // W O A T L G
  body: "+ + + + + .",
  part: "~ - + + + .",
  // Thunderbird may show such a file below the mail, where attachments are set to be shown: not checked.
  attached: "- - - . - .",
  file: "- - - - - .",
  archive: "- - - - - .",
};

/** True where some kind of program shows it. */
export function showsWithMail(place: MarkupPlace): boolean {
  return /[+~]/.test(shownWithMail[place]);
}
