/** The store said no: carried out of a reading loop as an exception, and returned as a value by whoever runs the loop. */
import type { Result } from "../base/result.ts";
import type { StoreError } from "../ports/store.ts";

export class StoreFailure extends Error {
  readonly reason: StoreError;
  constructor(reason: StoreError) {
    super(reason.message);
    this.reason = reason;
  }
}

export function demand(result: Result<void, StoreError>): void {
  if (!result.ok) throw new StoreFailure(result.error);
}
