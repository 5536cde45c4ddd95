/**
 * URLs as dead text: terminals, mail programs and phones turn anything that looks like a link into one.
 *
 * The result is still to be escaped for its destination. Linear; long URLs are cut first.
 */

/** Characters of a URL that are shown; the case keeps the whole. */
const SHOWN_CHARS_MAX = 2_000;

const SCHEME = /([a-z][a-z0-9+.-]{0,20}):(?=\/\/)/gi;
const LEADING_SCHEME = /^(?!hxxps?:)([a-z][a-z0-9+.-]{0,20}):/i;
/** Scheme, the slashes (backslashes are slashes to clients), then everything up to the path. */
const AUTHORITY = /^((?:[a-z][a-z0-9+.:[\]-]{0,26})?[/\\]{2})([^/\\?#]*)/i;

/** The host of a `mailto:` address. */
const MAIL_HOST = /^(mailto\[:\][^?@]*@)([^?]*)/i;

/** `http://a.example/x` becomes `hxxp://a[.]example/x`; `mailto:`, `javascript:` and others lose their colon. */
export function defangUrl(url: string): string {
  const cut = url.length > SHOWN_CHARS_MAX ? `${url.slice(0, SHOWN_CHARS_MAX)}…` : url;
  const flat = defangText(cut).replace(LEADING_SCHEME, "$1[:]");
  return flat
    .replace(AUTHORITY, (_, start: string, authority: string) => start + defangHost(authority))
    .replace(MAIL_HOST, (_, start: string, host: string) => start + defangHost(host));
}

/** `a.example` becomes `a[.]example`. */
export function defangHost(host: string): string {
  return host.replaceAll(".", "[.]");
}

/** Free text in which every `scheme://` is made dead; hosts stay readable. Twice gives the same as once. */
export function defangText(text: string): string {
  return text.includes("//") ? text.replaceAll(SCHEME, (_, scheme: string) => deadScheme(scheme)) : text;
}

function deadScheme(scheme: string): string {
  switch (scheme.toLowerCase()) {
    case "http":
    case "hxxp":
      return "hxxp:";
    case "https":
    case "hxxps":
      return "hxxps:";
    default:
      return `${scheme}[:]`;
  }
}
