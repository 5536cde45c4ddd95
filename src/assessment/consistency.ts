/**
 * A campaign against the description of one in a document: what fits, what contradicts, what cannot be told here. Consistency with
 * a description is no indicator match and no attribution; the sentence says so each time. The same input gives the same grade.
 *
 * What most campaigns of anybody would fit is broad, and tells nothing: a description that names every way and everybody fits all of
 * them. What was not recognised contradicts nothing; only what cannot be otherwise does.
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
  /** Of the messages that were looked at: with a load that opening fires · with a link or a form · with an attached file. */
  readonly loading: number;
  readonly linking: number;
  readonly attaching: number;
  /** MITRE ATT&CK ids of its findings. */
  readonly techniques: readonly string[];
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  /** Of the people reached, those of whom a role or a group is known: all of one person's words together. */
  readonly roles: readonly string[];
  /** The same of all whose mail was read: a target that nearly all of them are tells no campaign from another. */
  readonly houseRoles: readonly string[];
  /** First and last day of all mail that was read; null where unknown. */
  readonly period: { readonly first: EpochMs; readonly last: EpochMs } | null;
  /** People reached through an account that the roster calls private; null where no roster tells. */
  readonly personalAccounts: number | null;
}

export function consistencyOf(profile: HuntingProfile, facts: DescribedFacts): Consistency {
  const compared = profile.traits.map((trait): ComparedTrait => ({ trait, ...compare(trait, facts) }));
  const traits = sweeping(withWays(compared));
  const grade = gradeOf(traits);
  const { source, sha256 } = profile;
  return { source, sha256, grade, traits, sentence: sentenceOf(source, grade, traits) };
}

/**
 * What the mail did, and what it posed as: a description names all ways of its senders, and no campaign goes all of them. Where one
 * fits, the others contradict nothing.
 */
