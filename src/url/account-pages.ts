/**
 * Pages of large providers on which the holder of an account lets somebody else in, without giving a password away: the code of another
 * device, a program's grant, a password for one program, a linked device. Genuine pages, so that no look-alike gives them away; who sends
 * one of them to somebody else may be asking for the account (threat-facts TF-210).
 *
 * Pure and total. What the address says; that the page is there nobody looks. Providers' public documentation, as of November 2026; OAuth 2.0
 * (RFC 6749, 4.1.1), its device flow (RFC 8628), native programs (RFC 8252).
 */
import { registrableDomain } from "./registrable-domain.ts";
import { type ResolvedUrl, resolveReference } from "./resolve.ts";

export type AccountPageKind =
  /** Takes a code that another device shows, and lets that device in. */
  | "device-code"
  /** Asks whether a program may use the account. */
  | "grant"
  /** Makes a password for one program, which needs no second factor. */
  | "app-password"
  /** Lets another device read and write along in a messenger. */
  | "linked-device";

export interface AccountPage {
  readonly kind: AccountPageKind;
  /** Whose page it is, by the name people know. */
  readonly provider: string;
  /**
   * Registrable domain that a grant's answer goes to; `shown` where it stays with the reader, in the browser's address bar or on the page, to be copied;
   * null for other pages, and where the address does not say.
   */
  readonly answersTo: string | null;
}

interface Page {
  readonly kind: AccountPageKind;
  readonly provider: string;
  /** Host, or the domain above it where it begins with a dot. */
  readonly host: string;
  /** Of path and query. */
  readonly path: RegExp;
}

