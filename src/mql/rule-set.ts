/**
 * Many rules, one pass over each message.
 *
 * Rules become one graph: every expression that several of them have in common is one node (`interned.ts`), compiled once and, where it stands on the
 * message alone, asked once a message. Literals of all rules are found by one scan of each text that is asked about (`literal-index.ts`). Within
 * a rule the cheap conditions are asked first, and most rules end there: a look-up of a shared answer, or one bit of a scan.
 *
 * What comes out is what the plain evaluator says of each rule; a property test holds the two together. Parts of a rule that is left open may be asked
 * too, at the price of a look-up for what the pass asked already: residuals are made of these answers.
 */
import type { Checked } from "./checked.ts";
import { Compiler, isTest } from "./compile.ts";
import type { Test } from "./compiling.ts";
import { Guesser } from "./guesses.ts";
import { type Interned, Interner } from "./interned.ts";
import { LimitReached } from "./limit-reached.ts";
import { LiteralNumbers } from "./literal-numbers.ts";
import type { Outcome } from "./outcome.ts";
import { ReasonSets, type Ternary } from "./reason-sets.ts";
import { Run, type RunOptions, type RunPlan } from "./run.ts";
import type { Expression } from "./syntax.ts";
import { Truth } from "./truth.ts";
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

/** One pass over a message: what it says of the rules, and of their parts. */
export interface Pass {
  readonly outcomes: readonly RuleOutcome[];
  /**
   * What the plain evaluator says of a node of the rules; undefined for leaves, and for what reads elements of a lambda around it. Asked one rule after the
   * other, each after `begin`: its steps are counted, and `LimitReached` is thrown beyond them.
   */
  readonly answerOf: (node: Expression) => Outcome | Truth | undefined;
  readonly begin: () => void;
}

/** How a part of a rule is asked. */
type Part = (run: Run) => Outcome | Truth;

/** Less is as well evaluated. */
const PART_WEIGHT_MIN = 2;

export class RuleSet {
  readonly #tests: readonly Test[];
  readonly #plan: Omit<RunPlan, "reasons">;
  readonly #later: ReadonlySet<string>;
  readonly #parts = new Map<Expression, Part>();
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
    // Only who waits for something makes residuals.
    if (later.size > 0) for (const [node, of] of interner.byNode) this.#addPart(node, of, compiler);
    this.#plan = {
      slotCount: compiler.slotCount,
      memoCount: compiler.memoCount,
      joinedCount: compiler.joinedCount,
      literals: literals.index(),
    };
  }

  #addPart(node: Expression, of: Interned, compiler: Compiler): void {
    if (of.reach > 0 || of.weight < PART_WEIGHT_MIN) return;
    this.#parts.set(node, isTest(of.expression) ? truthPart(compiler.test(of)) : compiler.code(of));
  }

  /** Every rule on one message; in the order of the rules. `stepsMax` bounds one rule; `calls` are of this host. */
  run(host: Host, options: RunOptions = {}): readonly RuleOutcome[] {
    return this.pass(host, options).outcomes;
  }

  /** The same, for who asks further. */
  pass(host: Host, { stepsMax, calls }: RunOptions = {}): Pass {
    if (this.#reasons.isLarge) this.#reasons = new ReasonSets(this.#later);
    const reasons = this.#reasons;
    const run = new Run(host, { ...this.#plan, reasons }, { stepsMax, calls });
    const outcomes: RuleOutcome[] = [];
    for (const [rule, test] of this.#tests.entries()) {
      const truth = verdictOf(run, test);
      if ((truth & IS_TRUE) === 0) continue;
      outcomes.push({ rule, isMatch: truth === IS_TRUE, reasons: reasons.reasons(truth) });
    }
    return { outcomes, answerOf: (node) => this.#parts.get(node)?.(run), begin: () => run.begin() };
  }
}

function truthPart(test: Test): Part {
  return (run) => {
    const truth = test(run);
    return new Truth(truth & 7, run.reasons.reasons(truth));
  };
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
