/** Broken, cut-off, deep and large files of intelligence: told where they break, read as far as they can be, never a crash. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { itemsOf, parseJson } from "../../src/intel/formats/json.ts";
import { salvageMisp } from "../../src/intel/misp/salvage.ts";
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

describe("MISP that is broken or large is read as far as it can be", () => {
  const attribute = (host: string, more = "") =>
    `{"type":"domain","value":"${host}","to_ids":true,"uuid":"u-${host}"${more}}`;
  const head = '{"response":[{"Event":{"uuid":"e","info":"Cranes","Tag":[{"name":"tlp:amber"}],"Attribute":[';

  test("cut off", () => {
    const text = `${head}${attribute("a.example")},${attribute("b.example")}],"Object":[{"name":"x","Attribute":[${attribute("c.example")},{"type":"dom`;
    const file = readIntel(Buffer.from(text), "/f");
    assert.ok(file.ok);
    assert.deepEqual([file.value.format, file.value.title, file.value.tlp], ["misp", "Cranes", "TLP:AMBER"]);
    assert.deepEqual(
      file.value.indicators.map(({ value }) => value),
      ["a.example", "b.example", "c.example"],
    );
    assert.match(
      file.value.unusable.map(({ why }) => why).join(),
      /it ends too early .* what stands before that was read/,
    );
  });

  test("broken in the middle: what stands behind is read too, and an object that was deleted stays deleted", () => {
    const gone = `{"deleted":true,"name":"x","Attribute":[${attribute("gone.example")}]}`;
    const { found, told } = read(
      `${head}${attribute("a.example")},{"type" "domain"},${attribute("b.example")}],"Object":[${gone}]}}]}`,
    );
    assert.deepEqual(found, ["a.example", "b.example"]);
    assert.ok(
      told.includes("u-gone.example: its source has deleted it") &&
        told.some((one) => one.includes("1 of its attributes")),
    );
  });

  test("two events, the first broken", () => {
    const one = (info: string, host: string) => `{"Event":{"info":"${info}","Attribute":[${attribute(host)}]}}`;
    assert.deepEqual(read(`[${one("A", "a.example").replace("}}", "},")},${one("B", "b.example")}]`).found, [
      "a.example",
      "b.example",
    ]);
  });

  test("beyond jsonWholeBytesMax, as an event and in a list", () => {
    const filler = `${attribute("a.example", `,"comment":"${"x".repeat(1024 * 1024)}"`)},`;
    const many = filler.repeat(Math.ceil(limits.jsonWholeBytesMax / 1024 / 1024) + 1);
    for (const [before, after] of [
      ["", ""],
      ["[", "]"],
    ]) {
      const text = `${before}{"Event":{"info":"Large","Attribute":[${many}${attribute("b.example")}]}}${after}`;
      assert.deepEqual(read(text).found, ["a.example", "b.example"]);
    }
  });

  test("a whole event cut anywhere gives what stands before, and never throws", () => {
    const text = `${head}${attribute("a.example", ',"Tag":[{"name":"x\\"]}"}]')},${attribute("b.example")}],"Object":[{"name":"o","Attribute":[${attribute("c.example")}]}]}}]}`;
    const whole = read(text).found;
    assert.deepEqual(whole, ["a.example", "b.example", "c.example"]);
    for (let end = head.length; end < text.length; end += 1) {
      const file = readIntel(Buffer.from(text.slice(0, end)), "/f");
      const found = file.ok ? file.value.indicators.map(({ value }) => value) : [];
      assert.deepEqual(found, whole.slice(0, found.length), text.slice(0, end));
      if (end > text.indexOf('"b.example"')) assert.ok(found.length >= 1);
    }
  });

  test("total on any bytes", () => {
    const sign = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ":",
      ",",
      "\\",
      '"Event":',
      '"Attribute":',
      '"Object":',
      '"info":"x"',
      attribute("a.example"),
      "true",
      "é",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        salvageMisp(Buffer.from(signs.join("")));
      }),
    );
  });
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
