/** Messages in pieces through a whole scan: whatever holds the pieces, whatever order they come in, however often it is run. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { flagsOf } from "../../src/case/marks.ts";
import type { CaseStore, StoredMessage } from "../../src/ports/store.ts";
import { dumpCase } from "../../src/store/sqlite/dump.ts";
import { evenCuts, type PieceWish, piecesOf } from "../support/pieces.ts";
import { scanHere } from "../support/scan-here.ts";
import { writeTar } from "../support/tar-writer.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { writeZip } from "../support/zip-writer.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

let folders = 0;
function folder(): string {
  folders += 1;
  const path = join(home, `${folders}`);
  mkdirSync(path);
  return path;
}

function put(root: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** A letter whose tracker lies across the middle, so that no piece alone shows it. */
function letter(name = "letter"): string {
  const filler = Array.from({ length: 20 }, (_, n) => `<p>Line ${n} of a long letter.</p>`);
  return [
    `Subject: ${name}`,
    `Message-ID: <${name}@example.org>`,
    "MIME-Version: 1.0",
    "Content-Type: text/html",
    "",
    ...filler,
    "<img width=1 height=1",
    ` src="http://track.example/${name}.gif?u=bo@example.net">`,
    ...filler,
    "",
  ].join("\n");
}

const middle = (whole: string) => whole.indexOf(" src=");
const halves = (whole: string, wish: PieceWish = {}) => piecesOf(whole, [middle(whole)], wish) as [string, string];
const mbox = (...mails: readonly string[]) =>
  mails.map((mail) => `From ada@example.org Tue Jan  1 10:00:00 2019\n${mail}\n`).join("");

interface Seen {
  readonly joined: readonly StoredMessage[];
  readonly found: number;
  /** Second copies among the found. */
  readonly copies: number;
  readonly counted: number;
  readonly placed: number;
  readonly gaps: readonly string[];
  readonly sources: readonly string[];
}

async function look(store: CaseStore): Promise<Seen> {
  const counts = await store.counts();
  const all = await Array.fromAsync(store.messages({}));
  const joined = all.filter(({ record }) => record.fidelity === "joined");
  assert.equal(
    counts.messages,
    counts.ok + counts.partial + counts.unparseable,
    "found is not ok + partial + unparseable",
  );
  assert.equal(counts.joined, joined.length);
  assert.equal(counts.messages + counts.joined - counts.secondCopies, all.length);
  const judged = Object.values(counts.verdicts).reduce((sum, count) => sum + count, 0);
  if (counts.judged) assert.equal(judged, all.length, "joined messages are judged");
  return {
    joined,
    found: counts.messages,
    copies: counts.secondCopies,
    counted: counts.joined,
    placed: counts.locations,
    gaps: counts.notCovered.map(({ code }) => code).sort(),
    sources: counts.sources.map(({ kind }) => kind),
  };
}

const loads = ({ joined }: Seen) => joined.flatMap(({ record }) => record.loads.map(({ resolved }) => resolved)).sort();

const LOAD = "http://track.example/letter.gif?u=bo@example.net";

