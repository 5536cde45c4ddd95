/** The sets of mail that signals and rules are measured on, and the messages of each. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unpackSet } from "./corpus.ts";

export interface MailSet {
  readonly name: string;
  /** `clean` sets are what must not be flagged. */
  readonly kind: "phish" | "spam" | "clean";
  /** The set it lies in, and folders of it. */
  readonly set: string;
  readonly folders: readonly string[];
}

export const mailSets: readonly MailSet[] = [
  { name: "phishing-pot", kind: "phish", set: "phishing-pot", folders: ["2019-2023", "2024", "2025-2026"] },
  { name: "spam", kind: "spam", set: "spamassassin", folders: ["spam-1", "spam-2"] },
  { name: "easy-ham", kind: "clean", set: "spamassassin", folders: ["easy-ham-1", "easy-ham-2"] },
  { name: "hard-ham", kind: "clean", set: "spamassassin", folders: ["hard-ham-1"] },
  { name: "enron", kind: "clean", set: "enron", folders: ["farmer-d", "kaminski-v", "williams-w3"] },
  {
    name: "list-mail",
    kind: "clean",
    set: "list-mail",
    folders: ["b4", "notmuch-default", "notmuch-lkml", "patchwork"],
  },
  { name: "bounces", kind: "clean", set: "bounces", folders: ["maildir/bsd", "maildir/not"] },
  {
    name: "newsletters",
    kind: "clean",
    set: "newsletter-pairs",
    folders: [
      "_no-user-tracking",
      "cleverreach",
      "fairmailing",
      "getresponse",
      "inxmail",
      "klaviyo",
      "mailchimp",
      "sendinblue",
    ],
  },
  {
    name: "newsletter-html",
    kind: "clean",
    set: "newsletter-html",
    folders: ["citp", "mailtrackerblocker", "omnivore", "transactional"],
  },
];

export interface SetMessage {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** By the parity of its SHA-256: 0 and 1 are halves that no choice of ours drew. */
  readonly half: 0 | 1;
}

/** Null where the corpus is absent. */
export function* messagesOf({ set, folders }: MailSet): Generator<SetMessage> {
  const root = unpackSet(set);
  if (root === null) return;
  for (const folder of folders) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names) {
      const path = join(root, folder, name);
      if (!statSync(path).isFile() || /\.(?:tsv|md|txt|json|notes)$/i.test(name)) continue;
      const raw = readFileSync(path);
      const bytes = /\.html?$/i.test(name) ? asMail(raw) : raw;
      const half = ((createHash("sha256").update(raw).digest()[0] ?? 0) & 1) === 0 ? 0 : 1;
      yield { path: `${folder}/${name}`, bytes, half };
    }
  }
}

/** A body by itself, as a mail whose sender says nothing. */
function asMail(html: Buffer): Buffer {
  const head = "From: <news@newsletter.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
  return Buffer.concat([Buffer.from(head), html]);
}
