/**
 * The sample that `letterlock demo` makes: ten years of mail of a small assembly, with everything that an organisation hands over
 * beside its mail: roster, logs, and what an advisory tells of one of the senders. Made by the same generator as the decades
 * that the program is measured on (`decade/`).
 *
 * Everything is invented; every domain and address block is reserved (RFC 2606, 3849, 5737, 6761). Pure and deterministic: the same bytes
 * on every call, no clock, no chance.
 */
import { gzip, type KeptMail, maildirName, toBytes, withStatus, writeMbox, writeZip } from "./containers.ts";
import { decade } from "./decade/generate.ts";
import { clientsCsv, eventsCsv, rosterCsv, stixBundle } from "./decade/handed-over.ts";
import { logsOf } from "./decade/logs.ts";
import type { Mail, Truth } from "./decade/wire.ts";
import { type Account, OFFICE_DOMAIN, OLD_DOMAIN } from "./world/people.ts";

export interface SampleFile {
  /** Relative, `/` between levels. Mail is below `mail/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a scan of the sample is told whose mail it is: the old domain and the one since 2017. */
export const sampleOwners: readonly string[] = [`@${OFFICE_DOMAIN}`, `@${OLD_DOMAIN}`];

/** A small house, so that a newcomer waits seconds; long enough for seven campaigns of four senders. */
const SAMPLE = { seed: "letter", size: 2400, people: 10, planted: 60 };

export interface Sample {
  readonly files: readonly SampleFile[];
  /** Messages in all mailboxes, no two alike. */
  readonly messages: number;
  /** What is planted, and what looks like it: by Message-ID. No scanner reads it. */
  readonly truths: ReadonlyMap<string, Truth>;
}

export function sample(): Sample {
  const { world, waves, seen, mails } = decade(SAMPLE);
  const all = [...mails()];
  const text = (path: string, content: string): SampleFile => ({ path, bytes: Buffer.from(content, "utf8") });
  const files = [
    text("README.txt", README),
    text("roster.csv", rosterCsv(world)),
    text("clients.csv", clientsCsv()),
    text("events.csv", eventsCsv(world)),
    text("advisory.stix.json", stixBundle(waves)),
    ...[...logsOf(world, seen)].map(([name, lines]) => text(`logs/${name}`, lines)),
    ...mailFiles(all),
  ];
  const truths = new Map(all.flatMap(({ messageId, truth }) => (truth === null ? [] : [[messageId, truth] as const])));
  return { files, messages: all.length, truths };
}

/** Each mailbox in another of the forms in which mail is handed over. */
function* mailFiles(mails: readonly Mail[]): Iterable<SampleFile> {
  const accounts = new Map<string, { readonly account: Account; readonly mails: Mail[] }>();
  for (const mail of mails) {
    const known = accounts.get(mail.account.path);
    if (known === undefined) accounts.set(mail.account.path, { account: mail.account, mails: [mail] });
    else known.mails.push(mail);
  }
  const inOrder = [...accounts.values()].sort((a, b) => (a.account.path < b.account.path ? -1 : 1));
  let work = 0;
  for (const { account, mails: own } of inOrder) {
    const [name = ""] = account.address.split("@");
    if (account.kind === "personal") {
      yield { path: `mail/personal/${name}.mbox`, bytes: mbox(own) };
      continue;
    }
    yield* (FORMS[work % FORMS.length] ?? asMbox)(`mail/${name}`, own);
    work += 1;
  }
}

type Form = (root: string, mails: readonly Mail[]) => Iterable<SampleFile>;

const FORMS: readonly Form[] = [asMaildir, asMbox, asPackedMbox, asMessages, asZip];

function kept(mail: Mail): KeptMail {
  return mail.account.keepsMarks ? mail : { ...mail, flags: [] };
}

function mbox(mails: readonly Mail[]): Uint8Array {
  return toBytes(writeMbox(mails.map((mail) => (mail.account.keepsMarks ? withStatus(mail) : mail))));
}

function* asMbox(root: string, mails: readonly Mail[]): Iterable<SampleFile> {
  yield { path: `${root}.mbox`, bytes: mbox(mails) };
}

function* asPackedMbox(root: string, mails: readonly Mail[]): Iterable<SampleFile> {
  yield { path: `${root}.mbox.gz`, bytes: gzip(mbox(mails)) };
}

/** Maildir++: the inbox in `cur/` and `new/`, each further folder in a dotted directory of its own. */
function* asMaildir(root: string, mails: readonly Mail[]): Iterable<SampleFile> {
  for (const [index, mail] of mails.entries()) {
    const folder = mail.folder === "Inbox" ? root : `${root}/.${mail.folder}`;
    yield { path: `${folder}/${maildirName(kept(mail), index)}`, bytes: toBytes(mail.octets) };
  }
}

/** Files of one message each, lines end in CRLF: `<year>/<folder>/<day>-<number>.eml`. They keep no marks. */
function* asMessages(root: string, mails: readonly Mail[]): Iterable<SampleFile> {
  for (const [index, { at, folder, octets }] of mails.entries()) {
    const day = new Date(at).toISOString().slice(0, 10);
    const path = `${root}/${day.slice(0, 4)}/${folder.toLowerCase()}/${day}-${String(index).padStart(4, "0")}.eml`;
    yield { path, bytes: toBytes(octets.replaceAll("\n", "\r\n")) };
  }
}

function* asZip(root: string, mails: readonly Mail[]): Iterable<SampleFile> {
  const folders = [...Map.groupBy(mails, ({ folder }) => folder)].sort(([a], [b]) => (a < b ? -1 : 1));
  yield {
    path: `${root}.zip`,
    bytes: writeZip(folders.map(([name, own]) => ({ name: `${name}.mbox`, bytes: mbox(own) }))),
  };
}

const README = `A SAMPLE

All of this is invented: the people, the assembly, the newspapers, the firms and every letter. Names end in domains that
are reserved for examples and network addresses come from blocks reserved for documentation, so nothing in here can
reach anybody.

It holds ten years (2014 to 2023) of a small assembly's mail in the forms in which mail is handed over, and what an organisation
can give beside it:

  mail/               a Maildir, mbox files (one packed), one file a message, a zip; personal accounts of those who agreed
  roster.csv          who the people are: addresses, roles, groups, households, consent
  logs/               of the web proxy, of the name server, of the mail server
  clients.csv         what mail programs there do with remote pictures
  events.csv          what happened in that world
  advisory.stix.json  what an advisory tells of one of the senders

Seven covert campaigns of four senders lie among letters, newsletters with commercial trackers, ordinary phishing, and mail that
only looks like a campaign.
`;
