/**
 * The chain of custody that forwarders seal (ARC, RFC 8617 5.2): whether it is whole, with the keys that are known.
 *
 * A chain that passes shows what the forwarders saw, not that they may be believed: anybody can seal. Structure and the body
 * hash need no key; where one is not known and nothing else is wrong the state is `unknown`. Total; at most 50 sets.
 */
import { fieldText } from "../mail/headers.ts";
import type { HeaderField, Message } from "../mail/message.ts";
import { canonicalField, unsignedForm } from "./canonical.ts";
import type { Resolver } from "./resolver.ts";
import {
  algorithmOf,
  BodyHashes,
  type Forms,
  formsOf,
  type KeyOutcome,
  lengthOf,
  signedHeader,
  signedNames,
  verifyText,
} from "./signature.ts";
import { KEY_BITS_MIN, type SignatureKey } from "./signature-key.ts";
import { bare, parseTagList, type TagList } from "./tag-list.ts";

export interface ArcCheck {
  readonly state: "none" | "pass" | "fail" | "unknown";
  /** Domains that sealed, from the first forwarder on, lower case; as far as the chain could be read. */
  readonly sealers: readonly string[];
  /** One sentence without a full stop, for people. */
  readonly why: string;
}

/** RFC 8617 4.2.1. */
const INSTANCES_MAX = 50;
/** Fields of one kind that are looked at: more than instances allow are a fault already. */
const FIELDS_MAX = INSTANCES_MAX + 1;

interface Signed {
  readonly field: HeaderField;
  readonly list: TagList;
}

interface ArcSet {
  readonly results: HeaderField;
  readonly signature: Signed;
  readonly seal: Signed;
}

export function checkArc(message: Message, resolver: Resolver): ArcCheck {
  const sets = readSets(message);
  if (sets === null) return failed([], "its parts do not fit together");
  const newest = sets.at(-1);
  if (newest === undefined) return { state: "none", sealers: [], why: "no forwarder sealed the message" };
  const sealers = sets.map(({ seal }) => bare(seal.list, "d").toLowerCase().slice(0, 253));
  if (bare(newest.seal.list, "cv").toLowerCase() === "fail")
    return failed(sealers, "its last forwarder found it broken");
  if (!sets.every(({ seal }, index) => bare(seal.list, "cv").toLowerCase() === (index === 0 ? "none" : "pass"))) {
    return failed(sealers, "a seal says something else of the ones before it than that they are whole");
  }
  const signature = checkSignature(message, newest.signature, resolver);
  if (isFailure(signature)) return failed(sealers, "the message is not the one that its last forwarder signed");
  const seals = checkSeals(message, sets, resolver);
  if (seals.some(isFailure)) return failed(sealers, "a seal does not verify");
  if ([signature, ...seals].every(({ kind }) => kind === "verified")) {
    return { state: "pass", sealers, why: "every seal verifies, and the message is the one that was signed last" };
  }
  return { state: "unknown", sealers, why: "the chain is whole as far as it can be read; not every key is known" };
}

function failed(sealers: readonly string[], why: string): ArcCheck {
  return { state: "fail", sealers, why: `the chain is broken: ${why}` };
}

function isFailure({ kind }: KeyOutcome): boolean {
  return kind !== "verified" && kind !== "unknown" && kind !== "failed";
}

/** One set for each instance from 1 on; null when the fields make no such sets (RFC 8617 4.2.1, 5.2 step 3). */
function readSets(message: Message): readonly ArcSet[] | null {
  const seals = byInstance(message, "arc-seal");
  const signatures = byInstance(message, "arc-message-signature");
  const results = byInstance(message, "arc-authentication-results");
  if (seals === null || signatures === null || results === null) return null;
  if (seals.size !== signatures.size || seals.size !== results.size) return null;
  const sets: ArcSet[] = [];
  for (let instance = 1; instance <= seals.size; instance += 1) {
    const [seal, signature, result] = [seals.get(instance), signatures.get(instance), results.get(instance)];
    if (seal === undefined || signature === undefined || result === undefined) return null;
    if (!isSoundSeal(seal.list) || !isSoundSignature(signature.list)) return null;
    sets.push({ results: result.field, signature, seal });
  }
  return sets;
}

