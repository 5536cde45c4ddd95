/** What a field is, by all mailings of its sender: each role on both sides of its line. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadRecord } from "../../src/case/record.ts";
import { ComparisonBook } from "../../src/cluster/comparison.ts";
import type { Copy } from "../../src/cluster/copy-find.ts";
import { provenToken } from "../../src/cluster/proven-token.ts";
import { day, pixel, shaOf } from "../support/record.ts";

const ANNA = "anna@office.example";
const BORIS = "boris@office.example";
const CLARA = "clara@office.example";
const READERS = [ANNA, BORIS, CLARA, "dora@office.example", "emil@office.example", "fritz@office.example"];

interface CopyWish extends Partial<Copy> {
  readonly urls: readonly string[];
  readonly wish?: Partial<LoadRecord>;
}

let made = 0;

function copy({ urls, wish, ...rest }: CopyWish): Copy {
  made += 1;
  const reader = rest.reader ?? ANNA;
  return {
    sha256: shaOf(`copy ${made}`),
    reader,
    isPerson: true,
    date: day("2021-01-19"),
    messageId: `${made}@bulk.example`,
    sender: "bulk.example",
    stated: [reader],
    loads: urls.map((url) => pixel(url, wish)),
    ...rest,
  };
}

/** One copy for each reader in turn. */
function mailing(urls: readonly (string | readonly string[])[], wish: Partial<CopyWish> = {}): readonly Copy[] {
  return urls.map((one, n) =>
    copy({ reader: READERS[n] ?? ANNA, urls: typeof one === "string" ? [one] : one, ...wish }),
  );
}

/** `load role value` of every load that comparison says something of. */
function told(...mailings: readonly (readonly Copy[])[]): readonly (readonly string[])[] {
  const book = new ComparisonBook();
  for (const copies of mailings) book.add(copies);
  return mailings.flat().map((one) =>
    [...book.of(one.sha256)]
      .sort((a, b) => a.load - b.load)
      .map(({ load, proof }) => {
        const url = one.loads[load]?.resolved ?? "";
        return `${load} ${proof.role} ${url.slice(proof.start, proof.end)}`.trim();
      }),
  );
}

