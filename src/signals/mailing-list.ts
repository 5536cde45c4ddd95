/** Is a message a mailing list's? A field by itself anybody writes; a list is written to at its own domain. Pure. */
import type { AuthResultRecord, MessageRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";

/**
 * `List-Id: Name <list.lists.example>` in mail to `list@lists.example`, and where results at receipt were recorded, a pass for that domain.
 * `results`: those that count.
 */
export function isListMail(
  { claims, to, cc }: Pick<MessageRecord, "claims" | "to" | "cc">,
  results: readonly AuthResultRecord[],
): boolean {
  const id = /<([^<>\s]{1,500})>/.exec(claims.listId)?.[1] ?? claims.listId.trim();
  if (id === "") return false;
  const domain = registrableDomain(id.toLowerCase());
  const hasPassed = results.some((one) => one.result === "pass" && registrableDomain(one.domain) === domain);
  if (results.length > 0 && !hasPassed) return false;
  return [...to, ...cc].some(
    ({ address }) => address !== "" && registrableDomain(address.slice(address.lastIndexOf("@") + 1)) === domain,
  );
}
