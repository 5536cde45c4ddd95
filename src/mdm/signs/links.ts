/** Where its links lead, each by itself and all together. */
import type { LinkFacts } from "../../signals/link-facts.ts";
import { serviceOfHost } from "../../signals/services/tables.ts";
import { isCarriersHost } from "../../signals/ties.ts";
import { registrableDomain } from "../../url/registrable-domain.ts";
import { maker } from "../model-object.ts";
import type { SignFacts } from "./facts.ts";

interface PlacedLinkFacts {
  readonly link: LinkFacts;
  readonly signs: SignFacts;
}

export const linkObject = maker<"LinkSigns", PlacedLinkFacts>("LinkSigns", {
  host: ({ link }) => textOrNull(link.target?.host ?? ""),
  domain: ({ link }) => textOrNull(link.target?.domain ?? ""),
  is_foreign: ({ link, signs }) => {
    const { host = "", domain = "" } = link.target?.kind === "remote" ? link.target : {};
    if (domain === "" || domain === registrableDomain(signs.fromHost) || link.throughService) return false;
    return !isCarriersHost(host, signs.carriers());
  },
  through_service: ({ link }) => link.throughService,
  scheme: ({ link }) => textOrNull(link.scheme),
  inline_scheme: ({ link }) => textOrNull(link.inlineScheme),
  passes_on: ({ link }) => link.passesOn,
  odd: ({ link }) => link.odd,
  public_host: ({ link }) => link.publicHost,
  shown_domain: ({ link }) => link.shownDomain,
  path_words: ({ link }) => link.pathWords,
  is_inside_program: ({ link }) => link.isInsideProgram,
  is_opaque: ({ link }) => link.isOpaque,
  reader: ({ link }) => link.reader,
  account_page: ({ link }) => link.accountPage?.kind ?? null,
  account_provider: ({ link }) => link.accountPage?.provider ?? null,
  answers_to: ({ link }) => link.accountPage?.answersTo ?? null,
  resembles: ({ link }) => link.resembles?.sender.name ?? null,
  named_in_path: ({ link }) => link.namedInPath?.name ?? null,
});

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

/** It has links, and none leads to its sender's house, to a service, or to who carries it. What a counter of clicks writes into its links is where they lead. */
export function leadsElsewhere({ record, fromHost, carriers, links }: SignFacts): boolean {
  const { linkHosts } = record.content;
  const counted = links().filter(({ target, firstHost, isCounted }) => isCounted && target?.host !== firstHost);
  const counters = new Set(counted.map(({ firstHost }) => firstHost));
  const targets = counted.flatMap(({ target }) => target?.host ?? []);
  const hosts = [...linkHosts.filter((host) => !counters.has(host)), ...targets];
  return (
    hosts.length > 0 &&
    !hosts.some((host) => isNear(host, registrableDomain(fromHost)) || isCarriersHost(host, carriers()))
  );
}

/** At the sender's domain, or at a service that sends or counts for others. */
function isNear(host: string, fromDomain: string): boolean {
  return registrableDomain(host) === fromDomain || serviceOfHost(host) !== undefined;
}
