/**
 * Which pieces make a message (message/partial, RFC 2046 5.2.2): the same id, all numbers from 1 to a total that one of them
 * tells.
 *
 * An attacker can send a number twice, tell several totals, or use an id again. A number that several pieces bear is tried with
 * each of them: beside a piece are put those of the other numbers that lie nearest (same readers, same source), and where
 * several are as near, each. So every piece is in some message where its set is whole, up to `limits.joinedPerIdMax`.
 * Depends on the pieces alone, not on their order. Pure.
 */

import type { Sha256 } from "../base/brand.ts";
import { limits } from "../base/limits.ts";

export interface Piece {
  readonly sha256: Sha256;
  /** Of the raw message, and of all that must be read for it. */
  readonly bytes: number;
  readonly id: string;
  /** From 1; 0 when it is not said. */
  readonly number: number;
  /** 0 when it is not said. */
  readonly total: number;
  /** Addresses of its readers, lower case. */
  readonly readers: readonly string[];
  /** Paths of the sources that it lies in. */
  readonly sources: readonly string[];
}

export interface PieceSets {
  /** By number, from 1. */
  readonly sets: readonly (readonly Piece[])[];
  /** There are, or may be, more sets than are given. */
  readonly isCut: boolean;
}

/** Of pieces with one id. A set has at least one of the pieces that `mustHold` is true for. */
export function pieceSets(pieces: readonly Piece[], mustHold: (piece: Piece) => boolean = () => true): PieceSets {
  const sorted = [...new Map(pieces.map((piece) => [piece.sha256, piece])).values()].sort(byHash);
  const numbers = unbroken(sorted);
  const told = new Set(sorted.map(({ total }) => total).filter((total) => total > 0 && total <= numbers.length));
  const collector = new Collector(mustHold);
  for (const total of [...told].sort((a, b) => a - b)) {
    if (!collector.isFull) collector.addSetsOf(candidatesOf(numbers, total));
  }
  const isTooLong = numbers.length === limits.pieceNumberMax && sorted.some(({ total }) => total > numbers.length);
  return { sets: [...collector.sets.values()], isCut: collector.isCut || isTooLong };
}

/** The pieces of each number, from 1 to the last before one that none bears. */
function unbroken(sorted: readonly Piece[]): readonly (readonly Piece[])[] {
  const byNumber = Map.groupBy(sorted, ({ number }) => number);
  const numbers: (readonly Piece[])[] = [];
  for (let number = 1; number <= limits.pieceNumberMax; number += 1) {
    const found = byNumber.get(number);
    if (found === undefined) break;
    numbers.push(found);
  }
  return numbers;
}

/** For each number those pieces that tell this total or none, else all that bear the number. */
function candidatesOf(numbers: readonly (readonly Piece[])[], asked: number): readonly (readonly Piece[])[] {
  return numbers.slice(0, asked).map((pieces) => {
    const fitting = pieces.filter(({ total }) => total === asked || total === 0);
    return fitting.length > 0 ? fitting : pieces;
  });
}

/** Pieces of one number that are tried; nearest first, so that more are only ever an attacker's. */
const CANDIDATES_MAX = 4 * limits.joinedPerIdMax;
/** Choices of pieces that are looked at: some are known already, or not wanted. */
const CHOICES_MAX = 16 * limits.joinedPerIdMax;

class Collector {
  readonly sets = new Map<string, readonly Piece[]>();
  isCut = false;
  /** No further set is taken. */
  isFull = false;
  #choices = 0;
  readonly #mustHold: (piece: Piece) => boolean;

  constructor(mustHold: (piece: Piece) => boolean) {
    this.#mustHold = mustHold;
  }

  addSetsOf(all: readonly (readonly Piece[])[]): void {
    if (all.some((candidates) => candidates.length > CANDIDATES_MAX)) this.isCut = true;
    const numbers = all.map((candidates) => candidates.slice(0, CANDIDATES_MAX));
    const used = new Set<Sha256>();
    for (const anchor of numbers.flat()) {
      if (used.has(anchor.sha256)) continue;
      const nearest = numbers.map((candidates) =>
        candidates.includes(anchor) ? [anchor] : nearestTo(anchor, candidates),
      );
      for (const set of choices(nearest)) {
        this.#add(set);
        if (this.isFull) return;
        for (const { sha256 } of set) used.add(sha256);
      }
    }
  }

  #add(set: readonly Piece[]): void {
    this.#choices += 1;
    const name = set.map(({ sha256 }) => sha256).join();
    const isWanted = set.some(this.#mustHold) && !this.sets.has(name);
    this.isFull = this.#choices > CHOICES_MAX || (isWanted && this.sets.size >= limits.joinedPerIdMax);
    if (this.isFull) this.isCut = true;
    else if (isWanted) this.sets.set(name, set);
  }
}

function nearestTo(anchor: Piece, candidates: readonly Piece[]): readonly Piece[] {
  if (candidates.length < 2) return candidates;
  const scores = candidates.map((candidate) => nearness(anchor, candidate));
  const best = Math.max(...scores);
  return candidates.filter((_, index) => scores[index] === best);
}

function nearness(one: Piece, other: Piece): number {
  return (shares(one.readers, other.readers) ? 2 : 0) + (shares(one.sources, other.sources) ? 1 : 0);
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((value) => other.includes(value));
}

/** Every way to take one of each, in order; whoever asks stops in time. */
function* choices(numbers: readonly (readonly Piece[])[]): Generator<readonly Piece[]> {
  const at = numbers.map(() => 0);
  for (;;) {
    yield numbers.flatMap((candidates, index) => candidates[at[index] ?? 0] ?? []);
    let index = numbers.length - 1;
    while (index >= 0 && (at[index] ?? 0) + 1 >= (numbers[index]?.length ?? 0)) at[index--] = 0;
    if (index < 0) return;
    at[index] = (at[index] ?? 0) + 1;
  }
}

function byHash(a: Piece, b: Piece): number {
  return a.sha256 < b.sha256 ? -1 : Number(a.sha256 > b.sha256);
}
