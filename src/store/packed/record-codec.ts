/**
 * The stored form of a message's record (docs/formats/case.md, "Record"): JSON with a version, the hash left to its
 * column, and loads without the fields that hold their usual value.
 */
import { type EpochMs, epochMs, type Sha256 } from "../../base/brand.ts";
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
  isTrue,
} from "../../base/checks.ts";
import type { Problem } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import type {
  AddressRecord,
  AttachedFileRecord,
  AuthCheckRecord,
  AuthResultRecord,
  ClaimsRecord,
  ContentRecord,
  LoadRecord,
  MessageRecord,
  OtherFromRecord,
  OutlookRecord,
  PieceRecord,
  PrintRecord,
  ReceiptRecord,
  RuleAnswerRecord,
  RuleAnswersRecord,
  TokenRecord,
} from "../../case/record.ts";
import { decodeJson, encodeJson, type StoredJson } from "./stored-json.ts";

const VERSION = 1;

/** Fields after `url` are left out when `unpackLoad` would put the same value there. */
interface StoredLoad {
  readonly vector: string;
  readonly url: string;
  readonly resolved: string | undefined;
  readonly host: string;
  readonly domain: string | undefined;
  readonly hidden: true | undefined;
  readonly why: string;
  readonly fires: LoadRecord["fires"] | undefined;
  readonly token: TokenRecord | undefined;
  readonly view: string | undefined;
  readonly span: readonly number[];
}

/** `otherFroms` is left out when there are none. */
type StoredClaims = Omit<ClaimsRecord, "otherFroms"> & { readonly otherFroms: ClaimsRecord["otherFroms"] | undefined };

/** Without `fidelity` and `outlook` for original bytes, without `piece` for a whole message, without `received` where no server says so, without `answers` where it names none, without `receipt` where it is none, without `checks` and `rules` where none were asked. */
type StoredRecord = Omit<
  MessageRecord,
  | "sha256"
  | "loads"
  | "flags"
  | "claims"
  | "fidelity"
  | "outlook"
  | "piece"
  | "received"
  | "answers"
  | "receipt"
  | "checks"
  | "attached"
  | "print"
  | "rules"
> & {
  /** Its empty fields are left out. */
  readonly print: StoredPrint | undefined;
  readonly received: true | undefined;
  readonly answers: readonly string[] | undefined;
  readonly receipt: ReceiptRecord | undefined;
  readonly rules: RuleAnswersRecord | undefined;
  readonly outlook: OutlookRecord | undefined;
  readonly piece: PieceRecord | undefined;
  readonly checks: readonly AuthCheckRecord[] | undefined;
  readonly attached: readonly AttachedFileRecord[] | undefined;
  readonly v: typeof VERSION;
  /** Left out when there are none. */
  readonly flags: readonly string[] | undefined;
  readonly claims: StoredClaims;
  readonly loads: readonly StoredLoad[];
};

const NO_TOKEN: TokenRecord = { kind: "none", value: "", detail: "", address: null };

export function encodeRecord(record: MessageRecord): StoredJson {
  const {
    sha256: _,
    fidelity: _said,
    outlook,
    piece,
    received,
    answers,
    receipt,
    loads,
    flags,
    claims,
    print,
    rules,
    ...facts
  } = record;
  return encodeJson({
    v: VERSION,
    ...facts,
    outlook: outlook ?? undefined,
    piece: piece ?? undefined,
    received,
    answers,
    receipt,
    flags: flags.length === 0 ? undefined : flags,
    claims: packClaims(claims),
    loads: loads.map(packLoad),
    print: print === undefined ? undefined : packPrint(print),
    rules: rules ?? undefined,
  });
}

