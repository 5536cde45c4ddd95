/** English: the words that the readers of statements know. Written from general knowledge of the language and of the trade. */
import type { FrameClass, Grammar, VerbForm, VerbReading, WordTag } from "../../grammar.ts";
import { listsOf, NO_LISTS } from "../../word-lists.ts";
import { LISTS_OF_WORDS, STATE_WORDS } from "./lists.ts";
import { TECHNIQUES } from "./techniques.ts";
import { TIME_PATTERNS } from "./times.ts";
import {
  CLASS_VERBS,
  IMPERATIVES,
  IRREGULAR,
  LIGHT_VERBS,
  NEGATING_VERBS,
  OTHER_VERBS,
  PREPOSITIONAL_VERBS,
  VARIANTS,
} from "./verbs.ts";

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");
const phrases = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

const LISTS = listsOf(LISTS_OF_WORDS);

const TAGS: readonly (readonly [WordTag, string])[] = [
  [
    "det",
    "the a an this that these those its his her their our your my each every all both some any no another other such what several many few various numerous either neither most more fewer multiple certain",
  ],
  [
    "prep",
    "of in on at by for from with without against about over under between among amongst through during after before since until into onto across within toward towards upon via per regarding concerning including despite amid like near beyond behind outside inside beneath alongside versus than throughout besides except as according",
  ],
  ["cc", "and or but nor plus &"],
  ["sub", "because although though while whereas if when whenever unless whether where wherever so lest"],
  ["rel", "who which whom whose"],
  ["modal", "will would shall should can could may might must cannot"],
  ["be", "is are was were be been being am 're 'm"],
  ["have", "has have had having 've"],
  ["do", "do does did"],
  ["neg", "not n't never n’t"],
  ["to", "to"],
  [
    "pron",
    "he she it they we i you him them us me himself herself itself themselves someone somebody nobody none anyone everyone",
  ],
  [
    "adv",
    "also already still once now then please kindly recently reportedly allegedly previously publicly formally officially jointly directly repeatedly similarly likewise separately strongly strenuously firmly flatly categorically vehemently consistently later earlier again often frequently routinely actively likely probably almost certainly highly very apparently subsequently successfully only just even further furthermore moreover however meanwhile today yesterday here there yet thus therefore together currently primarily mainly typically usually generally specifically particularly especially explicitly implicitly simply long first globally worldwide internationally ever always nearly roughly approximately unsuccessfully secretly covertly remotely immediately initially ultimately eventually increasingly regularly systematically knowingly deliberately quickly widely twice angrily emphatically unlikely",
  ],
  ["poss", "'s ’s"],
];

function tagsOf(): ReadonlyMap<string, WordTag> {
  const tags = new Map<string, WordTag>();
  for (const [tag, list] of TAGS) for (const word of words(list)) tags.set(word, tag);
  return tags;
}

const VOWEL = /[aeiou]/;

/** Third person, past and -ing form by the rules of spelling. */
function regular(lemma: string): { readonly s: string; readonly past: string; readonly ing: string } {
  const last = lemma.at(-1) ?? "";
  const before = lemma.at(-2) ?? "";
  const s = /(?:[sxz]|ch|sh)$/.test(lemma)
    ? `${lemma}es`
    : last === "y" && !VOWEL.test(before)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  if (last === "e")
    return { s, past: `${lemma}d`, ing: /(?:ee|oe|ye)$/.test(lemma) ? `${lemma}ing` : `${lemma.slice(0, -1)}ing` };
  if (last === "y" && !VOWEL.test(before)) return { s, past: `${lemma.slice(0, -1)}ied`, ing: `${lemma}ing` };
  return { s, past: `${lemma}ed`, ing: `${lemma}ing` };
}

interface VerbDraft {
  readonly classes: Set<FrameClass>;
  isLight: boolean;
  isNounToo: boolean;
}

