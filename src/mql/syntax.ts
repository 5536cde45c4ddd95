/**
 * The tree of a rule as it is written (mql.md, sections 2 and 3). Every node knows its place in the text; the tokens beside it tile the
 * text, white space and comments included, so that nothing of it is lost.
 */
import type { Span } from "../base/span.ts";

export type CompareOperator = "==" | "!=" | "=~" | "!~" | "<" | "<=" | ">" | ">=";
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%";

/** Offsets of a `Span` here are UTF-16 code units of the rule's text. */
interface At {
  readonly span: Span;
}

export interface KeywordArgument extends At {
  readonly name: string;
  readonly value: Expression;
}

export type Expression = At &
  (
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "int"; readonly value: number }
    | { readonly kind: "float"; readonly value: number }
    | { readonly kind: "bool"; readonly value: boolean }
    | { readonly kind: "null" }
    /** `[a, b]`. */
    | { readonly kind: "array"; readonly items: readonly Expression[] }
    /** `(a, b)`, only behind `in` and `of`. */
    | { readonly kind: "tuple"; readonly items: readonly Expression[] }
    /** A bare name: always a field of the message. */
    | { readonly kind: "name"; readonly name: string }
    /** `.`, `..`: the element of the depth-th lambda, counted from the inside, from 1. `..f` is a member of it. */
    | { readonly kind: "scope"; readonly depth: number }
    /** `$name`, without the dollar sign. */
    | { readonly kind: "list"; readonly name: string }
    | { readonly kind: "member"; readonly of: Expression; readonly name: string }
    | { readonly kind: "index"; readonly of: Expression; readonly index: Expression }
    | {
        readonly kind: "slice";
        readonly of: Expression;
        readonly start: Expression | null;
        readonly end: Expression | null;
      }
    /** `name` is dotted. */
    | {
        readonly kind: "call";
        readonly name: string;
        readonly nameSpan: Span;
        readonly args: readonly Expression[];
        readonly keywords: readonly KeywordArgument[];
      }
    | { readonly kind: "negative"; readonly of: Expression }
    | { readonly kind: "not"; readonly of: Expression }
    /** Two operands or more, as long as the operator is the same: deep trees of `or` stay flat. */
    | { readonly kind: "and" | "or"; readonly items: readonly Expression[] }
    | {
        readonly kind: "arithmetic";
        readonly operator: ArithmeticOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** `a < b <= c`: operands one more than operators. A single comparison is a chain of two. */
    | {
        readonly kind: "compare";
        readonly operators: readonly CompareOperator[];
        readonly operands: readonly Expression[];
      }
    | {
        readonly kind: "in";
        readonly value: Expression;
        /** A tuple, an array or a list. */
        readonly among: Expression;
        readonly not: boolean;
        readonly folded: boolean;
      }
    | { readonly kind: "is-null"; readonly value: Expression; readonly not: boolean }
    | { readonly kind: "of"; readonly count: Expression; readonly items: readonly Expression[] }
    /** Where nothing could be read; always with a problem. */
    | { readonly kind: "error" }
  );
