/** What holds for any evidence: nothing throws, everything has its reasons, and nothing the sender can write clears it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EpochMs } from "../../src/base/brand.ts";
import type { ClaimsRecord, TokenRecord } from "../../src/case/record.ts";
import { UNKNOWN_SENDER } from "../../src/cluster/history.ts";
import type { Before } from "../../src/cluster/past.ts";
import type { Evidence, JudgedLoad, ServiceEvidence } from "../../src/verdict/evidence.ts";
import { conditions } from "../support/conditions.ts";
import { nothingBefore } from "../support/past.ts";
import { pixel, recordOf } from "../support/record.ts";

const RUNS = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 500) };

const anyLoad: fc.Arbitrary<JudgedLoad> = fc
  .record({
    kind: fc.constantFrom<TokenRecord["kind"]>("none", "likely", "decoded", "proven"),
    fires: fc.constantFrom("open", "click", "receipt", "attachment", "delivery"),
    vector: fc.constantFrom("RL-01", "RL-31", "RL-40", "RL-61", "RL-66", "RL-70"),
    host: fc.constantFrom("px.outlet.example", "px.stranger.example", "203.0.113.9"),
    scheme: fc.constantFrom("https", "file"),
    hidden: fc.boolean(),
    role: fc.constantFrom(null, "recipient", "copy", "message", "forward", "shared"),
    picture: fc.constantFrom(null, { kind: "signed", sentence: "signed" }, { kind: "portrait", sentence: "portrait" }),
  })
  .map(({ kind, scheme, host, role, picture, ...wish }) => {
    const token = { kind, value: kind === "none" ? "" : "Zx81Qq", detail: "", address: null };
    const load = pixel(`https://${host}/o`, { ...wish, resolved: `${scheme}://${host}/o`, token } as object);
    const personal = kind === "proven" || kind === "decoded";
    return { load, token, role, personal, picture } as JudgedLoad;
  });

const anyHistory = fc
  .record({
    messages: fc.nat(300),
    months: fc.nat(64),
    spanDays: fc.nat(2000),
    readers: fc.nat(64),
    writtenTo: fc.boolean(),
    aligned: fc.nat(300),
    authenticated: fc.nat(300),
    confirmation: fc.constantFrom(null, 0 as EpochMs),
  })
  .map((history) => ({ ...UNKNOWN_SENDER, ...history }));

const anyService: fc.Arbitrary<ServiceEvidence | null> = fc.option(
  fc.record({
    name: fc.constant("Mailwing"),
    kind: fc.constantFrom("bulk", "advocacy", "sales", "helpdesk", "meeting", "simulation", "transactional"),
    sure: fc.boolean(),
    verified: fc.boolean(),
    evidence: fc.constant(["load host"]),
  }),
);

const anyPasses = fc.record({ dkim: fc.boolean(), spf: fc.boolean(), dmarc: fc.boolean(), why: fc.constant("seen") });

const anyClaims: fc.Arbitrary<Partial<ClaimsRecord>> = fc.record(
  {
    listUnsubscribe: fc.constant(["https://outlet.example/u"]),
    listId: fc.constant("talk.lists.example"),
    isReply: fc.boolean(),
    autoSubmitted: fc.constant("auto-replied"),
    precedence: fc.constant("bulk"),
    feedbackId: fc.constant("a:b:c"),
  },
  { requiredKeys: [] },
);

const anyPast: fc.Arbitrary<Before> = fc
  .record({
    thread: fc.constantFrom(null, "none", "known", "subject", "unknown-ids", "bare"),
    played: fc.constantFrom(null, { address: "jane@outlet.test", name: "Jane Roe" }),
    isWrittenTo: fc.boolean(),
    isIncluded: fc.boolean(),
    how: fc.constantFrom(null, "homograph", "typo", "other-suffix", "subdomain"),
    isSlip: fc.boolean(),
    isOwn: fc.boolean(),
  })
  .map(({ thread, played, isWrittenTo, isIncluded, how, isSlip, isOwn }) => ({
    ...nothingBefore,
    thread: () => thread,
    played: () => (played === null ? null : { ...played, isWrittenTo, isIncluded }),
    lookAlike: () => (how === null ? null : { host: "outlet.test", domain: "0utlet.test", how, isSlip, isOwn }),
  }));

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    claims: anyClaims,
    newsPersona: fc.constantFrom(null, "display name says so"),
    unsubscribeLink: fc.boolean(),
    loads: fc.array(anyLoad, { maxLength: 4 }),
    before: anyHistory,
    whole: anyHistory,
    service: anyService,
    account: fc.constantFrom(null, { service: "Mailwing", key: null, whole: null }),
    newWay: fc.constantFrom(null, { since: 0 as EpochMs, formerly: [""] }),
    alignment: anyPasses,
    topic: fc.constantFrom(null, "sanctions"),
    notice: fc.constantFrom(null, { provider: "Apple", atProvider: true }, { provider: "Apple", atProvider: false }),
    bounces: fc.constantFrom(null, { bounces: 40, writtenTo: 1 }),
    copyReaders: fc.integer({ min: 1, max: 9 }),
    own: fc.boolean(),
    forgedOwn: fc.boolean(),
    sharedDomain: fc.boolean(),
  })
  .map(({ claims, newsPersona, unsubscribeLink, ...rest }) => {
    const content = { newsPersona, unsubscribeLink };
    const loads = rest.loads.map(({ load }) => load);
    const record = recordOf({ name: "m", from: "desk@outlet.example", on: "2021-01-19", claims, content, loads });
    return {
      ...rest,
      past: nothingBefore,
      doubts: { messages: 1, doubtful: 1 },
      isList: false,
      registeredAs: () => [],
      record,
      ownDomains: new Set(["office.example"]),
      senderDomain: "outlet.example",
      results: [],
    };
  });

test("every class and finding has its reasons, and the verdict follows from them", () => {
  fc.assert(
    fc.property(anyEvidence, anyPast, (known, past) => {
      const evidence = { ...known, past };
      const { trackingClass, classReasons, verdict, findings } = conditions.conclude(evidence);
      assert.ok(classReasons.length > 0);
      for (const { reasons, title } of findings) assert.ok(title !== "" && reasons.length > 0);
      const said = [...classReasons, ...findings.flatMap(({ reasons, undetermined }) => [...reasons, ...undetermined])];
      assert.ok(
        said.every((sentence) => sentence.trim() !== "" && !/undefined|null|NaN/.test(sentence)),
        said.join("\n"),
      );
      const isTold = findings.some(({ severity }) => severity === "medium" || severity === "high");
      assert.equal(verdict === "suspicious" || verdict === "hostile", isTold);
      if (trackingClass === "none" && !isTold) assert.equal(verdict, "clear");
    }),
    RUNS,
  );
});

/** The known campaign's shape: a stranger that poses as news, a hidden load with the reader's own token, no way out. */
function asLure(evidence: Evidence): Evidence {
  const lure = pixel("https://px.stranger.example/o/Zx81Qq");
  const token = { kind: "proven", value: "Zx81Qq", detail: "", address: null } as const;
  const record = recordOf({
    name: "lure",
    from: "desk@outlet.example",
    on: "2021-01-19",
    claims: { ...evidence.record.claims, listUnsubscribe: [] },
    content: { newsPersona: "display name says so" },
    loads: [lure],
  });
  return {
    ...evidence,
    record,
    loads: [{ load: lure, token, role: "recipient", personal: true, picture: null }],
    before: UNKNOWN_SENDER,
    whole: { ...UNKNOWN_SENDER, messages: 3, readers: 3 },
    own: false,
  };
}

