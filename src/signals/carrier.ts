/**
 * Which service carried a message for its sender, and by which of its accounts, as far as the results at receipt vouch for
 * it: the account is judged, not the service (threat-facts TF-202, LK-01).
 *
 * Read from the outline, so that the whole case can be counted before the first message is judged. What only the body
 * says is left out: it can be pasted. Pure; a look-up for each domain that passed, then the grammars of one service.
 */
import { NO_CLAIMS, NO_CONTENT } from "../case/empty.ts";
import type { MessageOutline } from "../case/outline.ts";
import { accountKeys } from "./service-accounts.ts";
import type { Service } from "./services/service.ts";
import { serviceOfHost } from "./services/tables.ts";

export interface Carrier {
  readonly service: Service;
  /** As `accountKeys`; empty where nothing tells its customers apart. */
  readonly keys: readonly string[];
}

export type Carried = Pick<MessageOutline, "claims" | "passes" | "carrier">;

/** A platform before the relay that it sends through. Null when no known service passed, or only as its own sender. */
export function carrierOf({ claims, passes, carrier }: Carried): Carrier | null {
  if (passes === undefined || carrier === undefined) return null;
  const services = passes.flatMap((domain) => serviceOfHost(domain) ?? []);
  const service = services.find(({ kind }) => kind !== "transactional") ?? services[0];
  if (service === undefined) return null;
  const signs = {
    claims: { ...NO_CLAIMS, ...carrier, listId: claims.listId },
    loads: [],
    content: NO_CONTENT,
    auth: [],
  };
  return { service, keys: accountKeys(signs, service) };
}
