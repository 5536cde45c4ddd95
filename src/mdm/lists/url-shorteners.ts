/** Hosts that stand for any address that somebody shortens. Our own selection from general knowledge, November 2026; not complete. */
export const urlShorteners = `
1drv.ms 1url.com 2.gp 2no.co 7.ly a.co abcn.ws acortar.link adf.ly adobe.ly aka.ms amzn.to app.link apple.co
b.link bbc.in bc.vc bit.do bit.ly bitly.com bitly.ws bl.ink bloom.bg budurl.com buff.ly buly.kr chilp.it
clck.ru cli.gs cnn.it cutt.ly cutt.us da.gd dailym.ai db.tt dlvr.it dub.co dub.sh dy.si e.vg ebx.sh econ.st
exe.io fb.me flow.page flowcode.com forms.gle frama.link fur.ly g.co geni.us gg.gg git.io go.ly goo.gl
goo.su grabify.link han.gl hoy.es hubs.la hubs.li hubs.ly huit.re hyperurl.co ift.tt iplogger.com
iplogger.org is.gd j.mp kurzelinks.de kurzlink.de kutt.it l.ead.me l.linklyhq.com lc.cx linklyhq.com
linktr.ee linkvertise.com ln.run lnkd.in lstu.fr maps.app.goo.gl mcaf.ee me-qr.com me2.kr msft.it muz.so
n9.cl nav.cx nyti.ms on.ft.com onelink.me ouo.io ouo.press ow.ly page.link po.st qr-code.click qr.ae qr.net
qrco.de qrs.ly rb.gy rebrand.ly reduced.to reut.rs rotf.lol s.id s2r.co safe.mn sco.lt shlink.io shorl.com
short.cm short.gy short.io shorte.st shortlink.de shorturl.at shorturl.gg shrtco.de smarturl.it sn.im
snip.ly snipurl.com social.fm soo.gd spoo.me spoti.fi spr.ly sprl.in su.pr surl.li t.co t.ly t1p.de t2m.io
tinu.be tiny.cc tinylink.in tinylink.net tinyurl.com tinyurl.ee tinyurl.is tny.im tr.im trib.al tweez.me
twurl.nl u.to ulvis.net upflow.co url.kr urlday.cc urlgeni.us urlr.me urlz.fr v.gd vk.cc vo.la vzturl.com
wapo.st wp.me x.co yip.su yourls.org youtu.be zcu.io zpr.io zurl.co zurl.to zws.im
`;
