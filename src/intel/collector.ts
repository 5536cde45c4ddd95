/** Gathers what one file gives: indicators, each once, and what could not be used, with the reason. */
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { IndicatorType, UnusableIndicator } from "../case/indicator.ts";
import { IndicatorList } from "../case/indicator-list.ts";
import { type Observable, observableOf } from "./observable.ts";
import { ValueTable } from "./value-table.ts";

/** What stands beside a value in its file. */
export interface Beside {
  readonly name?: string;
  readonly place: string;
  readonly from?: EpochMs | null;
  readonly until?: EpochMs | null;
  readonly groups?: readonly string[];
  /** Of the source's own; made from the value when absent. */
  readonly id?: string;
}

const TEXT_CHARS = 200;
const GROUPS_MAX = 10;

export class Collector {
  readonly indicators: IndicatorList;
  readonly unusable: UnusableIndicator[] = [];
  unusableCount = 0;
  /** Place among the indicators by value. */
  readonly #known = new Map<IndicatorType, ValueTable>();

  /** `fileHash`: names the file in the ids of what it holds. */
  constructor(fileHash: string) {
    this.indicators = new IndicatorList(fileHash);
  }

  /** The same value of the same file counts once. */
  add(type: IndicatorType, value: string, beside: Beside): void {
    const known = this.#knownOf(type);
    const { length } = this.indicators;
    if (value.length > limits.patternCharsMax || length >= limits.indicatorsMax) {
      if (known.get(value) !== undefined) return;
      this.reject(value, beside.place, `there are more than ${limits.indicatorsMax} indicators, or it is too long`);
      return;
    }
    if (known.place(value, length) !== length) return;
    const { name = "", place, from = null, until = null, groups = [] } = beside;
    this.indicators.push({ id: beside.id ?? null, type, value, name, place, from, until, groups: groupsOf(groups) });
  }

  #knownOf(type: IndicatorType): ValueTable {
    let known = this.#known.get(type);
    if (known === undefined) {
      known = new ValueTable((place) => this.indicators.valueAt(place));
      this.#known.set(type, known);
    }
    return known;
  }

  observable({ type, value }: Observable, beside: Beside): void {
    this.add(type, value, beside);
  }

  /** A cell or attribute that the source calls an indicator. */
  written(text: string, beside: Beside): void {
    const whole = observableOf(text);
    // Some tables put all hashes of a file into one cell.
    const found = whole === null ? text.split(/[\s,;|]+/).map(observableOf) : [whole];
    if (found.some((one) => one === null)) {
      this.reject(text, beside.place, "is no host, address, URL, mail address or hash");
      return;
    }
    for (const one of found) if (one !== null) this.observable(one, beside);
  }

  reject(text: string, place: string, why: string): void {
    this.unusableCount += 1;
    if (this.unusable.length < limits.unusableListedMax) {
      this.unusable.push({ text: text.slice(0, TEXT_CHARS), place, why });
    }
  }
}

/** Most have none, and share that. */
function groupsOf(groups: readonly string[]): readonly string[] {
  return groups.length === 0 ? NO_GROUPS : groups.slice(0, GROUPS_MAX);
}

const NO_GROUPS: readonly string[] = [];
