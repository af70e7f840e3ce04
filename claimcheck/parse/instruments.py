"""Named legal texts and documents, with the address where their publisher keeps them.

"UN Security Council Resolution 2270", "Article 5 of the North Atlantic Treaty", "Directive 95/46/EC", "18 U.S.C. §
1343", "Roe v. Wade", DOIs and arXiv numbers. Such a name identifies its own source; it is offered as a suggestion and
never taken for a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Instrument, Span
from claimcheck.parse import _legal_texts as texts
from claimcheck.parse import words
from claimcheck.parse._legal_identifiers import Found, acts, cases, identifiers, resolutions, symbols
from claimcheck.parse._lines import matches
from claimcheck.parse._names import canonical, gazetteer

# --- names: treaties, statutes, constitutions -----------------------------------------------------------------------

_HEAD = re.compile(
    r"\b(?=[A-Z])(?:Treaty|Treaties|Conventions?|Charter|Agreements?|Accords?|Protocols?|Covenants?|Statute|Declaration"
    r"|Constitution|Act|Acts|Pact|Code|Memorandum|Amendment|Bill of Rights|Regulation|Ordinance"
    r"|Directive|NPT|GDPR|UNCLOS|ICCPR"
    r"|ICESCR|CEDAW|TFEU|CTBT|JCPOA|NAFTA|ECHR|Amendments"
    r"|Edict|Proclamation|Concordat|Communiqué|Compact|TEU|HIPAA|FOIA|FISA|ERISA|COPPA|FCPA|IEEPA|CITES|TRIPS"
    r"|USMCA|CPTPP|RCEP|MARPOL"
    r"|SOLAS|SALT I{1,2}|UNFCCC)\b"
)
_ACRONYMS = frozenset(
    "NPT GDPR UNCLOS ICCPR ICESCR CEDAW TFEU CTBT JCPOA NAFTA ECHR TEU HIPAA FOIA FISA ERISA"
    " COPPA FCPA IEEPA CITES TRIPS USMCA CPTPP RCEP MARPOL SOLAS UNFCCC".split()
)
_NAME_WORD = re.compile(r"(?:[A-Z0-9][\w'&.-]*|of|the|and|on|for|against|to|in|with|by|&),?\Z")
_LINKS = frozenset("of the and on for against to in with by &".split())
_NAME_AFTER = re.compile(
    r"(?: (?:of|on|for|against|concerning|to|between|relating to|Relating to|Concerning)"
    r"(?: (?:the|all|an|a))?(?: (?:[A-Z][\w'-]*|Non-[A-Z]\w*),?(?: (?:of|and|the|for|on|in|&|against|to|or"
    r"|relating)){0,3}){1,12})"
)
_YEAR_AFTER = re.compile(r"(?: of|,)? (?:1[2-9]|20)[0-9]{2}\b| \((?:1[2-9]|20)[0-9]{2}\)")
_PART = (
    r"(?:Arts?\.|(?:Common )?[Aa]rticles?|[Ss]ections?|[Ss]ecs?\.|ss?\.?(?= ?[0-9])|§§?|[Pp]aragraphs?"
    r"|[Cc]lauses?|[Cc]hapters?"
    r"|[Rr]egulations?|[Rr]ules?"
    r"|[Rr]ecitals?|[Pp]reamble|[Tt]itles?|[Pp]arts?|[Ss]chedules?|[Aa]nnex(?:es)?|[Pp]rotocol)"
)
_NUMBER = (
    r"(?:[0-9]{1,4}[A-Za-z]?(?:\.[0-9]{1,3})*(?:\([0-9a-zA-Z]{1,4}\)){0,4}|[IVXLC]{1,6}|[Oo]ne|[Tt]wo|[Tt]hree"
    r"|[Ff]our|[Ff]ive"
    r"|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
)
_PART_BEFORE = re.compile(
    rf"\b(?P<part>{_PART}) ?(?P<number>{_NUMBER}(?:(?:, | and |, and | or | to |-|–){_NUMBER}){{0,6}}) (?:(?:of|in"
    rf"|under|to) (?:the )?)?\Z"
)
_PART_AFTER = re.compile(rf"(?:'s|,)? (?P<part>{_PART}) ?(?P<number>{_NUMBER})\b(?! of\b)")
# Words that stand before "Agreement" and the like without naming one.
_NO_NAME = frozenset(
    """the this that these those a an any each every both new our their its his her under in of by and on for to with
    such said another no draft final proposed first second third previous old original same entire mutual peace trade
    Peace Trade License Licence Service Purchase Loan Credit Framework Confidentiality Partnership Shareholders Sale
    Balancing Class Tax Clean Highway Building Major Minor Defense Defence Mutual Landmark Historic Security Military
    Bilateral Draft Final Free""".split()
)
_NO_NAME_FOR_ACT = _NO_NAME - frozenset(
    "Clean Tax Trade Peace Highway Credit Licence License Building Defence Defense Security".split()
)
_HEADLINE_VERBS = frozenset(
    """Ratifies Ratify Ratified Signs Sign Signed Rejects Reject Backs Says Approves Approve Leaves Quits Joins Breaks
    Violates Ends Withdraws Suspends Enters Hails Denounces Seeks Wants Passes Repeals Adopts Defends Invokes""".split()
)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}\Z")
_CODES = frozenset(
    """Criminal Penal Civil Commercial Labour Labor Tax Revenue Family Electoral Election Procedure Bankruptcy Education
    Highway Justice Ministerial Customs Municipal Maritime Health""".split()
)
_AMENDMENT = re.compile(
    r"\b(?:[Tt]he )?(?:U\.?S\.? |American )?(?P<order>"
    + "|".join(sorted(texts.AMENDMENTS, key=len, reverse=True))
    + r"|[0-9]{1,2}(?:st|nd|rd|th))"
    r" Amendment\b(?: (?:to|of) the (?:United States|US|U\.S\.) Constitution)?"
)
_ALLIANCE_ARTICLE = re.compile(
    r"\b(?:NATO"
    r"|(?:North Atlantic )?[Aa]lliance)(?:'s)? (?P<part>(?:founding treaty's )?Article) (?P<number>[0-9]{1,2}"
    r"|[Ff]ive|[Ff]our|[Tt]hree)\b"
    r"|\bArticle (?P<number2>[0-9]{1,2}|[Ff]ive|[Ff]our|[Tt]hree) of (?:NATO"
    r"|the NATO)(?:'s (?:founding )?treaty| treaty| charter)?(?![\w' ]*Treaty)"
)
_PROTOCOL_NO = re.compile(r"\b(?:Additional |Optional )?Protocol (?:No\.? ?)?(?P<number>[0-9]{1,2}|[IVX]{1,4})\b")
_GOES_ON = re.compile(rf" (?!{_PART}|No\b|Resolution)(?:[A-Z][\w'-]+|[IVX]+\b)")
_ACT_OF = re.compile(r"Act of (?!God|Congress|Parliament|War|Faith|Terror|Kindness|Love)[A-Z]\w+")
_PROCEDURE = re.compile(
    r"\b(?:Federal|Civil|Criminal) (?:Procedure )?Rules(?: of (?:Civil|Criminal|Appellate|Bankruptcy) Procedure"
    r"| of Evidence)?\b"
)
_BARE_CONSTITUTION = re.compile(r"(?<=[0-9IVXAB)] of the )[Cc]onstitution\b(?! of)")
_OWN_CONSTITUTION = re.compile(r"\b(?P<country>[A-Z][\w.]*(?: [A-Z]\w+)?)(?:'s)? (?:[Cc]onstitution)\b")


def _canonical(name: str) -> str:
    folded = words.fold(name)
    folded = folded.removeprefix("the ")
    if folded in texts.ALIASES:
        return texts.ALIASES[folded]
    for known in texts.KNOWN:
        if known.lower() == folded:
            return known
    year = re.sub(r"(?: of|,)? \(?(?:1[2-9]|20)[0-9]{2}\)?\Z", "", folded)
    if year != folded and (year in texts.ALIASES or any(known.lower() == year for known in texts.KNOWN)):
        return _canonical(year)
    return name


# Names without a noun that says what they are, or whose noun is often written small.
_OTHER_NAMES = re.compile(
    r"\b(?:Paris (?:climate )?(?:agreement|accords?)|Iran nuclear deal|Geneva conventions?|U\.?N\.? charter"
    r"|Kyoto protocol|New START(?: [Tt]reaty)?|Minsk (?:[Aa]greements?|[Aa]ccords?|II?\b)|Magna Carta"
    r"|Joint Comprehensive Plan of Action|Basel I{1,3}V?\b|Bill of Rights|Basic Law\b|Helsinki Final Act"
    r"|(?:Oslo|Dayton|Camp David|Abraham) accords|Good Friday agreement|Dodd-Frank|Sarbanes-Oxley|Taft-Hartley"
    r"|Glass-Steagall|Smoot-Hawley|Jackson-Vanik"
    r"|Sykes-Picot|Stability and Growth Pact|Declaration of Independence|Domesday Book|Corn Laws|Basic Treaty)"
)


# What the words behind a noun may end in without belonging to the name.
_DANGLING = re.compile(rf"(?: (?:of|and|the|for|on|in|&|against|to|or|relating)|,(?: {_PART})?)+\Z")
_NEEDS_NAME = frozenset("Declaration Memorandum Regulation Amendment Amendments Protocols Agreements".split())


def _named(text: str) -> Iterator[Found]:
    for match in _OTHER_NAMES.finditer(text):
        yield _with_part(text, *match.span(), _canonical(match.group()))
    for match in _HEAD.finditer(text):
        head = match.group()
        start, end = match.span()
        if head in _ACRONYMS or head.startswith("SALT"):
            if head in ("ECHR", "TEU") and not _PART_BEFORE.search(text[max(0, start - 40) : start]):
                continue  # the court goes by the same letters, as does a container of twenty feet
            name = head
        else:
            if _GOES_ON.match(text, end):
                continue  # "Charter Street", "Act II", "the Convention Centre"
            own = _trim(_words_before(text, start), act=head in ("Act", "Acts", "Code", "Bill of Rights"))
            begin = start - len(own)
            if head == "Charter" and "'s " in own and not own.startswith(("UN's", "U.N.'s")):
                continue
            after = None
            if head not in ("Act", "Acts", "Code") or not own:
                after = _NAME_AFTER.match(text, end)
            if after:
                stop = end + len(_DANGLING.sub("", after.group()))
                if (
                    not own
                    or _canonical(text[begin:stop]) in texts.KNOWN
                    or head in ("Convention", "Treaty", "Covenant", "Amendment")
                ):
                    end = stop
            if not own and not after:
                continue
            if head in ("Act", "Acts", "Code") and not own and not (act_of := _ACT_OF.match(text, start)):
                continue
            if head == "Act" and not own and act_of:
                end = act_of.end()
            if head == "Code" and own.split(" ")[-2] not in _CODES:
                continue
            if not own and head in _NEEDS_NAME:
                continue
            year = _YEAR_AFTER.match(text, end)
            if head == "Amendments" and not year:
                continue
            if year:
                end = year.end()
            start = begin
            name = text[start:end]
        yield _with_part(text, start, end, _canonical(name))
    for match in _PROCEDURE.finditer(text) if "Rules" in text else ():
        yield _with_part(text, *match.span(), match.group())
    if "onstitution" not in text:
        return
    for match in _BARE_CONSTITUTION.finditer(text):
        yield _with_part(text, *match.span(), "Constitution")
    for match in _OWN_CONSTITUTION.finditer(text):
        country = canonical(match["country"])
        if gazetteer().kinds.get(country) == "place":
            yield _with_part(text, *match.span(), _canonical(f"Constitution of {country}"))


_STATUTE_END = re.compile(
    r"(?:Act|Regulations|Rules|Order|Ordinance|Bill|Measure),? (?:1[6-9]|20)[0-9]{2}\b|(?<=\) )(?:Act|Bill)\b"
    r"|Bill\b(?! [A-Z])"
)
_STATUTE = re.compile(  # "Sale of Goods (Carriage) Act 1971", "Municipal Hoardings Rules, 2011"
    r"(?P<the>[Tt]he )?\b(?P<name>(?:[A-Z][\w'-]*,? (?:(?:of|and|for|the|in|on|to|with|&) ){0,2}){1,8}"
    r"(?:\((?:[A-Z][\w'-]*|of|and|No\. ?\d{1,2})(?: (?:[A-Z][\w'-]*|of|and|etc\.|\d{1,2})){0,5}\) )?)\Z"
)
_LONGEST_STATUTE = 140  # characters before the word that says what it is


def _statutes(text: str) -> Iterator[Found]:
    """Acts, rules and orders with a bracket in their name or a year behind it, and bills."""
    for match in matches(_STATUTE_END, text, *_STATUTES):
        window = text[max(0, match.start() - _LONGEST_STATUTE) : match.start()]
        named = _STATUTE.search(window)
        if not named or (match.group() == "Bill" and not named["the"] and ")" not in named["name"]):
            continue  # "Buffalo Bill"
        own = [*named["name"].split(" ")[:-1], match.group()]
        while own and (own[0] in texts.OPENERS or own[0] in _LINKS or own[0].rstrip("s") in _PARTS):
            own.pop(0)
        if len(own) >= 2 and own[0][0].isupper() and own[0] not in _NO_NAME_FOR_ACT:
            start = match.end() - len(" ".join(own))
            yield _with_part(text, start, match.end(), _canonical(" ".join(own)))


_STATUTES = ("Act", "Regulations", "Rules", "Order", "Ordinance", "Bill", "Measure")
_PARTS = frozenset("Section Article Rule Regulation Part Schedule Clause Chapter".split())


def _words_before(text: str, start: int) -> str:
    """The words right before ``start`` that a name may be made of, each with its blank: at most 12, on one line."""
    end = begin = start
    for _ in range(12):
        if end < 2 or text[end - 1] != " ":
            break
        at = text.rfind(" ", max(0, end - 50), end - 1) + 1
        if at == 0 and end > 50:
            break
        line = text.rfind("\n", at, end)
        word = text[max(at, line + 1) : end - 1]
        if not _NAME_WORD.match(word):
            break
        begin = end = max(at, line + 1)
        if line >= at:
            break
    return text[begin:start]


def _trim(own: str, *, act: bool) -> str:
    """The part of the words before a head noun that belongs to the name; empty when nothing names it."""
    kept = own.split(" ")[:-1] if own else []
    stops = _NO_NAME_FOR_ACT if act else _NO_NAME
    for index in range(len(kept) - 1, -1, -1):
        # "Section 230 of the Communications Decency Act", "Norway Ratifies Fisheries Treaty"
        if kept[index] in _HEADLINE_VERBS or (kept[index][0].isdigit() and not _YEAR.match(kept[index])):
            kept = kept[index + 1 :]
            break
    # Cut at sentence words, then at linking words that nothing follows from: "signed in Oslo the Geneva ..."
    while kept and (kept[0] in texts.OPENERS or kept[0].rstrip(",") in _LINKS or kept[0].endswith(",")):
        kept.pop(0)
    for index in range(len(kept) - 1, -1, -1):
        word = kept[index]
        if word in ("the", "to", "in", "with", "by") and not (act and index > 0 and kept[index - 1] in _LINKS):
            if act and word != "the" and index > 0 and kept[index - 1][:1].isupper():
                continue
            if act and word == "the" and index > 0 and kept[index - 1] in ("Against", "of", "for", "Offences"):
                continue
            kept = kept[index + 1 :]
            break
    while kept and kept[0].rstrip(",") in _LINKS:
        kept.pop(0)
    if not act:
        # "Russia and the Paris Agreement", "Norway on Geneva Conventions": the name is the last run of capitals.
        run: list[str] = []
        for word in reversed(kept):
            if word in ("and", "&", "on", "for", "of", "against"):
                if word in ("and", "&") and run and run[-1][:1].isupper():
                    break
                run.append(word)
            else:
                run.append(word)
        while run and run[-1] in _LINKS:
            run.pop()
        kept = run[::-1]
    if not kept or all(word.rstrip(",") in stops or word in _LINKS for word in kept):
        return ""
    if len(kept) == 1 and kept[0] in texts.OPENERS:
        return ""
    return " ".join(kept) + " "


def _with_part(text: str, start: int, end: int, name: str) -> Found:
    """The same text with the article or section that is named with it."""
    url = texts.KNOWN.get(name)
    window = text[max(0, start - 80) : start]
    if before := _PART_BEFORE.search(window):
        start = start - len(window) + before.start()
        return start, end, f"{name}, {before['part']} {before['number']}", url
    if after := _PART_AFTER.match(text, end):
        return start, after.end(), f"{name}, {after['part']} {after['number']}", url
    return start, end, name, url


def _constitutional(text: str) -> Iterator[Found]:
    for match in _AMENDMENT.finditer(text):
        order = match["order"]
        if order[0].isdigit():
            number = int(re.sub(r"\D", "", order))
            if not 1 <= number <= len(texts.AMENDMENTS):
                continue
        else:
            number = texts.AMENDMENTS.index(order) + 1
        name = f"{texts.AMENDMENTS[number - 1]} Amendment to the United States Constitution"
        yield (*match.span(), name, f"https://constitution.congress.gov/constitution/amendment-{number}/")


_SPELLED = {"three": "3", "four": "4", "five": "5"}


def _alliance(text: str) -> Iterator[Found]:
    for match in matches(_ALLIANCE_ARTICLE, text, "NATO", "lliance"):
        number = match["number"] or match["number2"]
        number = _SPELLED.get(number.lower(), number)
        yield (*match.span(), f"North Atlantic Treaty, Article {number}", texts.KNOWN["North Atlantic Treaty"])


_OF_SHORT_NAME = re.compile(
    rf"\b(?P<part>{_PART}) ?(?P<number>{_NUMBER}) of (?:the|that|this|said) (?P<name>Convention|Treaty|Charter|Statute"
    r"|Covenant|Protocol|Agreement|Act|Code|Regulations?|Directive|Rules|Ordinance|Bill|Constitution|Schedule|Order"
    r"|treaty|convention|charter|statute|covenant)\b"
    r"(?! (?:of|on|for) | [A-Z0-9])"
)
_SHORT_NAMES = (
    "Convention", "Treaty", "Charter", "Statute", "Covenant", "Protocol", "Agreement", "Act", "Code", "Regulation",
    "Directive", "Rules", "Ordinance", "Bill", "Constitution", "Schedule", "Order", " treaty", " convention",
    " charter", " statute", " covenant",
)  # fmt: skip
_BARE_RULE = re.compile(r"\bRule [0-9]{1,3}(?:\([0-9a-z]{1,3}\)){1,4}")
# Sections of American statutes that newspapers name without the statute.
_KNOWN_SECTIONS = {
    "301": "Trade Act of 1974, Section 301", "201": "Trade Act of 1974, Section 201",
    "232": "Trade Expansion Act of 1962, Section 232", "230": "Communications Decency Act, Section 230",
    "702": "Foreign Intelligence Surveillance Act, Section 702", "504": "Rehabilitation Act of 1973, Section 504",
}  # fmt: skip
_KNOWN_SECTION = re.compile(
    r"\bSection (?P<number>301|201|232|230|702|504) (?:tariffs?|duties|probe|investigations?|immunity|protections?"
    r"|shield|surveillance|authority|plans?|case|accommodations?)\b"
)
_NUMBERED_AGREEMENT = re.compile(r"\b(?:[Tt]he )?[0-9]{3} [Aa]greements?\b")
_STRATEGY = re.compile(
    r"\b(?:(?:19|20)[0-9]{2} )?(?:National (?:Security|Defen[cs]e|Military) Strategy|Privacy Shield|Safe Harbou?r"
    r"(?= (?:decision|agreement|framework)))"
)


def _short_references(text: str) -> Iterator[Found]:
    """Parts of a text named in short ("Article 8(2) of the Convention") and texts that go by a number alone."""
    for match in matches(_OF_SHORT_NAME, text, *_SHORT_NAMES):
        yield (*match.span(), f"{match['name']}, {match['part']} {match['number']}", None)
    for match in matches(_BARE_RULE, text, "Rule "):
        yield (*match.span(), match.group(), None)
    for match in matches(_KNOWN_SECTION, text, "Section "):
        yield match.start(), match.end("number"), _KNOWN_SECTIONS[match["number"]], None
    for match in matches(_NUMBERED_AGREEMENT, text, "greement"):
        yield (*match.span(), match.group().removeprefix("The ").removeprefix("the "), None)
    for match in matches(_STRATEGY, text, "Strategy", "Shield", "Safe Harbo"):
        yield (*match.span(), match.group(), None)


# --- the room's door ------------------------------------------------------------------------------------------------


_DIGIT = re.compile("[0-9IVX]")


def _all(text: str) -> Iterator[Found]:
    if "esolution" in text or "UNSCR" in text or "RESOLUTION" in text:
        yield from resolutions(text)
    if "A/" in text or "S/" in text or "E/" in text:
        yield from symbols(text)
    if _DIGIT.search(text):
        yield from identifiers(text)
        yield from acts(text)
    yield from _named(text)
    yield from _statutes(text)
    if "Amendment" in text:
        yield from _constitutional(text)
    yield from _alliance(text)
    yield from _short_references(text)
    if "Protocol " in text:
        for match in _PROTOCOL_NO.finditer(text):
            human = re.search(r"\bEuropean Convention|\bStrasbourg|\bECHR\b|\bEuropean Court of Human", text)
            name = f"Protocol No. {match['number']}" if match["number"].isdigit() else match.group()
            yield (*match.span(), f"{name} to the European Convention on Human Rights" if human else name, None)
    yield from cases(text)


def find(text: str, offset: int = 0) -> tuple[Instrument, ...]:
    """The named legal texts and documents of ``text`` in order; of overlapping readings the longest stands.

    ``name`` is canonical; ``url`` is ``None`` where no stable address is known.
    """
    flat = words.plain(text)
    found = sorted(_all(flat), key=lambda entry: (entry[0], -entry[1]))
    chosen: list[Found] = []
    for entry in found:
        if chosen and entry[0] < chosen[-1][1]:
            if entry[1] - entry[0] > chosen[-1][1] - chosen[-1][0]:
                chosen[-1] = entry
            continue
        chosen.append(entry)
    return tuple(
        Instrument(name, url, text[start:end], Span(start + offset, end + offset)) for start, end, name, url in chosen
    )


_KEY_FORMS = (
    (re.compile(r"UN Security Council Resolution ([0-9]+)"), "unsc:{}"),
    (re.compile(r"UN General Assembly Resolution (\S+)"), "unga:{}"),
    (re.compile(r"UN Human Rights Council Resolution (\S+)"), "unhrc:{}"),
    (re.compile(r"Resolution ([0-9]+)\Z"), "unsc:{}"),
    (re.compile(r"(?i)doi:(.+)"), "doi:{}"),
    (re.compile(r"(?i)arxiv:([0-9.]+|[a-z/0-9-]+)"), "arxiv:{}"),
)
_EU_NUMBER = re.compile(r"(Regulation|Directive|Decision) .*?([0-9]{1,4}/[0-9]{1,4})")


def key(instrument: Instrument) -> str:
    """An identifier that two mentions of one text share, whatever it is called: ``unsc:2270``, ``doi:10.1000/182``.

    An article or section is part of it: ``north atlantic treaty#article 5``.
    """
    name = instrument.name
    for pattern, form in _KEY_FORMS:
        if match := pattern.match(name):
            return form.format(match[1].lower())
    if match := _EU_NUMBER.match(name):
        return f"eu:{match[1].lower()}:{match[2]}"
    folded = words.fold(name).removeprefix("the ")
    folded = re.sub(r" v(?:s)?\.? ", " v. ", folded)
    folded = re.sub(r"(?:,| of)? \(?(?:1[2-9]|20)[0-9]{2}\)?(?=,|\Z)", "", folded)
    title, _, part = folded.partition(", ")
    return f"{title}#{part}" if part else title
