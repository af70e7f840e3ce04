"""What stands glued or close to a number: currencies before and after it, percent, units of measurement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.parse import _money as money
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_counted_plural, may_be_noun
from claimcheck.parse._numbers import SIGNS, Numeral
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse.units import NAMES, SYMBOLS

_TOKEN = re.compile(r"[^\W\d_²³°%]+|\d+|\S")
# Symbols that are words or names more often than units, unless they touch the number ("in", "St", "Pt").
_GLUED_ONLY = wordlist(
    """
    in ins st pt pts au AU fm ac NM N J K B g/l kt kts mb gr c ct ft/s pc Ha gm mil GL ML cal Cal MP mi. mile no
    MM CM l
    """
)
_NEVER = frozenset({"st", "pt", "pts", "au", "fm", "ac", "pc", "mile", "no", "mi."})


def _rows() -> tuple[
    dict[str, list[tuple[tuple[str, ...], str, float, bool]]], dict[str, list[tuple[tuple[str, ...], str, float, bool]]]
]:
    symbols: dict[str, list[tuple[tuple[str, ...], str, float, bool]]] = {}
    names: dict[str, list[tuple[tuple[str, ...], str, float, bool]]] = {}
    for spelling, symbol in SYMBOLS.items():
        parts = tuple(_TOKEN.findall(spelling))
        if spelling not in _NEVER and symbol != "magnitude":
            symbols.setdefault(parts[0], []).append((parts, symbol, 1.0, True))
    for name, (symbol, times) in NAMES.items():
        parts = tuple(_TOKEN.findall(name))
        names.setdefault(parts[0], []).append((parts, symbol, times, False))
    for table in (symbols, names):
        for rows in table.values():
            rows.sort(key=lambda row: -len(row[0]))
    return symbols, names


_BY_SYMBOL, _BY_NAME = _rows()


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit after a number: the number counts ``times`` of ``unit``; ``last`` is the token after the unit."""

    unit: str
    times: float
    last: int


def unit_after(t: Tokens, j: int, numeral: Numeral) -> Measure | None:
    """The unit that begins at token ``j``, right after ``numeral``; a hyphen may join them ("58-year")."""
    hyphen = t.text[j] == "-" and t.glued(j) and t.glued(j + 1)
    k = j + 1 if hyphen else j
    if k >= t.size:
        return _blanked_power(t, j)
    glued = t.glued(k) and not hyphen
    best: Measure | None = None
    for table, key in ((_BY_SYMBOL, t.text[k].replace("μ", "µ")), (_BY_NAME, t.lower[k])):
        for parts, symbol, times, exact in table.get(key, ()) if t.text[k] != "BP" else ():
            last = k + len(parts)
            if best is not None and last <= best.last:
                break
            if not _same(t, k, parts, exact=exact) or (
                t.glued(last) and (t.is_word(last) or t.is_number(last)) and t.raw[t.start[last] - 1] not in "°%"
            ):
                continue
            if exact and not _is_symbol(t, k, last, numeral, glued=glued, hyphen=hyphen):
                continue
            if (not exact or len(parts[0]) > 3) and _names_a_thing(t, k, last):
                continue
            best = Measure(symbol, times, last)
            break
    if (
        best is not None
        and best.unit == "m"
        and t.text[best.last] == "."
        and t.text[best.last + 1] in {"N", "S", "E", "W"}
    ):
        return Measure("mi", 1.0, best.last + 1)  # old gazetteers: "9½ m. S.W. of Ripon"
    if best is None and not glued and not hyphen and t.lower[k] in _TIME_MODIFIERS:
        lasting = _BY_NAME.get(t.lower[k + 1], ())
        if lasting and lasting[0][1] in _LONG_TIMES and not (t.text[k + 2] == "-" and t.glued(k + 2)):
            return Measure(lasting[0][1], lasting[0][2], k + 2)  # "ten working days", "two school years"
    if best is None:
        if glued and t.text[k] in {"C", "F"} and not _touched(t, k + 1) and (not numeral.integer or numeral.low >= 10):
            return Measure("°" + t.text[k], 1.0, k + 1)  # "38.5C"
        return _blanked_power(t, j)
    return _per_hour(t, best)


_TIME_MODIFIERS = wordlist(
    """
    consecutive straight successive full whole long calendar working business school academic financial fiscal solid
    short more further extra additional
    """
)
_LONG_TIMES = frozenset({"min", "h", "day", "week", "month", "year"})


