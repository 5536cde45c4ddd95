/**
 * Did the server that received the message record a pass for the domain that the reader sees in From?
 *
 * Relaxed alignment (RFC 7489 3.1): registrable domains are compared, of the results that count (`case/received-results.ts`).
 *
 * A pass proves the domain, not the persona: an attacker's own domain passes all three (TF-201, TF-306).
 */
import { receivedResults } from "../case/received-results.ts";
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

/** `own`: names of the reader's own servers, as of `receivedResults`, which says whose results count. */
export function alignedPass(auth: readonly AuthResult[], claims: FromClaims, own: readonly string[] = []): Alignment {
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

function sentence(aligned: Omit<Alignment, "why">, from: string, heard: readonly AuthResult[]): string {
  const passed = [aligned.dmarc && "DMARC", aligned.dkim && "DKIM", aligned.spf && "SPF"].filter(
    (name) => name !== false,
  );
  const server = heard.find(({ authservId }) => authservId !== "")?.authservId ?? "the receiving server";
  if (passed.length === 0) return `${server} recorded no pass for ${from}`;
  return `${server} recorded that ${passed.join(", ")} passed for ${from}; a pass proves the domain, not the persona`;
}
