/** People of a judged case: the roster's are one person each, answers count, and who did not consent is nowhere. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { ReadLogs, WantedLogLines } from "../../src/case/log-line.ts";
import { markOf } from "../../src/case/marks.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import type { GivenClient } from "../../src/case/roster.ts";
import { parseRoster } from "../../src/people/parse-roster.ts";
import { personId } from "../../src/people/roster-index.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { messageKey } from "../../src/signals/answered-ids.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import type { Conditions } from "../../src/verdict/conditions.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { day, pixel, recordOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;

/** Everything from the spy is of interest, and nothing else. */
const spying = {
  conclude: ({ record }: { readonly record: MessageRecord }) => {
    const verdict = record.claims.from[0]?.address === "news@spy.example" ? "hostile" : "clear";
    const about = { trackingClass: "none", classReasons: ["so it is"], verdict, targeting: verdict };
    return { ...about, findings: [], undecided: { rules: 0, missing: [] } };
  },
} as unknown as Conditions;

const ROSTER = `person,name,addresses,personal,role,groups,household,consent
mp,Mara Prentice,mp@office.example,mara@home.example,member,straits,,yes
jo,Jo Short,jo@office.example,jo@home.example,adviser,,,
sp,Sam Secret,sam@home.example,,,,mp,
`;

function lure(name: string, to: string, on: string): MessageRecord {
  return recordOf({
    name,
    from: "news@spy.example",
    to: [to],
    on,
    deliveredTo: [to],
    loads: [pixel(`https://t.example/p/${name}.gif`)],
  });
}

const records: readonly MessageRecord[] = [
  lure("a", "mp@office.example", "2021-01-20"),
  lure("b", "mara@home.example", "2021-02-20"),
  lure("c", "jo@office.example", "2021-01-21"),
  lure("d", "sam@home.example", "2021-01-22"),
  lure("e", "jo@home.example", "2021-01-23"),
  lure("f", "al@office.example", "2021-01-24"),
  recordOf({
    name: "answer",
    from: "jo@office.example",
    to: ["news@spy.example"],
    on: "2021-01-25",
    answers: [messageKey("c@example.org")],
  }),
  recordOf({ name: "tagged", from: "shop@fair.example", to: ["jo+shop@office.example"], on: "2021-01-26" }),
];