function verbsOf(): ReadonlyMap<string, VerbReading> {
  const drafts = new Map<string, VerbDraft>();
  const take = (written: string): VerbDraft => {
    const lemma = written.replace("~", "");
    const draft = drafts.get(lemma) ?? { classes: new Set<FrameClass>(), isLight: false, isNounToo: false };
    if (written.endsWith("~")) draft.isNounToo = true;
    drafts.set(lemma, draft);
    return draft;
  };
  for (const [name, list] of Object.entries(CLASS_VERBS)) {
    for (const word of words(list)) take(word).classes.add(name as FrameClass);
  }
  for (const word of words(LIGHT_VERBS)) take(word).isLight = true;
  for (const word of words(OTHER_VERBS)) take(word);
  const irregular = new Map(
    IRREGULAR.trim()
      .split("\n")
      .map((line) => {
        const [lemma = "", past = "", participle = ""] = line.split(" ");
        return [lemma, { past, participle }] as const;
      }),
  );
  const forms = new Map<string, { readonly draft: VerbDraft; readonly lemma: string; readonly forms: Set<VerbForm> }>();
  const note = (form: string, lemma: string, name: VerbForm): void => {
    const draft = drafts.get(lemma);
    if (draft === undefined) return;
    const known = forms.get(form);
    if (known === undefined) forms.set(form, { draft, lemma, forms: new Set([name]) });
    else if (known.lemma === lemma) known.forms.add(name);
  };
  for (const lemma of drafts.keys()) {
    const { s, past, ing } = regular(lemma);
    const odd = irregular.get(lemma);
    const doubles = odd !== undefined && new RegExp(`^${lemma}${lemma.at(-1)}ed$`).test(odd.past);
    note(lemma, lemma, "base");
    note(s, lemma, "s");
    note(odd?.past ?? past, lemma, "past");
    note(odd?.participle ?? past, lemma, "participle");
    const isDoubled = doubles || /^(?:run|set|put|get|let|begin|win|cut|hit)$/.test(lemma);
    note(isDoubled ? `${lemma}${lemma.at(-1)}ing` : lemma === "lie" ? "lying" : ing, lemma, "ing");
  }
  for (const line of VARIANTS.trim().split("\n")) {
    const [form = "", lemma = "", name = ""] = line.split(" ");
    note(form, lemma, name as VerbForm);
  }
  return new Map(
    [...forms].map(([form, { draft, lemma, forms: names }]) => [
      form,
      {
        lemma,
        forms: [...names],
        classes: [...draft.classes],
        isLight: draft.isLight,
        isNounToo: draft.isNounToo,
        lists: LISTS.get(lemma) ?? NO_LISTS,
      },
    ]),
  );
}

const RECORD_NOUNS: Readonly<Partial<Record<FrameClass, string>>> = {
  accuse: "accusation accusations allegation allegations blame finger attribution attributions",
  charge: "charge charges indictment indictments warrant warrants",
  sanction: "sanction sanctions designation designations",
  deny: "denial denials rebuttal",
  advise: "advice guidance guidelines advisory advisories recommendation recommendations guide handbook",
  notify: "warning warnings notification notifications alert alerts notice notices notification",
  reward: "reward rewards bounty bounties",
  policy:
    "measure measures calls commitment commitments pledge statute ambassador envoy taskforce protest demarche démarche statement statements legislation",
};

