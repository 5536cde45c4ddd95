/**
 * Mail to test on: six years of a small parliamentary office, with one covert tracking campaign among honest mail.
 *
 * Everything is invented; every domain and address block is reserved (RFC 2606, 5737, 6761). Pure and deterministic: the
 * same bytes on every call, no clock, no chance. About 2,400 messages, made in well under two seconds.
 */
import { assert } from "../../src/base/assert.ts";
import { gzip, maildirName, toBytes, withStatus, writeMbox, writeZip } from "../../src/demo/containers.ts";
import { CAMPAIGN_DOMAIN, campaign, loneMails } from "./campaign.ts";
import { correspondence } from "./correspondence.ts";
import { homeNotes, lookAlikes } from "./look-alikes.ts";
import type { OfficeMail } from "./mail.ts";
import { newsletters } from "./newsletters.ts";
import { oddMails } from "./oddities.ts";
import { outlets } from "./outlets.ts";
import { type OwnerKey, ownerKeys, owners } from "./people.ts";

export interface OfficeFile {
  /** Relative, `/` between levels. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Addresses of the five people of the office and of one personal account, lower case. */
export const officeOwners: readonly string[] = ownerKeys.map((key) => owners[key].address);

export interface PlantedMessage {
  readonly messageId: string;
  /** Address. */
  readonly reader: string;
  readonly opened: boolean;
  readonly wave: 1 | 2 | 3;
  /** As it stands in the loads of this copy. */
  readonly token: string;
  /** The same for the copies of one lure. */
  readonly article: string;
}

export interface OfficeTruth {
  /** All messages in all containers, further copies of the same bytes included. */
  readonly messages: number;
  /** Messages whose bytes lie there a second time. */
  readonly duplicates: number;
  readonly campaign: {
    readonly senderDomain: string;
    readonly messages: readonly PlantedMessage[];
    /** Mail by which a reader passed a planted message on. */
    readonly forwards: readonly { readonly messageId: string; readonly forwards: string }[];
  };
  /** Hostile mail outside the campaign. */
  readonly lone: readonly { readonly messageId: string; readonly reader: string; readonly vector: string }[];
  readonly commercialSenders: readonly {
    readonly domain: string;
    readonly service: string;
    readonly messages: number;
  }[];
  /** Message-IDs by class of threat-facts 5. */
  readonly lookAlikes: ReadonlyMap<string, readonly string[]>;
  /** Mail that is broken and harmless. */
  readonly oddities: readonly { readonly messageId: string; readonly oddity: string }[];
}

/** In date order, then in a fixed order: what lies in the mailboxes, each message once. */
export function officeMails(): readonly OfficeMail[] {
  const all = [
    ...correspondence(),
    ...newsletters(),
    ...lookAlikes(),
    ...homeNotes(),
    ...oddMails(),
    ...campaign(),
    ...loneMails(),
  ];
  return all.sort((a, b) => a.at - b.at);
}

/** The files of the sample, in a fixed order. */
export function* officeMailbox(): Iterable<OfficeFile> {
  const mails = Map.groupBy(officeMails(), (mail) => mail.owner);
  const of = (owner: OwnerKey): readonly OfficeMail[] => mails.get(owner) ?? [];
  yield { path: "README.txt", bytes: toBytes(README) };
  yield { path: "adviser.zip", bytes: adviserZip(of("adviser")) };
  yield { path: "chief-of-staff.mbox", bytes: mbox(of("chief")) };
  yield* maildir("member", of("member"));
  yield { path: "member-personal.mbox", bytes: mbox(of("personal")) };
  yield { path: "press/press-2016-2021.mbox.gz", bytes: gzip(mbox(of("press"))) };
  yield* folderByYear("scheduler", of("scheduler"));
}

function mbox(mails: readonly OfficeMail[]): Uint8Array {
  return toBytes(writeMbox(mails.map(withStatus)));
}

/** Maildir++: the inbox in `cur/` and `new/`, each further folder in a dotted directory of its own. */
function* maildir(root: string, mails: readonly OfficeMail[]): Iterable<OfficeFile> {
  for (const [index, mail] of mails.entries()) {
    const folder = mail.folder === "Inbox" ? root : `${root}/.${mail.folder.replaceAll("/", ".")}`;
    yield { path: `${folder}/${maildirName(mail, index)}`, bytes: toBytes(mail.octets) };
  }
}

function adviserZip(mails: readonly OfficeMail[]): Uint8Array {
  const folders = Map.groupBy(mails, (mail) => mail.folder);
  const names = [...folders.keys()].sort();
  return writeZip(names.map((name) => ({ name: `adviser/${name}.mbox`, bytes: mbox(folders.get(name) ?? []) })));
}

/** How many invitations also lie in the folder of things to do. */
const DUPLICATES = 3;

/** Files of one message each, lines end in CRLF: `scheduler/<year>/<folder>/<day>-<number>.eml`. */
function* folderByYear(root: string, mails: readonly OfficeMail[]): Iterable<OfficeFile> {
  let invitations = 0;
  for (const [index, mail] of mails.entries()) {
    const day = new Date(mail.at).toISOString().slice(0, 10);
    const name = `${day}-${String(index).padStart(4, "0")}.eml`;
    const year = `${root}/${day.slice(0, 4)}`;
    const bytes = toBytes(mail.octets.replaceAll("\n", "\r\n"));
    yield { path: `${year}/${mail.folder.toLowerCase()}/${name}`, bytes };
    if (mail.folder !== "Invitations") continue;
    invitations += 1;
    if (invitations <= DUPLICATES) yield { path: `${year}/to-do/${name}`, bytes };
  }
}

/** What a scan of them must find, and what it must leave alone. */
export function officeTruth(): OfficeTruth {
  const mails = officeMails();
  return {
    messages: mails.length + DUPLICATES,
    duplicates: DUPLICATES,
    campaign: {
      senderDomain: CAMPAIGN_DOMAIN,
      messages: mails.flatMap(planted),
      forwards: mails.flatMap(({ messageId, purpose, folder }) =>
        purpose.kind === "campaign-forward" && folder === "Inbox" ? [{ messageId, forwards: purpose.forwards }] : [],
      ),
    },
    lone: mails.flatMap(({ messageId, owner, purpose }) =>
      purpose.kind === "lone" ? [{ messageId, reader: owners[owner].address, vector: purpose.vector }] : [],
    ),
    commercialSenders: commercialSenders(mails),
    lookAlikes: lookAlikeIds(mails),
    oddities: mails.flatMap(({ messageId, purpose }) =>
      purpose.kind === "odd" ? [{ messageId, oddity: purpose.oddity }] : [],
    ),
  };
}

function planted({ messageId, owner, flags, purpose }: OfficeMail): readonly PlantedMessage[] {
  if (purpose.kind !== "campaign") return [];
  const { wave, token, article } = purpose;
  return [{ messageId, reader: owners[owner].address, opened: flags.includes("seen"), wave, token, article }];
}

function commercialSenders(mails: readonly OfficeMail[]): OfficeTruth["commercialSenders"] {
  return outlets.map((outlet) => {
    const messages = mails.filter(
      ({ purpose }) => purpose.kind === "commercial" && purpose.domain === outlet.domain,
    ).length;
    assert(messages > 0, `no mail of ${outlet.domain}`);
    return { domain: outlet.domain, service: outlet.service.name, messages };
  });
}

function lookAlikeIds(mails: readonly OfficeMail[]): ReadonlyMap<string, readonly string[]> {
  const byClass = new Map<string, string[]>();
  for (const { messageId, purpose } of mails) {
    const id = purpose.kind === "commercial" ? purpose.lookAlike : purpose.kind === "look-alike" ? purpose.id : "";
    if (id === "") continue;
    const known = byClass.get(id);
    if (known === undefined) byClass.set(id, [messageId]);
    else if (!known.includes(messageId)) known.push(messageId);
  }
  return byClass;
}

const README = `A SAMPLE MAILBOX

All of this is invented: the people, the office, the newspapers, the firms and every letter. Names end in domains that
are reserved for examples and network addresses come from blocks reserved for documentation, so nothing in here can
reach anybody.

It holds six years of mail (2016 to 2021) of a small parliamentary office, in the forms in which mail is handed over:

  member/                        a Maildir, with flags in the file names
  member-personal.mbox           the member's personal account, searched with her consent
  chief-of-staff.mbox            an mbox file
  press/press-2016-2021.mbox.gz  an mbox file, packed
  scheduler/                     one file a message, by year
  adviser.zip                    mbox files in a zip archive

One covert tracking campaign lies among newsletters, letters, meetings and bounces.
`;
