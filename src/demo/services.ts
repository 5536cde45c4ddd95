/**
 * Invented bulk-mail services, with their habits: the commercial tracking that must not be taken for a campaign (threat-facts 5, LK-01
 * to LK-03).
 */
import { createHash } from "node:crypto";
import { BASE62, createRandom, HEX } from "./random.ts";

/** One copy of one issue. */
export interface Mailing {
  /** The sender's account at the service. */
  readonly account: string;
  readonly issue: string;
  /** Lower-case address of the reader. */
  readonly reader: string;
  /** The sender's own domain. */
  readonly domain: string;
}

export interface Service {
  readonly name: string;
  /** Domain that signs, sends and takes bounces; the sender's own when it runs its mail itself. */
  readonly domain: (mailing: Mailing) => string;
  readonly pixel: (mailing: Mailing) => string;
  readonly click: (mailing: Mailing, target: string) => string;
  /** The service's own extension fields. */
  readonly headers: (mailing: Mailing) => readonly (readonly [name: string, value: string])[];
  /** Attributes of the pixel element, as this service writes them. */
  readonly pixelMarkup: string;
}

/** The value that names a reader within one account: opaque, and the same in every issue. */
export function readerToken(account: string, reader: string, length = 22): string {
  return createRandom(`reader/${account}/${reader}`).text(length, BASE62);
}

function opaque(label: string, length: number, alphabet = HEX): string {
  return createRandom(`opaque/${label}`).text(length, alphabet);
}

const mailwing: Service = {
  name: "Mailwing",
  domain: () => "mailwing.example",
  pixel: ({ account, issue, reader }) =>
    `https://track.mailwing.example/o/${opaque(`${account}/${issue}`, 10)}/${readerToken(account, reader)}.gif`,
  click: ({ account, issue, reader }, target) =>
    `https://click.mailwing.example/c/${opaque(`${account}/${issue}`, 10)}/${readerToken(account, reader)}/${opaque(target, 12)}`,
  headers: ({ account, issue }) => [
    ["X-Mailwing-Account", account],
    ["X-Mailwing-Campaign", opaque(`${account}/${issue}`, 10)],
    ["Feedback-ID", `${opaque(`${account}/${issue}`, 10)}:${account}:mailwing`],
    ["X-Mailer", "Mailwing Courier 3"],
  ],
  pixelMarkup: 'width="1" height="1" alt="" border="0"',
};

const postrelay: Service = {
  name: "Postrelay",
  domain: () => "postrelay.example",
  pixel: ({ account, issue, reader }) =>
    `https://open.postrelay.example/wf/open?a=${account}&m=${opaque(`${account}/${issue}`, 8)}&u=${readerToken(account, reader, 32)}`,
  click: ({ account, issue, reader }, target) =>
    `https://open.postrelay.example/wf/click?a=${account}&m=${opaque(`${account}/${issue}`, 8)}&u=${readerToken(account, reader, 32)}&t=${opaque(target, 10)}`,
  headers: ({ account, issue, reader }) => [
    ["X-PR-EID", `${readerToken(account, reader, 32)}.${opaque(`${account}/${issue}`, 8)}`],
    ["X-PR-Account", account],
    ["Feedback-ID", `${account}:${opaque(`${account}/${issue}`, 8)}:postrelay`],
  ],
  pixelMarkup: 'width="1" height="1" style="height:1px!important;width:1px!important;border-width:0" alt=""',
};

const lettercast: Service = {
  name: "Lettercast",
  domain: () => "lettercast.example",
  pixel: ({ account, issue, reader }) =>
    `https://px.lettercast.example/beacon/${account}/${opaque(`${account}/${issue}`, 16)}/${readerToken(account, reader, 24)}/p.png`,
  click: ({ account, reader }, target) =>
    `https://go.lettercast.example/${account}/${readerToken(account, reader, 24)}/${opaque(target, 10)}`,
  headers: ({ account, issue }) => [
    ["X-LC-Info", `acct=${account}; job=${opaque(`${account}/${issue}`, 16)}`],
    ["X-LC-Stream", "newsletter"],
    ["Feedback-ID", `lc:${account}:newsletter`],
  ],
  pixelMarkup: 'width="1" height="1" style="display:block" alt=""',
};

/** Advocacy platform (LK-02): puts an MD5 of the address beside its own id, as some real ones do (TF-123). */
const rallypoint: Service = {
  name: "Rallypoint",
  domain: () => "rallypoint.example",
  pixel: ({ account, issue, reader }) =>
    `https://act.rallypoint.example/px/${account}/${opaque(`${account}/${issue}`, 6)}?s=${createHash("md5").update(reader).digest("hex")}`,
  click: ({ account, reader }, target) =>
    `https://act.rallypoint.example/go/${account}/${opaque(target, 8)}?s=${createHash("md5").update(reader).digest("hex")}`,
  headers: ({ account, issue }) => [
    ["X-Rallypoint-Org", account],
    ["X-Rallypoint-Blast", opaque(`${account}/${issue}`, 6)],
    ["Precedence", "bulk"],
  ],
  pixelMarkup: 'width="1" height="1" alt=""',
};

/** Senders that run their mail themselves and track first-party. */
const ownServers: Service = {
  name: "own servers",
  domain: ({ domain }) => domain,
  pixel: ({ domain, issue, account, reader }) =>
    `https://px.${domain}/b/${opaque(`${account}/${issue}`, 8)}?r=${readerToken(account, reader, 20)}`,
  click: ({ domain, account, reader }, target) =>
    `https://links.${domain}/${opaque(target, 9)}?r=${readerToken(account, reader, 20)}`,
  headers: ({ account, issue }) => [
    ["X-Campaign", `${account}-${issue}`],
    ["Precedence", "bulk"],
  ],
  pixelMarkup: 'width="1" height="1" style="opacity:0" alt=""',
};

export const services = { mailwing, postrelay, lettercast, rallypoint, ownServers } as const;