describe("one mailing: what differs from reader to reader", () => {
  const t = "https://t.example";
  const seconds = (n: number) => day("2021-01-19") / 1000 + n;
  // biome-ignore format: a table reads by row
  const cases: readonly (readonly [what: string, copies: readonly Copy[], told: readonly (readonly string[])[]])[] = [
    ["a token of another length in a segment with the same beginning and end",
      mailing([`${t}/o/mc_77_Zx81k-v2.gif`, `${t}/o/mc_77_Q0pp21ax-v2.gif`]), [["0 copy Zx81k"], ["0 copy Q0pp21ax"]]],
    ["the query in another order", mailing([`${t}/o?c=77&u=Zx81k`, `${t}/o?u=Qq02m&c=77`]), [["0 copy Zx81k"], ["0 copy Qq02m"]]],
    ["a UUID whole", mailing([`${t}/o/6f1a2b3c-aaaa-4111-8111-0123456789ab.gif`, `${t}/o/7e2b3c4d-bbbb-4222-9222-fedcba987654.gif`]),
      [["0 copy 6f1a2b3c-aaaa-4111-8111-0123456789ab"], ["0 copy 7e2b3c4d-bbbb-4222-9222-fedcba987654"]]],
    ["a wrapper round the picture's own address", mailing([`${t}/r?u=https%3A%2F%2Fimg.example%2Fa.png%3Fid%3DZx81k`, `${t}/r?u=https%3A%2F%2Fimg.example%2Fa.png%3Fid%3DQq02m`]),
      [["0 copy Zx81k"], ["0 copy Qq02m"]]],
    ["a host label (TF-127)", mailing(["https://zx81k.t.example/p.gif", "https://qq02m.t.example/p.gif"]), [["0 copy zx81k"], ["0 copy qq02m"]]],
    ["a load more in one copy moves nothing",
      mailing([[`${t}/p/top.png`, `${t}/o/Zx81k`], [`${t}/p/new.png`, `${t}/p/top.png`, `${t}/o/Qq02m`], [`${t}/p/new.png`, `${t}/p/top.png`, `${t}/o/Yy43n`]]),
      [["0 shared", "1 copy Zx81k"], ["0 shared", "1 shared", "2 copy Qq02m"], ["0 shared", "1 shared", "2 copy Yy43n"]]],
    ["other pictures for each reader, and another number of them, cannot be aligned",
      mailing([[`${t}/p/a1b2c3d4.png`, `${t}/p/b1b2c3d4.png`], [`${t}/p/c1b2c3d4.png`]]), [[], []]],
    ["a picture of the same shape in one copy only, told apart by the pieces that loads share",
      mailing([[`${t}/p/a1b2c3d4.png`, `${t}/o/Zx81k-v2.gif`], [`${t}/o/Qq02m-v2.gif`]]), [["1 copy Zx81k"], ["0 copy Qq02m"]]],
    ["one token in loads of another number is aligned by itself",
      mailing([[`${t}/o?u=Zx81k&l=1`, `${t}/o?u=Zx81k&l=22`], [`${t}/o?u=Qq02m&l=333`]]), [["0 copy Zx81k", "1 copy Zx81k"], ["0 copy Qq02m"]]],
    ["two variants by halves (A/B)", mailing([`${t}/o?v=green7`, `${t}/o?v=green7`, `${t}/o?v=blue88`, `${t}/o?v=blue88`]),
      [["0 shared"], ["0 shared"], ["0 shared"], ["0 shared"]]],
    ["two readers, one in each half", mailing([`${t}/o?v=green`, `${t}/o?v=blue`]), [[], []]],
    ["a variant for one reader of many", mailing([`${t}/o?v=green7`, `${t}/o?v=green7`, `${t}/o?v=blue88`]), [["0 shared"], ["0 shared"], []]],
    ["tokens beside variants by halves", mailing([`${t}/o?v=a&u=Zx81k`, `${t}/o?v=b&u=Qq02m`, `${t}/o?v=a&u=Yy43n`, `${t}/o?v=b&u=Ww54p`]),
      [["0 copy Zx81k"], ["0 copy Qq02m"], ["0 copy Yy43n"], ["0 copy Ww54p"]]],
    ["languages", mailing([`${t}/de-DE/o.gif`, `${t}/fr-FR/o.gif`]), [[], []]],
    ["shards of a picture host", mailing(["https://img1.t.example/o.gif", "https://img2.t.example/o.gif"]), [[], []]],
    ["few possible values, but five readers differ", mailing(["1", "2", "3", "4", "5"].map((n) => `${t}/o?u=${n}`)),
      [["0 copy 1"], ["0 copy 2"], ["0 copy 3"], ["0 copy 4"], ["0 copy 5"]]],
    ["a picture with the reader's name (TF-126)", mailing([`${t}/hello/Anna.png`, `${t}/hello/Boris.png`]), [["0 copy Anna"], ["0 copy Boris"]]],
    ["pictures with other words", mailing([`${t}/hello/Tulip.png`, `${t}/hello/Rose.png`]), [[], []]],
    ["the second of sending", mailing([0, 3].map((n) => `${t}/o?x=${seconds(n)}`)), [[], []]],
    ["… in milliseconds", mailing([0, 3].map((n) => `${t}/o?x=${seconds(n) * 1000 + 17}`)), [[], []]],
    ["… in hex", mailing([0, 3].map((n) => `${t}/o?x=${seconds(n).toString(16)}`)), [[], []]],
    ["… in base 36, beside a token", mailing(["Zx81k", "Qq02m"].map((u, n) => `${t}/o/${u}-${seconds(n).toString(36)}.gif`)), [["0 copy Zx81k"], ["0 copy Qq02m"]]],
    ["a time of another year is none of sending", mailing([0, 3].map((n) => `${t}/o?x=${seconds(n - 40_000_000)}`)),
      [0, 3].map((n) => [`0 copy ${seconds(n - 40_000_000)}`])],
    ["a number against caches", mailing([`${t}/o?cb=8839201774`, `${t}/o?cb=1029384756`]), [[], []]],
    ["an address signed for a time (LK-13)", mailing([`${t}/p.jpg?Expires=${seconds(90)}&Signature=Zx81kQq02m`, `${t}/p.jpg?Expires=${seconds(91)}&Signature=Yy43nWw54p`]), [[], []]],
    ["a signature alone signs what is not seen", mailing([`${t}/p.jpg?Signature=Zx81kQq02m`, `${t}/p.jpg?Signature=Yy43nWw54p`]), [["0 copy Zx81kQq02m"], ["0 copy Yy43nWw54p"]]],
    ["copies of one reader", mailing([`${t}/o/Zx81k`, `${t}/o/Qq02m`], { reader: ANNA }), [[], []]],
    ["the fragment is not sent", mailing([`${t}/o#Zx81k`, `${t}/o#Qq02m`]), [[], []]],
  ];
  for (const [what, copies, expected] of cases) test(what, () => assert.deepEqual(told(copies), expected));
});

