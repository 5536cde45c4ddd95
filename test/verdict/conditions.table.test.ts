import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { receivedResults } from "../../src/case/received-results.ts";
import type { LoadRecord, TokenRecord } from "../../src/case/record.ts";
import { type SenderHistory, UNKNOWN_SENDER } from "../../src/cluster/history.ts";
import type { Evidence, JudgedLoad, ServiceEvidence } from "../../src/verdict/evidence.ts";
import { conditions } from "../support/conditions.ts";
import { nothingBefore } from "../support/past.ts";
import { pixel, type RecordWish, recordOf } from "../support/record.ts";

const proven: TokenRecord = {
  kind: "proven",
  value: "Zx81Qq",
  detail: "proven: differs in each reader's copy",
  address: null,
};
const decoded: TokenRecord = {
  kind: "decoded",
  value: "bXA",
  detail: "base64 of mp@office.example",
  address: "mp@office.example",
};
const likely: TokenRecord = { kind: "likely", value: "Zx81Qq", detail: "opaque", address: null };
const none: TokenRecord = { kind: "none", value: "", detail: "", address: null };

const exit = { listUnsubscribe: ["<https://outlet.example/u>"] };
const persona = { newsPersona: 'display name says "dispatch"' };
const years: SenderHistory = { ...UNKNOWN_SENDER, messages: 200, spanDays: 1500, months: 48, readers: 2 };
const fresh: SenderHistory = { ...UNKNOWN_SENDER, messages: 6, spanDays: 12, months: 1, readers: 3 };
const passed = { dkim: true, spf: true, dmarc: true, why: "DKIM passed for the sender's own domain" };
const failed = { dkim: false, spf: false, dmarc: false, why: "no aligned pass" };
const vouched: ServiceEvidence = {
  name: "Mailwing",
  kind: "bulk",
  sure: true,
  verified: true,
  evidence: ["load host", "DKIM domain"],
};
const service: ServiceEvidence = {
  name: "Mailwing",
  kind: "bulk",
  sure: true,
  verified: false,
  evidence: ["load host", "DKIM domain"],
};

interface Wish extends Partial<Omit<Evidence, "record" | "loads">> {
  readonly record?: Omit<RecordWish, "name">;
  readonly token?: TokenRecord;
  readonly load?: Partial<LoadRecord>;
  readonly personal?: boolean;
  readonly role?: JudgedLoad["role"];
  readonly picture?: JudgedLoad["picture"];
}

function evidence({ record, token, load, personal, role, picture, ...rest }: Wish): Evidence {
  const url = "https://t.tracker.example/o/Zx81Qq";
  const loads =
    token === undefined && load === undefined
      ? []
      : [
          {
            load: pixel(url, load),
            token: token ?? none,
            role: role ?? null,
            personal: personal ?? (token === proven || token === decoded),
            picture: picture ?? null,
          },
        ];
  const made = recordOf({
    name: "m",
    from: "desk@outlet.example",
    on: "2021-01-19",
    ...record,
    loads: loads.map((one) => one.load),
  });
  return {
    record: made,
    loads,
    before: UNKNOWN_SENDER,
    past: nothingBefore,
    doubts: { messages: 1, doubtful: 1 },
    isList: false,
    registeredAs: () => [],
    whole: fresh,
    service: null,
    account: null,
    newWay: null,
    results: receivedResults(made.auth),
    alignment: failed,
    topic: null,
    notice: null,
    bounces: null,
    copyReaders: 1,
    own: false,
    forgedOwn: false,
    ownDomains: new Set(["office.example"]),
    senderDomain: "outlet.example",
    sharedDomain: false,
    ...rest,
  };
}

const unc: Partial<LoadRecord> = {
  vector: "RL-31",
  url: "file://203.0.113.9/s/a.png",
  resolved: "file://203.0.113.9/s/a.png",
  host: "203.0.113.9",
  domain: "203.0.113.9",
};
const receipt = (domain: string): Partial<LoadRecord> => ({
  vector: "RL-40",
  fires: "receipt",
  host: domain,
  domain,
  resolved: `mailto:r@${domain}`,
});

