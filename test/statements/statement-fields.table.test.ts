/** Fields of statements beside their roles: times, quantities, estimates, techniques, what is said; descriptions across sentences; languages. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import type { Assertion, StatedTime } from "../../src/case/assertion.ts";
import { readStatements } from "../../src/statements/read-statements.ts";
import { documentOf } from "../support/published-document.ts";

const utc = (text: string) => Date.parse(`${text}T00:00:00Z`) as EpochMs;
const day = (ms: number | null) => (ms === null ? "" : new Date(ms).toISOString().slice(0, 10));
const timeOf = (time: StatedTime | null) =>
  time === null ? "none" : `${day(time.from)}..${day(time.until)} ${time.words}`;

function only(text: string, date: EpochMs | null = null): Assertion {
  const { assertions } = readStatements(documentOf(text, { date }));
  const [first] = assertions;
  assert.ok(first !== undefined && assertions.length === 1, `${assertions.length} statements`);
  return first;
}

describe("when it happened", () => {
  const rows: readonly (readonly [text: string, time: string])[] = [
    ["Hackers targeted lawmakers between 2021 and 2022.", "2021-01-01..2023-01-01 between 2021 and 2022"],
    ["APT31 has targeted lawmakers since at least 2010.", "2010-01-01.. since at least 2010"],
    ["APT31 targeted lawmakers on 25 March 2024.", "2024-03-25..2024-03-26 on 25 March 2024"],
    ["APT31 targeted lawmakers on March 25, 2024.", "2024-03-25..2024-03-26 on March 25, 2024"],
    ["APT31 targeted lawmakers in January 2021.", "2021-01-01..2021-02-01 in January 2021"],
    ["APT31 targeted lawmakers in early 2021.", "2021-01-01..2021-05-01 in early 2021"],
    ["APT31 targeted lawmakers in late 2021.", "2021-09-01..2022-01-01 in late 2021"],
    ["APT31 targeted lawmakers until 2019.", "..2020-01-01 until 2019"],
    [
      "APT31 targeted lawmakers from August 2021 to October 2022.",
      "2021-08-01..2022-11-01 from August 2021 to October 2022",
    ],
    ["APT31 targeted lawmakers last year.", ".. last year"],
    ["APT31 targeted lawmakers for more than a decade.", ".. for more than a decade"],
    ["Finland accused APT31 of a decade-long campaign against lawmakers.", ".. decade-long"],
    ["APT31 targeted 2021 lawmakers.", "2021-01-01..2022-01-01 2021"],
    ["APT31 targeted lawmakers.", "none"],
  ];
  for (const [text, time] of rows) test(text, () => assert.equal(timeOf(only(text).time), time));

  test("last year is known only from the document's date", () => {
    const { time } = only("APT31 targeted lawmakers last year.", utc("2024-03-26"));
    assert.equal(timeOf(time), "2023-01-01..2024-01-01 last year");
  });

  test("when it was said is kept apart from when it was done", () => {
    const { time, date } = only("On 25 March 2024 Finland accused Russia of hacking journalists in 2021.");
    assert.deepEqual(
      [timeOf(date), timeOf(time)],
      ["2024-03-25..2024-03-26 On 25 March 2024", "2021-01-01..2022-01-01 in 2021"],
    );
  });
});

describe("quantities", () => {
  const rows: readonly (readonly [text: string, quantities: string])[] = [
    ["They sent over 10,000 malicious emails.", "10000.. malicious emails"],
    ["They sent more than 1,000 emails to more than 400 addresses.", "1000.. emails; 400.. addresses"],
    ["Seven Chinese nationals were charged.", "7..7 nationals"],
    ["A handful of members were affected.", "3..9 members"],
    ["It affected thousands of people.", "2000.. people"],
    ["It affected tens of thousands of people.", "20000.. people"],
    ["A reward of up to 10 million USD was offered.", "..10000000 USD"],
    ["A reward of up to $10 million was offered.", "..10000000 USD"],
    ["At least ten lawmakers found the emails.", "10.. lawmakers"],
    ["About 150 accounts were compromised.", "135..165 accounts"],
    ["Twenty-one routers were compromised.", "21..21 routers"],
    ["Version 2.1 was released on 25 March 2024 in section 4.2.", ""],
    ["In 2021 it ran Windows 10 on port 443.", ""],
    ["The group was active for 14 years.", ""],
  ];
  for (const [text, expected] of rows) {
    test(text, () => {
      const { quantities } = readStatements(documentOf(text));
      assert.equal(quantities.map(({ what, min, max }) => `${min ?? ""}..${max ?? ""} ${what}`).join("; "), expected);
    });
  }
});

describe("words of estimation", () => {
  const rows: readonly (readonly [text: string, estimate: string])[] = [
    ["The NCSC assesses that APT31 almost certainly targeted lawmakers.", "almost certainly phia 0.95..1"],
    ["The NCSC said it was highly likely that China was responsible for the attack.", "highly likely phia 0.8..0.9"],
    ["There is a realistic possibility that APT31 targeted lawmakers.", "realistic possibility phia 0.4..0.5"],
    ["The FBI assesses that APT31 likely targeted lawmakers.", "likely icd-203 0.55..0.8"],
    ["Finland said APT31 likely targeted lawmakers.", "likely phia 0.55..0.75"],
    ["The FBI said APT31 very likely targeted lawmakers.", "very likely icd-203 0.8..0.95"],
    [
      "The FBI assesses with high confidence that APT31 targeted lawmakers.",
      "with high confidence analytic-confidence ..",
    ],
    ["APT31 allegedly targeted lawmakers.", "allegedly  .."],
    ["Suspected Chinese hackers targeted lawmakers.", "Suspected  .."],
    ["APT31 may have targeted lawmakers.", "may  .."],
    ["APT31 targeted lawmakers.", "  .."],
  ];
  for (const [text, estimate] of rows) {
    test(text, () => {
      const { words, scale, low, high } = only(text).confidence;
      assert.equal(`${words} ${scale} ${low ?? ""}..${high ?? ""}`, estimate);
    });
  }
});

describe("techniques in plain words", () => {
  const rows: readonly (readonly [text: string, techniques: string])[] = [
    ["The emails contained hidden tracking links.", "T1598.003 hidden tracking links"],
    ["A web beacon in the image told them when it was opened.", "T1598.003 web beacon"],
    [
      "They sent spear-phishing emails with malicious attachments.",
      "T1566 spear-phishing; T1566.001 emails with malicious attachments",
    ],
    [
      "Home routers were used as relay boxes after they compromised home routers.",
      "T1090.003 relay boxes; T1584.008 compromised home routers",
    ],
    ["The mails appeared to come from journalists.", "T1656 appeared to come from"],
    ["They registered several domains.", "T1583.001 registered several domains"],
    ["They read the news.", ""],
  ];
  for (const [text, expected] of rows) {
    test(text, () => {
      const { techniques } = readStatements(documentOf(text));
      assert.equal(techniques.map(({ id, quote }) => `${id} ${quote.text}`).join("; "), expected);
    });
  }
});

describe("descriptions stand for what was named, where only one can be meant", () => {
  const last = (text: string) => readStatements(documentOf(text)).assertions.at(-1);
  const against = (text: string) => last(text)?.against.map(({ name }) => name);

  test("the group", () =>
    assert.deepEqual(against("APT31 targeted lawmakers. The group also targeted journalists."), ["APT31"]));
  test("an alias keeps its words, the canonical name apart", () => {
    const party = last("Zirconium is an actor. The actor ZIRCONIUM targeted journalists.")?.against[0];
    assert.deepEqual([party?.name, party?.words], ["APT31", "ZIRCONIUM"]);
  });
  test("not where two were named", () => {
    assert.deepEqual(against("APT31 and APT28 targeted lawmakers. The group also targeted journalists."), ["group"]);
  });
  test("not after many sentences", () => {
    const text = `APT31 targeted lawmakers. ${"The weather was fine. ".repeat(6)}The group also targeted journalists.`;
    assert.deepEqual(against(text), ["group"]);
  });
  test("the embassy", () => {
    assert.deepEqual(
      last("The Chinese embassy in Oslo issued a statement. The embassy denied the accusations.")?.by.map(
        ({ name }) => name,
      ),
      ["Embassy of China in Oslo"],
    );
  });
  test("it", () => {
    assert.deepEqual(
      last("Finland held a briefing. It accused Russia of hacking journalists.")?.by.map(({ name }) => name),
      ["Finland"],
    );
  });
});

describe("the whole document", () => {
  test("sentences of the record that nothing reads are listed", () => {
    const { unread, assertions } = readStatements(
      documentOf("The saga of the hacked mailboxes goes on. The weather is fine."),
    );
    assert.deepEqual(
      [assertions.length, unread.map(({ text }) => text)],
      [0, ["The saga of the hacked mailboxes goes on."]],
    );
  });

  test("abbreviations end no sentence", () => {
    const text =
      "The U.S. Treasury sanctioned two individuals, e.g. officers of Example Technologies Co. Ltd. in Wuhan. Mr. X was not named.";
    assert.equal(readStatements(documentOf(text)).assertions[0]?.quote.text, text.slice(0, text.indexOf(" Mr.")));
  });

  test("a denial stands beside the accusation", () => {
    const text = "Finland accused Russia of hacking journalists. Moscow denied the accusation.";
    assert.deepEqual(
      readStatements(documentOf(text)).assertions.map(({ kind }) => kind),
      ["accusation", "denial"],
    );
  });

  test("another language is told, not guessed at", () => {
    const text =
      "Die Bundesregierung hat der Gruppe vorgeworfen, Abgeordnete angegriffen zu haben, und mehrere Maßnahmen angekündigt, die nach Angaben des Ministeriums in den kommenden Wochen umgesetzt werden sollen, wie ein Sprecher am Dienstag vor Journalisten in Berlin sagte und betonte.";
    const { notRead, assertions } = readStatements(documentOf(text, { language: "de" }));
    assert.equal(assertions.length, 0);
    assert.equal(notRead, "The text is in `de`; statements are read in en only, so none was looked for.");
  });

  test("code and page furniture say nothing", () => {
    const document = documentOf("Finland accused Russia of hacking journalists.");
    const blocks = document.blocks.map((block) => ({ ...block, kind: "furniture" as const }));
    assert.deepEqual(readStatements({ ...document, blocks }).assertions, []);
  });
});
