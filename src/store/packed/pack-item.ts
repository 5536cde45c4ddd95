/**
 * Makes a message ready to be stored: all encoding, and what can be asked for by value. Pure, so reading workers do it;
 * the thread that writes the case gets texts and bytes instead of objects, which are dear to send.
 */
import type { Sha256 } from "../../base/brand.ts";
import { outlineOf } from "../../case/outline.ts";
import type { MessageRecord } from "../../case/record.ts";
import type { BatchItem, PackedItem, PackedRecord } from "../../ports/store.ts";
import { fromDomainsOf, observablesOf } from "./observables.ts";
import { encodeOutline } from "./outline-codec.ts";
import { encodeRecord } from "./record-codec.ts";

export function packItem({ record, lineSha256 = null, ...place }: BatchItem): PackedItem {
  return { record: packRecord(record, lineSha256), ...place };
}

function packRecord(record: MessageRecord, lineSha256: Sha256 | null): PackedRecord {
  const { sha256, date, status, size, messageId } = record;
  return {
    ...{ sha256, lineSha256, date, status, size, messageId },
    fromDomains: fromDomainsOf(record),
    ...observablesOf(record),
    outline: encodeOutline(outlineOf(record)),
    body: encodeRecord(record),
  };
}
