/**
 * The one connection that a reader keeps to its account: opened when first needed, again when it is lost, with waits that
 * double in between. What cannot pass (a refused password, a certificate) is asked once and remembered: a second try
 * could lock the account.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { err, ok, type Result } from "../../base/result.ts";
import { type ConnectionSettings, type Examined, ImapConnection } from "./connection.ts";
import { type ImapFault, isOfAccount, mayPass, SENTENCES } from "./faults.ts";

/** Waits before the second, third … try. */
const WAITS_MS: readonly number[] = [1_000, 4_000, 16_000, 40_000];

export interface SessionSettings extends ConnectionSettings {
  /** Tests wait less. */
  readonly waitsMs?: readonly number[];
}

/** A folder as it was planned with. */
export interface OpenFolder {
  readonly path: string;
  /** Null: any. */
  readonly uidValidity: string | null;
}

export class ImapSession {
  readonly #settings: SessionSettings;
  readonly #onAlert: (text: string) => void;
  #connection: ImapConnection | null = null;
  #examined: Examined | null = null;
  /** Why nothing more is tried. */
  #dead: ImapFault | null = null;

  constructor(settings: SessionSettings, onAlert: (text: string) => void) {
    this.#settings = settings;
    this.#onAlert = onAlert;
  }

  /** Connects and logs in, without a second try: what the user typed may be wrong. */
  async connect(): Promise<Result<void, ImapFault>> {
    const opened = await this.#open();
    return opened.ok ? ok(undefined) : opened;
  }

  /** Runs `work` on an open connection, again after a lost one. The fault is the last one. */
  async run<T>(work: (connection: ImapConnection) => Promise<Result<T, ImapFault>>): Promise<Result<T, ImapFault>> {
    const waits = this.#settings.waitsMs ?? WAITS_MS;
    for (let tries = 0; ; tries += 1) {
      if (this.#dead !== null) return err(this.#dead);
      const opened = await this.#open();
      const result = opened.ok ? await work(opened.value) : opened;
      if (result.ok) return result;
      this.leaveFolder();
      const wait = waits[tries];
      if (mayPass(result.error) && wait !== undefined) {
        await sleep(wait);
        continue;
      }
      if (!opened.ok && isOfAccount(result.error)) this.#dead = result.error;
      return result;
    }
  }

  /**
   * `run`, in a folder that is opened for reading first; `renewed` when its UIDVALIDITY is another than was planned with. A
   * folder that is open stays the one it was (RFC 3501 2.3.1.1), so it is opened anew only on another connection: opening
   * a folder of 100,000 messages can cost a server more than a second.
   */
  inFolder<T>(
    folder: OpenFolder,
    work: (connection: ImapConnection, examined: Examined) => Promise<Result<T, ImapFault>>,
  ): Promise<Result<T, ImapFault>> {
    return this.run(async (connection) => {
      if (connection.folder !== folder.path || this.#examined === null) {
        const opened = await connection.examine(folder.path);
        if (!opened.ok) return opened;
        this.#examined = opened.value;
      }
      const examined = this.#examined;
      if (folder.uidValidity !== null && examined.uidValidity !== folder.uidValidity) {
        return err({ code: "renewed", message: SENTENCES.renewed });
      }
      return work(connection, examined);
    });
  }

  /** The folder will be opened anew when it is next needed. */
  leaveFolder(): void {
    this.#examined = null;
  }

  async close(): Promise<void> {
    await this.#connection?.close();
    this.#connection = null;
  }

  async #open(): Promise<Result<ImapConnection, ImapFault>> {
    if (this.#connection?.isOpen === true) return ok(this.#connection);
    this.#examined = null;
    const opened = await ImapConnection.open(this.#settings, this.#onAlert);
    this.#connection = opened.ok ? opened.value : null;
    return opened;
  }
}
