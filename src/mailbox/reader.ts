/**
 * The mailbox adapter: mail files of every kind behind one port. The only code that opens them, and only for reading.
 *
 * Memory is bounded whatever the input: about 36 MiB for a slice (a message up to `limits.messageBytesMax`), plus
 * 64 MiB at most for zips inside archives, the window of each zstd (128 MiB at most), and the names of one directory. The
 * bytes of a message lie in a buffer that is used again: they are good until the next item is asked for, and whoever
 * keeps them longer copies them.
 */
import type { MailboxReader } from "../ports/mailbox.ts";
import { discover } from "./discover.ts";
import { planSource } from "./plan.ts";
import { readSlice } from "./read-slice.ts";
import { Workspaces } from "./workspace.ts";
import { ZipIndexCache } from "./zip/index-cache.ts";

/** Keeps buffers, and what it knows of the zip that was used last; nothing to close. Slices may be read side by side. */
export function createMailboxReader(): MailboxReader {
  const indexes = new ZipIndexCache();
  const workspaces = new Workspaces();
  return {
    discover,
    plan: (source, memory) => planSource(source, memory, indexes),
    read: (slice) => readSlice(slice, indexes, workspaces),
  };
}
