/**
 * Did the server that received the message record a pass for the domain that the reader sees in From?
 *
 * Relaxed alignment (RFC 7489 3.1): registrable domains are compared. Only the topmost `Authentication-Results` counts, or where the
 * reader's own servers are named the topmost of theirs, with those further ones that the same organisation's servers wrote and that speak of a method the ones above left out:
 * several large providers spread their results over fields (one per method). A lower field never overrules a higher one.
 * RFC 8601 5 has servers remove foreign fields with their own name; where one does not, a sender can still add a method
 * that its receiver never checks.
 *
 * A pass proves the domain, not the persona: an attacker's own domain passes all three (TF-201, TF-306).
 */
import { registrableDomain } from "../url/registrable-domain.ts";
import type { AuthResult } from "./authentication-results.ts";

export interface Alignment {
  readonly dkim: boolean;
  readonly spf: boolean;
  readonly dmarc: boolean;
  /** One sentence without a full stop, for people. */
  readonly why: string;
}

/** What of the sender's claims matters here: the From addresses, lower case. */
export interface FromClaims {
  readonly from: readonly { readonly address: string }[];
}

/**
 * `own`: names of the reader's own servers, as `TrustBorder.names`. Where there are any only results of their organisations
 * count, wherever those stand: some servers put theirs below, and some take no foreign ones away, so that the topmost is the sender's.
 */
export function alignedPass(
  auth: readonly AuthResult[],
  claims: FromClaims,
  own: readonly string[] = NO_NAMES,
): Alignment {
  const nothing = { dkim: false, spf: false, dmarc: false };
  const fromDomains = new Set(
    claims.from.map(({ address }) => organisation(address)).filter((domain) => domain !== ""),
  );
  const [from] = fromDomains;
  if (from === undefined) return { ...nothing, why: "From names no address that a result could agree with" };
  if (fromDomains.size > 1)
    return { ...nothing, why: "From names several domains, so no result speaks for all of them" };
  const heard = receivedResults(auth, own);
  if (heard.length === 0) {
    const by = own.length === 0 ? "" : " by one of the own servers";
    return { ...nothing, why: `no authentication result was recorded at receipt${by}` };
  }
  const passes = (method: string): boolean =>
    heard.some((result) => result.method === method && result.result === "pass" && isFor(result, from));
  const aligned = { dkim: passes("dkim"), spf: passes("spf"), dmarc: passes("dmarc") };
  return { ...aligned, why: sentence(aligned, from, heard) };
}

function isFor(result: AuthResult, from: string): boolean {
  return result.domain !== "" && registrableDomain(result.domain) === from;
}

function organisation(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : registrableDomain(address.slice(at + 1));
}

const NO_NAMES: readonly string[] = [];

/** Results of the topmost field, and of the same organisation's further ones for methods not yet spoken of. */
function receivedResults(auth: readonly AuthResult[], own: readonly string[]): readonly AuthResult[] {
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

/** Organisations whose servers leave their name out, always on top: Microsoft. */
const UNNAMED: ReadonlySet<string> = new Set([
  "outlook.com",
  "hotmail.com",
  "live.com",
  "office365.com",
  "microsoft.com",
]);

function ownWriters(own: readonly string[]): (result: AuthResult) => boolean {
  const organisations = new Set(own.map((name) => registrableDomain(name)));
  const isUnnamed = [...organisations].some((name) => UNNAMED.has(name));
  return ({ authservId, position }) =>
    authservId === "" ? isUnnamed && position === 0 : organisations.has(registrableDomain(authservId));
}

function sentence(aligned: Omit<Alignment, "why">, from: string, heard: readonly AuthResult[]): string {
  const passed = [aligned.dmarc && "DMARC", aligned.dkim && "DKIM", aligned.spf && "SPF"].filter(
    (name) => name !== false,
  );
  const server = heard.find(({ authservId }) => authservId !== "")?.authservId ?? "the receiving server";
  if (passed.length === 0) return `${server} recorded no pass for ${from}`;
  return `${server} recorded that ${passed.join(", ")} passed for ${from}; a pass proves the domain, not the persona`;
}
