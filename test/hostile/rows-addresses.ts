/** Catalogue section C: who sent it, as far as reading a message goes; authentication itself is not tested here. */
import { createCanary } from "./canary.ts";
import { bareMail, CRLF, envelope, type Kit, leafFields, perCanary, type Row, scaled, single } from "./compose.ts";
import { file, type HostileFile, type Seen, type Wish } from "./file.ts";

/** From fields (one string may be several lines) with the addresses that a client may show. */
interface FromCase {
  readonly name: string;
  readonly from: string;
  readonly senders: readonly string[];
  readonly flags?: readonly string[];
  readonly anyFlag?: boolean;
  readonly notSenders?: readonly string[];
  readonly more?: readonly string[];
}

const A = "a@attacker.test";
const B = "b@example.org";

/** Each case as a message whose body holds a canary. */
function fromFiles(kit: Kit, cases: readonly FromCase[]): readonly HostileFile[] {
  const canary = createCanary(kit.random, "base64");
  return cases.map(({ name, from, more = [], ...wish }) => {
    const others = envelope.filter((line) => !line.startsWith("From:"));
    const text = bareMail([from, ...others, ...more, ...leafFields(canary)], canary.encoded);
    return file(name, text, { ...wish, canaries: [canary], probe: tidyAddresses });
  });
}

/** No address holds what could end a line, an SMTP command or a string. */
function tidyAddresses({ record }: Seen): readonly string[] {
  const all = [...record.claims.from, ...record.to, ...record.cc].map(({ address }) => address);
  return all
    .filter((address) => /[\p{Cc}]/u.test(address))
    .map((address) => `address with a control: ${JSON.stringify(address)}`);
}

const twoFroms: Row = {
  id: "HM-040",
  title: "several From fields",
  make: (kit) =>
    fromFiles(kit, [
      { name: "two", from: `From: ${A}${CRLF}From: ${B}`, senders: [A, B], flags: ["multi-from"] },
      { name: "two, other order", from: `From: ${B}${CRLF}From: ${A}`, senders: [A, B], flags: ["multi-from"] },
      { name: "three", from: `From: ${B}${CRLF}From: ${A}${CRLF}From: ${A}`, senders: [A, B], flags: ["multi-from"] },
      { name: "space before the name", from: ` From: ${A}${CRLF}From: ${B}`, senders: [A, B], flags: ["multi-from"] },
      { name: "space before the colon", from: `From : ${A}${CRLF}From: ${B}`, senders: [A, B], flags: ["multi-from"] },
      {
        name: "space before the colon, second",
        from: `From: ${B}${CRLF}From : ${A}`,
        senders: [A, B],
        flags: ["multi-from"],
      },
      { name: "folded name", from: `From: ${B}${CRLF}From${CRLF} : ${A}`, senders: [A, B], flags: ["multi-from"] },
      { name: "NUL in the name", from: `From: ${B}${CRLF}From\0: ${A}`, senders: [A, B], flags: ["multi-from"] },
      { name: "odd case", from: `FROM: ${B}${CRLF}fRoM: ${A}`, senders: [A, B], flags: ["multi-from"] },
      {
        name: "apart from one another",
        from: `From: ${B}`,
        more: [`From: ${A}`],
        senders: [A, B],
        flags: ["multi-from"],
      },
      { name: "CR before the second", from: `From: ${B}\rFrom: ${A}`, senders: [A, B], flags: ["multi-from"] },
    ]),
};

const severalInOne: Row = {
  id: "HM-041",
  title: "several addresses in one From",
  make: (kit) =>
    fromFiles(
      kit,
      [`<${A}>, <${B}>`, `<${B}>, <${A}>`, `${A}, ${B}`, `X <${A}>, Y <${B}>`, `${A}; ${B}`].flatMap((value) => [
        { name: value, from: `From: ${value}`, senders: [A, B], flags: ["multi-from"] },
        {
          name: `${value} with Sender`,
          from: `From: ${value}`,
          more: [`Sender: ${B}`],
          senders: [A, B],
          flags: ["multi-from"],
        },
      ]),
    ),
};

