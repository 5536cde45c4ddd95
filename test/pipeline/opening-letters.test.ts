/** Letters that carry nothing, of a sender whose other mail is of interest: drawn in, but for a real correspondent's. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { pixel, recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const READER = "anna@office.example";
const PERSONA = "clara.wendt@harbour-institute.test";

/** What the reader's server found of it. */
function noted(from: string): Pick<MessageRecord, "received" | "auth"> {
  const domain = from.slice(from.indexOf("@") + 1);
  return {
    received: true,
    auth: [{ authservId: "mx.office.example", method: "dkim", result: "pass", domain, position: 0 }],
  };
}

function letter(name: string, on: string, from = PERSONA, how = noted(from)): MessageRecord {
  const content = { textPrint: `text ${name}` };
  return recordOf({ name, from, to: [READER], on, subject: `About ${name}`, content, ...how });
}

function lure(name: string, on: string, from = PERSONA, how = noted(from)): MessageRecord {
  const url = `https://t-one.test/o.gif?m=${READER}`;
  const token = { kind: "decoded", value: READER, detail: `${READER} in plain text`, address: READER } as const;
  return recordOf({
    name,
    from,
    to: [READER],
    on,
    subject: `Parliament and rights ${name}`,
    loads: [pixel(url, { token })],
    loadCount: 1,
    content: { newsPersona: 'domain ends in "dispatch"', textPrint: name },
    ...how,
  });
}

function answer(name: string, on: string, to = PERSONA): MessageRecord {
  return recordOf({ name, from: READER, to: [to], on, subject: `Re: ${name}` });
}

/** What many others write: only beside them is a sender rare. */
const OTHERS = Array.from({ length: 500 }, (_, n) =>
  letter(`note ${n}`, `20${10 + (n % 10)}-03-0${1 + (n % 9)}`, `writer@house-${n}.example`),
);

/** Names of the messages of interest that are not the others'. */
async function ofInterest(mail: readonly MessageRecord[]): Promise<ReadonlySet<string>> {
  const folder = temporaryFolder();
  const store = must(await openCase(join(folder, "case"), { mode: "write", registrableDomain }));
  try {
    const source = { path: "/mail/a.mbox", kind: "mbox", size: 9, mtimeMs: 1, folder: "In" } as const;
    await readSource(
      store,
      source,
      [...OTHERS, ...mail].map((record, index) => itemOf(record, index)),
    );
    must(await store.saveSettings({ owners: ["@office.example"], byHand: [] }));
    must(await judge(store, conditions));
    const found = new Set<string>();
    for (const { sha256 } of [...OTHERS, ...mail]) {
      const judgement = (await store.message(sha256))?.judgement;
      if (judgement?.targeting === "suspicious" || judgement?.targeting === "hostile") found.add(sha256);
    }
    return found;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

function names(found: ReadonlySet<string>, all: readonly string[]): readonly string[] {
  assert.ok(found.size <= all.length);
  return all.filter((name) => found.has(shaOf(name)));
}

test("an opening letter is drawn in by the stranger's next one", async () => {
  const found = await ofInterest([letter("opening", "2020-05-01"), lure("second", "2020-05-20")]);
  assert.deepEqual(names(found, ["opening", "second"]), ["opening", "second"]);
});

test("so is the letter of another desk of the same house, and of whoever writes from where the pictures lie", async () => {
  const mail = [
    letter("desk", "2020-05-01", "editor@harbour-institute.test"),
    letter("host", "2020-05-02", "office@t-one.test"),
    lure("second", "2020-05-20"),
  ];
  assert.deepEqual(names(await ofInterest(mail), ["desk", "host", "second"]), ["desk", "host", "second"]);
});

test("nobody's mail is drawn in by what is sent in his name where nothing is recorded at receipt", async () => {
  const unrecorded = { received: true, auth: [] } as const;
  const played = lure("played", "2020-05-20", PERSONA, unrecorded);
  for (const [what, hers] of [
    ["unrecorded too", letter("hers", "2020-05-01", PERSONA, unrecorded)],
    ["vouched for", letter("hers", "2020-05-01")],
  ] as const) {
    assert.deepEqual(names(await ofInterest([hers, played]), ["hers", "played"]), ["played"], what);
  }
});

test("by itself it stays what it is", async () => {
  assert.equal((await ofInterest([letter("opening", "2020-05-01")])).size, 0);
});

test("that the first was answered does not excuse what came then", async () => {
  const mail = [lure("first", "2020-05-01"), answer("first answer", "2020-05-02"), letter("third", "2020-06-20")];
  assert.deepEqual(names(await ofInterest(mail), ["first", "first answer", "third"]), ["first", "third"]);
});

test("letters of a correspondent whose account is used by others later are hers", async () => {
  const friend = "maren@fennmark-clinic.example";
  const mail = [
    answer("our question", "2019-01-03", friend),
    letter("her answer", "2019-01-04", friend),
    letter("her second", "2019-06-04", friend),
    lure("not hers", "2020-05-01", friend),
  ];
  const found = await ofInterest(mail);
  for (const name of ["our question", "her answer", "her second"]) assert.ok(!found.has(shaOf(name)), name);
});
