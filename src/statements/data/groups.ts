/**
 * Groups that publishers name, and the names that others use for them: `name | country that is claimed | aliases`. Aliases are their
 * vendors' claims, not identities; the country is a claim too.
 *
 * Written by `tools/group-names.ts` from the MISP galaxy (MISP Project and contributors), clusters threat-actor,
 * mitre-intrusion-set and microsoft-activity-group, used under CC0 1.0. Never edited by hand.
 */
export const GROUPS = `
1937CN|CN|
313 Team|IQ|
ALLANITE||Palmetto Fusion
ALTDOS||
ANDROMEDA SPIDER||
ANTHROPOID SPIDER||Empire Monkey;CobaltGoblin
APT-C-12||Sapphire Mushroom;Blue Mushroom;NuclearCrisis
APT-C-27|SY|GoldMouse;Golden RAT;ATK80
APT-C-34||Golden Falcon
APT-C-36||Blind Eagle;TAG-144;AguilaCiega;APT-Q-98
APT-C-60||APT-Q-12
APT.3102|CN|
APT10|CN|STONE PANDA;Menupass Team;happyyongzi;POTASSIUM;Red Apollo;CVNX;HOGFISH;Cloud Hopper;BRONZE RIVERSIDE;ATK41;Granite Taurus;TA429;Cicada;Purple Typhoon;menuPass;GOLEM;Evilgrab;AEON;LIVESAFE;ChChes;Haymaker;Webmonder;Foxtrot;Foxmail
APT12|CN|NUMBERED PANDA;TG-2754;BeeBus;Group 22;DynCalc;Calc Team;DNSCalc;Crimson Iron;IXESHE;BRONZE GLOBE;Hexagon Typhoon;HYDROGEN;Red Anubis;DNS-Calc;HORDE
APT14|CN|ANCHOR PANDA;QAZTeam;ALUMINUM
APT15|CN|VIXEN PANDA;Ke3Chang;Playful Dragon;Metushy;Lurid;Social Network Team;Royal APT;BRONZE PALACE;BRONZE DAVENPORT;BRONZE IDLEWOOD;NICKEL;Red Vulture;Nylon Typhoon;Mirage;RIVER CASTLE;RoyalAPT;RedRiver
APT16|CN|SVCMONDR
APT17|CN|Group 8;AURORA PANDA;Hidden Lynx;Tailgater Team;Dogfish;BRONZE KEYSTONE;Group 72;Axiom;HELIUM;Heart Typhoon;Deputy Dog;ATG3;Red Typhoon;KAOS;TG-8153;SportsFans;DeputyDog;Tailgater
APT18|CN|DYNAMITE PANDA;TG-0416;SCANDIUM;Wekby;Satin Typhoon;Threat Group-0416;COMBINE;SILVERVIPER;Red Wraith;Elderwood Group
APT19|CN|DEEP PANDA;Codoso;WebMasters;KungFu Kittens;Black Vine;TEMP.Avengers;Group 13;PinkPanther;Shell Crew;BRONZE FIRESTONE;Pupa;Sunshop Group;Checkered Typhoon;C0d0so0;Codoso Team;CHLORINE;ATG50;TG-3551;Red Gargoyle
APT1|CN|COMMENT PANDA;PLA Unit 61398;Comment Crew;Byzantine Candor;TG-8223;Comment Group;Brown Fox;GIF89a;ShadyRAT
APT20|CN|VIOLIN PANDA;TH3Bug;Crawling Taurus;RIDGE CASTLE
APT21|CN|HAMMER PANDA;TEMP.Zhenbao;NetTraveler
APT22|CN|Suckfly;BRONZE OLIVE;Group 46
APT23|CN|PIRATE PANDA;KeyBoy;Tropic Trooper;BRONZE HOBART;Red Orthrus;Earth Centaur
APT24|CN|PITTY PANDA;Temp.Pittytiger
APT26|CN|JerseyMikes;TURBINE PANDA;BRONZE EXPRESS;TECHNETIUM;Taffeta Typhoon;TG-0055;Red Kobold;BEARCLAW
APT27|CN|GreedyTaotie;TG-3390;EMISSARY PANDA;TEMP.Hippo;Red Phoenix;Budworm;Group 35;ZipToken;Iron Tiger;BRONZE UNION;Lucky Mouse;Iron Taurus;Earth Smilodon;Linen Typhoon;SHORE CASTLE;Threat Group-3390;LuckyMouse;IODINE;Hippo;BOWSER;Wekby2
APT28|RU|Pawn Storm;FANCY BEAR;Sednit;SNAKEMACKEREL;Tsar Team;TG-4127;STRONTIUM;Swallowtail;IRON TWILIGHT;Group 74;SIG40;ATK5;Fighting Ursa;ITG05;Blue Athena;TA422;T-APT-12;APT-C-20;UAC-0028;UAC-0001;FROZENLAKE;Sofacy;Forest Blizzard;BlueDelta;GruesomeLarch;LAKE RELIC;Threat Group-4127;ATG2;Z-Lom Team;CrisisFour;HELLFIRE;APT 28;TsarTeam;Group-4127;Grey-Cloud
APT29|RU|Group 100;COZY BEAR;The Dukes;Minidionis;SeaDuke;YTTRIUM;IRON HEMLOCK;ATK7;Cloaked Ursa;TA421;Blue Kitsune;ITG11;BlueBravo;UAC-0029;ICECAP;ICE RELIC;IRON RITUAL;NobleBaron;Dark Halo;CozyDuke;SolarStorm
APT2|CN|PLA Unit 61486;PUTTER PANDA;MSUpdater;4HCrew;SULPHUR;SearchFire;TG-6952
APT30|CN|ISTHMUS CASTLE
APT31|CN|ZIRCONIUM;JUDGMENT PANDA;BRONZE VINEWOOD;Red keres;Violet Typhoon;TA412;TIDE CASTLE;Chameleon;WebFans
APT32|VN|OceanLotus Group;Ocean Lotus;OceanLotus;Cobalt Kitty;APT-C-00;SeaLotus;Sea Lotus;APT-32;Ocean Buffalo;POND LOACH;TIN WOODLAWN;BISMUTH;ATK17;Canvas Cyclone
APT33|IR|APT 33;Elfin;MAGNALLIUM;Refined Kitten;HOLMIUM;COBALT TRINITY;ATK35;Peach Sandstorm;TA451;BLEAK ION
APT35|IR|Newscaster Team;Magic Hound;Phosphorus;TunnelVision;COBALT MIRAGE;Agent Serpens;RICH ION;COBALT ILLUSION;ITG18
APT37|KP|APT 37;Group 123;Group123;InkySquid;Reaper Group;Reaper;Red Eyes;Ricochet Chollima;ScarCruft;Venus 121;ATK4;Moldy Pisces;APT-C-28;PLAIN NEPTUNE;TEMP.Reaper
APT39|IR|Chafer;REMIX KITTEN;COBALT HICKMAN;Radio Serpens;TA454;ITG07;Burgundy Sandstorm;CINDER ION
APT3|CN|GOTHIC PANDA;TG-0110;Group 6;UPS;Buckeye;Boyusec;BORON;BRONZE MAYFAIR;Red Sylvan;Brocade Typhoon;Pirpi;UPS Team;Threat Group-0110;OLDCARP;CYBRAN
APT40|CN|TEMP.Periscope;TEMP.Jumper;Leviathan;BRONZE MOHAWK;GADOLINIUM;KRYPTONITE PANDA;ATK29;TA423;Red Ladon;ITG09;MUDCARP;ISLANDDREAMS;Gingham Typhoon;ISLAND CASTLE;JJDoor;Feverdream
APT41|CN|TA415;Blackfly;Grayfly;BARIUM;WICKED SPIDER;WICKED PANDA;BRONZE ATLAS;BRONZE EXPORT;Red Kelpie;Earth Baku;Amoeba;HOODOO;Brass Typhoon;Winnti;Double Dragon;TG-2633;Leopard Typhoon;SPIRE CASTLE;Winnti Group;TG-3279;Mana;Red Diablo
APT42|IR|UNC788;CALANQUE;CALANQUE ION
APT43||
APT45|KP|GRASS NEPTUNE
APT4|CN|MAVERICK PANDA;BRONZE EDISON;SODIUM;Salmon Typhoon
APT5|CN|KEYHOLE PANDA;MANGANESE;BRONZE FLEETWOOD;TEMP.Bottle;Mulberry Typhoon;Poisoned Flight;BASALT CASTLE;TABCTENG;Backdoor-DPD;COVENANT;CYSERVICE;Bottle;Red Horus;Red Naga;Auriga;ATG48
APT6|CN|1.php Group
APT73||Eraleig
APT9|CN|NIGHTSHADE PANDA;Red Pegasus;Group 27
APTIran|IR|
Ababil of Minab|IR|
Actor240524||
Adrastea||
AeroBlade||
Aggressive Inventory Zombies||AIZ
Alpha Spider||ALPHV Ransomware Group
Altahrea Team|IQ|
Altoufan Team||
Amaranth-Dragon|CN|
Amethyst Rain|LB|VolcanicTimber
Andariel|KP|
Angry Likho|RU|Sticky Werewolf
Anonymous KSA||
Anonymous Sudan||
Anonymous64|TW|Anonymous 64
Antlion|CN|
Aoqin Dragon|CN|UNC94
AppMilad|IR|
ArcaneDoor||
Arid Viper||
AridViper|PS|Desert Falcon;APT-C-23;Bearded Barbie;Two-tailed Scorpion;Mantis;TAG-63;Grey Karkadann;Big Bang APT
Armored Likho||Eagle Werewolf
Aslan Neferler Tim|TR|Lion Soldiers Team;Phantom Turk
Asnarök||Personal Panda
AtlasCross||
Attor||
Avivore|CN|
Awaken Likho||Core Werewolf
Ayyıldız Tim|TR|Crescent and Star
AzzaSec|IT|
BAMBOO SPIDER||
BANISHED KITTEN|IR|DUNE;Storm-0842;Red Sandstorm
BIG PANDA|CN|
BITWISE SPIDER||
BOSON SPIDER||
BOSS SPIDER||GOLD LOWELL
BRONZE EDGEWOOD|CN|Red Hariasa
BRONZE HIGHLAND|CN|Daggerfly
BRONZE SPIRAL|CN|
BRONZE SPRING|CN|UNC302
BRONZE STARLIGHT|CN|SLIME34;DEV-0401;Cinnamon Tempest;Emperor Dragonfly;HighGround
BRONZE VAPOR|CN|
BackdoorDiplomacy||BackDip;CloudComputating;Quarian
BadRory||
Bahamut||
BatShadow|VN|
BazarCall||BazzarCall;BazaCall
Bearlyfy|UA|Labubu
Beijing Group|CN|SNEAKY PANDA;Elderwood;Elderwood Gang;SIG22
BelialDemon||Matanbuchus
Belsen Group||
Berry Sandstorm|IR|Storm-0852
BiBiGun|PS|
Bignosa|KE|
BlackByte||Hecamede
BlackJack|UA|
BlackMaskers||BlackMaskers Team
BlackOasis||
BlackTech|CN|CIRCUIT PANDA;Temp.Overboard;HUAPI;Palmerworm;T-APT-03;Manga Taurus;Red Djinn;Earth Hundun;Canary Typhoon;Mobwork;CAVERN CASTLE
Blackatom|PS|
Blackgear|CN|Topgear;Comnie
Blackmeta|PS|SN Blackmeta
Blacktail||
Blackwood|CN|
BladeHawk||
BladedFeline|IR|
Blue Mockingbird||
Blue Termite|CN|Cloudy Omega;Emdivi
Blue Tsunami|IL|Black Cube
BlueBottle||
BlueHornet||APT49;AgainstTheWest
Bohrium|IR|
Bondnet||
Booba Project||
Boolka||
Boulder Bear|RU|
BrazenBamboo|CN|
BreachLaboratory||
Budminer|CN|Budminer cyberespionage group
BuhTrap|RU|
ByteToBreach||
CHRYSENE||
CIRCUS SPIDER|RU|
CL-STA-0043|CN|Phantom Taurus;TGR-STA-0043
CL-STA-0048|CN|
CL-STA-1009||
CL-STA-1020||
CL-STA-1087|CN|
CL-UNK-1068|CN|
CLOCKWORK SPIDER||
COBALT JUNO||SABER LION
COBALT KATANA||Hunter Serpens
CRYSTALRAY||
Cadelle|IR|
Cadet Blizzard|RU|
Caliente Bandits||TA2721
Callisto|RU|COLDRIVER;SEABORGIUM;TA446;GOSSAMER BEAR;BlueCharlie;Star Blizzard;TAG-53;IRON FRONTIER;UNC4057;Blue Callisto;COLD RELIC;Callisto Group;Reuse Team
Calypso|CN|BRONZE MEDLEY;Red Lamassu
Camaro Dragon|CN|
Caracal Kitten||APT-Q-58
Caramel Tsunami|IL|SOURGUM;Candiru;DEV-0236
Carderbee||
CardinalLizard|CN|
Careto|ES|The Mask;Mask;Ugly Face
Carmine Tsunami|IL|DEV-0196;QuaDream
CashRewindo||
Cavern Manticore|IR|
CeranaKeeper|CN|
ChainedShark||Actor240820
Chamelgang||CamoFei
Charming Kitten|IR|Newscaster;Parastoo;iKittens;Group 83;NewsBeef;CharmingCypress
Chaya_004|CN|
Chernovite|RU|
Chimera||
Chronus Group||
CiberInteligenciaSV||
Circle Typhoon|CN|
Clay Typhoon|CN|Storm-2416
Cleaver|IR|Op Cleaver;Tarh Andishan;Alibaba;TG-2889;Threat Group 2889
Clever Kitten|IR|Group 41
CloudSorcerer||
Cobalt Gypsy|IR|
Cobalt||Cobalt Group;Cobalt Gang;GOLD KINGSWOOD;COBALT SPIDER;Mule Libra
Codefinger||
Coinbase Cartel||Storm-2981
Cold River||Nahr Elbard;Nahr el bared
ComicForm||
Common Raven||OPERA1ER;NXSMS;DESKTOP-GROUP
Conference Crew|CN|CONFERENCE CASTLE
Confucious|IN|
Confucius||Confucius APT
Conquerors Electronic Army||
Contagious Interview||DeceptiveDevelopment;Gwisin Gang;Tenacious Pungsan;TAG-121
Copy-Paste||
CopyKittens|IR|Slayer Kitten
CoralRaider|VN|
Corsair Jackal|TN|TunisianCyberArmy
Cosmic Lynx||
CosmicBeetle||
CostaRicto||
Cotton Sandstorm|IR|Emennet Pasargad;Holy Souls;MARNANBRIDGE;NEPTUNIUM;HAYWIRE KITTEN;Vice Leaker;DEV-0198
CoughingDown||
Crescent Typhoon|CN|CESIUM
Crimson Collective||
CryptoChameleon||UNC5356
Cuboid Sandstorm|IR|DEV-0228
Curious Gorge|CN|UNC3742
Curly COMrades|RU|
Cutting Kitten|IR|ITsecTeam
Cyber Alliance|UA|
Cyber Army of Russia Reborn||
Cyber Av3ngers|IR|CyberAv3ngers;Shahid Kaveh Group
Cyber Berkut|RU|
Cyber Caliphate Army||Islamic State Hacking Division;CCA;United Cyber Caliphate;UUC;CyberCaliphate
Cyber Islamic Resistance|IR|
Cyber Partisans|BY|
Cyber Serp|RU|UAC-0255
Cyber Toufan|IR|
Cyber.Anarchy.Squad|UA|
CyberNiggers||
DAGGER PANDA|CN|IceFog;Trident;RedFoxtrot;Red Wendigo;PLA Unit 69010;UAT-7290;Red Foxtrot
DEV-0147|CN|
DEV-0270|IR|Nemesis Kitten;Storm-0270
DEV-0569||Storm-0569
DEV-0586|RU|Ruinous Ursa
DEV-0928||
DEV-0950||Lace Tempest
DEV-1028||
DEXTOROUS SPIDER||
DIZZY PANDA||LadyBoyle
DNSpionage||COBALT EDGEWATER
DOPPEL SPIDER||GOLD HERON
DUNGEON SPIDER||
Daixin Team||
Dalbit|CN|
Dancing Salome||
DangerousSavanna||
Danti||
Dark Basin||
Dark Caracal|LB|
DarkCasino||
DarkGaboon||Vengeful Wolf;room155
DarkHotel|KR|DUBNIUM;Fallout Team;Karba;Luder;Nemim;Nemin;Tapaoux;Pioneer;Shadow Crane;APT-C-06;SIG25;TUNGSTEN BRIDGE;T-APT-02;ATK52;Zigzag Hail;Dark Hotel;TEMPLAR;TieOnJoe;Purple Pygmy;Egobot;PALADIN
DarkHydrus||LazyMeerkat;Obscure Serpens
DarkPink||Saaiwc
DarkRaaS||
DarkSpectre||
DarkVishnya||
Deadeye Jackal|SY|SyrianElectronicArmy;SEA
DefrayX||Hive0091
Denim Tsunami|AT|KNOTWEED;DSIRF;DEV-0291
Desorden Group||
DiceyF|CN|
DieNet||Shiite_Harvest
Domestic Kitten|IR|Bouncing Golf;APT-C-50
DragonBreath||Golden Eye Dog
DragonForce|MY|
DragonOK|CN|Moafee;BRONZE OVERBROOK;Shallow Taurus
DragonRank||
DragonSpark|CN|
Dragonbridge|CN|Spamouflage Dragon;Taizi Flood;Spamouflage
DriftingCloud|CN|
DriveSurge||
Dust Storm||
DustSquad|RU|Nomadic Octopus
EC2 Grouper||
ELECTRIC PANDA|CN|
ELOQUENT PANDA|CN|
ELUSIVE COMET|KP|
ENERGETIC BEAR|RU|BERSERK BEAR;CASTLE;DYMALLOY;TG-4192;Dragonfly;Crouching Yeti;Group 24;Havex;Koala Team;IRON LIBERTY;ATK6;ITG15;BROMINE;Blue Kraken;Ghost Blizzard;Dragonfly 2.0;TEMP.Isotope
EXOTIC LILY||DEV-0413
Earth Alux|CN|
Earth Baxia|CN|
Earth Berberoka|CN|GamblingPuppet
Earth Estries||
Earth Freybug|CN|
Earth Kapre||RedCurl;Red Wolf;GOLD BLADE
Earth Kitsune||
Earth Krahang|CN|
Earth Kurma||
Earth Lamia|CN|UNC5454
Earth Longzhi||SnakeCharmer
Earth Lusca|CN|CHROMIUM;ControlX;TAG-22;FISHMONGER;BRONZE UNIVERSITY;AQUATIC PANDA;Red Dev 10;RedHotel;Charcoal Typhoon;BountyGlad;Red Scylla
Earth Naga|CN|
Earth Wendigo|CN|
Earth Yako||Enelink
Edalat-e Ali|IR|
Educated Manticore|IR|
El Machete||Machete;machete-apt;APT-C-43
Equation Group|US|Tilded Team;EQGRP
Equation||
Evasive Panda|CN|
Evil Corp||GOLD DRAKE
EvilPost||
EvilTraffic||
EvilWeb|RU|
Evilbyte||
Evilnum||DeathStalker;TA4563;Jointworm;KNOCKOUT SPIDER
ExCobalt||
ExfilSquad||
FASTCash||
FIN10||
FIN11||TEMP.Warlock;UNC902;RAZOR COMET
FIN13|RU|TG2003;Elephant Beetle
FIN1|RU|
FIN5||
FIN6||SKELETON SPIDER;ITG08;MageCart Group 6;White Giant;GOLD FRANKLIN;ATK88;Camouflage Tempest;TA4557;Storm-0538;SQUID COMET;TAAL
FIN7|RU|CARBON SPIDER;GOLD NIAGARA;Calcium;ATK32;Coreid;Carbanak;Sangria Tempest;ELBRUS;JokerStash;WILD COMET;Anunak;ITG14
FIN8||ATK113;PUNCH COMET;Syssphinx;Storm-0288
FOXY PANDA|CN|
Fail0verflow||Team Twiizer
Femwar02|RU|
Ferocious Kitten|IR|
FishMedley||
Fishing Elephant||Outrider Tiger
Flash Kitten||
Flax Typhoon|CN|Ethereal Panda;Storm-0919
FlowerStorm||
Flying Kitten|IR|SaffronRose;Saffron Rose;AjaxSecurityTeam;Ajax Security Team;Group 26;Sayad;AjaxTM
FlyingYeti|RU|Storm-1837;Flying Yeti
Fox Kitten|IR|PIONEER KITTEN;PARISITE;UNC757;Lemon Sandstorm;RUBIDIUM;PioneerKitten
Fox Tempest||
Frankenstein||
FrostyNeighbor|BY|
FulcrumSec||
FunkSec||
FusionCore||
Fxmsp||
GALLIUM|CN|Red Dev 4;Alloy Taurus;Granite Typhoon;PHANTOM PANDA
GC01||Golden Chickens01;Golden Chickens 01
GC02||Golden Chickens02;Golden Chickens 02
GCMAN|RU|
GHOST STADIUM|CN|
GIBBERISH PANDA|CN|
GOBLIN PANDA|CN|Conimes;Cycldek
GOFFEE||
GOLD BURLAP||CYBORG SPIDER
GOLD CABIN||Shakthak;TA551;ATK236;Monster Libra;Shathak
GOLD DUPONT||SPRITE SPIDER
GOLD EVERGREEN||
GOLD FAIRFAX||
GOLD FLANDERS||
GOLD GALLEON||
GOLD GARDEN||
GOLD MANSARD||
GOLD NORTHFIELD||
GOLD PRELUDE||TA569;UNC1543
GOLD REBELLION||WANDERING SPIDER;White Dev 115;Dark Scorpius
GOLD RIVERVIEW||
GOLD SKYLINE||
GOLD SOUTHFIELD||
GOLD SYMPHONY||
GOLD WATERFALL||
GOLD WINTER||
GREF|CN|
GRIM SPIDER||GOLD ULRICK
GTFire||
GTG-1002|CN|
GURU SPIDER||
Gallmaker||
GamaCopy||
Gamaredon Group|RU|ACTINIUM;DEV-0157;Blue Otso;BlueAlpha;IRON TILDEN;PRIMITIVE BEAR;Shuckworm;Trident Ursa;UAC-0010;Winterflounder;Aqua Blizzard;Armageddon;NastyShrew;UNC530;Gamaredon;SectorC08
GambleForce||
Gammax||
Gelsemium||狼毒草
Ghost Jackal||
GhostEmperor|CN|FamousSparrow;UNC2286;Salt Typhoon;RedMike;OPERATOR PANDA
GhostNet||Snooping Dragon
GhostRedirector|CN|
GhostR||
GhostSec||Ghost Security
Ghostwriter|BY|UNC1151;TA445;PUSHCHA;Storm-0257;DEV-0257;UAC-0057
Gitloker||
GlobalSecretGroup||
Gnosticplayers||
GoldFactory|CN|
Golden Chickens||
GoldenJackal||
GopherWhisper|CN|
Gorilla||
GozNym||
Gray Sandstorm|IR|DEV-0343
GrayBravo||TAG-150
GrayCharlie||
Grayling|CN|
GreedyBear|RU|
GreenSpot|TW|PoisonVine;APT-Q-20
Greenbug|IR|
GreyEnergy||
GreyVibe|RU|
Grizzly Steppe|RU|
Groundbait|UA|
Group5||
Guacamaya||
HAFNIUM|CN|ATK233;Red Dev 13;Silk Typhoon;MURKY PANDA;timmy
HAZY TIGER|IN|Bitter;T-APT-17;APT-C-08;Orange Yali;TA397
HIVE-0145||Hive0145
HOUND SPIDER||
HURRICANE PANDA|CN|
Hacking Team||
Hagga||Aggah;TH-157
Handala|PS|
Head Mare||
HellHounds||
Hellsing|CN|
HenBox|CN|
HexagonalRodent||
Hezb||Mimo
HiddenArt|RU|
Higaisa|KR|
HikkI-Chan||
Hive0117||
Hive0137||
Hive0163||
HollowQuill||
HomeLand Justice|IR|
Honeybee||
HookAds||
Houken|CN|
Houndstooth Typhoon|CN|HASSIUM;DRAGNET PANDA;isoon;deepclif
HummingBad|CN|
Hunt3r Kill3rs|RU|
Hyadina||
IMPERIAL KITTEN|IR|
IMPERSONATING PANDA|CN|
INC Ransom||GOLD IONIC
INDOHAXSEC TEAM|ID|
INDRIK SPIDER|RU|Manatee Tempest;DEV-0243;UNC2165;EvilCorp
INJ3CTOR3||
IRIDIUM|IR|
IRLeaks||
IcePeony|CN|
Inception Framework|RU|Clean Ursa;Cloud Atlas;OXYGEN;ATK116;Blue Odin;Inception
IndigoZebra|CN|
Infrastructure Destruction Squad|RU|Dark Engine
Infy|IR|Prince of Persia;Foudre
Inteid||
IntelBroker||
InvisiMole|RU|Storm-0593
Iron Group||Iron Cyber Group
IronErn440||
IronHusky|CN|
ItaDuke||DarkUniverse;SIG27
JACKPOT PANDA|CN|
JINX-0126||
JINX-0164|KP|
Jabaroot|DZ|Jabaroot DZ
JadePuffer||
Jasper Sleet|KP|Storm-0287
JavaGhost||
JuiceLedger||
KAX17||
Kairos||
Karakurt||Karakurt Lair
Karkadann||Piwiks
Kasablanka|MA|
Kazu||
Keksec||
KelvinSecurity|ES|
Killnet||
Kimsuky|KP|Velvet Chollima;Black Banshee;Thallium;Emerald Sleet;Springtail;Sparkling Pisces;TA427;Earth Kumiho;PatheticSlug;RGB-D5;Greendinosa
Kinsing||Money Libra
Kiss-a-Dog||
KromSec||
Krybit||
LAPSUS||DEV-0537;SLIPPY SPIDER;Strawberry Tempest;UNC3661
LIMINAL PANDA|CN|Pepper Typhoon;CL-STA-0969
LOTUS PANDA|CN|Spring Dragon;ST Group;DRAGONFISH;BRONZE ELGIN;ATK1;Red Salamander;Lotus BLossom;Billbug;Bilbug
LUNAR SPIDER||GOLD SWATHMORE
LYCEUM|IR|COBALT LYCEUM;HEXANE;UNC1530;Spirlin;MYSTICDOME;siamesekitten;Chrono Kitten;Storm-0133
LabHost||
Lamashtu||
Lancefly||
Larva-208||EncryptHub
Larva-24005|KP|
Larva-24009||
Larva-24010||
Larva-26002||
Larva-26005||
Larva-26009||
Lazarus Group|KP|Dark Seoul;Hidden Cobra;Hastati Group;Unit 121;Bureau 121;NewRomanic Cyber Army Team;Bluenoroff;Group 77;Labyrinth Chollima;APT38;APT 38;Whois Hacking Team;Zinc;Appleworm;Nickel Academy;APT-C-26;NICKEL GLADSTONE;COVELLITE;ATK3;ATK117;Citrine Sleet;DEV-0139;DEV-1222;Diamond Sleet;COPERNICIUM;TA404;BeagleBoyz;Moonstone Sleet;Black Artemis;Guardians of Peace;Storm-1789;AppleJeus;Gleaming Pisces;UNC1720;Storm-0139;Storm-1222;Lazarus
LazyScripter||
Libyan Scorpions|LY|
Lifting Zmiy||
LightBasin||UNC1945;CL-CRI-0025
Lilac Typhoon|CN|DEV-0234
LilacSquid||
LinkC Pub||LinkC
LofyGang||
LongNosedGoblin|CN|
Longhorn|US|Lamberts;the Lamberts;APT-C-39;PLATINUM TERMINAL
Lucky Cat||TA413;White Dev 9
LulzIntel||
LulzSec Black||
Luna Moth||Silent Ransom;TG2729
Luna Tempest||
MAGNETIC SPIDER|RU|
MALLARD SPIDER||GOLD LAGOON
MIMIC SPIDER||
MONTY SPIDER||
MORH4x|MA|
MUMMY SPIDER||TA542;GOLD CRESTWOOD
MUSTANG PANDA|CN|BRONZE PRESIDENT;HoneyMyte;Red Lich;TEMP.HEX;BASIN;Earth Preta;TA416;Stately Taurus;LuminousMoth;Polaris;TANTALUM;Twill Typhoon;BASIN CASTLE;FIREANT;HIVE0154;LUMINOUS MOTH;ClumsyToad
Madi|IR|
MageCart||
Magic Kitten|IR|Group 42;VOYEUR
MalKamak|IR|
Malsmoke||
Malteiro||
Mana Team|CN|
Markopolo||
Massgrave||
Medusa Group||
Metador||
Mint Sandstorm|IR|
Mirage Tiger||
MirrorFace|CN|Earth Kasha
Mocha Manakin||
ModernStealer||
ModifiedElephant||
Mofang|CN|Superman;BRONZE WALKER
Mogilevich||
Molatori||
Molerats|PS|Gaza Hackers Team;Gaza cybergang;Extreme Jackal;Moonlight;ALUMINUM SARATOGA;BLACKSTEM
MoneyTaker||
Mora_001|RU|
MosesStaff|IR|Moses Staff;Marigold Sandstorm;DEV-0500;VENGEFUL KITTEN;DEV-500
Moshen Dragon|CN|
Moskalvzapoe||MAN1;TA511
MoustachedBouncer|BY|Storm-1125
Mr_Rot13||
MuddyWater|IR|TEMP.Zagros;Static Kitten;Seedworm;MERCURY;COBALT ULSTER;ATK51;Boggy Serpens;Mango Sandstorm;TA450;Earth Vetala;MUDDYCOAST;MUDDY ION;MuddyKrill
MurenShark||Actor210426
Mustard Tempest||DEV-0206;Purple Vallhund
Mysterious Elephant||
Mythic Likho||Arcane Werewolf
N4ughtysecTU|BR|
NARWHAL SPIDER||GOLD ESSEX;TA544;Storm-0302
NB65||Network Battalion 65
NEODYMIUM||
NOCTURNAL SPIDER||
NOMAD PANDA||
NOTROBIN||
Naikon|CN|PLA Unit 78020;OVERRIDE PANDA;Camerashy;BRONZE GENEVA;BRONZE STERLING;NAIKON CASTLE
Nam3L3ss||
Narketing163||
Natohub||
Nazar||SIG37
NetRunnerPR||
NewsPenguin||
Nexus Zeta||
Nickel Alley|KP|
Night Dragon|CN|
Night Tsunami|IL|DEV-0336;NSO Group
NightEagle|US|APT-Q-95
Nitro|CN|Covert Grove
NoName057||NoName05716;05716nnm;Nnm05716
Nobelium|RU|
Nullbulge||
NyxarGroup||
OUTLAW SPIDER||
OVERLORD SPIDER||
OilAlpha||
OilRig|IR|Twisted Kitten;Crambus;Helix Kitten;APT 34;APT34;IRN2;ATK40;Evasive Serpens;Hazel Sandstorm;EUROPIUM;TA452;Earth Simnavaz;SOLAR ION;ITG13
OldGremlin|RU|
OnionDog|KP|
Opal Sleet|KP|OSMIUM;Konni;Vedalia;Planedown
Orangeworm||
Orova||
OurMine||
OverFlame||
PALE PANDA|CN|
PARINACOTA||Wine Tempest;Wadhrama
PINCHY SPIDER||
PIZZO SPIDER|US|DD4BC;Ambiorx
PLA Navy|CN|
PLATINUM|SG|TwoForOne;ATK33;Fallow Squall;PARASITE;RUBYVINE;GINGERSNAP
POISON CARP||Evil Eye;Red Dev 16;Earth Empusa
POISONUS PANDA|CN|
POLONIUM|LB|Plaid Rain;UNC4453;GREATRIFT;INCENDIARY JACKAL
PREDATOR PANDA|CN|
PROMETHIUM|TR|StrongPity;APT-C-41;Magenta Dust;SmallPity
Pacha Group||
Packrat||
PassCV|CN|
Patched Lightning||Storm-0113
PayTool||
Pearl Sleet|KP|DEV-0215;LAWRENCIUM
People's Cyber Army of Russia||
PerSwaysion|VN|
PhantomControl||
Phlox Tempest|IL|DEV-0796;ClickPirate;Chrome Loader;Choziosi loader
Pickaxe||Prying Libra
Pink Sandstorm|IR|AMERICIUM;BlackShadow;DEV-0022;Agrius;Agonizing Serpens;UNC2428;Black Shadow;SPECTRAL KITTEN;Deadwood;SharpBoys;DEV-0227;Justice Blade
Pinstripe Lightning||NIOBIUM;RENEGADE JACKAL;Desert Falcons;Scimitar
PittyTiger||
Play||
PlushDaemon|CN|
PoisonSeed||
Poseidon Group|BR|
PowerPool||IAmTheKing
Predatory Sparrow||Indra;Gonjeshke Darande
ProCC||
ProjectSauron|US|Strider;Sauron;Project Sauron
Prolific Puma||
Prophet Spider||GOLD MELODY;UNC961
Pumpkin Sandstorm|IR|DEV-0146;ZeroCleare
PurpleHaze|CN|
QUILTED TIGER|IN|Chinastrats;Patchwork;Monsoon;Sarit;Dropping Elephant;APT-C-09;ZINC EMERSON;ATK11;Orange Athos;Thirsty Gemini;Hangover Group
R00tK1T|IL|
RADIO PANDA|CN|Shrouded Crossbow
RANCOR|CN|Rancor group;Rancor Taurus
RASPITE||LeafMiner
RATPAK SPIDER||
RAZOR TIGER|IN|SideWinder;Rattlesnake;APT-C-17;T-APT-04
REF2924|CN|
REF5961||
REF7707|CN|CL-STA-0049;Jewelbug
RGB-TEAM||
RIDDLE SPIDER||
RTM||
RUBYCARP|RO|
RaHDit|RU|Russian Angry Hackers Did It
RansomHouse||
RansomHub||
RansomVC||Ransomed.vc
Raspberry Typhoon|CN|RADIUM;LotusBlossom
Rebel Jackal|TN|FallagaTeam
Reckless Rabbit||
Red Charon||
Red Dev 17|CN|
Red Menshen|CN|Red Dev 18;Earth Bluecrow
Red Nue|CN|LuoYu
Red-Lili||
RedAlpha||DeepCliff;Red Dev 3
RedDelta||
RedEcho||
RedGolf|CN|
RedJuliett|CN|
RedKitten||
RedStinger||Bad Magic
Redfly||
ResumeLooters||
Returned Libra||8220 Mining Group
RevengeHotels||
RipperSec|MY|
Roaming Mantis||Roaming Mantis Group
Roaming Tiger||BRONZE WOODLAND;Rotten Tomato
Rocket Kitten|IR|TEMP.Beanie;Thamar Reservoir;Timberworm
Rocke||Aged Libra
RomCom|RU|Storm-0978;UAT-5647;Underground Team
Ruby Sleet|KP|CERIUM
RuskiNet|RU|
Ruthless Rabbit|RU|
Ruza Flood|RU|
SABRE PANDA|CN|
SALTY SPIDER||
SAMBASPIDER||
SAMURAI PANDA|CN|Wisp Team
SCARLETEEL||
SCULLY SPIDER||
SEXi||
SHADOW-AETHER-015||
SHADOW-VOID-042||
SHADOW-WATER-063|BR|
SHARK SPIDER|RU|
SILKFIN AGENCY||
SINGING SPIDER||
SLIME29|CN|
SLIME88|CN|
SMOKY SPIDER||
SNOWGLOBE|FR|Animal Farm;ATK8
SOLAR SPIDER||
SPICY PANDA|CN|
SPIKEDWINE||
STAC5143||
STARDUST CHOLLIMA||
SWEED||
SYLHET GANG-SG||
Saad Tycoon||
SaintBear|RU|UNC2589;TA471;UAC-0056;Nascent Ursa;Nodaria;FROZENVISTA;Storm-0587;DEV-0587;Saint Bear;Lorec53;EMBER BEAR;Lorec Bear;Bleeding Bear
SandCat||
Sandman APT|CN|
Sands Casino|IR|
Sandworm|RU|Quedagh;VOODOO BEAR;TEMP.Noble;IRON VIKING;ELECTRUM;TeleBots;Blue Echidna;FROZENBARENTS;UAC-0113;Seashell Blizzard;UAC-0082;APT44;SANDWORM RELIC;Sandworm Team;BE2;PHANTOM;BlackEnergy Lite
Sapphire Sleet|KP|Genie Spider;Alluring Pisces;CageyChameleon
Sath-ı Müdafaa|TR|
ScamClub||
Scarab|CN|
Scarlet Mimic|CN|Golfing Taurus
Scarred Manticore|IR|
Scattered Canary|NG|
Scattered Lapsus Hunters||
Scattered Spider||UNC3944;Muddled Libra;Oktapus;Scattered Swine;Scatter Swine;Octo Tempest;0ktapus;Storm-0971;DEV-0971;Starfraud;Roasted 0ktapus;Storm-0875
ScreamedJungle||
Scripted Sparrow||
Sea Turtle|TR|COSMIC WOLF;Marbled Dust;SILICON;Teal Kurma;UNC1326
Sefid Flood|IR|
Shadow Network||
Shadow-Earth-053|CN|
ShadowSyndicate||
ShadyPanda||
ShaggyPanther|CN|
Shahid Hemmat|IR|
Shamoon Group|IR|Cutting Sword of Justice
SharpPanda|CN|Sharp Dragon
Sharpshooter||
ShinyHunters||
ShroudedSnooper||
SideCopy|PK|
SiegedSec||
Siesta||
Silence group||Silence;WHISPER SPIDER
Silent Chollima|KP|OperationTroy;Guardian of Peace;GOP;WHOis Team;Onyx Sleet;PLUTONIUM;StoneFly;Tdrop2 campaign;DarkSeoul;Black Chollima
Silent Librarian|IR|COBALT DICKENS;Mabna Institute;TA407;TA4900;Yellow Nabu;Mabna Institute Group
SilitNetwork||
SilkSpecter|CN|
SilverFish||
SilverTerrier|NG|
Sima|IR|
SingularityMD||
Sinobi||
SkidSec||SkidSec Leaks
Slingshot||
SlopAds||
SloppyLemming||
Smishing Triad|CN|
Smoke Sandstorm|IR|
SmugX||
Snake Wine||
SneakyChef|CN|
SnowSoul||
Solntsepek|RU|
SongXY||
Sowbug||
Sp1d3r||
SpaceBears|RU|
Spandex Tempest||
SparklingGoblin||
Stargazer Goblin||
Starry Addax||
Stealth Falcon|AE|FruityArmor;Daffodil Gust;Fruity Armor;Project Raven
Stealth Mango and Tangelo|PK|
Stolen Pencil||
Storm Cloud|CN|
Storm-0062|CN|Oro0lxy;DarkShadow;Shadow Typhoon
Storm-0249||DEV-0249
Storm-0252||CHATTY SPIDER
Storm-0259||
Storm-0324||DEV-0324;Sagrid;TA543
Storm-0381|RU|DEV-0381
Storm-0408||
Storm-0473|KZ|UNC2849
Storm-0485||
Storm-0494||
Storm-0501||
Storm-0506||
Storm-0530|KP|DEV-0530;H0lyGh0st
Storm-0539||
Storm-0558|CN|Antique Typhoon
Storm-0671||UNC2596;Tropicalscorpius
Storm-0826||
Storm-0829||DEV-0829;Nwgen Team
Storm-0835||
Storm-0867|EG|DEV-0867
Storm-0940|CN|CovertNetwork-1658;ORB07
Storm-1044||DEV-1044
Storm-1084|IR|DEV-1084
Storm-1099|RU|
Storm-1101||DEV-1101
Storm-1113||APOTHECARY SPIDER
Storm-1133|PS|
Storm-1152|VN|
Storm-1167|ID|DEV-1167
Storm-1175|CN|
Storm-1194||MONTI
Storm-1249||
Storm-1283||
Storm-1286||
Storm-1295||DEV-1295
Storm-1516|RU|CopyCop;Neva Flood
Storm-1567||Akira;PUNK SPIDER;GOLD SAHARA;Howling Scorpius
Storm-1575||
Storm-1607||
Storm-1674||
Storm-1679|RU|Oka Flood
Storm-1747||
Storm-1849||UAT4356
Storm-1865||
Storm-1977||
Storm-1982|CN|SneakyCheff;UNK_SweetSpecter
Storm-2035|IR|
Storm-2077|CN|TAG-100;RedNovember
Storm-2139||
Storm-2227||
Storm-2372|RU|
Storm-2460||Lumma Stealer
Storm-2470|CN|
Storm-2477||
Storm-2561||
Storm-2603|CN|
Storm-2657||Payroll Pirates
Storm-2755||
Storm-2945||
Storm-2949||
StucxTeam||
Sunglow Blizzard|RU|DEV-0665
Swan Vector||
TA2101|RU|Maze Team;TWISTED SPIDER;GOLD VILLAGE;Storm-0216;DEV-0216;UNC2198;TUNNEL SPIDER
TA2536|NG|
TA2541||
TA2552||
TA2719||
TA2722||Balikbayan Foxes
TA2723||
TA2725||
TA402|PS|
TA406|KP|
TA410||
TA428|CN|Colourful Panda;BRONZE DUDLEY
TA444|KP|
TA453|IR|
TA455|IR|
TA459|CN|
TA482|TR|
TA4903||
TA4922|CN|
TA499||Vovan;Lexus
TA505|RU|SectorJ04;SectorJ04 Group;GRACEFUL SPIDER;GOLD TAHOE;Dudear;ATK103;Hive0065;CHIMBORAZO
TA516||
TA530|CN|
TA547||
TA554||TH-163
TA555||
TA558||
TA570|RU|DEV-0450
TA571||
TA575||
TA577|RU|Hive0118
TA578||
TA579||
TA584||Storm-0900
TA800||
TA829|RU|
TA866||
TAG-112|CN|
TAG-124||LandUpdate808
TAG-140|PK|
TAG-28|CN|
TAG-56|IR|
TEMP.Hermit|KP|HERMIT NEPTUNE
TEMP.Veles||Xenotime;ATK91
TEMPER PANDA|CN|Admin338;Team338;MAGNESIUM
TEMP_Heretic|CN|
TERBIUM||
TEST PANDA|CN|
TIDRONE|CN|Earth Ammit;VENOM
TINY SPIDER||
TOXCAR CYBER TEAM||
TOXIC PANDA|CN|
TRACER KITTEN|IR|
TRAVELING SPIDER||
TRIPLESTRENGTH||
Taidoor||Earth Aughisky
TaskMasters|CN|BlueTraveller
Team-Xecuter||
Team46||TaxOff
TeamPCP||Altered Spider;PCPcat;ShellForce;DeadCatx3;CanisterWorm
TeamSpy Crew|RU|TeamSpy;Team Bear;Anger Bear;IRON LYRIC
TeamTNT||Adept Libra
TeamXRat||CorporacaoXRat;CorporationXRat
Teleboyi|CN|
TempTick|CN|
TetrisPhantom||
The Big Bang||
The Gentlemen||
The Gorgon Group||Gorgon Group;Subaat;ATK92;Pasty Gemini
The Shadow Brokers||The ShadowBrokers;TSB;Shadow Brokers;ShadowBrokers
The White Company||
TheDarkOverlord||
TheWizards||
Threat Actor 888||
Threat Group-1314||TG-1314
Threatsec||
Thrip||ATK78
TianWu|CN|
Tick|CN|Nian;BRONZE BUTLER;REDBALDKNIGHT;STALKER PANDA;Stalker Taurus;PLA Unit 61419;Swirl Typhoon;TEMP.Tick;TICK CASTLE;TELLURIUM
TiltedTemple|CN|DEV-0322
ToddyCat|CN|Websiic;Storm-0247
Tomato Tempest||SPURR;Vatet
Tonto Team|CN|CactusPete;KARMA PANDA;BRONZE HUNTLEY;COPPER;Red Beifang;PLA Unit 65017;Earth Akhlut;TAG-74;LONE CASTLE;Copper Typhoon;Sharp-R
Tortoiseshell|IR|Yellow Liderc;TA456;DUSTYCAVE;Crimson Sandstorm;CURIUM;Tortoise Shell;HOUSEBLEND
TraderTraitor|KP|Jade Sleet;UNC4899;Pukchong;Storm-0954
Transparent Tribe|PK|COPPER FIELDSTONE;APT36;Mythic Leopard;ProjectM;Storm-0156
TridentLocker||
Tstark|CN|
Tumbleweed Typhoon|CN|THORIUM;Karst
TunnelSnake|CN|
TurkHackTeam|TR|Turk Hack Team
Turla|RU|Snake;VENOMOUS Bear;Group 88;Waterbug;WRAITH;Uroburos;Pfinet;TAG_0530;KRYPTON;Hippo Team;Pacifier APT;Popeye;SIG23;IRON HUNTER;MAKERSMARK;ATK13;ITG12;Blue Python;SUMMIT;UNC4210;Secret Blizzard;UAC-0144;UAC-0024;UAC-0003;TURLA RELIC;WhiteBear;BELUGASTURGEON;ATG26
TwoSail Junk||
UAC-0006||
UAC-0020|RU|Vermin;SickSync;TEMP.Vermin;VERMIN RELIC
UAC-0050||
UAC-0063||
UAC-0094|RU|
UAC-0099||
UAC-0102||
UAC-0118||FRwL;FromRussiaWithLove
UAC-0149||
UAC-0154||
UAC-0184||
UAC-0185||UNC4221
UAC-0194|RU|
UAC-0215||
UAC-0219||
UAC-0226||
UAC-0227||
UAC-0239||
UAC-0241||
UAC-0245|RU|
UAT-10362||
UAT-10608||
UAT-11795|RU|
UAT-5394|KP|
UAT-5918||
UAT-6382|CN|
UAT-7237|CN|CL-STA-1062
UAT-7810|CN|
UAT-8099|CN|
UAT-8302|CN|
UAT-8616||
UAT-8837|CN|
UAT-9244|CN|
UAT-9686|CN|
UAT-9921|CN|VoidLink Operator
UNC1069|KP|MASAN;CryptoCore;MIDNIGHT NEPTUNE
UNC1088|CN|RAVINE CASTLE
UNC1549|IR|Nimbus Manticore
UNC1860|IR|
UNC1878||
UNC215|CN|
UNC2447||
UNC2452|RU|DarkHalo;StellarParticle;Solar Phoenix;Midnight Blizzard
UNC2465||
UNC2529||
UNC2565||Hive0127
UNC2630|CN|
UNC2659||
UNC2717|CN|
UNC2814|CN|DARK CASTLE
UNC2970|KP|
UNC3524||
UNC3569|CN|
UNC3886|CN|
UNC3890|IR|
UNC3973||
UNC4191|CN|
UNC4393||Storm-1811;CURLY SPIDER;STAC5777;Cardinal
UNC4487||
UNC4536||
UNC4540|CN|
UNC4736|KP|
UNC4841|CN|SLIME57
UNC4990|IT|
UNC5174||Uteus
UNC5266||
UNC5291||
UNC5325|CN|
UNC5330|CN|
UNC5337|CN|
UNC5342|KP|
UNC5537||
UNC5820||
UNC6032|VN|
UNC6040||
UNC6148||
UNC6201|CN|
UNC6293|RU|
UNC6353||
UNC6384|CN|Vertigo Panda
UNC6395||
UNC6426||
UNC6485||
UNC6508|CN|
UNC6619||TGR-STA-1030;Shadow Campaigns
UNC6671||
UNC6691||
UNC6692||
UNC6748|RU|
UNG0002||
UNG0901||Unknown-Group-901
UNION PANDA|CN|
UNION SPIDER|RU|
UNK_AcademicFlare|RU|
UNK_DropPitch||
UNK_FistBump||
UNK_RemoteRogue|RU|
UNK_SparkyCarp||
USDoD||
UTA0178|CN|UNC5221;Red Dev 61
UTA0218||
UTA0352|RU|
UTA0355|RU|
UTA0388|CN|
UTA0533||
UTG-Q-008||
UTG-Q-010||
Ukrainian Cyber Alliance|UA|UCA
Unfading Sea Haze|CN|
Unnamed Actor|CN|
UnsolicitedBooker|CN|
Urpage||
UserSec|RU|
VENOM SPIDER||badbullzvenom;badbullz
VICE SPIDER|RU|
VICEROY TIGER|IN|Donot Team;APT-C-35;SectorE02;Orange Kala
VIKING SPIDER||
Vanilla Tempest||DEV-0832;Vice Society
Velvet Ant||
Velvet Tempest||DEV-0504
ViceLeaker||
Vicious Panda|CN|SixLittleMonkeys
ViciousTrap||
Viking Jackal|AE|Vikingdom
Void Arachne||Silver Fox
Void Balaur||
Void Banshee||
Void Blizzard|RU|LAUNDRY BEAR;UAC-0190;TA488
Void Manticore|IR|COBALT MYSTIQUE;Handala Hack;Karma;Karmabelow80
Void Rabisu||Tropical Scorpius
Volatile Cedar|LB|Lebanese Cedar;DeftTorero
Volga Flood|RU|Storm-1841;Rybar
Volt Typhoon|CN|BRONZE SILHOUETTE;VANGUARD PANDA;UNC3236;Insidious Taurus;VOLTZITE;Dev-0391;Storm-0391;DazedToad
VulzSecTeam|ID|VulzSec
WARP PANDA|CN|
WET PANDA|CN|Red Chimera
WIP19|CN|
WIRTE|PS|Ashen Lepus
WIZARD SPIDER|RU|TEMP.MixMaster;GOLD BLACKBURN;FIN12;Periwinkle Tempest;DEV-0193;Storm-0193;Trickbot LLC;UNC2053;Pistachio Tempest;DEV-0237;Storm-0230;ITG23;Conti Team 1
WOLF SPIDER|RO|FIN4
WageMole|KP|Famous Chollima;UNC5267;Nickel Tapestry;Storm-1877;Void Dokkaebi;WaterPlum;PurpleBravo;Coral Sleet
Wassonite|KP|
Watchdog||Thief Libra
Water Bakunawa||
Water Barghest||
Water Curupira||
Water Galura||GOLD FEATHER
Water Gamayun|RU|
Water Kurita||
Water Labbu||
Water Makara||
Water Orthrus||
Water Saci|BR|
Water Sigbin|CN|8220 Gang
WeRedEvils|IL|
Webworm|CN|Space Pirates
WeedSec||
Wheat Tempest||GOLD;Gatak
White Bear|RU|Skipper Turla
WhiteCobra||
Whitefly||
WildCard||
WildNeutron||Butterfly;Morpho;Sphinx Moth
WildPressure||
WindShift||Windy Phoenix
Windigo||
Winter Vivern|RU|UAC-0114;TA473;TAG-70;TA-473
Wisteria Tsunami||DEV-0605;CyberRoot;MintedSoil
Witchetty|CN|LookingFrog
Worok|CN|
XDSpy||
XakNet|RU|UAC-0100;UAC-0106
Xcatze||
Xiaoqiying|CN|Genesis Day;Teng Snake
XinXin|CN|changqixinyun;Black Technology
Yanbian Gang||
YoroTrooper|KZ|Salted Earth;Sturgeon Fisher;ShadowSilk;Silent Lynx;Cavalry Werewolf;SturgeonPhisher;Comrade Saiga
Yulong Flood|CN|Storm-1852
Z-Pentest Alliance|RU|Z-Pentest
ZOMBIE SPIDER||
Zarya|RU|UAC-0109
ZeffSec||Zeff Security
ZeroSevenGroup||
ZooPark||
luoxk||
puNK-003|KP|
`;
