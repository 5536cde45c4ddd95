/**
 * One connection to a mail server, by `imapflow`, held to what we need: log in, list, EXAMINE, UID FETCH with PEEK.
 *
 * Guarantees, whatever the server does: every call ends within its deadline; a literal, a response, a line and the number
 * of rows are bounded (`limits`), and past a bound the connection is ended; nothing is sent that changes a mailbox
 * (`wire.ts`) or says who asks (ID is answered with NIL). Compression, IDLE and ENABLE are off: they buy little here, and
 * a compressed flood or a second dialect of the protocol cannot happen. Nesting is the library's own bound, 100 levels,
 * walked without recursion over what is unparsed; we ask for nothing that nests.
 */
import type { FetchMessageObject, FetchQueryObject, ImapFlow } from "imapflow";
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type ImapFault, imapFaultOf, limitFault, NO_FOLDER, protocolFault, SENTENCES } from "./faults.ts";
import type { ImapAccount } from "./url.ts";
import { createTransport, ForbiddenCommand } from "./wire.ts";

/** A password, or an OAuth2 access token. */
export interface ImapSecret {
  readonly kind: "password" | "token";
  readonly value: string;
}

export interface ConnectionSettings {
  readonly account: ImapAccount;
  readonly secret: ImapSecret;
  /** Certificates in PEM that are trusted besides the machine's own; null for none. */
  readonly caPem: string | null;
  /** Default `limits.imapCommandMsMax`; tests use less. */
  readonly commandMsMax?: number;
}

export interface ListedFolder {
  /** As the server calls it, decoded. */
  readonly path: string;
  /** For people: levels joined by `/`. */
  readonly label: string;
  /** False for a level that holds folders alone. */
  readonly isSelectable: boolean;
}

export interface Examined {
  /** `0` when the server gives none: then a UID means something within this session only. */
  readonly uidValidity: string;
  readonly exists: number;
}

const CONNECT_MS = 30_000;
/** A row of a listing that arrives buys so much time for the rest: 50 rows a second is the least. */
const ROW_MS = 20;
/** The slowest line that is waited for. */
const BYTES_PER_SECOND_MIN = 16 * 1024;

/** What a command is expected to bring. */
export interface Expected {
  /** Buys time. */
  readonly bytes: number;
  /** With more than this a server floods us. */
  readonly bytesMax: number;
}

/** Ten thousand folders fit. */
const NOTHING_LARGE: Expected = { bytes: 0, bytesMax: 2 * 1024 * 1024 };

export class ImapConnection {
  readonly #client: ImapFlow;
  readonly #commandMsMax: number;
  /** The folder that is open, as the server calls it. */
  folder: string | null = null;
  #listed: readonly ListedFolder[] | null = null;
  /** What ended the connection, when the library saw it: the command under way is told only that it is gone. */
  #broken: Error | null = null;

  private constructor(client: ImapFlow, commandMsMax: number) {
    this.#client = client;
    this.#commandMsMax = commandMsMax;
  }

  /** Connects and logs in. `onAlert` is given what the server wants its user to read, as it came. */
  static async open(
    settings: ConnectionSettings,
    onAlert: (text: string) => void,
  ): Promise<Result<ImapConnection, ImapFault>> {
    // Loaded where it is used: a scan of files alone never has it in memory.
    const { ImapFlow } = await import("imapflow");
    const client = new ImapFlow(optionsOf(settings));
    const connection = new ImapConnection(client, settings.commandMsMax ?? limits.imapCommandMsMax);
    client.on("error", (error: Error) => {
      connection.#broken = error;
    });
    client.on("alert", ({ message }) => onAlert(message));
    const opened = await connection.#within(NOTHING_LARGE, () => client.connect());
    if (!opened.ok) client.close();
    else if (client.namespace !== undefined) {
      // Else the library would put the personal prefix before folders that are shared.
      client.namespace = { ...client.namespace, prefix: "" };
    }
    return opened.ok ? ok(connection) : opened;
  }

  get isOpen(): boolean {
    return !this.#client.isClosed;
  }

