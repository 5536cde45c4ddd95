/** What Letterlock itself found out about a message, under `letterlock`: from its record, and what only comparing all mail tells. */

import type { LoadRecord, MessageRecord, TokenRecord } from "../case/record.ts";
import { Undetermined, type Value } from "../mql/value.ts";
import { ModelObject, maker } from "./model-object.ts";
import type { SignFacts } from "./signs/facts.ts";
import { signFields } from "./signs/fields.ts";
import { parseUrl, urlObject } from "./urls.ts";

export type OwnRecord = Pick<
  MessageRecord,
  "loads" | "loadCount" | "flags" | "problems" | "status" | "claims" | "content" | "auth" | "to" | "cc" | "deliveredTo"
>;

const LATER = new Undetermined(["later"]);

export const tokenObject = maker<"Token", TokenRecord>("Token", {
  kind: ({ kind }) => kind,
  value: ({ value }) => value,
  detail: ({ detail }) => detail,
  address: ({ address }) => address,
});

/** The fields of a load that the message alone answers. */
export const loadFields = {
  vector: ({ vector }: LoadRecord) => vector,
  url: ({ resolved, url }: LoadRecord) => urlObject(parseUrl(resolved === "" ? url : resolved, null)),
  host: ({ host }: LoadRecord) => host,
  domain: ({ domain }: LoadRecord) => domain,
  hidden: ({ hidden }: LoadRecord) => hidden,
  why: ({ why }: LoadRecord) => why,
  fires: ({ fires }: LoadRecord) => fires,
  view: ({ view }: LoadRecord) => view,
  token: ({ token }: LoadRecord) => tokenObject(token),
  resolved: ({ resolved }: LoadRecord) => resolved,
  is_inside: ({ host }: LoadRecord) => isInside(host),
} as const;

const loadObject = maker<"Load", LoadRecord>("Load", {
  ...loadFields,
  tracks: () => LATER,
  is_personal: () => LATER,
  said: () => LATER,
  open_question: () => LATER,
});

/** The loads among values that a rule gave; others are left out. */
export function loadsOf(values: readonly Value[]): readonly LoadRecord[] {
  return values.flatMap((value) =>
    value instanceof ModelObject && value.type === "Load" ? [value.facts as LoadRecord] : [],
  );
}

/** A server's name without dots, or what nobody outside reaches. */
export function isInside(host: string): boolean {
  return !/[.:]/.test(host) || INSIDE.test(host);
}

/** Names and addresses of networks that nobody outside reaches (RFC 1918, 3927, 4193, 6762, 8375; names in common use). */
const INSIDE =
  /(?:^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|\.(?:local|localdomain|lan|internal|intra|intranet|corp|home|home\.arpa))$|^\[?(?:::1|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

/** The fields that the record alone answers: judging answers them in the same way. */
export const recordFields = {
  loads: (record: OwnRecord) => record.loads.map(loadObject),
  load_count: (record: OwnRecord) => record.loadCount,
  anomalies: (record: OwnRecord) => record.flags,
  problems: (record: OwnRecord) => [...new Set(record.problems.map(({ code }) => code))].sort(),
  is_partial: (record: OwnRecord) => record.status !== "ok",
  receipts: (record: OwnRecord) => record.loads.filter(({ fires }) => fires === "receipt").map(loadObject),
  signing_domains: (record: OwnRecord) => record.claims.dkimDomains,
  senders_shown: (record: OwnRecord) => [
    ...new Set(
      [...record.claims.from, ...record.claims.otherFroms]
        .map(({ address }) => address)
        .filter((address) => address !== ""),
    ),
  ],
  news_persona: (record: OwnRecord) => record.content.newsPersona,
  text_print: (record: OwnRecord) => (record.content.textPrint === "" ? null : record.content.textPrint),
  offers_exit: ({ claims, content }: OwnRecord) => claims.listUnsubscribe.length > 0 || content.unsubscribeLink,
  is_answer: ({ claims }: OwnRecord) => claims.isReply,
  list_id: ({ claims }: OwnRecord) => (claims.listId === "" ? null : claims.listId),
} as const;

/** A record, and with it the message where that lies here. */
export interface OwnFacts {
  readonly record: OwnRecord;
  readonly signs: SignFacts | null;
}

const NOT_STORED = new Undetermined(["not-stored"]);

const ofRecord =
  <T>(read: (record: OwnRecord) => T) =>
  ({ record }: OwnFacts): T =>
    read(record);

const ofSigns =
  <T>(read: (signs: SignFacts) => T) =>
  ({ signs }: OwnFacts): T | Undetermined =>
    signs === null ? NOT_STORED : read(signs);

/** Of one message by itself: what only comparing all mail tells is undetermined. */
export const ownObject = maker<"Letterlock", OwnFacts>("Letterlock", {
  loads: ofRecord(recordFields.loads),
  load_count: ofRecord(recordFields.load_count),
  anomalies: ofRecord(recordFields.anomalies),
  problems: ofRecord(recordFields.problems),
  is_partial: ofRecord(recordFields.is_partial),
  receipts: ofRecord(recordFields.receipts),
  signing_domains: ofRecord(recordFields.signing_domains),
  senders_shown: ofRecord(recordFields.senders_shown),
  news_persona: ofRecord(recordFields.news_persona),
  text_print: ofRecord(recordFields.text_print),
  offers_exit: ofRecord(recordFields.offers_exit),
  is_answer: ofRecord(recordFields.is_answer),
  list_id: ofRecord(recordFields.list_id),
  tracking: () => LATER,
  copies: () => LATER,
  history: () => LATER,
  source: () => LATER,
  account: () => LATER,
  notice: () => LATER,
  bounces: () => LATER,
  impersonation: ofSigns(signFields.impersonation),
  lures: ofSigns(signFields.lures),
  divergence: ofSigns(signFields.divergence),
  sender_shapes: ofSigns(signFields.sender_shapes),
  results: ofSigns(signFields.results),
  links: ofSigns(signFields.links),
  is_foreign: ofSigns(signFields.is_foreign),
  link_domains: ofSigns(signFields.link_domains),
  forms: ofSigns(signFields.forms),
  picture: ofSigns(signFields.picture),
  hidden_words: ofSigns(signFields.hidden_words),
  is_list: ofSigns(signFields.is_list),
  is_report: ofSigns(signFields.is_report),
});