/** Null where an instance is missing, too large, or stands twice. */
function byInstance(message: Message, key: string): ReadonlyMap<number, Signed> | null {
  const found = new Map<number, Signed>();
  let count = 0;
  for (const field of message.root.headers.fields) {
    if (field.key !== key) continue;
    count += 1;
    if (count > FIELDS_MAX) return null;
    const text = fieldText(message.bytes, field);
    const list = parseTagList(
      key === "arc-authentication-results" ? text.slice(0, Math.max(0, text.indexOf(";"))) : text,
    );
    const value = bare(list, "i");
    const instance = /^\d{1,2}$/.test(value) ? Number(value) : 0;
    if (instance < 1 || instance > INSTANCES_MAX || found.has(instance)) return null;
    found.set(instance, { field, list });
  }
  return found;
}

function hasAll(list: TagList, names: readonly string[]): boolean {
  return list.isSound && names.every((name) => bare(list, name) !== "");
}

/** RFC 8617 4.1.3: a seal signs fields of its own choosing only. */
function isSoundSeal(list: TagList): boolean {
  return hasAll(list, ["a", "b", "cv", "d", "i", "s"]) && !list.tags.has("h") && algorithmOf(list)?.hash === "sha256";
}

/** RFC 8617 4.1.2: it may sign no seal. */
function isSoundSignature(list: TagList): boolean {
  return hasAll(list, ["a", "b", "bh", "d", "h", "i", "s"]) && !signedNames(list).includes("arc-seal");
}

const INVALID: KeyOutcome = { kind: "invalid" };

function checkSignature(message: Message, signed: Signed, resolver: Resolver): KeyOutcome {
  const forms = formsOf(signed.list);
  if (forms === null) return INVALID;
  const outcome = checkForm(message, signed, forms, resolver);
  if (signed.list.tags.has("c") || outcome.kind !== "invalid") return outcome;
  return checkForm(message, signed, RELAXED, resolver);
}

/** RFC 6376 has simple where `c=` is missing, some ARC software relaxed: what verifies either way was signed by the key. */
const RELAXED: Forms = { header: "relaxed", body: "relaxed" };

function checkForm(message: Message, { field, list }: Signed, forms: Forms, resolver: Resolver): KeyOutcome {
  const algorithm = algorithmOf(list);
  const length = lengthOf(list);
  if (algorithm === null || algorithm.hash !== "sha256" || length === undefined) return INVALID;
  const body = new BodyHashes(message).of(forms.body, algorithm.hash, length);
  if (body.hash !== bare(list, "bh")) return INVALID;
  return verifyText({ text: signedHeader(message, field, list, forms.header), list, algorithm, allows }, resolver);
}

/** RFC 8301 3.2. */
function allows({ kind, bits }: SignatureKey): boolean {
  return kind !== "rsa" || bits >= KEY_BITS_MIN;
}

/** RFC 8617 5.1.1: a seal signs results, signature and seal of each set up to its own, that one without its signature. */
function checkSeals(message: Message, sets: readonly ArcSet[], resolver: Resolver): readonly KeyOutcome[] {
  let before = "";
  return sets.map(({ results, signature, seal: { field, list } }) => {
    const [own, signed, sealed] = [results, signature.field, field].map((one) =>
      canonicalField(message.bytes, one, "relaxed"),
    );
    before += `${own}${signed}`;
    const text = before + unsignedForm(sealed ?? "");
    before += sealed;
    const algorithm = algorithmOf(list);
    return algorithm === null ? INVALID : verifyText({ text, list, algorithm, allows }, resolver);
  });
}