const PERSONS =
  "national nationals citizen citizens hacker hackers individual individuals person persons people man men woman women officer officers operative operatives operator operators administrator administrators owner owners worker workers analyst analysts exile exiles witness witnesses speaker director directors secretary chair chairman president chancellor governor mayor ambassador spokesperson spokesman spokeswoman cybersecurity-researchers official officials critic critics lawmaker lawmakers legislator legislators senator senators congressman congresswoman congressmen politician politicians parliamentarian parliamentarians journalist journalists activist activists dissident dissidents employee employees contractor contractors student students academic academics researcher researchers member members spouse spouses relative relatives candidate candidates minister ministers diplomat diplomats suspect suspects defendant defendants spy spies agent agents expert experts victim victims staffer staffers aide aides lawyer lawyers executive executives user users target targets adviser advisers recipient recipients reporter reporters councillor councillors volunteer volunteers programmer programmers engineer engineers hacktivist hacktivists conspirator conspirators co-conspirators scholar scholars staff manager managers founder founders leader leaders head heads chief chiefs commander commanders soldier soldiers servicemen personnel professor professors teacher teachers scientist scientists consultant consultants advocate advocates campaigner campaigners opponent opponents refugee refugees wife wives husband husbands children friend friends colleague colleagues contacts deputy deputies peer peers judge judges editor editors blogger bloggers columnist columnists correspondent correspondents participant participants guest guests attendee attendees delegate delegates envoy envoys lobbyist lobbyists organiser organisers organizer organizers subscriber negotiator negotiators strategist strategists jurist jurists bishop bishops monk monks passenger passengers patient donor traveller travellers developer developers beneficiary beneficiaries applicant applicants pensioner pensioners taxpayer taxpayers veteran veterans officeholder officeholders assistant assistants customer customers client clients subscriber subscribers patients donors source sources investigator investigators defender defenders practitioner practitioners operator operators trustee trustees freelancer freelancers photographer photographers translator translators organiser organisers";
const PUBLIC =
  "voter voters resident residents population public diaspora minorities minority communities community reader readers constituents household households consumers commuters pupils";
const GROUPS_OF =
  "group groups actor actors gang gangs crew crews collective attacker attackers adversary adversaries cyberspies cybercriminals cybercriminal criminals threat-actor intruder intruders unit units cluster clusters outfit outfits";

const BODIES: Readonly<Record<"state" | "agency" | "company" | "office" | "sector" | "group", string>> = {
  state:
    "government governments authorities regime state states administration country countries nation nations cabinet officials-of allies",
  agency:
    "ministry ministries agency agencies department departments bureau service services police embassy embassies consulate military army intelligence jury directorate centre center court prosecutor prosecutors watchdog regulator mission panel panels inquiry authority directorates command cert csirt inspectorate garrison task-force taskforce prosecution treasury customs team teams enforcement",
  company:
    "company companies entity firm firms business businesses corporation contractor vendor vendors manufacturer manufacturers provider providers bank banks enterprise enterprises startup supplier suppliers exchange exchanges maker makers utility utilities carrier carriers airline airlines bakery brewery retailer retailers insurer insurers lender lenders broadcaster broadcasters publisher publishers chipmaker chipmakers chip-maker shipyard shipyards refinery refineries consultancy consultancies subsidiary subsidiaries conglomerate shipper telecoms telcos chain chains",
  office:
    "parliament parliaments commission committee senate congress assembly legislature party parties council councils institution institutions embassy campaign-team election-body office offices ministers secretariat presidency bodies body chamber electoral-system municipality municipalities city cities town towns region regions province county counties union unions federation federations association associations academy alliance hall halls headquarters delegation delegations legislatures assemblies foundation foundations",
  sector:
    "sector sectors industry industries organisation organisations organization organizations universities university ngos ngo think-tanks outlets outlet newspaper newsrooms media charities entities entity networks network systems system infrastructure accounts processes institutes churches tank tanks hospitals schools newspapers routers servers computers devices mailboxes homes website websites portal portals phones phone laptops laptop tablets plant plants port ports airport airports railway railways hospital clinic clinics school church pipeline pipelines grid reservoir dam laboratory laboratories institute university charity museum library libraries satellite satellites broadcasting station stations",
  group: GROUPS_OF,
};

function personNouns(): ReadonlyMap<string, "persons" | "public" | "group"> {
  const nouns = new Map<string, "persons" | "public" | "group">();
  for (const word of words(PERSONS)) nouns.set(word, "persons");
  for (const word of words(PUBLIC)) nouns.set(word, "public");
  return nouns;
}

