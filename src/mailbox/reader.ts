/**
 * The mailbox adapter: mail files of every kind behind one port. The only code that opens them, and only for reading.
 *
 * Memory is bounded whatever the input: about 36 MiB for a slice (a message up to `limits.messageBytesMax`), plus
 * 64 MiB at most for zips inside archives, the window of each zstd (128 MiB at most), and the names of one directory. The
 * bytes of a message lie in a buffer that is used again: they are good until the next item is asked for, and whoever
 * keeps them longer copies them.
 */
import { assert } from "../base/assert.ts";
import type { Discovered, MailboxReader, Slice, SliceItem } from "../ports/mailbox.ts";
import { discover } from "./discover.ts";
import { AccountReader, type ImapAccess, type ImapHooks } from "./imap/account-reader.ts";
import { isImapUrl } from "./imap/url.ts";
import { readJoined } from "./joined/read.ts";
import { planSource } from "./plan.ts";
import { readSlice } from "./read-slice.ts";
import { Workspaces } from "./workspace.ts";
import { ZipIndexCache } from "./zip/index-cache.ts";

export interface MailboxOptions {
  /** The mail account that the user named, and what opens it; without it no connection is ever made. */
  readonly imap?: ImapAccess | undefined;
}

/** Keeps buffers, and what it knows of the zip that was used last. Slices of files may be read side by side. */
export function createMailboxReader({ imap }: MailboxOptions = {}, hooks: Partial<ImapHooks> = {}): MailboxReader {
  const indexes = new ZipIndexCache();
  const workspaces = new Workspaces();
  const account = imap === undefined ? null : new AccountReader(imap, hooks);
  const server = () => {
    assert(account !== null, "a mail server is read only with access to an account");
    return account;
  };
  const read = (slice: Slice): AsyncIterable<SliceItem> => {
    switch (slice.source.kind) {
      case "imap":
        return server().read(slice);
      case "joined":
        return readJoined(slice, read);
      default:
        return readSlice(slice, indexes, workspaces);
    }
  };
  return {
    discover: (paths) => discoverAll(paths, account),
    plan: (source, memory) =>
      source.kind === "imap" ? server().plan(source, memory) : planSource(source, memory, indexes),
    read,
    close: async () => account?.close(),
  };
}

/** What looks like the address of a mail server is a path like any other where no account was opened. */
async function* discoverAll(paths: readonly string[], account: AccountReader | null): AsyncGenerator<Discovered> {
  const isRemote = (path: string) => account !== null && isImapUrl(path);
  yield* discover(paths.filter((path) => !isRemote(path)));
  if (account !== null) yield* account.discover(paths.filter(isRemote));
}
