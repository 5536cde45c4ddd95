/**
 * Which of the results that stand in a message count as what its receiver found (docs/received-results.md). Anybody can write such fields, so this is the
 * one place that says whose are believed, and all that believes any asks it.
 *
 * Only the topmost `Authentication-Results` counts, or where the reader's own servers are named the topmost of theirs, with those further ones that the
 * same organisation's servers wrote and that speak of a method the ones above left out: several large providers spread their results over fields (one per
 * method). A lower field never overrules a higher one. What ARC kept and `Received-SPF` are nobody's word here. RFC 8601 5 has servers remove foreign
 * fields with their own name; where one does not, a sender can still add a method that its receiver never checks. Pure and total.
 */
import { registrableDomain } from "../url/registrable-domain.ts";
import type { AuthResultRecord } from "./record.ts";

/**
 * `own`: names of the reader's own servers, as `TrustBorder.names`. Where there are any only results of their organisations
 * count, wherever those stand: some servers put theirs below, and some take no foreign ones away, so that the topmost is the sender's.
 */
export function receivedResults(
  auth: readonly AuthResultRecord[],
  own: readonly string[] = NO_NAMES,
): readonly AuthResultRecord[] {
  if (auth.length === 0) return auth;
  const written = auth.filter(({ method }) => !method.startsWith("arc-") && method !== "received-spf");
  const isOurs = own.length === 0 ? null : ownWriters(own);
  const top = written.find((result) => (isOurs === null ? result.position === 0 : isOurs(result)));
  // A topmost field that states nothing leaves no results; then what lies below is not our server's word.
  if (top === undefined) return [];
  const server = registrableDomain(top.authservId);
  const spoken = new Map<string, number>();
  return written.filter((result) => {
    const isSame = server !== "" && registrableDomain(result.authservId) === server;
    if (result.position < top.position || (result.position > top.position && !isSame)) return false;
    const first = spoken.get(result.method) ?? result.position;
    spoken.set(result.method, first);
    return first === result.position;
  });
}

const NO_NAMES: readonly string[] = [];

/** SPF, DKIM and DMARC: what a pass of vouches for a domain. */
export function isCheck({ method }: Pick<AuthResultRecord, "method">): boolean {
  return method === "spf" || method === "dkim" || method === "dmarc";
}

/** Domains that results which count hold a pass for, distinct. */
export function passesOf(heard: readonly AuthResultRecord[]): readonly string[] {
  const passed = heard.filter((one) => isCheck(one) && one.result === "pass" && one.domain !== "");
  return [...new Set(passed.map(({ domain }) => domain))];
}

/** Organisations whose servers leave their name out, always on top: Microsoft. */
const UNNAMED: ReadonlySet<string> = new Set([
  "outlook.com",
  "hotmail.com",
  "live.com",
  "office365.com",
  "microsoft.com",
]);

function ownWriters(own: readonly string[]): (result: AuthResultRecord) => boolean {
  const organisations = new Set(own.map((name) => registrableDomain(name)));
  const isUnnamed = [...organisations].some((name) => UNNAMED.has(name));
  return ({ authservId, position }) =>
    authservId === "" ? isUnnamed && position === 0 : organisations.has(registrableDomain(authservId));
}
