/**
 * Phishing tests that the organisation agreed to (threat-facts LK-10): told apart, never part of the answer.
 *
 * A message is one only where somebody vouches for a domain that the user named: an own mail server, in the topmost results that it wrote, by a
 * pass of SPF, DKIM or DMARC; or our own check of its signature by a DNS snapshot. From, a `X-…` field or a result that nobody of ours wrote can be
 * anybody's: whoever plays the test is found like any other. An indicator seen in one still counts.
 */
import type { Judgement } from "../case/judgement.ts";
import { isCheck, receivedResults } from "../case/received-results.ts";
import type { MessageRecord } from "../case/record.ts";
import { verdictOf } from "../verdict/policy.ts";

export const AGREED_RULE = "agreed.simulation";

export class AgreedTests {
  /** Lower case. */
  readonly #domains: readonly string[];
  readonly #servers: readonly string[];

  /** `servers`: names of the owner's own. */
  constructor(domains: readonly string[], servers: readonly string[]) {
    this.#domains = domains;
    this.#servers = servers;
  }

  /** The named domain that is vouched for; null where none is. */
  domainOf({ auth, checks = [] }: Pick<MessageRecord, "auth" | "checks">): string | null {
    if (this.#domains.length === 0) return null;
    const checked = checks.filter(({ kind, outcome }) => kind === "dkim" && outcome === "verified");
    const passed = this.#servers.length === 0 ? [] : topmost(receivedResults(auth, this.#servers));
    return [...checked, ...passed].map(({ domain }) => this.#named(domain)).find((name) => name !== null) ?? null;
  }

  #named(domain: string): string | null {
    return this.#domains.find((name) => domain === name || domain.endsWith(`.${name}`)) ?? null;
  }
}

/** Passes of the one field on top: a field below may name a method that the server never checks. */
function topmost(results: MessageRecord["auth"]): MessageRecord["auth"] {
  const top = Math.min(...results.map(({ position }) => position));
  return results.filter((one) => one.position === top && isCheck(one) && one.result === "pass");
}

/** What rules say of it stays to be read, and weighs nothing. */
export function asAgreedTest(judgement: Judgement, domain: string): Judgement {
  const others = judgement.findings.map((finding) => ({ ...finding, severity: "info", about: "posture" }) as const);
  const verdict = verdictOf(judgement.trackingClass, []);
  return {
    ...judgement,
    verdict,
    targeting: verdict,
    findings: [
      {
        rule: AGREED_RULE,
        title: "A phishing test that you named as agreed",
        severity: "info",
        about: "posture",
        techniques: [],
        reasons: [
          `it is proven to be from ${domain}, which you named for tests; so what rules find in it is no attack`,
        ],
        undetermined: [],
        spans: [],
      },
      ...others,
    ],
  };
}

export function isAgreedTest({ findings }: Pick<Judgement, "findings">): boolean {
  return findings.some(({ rule }) => rule === AGREED_RULE);
}