/** Throws on what `encodeRecord` never makes. */
export function decodeRecord(stored: unknown, sha256: Sha256): MessageRecord {
  const {
    v: _,
    outlook,
    piece,
    loads,
    flags,
    claims,
    rules,
    received,
    answers,
    receipt,
    checks,
    attached,
    print,
    ...facts
  } = checked(decodeJson(stored), isStoredRecord, "record");
  const fidelity = outlook === undefined ? "original" : "rebuilt";
  const whole = { ...claims, otherFroms: claims.otherFroms ?? [] };
  return {
    sha256,
    ...facts,
    ...(received === undefined ? {} : { received }),
    ...(answers === undefined ? {} : { answers }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(checks === undefined ? {} : { checks }),
    fidelity,
    outlook: outlook ?? null,
    piece: piece ?? null,
    flags: flags ?? [],
    claims: whole,
    loads: loads.map(unpackLoad),
    ...(print === undefined ? {} : { print: unpackPrint(print) }),
    ...(attached === undefined ? {} : { attached }),
    rules: rules ?? null,
  };
}

function packClaims(claims: ClaimsRecord): StoredClaims {
  return claims.otherFroms.length > 0 ? claims : { ...claims, otherFroms: undefined };
}

function packPrint(print: PrintRecord): StoredPrint {
  return {
    header: print.header || undefined,
    structure: print.structure || undefined,
    boundary: print.boundary || undefined,
    markup: print.markup || undefined,
    tags: print.tags || undefined,
    files: print.files.length === 0 ? undefined : print.files,
    text: print.text || undefined,
    zone: print.zone || undefined,
    origin: print.origin || undefined,
    helo: print.helo || undefined,
  };
}

function unpackPrint(print: StoredPrint): PrintRecord {
  return {
    header: print.header ?? "",
    structure: print.structure ?? "",
    boundary: print.boundary ?? "",
    markup: print.markup ?? "",
    tags: print.tags ?? "",
    files: print.files ?? [],
    text: print.text ?? "",
    zone: print.zone ?? "",
    origin: print.origin ?? "",
    helo: print.helo ?? "",
  };
}

/** JSON leaves out fields that are undefined. */
function packLoad(load: LoadRecord): StoredLoad {
  return {
    vector: load.vector,
    url: load.url,
    resolved: load.resolved === load.url ? undefined : load.resolved,
    host: load.host,
    domain: load.domain === load.host ? undefined : load.domain,
    hidden: load.hidden || undefined,
    why: load.why,
    fires: load.fires === "open" ? undefined : load.fires,
    token: isNoToken(load.token) ? undefined : load.token,
    view: load.view === "" ? undefined : load.view,
    span: [load.span.start, load.span.end],
  };
}

function unpackLoad(load: StoredLoad): LoadRecord {
  return {
    vector: load.vector,
    url: load.url,
    resolved: load.resolved ?? load.url,
    host: load.host,
    domain: load.domain ?? load.host,
    hidden: load.hidden ?? false,
    why: load.why,
    fires: load.fires ?? "open",
    token: load.token ?? NO_TOKEN,
    view: load.view ?? "",
    span: { start: load.span[0] ?? 0, end: load.span[1] ?? 0 },
  };
}

function isNoToken(token: TokenRecord): boolean {
  return token.kind === "none" && token.value === "" && token.detail === "" && token.address === null;
}

export const isEpochMs: Check<EpochMs> = (value): value is EpochMs =>
  typeof value === "number" && epochMs(value) !== null;

export const isSpan: Check<Span> = isObject<Span>({ start: isNumber, end: isNumber });

const isPair: Check<readonly number[]> = (value): value is readonly number[] =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber);

// The type has an optional field, so it is checked by hand: absent and undefined are the same in JSON.
const isProblem: Check<Problem> = (value): value is Problem =>
  isObject<{ code: string; span: Span | undefined }>({ code: isString, span: isAbsentOr(isSpan) })(value);

export const isAddress = isObject<AddressRecord>({ name: isString, address: isString });

export const isToken: Check<TokenRecord> = isObject<TokenRecord>({
  kind: isOneOf("decoded", "proven", "likely", "none"),
  value: isString,
  detail: isString,
  address: isNullOr(isString),
});

const isStoredLoad = isObject<StoredLoad>({
  vector: isString,
  url: isString,
  resolved: isAbsentOr(isString),
  host: isString,
  domain: isAbsentOr(isString),
  hidden: (value): value is true | undefined => value === true || value === undefined,
  why: isString,
  fires: isAbsentOr(isOneOf("open", "click", "receipt", "attachment", "delivery")),
  token: isAbsentOr(isToken),
  view: isAbsentOr(isString),
  span: isPair,
});

const isAuthResult = isObject<AuthResultRecord>({
  authservId: isString,
  method: isString,
  result: isString,
  domain: isString,
  position: isNumber,
});

const isAuthCheck = isObject<AuthCheckRecord>({
  kind: isOneOf("dkim", "arc", "spf", "dmarc"),
  outcome: isString,
  domain: isString,
  why: isString,
});

