/**
 * Who tracks the mailbox, on a terminal (`loads`): what nobody explains first, then commercial trackers by service, each with
 * its years and what an opening tells it.
 */
import { defangHost } from "./defang.ts";
import { bullet, firstOf, quoted } from "./detail-text.ts";
import type { Tracker } from "./model.ts";
import { inked, type TerminalOptions } from "./terminal.ts";
import { learns, parted, yearsOf } from "./tracker-words.ts";
import { counted, messagesCounted, periodOfInstants, withCommas } from "./wording.ts";

const YEARS_MAX = 12;

/** `max`: trackers of each kind that are listed. Ends with a line end. */
export function trackerText(trackers: readonly Tracker[], max: number, options: TerminalOptions): string {
  if (trackers.length === 0) {
    return "No load that fires when this mail is opened was found to tell its readers apart.\n";
  }
  const { unexplained, commercial } = parted(trackers);
  const lines: string[] = [];
  const part = (title: string, rows: readonly Tracker[]): void => {
    if (rows.length === 0) return;
    if (lines.length > 0) lines.push("");
    lines.push(inked(title, "bold", options), "");
    lines.push(...firstOf(rows, max, (tracker) => trackerLines(tracker, options)));
  };
  part(`Not commercial: ${counted(unexplained.length, "tracker")} that no known mail service explains`, unexplained);
  part(`Commercial: ${counted(commercial.length, "tracker")}. Tracked is not targeted.`, commercial);
  return `${lines.join("\n")}\n`;
}

function trackerLines(tracker: Tracker, options: TerminalOptions): string[] {
  const { name, isService, trackingClass, messages, senders, readers, first, last, hosts, hostCount } = tracker;
  const shown = isService ? quoted(name, 80) : quoted(defangHost(name), 80);
  const period = periodOfInstants(first, last);
  const head = [
    ...(trackingClass === "covert" ? [inked("covert", "red", options)] : []),
    `${messagesCounted(messages)}${period === "" ? "" : `, ${period}`}`,
    `from ${counted(senders, "sender")} to ${counted(readers, "reader")}`,
  ].join(", ");
  const more = hostCount > hosts.length ? ` and ${withCommas(hostCount - hosts.length)} more` : "";
  const named = `${hosts.map((host) => quoted(defangHost(host), 80)).join(", ")}${more}`;
  return [
    `  ${inked(shown, "bold", options)}: ${head}`,
    ...yearLine(tracker),
    ...bullet(`an opening tells it ${learns(tracker)}`, 2),
    ...(hostCount > 1 || isService ? bullet(`under the names ${named}`, 2) : []),
  ];
}

function yearLine(tracker: Tracker): string[] {
  const { years } = tracker;
  const shown = new Set(yearsOf([tracker], YEARS_MAX));
  const counts = years
    .filter(({ year }) => shown.has(year))
    .map(({ year, messages }) => `${year} ${withCommas(messages)}`);
  return years.length < 2 ? [] : bullet(`by year: ${counts.join(" · ")}`, 2);
}
