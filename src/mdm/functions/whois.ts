/**
 * `network.whois` out of a file of registration dates that the user gave (mql.md, 9.7): nothing is ever asked of a register, which would tell
 * it whose mail names the domain. What the file does not say is undetermined.
 */
import type { EpochMs } from "../../base/brand.ts";
import type { Host, HostFunction } from "../../mql/types.ts";
import { Undetermined, type Value } from "../../mql/value.ts";
import { domainFacts } from "../domains.ts";
import { fieldOf, isMailHost } from "../host.ts";
import { valueObject } from "../model-object.ts";
import { define } from "./define.ts";

const WHOIS = new Undetermined(["whois"]);
const DAY_MS = 24 * 3_600_000;
/** Domains are registered by the year. */
const TERM_MS = 366 * DAY_MS;

export const whois: HostFunction = define({
  name: "network.whois",
  positional: [["domain", ["Domain", "string"]]],
  result: "Whois",
  meaning: "Registration of a domain, where a file of dates that the user gave has it.",
  call: (host, [domain = null]) => registered(host, domain),
});

function registered(host: Host, domain: Value): Value {
  const root = typeof domain === "string" ? domainFacts(domain).root : fieldOf(domain, "root_domain");
  if (root instanceof Undetermined) return root;
  if (typeof root !== "string" || root === "") return null;
  const known = isMailHost(host) ? (host.knowledge.given?.registration(root) ?? null) : null;
  const at = fieldOf(fieldOf(host.root, "_meta"), "effective_at");
  if (known === null || typeof at !== "number") return WHOIS;
  // Registered after the message, or asked more than a term before it: it may have been somebody else's then.
  if (known.created > at || (known.checked !== null && known.checked + TERM_MS < at)) return WHOIS;
  return valueObject(
    "Whois",
    {
      root_domain: root,
      found: true,
      created_at: known.created,
      checked_at: known.checked,
      days_old: daysBetween(known.created, at as EpochMs),
      error: null,
    },
    WHOIS,
  );
}

function daysBetween(from: EpochMs, to: EpochMs): number {
  return (to - from) / DAY_MS;
}
