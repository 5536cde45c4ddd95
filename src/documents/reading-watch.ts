/**
 * What a reader of documents tells whoever may have to end it: each step that it begins, in the same order for the same bytes, so that a
 * step at which it was ended can be left out when the document is read again. Types, and the watch of those who end nobody.
 */

export interface ReadingWatch {
  /** A step is begun: opening a file, one page, looking for statements. What it must do with it. */
  step(): StepAnswer;
}

/** `leave-out`: an earlier reader was ended at it; `stop`: what was read until now shall be given. */
export type StepAnswer = "read" | "leave-out" | "stop";

export const NO_WATCH: ReadingWatch = { step: () => "read" };

/** The rest of a sentence about a whole file, and words for a part of one. */
export const TOO_DEAR = "takes more time or memory than a document may; it was not read";
export const PART_TOO_DEAR = "takes more time or memory than a document may";
