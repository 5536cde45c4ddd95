/** The proofs of a message made ready to be shown: the other copies' addresses, readers and days, from the case. */
import type { Span } from "../base/span.ts";
import type { ComparedLoad, JudgedToken } from "../case/judgement.ts";
import { sureReader } from "../cluster/readers.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import { type MarkedUrl, markedUrl } from "../report/marked-url.ts";
import type { ComparedCopy, ProofView } from "../report/model.ts";

/** Proofs of one message that are shown. */
const PROOFS_MAX = 12;

/**
 * Those of tokens first that name a reader; at most 12. What the case no longer has is left out. `mask`: takes out of a URL whom it must not
 * name, before it is parted; such a URL has no mark.
 */
export async function proofViewsOf(
  store: CaseStore,
  stored: StoredMessage,
  owners: ReadonlySet<string>,
  mask: Mask = (text) => text,
): Promise<readonly ProofView[]> {
  const judged = stored.judgement?.tokens ?? [];
  const views: ProofView[] = [];
  for (const one of [...judged].sort(tellingFirst)) {
    if (views.length >= PROOFS_MAX) break;
    const load = stored.record.loads[one.load];
    if (one.proof === undefined || load === undefined) continue;
    const { role, reader, readers, messages, other, again } = one.proof;
    views.push({
      load: one.load,
      role,
      reader,
      readers,
      messages,
      here: maskedUrl(load.resolved, one.proof, mask),
      other: await copyOf(store, other, { owners, mask }),
      again: await copyOf(store, again, { owners, mask }),
    });
  }
  return views;
}

type Mask = (text: string) => string;

const NOWHERE: Span = { start: 0, end: 0 };

function maskedUrl(url: string, span: Span, mask: Mask): MarkedUrl {
  const shown = mask(url);
  return markedUrl(shown, shown === url ? span : NOWHERE);
}

function tellingFirst(a: JudgedToken, b: JudgedToken): number {
  const isShared = ({ proof }: JudgedToken) => (proof?.role === "shared" ? 1 : 0);
  return isShared(a) - isShared(b) || a.load - b.load;
}

async function copyOf(
  store: CaseStore,
  compared: ComparedLoad | null,
  { owners, mask }: { readonly owners: ReadonlySet<string>; readonly mask: Mask },
): Promise<ComparedCopy | null> {
  const stored = compared === null ? null : await store.message(compared.sha256);
  const load = stored?.record.loads[compared?.load ?? -1];
  if (compared === null || stored === null || load === undefined) return null;
  const { sha256, date } = stored.record;
  const url = maskedUrl(load.resolved, compared, mask);
  return { sha256, date, reader: sureReader(stored.record, owners) ?? "", url };
}
