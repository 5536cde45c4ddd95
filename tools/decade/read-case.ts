/** What a judged case says, as far as scoring reads it. */
import type { CaseStore } from "../../src/ports/store.ts";
import type { Said, SaidMessage } from "./scoring.ts";

export async function saidOf(store: CaseStore): Promise<Said> {
  const messages: SaidMessage[] = [];
  for await (const { record, judgement } of store.messages({})) {
    if (judgement === null) continue;
    const { targeting, campaign } = judgement;
    const found = targeting === "suspicious" || targeting === "hostile";
    if (found || campaign !== null) messages.push({ sha256: record.sha256, found, campaign });
  }
  const people = (await store.people()).map(({ addresses, messages: of, exposure }) => ({
    addresses,
    messages: of.length,
    exposure,
  }));
  const makers = (await store.campaigns()).flatMap(({ id, perhapsOneMaker = [] }) =>
    perhapsOneMaker.flatMap(({ campaign }) => (id < campaign ? [[id, campaign] as const] : [])),
  );
  return { messages, people, makers };
}
