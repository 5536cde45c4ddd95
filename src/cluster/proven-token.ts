/** What comparison says of a load, as the token that people read: the kind, the value, and how it is known. */
import type { ProofRole, TokenProof } from "../case/judgement.ts";
import type { LoadRecord, TokenRecord } from "../case/record.ts";
import type { DifferingLoad } from "./comparison.ts";

/** `proof` is of this load. */
export function provenToken({ token, resolved, hidden }: LoadRecord, proof: TokenProof): TokenRecord {
  const { role, readers } = proof;
  if (role === "shared") return sharedToken(token, hidden, readers);
  if (role === "forward") {
    const whose = `passed on: the token is that of ${proof.reader}'s copy`;
    return { ...token, detail: token.detail === "" ? whose : `${whose}; ${token.detail}` };
  }
  const detail = `proven: differs in each reader's copy (${readers} readers compared)${COURSE[role](proof.messages)}`;
  // What was decoded names the reader outright, and is shown as the value.
  if (token.kind === "decoded") return { ...token, kind: "proven", detail: `${detail}; ${token.detail}` };
  return { kind: "proven", value: resolved.slice(proof.start, proof.end), detail, address: token.address };
}

/** What only differs, by a value of few possible ones. Null for a load that one copy sees a token in. */
export function differingToken(
  { token, resolved }: LoadRecord,
  { start, end, readers }: DifferingLoad,
): TokenRecord | null {
  if (token.kind !== "none") return null;
  const detail = `another value in the copy of each of ${readers} readers; of its kind there are few, so it may be a variant`;
  return { kind: "likely", value: resolved.slice(start, end), detail, address: null };
}

const COURSE: Readonly<Record<"recipient" | "copy" | "message", (messages: number) => string>> = {
  recipient: (messages) => `, and is the same in ${messages} messages to this reader`,
  copy: () => "",
  message: (messages) =>
    `, and in each of ${messages} messages to this reader: it names the single copy, and only the sender knows whether it is kept`,
};

/** One URL for several readers tells them not apart, but a hidden one may still stand for all of them together. */
function sharedToken(token: TokenRecord, hidden: boolean, readers: number): TokenRecord {
  if (!hidden) return { kind: "none", value: "", detail: "", address: null };
  const detail = `the same in the copies of ${readers} readers: it cannot tell these apart`;
  return { ...token, detail: `${token.detail}; ${detail}` };
}

/** True when the token is this copy's own reader's. */
export function isOwn(role: ProofRole): boolean {
  return role === "recipient" || role === "copy" || role === "message";
}
