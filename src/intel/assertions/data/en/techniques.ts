/**
 * Techniques in plain English: `ATT&CK id | its name | phrases`, by `;`. In a phrase `*` ends a word in any way and `_` stands for up to two
 * words between. Web beacons are T1598.003, as in our rules (threat-facts 4.1): the mail asks for information by being opened.
 *
 * Ids and names: MITRE ATT&CK enterprise. The phrases are ours.
 */
export const TECHNIQUES = `
T1598.003|Phishing for Information: Spearphishing Link|hidden tracking link*;tracking link*;tracking pixel*;web beacon*;web bug*;hidden pixel*;invisible pixel*;tracking image*;hidden image*;tracking beacon*;invisible image*;embedded _ beacon*;beacons embedded
T1598|Phishing for Information|reconnaissance phishing;phishing for information;reconnaissance email*;reconnaissance e-mail*;technical reconnaissance
T1566.002|Phishing: Spearphishing Link|malicious link*;spearphishing link*;spear-phishing link*;spear phishing link*;malicious hyperlink*;phishing link*;email* with _ link*;email* containing _ link*;link* in the email
T1566.001|Phishing: Spearphishing Attachment|malicious attachment*;spearphishing attachment*;spear-phishing attachment*;spear phishing attachment*;malicious document* attached;email* with _ attachment*;weaponised document*;weaponized document*;malicious Word document*;malicious Office document*;attached _ document*
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
T1190|Exploit Public-Facing Application|exploit* _ public-facing;exploit* vulnerable _ server*;exploit* _ web server*;exploit* _ Exchange server*;ProxyShell;ProxyLogon;SQL injection;exploit* _ internet-facing;Log4Shell
T1189|Drive-by Compromise|watering hole*;watering-hole*;drive-by download*;drive-by compromise*
T1195.002|Supply Chain Compromise: Compromise Software Supply Chain|supply chain attack*;supply-chain attack*;supply chain compromise*;trojanised update*;trojanized update*;trojanized installer*
T1203|Exploitation for Client Execution|exploit* _ vulnerability in Microsoft Office;exploits for Adobe;browser exploit*;zero-click exploit*;zero-click
T1204.001|User Execution: Malicious Link|click* on _ link;clicking _ link;clicked _ link
T1204.002|User Execution: Malicious File|open* the attachment*;opening the attachment*;opens the document;opened the document;enable macros;enabl* _ macro*;opens the file;opened the file;open* the malicious;user opens;victim opens;users open;opening the file;runs the file;lure* victims into opening;double-click*
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
T1059.003|Command and Scripting Interpreter: Windows Command Shell|cmd.exe;cmd /c;via cmd;command-line interpreter;command shell;command prompt;batch script*;batch file*
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
T1543.003|Create or Modify System Process: Windows Service|Windows service*;creates a service;create a service;installed as a service;as a service for persistence;new service
T1574.002|Hijack Execution Flow: DLL Side-Loading|DLL side-load*;DLL sideload*;side-load*;sideload*;DLL side load*
T1055|Process Injection|process injection;inject* _ process*;code injection;injected into
T1055.012|Process Injection: Process Hollowing|process hollowing;hollowing
T1027|Obfuscated Files or Information|obfuscat*;encrypted payload*;base64-encoded;Base64 encoded;encoded payload*;XOR-encoded;XOR encoded;encoded with _ XOR;obfuscated strings;junk code;heavily obfuscated
T1027.002|Obfuscated Files or Information: Software Packing|packed with;packer*;UPX
T1140|Deobfuscate/Decode Files or Information|deobfuscat*;decrypts the payload;decod* the payload;decrypt* _ payload*;decrypts _ strings;decrypt* _ string*;decod* _ string*;decodes _ payload;is then decrypted;are then decrypted;decrypted using;decrypts and;decrypt* _ configuration;decrypt* the embedded;decrypt* _ shellcode
T1036|Masquerading|masquerad*;disguised as
T1036.005|Masquerading: Match Legitimate Name or Location|legitimate-looking name*;named after legitimate;mimic* legitimate
T1070.004|Indicator Removal: File Deletion|delet* itself;self-delet*;deletes the file*;file deletion;delete* files;removes itself
T1070.001|Indicator Removal: Clear Windows Event Logs|clear* _ event log*;delet* _ event log*;wevtutil
T1562.001|Impair Defenses: Disable or Modify Tools|disabl* _ antivirus;disabl* _ Defender;disabl* Windows Defender;disabl* security software;disable _ security tool*;kill* _ antivirus;disable* _ security product*
T1497|Virtualization/Sandbox Evasion|anti-VM;sandbox evasion;virtual machine detection;detect* _ virtual machine*;anti-sandbox;sandbox detection
T1105|Ingress Tool Transfer|download* additional;download* _ payload*;downloads further;download* _ malware;download* and execut*;second-stage payload*;download* _ file* from;next-stage payload;downloads the next;download* and install*;download* a second;downloads an additional;fetch* _ payload*;retriev* _ payload*;downloads and executes
T1071.001|Application Layer Protocol: Web Protocols|over HTTP;over HTTPS;via HTTP;via HTTPS;HTTP request*;HTTP POST;HTTP GET;HTTPS request*;POST request*;GET request*;HTTP protocol;through HTTP
T1071.004|Application Layer Protocol: DNS|DNS tunnel*;DNS tunneling;over DNS;DNS TXT;DNS-based
T1102|Web Service|Dropbox as;GitHub as _ command;legitimate cloud service*;cloud storage service*;via Telegram;Telegram bot
T1573|Encrypted Channel|encrypted channel*;encrypted communication*;encrypts _ traffic;encrypted with RC4;encrypted C2
T1041|Exfiltration Over C2 Channel|exfiltrat* _ C2;sent to _ C2;exfiltrat* over;send* _ to the C2;uploads _ C2;exfiltrat* data to;sends _ collected
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
T1082|System Information Discovery|system information;computer name*;operating system version;OS version;collects _ host information;information about the system;collects system information
T1083|File and Directory Discovery|list* files;enumerat* _ file*;directory listing*;search* for files;file enumeration;list directories
T1057|Process Discovery|list* _ running processes;running process*;enumerat* _ process*;process list*;tasklist
T1016|System Network Configuration Discovery|network configuration;network schematics;ipconfig;IP configuration;network adapter*
T1033|System Owner/User Discovery|whoami;collects _ username*;logged-on user*;logged in user
T1018|Remote System Discovery|port scan*;network scan*;scan* the network;internal reconnaissance;ping sweep;domain computers
T1046|Network Service Discovery|scan* _ open ports;port scanner*;Nmap;scan* for open
T1087|Account Discovery|enumerat* _ account*;net user;account enumeration;enumerat* _ users
T1087.002|Account Discovery: Domain Account|domain account*;domain user*;domain admins
T1482|Domain Trust Discovery|domain trust*;nltest
T1012|Query Registry|quer* _ registry;registry quer*;reads _ registry
T1112|Modify Registry|modif* _ registry;registry modif*;chang* _ registry;writ* _ registry;registry key*;registry value*;adds _ registry
T1136|Create Account|creat* _ user account*;creat* new account*;creat* _ local account*;new user account*;add* _ user account*
T1098|Account Manipulation|add* _ administrators group;account manipulation
T1133|External Remote Services|VPN access;external remote service*;exposed RDP;VPN account*
T1068|Exploitation for Privilege Escalation|privilege escalation vulnerabilit*;exploit* _ escalate privileges;local privilege escalation exploit*
T1548.002|Abuse Elevation Control Mechanism: Bypass User Account Control|UAC bypass;bypass* UAC;bypass user account control
T1134|Access Token Manipulation|token manipulation;impersonat* token*;SeDebugPrivilege
T1014|Rootkit|rootkit*
T1620|Reflective Code Loading|reflective* load*;reflective DLL;loaded reflectively;reflective load*
T1553.002|Subvert Trust Controls: Code Signing|code sign*;stolen certificate*;signed with _ certificate*;digitally signed;valid digital signature*;code-sign*;signing certificate*
T1106|Native API|Windows API*;native API*;API call*;NtCreate*;API function*;VirtualAlloc*;CreateProcess*;GetProcAddress;WinExec;ShellExecute*;WriteProcessMemory;Win32 API*
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
T1570|Lateral Tool Transfer|lateral tool transfer;copied _ to other hosts;cop* _ across the network
T1095|Non-Application Layer Protocol|raw TCP;TCP socket*;over TCP;over UDP;custom TCP;ICMP
T1005|Data from Local System|steal* _ files;collect* _ files from;stole _ documents;stealing documents;steals documents
T1562.004|Impair Defenses: Disable or Modify System Firewall|disabl* _ firewall;iptables rule*;firewall rule*
T1569.002|System Services: Service Execution|starts the service;service execution
T1219|Remote Access Software|AnyDesk;TeamViewer;ScreenConnect;Atera;remote management software;remote access software
`;