def is_position(t: Tokens, last: int, unit: str | None) -> bool:
    """Whether a compass letter follows degrees: "51.5° N" is a place, no amount."""
    if unit == "°" and t.is_number(last) and t.text[last + 1] in {"'", "′"}:
        return True
    return unit == "°" and t.text[last] in {"N", "S", "E", "W", "'", "′"}


def _same(t: Tokens, k: int, parts: tuple[str, ...], *, exact: bool) -> bool:
    for step, part in enumerate(parts):
        word = t.text[k + step].replace("μ", "µ") if exact else t.lower[k + step]
        if word != part or (exact and step and not t.glued(k + step)):
            return False
    return True


def _is_symbol(t: Tokens, k: int, last: int, numeral: Numeral, *, glued: bool, hyphen: bool) -> bool:
    """Whether a unit's symbol stands there as one, and not a word or initial that looks alike."""
    word = t.text[k]
    if hyphen and (len(word) < 2 or (word == "in" and t.text[last] == "-")):
        return False
    if (word == "AU" and not numeral.integer) or (word == "l" and t.lower[last] == "of"):
        return True
    if t.between(k, last) in _GLUED_ONLY and not glued and not hyphen:
        # "4 in. thick": the stop of the abbreviation tells it from the preposition.
        stopped = t.text[last] == "." and (t.text[last + 1].islower() or t.text[last + 1] == ",")
        return word in {"in", "ins"} and stopped
    if word == "B" and numeral.low < 16:
        return False  # a pencil, a section, an author's second paper
    if word in {"V", "A"} and not glued and t.text[last] in {"DC", "AC"}:
        return True
    if word == "A" and numeral.integer and t.lower[last] not in {"fuse", "fuses", "circuit", "breaker", "at"}:
        return False
    if word == "bar" and t.is_word(last) and may_be_noun(t.lower[last]):
        return False  # "10 bar staff"
    if not glued and len(word) == 1 and word.isupper():
        closes = t.text[last] == "." and numeral.integer
        if closes or t.text[last][:1].isupper():
            return False
    if word in {"h", "s", "m", "g", "t", "L", "W", "V"} and not glued and t.start[k] - t.end[k - 1] > 1:
        return False
    if word == "s" and numeral.integer and glued and numeral.low % 10 == 0 and numeral.low >= 20 and numeral.low < 100:
        return False  # "in his 40s"
    if word == "s" and t.glued(k) and (t.text[k - 1] == "'" or t.text[k - 2] == "-"):
        return False  # "the over-75s"
    if word in {"day", "days", "hours", "min", "mins"}:
        return True
    # "9 m. S.W.": old gazetteers count miles; the capital after the stop shows that the sentence goes on.
    return True


def _names_a_thing(t: Tokens, k: int, last: int) -> bool:
    """ "six Kilo-class boats": a capital, or a hyphen that makes the unit part of another word."""
    if t.lower[k] == "second" and t.text[k - 1] != "-" and t.text[last] == "-" and t.glued(last):
        return True  # "four second-half goals"
    if (
        t.lower[k] in {"league", "degree", "stone"}
        and t.text[k - 1] not in {"-", "1"}
        and t.lower[k - 1] not in {"one", "a"}
    ):
        return may_be_noun(t.lower[last]) and t.is_word(last)  # "11 league games"
    if t.text[k][0].isupper() and not t.text[k].isupper() and t.lower[k] not in {"celsius", "fahrenheit", "british"}:
        # "six Kilo-class boats", "Three Mile Island", "the Thirty Years War"; a heading has capitals throughout.
        return (
            t.text[last] in {"-", "'"} or t.text[k - 1].islower() or (t.text[last][:1].isupper() and t.is_word(k - 1))
        )
    return (
        t.text[last] == "-" and t.glued(last) and t.glued(last + 1) and t.lower[last + 1] in {"class", "type", "style"}
    )


def _per_hour(t: Tokens, found: Measure) -> Measure:
    """ "km an hour" and "miles per hour" are read as names; "metres per second" too. Nothing else is joined."""
    rated = t.lower[found.last] in {"per", "an", "/", "a"}
    if rated and found.unit in {"km", "mi"} and t.lower[found.last + 1] in {"hour", "h", "hr"}:
        return Measure("km/h" if found.unit == "km" else "mph", 1.0, found.last + 2)
    if (
        found.unit in {"m", "km"}
        and t.lower[found.last] in {"per", "/", "a"}
        and t.lower[found.last + 1] in {"second", "sec", "s"}
    ):
        return Measure(found.unit + "/s", 1.0, found.last + 2)
    return found


