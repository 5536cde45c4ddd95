/**
 * An address inside a URL that is none of the readers': a forwarded newsletter carries somebody else's token (threat-facts
 * LK-07). Only what is certainly a person's mailbox counts: not a file name, a Message-ID, or the sender's own contact.
 */
import { registrableDomain } from "../url/registrable-domain.ts";
import { splitAddress } from "./address-forms.ts";

/** Marks `@` in one text that are looked at. */
const CANDIDATES_MAX = 8;

/** The first valid address in the text (lower case) that `isKnown` does not know; null for none. */
export function foreignAddress(lower: string, isKnown: (address: string) => boolean): string | null {
  let at = lower.indexOf("@");
  for (let seen = 0; at >= 0 && seen < CANDIDATES_MAX; seen += 1) {
    const address = addressAround(lower, at);
    if (address !== null && !isKnown(address)) return address;
    at = lower.indexOf("@", at + 1);
  }
  return null;
}

/** File names such as `logo@2x.png` look like addresses. */
const FILE_ENDING = /\.(?:png|jpe?g|gif|webp|svg|avif|css|js|php|aspx?|html?|pdf|ico|mp4|json|xml)$/;

function addressAround(lower: string, at: number): string | null {
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < 64 && /[a-z0-9._%+'-]/.test(lower[start - 1] ?? "")) start -= 1;
  while (end < lower.length && end - at < 254 && /[a-z0-9.-]/.test(lower[end] ?? "")) end += 1;
  const domain = lower.slice(at + 1, end).replace(/[.-]+$/, "");
  const local = lower.slice(start, at).replace(/^[.%+'-]+/, "");
  if (local === "" || !/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/.test(domain)) return null;
  if (FILE_ENDING.test(domain) || isMessageIdLocal(local)) return null;
  const split = splitAddress(`${local}@${domain}`);
  return split?.address ?? null;
}

/** `20240325.3.a1aeadeb7b71cfcd@relay`: tokens name the message too; its Message-ID is no mailbox. */
function isMessageIdLocal(local: string): boolean {
  if (local.length < 16) return false;
  const digits = local.replace(/[^0-9]/g, "").length;
  return digits >= 6 && digits >= local.length * 0.3;
}

/** An address at the URL's own site, or at the sender's: contact and campaign addresses, the same in every copy. */
export function isSendersOwn(address: string, href: string, senders: readonly string[]): boolean {
  const domain = registrableDomain(address.slice(address.lastIndexOf("@") + 1));
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(href)?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  if (registrableDomain(host) === domain) return true;
  return senders.some(
    (sender) => registrableDomain(sender.slice(sender.lastIndexOf("@") + 1).toLowerCase()) === domain,
  );
}
