/** Flags of `intel fetch`, apart from it: the client that it needs is loaded only when something is fetched. */
import type { Flag } from "./flags.ts";

export const PASSWORD_VARIABLE = "LETTERLOCK_TAXII_PASSWORD";
export const TOKEN_VARIABLE = "LETTERLOCK_TAXII_TOKEN";

export const FETCH_FLAGS: readonly Flag[] = [
  {
    name: "collection",
    value: "ID",
    help: "fetch: this collection; without it, shows which there are and keeps nothing",
  },
  { name: "since", value: "DATE", help: "fetch: only what the server added after this day or time" },
  {
    name: "user",
    value: "NAME",
    help: `fetch: who asks; the password is asked for, or comes from --password-file or ${PASSWORD_VARIABLE}`,
  },
  {
    name: "token",
    value: null,
    help: `fetch: a token opens the server; it is asked for, or comes from --password-file or ${TOKEN_VARIABLE}`,
  },
  { name: "password-file", value: "FILE", help: "fetch: the password or token is the first line of this file" },
  { name: "ca-file", value: "FILE", help: "fetch: also trust these certificates (PEM)" },
];