describe("tracking class and verdict", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish, trackingClass: string, verdict: string, rules: string[]])[] = [
    ["no loads at all", {}, "none", "clear", []],
    ["a remote picture without token", { token: none }, "none", "clear", []],
    // LK-12: size alone is no signal.
    ["a hidden picture without token (LK-12)", { token: none, load: { hidden: true } }, "none", "clear", []],
    // LK-01, LK-03: the hardest negatives.
    ["a newsletter of years (LK-01)", { token: likely, record: { claims: exit }, whole: years, before: years, alignment: passed, service }, "commercial", "tracked", []],
    ["a real outlet's newsletter (LK-03)", { token: proven, record: { claims: exit, content: persona }, whole: years, alignment: passed, copyReaders: 3 }, "commercial", "tracked", []],
    ["the first issue of a long-lived newsletter", { token: likely, record: { claims: exit }, whole: years, before: UNKNOWN_SENDER, alignment: passed }, "commercial", "tracked", []],
    ["a newsletter from before authentication", { token: likely, record: { content: { unsubscribeLink: true } }, whole: years, load: { domain: "outlet.example" } }, "commercial", "tracked", []],
    ["one newsletter that a known service vouches for", { token: proven, record: { claims: exit }, alignment: passed, service: vouched, whole: { ...fresh, messages: 1, spanDays: 0 }, copyReaders: 2 }, "commercial", "tracked", []],
    // TF-201, TF-202, TF-306: what clears commercial mail must not clear these.
    ["the known campaign: persona, proven token, no way out", { token: proven, record: { content: persona }, alignment: passed, copyReaders: 3 }, "covert", "hostile", ["tracking.covert-token"]],
    ["the same through a bulk service (TF-202)", { token: proven, record: { content: persona }, alignment: passed, service, copyReaders: 3 }, "covert", "hostile", ["tracking.covert-token"]],
    ["the same to hundreds of one party's people (TF-010)", { token: proven, record: { content: persona }, copyReaders: 400, whole: { ...fresh, messages: 900, readers: 64 } }, "covert", "hostile", ["tracking.covert-token"]],
    ["mail in thousands to one reader over months is no chosen approach", { token: proven, record: { content: persona }, before: { ...fresh, messages: 900, months: 5, spanDays: 150, readers: 1 } }, "unexplained", "tracked", []],
    ["thousands within days make nobody known", { token: proven, record: { content: persona }, before: { ...fresh, messages: 900, readers: 1 }, whole: { ...fresh, messages: 900, readers: 1 } }, "covert", "hostile", ["tracking.covert-token"]],
    ["what was proven is not taken back by what came after it", { token: proven, copyReaders: 3, whole: years }, "covert", "suspicious", ["tracking.covert-stranger"]],
    ["proven of a sender of years", { token: proven, copyReaders: 3, before: years, whole: years }, "unexplained", "tracked", []],
    ["one copy at the beginning of years proves nothing", { token: decoded, copyReaders: 3, whole: years }, "unexplained", "tracked", []],
    ["an answer before it takes nothing back", { token: proven, copyReaders: 3, before: { ...fresh, writtenTo: true } }, "covert", "suspicious", ["tracking.covert-stranger"]],
    ["a letter of the owner's own accord before it does", { token: proven, copyReaders: 3, before: { ...fresh, writtenTo: true, writtenUnasked: true } }, "unexplained", "tracked", []],
    ["but not for an outlet", { token: proven, record: { content: persona }, copyReaders: 3, before: { ...fresh, writtenTo: true, writtenUnasked: true } }, "covert", "hostile", ["tracking.covert-token"]],
    ["persona with the reader's address inside, one copy", { token: decoded, record: { content: persona }, alignment: passed }, "covert", "hostile", ["tracking.covert-token"]],
    ["a new outlet on a service, with its way out: open", { token: proven, record: { content: persona, claims: exit }, alignment: passed, service: vouched, copyReaders: 3 }, "unexplained", "suspicious", ["tracking.new-outlet"]],
    ["a real outlet's first issue, one copy (LK-03)", { token: likely, record: { content: persona, claims: exit }, alignment: passed, service: vouched }, "unexplained", "tracked", []],
    // What a sender can make alone clears nobody: a way out, its own domain's pass, a tracker on its own domain.
    ["a stranger's own way out, pass and host", { token: likely, record: { claims: exit }, alignment: passed, load: { domain: "outlet.example" } }, "unexplained", "tracked", []],
    ["one old mail makes no history", { token: proven, record: { content: persona }, whole: { ...fresh, spanDays: 900, months: 2 }, copyReaders: 3 }, "covert", "hostile", ["tracking.covert-token"]],
    ["our own address, forged", { token: proven, forgedOwn: true }, "covert", "suspicious", ["tracking.covert-stranger"]],
    ["a stranger to several people, no persona", { token: proven, copyReaders: 2 }, "covert", "suspicious", ["tracking.covert-stranger"]],
    ["persona and a likely token, one copy", { token: likely, record: { content: persona } }, "unexplained", "suspicious", ["tracking.news-lure"]],
    ["a stranger's pixel with the reader's address", { token: decoded }, "unexplained", "suspicious", ["tracking.address-to-stranger"]],
    ["a forwarded newsletter with its forwarder's address (LK-07)", { token: decoded, personal: false }, "unexplained", "tracked", []],
    // LK-04: sales outreach, a likely token from a stranger, is tracked and no more.
    ["tracked outreach (LK-04)", { token: likely, whole: { ...fresh, messages: 1, spanDays: 0 } }, "unexplained", "tracked", []],
    ["somebody the owner wrote to", { token: decoded, before: { ...fresh, writtenTo: true }, whole: { ...fresh, writtenTo: true } }, "unexplained", "tracked", []],
    // TF-203: an answer is what such mail is written for.
    ["a persona that was answered later", { token: decoded, record: { content: persona }, whole: { ...fresh, writtenTo: true } }, "covert", "hostile", ["tracking.covert-token"]],
    ["a persona that was answered before", { token: decoded, record: { content: persona }, before: { ...fresh, writtenTo: true }, whole: { ...fresh, writtenTo: true } }, "covert", "hostile", ["tracking.covert-token"]],
    ["an outlet that the owner wrote to first", { token: decoded, record: { content: persona }, before: { ...fresh, writtenTo: true }, whole: { ...fresh, writtenTo: true, writtenFirst: true } }, "unexplained", "tracked", []],
    ["a visible personal picture posing as news", { token: proven, load: { hidden: false }, record: { content: persona }, copyReaders: 3 }, "covert", "hostile", ["tracking.covert-token"]],
    ["a visible picture that names its reader and was not compared", { token: decoded, load: { hidden: false }, record: { content: persona } }, "unexplained", "suspicious", ["tracking.news-lure"]],
    ["a visible personal picture of a stranger to several", { token: proven, load: { hidden: false }, copyReaders: 3 }, "covert", "suspicious", ["tracking.covert-stranger"]],
    ["a visible picture that names its reader, of a stranger to one", { token: decoded, load: { hidden: false } }, "unexplained", "tracked", []],
    ["a visible personal picture of somebody known for years", { token: proven, load: { hidden: false }, copyReaders: 3, whole: years, before: years }, "unexplained", "tracked", []],
    // LK-17
    ["our own appeal (LK-17)", { token: likely, own: true, load: { domain: "office.example" } }, "commercial", "tracked", ["posture.own-tracking"]],
    ["our own appeal through a service (LK-17)", { token: likely, own: true, service }, "commercial", "tracked", ["posture.own-tracking"]],
    ["a forward by our own people (LK-07)", { token: likely, own: true }, "unexplained", "tracked", []],
    // LK-06 and its trap.
    ["a colleague's receipt (LK-06)", { load: receipt("outlet.example") }, "none", "clear", []],
    ["a receipt to a foreign domain from a stranger", { load: receipt("drop.example") }, "none", "suspicious", ["receipt.foreign-address"]],
    ["the same from somebody known for years", { load: receipt("drop.example"), whole: years, before: years }, "none", "clear", []],
    ["the same on a mailing list (LK-07)", { load: receipt("drop.example"), record: { claims: { listId: "talk.lists.example" } } }, "none", "clear", []],
    // TF-107
    ["a file share from a stranger", { load: unc }, "none", "hostile", ["load.file-share"]],
    ["a reminder's sound on a share", { load: { ...unc, vector: "RL-66" } }, "none", "hostile", ["load.file-share"]],
    ["a share that RTF takes in", { load: { ...unc, vector: "RL-68" } }, "none", "hostile", ["load.file-share"]],
    ["a file share from a known sender", { load: unc, whole: years, before: years }, "none", "suspicious", ["load.file-share"]],
    ["a shortcut to a share, from a stranger", { load: { ...unc, vector: "RL-70", fires: "attachment" } }, "none", "hostile", ["load.attached-file-share"]],
    ["a shortcut to a share in a country's domain", { load: { ...unc, vector: "RL-70", fires: "attachment", host: "files.ad", resolved: "file://files.ad/s" } }, "none", "hostile", ["load.attached-file-share"]],
    ["a shortcut to a share by its number", { load: { ...unc, vector: "RL-70", fires: "attachment", host: "[2001:db8::7]", resolved: "file://[2001:db8::7]/s" } }, "none", "hostile", ["load.attached-file-share"]],
    ["a shortcut to a share of the own network", { load: { ...unc, vector: "RL-70", fires: "attachment", host: "[fd00::7]", resolved: "file://[fd00::7]/s" } }, "none", "clear", []],
    ["a document's template on a share, from a stranger", { load: { ...unc, vector: "RL-71", fires: "attachment" } }, "none", "suspicious", ["load.attached-file-share"]],
    ["the same from a known sender", { load: { ...unc, vector: "RL-71", fires: "attachment" }, whole: years, before: years }, "none", "clear", ["load.attached-file-share"]],
    ["a template on the sender's own server", { load: { ...unc, vector: "RL-71", fires: "attachment", host: "fs01" } }, "none", "clear", []],
    ["a template inside the sender's network", { load: { ...unc, vector: "RL-71", fires: "attachment", host: "10.1.2.3" } }, "none", "clear", []],
    ["a link to a share in a document", { load: { ...unc, vector: "RL-71", fires: "click" } }, "none", "clear", []],
    ["a web picture of a document, with a token", { token: proven, load: { vector: "RL-71", fires: "attachment" } }, "none", "clear", []],
    ["a file share from a correspondent", { load: unc, before: { ...years, writtenTo: true }, whole: { ...years, writtenTo: true } }, "none", "clear", []],
  ];
  for (const [what, wish, trackingClass, verdict, rules] of cases) {
    test(what, () => {
      const conclusion = conditions.conclude(evidence(wish));
      assert.deepEqual(
        [conclusion.trackingClass, conclusion.verdict, conclusion.findings.map(({ rule }) => rule)],
        [trackingClass, verdict, rules],
      );
      assert.ok(conclusion.classReasons.length > 0, "a class without a reason");
      assert.ok(
        conclusion.findings.every(({ reasons, title }) => reasons.length > 0 && title !== ""),
        "a finding without a reason",
      );
    });
  }
});
