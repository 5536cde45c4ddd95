/**
 * All files inside a file, in pre-order, itself first (mql.md 10.1). Bounded in depth, number and bytes; what may be missing is told.
 */
import { limits } from "../../base/limits.ts";
import { type FileContent, FileNode, isCut } from "./file-node.ts";
import type { FileSession } from "./file-session.ts";
import { type Member, type Unpacked, unpack } from "./unpack.ts";

export interface Explosion {
  /** At least one: the file itself. */
  readonly nodes: readonly FileNode[];
  /** There may be more files than these. */
  readonly isIncomplete: boolean;
}

export function rootNode(content: FileContent, session: FileSession): FileNode {
  const budget = session.budgetFor(content.bytes?.length ?? 0);
  return new FileNode(content, { depth: 0, id: "0", parentId: null, source: "" }, { session, budget });
}

/** `depthMax`: levels below the file itself. */
export function explode(root: FileNode, depthMax: number = limits.explodeDepthMax): Explosion {
  const nodes: FileNode[] = [];
  let isIncomplete = false;
  const bytesBefore = root.budget.bytesLeft;
  const open: FileNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (nodes.length >= limits.explodeNodesMax) {
      isIncomplete = true;
      break;
    }
    nodes.push(node);
    const { members, isIncomplete: hasMore } = membersOf(node, depthMax);
    isIncomplete ||= hasMore;
    const children = members.map((member, index) => childOf(node, member, index));
    for (const child of children.reverse()) open.push(child);
  }
  root.session.charge(Math.max(0, bytesBefore - root.budget.bytesLeft));
  return { nodes, isIncomplete: isIncomplete || isCut(root.budget.codes) };
}

function membersOf(node: FileNode, depthMax: number): Unpacked {
  if (node.place.depth < depthMax) return unpack(node);
  // At the bottom only what holds no files by its nature is known to be all.
  return { members: [], isIncomplete: mayHoldFiles(node) };
}

function mayHoldFiles(node: FileNode): boolean {
  if (node.isMade) return false;
  const { type, mime } = node.kind();
  return node.bytes !== null && !/^(?:text\/plain|image\/(?:png|jpeg|gif|bmp))$/.test(mime) && type !== "unknown";
}

function childOf(parent: FileNode, member: Member, index: number): FileNode {
  const { session, budget } = parent;
  const { bytes, name, mediaType, source, size, png } = member;
  const place = { depth: parent.place.depth + 1, id: `${parent.place.id}.${index}`, parentId: parent.place.id, source };
  const content = { bytes, name, mediaType, ...(png === undefined ? {} : { png }) };
  return new FileNode(content, place, { session, budget, ...(size === undefined ? {} : { size }) });
}
