/**
 * The tree of a STIX pattern (STIX 2.1, section 9; STIX 2.0, part 5). Frozen plain data: parsed once, evaluated often.
 */
import type { Span } from "../../base/span.ts";

/** One step of an object path after the type: a property, `[n]`, or `[*]`. */
export type PathStep =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "any" };

/** `email-message:from_ref.value`: what of an object is looked at. */
export interface ObjectPath {
  /** The object's type, `email-message`. */
  readonly type: string;
  readonly steps: readonly PathStep[];
}

export type Constant =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** Text as written, `YYYY-MM-DDThh:mm:ss[.s]Z`. */
  | { readonly kind: "timestamp"; readonly value: string }
  /** Bytes as a string of code units 0 to 255; of `h'…'` and `b'…'`. */
  | { readonly kind: "binary"; readonly value: string };

export type ComparisonOperator =
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "IN"
  | "LIKE"
  | "MATCHES"
  | "ISSUBSET"
  | "ISSUPERSET"
  | "EXISTS";

export interface Comparison {
  readonly kind: "comparison";
  readonly path: ObjectPath;
  readonly operator: ComparisonOperator;
  readonly negated: boolean;
  /** One; of `IN` the members of the set; of `EXISTS` none. */
  readonly constants: readonly Constant[];
  readonly span: Span;
}

/** What stands between `[` and `]`. */
export type ComparisonExpression =
  | Comparison
  | { readonly kind: "and" | "or"; readonly operands: readonly ComparisonExpression[] };

export type Qualifier =
  /** Seconds, above 0. */
  | { readonly kind: "within"; readonly seconds: number }
  /** 1 and more. */
  | { readonly kind: "repeats"; readonly times: number }
  /** Milliseconds since 1970, half open. */
  | { readonly kind: "start-stop"; readonly start: number; readonly stop: number };

export type ObservationExpression =
  | { readonly kind: "observation"; readonly comparison: ComparisonExpression }
  | { readonly kind: "all" | "any" | "followed-by"; readonly operands: readonly ObservationExpression[] }
  | { readonly kind: "qualified"; readonly expression: ObservationExpression; readonly qualifier: Qualifier };

/** What keeps a text from being a pattern: one sentence without a full stop, and its place in UTF-16 code units. */
export interface PatternProblem {
  readonly message: string;
  readonly span: Span;
}