def _blanked_power(t: Tokens, j: int) -> Measure | None:
    """ "50 m2": masking took the letter-digit pair for an identifier, the text as it was still has it."""
    at = t.end[j - 1]
    match = _POWER.match(t.raw, at)
    return Measure(f"{match[1]}{match[2].replace('²', '2').replace('³', '3')}", 1.0, j) if match else None


_POWER = re.compile(r"[ \u00a0\u2009\u202f]?(m|km|cm|mm|ft|mi)([23])(?!\w)")


# -- money ------------------------------------------------------------------------------------------------------------


def money_before(t: Tokens, i: int) -> tuple[str, int] | None:
    """The currency whose sign, abbreviation or code begins at ``i``, and the token where its number begins."""
    text = t.text[i]
    code: str | None = None
    j = i + 1
    if text in money.SIGNS:
        code = money.SIGNS[text]
        if text in money.SHARED_SIGNS:
            code = money.code_of(money.SHARED_SIGNS[text], _sentence(t, i)) or code
    elif t.is_word(i):
        if t.text[i + 1] == "$" and t.glued(i + 1):
            code = money.DOLLAR_PREFIXES.get(t.lower[i])
            j = i + 2
            if code is None and text.isupper():
                code = "USD"
        elif t.text[i + 1] == "£" and t.glued(i + 1) and text in {"E", "LE", "EG"}:
            code, j = "EGP", i + 2
        elif text in money.CODES:
            code = text
            if t.text[j] in money.SIGNS:
                j += 1
        elif text + "." in money.PREFIXES and t.text[j] == "." and t.glued(j):
            code, j = money.PREFIXES[text + "."], j + 1
            if text in money.SHARED_SIGNS:
                code = money.code_of(money.SHARED_SIGNS[text], _sentence(t, i)) or code
        elif text in money.PREFIXES:
            code = money.PREFIXES[text]
            if text in money.SHARED_SIGNS:
                code = money.code_of(money.SHARED_SIGNS[text], _sentence(t, i)) or code
            if len(text) == 1 and not t.glued(j):
                return None
            if text == "S" and t.text[j] != "/":
                return None
        elif t.lower[i] in {"euro", "euros"} and t.is_number(j):
            code = "EUR"
    if code is None:
        return None
    if t.text[j] in {"-", "+"} and t.glued(j + 1):
        j += 1
    if not t.is_number(j) or t.start[j] - t.end[j - 1] > 2:
        return None
    return code, j