const isAttached = isObject<AttachedFileRecord>({
  name: isString,
  size: isNumber,
  sha256: isString,
  sha1: isString,
  md5: isString,
});

const isOtherFrom = isObject<OtherFromRecord>({
  address: isString,
  reading: isOneOf("ambiguous", "source-route", "comment", "display-name", "encoded-word"),
});

const isClaims = isObject<StoredClaims>({
  from: isArrayOf(isAddress),
  otherFroms: isAbsentOr(isArrayOf(isOtherFrom)),
  sender: isNullOr(isAddress),
  replyTo: isArrayOf(isAddress),
  returnPath: isString,
  dkimDomains: isArrayOf(isString),
  listId: isString,
  listUnsubscribe: isArrayOf(isString),
  listUnsubscribePost: isBoolean,
  feedbackId: isString,
  mailer: isString,
  precedence: isString,
  extensionHeaders: isArrayOf(isString),
  messageIdDomain: isString,
  autoSubmitted: isString,
  isReply: isBoolean,
});

const isContent = isObject<ContentRecord>({
  unsubscribeLink: isBoolean,
  newsPersona: isNullOr(isString),
  linkHosts: isArrayOf(isString),
  attachments: isNumber,
  html: isBoolean,
  preview: isString,
  textPrint: isString,
});

type StoredPrint = { readonly [F in keyof PrintRecord]: PrintRecord[F] | undefined };

const isPrint = isObject<StoredPrint>({
  header: isAbsentOr(isString),
  structure: isAbsentOr(isString),
  boundary: isAbsentOr(isString),
  markup: isAbsentOr(isString),
  tags: isAbsentOr(isString),
  files: isAbsentOr(isArrayOf(isString)),
  text: isAbsentOr(isString),
  zone: isAbsentOr(isString),
  origin: isAbsentOr(isString),
  helo: isAbsentOr(isString),
});

const isOutlook = isObject<OutlookRecord>({
  container: isOneOf("msg", "pst"),
  fileSha256: isString,
  messageClass: isString,
  messageFlags: isNumber,
});

const isPiece = isObject<PieceRecord>({ id: isString, number: isNumber, total: isNumber });

const isRuleAnswer = isObject<RuleAnswerRecord>({
  rule: isString,
  title: isString,
  kind: isOneOf("rule", "exclusion"),
  about: isOneOf("targeting", "crime", "posture"),
  severity: isOneOf("critical", "high", "medium", "low", "informational"),
  techniques: isArrayOf(isString),
  reasons: isArrayOf(isString),
  openQuestions: isArrayOf(isString),
  spans: isArrayOf(isSpan),
  rest: isString,
});

const isRuleAnswers = isObject<RuleAnswersRecord>({
  set: isAbsentOr(isString),
  answers: isArrayOf(isRuleAnswer),
  undecided: isNumber,
  missing: isArrayOf(isString),
});

const isStoredRecord = isObject<StoredRecord>({
  outlook: isAbsentOr(isOutlook),
  piece: isAbsentOr(isPiece),
  v: isOneOf(VERSION),
  size: isNumber,
  status: isOneOf("ok", "partial", "unparseable"),
  problems: isArrayOf(isProblem),
  flags: isAbsentOr(isArrayOf(isString)),
  messageId: isString,
  date: isNullOr(isEpochMs),
  dateFrom: isOneOf("date", "received", "none"),
  arrived: isAbsentOr(isEpochMs),
  subject: isString,
  to: isArrayOf(isAddress),
  cc: isArrayOf(isAddress),
  deliveredTo: isArrayOf(isString),
  deliveredBelow: isAbsentOr(isArrayOf(isString)),
  claims: isClaims,
  auth: isArrayOf(isAuthResult),
  received: isAbsentOr(isTrue),
  answers: isAbsentOr(isArrayOf(isString)),
  receipt: isAbsentOr(
    isObject<ReceiptRecord>({ original: isString, disposition: isString, isAutomatic: isBoolean, agent: isString }),
  ),
  calendarMethod: isAbsentOr(isString),
  checks: isAbsentOr(isArrayOf(isAuthCheck)),
  attached: isAbsentOr(isArrayOf(isAttached)),
  loads: isArrayOf(isStoredLoad),
  loadCount: isNumber,
  content: isContent,
  print: isAbsentOr(isPrint),
  rules: isAbsentOr(isRuleAnswers),
});