describe("pictures that readers see", () => {
  const shown = { hidden: false, token: { kind: "none", value: "", detail: "", address: null } } as const;
  const NAMES = ["0f3c9a7e41d25b86", "77aa01c2e5f94d3b", "c4d91e6f8a2b7053"];
  const t = "https://media.t.example";
  const by = (grammar: (name: string) => string, readers: number) =>
    mailing(NAMES.slice(0, readers).map(grammar), { wish: shown });
  const all = NAMES.map((name) => [`0 copy ${name}`]);
  // biome-ignore format: a table reads by row
  const cases: readonly (readonly [what: string, copies: readonly Copy[], told: readonly (readonly string[])[]])[] = [
    ["a file name for each reader", by((name) => `${t}/a/1/${name}.jpg`, 3), all],
    ["a path segment", by((name) => `${t}/v/${name}/lead.jpg`, 3), all],
    ["the segment of a sized address", by((name) => `${t}/photo/1/${name}/600x320.jpg`, 3), all],
    ["a host label", by((name) => `https://${name}.t.example/lead.jpg`, 3), all],
    ["a word for each of three readers may be a variant", mailing(["rose", "tulip", "aster"].map((word) => `${t}/a/${word}.jpg`), { wish: shown }), [[], [], []]],
    ["two readers: one of two pictures that are tried", by((name) => `${t}/a/1/${name}.jpg`, 2), [[], []]],
    ["two readers, by name (TF-126)", mailing([`${t}/hello/Anna.png`, `${t}/hello/Boris.png`], { wish: shown }), [["0 copy Anna"], ["0 copy Boris"]]],
    ["three readers, of whom two share a picture", mailing([0, 1, 0].map((n) => `${t}/a/1/${NAMES[n]}.jpg`), { wish: shown }), [[], [], []]],
    ["one content hash for all (LK-13)", mailing(Array.from({ length: 3 }, () => `${t}/a/1/${NAMES[0]}.jpg`), { wish: shown }), [[], [], []]],
    ["the second of sending", mailing([0, 3, 7].map((n) => `${t}/a/${day("2021-01-19") / 1000 + n}.jpg`), { wish: shown }), [[], [], []]],
  ];
  for (const [what, copies, expected] of cases) test(what, () => assert.deepEqual(told(copies), expected));

  test("two readers whose names come again in the next mailing", () => {
    const issues = [1, 2].map((issue) => by((name) => `${t}/a/${issue}/${name}.jpg`, 2));
    const expected = NAMES.slice(0, 2).map((name) => [`0 recipient ${name}`]);
    assert.deepEqual(told(...issues), [...expected, ...expected]);
  });

  test("two readers with other pictures in the next mailing", () => {
    const first = by((name) => `${t}/a/1/${name}.jpg`, 2);
    const second = by((name) => `${t}/a/2/${[...name].reverse().join("")}.jpg`, 2);
    assert.deepEqual(told(first, second), [[], [], [], []]);
  });
});

