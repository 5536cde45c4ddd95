/**
 * Items of a slice of a PST. Mail becomes messages; calendar entries, contacts, tasks and hidden items are counted and said
 * to be no mail, unless they came by mail or carry a reminder's sound file.
 */
import type { OutlookItem } from "../../../mail/outlook/item.ts";
import { ids, reminderFileName } from "../../../mail/outlook/properties.ts";
import type { RandomBytes } from "../../../mail/outlook/random-bytes.ts";
import type { SliceItem } from "../../../ports/mailbox.ts";
import { shown } from "../../files/names.ts";
import { notCovered } from "../../files/not-covered.ts";
import { damageItem, messageItem, notCoveredItem, type Place } from "../../items.ts";
import type { MessageReader } from "../../single.ts";
import { guarded, itemBudget, readItem, rebuiltMessage } from "../outlook-file.ts";
import { nodeTypes, type PstNode } from "./blocks.ts";
import { isItem, NODES_END, openPst, type PstStore } from "./store.ts";

/** Message classes that no mail has (MS-OXCDATA, MS-OXOCAL, MS-OXOCNTC and their like), and what people call them. */
const OTHER_CLASSES: readonly (readonly [prefix: string, what: string])[] = [
  ["ipm.appointment", "calendar entries"],
  ["ipm.ole.class", "calendar entries"],
  ["ipm.contact", "contacts"],
  ["ipm.distlist", "contacts"],
  ["ipm.abchperson", "contacts"],
  ["ipm.task", "tasks"],
  ["ipm.stickynote", "notes"],
  ["ipm.activity", "journal entries"],
  ["ipm.microsoft.", "settings"],
  ["ipm.configuration", "settings"],
];
const HIDDEN = "hidden items of the mail program";

/** Of nodes in `[start, end)`. */
export async function* readPst(
  bytes: RandomBytes,
  range: { readonly start: number; readonly end: number },
  place: Place,
  reader: MessageReader,
): AsyncGenerator<SliceItem> {
  const opened = guarded(() => openPst(bytes));
  for (const damage of opened.damages) yield damageItem(place.path, damage);
  const store = opened.value;
  if (store === null) {
    if (opened.damages.length === 0)
      yield notCoveredItem(notCovered(place.path, "damaged", `${shown(place.path)} ${UNKNOWN}`));
    return;
  }
  const others = new Map<string, number>();
  let messages = 0;
  for (const node of store.blocks.nodes(range.start, range.end)) {
    if (!isItem(node.number)) continue;
    const what = (node.number & 0x1f) === nodeTypes.hidden ? HIDDEN : null;
    if (what === null) {
      const read = yield* readNode(store, node, { bytes, place, reader });
      if (read === null) {
        messages += 1;
        continue;
      }
      others.set(read, (others.get(read) ?? 0) + 1);
    } else others.set(what, (others.get(what) ?? 0) + 1);
  }
  yield* remarks(store, range, place, { messages, others });
}

interface Reading {
  readonly bytes: RandomBytes;
  readonly place: Place;
  readonly reader: MessageReader;
}

/** Null when it was mail, else what it was. */
async function* readNode(store: PstStore, node: PstNode, reading: Reading): AsyncGenerator<SliceItem, string | null> {
  const { bytes, reader } = reading;
  const budget = itemBudget(bytes);
  const opened = guarded(() => store.items.item(node, budget));
  const item = opened.value;
  const place = placeOf(store, node, reading.place);
  if (item === null) {
    const damages = opened.damages.length > 0 ? opened.damages : [NO_ITEM];
    for (const damage of damages) yield damageItem(place.path, damage);
    return null;
  }
  const other = otherClass(item);
  if (other !== null) return other;
  const read = await readItem(item, budget, { container: "pst", fileSha256: "" }, reader);
  const { message, damages } = rebuiltMessage(read, place, `${place.keyPrefix}${node.number}`);
  yield messageItem({ ...message, atSourceEnd: false });
  for (const damage of damages) yield damageItem(place.path, damage);
  return null;
}

function placeOf(store: PstStore, { number, parent }: PstNode, outer: Place): Place {
  const label = guarded(() => store.folders.label(parent)).value ?? "";
  const folder = [outer.folder, label].filter((part) => part !== "").join("/");
  return { ...outer, path: `${outer.path}!/0x${number.toString(16)}`, folder };
}

function otherClass({ properties }: OutlookItem): string | null {
  const messageClass = (properties.text(ids.messageClass) ?? "").toLowerCase();
  const other = OTHER_CLASSES.find(([prefix]) => messageClass.startsWith(prefix));
  if (other === undefined) return null;
  const isMail = properties.first(ids.transportHeaders) !== null || properties.namedText(reminderFileName) !== null;
  return isMail ? null : other[1];
}

function* remarks(
  store: PstStore,
  { start, end }: { readonly start: number; readonly end: number },
  place: Place,
  { messages, others }: { readonly messages: number; readonly others: ReadonlyMap<string, number> },
): Generator<SliceItem> {
  // Slices of one file say their own: their remarks must not take each other's place.
  const path =
    start === 0 && end === NODES_END ? place.path : `${place.path}!/0x${start.toString(16)}-0x${end.toString(16)}`;
  const counted = [...others].sort().map(([what, count]) => `${count} ${what}`);
  if (counted.length > 0) {
    const message = `${shown(place.path)} also holds what is no mail, and so was not searched: ${counted.join(", ")}.`;
    yield notCoveredItem(notCovered(path, "not-mail", message));
  }
  const { brokenPages: broken, doubtfulPages: doubtful } = store.blocks;
  if (broken + doubtful > 0) {
    const what = broken > 0 ? `${broken} damaged or missing` : `${doubtful} changed or damaged`;
    const effect = broken > 0 ? "are" : "may be";
    const message = `${shown(place.path)} has ${what} pages in its index, so items ${effect} missing. Repair a copy with the Inbox Repair Tool, or look for another copy.`;
    yield notCoveredItem(notCovered(path, "truncated", message));
  } else if (store.hasBrokenNames) {
    const message = `${shown(place.path)} has a damaged table of property names, so what items say of reminders may be missing. Repair a copy with the Inbox Repair Tool, or look for another copy.`;
    yield notCoveredItem(notCovered(path, "truncated", message));
  } else if (messages === 0 && counted.length === 0 && start === 0 && end === NODES_END) {
    const message = `${shown(place.path)} is an Outlook store without items, so there is nothing to search in it.`;
    yield notCoveredItem(notCovered(path, "empty", message));
  }
}

const UNKNOWN =
  "begins like an Outlook store (PST, OST) but has a header of no known form, so nothing was read. Look for a sound copy.";

const NO_ITEM = {
  code: "damaged",
  problem: null,
  message:
    "is an item that the store's index names, but its content is damaged or missing, so it was not read. Repair a copy with the Inbox Repair Tool, or look for another copy.",
} as const;
