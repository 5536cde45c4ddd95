/**
 * Invented bulk-mail services and the senders that use them, with their habits over six years: the commercial tracking
 * that must not be taken for the campaign (threat-facts 5, LK-01 to LK-03).
 */
import { createHash } from "node:crypto";
import type { OwnerKey } from "./people.ts";
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

export interface Outlet {
  readonly name: string;
  readonly domain: string;
  /** Local part of From. */
  readonly from: string;
  readonly title: string;
  /** Which articles it prints (articles.ts). */
  readonly theme: "news" | "policy" | "shop" | "outdoor" | "advocacy" | "german";
  readonly service: Service;
  readonly account: string;
  readonly readers: readonly OwnerKey[];
  readonly everyDays: number;
  /** Days after 2016-01-01 of the first issue. */
  readonly firstDay: number;
  /** UTC hour of sending. */
  readonly hour: number;
  readonly colour: string;
  readonly post: string;
  /** Text of the link that ends the subscription. */
  readonly unsubscribe: string;
  /** Threat-facts class. */
  readonly lookAlike: "LK-01" | "LK-02" | "LK-03";
}

export const outlets: readonly Outlet[] = [
  {
    name: "The Harbour Courier",
    domain: "harbourcourier.example",
    from: "briefing",
    title: "The Harbour Briefing",
    theme: "news",
    service: services.mailwing,
    account: "mw20418",
    readers: ["press", "chief", "member"],
    everyDays: 35,
    firstDay: 4,
    hour: 5,
    colour: "#17406d",
    post: "The Harbour Courier, 14 Custom House Quay, Port Calder",
    unsubscribe: "Unsubscribe from this briefing",
    lookAlike: "LK-03",
  },
  {
    name: "Meridian Observer",
    domain: "meridian-observer.example",
    from: "newsletters",
    title: "Meridian Morning",
    theme: "news",
    service: services.postrelay,
    account: "77120",
    readers: ["press", "adviser", "member"],
    everyDays: 42,
    firstDay: 9,
    hour: 6,
    colour: "#7a1f1f",
    post: "Meridian Observer, 3 Printers' Yard, Northgate",
    unsubscribe: "unsubscribe",
    lookAlike: "LK-03",
  },
  {
    name: "Evening Ledger",
    domain: "eveningledger.example",
    from: "ledger",
    title: "Ledger at Six",
    theme: "news",
    service: services.lettercast,
    account: "ledger-six",
    readers: ["press"],
    everyDays: 28,
    firstDay: 15,
    hour: 17,
    colour: "#2f2f2f",
    post: "Evening Ledger, 88 Exchange Street, Saltgate",
    unsubscribe: "Stop receiving this mail",
    lookAlike: "LK-03",
  },
  {
    name: "Capital Wire",
    domain: "capitalwire.example",
    from: "wire",
    title: "Capital Wire: the week ahead",
    theme: "news",
    service: services.ownServers,
    account: "week-ahead",
    readers: ["press", "scheduler"],
    everyDays: 35,
    firstDay: 3,
    hour: 16,
    colour: "#0b5d4b",
    post: "Capital Wire, Tower 2, Assembly Square, Northgate",
    unsubscribe: "Unsubscribe",
    lookAlike: "LK-03",
  },
  {
    name: "Der Hafenbote",
    domain: "hafenbote.example",
    from: "newsletter",
    title: "Der Hafenbote am Freitag",
    theme: "german",
    service: services.lettercast,
    account: "hafenbote",
    readers: ["press"],
    everyDays: 63,
    firstDay: 21,
    hour: 9,
    colour: "#005f73",
    post: "Der Hafenbote, Speicherstraße 5, Südhafen",
    unsubscribe: "Newsletter abbestellen",
    lookAlike: "LK-03",
  },
  {
    name: "Policy Lantern",
    domain: "policylantern.example",
    from: "lantern",
    title: "Lantern Notes",
    theme: "policy",
    service: services.mailwing,
    account: "mw11907",
    readers: ["adviser", "chief"],
    everyDays: 35,
    firstDay: 12,
    hour: 8,
    colour: "#6b4e00",
    post: "Policy Lantern, 2 College Row, Northgate",
    unsubscribe: "unsubscribe from this list",
    lookAlike: "LK-01",
  },
  {
    name: "Northgate Review of Trade",
    domain: "northgatereview.example",
    from: "review",
    title: "Northgate Review, new issue",
    theme: "policy",
    service: services.postrelay,
    account: "80331",
    readers: ["adviser", "member"],
    everyDays: 70,
    firstDay: 33,
    hour: 10,
    colour: "#34346b",
    post: "Northgate Review, Old Mint Building, Northgate",
    unsubscribe: "Unsubscribe",
    lookAlike: "LK-01",
  },
  {
    name: "Kettle & Loom",
    domain: "kettleandloom.example",
    from: "hello",
    title: "Kettle & Loom",
    theme: "shop",
    service: services.mailwing,
    account: "mw30552",
    readers: ["personal"],
    everyDays: 42,
    firstDay: 18,
    hour: 11,
    colour: "#a34a28",
    post: "Kettle & Loom, 21 Ropewalk, Port Calder",
    unsubscribe: "Unsubscribe",
    lookAlike: "LK-01",
  },
  {
    name: "Tern & Tide",
    domain: "ternandtide.example",
    from: "post",
    title: "Tern & Tide",
    theme: "outdoor",
    service: services.ownServers,
    account: "tt-post",
    readers: ["personal", "scheduler"],
    everyDays: 56,
    firstDay: 40,
    hour: 12,
    colour: "#1d6fa5",
    post: "Tern & Tide, The Boathouse, Eastmere",
    unsubscribe: "Leave this mailing list",
    lookAlike: "LK-01",
  },
  {
    name: "Clean Rivers Now",
    domain: "cleanrivers.example",
    from: "action",
    title: "Clean Rivers Now",
    theme: "advocacy",
    service: services.rallypoint,
    account: "cleanrivers",
    readers: ["member", "personal"],
    everyDays: 49,
    firstDay: 26,
    hour: 14,
    colour: "#226b2a",
    post: "Clean Rivers Now, 40 Weir Lane, Tarn Bridge",
    unsubscribe: "Unsubscribe from our mails",
    lookAlike: "LK-02",
  },
];
