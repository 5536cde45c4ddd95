/**
 * The DKIM signatures of a message, checked again (RFC 6376, 8301, 8463): what each shows today, with the keys that are known.
 *
 * A signature outlives its key by years: domains take keys out of the DNS. Then only the body hash can be compared, and that is
 * said. A body that differs needs no key to be evidence; but programs that keep mail change bodies too, so it is no proof of forgery.
 * Total on any bytes; at most `limits.dkimChecksMax` signatures.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { fieldsNamed, fieldText } from "../mail/headers.ts";
import type { HeaderField, Message } from "../mail/message.ts";
import type { Resolver } from "./resolver.ts";
import {
  algorithmOf,
  BodyHashes,
  formsOf,
  type KeyOutcome,
  lengthOf,
  signedHeader,
  signedNames,
  verifyText,
} from "./signature.ts";
import { KEY_BITS_MIN } from "./signature-key.ts";
import { bare, parseTagList, type TagList, timeOf } from "./tag-list.ts";

/**
 * `verified` · `weak`: it verifies, by a hash or key that no longer proves anything (RFC 8301) · `expired`: it verifies, and was
 * over when the message was received · `body-differs` · `invalid`: signed fields were changed, or somebody else signed ·
 * `key-unknown`: nobody recorded the key · `key-failed`: no server answered · `key-missing`, `key-revoked`: it is known that
 * there is none (any more) · `key-unusable`: what is published is no key for this signature · `malformed`.
 */
export type DkimOutcome =
  | "verified"
  | "weak"
  | "expired"
  | "body-differs"
  | "invalid"
  | "key-unknown"
  | "key-failed"
  | "key-missing"
  | "key-revoked"
  | "key-unusable"
  | "malformed";

export interface DkimCheck {
  /** Lower case; empty where the field names none. */
  readonly domain: string;
  readonly selector: string;
  readonly outcome: DkimOutcome;
  /** `unchecked`: the field is malformed. */
  readonly body: "matches" | "differs" | "unchecked";
  /** One sentence without a full stop, for people. */
  readonly why: string;
  /** The signature field. */
  readonly span: Span;
}

export interface DkimChecks {
  /** In the order of the message. */
  readonly signatures: readonly DkimCheck[];
  /** `limit.dkim-checks`: there are more. */
  readonly problems: readonly Problem[];
}

/** `receivedMs`: when the reader's server took the message, for signatures that expire; null where that is not known. */
export function checkDkim(message: Message, resolver: Resolver, receivedMs: number | null): DkimChecks {
  const fields = fieldsNamed(message.root.headers, "dkim-signature");
  const bodies = new BodyHashes(message);
  const signatures = fields
    .slice(0, limits.dkimChecksMax)
    .map((field) => checkSignature({ message, field, bodies, resolver, receivedMs }));
  const [beyond] = fields.slice(limits.dkimChecksMax);
  return {
    signatures,
    problems: beyond === undefined ? [] : [{ code: "limit.dkim-checks", span: beyond.span }],
  };
}

interface OneCheck {
  readonly message: Message;
  readonly field: HeaderField;
  readonly bodies: BodyHashes;
  readonly resolver: Resolver;
  readonly receivedMs: number | null;
}

type Finding = Pick<DkimCheck, "outcome" | "body" | "why">;

function checkSignature(one: OneCheck): DkimCheck {
  const list = parseTagList(fieldText(one.message.bytes, one.field));
  return {
    domain: bare(list, "d").toLowerCase().slice(0, NAME_CHARS_MAX),
    selector: bare(list, "s").toLowerCase().slice(0, NAME_CHARS_MAX),
    ...findingOf(one, list),
    span: one.field.span,
  };
}

/** RFC 1035 3.1. */
const NAME_CHARS_MAX = 253;

