/**
 * Domains at which anybody gets an address, by themselves and without belonging to anything: strangers share them, so the whole address is the identity,
 * and no such domain is an owner's. Our own selection from general knowledge, November 2026; not complete.
 */
export const freeMailDomains = `
012.net.il 126.com 139.com 163.com 188.com 189.cn 21cn.com 263.net 3g.ua abv.bg accountant.com adinet.com.uy
africamail.com aim.com airmail.cc aktivix.org alice-dsl.net alice.de alice.it aliceadsl.fr aliyun.com
ameritech.net anonaddy.com aol.co.uk aol.com aol.de aol.es aol.fr aol.it aol.jp aon.at arcor.de arnet.com.ar
asia.com atlas.cz att.net au.com autistici.org autograf.pl autorambler.ru azet.sk batelco.com.bh bbox.fr
bell.net bellsouth.net bezeqint.net biglobe.ne.jp bigmir.net bigpond.com bigpond.net.au bk.ru bluewin.ch
blueyonder.co.uk bol.com.br bredband.net btinternet.com btopenworld.com buziaczek.pl cantv.net caramail.com
casema.nl cegetel.net centrum.cz centrum.sk centurylink.net charter.net cheerful.com chello.at chello.nl
chinaren.com citromail.hu ciudad.com.ar clix.pt club-internet.fr cock.li cogeco.ca comcast.net comhem.se
compuserve.com consultant.com contractor.net countermail.com cox.net ctemplar.com daum.net dbmail.com delfi.lv
dir.bg directbox.com disroot.org dnmx.org docomo.ne.jp doctor.com dr.com dreamwiz.com duck.com earthlink.net
eircom.net elude.in email.com email.cz email.de email.it email.si email.ua embarqmail.com emirates.net.ae
empal.com engineer.com espiv.net europe.com excite.co.jp excite.com execs.com eyou.com ezweb.ne.jp fastmail.com
fastmail.fm fastmail.net fastmail.org fastmail.to fastwebnet.it fibertel.com.ar financier.com forthnet.gr
foxmail.com free.fr freechal.com freemail.gr freemail.hu freenet.de front.ru frontier.com frontiernet.net
games.com gazeta.pl gbg.bg globo.com globomail.com gmail.com gmx.at gmx.ch gmx.co.uk gmx.com gmx.de gmx.es
gmx.eu gmx.fr gmx.info gmx.net gmx.org gmx.us go2.pl goo.jp googlemail.com groupmail.com hanmail.net hanmir.com
hetnet.nl hey.com hinet.net hispeed.ch home.nl hot.ee hotbox.ru hotmail.be hotmail.ca hotmail.ch hotmail.cl
hotmail.co.id hotmail.co.il hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.co.za
hotmail.com hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.hk hotmail.com.mx hotmail.com.tr
hotmail.com.tw hotmail.cz hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu
hotmail.it hotmail.my hotmail.nl hotmail.no hotmail.ph hotmail.rs hotmail.se hotmail.sg hush.com hushmail.com
hushmail.me i.softbank.jp i.ua iafrica.com icloud.com ig.com.br iinet.net.au in.com in.gr iname.com inbox.com
inbox.eu inbox.lt inbox.lv inbox.ru indamail.hu indiatimes.com infinitum.com.mx infoseek.jp int.pl interia.eu
interia.pl internet.ru internode.on.net inventati.org inwind.it iol.it iol.pt jubii.dk juno.com kabelmail.de
kakao.com katamail.com keemail.me kolabnow.com kolumbus.fi korea.com kpnmail.nl land.ru laposte.net lawyer.com
lenta.ru libero.it linuxmail.org list.ru live.at live.be live.ca live.cl live.cn live.co.kr live.co.uk
live.co.za live.com live.com.ar live.com.au live.com.mx live.com.my live.com.pt live.com.sg live.de live.dk
live.fr live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se love.com luukku.com lycos.co.kr
lycos.com mac.com mail-me.com mail.bg mail.com mail.de mail.dk mail.ee mail.pt mail.ru mail.ua mailbox.org
mailfence.com mailo.com maktoob.com mchsi.com me.com meta.ua mindspring.com movistar.es mozmail.com msn.com
mweb.co.za mynet.com myrambler.ru myself.com myyahoo.com narod.ru nate.com naver.com net.hr netcabo.pt
netcourrier.com netscape.net netvigator.com netvision.net.il netzero.com netzero.net neuf.fr nifty.com nm.ru
ntlworld.com null.net numericable.fr nxt.ru o2.co.uk o2.pl o2online.de ocn.ne.jp ofir.dk oi.com.br ok.de one.lt
onet.pl onionmail.org online.de online.ee online.no online.ua ono.com op.pl optimum.net optonline.net
optusnet.com.au orange.fr otenet.gr outlook.at outlook.be outlook.cl outlook.co.id outlook.co.il outlook.co.th
outlook.com outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.tr outlook.com.vn outlook.cz
outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr
outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk pacbell.net pacific.net.sg
paran.com passport.com pchome.com.tw plala.or.jp planet.nl planetmail.com plusnet.com pm.me pobox.sk pochta.ru
poczta.fm poczta.onet.pl post.com post.cz post.sk poste.it posteo.de posteo.eu posteo.net pp.inet.fi
privaterelay.appleid.com prodigy.net prodigy.net.mx proton.me protonmail.ch protonmail.com proximus.be q.com
qatar.net.qa qip.ru qq.com r7.com rambler.ru rediff.com rediffmail.com relay.firefox.com riseup.net ro.ru
roadrunner.com rocketmail.com rogers.com rr.com runbox.com sapo.pt sbcglobal.net scarlet.be seed.net.tw sent.com
seznam.cz sfr.fr shaw.ca sify.com simplelogin.com sina.cn sina.com singnet.com.sg siol.net skiff.com sky.com
skynet.be slingshot.co.nz so-net.ne.jp softbank.ne.jp sohu.com speedy.com.ar spray.se starhub.net.sg
startmail.com streamyx.com suddenlink.net sunrise.ch suomi24.fi supereva.it superig.com.br sympatico.ca
systemli.org t-online.de t-online.hu talk21.com talktalk.net tds.net techie.com tele2.nl telefonica.net
telenet.be teletu.it telia.com telkomsa.net telus.net terra.com.br terra.es tesco.net tim.it tin.it
tiscali.co.uk tiscali.cz tiscali.it tlen.pl tm.net.my tom.com tpg.com.au tut.by tuta.com tuta.io tutamail.com
tutanota.com tutanota.de twc.com ua.fm ukr.net unitybox.de uol.com.br upcmail.nl usa.com verizon.net
videotron.ca vip.163.com vip.qq.com vip.sina.com vipmail.hu virgilio.it virgin.net virginmedia.com vodafone.de
vodamail.co.za voila.fr volny.cz vp.pl vtr.net walla.co.il walla.com wanadoo.fr web.de webmail.co.za
westnet.com.au windowslive.com windstream.net wo.cn workmail.com wow.com wp.pl writeme.com xmail.ru xs4all.nl
xtra.co.nz ya.com ya.ru yahoo.bg yahoo.ca yahoo.cl yahoo.cn yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.kr
yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn
yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr
yahoo.com.tw yahoo.com.ua yahoo.com.ve yahoo.com.vn yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr
yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se yam.com yandex.by
yandex.com yandex.com.tr yandex.kz yandex.ru yandex.ua yeah.net ymail.com ziggo.nl zipmail.com.br zoho.com
zohomail.com zohomail.eu zohomail.in zoznam.sk
`;
