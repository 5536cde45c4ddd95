/**
 * Items of a PST (MS-PST 2.4.5): properties of a node, recipients in a table, attachments in subnodes, items inside them.
 * Values of more than four bytes lie in the heap or in a subnode, and are read when asked for.
 */
import { limits } from "../../../base/limits.ts";
import type { AttachmentContent, OutlookAttachment, OutlookItem } from "../../../mail/outlook/item.ts";
import type { ItemBudget } from "../../../mail/outlook/item-budget.ts";
import { ids, type Property, PropertyBag, types } from "../../../mail/outlook/properties.ts";
import { nodeTypes, type PstBlocks, type PstNode } from "./blocks.ts";
import { type Heap, heapKinds, openHeap } from "./heap.ts";
import { isInRow, rowsNumber, type TableCell, tableRows } from "./tables.ts";

const RECIPIENT_TABLE = 0x692;
const PROPERTY_KEY_BYTES = 2;
/** PR_ATTACH_METHOD (MS-OXCMSG 2.2.2.9). */
const EMBEDDED_ITEM = 5;

/** A node's heap, and what its values may lie in. */
interface OpenNode {
  readonly heap: Heap;
  readonly subnodes: ReadonlyMap<number, PstNode>;
}

export class PstItems {
  readonly #blocks: PstBlocks;
  readonly #names: ReadonlyMap<number, string>;

  constructor(blocks: PstBlocks, names: ReadonlyMap<number, string>) {
    this.#blocks = blocks;
    this.#names = names;
  }

  /** Null for a node that holds no properties. */
  item(node: PstNode, budget: ItemBudget, outerCodePage = 0): OutlookItem | null {
    const open = this.#open(node, budget);
    if (open === null || open.heap.kind !== heapKinds.properties) return null;
    const properties = this.#bag(open, budget, outerCodePage);
    return {
      properties,
      recipients: this.#recipients(open, budget, properties.codePage),
      attachments: this.#attachments(open, budget, properties.codePage),
    };
  }

  /** Properties alone. */
  properties(node: PstNode, budget: ItemBudget): PropertyBag | null {
    const open = this.#open(node, budget);
    return open === null || open.heap.kind !== heapKinds.properties ? null : this.#bag(open, budget, 0);
  }

  #open(node: PstNode, budget: ItemBudget): OpenNode | null {
    const { heapIndexBits } = this.#blocks.header.layout;
    const heap = openHeap(this.#blocks.data(node.data, budget), heapIndexBits, budget);
    return heap === null ? null : { heap, subnodes: this.#blocks.subnodes(node.subnodes, budget) };
  }

  #bag(open: OpenNode, budget: ItemBudget, outerCodePage: number): PropertyBag {
    const all: Property[] = [];
    for (const entry of open.heap.list(open.heap.root, PROPERTY_KEY_BYTES)) {
      if (entry.length < 8) break;
      const type = entry.readUInt16LE(2);
      all.push(
        this.#property(entry.readUInt16LE(0), type, entry.subarray(4, 8), { open, budget, isInPlace: isShort(type) }),
      );
    }
    return new PropertyBag(all, outerCodePage, budget);
  }

  #property(
    id: number,
    type: number,
    bytes: Buffer,
    { open, budget, isInPlace }: { readonly open: OpenNode; readonly budget: ItemBudget; readonly isInPlace: boolean },
  ): Property {
    const name = id < 0x8000 ? "" : (this.#names.get(id) ?? "");
    if (isInPlace) return { id, type, name, bytes: (bytesMax) => bytes.subarray(0, bytesMax) };
    const number = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
    return { id, type, name, bytes: (bytesMax) => concatUpTo(this.#value(number, open, budget), bytesMax) };
  }

  /** Of a heap number or of a subnode's number. */
  *#value(number: number, { heap, subnodes }: OpenNode, budget: ItemBudget): Generator<Buffer> {
    if (number === 0) return;
    if ((number & 0x1f) === 0) {
      const piece = heap.piece(number);
      if (piece === null) budget.note("source.damaged");
      else if (budget.takeBytes(piece.length) === piece.length) yield piece;
      return;
    }
    const node = subnodes.get(number);
    if (node === undefined) budget.note("source.damaged");
    else yield* this.#blocks.data(node.data, budget);
  }

  #recipients({ subnodes }: OpenNode, budget: ItemBudget, codePage: number): readonly PropertyBag[] {
    const node = subnodes.get(RECIPIENT_TABLE);
    const open = node === undefined ? null : this.#open(node, budget);
    if (open === null) return [];
    const bags: PropertyBag[] = [];
    for (const cells of tableRows(open.heap, this.#value(rowsNumber(open.heap), open, budget))) {
      if (!budget.takePart()) break;
      bags.push(
        new PropertyBag(
          cells.map((cell) => this.#cell(cell, open, budget)),
          codePage,
        ),
      );
    }
    return bags;
  }

  #cell({ id, type, bytes }: TableCell, open: OpenNode, budget: ItemBudget): Property {
    return this.#property(id, type, bytes, { open, budget, isInPlace: isInRow(type) });
  }

  #attachments({ subnodes }: OpenNode, budget: ItemBudget, codePage: number): readonly OutlookAttachment[] {
    const attachments: OutlookAttachment[] = [];
    for (const node of subnodes.values()) {
      if ((node.number & 0x1f) !== nodeTypes.attachment) continue;
      if (!budget.takePart()) break;
      const open = this.#open(node, budget);
      if (open === null) {
        budget.note("source.damaged");
        continue;
      }
      const properties = this.#bag(open, budget, codePage);
      attachments.push({ properties, content: this.#content(properties, open, budget) });
    }
    return attachments;
  }

  /** An object's value is a node's number and its size (MS-PST 2.4.6.2.2). */
  #content(properties: PropertyBag, open: OpenNode, budget: ItemBudget): AttachmentContent {
    const property = properties.first(ids.attachData);
    if (property === null) return { kind: "none" };
    if (property.type !== types.object) {
      return { kind: "file", chunks: () => this.#value(this.#numberOf(open), open, budget) };
    }
    const value = property.bytes(8);
    const node = value.length < 4 ? undefined : open.subnodes.get(value.readUInt32LE(0));
    if (node === undefined) return { kind: "none" };
    if (properties.integer(ids.attachMethod) === EMBEDDED_ITEM) {
      return { kind: "item", item: () => this.item(node, budget, properties.codePage) };
    }
    return { kind: "parts", parts: [{ name: "object", chunks: () => this.#blocks.data(node.data, budget) }] };
  }

  /** Where an attachment's bytes lie: long values are streamed, not put together. */
  #numberOf({ heap }: OpenNode): number {
    for (const entry of heap.list(heap.root, PROPERTY_KEY_BYTES)) {
      if (entry.length >= 8 && entry.readUInt16LE(0) === ids.attachData) return entry.readUInt32LE(4);
    }
    return 0;
  }
}

/** Types whose value stands in the four bytes of a property list's entry. */
function isShort(type: number): boolean {
  return type === types.integer16 || type === types.integer32 || type === types.boolean;
}

export function concatUpTo(chunks: Iterable<Buffer>, bytesMax: number): Buffer {
  const kept: Buffer[] = [];
  let left = Math.min(bytesMax, limits.outlookItemBytesMax);
  for (const chunk of chunks) {
    kept.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) break;
  }
  return kept.length === 1 ? (kept[0] ?? Buffer.alloc(0)) : Buffer.concat(kept);
}
