"""What servers write in place of a page: the words of notices, walls and checks, in the languages met most often.

Each pattern is a list of alternatives, all of them linear (bounded repeats). ``outcomes.py`` never goes by them alone.
"""

from __future__ import annotations

import re


class Phrases:
    """Alternatives that are compiled when they are first asked for: together they take 17 ms, which a run that fetches
    nothing should not pay."""

    __slots__ = ("_alternatives", "_compiled")

    def __init__(self, *alternatives: str) -> None:
        self._alternatives = alternatives
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile("|".join(self._alternatives), re.IGNORECASE)
        return self._compiled

    def within(self, text: str) -> bool:
        """True when one of them occurs in ``text``."""
        return self.pattern.search(text) is not None

    def whole(self, text: str) -> bool:
        """True when ``text`` is one of them and nothing else."""
        return self.pattern.fullmatch(text) is not None

    def found(self, text: str) -> frozenset[str]:
        """Those that occur in ``text``, in lower case."""
        return frozenset(match[0].lower() for match in self.pattern.finditer(text))


MISSING_TITLE = Phrases(
    r"(?:http |error |status )?404(?: error| page)?(?: ?:? ?(?:page |file )?not found)?",
    r"(?:sorry )?(?:the |this |that |requested |web ?|your ){0,3}"
    r"(?:page|file|document|article|story|content|post|url|resource|item|link)s?"
    r"(?: you(?: are| were|'re)? (?:requested|looking for|want(?:ed)?|tried to reach))? "
    r"(?:was |is |has |can(?:not|'t) be |could(?: not|n't) be |does ?n[o']t |doesn't |not |no longer |been ){0,4}"
    r"(?:found|exist|exists|available|unavailable|missing|gone|removed|deleted)",
    r"not found",
    r"(?:page|content|article) (?:unavailable|missing|error)",
    r"no such page",
    r"nothing (?:was )?found(?: here)?",
    r"(?:oops|sorry|whoops|uh oh)(?: page not found| something went wrong)?",
    r"we (?:can't|cannot|couldn't|could not) find (?:that|the|this|your) page",
    r"(?:die |diese )?seite (?:wurde )?(?:leider )?nicht (?:gefunden|verfügbar|vorhanden)",
    r"nicht gefunden",
    r"page (?:introuvable|non trouvée|inexistante)",
    r"(?:la )?página no (?:encontrada|existe|disponible)",
    r"no encontrad[ao]",
    r"pagina non trovata",
    r"pagina niet gevonden",
    r"página não encontrada",
    r"strona nie (?:została )?znaleziona",
    r"sidan (?:kunde inte hittas|hittades inte|finns inte)",
    r"siden (?:ble |blev )?(?:ikke |ikke blev )(?:funnet|fundet)",
    r"страница не (?:найдена|существует)",
    r"ページが見つかりません(?:でした)?",
    r"お探しのページは見つかりません(?:でした)?",
    r"페이지를 찾을 수 없습니다",
    r"找不到(?:该|您访问的)?(?:页面|網頁|网页|頁面)",
    r"页面不存在",
    r"頁面不存在",
    r"الصفحة غير موجودة",
    r"sayfa (?:bulunamadı|mevcut değil)",
    r"stránka (?:nenalezena|nebyla nalezena|neexistuje)",
    r"sivua ei (?:löytynyt|löydy)",
    r"az oldal nem található",
    r"pagina nu (?:a fost găsită|există)",
    r"сторінку не знайдено",
    r"không tìm thấy trang",
)
"""A title, or a part of one, that says nothing else."""
MISSING_TEXT = Phrases(
    r"(?:page|article|story|document|content|file|url|link|post(?:ing)?|video|episode|item|product|listing|offer|ad"
    r"|vacancy|event|thread)\b[^.!?]{0,60}"
    r"(?:not (?:be )?found|n[o']t exist|no longer (?:available|exists?|here)|(?:been|was) (?:removed|deleted|archived)"
    r"|is (?:un|not )available|has expired|may have (?:been )?(?:moved|removed|deleted))",
    r"(?:could ?n[o']t|couldn't|can ?n?[o']t|can't|unable to|did ?n[o']t) (?:find|locate) "
    r"(?:the|that|this|what|your|a) (?:page|article|story|document|content|file|you)",
    r"nicht gefunden werden",
    r"n'existe (?:pas|plus)",
    r"page introuvable",
    r"no (?:se encuentra|existe la página)",
    r"페이지를 찾을 수 없습니다",
    r"ページが見つかりません",
    r"страница не найдена",
    r"找不到.{0,6}[页頁]",
    r"no (?:search )?(?:results?|matches|entries|posts) (?:were |was )?found",
    r"there (?:is|are) (?:currently )?no (?:text|such|posts?|articles?|content)\b[^.!?]{0,40}\b(?:page|here|found)",
)
TROUBLE = Phrases(
    r"(?:site|page|server|service|system|portal|platform)s?\b[^.!?]{0,40}\b(?:under|down for|undergoing|in)"
    r"(?: scheduled| planned| routine){0,2} maintenance",
    r"(?:scheduled|planned) (?:site |system )?maintenance",
    r"we(?:'ll| will) be (?:right )?back (?:soon|shortly)",
    r"error establishing a database connection",
    r"(?:internal|application) (?:server )?error",
    r"server-side exception",
    r"\w{3,40}exception\b",
    r"stack ?trace",
    r"(?:fatal|parse) error\b",
    r"traceback \(most recent call last\)",
    r"(?:service|temporarily|site) (?:is )?(?:currently |temporarily )?(?:un|not )available",
    r"bad gateway",
    r"gateway time-?out",
    r"something went wrong",
    r"(?:connection|request) timed out",
    r"wartungsarbeiten",
    r"wird (?:gerade |derzeit |zurzeit )?gewartet",
    r"(?:en cours de maintenance|maintenance en cours|en mantenimiento|in manutenzione)",
    r"(?:メンテナンス中|시스템 점검|维护中|технические работы)",
)
"""A server's fault told with HTTP 200."""
LIMITED = Phrases(
    r"too many requests",
    r"rate limit(?:ed)?(?: exceeded)?",
    r"(?:exceeded|over) (?:the|your) (?:rate|request|access) limit",
)
ELSEWHERE = Phrases(
    r"(?:not |un)available (?:to (?:readers|users|visitors) )?(?:in|from) your "
    r"(?:region|country|location|area|territory)",
    r"(?:your|this) (?:region|country|location) (?:is )?(?:not (?:supported|permitted)|blocked|restricted)",
    r"due to (?:legal|gdpr|data protection)[^.!?]{0,80}\b(?:unavailable|not available|cannot|european)",
    r"unavailable (?:for|due to) legal reasons",
)
GATED = Phrases(
    r"(?:your |this )?browser (?:version )?is (?:not|no longer|un)[ -]?supported",
    r"browser not supported",
    r"(?:upgrade|update) (?:to a (?:modern|newer|supported) browser|your browser)",
    r"age verification",
    r"(?:must be|are you|confirm (?:that )?you are|i am) (?:at least |over )?(?:18|21)\b",
    r"(?:session|login) has (?:expired|timed out|ended)",
    r"(?:enable|accept|allow|requires?) cookies",
)
"""A gate that a person with the right browser, age or session passes."""
MOVED = Phrases(r"(?:object|document|page|site|website) (?:has |was )?(?:been )?moved(?: permanently)?(?: to)? here")
"""What servers write into a redirect that leads nowhere."""
NOTICES = (MISSING_TEXT, MOVED, TROUBLE, LIMITED, ELSEWHERE, GATED)
"""Notices that short pages may be."""
PARKED = Phrases(
    r"domain(?: name)?\b[^.!?]{0,60}\b(?:is|may be|might be|could be) (?:for sale|available for purchase|parked)",
    r"buy this domain",
    r"domain (?:is )?parked",
    r"parked (?:free|domain)",
    r"domain (?:has )?expired",
    r"(?:account|site|website) (?:has been |is |was )?suspended",
    r"make an offer (?:on|for) this domain",
    r"inquire about this domain",
    r"related searches?\b",
    r"has expired\W{1,5}renew",
    r"welcome to nginx",
    r"apache2? (?:ubuntu |debian )?default page",
    r"it works!$",
    r"default web ?site page",
    r"iis windows server",
)
CHALLENGE_TITLE = Phrases(
    r"just a moment",
    r"attention required",
    r"access (?:to this page has been )?denied",
    r"are you (?:a robot|human|not a robot)",
    r"robot check",
    r"pardon our interruption",
    r"(?:vercel )?security (?:check|verification|checkpoint)",
    r"(?:checking|verifying) (?:your browser|you are human|connection)",
    r"human verification",
    r"verify (?:you are|that you are|you're)(?: a)? human",
    r"ddos-guard",
    r"bot (?:verification|check|protection)",
    r"captcha",
    r"one more step",
    r"please (?:wait|stand by)",
    r"un momento",
    r"einen moment",
    r"un instant",
    r"request (?:rejected|blocked)",
    r"blocked",
    r"(?:error )?403(?: forbidden| error)?",
    r"forbidden",
    r"unusual (?:traffic|activity)(?: detected)?",
    r"you have been blocked",
    r"client challenge",
    r"安全验证",
    r"доступ ограничен",
)
CHALLENGE_TEXT = Phrases(
    r"verif(?:y|ying|ies) (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot|bot)",
    r"checking (?:if the site connection|your browser)",
    r"enable (?:javascript and )?cookies (?:and javascript )?to continue",
    r"unusual (?:traffic|activity) from",
    r"complete the (?:captcha|security check)",
    r"not a robot",
    r"ray id",
    r"automated (?:access|requests|queries)",
    r"you have been blocked",
    r"press (?:&|and) hold",
    r"solve (?:this|the) (?:captcha|puzzle)",
    r"access to this (?:page|site|website) (?:has been |is )?(?:denied|blocked)",
    r"reference #\d",
    r"incident id",
    r"request unsuccessful",
    r"(?:вы не робот|安全验证|人机验证|로봇이 아닙니다|ロボットではありません)",
    r"don't have permission to access",
)
PAYWALL = Phrases(
    r"(?:subscribe|sign up|register|log ?in|sign in|create (?:a|an|your) (?:free )?account|join|upgrade"
    r"|become a (?:member|subscriber))[^.!?]{0,60}\bto (?:continue|keep) reading",
    r"(?:subscribe|subscription|become a (?:member|subscriber)|register|upgrade|join)[^.!?]{0,40}\b(?:to|and) "
    r"(?:read|unlock|access|view|get (?:full|unlimited) access)",
    r"to (?:continue|keep) reading",
    r"continue reading (?:this|with|your|for|by)",
    r"(?:unlock|read) (?:the (?:full|rest|entire)|this|full) (?:article|story|access|of this)",
    r"(?:this|the) (?:article|story|content|page) is (?:only |exclusively |reserved )?"
    r"(?:for|available (?:only )?to|exclusive to|reserved for) (?:our )?(?:paying |premium |registered )?"
    r"(?:subscribers|members)",
    r"(?:subscriber|member|premium)s?[- ](?:only|exclusive)",
    r"(?:exclusive|only) (?:for|to) (?:subscribers|members)",
    r"(?:reached|exceeded|used) (?:your|the) (?:monthly |weekly |free ){0,3}(?:limit|articles?|allowance)",
    r"(?:free|last) articles? (?:remaining|left|this month)",
    r"you(?:'ve| have) (?:\w{1,20} ){0,3}free articles?",
    r"start your (?:free )?trial",
    r"for (?:paid|paying) (?:subscribers|members|readers)",
    r"subscribe for (?:full|unlimited)",
    r"purchase (?:a )?subscription",
    r"jetzt (?:abonnieren|weiterlesen)",
    r"weiterlesen mit",
    r"nur für abonnenten",
    r"(?:réservé|reserve) aux abonnés",
    r"il vous reste \d{1,3} ?% de cet article",
    r"suscríbe(?:te|ase) para",
    r"solo para suscriptores",
    r"riservato agli abbonati",
    r"alleen voor abonnees",
    r"для подписчиков",
    r"구독자 전용",
    r"有料会員",
)
SUBSCRIBER = Phrases(
    r"already (?:a |have a )?(?:subscriber|subscription|member)",
    r"subscribe now",
    r"see (?:all )?subscription options",
)
"""Stands in the head of every page of a newspaper, free or not: counts only where there is hardly any text."""
LOGIN_TITLE = Phrases(
    r"(?:please )?(?:log|sign)[ -]?(?:in|on)(?: to .{1,60}| required| page)?",
    r"anmelden",
    r"connexion",
    r"iniciar sesión",
    r"authentication required",
    r"member login",
    r"single sign-on",
)
LOGIN_TEXT = Phrases(
    r"(?:you (?:must|need to|have to)|please) (?:be logged in|log ?in|sign ?in|register)",
    r"(?:log|sign) ?in (?:is )?required",
    r"(?:log|sign) ?in to (?:view|access|continue|see|read)",
)
LOGIN_PATH = Phrases(
    r"/(?:log-?in|sign-?in|sso|signon|auth(?:enticate|orize)?|oauth2?|account/login|users/sign_in|idp|saml2?|cas)"
    r"(?:[/.?]|$)"
)
CONSENT_PLACE = Phrases(
    r"^(?:consent|cookies?|privacy|cmp|gdpr|myprivacy)\.",
    r"/(?:consent|cookie-?wall|privacy-?gate|collectconsent|gdpr)(?:[/.?]|$)",
)
CONSENT = Phrases(
    r"accept (?:all|and continue|cookies)",
    r"reject all",
    r"manage (?:options|preferences|cookies|settings)",
    r"before you continue",
    r"we value your privacy",
    r"our (?:\d{1,5} )?(?:advertising )?partners",
    r"your (?:privacy|cookie) (?:choices|settings|preferences)",
    r"consent",
    r"uses? cookies",
    r"(?:set|store) (?:of )?cookies",
    r"personal data",
    r"alle akzeptieren",
    r"cookies akzeptieren",
    r"datenschutz",
    r"tout accepter",
    r"aceptar (?:todo|todas)",
)
SCRIPTS_NEEDED = Phrases(
    r"(?:enable|requires?|needs?|turn on|activate|allow|without|running|support)\b[^.!?]{0,40}\bjava ?script",
    r"java ?script (?:is|must be|has been|to be|appears)",
    r"java ?script[^.!?]{0,20}(?:aktivieren|activer|habilitar|disabled)",
)
LOADING = Phrases(r"(?:loading|please wait|initializing|laden|chargement|cargando)[ .…]{0,10}")
ABSTRACT_HEADING = Phrases(r"(?:abstract|summary|zusammenfassung|résumé|resumen|ringkasan)\W{0,5}")
SECTION_HEADING = Phrases(
    r"(?:[ivx\d.]{1,8} )?(?:introduction|background|(?:materials? and )?methods?|methodology"
    r"|results?(?: and discussion)?"
    r"|discussion|conclusions?|literature review|findings|data|experiments?|related work|limitations"
    r"|acknowledge?ments?)\W{0,5}"
)
NO_ACCESS = Phrases(
    r"(?:get|request|check|purchase|buy|gain|institutional|full) access",
    r"access (?:through|via|options)",
    r"(?:purchase|buy) (?:pdf|article|this)",
    r"rent (?:this|or buy)",
    r"log in via",
    r"(?:view|download) pdf",
    r"preview of subscription content",
)
