/**
 * Weighs competing explanations of a campaign (analysis of competing hypotheses): each evidence item that was seen is laid
 * against each explanation, and what speaks against one makes it less likely. What fits everything counts for nothing.
 *
 * Guarantees: no group is named without an unshared indicator, infrastructure or statement; a name's technique weighs
 * nothing. Weak items together never decide. Little evidence gives no estimate at all, and the reasons why. The same
 * evidence gives the same assessment. Source: DESIGN 3; Heuer, Psychology of Intelligence Analysis, chapter 8.
 */
import type { KnownGroup } from "../case/intel.ts";
import type { CampaignEvidence } from "./evidence.ts";
import { EXPLANATION_KINDS, EXPLANATIONS, type Explanation, type ExplanationKind } from "./explanations.ts";
import { type Cell, type EvidenceItem, ITEMS } from "./items.ts";
import { type EstimateWords, wordsOf } from "./scale.ts";

export interface SeenItem {
  readonly id: string;
  readonly sentence: string;
  /** Null for one that may weigh all it says. */
  readonly weakBecause: string | null;
  readonly cells: Readonly<Record<ExplanationKind, Cell>>;
}

export interface WeighedExplanation extends Explanation {
  /** Named only where a match allows it. */
  readonly groups: readonly string[];
  /** Null where the evidence is not enough for a word. */
  readonly estimate: EstimateWords | null;
  /** Why there is none; empty where there is one. */
  readonly notEstimated: string;
  /** Items that speak for and against it, by id. */
  readonly consistent: readonly string[];
  readonly inconsistent: readonly string[];
}

export type Confidence = "low" | "moderate" | "high";

export interface Attribution {
  /** `none`: no intelligence was given · `unmatched`: given, and nothing ties the campaign to a group · `matched`. */
  readonly kind: "none" | "unmatched" | "matched";
  /** DESIGN 1: `consistent with …; also consistent with …`; null for `none`. Names only what a match ties to the campaign. */
  readonly sentence: string | null;
}

export interface Assessment {
  readonly items: readonly SeenItem[];
  /** Most likely first; without estimates in the fixed order. */
  readonly explanations: readonly WeighedExplanation[];
  /** False: nothing is estimated, and `reasons` say why. */
  readonly isEnough: boolean;
  /** Why the evidence is not enough, or why confidence is what it is. */
  readonly reasons: readonly string[];
  readonly confidence: Confidence;
  /** Items without which another explanation would lead, or the leading one would get a weaker word; by id. */
  readonly linchpins: readonly string[];
  readonly attribution: Attribution;
}

/** What a cell takes from an explanation's share, in natural logarithms: somewhat a third, clearly two thirds, strongly over nine tenths. */
const TAKES = [0, 0.4, 1.2, 2.5] as const;
/** All weak items together take no more than this from one explanation. */
const WEAK_TAKES_MAX = 0.8;
/** Where confidence is low, all of it weighs less. */
const LOW_CONFIDENCE_FACTOR = 0.6;
/** The mail alone never makes anything almost certain. */
const SHARE_MAX = 0.9;
/** Items that tell explanations apart and are not weak: fewer are not enough. */
const TELLING_MIN = 2;

const CHOSEN: ReadonlySet<ExplanationKind> = new Set(["accused", "other-group", "unknown"]);

export function assess(evidence: CampaignEvidence): Assessment {
  const items = seenItems(evidence);
  const attribution = attributionOf(evidence);
  const lacking = lackingReasons(evidence, items);
  const { confidence, reasons } = confidenceOf(evidence, items);
  const isEnough = lacking.length === 0;
  const shares = sharesOf(items, confidence, evidence);
  const explanations = EXPLANATION_KINDS.filter((kind) => hasPlace(kind, evidence)).map((kind) =>
    weighed(kind, { items, evidence, share: isEnough ? (shares.get(kind) ?? null) : null }),
  );
  const order = (one: WeighedExplanation) => shares.get(one.kind) ?? -1;
  return {
    items,
    explanations: isEnough ? explanations.toSorted((a, b) => order(b) - order(a)) : explanations,
    isEnough,
    reasons: isEnough ? reasons : lacking,
    confidence: isEnough ? confidence : "low",
    linchpins: isEnough ? linchpinsOf(items, confidence, evidence) : [],
    attribution,
  };
}

/** The explanation that leads, when it has a word above even chances; null otherwise. */
export function leadingOf({ explanations, isEnough }: Assessment): WeighedExplanation | null {
  const first = explanations[0];
  return isEnough && first?.estimate != null && first.estimate.from > 50 ? first : null;
}

