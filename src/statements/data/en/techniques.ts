/**
 * Techniques in plain English: `ATT&CK id | its name | phrases`, by `;`. In a phrase `*` ends a word in any way and `_` stands for up to two
 * words between. Web beacons are T1598.003, as in our rules (threat-facts 4.1): the mail asks for information by being opened.
 *
 * Ids and names: MITRE ATT&CK enterprise. The phrases are ours.
 */
export const TECHNIQUES = `
T1598.003|Phishing for Information: Spearphishing Link|hidden tracking link*;tracking link*;tracking pixel*;web beacon*;web bug*;hidden pixel*;invisible pixel*;tracking image*;hidden image*;tracking beacon*;invisible image*;embedded _ beacon*;beacons embedded;hidden link*;links that report*
T1598|Phishing for Information|reconnaissance phishing;phishing for information;reconnaissance email*;reconnaissance e-mail*;technical reconnaissance
T1566.002|Phishing: Spearphishing Link|link* to _ counterfeit _ page*;link* to _ fake _ page*;link* to _ bogus _ page*;link* to _ login page*;malicious link*;spearphishing link*;spear-phishing link*;spear phishing link*;malicious hyperlink*;phishing link*;email* with _ link*;email* containing _ link*;link* in the email
T1566.001|Phishing: Spearphishing Attachment|malicious attachment*;spearphishing attachment*;spear-phishing attachment*;spear phishing attachment*;malicious document* attached;email* with _ attachment*;weaponised document*;weaponized document*;malicious Word document*;malicious Office document*;attached _ document*;emails with attach*;mail* with _ attachment*;attached document*;attached ZIP;email that included;attached to an email;attached to the email
T1566|Phishing|spear-phishing;spearphishing;spear phishing;phishing email*;phishing e-mail*;phishing message*;phishing campaign*;phishing mail*;spear-phished;spearphished;malicious email*;malicious e-mail*;malicious mail*;phishing
T1598.002|Phishing for Information: Spearphishing Attachment|survey attachment*
T1656|Impersonation|impersonat*;posing as;pose as;posed as;masquerading as _ journalist*;pretending to be;purporting to be;appeared to come from;appear to come from;claimed to be from
T1585.002|Establish Accounts: Email Accounts|fake email account*;registered _ email account*;created _ email account*;set up _ email account*
T1585.001|Establish Accounts: Social Media Accounts|fake social media account*;fake profile*;fake social media profile*;social media persona*
T1586.002|Compromise Accounts: Email Accounts|compromised email account*;compromised e-mail account*;hacked email account*;hijacked email account*
T1583.001|Acquire Infrastructure: Domains|regist* _ domain*;lookalike domain*;look-alike domain*;typosquat* domain*;typo-squatt*;typosquatting
T1584.008|Compromise Infrastructure: Network Devices|compromised _ router*;compromising _ router*;compromised home router*;routers _ compromised;hacked router*;SOHO router*
T1090.003|Proxy: Multi-hop Proxy|relay network*;operational relay box*;Tor network;Tor exit;anonymization network*;anonymisation network*;anonymization service*;multi-hop prox*;relay box*
T1090|Proxy|SOCKS5 prox*;SOCKS prox*;proxy server*;proxy tool*;as a proxy;use of prox*;reverse prox*
T1190|Exploit Public-Facing Application|exploit* _ public-facing;exploit* vulnerable _ server*;exploit* _ web server*;exploit* _ Exchange server*;ProxyShell;ProxyLogon;SQL injection;exploit* _ internet-facing;Log4Shell;internet-facing application*;public-facing server*;internet-facing system*;vulnerabilities in public-facing;exploit* known vulnerabilit*;exploit* vulnerabilit* in;unpatched server*;vulnerable server*;exploited a vulnerability;exploit* a vulnerability in
T1189|Drive-by Compromise|watering hole*;watering-hole*;drive-by download*;drive-by compromise*
T1195.002|Supply Chain Compromise: Compromise Software Supply Chain|supply chain attack*;supply-chain attack*;supply chain compromise*;trojanised update*;trojanized update*;trojanized installer*
T1203|Exploitation for Client Execution|exploit* _ vulnerability in Microsoft Office;exploits for Adobe;browser exploit*;zero-click exploit*;zero-click
T1204.001|User Execution: Malicious Link|click* on _ link;clicking _ link;clicked _ link
T1204.002|User Execution: Malicious File|open* the attachment*;opening the attachment*;opens the document;opened the document;enable macros;enabl* _ macro*;opens the file;opened the file;open* the malicious;user opens;victim opens;users open;opening the file;runs the file;lure* victims into opening;double-click*;double clicks;double clicked;clicks on _ file;launch malicious document*;run* the attachment;to open _ document;opened _ attachment;attachment, if opened;entice* users to;opening of the attachment;opens the _ file;execute the HTA file;enabled macros
T1110|Brute Force|brute force;brute-force;brute-forc*;brute forc*
T1110.003|Brute Force: Password Spraying|password spray*;password-spray*
T1110.004|Brute Force: Credential Stuffing|credential stuffing
T1078|Valid Accounts|stolen credential*;valid account*;valid credential*;legitimate credential*;compromised credential*;stolen legitimate credential*;compromised account*
T1539|Steal Web Session Cookie|session cookie*;stolen cookie*;steal* _ cookie*
T1528|Steal Application Access Token|OAuth token*;access token*;OAuth phishing
T1555.003|Credentials from Password Stores: Credentials from Web Browsers|saved password* _ browser*;credentials from _ browser*;browser credential*;browser password*;passwords stored in _ browser*
T1003|OS Credential Dumping|credential dump*;dump* credential*;Mimikatz;credential-dump*
T1003.001|OS Credential Dumping: LSASS Memory|LSASS
T1056.001|Input Capture: Keylogging|keylog*;key logg*;keystroke*;record* keystroke*
T1113|Screen Capture|screenshot*;screen capture*;capture* _ screen*
T1123|Audio Capture|microphone;audio recording*;record* audio
T1114|Email Collection|steal* _ email*;stole _ email*;stolen email*;read their email*;access* _ mailbox*;mailbox theft;harvest* email*;theft of email*
T1114.003|Email Collection: Email Forwarding Rule|forwarding rule*;mail-forwarding rule*;auto-forward*
T1589.002|Gather Victim Identity Information: Email Addresses|harvest* _ email address*;collect* email address*;stolen contact list*
T1590.005|Gather Victim Network Information: IP Addresses|IP addresses of _ recipient*;recipient* _ IP address*
T1592.004|Gather Victim Host Information: Client Configurations|browser type*;operating systems of _ recipient*
T1591|Gather Victim Org Information|open-source information;publicly available information;open-source research
T1059.001|Command and Scripting Interpreter: PowerShell|PowerShell
T1059.003|Command and Scripting Interpreter: Windows Command Shell|cmd.exe;cmd /c;via cmd;command-line interpreter;command shell;command prompt;batch script*;batch file*;batch-file*;bat file*;bat script*;execute arbitrary commands;arbitrary shell commands;remote shell;interactive shell;shell command*;system commands;windows commands;cmd /k
T1059.005|Command and Scripting Interpreter: Visual Basic|VBScript;VBS script*;VBA macro*;VBA code;malicious macro*;visual basic
T1059.006|Command and Scripting Interpreter: Python|Python script*;Python-based
T1059.007|Command and Scripting Interpreter: JavaScript|JavaScript
T1059.004|Command and Scripting Interpreter: Unix Shell|bash script*;shell script*
T1218.011|System Binary Proxy Execution: Rundll32|rundll32;rundll32.exe
T1218.010|System Binary Proxy Execution: Regsvr32|regsvr32;regsvr32.exe
T1218.005|System Binary Proxy Execution: Mshta|mshta;mshta.exe
T1218.007|System Binary Proxy Execution: Msiexec|msiexec;msiexec.exe
T1047|Windows Management Instrumentation|WMI;WMIC;Windows Management Instrumentation
T1053.005|Scheduled Task/Job: Scheduled Task|scheduled task*;schtasks;task scheduler
T1547.001|Boot or Logon Autostart Execution: Registry Run Keys / Startup Folder|run key*;startup folder;CurrentVersion\\Run;autorun;registry run
T1543.003|Create or Modify System Process: Windows Service|Windows service*;creates a service;create a service;installed as a service;as a service for persistence;new service;created a service;installs a service;creates _ service*;service was created
T1574.002|Hijack Execution Flow: DLL Side-Loading|DLL side-load*;DLL sideload*;side-load*;sideload*;DLL side load*
T1055|Process Injection|process injection;inject* _ process*;code injection;injected into;inject* into;injection into;inject* itself;inject* shellcode;injected thread*;inject* _ code
T1055.012|Process Injection: Process Hollowing|process hollowing;hollowing
T1027|Obfuscated Files or Information|obfuscat*;encrypted payload*;base64-encoded;Base64 encoded;encoded payload*;XOR-encoded;XOR encoded;encoded with _ XOR;obfuscated strings;junk code;heavily obfuscated;encoded and encrypted;encrypted shellcode;encoded shellcode;encrypted configuration;encrypted blob;encrypted archive;password-protected archive*;password-protected zip*;encoded PowerShell;encoded script*;encoded command*;base64 string*;XOR encrypt*;XOR-encrypt*;encrypted PowerShell;encrypted string*;compressed and encrypted
T1027.002|Obfuscated Files or Information: Software Packing|packed with;packer*;UPX;packed executable;packed sample*;VMProtect;Themida;is packed
T1140|Deobfuscate/Decode Files or Information|deobfuscat*;decrypts the payload;decod* the payload;decrypt* _ payload*;decrypts _ strings;decrypt* _ string*;decod* _ string*;decodes _ payload;is then decrypted;are then decrypted;decrypted using;decrypts and;decrypt* _ configuration;decrypt* the embedded;decrypt* _ shellcode;decrypts them;decrypt* and execut*;decryption routine*;decrypts itself;decode* itself;decod* _ configuration;base64 decod*;base64-decod*;decompress* _ buffer;decompresses and loads;decrypts _ content*;decrypts _ code;decrypted shellcode;decoded shellcode;decod* _ shellcode;de-obfuscat*;used for decryption;key for decryption;after decoding;once decoded;once decrypted;unpacks _ payload*;is unpacked;are unpacked;decrypt* the rest;decrypts _ files it
T1036|Masquerading|masquerad*;disguised as
T1036.005|Masquerading: Match Legitimate Name or Location|legitimate-looking name*;named after legitimate;mimic* legitimate;renamed version of;masquerad* as a legitimate;look like legitimate;named to resemble;disguised as legitimate;name of a legitimate;legitimate file name;mimic* legitimate file*
T1070.004|Indicator Removal: File Deletion|delet* itself;self-delet*;deletes the file*;file deletion;delete* files;removes itself;deletes itself;delet* _ file* from;files are deleted;file is deleted;removal of artefacts;removal of artifacts;removes traces;deleting their tools;deletes all files;delet* _ traces
T1070.001|Indicator Removal: Clear Windows Event Logs|clear* _ event log*;delet* _ event log*;wevtutil
T1562.001|Impair Defenses: Disable or Modify Tools|disabl* _ antivirus;disabl* _ Defender;disabl* Windows Defender;disabl* security software;disable _ security tool*;kill* _ antivirus;disable* _ security product*;disable _ antivirus;disabl* endpoint protection;stop* _ antivirus;disable* security;security software _ disabled;disable* _ protection;disabl* security tools;terminat* _ antivirus;exclusions to Windows Defender;bypass Windows Defender;disable* Windows update
T1497|Virtualization/Sandbox Evasion|anti-VM;sandbox evasion;virtual machine detection;detect* _ virtual machine*;anti-sandbox;sandbox detection
T1105|Ingress Tool Transfer|download* additional;download* _ payload*;downloads further;download* _ malware;download* and execut*;second-stage payload*;download* _ file* from;next-stage payload;downloads the next;download* and install*;download* a second;downloads an additional;fetch* _ payload*;retriev* _ payload*;downloads and executes;drop* _ payload*;dropped _ beacon;dropped _ tools;payload* downloaded from;download* _ DLL;download* the file*;downloads and runs;download* and deploy*;download* and run*;pulled down;next stage from;second stage from;obtain _ payload*;retriev* _ tools;delivers _ payload* from;uploads and downloads;download* and upload*;upload* and download*;curl to download;download* the second stage;transferred tools;tools were transferred;download* the malicious
T1071.001|Application Layer Protocol: Web Protocols|over HTTP;over HTTPS;via HTTP;via HTTPS;HTTP request*;HTTP POST;HTTP GET;HTTPS request*;POST request*;GET request*;HTTP protocol;through HTTP;uses HTTPS to communicate;HTTP and HTTPS;HTTP/HTTPS;HTTP for C2;HTTPS for C2;HTTP-based C2;HTTP based C2;HTTP C2;C2 over HTTP*;C2 _ over HTTP*;HTTP header*;port 443;port 80
T1071.004|Application Layer Protocol: DNS|DNS tunnel*;DNS tunneling;over DNS;DNS TXT;DNS-based
T1102|Web Service|Dropbox as;GitHub as _ command;legitimate cloud service*;cloud storage service*;via Telegram;Telegram bot
T1573|Encrypted Channel|encrypted channel*;encrypted communication*;encrypts _ traffic;encrypted with RC4;encrypted C2
T1041|Exfiltration Over C2 Channel|exfiltrat* _ C2;sent to _ C2;exfiltrat* over;send* _ to the C2;uploads _ C2;exfiltrat* data to;sends _ collected;send* _ information to _ C2;sends it to the C2;sent to the C2;sends it to its command;uploads _ to the C2;sends _ stolen data;sent to _ command and control;sends system information;exfiltrat* _ to a server;sent to a remote server;transmit* _ data to
T1567.002|Exfiltration Over Web Service: Exfiltration to Cloud Storage|exfiltrat* _ cloud;rclone;MEGA cloud;exfiltrat* to Dropbox
T1560|Archive Collected Data|archiv* _ data;WinRAR;7-Zip;compress* _ data;RAR archive*;compressed and encrypted;archives stolen
T1021.001|Remote Services: Remote Desktop Protocol|RDP;Remote Desktop;remote desktop protocol
T1021.002|Remote Services: SMB/Windows Admin Shares|admin share*;PsExec;SMB share*;over SMB;via SMB
T1021.004|Remote Services: SSH|over SSH;via SSH;SSH connection*;secure shell
T1505.003|Server Software Component: Web Shell|web shell*;webshell*;web-shell*
T1486|Data Encrypted for Impact|encrypts files;files _ encrypted;encrypt* the files;encrypt* user files;encrypt* victim*;ransomware encrypt*;file encryption;encrypted files
T1490|Inhibit System Recovery|shadow cop*;vssadmin;volume shadow;delet* _ backup*
T1485|Data Destruction|data destruction;destroy* data;wip* data;overwrit* files
T1498|Network Denial of Service|denial of service;denial-of-service;DDoS
T1082|System Information Discovery|system information;computer name*;operating system version;OS version;collects _ host information;information about the system;collects system information;systeminfo;collect* _ hostname*;victim's hostname;hostname of the;host name of;processor architecture;CPU type;OS architecture;total RAM;machine name*;serial number of the _ disk;system's configuration;installed operating system
T1083|File and Directory Discovery|list* files;enumerat* _ file*;directory listing*;search* for files;file enumeration;list directories;list* directories;file listing*;enumerat* directories;search* _ files with;searches the file system;lists the contents of;looks for files;directory and file listing*;traverses _ director*;file extensions:;list of drives;drive information;search* _ file extensions
T1057|Process Discovery|list* _ running processes;running process*;enumerat* _ process*;process list*;tasklist;list of processes;running processes;list* processes;enumerates processes;process list;process enumeration;identify processes
T1016|System Network Configuration Discovery|network configuration;network schematics;ipconfig;IP configuration;network adapter*;MAC address*;arp -a;network interface*;IP and MAC
T1033|System Owner/User Discovery|whoami;collects _ username*;logged-on user*;logged in user;current user;current username;collect* _ user name*;name of the user;query user;quser;logged-in user*
T1018|Remote System Discovery|port scan*;network scan*;scan* the network;internal reconnaissance;ping sweep;domain computers
T1046|Network Service Discovery|scan* _ open ports;port scanner*;Nmap;scan* for open
T1087|Account Discovery|enumerat* _ account*;net user;account enumeration;enumerat* _ users
T1087.002|Account Discovery: Domain Account|domain account*;domain user*;domain admins
T1482|Domain Trust Discovery|domain trust*;nltest
T1012|Query Registry|quer* _ registry;registry quer*;reads _ registry;quer* _ registry key;read* _ registry
T1112|Modify Registry|modif* _ registry;registry modif*;chang* _ registry;writ* _ registry;registry key*;registry value*;adds _ registry;registry entr*;reg add;stored in the registry;saved in the registry;manipulat* registry
T1136|Create Account|creat* _ user account*;creat* new account*;creat* _ local account*;new user account*;add* _ user account*
T1098|Account Manipulation|add* _ administrators group;account manipulation
T1133|External Remote Services|VPN access;external remote service*;exposed RDP;VPN account*
T1068|Exploitation for Privilege Escalation|privilege escalation vulnerabilit*;exploit* _ escalate privileges;local privilege escalation exploit*
T1548.002|Abuse Elevation Control Mechanism: Bypass User Account Control|UAC bypass;bypass* UAC;bypass user account control
T1134|Access Token Manipulation|token manipulation;impersonat* token*;SeDebugPrivilege
T1014|Rootkit|rootkit*
T1620|Reflective Code Loading|reflective* load*;reflective DLL;loaded reflectively;reflective load*
T1553.002|Subvert Trust Controls: Code Signing|code sign*;stolen certificate*;signed with _ certificate*;digitally signed;valid digital signature*;code-sign*;signing certificate*
T1106|Native API|Windows API*;native API*;API call*;NtCreate*;API function*;VirtualAlloc*;CreateProcess*;GetProcAddress;WinExec;ShellExecute*;WriteProcessMemory;Win32 API*;CreateRemoteThread;VirtualProtect*;CryptoAPI;calls the _ function;Windows library function*;win32 function*;WinAPI*;ZwCreate*;ZwMap*;NtProtect*;AdjustTokenPrivilege*;system call*;API method*;exported function from
T1129|Shared Modules|LoadLibrary*
T1566.003|Phishing: Spearphishing via Service|LinkedIn message*;via LinkedIn;direct message*;through social media message*;WhatsApp message*
T1557|Adversary-in-the-Middle|adversary-in-the-middle;man-in-the-middle;man in the middle
T1111|Multi-Factor Authentication Interception|MFA bypass;bypass* multi-factor;bypass* _ two-factor;intercept* _ two-factor
T1621|Multi-Factor Authentication Request Generation|MFA fatigue;push notification spam;MFA prompt bombing;MFA push
T1608.005|Stage Capabilities: Link Target|credential harvesting page*;credential-harvesting page*;phishing page*;phishing site*;fake login page*;spoofed login page*
T1587.001|Develop Capabilities: Malware|custom malware;bespoke malware;custom backdoor*;custom tool*
T1588.002|Obtain Capabilities: Tool|publicly available tool*;freely available tool*;off-the-shelf tool*;open-source tool*
T1588.006|Obtain Capabilities: Vulnerabilities|zero-day vulnerabilit*;zero-day exploit*;0-day
T1040|Network Sniffing|network sniff*;packet capture*;sniff* traffic
T1496|Resource Hijacking|cryptomin*;crypto-min*;coin miner*;coinminer*;crypto miner*;XMRig
T1091|Replication Through Removable Media|USB drive*;removable media;removable drive*;USB stick*
T1564.001|Hide Artifacts: Hidden Files and Directories|hidden file*;hidden director*;hidden attribute*
T1221|Template Injection|remote template*;template injection
T1553.005|Subvert Trust Controls: Mark-of-the-Web Bypass|Mark-of-the-Web;mark of the web;MOTW
T1484.001|Domain or Tenant Policy Modification: Group Policy Modification|group policy object*;GPO
T1570|Lateral Tool Transfer|lateral tool transfer;copied _ to other hosts;cop* _ across the network;copied to remote;copy to other systems;transferred to other hosts;spread* laterally;copied via SMB;transfer* _ over SMB;transferred via SMB;SMB to transfer;copied _ over SMB;over SMB to other systems
T1095|Non-Application Layer Protocol|raw TCP;TCP socket*;over TCP;over UDP;custom TCP;ICMP;raw socket*;via TCP;TCP connection*
T1005|Data from Local System|steal* _ files;collect* _ files from;stole _ documents;stealing documents;steals documents;steal* sensitive data;collect* local files;steal* sensitive information;steal* documents;stole documents;stole files;steal* _ files from;collect* _ documents;sensitive documents;theft of documents;files of interest;data of interest;steal* information from
T1562.004|Impair Defenses: Disable or Modify System Firewall|disabl* _ firewall;iptables rule*;firewall rule*
T1569.002|System Services: Service Execution|starts the service;service execution
T1219|Remote Access Software|AnyDesk;TeamViewer;ScreenConnect;Atera;remote management software;remote access software;remote management tool*;remote management agent*;remote admin tool*;remote administration tool*;remote access tool*
T1090.004|Proxy: Domain Fronting|domain fronting;domain-fronting;domain front*
T1573.001|Encrypted Channel: Symmetric Cryptography|AES-128;AES-256;AES encryption;encrypted with AES;encrypted with RC4;RC4 encrypt*;encrypts _ traffic;encrypted _ C2 traffic;encrypted with a hardcoded
T1552.001|Unsecured Credentials: Credentials In Files|passwords stored in files;credentials stored in;passwords in files;search* for passwords;credentials in files
T1078.002|Valid Accounts: Domain Accounts|domain admin credential*;domain admin account*;domain administrator account*;credentials of _ domain account*
T1027.009|Obfuscated Files or Information: Embedded Payloads|embedded payload*;embedded executable*;embedded in the loader;embedded DLL*;embedded shellcode;embedded file*;embedded script*;embedded inside;embedded into;embed* malicious code
`;
