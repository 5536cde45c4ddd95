/**
 * Who tracks this mailbox: for each tracker its mail by year, whom it reaches, and what its loads tell it.
 *
 * One pass over the tracked mail; memory is an entry per tracker, of which there are few beside messages.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Judgement, TrackingClass } from "../case/judgement.ts";
import type { LoadRecord, MessageRecord } from "../case/record.ts";
import { readersOf } from "../cluster/readers.ts";
import { domainOf, fromAddress } from "../cluster/sender.ts";
import type { CaseStore, MessageQuery, StoredMessage } from "../ports/store.ts";
import { judgedLoads } from "../report/judged-loads.ts";
import type { Tracker } from "../report/model.ts";

/** Trackers that are told apart; what comes later in the case than so many others is summed in one row of its class. */
const TRACKERS_MAX = 20_000;
/** Distinct senders, readers and hosts counted of each. */
const COUNTED_MAX = 10_000;
const HOSTS_MAX = 3;

const TRACKED: readonly TrackingClass[] = ["covert", "unexplained", "commercial"];

/** The trackers of the messages that `query` asks for: not commercial ones first, then by messages, then by name. */
export async function trackersOf(store: CaseStore, query: MessageQuery = {}): Promise<readonly Tracker[]> {
  const wanted = query.classes ?? TRACKED;
  const owners = new Set((await store.owners()).addresses);
  const rows = new Map<string, Row>();
  for await (const stored of store.messages({ ...query, classes: wanted.filter((one) => one !== "none") })) {
    noteMessage(rows, stored, owners);
  }
  return [...rows.values()].map((row) => row.tracker()).sort(byWeight);
}

function noteMessage(rows: Map<string, Row>, stored: StoredMessage, owners: ReadonlySet<string>): void {
  const { record, judgement } = stored;
  if (judgement === null || judgement.trackingClass === "none") return;
  const loads = new Map<Row, LoadRecord[]>();
  for (const load of judgedLoads(stored)) {
    if (load.fires !== "open" || load.token.kind === "none") continue;
    const row = rowOf(rows, judgement, load);
    const own = loads.get(row);
    if (own === undefined) loads.set(row, [load]);
    else own.push(load);
  }
  for (const [row, own] of loads) row.add(record, own, readersOf(record, owners));
}

/** Commercial mail's loads count for the service that sent it, whatever name they stand under; others for their domain. */
function rowOf(rows: Map<string, Row>, { service, trackingClass }: Judgement, load: LoadRecord): Row {
  const isService = trackingClass === "commercial" && service !== "";
  const name = isService ? service : load.domain;
  const key = `${trackingClass} ${isService} ${name}`;
  const row = rows.get(key);
  if (row !== undefined) return row;
  if (rows.size < TRACKERS_MAX) return fresh(rows, key, new Row(name, isService, trackingClass));
  const others = `${trackingClass} others`;
  return rows.get(others) ?? fresh(rows, others, new Row("others", false, trackingClass));
}

function fresh(rows: Map<string, Row>, key: string, row: Row): Row {
  rows.set(key, row);
  return row;
}

class Row {
  readonly #name: string;
  readonly #isService: boolean;
  readonly #class: TrackingClass;
  #messages = 0;
  #loads = 0;
  #hidden = 0;
  readonly #tokens = { decoded: 0, proven: 0, likely: 0 };
  #first: EpochMs | null = null;
  #last: EpochMs | null = null;
  readonly #years = new Map<number, number>();
  readonly #senders = new Set<string>();
  readonly #readers = new Set<string>();
  readonly #hosts = new Map<string, number>();

  constructor(name: string, isService: boolean, trackingClass: TrackingClass) {
    this.#name = name;
    this.#isService = isService;
    this.#class = trackingClass;
  }

  add(record: MessageRecord, loads: readonly LoadRecord[], readers: readonly string[]): void {
    this.#messages += 1;
    this.#noteDate(record.date);
    note(this.#senders, domainOf(fromAddress(record)));
    for (const reader of readers) note(this.#readers, reader);
    for (const { token, hidden, host } of loads) {
      this.#loads += 1;
      if (hidden) this.#hidden += 1;
      if (token.kind !== "none") this.#tokens[token.kind] += 1;
      const seen = this.#hosts.get(host);
      if (seen !== undefined || this.#hosts.size < COUNTED_MAX) this.#hosts.set(host, (seen ?? 0) + 1);
    }
  }

  #noteDate(date: EpochMs | null): void {
    if (date === null) return;
    if (this.#first === null || date < this.#first) this.#first = date;
    if (this.#last === null || date > this.#last) this.#last = date;
    const year = new Date(date).getUTCFullYear();
    this.#years.set(year, (this.#years.get(year) ?? 0) + 1);
  }

  tracker(): Tracker {
    const hosts = [...this.#hosts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([host]) => host);
    return {
      name: this.#name,
      isService: this.#isService,
      trackingClass: this.#class,
      messages: this.#messages,
      senders: this.#senders.size,
      readers: this.#readers.size,
      loads: this.#loads,
      hidden: this.#hidden,
      tokens: { ...this.#tokens },
      first: this.#first,
      last: this.#last,
      years: [...this.#years].sort(([a], [b]) => a - b).map(([year, messages]) => ({ year, messages })),
      hosts: hosts.slice(0, HOSTS_MAX),
      hostCount: hosts.length,
    };
  }
}

function note(set: Set<string>, value: string): void {
  if (value !== "" && set.size < COUNTED_MAX) set.add(value);
}

function byWeight(a: Tracker, b: Tracker): number {
  const order = TRACKED.indexOf(a.trackingClass) - TRACKED.indexOf(b.trackingClass);
  return order || b.messages - a.messages || (a.name < b.name ? -1 : 1);
}
