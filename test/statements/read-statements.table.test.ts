/**
 * Sentences as news and advisories write them, invented, and what they state: `kind: by > against @ targets via reporter`, states by their code,
 * `-` for nobody. Several statements of one sentence are divided by ` | `; `none` states nothing.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { framesOf, type Row } from "../support/frames.ts";

function check(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [sentence, frames] of rows) test(sentence, () => assert.equal(framesOf(sentence), frames));
  });
}

check("accusations", [
  ["Finland accused Russia of spying on its lawmakers.", "accusation: FI > RU @ lawmakers"],
  ["Finland has accused Russia of spying on its lawmakers.", "accusation: FI > RU @ lawmakers"],
  [
    "Finland and Norway have jointly accused Russia of hacking their ministries.",
    "accusation: FI, NO > RU @ ministries",
  ],
  [
    "Norway, Sweden and Denmark accused Russia of a campaign against journalists.",
    "accusation: NO, SE, DK > RU @ journalists",
  ],
  ["Russia was accused of hacking the Finnish Parliament.", "accusation: - > RU @ Parliament (Finland)"],
  ["Russia has been accused by Finland of hacking journalists.", "accusation: FI > RU @ journalists"],
  ["Norway blamed Iran for the attack on its hospitals.", "accusation: NO > IR @ hospitals"],
  ["Norway blamed the attack on Iran.", "accusation: NO > IR"],
  ["Helsinki accused Moscow of hacking journalists.", "accusation: FI > RU @ journalists"],
  [
    "The Finnish government accused Russian hackers of targeting voters.",
    "accusation: FI > hackers of Russia @ voters",
  ],
  [
    "Canada attributed the intrusion to a Chinese state-sponsored group.",
    "accusation: CA > state-sponsored group of China",
  ],
  ["The intrusion was attributed to China.", "accusation: - > CN"],
  ["The intrusion has been attributed to China by Canada.", "accusation: CA > CN"],
  ["The campaign has been linked to Russia.", "accusation: - > RU"],
  ["Estonia levelled accusations against Belarus.", "accusation: EE > BY"],
  ["Accusations were made against Belarus by Estonia.", "accusation: EE > BY"],
  ["The Foreign Ministry said that Russia was responsible for the attacks.", "accusation: Foreign Ministry > RU"],
  ["The NCSC said Russia was behind the campaign.", "accusation: National Cyber Security Centre > RU"],
  ["Iran is responsible for the attacks, the FBI said.", "accusation: Federal Bureau of Investigation > IR"],
  [
    "According to the FBI, Iranian hackers targeted journalists.",
    "accusation: Federal Bureau of Investigation > hackers of Iran @ journalists",
  ],
  [
    "Iranian hackers targeted journalists, according to the FBI.",
    "accusation: Federal Bureau of Investigation > hackers of Iran @ journalists",
  ],
  [
    "Officials in Oslo said that a Chinese group had compromised mailboxes of lawmakers.",
    "accusation: officials > group of China @ lawmakers",
  ],
  ["Poland, which borders Belarus, accused Minsk of spying on activists.", "accusation: PL > BY @ activists"],
  ["Sweden, a member of NATO, accused Russia of spying on diplomats.", "accusation: SE > RU @ diplomats"],
  [
    "While Sweden accused Russia of spying on diplomats, Norway accused China of hacking its ministries.",
    "accusation: SE > RU @ diplomats | accusation: NO > CN @ ministries",
  ],
  [
    "The EU accused Russia of a malicious cyber campaign targeting political parties in Germany and Czechia.",
    "accusation: EU > RU @ political parties",
  ],
]);

check("accusations that are none, or denied in the same breath", [
  ["Finland has not accused Russia of hacking journalists.", "not accusation: FI > RU @ journalists"],
  ["Finland did not blame Russia for the attack.", "not accusation: FI > RU"],
  ["No country has accused Russia of hacking journalists.", "not accusation: country > RU @ journalists"],
  ["Finland declined to blame Russia for the attack.", "not accusation: FI > RU"],
  ["Finland stopped short of blaming Russia for the attack.", "not accusation: FI > RU"],
  ["The attack has not been attributed to China.", "not accusation: - > CN"],
  ["If Finland accused Russia of hacking journalists, Moscow would respond.", "none"],
  ["Finland could accuse Russia of hacking journalists.", "none"],
  ["It is unclear whether Russia targeted journalists.", "none"],
]);

check("denials", [
  ["China denied the accusations.", "denial: CN > CN"],
  ["China has denied the accusations.", "denial: CN > CN"],
  ["China has repeatedly denied hacking parliaments.", "denial: CN > CN"],
  ["China denied that it had targeted lawmakers.", "denial: CN > CN"],
  ["China denied targeting lawmakers.", "denial: CN > CN"],
  ["China denied any involvement in the attack.", "denial: CN > CN"],
  ["China has denied these accusations, denouncing them as slander.", "denial: CN > CN"],
  ["Beijing rejected the allegations as groundless.", "denial: CN > CN"],
  ["Beijing dismissed the report as disinformation.", "denial: CN > CN"],
  ["The Russian embassy in Oslo denied the claims.", "denial: Embassy of Russia in Oslo > Embassy of Russia in Oslo"],
  [
    "A spokesperson for the Chinese embassy in Canberra denied the allegations.",
    "denial: Embassy of China in Canberra > Embassy of China in Canberra",
  ],
  ["The Chinese embassy said that Beijing had denied the allegations.", "denial: CN > CN via Embassy of China"],
  ["The embassy denied that Beijing was behind the attack.", "denial: embassy > CN"],
  ["China called the accusations baseless.", "denial: CN > CN"],
  ["China described the allegations as fabricated.", "denial: CN > CN"],
  ["China said the accusations were groundless.", "denial: CN > CN"],
  ["The accusations are completely unfounded, the embassy said.", "denial: embassy > embassy"],
  ["The allegations were rejected by Russia.", "denial: RU > RU"],
  ["Russia said it was not behind the attacks.", "denial: RU > RU"],
  ["Russia said it had not targeted journalists.", "denial: RU > RU"],
  ["Tehran said that Iran had not hacked the parliament.", "denial: IR > IR"],
  ["Iran issued a denial.", "denial: IR > IR"],
  ["Russia did not deny the accusations.", "not denial: RU > RU"],
  [
    "Finland accused Russia of hacking journalists, but Moscow denied the claim.",
    "accusation: FI > RU @ journalists | denial: RU > RU",
  ],
  [
    "Finland accused Russia of hacking journalists, and Moscow rejected the allegation.",
    "accusation: FI > RU @ journalists | denial: RU > RU",
  ],
  [
    "Russia denied the accusations and accused Finland of spying on diplomats.",
    "denial: RU > RU | accusation: RU > FI @ diplomats",
  ],
  ["The UK said that China had denied the accusations.", "denial: CN > CN via GB"],
  ["Examplia Corp denied that its routers had been compromised.", "denial: Examplia Corp > Examplia Corp"],
  ["Moscow denied the charges, which it described as fabricated.", "denial: RU > RU"],
]);

check("charges", [
  [
    "The US Justice Department charged seven Chinese nationals with wire fraud.",
    "charge: Department of Justice > seven nationals of China",
  ],
  ["Seven Chinese nationals were charged with wire fraud.", "charge: - > seven nationals of China"],
  [
    "Seven Chinese nationals have been charged by the Justice Department.",
    "charge: Department of Justice > seven nationals of China",
  ],
  ["Prosecutors in New York indicted three Iranian hackers.", "charge: prosecutors > three hackers of Iran"],
  ["A grand jury indicted two Russian officers for hacking.", "charge: grand jury > two officers of Russia"],
  [
    "The Justice Department unsealed an indictment against four officers.",
    "charge: Department of Justice > four officers",
  ],
  ["Charges were brought against two Russian nationals.", "charge: - > two nationals of Russia"],
  ["Two Russian nationals face charges in Germany.", "charge: - > two nationals of Russia"],
  ["No charges have been brought against the suspects.", "not charge: - > suspects"],
  ["Germany has not charged the three suspects.", "not charge: DE > three suspects"],
  [
    "The FBI said that two Iranian nationals had been charged.",
    "charge: Federal Bureau of Investigation > two nationals of Iran",
  ],
]);

check("sanctions", [
  ["The UK sanctioned a front company.", "sanction: GB > front company"],
  ["The Treasury sanctioned two individuals.", "sanction: Treasury > two individuals"],
  [
    "OFAC designated a Chinese company for the attacks.",
    "sanction: Office of Foreign Assets Control > company of China",
  ],
  ["The EU imposed sanctions on six Russian officers.", "sanction: EU > six officers of Russia"],
  ["Sanctions were imposed on two individuals and a company.", "sanction: - > two individuals, company"],
  ["Two individuals were sanctioned by the United Kingdom.", "sanction: GB > two individuals"],
  [
    "The Foreign Office announced sanctions against individuals and a front company.",
    "sanction: Foreign, Commonwealth and Development Office > individuals, front company",
  ],
  ["No sanctions have been imposed on the company.", "not sanction: - > company"],
  ["The EU has not sanctioned the group.", "not sanction: EU > group"],
  [
    "Two individuals and an entity were designated by OFAC for their role in the campaign.",
    "sanction: Office of Foreign Assets Control > two individuals, entity",
  ],
]);

check("advice", [
  ["The NCSC advises members to use strong passwords.", "advice: National Cyber Security Centre > - @ members"],
  [
    "CISA urged organisations to patch their servers.",
    "advice: Cybersecurity and Infrastructure Security Agency > - @ organisations",
  ],
  ["Users are advised to report suspicious emails.", "advice: - > - @ users"],
  [
    "The BSI recommends that parties enable two-factor authentication.",
    "advice: Federal Office for Information Security > - @ parties",
  ],
  [
    "The NCSC has updated its advice for political organisations.",
    "advice: National Cyber Security Centre > - @ political organisations",
  ],
  [
    "The FBI and CISA published guidance for campaigns.",
    "advice: Federal Bureau of Investigation, Cybersecurity and Infrastructure Security Agency > -",
  ],
  ["Enable multi-factor authentication on all accounts.", "advice: - > -"],
  ["Organisations should review their logs.", "advice: - > - @ organisations"],
  ["ANSSI issued an advisory.", "advice: Agence nationale de la sécurité des systèmes d'information > -"],
]);

check("notifications", [
  ["The FBI notified 12 lawmakers.", "notification: Federal Bureau of Investigation > - @ 12 lawmakers"],
  ["The lawmakers were notified by the FBI.", "notification: Federal Bureau of Investigation > - @ lawmakers"],
  ["The lawmakers were never notified.", "not notification: - > - @ lawmakers"],
  ["The agency did not inform the members.", "not notification: agency > - @ members"],
  [
    "Supo warned politicians that Russian hackers had targeted their accounts.",
    "notification: Finnish Security and Intelligence Service > - @ politicians | accusation: Finnish Security and Intelligence Service > hackers of Russia @ accounts",
  ],
  ["Microsoft alerted the affected customers.", "notification: Microsoft > - @ affected customers"],
  ["CERT-FR issued a warning to ministries.", "notification: CERT-FR > - @ ministries"],
]);

check("incidents and who tells of them", [
  ["APT31 targeted members of parliament.", "incident: - > APT31 @ Members of Parliament"],
  ["Members of parliament were targeted by APT31.", "incident: - > APT31 @ Members of Parliament"],
  ["The UK said that members of parliament had been targeted.", "incident: GB > - @ Members of Parliament"],
  ["The UK said members of parliament had been targeted by APT31.", "accusation: GB > APT31 @ Members of Parliament"],
  ["Members of parliament had been targeted, the UK said.", "incident: GB > - @ Members of Parliament"],
  [
    "Reuters reported that the UK said Chinese hackers had targeted diplomats.",
    "accusation: GB > hackers of China @ diplomats via Reuters",
  ],
  ["The UK said that no members of parliament had been targeted.", "not incident: GB > - @ Members of Parliament"],
  ["The UK said members of parliament had not been targeted.", "not incident: GB > - @ Members of Parliament"],
  ["Hackers stole documents from the Foreign Ministry.", "incident: - > hackers @ Foreign Ministry"],
  ["The attackers sent phishing emails to journalists.", "incident: - > attackers @ journalists"],
  ["The group sent more than 1,000 emails to 400 addresses.", "incident: - > group"],
  ["APT31 used hidden tracking links to identify devices.", "incident: - > APT31"],
  ["A Chinese company launched attacks against dissidents.", "incident: - > company of China @ dissidents"],
  ["The breach affected 40 million voters.", "impact: - > - @ 40 million voters"],
  ["The group may have targeted diplomats.", "incident: - > group @ diplomats"],
  ["The group might target diplomats.", "none"],
  ["The group will target diplomats.", "none"],
  ["The group failed to compromise the ministry.", "not incident: - > group @ ministry"],
  ["The emails impersonated journalists.", "incident: - > - @ journalists"],
]);

check("impact", [
  ["There is no evidence that the elections were affected.", "not impact: - > -"],
  ["There is no evidence that voters were affected.", "not impact: - > - @ voters"],
  ["The commission found no evidence that voters were affected.", "not impact: commission > - @ voters"],
  [
    "The NCSC said there was no evidence that the parliament had been affected.",
    "not impact: National Cyber Security Centre > - @ Parliament",
  ],
  ["The attack did not affect voters.", "not impact: - > - @ voters"],
  ["Voters were not affected by the attack.", "not impact: - > - @ voters"],
  ["The attack disrupted hospitals and banks.", "impact: - > - @ hospitals, banks"],
  ["Officials have not seen any evidence that data was stolen.", "not impact: officials > -"],
]);

check("rewards", [
  [
    "The State Department offered a reward of up to $10 million for information about the group.",
    "reward: Department of State > group",
  ],
  ["The United States announced a bounty of 5 million dollars.", "reward: US > -"],
  ["A reward was offered by the State Department.", "reward: Department of State > -"],
]);

check("policy", [
  ["The government announced measures to protect elections.", "policy: government > -"],
  [
    "The Foreign Office summoned the Chinese ambassador.",
    "policy: Foreign, Commonwealth and Development Office > ambassador of China",
  ],
  ["Estonia expelled two Russian diplomats.", "policy: EE > two diplomats of Russia"],
  ["NATO condemned the attacks.", "policy: NATO > -"],
  ["China opposes all forms of cyber-attacks.", "policy: CN > -"],
  ["The Foreign Secretary condemned the attacks.", "policy: Foreign Secretary > -"],
]);

check("speakers, reporters and quotations", [
  [
    "\u201cThese claims are pure fabrication,\u201d the Chinese embassy in Oslo said.",
    "denial: Embassy of China in Oslo > Embassy of China in Oslo",
  ],
  [
    "\u201cWe were not involved in any way,\u201d a spokesperson for the Russian embassy said.",
    "denial: Embassy of Russia > Embassy of Russia",
  ],
  [
    "The Norwegian police said on Tuesday that hackers had stolen emails from the parliament.",
    "accusation: police of Norway > hackers @ Parliament",
  ],
  [
    "The Czech foreign ministry summoned the Russian ambassador over the attack.",
    "policy: Foreign Ministry (Czech Republic) > ambassador of Russia",
  ],
  [
    "Microsoft said in a blog post that the group had targeted universities in Estonia.",
    "accusation: Microsoft > group @ universities",
  ],
  ["In a joint statement, Canada and New Zealand condemned the attacks.", "policy: CA, NZ > -"],
  [
    "The Danish prime minister told reporters that Denmark had been attacked by hackers linked to Russia.",
    "accusation: Prime Minister (Denmark) > hackers of Russia @ DK",
  ],
  [
    "Dutch intelligence said it had found no evidence that the election was affected.",
    "not impact: intelligence of Netherlands > -",
  ],
  [
    "A report by Examplesoft, a security company, says that hackers backed by Iran targeted journalists.",
    "accusation: Examplesoft > hackers of Iran @ journalists",
  ],
  ["The ministry has neither confirmed nor denied the attack.", "not denial: ministry > ministry"],
  ["The minister refused to say whether Russia was behind the attack.", "none"],
  [
    "Asked about the accusations, a foreign ministry spokesperson said China firmly opposes hacking.",
    "policy: CN > - via Foreign Ministry",
  ],
  [
    "The FBI believes that Russian officers almost certainly conducted the attack.",
    "accusation: Federal Bureau of Investigation > officers of Russia",
  ],
  [
    "The NCSC assesses that it is highly likely that China was responsible for the attack.",
    "accusation: National Cyber Security Centre > CN",
  ],
  [
    "It is almost certain that APT31 conducted reconnaissance against lawmakers in 2021.",
    "incident: - > APT31 @ lawmakers",
  ],
  ["The government did not say who was behind the attack.", "none"],
  ["Sweden has yet to attribute the attack.", "none"],
  [
    "China said it was a victim of hacking and accused the United States of spying on its universities.",
    "accusation: CN > US @ universities",
  ],
  ["Russia, through its embassy, rejected the accusations.", "denial: RU > RU"],
  ["The accusations were denied by both Russia and Belarus.", "denial: RU, BY > RU, BY"],
  ["Neither Russia nor Belarus has denied the accusations.", "not denial: RU, BY > RU, BY"],
  ["Belarus never denied the accusations.", "not denial: BY > BY"],
  ["Iran denies being behind the campaign.", "denial: IR > IR"],
  ["North Korea has previously denied allegations of hacking banks.", "denial: KP > KP"],
  ["Pyongyang denied stealing data from hospitals.", "denial: KP > KP"],
  ["The allegation that Iran hacked the ministry is false, Tehran said.", "denial: IR > IR"],
  [
    "Lawmakers said they had not been told that they had been targeted.",
    "not notification: lawmakers > - @ lawmakers | incident: lawmakers > - @ lawmakers",
  ],
  ["Members were not told.", "not notification: - > - @ members"],
  ["The suspects deny the charges.", "denial: suspects > suspects"],
  [
    "The company, which denies wrongdoing, was sanctioned by the EU.",
    "denial: company > company | sanction: EU > company",
  ],
]);

check("news in longer sentences", [
  [
    "Three officers of Russian military intelligence were indicted in Germany on Thursday for hacking the parliament in 2015.",
    "charge: - > three officers @ Parliament",
  ],
  [
    "The United States, the United Kingdom and Australia imposed sanctions on a hosting provider that they say supported ransomware gangs.",
    "sanction: US, GB, AU > hosting provider",
  ],
  [
    "Estonia\u2019s foreign ministry blamed three members of a Russian military unit for attacks on its ministries in 2020.",
    "accusation: Foreign Ministry (Estonia) > three members @ ministries",
  ],
  [
    "Up to 40 members of the council received emails that impersonated journalists.",
    "incident: - > - @ 40 members | incident: - > - @ journalists",
  ],
  ["Police arrested two men suspected of hacking hospitals.", "incident: - > two men @ hospitals"],
  ["The group, which the FBI calls Sandworm, has targeted Ukraine since at least 2014.", "incident: - > Sandworm @ UA"],
  [
    "Hackers working for the Chinese government sent more than 10,000 emails with hidden tracking links to officials.",
    "incident: - > hackers of China @ officials",
  ],
  ["The emails contained hidden tracking links.", "incident: - > -"],
  [
    "Officials warned political parties about a phishing campaign by Iranian hackers.",
    "notification: officials > - @ political parties",
  ],
  ["The regulator published recommendations for newsrooms after the attack.", "advice: regulator > - @ newsrooms"],
  [
    "Australia and its allies attributed the malicious activity to a group controlled by the Ministry of State Security.",
    "accusation: AU, allies > group of China",
  ],
  [
    "The Netherlands expelled two diplomats, accusing Russia of espionage.",
    "policy: NL > two diplomats | accusation: NL > RU",
  ],
  ["The EU said it would consider sanctions.", "none"],
  ["The hackers are accused of stealing data from universities.", "accusation: - > hackers @ universities"],
  [
    "Two men accused of hacking hospitals were charged in Finland.",
    "accusation: - > two men @ hospitals | charge: - > two men",
  ],
  ["The commission said that its systems had not been compromised.", "not incident: commission > - @ systems"],
  [
    "More than 300 lawmakers were targeted between 2019 and 2021, the ministry said.",
    "incident: ministry > - @ 300 lawmakers",
  ],
  ["The White House called on China to stop the attacks.", "policy: US > CN"],
  [
    "France's ANSSI warned of a large campaign against French organisations.",
    "notification: Agence nationale de la sécurité des systèmes d'information > -",
  ],
  [
    "The indictment alleges that the defendants hacked home routers of officials.",
    "accusation: indictment > defendants @ officials",
  ],
]);

check("a third set, written without looking at results", [
  ["Lithuania says Belarus is behind a wave of phishing emails.", "accusation: LT > BY"],
  ["Vilnius has formally protested to Minsk.", "policy: LT > -"],
  [
    "Latvia's security service blamed Russian intelligence for the breach of a think tank.",
    "accusation: security service of Latvia > intelligence of Russia @ think tank",
  ],
  [
    "A spokeswoman for the European Commission said it had no evidence that data was stolen.",
    "not impact: European Commission > -",
  ],
  [
    "Germany summoned the Chinese ambassador after it blamed Beijing for an attack on a federal agency.",
    "policy: DE > ambassador of China | accusation: DE > CN @ federal agency",
  ],
  ["China's foreign ministry urged Germany to stop smearing China.", "advice: Foreign Ministry (China) > - @ DE"],
  [
    "\u201cThe accusations are groundless,\u201d said the Iranian embassy in Tirana.",
    "denial: Embassy of Iran in Tirana > Embassy of Iran in Tirana",
  ],
  ["Albania cut diplomatic ties with Iran over the attack.", "none"],
  ["None of the lawmakers was warned.", "not notification: - > - @ lawmakers"],
  ["Only two of 80 targets had been warned.", "notification: - > - @ 80 targets"],
  [
    "Kyiv's security service said it had charged three Russian hackers in absentia.",
    "charge: security service of Ukraine > three hackers of Russia",
  ],
  ["The sanctions target three companies and five people.", "sanction: - > three companies, five people"],
  ["Treasury officials said the company was a front for Chinese intelligence.", "none"],
  ["The EU has added four individuals to its sanctions list.", "sanction: EU > four individuals"],
  ["Australia will impose sanctions on the group.", "sanction: AU > group"],
  ["No personal data was stolen.", "not impact: - > -"],
  ["The ministry denied that data had been stolen.", "denial: ministry > ministry"],
  ["Sources told Reuters that Russia had hacked the agency.", "accusation: sources > RU @ agency"],
  [
    "The US and its allies warned that Iranian hackers were targeting water utilities.",
    "notification: US, allies > - | accusation: US, allies > hackers of Iran @ water utilities",
  ],
  ["The advisory urges organisations to disable macros.", "advice: advisory > - @ organisations"],
  ["Political parties are urged to review their accounts.", "advice: - > - @ political parties"],
  ["Japan joined the statement.", "none"],
  ["Thirteen members had received the emails but were not infected.", "not incident: - > - @ thirteen members"],
  ["It is not known who sent the emails.", "none"],
  [
    "Investigators suspect that a state-sponsored group was responsible for the attack.",
    "accusation: investigators > state-sponsored group",
  ],
  ["The Spanish government said it did not know who was responsible.", "none"],
  [
    "The hackers, whom Albania linked to Iran, published stolen emails.",
    "accusation: AL > IR, hackers | incident: - > hackers",
  ],
  ["Moscow has always denied such claims.", "denial: RU > RU"],
  ["Serbia denied the report, calling it fiction.", "denial: RS > RS"],
]);

check("known misses: what is read today, and what is wrong about it", [
  // The members are missed: `read` is no verb of the trade.
  ["The attackers used a compromised account to read the emails of 12 members.", "incident: - > attackers"],
]);

check("nothing is stated", [
  ["The weather in Helsinki was fine.", "none"],
  ["The report has 14 pages.", "none"],
  ["China and Finland signed a trade agreement.", "none"],
  ["The bank charges fees.", "none"],
  ["Members of parliament discussed the budget.", "none"],
]);