const pages: readonly Page[] = [
  ...of("device-code", "Microsoft", [
    ["microsoft.com", /^\/(?:devicelogin|link)(?:[/?#]|$)/i],
    ["www.microsoft.com", /^\/(?:devicelogin|link)(?:[/?#]|$)/i],
    ["aka.ms", /^\/devicelogin(?:[/?#]|$)/i],
    ["login.microsoft.com", /^\/device(?:[/?#]|$)/i],
    [".microsoftonline.com", /^\/[^/]{1,80}\/oauth2\/(?:v2\.0\/)?deviceauth/i],
    [".microsoftonline.us", /^\/[^/]{1,80}\/oauth2\/(?:v2\.0\/)?deviceauth/i],
    ["login.live.com", /^\/oauth20_remoteconnect\.srf/i],
  ]),
  ...of("device-code", "Google", [
    ["google.com", /^\/device(?:[/?#]|$)/i],
    ["www.google.com", /^\/device(?:[/?#]|$)/i],
    ["accounts.google.com", /^\/o\/oauth2\/device\//i],
  ]),
  ...of("device-code", "GitHub", [["github.com", /^\/login\/device(?:[/?#]|$)/i]]),
  ...of("grant", "Microsoft", [
    [".microsoftonline.com", /^\/[^/]{1,80}\/(?:oauth2\/(?:v2\.0\/)?authorize|(?:v2\.0\/)?adminconsent)/i],
    [".microsoftonline.us", /^\/[^/]{1,80}\/(?:oauth2\/(?:v2\.0\/)?authorize|(?:v2\.0\/)?adminconsent)/i],
    ["login.windows.net", /^\/[^/]{1,80}\/oauth2\/(?:v2\.0\/)?authorize/i],
    ["login.live.com", /^\/oauth20_authorize\.srf/i],
  ]),
  ...of("grant", "Google", [["accounts.google.com", /^\/(?:o\/oauth2\/|signin\/oauth)/i]]),
  ...of("grant", "Yahoo", [["api.login.yahoo.com", /^\/oauth2\/request_auth/i]]),
  ...of("grant", "Dropbox", [["www.dropbox.com", /^\/oauth2\/authorize/i]]),
  ...of("grant", "GitHub", [["github.com", /^\/login\/oauth\/authorize/i]]),
  ...of("grant", "Slack", [["slack.com", /^\/oauth\/(?:v2\/)?authorize/i]]),
  ...of("grant", "Zoom", [["zoom.us", /^\/oauth\/authorize/i]]),
  ...of("grant", "Yandex", [[".yandex.ru", /^\/authorize\?/i]]),
  ...of("app-password", "Google", [["myaccount.google.com", /^\/(?:u\/\d\/)?apppasswords/i]]),
  ...of("app-password", "Microsoft", [
    ["account.live.com", /^\/proofs\/apppassword/i],
    ["account.microsoft.com", /^\/.*apppassword/i],
  ]),
  ...of("app-password", "Yahoo", [["login.yahoo.com", /^\/.*app-?passwords?/i]]),
  ...of("app-password", "Yandex", [["id.yandex.ru", /^\/security\/app-passwords/i]]),
  ...of("app-password", "Mail.ru", [["account.mail.ru", /^\/.*passwords/i]]),
  ...of("linked-device", "WhatsApp", [["wa.me", /^\/settings\/linked_devices/i]]),
];

function of(
  kind: AccountPageKind,
  provider: string,
  places: readonly (readonly [host: string, path: RegExp])[],
): readonly Page[] {
  return places.map(([host, path]) => ({ kind, provider, host, path }));
}

const byDomain = new Map<string, Page[]>();
for (const page of pages) {
  const domain = registrableDomain(page.host.replace(/^\./, ""));
  byDomain.set(domain, [...(byDomain.get(domain) ?? []), page]);
}

/** Addresses that a messenger opens itself: a link of one, or what a code in a picture says. */
const LINKED_DEVICE = /^(?:(sgnl):\/{0,2}linkdevice|(tsdevice):|(tg):\/{0,2}login\?)/i;

/** Of longer addresses the rest says nothing of what page it is. */
const CHARS_MAX = 8_000;

/** Null for every other address. Grants without a program's number are none: nothing is granted there. */
export function accountPage({ href, host, domain }: ResolvedUrl): AccountPage | null {
  const messenger = LINKED_DEVICE.exec(href);
  if (messenger !== null) {
    const provider = messenger[3] === undefined ? "Signal" : "Telegram";
    return { kind: "linked-device", provider, answersTo: null };
  }
  const candidates = byDomain.get(domain);
  if (candidates === undefined) return null;
  const text = href.slice(0, CHARS_MAX);
  const path = text.slice(text.indexOf(host, text.indexOf("//")) + host.length).replace(/^:\d{1,5}/, "");
  const page = candidates.find((one) => isHost(host, one.host) && one.path.test(path));
  if (page === undefined) return null;
  const { kind, provider } = page;
  if (kind !== "grant") return { kind, provider, answersTo: null };
  const given = new URLSearchParams(path.slice(path.indexOf("?") + 1).replace(/#.*$/s, ""));
  return given.has("client_id") ? { kind, provider, answersTo: answersTo(given.get("redirect_uri")) } : null;
}

function isHost(host: string, wanted: string): boolean {
  return wanted.startsWith(".") ? `.${host}`.endsWith(wanted) : host === wanted;
}

/** Where programs of the reader's own machine, or pages that do nothing with it, get an answer: it stays in the address bar. */
const STAYS = /^(?:urn:ietf:wg:oauth:2\.0:oob|[a-z][\w.+-]{2,60}:\/(?!\/?[\w-]+\.))/i;
const STAYS_AT =
  /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|(?:[\w-]+\.)?vscode\.dev|(?:[\w-]+\.)?vscode-redirect\.azurewebsites\.net|oauth\.pstmn\.io|jwt\.(?:ms|io))$/;
const STAYS_ON = /\/(?:oauth2\/nativeclient|oauth20_desktop\.srf|webapp\/clouddomainjoin)/i;

function answersTo(redirect: string | null): string | null {
  if (redirect === null || redirect === "") return null;
  const target = resolveReference(redirect, null);
  if (target?.kind !== "remote" || target.host === "") return STAYS.test(redirect) ? "shown" : null;
  return STAYS_AT.test(target.host) || STAYS_ON.test(target.href) ? "shown" : target.domain;
}