function byList<K extends string>(lists: Readonly<Partial<Record<K, string>>>): ReadonlyMap<string, K> {
  const map = new Map<string, K>();
  for (const [name, list] of Object.entries(lists)) {
    for (const word of words((list as string | undefined) ?? "")) if (!map.has(word)) map.set(word, name as K);
  }
  return map;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

function numberWords(): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [value, word] of words(UNITS).entries()) map.set(word, value);
  for (const [at, ten] of words(TENS).entries()) {
    map.set(ten, (at + 2) * 10);
    for (const [value, word] of words(UNITS).slice(1, 10).entries())
      map.set(`${ten}-${word}`, (at + 2) * 10 + value + 1);
  }
  return map;
}

const VAGUE_NUMBERS: ReadonlyMap<string, readonly [min: number | null, max: number | null]> = new Map<
  string,
  readonly [number | null, number | null]
>([
  ["a handful", [3, 9]],
  ["handful", [3, 9]],
  ["a couple", [2, 3]],
  ["a dozen", [12, 12]],
  ["dozen", [12, 12]],
  ["dozens", [24, null]],
  ["scores", [40, null]],
  ["hundreds", [200, null]],
  ["hundreds of thousands", [200_000, null]],
  ["tens of thousands", [20_000, null]],
  ["thousands", [2_000, null]],
  ["millions", [2_000_000, null]],
  ["tens of millions", [20_000_000, null]],
  ["several", [3, null]],
  ["a number", [2, null]],
]);

/** `-ed` with a syllable before it; not `need`, `speed`, `hundred`, `sacred`, and nothing with a hyphen (`state-sponsored`). */
const UNKNOWN_PAST =
  /^(?!un|hundred$|sacred$|naked$|wicked$|rugged$|beloved$|hatred$|kindred$|outdated$|alleged$)\p{Ll}+[^\P{L}e]ed$/u;
const UNKNOWN_VERB: VerbReading = {
  lemma: "",
  forms: ["past", "participle"],
  classes: [],
  isLight: false,
  isNounToo: false,
  lists: NO_LISTS,
};

