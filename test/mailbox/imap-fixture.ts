/** What the tests of mail accounts share: a served account, and reading it as a scan does. */
import assert from "node:assert/strict";
import type { ImapAccess } from "../../src/mailbox/imap/account-reader.ts";
import { parseImapUrl } from "../../src/mailbox/imap/url.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import type { MailboxReader, PlanMemory } from "../../src/ports/mailbox.ts";
import { type ImapServer, type ServedFolder, serveImap, type Twist } from "../support/imap-server.ts";
import { memoryOf, type Reading, readAll } from "./mailbox-fixture.ts";

export const CANARY = "canary-password";

export function accessTo(url: string, wish: Partial<ImapAccess> = {}): ImapAccess {
  const target = parseImapUrl(url);
  assert.ok(target.ok);
  const secret = { kind: "password", value: CANARY } as const;
  return {
    account: target.value.account,
    secret,
    caPem: null,
    folders: { only: [], not: [] },
    waitsMs: [1, 1],
    ...wish,
  };
}

export interface Served {
  readonly server: ImapServer;
  readonly reader: MailboxReader;
  /** Reads all folders; `before` is what an earlier reading left, told from the fingerprints of its plans. */
  read(before?: Reading): Promise<Reading>;
}

export interface ServedWish {
  readonly twist?: Twist;
  readonly access?: Partial<ImapAccess>;
  readonly onAlert?: (text: string) => void;
  /** After the account's address: a folder. */
  readonly path?: string;
}

/** Serves the folders to `use`, and closes reader and server whatever happens. */
export async function withServer(
  folders: readonly ServedFolder[],
  wish: ServedWish,
  use: (served: Served) => Promise<void>,
): Promise<void> {
  const server = await serveImap(folders, wish.twist);
  const hooks = wish.onAlert === undefined ? {} : { onAlert: wish.onAlert };
  const reader = createMailboxReader({ imap: accessTo(server.url, wish.access) }, hooks);
  const fingerprints = new Map<string, string>();
  const remembering: MailboxReader = {
    ...reader,
    plan: async (source, memory) => {
      const plan = await reader.plan(source, memory);
      fingerprints.set(source.path, plan.fingerprint);
      return plan;
    },
  };
  const read = (before?: Reading) => {
    const memories = new Map<string, PlanMemory>();
    for (const source of before?.sources ?? []) {
      const own = before?.messages.filter((message) => message.source.path === source.path) ?? [];
      const reading = { ...(before as Reading), messages: own };
      memories.set(source.path, memoryOf(reading, source, fingerprints.get(source.path) ?? ""));
    }
    return readAll([server.url + (wish.path ?? "")], memories, remembering);
  };
  try {
    await use({ server, reader, read });
  } finally {
    await reader.close();
    await server.close();
  }
}
