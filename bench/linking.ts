/**
 * Linking a case of a million messages, ten thousand of them of interest (issue 6): values of all mail counted, waves, groups, what waits drawn
 * in. Records are invented as they are needed and not kept, as in judging.
 *
 *     node --expose-gc bench/linking.ts [messages] [of interest]
 */
import { NO_PRINT } from "../src/case/empty.ts";
import type { Judgement } from "../src/case/judgement.ts";
import { encodeSketch, SKETCH_BINS } from "../src/case/sketch.ts";
import type { Member, Sighted } from "../src/cluster/campaigns.ts";
import { createRandom, HEX } from "../src/demo/random.ts";
import { CampaignDesk } from "../src/pipeline/campaign-desk.ts";
import { pixel, recordOf } from "../test/support/record.ts";

const [messages = 1_000_000, wanted = 10_000] = process.argv.slice(2).map(Number);
const SENDERS = 20_000;
const ACTORS = 12;
const random = createRandom("bench linking");
const hex = (length: number) => random.text(length, HEX);
const prints = Array.from({ length: 4_000 }, () => ({
  ...NO_PRINT,
  header: hex(10),
  structure: `alternative(text/plain q utf-8,text/html q utf-${random.int(9)})`,
  boundary: `b_h${random.int(40)}`,
  markup: `${hex(8)}-${8 + random.int(9)}`,
  tags: `${hex(8)}-${8 + random.int(9)}`,
  helo: `out.mail${random.int(3_000)}.example`,
  origin: `198.51.${random.int(256)}.${random.int(256)}`,
  zone: "+0100",
}));

/** `maker`: sender, or an actor that changes what it has every hundred messages. */
function sightedOf(n: number, maker: number, isActor: boolean): Sighted {
  const phase = isActor ? Math.floor(n / 1_200) : 0;
  const name = isActor ? `actor${maker}-${phase}` : `sender${maker}`;
  const tracker = `t${isActor ? `${maker}-${phase >> 1}` : maker}.test`;
  const bins = Uint16Array.from({ length: SKETCH_BINS }, () => random.int(65_536));
  const print = { ...(prints[isActor ? maker : maker % prints.length] ?? NO_PRINT), text: encodeSketch(bins) };
  const record = recordOf({
    name: `${n}`,
    from: `desk${n % 3}@${name}.example`,
    to: [`reader${n % 997}@office.example`],
    on: `20${String(10 + (n % 14)).padStart(2, "0")}-${String(1 + (n % 12)).padStart(2, "0")}-11`,
    subject: `what the council said on day ${n % 500} of ${name}`,
    print,
    loads: [pixel(`https://${tracker}/o/${hex(16)}/v.gif`)],
    content: {
      textPrint: n % 5 === 0 ? hex(32) : `${name}${n % 40}`,
      linkHosts: [`www.${name}.example`, "press.example"],
    },
    claims: { mailer: `Mailer ${maker % 300}.1`, messageIdDomain: `${name}.example` },
  });
  return { record, trackerDomains: [tracker], account: null, isAligned: true, own: false };
}

const judgementOf = (member: Sighted, trackingClass: Judgement["trackingClass"]): Judgement => ({
  sha256: member.record.sha256,
  trackingClass,
  classReasons: ["invented"],
  verdict: "tracked",
  targeting: "clear",
  findings: [],
  tokens: [],
  campaign: null,
  service: "",
});

const desk = new CampaignDesk<Member>({ messages, decisions: [], before: [], isEverybodys: (host) => host === "" });
let making = 0;
let noting = 0;
let waiting = 0;
for (let n = 0; n < messages; n += 1) {
  const isActor = n % Math.floor(messages / wanted) === 0;
  const made = process.cpuUsage();
  const sighted = sightedOf(n, isActor ? n % ACTORS : n % SENDERS, isActor);
  const judgement = judgementOf(sighted, n % 50 === 7 ? "unexplained" : "commercial");
  making += spent(made);
  const noted = process.cpuUsage();
  if (isActor) desk.hold(desk.memberOf(sighted));
  else
    desk.note(sighted, judgement, {
      mayBeDrawnIn: judgement.trackingClass === "unexplained" ? "tracked" : "no",
      isSteady: false,
      isOfStanding: false,
    });
  if (judgement.trackingClass === "unexplained") waiting += 1;
  noting += spent(noted);
}
const began = process.cpuUsage();
const started = performance.now();
const { groups } = await desk.conclude(async () => null);
const sizes = groups.slice(0, 8).map(({ members }) => members.length);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${messages} messages, ${wanted} of interest, ${waiting} waiting: noted in ${noting.toFixed(1)} s CPU, linked in ${spent(began).toFixed(1)} s CPU ` +
    `(${((performance.now() - started) / 1000).toFixed(1)} s), peak ${peak} MiB (making the records took ${making.toFixed(1)} s); ` +
    `${groups.length} groups, largest ${sizes.join(", ")}`,
);

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
