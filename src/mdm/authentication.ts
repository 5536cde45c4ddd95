/**
 * Results of SPF, DKIM and DMARC as rules read them (mdm.md, 4.5). Null where nobody wrote a result, which is not the same as false:
 * `not …pass` must not fire on mail that carries none. Pure and total.
 */
import { domainOf } from "./domains.ts";
import type { HopFacts } from "./hop-fields.ts";
import { ipOf } from "./ips.ts";
import { maker } from "./model-object.ts";
import { propertiesOf, type ResultClause } from "./result-clauses.ts";
import { type AuthField, type Summed, summaryOf } from "./result-fields.ts";
import { signatureObject } from "./signatures.ts";

export const spfObject = maker<"SPF", ResultClause>("SPF", {
  client_ip: ({ properties, comment }) => ipOf(properties.get("client-ip") ?? addressIn(comment)),
  description: ({ comment }) => (comment === "" ? null : comment),
  designator: (clause) => designatorOf(clause),
  helo: ({ properties }) => domainOf(properties.get("smtp.helo") ?? properties.get("helo") ?? ""),
  server: ({ properties, comment }) => domainOf(properties.get("receiver") ?? /^([\w.-]+):/.exec(comment)?.[1] ?? ""),
  verdict: ({ result }) => result,
});

/** `domain of ada@example.org designates 192.0.2.1 as permitted sender`. */
function addressIn(comment: string): string {
  return /\b(?:designates?|designate)\s+\(?([0-9a-f.:]{2,45})\)?/i.exec(comment)?.[1] ?? "";
}

const MAIL_FROM: readonly string[] = ["smtp.mailfrom", "smtp.mail", "smtp.envelope-from", "envelope-from", "smtp.from"];

/** Whose record was used, in lower case. */
function designatorOf({ properties, comment }: ResultClause): string | null {
  const named = /\bdomain of\s+(?:transitioning\s+)?([^\s()]{1,320})/i.exec(comment)?.[1];
  const written = MAIL_FROM.map((name) => properties.get(name)).find((value) => value !== undefined && value !== "");
  const designator = (written ?? named ?? "").replace(/^[<"]+|[>",]+$/g, "");
  return designator === "" ? null : designator.toLowerCase();
}

const dmarcObject = maker<"DMARC", ResultClause>("DMARC", {
  action: (clause) => policyValue(clause, "action"),
  disposition: (clause) => policyValue(clause, "dis"),
  from: ({ properties }) => domainOf(domainIn(properties.get("header.from") ?? "")),
  policy: (clause) => policyValue(clause, "p"),
  sub_policy: (clause) => policyValue(clause, "sp"),
  verdict: ({ result }) => result,
  version: ({ comment }) => /^\d+$/.exec(comment)?.[0] ?? null,
});

/** Policies stand in comments (`(p=NONE sp=NONE dis=NONE)`), or as properties (`policy.dmarc=none`). Lower case. */
function policyValue({ properties, comment }: ResultClause, name: string): string | null {
  const value =
    properties.get(name) ??
    propertiesOf(comment.replaceAll(",", " ")).get(name) ??
    (name === "p" ? properties.get("policy.dmarc") : undefined);
  return value === undefined || value === "" ? null : value.toLowerCase();
}

function domainIn(value: string): string {
  return value.slice(value.lastIndexOf("@") + 1).replace(/^[<\s]+|[>\s,]+$/g, "");
}

const compAuthObject = maker<"CompAuth", ResultClause>("CompAuth", {
  reason: ({ properties }) => properties.get("reason") ?? null,
  verdict: ({ result }) => result,
});

export const authResultsObject = maker<"AuthResults", AuthField>("AuthResults", {
  compauth: (field) => compAuthObject(clauseOf(field, "compauth")),
  dkim: (field) => bestDkim(field),
  dkim_details: ({ clauses }) =>
    clauses.filter(({ method }) => method === "dkim").map((clause) => signatureObject(dkimClause(clause))),
  dmarc: (field) => clauseOf(field, "dmarc")?.result ?? null,
  dmarc_details: (field) => dmarcObject(clauseOf(field, "dmarc")),
  instance: ({ instance }) => (instance === "" ? null : instance),
  server: ({ server }) => domainOf(server),
  spf: (field) => clauseOf(field, "spf")?.result ?? null,
  spf_details: (field) => spfObject(clauseOf(field, "spf")),
  type: ({ type }) => type,
});

function clauseOf({ clauses }: AuthField, name: string): ResultClause | null {
  return clauses.find(({ method }) => method === name) ?? null;
}

/** Of several signatures one that holds is enough (RFC 6376 6.1). */
function bestDkim({ clauses }: AuthField): string | null {
  const results = clauses.filter(({ method }) => method === "dkim").map(({ result }) => result);
  return results.includes("pass") ? "pass" : (results[0] ?? null);
}

function dkimClause({ properties }: ResultClause): ReadonlyMap<string, string> {
  const identity = properties.get("header.i") ?? "";
  const tags = new Map<string, string>([["type", "dkim"]]);
  const domain = properties.get("header.d") ?? domainIn(identity);
  if (domain !== "") tags.set("d", domain);
  for (const [tag, name] of DKIM_PROPERTIES) {
    const value = properties.get(name);
    if (value !== undefined) tags.set(tag, value);
  }
  return tags;
}

const DKIM_PROPERTIES: readonly (readonly [tag: string, property: string])[] = [
  ["s", "header.s"],
  ["b", "header.b"],
  ["a", "header.a"],
];

const isError = ({ clause: { result } }: Summed): boolean => result === "temperror" || result === "permerror";
const passes = ({ clause: { result } }: Summed): boolean => result === "pass";

const dmarcSummaryObject = maker<"DMARCSummary", Summed>("DMARCSummary", {
  details: ({ clause }) => dmarcObject(clause),
  error: isError,
  pass: passes,
  received_hop: ({ hop }) => hop,
});

const spfSummaryObject = maker<"SPFSummary", Summed>("SPFSummary", {
  details: ({ clause }) => spfObject(clause),
  error: isError,
  pass: passes,
  received_hop: ({ hop }) => hop,
});

interface SummaryFacts {
  readonly hops: readonly HopFacts[];
  readonly servers: readonly string[];
}

export const authSummaryObject = maker<"AuthSummary", SummaryFacts>("AuthSummary", {
  dmarc: ({ hops, servers }) => dmarcSummaryObject(summaryOf("dmarc", hops, servers)),
  spf: ({ hops, servers }) => spfSummaryObject(summaryOf("spf", hops, servers)),
});
