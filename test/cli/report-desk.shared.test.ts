/** A long document is looked at by two threads: what comes out is what one thread finds, also when the other one dies. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createReportDesk, type DeskOptions } from "../../src/cli/report-desk.ts";
import { readReport } from "../../src/ledger/read-report.ts";

const SENTENCES = [
  "On 25 March the ministry of Finland accused the group of hacking 12 offices with mail from lure-NUMBER[.]example.",
  "The embassy denied the claims, and said that no office was attacked.",
  "Agencies advise that members of parliament check their mailboxes for mail from desk-NUMBER@news.example.",
  "Ada Quillfeather, a hacker, was charged with fraud.",
  "The emails looked like news articles and carried hidden tracking links that told when the mail was opened.",
];
const PARAGRAPHS = 750;

const long = Buffer.from(
  `<!doctype html><html lang="en"><title>A long report</title><body><main>${Array.from(
    { length: PARAGRAPHS },
    (_, at) => `<p data-place="${"x".repeat(80)}">${SENTENCES[at % SENTENCES.length]?.replace("NUMBER", `${at}`)}</p>`,
  ).join("")}</main></body></html>`,
);

async function readBy(options: DeskOptions, bytes: Buffer) {
  const desk = createReportDesk(options);
  try {
    return await desk.read(bytes, "given/long.html");
  } finally {
    await desk.close();
  }
}

describe("a long document is looked at by two threads", () => {
  test("as by one, and not in vain", async () => {
    const alone = await readReport(long, "given/long.html");
    assert.ok(alone.ok);
    const { statements, indicators, profile, nameWords = [] } = alone.value.document;
    assert.ok(statements.length > 100 && indicators.length > 100 && profile !== null && nameWords.length > 0);
    assert.deepEqual(await readBy({}, long), alone);
  });

  test("where one of them is ended, the other reads it alone", async () => {
    const ended = new URL("data:text/javascript,process.exit(1)");
    assert.deepEqual(await readBy({ statementsEntry: ended }, long), await readReport(long, "given/long.html"));
  });

  test("what the other one answers is what is told; a short document is not given to it", async () => {
    const none = { assertions: [], notRead: null, techniques: [], quantities: [], actors: [], targets: [], unread: [] };
    const answer = JSON.stringify({ statements: none, profile: null, dear: ["statements"] });
    const silent = new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", () => parentPort.postMessage(${answer}));`)}`,
    );
    const read = await readBy({ statementsEntry: silent }, long);
    assert.ok(read.ok);
    assert.deepEqual(read.value.document.statements, []);
    assert.deepEqual(read.value.document.problems, [
      "Looking for its statements takes more time or memory than a document may; none were looked for.",
    ]);
    const short = Buffer.from(`<!doctype html><p>${SENTENCES[1]}</p>`);
    const other = await readBy({ statementsEntry: silent }, short);
    assert.ok(other.ok);
    assert.ok(other.value.document.statements.length > 0);
  });
});
