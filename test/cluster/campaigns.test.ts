import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { groupCampaigns, type Member } from "../../src/cluster/campaigns.ts";
import { recordOf } from "../support/record.ts";

function member(name: string, from: string, trackerDomains: readonly string[], textPrint = ""): Member {
  return {
    record: recordOf({ name, from, on: "2021-01-19", content: { textPrint } }),
    trackerDomains,
    account: null,
    own: false,
  };
}

describe("campaigns", () => {
  test("one chain of shared senders, trackers and texts is one campaign, each link with its reason", () => {
    const members = [
      member("1", "a@one.example", ["t.example"]),
      member("2", "b@two.example", ["t.example"], "print"),
      member("3", "c@three.example", ["u.example"], "print"),
      member("4", "d@four.example", ["v.example"]),
    ];
    const [group, ...more] = groupCampaigns(members, new Set());
    assert.equal(more.length, 0);
    assert.deepEqual(
      group?.members.map(({ record }) => record.messageId),
      members.slice(0, 3).map(({ record }) => record.messageId),
    );
    assert.deepEqual(
      group?.links.map(({ kind, value }) => [kind, value]),
      [
        ["load-domain", "t.example"],
        ["text-print", "print"],
      ],
    );
  });
  test("a domain that harmless senders share ties nothing", () => {
    const members = [member("1", "a@one.example", ["bulk.example"]), member("2", "b@two.example", ["bulk.example"])];
    assert.deepEqual(groupCampaigns(members, new Set(["bulk.example"])), []);
    assert.equal(groupCampaigns(members, new Set()).length, 1);
  });
  test("one account under two names ties, unless harmless mail came from it too, or our own people passed it on", () => {
    const account = "mailwing/return-path/17";
    const members = [member("1", "a@one.example", []), member("2", "b@two.example", [])].map((one) => ({
      ...one,
      account,
    }));
    assert.deepEqual(
      groupCampaigns(members, new Set())[0]?.links.map(({ kind }) => kind),
      ["account"],
    );
    assert.deepEqual(groupCampaigns(members, new Set([account])), []);
    const forwards = members.map((one) => ({ ...one, own: true }));
    assert.deepEqual(groupCampaigns(forwards, new Set()), []);
  });
  test("a free-mail provider ties nothing", () => {
    assert.deepEqual(groupCampaigns([member("1", "a@gmail.com", []), member("2", "b@gmail.com", [])], new Set()), []);
  });
  test("the id comes from the first message: more mail keeps it", () => {
    const members = ["1", "2", "3"].map((name) => member(name, "a@one.example", []));
    const two = groupCampaigns(members.slice(0, 2), new Set());
    assert.match(two[0]?.id ?? "", /^c-[0-9a-f]{8}$/);
    assert.equal(two[0]?.id, groupCampaigns(members, new Set())[0]?.id);
  });
  test("linear: 20,000 messages of one campaign", () => {
    const members = Array.from({ length: 20_000 }, (_, n) => member(`${n}`, "a@one.example", ["t.example"]));
    assert.equal(groupCampaigns(members, new Set())[0]?.members.length, 20_000);
  });
});
