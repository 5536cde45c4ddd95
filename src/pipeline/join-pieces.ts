/**
 * Puts messages together whose pieces are all in the case (message/partial, RFC 2046 5.2.2), after the mail was read and before
 * it is judged.
 *
 * What is joined follows from the pieces in the case alone, whatever scan brought them: what was joined before and whose
 * pieces are gone or have a better match is dropped, what is there stays without being read again. Pieces are read again where
 * they lie, by the reading step, so that a joined message is analysed like any other. A joined message that is a piece itself
 * is joined in turn, `limits.pieceLevelsMax` times.
 */
import { createHash } from "node:crypto";
import type { Sha256 } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { NotCovered } from "../case/answer.ts";
import { deliveredHere } from "../case/delivered-here.ts";
import { JOINED_SOURCE } from "../case/joined.ts";
import { type Piece, pieceSets } from "../cluster/piece-sets.ts";
import type { Join, JoinPiece, Slice, Source } from "../ports/mailbox.ts";
import type { ReadingOutcome, ReadingStep, ReadingTask } from "../ports/reading.ts";
import type { Batch, CaseStore, StoredPiece } from "../ports/store.ts";
import { demand } from "./store-failure.ts";

const SOURCE: Source = { path: JOINED_SOURCE, kind: "joined", size: 0, mtimeMs: 0, folder: "" };
/** Bytes of pieces that are held at once. */
const SLICE_BYTES = 16 * 1024 * 1024;
const SLICE_JOINS = 64;
/** Places of one piece that are tried. */
const PLACES_MAX = 3;
/** Readers by whom the pieces of one copy are told from those of another. */
const READERS_MAX = 5;

export interface JoinPorts {
  readonly store: CaseStore;
  readonly reading: ReadingStep;
}

export interface JoinRequest extends Omit<ReadingTask, "slice"> {
  /** Whether its places can be read in this run. */
  readonly isReachable: (source: Source) => boolean;
}

export async function joinPieces(ports: JoinPorts, request: JoinRequest): Promise<ReadingOutcome> {
  const nothing = { faults: 0, poisoned: 0 };
  const pieces = await readPieces(ports.store, request.isReachable);
  const known = new Set(await ports.store.joinedKeys());
  if (pieces.all.size === 0 && known.size === 0) return nothing;
  demand(await ports.store.beginSource(SOURCE, { state: "grown", fingerprint: "" }));
  const joining = new Joining(ports, request, known);
  const outcome = await joining.run(pieces);
  demand(await ports.store.applyBatch(joining.lastBatch()));
  demand(await ports.store.finishSource(SOURCE.path));
  return outcome;
}

/** What of a stored piece is remembered while all are matched: small, since there may be many. */
interface Candidate {
  readonly piece: Piece;
  readonly isFound: boolean;
  /** Where it can be read again in this run. */
  readonly places: StoredPiece["places"];
  readonly joinedFrom: StoredPiece["joinedFrom"];
}

interface Pieces {
  readonly all: ReadonlyMap<Sha256, Candidate>;
  readonly isCut: boolean;
}

async function readPieces(store: CaseStore, isReachable: JoinRequest["isReachable"]): Promise<Pieces> {
  const all = new Map<Sha256, Candidate>();
  for await (const stored of store.pieces()) {
    if (all.size >= limits.piecesMax) return { all, isCut: true };
    all.set(stored.record.sha256, candidateOf(stored, isReachable));
  }
  return { all, isCut: false };
}

function candidateOf({ record, places, joinedFrom }: StoredPiece, isReachable: JoinRequest["isReachable"]): Candidate {
  const { sha256, size, to, cc } = record;
  const delivered = deliveredHere(record);
  const { id, number, total } = record.piece ?? NO_PIECE;
  const addresses = delivered.length > 0 ? delivered : [...to, ...cc].map(({ address }) => address);
  const readers = addresses.slice(0, READERS_MAX);
  const sources = [...new Set(places.map(({ source }) => source.path))];
  return {
    piece: { sha256, bytes: size, id, number, total, readers, sources },
    isFound: places.length > 0 || joinedFrom.length === 0,
    places: places.filter(({ source }) => isReachable(source)).slice(0, PLACES_MAX),
    joinedFrom,
  };
}

const NO_PIECE = { id: "", number: 0, total: 0 };

/** A message that the pieces make. */
interface Planned {
  readonly join: Join;
  /** Of all pieces that are read for it. */
  readonly bytes: number;
}

/** A piece that is there: found (level 0), or put together so many times. */
interface Available extends Piece {
  readonly level: number;
  readonly source: Omit<JoinPiece, "sha256">;
}

class Joining {
  readonly #ports: JoinPorts;
  readonly #request: JoinRequest;
  /** Keys of what the case holds. */
  readonly #known: ReadonlySet<string>;
  readonly #wanted = new Map<string, Planned>();
  readonly #available = new Map<Sha256, Available>();
  readonly #wholeIds = new Set<string>();
  #bytes = 0;
  #isCut = false;
  #faults = 0;
  #poisoned = 0;

  constructor(ports: JoinPorts, request: JoinRequest, known: ReadonlySet<string>) {
    this.#ports = ports;
    this.#request = request;
    this.#known = known;
  }