const displayNames: Row = {
  id: "HM-042",
  title: "an address in the display name",
  make: (kit) => {
    const q = `=?utf-8?Q?b=40example.org?=`;
    const b64 = `=?utf-8?B?${Buffer.from(B).toString("base64")}?=`;
    const flags = ["address-in-display-name"];
    return fromFiles(kit, [
      { name: "quoted", from: `From: "${B}" <${A}>`, senders: [A], flags },
      { name: "bare", from: `From: ${B} <${A}>`, senders: [A], anyFlag: true },
      { name: "encoded Q", from: `From: ${q} <${A}>`, senders: [A], flags },
      { name: "encoded B", from: `From: ${b64} <${A}>`, senders: [A], flags },
      { name: "brackets inside", from: `From: "Bo <${B}>" <${A}>`, senders: [A], flags },
      { name: "bidi", from: `From: "\xe2\x80\xae${B}" <${A}>`, senders: [A], flags },
      { name: "zero-width", from: `From: "b\xe2\x80\x8b@example.org" <${A}>`, senders: [A], flags },
      { name: "full-width at", from: `From: "b\xef\xbc\xa0example.org" <${A}>`, senders: [A], flags },
      { name: "very long", from: `From: "${B}${" ".repeat(scaled(kit, 4_000, 400))}." <${A}>`, senders: [A], flags },
    ]);
  },
};

const precedence: Row = {
  id: "HM-043",
  title: "parsers disagree on the address",
  make: (kit) => {
    const cases: readonly (readonly [value: string, senders: readonly string[]])[] = [
      [`<${B}>,${A}`, [A, B]],
      [`${B},<${A}>`, [A, B]],
      [`<${A}>${B}`, [A, B]],
      [`<${A}><${B}>`, [A, B]],
      [`<<${A}>${B}>`, [A]],
      [`${B}\\,<${A}>`, [A]],
      [`<@attacker.test,@x.test:${B}>`, [B]],
      [`${A}(${B})`, [A]],
      [`(${B})${A}`, [A]],
      ['"a@attacker.test,b"@example.org', ['"a@attacker.test,b"@example.org']],
      [`${B}:${A};`, [A, B]],
      [`<${A}> <${B}>`, [A, B]],
      [`${B} ${A}`, [A, B]],
      [`"${B}" ${A}`, [A]],
      [`<${B}`, [B]],
      [`${B}>`, [B]],
      [`[${B}] <${A}>`, [A]],
    ];
    /** Odd, but clients agree on them. */
    const agreed = [`"${B}" ${A}`, `<${B}`, `${B}>`, `[${B}] <${A}>`];
    return fromFiles(
      kit,
      cases.map(([value, senders]) => ({
        name: value,
        from: `From: ${value}`,
        senders,
        ...(agreed.includes(value) ? { anyFlag: true } : { flags: ["address-ambiguous"] }),
      })),
    );
  },
};

const encodedAddress: Row = {
  id: "HM-044",
  title: "an encoded-word hides an address",
  make: (kit) => {
    const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
    return fromFiles(kit, [
      { name: "whole value", from: `From: ${word(`<${B}>`)}`, senders: [B], anyFlag: true },
      { name: "whole value, then an address", from: `From: ${word(`<${B}>,`)} <${A}>`, senders: [A], anyFlag: true },
      { name: "local part", from: `From: <${word("b")}@example.org>`, senders: [], anyFlag: true },
      { name: "domain", from: `From: <b@${word("example.org")}>`, senders: [], anyFlag: true },
      { name: "comma", from: `From: <${A}>${word(",")}<${B}>`, senders: [A, B], anyFlag: true },
      { name: "angle bracket", from: `From: ${word("<")}${B}> <${A}>`, senders: [A], anyFlag: true },
      { name: "NUL", from: `From: ${word(`${B}\0`)} <${A}>`, senders: [A], anyFlag: true },
      { name: "CR LF", from: `From: ${word(`x\r\nFrom: ${B}`)} <${A}>`, senders: [A], notSenders: [B], anyFlag: true },
    ]);
  },
};

const atoms: Row = {
  id: "HM-045",
  title: "email-atom tricks",
  make: (kit) => {
    const values = [
      '"a b"@example.org',
      '"a@b"@example.org',
      '"a>b"@example.org',
      '"a\r\n b"@example.org',
      "a%attacker.test@example.org",
      "example.org!a@attacker.test",
      "a=attacker.test@example.org",
      "=?utf-8?Q?a=40attacker.test?=@example.org",
      "=?utf-8?Q?a=0D=0A?=@example.org",
      "a\xc5\x80attacker.test@example.org",
      "a\xc4\xaeb@example.org",
      "a@xn--attacker-k75e.test",
      "a@xn--.test",
      `a@${"xn--"}${"a".repeat(300)}.test`,
    ];
    return fromFiles(
      kit,
      values.map((value, index) => ({
        name: `${index}: ${value.slice(0, 40)}`,
        from: `From: ${value}`,
        senders: [],
        notSenders: ["a@attacker.test,", `${A}@example.org`],
      })),
    );
  },
};

