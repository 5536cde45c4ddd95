/**
 * Folder names of a PST: each node names its folder by number, and each folder its own (MS-PST 2.4.4). A chain that comes
 * round or is too long ends where it does. The store's own top folder is no part of a label, nor what lies above it; the store of
 * an OST since 2013 does not say which it is, so there it is told by the name that Outlook gives it.
 */
import { limits } from "../../../base/limits.ts";
import { ItemBudget } from "../../../mail/outlook/item-budget.ts";
import { ids } from "../../../mail/outlook/properties.ts";
import type { PstBlocks } from "./blocks.ts";
import type { PstItems } from "./items.ts";

const ROOT_FOLDER = 0x122;
const STORE = 0x21;
/** PR_IPM_SUBTREE_ENTRYID: flags, the store's id, a node's number in the last four of 24 bytes (MS-PST 2.4.3.2). */
const SUBTREE_ID = 0x35e0;
const TOP_NAME = "IPM_SUBTREE";
const FOLDER_BYTES_MAX = 1024 * 1024;
const CACHED_FOLDERS = 10_000;

export class PstFolders {
  readonly #blocks: PstBlocks;
  readonly #items: PstItems;
  readonly #labels = new Map<number, string>();
  readonly #top: number;

  constructor(blocks: PstBlocks, items: PstItems) {
    this.#blocks = blocks;
    this.#items = items;
    this.#top = this.#topFolder();
  }

  /** Levels joined by `/`; empty for none. */
  label(folder: number): string {
    const known = this.#labels.get(folder);
    if (known !== undefined) return known;
    const names: string[] = [];
    let number = folder;
    for (let level = 0; !this.#isTop(number); level += 1) {
      if (level === limits.pstFolderDepthMax) {
        names.unshift("…");
        break;
      }
      const node = this.#blocks.node(number);
      if (node === null) break;
      const name = this.#items.properties(node, new ItemBudget(FOLDER_BYTES_MAX))?.text(ids.displayName);
      if (this.#top === 0 && name === TOP_NAME) break;
      if (name !== null && name !== undefined) names.unshift(name.replaceAll("/", "_"));
      if (node.parent === number) break;
      number = node.parent;
    }
    const label = names.join("/");
    if (this.#labels.size < CACHED_FOLDERS) this.#labels.set(folder, label);
    return label;
  }

  #isTop(number: number): boolean {
    return number === 0 || number === ROOT_FOLDER || number === this.#top;
  }

  #topFolder(): number {
    const node = this.#blocks.node(STORE);
    const store = node === null ? null : this.#items.properties(node, new ItemBudget(FOLDER_BYTES_MAX));
    const entry = store?.content(SUBTREE_ID, 24) ?? null;
    return entry === null || entry.length < 24 ? 0 : entry.readUInt32LE(20);
  }
}
