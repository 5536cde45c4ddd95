/**
 * Addresses of TAXII servers that the user names, and where requests may go: to that server alone, by https; without encryption only on this
 * machine, to an address written in numbers. A name or password in an address is refused, and no error repeats it.
 */
import { err, ok, type Result } from "../base/result.ts";

/** Of a discovery or of an API root; ends in `/`. */
export interface TaxiiAddress {
  readonly url: URL;
}

const CHARS_MAX = 4_096;
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]"]);

/** The error is a sentence for the user, after the address's own name. */
export function parseTaxiiAddress(text: string): Result<TaxiiAddress, string> {
  const url = text.length > CHARS_MAX ? null : parsed(text);
  if (url === null) return err("is no address of a TAXII server; write it as https://host/taxii2/");
  if (url.username !== "" || url.password !== "") {
    return err("holds a name or password, which other programs could read; give it when asked");
  }
  if (url.protocol === "http:" && !LOOPBACK.has(url.hostname)) return err("is not encrypted; only https is spoken");
  if (url.protocol !== "https:" && url.protocol !== "http:") return err("is no https address");
  if (url.search !== "" || url.hash !== "")
    return err("has a query or a fragment; give the address of the server alone");
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return ok({ url });
}

/** A place on the same server (scheme, host and port), absolute or below it; null for any other. */
export function onSameServer({ url }: TaxiiAddress, place: string): URL | null {
  if (place.length > CHARS_MAX || !URL.canParse(place, url)) return null;
  const target = new URL(place, url);
  return target.origin === url.origin && target.username === "" && target.password === "" ? target : null;
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
