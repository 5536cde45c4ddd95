/** OpenIOC and STIX 1 as XML: what each asks for, in values and patterns; entity bombs, depth and broken files. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { parseXml } from "../../src/intel/formats/xml.ts";
import { readIntel } from "../../src/intel/read-intel.ts";

function read(text: string) {
  const file = readIntel(Buffer.from(text), "/intel/file");
  assert.ok(file.ok, file.ok ? "" : file.error);
  const { indicators, unusable, format, title, tlp } = file.value;
  const found = indicators.map((one) => `${one.type} ${one.value}`);
  return { found, told: unusable.map((one) => `${one.text}: ${one.why}`), format, title, tlp, indicators };
}

const item = (search: string, content: string, condition = "is", more = "") =>
  `<IndicatorItem id="i" condition="${condition}" ${more}><Context document="x" search="${search}" type="mir"/><Content type="string">${content}</Content></IndicatorItem>`;
const ioc = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><ioc xmlns="http://schemas.mandiant.com/2010/ioc" id="a"><short_description>Cranes</short_description><authored_date>2024-03-01T00:00:00</authored_date><definition>${body}</definition></ioc>`;

describe("OpenIOC", () => {
  test("1.0: OR is a list; what mail does not show is told", () => {
    const { found, told, format, title, indicators } = read(
      ioc(
        `<Indicator operator="OR">${item("Network/DNS", "news.example")}${item("Email/From", "a@news.example")}` +
          `${item("FileItem/Md5sum", "a".repeat(32))}${item("Email/Subject", "Re: cranes")}${item("RegistryItem/Path", "HKLM")}</Indicator>`,
      ),
    );
    assert.deepEqual([format, title], ["openioc", "Cranes"]);
    assert.deepEqual(found, [
      "domain-name news.example",
      "email-addr a@news.example",
      `file-hash ${"a".repeat(32)}`,
      "email-subject Re: cranes",
    ]);
    assert.deepEqual(told, ["HKLM: mail does not show RegistryItem/Path"]);
    assert.equal(indicators.at(0)?.from, Date.UTC(2024, 2, 1));
  });

  test("1.1: AND becomes a pattern, with OR within; conditions and negation too", () => {
    const text =
      `<OpenIOC><metadata><short_description>Cranes</short_description></metadata><criteria><Indicator operator="OR"><Indicator operator="AND" id="b">` +
      `${item("Email/Subject", "it's", "contains")}<Indicator operator="OR">${item("Email/From", "A@news.example")}${item("Network/DNS", "other.example")}</Indicator>` +
      `${item("Email/To", "b@home.example", "is", 'negate="true"')}</Indicator></Indicator></criteria></OpenIOC>`;
    assert.deepEqual(read(text).found, [
      String.raw`pattern [(email-message:subject LIKE '%it\'s%' AND (email-message:from_ref.value = 'a@news.example' OR domain-name:value = 'other.example') AND email-message:to_refs[*].value NOT = 'b@home.example')]`,
    ]);
  });

  test("AND with what the case does not tell is told whole; of OR within, the rest is asked", () => {
    const and = (inner: string) => ioc(`<Indicator operator="AND">${inner}</Indicator>`);
    const both = read(and(item("Network/DNS", "news.example") + item("FileItem/Md5sum", "a".repeat(32))));
    assert.deepEqual([both.found, both.told.length], [[], 1]);
    assert.match(both.told[0] ?? "", /FileItem\/Md5sum together with other things/);
    const inner = `<Indicator operator="OR">${item("ProcessItem/name", "x.exe")}${item("Network/DNS", "news.example")}</Indicator>`;
    assert.equal(read(and(item("Email/Subject", "hello") + inner)).found.length, 1);
  });

  test("a value in the id of an item without content, as one exporter wrote it", () => {
    const text = `<IndicatorItem id="news.example" condition="is"><Context search="Network/DNS"/><Content type="string"></Content></IndicatorItem>`;
    assert.deepEqual(read(ioc(`<Indicator operator="OR">${text}${item("Network/DNS", "")}</Indicator>`)).found, [
      "domain-name news.example",
    ]);
  });

  test("an unknown condition and negation alone are told", () => {
    const { found, told } = read(
      ioc(item("Network/DNS", "a.example", "greater-than") + item("Network/DNS", "b.example", "isnot")),
    );
    assert.deepEqual(found, []);
    assert.deepEqual(told, [
      "a.example: mail does not show Network/DNS greater-than",
      "b.example: alone it asks for what is not there, which any mail fulfils",
    ]);
  });
});

const object = (type: string, inner: string, more = "") =>
  `<cybox:Object><cybox:Properties xsi:type="x:${type}ObjectType" ${more}>${inner}</cybox:Properties></cybox:Object>`;
const indicator = (observable: string, id = "i") =>
  `<stix:Indicator id="${id}"><indicator:Title>t</indicator:Title><indicator:Observable id="o-${id}">${observable}</indicator:Observable></stix:Indicator>`;
const stix = (body: string) =>
  `<stix:STIX_Package xmlns:stix="s"><stix:STIX_Header><stix:Title>Cranes</stix:Title><m:Marking_Structure color="AMBER"/></stix:STIX_Header>${body}</stix:STIX_Package>`;

describe("STIX 1", () => {
  const rows: readonly (readonly [name: string, observable: string, expected: readonly string[]])[] = [
    ["a domain", object("DomainName", "<d:Value>news.example</d:Value>"), ["domain-name news.example"]],
    [
      "a list",
      object("DomainName", '<d:Value condition="Equals">a.example##comma##b.example</d:Value>'),
      ["domain-name a.example", "domain-name b.example"],
    ],
    ["a URL", object("URI", "<u:Value>https://news.example/a</u:Value>"), ["url https://news.example/a"]],
    [
      "an address",
      object("Address", "<a:Address_Value>192.0.2.7</a:Address_Value>", 'category="ipv4-addr"'),
      ["ipv4-addr 192.0.2.7"],
    ],
    [
      "a file",
      object(
        "File",
        `<f:File_Name>a.exe</f:File_Name><f:Hashes><c:Hash><c:Simple_Hash_Value>${"b".repeat(32)}</c:Simple_Hash_Value></c:Hash></f:Hashes>`,
      ),
      [`file-hash ${"b".repeat(32)}`],
    ],
    [
      "a mail: all its parts together",
      object(
        "EmailMessage",
        "<e:Header><e:From><a:Address_Value>a@news.example</a:Address_Value></e:From><e:Subject>Re: cranes</e:Subject></e:Header>",
      ),
      ["pattern [(email-message:from_ref.value = 'a@news.example' AND email-message:subject = 'Re: cranes')]"],
    ],
    [
      "a composition",
      `<cybox:Observable_Composition operator="OR"><cybox:Observable>${object("DomainName", "<d:Value>a.example</d:Value>")}</cybox:Observable><cybox:Observable idref="far"/></cybox:Observable_Composition>`,
      ["domain-name a.example", "domain-name far.example"],
    ],
  ];
  const far = `<stix:Observables><cybox:Observable id="far">${object("DomainName", "<d:Value>far.example</d:Value>")}</cybox:Observable></stix:Observables>`;
  for (const [name, observable, expected] of rows) {
    test(name, () => {
      const { found, format, title, tlp } = read(stix(indicator(observable) + far));
      assert.deepEqual(found, expected);
      assert.deepEqual([format, title, tlp], ["stix-1", "Cranes", "TLP:AMBER"]);
    });
  }

  test("an observable that nobody calls an indicator is told; where nothing is called one it is taken", () => {
    const own = indicator(object("DomainName", "<d:Value>a.example</d:Value>"));
    const { found, told } = read(stix(own + far));
    assert.deepEqual(
      [found, told],
      [["domain-name a.example"], ["far.example: its source observed it, and does not call it an indicator"]],
    );
    assert.deepEqual(read(stix(far)).found, ["domain-name far.example"]);
  });

  test("observables that name each other come to an end", () => {
    const loop = `<stix:Observables><cybox:Observable id="a"><cybox:Observable_Composition operator="OR"><cybox:Observable idref="a"/></cybox:Observable_Composition></cybox:Observable></stix:Observables>`;
    assert.deepEqual(read(stix(loop)).found, []);
  });

  test("a mutex and a test of another tool are told", () => {
    const other = `<stix:Indicator id="j"><indicator:Title>t</indicator:Title><indicator:Test_Mechanisms/></stix:Indicator>`;
    assert.equal(read(stix(indicator(object("Mutex", "<m:Name>m</m:Name>")) + other)).told.length, 2);
  });
});

describe("hostile XML", () => {
  test("entity bombs are refused by a message, at once", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE ioc [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "${"&a;".repeat(1_000)}">`).join("")}]><ioc>&b19;</ioc>`;
    const file = readIntel(Buffer.from(bomb), "/f");
    assert.ok(!file.ok);
    assert.match(file.error, /document type/);
    const outside = readIntel(Buffer.from(`<!DOCTYPE ioc SYSTEM "file:///etc/passwd"><ioc/>`), "/f");
    assert.ok(!outside.ok && outside.error.includes("document type"));
  });

  test("an entity that nobody defined stays text and is told", () => {
    const { told } = read(ioc(item("Network/DNS", "&bomb;")));
    assert.ok(told.some((one) => one.includes("not well formed")));
  });

  test("beyond xmlDepthMax it is refused, with its line", () => {
    const deep = (levels: number) => `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
    assert.ok(parseXml(deep(limits.xmlDepthMax)).ok);
    const refused = parseXml(deep(limits.xmlDepthMax + 1));
    assert.ok(!refused.ok && refused.error.includes("nests deeper"));
  });

  test("beyond xmlElementsMax it is refused", () => {
    const refused = parseXml(`<a>${"<b/>".repeat(limits.xmlElementsMax)}</a>`);
    assert.ok(!refused.ok && refused.error.includes("elements"));
  });

  test("beyond xmlProblemsMax no more is told", () => {
    const found = parseXml(`<a>${"&x;".repeat(limits.xmlProblemsMax + 5)}</a>`);
    assert.ok(found.ok && found.value.problems.length === limits.xmlProblemsMax);
  });

  test("a file that ends too early keeps what stands before", () => {
    const whole = ioc(`<Indicator operator="OR">${item("Network/DNS", "news.example")}`);
    assert.deepEqual(read(whole.slice(0, whole.indexOf("</definition>"))).found, ["domain-name news.example"]);
  });

  test("other XML and HTML are not taken for it", () => {
    const other = readIntel(Buffer.from(`<?xml version="1.0"?><rss/>`), "/f");
    assert.ok(!other.ok && other.error.includes("neither OpenIOC nor STIX 1"));
  });

  test("total on any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<ioc>",
        "</ioc>",
        "<a b='c'>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&amp;",
        "&#x0;",
        "<?x",
        "?>",
        "<",
      ),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => parseXml(pieces.join("")) !== undefined));
  });
});
