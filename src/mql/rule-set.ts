/**
 * Many rules, one pass over each message.
 *
 * Rules become one graph: every expression that several of them have in common is one node (`interned.ts`), compiled once and, where it stands on the
 * message alone, asked once a message. Literals of all rules are found by one scan of each text that is asked about (`literal-index.ts`). Within
 * a rule the cheap conditions are asked first, and most rules end there: a look-up of a shared answer, or one bit of a scan.
 *
 * What comes out is what the plain evaluator says of each rule; a property test holds the two together. Parts of a rule that is left open may be asked
 * too, at the price of a look-up for what the pass asked already: residuals are made of these answers. So may texts that stand beside the rules, as what a
 * finding says: they share what the rules asked.
 */
import { assert } from "../base/assert.ts";
import type { Checked } from "./checked.ts";
import { Compiler, isTest } from "./compile.ts";
import type { Test } from "./compiling.ts";
import { toTruth, truthValue } from "./evaluate.ts";
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
import { ANY_OF_ALL, IS_TRUE, Undetermined } from "./value.ts";

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
  /** What `evaluateValue` says of a text beside the rules, within the steps of a rule. */
  readonly valueOf: (text: Checked) => Outcome;
  /** Whether `evaluate` says that a text beside the rules is true. */
  readonly holds: (text: Checked) => boolean;
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
  readonly #texts = new Map<Checked, Part>();
  #reasons: ReasonSets;

  /**
   * `later`: reasons that may be gone one day. A rule that cannot match then either is told without them: what is left of its reasons is what
   * it fails for. Without any, all reasons are told. `texts`: what may be asked beside the rules.
   */
  constructor(
    rules: readonly Checked[],
    schema: Schema,
    later: ReadonlySet<string> = new Set(),
    texts: readonly Checked[] = [],
  ) {
    this.#later = later;
    this.#reasons = new ReasonSets(later);
    const interner = new Interner(schema);
    const roots: readonly Interned[] = rules.map((rule) => interner.rule(rule));
    const literals = new LiteralNumbers();
    const guesser = new Guesser(schema, interner.all);
    // Only who waits for something makes residuals.
    const nodes = later.size > 0 ? [...interner.byNode] : [];
    // After the guesses: few texts are ever asked. Before anything is compiled: what they share with rules has a slot.
    const textRoots = texts.map((text) => [text, interner.rule(text)] as const);
    const compiler = new Compiler(schema, literals, guesser);
    this.#tests = roots.map((root) => compiler.verdict(root));
    for (const [node, of] of nodes) this.#addPart(node, of, compiler);
    for (const [text, root] of textRoots) this.#texts.set(text, partOf(root, compiler));
    this.#plan = {
      slotCount: compiler.slotCount,
      memoCount: compiler.memoCount,
      joinedCount: compiler.joinedCount,
      literals: literals.index(),
    };
  }

  #addPart(node: Expression, of: Interned, compiler: Compiler): void {
    if (of.reach > 0 || of.weight < PART_WEIGHT_MIN) return;
    this.#parts.set(node, partOf(of, compiler));
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
    return {
      outcomes,
      answerOf: (node) => this.#parts.get(node)?.(run),
      begin: () => run.begin(),
      valueOf: (text) => {
        const outcome = this.#textOf(text, run);
        return outcome instanceof Truth ? truthValue(outcome) : outcome;
      },
      holds: (text) => {
        const outcome = this.#textOf(text, run);
        return (outcome instanceof Truth ? outcome : toTruth(outcome)).mask === IS_TRUE;
      },
    };
  }

  #textOf(text: Checked, run: Run): Outcome | Truth {
    const part = this.#texts.get(text);
    assert(part !== undefined, "a text that the set was not made with");
    run.begin();
    try {
      return part(run);
    } catch (cause) {
      if (cause instanceof LimitReached) return new Undetermined([cause.reason]);
      throw cause;
    }
  }
}

function partOf(of: Interned, compiler: Compiler): Part {
  return isTest(of.expression) ? truthPart(compiler.test(of)) : compiler.code(of);
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