describe("a message in pieces", () => {
  const whole = letter();
  const [one, two] = halves(whole);
  const files: readonly (readonly [what: string, files: Readonly<Record<string, string | Buffer>>])[] = [
    ["two files", { "1.eml": one, "2.eml": two }],
    ["out of order in one mbox", { box: mbox(two, one) }],
    ["two mboxes", { a: mbox(one), b: mbox(letter("other"), two) }],
    ["a Maildir", { "md/cur/1:2,S": one, "md/new/2": two }],
    ["packed messages in a Maildir", { "md/cur/1:2,S": gzipSync(one), "md/new/2": gzipSync(two) }],
    ["gzip", { "a.mbox.gz": gzipSync(mbox(one)), "b.eml": two }],
    [
      "zip",
      {
        "a.zip": writeZip([
          { name: "x.eml", data: Buffer.from(one) },
          { name: "d/y.mbox", data: Buffer.from(mbox(letter("z"), two)) },
        ]),
      },
    ],
    [
      "tar",
      {
        "a.tar": writeTar([
          { name: "x.eml", data: Buffer.from(one) },
          { name: "y.eml", data: Buffer.from(two) },
        ]),
      },
    ],
    [
      "a zip in a tar, and a folder",
      {
        "a.tar": writeTar([{ name: "in.zip", data: writeZip([{ name: "x.eml", data: Buffer.from(two) }]) }]),
        "x.eml": one,
      },
    ],
    [
      "an emlx",
      { "1.emlx": `${Buffer.byteLength(one)}\n${one}<?xml version="1.0"?><plist><dict></dict></plist>`, "2.eml": two },
    ],
    ["CRLF and LF", { "1.eml": one.replaceAll("\n", "\r\n"), "2.eml": two }],
  ];
  for (const [what, content] of files) {
    test(`in ${what}: joined, judged, not counted as found`, async () => {
      const root = folder();
      const seen = await scanHere(join(root, "case"), [put(join(root, "in"), content)], look);
      assert.deepEqual(loads(seen), [LOAD]);
      assert.equal(seen.counted, 1);
      assert.deepEqual(seen.gaps, []);
      assert.equal(seen.placed, seen.found);
      assert.ok(!seen.sources.includes("joined"));
      assert.equal(seen.joined[0]?.judgement?.verdict, "suspicious");
      assert.equal(seen.joined[0]?.record.subject, "letter");
    });
  }

  describe("with CRLF and with LF", () => {
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    const boxes = (root: string) =>
      put(root, { box: mbox(one, two), "md/new/2": crlf(two), "md/cur/1:2,S": crlf(one) });

    test("an mbox and a Maildir of the same pieces: joined once, whatever order they are scanned in", async () => {
      const root = folder();
      const input = boxes(join(root, "in"));
      const [box, maildir] = [join(input, "box"), join(input, "md")];
      const seen = await scanHere(join(root, "both"), [box, maildir], look);
      assert.deepEqual([loads(seen), seen.found, seen.copies, seen.counted, seen.gaps], [[LOAD], 4, 2, 1, []]);
      assert.deepEqual(
        seen.joined[0]?.locations.map(({ marks }) => flagsOf(marks)),
        [["\\Seen"]],
      );
      const dump = await dumpCase(join(root, "both"));
      for (const [name, paths] of [
        ["box first", [box, maildir]],
        ["Maildir first", [maildir, box]],
      ] as const) {
        for (const path of paths) await scanHere(join(root, name), [path], look);
        assert.equal(await dumpCase(join(root, name)), dump, name);
      }
    });

    test("a piece is read again from whichever of its places is left", async () => {
      const root = folder();
      const alone = await scanHere(join(root, "alone"), [put(join(root, "lf"), { box: mbox(one, two) })], look);
      for (const lost of ["box", "md"]) {
        const input = put(join(root, lost), {
          box: mbox(one),
          "md/cur/1:2,S": crlf(one),
          "2.eml": two,
        });
        for (const name of ["new", "tmp"]) mkdirSync(join(input, "md", name));
        const before = await scanHere(join(root, `case ${lost}`), [join(input, "box"), join(input, "md")], look);
        assert.deepEqual([before.found, before.copies, before.counted], [2, 1, 0]);
        rmSync(join(input, lost), { recursive: true });
        const seen = await scanHere(join(root, `case ${lost}`), [join(input, "2.eml")], look);
        assert.deepEqual([loads(seen), seen.gaps], [[LOAD], []], `${lost} is lost`);
        assert.equal(seen.joined[0]?.record.sha256, alone.joined[0]?.record.sha256, "joined from the form with LF");
      }
    });

    test("the whole lies in the case with CRLF: it is found, and judged once", async () => {
      const root = folder();
      const around = one.slice(0, one.indexOf("Subject:"));
      const input = put(join(root, "in"), { box: mbox(one, two), "whole.eml": crlf(around + whole) });
      const seen = await scanHere(join(root, "case"), [input], look);
      assert.deepEqual([seen.found, seen.copies, seen.counted, seen.gaps], [3, 0, 0, []]);
    });
  });

  test("copies for two readers are compared: a value that is each reader's own is proven", async () => {
    const root = folder();
    const copy = (name: string, token: string) =>
      halves(whole.replace("u=bo@example.net", `u=${token}`), { to: `${name}@example.net`, id: `"${name}"` });
    const mails = [...copy("bo", "4f9c1d7e2a6b8035"), ...copy("cy", "b07e53d8a91c62f4")];
    const input = put(join(root, "in"), { box: mbox(...mails) });
    const seen = await scanHere(join(root, "case"), [input], look, { owners: ["bo@example.net", "cy@example.net"] });
    assert.equal(seen.counted, 2);
    for (const { judgement } of seen.joined) {
      assert.deepEqual(
        judgement?.tokens.map(({ token, proof }) => [token.kind, proof?.readers]),
        [["proven", 2]],
      );
    }
  });

  test("the pieces say what they are a part of, and the whole what it was made from", async () => {
    const root = folder();
    put(join(root, "in"), { "1.eml": one, "2.eml": two });
    await scanHere(join(root, "case"), [join(root, "in")], async (store) => {
      const all = await Array.fromAsync(store.messages({}));
      const [first, second] = all
        .filter(({ record }) => record.piece !== null)
        .sort((a, b) => (a.record.piece?.number ?? 0) - (b.record.piece?.number ?? 0));
      const joined = all.find(({ record }) => record.piece === null);
      assert.equal(joined?.locations[0]?.path, `joined:${first?.record.sha256}+${second?.record.sha256}`);
      for (const piece of [first, second]) {
        assert.deepEqual((await store.message(piece?.record.sha256 ?? ""))?.joinedInto, [joined?.record.sha256]);
        assert.equal(piece?.record.fidelity, "original");
      }
      assert.equal((await store.message(joined?.record.sha256 ?? ""))?.joinedInto, undefined);
    });
  });

  test("it is shown with the folder and the marks of its first piece, as they are", async () => {
    const root = folder();
    const input = put(join(root, "in"), { "md/new/1": one, "md/cur/2:2,": two });
    const marksIn = (seen: Seen) =>
      seen.joined.flatMap(({ locations }) => locations.flatMap(({ marks }) => marks.flatMap(({ flags }) => flags)));
    const fresh = await scanHere(join(root, "case"), [input], look);
    assert.deepEqual([marksIn(fresh), fresh.joined[0]?.locations[0]?.folder], [[], "md"]);
    renameSync(join(input, "md/new/1"), join(input, "md/cur/1:2,S"));
    assert.deepEqual(marksIn(await scanHere(join(root, "case"), [input], look)), ["\\Seen"]);
  });

  test("a hundred pieces", async () => {
    const root = folder();
    const long = letter().replace("<p>Line 0", `${"<p>more</p>\n".repeat(200)}<p>Line 0`);
    const pieces = piecesOf(long, evenCuts(long, 100));
    assert.equal(pieces.length, 100);
    put(join(root, "in"), { box: mbox(...[...pieces].reverse()) });
    assert.deepEqual(loads(await scanHere(join(root, "case"), [join(root, "in")], look)), [LOAD]);
  });

  test("a piece that comes with a later scan; again, nothing changes; and a fresh scan gives the same", async () => {
    const root = folder();
    const input = put(join(root, "in"), { "a/1.eml": one, "b/box": mbox(two) });
    const paths = [join(input, "a"), join(input, "b")];
    const before = await scanHere(join(root, "case"), paths.slice(0, 1), look);
    assert.deepEqual([before.counted, before.gaps], [0, ["pieces-missing"]]);
    const later = await scanHere(join(root, "case"), paths.slice(1), look);
    assert.deepEqual([loads(later), later.gaps], [[LOAD], []]);
    const dump = await dumpCase(join(root, "case"));
    await scanHere(join(root, "case"), paths, look);
    assert.equal(await dumpCase(join(root, "case")), dump);
    await scanHere(join(root, "fresh"), paths, look);
    assert.equal(await dumpCase(join(root, "fresh")), dump);
  });

  test("killed after any batch and run again: the same case", async () => {
    const root = folder();
    const [a, b] = halves(letter("other"), { id: "other" });
    const input = put(join(root, "in"), {
      "1.eml": one,
      box: mbox(two, a),
      "c.zip": writeZip([{ name: "b.eml", data: Buffer.from(b) }]),
    });
    await scanHere(join(root, "whole"), [input], look);
    const dump = await dumpCase(join(root, "whole"));
    for (let batchesMax = 0; batchesMax < 4; batchesMax += 1) {
      const broken = join(root, `broken-${batchesMax}`);
      const seen = await scanHere(broken, [input], async (store) => store.counts(), { batchesMax });
      assert.equal(seen.judged && seen.unfinishedSources === 0 && seen.joined === 2, false, "it was not killed");
      await scanHere(broken, [input], look);
      assert.equal(await dumpCase(broken), dump);
    }
  });

  test("a half-written piece that grew: what was joined with it is gone", async () => {
    const root = folder();
    const cut = two.slice(0, two.indexOf("<p>Line 3"));
    const input = put(join(root, "in"), { "1.eml": one, box: mbox(cut).trimEnd() });
    const before = await scanHere(join(root, "case"), [input], look);
    put(input, { box: mbox(two) });
    const later = await scanHere(join(root, "case"), [input], look);
    assert.deepEqual([before.counted, later.counted], [1, 1]);
    assert.notEqual(before.joined[0]?.record.sha256, later.joined[0]?.record.sha256);
    await scanHere(join(root, "fresh"), [input], look);
    assert.equal(await dumpCase(join(root, "case")), await dumpCase(join(root, "fresh")));
  });

  test("a piece that cannot be read again is named, and nothing is lost", async () => {
    const root = folder();
    const input = put(join(root, "in"), { "a/1.eml": one });
    await scanHere(join(root, "case"), [input], look);
    rmSync(join(input, "a"), { recursive: true });
    put(input, { "b/2.eml": two });
    const seen = await scanHere(join(root, "case"), [join(input, "b")], look);
    assert.deepEqual([seen.found, seen.counted, seen.gaps], [2, 0, ["piece-unread"]]);
    put(input, { "a/1.eml": one });
    const again = await scanHere(join(root, "case"), [input], look);
    assert.deepEqual([loads(again), again.gaps], [[LOAD], []]);
  });

  test("the whole lies in the case as well: it is found, and not counted as joined", async () => {
    const root = folder();
    const input = put(join(root, "in"), { "1.eml": one, "2.eml": two });
    const text = await scanHere(join(root, "case"), [input], async (store) => {
      const { joined } = await look(store);
      return joined[0]?.record.sha256;
    });
    const around = one.slice(0, one.indexOf("Subject:"));
    put(input, { "whole.eml": around + whole });
    const seen = await scanHere(join(root, "case"), [input], look);
    assert.deepEqual([seen.found, seen.counted, seen.placed], [3, 0, 3]);
    await scanHere(join(root, "fresh"), [input], async (store) => {
      assert.equal((await store.message(text ?? ""))?.record.fidelity, "original");
    });
    assert.equal(await dumpCase(join(root, "case")), await dumpCase(join(root, "fresh")));
  });

  test("no pieces: the case knows of no joining", async () => {
    const root = folder();
    await scanHere(join(root, "case"), [put(join(root, "in"), { "a.eml": `From: a@example.org\n${whole}` })], look);
    assert.ok(!(await dumpCase(join(root, "case"))).includes("joined"));
    assert.ok(readdirSync(join(root, "case")).includes("case.db"));
  });
});

