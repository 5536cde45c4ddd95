/** Small decades through linking, with every decoy taken for a campaign of interest too: what perhaps has one maker is mostly one actor's, and no decoy's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Judgement } from "../../../src/case/judgement.ts";
import type { Group, Member, Sighted } from "../../../src/cluster/campaigns.ts";
import { decade } from "../../../src/demo/decade/generate.ts";
import { type Mail, withMarks } from "../../../src/demo/decade/wire.ts";
import { analyse } from "../../../src/pipeline/analyse.ts";
import { CampaignDesk } from "../../../src/pipeline/campaign-desk.ts";
import { createTokenFinder } from "../../../src/signals/tokens.ts";
import { ownedDomain } from "../../../src/url/registrable-domain.ts";
import { rawMessage } from "../../hostile/read.ts";

const SERVICE = "mailwing.example";
const isEverybodys = (host: string): boolean => host === "" || host === SERVICE || host.endsWith(`.${SERVICE}`);
/** Of other mail so much is enough to tell what is common. */
const OTHERS_EVERY = 6;

function sightedOf(mail: Mail): Sighted {
  const raw = rawMessage(Buffer.from(withMarks(mail), "latin1"));
  const { record } = analyse(raw, { owners: [], finder: createTokenFinder() });
  const hosts = record.loads.filter(({ fires, token }) => fires !== "click" && token.kind !== "none");
  const domains = hosts.filter(({ host }) => !isEverybodys(host)).map(({ host }) => ownedDomain(host));
  return { record, trackerDomains: [...new Set(domains)], account: null, isAligned: true, own: false };
}

async function linked(seed: string) {
  const desk = new CampaignDesk<Member>({ messages: 1000, decisions: [], before: [], isEverybodys });
  const actorOf = new Map<string, string>();
  let others = 0;
  for (const mail of decade({ seed, size: 1500, planted: 150 }).mails()) {
    const { truth } = mail;
    const isOfInterest = truth !== null && truth.kind !== "reaction" && mail.folder !== "Sent";
    if (!isOfInterest && others++ % OTHERS_EVERY !== 0) continue;
    const sighted = sightedOf(mail);
    if (isOfInterest) {
      desk.hold(desk.memberOf(sighted));
      actorOf.set(sighted.record.sha256, truth.actor || truth.campaign);
    } else desk.note(sighted, harmless(sighted), { mayBeDrawnIn: "no", isSteady: false, isOfStanding: false });
  }
  const { groups } = await desk.conclude(async () => null);
  return { groups, actorOf };
}

function harmless({ record }: Sighted): Judgement {
  return {
    ...{
      sha256: record.sha256,
      trackingClass: "none",
      classReasons: ["invented"],
      verdict: "clear",
      targeting: "clear",
    },
    ...{ findings: [], tokens: [], campaign: null, service: "" },
  } as const;
}

function mostOf({ members }: Group, actorOf: ReadonlyMap<string, string>): string {
  const counts = Map.groupBy(members, ({ sha256 }) => actorOf.get(sha256) ?? "");
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? "";
}

test("pairs are found, most are one actor's, and a decoy is in none", async () => {
  const pairs: { readonly actors: readonly string[]; readonly chance: number }[] = [];
  for (const seed of ["makers one", "makers two"]) {
    const { groups, actorOf } = await linked(seed);
    const of = new Map(groups.map((group) => [group.id, mostOf(group, actorOf)]));
    for (const { id, perhapsOneMaker } of groups) {
      for (const { campaign, chance } of perhapsOneMaker) {
        if (id < campaign) pairs.push({ actors: [of.get(id) ?? "", of.get(campaign) ?? ""], chance });
      }
    }
  }
  const right = pairs.filter(({ actors: [one, other] }) => one === other);
  assert.ok(pairs.length >= 4, `${pairs.length} pairs`);
  assert.ok(right.length >= pairs.length * 0.8, `${right.length} of ${pairs.length} are one actor's`);
  assert.deepEqual(
    pairs.filter(({ actors }) => actors.some((name) => !/^A\d$/.test(name))),
    [],
  );
  // Two makers may have bought the same program: never more than the word says.
  assert.ok(pairs.every(({ chance }) => chance >= 0.5 && chance <= 0.75));
});
