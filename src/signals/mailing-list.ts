/** Is a message a mailing list's? A field by itself anybody writes; a list is written to at its own domain. Pure. */
import type { AuthResultRecord, MessageRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";

/**
 * `List-Id: Name <list.lists.example>` in mail to `list@lists.example`, or with bounces to `list-bounces@lists.example`, since lists are written to
 * under other names as well; and where results at receipt were recorded, a pass for that domain. `results`: those that count.
 */
export function isListMail(
  { claims, to, cc }: Pick<MessageRecord, "claims" | "to" | "cc">,
  results: readonly AuthResultRecord[],
): boolean {
  const id = (/<([^<>\s]{1,500})>/.exec(claims.listId)?.[1] ?? claims.listId.trim()).toLowerCase();
  if (id === "") return false;
  const domain = registrableDomain(id);
  const hasPassed = results.some((one) => one.result === "pass" && registrableDomain(one.domain) === domain);
  if (results.length > 0 && !hasPassed) return false;
  const isOfList = (address: string): boolean =>
    address !== "" && registrableDomain(address.slice(address.lastIndexOf("@") + 1)) === domain;
  if ([...to, ...cc].some(({ address }) => isOfList(address))) return true;
  return isOfList(claims.returnPath) && isBouncesOf(id.split(".")[0] ?? "", claims.returnPath);
}

/** What programs of lists write: `list-bounces+reader=…`, `list-admin`, `owner-list`, `list-return-12-…`. */
function isBouncesOf(name: string, returnPath: string): boolean {
  const local = returnPath.slice(0, returnPath.lastIndexOf("@")).toLowerCase();
  if (name === "") return false;
  if (local === `owner-${name}`) return true;
  return (
    local.startsWith(`${name}-`) &&
    /^(?:admin|owner|errors|bounces?|return-\d)(?![a-z])/.test(local.slice(name.length + 1))
  );
}
