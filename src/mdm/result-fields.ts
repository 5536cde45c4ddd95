/**
 * Which of the fields about authentication counts, in a hop and for the message (mdm.md, 4.5). Anybody can write such a field below the
 * first relay that is trusted, so for the message the newest one counts that the reader's own server signed with its name. Only where
 * there is none, and nobody named the own servers, the newest of all: the lowest, which the vendor takes, is the one that a sender writes. Pure and total.
 */
import { fieldText } from "../mail/headers.ts";
import { receivedLine } from "../mail/received.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import type { HopFacts } from "./hop-fields.ts";
import { parseReceivedSpf, parseResultField, type ResultClause, type ResultField } from "./result-clauses.ts";

export interface AuthField extends ResultField {
  /** What field it is: `standard`, `arc` … */
  readonly type: string;
}

/** By how much they say of this very delivery: the plain one first. */
const FIELDS: readonly (readonly [key: string, type: string])[] = [
  ["authentication-results", "standard"],
  ["x-original-authentication-results", "x-original"],
  ["authentication-results-original", "original"],
  ["x-ms-exchange-authentication-results", "x-ms-exchange"],
  ["x-ms-exchange-organization-authentication-results", "x-ms-exchange"],
  ["x-agari-authentication-results", "x-agari"],
  ["arc-authentication-results", "arc"],
];

/** The fields of a hop, the best first. */
export function authFields({ message, fields }: Pick<HopFacts, "message" | "fields">): readonly AuthField[] {
  return FIELDS.flatMap(([key, type]) =>
    fields
      .filter(({ field }) => field.key === key)
      .map(({ field }) => ({ ...parseResultField(fieldText(message.bytes, field)), type })),
  );
}

export function bestAuthField(hop: HopFacts): AuthField | null {
  const fields = authFields(hop);
  return fields.find(({ clauses }) => clauses.length > 0) ?? fields[0] ?? null;
}

export function receivedSpfOf({ message, fields }: HopFacts): ResultClause | null {
  for (const { field } of fields) {
    const clause = field.key === "received-spf" ? parseReceivedSpf(fieldText(message.bytes, field)) : null;
    if (clause !== null) return clause;
  }
  return null;
}

export interface Summed {
  readonly clause: ResultClause;
  /** Index of the hop. */
  readonly hop: number;
}

/** The one result of a method for the message; null where nobody wrote one that counts. `hops`: from the sender's side; `servers`: as `Knowledge.servers`. */
export function summaryOf(
  method: "spf" | "dmarc",
  hops: readonly HopFacts[],
  servers: readonly string[],
): Summed | null {
  const own = servers.length > 0 ? servers : [receiverOf(hops)].filter((name) => name !== "");
  return trusted(method, hops, own) ?? (servers.length > 0 ? null : newest(method, from(hops, own)));
}

/** The hops that came after the own server wrote: what stands below its word was there before it. All, where it wrote none. */
function from(hops: readonly HopFacts[], own: readonly string[]): readonly HopFacts[] {
  const newestOwn = hops.findLastIndex((hop) =>
    authFields(hop).some((field) => own.some((name) => isOwn(field, name))),
  );
  return hops.slice(Math.max(0, newestOwn));
}

/** The server that wrote the newest `Received`; empty where none did. */
function receiverOf(hops: readonly HopFacts[]): string {
  const newest = hops.at(-1);
  if (newest === undefined || newest.received === null) return "";
  return receivedLine(newest.message, newest.received).by;
}

function trusted(method: string, hops: readonly HopFacts[], own: readonly string[]): Summed | null {
  if (own.length === 0) return null;
  for (const hop of [...hops].reverse()) {
    for (const field of authFields(hop)) {
      const clause = own.some((name) => isOwn(field, name))
        ? field.clauses.find((one) => one.method === method)
        : undefined;
      if (clause !== undefined) return { clause, hop: hop.index };
    }
  }
  return null;
}

/** Exchange Online writes no name, and takes away what others wrote in this field. */
const MICROSOFT = /(?:^|\.)(?:outlook\.com|office365\.us|partner\.outlook\.cn)$/;

function isOwn({ server, type }: AuthField, own: string): boolean {
  if (server === "") return type === "standard" && MICROSOFT.test(own);
  return server === own || registrableDomain(server) === registrableDomain(own);
}

function newest(method: "spf" | "dmarc", hops: readonly HopFacts[]): Summed | null {
  for (const hop of [...hops].reverse()) {
    const written = authFields(hop).flatMap(({ clauses }) => clauses.filter((one) => one.method === method))[0];
    const clause = written ?? (method === "spf" ? receivedSpfOf(hop) : null);
    if (clause !== null && clause !== undefined) return { clause, hop: hop.index };
  }
  return null;
}
