/**
 * A campaign against the description of one in a document: what fits, what contradicts, what cannot be told here. Consistency with
 * a description is no indicator match and no attribution; the sentence says so each time. The same input gives the same grade.
 */
import type { EpochMs } from "../base/brand.ts";
import type {
  ComparedTrait,
  Consistency,
  ConsistencyGrade,
  HuntingProfile,
  Lure,
  ProfileTrait,
  TraitFit,
  TraitSign,
} from "../case/hunting-profile.ts";
import { type WalkOfLife, walksOf, walkWords } from "../case/walks-of-life.ts";
import type { CampaignEvidence } from "./evidence.ts";

/** What is known of a campaign beside its evidence. */
export interface DescribedFacts {
  readonly evidence: CampaignEvidence;
  /** MITRE ATT&CK ids of its findings. */
  readonly techniques: readonly string[];
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  /** Of the people reached, those of whom a role or a group is known: all of one person's words together. */
  readonly roles: readonly string[];
  /** People reached through an account that the roster calls private; null where no roster tells. */
  readonly personalAccounts: number | null;
}

export function consistencyOf(profile: HuntingProfile, facts: DescribedFacts): Consistency {
  const traits = withWays(profile.traits.map((trait): ComparedTrait => ({ trait, ...compare(trait, facts) })));
  const grade = gradeOf(traits);
  const { source, sha256 } = profile;
  return { source, sha256, grade, traits, sentence: sentenceOf(source, grade, traits) };
}

/**
 * What the mail did, and what it posed as: a description names all ways of its senders, and no campaign goes all of them. Where one
 * fits, the others contradict nothing.
 */
function withWays(traits: readonly ComparedTrait[]): readonly ComparedTrait[] {
  const isWay = ({ trait: { sign } }: ComparedTrait) => sign.kind === "lure" || sign.kind === "opening";
  if (!traits.some((one) => isWay(one) && one.fit === "fits")) return traits;
  return traits.map((one) =>
    isWay(one) && one.fit === "contradicts"
      ? {
          ...one,
          fit: "cannot-tell",
          why: `${one.why}; the description names other ways too, and this campaign went one of them`,
        }
      : one,
  );
}

type Compared = Omit<ComparedTrait, "trait">;

function compare({ sign }: ProfileTrait, facts: DescribedFacts): Compared {
  switch (sign.kind) {
    case "technique":
      return technique(sign.id, facts);
    case "opening":
      return opening(facts);
    case "lure":
      return lure(sign.lure, facts);
    case "bulk-service":
      return bulkService(facts);
    case "target":
      return target(sign.walk, facts);
    case "personal-accounts":
      return personal(facts);
    case "time":
      return time(sign, facts);
  }
}

function told(fit: TraitFit, why: string, isBroad = false): Compared {
  return { fit, why, isBroad };
}

/** Phishing as such, and what most harmful mail does. */
const BROAD_TECHNIQUES = /^T(?:1566|1598|1566\.00[12]|1204(?:\.00[12])?)$/;

function technique(id: string, { techniques }: DescribedFacts): Compared {
  const isBroad = BROAD_TECHNIQUES.test(id);
  const same = techniques.find((one) => one === id || one.startsWith(`${id}.`));
  if (same !== undefined) return told("fits", `its findings bear ${same}`, isBroad);
  const above = techniques.find((one) => id.startsWith(`${one}.`));
  if (above !== undefined)
    return told("cannot-tell", `its findings bear ${above}, which leaves open which kind`, isBroad);
  return told(
    "cannot-tell",
    "no finding bears it, and that a message shows none does not mean that none was used",
    isBroad,
  );
}

function opening({ evidence: { hiddenPersonal, likelyOnly, messages } }: DescribedFacts): Compared {
  if (hiddenPersonal > 0) return told("fits", `hidden loads name each reader in ${hiddenPersonal} of ${messages}`);
  if (likelyOnly > 0) return told("cannot-tell", "its loads may tell readers apart; one copy cannot show it");
  return told("contradicts", "nothing in it tells its sender who opened it");
}