function findingOf(one: OneCheck, list: TagList): Finding {
  const algorithm = algorithmOf(list);
  const forms = formsOf(list);
  const length = lengthOf(list);
  const fault = faultOf(list);
  if (fault !== null) return malformed(fault);
  if (algorithm === null) return malformed("it names an algorithm that nobody defined");
  if (forms === null || length === undefined) return malformed("it says in an undefined way what it covers");
  const body = one.bodies.of(forms.body, algorithm.hash, length);
  if (length !== null && length > body.canonicalBytes) return malformed("it covers more than the body has");
  if (body.hash !== bare(list, "bh")) {
    return { outcome: "body-differs", body: "differs", why: "the body is not the one that was signed" };
  }
  const text = signedHeader(one.message, one.field, list, forms.header);
  const isBelow = identityDomain(list) !== bare(list, "d").toLowerCase();
  const allows = (key: { readonly isStrict: boolean }) => !(key.isStrict && isBelow);
  const outcome = verifyText({ text, list, algorithm, allows }, one.resolver);
  return { body: "matches", ...ofKey(outcome, { algorithm: algorithm.hash, list, receivedMs: one.receivedMs }) };
}

function malformed(why: string): Finding {
  return { outcome: "malformed", body: "unchecked", why: `the signature breaks the rules: ${why}` };
}

const REQUIRED = ["v", "a", "b", "bh", "d", "h", "s"];

/** RFC 6376 6.1.1; null for none. */
function faultOf(list: TagList): string | null {
  if (!list.isSound) return "it is no list of tags, or one stands twice";
  const missing = REQUIRED.find((name) => bare(list, name) === "");
  if (missing !== undefined) return `the tag ${missing} is missing`;
  if (bare(list, "v") !== "1") return "it is of another version";
  const domain = bare(list, "d").toLowerCase();
  const identity = identityDomain(list);
  if (identity !== domain && !identity.endsWith(`.${domain}`)) return "it speaks for a domain beside its own";
  if (!signedNames(list).includes("from")) return "it leaves From open";
  if (list.tags.has("q") && !bare(list, "q").toLowerCase().split(":").includes("dns/txt")) {
    return "its key is not in the DNS";
  }
  const [signed, expires] = [timeOf(list, "t"), timeOf(list, "x")];
  if (signed !== null && expires !== null && expires <= signed) return "it expired before it was made";
  return null;
}

/** Of `i=`; of `d=` where there is none. */
function identityDomain(list: TagList): string {
  const identity = bare(list, "i");
  return (identity === "" ? bare(list, "d") : identity.slice(identity.lastIndexOf("@") + 1)).toLowerCase();
}

interface Circumstances {
  readonly algorithm: string;
  readonly list: TagList;
  readonly receivedMs: number | null;
}

const BODY_ONLY = "only the body was compared: it is the one that was signed";

function ofKey(outcome: KeyOutcome, { algorithm, list, receivedMs }: Circumstances): Pick<Finding, "outcome" | "why"> {
  switch (outcome.kind) {
    case "unknown":
      return { outcome: "key-unknown", why: `the key is not known; ${BODY_ONLY}` };
    case "failed":
      return { outcome: "key-failed", why: `the key could not be looked up; ${BODY_ONLY}` };
    case "missing":
      return { outcome: "key-missing", why: `the domain publishes no such key (any more); ${BODY_ONLY}` };
    case "revoked":
      return { outcome: "key-revoked", why: `the domain has revoked the key; ${BODY_ONLY}` };
    case "unusable":
      return { outcome: "key-unusable", why: `what the domain publishes is no key for this signature; ${BODY_ONLY}` };
    case "invalid":
      return { outcome: "invalid", why: "signed header fields are not those that were signed, or another key signed" };
    case "verified": {
      const { bits, kind } = outcome.key;
      const expires = timeOf(list, "x");
      if (kind === "rsa" && bits < KEY_BITS_MIN) {
        return { outcome: "weak", why: `it verifies, with a key of ${bits} bits, which others can break` };
      }
      if (algorithm === "sha1")
        return { outcome: "weak", why: "it verifies, by SHA-1, which no longer proves anything" };
      if (expires !== null && receivedMs !== null && expires < receivedMs) {
        return { outcome: "expired", why: "it verifies, and had expired when the message was received" };
      }
      return { outcome: "verified", why: "it verifies" };
    }
  }
}