export const ENGLISH: Grammar = {
  language: "en",
  commonWords: new Set(
    words(
      "the of and to in that for with on was is by as from has have it be at which this are an were their its a not but or they who been had he she said after about we our you your all more one no",
    ),
  ),
  abbreviations: new Set(
    words(
      "mr mrs ms dr prof rev hon sen rep gov gen col maj capt lt sgt st jr sr no nos vs etc al e.g i.e cf fig figs eq sec ch vol pp p ed eds inc ltd co corp llc plc gmbh dept univ approx est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m u.s u.k u.n e.u d.c ph.d",
    ),
  ),
  tags: tagsOf(),
  verbs: verbsOf(),
  unknownBase: { ...UNKNOWN_VERB, forms: ["base"] },
  unknownVerb: (lower) => (UNKNOWN_PAST.test(lower) ? UNKNOWN_VERB : null),
  lists: LISTS,
  stateWords: new Map(words(STATE_WORDS).map((pair) => pair.split("=") as [string, string])),
  adjectives: new Set(
    words(
      "political local senior foreign federal national public private regional former current electoral democratic military civil independent international large small critical key major other unknown unnamed malicious sophisticated suspected alleged state-sponsored state-backed state-affiliated human academic financial digital internal external new",
    ),
  ),
  recordNouns: byList(RECORD_NOUNS),
  tradeNouns: new Set(
    words(
      "attack attacks cyberattack cyberattacks cyber-attack cyber-attacks campaign campaigns operation operations espionage email emails e-mail e-mails mail mails message messages malware backdoor backdoors implant implants spyware phishing spearphishing spear-phishing intrusion intrusions breach breaches compromise compromises exploit exploits vulnerability vulnerabilities credentials credential password passwords data information infrastructure domain domains account accounts server servers router routers link links pixel pixels beacon beacons tracker trackers lure lures attachment attachments document documents payload payloads ransomware trojan trojans webshell webshells shell shells tool tools toolkit access network networks system systems surveillance reconnaissance hacking effort efforts activity activities attempts attempt wiper wipers botnet loader dropper rootkit keylogger script scripts c2 command-and-control tooling toolset website websites site sites files file secrets record records technology communications mailbox mailboxes database databases copy copies",
    ),
  ),
  personNouns: personNouns(),
  personEnding: /\p{Ll}{3}(?:ists|icians|arians)$/u,
  bodyNouns: byList(BODIES),
  speakingNouns: new Set(
    words(
      "spokesperson spokesman spokeswoman statement statements announcement announcements representative report reports press-release note remarks comments authorities indictment advisory joint briefing revelations",
    ),
  ),
  sectors: [
    ["defence", ["defence", "defense", "military", "aerospace"]],
    ["telecommunications", ["telecommunications", "telecoms", "telecom", "telecommunication"]],
    ["finance", ["finance", "financial", "banking", "banks"]],
    ["government", ["government", "public sector", "public-sector"]],
    ["energy", ["energy", "oil and gas", "power grid", "utilities"]],
    ["health", ["health", "healthcare", "medical", "pharmaceutical"]],
    ["education", ["education", "universities", "academia", "academic"]],
    ["media", ["media", "news media", "journalism"]],
    ["information technology", ["information technology", "IT", "high-tech", "technology"]],
    ["manufacturing", ["manufacturing"]],
    ["trade", ["trade", "shipping", "logistics"]],
    ["travel", ["travel", "tourism", "hospitality", "airline", "airlines", "aviation"]],
    ["legal", ["legal", "law firms"]],
    ["research", ["research", "scientific"]],
    ["consulting", ["consulting", "consultancy"]],
    ["civil society", ["civil society", "think tanks", "think-tanks", "NGOs", "non-governmental", "human rights"]],
    ["critical infrastructure", ["critical infrastructure", "critical national infrastructure"]],
    ["elections", ["election", "electoral", "elections"]],
  ],
  numberWords: numberWords(),
  vagueNumbers: VAGUE_NUMBERS,
  vagueStarts: new Set([...VAGUE_NUMBERS.keys()].map((wording) => wording.split(" ", 1)[0] ?? "")),
  hedges: new Set(
    words(
      "alleged allegedly suspected suspectedly reportedly purported purportedly apparently apparent supposed supposedly possibly perhaps believed presumed presumably",
    ),
  ),
  negatingVerbs: new Set(words(NEGATING_VERBS)),
  prepositionalVerbs: new Set(words(PREPOSITIONAL_VERBS)),
  negativeWords: new Set(words("no none nobody nothing neither nor without")),
  recordStems: words(
    "accus alleg indict sanction denied denies deny denial refut espionage hack cyber-attack cyberattack cyber-espionage breach compromis intrusion intruder malicious phish spear-phish targeted target surveil spy spies spied stole exfiltrat impersonat attribut state-sponsored state-affiliated state-backed malware backdoor",
  ),
  times: TIME_PATTERNS,
  timeHint:
    /(?:19|20)\d\d|spring|summer|autumn|winter|(?:in|during|since|throughout|until|by|mid|late|early|last|this)[ -](?:Jan|Feb|Mar|Apr|Ma|Ju|Aug|Sep|Oct|Nov|Dec)|year|month|week|day|decade|\d (?:Jan|Feb|Mar|Apr|Ma|Ju|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|Ma|Ju|Aug|Sep|Oct|Nov|Dec)\p{Ll}* \d/iu,
  techniques: TECHNIQUES.trim()
    .split("\n")
    .map((line) => {
      const [id = "", name = "", list = ""] = line.split("|");
      return { id, name, phrases: phrases(list) };
    }),
  imperatives: new Set(words(IMPERATIVES)),
};