  async run(first: Pieces): Promise<ReadingOutcome> {
    const { store } = this.#ports;
    this.#isCut = first.isCut;
    for (const { piece, places, isFound } of first.all.values()) {
      if (isFound) this.#available.set(piece.sha256, { ...piece, level: 0, source: { places, join: null } });
    }
    let pieces = first;
    for (let level = 1; level <= limits.pieceLevelsMax; level += 1) {
      const planned = this.#plan(level);
      const fresh = planned.filter(({ join }) => !this.#known.has(join.key));
      if (fresh.length > 0) {
        await this.#read(fresh);
        pieces = await readPieces(store, this.#request.isReachable);
      }
      if (planned.length === 0 || !this.#addJoined(pieces, level)) break;
    }
    return { faults: this.#faults, poisoned: this.#poisoned };
  }

  /** What was joined before and would not be any more; and what is not covered. */
  lastBatch(): Batch {
    return {
      source: SOURCE.path,
      slice: { start: 0, end: 0, done: true, atSourceEnd: false },
      items: [],
      notCovered: this.#notCovered(),
      dropped: [...this.#known].filter((key) => !this.#wanted.has(key)),
    };
  }

  /** False when none of what was joined on this level is a piece. */
  #addJoined({ all }: Pieces, level: number): boolean {
    const before = this.#available.size;
    for (const { piece, joinedFrom } of all.values()) {
      if (this.#available.has(piece.sha256)) continue;
      const planned = joinedFrom.map((from) => this.#wanted.get(keyOf(from))).find((one) => one !== undefined);
      if (planned === undefined) continue;
      const { join, bytes } = planned;
      this.#available.set(piece.sha256, { ...piece, bytes, level, source: { places: [], join } });
    }
    if (level === limits.pieceLevelsMax && this.#available.size > before) this.#isCut = true;
    return this.#available.size > before;
  }

  /** Sets with a piece of the level below: the others were found before. */
  #plan(level: number): readonly Planned[] {
    const planned: Planned[] = [];
    const byId = Map.groupBy(this.#available.values(), ({ id }) => id);
    for (const id of [...byId.keys()].sort()) {
      const group = byId.get(id) ?? [];
      // Without an id nothing says what belongs together.
      if (id === "" || !group.some((piece) => piece.level === level - 1)) continue;
      const { sets, isCut } = pieceSets(group, (piece) => this.#available.get(piece.sha256)?.level === level - 1);
      this.#isCut ||= isCut;
      if (sets.length > 0) this.#wholeIds.add(id);
      planned.push(...sets.flatMap((set) => this.#take(set)));
    }
    return planned;
  }

  #take(set: readonly Piece[]): readonly Planned[] {
    const bytes = set.reduce((sum, piece) => sum + piece.bytes, 0);
    const fits =
      this.#wanted.size < limits.joinedMax &&
      bytes <= limits.joinedBytesMax &&
      this.#bytes + bytes <= limits.joinedTotalBytesMax;
    if (!fits) {
      this.#isCut = true;
      return [];
    }
    this.#bytes += bytes;
    const pieces = set.map(({ sha256 }) => ({ sha256, ...this.#sourceOf(sha256) }));
    const planned = { join: { key: keyOf(set.map(({ sha256 }) => sha256)), pieces }, bytes };
    this.#wanted.set(planned.join.key, planned);
    return [planned];
  }

  #sourceOf(sha256: Sha256): Available["source"] {
    return this.#available.get(sha256)?.source ?? { places: [], join: null };
  }

  async #read(fresh: readonly Planned[]): Promise<void> {
    const { owners, boundary = [] } = this.#request;
    const { store, reading } = this.#ports;
    const tasks = async function* (): AsyncGenerator<ReadingTask> {
      for (const slice of slicesOf(fresh)) yield { slice, owners, boundary };
    };
    const outcome = await reading.run(tasks(), async ({ batch }) => demand(await store.applyBatch(batch)));
    this.#faults += outcome.faults;
    this.#poisoned += outcome.poisoned;
  }

  #notCovered(): readonly NotCovered[] {
    const ids = new Set([...this.#available.values()].map(({ id }) => id));
    const missing = [...ids].filter((id) => id !== "" && !this.#wholeIds.has(id)).length;
    return [
      ...(missing > 0 ? [gap("pieces-missing", missingSentence(missing))] : []),
      ...(this.#isCut ? [gap("pieces-limit", CUT)] : []),
    ];
  }
}

function keyOf(pieces: readonly Sha256[]): string {
  return createHash("sha256").update(pieces.join()).digest("hex");
}

/** In order; a slice's messages share what is read again for them. */
function* slicesOf(all: readonly Planned[]): Generator<Slice> {
  let joins: Join[] = [];
  let bytes = 0;
  let start = 0;
  const take = (): Slice => {
    const slice = { source: SOURCE, start, end: start + joins.length, files: [], bytes: 0, joins };
    start = slice.end;
    joins = [];
    bytes = 0;
    return slice;
  };
  for (const planned of all) {
    if (joins.length > 0 && (joins.length === SLICE_JOINS || bytes + planned.bytes > SLICE_BYTES)) yield take();
    joins.push(planned.join);
    bytes += planned.bytes;
  }
  if (joins.length > 0) yield take();
}

function gap(code: string, sentence: string): NotCovered {
  return { path: SOURCE.path, code, message: `${SOURCE.path} ${sentence}` };
}

function missingSentence(count: number): string {
  const what = count === 1 ? "one message was" : `${count} messages were`;
  return `${what} sent in pieces of which not all are in this case, so only the pieces were searched, each by itself. If the rest lies in another mailbox, scan that too.`;
}

const CUT =
  "more messages may lie in pieces than were put together: there were too many pieces, or too many that claim the same place in a message. Each piece was searched by itself. That many are a reason to look.";