function withWays(traits: readonly ComparedTrait[]): readonly ComparedTrait[] {
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

function isWay({ trait: { sign } }: ComparedTrait): boolean {
  return sign.kind === "lure" || sign.kind === "opening";
}

/** Named by one description: from here on nearly every campaign goes one of the ways (of six), or reaches one of the walks of life (of fifteen). */
const WAYS_SWEEPING = 4;
const WALKS_SWEEPING = 6;
/** Techniques of mail, where a report lists all that it knows. */
const TECHNIQUES_SWEEPING = 8;

/** The more alternatives a description names, the less it tells that one of them fits. */
function sweeping(traits: readonly ComparedTrait[]): readonly ComparedTrait[] {
  const count = (is: (one: ComparedTrait) => boolean) => traits.filter(is).length;
  const isOf = (kind: TraitSign["kind"]) => (one: ComparedTrait) => one.trait.sign.kind === kind;
  const rows = [
    { is: isWay, named: count(isWay), from: WAYS_SWEEPING, what: "ways" },
    { is: isOf("target"), named: count(isOf("target")), from: WALKS_SWEEPING, what: "walks of life" },
    { is: isOf("technique"), named: count(isOf("technique")), from: TECHNIQUES_SWEEPING, what: "techniques" },
  ];
  return traits.map((one) => {
    const row = rows.find(({ is, named, from }) => is(one) && named >= from);
    if (row === undefined || one.fit !== "fits") return one;
    return {
      ...one,
      isBroad: true,
      why: `${one.why}; the description names ${row.named} ${row.what}, so that one of them fits says little`,
    };
  });
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

/** Phishing as such, posing as somebody, and what most mail of interest does: half of all findings bear one of these. */
const BROAD_TECHNIQUES = /^T(?:1566|1598|1204|1656|1027|1036)(?:\.|$)/;

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

function opening({ evidence, loading }: DescribedFacts): Compared {
  const { hiddenPersonal, likelyOnly, messages } = evidence;
  if (hiddenPersonal > 0) return told("fits", `hidden loads name each reader in ${hiddenPersonal} of ${messages}`);
  if (likelyOnly > 0) return told("cannot-tell", "its loads may tell readers apart; one copy cannot show it");
  if (loading > 0)
    return told("cannot-tell", `opening it loads something, and nothing shows that this names its reader`);
  return told("contradicts", "opening it loads nothing, so it tells its sender nothing");
}

function lure(kind: Lure, { evidence, linking, attaching }: DescribedFacts): Compared {
  const { messages } = evidence;
  const of = (count: number, yes: string): Compared | null =>
    count > 0 ? told("fits", `${yes} (${count} of ${messages})`) : null;
  switch (kind) {
    case "news":
      return of(evidence.news, "it reads like news") ?? told("cannot-tell", "it was not recognised as news");
    case "invitation":
      return (
        of(evidence.invitations, "it invites") ??
        told("cannot-tell", "it has no calendar invitation; whether its words invite was not looked at")
      );
    case "login":
      if (linking + attaching === 0)
        return told("contradicts", "it has no link, no form and no file that could lead to one");
      return (
        of(evidence.credentials, "it leads to a form or a deceiving link") ??
        told("cannot-tell", "where its links lead was not looked at, since that would answer the sender")
      );
    case "document":
      if (linking + attaching === 0) return told("contradicts", "it brings no file, and no link to one");
      return (
        of(evidence.malware + evidence.exploits, "it brings what runs or harms") ??
        told("cannot-tell", "no harmful file was recognised in it")
      );
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
/** One of this many of all whose mail was read: any campaign here would reach some of them. */
const HOUSE_SHARE = 2;

function target(walk: WalkOfLife, { roles, houseRoles }: DescribedFacts): Compared {
  if (roles.length === 0) return told("cannot-tell", "no roster says what the people are whom it reached");
  const countIn = (all: readonly string[]) => all.filter((role) => walksOf(role).includes(walk)).length;
  const inIt = countIn(roles);
  if (inIt > 0 && inIt * SHARE_OF_TARGETS >= roles.length) {
    const house = countIn(houseRoles);
    const isBroad = house > 0 && house * HOUSE_SHARE >= houseRoles.length;
    const why = `${inIt} of the ${roles.length} people reached whose role is known are ${walkWords(walk)}`;
    return told("fits", isBroad ? `${why}, as ${house} of all ${houseRoles.length} are` : why, isBroad);
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

function time(
  { from, until }: Extract<TraitSign, { kind: "time" }>,
  { first, last, period }: DescribedFacts,
): Compared {
  if (first === null || last === null) return told("cannot-tell", "no message has a usable date");
  const isBefore = from !== null && last < from;
  const isAfter = until !== null && first >= until;
  if (isBefore || isAfter) return told("contradicts", `all of it was sent ${isBefore ? "before" : "after"} that time`);
  const isInside = (from === null || first >= from) && (until === null || last < until);
  const why = isInside ? "all of it was sent in that time" : "some of it was sent in that time";
  if (from === null || until === null) return told("fits", why, true);
  const isLong = isMostOf(from, until, period);
  return told("fits", isLong ? `${why}, as most of the mail that was read` : why, isLong);
}

const YEAR_MS = 366 * 86_400_000;
/** Where the case's own period is unknown. */
const LONG_YEARS = 3;

/** Half and more of the time that the mail is of lies in it: then any campaign here is likely to. */
function isMostOf(from: EpochMs, until: EpochMs, period: DescribedFacts["period"]): boolean {
  if (period === null || period.last <= period.first) return until - from > LONG_YEARS * YEAR_MS;
  const shared = Math.min(until, period.last) - Math.max(from, period.first);
  return shared * 2 >= period.last - period.first;
}

const TELLING_CLOSELY = 3;
/** Telling traits among all: one in so many, or the description was hardly met. */
const CLOSELY_SHARE = 3;

/** What a trait is about; what mail did, however many words a report has for it, is one thing. */
const ASPECTS: Readonly<Record<TraitSign["kind"], "how" | "sent-by" | "whom" | "when">> = {
  technique: "how",
  opening: "how",
  lure: "how",
  "bulk-service": "sent-by",
  target: "whom",
  "personal-accounts": "whom",
  time: "when",
};

export function gradeOf(traits: readonly ComparedTrait[]): ConsistencyGrade {
  const fitting = traits.filter(({ fit }) => fit === "fits");
  const contradicting = traits.filter(({ fit }) => fit === "contradicts").length;
  const telling = fitting.filter(({ isBroad }) => !isBroad);
  if (fitting.length + contradicting === 0) return "untold";
  if (contradicting > 0 && contradicting >= telling.length) return "not";
  const aspects = new Set(telling.map(({ trait }) => ASPECTS[trait.sign.kind])).size;
  const isMuch = telling.length >= TELLING_CLOSELY && telling.length * CLOSELY_SHARE >= traits.length;
  if (contradicting === 0 && isMuch && aspects >= 2) return "closely";
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
