/**
 * Registrable domains of the document's publisher: of the name it gives, of most of its links, of the addresses that it asks to be written
 * to. A defanged host is never one.
 */
import type { PublishedDocument } from "../../case/document.ts";
import { registrableDomain } from "../../url/registrable-domain.ts";
import { resolveReference } from "../../url/resolve.ts";

/** Links of one domain from which on it is the site's own, if they are also that part of all. */
const LINKS_MIN = 3;
const LINKS_PART = 0.3;
const CONTACT =
  /(?:contact|report|questions?|inquiries|e-?mail us|write to|press|media|feedback|reach)[^\n@]{0,80}?\b[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/gi;
const ADDRESS = /https?:\/\/([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})/gi;

export function ownDomains(document: PublishedDocument): ReadonlySet<string> {
  const own = new Set<string>();
  const { publisher, text, links } = document;
  for (const [host] of publisher.matchAll(/[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g))
    own.add(registrableDomain(host.toLowerCase()));
  for (const [, host = ""] of text.matchAll(CONTACT)) own.add(registrableDomain(host.toLowerCase()));
  const counts = new Map<string, number>();
  let all = 0;
  for (const { href } of links) {
    const url = resolveReference(href, null);
    if (url === null || url.kind !== "remote" || url.domain === "") continue;
    all += 1;
    counts.set(url.domain, (counts.get(url.domain) ?? 0) + 1);
  }
  for (const [domain, count] of counts) if (count >= LINKS_MIN && count >= all * LINKS_PART) own.add(domain);
  for (const domain of domainsIn(text)) if (isNamedAs(domain, publisher)) own.add(domain);
  return own;
}

function domainsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(ADDRESS)].map(([, host = ""]) => registrableDomain(host.toLowerCase())));
}

/** `paper-crane.example` and `Paper Crane Research`. */
function isNamedAs(domain: string, publisher: string): boolean {
  const label = (domain.split(".")[0] ?? "").replace(/[^a-z0-9]/g, "");
  const name = publisher.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const initials = (publisher.match(/\b\p{Lu}/gu) ?? []).join("").toLowerCase();
  if (label.length < 3 || name === "") return false;
  return (
    name === label ||
    initials === label ||
    (label.length >= 5 && name.includes(label)) ||
    (name.length >= 5 && label.includes(name))
  );
}