describe("hostile mail", () => {
  const t = "https://t.example";
  test("a token behind sixty fields that only hold the time", () => {
    const noise = (n: number) =>
      Array.from({ length: 60 }, (_, field) => `a${field}=${day("2021-01-19") / 1000 + n}`).join("&");
    const copies = mailing(["Zx81k", "Qq02m"].map((u, n) => `${t}/o?${noise(n)}&u=${u}`));
    assert.deepEqual(told(copies), [["0 copy Zx81k"], ["0 copy Qq02m"]]);
  });
  test("a pixel behind two hundred pictures of its copy's own", () => {
    const copies = ["Zx81k", "Qq02m"].map((u, n) => {
      const pictures = Array.from({ length: 200 }, (_, at) => `${t}/p${at}/${n}${at}abc.png`);
      const shown = { hidden: false, token: { kind: "none", value: "", detail: "", address: null } } as const;
      const decoys = pictures.map((url) => pixel(url, shown));
      return copy({ reader: READERS[n] ?? "", urls: [], loads: [...decoys, pixel(`${t}/o?u=${u}`)] });
    });
    const lines = told(copies).map((loads) => loads.filter((line) => line.startsWith("200 ")));
    assert.deepEqual(lines, [["200 copy Zx81k"], ["200 copy Qq02m"]]);
  });
  test("a decoy who gets one reader's address as well makes it no address for everybody", () => {
    const shown = { hidden: false };
    const tokens = ["Zx81k", "Qq02m", "Yy43n", "Ww54p", "Vv65q", "Uu76r"];
    const urls = tokens.map((token) => `${t}/o/${token}`);
    const decoys = ["g", "h"].map((name) => `${name}@office.example`);
    const all = [
      ...mailing(urls.slice(0, 6), { wish: shown }),
      // Beside it something that the reader's own copy has not, so that it is no copy passed on.
      ...decoys.map((reader, n) =>
        copy({ reader, urls: n === 0 ? [urls[0] ?? "", `${t}/x/Tt87s`] : [`${t}/o/Ss98t`], wish: shown }),
      ),
    ];
    assert.deepEqual(told(all)[0], []);
    assert.deepEqual(told(all)[1], ["0 copy Qq02m"]);
  });
  test("how many have one address is counted, not how many were compared", () => {
    const book = new ComparisonBook();
    const [first, ...others] = mailing(["Zx81k", "Zx81k", "Zx81k", "Qq02m", "Yy43n"].map((v) => `${t}/p?v=${v}`));
    assert.ok(first);
    book.add([first, ...others]);
    assert.equal(book.of(first.sha256)[0]?.proof.role, "shared");
    assert.equal(book.of(first.sha256)[0]?.proof.readers, 3);
  });
  test("as many kinds of load as loads: the cost stays linear", () => {
    // Each address but its 20 tokens is shared by two readers, so that there are 2,000 rows of two.
    const copies = Array.from({ length: 80 }, (_, n) => {
      const reader = `r${n}@office.example`;
      const urls = Array.from({ length: 50 }, (_, load) => {
        const query = Array.from({ length: 20 }, (_, field) => `a${field}=zz${n}q${load}k${field}`).join("&");
        return `${t}/p${(n >> 1) * 50 + load}/o?${query}`;
      });
      return copy({ reader, urls });
    });
    const start = process.cpuUsage();
    const lines = told(copies);
    const spentMs = process.cpuUsage(start).user / 1000;
    assert.equal(lines.flat().length, 4000);
    // Takes a second; took twenty when each row looked at all loads.
    assert.ok(spentMs < 5000, `${spentMs} ms`);
  });
  test("what is no URL, or an endless one", () => {
    const odd = [
      "",
      "x",
      "https://",
      "https:///",
      "https://t.example?&&&=&a=&a=&a",
      `${t}/${"a/".repeat(5000)}`,
      `${t}/?${"-a".repeat(9000)}`,
    ];
    const loads = (n: number) =>
      odd.map((url) => ({ ...pixel(`${t}/`), url, resolved: url === "" ? "" : `${url}${n}` }));
    const copies = [0, 1].map((n) => copy({ reader: READERS[n] ?? "", urls: [], loads: loads(n) }));
    assert.equal(told(copies).length, 2);
  });
});

