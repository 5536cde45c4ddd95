/**
 * Many rules, one pass over each message.
 *
 * Rules become one graph: every expression that several of them have in common is one node (`interned.ts`), compiled once and, where it stands on the
 * message alone, asked once a message. Literals of all rules are found by one scan of each text that is asked about (`literal-index.ts`). Within
 * a rule the cheap conditions are asked first, and most rules end there: a look-up of a shared answer, or one bit of a scan.
 *
 * What comes out is what the plain evaluator says of each rule; a property test holds the two together.
 */
import type { Checked } from "./checked.ts";
import { Compiler } from "./compile.ts";
import type { Test } from "./compiling.ts";
import { Guesser } from "./guesses.ts";
import { type Interned, Interner } from "./interned.ts";
import { LimitReached } from "./limit-reached.ts";
import { LiteralNumbers } from "./literal-numbers.ts";
import { ReasonSets, type Ternary } from "./reason-sets.ts";
import { Run, type RunOptions, type RunPlan } from "./run.ts";
import type { Host, Schema } from "./types.ts";
import { ANY_OF_ALL, IS_TRUE } from "./value.ts";

/** Of a rule that matches, or may: of the others nothing is said, they do not match. */
export interface RuleOutcome {
  /** Its place among the rules that the set was made of. */
  readonly rule: number;
  readonly isMatch: boolean;
  /** Why it is not decided; empty for a match. */
  readonly reasons: readonly string[];
}

export class RuleSet {
  readonly #tests: readonly Test[];
  readonly #plan: Omit<RunPlan, "reasons">;
  readonly #later: ReadonlySet<string>;
  #reasons: ReasonSets;

  /**
   * `later`: reasons that may be gone one day. A rule that cannot match then either is told without them: what is left of its reasons is what
   * it fails for. Without any, all reasons are told.
   */
  constructor(rules: readonly Checked[], schema: Schema, later: ReadonlySet<string> = new Set()) {
    this.#later = later;
    this.#reasons = new ReasonSets(later);
    const interner = new Interner(schema);
    const roots: readonly Interned[] = rules.map((rule) => interner.rule(rule));
    const literals = new LiteralNumbers();
    const compiler = new Compiler(schema, literals, new Guesser(schema, interner.all));
    this.#tests = roots.map((root) => compiler.verdict(root));
    this.#plan = {
      slotCount: compiler.slotCount,
      memoCount: compiler.memoCount,
      joinedCount: compiler.joinedCount,
      literals: literals.index(),
    };
  }

  /** Every rule on one message; in the order of the rules. `stepsMax` bounds one rule; `calls` are of this host. */
  run(host: Host, { stepsMax, calls }: RunOptions = {}): readonly RuleOutcome[] {
    const run = new Run(host, { ...this.#plan, reasons: this.#reasons }, { stepsMax, calls });
    const outcomes: RuleOutcome[] = [];
    for (const [rule, test] of this.#tests.entries()) {
      const truth = verdictOf(run, test);
      if ((truth & IS_TRUE) === 0) continue;
      outcomes.push({ rule, isMatch: truth === IS_TRUE, reasons: this.#reasons.reasons(truth) });
    }
    if (this.#reasons.isLarge) this.#reasons = new ReasonSets(this.#later);
    return outcomes;
  }
}

function verdictOf(run: Run, test: Test): Ternary {
  run.begin();
  try {
    return test(run);
  } catch (cause) {
    if (!(cause instanceof LimitReached)) throw cause;
    return (run.reasons.numberOf({ reasons: [cause.reason] }) << 3) | ANY_OF_ALL;
  }
}