function seenItems(evidence: CampaignEvidence): readonly SeenItem[] {
  return ITEMS.flatMap((item) => {
    const sentence = item.seen(evidence);
    return sentence === null ? [] : [seen(item, sentence, evidence)];
  });
}

function seen({ id, weakBecause, cells }: EvidenceItem, sentence: string, evidence: CampaignEvidence): SeenItem {
  return { id, sentence, weakBecause: weakBecause?.(evidence) ?? null, cells };
}

/** Groups stand among the explanations where intelligence knows some. */
function hasPlace(kind: ExplanationKind, { intel: { groups, matches } }: CampaignEvidence): boolean {
  if (kind === "accused") return groups.some(({ standing }) => standing === "accused");
  if (kind === "other-group") {
    const known = new Set(groups.map(({ name }) => name));
    return (
      groups.some(({ standing }) => standing === "known") ||
      matches.some(({ group }) => group !== null && !known.has(group))
    );
  }
  return true;
}

function lackingReasons({ messages, timing }: CampaignEvidence, items: readonly SeenItem[]): readonly string[] {
  const telling = items.filter(isTelling);
  const reasons: string[] = [];
  if (messages <= 1) reasons.push("There is one message only: nothing can be compared.");
  if (telling.length < TELLING_MIN) {
    reasons.push(
      telling.length === 0
        ? "Nothing that was found tells the explanations apart."
        : "Only one thing that was found tells the explanations apart.",
    );
    if (timing.spanDays === null) reasons.push("No message has a usable date.");
  }
  return reasons;
}

/** It is not weak, and speaks against some explanation but not against all. */
function isTelling({ cells, weakBecause }: SeenItem): boolean {
  const against = Object.values(cells).map((cell) => cell.against);
  return weakBecause === null && against.some((n) => n > 0) && against.some((n) => n === 0);
}

function confidenceOf(
  evidence: CampaignEvidence,
  items: readonly SeenItem[],
): { readonly confidence: Confidence; readonly reasons: readonly string[] } {
  const low: string[] = [];
  if (evidence.readers <= 1) low.push("It reached one person only, so nothing shows how readers were chosen.");
  if (evidence.timing.spanDays === null) low.push("No message has a usable date.");
  if (evidence.messages < 3) low.push(`There are only ${evidence.messages} messages.`);
  if (low.length > 0) return { confidence: "low", reasons: low };
  const own = evidence.intel.matches.filter(({ isShared }) => !isShared);
  // One source alone makes nothing sure; and where sources tie it to a group, one that is vouched for must do so, too.
  const isTied = own.some(({ group }) => group !== null);
  const isSourced =
    own.some(({ isOfficial, group }) => isOfficial && (group !== null || !isTied)) &&
    new Set(own.map(({ value }) => value)).size >= 2 &&
    new Set(own.map(({ document, source }) => document ?? source)).size >= 2;
  if (isSourced && evidence.messages >= 10 && items.filter(isTelling).length >= 5) {
    return {
      confidence: "high",
      reasons: [
        "Several kinds of evidence agree, and several sources, one of them vouched for as official, name values of the campaign.",
      ],
    };
  }
  if (own.length > 0) {
    return {
      confidence: "moderate",
      reasons: [
        "It rests on the mail, which its sender wrote, and on what the sources say; no log or witness confirms it.",
      ],
    };
  }
  return {
    confidence: "moderate",
    reasons: ["It rests on the mail alone, which its sender wrote; no log, witness or official source confirms it."],
  };
}

function sharesOf(
  items: readonly SeenItem[],
  confidence: Confidence,
  evidence: CampaignEvidence,
): ReadonlyMap<ExplanationKind, number> {
  const factor = confidence === "low" ? LOW_CONFIDENCE_FACTOR : 1;
  const kinds = EXPLANATION_KINDS.filter((kind) => canBeEstimated(kind, evidence));
  const chosen = kinds.filter((kind) => CHOSEN.has(kind)).length;
  const weights = kinds.map((kind) => {
    // What is said of "somebody chose these readers" is shared out among those who may have.
    const start = CHOSEN.has(kind) ? 1 / chosen : 1;
    return [kind, start * Math.exp(-factor * takenFrom(kind, items))] as const;
  });
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return new Map(weights.map(([kind, weight]) => [kind, Math.min(SHARE_MAX, weight / sum)]));
}

function takenFrom(kind: ExplanationKind, items: readonly SeenItem[]): number {
  let strong = 0;
  let weak = 0;
  for (const { cells, weakBecause } of items) {
    const { against } = cells[kind];
    if (weakBecause === null) strong += TAKES[against];
    else weak += Math.min(TAKES[against], TAKES[1]);
  }
  return strong + Math.min(weak, WEAK_TAKES_MAX);
}