function lure(kind: Lure, { evidence }: DescribedFacts): Compared {
  const { messages } = evidence;
  const of = (count: number, yes: string, no: string): Compared =>
    count > 0 ? told("fits", `${yes} (${count} of ${messages})`) : told("contradicts", no);
  switch (kind) {
    case "news":
      return of(evidence.news, "it reads like news", "it does not read like news");
    case "invitation":
      return evidence.invitations > 0
        ? told("fits", `it invites (${evidence.invitations} of ${messages})`)
        : told("cannot-tell", "it has no calendar invitation; whether its words invite was not looked at");
    case "login":
      return of(
        evidence.credentials,
        "it leads to a form or a deceiving link",
        "it leads to no form and no deceiving link",
      );
    case "document":
      return of(evidence.malware + evidence.exploits, "it brings what runs or harms", "it brings no harmful file");
    case "appeal":
      return told("cannot-tell", "whether its words ask for an answer was not looked at");
  }
}

function bulkService({ evidence: { services } }: DescribedFacts): Compared {
  const bulk = services.find(({ kind }) => kind === "bulk");
  if (bulk !== undefined) return told("fits", `it went out through ${bulk.name} (${bulk.messages})`);
  return told("cannot-tell", "no known mailing service was recognised in it");
}

/** One of this many or more of those reached, and never a single one of many. */
const SHARE_OF_TARGETS = 5;

function target(walk: WalkOfLife, { roles }: DescribedFacts): Compared {
  if (roles.length === 0) return told("cannot-tell", "no roster says what the people are whom it reached");
  const inIt = roles.filter((role) => walksOf(role).includes(walk)).length;
  if (inIt > 0 && inIt * SHARE_OF_TARGETS >= roles.length) {
    return told("fits", `${inIt} of the ${roles.length} people reached whose role is known are ${walkWords(walk)}`);
  }
  // A description names all whom its senders wrote to; one house has a few of these walks of life.
  return told(
    "cannot-tell",
    `of the ${roles.length} people reached whose role is known ${inIt === 0 ? "none is" : `${inIt} are`} of these`,
  );
}

function personal({ personalAccounts }: DescribedFacts): Compared {
  if (personalAccounts === null) return told("cannot-tell", "no roster tells private accounts apart");
  if (personalAccounts === 0) return told("cannot-tell", "it was seen at no private account that was read");
  return told(
    "fits",
    `${personalAccounts} ${personalAccounts === 1 ? "person" : "people"} got it through a private account`,
  );
}

function time({ from, until }: Extract<TraitSign, { kind: "time" }>, { first, last }: DescribedFacts): Compared {
  if (first === null || last === null) return told("cannot-tell", "no message has a usable date");
  const isBefore = from !== null && last < from;
  const isAfter = until !== null && first >= until;
  if (isBefore || isAfter) return told("contradicts", `all of it was sent ${isBefore ? "before" : "after"} that time`);
  const isOpen = from === null || until === null;
  const isInside = (from === null || first >= from) && (until === null || last < until);
  return told("fits", isInside ? "all of it was sent in that time" : "some of it was sent in that time", isOpen);
}

const TELLING_CLOSELY = 3;

export function gradeOf(traits: readonly ComparedTrait[]): ConsistencyGrade {
  const fitting = traits.filter(({ fit }) => fit === "fits");
  const contradicting = traits.filter(({ fit }) => fit === "contradicts").length;
  const telling = fitting.filter(({ isBroad }) => !isBroad);
  if (fitting.length + contradicting === 0) return "untold";
  if (contradicting > telling.length) return "not";
  const kinds = new Set(telling.map(({ trait }) => trait.sign.kind)).size;
  if (contradicting === 0 && telling.length >= TELLING_CLOSELY && kinds >= 2) return "closely";
  return telling.length > 0 ? "partly" : "broadly";
}

const WORDS: Readonly<Record<ConsistencyGrade, string>> = {
  closely: "closely consistent with the description",
  partly: "partly consistent with the description",
  broadly: "consistent with the description only in what most such mail shares",
  not: "not consistent with the description",
  untold: "could not be compared with the description",
};

/** `partly consistent with the description in article.txt: …; this is no indicator match and no attribution`. */
function sentenceOf(source: string, grade: ConsistencyGrade, traits: readonly ComparedTrait[]): string {
  const count = (fit: TraitFit) => traits.filter((one) => one.fit === fit).length;
  const [fits, against, open] = [count("fits"), count("contradicts"), count("cannot-tell")];
  const figures = `of ${traits.length} things it says, ${fits} ${fits === 1 ? "fits" : "fit"}, ${against} ${against === 1 ? "contradicts" : "contradict"}, ${open} cannot be told here`;
  return `${WORDS[grade]} in ${source}: ${figures}; this is no indicator match and no attribution`;
}
