/** The folders of one mail account, behind the mailbox port: what `reader.ts` hands the addresses `imaps://…` to. */
import type { Discovered, Plan, PlanMemory, Slice, SliceItem, Source } from "../../ports/mailbox.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";
import { MessageReader } from "../single.ts";
import { discoverImap } from "./discover.ts";
import type { FolderChoice } from "./folder-choice.ts";
import type { FolderListing } from "./listing.ts";
import { planImap } from "./plan.ts";
import { readImapSlice } from "./read.ts";
import { ImapSession, type SessionSettings } from "./session.ts";
import { accountUrl, parseImapUrl } from "./url.ts";

/** The one account that a reader may speak to. Plain data, so that a thread can be sent it. */
export interface ImapAccess extends SessionSettings {
  readonly folders: FolderChoice;
}

/** Who is told what goes on while an account is listed. */
export interface ImapHooks {
  /** What the server wants its user to read (RFC 3501 7.1), as it came: whoever shows it escapes it. */
  readonly onAlert: (text: string) => void;
  /** What is being done, for a progress line; names in it are escaped. */
  readonly onProgress: (text: string) => void;
}

export class AccountReader {
  readonly #access: ImapAccess;
  readonly #onProgress: ImapHooks["onProgress"];
  readonly #session: ImapSession;
  readonly #listings = new Map<string, FolderListing>();
  readonly #messages = new MessageReader();

  constructor(access: ImapAccess, hooks: Partial<ImapHooks> = {}) {
    this.#access = access;
    this.#onProgress = hooks.onProgress ?? (() => {});
    this.#session = new ImapSession(access, hooks.onAlert ?? (() => {}));
  }

  async *discover(urls: readonly string[]): AsyncGenerator<Discovered> {
    const { account, folders: choice } = this.#access;
    this.#listings.clear();
    for (const url of [...new Set(urls)].sort()) {
      const target = parseImapUrl(url);
      if (!target.ok || accountUrl(target.value.account) !== accountUrl(account)) {
        const message = `${shown(url)} is no account that this scan may log in to, so nothing was read from it.`;
        yield { kind: "not-covered", notCovered: notCovered(url, "login", message) };
        continue;
      }
      const discovery = { session: this.#session, choice, listings: this.#listings, onProgress: this.#onProgress };
      yield* discoverImap(target.value, discovery);
    }
  }

  /** Of a source that `discover` found in this run. */
  plan(source: Source, memory: PlanMemory): Promise<Plan> {
    const listing = this.#listings.get(source.path);
    if (listing === undefined) throw new TypeError("a folder on a mail server is planned by the reader that listed it");
    return planImap(source, listing, memory);
  }

  read(slice: Slice): AsyncGenerator<SliceItem> {
    return readImapSlice(slice, this.#session, this.#messages);
  }

  close(): Promise<void> {
    return this.#session.close();
  }
}
