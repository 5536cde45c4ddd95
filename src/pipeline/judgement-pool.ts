/** Judgements that wait for the end of judging, packed: some hundred bytes each. Quick to read in the order of coming. */
import type { Judgement } from "../case/judgement.ts";
import { TextPool } from "../cluster/text-pool.ts";

export class JudgementPool {
  readonly #texts = new TextPool();

  /** Returns its number. */
  add(judgement: Judgement): number {
    return this.#texts.add(JSON.stringify(judgement));
  }

  /** `number` is one that `add` returned. */
  at(number: number): Judgement {
    return JSON.parse(this.#texts.at(number) ?? "") as Judgement;
  }
}
