/**
 * Which customer of a service sent a message: the account is judged, not the service (threat-facts LK-01, TF-202).
 *
 * A service numbers its customers differently in different places (Mailchimp: one number in addresses, another value in
 * URLs), so a key names the place; all keys of a message are given, and two messages with one key in common are of one
 * account. Anybody can write another's account into a message: a key counts only as far as the message is verified.
 *
 * Pure; grammars of the one service alone are run, on bounded texts.
 */
import type { ServiceSigns } from "./bulk-services.ts";
import { accountOfHost, partsOf, readServiceUrl } from "./service-urls.ts";
import type { Service, TextGrammar } from "./services/service.ts";
import { serviceOfHost } from "./services/tables.ts";

/** Loads and links that are read for it; one would do. */
const URLS_MAX = 50;

/** The key of the place that is hardest to copy by mistake: return path, Feedback-ID, URLs, hosts; null where none tells. */
export function accountKey(signs: ServiceSigns, service: Service): string | null {
  return accountKeys(signs, service)[0] ?? null;
}

/** `service/place/value`, or `service/value` where the service numbers alike everywhere; distinct, in that order. */
export function accountKeys(signs: ServiceSigns, service: Service): readonly string[] {
  const keys = new Set<string>();
  const add = (place: string, value: string | null | undefined): void => {
    if (value === null || value === undefined || value === "") return;
    keys.add(service.oneNumbering ? `${service.id}/${value}` : `${service.id}/${place}/${value}`);
  };
  const { claims } = signs;
  add("return-path", accountIn(service.returnPath, claims.returnPath));
  add("feedback", accountIn(service.feedback, claims.feedbackId));
  const urls = urlsOf(signs);
  for (const url of urls) {
    const read = readServiceUrl(url);
    // Pictures are reused and pasted: theirs is the account of whoever uploaded them.
    if (read?.service !== service || read.sure === "supposed" || read.purpose === "image") continue;
    const named = read.fields.find(({ meaning }) => meaning === "account")?.value;
    if (named !== undefined && named !== accountOfHost(service, partsOf(url)?.host ?? "")) add("url", named);
  }
  for (const host of hostsOf(signs, urls)) {
    if (serviceOfHost(host) === service) add(placeOfHost(service, host), accountOfHost(service, host));
  }
  return [...keys];
}

/** What is only supposed names nobody. */
function accountIn(grammar: TextGrammar | null, text: string): string | undefined {
  return grammar === null || grammar.sure === "supposed" ? undefined : grammar.form.exec(text)?.groups?.["account"];
}

function urlsOf({ claims, loads }: ServiceSigns): readonly string[] {
  const opened = loads.filter(({ fires }) => fires !== "receipt").map(({ resolved }) => resolved);
  return [...claims.listUnsubscribe, ...opened].slice(0, URLS_MAX);
}

function hostsOf({ claims, content }: ServiceSigns, urls: readonly string[]): readonly string[] {
  const bounce = claims.returnPath.slice(claims.returnPath.lastIndexOf("@") + 1);
  const ofUrls = urls.map((url) => (readServiceUrl(url)?.purpose === "image" ? "" : (partsOf(url)?.host ?? "")));
  return [bounce, ...claims.dkimDomains, claims.messageIdDomain, claims.listId, ...ofUrls, ...content.linkHosts];
}

/** Where several domains name customers, each does so in its own way. */
function placeOfHost({ accountHosts }: Service, host: string): string {
  return accountHosts.length < 2 ? "host" : host.split(".").slice(-2).join(".");
}
