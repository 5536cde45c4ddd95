/** A bound on what one rule may cost was reached: the rule, or the function, stays undetermined with `limit:` and a name, never false. */
export class LimitReached extends Error {
  /** `limit:fuel`, `limit:matches`, … */
  readonly reason: string;
  constructor(name: string) {
    super(`limit reached: ${name}`);
    this.reason = `limit:${name}`;
  }
}
