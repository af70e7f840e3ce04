"""Short pages as sites write them: notices, walls and checks in place of a page, and honest briefs that look like them."""

from __future__ import annotations

import pytest

from claimcheck.sources import guard
from claimcheck.sources.body import Body
from claimcheck.sources.fetch import Answer
from claimcheck.sources.reading import examine
from claimcheck.sources.store import USABLE


def page(title: str, body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


S = "<script src=/a.js></script>"
NAV = "<header><nav>" + "".join(f"<a href=/{i}>Topic {i}</a>" for i in range(30)) + "</nav></header>"
FOOT = "<footer><p>Subscribe to our newsletter. Already a subscriber? Log in. We use cookies. Privacy policy. All rights reserved.</p></footer>"
B = "<p>The county said on Thursday that 61 trees along the mill road would be felled in March because their roots lift the pavement, and that lime trees will be planted in autumn.</p>"
NOTICES = [
    (
        "wp404",
        page(
            "Page not found – Ellery Blog",
            NAV
            + "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>"
            + FOOT,
        ),
    ),
    (
        "job",
        page(
            "Jobs at Ellery",
            NAV + "<p>This job posting has expired and is no longer accepting applications.</p>" + FOOT,
        ),
    ),
    ("apache404", page("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>")),
    (
        "cf",
        page(
            "Attention Required! | Cloudflare",
            "<h1>Sorry, you have been blocked</h1><p>You are unable to access ellery.example</p><p>Why have I been blocked? This website is using a security service to protect itself from online attacks.</p>",
        ),
    ),
    (
        "px",
        page(
            "Access to this page has been denied",
            "<p>Press & Hold to confirm you are a human (and not a bot). Reference ID 123</p>",
        ),
    ),
    ("incapsula", page("", "<p>Request unsuccessful. Incapsula incident ID: 1234-5678</p>")),
    (
        "sucuri",
        page(
            "Sucuri WebSite Firewall - Access Denied",
            "<h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), please whitelist your IP. Block details: Your IP: 1.2.3.4 URL: x</p>",
        ),
    ),
    (
        "authwall",
        page(
            "Sign Up | LinkedIn",
            "<h1>Join LinkedIn</h1><form><input type=password></form><p>Already on LinkedIn? Sign in</p>",
        ),
    ),
    ("facebook", page("Log into Facebook", "<p>You must log in to continue.</p><form><input type=password></form>")),
    (
        "twitter",
        page(
            "X",
            "<h1>JavaScript is not available.</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue using x.com.</p>"
            + S,
        ),
    ),
    ("insta", page("Instagram", S * 3)),
    (
        "youtube",
        page(
            "Before you continue to YouTube",
            "<p>We use cookies and data to deliver and maintain services, track outages and protect against spam.</p><button>Reject all</button><button>Accept all</button><a>More options</a>",
        ),
    ),
    (
        "ft",
        page(
            "Mill trees to go",
            "<h1>Mill trees to go</h1><h2>Subscribe to unlock this article</h2><p>Try unlimited access. Only 1 for 4 weeks. Then 65 per month.</p>",
        ),
    ),
    (
        "teaser",
        page(
            "Mill trees to go",
            "<h1>Mill trees to go</h1>"
            + B
            + "<div>This story is exclusive to subscribers. Get full access.</div>"
            + FOOT,
        ),
    ),
    (
        "robot",
        page(
            "Bloomberg - Are you a robot?",
            "<p>We've detected unusual activity from your computer network. To continue, please click the box below to let us know you're not a robot.</p>",
        ),
    ),
    (
        "spiegel",
        page(
            "Bäume am Mühlweg",
            "<h1>Bäume am Mühlweg</h1><p>Der Kreis will im März 61 Bäume fällen.</p><p>Weiterlesen mit Kurier+</p><p>Jetzt abonnieren</p>",
        ),
    ),
    (
        "lemonde",
        page(
            "Des arbres",
            "<h1>Des arbres</h1><p>Le canton va abattre 61 arbres.</p><p>Cet article est réservé aux abonnés. Il vous reste 80 % de cet article à lire.</p>",
        ),
    ),
    (
        "nikkei",
        page("並木の伐採", "<h1>並木の伐採</h1><p>郡は61本の木を伐採する。</p><p>この記事は有料会員限定です。</p>"),
    ),
    ("cncaptcha", page("安全验证", "<p>请完成安全验证后继续访问</p>" + S)),
    ("ru", page("Доступ ограничен", "<p>Подтвердите, что вы не робот.</p>" + S)),
    ("kologin", page("로그인", "<p>로그인이 필요합니다.</p><input type=password>")),
    ("godaddy", page("ellery.example", "<p>This domain is parked free, courtesy of GoDaddy.com.</p>")),
    (
        "suspended",
        page(
            "Account Suspended",
            "<h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider for more information.</p>",
        ),
    ),
    ("video", page("Ellery TV", "<p>This video is no longer available.</p>")),
    ("bbc", page("Ellery TV - Home", NAV + "<p>Sorry, this content is no longer available.</p>")),
    ("cookie-needed", page("Ellery", "<p>Please enable cookies to continue. This site requires cookies to work.</p>")),
    (
        "maint2",
        page(
            "Wartungsarbeiten",
            "<h1>Wartungsarbeiten</h1><p>Unsere Seite wird gerade gewartet. Bitte versuchen Sie es später.</p>",
        ),
    ),
    (
        "500as200",
        page(
            "Runtime Error",
            "<h1>Server Error in '/' Application.</h1><p>Runtime Error. An application error occurred on the server.</p>",
        ),
    ),
    (
        "php",
        "<br /><b>Fatal error</b>:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /var/www/db.php:12",
    ),
    ("wpdb", page("Database Error", "<h1>Error establishing a database connection</h1>")),
    (
        "region",
        page(
            "451",
            "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area including the EU which enforces the GDPR and therefore access cannot be granted at this time.</p>",
        ),
    ),
    ("expired-link", page("Link expired", "<p>This link has expired. Request a new one.</p>")),
    ("appshell2", page("Ellery News", '<div id="app">Loading…</div>' + S * 4)),
    ("searchnone", page("Search", "<h1>Search</h1><p>No results found for quay.</p>")),
    (
        "gh",
        page(
            "Site not found · Pages",
            "<p>There isn't a site here. If you're trying to publish one, read the full documentation to learn how to set up Pages for your repository.</p>",
        ),
    ),
    (
        "medium",
        page(
            "Mill trees",
            "<h1>Mill trees</h1>"
            + B
            + "<h2>Create an account to read the full story.</h2><p>The author made this story available to members only.</p>",
        ),
    ),
    (
        "quora",
        page(
            "Log in or sign up",
            "<form><input type=password></form><p>Continue with Google. By continuing you agree.</p>",
        ),
    ),
    (
        "substack",
        page(
            "Mill trees",
            "<h1>Mill trees</h1>" + B + "<div><h3>This post is for paid subscribers</h3><a>Subscribe</a></div>",
        ),
    ),
    (
        "wsj",
        page(
            "Mill trees",
            "<h1>Mill trees</h1>"
            + B
            + "<div class=wall><p>Continue reading your article with a subscription</p></div>",
        ),
    ),
    ("datadome", page("ellery.example", "<p>Please enable JS and disable any ad blocker</p>" + S)),
    (
        "adblock",
        page(
            "Ellery News",
            "<h2>We noticed that you use an ad blocker</h2><p>Please turn it off or subscribe to continue to the site.</p>",
        ),
    ),
    ("gone-it", page("Errore 404", "<h1>Pagina non trovata</h1><p>La pagina richiesta non esiste.</p>")),
    (
        "gone-pt",
        page("Página não encontrada - Jornal", NAV + "<p>A página que procura não existe ou foi removida.</p>"),
    ),
    ("gone-ru", page("Ошибка 404", "<p>Страница не найдена. Вернуться на главную.</p>")),
    ("gone-cn", page("页面不存在", "<p>您访问的页面不存在或已被删除。</p>")),
    (
        "removed",
        page(
            "Ellery News",
            NAV
            + "<h1>Sorry</h1><p>The article you are looking for has been taken down at the request of its author.</p>",
        ),
    ),
    (
        "moved-site",
        page(
            "We have moved", "<p>Our website has moved. Please update your bookmarks and visit our new home page.</p>"
        ),
    ),
    (
        "queue",
        page(
            "Queue",
            "<h1>You are now in line</h1><p>Due to high demand you have been placed in a queue. Please do not refresh this page.</p>",
        ),
    ),
    (
        "vpn",
        page(
            "Error",
            "<p>Error 1020. Access denied. What happened? This website is using a security service. Ray ID 7fab.</p>",
        ),
    ),
    (
        "teapot",
        page(
            "Whoops, looks like something went wrong.",
            "<h1>Whoops, looks like something went wrong.</h1><p>1/1 ErrorException in Handler.php line 120</p>",
        ),
    ),
    (
        "rails",
        page(
            "We're sorry, but something went wrong (500)",
            "<h1>We're sorry, but something went wrong.</h1><p>If you are the application owner check the logs for more information.</p>",
        ),
    ),
    (
        "tomcat",
        page(
            "HTTP Status 500 – Internal Server Error",
            "<h1>HTTP Status 500 – Internal Server Error</h1><p>Type Exception Report. Message java.lang.NullPointerException at org.apache.jsp.index.</p>",
        ),
    ),
    ("idx", page("Object moved", "<h1>Object moved to <a href=/x>here</a>.</h1>")),
    (
        "terms",
        page(
            "Terms",
            "<h1>Terms of use</h1><p>To view this document you must accept the terms of use.</p><button>I accept</button>",
        ),
    ),
    ("email", page("Read on", "<h1>Enter your email to continue reading</h1><form><input type=email></form>")),
    (
        "jp404",
        page("お探しのページは見つかりませんでした｜新聞", "<p>URLが変更されたか、削除された可能性があります。</p>"),
    ),
    (
        "trial",
        page("Mill trees", "<h1>Mill trees</h1>" + B + "<p>To read this article, start your free trial today.</p>"),
    ),
    (
        "pdfviewer",
        page(
            "Viewer", '<div id="viewer"></div><noscript>You need to enable JavaScript to run this app.</noscript>' + S
        ),
    ),
    ("guard", page("Verification", "<p>One moment, we are checking that the connection is secure.</p>" + S)),
    ("akamai", page("Error", "<p>An error occurred while processing your request. Reference #97.2f</p>")),
    (
        "aws",
        page(
            "ERROR: The request could not be satisfied",
            "<h1>403 ERROR</h1><h2>The request could not be satisfied.</h2><p>Request blocked. We can't connect to the server for this app or website at this time.</p>",
        ),
    ),
    (
        "drupal",
        page("Access denied | Ministry", "<h1>Access denied</h1><p>You are not authorized to access this page.</p>"),
    ),
    ("sharepoint", page("Sign in to your account", "<p>Enter your email or phone</p><input type=email>")),
    (
        "expired-domain",
        page(
            "ellery.example",
            "<p>ellery.example has expired. Renew now at the registrar.</p><p>Related searches: cranes, boats, hotels</p>",
        ),
    ),
    ("tributes", page("Not available", "<p>The requested content is not available at the moment.</p>")),
    ("fr", page("Page introuvable", "<h1>Oups</h1><p>La page demandée n'existe plus.</p>")),
    ("nl", page("Inloggen", "<h1>Inloggen</h1><p>Log in om dit artikel te lezen.</p><input type=password>")),
    (
        "es",
        page(
            "Contenido exclusivo",
            "<h1>Árboles</h1><p>El condado talará 61 árboles en marzo.</p><p>Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.</p>",
        ),
    ),
    ("tr", page("Sayfa bulunamadı", "<p>Aradığınız sayfa bulunamadı.</p>")),
    ("cz", page("Stránka nenalezena", "<p>Požadovaná stránka neexistuje.</p>")),
    (
        "it-wall",
        page("Alberi", "<h1>Alberi</h1><p>La contea taglierà 61 alberi.</p><p>Articolo riservato agli abbonati</p>"),
    ),
    ("empty-article", page("Mill trees", NAV + "<main><h1>Mill trees</h1></main>" + FOOT)),
]
BRIEFS = [
    ("press", page("County fells 61 trees", NAV + "<main><h1>County fells 61 trees</h1>" + B * 2 + "</main>" + FOOT)),
    (
        "stats",
        page(
            "Ferry passengers by month",
            "<h1>Ferry passengers by month</h1><table><tr><th>Month</th><th>Passengers</th></tr>"
            + "".join(f"<tr><td>Month {i}</td><td>{1000 + i * 37}</td></tr>" for i in range(24))
            + "</table>",
        ),
    ),
    (
        "comments",
        page(
            "County fells 61 trees",
            "<article><h1>County fells 61 trees</h1>"
            + B * 3
            + "</article><div id=comments><p>You must be logged in to post a comment.</p></div>"
            + FOOT,
        ),
    ),
    (
        "privacy",
        page(
            "Privacy policy",
            "<h1>Privacy policy</h1>"
            + "<p>We process personal data to run the ferry booking. Cookies are set when you buy a ticket, and kept for 30 days. You may ask for deletion by letter to the harbour office at any time.</p>"
            * 6,
        ),
    ),
    (
        "helplogin",
        page(
            "How to log in to your library account",
            "<h1>How to log in to your library account</h1>"
            + "<p>Type the number on your card and the year of your birth. Three wrong tries lock the account for 15 minutes, and the desk can open it again on weekdays before six.</p>"
            * 3,
        ),
    ),
    (
        "poem",
        page(
            "The tide",
            "<h1>The tide</h1><p>It comes and takes the sand away,</p><p>and brings it back another day,</p><p>forty times a month it goes,</p><p>and why it does so no one knows.</p>",
        ),
    ),
    ("film", page("Forbidden - film review", "<article><h1>Forbidden</h1>" + B * 4 + "</article>")),
    (
        "canal",
        page(
            "Blocked",
            "<article><h1>Blocked</h1><p>The canal at Marlow has been blocked since Tuesday, when a barge with 40 tonnes of gravel sank in the lower lock. Divers expect to raise it by the weekend; until then boats must turn round at the mill.</p></article>",
        ),
    ),
    (
        "lostbooks",
        page(
            "Page not found: the library's lost books",
            "<article><h1>Page not found: the library's lost books</h1>" + B * 5 + "</article>",
        ),
    ),
    (
        "agecheck",
        page(
            "Over 18? New age checks explained",
            "<article><h1>Over 18? New age checks explained</h1><p>From 1 July buyers of fireworks must be 18 or older and show a card. Shops that fail two checks in a year lose their licence for six months, the council decided on Monday by 14 votes to 9.</p></article>",
        ),
    ),
    (
        "dam",
        page(
            "Something went wrong at the dam",
            "<article><h1>Something went wrong at the dam</h1><p>Gate 3 opened by itself at 4.10 on Sunday and let 9,000 cubic metres go before the keeper closed it by hand. Nobody was hurt. The operator blames a switch and has ordered 12 new ones.</p></article>",
        ),
    ),
    (
        "trains",
        page(
            "Service unavailable on Sunday",
            "<article><h1>Service unavailable on Sunday</h1><p>No trains run between Ellery and Marlow on Sunday because of scheduled maintenance of the bridge. Buses leave every 40 minutes from the quay, the line's operator said.</p></article>",
        ),
    ),
    (
        "region2",
        page(
            "Drug not available in your region? The list",
            "<article><h1>Where the drug is sold</h1><p>The medicine is not available in the northern region, where 3 of 4 pharmacies have none, said the chamber on Friday. It expects 2,000 packs in May.</p></article>",
        ),
    ),
    (
        "limit",
        page(
            "Rate limit for wells",
            "<article><h1>Rate limit for wells</h1><p>Farmers may pump 40 litres a second from May on. The water board had counted too many requests for more, 312 in one year, and set the limit by 7 votes to 2.</p></article>",
        ),
    ),
    (
        "obituary",
        page(
            "Ada Holm, 1931-2024",
            "<article><h1>Ada Holm, 1931-2024</h1><p>Ada Holm, who kept the lighthouse at Norvik for 31 years, died on Monday. She was 93.</p></article>",
        ),
    ),
    (
        "backsoon",
        page(
            "We'll be back soon, says ferry crew",
            "<article><h1>We'll be back soon, says ferry crew</h1><p>The 14 sailors of the Ardel went on leave on Friday after 200 days at sea, the line said. The ship returns in May.</p></article>",
        ),
    ),
    (
        "blog",
        page(
            "Why I count herons",
            "<article><h1>Why I count herons</h1><p>I began in 1998 with a pencil. You learn to wait. Last spring I saw 212 of them on the Norvik marsh, and our count went to the museum.</p></article>",
        ),
    ),
    (
        "recall",
        page(
            "Recall: kettles",
            "<main><h1>Recall: kettles</h1><p>If you bought a kettle of type K-4 between March and June 2023, please stop using it. The maker, Holm and Sons, has had 19 reports of burns.</p></main>",
        ),
    ),
    (
        "q-and-a",
        page(
            "Answers from the water board",
            "<main><h1>Answers from the water board</h1><p>Will my bill rise? Yes: by 4 percent in January. Who decides? The board, by 7 votes to 2, on 3 October.</p></main>",
        ),
    ),
    (
        "minutes",
        page(
            "Minutes of 4 May",
            "<main><h1>Minutes of 4 May</h1><ul><li>Item 1: budget of 2.4 million adopted</li><li>Item 2: lock closed for maintenance until June</li><li>Item 3: none</li></ul></main>",
        ),
    ),
    (
        "german",
        page(
            "61 Bäume fallen",
            NAV
            + "<main><h1>61 Bäume fallen</h1><p>Der Kreis lässt im März 61 Bäume am Mühlweg fällen, weil ihre Wurzeln den Gehweg heben. Linden werden im Herbst gepflanzt, sagte Bürgermeisterin Ada Holm am Donnerstag.</p></main>"
            + FOOT,
        ),
    ),
    (
        "korean",
        page(
            "나무 61그루 벌목",
            "<main><h1>나무 61그루 벌목</h1><p>군은 3월에 방앗간 길의 나무 61그루를 베어 낸다고 목요일에 밝혔다. 뿌리가 보도를 들어 올리기 때문이다. 가을에 보리수를 심을 예정이다.</p></main>",
        ),
    ),
    (
        "outage",
        page(
            "Bank outage hits thousands",
            "<article><h1>Bank outage hits thousands</h1><p>Customers of Norvik Bank could not log in on Monday. The service is temporarily unavailable, the bank said at 9 a.m.; by noon 40,000 people had complained.</p></article>",
        ),
    ),
    (
        "captcha",
        page(
            "Captchas get harder",
            "<article><h1>Captchas get harder</h1><p>People now need 32 seconds to prove they are not a robot, twice as long as in 2010, a study of 1,400 users by Norvik University found.</p></article>",
        ),
    ),
    (
        "wall2",
        page(
            "Log in, log out: lumber prices",
            "<article><h1>Log in, log out: lumber prices</h1><p>Timber traded at 412 a thousand feet on Tuesday, 9 percent under last year. Sawmills in Marlow cut 200 jobs.</p></article>",
        ),
    ),
    (
        "frontlike",
        page(
            "Statistics of fisheries 2023",
            "<main><h1>Statistics of fisheries 2023</h1><p>Landings: 41,200 tonnes. Value: 88 million. Boats: 312.</p></main>"
            + FOOT,
        ),
    ),
    (
        "brief",
        page(
            "Lime trees for mill road",
            NAV
            + "<main><h1>Lime trees for mill road</h1><p>Marlow plants 40 limes in autumn, the council said.</p></main>"
            + FOOT,
        ),
    ),
    (
        "alert",
        page(
            "Flood alert",
            "<main><h1>Flood alert</h1><p>The Ardel stood at 4.1 metres at Norvik at noon on 3 March and is rising by 5 centimetres an hour.</p></main>",
        ),
    ),
    (
        "tender",
        page(
            "Tender 12/2024",
            "<main><h1>Tender 12/2024</h1><p>Supply of 300 tonnes of road salt. Bids by 1 October to the works office. You may ask questions until 20 September.</p></main>",
        ),
    ),
    (
        "chart",
        page(
            "Rainfall in Norvik",
            "<h1>Rainfall in Norvik</h1><table><tr><th>Year</th><th>mm</th></tr><tr><td>2022</td><td>812</td></tr><tr><td>2023</td><td>640</td></tr></table>",
        ),
    ),
    (
        "law",
        page(
            "Section 4",
            "<h1>Section 4. Access denied to minors</h1><p>(1) No person under 16 shall be admitted to a vessel in dock. (2) The master shall pay 200 for each breach.</p>",
        ),
    ),
    (
        "turkish",
        page(
            "61 ağaç kesilecek",
            "<main><h1>61 ağaç kesilecek</h1><p>İlçe, mart ayında değirmen yolundaki 61 ağacı kesecek. Kökler kaldırımı kaldırıyor. Sonbaharda ıhlamur dikilecek, dedi belediye başkanı Ada Holm.</p></main>",
        ),
    ),
    (
        "quote2",
        page(
            "Statement of Ada Holm",
            '<main><h1>Statement of Ada Holm</h1><p>"I have decided to leave the board of Norvik Bank at the end of May."</p></main>',
        ),
    ),
]


def outcome(html: str) -> str:
    address = guard.parse("https://ellery.example/news/2024/mill-trees")
    answer = Answer(address, 200, {"content-type": "text/html; charset=utf-8"}, Body(html.encode()))
    return examine(address, answer)[0].outcome


@pytest.mark.parametrize(("name", "html"), NOTICES, ids=[name for name, _ in NOTICES])
def test_a_notice_is_no_evidence(name: str, html: str) -> None:
    assert outcome(html) not in USABLE


@pytest.mark.parametrize(("name", "html"), BRIEFS, ids=[name for name, _ in BRIEFS])
def test_a_brief_is_evidence(name: str, html: str) -> None:
    assert outcome(html) == "ok"
