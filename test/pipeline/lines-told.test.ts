import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogLine } from "../../src/case/log-line.ts";
import { LinesTold } from "../../src/pipeline/lines-told.ts";
import { day } from "../support/record.ts";

function line(number: number, kind: LogLine["kind"] = "connect"): LogLine {
  const nothing = { url: "", client: "", user: "", address: "", agent: "", text: "" };
  return { ...nothing, file: "/logs/proxy.log", line: number, at: day("2021-01-20"), kind, name: "t.example" };
}

test("lines that are told of nobody are counted, each once", () => {
  const [mine, anothers, third] = [line(1), line(2), line(3)];
  const lines = new LinesTold();
  lines.add([mine, anothers, third], [mine]);
  lines.add([mine, anothers, third, line(4, "dns")], []);
  assert.match(
    lines.notes().join(),
    /^2 lines of proxies' logs about mail of interest could be tied to no reader.*proxy\.log, line 2\)$/,
  );
});

test("where all are told nothing is said", () => {
  const lines = new LinesTold();
  const one = line(1);
  lines.add([one], []);
  lines.add([one], [one]);
  assert.deepEqual(lines.notes(), []);
});
