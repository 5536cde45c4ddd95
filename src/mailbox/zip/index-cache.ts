import type { OpenFile } from "../files/open-file.ts";
import { buildZipIndex, type ZipIndex } from "./zip-index.ts";

/** Keeps the index of the zip that was used last: its slices come one after the other. */
export class ZipIndexCache {
  #name = "";
  #index: Promise<ZipIndex> | null = null;

  /** Rejects when the disk fails. */
  async of(file: OpenFile): Promise<ZipIndex> {
    const name = `${file.size} ${file.mtimeMs} ${file.path}`;
    if (this.#index === null || this.#name !== name) {
      this.#name = name;
      this.#index = buildZipIndex(file);
    }
    try {
      return await this.#index;
    } catch (error) {
      this.#index = null;
      throw error;
    }
  }
}