describe("over time", () => {
  const on = (date: string) => ({ date: day(date) });
  const first = on("2021-01-19");
  const second = on("2021-02-19");
  const t = "https://t.example";

  test("the same value in another mailing is the reader's; what all share and changes is the campaign's", () => {
    const one = mailing([`${t}/o?c=77&k=9&u=Zx81k`, `${t}/o?c=77&k=9&u=Qq02m`], first);
    const two = mailing([`${t}/o?c=78&k=9&u=Zx81k`, `${t}/o?c=78&k=9&u=Qq02m`], second);
    assert.deepEqual(told(one, two), [
      ["0 recipient Zx81k"],
      ["0 recipient Qq02m"],
      ["0 recipient Zx81k"],
      ["0 recipient Qq02m"],
    ]);
    const book = new ComparisonBook();
    book.add(one);
    book.add(two);
    const [anna] = one;
    assert.ok(anna);
    const [found] = book.of(anna.sha256);
    const url = anna.loads[0]?.resolved ?? "";
    assert.deepEqual(
      found?.proof.campaign.map(({ start, end }) => url.slice(start, end)),
      ["77"],
    );
    assert.equal(found?.proof.again?.sha256, two[0]?.sha256);
    assert.equal(found?.proof.other?.sha256, one[1]?.sha256);
    assert.equal(url.slice(found?.proof.other?.start, found?.proof.other?.end).length, 5);
    assert.equal(found?.proof.messages, 2);
    assert.equal(found?.proof.readers, 2);
  });

  test("another value in each message names the copy", () => {
    const one = mailing([`${t}/o/Zx81k`, `${t}/o/Qq02m`], first);
    const two = mailing([`${t}/o/Yy43n`, `${t}/o/Ww54p`], second);
    assert.deepEqual(told(one, two), [
      ["0 message Zx81k"],
      ["0 message Qq02m"],
      ["0 message Yy43n"],
      ["0 message Ww54p"],
    ]);
    const [token] = provenTokens(one, two);
    assert.match(token?.detail ?? "", /names the single copy/);
  });

  test("a value that embeds a stable part", () => {
    const one = mailing([`${t}/o/k1d9.Zx81k.gif`, `${t}/o/m2e8.Qq02m.gif`], first);
    const two = mailing([`${t}/o/q3f7.Zx81k.gif`, `${t}/o/w4g6.Qq02m.gif`], second);
    assert.deepEqual(told(one, two).flat(), [
      "0 recipient Zx81k",
      "0 recipient Qq02m",
      "0 recipient Zx81k",
      "0 recipient Qq02m",
    ]);
  });

  test("a token disguised as a number against caches or a time shows when it comes again", () => {
    const urls = [`${t}/o?cb=8839201774`, `${t}/o?cb=1029384756`];
    assert.deepEqual(
      told(
        mailing(urls, first),
        mailing(
          urls.map((url) => `${url}&c=2`),
          second,
        ),
      ).flat(),
      [],
    );
    assert.deepEqual(
      told(
        mailing(urls, first),
        mailing(
          urls.map((url) => url),
          second,
        ),
      ).flat(),
      ["0 recipient 8839201774", "0 recipient 1029384756", "0 recipient 8839201774", "0 recipient 1029384756"],
    );
  });

  test("variants that stay with their reader are still variants", () => {
    const urls = [`${t}/o?v=green`, `${t}/o?v=blue`];
    assert.deepEqual(told(mailing(urls, first), mailing(urls, second)).flat(), []);
  });

  test("one Message-ID in all mail keeps no token from being known again", () => {
    const same = { messageId: "same@bulk.example" };
    const urls = [`${t}/o?cb=8839201774`, `${t}/o?cb=1029384756`];
    assert.deepEqual(told(mailing(urls, { ...first, ...same }), mailing(urls, { ...second, ...same })).flat(), [
      "0 recipient 8839201774",
      "0 recipient 1029384756",
      "0 recipient 8839201774",
      "0 recipient 1029384756",
    ]);
  });

  test("numbers that mailings give out anew are no reader's", () => {
    const one = mailing([`${t}/o/seq10001`, `${t}/o/seq10002`], first);
    const two = mailing([`${t}/o/seq10002`, `${t}/o/seq10001`], second);
    assert.deepEqual(
      told(one, two)
        .flat()
        .map((line) => line.split(" ")[1]),
      ["message", "message", "message", "message"],
    );
  });

  test("a message that lies in two folders is no second message", () => {
    const one = mailing([`${t}/o/Zx81k`, `${t}/o/Qq02m`], first);
    const again = one.map((same, n) => ({ ...same, sha256: shaOf(`stored again ${n} ${same.sha256}`) }));
    assert.deepEqual(
      told([...one, ...again])
        .flat()
        .map((line) => line.split(" ")[1]),
      ["copy", "copy", "copy", "copy"],
    );
  });
});

