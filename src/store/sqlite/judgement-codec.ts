/** The stored forms of what the comparing steps conclude (docs/formats/case.md, "Judgement"), checked on the way in. */
import { type EpochMs, epochMs, type Sha256, sha256Of } from "../../base/brand.ts";
import {
  type Check,
  checked,
  isAbsentOr,
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isString,
} from "../../base/checks.ts";
import type { IndicatorSighting, IntelFile } from "../../case/indicator.ts";
import type {
  About,
  AccountUse,
  Campaign,
  CampaignExposure,
  CampaignIndicator,
  CampaignLink,
  ComparedLoad,
  Disclosure,
  Exposure,
  Finding,
  FormerCampaign,
  JudgedToken,
  Judgement,
  PerhapsOneMaker,
  Person,
  SharedTrait,
  TokenProof,
} from "../../case/judgement.ts";
import type { LedgerDocument, RemovedItem } from "../../case/ledger.ts";
import { isSpan, isToken } from "../packed/record-codec.ts";
import { decodeJson, encodeJson, type StoredJson } from "../packed/stored-json.ts";

const VERSION = 1;

/** Judgements of versions before rules had an `about` lack it, and `targeting`: all was about targeting then. */
type StoredFinding = Omit<Finding, "about"> & { readonly about: About | undefined };
type StoredJudgement = Omit<Judgement, "sha256" | "targeting" | "findings"> & {
  readonly v: typeof VERSION;
  readonly targeting: Judgement["targeting"] | undefined;
  readonly findings: readonly StoredFinding[];
};
type Versioned<T> = T & { readonly v: typeof VERSION };

export function encodeJudgement(judgement: Judgement): StoredJson {
  const { sha256: _, ...rest } = judgement;
  return encodeJson({ v: VERSION, ...rest });
}

export function decodeJudgement(stored: unknown, sha256: Sha256): Judgement {
  const { v: _, targeting, findings, ...rest } = checked(decodeJson(stored), isStoredJudgement, "judgement");
  const told = findings.map(({ about, ...finding }) => ({ ...finding, about: about ?? "targeting" }));
  return { sha256, ...rest, targeting: targeting ?? rest.verdict, findings: told };
}

export function encodeVersioned(
  value:
    | Campaign
    | Person
    | (Omit<IntelFile, "indicators"> & {
        readonly indicators: readonly object[];
        readonly groupNames: readonly string[];
      })
    | IndicatorSighting
    | LedgerDocument
    | RemovedItem
    | { readonly more: readonly object[] },
): StoredJson {
  return encodeJson({ v: VERSION, ...value });
}

/** Throws on what `check` does not know. */
export function decodeVersioned<T extends object>(stored: unknown, check: Check<T>, what: string): T {
  const { v: _, ...value } = checked(
    decodeJson(stored),
    (found): found is Versioned<T> => isVersioned(found) && check(found),
    what,
  );
  return value as unknown as T;
}

export function decodeCampaign(stored: unknown): Campaign {
  const { v: _, ...campaign } = checked(decodeJson(stored), isStoredCampaign, "campaign");
  return campaign;
}

export function decodePerson(stored: unknown): Person {
  const { v: _, ...person } = checked(decodeJson(stored), isStoredPerson, "person");
  return person;
}

const isStrings = isArrayOf(isString);
const isVersion = isOneOf(VERSION);
const isVersioned = isObject<{ readonly v: typeof VERSION }>({ v: isVersion });
const isVerdict = isOneOf("clear", "tracked", "suspicious", "hostile");
export const isDate: Check<EpochMs> = (value): value is EpochMs => typeof value === "number" && epochMs(value) !== null;
export const isSha256: Check<Sha256> = (value): value is Sha256 => {
  if (typeof value !== "string") return false;
  try {
    return sha256Of(value) === value;
  } catch {
    return false;
  }
};

const isFinding = isObject<StoredFinding>({
  rule: isString,
  title: isString,
  severity: isOneOf("info", "low", "medium", "high"),
  about: isAbsentOr(isOneOf("targeting", "crime", "posture")),
  techniques: isStrings,
  reasons: isStrings,
  undetermined: isStrings,
  spans: isArrayOf(isSpan),
});

const isComparedLoad = isObject<ComparedLoad>({ sha256: isSha256, load: isNumber, start: isNumber, end: isNumber });

