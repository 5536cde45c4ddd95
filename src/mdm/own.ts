/** What Letterlock itself found out about a message, under `letterlock`: from its record, and what only comparing all mail tells. */

import type { EpochMs } from "../base/brand.ts";
import type { LoadRecord, MessageRecord, TokenRecord } from "../case/record.ts";
import { Undetermined, type Value } from "../mql/value.ts";
import { maker } from "./model-object.ts";
import { parseUrl, urlObject } from "./urls.ts";

export type OwnRecord = Pick<
  MessageRecord,
  "loads" | "loadCount" | "flags" | "problems" | "status" | "claims" | "content"
>;

/** Known when all mail was read. */
export interface Compared {
  readonly trackingClass: "none" | "commercial" | "unexplained" | "covert";
  readonly isProven: boolean;
  readonly copies: number;
  readonly copyReaders: number;
  readonly earlier: number;
  readonly earlierDays: number;
  readonly isWrittenTo: boolean;
  readonly firstSeen: EpochMs | null;
  readonly lastSeen: EpochMs | null;
}

export interface OwnFacts {
  readonly record: OwnRecord;
  /** Null while messages are read one by one. */
  readonly compared: Compared | null;
}

const LATER = new Undetermined(["later"]);

const tokenObject = maker<"Token", TokenRecord>("Token", {
  kind: ({ kind }) => kind,
  value: ({ value }) => value,
  detail: ({ detail }) => detail,
  address: ({ address }) => address,
});

const loadObject = maker<"Load", LoadRecord>("Load", {
  vector: ({ vector }) => vector,
  url: ({ resolved, url }) => urlObject(parseUrl(resolved === "" ? url : resolved, null)),
  host: ({ host }) => host,
  domain: ({ domain }) => domain,
  hidden: ({ hidden }) => hidden,
  why: ({ why }) => why,
  fires: ({ fires }) => fires,
  view: ({ view }) => view,
  token: ({ token }) => tokenObject(token),
});

const trackingObject = maker<"Tracking", Compared>("Tracking", {
  class: ({ trackingClass }) => trackingClass,
  proven: ({ isProven }) => isProven,
});

const copiesObject = maker<"Copies", Compared>("Copies", {
  count: ({ copies }) => copies,
  readers: ({ copyReaders }) => copyReaders,
});

const historyObject = maker<"OwnHistory", Compared>("OwnHistory", {
  messages: ({ earlier }) => earlier,
  days: ({ earlierDays }) => earlierDays,
  written_to: ({ isWrittenTo }) => isWrittenTo,
  first_seen: ({ firstSeen }) => firstSeen,
  last_seen: ({ lastSeen }) => lastSeen,
});

/** An object of what comparing told; undetermined until then. */
function later(make: (compared: Compared) => Value): (facts: OwnFacts) => Value {
  return ({ compared }) => (compared === null ? LATER : make(compared));
}

export const ownObject = maker<"Letterlock", OwnFacts>("Letterlock", {
  loads: ({ record }) => record.loads.map(loadObject),
  load_count: ({ record }) => record.loadCount,
  anomalies: ({ record }) => record.flags,
  problems: ({ record }) => [...new Set(record.problems.map(({ code }) => code))].sort(),
  is_partial: ({ record }) => record.status !== "ok",
  receipts: ({ record }) => record.loads.filter(({ fires }) => fires === "receipt").map(loadObject),
  signing_domains: ({ record }) => record.claims.dkimDomains,
  senders_shown: ({ record }) => [
    ...new Set(
      [...record.claims.from, ...record.claims.otherFroms]
        .map(({ address }) => address)
        .filter((address) => address !== ""),
    ),
  ],
  news_persona: ({ record }) => record.content.newsPersona,
  text_print: ({ record }) => (record.content.textPrint === "" ? null : record.content.textPrint),
  tracking: later(trackingObject),
  copies: later(copiesObject),
  history: later(historyObject),
});
