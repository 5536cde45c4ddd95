/** What the report shows beside facts: an assessment with intelligence and events, advice for three people, all invented. */
import { chooseAdvice } from "../../src/advice/choose.ts";
import type { Audience, FindingCode } from "../../src/advice/situation.ts";
import { assess } from "../../src/assessment/assess.ts";
import type { CampaignEvidence } from "../../src/assessment/evidence.ts";
import { timingOf } from "../../src/assessment/timing.ts";
import { parseWorldEvents } from "../../src/assessment/world-events.ts";
import type { Campaign, Person } from "../../src/case/judgement.ts";
import { adviceJson } from "../../src/report/advice-json.ts";
import type { CaseAdviceView } from "../../src/report/advice-text.ts";
import { assessmentJson } from "../../src/report/assessment-json.ts";
import type { CampaignPage } from "../../src/report/model.ts";
import { at, covertNews } from "../assessment/fixture.ts";

const days = ["2021-01-19", "2021-01-21", "2021-01-26", "2021-01-28", "2021-02-02", "2021-02-04", "2021-03-15"];
const events = parseWorldEvents(
  "2021-01-17,The chamber debates the port treaty,vote\n2021-03-14,Sanctions are announced,sanction\n2021-10-01,A summit,",
).events;

export const campaignEvidence: CampaignEvidence = {
  ...covertNews,
  mailboxes: 41,
  sharedRole: { role: "committee", chosen: 3, chosenWithRole: 3, all: 40, allWithRole: 6, chance: 0.002 },
  timing: timingOf(
    days.map((day) => at(`${day}T08:12:00Z`)),
    { events, period: { first: at("2015-01-01T00:00:00Z"), last: at("2021-12-31T00:00:00Z") }, tried: 1 },
  ),
  intel: {
    groups: [
      { name: "Paper Lantern", standing: "accused", techniques: [] },
      { name: "Gray Ferry", standing: "known", techniques: [] },
    ],
    matches: [
      {
        value: "img.daily-digest.example",
        kind: "indicator",
        group: "Paper Lantern",
        source: "advisory.txt, line 14",
        date: null,
        isOfficial: true,
        isShared: false,
      },
    ],
  },
};

export const assessment = assess(campaignEvidence);

export function pageOf({ messages, people, first, last }: Campaign): CampaignPage {
  return {
    assessment: assessmentJson({ assessment, evidence: campaignEvidence }),
    lures: messages.slice(0, 2).map((sha256) => ({
      sha256,
      date: first,
      from: "The Morning Digest <editor@daily-digest.example>",
      subject: "The Morning Digest: what the new law means",
      preview: "Good morning. Today: what the new law means for you, in five minutes.",
    })),
    luresTotal: 6,
    infrastructure: [
      { role: "sender domain", value: "daily-digest.example", messages: 17, first, last },
      { role: "host of loads", value: "img.daily-digest.example", messages: 17, first, last },
    ],
    targets: people.map((person, index) => ({ person, messages: 6 - index })),
    lookedAt: messages.length,
  };
}

/** `findings` of everybody. */
export function adviceFor(people: readonly Person[], findings: readonly FindingCode[]): CaseAdviceView {
  const view = (audience: Audience) => {
    const situation = { findings: new Set(findings), audience, country: "GB", self: new Set(["press"] as const) };
    return { situation, chosen: chooseAdvice(situation) };
  };
  return {
    organisation: view("organisation"),
    it: view("it"),
    people: people.map((person) => ({ person, ...view("person") })),
  };
}

export function adviceJsonFor(people: readonly Person[], findings: readonly FindingCode[]) {
  return adviceJson(adviceFor(people, findings), null).advice;
}
