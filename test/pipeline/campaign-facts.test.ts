import assert from "node:assert/strict";
import { test } from "node:test";
import { type CampaignMember, campaignOf, toldOf } from "../../src/pipeline/campaign-facts.ts";
import { recordOf } from "../support/record.ts";

const TIED = { id: "c-00000001", links: [], formerly: [], perhapsOneMaker: [], course: [] };

function member(name: string, messageId: string, own: boolean): CampaignMember {
  const told = toldOf(recordOf({ name, messageId }), []);
  return { told, sightings: [], judgement: null, people: [], own };
}

test("a forward that lies with its sender and with its reader is one", () => {
  const lure = member("lure", "lure@spy.example", false);
  const sent = member("sent", "forward@office.example", true);
  const received = member("received", "forward@office.example", true);
  const factsOf = (...members: readonly CampaignMember[]) => campaignOf(TIED, members).facts.join("\n");
  assert.match(factsOf(lure, sent, received), /forwarded by your own people \(1 message, found in 2 copies\)/);
  assert.match(factsOf(lure, sent), /forwarded by your own people \(1 message\)/);
  assert.match(factsOf(lure, member("a", "", true), member("b", "", true)), /\(2 messages\)/);
});
