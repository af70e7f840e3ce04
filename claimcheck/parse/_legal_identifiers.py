"""Instruments that go by a number: resolutions, statutes, regulations, bills, standards, DOIs; and court cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.parse import _legal_texts as texts
from claimcheck.parse._lines import matches

Found = tuple[int, int, str, str | None]
"""Start, end, canonical name, address."""

# --- resolutions of the United Nations ------------------------------------------------------------------------------

_RESOLUTION = re.compile(
    r"\b(?P<word>[Rr]esolutions?|RESOLUTION|UNSCRs?) (?:[Nn]os?\.? ?)?"
    r"(?P<number>(?:ES-)?[0-9]{1,4}(?:/[0-9]{1,3})?)(?![\d%])"
    r"(?P<year> ?\((?:of )?(?:[0-9]{4}|[IVXLC-]+)\)| of (?:19|20)[0-9]{2}\b)?"
)
_UN = r"(?:UN|U\.N\.|United Nations)(?:'s?)? "
_ORGAN_BEFORE = re.compile(
    rf"(?:\b{_UN})?(?:\(UN\) )?\b(?:Security Council(?:'s?)?|UNSC|General Assembly(?:'s?)?|UNGA"
    rf"|Human Rights Council(?:'s?)?|HRC)(?: \([A-Z]{{2,5}}\))? \Z|\b{_UN}\Z"
)
_MORE_NUMBERS = re.compile(
    r"(?:, and | and |, | or | & )(?P<number>[0-9]{1,4}(?:/[0-9]{1,3})?)(?![\d,.]\d|\d|%)(?P<year> ?\([0-9]{4}\))?"
)
_OF_COUNCIL = re.compile(
    r" of the (?P<org>(?:(?:UN|U\.N\.|United Nations) )?(?:Security Council|General Assembly|Human Rights Council))"
)
_COUNCIL_NEAR = re.compile(
    r"\b(?:UN )?Security Council\b|\bUNSC\b|\bU\.?N\.? (?:sanctions|resolution)|\bUnited Nations\b|\bUN\b"
)
_SYMBOL = re.compile(
    r"\b(?P<symbol>[ASE]/(?:(?:RES|PV|HRC|PRST|CN\.[0-9]|C\.[0-9]|INF)/)?[A-Z0-9][A-Z0-9./-]{0,30}[0-9])"
    r"(?P<year> ?\((?:[0-9]{4}|[IVXLC-]+)\))?"
)


def _council_resolution(number: str, year: str | None) -> tuple[str, str | None]:
    stated = year.strip(" ()").removeprefix("of ") if year else ""
    adopted = stated if stated.isdigit() else texts.year_of_resolution(int(number))
    shown = f" ({stated})" if stated.isdigit() else ""
    url = f"https://undocs.org/S/RES/{number}({adopted})" if adopted else None
    return f"UN Security Council Resolution {number}{shown}", url


def _assembly_resolution(number: str, year: str | None) -> tuple[str, str | None]:
    session = year.strip() if year else ""
    if "/" in number:
        return f"UN General Assembly Resolution {number}", f"https://undocs.org/A/RES/{number}"
    if re.fullmatch(r"\([IVXLC-]+\)", session):
        return f"UN General Assembly Resolution {number} {session}", f"https://undocs.org/A/RES/{number}{session}"
    return f"UN General Assembly Resolution {number}", None


def _name_resolution(organ: str, number: str, year: str | None, near_council: bool) -> tuple[str, str | None]:
    if "Human Rights" in organ or "HRC" in organ:
        return f"UN Human Rights Council Resolution {number}", f"https://undocs.org/A/HRC/RES/{number}"
    if "General" in organ or "UNGA" in organ or ("/" in number and organ):
        return _assembly_resolution(number, year)
    if number.isdigit() and (organ or near_council) and int(number) > 0:
        return _council_resolution(number, year)
    return f"Resolution {number}", None


def resolutions(text: str) -> Iterator[Found]:
    near: bool | None = None
    for match in _RESOLUTION.finditer(text):
        start, end = match.span()
        before = _ORGAN_BEFORE.search(text, max(0, start - 70), start)
        organ = before.group() if before else "Security Council" if match["word"].startswith("UNSCR") else ""
        if before:
            start = before.start()
        if not organ and match["word"] == "resolution" and "/" not in match["number"] and len(match["number"]) < 3:
            continue
        if not organ and (of := _OF_COUNCIL.match(text, end)):
            organ = of["org"]
            end = of.end()
        if near is None:
            near = _COUNCIL_NEAR.search(text) is not None
        year = match["year"]
        yield (start, end, *_name_resolution(organ, match["number"], year, near))
        if match["word"].endswith("s"):
            while more := _MORE_NUMBERS.match(text, end):
                yield (more.start("number"), more.end(), *_name_resolution(organ, more["number"], more["year"], near))
                end = more.end()


def symbols(text: str) -> Iterator[Found]:
    for match in _SYMBOL.finditer(text):
        symbol, year = match["symbol"], match["year"]
        if symbol.startswith("S/RES/") and symbol[6:].isdigit():
            yield (*match.span(), *_council_resolution(symbol[6:], year))
        elif symbol.startswith("A/RES/"):
            yield (*match.span(), *_assembly_resolution(symbol[6:], year))
        elif symbol.count("/") >= 2:
            yield (match.start(), match.end("symbol"), f"UN document {symbol}", f"https://undocs.org/{symbol}")


# --- identifiers ----------------------------------------------------------------------------------------------------

_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\b(?:doi|DOI)(?:: ?|\.org/| ))?\b(?P<doi>10\.[0-9]{4,9}/[^\s<>\"“”,;]{1,200})"
)
_ARXIV = re.compile(
    r"(?:https?://arxiv\.org/(?:abs|pdf)/|\barXiv(?: preprint)?:? ?)(?P<id>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?"
    r"|[a-z-]{2,12}/[0-9]{7})",
    re.IGNORECASE,
)
_PMID = re.compile(r"\bPMID:? ?(?P<id>[0-9]{5,9})\b")
_RFC = re.compile(r"\bRFC[ -]?(?P<id>[0-9]{3,5})\b")
_CVE = re.compile(r"\bCVE-(?P<id>[0-9]{4}-[0-9]{4,7})\b")
_PATENT = re.compile(
    r"\b(?:US|U\.S\.|United States|European) [Pp]atent (?:No\. ?"
    r"|number )?(?P<id>[0-9][0-9,]{4,11}[0-9](?: ?[AB][0-9])?)"
)
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}")
_COMMISSION = re.compile(r"\bCOM ?\((?P<year>[0-9]{4})\) ?(?P<number>[0-9]{1,4})\b")
_TRADE_CASE = re.compile(r"\bWT/DS(?P<id>[0-9]{1,3})(?:/[A-Z0-9/]{1,12})?\b|\bDS(?P<short>[0-9]{2,3})\b")
_TREATY_BODY = re.compile(r"\b(?:CCPR|CEDAW|CAT|CRC|CERD|E/C\.12|CRPD|CED|CMW)/C(?:/[A-Z0-9.-]{1,12}){1,5}")
_GERMAN = re.compile(
    r"(?:§§?|\b[Aa]rt(?:\.|icle|ikel)) ?[0-9]{1,4}[a-z]?(?: ?Abs\. ?[0-9]{1,2})?(?: ?S(?:atz|\.) ?[0-9])? "
    r"(?:BGB|StGB|GG|HGB|ZPO|StPO|UWG|AktG|TKG|UrhG|AO|BV|OR|ZGB)\b"
)
# "5 & 6 Will. IV. c. 76": statutes by the year of a reign and their chapter.
_REGNAL = re.compile(
    r"\b[0-9]{1,2}(?: ?(?:&|and) ?[0-9]{1,2})? (?:Vict|Geo|Will|Wm|Edw|Eliz|Hen|Car|Jac|Ric|Anne|Mary)\.?,?"
    r"(?: ?(?:[IVX]{1,5}|[1-8])\b\.?)?,? ?(?:c|cap|ch)\.? ?[0-9IVXLC]{1,6}\b"
)
_REPORTED = re.compile(
    r"[\[(](?:1[5-9]|20)[0-9]{2}[\])] (?:[0-9]{1,2} )?(?:AC|QB|KB|Ch|WLR|All ER|Exch|ER|CLR|SCR|ICR|IRLR|EHRR"
    r"|Cr App R|Fam|Lloyd's Rep) [0-9]{1,4}"
    r"|\b[0-9]{1,4} (?:F\.(?:2d|3d|4th| ?Supp\.(?: ?[23]d)?)|S\. ?Ct\.|L\. ?Ed\.(?: 2d)?|Fed\. Reg\.|Stat\.) [0-9]{1,6}"
    r"|\b(?:Cmnd|Cmd|Cm)\.? ?[0-9]{2,5}\b|\bC?ETS No\. ?[0-9]{1,3}\b|\b[0-9]{1,4} UNTS [0-9]{1,4}\b"
)
_LETTERED_RULE = re.compile(r"\bRule (?:[0-9]{1,3}[a-z]-[0-9]{1,2}|[0-9]{3}[A-Z])\b")
_TITLE = re.compile(r"\bTitle (?:IX|VII|VI|42)\b")
_GAO = re.compile(r"\bGAO-(?P<id>[0-9]{2}-[0-9]{1,6}[A-Z]{0,3})\b")
_PEP = re.compile(r"\bPEP (?P<id>[0-9]{1,4})\b")
_SSRN = re.compile(r"\bSSRN:? ?(?:abstract=?)?(?P<id>[0-9]{5,8})\b")
_TRIAL = re.compile(r"\b(?P<id>NCT[0-9]{8})\b")
_STANDARD = re.compile(
    r"\b(?:ISO(?:/IEC)?(?:/TS|/TR)?|IEC|IEEE|IFRS|IAS|DIN(?: EN)?(?: ISO)?|(?:BS )?EN|ASTM|ANSI|NIST SP|FIPS)[ -]?"
    r"[A-Z]?[0-9][0-9.-]{0,10}[0-9]?(?::[0-9]{4})?"
)
_INFCIRC = re.compile(r"\b(?:IAEA )?INFCIRC/(?P<id>[0-9]{1,4})\b")


def identifiers(text: str) -> Iterator[Found]:
    for match in matches(_DOI, text, "10."):
        doi = match["doi"].rstrip(".,;:)'")
        end = match.start("doi") + len(doi)
        yield match.start(), end, f"doi:{doi}", f"https://doi.org/{doi}"
    for match in matches(_ARXIV, text, "rxiv", "rXiv"):
        yield (*match.span(), f"arXiv:{match['id']}", f"https://arxiv.org/abs/{match['id']}")
    for hint, pattern, name, address in (
        ("PMID", _PMID, "PMID {}", "https://pubmed.ncbi.nlm.nih.gov/{}/"),
        ("RFC", _RFC, "RFC {}", "https://www.rfc-editor.org/rfc/rfc{}"),
        ("CVE-", _CVE, "CVE-{}", "https://nvd.nist.gov/vuln/detail/CVE-{}"),
        ("GAO-", _GAO, "GAO-{}", "https://www.gao.gov/products/gao-{}"),
        ("PEP ", _PEP, "PEP {}", None),
        ("SSRN", _SSRN, "SSRN {}", "https://ssrn.com/abstract={}"),
        ("NCT", _TRIAL, "{}", "https://clinicaltrials.gov/study/{}"),
        ("INFCIRC", _INFCIRC, "IAEA INFCIRC/{}", None),
    ):
        for match in matches(pattern, text, hint):
            key = match["id"]
            yield (*match.span(), name.format(key), address.format(key) if address else None)
    for match in matches(_PATENT, text, "atent"):
        number = re.sub(r"[ ,]", "", match["id"])
        country = "EP" if match.group().startswith("European") else "US"
        yield (*match.span(), f"{country} patent {number}", f"https://patents.google.com/patent/{country}{number}")
    for pattern, hint in ((_ECLI, "ECLI:"), (_TREATY_BODY, "/C")):
        for match in matches(pattern, text, hint):
            body = match.group().rstrip(".-")
            url = f"https://undocs.org/{body}" if pattern is _TREATY_BODY else None
            yield match.start(), match.start() + len(body), body, url
    for match in matches(_COMMISSION, text, "COM"):
        year, number = match["year"], match["number"]
        url = f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:{year}:{int(number):04}:FIN"
        yield (*match.span(), f"COM({year}) {number}", url)
    for match in matches(_TRADE_CASE, text, "DS"):
        number = match["id"] or match["short"]
        if match["id"] or "WTO" in text or "dispute" in text:
            url = f"https://www.wto.org/english/tratop_e/dispu_e/cases_e/ds{number}_e.htm"
            yield (*match.span(), f"WTO dispute DS{number}", url)
    for hints, pattern in _AS_WRITTEN:
        for match in matches(pattern, text, *hints):
            body = match.group().rstrip(".-")
            yield match.start(), match.start() + len(body), body, None


# --- statutes of the United States and acts of the European Union ---------------------------------------------------

_PUBLIC_LAW = re.compile(r"\b(?:Public Law|Pub\. ?L\.)(?: No\.)? ?(?P<congress>[0-9]{2,3})-(?P<number>[0-9]{1,4})\b")
_US_CODE = re.compile(
    r"\b(?P<title>[0-9]{1,2}) (?:U\. ?S\. ?(?:C\.|Code)|USC\b)(?: ?§§?"
    r"| [Ss]ections?)? ?(?P<section>[0-9]{1,5}[a-z]?(?:-[0-9]{1,3})?)"
    r"(?P<sub>(?:\([0-9a-zA-Z]{1,4}\)){0,6})"
)
_CFR = re.compile(r"\b(?P<title>[0-9]{1,2}) C\.?F\.?R\.?(?: ?§§?| Part)? ?(?P<section>[0-9]{1,4}(?:\.[0-9]{1,4})?)")
_US_REPORTS = re.compile(r"\b(?P<volume>[0-9]{1,3}) U\.S\. (?P<page>[0-9]{1,4})(?: \([0-9]{4}\))?")
_ORDER = re.compile(r"\bExecutive Order (?:No\. ?)?(?P<number>[0-9]{4,5})\b")
_BILL = re.compile(r"\b(?P<chamber>H\.R\.|S\.J\.Res\.|H\.Res\.|S\.Res\.) ?(?P<number>[0-9]{1,5})\b")
_NUMBERED_BILL = re.compile(
    r"\b(?:(?:House|Senate|Assembly) (?:Joint )?(?:Bill|Resolution) (?:No\. ?)?[0-9]{1,5}|Bill [CS]-[0-9]{1,4}"
    r"|(?:SB|HB|AB) [0-9]{1,4}|(?:Proposition|Prop\.|Amendment|Ballot Measure) [0-9]{1,4})\b"
)
_NUMBERED_LAW = re.compile(
    r"\b(?:(?:Royal|Presidential|Legislative|Emergency|Federal|Organic|Ministerial|Government|Supreme) ){0,2}"
    r"(?:Law|Decree|Decree-Law|Ordinance|Act|Order|Ukase|Statutory Instrument|SI)(?: [0-9]{4})? "
    r"(?:(?:No\.?|Nr\.?|№) ?[0-9]{1,5}(?:[/-][0-9A-Z]{1,6})?|[0-9]{1,5}/[0-9]{2,4}|[0-9]{1,4}-[A-Z]{1,3})"
    r"(?: of (?:19|20)[0-9]{2})?\b"
)
_EU_ACT = re.compile(
    r"\b(?:(?:Commission|Council|Delegated|Implementing|EU) ){0,3}(?P<kind>Regulation|Directive|Decision) "
    r"(?:\((?:EU|EC|EEC|Euratom"
    r"|EU, Euratom)\) )?(?P<no>No\.? ?)?(?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?P<tail>/(?:EU|EC|EEC|CFSP|JHA))?\b"
)
_CJEU = re.compile(r"\b(?:Joined )?[Cc]ases? (?P<id>[CT]-[0-9]{1,4}/[0-9]{2}(?: P)?)\b")
_NEUTRAL = re.compile(
    r"\[(?:19|20)[0-9]{2}\] (?:UKSC|UKHL|UKPC|EWCA|EWHC|CSIH|NICA|IESC|HCA|NZSC)(?: (?:Civ|Crim))? [0-9]{1,4}"
)


def _full_year(digits: str) -> str:
    return f"19{digits}" if len(digits) == 2 and digits >= "50" else f"20{digits}" if len(digits) == 2 else digits


def _eu_act(match: re.Match[str]) -> Found:
    kind, first, second = match["kind"], match["a"], match["b"]
    # Directives and everything since 2015 put the year first; older regulations put the number first ("No 1215/2012").
    year_last = bool(match["no"]) or (kind == "Regulation" and len(first) == 4 and len(second) == 2)
    if kind == "Regulation" and not match["no"] and len(second) == 4 and 1957 <= int(second) <= 2014:
        year_last = True
    number, year = (first, _full_year(second)) if year_last else (second, _full_year(first))
    code = {"Regulation": "reg", "Directive": "dir"}.get(kind)
    plausible = len(year) == 4 and 1957 <= int(year) <= 2100
    url = f"https://eur-lex.europa.eu/eli/{code}/{year}/{int(number)}/oj" if code and plausible else None
    return *match.span(), match.group(), url


def acts(text: str) -> Iterator[Found]:
    yield from map(_eu_act, matches(_EU_ACT, text, "Regulation", "Directive", "Decision"))
    for match in matches(_CJEU, text, "ase C-", "ases C-", "ase T-", "ases T-"):
        yield (*match.span(), f"Case {match['id']}", f"https://curia.europa.eu/juris/liste.jsf?num={match['id']}")
    for match in matches(_PUBLIC_LAW, text, "Pub"):
        congress, number = match["congress"], match["number"]
        url = f"https://www.govinfo.gov/link/plaw/{congress}/public/{number}" if int(congress) >= 104 else None
        yield (*match.span(), f"Public Law {congress}-{number}", url)
    for match in matches(_US_CODE, text, "U.S.", "U. S.", "USC"):
        title, section = match["title"], match["section"]
        yield (
            *match.span(),
            f"{title} U.S.C. § {section}{match['sub']}",
            f"https://www.govinfo.gov/link/uscode/{title}/{section}",
        )
    for match in matches(_US_REPORTS, text, "U.S."):
        volume, page = match["volume"], match["page"]
        url = f"https://supreme.justia.com/cases/federal/us/{volume}/{page}/"
        yield (*match.span(), f"{volume} U.S. {page}", url)
    for match in matches(_CFR, text, "CFR", "C.F.R"):
        title, section = match["title"], match["section"]
        kind = "section" if "." in section else "part"
        url = f"https://www.ecfr.gov/current/title-{title}/{kind}-{section}"
        yield (*match.span(), f"{title} CFR {section}", url)
    for match in matches(_ORDER, text, "Executive Order"):
        yield (*match.span(), f"Executive Order {match['number']}", None)
    for match in matches(_BILL, text, "H.R.", "Res."):
        yield (*match.span(), f"{match['chamber']} {match['number']}", None)


# Named as written, without an address. A pattern runs only where one of its hints occurs: most texts have none.
_AS_WRITTEN: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("BGB", "StGB", " GG", "HGB", "ZPO", "StPO", "§", "ZGB", " BV"), _GERMAN),
    (("Vict", "Geo", "Will", "Eliz", "Hen", "Edw", "Wm", " Car", " Jac"), _REGNAL),
    (
        (
            "AC ", "QB ", "KB ", "WLR", "All ER", "Exch", "EHRR", "F.2d", "F.3d", "F.4th", "F. Supp", "F.Supp", "Ct.",
            "Fed. Reg", "Stat.", "Cmnd", "Cmd", "Cm ", "ETS No", "UNTS", "CLR", "SCR", "ICR", "L. Ed",
        ),
        _REPORTED,
    ),
    (("Rule ",), _LETTERED_RULE),
    (("Title ",), _TITLE),
    (("ISO", "IEC", "IEEE", "IFRS", "IAS", "DIN", "BS EN", "ASTM", "ANSI", "NIST", "FIPS"), _STANDARD),
    (("Bill ", "SB ", "HB ", "AB ", "Prop", "Ballot", "Resolution ", "Amendment "), _NUMBERED_BILL),
    (("Law ", "Decree", "Ordinance ", "Act ", "Order ", "Ukase", "SI ", "Statutory"), _NUMBERED_LAW),
    (("[1", "[2"), _NEUTRAL),
)  # fmt: skip


# --- court cases ----------------------------------------------------------------------------------------------------

_PARTY = r"[A-Z][\w'&.-]*"
_CASE = re.compile(
    rf"(?P<left>(?:{_PARTY} (?:\([A-Z][\w' ]{{1,30}}\) )?(?:(?:of|of the|and|and the|&|for|de|von|van"
    rf"|ex parte) ){{0,2}}){{1,8}})"
    r"v(?P<dot>s?\.)? "
    rf"(?P<right>(?:the )?{_PARTY}(?: (?:(?:of|of the|and|and the|&|for|for the|de|von|van) )?{_PARTY}){{0,7}}"
    rf"(?: (?:Exiting|Leaving) the {_PARTY}(?: {_PARTY}){{0,2}})?)"
    r"(?P<year>,? (?:[0-9]{1,3} U\.S\. [0-9]{1,4} )?[\[(][12][0-9]{3}[\])])?"
)
_IN_RE = re.compile(
    r"\b(?:In re|Ex parte|Re) (?P<party>[A-Z][\w'&.-]*(?: (?:(?:of|the|and|&) ){0,2}[A-Z][\w'&.-]*){0,4})"
)
_IN_COURT = re.compile(
    r"\b(?:court|courts|case|held|judges?|judg(?:e)?ments?|ruling|ruled|appeal|verdict|plaintiff|defendant"
    r"|claimant|counsel|lawsuit|decided"
    r"|decision|precedent|overturned|justices|litigation|trial)\b",
    re.IGNORECASE,
)


def cases(text: str) -> Iterator[Found]:
    if "In re " in text or "Ex parte " in text or "Re " in text:
        for match in _IN_RE.finditer(text):
            if not match.group().startswith("Re ") or _IN_COURT.search(text):
                yield (*match.span(), match.group(), None)
    if " v" not in text:
        return
    for match in _CASE.finditer(text):
        left = match["left"].split(" ")[:-1]
        while left and left[0] in texts.OPENERS and left[0] != "The":
            left.pop(0)
        if not left:
            continue
        near = text[max(0, match.start() - 200) : match.end() + 200]
        if match["dot"] != "." and not (match["year"] or _IN_COURT.search(near)):
            continue  # "England v Australia" is a match
        start = match.start() + len(match["left"]) - len(" ".join(left)) - 1
        right = match["right"]
        end = match.end()
        if right.endswith("."):
            right, end = right.rstrip("."), end if match["year"] else end - 1
        right = re.sub(r"'s?\Z", "", right)
        if not match["year"]:
            end = match.start("right") + len(right)
        yield start, end, f"{' '.join(left)} v. {right}", None
