import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { markOf } from "../../src/case/marks.ts";
import type { LoadRecord } from "../../src/case/record.ts";
import { exposureOf, type Received } from "../../src/exposure/exposure.ts";
import type { OwnProgram } from "../../src/exposure/load-models.ts";
import type { LogEvidence } from "../../src/exposure/log-evidence.ts";
import type { OwnAnswerKind } from "../../src/exposure/own-mail.ts";
import { disclosureOf } from "../../src/report/exposure-words.ts";
import { day, pixel, recordOf, shaOf } from "../support/record.ts";

interface Wish {
  readonly flags?: readonly string[] | null;
  readonly origin?: "maildir" | "status";
  /** Of a header beside the marks of `origin`. */
  readonly alsoStatus?: readonly string[];
  readonly loads?: readonly LoadRecord[];
  readonly answers?: readonly OwnAnswerKind[];
  readonly programs?: readonly OwnProgram[];
  readonly logs?: readonly LogEvidence[];
  readonly address?: string;
  readonly on?: string;
  readonly elsewhere?: boolean;
  readonly kept?: boolean;
  readonly anybodys?: boolean;
}

function received(wish: Wish): Received {
  const { flags = ["\\Seen"], origin = "maildir", loads = [pixel("https://t.example/1")], on = "2021-01-20" } = wish;
  const also = wish.alsoStatus === undefined ? [] : [markOf("status", wish.alsoStatus)];
  const marks = flags === null ? [] : [markOf(origin, flags), ...also];
  const location = { path: "/m", offset: 0, length: 1, folder: "", marks };
  return {
    record: recordOf({ name: "m", loads, on }),
    locations: wish.elsewhere === true ? [] : [location],
    addresses: [wish.address ?? "reader@office.example"],
    answers: (wish.answers ?? []).map((kind) => ({
      kind,
      sha256: shaOf("answer"),
      from: "reader@office.example",
      date: day("2021-01-21"),
    })),
    programs: wish.programs ?? [],
    model: null,
    kept: new Set(wish.kept === true ? (["status"] as const) : []),
    logs: wish.logs ?? [],
    isAnybodys: wish.anybodys === true,
  };
}

const program = (text: string): readonly OwnProgram[] => [{ program: text, messageIdDomain: "office.example" }];
const log = (effect: LogEvidence["effect"], likelihood: LogEvidence["likelihood"]): LogEvidence => {
  return { effect, likelihood, reason: `a line says ${effect}` };
};
const rewritten = pixel("https://t.example/1", {
  url: "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ft.example%2F1&data=x",
});
const receipt = pixel("https://t.example/1", { fires: "receipt", vector: "RL-40" });