async function judged(wish: {
  readonly roster?: string;
  readonly logs?: ReadLogs;
  readonly clients?: readonly GivenClient[];
  readonly again?: boolean;
}) {
  const folder = temporaryFolder();
  try {
    const store = must(await openCase(join(folder, "case"), { mode: "write", registrableDomain }));
    must(await store.saveSettings({ owners: ["mp@office.example", "jo@office.example", "al@office.example"] }));
    if (wish.roster !== undefined) {
      must(
        await store.saveRoster({ ...parseRoster(Buffer.from(wish.roster)).roster, path: "/roster.csv", sha256: "00" }),
      );
    }
    if (wish.clients !== undefined) must(await store.saveGivenClients(wish.clients));
    if (wish.logs !== undefined) must(await store.saveLogs({ paths: ["/proxy.log"], zone: "UTC" }));
    const marks = [markOf("maildir", ["\\Seen"])];
    await readSource(
      store,
      SOURCE,
      records.map((record, index) => itemOf(record, index, { marks })),
    );
    must(await judge(store, spying, () => {}, { readLogs: wish.logs ?? null }));
    if (wish.again === true) must(await judge(store, spying, () => {}, { readLogs: wish.logs ?? null }));
    const people = await store.people();
    const notes = await store.peopleNotes();
    const campaigns = await store.campaigns();
    const sightings = await store.sightings();
    await store.close();
    return { people, notes, campaigns, sightings, of: (id: string) => people.find((person) => person.id === id) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("without a roster", () => {
  test("each address is a person, and an answer is found in the sent mail", async () => {
    const { people, of } = await judged({});
    assert.equal(people.length, 6);
    const jo = of(personId("jo@office.example"));
    assert.deepEqual([jo?.exposure.level, jo?.exposure.likelihood], [6, "confirmed"]);
    assert.match(jo?.exposure.reasons[0] ?? "", /1 of 1 message: answered: the reply of 2021-01-25/);
    assert.equal(jo?.onRoster, undefined);
  });
});

describe("with a roster", () => {
  test("a person's addresses are one person, by account and by date", async () => {
    const { of } = await judged({ roster: ROSTER });
    const mp = of(personId("mp"));
    assert.deepEqual([mp?.name, mp?.role, mp?.groups, mp?.onRoster], ["Mara Prentice", "member", ["straits"], true]);
    assert.deepEqual([mp?.first, mp?.last], [day("2021-01-20"), day("2021-02-20")]);
    assert.deepEqual(
      mp?.accounts?.map(({ address, messages }) => [address, messages]),
      [
        ["mara@home.example", 1],
        ["mp@office.example", 1],
      ],
    );
  });

  test("who is not on it is listed, and told as such", async () => {
    const { of } = await judged({ roster: ROSTER });
    assert.equal(of(personId("al@office.example"))?.onRoster, false);
  });

  test("who did not consent is not named, anywhere, and counted", async () => {
    const { people, notes, campaigns } = await judged({ roster: ROSTER });
    const said = JSON.stringify([people, notes, campaigns]);
    assert.doesNotMatch(said, /sam@|sam secret|jo@home/i);
    assert.deepEqual([notes?.withheldPeople, notes?.withheldAddresses], [2, 2]);
  });

  test("an alias is proposed, and not taken", async () => {
    const { of, notes } = await judged({ roster: ROSTER });
    assert.deepEqual(
      notes?.proposed.map(({ address, person }) => [address, person]),
      [["jo+shop@office.example", personId("jo")]],
    );
    assert.ok(of(personId("jo"))?.addresses.every((address) => !address.includes("+")));
  });

  test("campaign by campaign the exposures are those of its messages", async () => {
    const { of } = await judged({ roster: ROSTER });
    const jo = of(personId("jo"));
    const most = Math.max(...(jo?.campaigns ?? []).map(({ exposure }) => exposure.level));
    assert.equal(most, jo?.exposure.level);
    assert.equal(
      (jo?.campaigns ?? []).reduce((sum, { messages }) => sum + messages, 0),
      jo?.messages.length,
    );
  });
});

describe("with what the user gives beside mail", () => {
  test("a table of clients says what was loaded", async () => {
    const clients: readonly GivenClient[] = [
      { domain: "office.example", since: day("2015-01-01"), effect: "loads" },
      { domain: "office.example", since: day("2021-01-01"), effect: "blocks" },
    ];
    const { of } = await judged({ clients });
    assert.equal(of(personId("mp@office.example"))?.exposure.level, 2);
    assert.equal(of(personId("mara@home.example"))?.exposure.level, 4);
  });

  test("logs are asked for what is of interest alone, and a line confirms", async () => {
    const asked: WantedLogLines[] = [];
    const line = {
      file: "/proxy.log",
      line: 3,
      name: "t.example",
      client: "",
      user: "",
      address: "",
      agent: "",
      text: "",
    };
    const logs: ReadLogs = async (_, wanted) => {
      asked.push(wanted);
      const seen = { ...line, at: day("2021-01-21"), kind: "http", url: "https://t.example/p/a.gif" } as const;
      return { sightings: [seen], notes: ["proxy.log: it ends in the middle of a line"], unread: [] };
    };
    const { of, notes } = await judged({ logs });
    assert.deepEqual([...(asked[0]?.hosts ?? [])], ["t.example"]);
    assert.ok(asked[0]?.messageIds.has("a@example.org") === true && !asked[0].messageIds.has("tagged@example.org"));
    const mp = of(personId("mp@office.example"));
    assert.deepEqual([mp?.exposure.level, mp?.exposure.likelihood], [5, "confirmed"]);
    // The others' copies ask for other addresses: the line says nothing of them.
    assert.equal(of(personId("al@office.example"))?.exposure.level, 4);
    assert.deepEqual(notes?.logNotes, ["proxy.log: it ends in the middle of a line"]);
  });

  test("lines about who did not consent are not kept", async () => {
    const line = {
      file: "/mail.log",
      line: 3,
      name: "d@example.org",
      url: "",
      client: "",
      user: "",
      agent: "",
      text: "x",
    };
    const logs: ReadLogs = async () => ({
      sightings: [{ ...line, at: day("2021-01-22"), kind: "delivered", address: "sam@home.example" }],
      notes: [],
      unread: [],
    });
    assert.deepEqual((await judged({ logs, roster: ROSTER })).sightings, []);
    assert.equal((await judged({ logs })).sightings.length, 1);
  });

  test("what was seen in a log that is gone since stays", async () => {
    const seen = {
      file: "/proxy.log",
      line: 3,
      name: "t.example",
      client: "",
      user: "",
      address: "",
      agent: "",
      text: "",
    };
    let isGone = false;
    const logs: ReadLogs = async () => {
      if (isGone) return { sightings: [], notes: [], unread: ["/proxy.log"] };
      isGone = true;
      const one = { ...seen, at: day("2021-01-21"), kind: "http", url: "https://t.example/p/a.gif" } as const;
      return { sightings: [one], notes: [], unread: [] };
    };
    const { sightings, notes } = await judged({ logs, again: true });
    assert.equal(sightings.length, 1);
    assert.ok(notes?.logNotes.some((text) => text.includes("kept from an earlier run")));
  });
});
