/** `show ID`: opens one of anything: a message by hash or a prefix of it, a campaign, a person. */
import type { WorldEvent } from "../assessment/world-events.ts";
import type { Description } from "../case/hunting-profile.ts";
import { masked } from "../people/masked.ts";
import { type AssessedCampaign, assessCampaigns } from "../pipeline/assess-campaigns.ts";
import { describeCampaigns } from "../pipeline/describe-campaigns.ts";
import { campaignNamed } from "../pipeline/hand-sides.ts";
import { proofViewsOf } from "../pipeline/proof-views.ts";
import { rosterIndexOf, ruleFilesOf } from "../pipeline/report-model.ts";
import type { CaseStore } from "../ports/store.ts";
import { assessmentLines } from "../report/assessment-text.ts";
import { campaignText, MESSAGES_LISTED_MAX } from "../report/campaign-text.ts";
import { commandLine, type Invocation } from "../report/command-line.ts";
import { descriptionLines } from "../report/description-words.ts";
import { campaignJson, messageJson, personJson } from "../report/json.ts";
import { messageText } from "../report/message-text.ts";
import { personText } from "../report/person-text.ts";
import { forTerminal } from "../report/printable.ts";
import { timingLines } from "../report/timing-text.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule } from "./command-module.ts";
import { EVENTS_FLAG, readEvents } from "./events-file.ts";
import { invocationOf } from "./invocation.ts";
import { complain, EXIT, out, outJson } from "./output.ts";
import { refreshPeople } from "./people-files.ts";
import { whatShips } from "./what-ships.ts";

export const showCommand: CommandModule = {
  command: {
    name: "show",
    operands: "ID",
    arity: [1, 1],
    summary: "open one message, campaign, person, document or statement",
    about: [
      "ID is a message's SHA-256 or the first 6 or more digits of it, a campaign (c-…), a person (p-…), a document (d-…) or a",
      "statement (a-…) of the public record.",
    ],
    flags: [EVENTS_FLAG],
  },
  run: async (args, machine) => {
    const folder = caseFolder(args, machine);
    const id = args.operands[0] ?? "";
    const fault = /^[cp]-/.test(id) ? await refreshPeople(folder, args, machine) : null;
    if (fault !== null) return fault;
    return withCase(folder, "read", async (store) => {
      const invocation = invocationOf(args, machine);
      const events = readEvents(args);
      if (!events.ok) {
        complain(events.error);
        return EXIT.FAULT;
      }
      const shown = await find(store, id, { events: events.value, invocation });
      if (shown === null) {
        complain(
          `nothing, or more than one thing, has the id ${forTerminal(id).slice(0, 80)}. Ids are listed by ${commandLine("messages", invocation)}, campaigns, people and intel list.`,
        );
        return EXIT.FAULT;
      }
      if (args.switches.has("json")) outJson(shown.json);
      else out(shown.text);
      return EXIT.NOTHING_FOUND;
    });
  },
};

function campaignDetail(assessed: AssessedCampaign | undefined, descriptions: readonly Description[]): string {
  if (assessed === undefined) return "";
  const { assessment, evidence } = assessed;
  return `${[...assessmentLines(assessment), ...timingLines(evidence.timing), ...descriptionLines(descriptions)].join("\n")}\n`;
}

async function find(
  store: CaseStore,
  id: string,
  { events, invocation }: { readonly events: readonly WorldEvent[] | null; readonly invocation: Invocation },
): Promise<{ readonly json: unknown; readonly text: string } | null> {
  if (id.startsWith("c-")) {
    const found = campaignNamed(await store.campaigns(), id);
    if (found === undefined) return null;
    const index = await rosterIndexOf(store);
    const campaign = masked(found, index);
    const gathered = await assessCampaigns(store, [found], events, whatShips);
    const [assessed] = masked(gathered, index);
    const descriptions = masked((await describeCampaigns(store, gathered)).get(found.id) ?? [], index);
    const messages = await Promise.all(
      campaign.messages.slice(0, MESSAGES_LISTED_MAX).map((one) => store.message(one)),
    );
    const listed = messages.filter((message) => message !== null);
    const parts = { people: await store.people(), messages: masked(listed, index) };
    const text = campaignText(campaign, parts) + campaignDetail(assessed, descriptions);
    return { json: campaignJson(campaign, assessed, descriptions), text };
  }
  if (id.startsWith("p-")) {
    const person = (await store.people()).find((one) => one.id === id);
    return person === undefined ? null : { json: personJson(person), text: personText(person) };
  }
  if (/^[da]-/.test(id)) {
    const { showRecord } = await import("./show-record.ts");
    return showRecord(store, id);
  }
  const stored = await store.message(id.toLowerCase());
  if (stored === null) return null;
  const owners = new Set((await store.owners()).addresses);
  const [proofs, files] = [await proofViewsOf(store, stored, owners), await ruleFilesOf(store)];
  return { json: messageJson(stored), text: messageText(stored, proofs, files, invocation) };
}
