/** The mail gateway that rewrote a message's addresses, and so opens what it checks (threat-facts EX-04). Pure. */
import type { MessageRecord } from "../case/record.ts";
import { mayBeWrapped, unwrap } from "../url/gateways.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { resolveReference } from "../url/resolve.ts";

/** Looked at of one message; a gateway rewrites all of them or none. */
const LOADS_MAX = 20;

/** Wrappers that no scanner puts there: redirectors and picture proxies. */
const NO_SCANNER = / redirect$| picture proxy$/;

/** Its name; null where none shows. */
export function gatewayOf({ loads }: Pick<MessageRecord, "loads">): string | null {
  for (const { url, resolved } of loads.slice(0, LOADS_MAX)) {
    if (url === resolved) continue;
    const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
    if (host === "" || !mayBeWrapped(registrableDomain(host))) continue;
    const written = resolveReference(url, null);
    const wrapped = written === null ? null : unwrap(written);
    if (wrapped !== null && !NO_SCANNER.test(wrapped.wrapper)) return wrapped.wrapper;
  }
  return null;
}
