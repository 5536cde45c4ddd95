/**
 * enmime's golden files that have their message beside them: the message as enmime writes it again. Read by us, both must say
 * the same. The other golden files are the output of its builder, whose input is code.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../src/mail/body.ts";
import { readViews } from "../../src/mail/views/read-views.ts";
import { type ExpectedLeaf, type ExpectedMessage, filesBelow, silent } from "./expected.ts";

export function enmimeMessages(folder: string): readonly ExpectedMessage[] {
  return filesBelow(folder, ".raw.golden").flatMap((name) => {
    const input = join(folder, name.replace(/(?:-(?:true|false))?\.raw\.golden$/, ".raw"));
    if (!existsSync(input)) return [];
    return [{ ...silent, name, bytes: readFileSync(input), leaves: leavesOf(readFileSync(join(folder, name))) }];
  });
}

function leavesOf(golden: Buffer): readonly ExpectedLeaf[] {
  const { strict } = readViews(golden);
  const leaves = strict.entities.filter(({ children }) => children.length === 0);
  return leaves.map((leaf) => ({ kind: "text", content: decodeText(strict, leaf).text }));
}
