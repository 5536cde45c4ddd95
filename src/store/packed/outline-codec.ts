/** The stored form of a message's outline (docs/formats/case.md, "Outline"). */
import type { EpochMs, Sha256 } from "../../base/brand.ts";
import { checked, isAbsentOr, isArrayOf, isBoolean, isObject, isOneOf, isString, isTrue } from "../../base/checks.ts";
import type { CarrierOutline, MessageOutline } from "../../case/outline.ts";
import { isAddress, isEpochMs } from "./record-codec.ts";
import { decodeJson, encodeJson, type StoredJson } from "./stored-json.ts";

const VERSION = 1;

type StoredOutline = Omit<MessageOutline, "sha256" | "date" | "received"> & {
  readonly received: true | undefined;
  readonly v: typeof VERSION;
};

export function encodeOutline(outline: MessageOutline): StoredJson {
  const { sha256: _, date: __, received, ...rest } = outline;
  const stored: StoredOutline = { v: VERSION, ...rest, received };
  return encodeJson(stored);
}

/** Throws on what `encodeOutline` never makes. */
export function decodeOutline(stored: unknown, sha256: Sha256, date: EpochMs | null): MessageOutline {
  const { v: _, received, ...rest } = checked(decodeJson(stored), isStoredOutline, "outline");
  return { sha256, date, ...rest, ...(received === undefined ? {} : { received }) };
}

const isAddresses = isArrayOf(isAddress);

const isStoredOutline = isObject<StoredOutline>({
  v: isOneOf(VERSION),
  subject: isString,
  to: isAddresses,
  cc: isAddresses,
  deliveredTo: isArrayOf(isString),
  deliveredBelow: isAbsentOr(isArrayOf(isString)),
  claims: isObject<MessageOutline["claims"]>({
    from: isAddresses,
    listId: isString,
    precedence: isString,
    autoSubmitted: isString,
  }),
  content: isObject<MessageOutline["content"]>({ textPrint: isString }),
  received: isAbsentOr(isTrue),
  arrived: isAbsentOr(isEpochMs),
  answers: isAbsentOr(isTrue),
  automatic: isAbsentOr(isTrue),
  authenticated: isBoolean,
  resultsBy: isAbsentOr(isString),
  tracks: isBoolean,
  shown: isAbsentOr(isString),
  passes: isAbsentOr(isArrayOf(isString)),
  carrier: isAbsentOr(
    isObject<CarrierOutline>({
      returnPath: isString,
      feedbackId: isString,
      dkimDomains: isArrayOf(isString),
      messageIdDomain: isString,
      listUnsubscribe: isArrayOf(isString),
    }),
  ),
});
