/** Broken, cut-off, deep and large files of intelligence: told where they break, read as far as they can be, never a crash. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { itemsOf, parseJson } from "../../src/intel/formats/json.ts";
import { readIntel } from "../../src/intel/read-intel.ts";

function read(text: string) {
  const file = readIntel(Buffer.from(text), "/intel/file");
  assert.ok(file.ok, file.ok ? "" : file.error);
  const { indicators, unusable } = file.value;
  return { found: indicators.map(({ value }) => value), told: unusable.map(({ place, why }) => `${place}: ${why}`) };
}

const indicator = (host: string, more = "") =>
  `{"type":"indicator","id":"indicator--${host}","pattern":"[domain-name:value = '${host}']"${more}}`;
const bundle = (objects: string) => `{"type":"bundle","id":"bundle--1","objects":[${objects}`;

describe("broken JSON", () => {
  test("it says in which line and column", () => {
    const file = readIntel(Buffer.from('{\n  "type": "x",\n  "a": }'), "/f");
    assert.ok(!file.ok);
    assert.equal(file.error, "is broken JSON: something else is expected in line 3, column 8");
  });

  test("a bundle that was cut off: what stands before is read, the rest is told", () => {
    const { found, told } = read(`${bundle(indicator("a.example"))},\n${indicator("b.example")},{"type":"indi`);
    assert.deepEqual(found, ["a.example", "b.example"]);
    assert.deepEqual(told, [
      "the file: it is broken JSON: it ends too early in line 2, column 109; what stands before that was read",
    ]);
  });

  test("one broken object among others is told by its place", () => {
    const { found, told } = read(`${bundle(indicator("a.example"))},{"type" "indicator"},${indicator("b.example")}]}`);
    assert.deepEqual(found, ["a.example", "b.example"]);
    assert.ok(told.includes("object 2: it is no map"));
  });

  test("one object a line: a broken line is told", () => {
    const { found, told } = read(`${indicator("a.example")}\n{"type":\n${indicator("b.example")}\n`);
    assert.deepEqual(found, ["a.example", "b.example"]);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /^line 2: it is broken JSON/);
  });

  test("two versions of one id: the latest counts; doubles count once", () => {
    const old = `{"type":"indicator","id":"indicator--1","modified":"2024-01-01T00:00:00Z","pattern":"[domain-name:value = 'old.example']"}`;
    const late = old.replace("2024", "2025").replace("old", "new");
    assert.deepEqual(read(bundle(`${late},${old},${old}]}`)).found, ["new.example"]);
  });

  test("a revoked latest version takes the indicator back", () => {
    const first = indicator("a.example", ',"modified":"2024-01-01T00:00:00Z"');
    const second = indicator("a.example", ',"modified":"2024-02-01T00:00:00Z","revoked":true');
    const { found, told } = read(bundle(`${first},${second}]}`));
    assert.deepEqual([found, told], [[], ["indicator--a.example: its source has revoked it"]]);
  });
});

test("the place at which JSON breaks", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [text: string, at: number])[] = [
    ['{"a":}', 5], ['{"a" 1}', 5], ['{"a":1,}', 7], ["[1,]", 3], ["[1 2]", 3], ["{a:1}", 1], ['{"a":1', 6],
    ['{"a":"x', 7], ["[01]", 1], ["[1}", 2], ["1 1", 2], ["", 0], ["[tru]", 1], ["]", 0], ["[[],{}", 6],
  ];
  for (const [text, at] of rows) {
    const parsed = parseJson(text);
    assert.ok(!parsed.ok);
    assert.equal(parsed.error.at, at, text);
  }
});

describe("deep nesting", () => {
  test("beyond jsonDepthMax it is refused, whatever the depth", () => {
    const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
    assert.ok(parseJson(deep(limits.jsonDepthMax)).ok);
    for (const levels of [limits.jsonDepthMax + 1, 1_000_000]) {
      const refused = parseJson(deep(levels));
      assert.ok(!refused.ok && refused.error.why.includes("nests deeper"));
    }
  });

  test("one deep object does not take the others with it", () => {
    const deep = `{"type":"tool","x":${"[".repeat(5_000)}${"]".repeat(5_000)}}`;
    assert.deepEqual(read(bundle(`${deep},${indicator("a.example")}]}`)).found, ["a.example"]);
  });
});

test("__proto__ as a key reaches no prototype", () => {
  const { found } = read(
    bundle(
      `{"__proto__":{"type":"indicator"},"type":"tool"},${indicator("a.example", ',"__proto__":{"revoked":true}')}]}`,
    ),
  );
  assert.deepEqual(found, ["a.example"]);
  assert.equal(({} as Record<string, unknown>)["revoked"], undefined);
});

test("beyond jsonWholeBytesMax a bundle is read one object at a time; other JSON is refused", () => {
  const filler = `{"type":"note","content":"${"x".repeat(1024 * 1024)}"},`;
  const objects = filler.repeat(Math.ceil(limits.jsonWholeBytesMax / 1024 / 1024) + 1);
  assert.deepEqual(read(bundle(`${objects}${indicator("a.example")}]}`)).found, ["a.example"]);
  const other = readIntel(Buffer.from(`{"Event":{"info":"${"x".repeat(limits.jsonWholeBytesMax)}"}}`), "/f");
  assert.ok(!other.ok && other.error.includes("in parts"));
});

test("what mail cannot fulfil is told, not searched for", () => {
  const pattern = (text: string) => `{"type":"indicator","id":"indicator--1","pattern":"${text}"}`;
  const rows: readonly (readonly [pattern: string, why: string | null])[] = [
    ["[process:name = 'x']", "mail does not show process:name"],
    ["[app:id = 'com.example']", "mail does not show app:id"],
    ["[file:path = '/a']", "mail does not show file:path"],
    ["[domain-name:value = 'a.example' AND process:name = 'x']", "mail does not show process:name"],
    ["[domain-name:value LIKE 'a%' OR process:name = 'x']", null],
    ["[process:name = 'x'] OR [url:value LIKE '%a']", null],
    ["[process:name = 'x'] FOLLOWEDBY [url:value LIKE '%a']", "mail does not show process:name"],
  ];
  for (const [text, why] of rows) {
    const { told } = read(pattern(text));
    assert.deepEqual(told, why === null ? [] : [`indicator--1: ${why}`], text);
  }
});

test("items of a list: the same as parsing the whole", () => {
  const value = fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(value, fc.jsonValue(), fc.constantFrom(0, 2), (objects, before, space) => {
      const text = JSON.stringify({ before, objects }, null, space);
      const items = [...itemsOf(Buffer.from(text), "objects")].map((one) => JSON.parse(one) as unknown);
      assert.deepEqual(items, JSON.parse(JSON.stringify(objects)));
    }),
  );
});

describe("a table or list beyond textBlockBytes comes in pieces", () => {
  const rows = Math.ceil((limits.textBlockBytes * 2.5) / 40);
  const row = (at: number) => `h${at}.example,"${"x".repeat(20)}, y"`;
  const body = Array.from({ length: rows }, (_, at) => row(at)).join("\n");

  test("with the lines of the whole file, and the separator of its heading", () => {
    const file = readIntel(Buffer.from(`indicator,comment\n${body}\nno host,"a\nb"\nlast.example,c;d;e\n`), "/f");
    assert.ok(file.ok);
    const { indicators, unusable } = file.value;
    assert.deepEqual(
      [indicators.length, indicators.at(-2)?.place, indicators.at(-1)?.place],
      [rows + 1, `line ${rows + 1}`, `line ${rows + 4}`],
    );
    assert.deepEqual(
      unusable.map(({ place }) => place),
      [`line ${rows + 2}`],
    );
  });

  test("a quote that is not closed loses no row", () => {
    const plain = Array.from({ length: rows }, (_, at) => `h${at}.example,${"x".repeat(20)}`).join("\n");
    const file = readIntel(Buffer.from(`indicator,comment\nfirst.example,"open\n${plain}\n`), "/f");
    assert.ok(file.ok);
    assert.deepEqual([file.value.indicators.length, file.value.unusable[0]?.place], [rows + 1, "line 2"]);
  });

  test("a list too", () => {
    const list = Array.from({ length: rows }, (_, at) => `h${at}.${"x".repeat(30)}.example`).join("\n");
    const file = readIntel(Buffer.from(`${list}\nnohost\n`), "/f");
    assert.ok(file.ok && file.value.indicators.length === rows);
    assert.deepEqual(
      [file.value.indicators.at(-1)?.place, file.value.unusable[0]?.place],
      [`line ${rows}`, `line ${rows + 1}`],
    );
  });
});

test("total on any text that begins like JSON or XML", () => {
  const piece = fc.oneof(
    fc.constantFrom("{", "}", "[", "]", '"objects":', '"', "\\", ",", '{"type":"indicator"}', "<ioc>", "\n"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.constantFrom("{", "[{", "<?xml ", "<ioc>", ""), fc.array(piece), (start, pieces) => {
      const file = readIntel(Buffer.from(start + pieces.join("")), "/f");
      return file.ok || file.error !== "";
    }),
  );
});
