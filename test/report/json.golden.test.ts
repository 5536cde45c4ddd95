import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { campaignJson, loadJson, messageJson, personJson } from "../../src/report/json.ts";
import { campaign, lure, people } from "./fixture.ts";
import { golden } from "./golden.ts";

const [person] = people;
assert.ok(person !== undefined);

describe("stable JSON (DESIGN 5)", () => {
  test("messages", (t) => golden(t, pretty(messageJson(lure)), "message.json"));
  test("loads", (t) => golden(t, pretty(loadJson(lure)), "loads.json"));
  test("campaigns", (t) =>
    golden(t, pretty(campaignJson({ ...campaign, links: campaign.links.slice(15) })), "campaign.json"));
  test("people", (t) => golden(t, pretty(personJson(person)), "person.json"));

  // biome-ignore format: a table reads by column
  const fields: readonly (readonly [name: string, value: object, keys: string])[] = [
    ["message",  messageJson(lure),                  "sha256 messageId date from to subject status anomalies piece joinedInto joinedFrom locations verdict findings tracking campaign secondCopies"],
    ["location", messageJson(lure).locations[0] ?? {}, "path offset length folder flags labels marks sha256"],
    ["finding",  messageJson(lure).findings[0] ?? {}, "rule title severity about techniques undetermined spans"],
    ["tracking", messageJson(lure).tracking,         "class loads"],
    ["load",     messageJson(lure).tracking.loads[0] ?? {}, "vector url host hidden token view span proof"],
    ["token",    messageJson(lure).tracking.loads[0]?.token ?? {}, "kind value detail"],
    ["campaign", campaignJson(campaign),             "id title verdict messages people first last links indicators techniques assessment formerly descriptions perhapsOneMaker"],
    ["link",     campaignJson(campaign).links[0] ?? {}, "from to kind value weight why"],
    ["person",   personJson(person),                 "id name addresses role messages first last exposure onRoster groups household accounts campaigns"],
    ["exposure", personJson(person).exposure,        "level likelihood reasons disclosed notDisclosed"],
  ];
  for (const [name, value, keys] of fields) {
    test(`${name} has its fields, in order`, () => assert.equal(Object.keys(value).join(" "), keys));
  }

  test("comparison's token replaces the reader's", () => {
    assert.deepEqual(
      messageJson(lure).tracking.loads.map(({ token }) => token.kind),
      ["decoded", "proven"],
    );
  });

  test("before the first judging, verdict and class are null", () => {
    const json = messageJson({ ...lure, judgement: null });
    assert.deepEqual([json.verdict, json.tracking.class, json.campaign, json.findings], [null, null, null, []]);
  });
});

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
