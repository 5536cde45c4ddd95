/**
 * What is known of the DNS, as a function: recorded answers, a snapshot file, or nothing. Never a live look-up, which would tell
 * the sender that the mail is being examined; so there is nothing to wait for, and the answer is a plain value.
 *
 * "Not asked" is an answer of its own: what nobody recorded is neither there nor missing, and no check may fail or pass on it.
 */

/** The types that SPF, DKIM, DMARC and ARC ask for. */
export type RecordType = "A" | "AAAA" | "MX" | "PTR" | "TXT";

/**
 * `records`: values as text, at least one: addresses, host names (of MX in order of preference), texts with their strings
 * joined · `none`: it is known that there is no such record · `failed`: the question was asked and no server answered ·
 * `unknown`: nobody asked.
 */
export type Answer =
  | { readonly kind: "records"; readonly values: readonly string[] }
  | { readonly kind: "none" }
  | { readonly kind: "failed" }
  | { readonly kind: "unknown" };

/** `name` in any case, without or with a last dot. Never throws. */
export type Resolver = (name: string, type: RecordType) => Answer;

export const UNKNOWN: Answer = { kind: "unknown" };
export const NO_RECORD: Answer = { kind: "none" };
export const FAILED: Answer = { kind: "failed" };

/** Without any snapshot: keys and policies are not known. */
export const nothingKnown: Resolver = () => UNKNOWN;

/** The form in which names are compared: lower case, no last dot. */
export function dnsName(name: string): string {
  return name.replace(/\.$/, "").toLowerCase();
}
