/** Rules and letters by chance, over the small world: texts that the checker takes, and values that may be unknown anywhere. */
import fc from "fast-check";
import { compileRule } from "../../src/mql/check.ts";
import type { Checked } from "../../src/mql/checked.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { Json, Undetermined, type Value } from "../../src/mql/value.ts";
import { type Lists, letter, listOf, livingSchema, SmallObject } from "./small-host.ts";

const WORDS: readonly string[] = [
  "a",
  "Verify your account",
  "one two",
  "PayPal",
  "ONE",
  "x@b.example",
  "login here",
  "\u212aey",
  "no!",
];
const LONG = `${"lorem ipsum ".repeat(40)} please Verify your account, login here`;

const unknown = fc.constantFrom(
  new Undetermined(["nlu"]),
  new Undetermined(["profile"]),
  new Undetermined(["link", "nlu"]),
);

function maybe(known: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: unknown },
  );
}

function arrayOf(item: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.array(item, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: unknown },
  );
}

const text = fc.constantFrom<Value>(...WORDS, LONG);
const number = fc.integer({ min: -3, max: 6 });
const person = fc
  .record({
    name: maybe(text),
    address: maybe(fc.record({ email: maybe(text), domain: maybe(text) }).map((of) => new SmallObject("Address", of))),
  })
  .map((of) => new SmallObject("Person", of));
const link = fc
  .record({ url: maybe(text), text: maybe(text), parts: arrayOf(maybe(text)), visits: maybe(number) })
  .map((of) => new SmallObject("Link", of));
const json = fc.constantFrom<Value>(
  new Json({ k: "a", n: 2, l: [1, "one"] }),
  new Json(["a", 2, null]),
  new Json("a"),
  new Json(3),
);

export const randomLetter = fc
  .record({
    subject: maybe(text),
    size: maybe(number),
    score: maybe(number.map((n) => n / 2)),
    urgent: maybe(fc.boolean()),
    extra: maybe(json),
    sender: maybe(person),
    readers: arrayOf(maybe(person)),
    links: arrayOf(link),
    words: arrayOf(maybe(text)),
    marks: maybe(fc.constantFrom(new Map([["k", "a"]]), new Map([["k", "one two"]]))),
    groups: maybe(fc.constant(new Map([["k", ["a", "PayPal"]]]))),
  })
  .map(letter);

export const randomLists: fc.Arbitrary<Lists> = fc.record({
  own_domains: fc.oneof(fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map(listOf), unknown),
  vips: fc.oneof(fc.array(person, { maxLength: 2 }).map(listOf), unknown),
});

type Grammar = Record<"bool" | "text" | "number" | "texts" | "objects", string>;

const literal = fc.constantFrom(...WORDS).map((word) => JSON.stringify(word));
const pattern = fc.constantFrom("'verify .* account'", "'one|two'", "'(?:pay|log)\\w+'", "'^a$'", "'\\d'", "'a'");
const glob = fc.constantFrom('"*verify*"', '"a*"', '"*o?e*"', '"*"', '"pay?al"');
const twin = fc.constantFrom("", "i");

function call(name: string, ...args: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...args).map((parts) => `${name}(${parts.join(", ")})`);
}

function joined(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((all) => all.join(""));
}

function oneOf(...all: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.oneof({ depthSize: "small", maxDepth: 4, withCrossShrink: true }, ...all);
}

/** Scope references are written at random; the checker throws out those that reach nothing. */
const grammar = fc.letrec<Grammar>((tie) => {
  const [bool, string, num, strings, objects] = [tie("bool"), tie("text"), tie("number"), tie("texts"), tie("objects")];
  const textTest = fc.constantFrom("contains", "starts_with", "ends_with");
  return {
    bool: oneOf(
      fc.constantFrom(
        "urgent",
        "true",
        "false",
        'link.open("a").urgent',
        ".visits > 1",
        ".name is null",
        "..visits == 2",
      ),
      joined("(", bool, " and ", bool, " and ", bool, ")"),
      joined("(", bool, " or ", bool, ")"),
      joined("not ", bool),
      joined(string, fc.constantFrom(" == ", " != ", " =~ ", " !~ ", " < "), string),
      joined(num, fc.constantFrom(" == ", " != ", " < ", " <= ", " > ", " >= "), num),
      joined(num, " < ", num, " <= ", num),
      joined(
        string,
        fc.constantFrom(" in ", " in~ ", " not in ", " not in~ "),
        fc.constantFrom('("a", "PAYPAL")', "words", "$own_domains", '(subject, "ONE")'),
      ),
      joined(num, fc.constantFrom(" in ", " not in "), fc.constantFrom("(1, 2)", "(size, 3)")),
      joined(string, fc.constantFrom(" is null", " is not null")),
      joined(fc.constantFrom("1", "2"), " of (", bool, ", ", bool, ", ", bool, ")"),
      fc.tuple(twin, textTest).chain(([prefix, name]) => call(`strings.${prefix}${name}`, string, literal)),
      call("strings.icontains", string, literal, string),
      twin.chain((prefix) => call(`strings.${prefix}like`, string, glob)),
      twin.chain((prefix) => call(`regex.${prefix}contains`, string, pattern, pattern)),
      twin.chain((prefix) => call(`regex.${prefix}match`, string, pattern)),
      call("text.one_of", string, literal, string),
      fc.constantFrom("any", "all").chain((name) => call(name, strings, bool)),
      fc.constantFrom("any", "all").chain((name) => call(name, objects, bool)),
      call("any", fc.constantFrom('extra["l"]', "extra"), fc.constantFrom('. == "one"', ". == 2", '..name == "a"')),
    ),
    text: oneOf(
      fc.constantFrom(
        "subject",
        "sender.name",
        "sender.address.email",
        ".",
        "..",
        ".name",
        ".url",
        ".address.domain",
        'marks["k"]',
        'extra["k"]',
        "words[1]",
        "extra",
        '"a"',
      ),
      literal,
      call("strings.concat", string, literal),
      call("coalesce", string, literal),
      call("strings.replace_confusables", string),
      joined(strings, "[0]"),
    ),
    number: oneOf(
      fc.constantFrom("size", "score", "1", "2.5", 'extra["n"]', ".visits", "letter.weight()"),
      call("length", strings),
      call("length", objects),
      call("length", string),
      call("strings.ilevenshtein", string, string),
      call("regex.icount", string, pattern),
      joined("(", num, fc.constantFrom(" + ", " - ", " * ", " / "), num, ")"),
      joined("sum(map(", objects, ", ", num, "))"),
      joined("ratio(", objects, ", ", bool, ")"),
    ),
    texts: oneOf(
      fc.constantFrom("words", ".parts", 'groups["k"]', "$own_domains", "[subject, sender.name]", "map(links, .url)"),
      call("filter", strings, bool),
      call("map", objects, string),
      call("distinct", strings),
      call("text.lines", string),
      joined("map(regex.extract(", string, ", ", pattern, "), .full_match)"),
    ),
    objects: oneOf(
      fc.constantFrom("links", "readers", "$vips", "[sender]"),
      call("filter", objects, bool),
      call("distinct", objects, string),
    ),
  };
});

export function checkedOf(source: string): Checked | null {
  return compileRule(source, { schema: livingSchema, problemOf: patternError, wanted: "condition" }).checked;
}

/** Rules that are right. Most that chance writes are; the others are left out. */
export const randomRule: fc.Arbitrary<{ readonly source: string; readonly checked: Checked }> = grammar.bool
  .map((source) => ({ source, checked: checkedOf(source) }))
  .filter((rule): rule is { source: string; checked: Checked } => rule.checked !== null);
