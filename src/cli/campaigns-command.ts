/**
 * `campaigns`: lists them; `cut`, `join`, `decisions`, `undo`: what people know better than any comparison, kept in the case and respected
 * from then on. After a decision the case is judged anew; the mail is not read again.
 */
import { HAND_DECISIONS_MAX, type HandDecision, type HandSide } from "../case/hand.ts";
import { masked } from "../people/masked.ts";
import { gravestFirst } from "../pipeline/answer.ts";
import { assessCampaigns } from "../pipeline/assess-campaigns.ts";
import { describeCampaigns } from "../pipeline/describe-campaigns.ts";
import { apart, sideOf } from "../pipeline/hand-sides.ts";
import { rosterIndexOf } from "../pipeline/report-model.ts";
import type { CaseStore } from "../ports/store.ts";
import { commandLine, type Invocation } from "../report/command-line.ts";
import { campaignJson } from "../report/json.ts";
import { campaignHeading, campaignRows, listFooter } from "../report/list-text.ts";
import { forTerminal } from "../report/printable.ts";
import { terminalOf } from "./answer-command.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { invocationOf } from "./invocation.ts";
import { judgeAgain } from "./judge-again.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { refreshPeople } from "./people-files.ts";
import { whatShips } from "./what-ships.ts";

const ACTIONS = ["list", "cut", "join", "decisions", "undo"] as const;
type Action = (typeof ACTIONS)[number];

export const campaignsCommand: CommandModule = {
  command: {
    name: "campaigns",
    operands: "[cut|join A B | decisions | undo N]",
    arity: [0, 3],
    summary: "list campaigns; take apart or join what you know better",
    about: [
      "Lists groups of messages of interest that are tied by what they share, each tie with its reason (show ID).",
      "",
      "A and B are a message (6 or more digits of its SHA-256) or a campaign (c-…):",
      "",
      "cut A B      they do not belong together: a message is taken out of a campaign, two campaigns or messages are kept apart.",
      "join A B     they belong together, whatever they share; a message that was not of interest becomes so.",
      "decisions    lists what was decided by hand, and undo N takes the Nth back.",
      "",
      "A decision is kept in the case, and the case is judged anew by it; the mail is not read again.",
    ],
    flags: [],
  },
  run(args, machine) {
    const [word = "list", ...operands] = args.operands;
    const action = ACTIONS.find((one) => one === word);
    if (action === undefined || operands.length !== OPERANDS[action]) {
      complain(
        `campaigns takes cut A B, join A B, decisions, undo N, or nothing, which lists them; not "${args.operands.join(" ").slice(0, 80)}".`,
      );
      return Promise.resolve(EXIT.FAULT);
    }
    const folder = caseFolder(args, machine);
    if (action === "list") return listNow(folder, args, machine);
    if (action === "decisions") return withCase(folder, "read", (store) => listDecisions(store, args));
    return withCase(folder, "write", (store) => decide(store, { action, operands }, args, machine));
  },
};

const OPERANDS: Readonly<Record<Action, number>> = { list: 0, cut: 2, join: 2, decisions: 0, undo: 1 };

async function listNow(folder: string, args: Arguments, machine: Machine): Promise<ExitCode> {
  const fault = await refreshPeople(folder, args, machine);
  return fault ?? withCase(folder, "read", (store) => list(store, args, machine));
}

async function list(store: CaseStore, args: Arguments, machine: Machine): Promise<ExitCode> {
  const campaigns = gravestFirst(await store.campaigns());
  if (args.switches.has("json")) {
    const [assessed, index] = [await assessCampaigns(store, campaigns, null, whatShips), await rosterIndexOf(store)];
    const descriptions = masked(await describeCampaigns(store, assessed), index);
    for (const one of masked(assessed, index)) {
      outJson(campaignJson(one.campaign, one, descriptions.get(one.campaign.id)));
    }
  } else {
    if (campaigns.length > 0) out(campaignHeading(terminalOf(machine)));
    for (const campaign of campaigns) for (const row of campaignRows(campaign, terminalOf(machine))) out(row);
    out(listFooter(campaigns.length));
  }
  return EXIT.NOTHING_FOUND;
}

async function listDecisions(store: CaseStore, args: Arguments): Promise<ExitCode> {
  const { byHand = [] } = await store.settings();
  for (const [index, { what, a, b }] of byHand.entries()) {
    if (args.switches.has("json")) outJson({ number: index + 1, what, a, b });
    else out(`${index + 1}  ${what}  ${shown(a)}  ${shown(b)}`);
  }
  if (!args.switches.has("json")) out(listFooter(byHand.length));
  return EXIT.NOTHING_FOUND;
}

function shown({ campaign, messages }: HandSide): string {
  return forTerminal(campaign ?? (messages[0] ?? "").slice(0, 12), 40);
}

interface Wish {
  readonly action: "cut" | "join" | "undo";
  readonly operands: readonly string[];
}

async function decide(store: CaseStore, wish: Wish, args: Arguments, machine: Machine): Promise<ExitCode> {
  const settings = await store.settings();
  const known = settings.byHand ?? [];
  const next =
    wish.action === "undo"
      ? without(known, wish.operands[0] ?? "", invocationOf(args, machine))
      : await withOne(store, known, wish);
  if (typeof next === "string") {
    complain(next);
    return EXIT.FAULT;
  }
  const saved = await store.saveSettings({ ...settings, byHand: next });
  const fault = saved.ok ? await judgeAgain(store, machine) : saved.error.message;
  if (fault !== null) {
    complain(fault);
    return EXIT.FAULT;
  }
  return list(store, args, machine);
}

/** A sentence where it cannot be. */
function without(
  known: readonly HandDecision[],
  number: string,
  invocation: Invocation,
): readonly HandDecision[] | string {
  const index = Number(number) - 1;
  if (known[index] === undefined)
    return `there is no decision ${number.slice(0, 12)}. See ${commandLine("campaigns decisions", invocation)}.`;
  return known.filter((_, nth) => nth !== index);
}

async function withOne(
  store: CaseStore,
  known: readonly HandDecision[],
  { action, operands }: Wish,
): Promise<readonly HandDecision[] | string> {
  const [one = "", other = ""] = operands;
  const sides = [await sideOf(store, one), await sideOf(store, other)];
  for (const [nth, side] of sides.entries()) {
    if (side === null)
      return `nothing, or more than one thing, has the id ${operands[nth]?.slice(0, 80)}. Nothing was changed.`;
  }
  const [first, second] = sides;
  if (first === null || second === null || first === undefined || second === undefined) return "nothing was named";
  const [a, b] = action === "cut" ? apart(first, second) : [first, second];
  if (a.messages.length === 0 || b.messages.length === 0 || a.messages.join() === b.messages.join()) {
    return "both are the same. Nothing was changed.";
  }
  if (known.length >= HAND_DECISIONS_MAX)
    return `there are ${HAND_DECISIONS_MAX} decisions already; take some back with undo N.`;
  const what = action === "cut" ? "cut" : "join";
  return [...known, { what, a, b }];
}