/** A group gets a word only where a source ties the campaign to one: else the technique would be all there is. */
function canBeEstimated(kind: ExplanationKind, evidence: CampaignEvidence): boolean {
  if (kind === "accused") return namedGroups("accused", evidence).length > 0;
  if (kind === "other-group") return namedGroups("other-group", evidence).length > 0;
  return true;
}

function namedGroups(kind: ExplanationKind, { intel: { groups, matches } }: CampaignEvidence): readonly string[] {
  if (kind !== "accused" && kind !== "other-group") return [];
  const accused = new Set(groups.filter(({ standing }) => standing === "accused").map(({ name }) => name));
  const named = matches.flatMap(({ group, isShared }) => (group === null || isShared ? [] : [group]));
  return [...new Set(named)].filter((group) => accused.has(group) === (kind === "accused")).sort();
}

function weighed(
  kind: ExplanationKind,
  {
    items,
    evidence,
    share,
  }: { readonly items: readonly SeenItem[]; readonly evidence: CampaignEvidence; readonly share: number | null },
): WeighedExplanation {
  const ids = (fit: Cell["fit"]) => items.filter(({ cells }) => cells[kind].fit === fit).map(({ id }) => id);
  return {
    ...EXPLANATIONS[kind],
    groups: namedGroups(kind, evidence),
    estimate: share === null ? null : wordsOf(share),
    notEstimated: share === null ? notEstimatedReason(kind, evidence) : "",
    consistent: ids("consistent"),
    inconsistent: ids("inconsistent"),
  };
}

function notEstimatedReason(kind: ExplanationKind, evidence: CampaignEvidence): string {
  return canBeEstimated(kind, evidence)
    ? "not enough to tell"
    : "not enough to tell: nothing in the campaign is tied to such a group, and a technique is not an actor";
}

/** Leaves out one item after the other. */
function linchpinsOf(
  items: readonly SeenItem[],
  confidence: Confidence,
  evidence: CampaignEvidence,
): readonly string[] {
  const leader = leaderOf(sharesOf(items, confidence, evidence));
  if (leader === null) return [];
  return items
    .filter((item) => {
      const without = leaderOf(
        sharesOf(
          items.filter((other) => other !== item),
          confidence,
          evidence,
        ),
      );
      return without === null || without.kind !== leader.kind || without.words.from < leader.words.from;
    })
    .map(({ id }) => id);
}

function leaderOf(
  shares: ReadonlyMap<ExplanationKind, number>,
): { readonly kind: ExplanationKind; readonly words: EstimateWords } | null {
  const [first] = [...shares].sort(([, a], [, b]) => b - a);
  return first === undefined ? null : { kind: first[0], words: wordsOf(first[1]) };
}

function attributionOf(evidence: CampaignEvidence): Attribution {
  const { groups, matches } = evidence.intel;
  if (groups.length === 0 && matches.length === 0) return { kind: "none", sentence: null };
  const accused = namedGroups("accused", evidence);
  const others = namedGroups("other-group", evidence);
  if (accused.length + others.length === 0) {
    const nameless = matches.some(({ group, isShared }) => group === null && !isShared);
    return {
      kind: "unmatched",
      sentence: nameless
        ? "a source calls a value of it malicious and names no group; nobody can be named"
        : "nothing in it is tied to a group of the given intelligence; its technique alone fits several",
    };
  }
  const parts = [
    ...(accused.length > 0 ? [`consistent with the accused group (${accused.join(", ")})`] : []),
    ...groups.filter(({ name }) => accused.includes(name)).flatMap(standingWords),
    ...(others.length > 0
      ? [
          `${accused.length > 0 ? "also consistent" : "consistent"} with ${others.length === 1 ? "another known group" : `${others.length} other known groups`} (${others.join(", ")})`,
        ]
      : []),
    "somebody who came by the same hosts is not ruled out",
  ];
  return { kind: "matched", sentence: parts.join("; ") };
}

/** Who accuses a group, and who denies that: an accusation stands nowhere without its denial. */
function standingWords({ name, accusedBy = [], deniedBy = [], accusedAs }: KnownGroup): readonly string[] {
  if (accusedBy.length === 0) return [];
  const alias =
    accusedAs === undefined
      ? ""
      : ` under the name ${accusedAs.name}, which ${accusedAs.by} takes for it, a claim and no identity:`;
  const denied =
    deniedBy.length === 0 ? "no denial of it is in the record that was given" : `denied by ${deniedBy.join(", ")}`;
  return [`${name} is accused${alias} by ${accusedBy.join(", ")}; ${denied}`];
}
