/** Buffers that a slice needs, kept for the next one: giving them to the garbage collector would let memory swing. */
import { SplitterWindows } from "./mbox/splitter.ts";
import { MessageReader } from "./single.ts";

/** Of one slice at a time. */
export interface Workspace {
  readonly windows: SplitterWindows;
  readonly messages: MessageReader;
}

/** As many workspaces as slices were ever read at once. */
export class Workspaces {
  readonly #free: Workspace[] = [];

  take(): Workspace {
    return this.#free.pop() ?? { windows: new SplitterWindows(), messages: new MessageReader() };
  }

  give(workspace: Workspace): void {
    this.#free.push(workspace);
  }
}