def money_after(t: Tokens, j: int, numeral: Numeral) -> Measure | None:
    """The currency named at ``j``, right after a number: "yen", "Lebanese pounds", "cents", "p", "-dollar", "€"."""
    hyphen = t.text[j] == "-" and t.glued(j) and t.glued(j + 1)
    k = j + 1 if hyphen else j
    text, word = t.text[k], t.lower[k]
    if text in money.SIGNS and not t.is_number(k + 1):
        return Measure(money.SIGNS[text], 1.0, k + 1)
    if (
        (text in money.CODES or word in {"eur", "usd", "gbp", "chf"})
        and t.is_word(k)
        and not (text in {"ALL", "TOP", "CUP", "MAD", "GEL", "BAM", "COP"} and not numeral.scaled)
    ):
        return Measure(text.upper(), 1.0, k + 1)
    if text in {"M", "k", "Md", "Mrd"} and t.text[k + 1] in money.SIGNS and t.glued(k + 1) and not hyphen:
        times = {"M": 1e6, "k": 1e3}.get(text, 1e9)  # "412,5 M€"
        return Measure(money.SIGNS[t.text[k + 1]], times, k + 2)
    if text == "p" and t.glued(k) and not _touched(t, k + 1) and numeral.low not in {480, 720, 1080, 1440, 2160}:
        return Measure("GBP", 0.01, k + 1)
    if text == "c" and t.glued(k) and not _touched(t, k + 1) and t.lower[k + 1] in {"a", "per"}:
        return Measure(money.code_of("cent", _sentence(t, k)) or "USD", 0.01, k + 1)  # "12.5c a share"
    if text == "¢" and t.glued(k):
        return Measure("USD", 0.01, k + 1)
    if text in {"zł", "Kč", "kr", "Ft", "RMB"} and not hyphen:
        shared = money.SHARED_SIGNS.get(text)
        code = money.code_of(shared, _sentence(t, k)) if shared else None
        return Measure(code or money.PREFIXES[text], 1.0, k + 1)
    if word in {"guinea", "guineas"} and t.lower[k + 1] not in {"pig", "pigs", "fowl"}:
        return Measure("GBP", 1.05, k + 1)
    if word in {"di", "de"} and t.lower[k + 1] in money.NAMES and numeral.scaled:
        k, word = k + 1, t.lower[k + 1]  # "4,5 milioni di euro"
    elif word.startswith("d'") and word[2:] in money.NAMES:
        word = word[2:]
    # "5 billion Lebanese pounds", "300 Hong Kong dollars", "40 US cents": the words between name the country.
    own: list[str] = []
    while len(own) < 2 and t.text[k][:1].isupper() and word not in money.NAMES and t.text[k] not in money.CODES:
        own.append(t.text[k])
        k += 1
        word = t.lower[k]
    if own and word not in money.NAMES and word not in money.SUBUNITS and word not in money.SHILLINGS:
        return None
    if own and len(own) == 1 and own[0] == "CFA":
        return Measure("XOF", 1.0, k + 1)
    if word in money.SHILLINGS:
        code = money.code_of(word, " ".join(own) if own else _sentence(t, k))
        return Measure(code, 1.0, k + 1) if code else Measure("GBP", 0.05, k + 1)
    if word in money.NAMES and _is_currency(t, k, word, numeral, bool(own)):
        code = money.code_of(word, " ".join(own)) if own else None
        if not own or (code and code == money.NAMES[word] and not money.countries_money(" ".join(own))):
            code = money.code_of(word, _sentence(t, k))
        return Measure(code, 1.0, k + 1) if code else None
    if word in money.SUBUNITS and len(word) > 1:
        code = money.code_of(word, " ".join(own) if own else _sentence(t, k))
        if word in {"cent", "cents"} and t.lower[k + 1] == "per":
            return None
        return Measure(code, 0.01, k + 1) if code else None
    return None


def old_money(t: Tokens, i: int, *, after_pounds: bool = False) -> Measure | None:
    """Shillings and pence before 1971 at ``i``, in pounds to one of the first number: "10s. 6d.", "2s. 6d."."""
    if not (t.lower[i + 1] == "s" and t.glued(i + 1) and t.is_number(i) and len(t.text[i]) <= 2 and int(t.text[i]) > 0):
        return None
    j = i + 3 if t.text[i + 2] == "." else i + 2
    if not (t.is_number(j) and len(t.text[j]) <= 2 and t.lower[j + 1] in {"d", *SIGNS}):
        paid = t.lower[j] in {"a", "per"} and t.lower[j + 1] in _BOUGHT
        alone = after_pounds or (j > i + 2 and (paid or _pence_near(t, i) or _shillings_near(t, i, j)))
        return Measure("GBP", 0.05, j) if alone else None  # "£1 15s. per ton", "from 4s. 2d. to 6s."
    shillings, pence = int(t.text[i]), float(t.text[j])
    if t.text[j + 1] in SIGNS:
        j, pence = j + 1, pence + SIGNS[t.text[j + 1]]  # "2s. 7½d."
    if t.lower[j + 1] != "d" or not t.glued(j + 1):
        return None
    return Measure("GBP", (shillings / 20 + pence / 240) / shillings, j + 3 if t.text[j + 2] == "." else j + 2)


_BOUGHT = wordlist("day week year month pound ton tun lb head quarter bushel gallon dozen yard ell acre")


def _shillings_near(t: Tokens, i: int, j: int) -> bool:
    """Whether the other end of a range of prices is told in shillings, too: "68s. to 74s." """
    after = t.lower[j] == "to" and t.is_number(j + 1) and t.lower[j + 2] == "s" and t.glued(j + 2)
    return after or (t.lower[i - 1] == "to" and t.lower[i - 3] == "s" and t.glued(i - 3) and t.is_number(i - 4))


def _pence_near(t: Tokens, i: int) -> bool:
    return any(
        t.lower[step] == "d" and t.glued(step) and t.is_number(step - 1)
        for step in range(max(1, i - 12), min(t.size, i + 12))
    )