/** Rows about display, domains and authentication: read without harm, canary found, sender kept. */
function harmless(id: string, title: string, fields: (kit: Kit) => readonly string[]): Row {
  return {
    id,
    title,
    make: (kit) =>
      perCanary(kit, (canary) => {
        const wish: Wish = { canaries: [canary], probe: tidyAddresses };
        return fields(kit).map((field, index) => {
          const ownFrom = /^from:/i.test(field);
          const text = ownFrom
            ? single(canary).replace(/^From: [^\r]*/, () => field)
            : `${field}${CRLF}${single(canary)}`;
          return file(
            `${index}: ${field.slice(0, 50)}`,
            text,
            ownFrom ? wish : { ...wish, senders: ["ada@example.org"] },
          );
        });
      }),
  };
}

const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

const domains = (...names: readonly string[]) => names.map((name) => `From: Ada <ada@${name}>`);

const bidi = harmless("HM-047", "bidi controls", () => [
  utf8("From: \u202egro.elpmaxe@ada <ada@example.org>"),
  utf8("Subject: \u202etxt.exe"),
  utf8("Subject: \u2066\u2067\u2068 open isolates"),
  utf8("From: Ada <ada@\u202eexample.org>"),
  utf8("From: Ada <ada@אב.example.org>"),
]);
const subdomains = harmless("HM-048", "subdomains and odd domains", () =>
  domains(
    "x.example.org",
    "example.org.attacker.test",
    "example-org.test",
    "co.uk",
    `${"a.".repeat(150)}test`,
    "",
    "[192.0.2.1]",
    "[IPv6:2001:db8::1]",
    ".",
    "..",
    "-",
    "a..b",
  ),
);
const envelopes = harmless("HM-049", "envelope and result-header injection", () => [
  "Return-Path: <>",
  "Return-Path: <(b@example.org>",
  "Return-Path: <b@example.org'@attacker.test>",
  'Authentication-Results: mx.example; spf=pass smtp.mailfrom="b@example.org; dkim=pass"',
  "Authentication-Results: mx.example; spf=pass (a;dkim=pass header.d=example.org",
  'Received: from a"(;b by mx.example',
]);
const signature = (tags: string) => `DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; ${tags}; bh=AA==; b=AA==`;

/** As `harmless`, with the flags that each field asks for. */
function flagged(
  id: string,
  title: string,
  fields: readonly (readonly [field: string, flags: readonly string[]])[],
): Row {
  const wishes = new Map(fields);
  const row = harmless(id, title, () => fields.map(([field]) => field));
  return {
    ...row,
    make: (kit) =>
      row.make(kit).map((made, index) => {
        const [field] = fields[index % fields.length] ?? [""];
        return { ...made, expects: { ...made.expects, flags: wishes.get(field) ?? [] } };
      }),
  };
}

/** The mail goes to example.net, and comes from example.org where its From is not the odd field. */
const homographs = (() => {
  const alike = ["confusable-domain"];
  return flagged("HM-046", "homographs", [
    ...domains(
      utf8("ехаmple.net"),
      utf8("ехаmple.test"),
      "xn--mple-43d3a6i.net",
      "exarnple.net",
      "ExampIe.net",
      "examp1e.net",
      utf8("e\u0307xample.net"),
      utf8("examplе.net"),
      utf8("ｅxarnple.net"),
      "mail.exarnple.net",
      "exarnple.net.",
    ).map((field) => [field, alike] as const),
    ["Reply-To: Ada <ada@exarnple.org>", alike],
    ["Sender: Ada <ada@examp1e.org>", alike],
    ["Return-Path: <ada@exarnple.org>", alike],
    // The same domain in another spelling, and names that are like none in the mail.
    ...domains(utf8("ｅxample.net"), "example.net.", "xn--e1afmkfd.test", "exarnple.com", utf8("ex٤mple.org")).map(
      (field) => [field, []] as const,
    ),
    ["Reply-To: Ada <ada@mail.example.org>", []],
  ]);
})();

