/**
 * Redirectors of large sites that lead anywhere for anybody, and web addresses inside others: what a link really opens when
 * the host that is shown only passes it on. Wrappers that gateways and providers add are `gateways.ts`'s.
 *
 * Pure and total. What the address says, never whether it leads there.
 */
import { type ResolvedUrl, resolveReference } from "./resolve.ts";

interface Redirector {
  /** Host, or the domain above it when it begins with a dot. */
  readonly host: string;
  readonly path: RegExp;
}

/** Public knowledge, as of November 2026; our own selection. The target is looked for in the query or the path. */
const redirectors: readonly Redirector[] = [
  { host: ".google.com", path: /^\/(?:url|amp\/|imgres|aclk|pagead\/aclk|travel\/clk|local_url|search\/about)/ },
  { host: ".google.co.uk", path: /^\/(?:url|amp\/)/ },
  { host: ".google.de", path: /^\/(?:url|amp\/)/ },
  { host: ".googleadservices.com", path: /^\/pagead\/aclk/ },
  { host: ".doubleclick.net", path: /^\/(?:clk|pcs\/click|aclk|ddm\/|dbm\/)/ },
  { host: ".bing.com", path: /^\/ck\/a/ },
  { host: ".baidu.com", path: /^\/link/ },
  { host: ".yahoo.com", path: /^\/(?:_ylt|RV=|cbclk)|\/RU=/ },
  { host: ".youtube.com", path: /^\/(?:redirect|attribution_link)/ },
  { host: ".linkedin.com", path: /^\/(?:slink|redir\/|authwall)/ },
  { host: ".facebook.com", path: /^\/(?:l\.php|flx\/warn|sharer)/ },
  { host: ".adobe.com", path: /^\/r\/|^\/\?|^\/rdct/ },
  { host: ".salesforce.com", path: /\/servlet\/servlet\./ },
  { host: ".ampproject.org", path: /^\/[a-z]\/(?:s\/)?/ },
  { host: ".translate.goog", path: /^\// },
  { host: ".snapchat.com", path: /^\/web-link|^\/iap/ },
  { host: ".medium.com", path: /^\/r\/\?url/ },
  { host: ".vk.com", path: /^\/away\.php/ },
  { host: ".mail.ru", path: /^\/link/ },
  { host: ".naver.com", path: /^\/(?:cr3?|bridge)/ },
  { host: ".dotdigital-pages.com", path: /^\// },
  { host: ".indeed.com", path: /^\/(?:r|rc\/clk|pagead)/ },
  { host: ".msn.com", path: /^\/.*\/redirect/ },
];

/** Services that count their customers' clicks, with the page that a click opens written in the link's path: it leads where the customer said, not anywhere for anybody. */
const counters: readonly Redirector[] = [
  { host: ".awstrack.me", path: /^\/C?L0\// },
  { host: ".govdelivery.com", path: /^\/C?L0\// },
];

export interface Redirect {
  /** It is one of those above. */
  readonly isKnown: boolean;
  /** It counts clicks for those who have their mail sent by it. */
  readonly isCounter: boolean;
  /** The web address inside; null where only the redirector knows it. */
  readonly inner: ResolvedUrl | null;
}

const INNER_CHARS_MAX = 4_000;

/** Null for an address that neither is a known redirector's nor holds another web address in path or query. */
export function redirectOf({ href, host, domain, kind }: ResolvedUrl): Redirect | null {
  if (kind !== "remote" || host === "") return null;
  const text = href.slice(0, INNER_CHARS_MAX);
  const start = text.indexOf("/", text.indexOf("//") + 2);
  if (start < 0) return null;
  const path = text.slice(start);
  const isOne = (one: Redirector) => `.${host}`.endsWith(one.host) && one.path.test(path);
  const isCounter = counters.some(isOne);
  const isKnown = isCounter || redirectors.some(isOne);
  const inner = innerAddress(path);
  const other = inner !== null && inner.domain !== domain ? inner : null;
  return isKnown || other !== null ? { isKnown, isCounter, inner: other } : null;
}

/** Written plainly or percent-encoded, once or twice. */
function innerAddress(path: string): ResolvedUrl | null {
  const match = /(?:https?(?::|%3a|%253a)(?:\/|%2f|%252f){2})([^&#\s"'<>]{3,2000})/i.exec(path);
  if (match === null) return null;
  let address = match[0];
  for (let round = 0; round < 2 && /%(?:3a|2f|25)/i.test(address); round += 1) {
    try {
      address = decodeURIComponent(address);
    } catch {
      break;
    }
  }
  const resolved = resolveReference(address, null);
  return resolved?.kind === "remote" && resolved.host.includes(".") ? resolved : null;
}