# Names of money that are also common words, so that a small bare number is not enough.
_COMMON = wordlist(
    """
    won real sol som marks colon kina kip pula lev leu lek dong rand kuna lari dram sole soles leva bucks quid
    sterling birr franken
    """
)
_WEIGHED = wordlist(
    """
    weigh weighs weighed weighing lost lose losing gained gain gaining heavier lighter weight shed dropped carrying
    carried lifted lift lifting lifts seized
    """
)
_WORTH = wordlist(
    """
    aid debt debts damages investment funding money cash fines compensation taxpayers public spending revenue income
    support cuts savings government loans goods assets gold silver property tax taxes bonds shares equity fees costs
    bail sales exports credit contracts
    """
)


def _is_currency(t: Tokens, k: int, word: str, numeral: Numeral, named: bool) -> bool:
    if word in {"pound", "pounds"}:
        if named or (numeral.scaled and numeral.low >= 1e6):
            return True
        if t.lower[k + 1] == "of" and t.lower[k + 2] not in _WORTH and t.lower[k + 3] not in _WORTH:
            return False
        if t.text[k + 1] == "-" or t.lower[k + 1] in {"heavier", "lighter", "overweight"}:
            return False
        return not any(t.lower[step] in _WEIGHED for step in range(max(0, k - 8), k))
    if word not in _COMMON or named:
        return True
    if word in {"quid", "bucks", "sterling", "rand", "birr", "franken"}:
        return True
    return (
        numeral.scaled
        or (numeral.low >= 1000 and not numeral.integer)
        or (word == "won" and "KRW" in money.countries_money(_sentence(t, k)))
    )


def weight_in_pounds(t: Tokens, j: int, numeral: Numeral) -> Measure | None:
    """ "200 pounds of cocaine" where :func:`money_after` saw no sterling."""
    hyphen = t.text[j] == "-" and t.glued(j) and t.glued(j + 1)
    k = j + 1 if hyphen else j
    if t.lower[k] in {"pound", "pounds"} and not _is_currency(t, k, t.lower[k], numeral, named=False):
        return Measure("lb", 1.0, k + 1)
    return None


def _sentence(t: Tokens, k: int) -> str:
    """The words around token ``k`` within its sentence, at most 40 to each side."""
    first = k
    while first > max(0, k - 40) and not (t.text[first - 1] in {".", "!", "?"} and t.begins_sentence(first)):
        first -= 1
    last = k
    while (
        last < min(t.size - 1, k + 40)
        and t.text[last] not in {"!", "?"}
        and not (t.text[last] == "." and t.begins_sentence(last + 1))
    ):
        last += 1
    return f"{t.raw[t.start[first] : t.start[k]]}\0{t.raw[t.start[k] : t.end[last]]}"


# "155 to the dollar", "160 per dollar": how much of the other money.
_RATED = frozenset({"dollar", "euro", "greenback", "pound", "sterling", "yen", "ounce"})


def exchange_rate(t: Tokens, j: int, first: int) -> str | None:
    """The currency of a bare number before "to the dollar": the last money or country named before it."""
    if t.lower[j] not in {"to", "per", "against", "a"}:
        return None
    k = j + 1
    while t.lower[k] in {"the", "one", "us", "a"} and k < j + 4:
        k += 1
    if t.lower[k] not in _RATED or t.lower[k] == "ounce":
        return None
    context = _sentence(t, first)
    target = t.lower[k]
    for step in range(first - 1, max(-1, first - 30), -1):
        word = t.lower[step].removesuffix("'s")
        if word in money.SHILLINGS:
            return money.code_of(word, context)
        if word in {"euro", "pound", "sterling"} and target in {"dollar", "greenback"}:
            return "USD"  # these are told in dollars
        if word in money.NAMES and word not in _RATED - {"yen", "pound"} and word not in _COMMON - {"won", "rand"}:
            return money.code_of(word, context)
    codes = [code for code in money.countries_money(context) if code not in {"USD", "EUR"}]
    return codes[0] if codes else None


def _touched(t: Tokens, i: int) -> bool:
    """Whether a letter or digit at ``i`` touches the token before it."""
    return t.glued(i) and (t.is_word(i) or t.is_number(i))


def next_is_plural(t: Tokens, j: int) -> bool:
    return not t.glued(j) and is_counted_plural(t.lower[j])
