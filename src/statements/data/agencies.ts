/**
 * Bodies of states and of several states, as texts in English write them: `canonical name | country | kind | further wordings`,
 * by `;`. `agency` acts and says, `office` is a person's or a house of parliament's. A wording in capitals is taken only so. A body without a
 * country takes that of the state named before it (`the UK Foreign Office`, `the Finnish Parliament`).
 *
 * From general knowledge of public bodies.
 */
export const AGENCIES = `
National Cyber Security Centre|GB|agency|NCSC;UK National Cyber Security Centre;National Cyber Security Center
Government Communications Headquarters|GB|agency|GCHQ
National Crime Agency|GB|agency|NCA
Security Service (MI5)|GB|agency|MI5
Secret Intelligence Service (MI6)|GB|agency|MI6
Foreign, Commonwealth and Development Office|GB|agency|FCDO;Foreign Office;Foreign, Commonwealth & Development Office;Foreign and Commonwealth Office
Home Office|GB|agency|
Cabinet Office|GB|agency|
Ministry of Defence||agency|MoD;MOD;Defence Ministry;Ministry of Defense;Defense Ministry
Metropolitan Police|GB|agency|
Electoral Commission|GB|office|
Foreign Secretary|GB|office|
Home Secretary|GB|office|
Deputy Prime Minister||office|
Prime Minister||office|
Members of Parliament||office|MPs;Member of Parliament;members of parliament;members of the parliament
Members of the European Parliament|EU|office|MEPs
House of Commons||office|
House of Lords|GB|office|
Parliament||office|parliament;parliaments;Parliaments
Parliamentary Security Department|GB|agency|
Federal Bureau of Investigation|US|agency|FBI;F.B.I.
Cybersecurity and Infrastructure Security Agency|US|agency|CISA
National Security Agency|US|agency|NSA;N.S.A.
Central Intelligence Agency|US|agency|CIA
Department of Justice|US|agency|DOJ;DoJ;Justice Department;US Department of Justice;Department of Justice
Department of the Treasury|US|agency|Treasury Department;US Treasury;U.S. Treasury
Treasury||agency|
Office of Foreign Assets Control|US|agency|OFAC
Department of State|US|agency|State Department
Department of Commerce|US|agency|Commerce Department
Department of Homeland Security|US|agency|DHS
Department of Health and Human Services|US|agency|HHS
Department of Defense|US|agency|DoD;DOD;Pentagon;Defense Department
Office of the Director of National Intelligence|US|agency|ODNI
Director of National Intelligence|US|office|
US Cyber Command|US|agency|Cyber Command;USCYBERCOM
Cyber National Mission Force|US|agency|CNMF
US Secret Service|US|agency|Secret Service
Congress||office|
House of Representatives||office|
Senate||office|
Attorney General||office|
Deputy Attorney General||office|
Secretary of State||office|
National Security Council||agency|
Rewards for Justice|US|agency|
State Security Committee (KGB)|BY|agency|Belarusian KGB;KGB of Belarus
Ministry of State Security|CN|agency|MSS
Ministry of Public Security|CN|agency|MPS
People's Liberation Army|CN|agency|PLA;People’s Liberation Army
Chinese Communist Party|CN|agency|CCP;Communist Party of China
Main Intelligence Directorate (GRU)|RU|agency|GRU;Main Intelligence Directorate;Main Directorate of the General Staff
Federal Security Service (FSB)|RU|agency|FSB;Federal Security Service
Foreign Intelligence Service (SVR)|RU|agency|SVR
Islamic Revolutionary Guard Corps|IR|agency|IRGC;Revolutionary Guards;Revolutionary Guard
Ministry of Intelligence and Security|IR|agency|MOIS;Ministry of Intelligence
Reconnaissance General Bureau|KP|agency|RGB
Agence nationale de la sécurité des systèmes d'information|FR|agency|ANSSI
CERT-FR|FR|agency|CERT FR
Directorate-General for External Security|FR|agency|DGSE
Directorate-General for Internal Security|FR|agency|DGSI
Federal Office for Information Security|DE|agency|BSI
Federal Office for the Protection of the Constitution|DE|agency|BfV;Verfassungsschutz
Federal Intelligence Service|DE|agency|BND
Bundestag|DE|office|
Bundeswehr|DE|agency|
Finnish Security and Intelligence Service|FI|agency|Supo;SUPO
National Bureau of Investigation|FI|agency|
Norwegian Police Security Service|NO|agency|PST;Police Security Service
Norwegian National Security Authority|NO|agency|NSM;National Security Authority
Storting|NO|office|
Swedish Security Service|SE|agency|SÄPO;Säpo
Riksdag|SE|office|
Communications Security Establishment|CA|agency|CSE
Canadian Centre for Cyber Security|CA|agency|CCCS;Cyber Centre
Canadian Security Intelligence Service|CA|agency|CSIS
Royal Canadian Mounted Police|CA|agency|RCMP
Australian Signals Directorate|AU|agency|ASD
Australian Cyber Security Centre|AU|agency|ACSC
Australian Security Intelligence Organisation|AU|agency|ASIO
Government Communications Security Bureau|NZ|agency|GCSB
Security Intelligence Service|NZ|agency|NZSIS
Centre for Cybersecurity Belgium|BE|agency|CCB;Centre for Cyber Security Belgium
General Intelligence and Security Service|NL|agency|AIVD
Military Intelligence and Security Service|NL|agency|MIVD
Cyber and Information Security Agency|CZ|agency|NUKIB;NÚKIB
Computer Emergency Response Team of Ukraine|UA|agency|CERT-UA
Security Service of Ukraine|UA|agency|SBU;SSU
Verkhovna Rada|UA|office|
National Intelligence Service|KR|agency|
JPCERT Coordination Center|JP|agency|JPCERT/CC;JPCERT
European Commission|EU|agency|
European Parliament|EU|office|
European Council|EU|agency|Council of the European Union;Council of the EU
European External Action Service|EU|agency|EEAS
European Union Agency for Cybersecurity|EU|agency|ENISA
CERT-EU|EU|agency|
High Representative|EU|office|
Europol|EU|agency|
Interpol||agency|INTERPOL
NATO||agency|North Atlantic Treaty Organization;North Atlantic Treaty Organisation;North Atlantic Council
United Nations||agency|UN;U.N.
Five Eyes||agency|
Inter-Parliamentary Alliance on China||office|IPAC
Foreign Ministry||agency|Ministry of Foreign Affairs;foreign ministry;Foreign Affairs Ministry
Interior Ministry||agency|Ministry of the Interior;Ministry of Interior;interior ministry
Ministry of Justice||agency|Justice Ministry;justice ministry
Security Council|UN|agency|UN Security Council
`;

/** Companies that publish on such matters and platforms that they publish about; others are known by their form (`…, a security company`). */
export const COMPANIES = `
Microsoft;Google;Apple;Meta;Facebook;Mandiant;FireEye;CrowdStrike;Proofpoint;Secureworks;Symantec;Kaspersky;ESET;Trend Micro;
Recorded Future;Palo Alto Networks;Cisco;Cisco Talos;SentinelOne;SentinelLabs;Volexity;Sekoia;SEKOIA;Check Point;Check Point Research;
Fortinet;Sophos;Bitdefender;Dragos;Group-IB;PwC;Intezer;Lookout;Cloudflare;Yahoo;Amazon;GitHub;LinkedIn;Twitter;
Dropbox;Trellix;McAfee;F-Secure;WithSecure;IBM;Rapid7;Zscaler;AhnLab;Qihoo 360;Citizen Lab;Amnesty International;Bellingcat;
Threat Analysis Group;Google Threat Analysis Group;Google Threat Intelligence Group;Microsoft Threat Intelligence;Unit 42;Insikt Group;
Reuters;Associated Press;Financial Times;BBC;Cybereason;ClearSky;Malwarebytes;ThreatConnect;Novetta;Telegram;WhatsApp;NSO Group;Intrusion Truth
`;