describe("another message to the same reader: a load of the same kind is set beside it", () => {
  const t = "https://t.example";
  const picture = (token: string) => pixel(`${t}/o?u=${token}`);
  const link = (token: string) => pixel(`${t}/off?u=${token}`, { vector: "RL-44", fires: "click", hidden: false });
  /** A picture and a link that hold one value, in this order or, turned, in the other. */
  const issue = (name: string, tokens: readonly string[], turned: boolean) =>
    tokens.map((token, n) => {
      const loads = turned ? [link(token), picture(token)] : [picture(token), link(token)];
      return copy({ reader: READERS[n] ?? ANNA, urls: [], loads, messageId: `${name} ${n}@bulk.example` });
    });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [role: string, one: readonly string[], two: readonly string[]])[] = [
    ["recipient", ["Zx81k", "Qq02m"],             ["Zx81k", "Qq02m"]],
    ["recipient", ["Zx81k-99ab7", "Qq02m-81cd4"], ["Zx81k-99ab7", "Qq02m-81cd4"]],
    ["message",   ["Zx81k", "Qq02m"],             ["Yy43n", "Ww54p"]],
  ];
  for (const [role, one, two] of cases) {
    test(`${role} ${one.join()}`, () => {
      const book = new ComparisonBook();
      const first = issue("first", one, false);
      const second = issue("second", two, true);
      book.add(first);
      book.add(second);
      for (const [nth, { sha256, loads }] of first.entries()) {
        const beside = new Map(book.of(sha256).map(({ load, proof }) => [load, proof]));
        for (const [load, other] of [
          [0, 1],
          [1, 0],
        ] as const) {
          const { again = null, start = 0, end = 0, role: shown } = beside.get(load) ?? {};
          const there = second[nth]?.loads[other]?.resolved.slice(again?.start, again?.end);
          assert.deepEqual([shown, again?.sha256, again?.load, there], [role, second[nth]?.sha256, other, two[nth]]);
          assert.equal(loads[load]?.resolved.slice(start, end), one[nth]);
        }
      }
    });
  }
  test("also of a message that went to one reader only", () => {
    const book = new ComparisonBook();
    const copies = issue("first", ["Zx81k", "Qq02m"], true);
    book.add(copies);
    const alone = { sender: "bulk.example", reader: ANNA };
    assert.deepEqual(
      [picture("Zx81k"), link("Zx81k")].map((load) => book.knownToken(alone, load)?.again?.load),
      [1, 0],
    );
  });
  test("where there is none, the value alone is shown", () => {
    const book = new ComparisonBook();
    book.add(issue("first", ["Zx81k", "Qq02m"], false).map((one) => ({ ...one, loads: one.loads.slice(0, 1) })));
    const alone = { sender: "bulk.example", reader: ANNA };
    assert.equal(book.knownToken(alone, link("Zx81k"))?.again?.load, 0);
  });
});

describe("a message that went to one reader only", () => {
  const t = "https://t.example";
  const book = new ComparisonBook();
  const [anna, boris] = mailing([`${t}/o/mc_77_Zx81k.gif`, `${t}/o/mc_77_Qq02m.gif`]);
  assert.ok(anna && boris);
  book.add([anna, boris]);
  const later = pixel(`${t}/o/mc_93_Zx81k.gif`);

  test("holds the token that copies proved", () => {
    const proof = book.knownToken(anna, later);
    assert.equal(proof?.role, "recipient");
    assert.equal(later.resolved.slice(proof?.start, proof?.end), "Zx81k");
    assert.equal(proof?.again?.sha256, anna.sha256);
    assert.equal(proof?.other?.sha256, boris.sha256);
    assert.equal(proof?.messages, 2);
  });
  test("another reader's is no own token", () => assert.equal(book.knownToken(boris, later), null));
  test("another sender's field is another field", () =>
    assert.equal(book.knownToken({ ...anna, sender: "else.example" }, later), null));
  test("a picture that one copy sees no token in may come twice", () => {
    const token = { kind: "none", value: "", detail: "", address: null } as const;
    assert.equal(book.knownToken(anna, { ...later, token }), null);
  });
});

