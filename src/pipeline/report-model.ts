/** Gathers what the report shows from the case: the model is small whatever the size of the case. */

import { domainOf, fromAddress } from "../cluster/sender.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import type { ReportModel, ServiceCount } from "../report/model.ts";
import { serviceNamed } from "../signals/service-urls.ts";
import { answerOf } from "./answer.ts";

/** Messages of interest, and messages read incompletely, that the report lists. */
const LISTED_MAX = 500;
const INCOMPLETE_MAX = 200;

export async function reportModel(
  store: CaseStore,
  about: { readonly toolVersion: string; readonly caseFolder: string; readonly generatedAt: string },
): Promise<ReportModel> {
  const { answer, campaigns, people } = await answerOf(store, 0);
  const hostile = await listed(store.messages({ verdicts: ["hostile"], limit: LISTED_MAX }));
  const room = LISTED_MAX - hostile.length;
  const suspicious = room > 0 ? await listed(store.messages({ verdicts: ["suspicious"], limit: room })) : [];
  return {
    answer,
    months: await store.months(),
    campaigns,
    people,
    messages: [...hostile, ...suspicious],
    messagesTotal: answer.verdicts.hostile + answer.verdicts.suspicious,
    incomplete: await listed(store.messages({ statuses: ["partial", "unparseable"], limit: INCOMPLETE_MAX })),
    services: await servicesOf(store),
    ...about,
  };
}

async function listed(messages: AsyncIterable<StoredMessage>): Promise<readonly StoredMessage[]> {
  return Array.fromAsync(messages);
}

/** Bulk services of commercial mail, largest first; what came without a known service is summed as one row. */
async function servicesOf(store: CaseStore): Promise<readonly ServiceCount[]> {
  const rows = new Map<string, { messages: number; readonly senders: Set<string> }>();
  for await (const { record, judgement } of store.messages({ classes: ["commercial"] })) {
    const name = judgement?.service || "other steady senders";
    const row = rows.get(name) ?? { messages: 0, senders: new Set() };
    row.messages += 1;
    row.senders.add(domainOf(fromAddress(record)));
    rows.set(name, row);
  }
  return [...rows]
    .map(([name, { messages, senders }]) => ({
      name,
      messages,
      senders: senders.size,
      reveals: serviceNamed(name)?.reveals ?? "",
    }))
    .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
}