const isProof = isObject<TokenProof>({
  role: isOneOf("recipient", "copy", "message", "forward", "shared"),
  start: isNumber,
  end: isNumber,
  reader: isString,
  other: isNullOr(isComparedLoad),
  again: isNullOr(isComparedLoad),
  readers: isNumber,
  messages: isNumber,
  campaign: isArrayOf(isSpan),
});

const isStoredJudgement = isObject<StoredJudgement>({
  v: isVersion,
  trackingClass: isOneOf("none", "commercial", "unexplained", "covert"),
  classReasons: isStrings,
  verdict: isVerdict,
  targeting: isAbsentOr(isVerdict),
  findings: isArrayOf(isFinding),
  tokens: isArrayOf(isObject<JudgedToken>({ load: isNumber, token: isToken, proof: isAbsentOr(isProof) })),
  campaign: isNullOr(isString),
  service: isString,
});

const isLink = isObject<CampaignLink>({
  from: isSha256,
  to: isSha256,
  kind: isString,
  value: isString,
  weight: isNumber,
  why: isString,
});

const isFormer = isObject<FormerCampaign>({ id: isString, how: isOneOf("joined", "split") });

const isMaker = isObject<PerhapsOneMaker>({
  campaign: isString,
  chance: isNumber,
  shared: isArrayOf(isObject<SharedTrait>({ kind: isString, value: isString, weight: isNumber, why: isString })),
  differing: isStrings,
});

const isStoredCampaign = isObject<Versioned<Campaign>>({
  v: isVersion,
  id: isString,
  title: isString,
  verdict: isVerdict,
  messages: isArrayOf(isSha256),
  people: isStrings,
  first: isNullOr(isDate),
  last: isNullOr(isDate),
  links: isArrayOf(isLink),
  techniques: isStrings,
  facts: isStrings,
  indicators: isAbsentOr(
    isArrayOf(
      isObject<CampaignIndicator>({
        value: isString,
        source: isString,
        place: isString,
        groups: isStrings,
        messages: isNumber,
      }),
    ),
  ),
  formerly: isAbsentOr(isArrayOf(isFormer)),
  perhapsOneMaker: isAbsentOr(isArrayOf(isMaker)),
});

const isDisclosure: Check<Disclosure> = isOneOf(
  ...(["live", "scan", "opened", "network", "device", "client", "answer", "action", "others"] as const),
);

const isLikelihood = isOneOf("possible", "probable", "confirmed");

const isExposure = isObject<Exposure>({
  level: isOneOf(0, 1, 2, 3, 4, 5, 6),
  likelihood: isLikelihood,
  reasons: isStrings,
  learned: isAbsentOr(isArrayOf(isDisclosure)),
  learnedAs: isAbsentOr(
    isObject<NonNullable<Exposure["learnedAs"]>>({
      live: isAbsentOr(isLikelihood),
      scan: isAbsentOr(isLikelihood),
      opened: isAbsentOr(isLikelihood),
      network: isAbsentOr(isLikelihood),
      device: isAbsentOr(isLikelihood),
      client: isAbsentOr(isLikelihood),
      answer: isAbsentOr(isLikelihood),
      action: isAbsentOr(isLikelihood),
      others: isAbsentOr(isLikelihood),
    }),
  ),
});

const isAccount = isObject<AccountUse>({
  address: isString,
  messages: isNumber,
  first: isNullOr(isDate),
  last: isNullOr(isDate),
});

const isCampaignExposure = isObject<CampaignExposure>({
  campaign: isNullOr(isString),
  messages: isNumber,
  first: isNullOr(isDate),
  last: isNullOr(isDate),
  exposure: isExposure,
});

const isStoredPerson = isObject<Versioned<Person>>({
  v: isVersion,
  id: isString,
  name: isString,
  addresses: isStrings,
  role: isString,
  messages: isArrayOf(isSha256),
  messagesAll: isNumber,
  first: isNullOr(isDate),
  last: isNullOr(isDate),
  exposure: isExposure,
  onRoster: isAbsentOr(isBoolean),
  groups: isAbsentOr(isStrings),
  household: isAbsentOr(isString),
  accounts: isAbsentOr(isArrayOf(isAccount)),
  campaigns: isAbsentOr(isArrayOf(isCampaignExposure)),
});
