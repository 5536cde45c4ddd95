/** Known senders whom a message plays: by names, by its domain, in its text. */
import { copyrightHolders, type PlayedSender } from "../../signals/impersonation.ts";
import { type ResembledSender, registeredSenders } from "../../signals/known-senders.ts";
import { speaksOfHouse } from "../../signals/readers-house.ts";
import type { KnownSender } from "../../signals/registry/entry.ts";
import { maker } from "../model-object.ts";
import type { SignFacts } from "./facts.ts";

/** What is found out about one known sender, with the message that it is asked of. */
interface Asked<T> {
  readonly of: T;
  readonly signs: SignFacts;
}

const playedObject = maker<"PlayedSender", Asked<PlayedSender>>("PlayedSender", {
  name: ({ of }) => of.sender.name,
  kind: ({ of }) => of.sender.kind,
  where: ({ of }) => of.where,
  is_whole: ({ of }) => of.isWhole,
  is_disguised: ({ of }) => of.isDisguised,
  excuse: ({ of }) => of.excuse,
  is_linked: ({ of, signs }) => isLinked(of.sender, signs),
});

const resembledObject = maker<"ResembledSender", Asked<ResembledSender>>("ResembledSender", {
  name: ({ of }) => of.sender.name,
  kind: ({ of }) => of.sender.kind,
  domain: ({ of }) => of.resemblance.domain,
  how: ({ of }) => of.resemblance.how,
  is_country: ({ of }) => of.resemblance.isCountry,
  is_linked: ({ of, signs }) => isLinked(of.sender, signs),
});

export const impersonationObject = maker<"Impersonation", SignFacts>("Impersonation", {
  by_name: (signs) => signs.played().byName.map((of) => playedObject({ of, signs })),
  by_domain: (signs) => signs.played().byDomain.map((of) => resembledObject({ of, signs })),
  from_known: ({ played }) => played().from.map(({ name }) => name),
  from_kinds: ({ played }) => [...new Set(played().from.map(({ kind }) => kind))],
  copyright: (signs) => copyrightHolders(signs.text()).find((holder) => isAbsent(holder, signs))?.name ?? null,
  subject: (signs) =>
    registeredSenders()
      .named(signs.subject)
      .find(({ sender }) => isAbsent(sender, signs))?.sender.name ?? null,
  text: ({ playedInText }) => playedInText()?.sender.name ?? null,
  text_mentions: ({ playedInText }) => playedInText()?.mentions ?? 0,
  house: ({ record: { claims }, subject, text, readers }) =>
    speaksOfHouse({ from: claims.from[0] ?? { name: "", address: "" }, subject, text, readers }),
});

/** Neither From nor a link is theirs. */
function isAbsent(sender: KnownSender, signs: SignFacts): boolean {
  return !registeredSenders().ofHost(signs.fromHost).includes(sender) && !isLinked(sender, signs);
}

function isLinked(sender: KnownSender, { record }: SignFacts): boolean {
  return record.content.linkHosts.some((host) => registeredSenders().ofHost(host).includes(sender));
}