  async list(): Promise<Result<readonly ListedFolder[], ImapFault>> {
    const listed = await this.#within(NOTHING_LARGE, () => this.#client.list({ listOnly: true }));
    if (!listed.ok) return listed;
    this.#listed = listed.value.map(({ path, delimiter, flags }) => {
      const levels = typeof delimiter === "string" && delimiter !== "" ? path.split(delimiter) : [path];
      return { path, label: levels.join("/"), isSelectable: !flags.has("\\Noselect") && !flags.has("\\NonExistent") };
    });
    return ok(this.#listed);
  }

  /** Opens a folder for reading only. */
  async examine(path: string): Promise<Result<Examined, ImapFault>> {
    this.folder = null;
    // The library would look for a folder that it was not told of, by commands that are not needed.
    const listed = this.#listed === null ? await this.list() : ok(this.#listed);
    if (!listed.ok) return listed;
    if (!listed.value.some((folder) => folder.path === path)) return err(NO_FOLDER);
    const opened = await this.#within(NOTHING_LARGE, () => this.#client.mailboxOpen(path, { readOnly: true }));
    if (!opened.ok) return opened;
    const { uidValidity, exists } = opened.value;
    this.folder = path;
    return ok({ uidValidity: String(uidValidity ?? 0), exists: exists ?? 0 });
  }

  /**
   * Fetches from the open folder and hands on each row as it comes, in the server's order. A server that sends more than
   * `rowsMax` rows breaks the rules.
   */
  fetch(
    uids: string,
    query: FetchQueryObject,
    { rowsMax, ...size }: Expected & { readonly rowsMax: number },
    onRow: (row: FetchMessageObject) => void,
  ): Promise<Result<void, ImapFault>> {
    return this.#within(size, async (watch) => {
      let rows = 0;
      for await (const row of this.#client.fetch(uids, query, { uid: true })) {
        rows += 1;
        if (rows > rowsMax) throw new TooManyRows();
        watch.extend(ROW_MS);
        onRow(row);
      }
    });
  }

  /** Says goodbye, and does not wait long for an answer. */
  async close(): Promise<void> {
    if (this.isOpen) await this.#within(NOTHING_LARGE, () => this.#client.logout());
    this.#client.close();
  }

  /** Runs one command with its deadline. Past it, or when the server breaks the rules, the connection is ended. */
  async #within<T>(
    { bytes, bytesMax }: Expected,
    command: (watch: Watch) => Promise<T>,
  ): Promise<Result<T, ImapFault>> {
    const client = this.#client;
    const end = client.stats().received + bytesMax;
    const ms = this.#commandMsMax + (bytes / BYTES_PER_SECOND_MIN) * 1000;
    const watch = new Watch(
      ms,
      () => end - client.stats().received,
      () => client.close(),
    );
    try {
      return ok(await command(watch));
    } catch (error) {
      if (error instanceof ForbiddenCommand) throw error;
      if (watch.over === "deadline") return err({ code: "deadline", message: SENTENCES.deadline });
      const fault = watch.over === "flood" ? limitFault("too many bytes") : faultIn(error, this.#broken);
      if (fault.code === "protocol" || fault.code === "limit") client.close();
      return err(fault);
    } finally {
      watch.end();
    }
  }
}

function faultIn(error: unknown, broken: Error | null): ImapFault {
  return error instanceof TooManyRows ? protocolFault("too many rows") : imapFaultOf(broken ?? error);
}

class TooManyRows extends Error {}

function optionsOf({ account, secret, caPem }: ConnectionSettings) {
  const { security, user, host, port } = account;
  return {
    host,
    port,
    secure: security === "tls",
    doSTARTTLS: security === "starttls",
    auth: secret.kind === "token" ? { user, accessToken: secret.value } : { user, pass: secret.value },
    transport: createTransport(caPem),
    // Every value false: the ID command then says NIL.
    clientInfo: {
      name: false as const,
      version: false as const,
      vendor: false as const,
      "support-url": false as const,
    },
    logger: false as const,
    disableCompression: true,
    disableAutoIdle: true,
    disableAutoEnable: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    maxLiteralSize: limits.imapLiteralBytesMax,
    maxResponseSize: limits.imapResponseBytesMax,
    maxLineLength: limits.imapLineBytesMax,
    maxResponseTokens: limits.imapTokensMax,
  };
}

/** How often a command under way is looked at. */
const WATCH_MS = 25;

/** Looks at a command under way, and calls `onOver` once when its time or its bytes are spent. */
class Watch {
  over: "deadline" | "flood" | null = null;
  #endMs: number;
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number, bytesLeft: () => number, onOver: () => void) {
    this.#endMs = performance.now() + ms;
    this.#timer = setInterval(() => {
      if (performance.now() >= this.#endMs) this.over = "deadline";
      else if (bytesLeft() < 0) this.over = "flood";
      else return;
      this.end();
      onOver();
    }, WATCH_MS);
  }

  extend(ms: number): void {
    this.#endMs += ms;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
