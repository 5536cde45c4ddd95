/** What a service's fixture says: invented accounts and readers in the service's own forms. */
import type { ClaimsRecord } from "../../../src/case/record.ts";
import type { UrlPurpose } from "../../../src/signals/services/service.ts";

export interface ServiceFixture {
  readonly id: string;
  readonly urls: readonly {
    readonly url: string;
    readonly purpose: UrlPurpose;
    /** Exactly these, by meaning; `account` may come from the host. */
    readonly fields: Readonly<Record<string, string>>;
  }[];
  /** Each is recognised as the service; `account` is its key, null where the mail does not tell it. */
  readonly claims: readonly { readonly claims: Partial<ClaimsRecord>; readonly account: string | null }[];
}