describe("one copy with several readers, and copies passed on (LK-07)", () => {
  const t = "https://t.example";
  const anna = copy({ reader: ANNA, urls: [`${t}/o/Zx81k`] });
  const boris = copy({ reader: BORIS, urls: [`${t}/o/Qq02m`] });

  test("a message to both belongs to both", () => {
    const both = { messageId: "both@bulk.example", urls: [`${t}/o/Yy43n`], stated: [ANNA, CLARA] };
    const copies = [copy({ ...both, reader: ANNA }), copy({ ...both, reader: CLARA }), boris];
    assert.deepEqual(told(copies), [["0 copy Yy43n"], ["0 copy Yy43n"], ["0 copy Qq02m"]]);
  });

  test("redirected to somebody whom it does not name", () => {
    const redirected = { ...anna, sha256: shaOf("redirected"), reader: CLARA };
    assert.deepEqual(told([anna, boris, redirected]), [["0 copy Zx81k"], ["0 copy Qq02m"], ["0 forward"]]);
  });

  test("sent on anew to one who has an own copy: no counter-example", () => {
    const passed = copy({ reader: BORIS, urls: [`${t}/o/Zx81k`], stated: [BORIS] });
    assert.deepEqual(told([anna, boris, passed]), [["0 copy Zx81k"], ["0 copy Qq02m"], ["0 forward"]]);
  });

  test("… and to one who has none, where nearly all others differ", () => {
    const all = ["Zx81k", "Qq02m", "Yy43n", "Ww54p"].map((u, n) =>
      copy({ reader: READERS[n] ?? "", urls: [`${t}/o/${u}`] }),
    );
    const passed = copy({ reader: "emil@office.example", urls: [`${t}/o/Zx81k`] });
    assert.deepEqual(told([...all, passed]).at(-1), ["0 forward"]);
    assert.deepEqual(told([...all, passed]).at(0), ["0 copy Zx81k"]);
  });

  test("attack: a decoy who has it earlier takes no reader's own address away", () => {
    const decoded = (address: string) => ({ kind: "decoded", value: address, detail: "", address }) as const;
    const own = (reader: string, to: string) =>
      copy({ reader: to, urls: [`${t}/o?r=${reader}`], stated: [to], wish: { token: decoded(reader) } });
    const others = [BORIS, CLARA, "dora@office.example", "emil@office.example"].map((one) => own(one, one));
    const all = [own(ANNA, "fritz@office.example"), ...others, own(ANNA, ANNA)];
    const lines = told(all);
    assert.deepEqual(lines[0], ["0 forward"]);
    assert.equal(lines.at(-1)?.[0]?.split(" ")[1], "copy");
  });

  test("the token of a forward is somebody else's, whatever mail it is in", () => {
    const book = new ComparisonBook();
    book.add([anna, boris]);
    const quoted = pixel(`${t}/o/Zx81k`);
    const proof = book.forwardOf(quoted);
    assert.equal(proof?.role, "forward");
    assert.equal(proof?.reader, ANNA);
    assert.equal(proof?.other?.sha256, anna.sha256);
    assert.ok(proof);
    assert.match(provenToken(quoted, proof).detail, /that of anna@office\.example's copy/);
    assert.equal(book.forwardOf(pixel(`${t}/o/Nn00n`)), null);
    assert.equal(book.forwardOf(pixel("https://u.example/o/Zx81k")), null);
  });
});

describe("what is the same for everybody (LK-13)", () => {
  const url = "https://cdn.example/p.jpg?Signature=Zx81kQq02mYy43n";
  test("a shown picture loses what only looked like a token", () => {
    const [token] = provenTokens(mailing([url, url], { wish: { hidden: false } }));
    assert.equal(token?.kind, "none");
  });
  test("a hidden load may still stand for all of them together", () => {
    const [token] = provenTokens(mailing([url, url]));
    assert.equal(token?.kind, "likely");
    assert.match(token?.detail ?? "", /cannot tell these apart/);
  });
});

function provenTokens(...mailings: readonly (readonly Copy[])[]) {
  const book = new ComparisonBook();
  for (const copies of mailings) book.add(copies);
  return mailings.flat().flatMap((one) =>
    book.of(one.sha256).flatMap(({ load, proof }) => {
      const record = one.loads[load];
      return record === undefined ? [] : [provenToken(record, proof)];
    }),
  );
}
