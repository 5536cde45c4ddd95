/**
 * What of a ledger may leave this machine, in a bundle or a report: without the places of files here, without names of persons, and within the
 * traffic light that was asked for. Pure.
 */
import type { LedgerDocument, LedgerStatement } from "../../case/ledger.ts";
import { withoutNames } from "../without-names.ts";
import { isAtMost, type Level, levelOf, strictestOf } from "./traffic-lights.ts";

export interface Outward {
  readonly documents: readonly LedgerDocument[];
  /** Left out, since their light is stricter or is none that is known. */
  readonly leftOut: readonly LedgerDocument[];
}

/** What may be handed on at all: RED is for those who were told, and goes out only when it is asked for. */
const STRICTEST_UNASKED: Level = "AMBER+STRICT";

/** `level`: the strictest light that may go out, which those without one then bear; null for all but RED, as they are. */
export function outwardOf(documents: readonly LedgerDocument[], level: Level | null): Outward {
  const may = (one: LedgerDocument): boolean => {
    if (one.tlp === "") return true;
    const own = levelOf(one.tlp);
    return own !== null && isAtMost(own, level ?? STRICTEST_UNASKED);
  };
  const nameOf = sourceNames();
  return {
    documents: documents.filter(may).map((one) => ({
      ...withoutNames(one),
      source: one.source.startsWith("letterlock:") ? one.source : nameOf(one.source),
      tlp: one.tlp === "" && level !== null ? `TLP:${level}` : one.tlp,
    })),
    leftOut: documents.filter((one) => !may(one)),
  };
}

/** Files of one name in two folders stay two sources: revisions of one source replace each other. */
function sourceNames(): (source: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (source) => {
    const known = given.get(source);
    if (known !== undefined) return known;
    const name = fileName(source);
    let own = name;
    for (let number = 2; taken.has(own); number += 1) own = `${name} (${number})`;
    taken.add(own);
    given.set(source, own);
    return own;
  };
}

/** A ledger that somebody sent, as one document here: its bytes are the bundle's, and each statement keeps who published it and when. */
export function received(bundle: LedgerDocument, documents: readonly LedgerDocument[]): LedgerDocument {
  return {
    ...bundle,
    tlp: strictestOf([bundle.tlp, ...documents.map(({ tlp }) => tlp)]),
    statements: documents.flatMap((one) => one.statements.map((statement) => ofSender(statement, one))),
    aliases: documents.flatMap((one) => one.aliases),
    indicators: documents.flatMap((one) => one.indicators),
    techniques: documents.flatMap((one) => one.techniques),
    quantities: documents.flatMap((one) => one.quantities),
    actors: documents.flatMap((one) => one.actors),
    targets: documents.flatMap((one) => one.targets),
  };
}

function ofSender(statement: LedgerStatement, { title, publisher, date }: LedgerDocument): LedgerStatement {
  const { assertion, source } = statement;
  const published =
    date === null ? null : { from: date, until: null, words: new Date(date).toISOString().slice(0, 10) };
  return {
    ...statement,
    publisher: statement.publisher || publisher,
    source: source || title,
    // That a primary text was read is the sender's word, and would stand here as ours.
    mark: "",
    assertion: { ...assertion, date: assertion.date ?? published },
  };
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