describe("pieces by an attacker", () => {
  const whole = letter();
  const [one, two] = halves(whole);

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, mails: readonly string[], joined: number])[] = [
    ["no id",                                    halves(whole, { id: '""' }),                                                  0],
    ["an id in quotes and one without",          [halves(whole, { id: "plain" })[0], halves(whole, { id: '"plain"' })[1]],     1],
    ["totals that differ",                       halves(whole, { totalOf: (n) => n + 1 }),                                     1],
    ["a total beyond what is there",             halves(whole, { totalOf: () => 3 }),                                          0],
    ["a decoy for the second piece",             [one, two.replaceAll("Line", "Decoy"), two],                                  2],
    ["copies for two readers",                   [...halves(whole), ...halves(whole, { to: "cy@example.net" })],               2],
    ["no Message-ID",                            [one, two].map((mail) => mail.replace(/Message-ID: <piece.*\n/, "")),         1],
    ["a copy of a piece",                        [one, two, one],                                                              1],
  ];
  test("a part that calls itself a piece and has no id is no message of which something is missing", async () => {
    const root = folder();
    const bounce = "From: daemon@example.org\nContent-Type: message/partial\n\nSubject: returned\n\nHello\n";
    const seen = await scanHere(join(root, "case"), [put(join(root, "in"), { "a.eml": bounce })], look);
    assert.deepEqual([seen.counted, seen.gaps], [0, []]);
  });

  for (const [what, mails, joined] of cases) {
    test(`${what}: ${joined} joined`, async () => {
      const root = folder();
      const seen = await scanHere(join(root, "case"), [put(join(root, "in"), { box: mbox(...mails) })], look);
      assert.equal(seen.counted, joined);
      if (joined > 0) assert.ok(loads(seen).includes(LOAD));
    });
  }

  /** `levels` times in two pieces, each piece of the last cut again. */
  function nested(levels: number): readonly string[] {
    let mails: readonly string[] = [`From: ada@example.org\n${whole}`];
    for (let level = 0; level < levels; level += 1) {
      mails = mails.flatMap((mail, index) => {
        const inner = mail.slice(mail.indexOf("\n") + 1);
        return halvesAt(inner, Math.floor(inner.length / 2), `level-${level}-${index}`);
      });
    }
    return mails;
  }

  function halvesAt(inner: string, about: number, id: string): readonly string[] {
    return piecesOf(inner, [inner.indexOf("\n", about) + 1], { id });
  }

  test("pieces of pieces are joined in turn", async () => {
    const root = folder();
    const mails = nested(2);
    assert.equal(mails.length, 4);
    const seen = await scanHere(join(root, "case"), [put(join(root, "in"), { box: mbox(...mails) })], look);
    assert.ok(loads(seen).includes(LOAD), loads(seen).join());
    assert.equal(seen.counted, 3);
  });

  test("deeper than pieceLevelsMax: the pieces stay, and that is said", async () => {
    const root = folder();
    const mails = nested(limits.pieceLevelsMax + 1);
    const seen = await scanHere(join(root, "case"), [put(join(root, "in"), { box: mbox(...mails) })], look);
    assert.equal(seen.found, mails.length);
    const subjects = seen.joined.map(({ record }) => record.subject);
    assert.ok(subjects.length > 0 && !subjects.includes("letter"), subjects.join());
    assert.ok(seen.gaps.includes("pieces-limit"), seen.gaps.join());
  });

  test("a message that is its own piece ends", async () => {
    const root = folder();
    const inner = `Content-Type: message/partial; id=x; number=1; total=2\n\n${"x\n".repeat(9)}`;
    const mails = piecesOf(inner, [inner.indexOf("x\nx\n")], { id: "x", totalOf: () => 2 });
    const seen = await scanHere(join(root, "case"), [put(join(root, "in"), { box: mbox(...mails) })], look);
    assert.equal(seen.found, 2);
    assert.ok(seen.counted <= limits.pieceLevelsMax * limits.joinedPerIdMax);
  });

  test("the one piece of a message that is a piece", async () => {
    const root = folder();
    const wrapped = [one, two].map(
      (mail, n) => piecesOf(mail.slice(mail.indexOf("\n") + 1), [], { id: `wrap-${n}` })[0] ?? "",
    );
    const seen = await scanHere(join(root, "case"), [put(join(root, "in"), { box: mbox(...wrapped) })], look);
    assert.ok(loads(seen).includes(LOAD));
  });
});
