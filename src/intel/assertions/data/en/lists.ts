/** English: words by what the readers ask of them; verbs as lemmas. Phrases have `_` for their blanks. */
import type { WordList } from "../../word-lists.ts";

export const LISTS_OF_WORDS: Readonly<Record<WordList, string>> = {
  "acts-on": "spy snoop eavesdrop intrude break",
  adds: "add place put",
  "aims-at": "target hit cover",
  attacker:
    "hackers hacker nationals national operatives operative agents agent spies spy attackers attacker hacktivists hacktivist conspirators conspirator co-conspirators defendants defendant officers officer suspects suspect cybercriminals cybercriminal",
  backs:
    "link tie back sponsor support control run work connect affiliate associate direct employ act affiliate operate",
  baseless:
    "baseless groundless unfounded false fabricated fabrication fabrications slander slanders slanderous untrue smear smears nonsense fiction lies lie absurd ridiculous unsubstantiated untruthful disinformation preposterous malicious farce hoax pretext hysteria absurdity speculation invention inventions",
  "bound-one": "over about around nearly almost approximately roughly exceeding",
  "bound-two": "more_than less_than fewer_than at_least up_to at_most",
  "charge-noun": "charges charge",
  "charge-or-sanction": "charges charge sanctions sanction",
  claim:
    "allegations allegation claims claim accusations accusation suggestions suggestion notion idea possibility rumours rumour rumors rumor accusation",
  "claim-noun":
    "accusations accusation allegations allegation claims claim charges charge reports report findings finding assertions assertion suggestions suggestion indictment assessment attribution insinuations insinuation involvement responsibility statement conclusions conclusion",
  "company-end":
    "ltd limited inc gmbh corp corporation llc plc co ag sa company technologies technology labs laboratories bank",
  condemns: "denounce decry deplore",
  "counts-of":
    "dozens scores hundreds thousands tens millions handful number series majority range variety couple set all some none many most several",
  culprit: "group actor actors gang hackers responsible behind perpetrators perpetrator culprit source unit",
  definite: "the this that these those its their",
  "det-inside":
    "many few several various other such more most another multiple certain numerous all no every its their his her our the these those",
  embassy: "embassy consulate",
  event:
    "cyber-attacks cyber-attack cyberattacks cyberattack attacks attack espionage cyber-espionage intrusions intrusion breaches breach surveillance hacking emails email e-mails e-mail mails mail messages message reconnaissance campaigns campaign activity break-in break-ins",
  evidence: "evidence indications indication signs sign proof suggestion impact effect",
  "evidence-of": "evidence indications indication proof signs sign",
  finds: "find see have uncover identify observe be detect remain",
  "finite-auxiliary": "is are was were has have had",
  "group-cue":
    "group gang actor actors apt hackers called dubbed named known as aka a.k.a tracked alias by codenamed collective threat campaign nicknamed and ,",
  "group-cue-after": "group gang actors actor apt hackers collective",
  "group-cue-before": "group gang actor apt called dubbed named aka alias codenamed collective nicknamed",
  harmful:
    "cyber-attacks cyber-attack cyberattacks cyberattack attacks attack espionage cyber-espionage malware phishing spear-phishing spearphishing intrusions intrusion breaches breach surveillance spyware backdoors backdoor ransomware hacking emails email e-mails e-mail mails mail messages message wipers wiper reconnaissance campaigns campaign operations operation",
  "hyphen-tie": "linked backed based affiliated sponsored aligned nexus speaking state run born controlled origin",
  indefinite: "a an one",
  intends: "threaten promise plan want hope intend need",
  involved: "behind responsible involved involvement guilty to_blame",
  labels: "call describe brand label dismiss deem",
  mail: "emails email e-mails e-mail mails mail messages message",
  "modal-duty": "should must",
  "modal-future": "will shall cannot can",
  "modal-possible": "may might could",
  "name-tail": "officials officers threat team",
  "names-as": "identify name describe regard view",
  naming: "known tracked called dubbed named",
  "naming-joint": "as by and ,",
  national: "nationals national citizens citizen",
  "no-count-before":
    "version section sections figure fig table page pages chapter article articles step part line lines port ports unit no number level tier phase appendix annex v windows office server january february march april may june july august september october november december item resolution act apt fin ta unc storm dev # . / : - = x",
  observes: "see observe find identify detect witness watch",
  "organisation-word":
    "ltd limited inc gmbh corp corporation llc plc co ag sa company university institute agency ministry bureau commission committee council centre center office department foundation party group bank laboratories labs security technology technologies systems networks academy college command directorate authority service union alliance association federation news times post press embassy parliament police court electoral national federal central cyber defence defense foreign state public interior intelligence team project house bar research threat district",
  "policy-noun":
    "calls call measures measure commitments commitment pledge statute ambassador envoy taskforce protest demarche démarche statements statement legislation",
  "prep-attack": "on against at targeting",
  "prep-backer": "to by for with",
  "prep-for-whom": "for of from by at",
  "prep-joins": "after before until as",
  "prep-list": "including as like",
  "prep-owner": "of at in from belonging",
  "prep-source": "from by of",
  "pron-nobody": "nobody none someone somebody anyone everyone",
  "pron-person": "he she",
  "pron-self": "it they we its their our",
  "pron-thing": "it they",
  robs: "steal exfiltrate harvest collect obtain extract gather take",
  "round-number": "thousands hundreds dozens millions",
  "sanction-noun": "sanctions sanction",
  "sector-head":
    "sectors sector industry industries firms companies businesses organisations organizations contractors entities",
  sees: "see observe witness watch",
  "speaking-paper": "authorities indictment advisory report statement",
  spokesperson: "spokesperson spokesman spokeswoman",
  "statement-noun": "statements statement",
  "sub-aside": "while whereas although though because where so",
  "sub-contrast": "while whereas although though",
  "takes-that":
    "evidence indications indication fact claims claim allegations allegation reports report accusations accusation suggestions suggestion statement belief assessment conclusion warning possibility suspicion confidence idea notion denial",
  "takes-to":
    "link tie connect attribute ascribe trace lead contribute relate respond refer compare limit add belong affiliate",
  targeting: "targeting hacking compromise breach hack surveillance infiltration",
  "time-unit":
    "decade decades year years month months week weeks day days hour hours minute minutes second seconds january february march april may june july august september october november december a.m p.m am pm % st nd rd th old year-old",
  "weak-denial": "reject dismiss dispute denounce decry deplore disavow rubbish repudiate",
  aware: "aware",
  paper: "complaint affidavit filing filings",
  "paper-plural": "documents papers records filings",
  "paper-modifier": "court legal charging internal leaked",
  accountable: "accountable responsible liable",
  holds: "hold",
  serves: "work act operate",
  behalf: "behalf",
  "support-of": "support encourage condone tolerate sponsor back engage participate conduct carry launch",
  victim: "victim victims target targets",
  comprises: "include involve comprise span",
  involves: "involve include comprise consist entail",
  believes: "believe suspect think allege presume assess know say report",
  "ing-adjective": "tracking phishing hacking spying monitoring listening forwarding phishing-like logging mining",
  "past-auxiliary": "was were had has have having been did 've",
  "so-called": "so-called alleged supposed purported",
  purports: "purport pretend impersonate claim masquerade pose contain carry spoof mimic",
  "harmful-word":
    "malicious phishing suspicious spoofed fake fraudulent spearphishing spear-phishing bogus booby-trapped",
  receives: "receive get",
  "limits-what-follows": "for over after following in",
  judges: "convict suspect arrest jail sentence detain extradite acquit",
  official:
    "minister ministers secretary president chancellor ambassador premier commissioner spokesperson spokesman spokeswoman speaker governor",
  "condemns-what": "condemn denounce decry deplore criticise criticize",
  "intrusion-noun": "intrusion intrusions break-in break-ins hack hacking breach",
  nothing: "nothing",
  access: "access",
  breaks: "break",
  "leads-to": "lead result",
  "company-word": "company firm startup start-up manufacturer maker business corporation",
  "company-kind":
    "security cybersecurity cyber-security software technology telecoms antivirus hosting threat-intelligence intelligence consulting surveillance spyware",
  "research-people": "researchers analysts experts engineers",
  "at-or-from": "at from with",
  deictic: "today yesterday",
  never: "never",
  of: "of",
  "introduced-in": "based in that which headquartered with whose",
  has: "have",
  "takes-infinitive":
    "fail decline refuse attempt try seek plan threaten promise continue agree begin start vow pledge intend want need help",
  predicate: "aware familiar accountable responsible liable able unable guilty behind-them involved-in",
  "rel-object": "whom which",
  "needs-as": "pose masquerade",
  "compound-second": "tank tanks",
  tells: "tell inform remind",
  ties: "ties links connections tie link connection",
  work: "work handiwork doing",
  "no-part":
    "part role hand involvement connection connections knowledge link links ties interest responsibility",
  "thing-owned":
    "networks network systems system computers computer devices device phones phone laptops laptop routers router servers server accounts account mailboxes mailbox websites website portal portals infrastructure inboxes inbox",
  "campaign-noun": "campaign campaigns",
  "campaign-kind": "presidential political election electoral senate re-election reelection congressional mayoral parliamentary referendum",
  "attribution-noun": "attribution attributions",
  "sanction-modifier": "restrictive",
  "sanction-thing": "freeze freezes ban bans measures",
  "sanction-thing-kind": "asset assets travel restrictive",
  exposes: "expose reveal uncover unmask detail describe disclose outline document",
  "no-indication": "information indicator indicators reason reasons suggestion trace traces",
  offers: "offer",
  "sought-noun": "information tips leads details",
  "on-offer": "offer",
  available: "available",
  learns: "learn hear",
  "speaks-for-itself": "we us",
  "state-place": "ministry government authorities officials ministries official",
  "currency-sign": "$ \u00a3 \u20ac",
  names: "call name dub nickname codename track refer know",
};

/** Before `-linked` and the like: a short word that stands for a state. */
export const STATE_WORDS =
  "Chinese=CN Beijing=CN PRC=CN Russian=RU Moscow=RU Kremlin=RU Iranian=IR Tehran=IR DPRK=KP Pyongyang=KP MSS=CN GRU=RU FSB=RU IRGC=IR UK=GB US=US";
