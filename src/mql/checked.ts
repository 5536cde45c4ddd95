/**
 * A rule whose text is right: what the checker hands to the evaluator.
 *
 * - `expression` is the tree of the parser, unchanged: no sugar is rewritten and no node occurs twice in it, so that nodes can be keys.
 * - `types` holds the static type of **every** node of it, also of bodies of lambdas (under the element types they have there) and of
 *   tuples (as arrays of what their items have in common). `kind: "null"` is the type of `null` and of items of `[]`.
 * - A call's function is found by its name: first among `builtins` of `signatures.ts` (under `aliases` too), then in the schema.
 *   `builtinOf` does that for both rooms. Keyword arguments keep their names; defaults are the callee's.
 * - The number of positional and keyword arguments is right; each has a type that its parameter takes. **JSON** is the exception that
 *   stays dynamic: it stands for a string, a number, a boolean or an array wherever one of these is wanted and the checker lets it pass
 *   (not as a boolean of `and`, `or`, `not`, lambdas and `of`), so the evaluator looks at what is there and takes the wrong kind as null.
 *   Where JSON and scalars come together (`[subject, .json["a"]]`, `coalesce`) the type is `json`, and the values are of either form.
 * - An `int` may stand where a `float` is wanted. Of arithmetic on two ints the type is `int`; `/` truncates then.
 * - `scope` nodes never reach beyond the lambdas around them; `of` has a literal count from 1 to the number of items; patterns of regular
 *   expression functions that are literals compile.
 * - Objects that built-in functions make (`RegexMatch`) have their fields in `builtinObjects` of `signatures.ts`, not in the schema.
 */
import type { Expression } from "./syntax.ts";
import type { Type } from "./types.ts";

export interface Checked {
  readonly expression: Expression;
  /** Of the whole: `bool`, or `null` for a rule that is `null`, unless the rule is a query. */
  readonly type: Type;
  /** By identity of the node. */
  readonly types: ReadonlyMap<Expression, Type>;
  /** Nodes occur in several places and rules, each with the same type everywhere (`packed-trees.ts`). */
  readonly sharesNodes?: true;
}
