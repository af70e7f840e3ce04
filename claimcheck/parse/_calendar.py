"""What the date grammar knows by heart: months, seasons, ordinals, and the words that make a number a year."""

from __future__ import annotations

from claimcheck.parse._wordlist import wordlist

_ENGLISH = "january february march april may june july august september october november december".split()
_SHORT = "jan feb mar apr _ jun jul aug sep oct nov dec".split()
_FOREIGN = """
januar februar märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""
MONTHS: dict[str, int] = {}
"""Month name in lower case -> 1 to 12, also as other languages write it beside a day or a year."""
for _line in _FOREIGN.split("\n"):
    for _index, _name in enumerate(_line.split()):
        MONTHS.setdefault(_name, _index + 1)
ENGLISH_MONTHS: dict[str, int] = {name: index + 1 for index, name in enumerate(_ENGLISH)}
SHORT_MONTHS: dict[str, int] = {name: index + 1 for index, name in enumerate(_SHORT) if name != "_"} | {"sept": 9}
MONTHS |= ENGLISH_MONTHS | SHORT_MONTHS | {"janv": 1, "févr": 2, "fevrier": 2, "aout": 8, "decembre": 12}
MONTHS |= {"novemb": 11, "decemb": 12, "septemb": 9, "octob": 10, "janry": 1, "febry": 2}  # old print

PLAIN_MONTHS = frozenset({"january", "february", "july", "september", "october", "november", "december"})
"""Months whose name is nothing else: no verb ("may", "march"), adjective ("august") or given name ("April", "June")."""

DAYS = wordlist("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow")

SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF numbers the seasons 21 to 24."""

FEASTS: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's day": (1, 1),
    "new year's eve": (12, 31), "new year 's day": (1, 1), "new year 's eve": (12, 31),
}  # fmt: skip
DECADES: dict[str, int] = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "d", "er"})
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
ORDINALS: dict[str, int] = {name: index + 1 for index, name in enumerate(_ORDINALS)}
ORDINALS["thirtieth"] = 30
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}

MONTH_BEFORE = wordlist(
    """
    in since until till by from last this next early late mid of during before after through to between that each
    every past coming through following previous for end beginning middle finished ended closed began started
    """
)
"""Words before a month that could be another word: "in March", "last May", "that August"."""

YEAR_BEFORE = wordlist(
    """
    in since until till by during from of before after to through between and or early late mid year years circa ca
    the its their his her our my this that fiscal financial calendar academic season spring summer autumn fall
    winter than for end beginning start middle dated born died founded built established published c pre post
    copyright christmas easter thanksgiving ramadan eve day around about  approximately roughly erected
    completed opened released crop vintage than into a an on also when while as with where nor but election
    elections census least only
    """
)
"""Words before a four-digit number that let it be a year."""

FIRM_YEAR_BEFORE = wordlist(
    """
    in since until till during early late mid year years fiscal circa dated born founded built established en im nel
    dal seit année jahr año anno
    """
)
"""Words after which a four-digit number is a year even before a noun: "in 2019 elections were held"."""

JOINING = wordlist(
    """
    in since until till by during from to through between and or before after circa early late mid for christmas
    easter thanksgiving ramadan eve day season year
    """
)
"""Words before a year that keep it one although they have a capital, as in headings."""

OLD_YEAR_BEFORE = wordlist(
    """
    in since until till during of from by before after year years circa ca c dated born died founded built
    established erected to and between about around early late mid
    """
)
"""Words before 1000 to 1499 that let it be a year: "the charter of 1215"."""

AMOUNT_BEFORE = wordlist(
    """
    over nearly almost approximately roughly under least most exceeding exceeded exceeds exceed topped tops reached
    reach hit cost costs costing paid totalled totaled totals numbered numbering numbers than some approaching every
    another additional only just up killed employs employed employing sold per x scored owed
    """
)
"""Words before a four-digit number that make it an amount, unless a firm year word stands there."""


AMOUNT_NOUNS = wordlist(
    """
    total population crowd average median mean force audience maximum minimum number capacity team fleet staff
    workforce circulation attendance garrison army altitude height depth distance length elevation score price cost
    majority turnout membership complement strength rate range ratio weight length sum value fee multiplier factor
    """
)
"""Nouns before "of 1,200" that make it an amount."""

DEBT = wordlist("notes bonds gilts bunds debentures convertibles maturities note bond")
"""What is named by the year in which it falls due; that is no date of anything reported."""
