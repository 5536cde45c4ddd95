/** What is left of rules, as MQL: read once for each text, asked of many messages. */
import { mailSchema } from "../mdm/schema.ts";
import { compileRule } from "../mql/check.ts";
import type { Checked } from "../mql/checked.ts";
import { evaluate, scopeOf } from "../mql/evaluate.ts";
import { patternError } from "../mql/patterns.ts";
import type { Truth } from "../mql/truth.ts";
import type { Host } from "../mql/types.ts";

/** Texts of a case differ by what messages hold, so that only so many are worth keeping. */
const KEPT_MAX = 10_000;

export class Rests {
  readonly #read = new Map<string, Checked | null>();

  /** Null for a text that is no rule any more: one of another version. */
  truth(rest: string, host: Host): Truth | null {
    const checked = this.#checked(rest);
    return checked === null ? null : evaluate(checked, scopeOf(checked, mailSchema, host));
  }

  #checked(rest: string): Checked | null {
    const known = this.#read.get(rest);
    if (known !== undefined) return known;
    const { checked } = compileRule(rest, { schema: mailSchema, problemOf: patternError, wanted: "condition" });
    if (this.#read.size >= KEPT_MAX) this.#read.clear();
    this.#read.set(rest, checked);
    return checked;
  }
}
