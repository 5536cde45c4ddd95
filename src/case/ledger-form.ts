/** The forms of the ledger, checked where they come in from outside: from the case, and from bundles that somebody wrote. */
import { type EpochMs, epochMs } from "../base/brand.ts";
import {
  type Check,
  isAbsentOr,
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isString,
} from "../base/checks.ts";
import {
  ASSERTION_KINDS,
  type Assertion,
  PARTY_KINDS,
  type Party,
  type StatedConfidence,
  type StatedQuantity,
  type StatedTechnique,
  type StatedTime,
} from "./assertion.ts";
import type { Quote } from "./document.ts";
import type { HuntingProfile, ProfileTrait, TraitSign } from "./hunting-profile.ts";
import type { UnusableIndicator } from "./indicator.ts";
import type { AliasClaim, LedgerDocument, LedgerStatement, QuotedIndicator } from "./ledger.ts";
import { isWalkOfLife } from "./walks-of-life.ts";

const isDate: Check<EpochMs> = (value): value is EpochMs => typeof value === "number" && epochMs(value) !== null;

const isSha256: Check<string> = (value): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const isQuote = isObject<Quote>({ text: isString, start: isNumber, end: isNumber, page: isNumber, line: isNumber });

const isParty = isObject<Party>({
  kind: isOneOf(...PARTY_KINDS),
  name: isString,
  words: isString,
  country: isString,
  count: isNullOr(isNumber),
});

const isTime = isObject<StatedTime>({ from: isNullOr(isDate), until: isNullOr(isDate), words: isString });

const isQuantity = isObject<StatedQuantity>({
  what: isString,
  min: isNullOr(isNumber),
  max: isNullOr(isNumber),
  quote: isQuote,
});

const isTechnique = isObject<StatedTechnique>({ id: isString, name: isString, quote: isQuote });

const isAssertion = isObject<Assertion>({
  id: isString,
  kind: isOneOf(...ASSERTION_KINDS),
  by: isArrayOf(isParty),
  via: isArrayOf(isParty),
  against: isArrayOf(isParty),
  targets: isArrayOf(isParty),
  about: isString,
  time: isNullOr(isTime),
  date: isNullOr(isTime),
  confidence: isObject<StatedConfidence>({
    words: isString,
    scale: isOneOf("phia", "icd-203", "analytic-confidence", ""),
    low: isNullOr(isNumber),
    high: isNullOr(isNumber),
  }),
  isNegated: isBoolean,
  techniques: isArrayOf(isTechnique),
  quantities: isArrayOf(isQuantity),
  quote: isQuote,
});

/** Is it a statement as the ledger has them? */
export const isLedgerStatement = isObject<LedgerStatement>({
  assertion: isAssertion,
  isVerbatim: isBoolean,
  publisher: isString,
  source: isString,
  mark: isOneOf("P", "S", ""),
});

/** Is it an indicator with its quote? */
export const isQuotedIndicator = isObject<QuotedIndicator>({
  type: isString,
  value: isString,
  quote: isQuote,
  doubt: isNullOr(isString),
});

const isSignOf: { readonly [K in TraitSign["kind"]]: Check<Extract<TraitSign, { readonly kind: K }>> } = {
  technique: isObject<Extract<TraitSign, { kind: "technique" }>>({ kind: isOneOf("technique"), id: isString }),
  opening: isObject<Extract<TraitSign, { kind: "opening" }>>({ kind: isOneOf("opening") }),
  lure: isObject<Extract<TraitSign, { kind: "lure" }>>({
    kind: isOneOf("lure"),
    lure: isOneOf("news", "invitation", "login", "document", "appeal"),
  }),
  "bulk-service": isObject<Extract<TraitSign, { kind: "bulk-service" }>>({ kind: isOneOf("bulk-service") }),
  target: isObject<Extract<TraitSign, { kind: "target" }>>({ kind: isOneOf("target"), walk: isWalkOfLife }),
  "personal-accounts": isObject<Extract<TraitSign, { kind: "personal-accounts" }>>({
    kind: isOneOf("personal-accounts"),
  }),
  time: isObject<Extract<TraitSign, { kind: "time" }>>({
    kind: isOneOf("time"),
    from: isNullOr(isDate),
    until: isNullOr(isDate),
  }),
};

const isSign: Check<TraitSign> = (value): value is TraitSign =>
  Object.values(isSignOf).some((check: Check<unknown>) => check(value));

const isProfile = isObject<HuntingProfile>({
  source: isString,
  sha256: isSha256,
  traits: isArrayOf(isObject<ProfileTrait>({ sign: isSign, says: isString, quote: isQuote })),
  beyondMail: isArrayOf(isString),
});

/** Is it a document as the ledger has them? Further fields are let through. */
export const isLedgerDocument = isObject<LedgerDocument>({
  id: isString,
  origin: isOneOf("added", "by-hand", "shipped"),
  source: isString,
  sha256: isSha256,
  size: isNumber,
  format: isOneOf(
    ...([
      "text",
      "markdown",
      "html",
      "pdf",
      "docx",
      "eml",
      "stix",
      "misp",
      "openioc",
      "stix-1",
      "csv",
      "statements",
    ] as const),
  ),
  title: isString,
  publisher: isString,
  vouchedBy: isAbsentOr(isOneOf("user", "server")),
  date: isNullOr(isDate),
  language: isString,
  tlp: isString,
  revision: isNumber,
  statements: isArrayOf(isLedgerStatement),
  aliases: isArrayOf(
    isObject<AliasClaim>({ by: isString, name: isString, aliases: isArrayOf(isString), source: isString }),
  ),
  indicators: isArrayOf(isQuotedIndicator),
  rejectedCount: isNumber,
  rejected: isAbsentOr(isArrayOf(isObject<UnusableIndicator>({ place: isString, text: isString, why: isString }))),
  techniques: isArrayOf(isTechnique),
  quantities: isArrayOf(isQuantity),
  actors: isArrayOf(isParty),
  targets: isArrayOf(isParty),
  unread: isArrayOf(isQuote),
  nameWords: isAbsentOr(isArrayOf(isString)),
  problems: isArrayOf(isString),
  added: isAbsentOr(isDate),
  isPartial: isBoolean,
  profile: isAbsentOr(isNullOr(isProfile)),
});
