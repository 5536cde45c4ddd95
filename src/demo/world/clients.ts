/** What programs do with remote images, by account domain and date: dated data, written out as `clients.csv` (threat-facts 3). */
import { domainOf } from "../office.ts";
import { OFFICE_DOMAIN } from "./people.ts";

/** `direct`: loads when shown · `blocked`: only when the reader allows it · `proxied`: through the provider, when opened · `preloaded`: through relays, at delivery. */
export type Behaviour = "direct" | "blocked" | "proxied" | "preloaded";

export interface ClientRow {
  readonly domain: string;
  readonly since: number;
  readonly behaviour: Behaviour;
}

/** Of each domain in date order. */
export const clients: readonly ClientRow[] = [
  { domain: OFFICE_DOMAIN, since: Date.UTC(2014, 0, 1), behaviour: "direct" },
  { domain: OFFICE_DOMAIN, since: Date.UTC(2018, 4, 1), behaviour: "blocked" },
  { domain: "webpost.example", since: Date.UTC(2014, 0, 1), behaviour: "proxied" },
  { domain: "mail.example", since: Date.UTC(2014, 0, 1), behaviour: "direct" },
  { domain: "mail.example", since: Date.UTC(2019, 2, 1), behaviour: "proxied" },
  { domain: "orchardmail.example", since: Date.UTC(2014, 0, 1), behaviour: "direct" },
  { domain: "orchardmail.example", since: Date.UTC(2021, 8, 20), behaviour: "preloaded" },
];

export function behaviourOf(address: string, at: number): Behaviour {
  const domain = domainOf(address);
  return clients.findLast((row) => row.domain === domain && row.since <= at)?.behaviour ?? "direct";
}

/** From when on the organisation's logs were kept. */
export const PROXY_LOG_SINCE = Date.UTC(2017, 0, 1);
export const DNS_LOG_SINCE = Date.UTC(2020, 0, 1);
/** From when on the mail gateway opens what a mail loads, within a minute of arrival (EX-04): seen in logs, read by nobody. */
export const GATEWAY_SINCE = Date.UTC(2021, 5, 1);
export const MAIL_LOG_SINCE = Date.UTC(2021, 0, 1);
