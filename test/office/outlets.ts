/**
 * Senders that use bulk-mail services, with their habits over six years: the commercial tracking that must not be taken for
 * the campaign (threat-facts 5, LK-01 to LK-03).
 */
import { type Service, services } from "../../src/demo/services.ts";
import type { OwnerKey } from "./people.ts";

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