describe("exposure levels (threat-facts 3)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, messages: readonly Wish[], level: number, likelihood: string])[] = [
    ["no message of interest", [], 0, "probable"],
    ["delivered, marks are kept and none is set", [{ flags: [] }], 1, "probable"],
    ["delivered, nobody keeps marks", [{ flags: null }], 1, "possible"],
    ["named on a copy in another mailbox", [{ elsewhere: true, flags: ["\\Seen"] }], 1, "possible"],
    ["read, nothing loads", [{ loads: [] }], 2, "probable"],
    ["read by a header that a sender can write", [{ loads: [], origin: "status" }], 2, "possible"],
    ["the same header where the mailbox itself writes it", [{ loads: [], origin: "status", kept: true }], 2, "probable"],
    ["read, the program is not known", [{}], 4, "possible"],
    ["read in Thunderbird, which blocks", [{ programs: program("Mozilla/5.0 Thunderbird/78.6") }], 2, "probable"],
    ["read in Apple Mail of 2020, which loads", [{ programs: program("Apple Mail (2.3608.120.23.2.4)") }], 4, "probable"],
    ["read on an iPhone before iOS 15", [{ programs: program("iPhone Mail (18D52)") }], 4, "probable"],
    ["read on an iPhone with iOS 15", [{ programs: program("iPhone Mail (19B74)"), on: "2021-11-20" }], 3, "probable"],
    ["unread on an iPhone with iOS 15", [{ flags: [], programs: program("iPhone Mail (19B74)"), on: "2021-11-20" }], 1, "probable"],
    ["read in two programs: the one that gives away more", [{ programs: [...program("Thunderbird/78"), ...program("iPhone Mail (18D52)")] }], 4, "probable"],
    ["read at Gmail", [{ address: "a@gmail.com" }], 3, "probable"],
    ["read at Gmail before it had a proxy", [{ address: "a@gmail.com", on: "2013-10-01" }], 2, "probable"],
    ["an account at Gmail, read in Apple Mail", [{ address: "a@gmail.com", programs: program("Apple Mail (2.3608)") }], 4, "probable"],
    ["an account at Gmail, read in a program nobody knows", [{ address: "a@gmail.com", programs: program("Postbote 3") }], 4, "possible"],
    ["marked as shown with its remote content", [{ flags: ["\\Seen", "$LoadExternals"], programs: program("Thunderbird/78") }], 4, "probable"],
    ["marked as answered, the answer is not here", [{ flags: ["\\Seen", "\\Answered"] }], 6, "probable"],
    ["marked so by a header that its sender may have written", [{ origin: "status", flags: ["\\Seen", "\\Answered"] }], 6, "possible"],
    ["marked so by such a header, and read by the mailbox", [{ flags: ["\\Seen"], alsoStatus: ["\\Answered"] }], 6, "possible"],
    ["unread by such a header", [{ origin: "status", flags: [] }], 1, "possible"],
    ["read, in a copy that may be another reader's", [{ loads: [], anybodys: true }], 2, "possible"],
    ["unread, in a copy that may be another reader's", [{ flags: [], anybodys: true }], 1, "possible"],
    ["answered, in a copy that may be another reader's", [{ flags: ["\\Seen", "\\Answered"], anybodys: true }], 6, "possible"],
    ["a reply is in Sent", [{ flags: [], answers: ["reply"] }], 6, "confirmed"],
    ["a receipt is in Sent", [{ answers: ["receipt"] }], 6, "confirmed"],
    ["an automatic answer is in Sent", [{ flags: [], answers: ["automatic"] }], 6, "confirmed"],
    ["only passed on to others", [{ flags: [], answers: ["elsewhere"] }], 4, "possible"],
    ["answered, but to others alone", [{ flags: ["\\Seen", "\\Answered"], answers: ["elsewhere"] }], 4, "possible"],
    ["a receipt was asked for, and dealt with", [{ loads: [receipt], flags: ["\\Seen", "$MDNSent"] }], 6, "possible"],
    ["the load is in a log", [{ flags: [], logs: [log("load", "confirmed")] }], 5, "confirmed"],
    ["a log shows a load, not by whom", [{ flags: [], logs: [log("load", "possible")] }], 4, "possible"],
    ["a log shows a load, not by whom, and the program blocks", [{ programs: program("Thunderbird/78"), logs: [log("load", "possible")] }], 2, "probable"],
    ["a click is in a log", [{ logs: [log("click", "confirmed"), log("load", "confirmed")] }], 6, "confirmed"],
    ["the name was looked up, which is no opening", [{ flags: [], logs: [log("looked-up", "possible")] }], 1, "probable"],
    ["the proxy refused", [{ flags: [], logs: [log("blocked", "probable")] }], 2, "probable"],
    ["the mail server refused it", [{ elsewhere: true, logs: [log("refused", "confirmed")] }], 0, "confirmed"],
    ["refused at first, and delivered then", [{ elsewhere: true, logs: [log("refused", "confirmed"), log("delivered", "confirmed")] }], 1, "possible"],
    ["an earlier mail of the sender's was refused", [{ elsewhere: true, logs: [log("note", "possible")] }], 1, "possible"],
    ["an unsent draft of an answer: opened", [{ flags: [], answers: ["draft"], loads: [] }], 2, "probable"],
    ["a mail to the sender of the same subject", [{ flags: [], answers: ["letter"] }], 6, "probable"],
    ["a first mail to the sender of another subject", [{ flags: [], answers: ["contact"] }], 6, "possible"],
    ["the worst message counts", [{ flags: [] }, {}, { flags: [] }], 4, "possible"],
  ];
  for (const [what, messages, level, likelihood] of cases) {
    test(`${what}: ${level}, ${likelihood}`, () => {
      const exposure = exposureOf(messages.map(received));
      assert.deepEqual([exposure.level, exposure.likelihood], [level, likelihood]);
      assert.ok(exposure.reasons.length > 0);
    });
  }
});

