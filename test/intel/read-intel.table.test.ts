/** Files of indicators as people publish them, in all forms that are read; broken ones; what is told of what cannot be used. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { Collector } from "../../src/intel/collector.ts";
import { observableOf } from "../../src/intel/observable.ts";
import type { CsvMapping } from "../../src/intel/read-csv.ts";
import { readIntel } from "../../src/intel/read-intel.ts";

function read(text: string | Uint8Array, path = "/intel/file") {
  const file = readIntel(typeof text === "string" ? new TextEncoder().encode(text) : text, path);
  assert.ok(file.ok, file.ok ? "" : file.error);
  return file.value;
}

const values = (text: string) => read(text).indicators.map(({ type, value, place }) => `${type} ${value} (${place})`);

describe("a written value is what it is", () => {
  const rows: readonly (readonly [written: string, expected: string])[] = [
    ["news[.]example", "domain-name news.example"],
    ["NEWS(dot)Example.", "domain-name news.example"],
    ["hxxps://news[.]example/a?b=1", "url https://news.example/a?b=1"],
    ["hxxp[:]//news.example", "domain-name news.example"],
    ["news.example/path", "url http://news.example/path"],
    ["news.example:8080", "domain-name news.example"],
    ["editor[at]news[.]example", "email-addr editor@news.example"],
    ["192.0.2[.]7", "ipv4-addr 192.0.2.7"],
    ["192.0.2.0/24", "ipv4-addr 192.0.2.0/24"],
    ["2001:db8::7", "ipv6-addr 2001:db8::7"],
    ["44D88612FEA8A8F36DE82E1278ABB02F", "file-hash 44d88612fea8a8f36de82e1278abb02f"],
    ["m\u00fcnchen.example", "domain-name xn--mnchen-3ya.example"],
    ["news\u00ad.example", "domain-name news.example"],
    ["report.pdf", "none"],
    ["invoice.docx", "none"],
    ["v2.1.0", "none"],
    ["1.2.3", "none"],
    ["hello", "none"],
    ["", "none"],
    [`${"a".repeat(limits.indicatorCharsMax)}.example`, "none"],
  ];
  for (const [written, expected] of rows) {
    test(written.slice(0, 40), () => {
      const found = observableOf(written);
      assert.equal(found === null ? "none" : `${found.type} ${found.value}`, expected);
    });
  }
});

describe("files", () => {
  test("a plain list with remarks", () => {
    const list = "# TLP:AMBER\nnews.example # tracker\n\nhxxp://a[.]example/x\nnews.example\nnot-a-host\n";
    const { indicators, unusable, tlp, format } = read(list);
    assert.deepEqual(
      indicators.map(({ value, place, name }) => [value, place, name]),
      [
        ["news.example", "line 2", "tracker"],
        ["http://a.example/x", "line 4", ""],
      ],
    );
    assert.deepEqual([unusable.length, unusable[0]?.place, tlp, format], [1, "line 6", "TLP:AMBER", "text"]);
  });

  test("a light is seen in any spelling, in the file's name too, and of several the strictest holds", () => {
    const lightOf = (text: string, path = "x.txt"): string => {
      const file = readIntel(Buffer.from(text), path);
      assert.ok(file.ok);
      return file.value.tlp;
    };
    const event = (name: string, attributeTag = "") => ({
      Event: {
        info: "Cranes",
        Tag: [{ name }],
        Attribute: [{ type: "domain", value: "news.example", Tag: [{ name: attributeTag }] }],
      },
    });
    assert.equal(lightOf("# TLP RED\nnews.example\n"), "TLP:RED");
    assert.equal(lightOf("# TLP:AMBER-STRICT\nnews.example\n"), "TLP:AMBER+STRICT");
    assert.equal(lightOf("# TLP:GREEN, the notes are TLP:AMBER\nnews.example\n"), "TLP:AMBER");
    assert.equal(lightOf("news.example\n", "/in/hosts_TLP-RED.txt"), "TLP:RED");
    assert.equal(lightOf(JSON.stringify([event("tlp:green"), event("tlp:red")])), "TLP:RED");
    assert.equal(lightOf(JSON.stringify(event("tlp:green", "tlp:red"))), "TLP:RED");
    assert.equal(lightOf("# TLP:REDACTED\nnews.example\n"), "");
  });

  test("in sentences only what was written to be taken counts", () => {
    const text =
      "The mails came from press@news[.]example and loaded pictures from img[.]news[.]example.\n" +
      "Readers of journal.example were not the aim; see https://journal.example/story for more.\n";
    assert.deepEqual(values(text), ["email-addr press@news.example (line 1)", "domain-name img.news.example (line 1)"]);
  });

  test("a table: kinds, dates, groups, several hashes in one cell", () => {
    const table =
      "type;indicator;valid_from;valid_until;actor\n" +
      "domain;news[.]example;2021-01-01;2021-06-01;Paper Crane\n" +
      `hash;${"a".repeat(32)}, ${"b".repeat(40)};;;\n` +
      "domain;kein host;;;\n";
    const { indicators, unusable, format } = read(table);
    const [first, second, third] = indicators;
    assert.equal(format, "csv");
    assert.deepEqual(
      [first?.value, first?.groups, first?.until],
      ["news.example", ["Paper Crane"], Date.UTC(2021, 5, 1)],
    );
    assert.deepEqual([second?.type, third?.type, indicators.length], ["file-hash", "file-hash", 3]);
    assert.deepEqual(
      unusable.map(({ place }) => place),
      ["line 4"],
    );
  });

  test("a STIX 2.1 bundle: values, patterns, groups by relationship, what is revoked or foreign is told", () => {
    const indicator = (id: string, pattern: string, more = {}) => ({
      type: "indicator",
      id,
      pattern,
      pattern_type: "stix",
      ...more,
    });
    const bundle = {
      type: "bundle",
      objects: [
        { type: "report", id: "report--1", name: "Paper cranes" },
        { type: "intrusion-set", id: "intrusion-set--1", name: "Paper Crane" },
        {
          type: "relationship",
          relationship_type: "indicates",
          source_ref: "indicator--1",
          target_ref: "intrusion-set--1",
        },
        indicator("indicator--1", "[domain-name:value = 'news.example' OR domain-name:value = 'other.example']"),
        indicator(
          "indicator--2",
          "[email-message:from_ref.value = 'a@news.example' AND email-message:subject LIKE 'Re%']",
        ),
        indicator("indicator--3", "[domain-name:value = 'old.example']", { revoked: true }),
        indicator("indicator--4", "rule x {}", { pattern_type: "yara" }),
        indicator("indicator--5", "[domain-name:value = ]"),
      ],
    };
    const { indicators, unusable, title, format } = read(JSON.stringify(bundle));
    assert.deepEqual([title, format], ["Paper cranes", "stix"]);
    assert.deepEqual(
      indicators.map(({ type, value, groups }) => [type, value, groups.join()]),
      [
        ["domain-name", "news.example", "Paper Crane"],
        ["domain-name", "other.example", "Paper Crane"],
        ["pattern", "[email-message:from_ref.value = 'a@news.example' AND email-message:subject LIKE 'Re%']", ""],
      ],
    );
    assert.deepEqual(
      unusable.map(({ place, why }) => [place, why.slice(0, 24)]),
      [
        ["indicator--3", "its source has revoked i"],
        ["indicator--4", "its pattern is written i"],
        ["indicator--5", "its pattern cannot be re"],
      ],
    );
  });

  test("STIX, one object a line", () => {
    const line = (value: string) =>
      JSON.stringify({ type: "indicator", id: "indicator--1", pattern: `[domain-name:value = '${value}']` });
    assert.equal(read(`${line("a.example")}\n${line("b.example")}\n`).indicators.length, 2);
  });

  test("a MISP event: what is meant for detection, with the groups of its galaxies", () => {
    const attribute = (type: string, value: string, toIds: boolean) => ({ uuid: value, type, value, to_ids: toIds });
    const event = {
      Event: {
        info: "Paper cranes",
        Galaxy: [{ GalaxyCluster: [{ value: "Paper Crane" }] }],
        Attribute: [
          attribute("domain", "news.example", true),
          attribute("link", "https://vendor.example/blog", false),
          attribute("mutex", "abc", true),
        ],
        Object: [{ Attribute: [attribute("email-src", "a@news.example", true)] }],
      },
    };
    const { indicators, unusable, title, format } = read(JSON.stringify(event));
    assert.deepEqual([title, format, unusable.length], ["Paper cranes", "misp", 1]);
    assert.deepEqual(
      indicators.map(({ value, groups }) => `${value} ${groups.join()}`),
      ["news.example Paper Crane", "a@news.example Paper Crane"],
    );
  });

  test("UTF-16 and a byte order mark", () => {
    const utf16 = new Uint8Array(Buffer.from("\ufeffnews.example\r\n", "utf16le"));
    assert.deepEqual(
      read(utf16).indicators.map(({ value }) => value),
      ["news.example"],
    );
  });
});

describe("what cannot be read says so", () => {
  const rows: readonly (readonly [name: string, bytes: Uint8Array, error: RegExp])[] = [
    ["broken JSON", Buffer.from('{"type": "bundle", '), /broken JSON/],
    ["other JSON", Buffer.from('{"a": 1}'), /neither a STIX bundle nor a MISP event/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), /neither text nor JSON/],
  ];
  for (const [name, bytes, error] of rows) {
    test(name, () => {
      const file = readIntel(bytes, "/intel/file");
      assert.ok(!file.ok);
      assert.match(file.error, error);
    });
  }

  test("larger than intelFileBytesMax", () => {
    const file = readIntel(new Uint8Array(limits.intelFileBytesMax + 1), "/intel/file");
    assert.ok(!file.ok && file.error.includes("in parts"));
  });

  test("deep nesting ends in a sentence, not a crash", () => {
    const deep = `{"type":"indicator","pattern":"[a:b = 1]","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const file = readIntel(Buffer.from(deep), "/intel/file");
    assert.ok(file.ok || file.error !== "");
  });

  test("beyond unusableListedMax they are counted", () => {
    const { unusable, unusableCount } = read("nohost\n".repeat(limits.unusableListedMax + 5));
    assert.deepEqual([unusable.length, unusableCount], [limits.unusableListedMax, limits.unusableListedMax + 5]);
  });

  test("beyond indicatorsMax they are told as unusable", () => {
    const collector = new Collector("00");
    Object.defineProperty(collector.indicators, "length", { value: limits.indicatorsMax });
    collector.add("domain-name", "late.example", { place: "line 9" });
    assert.equal(collector.unusableCount, 1);
  });
});

describe("tables with a mapping", () => {
  const table =
    "When;What;Sort;Said by\n2024-03-01 10:00;news[.]example;domain;Example Lab\n;Re: cranes;email-subject;\n;m1;mutex;\n";
  const mapped = (columns: CsvMapping) => readIntel(Buffer.from(table), "/intel/t.csv", { columns });

  test("columns by heading and by number", () => {
    for (const columns of [
      { value: "what", type: "SORT", from: "When", name: "Said by" },
      { value: "2", type: "3", from: "1", name: "said by" },
    ]) {
      const file = mapped(columns);
      assert.ok(file.ok);
      const [first, second] = file.value.indicators;
      assert.deepEqual(
        [first?.value, first?.from, first?.name],
        ["news.example", Date.UTC(2024, 2, 1, 10), "Example Lab"],
      );
      assert.deepEqual([second?.type, second?.value], ["email-subject", "Re: cranes"]);
      assert.deepEqual(
        file.value.unusable.map(({ why }) => why),
        ["mail does not show values of the type mutex"],
      );
    }
  });

  test("a column that is not there is told with those that are", () => {
    const file = mapped({ value: "ioc" });
    assert.ok(!file.ok);
    assert.equal(file.error, 'has no column "ioc"; it has when, what, sort, said by');
  });

  test("a pattern in a cell is taken apart as in STIX", () => {
    assert.deepEqual(values("pattern,name\n[domain-name:value = 'a.example'],x\n[url:value LIKE 'a%'],y\n"), [
      "domain-name a.example (line 2)",
      "pattern [url:value LIKE 'a%'] (line 3)",
    ]);
  });

  test("a list of records is a table; other JSON is none", () => {
    const records = [{ Domain: "a.example", Comment: "c", list: [1] }, { Domain: "no host" }];
    const { indicators, unusable, format } = read(JSON.stringify(records));
    assert.deepEqual(
      [format, indicators.at(0)?.value, indicators.at(0)?.name, unusable[0]?.place],
      ["csv", "a.example", "c", "record 2"],
    );
    const lines = records.map((one) => JSON.stringify(one)).join("\n");
    assert.deepEqual(values(lines), ["domain-name a.example (record 1)"]);
    const other = readIntel(Buffer.from('[{"type":"news","word":"a"}]'), "/f");
    assert.ok(!other.ok);
  });
});
