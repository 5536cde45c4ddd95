/** Random trees that the parser can make, and random texts that look like rules. */
import fc from "fast-check";
import type { Expression } from "../../src/mql/syntax.ts";

const span = { start: 0, end: 0 };
const word = fc.constantFrom("subject", "sender", "name", "address", "links", "words", "size", "urgent", "a", "x_1");
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "",
    "a",
    '"',
    "'",
    "\\",
    "\\\\",
    "\n",
    "\r\n",
    "\0",
    "\u202e",
    "\ud800",
    "☃",
    "📧",
    "// no",
    "${",
    "\u{41}",
  ),
);
const int = fc.nat({ max: Number.MAX_SAFE_INTEGER });
/** Not negative: a sign is a node of its own. */
const float = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  text.map((value): Expression => ({ kind: "string", value, span })),
  int.map((value): Expression => ({ kind: "int", value, span })),
  float.map((value): Expression => ({ kind: "float", value, span })),
  fc.boolean().map((value): Expression => ({ kind: "bool", value, span })),
  fc.constant<Expression>({ kind: "null", span }),
  word.map((name): Expression => ({ kind: "name", name, span })),
  word.map((name): Expression => ({ kind: "list", name, span })),
  fc.integer({ min: 1, max: 4 }).map((depth): Expression => ({ kind: "scope", depth, span })),
);

/** Behind `in` a parenthesis begins a tuple, so that nothing else may begin with one. */
const among: fc.Arbitrary<Expression> = fc.oneof(
  word.map((name): Expression => ({ kind: "list", name, span })),
  word.map((name): Expression => ({ kind: "name", name, span })),
  fc.array(leaf, { maxLength: 3 }).map((items): Expression => ({ kind: "tuple", items, span })),
  fc.array(leaf, { maxLength: 3 }).map((items): Expression => ({ kind: "array", items, span })),
);

export const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie("tree");
  const optional = fc.option(tree, { nil: null });
  const several = fc.array(tree, { minLength: 2, maxLength: 3 });
  const any = fc.array(tree, { maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      leaf,
      any.map((items): Expression => ({ kind: "array", items, span })),
      fc.tuple(tree, word).map(([of, name]): Expression => ({ kind: "member", of, name, span })),
      fc.tuple(tree, tree).map(([of, index]): Expression => ({ kind: "index", of, index, span })),
      fc
        .tuple(tree, optional, optional)
        .map(([of, start, end]): Expression => ({ kind: "slice", of, start, end, span })),
      fc
        .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), any, fc.array(fc.tuple(word, tree), { maxLength: 2 }))
        .map(([name, args, named]): Expression => {
          const keywords = named.map(([key, value]) => ({ name: key, value, span }));
          return { kind: "call", name: name.join("."), nameSpan: span, args, keywords, span };
        }),
      tree.map((of): Expression => ({ kind: "negative", of, span })),
      tree.map((of): Expression => ({ kind: "not", of, span })),
      fc
        .tuple(fc.constantFrom("and", "or"), several)
        .map(([kind, items]): Expression => ({ kind: kind as "and" | "or", items, span })),
      fc.tuple(fc.constantFrom("+", "-", "*", "/", "%"), tree, tree).map(
        ([operator, left, right]): Expression => ({
          kind: "arithmetic",
          operator: operator as "+",
          left,
          right,
          span,
        }),
      ),
      fc
        .tuple(fc.constantFrom("==", "!=", "=~", "!~", "<", "<=", ">", ">="), tree, tree)
        .map(
          ([operator, ...operands]): Expression => ({ kind: "compare", operators: [operator as "=="], operands, span }),
        ),
      several.map((operands): Expression => {
        const operators = operands.slice(1).map((_, at) => (at % 2 === 0 ? "<" : "<="));
        return { kind: "compare", operators, operands, span };
      }),
      fc
        .tuple(tree, among, fc.boolean(), fc.boolean())
        .map(([value, where, not, folded]): Expression => ({ kind: "in", value, among: where, not, folded, span })),
      fc.tuple(tree, fc.boolean()).map(([value, not]): Expression => ({ kind: "is-null", value, not, span })),
      fc.tuple(tree, any).map(([count, items]): Expression => ({ kind: "of", count, items, span })),
    ),
  };
}).tree;

/** Pieces of rules in any order, and what belongs to none. */
const piece = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      ..."( ) [ ] , : . .. ... == != =~ !~ < <= > >= + - * / % = \" ' \\ // $ ~ & ! { }".split(" "),
    ),
  },
  { weight: 8, arbitrary: fc.constantFrom(..."and or not in in~ of is null true false".split(" ")) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ..."subject sender.name links words size urgent extra marks any all map any( length( $vips .url ..a".split(" "),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom("1", "2.5", '"a"', "'b'", '"\\n"', "\n", " ", "\t", "\r\n", "\u0085", "// x\n"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
);
export const texts: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { maxLength: 40, size: "max" }), fc.constantFrom("", " "))
  .map(([pieces, between]) => pieces.join(between));