describe("evidence of a higher level hides none of a lower one", () => {
  test("an automatic answer, and a log that shows the load", () => {
    const exposure = exposureOf([received({ flags: [], answers: ["automatic"], logs: [log("load", "confirmed")] })]);
    assert.deepEqual([exposure.level, exposure.likelihood], [6, "confirmed"]);
    assert.deepEqual(new Set(exposure.learned), new Set(["live", "client", "answer", "opened", "network", "device"]));
    assert.ok(exposure.reasons.some((reason) => reason.includes("a line says load")));
    assert.equal(
      disclosureOf(exposure).notDisclosed.some((one) => /network|device|read/i.test(one)),
      false,
    );
  });

  test("a receipt for one message, and another that was perhaps loaded: each as sure as it is", () => {
    const exposure = exposureOf([received({ answers: ["receipt"], loads: [] }), received({})]);
    assert.deepEqual([exposure.level, exposure.likelihood], [6, "confirmed"]);
    assert.deepEqual(exposure.learnedAs, { network: "possible", device: "possible" });
    assert.ok(disclosureOf(exposure).disclosed.some((one) => one.startsWith("Possibly: the network address")));
    assert.ok(exposure.reasons.some((reason) => reason.startsWith("1 of 2 messages: marked as read (Maildir); if")));
  });

  test("a confirmed load under a possible answer stays confirmed", () => {
    const exposure = exposureOf([
      received({ origin: "status", flags: ["\\Answered"], logs: [log("load", "confirmed")] }),
    ]);
    assert.deepEqual([exposure.level, exposure.likelihood], [6, "possible"]);
    assert.equal(exposure.learnedAs?.network, "confirmed");
    assert.ok(disclosureOf(exposure).disclosed.some((one) => one.startsWith("Confirmed: the network address")));
  });
});

describe("what was disclosed, by the evidence", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish, learned: readonly string[]])[] = [
    ["a provider's proxy hides network and device", { address: "a@gmail.com" }, ["live", "opened"]],
    ["preloading hides whether it was read", { programs: program("iPhone Mail (19B74)"), on: "2021-11-20" }, ["live", "scan"]],
    ["preloading of unread mail", { flags: [], programs: program("iPhone Mail (19B74)"), on: "2021-11-20" }, ["live", "scan"]],
    ["blocked: nothing", { programs: program("Thunderbird/78") }, []],
    ["direct: network and device", { programs: program("Apple Mail (2.3608)") }, ["live", "opened", "network", "device"]],
    ["a scanner's opening of unread mail", { flags: [], loads: [rewritten] }, ["live", "scan"]],
    ["an automatic answer is no opening", { flags: [], answers: ["automatic"] }, ["live", "client", "answer"]],
    ["passed on", { flags: ["\\Seen", "$Forwarded"] }, ["live", "opened", "network", "device", "others"]],
  ];
  for (const [what, wish, learned] of cases) {
    test(what, () => assert.deepEqual(exposureOf([received(wish)]).learned, learned));
  }

  test("a look-up is told with the rest", () => {
    const { reasons } = exposureOf([received({ flags: [], logs: [log("looked-up", "possible")] })]);
    assert.ok(reasons.some((reason) => reason.includes("a line says looked-up")));
  });

  test("a gateway's rewriting is told", () => {
    const { reasons } = exposureOf([received({ loads: [rewritten] })]);
    assert.ok(reasons.some((reason) => reason.includes("Microsoft Safe Links")));
  });
});
