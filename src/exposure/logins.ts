/**
 * Whose a login in a proxy's log is: `jo`, `OFFICE\jo`, `jo@OFFICE.TEST` (Kerberos), or an address. A login that is the first part of nobody's
 * address says neither that it was this person nor that it was another: many houses have logins of their own making. Pure.
 */

/** `none`: the line has no login. `unknown`: nobody's here, or of several people. */
export type Whose = "own" | "other" | "unknown" | "none";

export class Logins {
  readonly #addresses = new Set<string>();
  /** First part → addresses. */
  readonly #byLocal = new Map<string, Set<string>>();

  /** Addresses of everybody who is known, lower case. */
  constructor(addresses: Iterable<string>) {
    for (const address of addresses) {
      this.#addresses.add(address);
      const local = localOf(address);
      const known = this.#byLocal.get(local);
      if (known === undefined) this.#byLocal.set(local, new Set([address]));
      else known.add(address);
    }
  }

  /** `own`: addresses of one person. */
  whose(user: string, own: readonly string[]): Whose {
    if (user === "") return "none";
    const login = user.replace(/%5c/gi, "\\").replace(/^.*\\/, "");
    if (own.includes(login)) return "own";
    if (this.#addresses.has(login)) return "other";
    // The realm behind `@` need not be the domain of the mail.
    const local = localOf(login);
    const others = [...(this.#byLocal.get(local) ?? [])].some((address) => !own.includes(address));
    if (own.some((address) => localOf(address) === local)) return others ? "unknown" : "own";
    return others ? "other" : "unknown";
  }
}

function localOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? address : address.slice(0, at);
}
