/**
 * Warning lists that come with Letterlock: from MISP's warning lists (CC0-1.0, public domain), commit
 * 84f0610aaf3b32159285c9b85510d0f415ea6b27. Made by `tools/warning-lists.ts`; do not edit.
 */
import type { ShippedListType } from "./warnings.ts";

/** Values stand with spaces between. */
export const shippedWarningLists: readonly (readonly [name: string, type: ShippedListType, values: string])[] = [
  [
    "security vendors' pages",
    "hostname",
    `0x1338.blogspot.be 2014.hack.lu 2014.zeronights.ru about-threats.trendmicro.com access.redhat.com alienvault-labs-garage.googlecode.com
app.any.run app.response.ncr.com app.threatconnect.com arstechnica.co.uk arstechnica.com artemonsecurity.com asec.ahnlab.com
asert.arbornetworks.com assets.documentcloud.org attack.mitre.org autofocus.paloaltonetworks.com aviatrix25.rssing.com b0n1.blogspot.fr
b161268c3bf5a87bc67309e7c870820f5f39f672.googledrive.com badcyber.com baesystemsai.blogspot.com baesystemsai.blogspot.fr
baesystemsai.blogspot.lu bartblaze.blogspot.be bartblaze.blogspot.com bartblaze.blogspot.lu benkowlab.blogspot.fr bgpmon.net
bgpranking.circl.lu bitninja.io bizlive.vn blockchain.info blog.0day.jp blog.0x3a.com blog.9bplus.com blog.airbuscybersecurity.com
blog.anomali.com blog.appriver.com blog.avast.com blog.barracuda.com blog.bit9.com blog.cari.net blog.cassidiancybersecurity.com
blog.cert.societegenerale.com blog.checkpoint.com blog.compass-security.com blog.crowdstrike.com blog.crysys.hu blog.cyber4sight.com
blog.cylance.com blog.deniable.org blog.didierstevens.com blog.domaintools.com blog.dragonthreatlabs.com blog.dynamoo.com
blog.eclecticiq.com blog.emsisoft.com blog.erratasec.com blog.eset.ie blog.fireeye.com blog.fortinet.com blog.fox-it.com
blog.gdatasoftware.com blog.idiom.ca blog.ioactive.com blog.jpcert.or.jp blog.kaspersky.com blog.kleissner.org blog.knownsec.com
blog.linuxmint.com blog.lookout.com blog.macnica.net blog.malwarebytes.com blog.malwarebytes.org blog.malwareclipboard.com
blog.malwaremustdie.org blog.malwaretracker.com blog.morphisec.com blog.mxlab.eu blog.netlab.360.com blog.newskysecurity.com
blog.opendns.com blog.pagefair.com blog.passivetotal.org blog.rootshell.be blog.ropchain.com blog.safebit.mn blog.secdo.com
blog.sensecy.com blog.shadowserver.org blog.sonicwall.com blog.sucuri.net blog.talosintel.com blog.talosintelligence.com
blog.team-cymru.org blog.threatstop.com blog.trendmicro.com blog.trendmicro.de blog.xanda.org blog.zimperium.com blogs.bromium.com
blogs.cisco.com blogs.forcepoint.com blogs.mcafee.com blogs.norman.com blogs.quickheal.com blogs.rsa.com blogs.securiteam.com
blogs.sophos.com blogs.technet.com blogs.technet.microsoft.com book.hacktricks.xyz boomstick.emergingthreats.net breakingmalware.com
business.kaspersky.com camas.comodo.com cdn.securelist.com cdn2.hubspot.net censys.io cert.gov.ua christophe.rieunier.name cisa.gov
citizenlab.ca citizenlab.org code4hk.hackpad.com comgenjournal.blogspot.be community.blueliv.com community.qualys.com community.rapid7.com
community.riskiq.com community.rsa.com community.saas.hpe.com community.ubnt.com community.websense.com contagiodump.blogspot.be
contagiodump.blogspot.com contagiodump.blogspot.com.es contagiodump.blogspot.de contagiodump.blogspot.lu cryptam.com cryptome.org
csecybsec.com cve.circl.lu cyb3rsleuth.blogspot.be cyb3rsleuth.blogspot.co.uk cyber-peace.org cyber.wtf cybersecurity.att.com
cyberx-labs.com cymon.io cys-centrum.com cysinfo.com ddanchev.blogspot.com ddecode.com ddos.arbornetworks.com dea.gov.ge detection.fyi
detux.org devcentral.f5.com didierstevens.com digital-forensics.sans.org digitasecurity.com dirtycow.ninja dns.robtex.com dnsdb.isc.org
doc.emergingthreats.net documents.trendmicro.com download.bitdefender.com download.microsoft.com download01.norman.no dragos.com
drops.wooyun.org e.gov.vn easyviruskilling.com edu.arabsgate.com en.community.dell.com en.wikipedia.org enigma0x3.net enterprise.norman.com
eromang.zataz.com eternal-todo.com events.ccc.de exchange.xforce.ibmcloud.com extraexploit.blogspot.com f5.com falconforce.nl fe-ddis.dk
feodotracker.abuse.ch file.gdatasoftware.com firstlook.org forum.computerbetrug.de forum.nginx.org forums.malwarebytes.com
foxglovesecurity.com freebeacon.com garwarner.blogspot.lu gchq.github.io ghostbin.com gist.github.com gist.githubusercontent.com github.com
gizmodo.com go.recordedfuture.com groups.google.com gtrack.h3x.eu hazmalware.wordpress.com heimdalsecurity.com helpx.adobe.com
henrybasset.blogspot.be holisticinfosec.org home.mcafee.com hybrid-analysis.com ics-cert.kaspersky.com ics-cert.us-cert.gov ics.sans.org
info.baesystemsdetica.com info.isightpartners.com info.lookout.com info.phishlabs.com info.publicintelligence.net infoarmor.com
informationonsecurity.blogspot.be infotomb.com insider.domaintools.com intelcrawler.com ioc.forensicartifacts.com iocbucket.com
iranthreats.github.i iranthreats.github.io isc.sans.edu itsicherheitsblog.de joedd.joesecurity.org joesecurity.org
journeyintoir.blogspot.de kas.pr kaspersky.com kasperskycontenthub.com kc.mcafee.com kernelmode.info krebsonsecurity.com
kyuutaro.wordpress.com kz-cert.kz la.trendmicro.com lab.anchiva.com labs.alienvault.com labs.bitdefender.com labs.lastline.com
labs.m86security.com labs.opendns.com labs.snort.org labs.sucuri.net labs.umbrella.com labsblog.f-secure.com lavasoft.com
lists.clean-mx.com live.paloaltonetworks.com lockboxx.blogspot.com.es luminosity.link malware-research.org malware-traffic-analysis.net
malware.dontneedcoffee.com malware.prevenity.com malware.sekoia.fr malwarebreakdown.com malwareconfig.com malwaredb.malekal.com
malwarefor.me malwarejake.blogspot.fr malwarelab.zendesk.com malwr.com malwrpost.wordpress.com mandiant.com marcmaiffret.com
marcoramilli.blogspot.dk marcoramilli.blogspot.it marcoramilli.blogspot.nl medium.com microsoft.net middleeastmalware.blogspot.com
missatsamtal.se mjolnirsecurity.com mlwre.github.io mobile.reuters.com mobile.twitter.com money.cnn.com morphians.wordpress.com
morphick.net morris.guru motherboard.vice.com my.opera.com myonlinesecurity.co.uk nakedsecurity.sophos.com netzpolitik.org news.drweb.com
news.netcraft.com newsroom.trendmicro.com niebezpiecznik.pl normanshark.com noticeofpleadings.com novetta.com now.avg.com nvd.nist.gov
nyxbone.com objective-see.com ocelot.li ossectools.blogspot.be otx.alienvault.com pages.arbornetworks.com paloaltonetworks.com
panacea.threatgrid.com paper.seebug.org passivedns.mnemonic.no passivetotal.org pastebin.lu permalink.gmane.org persaxac.blogspot.be
phishing-mails.blogspot.de phishme.com podcasts.mcafee.com portal.sec.ibm.com productforums.google.com proofpoint.com
public.gdatasoftware.com publicintelligence.net puluka.com pwc.blogs.com pytosquatting.org r.virscan.org raw.github.com
raw.githubusercontent.com reaqta.com recon.cx rednaga.io remchp.com reqrypt.org research.riskiq.net research.zscaler.com
researchcenter.paloaltonetworks.com resources.infosecinstitute.com resources.netskope.com resources.sei.cmu.edu reverse.put.as
reversewhois.domaintools.com s3-eu-west-1.amazonaws.com s3-us-west-2.amazonaws.com sandbox.deepviz.com sec.sexy seclists.org securelist.com
securelist.ru securingtomorrow.mcafee.com security-is-just-an-illusion.blogspot.nl security.googleblog.com security.web.cern.ch
securityaffairs.co securityblog.s21sec.com securityblog.switch.ch securitydaily.org securityfactory.tistory.com securityintelligence.com
securityledger.com securitymadein.lu sensorstechforum.com sentinelone.com serveradmin.ru sf.riskiq.net shoplift.byte.nl
sigmasearchengine.com sitecheck.sucuri.net sites.google.com sjc1-te-ftp.trendmicro.com soc.tdc.dk sophosnews.files.wordpress.com
sslbl.abuse.ch stackoverflow.com stopmalvertising.com sub0day.com support.microsoft.com sync.me t.co takahiroharuyama.github.io
talosintel.com targetedthreats.net techanarchy.net techcrunch.com techhelplist.com technet.microsoft.com telussecuritylabs.com
thehackernews.com theintercept.com thisissecurity.net threatbook.cn threatconnect.com threatgeek.typepad.com threatintel.proofpoint.com
threatpost.com tif.mcafee.com tools.cisco.com totalhash.com twitter.com ubuntuforums.org urlquery.net urlscan.io usa.kaspersky.com v2ex.com
vb.vip600.com virusguides.com virusradar.com virustotal.com vms.drweb.com vms.drweb.ru vrt-blog.snort.org web.archive.org
webcache.googleusercontent.com wepawet.iseclab.org whoisology.com wiki.egi.eu williamshowalter.com www.419scam.org www.4armed.com
www.abuse.ch www.ad.nl www.agi.it www.alienvault.com www.antiy.net www.aptgroups.com www.aqniu.com www.arbornetworks.com www.baesystems.com
www.bangkokpost.com www.bbc.co.uk www.bellingcat.com www.blackhat.com www.blacknurse.dk www.bleepingcomputer.com www.bloomberg.com
www.bluecoat.com www.blueliv.com www.broadanalysis.com www.bsk-consulting.de www.ca.com www.carbonblack.com www.cert.pl
www.cert.ssi.gouv.fr www.certego.net www.checkpoint.com www.circl.lu www.clearskysec.com www.cloudsek.com www.cmcm.com www.cobaltstrike.com
www.codeandsec.com www.commandfive.com www.coresecurity.com www.crowdstrike.com www.crysys.hu www.csis.dk www.csoonline.com
www.cve.mitre.org www.cybereason.com www.cyberengineeringservices.com www.cyberesi.com www.cybermerchantsofdeath.com www.cyberoam.com
www.cyberscoop.com www.cybersixgill.com www.cybersquared.com www.cyintanalysis.com www.cylance.com www.cymmetria.com www.cyphort.com
www.damballa.com www.daniweb.com www.darkreading.com www.deependresearch.org www.defcon.org www.devttys0.com www.dfn-cert.de
www.digitalbond.com www.digitalshadows.com www.drchaos.com www.dropbox.com www.dshield.org www.eff.org www.eldo.lu www.emc.com
www.endgame.com www.ewon.be www.exploit-db.com www.f-secure.com www.facebook.com www.fidelissecurity.com www.fireeye.com
www.flashpoint-intel.com www.fortinet.com www.fox-it.com www.gdata.fr www.gdatasoftware.com www.govcert.admin.ch www.group-ib.com
www.guardicore.com www.hauri.co.kr www.heise.de www.helpnetsecurity.com www.hotforsecurity.com www.hybrid-analysis.com www.ibpt.be
www.icebrg.io www.ilspy.net www.infosecdailynews.com www.infosecurity-magazine.com www.intego.com www.intezer.com www.invincea.com
www.isightpartners.com www.itnews.com.au www.joesandbox.com www.kahusecurity.com www.kam.lt www.kaspersky.com www.kernelmode.info
www.kpmg.com www.krcert.or.kr www.kudelskisecurity.com www.lac.co.jp www.lacoon.com www.lancope.com www.lexsi.com www.link11.de
www.listaspam.com www.liveleak.com www.macrumors.com www.macworld.com www.malware-reversing.com www.malware-traffic-analysis.net
www.malware.lu www.malware.unam.mx www.malwaredigger.com www.malwaretech.com www.malwaretracker.com www.mandiant.com www.marc.info
www.mcafee.com www.mediafire.com www.melani.admin.ch www.microsoft.com www.mysonicwall.com www.nbu.gov.sk www.nccgroup.com www.ncsc.gov.uk
www.netresec.com www.netsarang.com www.netskope.com www.norse-corp.com www.noticeofpleadings.com www.novetta.com www.nsslabs.com
www.nttsecurity.com www.nytimes.com www.nyxbone.com www.operationblockbuster.com www.oracle.com www.packetmail.net www.paloaltonetworks.com
www.pandasecurity.com www.passivetotal.org www.pcmag.com www.phishtank.com www.polizei-praevention.de www.prensa.com www.prnewswire.com
www.proofpoint.com www.pwc.co.uk www.rackspace.com www.recordedfuture.com www.reddit.com www.reuters.com www.reverse.it
www.reversinglabs.com www.riskiq.com www.robtex.com www.rooksecurity.com www.root9b.com www.rsa.com www.rsaconference.com www.rtl.lu
www.scam.cz www.scmagazine.com www.seculert.com www.securelist.com www.securemac.com www.secureworks.com www.securityartwork.es
www.securityweek.com www.sekoia.fr www.sentinelone.com www.serkey.com www.shodanhq.com www.skycure.com www.slideshare.net www.sophos.com
www.spiegel.de www.symantec.com www.talosintel.com www.technologyreview.com www.theregister.co.uk www.thesafemac.com www.threatconnect.com
www.threatexpert.com www.threatgeek.com www.threatminer.org www.threatstop.com www.threatstream.com www.threattracksecurity.com
www.tigersecurity.pro www.trendmicro.com www.trustwave.com www.us-cert.gov www.verfassungsschutz.de www.virusbtn.com www.virusbulletin.com
www.virusradar.com www.virustotal.com www.vkremez.com www.volexity.com www.votiro.com www.vxsecurity.sg www.washingtontimes.com
www.welivesecurity.com www.whoismind.com www.windowscentral.com www.wipo.int www.wired.com www.wirtschaftsschutz.info www.wordfence.com
www.xylibox.com www.youtube.com www.zdnet.com www.zscaler.com www2.fireeye.com yararules.com zairon.wordpress.com zaufanatrzeciastrona.pl
zerophagemalware.com zeustracker.abuse.ch zulu.zscaler.com`,
  ],
  [
    "services that analyse malware",
    "hostname",
    `akana.mobiseclab.org analyze.intezer.com anlyz.io app.any.run app.sndbox.com cape.contextis.com capesandbox.com carbonblack.com detux.org
emergingthreats.net hybrid-analysis.com jevereg.amnpardaz.com joesandbox.com koodous.com malwr.com mcafee.com reverse.it sandbox.pikker.ee
sanddroid.xjtu.edu.cn securelist.com symantec.com tria.ge undroid.av-comparatives.org virustotal.com www.threatexpert.com www.vicheck.ca`,
  ],
  [
    "services that tell one's address",
    "hostname",
    `2ip.ru 2ip.tools aboutmyip.com api.ipify.org api.myip.com api.wipmania.com bearsmyip.com bot.whatismyipaddress.com check-my-ip.net
checkip-waw.dyndns.com checkip.amazonaws.com checkip.dns.he.net checkip.dyndns.com checkip.dyndns.es checkip.dyndns.org
checkip.global.api.aws checkip.narak.com checkmyip.com cmyip.com cmyip.net crymyip.com curlmyip.com curlmyip.net dawhois.com db-ip.com
dnswatch.info dpool.sina.com.cn e-localizaip.com extreme-ip-lookup.com findmyip.org findmyipaddress.com formyip.com freegeoip.app
freegeoip.live geodatatool.com geoip.co.uk geoip.vmn.net geoiptool.com get-myip.com getmyip.org hostip.info icanhazip.com ident.me ifcfg.me
ifconfig.co ifconfig.me ilmioip.it indirizzo-ip.com inet-ip.info ip-1.com ip-addr.es ip-address.cc ip-address.ru ip-adress.com ip-adress.eu
ip-api.com ip-check.info ip-detect.net ip-info.ff.avast.com ip-info.org ip-info.xyz ip-ping.ru ip-score.com ip-secrets.com ip-who-is.com
ip-whois.net ip.amulex.com ip.anysrc.net ip.cctv.pk ip.chinaz.com ip.cn ip.mail.ru ip.my-proxy.com ip.taobao.com ip.tool.la ip.tyk.nu
ip.webmasterhome.cn ip138.com ip2location.com ip2nation.com ip4.me ipaddress.com ipaddress.org ipaddresscheck.com ipapi.co ipchecker.info
ipchicken.com ipecho.net ipify.org ipinfo.info ipinfo.io ipinfodb.com ipleak.net iplocation.net iplogger.org iplogger.ru ipmonkey.com
iptrackeronline.com ipv4bot.whatismyipaddress.com ipv6-test.com ipv6bot.whatismyipaddress.com keliweb.it l2.io localizaip.com.br meip.eu
meuip.net.br mio-ip.it mioip.biz mioip.ch mioip.info mioip.it mioip.org mioip.win mon-ip.com my-ip-address.net mycamip.com myexternalip.com
myglobalip.com myip.am myip.by myip.cc myip.cf myip.ch myip.cn myip.co.il myip.co.nz myip.com.br myip.com.tw myip.com.ua myip.cz myip.dk
myip.dnsdynamic.org myip.dnsomatic.com myip.dramor.net myip.easylife.tw myip.es myip.eu myip.fi myip.gr myip.heltech.se myip.ht myip.info
myip.io myip.is myip.israel.net myip.jacware.com myip.knet.ca myip.kz myip.ma myip.ms myip.mudfish.net myip.mysau.com.au myip.net myip.nl
myip.nmonitoring.com myip.northstate.net myip.nu myip.opendns.com myip.ozymo.com myip.report myip.rs.sr myip.ru myip.sdu.dk myip.se
myip.shorty.org myip.surfeasy.com myip.telespex.com myip.tk myip.tw myip.ua.edu myip.uconn.edu myip.v6shell.org myip.zone myipaddress.com
myipinfo.net myipnow.com myipnumber.com myiponline.com mylocation.org readip.info sfml-dev.org shmyip.com show-ip.com show-my-ip.de
showip.net showipinfo.net showmemyip.com showmyip.co.uk showmyip.com showmyip.com.ar showmyip.gr showmyipaddress.com showmyipaddress.eu
showmyipnow.com smart-ip.net tell-my-ip.com tracemyip.com tracemyip.org trackip.net tunnelbear.com ultratools.com utrace.de v4.ident.me
v6.ident.me vermiip.es vinflag.com whatismybrowser.com whatismyip.akamai.com whatismyip.ca whatismyip.com whatismyip.com.br
whatismyip.everdot.org whatismyip.li whatismyip.net whatismyip.org whatismyipaddress.com whatismypublicip.com whatmyip.us
whats-my-ip-address.org whatsmyip.ie whatsmyip.net whatsmyip.org whatsmyip.us whatsmyipaddress.com whatsmyipaddress.net whereisip.net
whoer.net wtfismyip.com www.ip.cn xmyip.com yougetsignal.com youip.net your-ip-address.com yourip.us`,
  ],
  [
    "servers of revocation lists",
    "hostname",
    `br-root-ca1-2020.ocsp.d-trust.net c.pki.goog cdn.d-trust-cloudcrl.net cdp-ldap.intranet.eon.com cdp.disig.sk cdp.elektronicznypodpis.pl
cdp1.disig.sk cdp1.pca.dfn.de cdp2.disig.sk cdp2.pca.dfn.de certificates.godaddy.com certificates.starfieldtech.com
certum-crl.wt.trustasia.com certum.crl.sheca.com ch.siemens.com commercial.ocsp.identrust.com crl-cpki.telekom.de crl-pro.litessl.com
crl.anf.es crl.buypass.no crl.certigna.com crl.certigna.fr crl.certsign.ro crl.certum.pl crl.cfca.com.cn crl.comodoca.com crl.d-trust.net
crl.dhimyotis.com crl.digicert-cn.com crl.digicert-validation.com crl.digicert.cn crl.e-szigno.hu crl.emsign.com crl.ensuredca.com
crl.entrust.net crl.firmaprofesional.com crl.gdca.com.cn crl.global.sheca.com crl.globalsign.com crl.globalsign.net crl.godaddy.com
crl.harica.gr crl.izenpe.com crl.litessl.com crl.oem.trustca.net crl.pki.goog crl.pkioverheid.nl crl.quovadisglobal.com
crl.root-e1.certainly.com crl.root-r1.certainly.com crl.rootca1.amazontrust.com crl.rootca2.amazontrust.com crl.rootca3.amazontrust.com
crl.rootca4.amazontrust.com crl.rootg2.amazontrust.com crl.sectigo.com crl.starfieldtech.com crl.swisssign.ch crl.swisssign.net
crl.trust-provider.com crl.usertrust.com crl.wt.trustasia.com crl05.actalis.it crl1.ecert.gov.hk crl1.netlock.hu crl13.actalis.it
crl2.microsoft.com crl2.netlock.hu crl3.digicert.com crl3.netlock.hu crl4.digicert.com crls.ssl.com crlv1.harica.gr
d-trust-br-root-ca-1-2020.ocsp.d-trust.net d-trust-br-root-ca-2-2023.ocsp.d-trust.net d-trust-ev-root-ca-1-2020.ocsp.d-trust.net
d-trust-ev-root-ca-2-2023.ocsp.d-trust.net d-trust-root-ca-3-2013.ocsp.d-trust.net d-trust-root-class-3-ca-2-2009.ocsp.d-trust.net
d-trust-root-class-3-ca-2-ev-2009.ocsp.d-trust.net d-trust-sbr-root-ca-1-2022.ocsp.d-trust.net d-trust-sbr-root-ca-2-2022.ocsp.d-trust.net
depo.kamusm.gov.tr directory.d-trust.net directory.swisssign.net domorganisatieservicesocsp-g3.pkioverheid.nl
e.on-group-ca-2-2013.ocsp.d-trust.net eca.hinet.net eon-group-ca-2-2013.ocsp.d-trust.net ev-root-ca1-2020.ocsp.d-trust.net
grcl2.crl.telesec.de grcl2.ocsp.telesec.de grcl3.crl.telesec.de grcl3.ocsp.telesec.de httpcrl.trust.telia.com ldap-cpki.telekom.de
ldap05.actalis.it ldapfnmt.cert.fnmt.es o.ss2.us ocsp-cpki.telekom.de ocsp-pro.litessl.com ocsp-rca.navercorp.com ocsp.accv.es ocsp.anf.es
ocsp.bjca.cn ocsp.buypass.com ocsp.certsign.ro ocsp.cfca.com.cn ocsp.comodoca.com ocsp.dcocsp.cn ocsp.digicert-cn.com
ocsp.digicert-validation.com ocsp.digicert.cn ocsp.digicert.com ocsp.eca.hinet.net ocsp.elektronicznypodpis.pl ocsp.emsign.com
ocsp.ensuredca.com ocsp.entrust.net ocsp.firmaprofesional.com ocsp.global.sheca.com ocsp.globalsign.com ocsp.godaddy.com ocsp.harica.gr
ocsp.izenpe.com ocsp.oem.trustca.net ocsp.pca.dfn.de ocsp.pki.goog ocsp.quovadisglobal.com ocsp.rootca1.amazontrust.com
ocsp.rootca2.amazontrust.com ocsp.rootca3.amazontrust.com ocsp.rootca4.amazontrust.com ocsp.rootg2.amazontrust.com ocsp.sectigo.com
ocsp.siemens.com ocsp.starfieldtech.com ocsp.telekom.de ocsp.trust-provider.com ocsp.trust.telia.com ocsp.usertrust.com ocsp.wisekey.com
ocsp.wt.trustasia.com ocsp0336.telesec.de ocsp05.actalis.it ocsp1.ecert.gov.hk ocsp1.netlock.hu ocsp13.actalis.it ocsp2.gdca.com.cn
ocsp2.globalsign.com ocsp2.netlock.hu ocsp3.netlock.hu ocspfnmtrcmca.cert.fnmt.es ocspfnmtssr.cert.fnmt.es ocsps.ssl.com
ocspsslkoks1.kamusm.gov.tr oneocsp.microsoft.com pki-crl.atos.net pki-ldap.atos.net pki-ocsp.atos.net pki.intranet.eon.com
pki0336.telesec.de pkipro.certsign.ro public.ocsp.identrust.com public.wisekey.com rca.navercorp.com repo.bjca.cn repo1.secomtrust.net
repository.secomtrust.net root-c3-ca2-2009.ocsp.d-trust.net root-c3-ca2-ev-2009.ocsp.d-trust.net root-ca-3-2013.ocsp.d-trust.net
root-ecdsa.digitalsign.pt root-rsa.digitalsign.pt rootca.twca.com.tw rootca2009-crl1.e-szigno.hu rootca2009-crl2.e-szigno.hu
rootca2009-crl3.e-szigno.hu rootca2009-ocsp1.e-szigno.hu rootca2009-ocsp2.e-szigno.hu rootca2009-ocsp3.e-szigno.hu
rootca2017-crl1.e-szigno.hu rootca2017-crl2.e-szigno.hu rootca2017-crl3.e-szigno.hu rootca2017-ocsp1.e-szigno.hu
rootca2017-ocsp2.e-szigno.hu rootca2017-ocsp3.e-szigno.hu rootcar2-ocsp.disig.sk rootocsp-g3.pkioverheid.nl rootocsp.twca.com.tw
rootocsp2009.e-szigno.hu rtcrl.cybertrust.ne.jp rtocsp.cybertrust.ne.jp s.ss2.us sceccrootca1.ocsp.secomtrust.net
scrootca2.ocsp.secomtrust.net smimersarootca2024.ocsp.secom-cert.jp subca.crl.certum.pl subca.ocsp-certum.com
tlseccrootca2024.ocsp.secom-cert.jp tlsrootca2023-crl.e-szigno.hu tlsrootca2023-ocsp.e-szigno.hu tlsrsarootca2024.ocsp.secom-cert.jp
trustasia.crl.certum.pl tssmer21.crl.telesec.de tssmer21.ocsp.telesec.de tssmrr23.crl.telesec.de tssmrr23.ocsp.telesec.de
tstlser20.crl.telesec.de tstlser20.ocsp.telesec.de tstlsrr23.crl.telesec.de tstlsrr23.ocsp.telesec.de validation.identrust.com
wtca-cafiles.itrus.com.cn wtocsp-cdn.itrus.com.cn www.accv.es www.anf.es www.cert.fnmt.es www.d-trust.net www.microsoft.com x1.c.lencr.org
x2.c.lencr.org`,
  ],
  [
    "probes for captive portals",
    "hostname",
    `android.clients.google.com apple.com captive.apple.com clients3.google.com clients4.google.com connectivitycheck.android.com
connectivitycheck.gstatic.com d2uzsrnmmf6tds.cloudfront.net detectportal.firefox.com msftncsi.com spectrum.s3.amazonaws.com www.airport.us
www.androidbak.net www.apple.com www.appleiphonecell.com www.google.com www.gstatic.com www.ibook.info www.itools.info
www.msftconnecttest.com www.thinkdifferent.us`,
  ],
  [
    "Microsoft",
    "hostname",
    `.aadrm.com .afx.ms .akadns.net .aspnetcdn.com .azure-int.net .azure-mobile.net .azure.com .azure.net .azureedge.net .azurewebsites.net
.bing-exp.com .bing-int.com .bing.com .bing.net .ceipmsn.com .cloudapp.azure.com .cloudapp.azure.net .cloudapp.net .codeplex.com
.discoverbing.com .files-df.1drv.com .files.1drv.com .firstpartyapps.oaspapps.com .getmicrosoftkey.com .gfx-int.ms .gfx.ms
.healthvault-ppe.co.uk .healthvault-ppe.com .healthvault.co.uk .healthvault.com .hotmail-int.com .hotmail.com .live-int.com .live-int.net
.live-partner.com .live-ppe.net .live.com .live.fi .live.net .livefilestore-int.com .livefilestore.com .livemeeting.com .lync.com .mesh.com
.mgmt.live .microsoft-int.com .microsoft.com .microsoft.com.au .microsoft.com.tr .microsoft.fr .microsoftonline-int.com
.microsoftonline-p-int.com .microsoftonline-p.com .microsoftonline-p.net .microsoftonline.com .microsoftonline.net .microsoftprime.com
.microsoftstore.com .microsoftstore.com.br .microsoftstore.com.cn .microsoftstore.com.hk .microsofttranslator.com
.microsoftvirtualacademy.com .modern.ie .msads.net .msgamestudios.com .msn-int.com .msn.cn .msn.co.jp .msn.com .msn.com.cn .msocdn.com
.office-int.com .office-int.net .office.com .office.net .office365.com .officeppe.com .officeppe.net .onedrive.com .onenote.com
.onenote.net .outlook.com .pfx.ms .redmond.corp.microsoft.com .s-microsoft.com .s-msft.com .s-msn.com .sfx-df.ms .sfx-int.ms .sfx.ms
.sharepoint.com .sharepointonline.com .skype.com .skype.net .skypeassets.com .sqlazurelabs.com .surface.com .syncxp.net .trouter.io
.virtualearth.net .visualstudio.com .vo.msecnd.net .windows-int.net .windows.com .windows.net .windowsazure.com .windowsmedia.com
.windowsphone-int.com .windowsphone-int.net .windowsphone.com .windowsphone.net .windowssearch.com .windowsstore.com .windowsupdate.com
.wlxrs.com .xbox.com .xboxlive.com .zune.net 003-1-d.outlook.com 003-1-d.prod.outlook.com azdns-migration-ns-validation.cn azure-api.net
azure-apim.net azure-devices.net azure-mobile.net azure.com azurebiganalytics.net azuredatacatalog.com azuredatalake.net
azuredatalakeanalytics.net azuredatalakestore.net azureedge.net azurehdinsight-stage.net azurehdinsight.net azurewebsites.net bing.com
cloudapp-int.net cloudapp-preview.com cloudapp-preview.net cloudapp.net clouddatahub.net cloudwebappproxy.net community-stage.skype.com
download.cortana.cn.bing.com download.microsoft.com gfx-int.ms hdinsightservices.net healthvault-ppe.com homeserver.com hotmail.co.uk
hotmail.com iespdytst iespdytst.redmond.corp.microsoft.com ieta-wa-24 insidersurveys.windows.com live.fi management-azure-devices.net
mgmt-azure-api.net microsoft.com microsoftcrmportals.com microsoftcrmportalstest.com microsoftkonacompute.net microsoftprojecttokyo.com
microsoftstream.com modern.ie msappproxy.net o365apps.net office-int.com office.com onedrive.com onenote.com outlook-int.com outlook.com
pbiwebcontent.com pod71084-pri.outlook.com pod71084.outlook.com powerbi.com powerusers-staging.microsoft.com powerusers.microsoft.com
remotewebaccess.com stage-azurewebsites.net stage-o365apps.net telecommand.telemetry.microsoft.com visualstudio.com
vortex-sandbox.data.microsoft.com vsallin.net vsassets.io watson.telemetry.microsoft.com www.insidersurveys.windows.com
za.microsoftstore.com`,
  ],
  [
    "Google",
    "hostname",
    `.google.ad .google.ae .google.al .google.am .google.as .google.at .google.az .google.ba .google.be .google.bf .google.bg .google.bi
.google.bj .google.bs .google.bt .google.by .google.ca .google.cat .google.cd .google.cf .google.cg .google.ch .google.ci .google.cl
.google.cm .google.cn .google.co.ao .google.co.bw .google.co.ck .google.co.cr .google.co.id .google.co.il .google.co.in .google.co.jp
.google.co.ke .google.co.kr .google.co.ls .google.co.ma .google.co.mz .google.co.nz .google.co.th .google.co.tz .google.co.ug .google.co.uk
.google.co.uz .google.co.ve .google.co.vi .google.co.za .google.co.zm .google.co.zw .google.com .google.com.af .google.com.ag
.google.com.ai .google.com.ar .google.com.au .google.com.bd .google.com.bh .google.com.bn .google.com.bo .google.com.br .google.com.bz
.google.com.co .google.com.cu .google.com.cy .google.com.do .google.com.ec .google.com.eg .google.com.et .google.com.fj .google.com.gh
.google.com.gi .google.com.gt .google.com.hk .google.com.jm .google.com.kh .google.com.kw .google.com.lb .google.com.ly .google.com.mm
.google.com.mt .google.com.mx .google.com.my .google.com.na .google.com.nf .google.com.ng .google.com.ni .google.com.np .google.com.om
.google.com.pa .google.com.pe .google.com.pg .google.com.ph .google.com.pk .google.com.pr .google.com.py .google.com.qa .google.com.sa
.google.com.sb .google.com.sg .google.com.sl .google.com.sv .google.com.tj .google.com.tr .google.com.tw .google.com.ua .google.com.uy
.google.com.vc .google.com.vn .google.cv .google.cz .google.de .google.dj .google.dk .google.dm .google.dz .google.ee .google.es .google.fi
.google.fm .google.fr .google.ga .google.ge .google.gg .google.gl .google.gm .google.gp .google.gr .google.gy .google.hn .google.hr
.google.ht .google.hu .google.ie .google.im .google.iq .google.is .google.it .google.je .google.jo .google.kg .google.ki .google.kz
.google.la .google.li .google.lk .google.lt .google.lu .google.lv .google.md .google.me .google.mg .google.mk .google.ml .google.mn
.google.ms .google.mu .google.mv .google.mw .google.ne .google.nl .google.no .google.nr .google.nu .google.pl .google.pn .google.ps
.google.pt .google.ro .google.rs .google.ru .google.rw .google.sc .google.se .google.sh .google.si .google.sk .google.sm .google.sn
.google.so .google.sr .google.st .google.td .google.tg .google.tk .google.tl .google.tm .google.tn .google.to .google.tt .google.vg
.google.vu .google.ws .translate.goog 1e100.net 466453.com abc.xyz admob.com adsense.com advertisercommunity.com adwords.com ai.google
android.com blog.google blogger.com blogspot.com capitalg.com chrome.com chromebook.com chromecast.com chromium.org cobrasearch.com
com.google domains.google doubleclick.com doubleclickbygoogle.com drive.google.com duck.com elgoog.im feedburner.com foofle.com forms.gle
froogle.com g.co ggpht.com gmail.com gmodules.com gogle.com gogole.com goo.gl googel.com googil.com googl.com google-analytics.com
google.ac google.ad google.ae google.af google.ag google.ai google.al google.am google.ao google.ar google.as google.at google.au google.az
google.ba google.bd google.be google.bf google.bg google.bh google.bi google.bj google.bn google.bo google.br google.bs google.bt google.bw
google.by google.bz google.ca google.cat google.cc google.cd google.cf google.cg google.ch google.ci google.ck google.cl google.cm
google.cn google.co google.com google.cr google.cu google.cv google.cx google.cy google.cz google.de google.dj google.dk google.dm
google.do google.dz google.ec google.ee google.eg google.es google.et google.eu google.fi google.fj google.fm google.fr google.ga google.ge
google.gf google.gg google.gh google.gi google.gl google.gm google.gp google.gr google.gt google.gy google.hk google.hn google.hr google.ht
google.hu google.id google.ie google.il google.im google.in google.io google.iq google.is google.it google.je google.jm google.jo google.jp
google.ke google.kg google.kh google.ki google.kr google.kw google.kz google.la google.lb google.lc google.li google.lk google.ls google.lt
google.lu google.lv google.ly google.ma google.md google.me google.mg google.mk google.ml google.mm google.mn google.ms google.mt google.mu
google.mv google.mw google.mx google.my google.mz google.na google.ne google.net google.nf google.ng google.ni google.nl google.no
google.np google.nr google.nu google.nz google.om google.org google.pa google.pe google.pg google.ph google.pk google.pl google.pn
google.pr google.ps google.pt google.py google.qa google.ro google.rs google.ru google.rw google.sa google.sb google.sc google.se google.sg
google.sh google.si google.sk google.sl google.sm google.sn google.so google.sr google.st google.sv google.td google.tg google.th google.tj
google.tk google.tl google.tm google.tn google.to google.tr google.tt google.tw google.tz google.ua google.ug google.uk google.us google.uy
google.uz google.vc google.ve google.vg google.vi google.vn google.vu google.ws google.za google.zm google.zw googleadservices.com
googleapis.com googleapps.com googlearth.com googlebot.com googlecode.com googlecommerce.com googledrive.com googlee.com googleearth.com
googlemail.com googlemaps.com googlepagecreator.com googlescholar.com googlesource.com googlesyndication.com googletagmanager.com
googleusercontent.com googlr.com goolge.com gooogle.com gv.com gvt1.com keyhole.com like.com localguidesconnect.com madewithcode.com
panoramio.com picasa.com urchin.com waze.com whatbrowser.org withgoogle.com www.google.ad www.google.ae www.google.al www.google.am
www.google.as www.google.at www.google.az www.google.ba www.google.be www.google.bf www.google.bg www.google.bi www.google.bj www.google.bs
www.google.bt www.google.by www.google.ca www.google.cd www.google.cf www.google.cg www.google.ch www.google.ci www.google.cl www.google.cm
www.google.cn www.google.co.ao www.google.co.bw www.google.co.ck www.google.co.cr www.google.co.id www.google.co.il www.google.co.in
www.google.co.jp www.google.co.ke www.google.co.kr www.google.co.ls www.google.co.ma www.google.co.mz www.google.co.nz www.google.co.th
www.google.co.tz www.google.co.ug www.google.co.uk www.google.co.uz www.google.co.ve www.google.co.vi www.google.co.za www.google.co.zm
www.google.co.zw www.google.com www.google.com.af www.google.com.ag www.google.com.ai www.google.com.ar www.google.com.au www.google.com.bd
www.google.com.bh www.google.com.bn www.google.com.bo www.google.com.br www.google.com.bz www.google.com.co www.google.com.cu
www.google.com.cy www.google.com.do www.google.com.ec www.google.com.eg www.google.com.et www.google.com.fj www.google.com.gh
www.google.com.gi www.google.com.gt www.google.com.hk www.google.com.jm www.google.com.kh www.google.com.kw www.google.com.lb
www.google.com.ly www.google.com.mm www.google.com.mt www.google.com.mx www.google.com.my www.google.com.na www.google.com.nf
www.google.com.ng www.google.com.ni www.google.com.np www.google.com.om www.google.com.pa www.google.com.pe www.google.com.pg
www.google.com.ph www.google.com.pk www.google.com.pr www.google.com.py www.google.com.qa www.google.com.sa www.google.com.sb
www.google.com.sg www.google.com.sl www.google.com.sv www.google.com.tj www.google.com.tr www.google.com.tw www.google.com.ua
www.google.com.uy www.google.com.vc www.google.com.vn www.google.cv www.google.cz www.google.de www.google.dj www.google.dk www.google.dm
www.google.dz www.google.ee www.google.es www.google.fi www.google.fm www.google.fr www.google.ga www.google.ge www.google.gg www.google.gl
www.google.gm www.google.gp www.google.gr www.google.gy www.google.hn www.google.hr www.google.ht www.google.hu www.google.ie www.google.im
www.google.iq www.google.is www.google.it www.google.je www.google.jo www.google.kg www.google.ki www.google.kz www.google.la www.google.li
www.google.lk www.google.lt www.google.lu www.google.lv www.google.md www.google.me www.google.mg www.google.mk www.google.ml www.google.mn
www.google.ms www.google.mu www.google.mv www.google.mw www.google.ne www.google.nl www.google.no www.google.nr www.google.nu www.google.pl
www.google.pn www.google.ps www.google.pt www.google.ro www.google.rs www.google.ru www.google.rw www.google.sc www.google.se www.google.sh
www.google.si www.google.sk www.google.sm www.google.sn www.google.so www.google.sr www.google.st www.google.td www.google.tg www.google.tk
www.google.tl www.google.tm www.google.tn www.google.to www.google.tt www.google.vg www.google.vu www.google.ws youtu.be
youtube-nocookie.com youtube.com youtubeeducation.com youtubegaming.com yt.be ytimg.com`,
  ],
  ["Apple", "cidr", `17.0.0.0/8 192.12.74.0/24 192.42.249.0/24 204.79.190.0/24`],
  [
    "Wikimedia's networks",
    "cidr",
    `103.102.166.0/24 185.15.56.0/22 193.46.90.0/24 195.200.68.0/24 198.35.26.0/23 2001:df2:e500::/48 208.80.152.0/22 2620:0:860::/46
2a02:ec80::/29 91.198.174.0/24`,
  ],
  [
    "hashes of empty files",
    "string",
    `3:: cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f d41d8cd98f00b204e9800998ecf8427e da39a3ee5e6b4b0d3255bfef95601890afd80709
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
  ],
];