const partial = ["dkim-partial-body"];
const dkimLength = flagged("HM-050", "DKIM l=", [
  [signature("l=0; h=from:subject"), partial],
  [signature("l=10; h=from:subject"), partial],
  [signature("c=relaxed/relaxed; l=10; h=from:subject"), partial],
  [`${signature("l=99999; h=from:subject")}${CRLF}${signature("l=1;l=99999; h=from:subject")}`, partial],
  [signature("l=99999999999999999999; h=from:subject"), []],
  [signature("l=-1; h=from:subject"), []],
]);
const open = ["dkim-not-oversigned"];
const dkimGaps = flagged("HM-051", "DKIM header gaps", [
  [signature("h=from"), open],
  [signature("h="), open],
  [signature("h=from:from:subject"), []],
  [signature("h=to"), open],
  [`Subject: another${CRLF}${signature("h=from:subject")}`, open],
  [`To: cy@example.com${CRLF}${signature("h=from:subject:to")}`, open],
]);
const stale = ["dkim-replay-suspect"];
const received = "Received: from a.example by mx.example; Mon, 25 Mar 2024 10:20:30 +0100";
const dkimReplay = flagged("HM-052", "DKIM replay", [
  [`${received}${CRLF}${signature("t=1; x=2; h=from:subject")}`, stale],
  [`${received}${CRLF}${signature("x=0; h=from:subject")}`, stale],
  [`${received}${CRLF}${signature("t=1700000000; h=from:subject")}`, stale],
  [signature("t=99999999999999; h=from:subject"), []],
]);
const dkimTorture = harmless("HM-053", "DKIM torture", (kit) =>
  [
    "d=exam\0ple.org; s=a",
    'd="example.org"; s=a',
    "d= example . org ; s=a",
    `d=example.org; s=${"a/../".repeat(60)}`,
    `d=example.org; s=a; bh=${"A".repeat(scaled(kit, 1_000_000))}`,
    "d=example.org; d=attacker.test; s=a; c=odd/odd; k=unknown",
    `d=example.org; s=a; h=${"from:".repeat(scaled(kit, 100_000))}`,
  ].map((tags) => `DKIM-Signature: v=1; a=rsa-sha256; b=AA==; ${tags}`),
);
const canonical = harmless("HM-054", "canonicalisation traps", () => [
  `Subject:${" a".repeat(1_000)}`,
  `X-A:${" ".repeat(1_000)}b`,
  "X-B: \t \r\n \t b",
]);
const spf = harmless("HM-055", "SPF results", () => [
  "Received-SPF: pass (\0) client-ip=192.0.2.1;",
  `Received-SPF: ${"x".repeat(5_000)}`,
  "Received-SPF: permerror ((((",
]);
const dmarc = harmless("HM-056", "DMARC results", () => [
  "Authentication-Results: mx.example; dmarc=pass dmarc=fail header.from=a.b.c.d.e.f.g.h.i.j.example.org",
  "Authentication-Results: mx.example; dmarc",
]);
const arc = harmless("HM-057", "ARC sets", (kit) => [
  "ARC-Seal: i=51; cv=pass; d=example.org; s=a; b=AA==",
  "ARC-Authentication-Results: i=2; mx.example; dkim=pass",
  Array.from({ length: scaled(kit, 500, 60) }, (_, n) => `ARC-Seal: i=${n}; cv=none`).join(CRLF),
]);
const forwarding = harmless("HM-058", "forwarding", () => [
  "Resent-From: bo@example.net\r\nResent-To: cy@example.com",
  "List-Id: <list.example.org>\r\nX-Original-From: ada@example.org",
]);
const shared = harmless("HM-059", "shared infrastructure", () => [
  "Authentication-Results: mx.example; spf=pass smtp.mailfrom=rent.example.net; dkim=none",
]);
const threads = harmless("HM-060", "forged thread", () => [
  "In-Reply-To: <real@example.org>\r\nReferences: <real@example.org> <2@example.org>\r\nReply-To: other@attacker.test",
]);
const [answer, receipt, exit] = [["reply-to-elsewhere"], ["receipt-elsewhere"], ["unsubscribe-odd-target"]];
const elsewhere = flagged("HM-061", "fields that point elsewhere", [
  ["Reply-To: <x@attacker.test>", answer],
  [`Reply-To: <x@attacker.test>, y@attacker.test${CRLF}Reply-To: z@attacker.test`, answer],
  ["Reply-To: Ada <x@mail.example.org>", []],
  // Bulk mail may; services that send for others write any Return-Path.
  [`Reply-To: <x@attacker.test>${CRLF}List-Unsubscribe: <https://lists.example/>`, []],
  ["Return-Path: <x@attacker.test>", []],
  ["Disposition-Notification-To: x@attacker.test", receipt],
  [`Disposition-Notification-To: x@attacker.test${CRLF}Reply-To: <x@attacker.test>`, answer],
  ["Disposition-Notification-To: ada@example.org", []],
  [
    "List-Unsubscribe: <mailto:x@attacker.test?bcc=y@attacker.test>, <javascript:alert(1)>, <http://attacker.test/?id=1>",
    exit,
  ],
  ["List-Unsubscribe: <mailto:", []],
  ["Return-Receipt-To: <mailto:x@attacker.test%0d%0aBcc:y@attacker.test>", []],
]);

export const addressRows: readonly Row[] = [
  twoFroms,
  severalInOne,
  displayNames,
  precedence,
  encodedAddress,
  atoms,
  homographs,
  bidi,
  subdomains,
  envelopes,
  dkimLength,
  dkimGaps,
  dkimReplay,
  dkimTorture,
  canonical,
  spf,
  dmarc,
  arc,
  forwarding,
  shared,
  threads,
  elsewhere,
];
