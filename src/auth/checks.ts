/** Our own checks of a message's authentication, as the case keeps them: a line each, in the order DKIM, ARC, SPF, DMARC. Pure, total. */
import type { Problem } from "../base/problem.ts";
import type { AuthCheckRecord } from "../case/record.ts";
import type { Message } from "../mail/message.ts";
import { type CheckContext, checkAuthentication } from "./check-authentication.ts";

export interface Checks {
  /** What is not there to be checked leaves no line, but SPF and DMARC always do. */
  readonly checks: readonly AuthCheckRecord[];
  readonly problems: readonly Problem[];
}

/** Cost: as `checkAuthentication`. */
export function checksOf(message: Message, context: CheckContext): Checks {
  const { dkim, arc, spf, dmarc, problems } = checkAuthentication(message, context);
  const sealer = arc.sealers.at(-1) ?? "";
  return {
    checks: [
      ...dkim.map(({ outcome, domain, why }) => ({ kind: "dkim" as const, outcome, domain, why })),
      ...(arc.state === "none" ? [] : [{ kind: "arc" as const, outcome: arc.state, domain: sealer, why: arc.why }]),
      { kind: "spf", outcome: spf.answer?.result ?? "unknown", domain: spf.answer?.domain ?? "", why: spf.why },
      { kind: "dmarc", outcome: dmarc.outcome, domain: dmarc.domain, why: dmarc.why },
    ],
    problems,
  };
}
