import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Person } from "../../src/case/judgement.ts";
import { exposureOf } from "../../src/exposure/exposure.ts";
import { campaignText } from "../../src/report/campaign-text.ts";
import { personJson } from "../../src/report/json.ts";
import {
  campaignHeading,
  campaignRows,
  loadHeading,
  loadRows,
  messageHeading,
  messageRow,
  personHeading,
  personRow,
} from "../../src/report/list-text.ts";
import { messageText } from "../../src/report/message-text.ts";
import { personText } from "../../src/report/person-text.ts";
import type { TerminalOptions } from "../../src/report/terminal.ts";
import { campaign, load, lure, model, people, proofs, record } from "./fixture.ts";
import { golden } from "./golden.ts";
import { hostileText, UNSEEN, withStrings } from "./hostile.ts";

const { messages } = model();
const parts = { people, messages };

function listing(options: TerminalOptions): string {
  return `${[
    messageHeading(options),
    ...messages.slice(15).map((stored) => messageRow(stored, options)),
    personHeading(options),
    ...people.map((person) => personRow(person, options)),
    campaignHeading(options),
    ...campaignRows(campaign, options),
    loadHeading(options),
    ...messages.slice(16).flatMap((stored) => loadRows(stored, options)),
  ].join("\n")}\n`;
}

describe("show ID", () => {
  test("message", (t) => golden(t, messageText(lure, proofs), "show-message.txt"));
  test("person", (t) => golden(t, people.map(personText).join("\n"), "show-person.txt"));
  test("campaign", (t) => golden(t, campaignText(campaign, parts), "show-campaign.txt"));

  test("a tie without a value of its own is said by its reason alone", () => {
    const links = campaign.links.map((link) => ({ ...link, value: "" }));
    assert.ok(links.length > 0);
    const text = campaignText({ ...campaign, links }, parts);
    assert.match(text, /What ties the messages together\n {2}- /);
    assert.doesNotMatch(text, /^\s*- , /m);
  });

  test("of a person without such mail only what was read is said", () => {
    const { exposure } = personJson({ ...people[0], exposure: exposureOf([]), messages: [] } as Person);
    assert.doesNotMatch(JSON.stringify(exposure), /did not arrive|Everything/);
    assert.match(exposure.disclosed.join(" "), /in what was read/);
  });

  test("a message that was not judged, and not read, is still shown", (t) => {
    const bare = record({
      status: "unparseable",
      subject: "",
      date: null,
      dateFrom: "none",
      to: [],
      loads: [],
      loadCount: 0,
    });
    golden(t, messageText({ record: bare, locations: [], judgement: null }), "show-message-bare.txt");
  });

  test("a rebuilt message says that its bytes are not the original ones", () => {
    const outlook = { container: "pst", fileSha256: "", messageClass: "IPM.Note", messageFlags: 1 } as const;
    const text = messageText({ ...lure, record: record({ fidelity: "rebuilt", outlook }) });
    assert.match(text, /rebuilt\s+from\s+an\s+Outlook\s+item\s+\(pst\)/);
    assert.doesNotMatch(messageText(lure), /rebuilt/);
  });

  test("ten thousand loads are counted, not listed", () => {
    const loads = Array.from({ length: 500 }, () => load());
    const text = messageText({ ...lure, record: record({ loads, loadCount: 10_000 }) });
    assert.match(text, /What it loads \(10,000, 500 of them kept\)/);
    assert.match(text, /and 460 more/);
  });
});

describe("listings", () => {
  test("rows", (t) => golden(t, listing({ color: false, width: 110 }), "lists.txt"));

  test("colour changes no word", () => {
    const coloured = listing({ color: true, width: 110 });
    assert.notEqual(coloured, stripVTControlCharacters(coloured));
    assert.equal(stripVTControlCharacters(coloured), listing({ color: false, width: 110 }));
  });
});

test("nothing of a case reaches the terminal raw", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
      let at = 0;
      const options = { color: false, width: 90 };
      const hostile = withStrings({ lure, person: people[0], campaign }, () => texts[at++ % texts.length] ?? "");
      const { person } = hostile;
      assert.ok(person !== undefined);
      const text = [
        messageText(hostile.lure),
        personText(person),
        campaignText(hostile.campaign, { people: [person], messages: [hostile.lure] }),
        messageRow(hostile.lure, options),
        personRow(person, options),
        ...campaignRows(hostile.campaign, options),
        ...loadRows(hostile.lure, options),
      ].join("\n");
      assert.doesNotMatch(text, UNSEEN);
      assert.doesNotMatch(text, /https?:\/\//i);
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 100) },
  );
});