test("whatever its header says, the known campaign's shape is found; only a vouched simulation stands apart", () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const lure = asLure(evidence);
      const isSimulation = lure.service?.kind === "simulation" && lure.service.sure && lure.service.verified;
      assert.equal(conditions.conclude(lure).verdict, isSimulation ? "tracked" : "hostile");
    }),
    RUNS,
  );
});

test("with a way out, no service, relay or pass makes it commercial", () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const lure = asLure(evidence);
      const exit = { ...lure.record.claims, listUnsubscribe: ["https://outlet.example/u"] };
      const offering = { ...lure, record: { ...lure.record, claims: exit } };
      if (offering.service?.kind === "simulation") return;
      const { trackingClass, verdict } = conditions.conclude(offering);
      assert.deepEqual([trackingClass, verdict], ["unexplained", "suspicious"]);
    }),
    RUNS,
  );
});

test("a picture's size alone, hidden or not, is no sign (LK-12)", () => {
  fc.assert(
    fc.property(anyEvidence, fc.boolean(), (evidence, hidden) => {
      const token = { kind: "none", value: "", detail: "", address: null } as const;
      const load = pixel("https://pics.outlet.example/spacer.gif", { token, hidden });
      const loads = [{ load, token, role: null, personal: false, picture: null }];
      const { trackingClass, findings } = conditions.conclude({ ...evidence, loads, notice: null, bounces: null });
      assert.equal(trackingClass, "none");
      assert.deepEqual(
        findings.filter(({ rule }) => rule !== "simulation.ordered"),
        [],
      );
    }),
    RUNS,
  );
});
