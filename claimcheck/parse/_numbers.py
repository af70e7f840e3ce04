"""Numerals: digits with their separators, numbers in words, fractions, scales and vague plurals, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_plural_noun, may_be_noun, names_people
from claimcheck.parse.units import FOREIGN_UNITS
from claimcheck.parse.units import NAMES as NAMES_OF_UNITS

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL: dict[str, int] = {word: value for value, word in enumerate(_ONES)} | {
    word: 20 + 10 * step for step, word in enumerate(_TENS)
}
TENS = frozenset(_TENS) | {"fourty", "threescore", "fourscore"}
SMALL |= {"fourty": 40, "threescore": 60, "fourscore": 80}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "dozen": 12, "lakh": 1e5, "crore": 1e7, "lac": 1e5, "gross": 144, "score": 20,
}  # fmt: skip
# What follows digits: English plurals, newspaper abbreviations and neighbours' words beside English text.
_AFTER_DIGITS: dict[str, float] = SCALES | {
    "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "lakhs": 1e5,
    "crores": 1e7, "lacs": 1e5, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "mill": 1e6, "bn": 1e9, "bln": 1e9,
    "bil": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "mrd": 1e9, "millionen": 1e6, "milliarden": 1e9,
    "milliarde": 1e9, "milliard": 1e9, "milliards": 1e9, "milioni": 1e6, "miliardi": 1e9, "miliardo": 1e9,
    "mila": 1e3, "millones": 1e6, "millón": 1e6, "milhões": 1e6, "bilhões": 1e9, "tausend": 1e3, "miljoen": 1e6,
    "milion": 1e6, "millon": 1e6, "bilion": 1e9, "billon": 1e9, "miljard": 1e9, "miljoner": 1e6,
    "miljarder": 1e9, "cr": 1e7, "mld": 1e9, "tys": 1e3,
}  # fmt: skip
for _word in ("gross", "score"):
    del _AFTER_DIGITS[_word]
_STOPPED = frozenset({"mio", "mrd", "mln", "mill", "mld", "bn"})
VAGUE: dict[str, float] = {
    "dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "lakhs": 1e5, "crores": 1e7, "tens": 10,
}  # fmt: skip
"""Vague plural -> its low end; the high end is a hundred times that."""
VAGUE_FACTOR = 100.0
FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
    "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10, "twelfth": 1 / 12, "sixteenth": 1 / 16,
    "twentieth": 1 / 20, "hundredth": 1 / 100, "thousandth": 1 / 1000,
}  # fmt: skip
PARTS: dict[str, float] = {word + "s": value for word, value in FRACTIONS.items() if word != "half"}
SIGNS: dict[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
_FEW = frozenset({"several", "few", "many", "some", "couple"})

OPENERS = (
    frozenset(SMALL)
    | frozenset(VAGUE)
    | {"a", "an", "half", "several", "few", "couple", "hundred", "thousand"}
    | frozenset(SIGNS)
)
"""Words in lower case with which a number in words may begin."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without unit: its value (two ends if vague), and the token after it.

    ``mantissa`` is the number before its scale word: 1.5 for "1.5 million".
    """

    low: float
    high: float
    last: int
    kind: Literal["digits", "words", "fraction", "vague"]
    mantissa: float
    scaled: bool = False
    comma: bool = False
    """Decimal comma that only a unit, a scale or a currency can confirm ("3,4 miliardi", but "pages 3,4")."""
    integer: bool = False
    """Plain run of digits without separators: what a name or a year may be."""


_MOST_GROUPS = 8
_ROUND = frozenset({"10", "100", "1000", "10000", "100000"})

# -- digits -----------------------------------------------------------------------------------------------------------


def digits(t: Tokens, i: int, *, money: bool = False) -> Numeral | None:
    """The number that begins with the run of digits at ``i``; ``None`` for what is written like one and is none.

    ``money`` says that a currency stands before it, so that "m" is a million and no metre.
    """
    if t.lower[i + 1] == "s" and t.glued(i + 1) and t.lower[i + 2] == "of" and t.text[i] in _ROUND:
        low = float(t.text[i])  # "100s of cats"
        return Numeral(low, low * VAGUE_FACTOR, i + 2, "vague", low, True)
    parts, separators, j = _chain(t, i)
    value = _decode(parts, separators, money=money, t=t, after=j)
    if value is None:
        return None
    number, comma = value
    if t.text[j] in SIGNS and not separators:
        number += SIGNS[t.text[j]]
        j += 1
    elif not separators and (mixed := slashed(t, j)) and not t.glued(j):
        number += mixed[0]
        j = mixed[1]
    elif t.lower[j : j + 2] == ["and", "a"] and t.lower[j + 2] in {"half", "quarter", "third"} and len(parts) == 1:
        number += FRACTIONS[t.lower[j + 2]]
        j += 3
    if power := _power_of_ten(t, j):
        number *= power[0]
        return Numeral(number, number, power[1], "digits", number, True)
    mantissa = number
    scale = _scale(t, j, money=money)
    if scale:
        number *= scale[0]
        j = scale[1]
    return Numeral(number, number, j, "digits", mantissa, scale is not None, comma, not separators and scale is None)


def _chain(t: Tokens, i: int) -> tuple[list[str], list[str], int]:
    """Runs of digits from ``i`` on with what separates them: "1,234.5" gives three parts; and the token after."""
    parts, separators = [t.text[i]], []
    j = i + 1
    while len(parts) < _MOST_GROUPS:
        sign = t.text[j]
        if sign in {",", ".", "'"} and t.glued(j) and t.glued(j + 1) and t.is_number(j + 1):
            if len(t.text[j + 1]) != 3 and sign == "'":
                break
            parts.append(t.text[j + 1])
            separators.append(sign)
            j += 2
        elif (
            sign == ","
            and t.start[j] - t.end[j - 1] == 1
            and t.glued(j + 1)
            and len(t.text[j + 1]) == 3
            and t.is_number(j + 1)
        ):
            if len(parts[0]) > 3 or separators:
                break
            parts.append(t.text[j + 1])  # "$1 ,200": badly set, but no list has its comma there
            separators.append(",")
            j += 2
        elif sign == "," and not separators and _scanned_comma(t, i, j):
            parts.append(t.text[j + 1])
            separators.append(",")
            j += 2
        elif t.is_number(j) and _spaced_group(t, j, parts, separators):
            parts.append(sign)
            separators.append(" ")
            j += 1
        else:
            break
    return parts, separators, j


def _scanned_comma(t: Tokens, i: int, j: int) -> bool:
    """Whether the comma at ``j`` groups although a scanner set blanks around it: "3 , 450 rank and file"."""
    if len(t.text[i]) > 3 or t.text[i][0] == "0" or not t.is_number(j + 1) or len(t.text[j + 1]) != 3:
        return False
    if t.start[j] - t.end[i] != 1 or t.start[j + 1] - t.end[j] != 1 or t.text[i - 1] == ",":
        return False
    return t.is_word(j + 2) and t.lower[j + 2] not in {"and", "or", "to"}


def _spaced_group(t: Tokens, j: int, parts: list[str], separators: list[str]) -> bool:
    """Whether the three digits at ``j`` go on with a number grouped by spaces: "1 200", "11 700"."""
    if len(t.text[j]) != 3 or t.start[j] - t.end[j - 1] != 1 or len(parts[0]) > 3 or parts[0][0] == "0":
        return False
    if any(sign != " " for sign in separators):
        return False
    space = t.raw[t.end[j - 1]]
    if space in "\n\t":
        return False
    if space == " ":
        # An ordinary blank may part two numbers: "of 45 300mm wafers", "12 100-metre races".
        if t.glued(j + 1) and (
            t.is_word(j + 1)
            or t.text[j + 1] in "-/:"
            or (t.text[j + 1] == "." and t.is_number(j + 2) and len(t.text[j + 2]) > 2)
        ):
            return False
        if t.is_number(j + 1) and len(t.text[j + 1]) != 3:
            return False
    return True


def _decode(
    parts: list[str], separators: list[str], *, money: bool, t: Tokens, after: int
) -> tuple[float, bool] | None:
    """The value of digit groups, and whether it hangs on a decimal comma."""
    if any(len(part) > 30 for part in parts) or len(parts) == _MOST_GROUPS:
        return None
    if not separators:
        return None if len(parts[0]) > 1 and parts[0][0] == "0" else (float(parts[0]), False)
    kinds = set(separators)
    grouped = len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])
    if len(kinds) == 1:
        sign = separators[0]
        if sign == ".":
            if len(parts) > 2:
                return (float("".join(parts)), False) if grouped else None
            if grouped and _dotted_thousand(t, after, money=money):
                return float("".join(parts)), False
            return float(f"{parts[0]}.{parts[1]}"), False
        if grouped:
            return float("".join(parts)), False
        if sign == ",":
            indian = (
                len(parts) > 2 and len(parts[0]) <= 2 and len(parts[-1]) == 3 and all(len(p) == 2 for p in parts[1:-1])
            )
            if indian:
                return float("".join(parts)), False
            if len(parts) == 2 and len(parts[0]) <= 4:
                return float(f"{parts[0]}.{parts[1]}"), True
        return None
    # Two signs: the last one is the decimal point, the others group.
    if len(kinds) != 2 or separators[-1] in separators[:-1] or separators[-1] not in ".,":
        return None
    head = parts[:-1]
    if not (len(head[0]) <= 3 and all(len(part) == 3 for part in head[1:])):
        return None
    return float("".join(head) + "." + parts[-1]), False


def _dotted_thousand(t: Tokens, after: int, *, money: bool) -> bool:
    """Whether "1.200" is 1200: nobody writes a price or a number of people with three decimals."""
    word = t.lower[after]
    if word in _AFTER_DIGITS:
        return False
    sign = t.decimal_sign(after - 1)
    if sign == "," or word in FOREIGN_UNITS:
        return True
    if sign == "." and not is_plural_noun(word):
        return False
    if t.text[after - 1][-2:] == "00" and (word not in NAMES_OF_UNITS or t.text[after - 1] == "000"):
        return True  # nobody writes the noughts of a decimal
    if (
        not t.glued(after)
        and is_plural_noun(word)
        and word not in NAMES_OF_UNITS
        and t.lower[after + 1] not in {"per", "a"}
    ):
        return True
    return names_people(word) or (
        (money or word in {"euro", "euros", "eur", "€", "franken", "lire", "pesetas"}) and not _per(t, after)
    )


def _per(t: Tokens, i: int) -> bool:
    """Whether a rate follows, as in "€1.799 a litre"."""
    return any(t.lower[i + step] in {"a", "an", "per", "/", "to"} and t.lower[i + step + 1] != "m" for step in (0, 1))


_RAISED = {sign: str(value) for value, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")} | {"⁻": "-"}


def _power_of_ten(t: Tokens, j: int) -> tuple[float, int] | None:
    """ "× 10⁸", "x 10^-3" at ``j``: the factor and the token after it."""
    if t.text[j] not in {"×", "x", "·"} or t.text[j + 1] != "10" or not t.glued(j + 2):
        return None
    k = j + 2
    if t.text[k] == "^":
        k += 1
        sign = "-" if t.text[k] == "-" else ""
        k += bool(sign)
        exponent = sign + t.text[k] if t.is_number(k) else ""
        k += 1
    else:
        exponent = ""
        while t.text[k] in _RAISED and t.glued(k):
            exponent += _RAISED[t.text[k]]
            k += 1
    if not exponent.strip("-") or len(exponent) > 3:
        return None
    return 10.0 ** int(exponent), k


def slashed(t: Tokens, i: int) -> tuple[float, int] | None:
    """ "1/2" or "3/4" at ``i``, and the token after it."""
    if not (t.is_number(i) and t.text[i + 1] == "/" and t.is_number(i + 2) and t.glued(i + 1) and t.glued(i + 2)):
        return None
    top, bottom = t.text[i], t.text[i + 2]
    if (
        len(top) > 2
        or bottom not in {"2", "3", "4", "5", "6", "8", "10", "16", "100"}
        or not 0 < int(top) < int(bottom)
    ):
        return None
    return (int(top) / int(bottom), i + 3) if t.text[i + 3] != "/" else None


def _scale(t: Tokens, j: int, *, money: bool) -> tuple[float, int] | None:
    """A scale word or letter at ``j``: "million", "bn", "-million"; "m" and "k" where they can be nothing else."""
    k = j + 1 if t.text[j] == "-" and t.glued(j) and t.glued(j + 1) and t.lower[j + 1] in SCALES else j
    word, text = t.lower[k], t.text[k]
    factor = _AFTER_DIGITS.get(word)
    if word == "mil" and t.lower[k + 1] in {"euros", "pesos", "reais", "dólares"}:
        factor, money = 1e3, True  # Spanish and Portuguese count thousands with it
    if factor is not None and not (word == "mil" and not money) and not (word in {"cr", "gross"} and not money):
        k += 1
        if word in _STOPPED and t.text[k] == "." and t.glued(k) and t.is_word(k + 1):
            k += 1  # "1,2 Mio. Euro"
        if word in {"lakh", "hundred", "thousand"} and t.lower[k] in {
            "crore",
            "thousand",
            "million",
            "billion",
            "trillion",
        }:
            factor *= SCALES[t.lower[k]]
            k += 1
        return factor, k
    glued = t.glued(k)
    if text in {"m", "M"} and k == j:
        if (money and (glued or t.text[k + 1] != ".")) or (glued and text == "M") or (glued and _many_follow(t, k + 1)):
            return 1e6, k + 1
    elif text in {"k", "K"} and glued and not (t.glued(k + 1) and (t.is_word(k + 1) or t.is_number(k + 1))):
        return 1e3, k + 1
    elif text in {"b", "B"} and glued and (money or _many_follow(t, k + 1)):
        return 1e9, k + 1
    elif text in {"t", "T"} and glued and money:
        return 1e12, k + 1
    return None


def _many_follow(t: Tokens, i: int) -> bool:
    """Whether a plural follows: "3.6m shares" are millions, "a 3m wall" is no million."""
    return not t.glued(i) and (
        (t.text[i - 3] == "." and len(t.text[i]) > 1 and t.text[i].isupper())  # "1.42m TEU"
        or t.lower[i] in {"sq", "square", "cubic"}
        or is_plural_noun(t.lower[i])
        or (may_be_noun(t.lower[i]) and t.is_word(i) and is_plural_noun(t.lower[i + 1]))
    )


# -- words ------------------------------------------------------------------------------------------------------------


def in_words(t: Tokens, i: int) -> Numeral | None:
    """The number in words that begins at ``i``: "two and a half million", "a dozen", "scores", "three quarters"."""
    word = t.lower[i]
    if word in VAGUE:
        return _vague(t, i)
    if word in _FEW:
        return _few(t, i)
    if word in SIGNS:
        return Numeral(SIGNS[word], SIGNS[word], i + 1, "fraction", SIGNS[word])
    if word in {"a", "an"}:
        return _after_article(t, i)
    if word == "half":
        return _half(t, i)
    if word in SCALES and t.lower[i + 1] in {"or", "-"} and t.lower[i + 2] in {"so", "odd"}:
        return _scaled(t, i, 1.0)  # "the thousand or so villagers"
    if word in SMALL:
        return _cardinal(t, i)
    return None


def _vague(t: Tokens, i: int) -> Numeral | None:
    base = VAGUE[t.lower[i]]
    j = i + 1
    nested = t.lower[j] == "of" and t.lower[j + 1] in VAGUE and t.lower[j + 1] not in {"tens", "scores", "dozens"}
    if not nested and (t.lower[i] == "tens" or (t.lower[i] == "scores" and t.lower[j] != "of")):
        return None
    if nested:
        base *= VAGUE[t.lower[j + 1]]
        j += 2
    if t.glued(i) and t.text[i - 1] == "-":
        return None
    return Numeral(base, base * VAGUE_FACTOR, j, "vague", base, True)


def _few(t: Tokens, i: int) -> Numeral | None:
    """ "several hundred", "a few thousand", "a couple of dozen", "several hundreds"."""
    j = i + 1
    if t.lower[i] == "couple":
        if t.lower[j] == "of":
            j += 1
        if t.lower[j] not in SCALES:
            return None
    word = t.lower[j]
    base = SCALES.get(word) or VAGUE.get(word)
    if base is None or word in {"gross", "tens", "scores"}:
        return None
    j += 1
    while t.lower[j] in SCALES and t.lower[j] not in {"dozen", "gross"}:
        base *= SCALES[t.lower[j]]
        j += 1
    return Numeral(base, base * VAGUE_FACTOR, j, "vague", base, True)


def _after_article(t: Tokens, i: int) -> Numeral | None:
    """ "a hundred and five", "a dozen", "a third", "a quarter of a million", "a half-million", "a few hundred"."""
    j = i + 1
    word = t.lower[j]
    if word in {"few", "couple"}:
        return _few(t, j)
    if word == "half" and (scaled := _half_of_scale(t, j)):
        return scaled
    if word in SCALES and word not in {"gross", "score"} and not (t.text[j + 1] == "-" and t.glued(j + 1)):
        return _scaled(t, j, 1.0)
    if word == "score" and t.lower[j + 1] == "of" and is_plural_noun(t.lower[j + 2]):
        return Numeral(20, 20, j + 1, "words", 1, True)
    if word in FRACTIONS and word != "half":
        return _share(t, j, 1)
    if t.lower[j + 1] == "and" and t.lower[j + 2] in {"a", "three"} and (word in SCALES or may_be_noun(word)):
        share = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}.get(t.lower[j + 3])
        if share and (share == 0.75) == (t.lower[j + 2] == "three"):  # "a game and a half"
            value = (1.0 + share) * SCALES.get(word, 1.0)
            return Numeral(value, value, j + 4, "words", 1.0 + share, word in SCALES)
    if word == "decade" or (
        word == "century" and (t.lower[i - 1] in _SPANNING or t.lower[j + 1] in {"ago", "later", "earlier"})
    ):
        return Numeral(1, 1, j, "words", 1)
    return None


# A batsman scores a century; what lasts "for a century" is a hundred years.
_SPANNING = frozenset(
    {"for", "within", "over", "than", "nearly", "almost", "about", "in", "least", "some", "around", "half"}
)


def _half_of_scale(t: Tokens, i: int) -> Numeral | None:
    """ "half a million", "half a dozen", "half-million", "half-a-dozen"."""
    j = i + 1
    while t.lower[j] in {"-", "a", "an"} and j < i + 4:
        j += 1
    if j == i + 1 or t.lower[j] not in SCALES:
        return None
    value = SCALES[t.lower[j]] / 2
    return Numeral(value, value, j + 1, "words", 0.5, True)


def _half(t: Tokens, i: int) -> Numeral | None:
    if scaled := _half_of_scale(t, i):
        return scaled
    if t.text[i + 1] == "-" and t.glued(i + 1) and t.lower[i + 2] not in _POINTS | {"percentage"}:
        halved = t.lower[i + 2] in NAMES_OF_UNITS and t.lower[i + 2] not in {"year", "day", "second", "time"}
        if not halved:
            return None  # "a half-acre plot", never "half-year results"
    return Numeral(0.5, 0.5, i + 1, "fraction", 0.5)


_POINTS = frozenset({"point", "points"})


def after_point(t: Tokens, j: int) -> int | None:
    """The token after "-point" or "percentage point" at ``j``, as in "a quarter-point cut"; else ``None``."""
    k = j + 1 if t.text[j] == "-" and t.glued(j) else j
    if t.lower[k] == "percentage":
        k += 2 if t.text[k + 1] == "-" else 1
    return k + 1 if t.lower[k] in _POINTS and k > j else None


def _share(t: Tokens, i: int, count: int) -> Numeral | None:
    """ "third" or "quarters" at ``i`` with ``count`` before it; "a quarter of a million" is a number."""
    part = FRACTIONS.get(t.lower[i]) or PARTS.get(t.lower[i])
    if part is None:
        return None
    value = count * part
    j = i + 1
    if t.lower[j] == "of" and t.lower[j + 1] in {"a", "one"} and t.lower[j + 2] in SCALES:
        value *= SCALES[t.lower[j + 2]]
        return Numeral(value, value, j + 3, "words", value, True)
    if t.text[j] == "-" and t.glued(j) and t.lower[j + 1] in SCALES:
        value *= SCALES[t.lower[j + 1]]  # "a quarter-million"
        return Numeral(value, value, j + 2, "words", value, True)
    return Numeral(value, value, j, "fraction", value)


def _cardinal(t: Tokens, i: int) -> Numeral | None:
    """ "twenty-one", "one hundred and five", "two and a half million", "two-thirds", "three dozen"."""
    value, j = _below_hundred(t, i)
    if value is None:
        return None
    after = j + 1 if t.text[j] == "-" and t.glued(j) and t.glued(j + 1) else j
    if t.lower[after] in PARTS or (t.lower[after] in FRACTIONS and value == 1 and t.lower[after] != "second"):
        share = _share(t, after, value)
        if share and (
            after > j or value == 1 or t.lower[after] not in {"quarters", "fourths"} or t.lower[after + 1] == "of"
        ):
            return share
    total = float(value)
    hyphened = [t.lower[k] for k in range(j, j + 6)]
    if hyphened[:5] == ["-", "and", "-", "a", "-"] and hyphened[5] == "half" and t.glued(j):
        return _scaled(t, j + 6, total + 0.5)
    if t.lower[j] == "and" and t.lower[j + 1] in {"a", "one", "three"}:
        part = t.lower[j + 2] if t.lower[j + 2] != "-" else t.lower[j + 3]
        if part in {"half", "quarter", "third", "quarters"}:
            share_value = (FRACTIONS.get(part) or PARTS[part]) * (3 if t.lower[j + 1] == "three" else 1)
            if part != "quarters" or t.lower[j + 1] == "three":
                total += share_value
                j += 3 if t.lower[j + 2] != "-" else 4
    return _scaled(t, j, total)


def _below_hundred(t: Tokens, i: int) -> tuple[int | None, int]:
    word = t.lower[i]
    value = SMALL.get(word)
    if value is None:
        return None, i
    j = i + 1
    if word in TENS:
        k = j + 1 if t.text[j] == "-" and t.glued(j) else j
        unit = SMALL.get(t.lower[k], 0)
        if 1 <= unit <= 9 and (k > j or t.start[k] - t.end[k - 1] == 1):
            return value + unit, k + 1
    # "five-and-twenty", "fourscore and seven": as in old prose.
    rest = [step for step in range(j, j + 4) if t.text[step] != "-"][:2]
    if len(rest) == 2 and t.lower[rest[0]] == "and":
        other = t.lower[rest[1]]
        if value < 10 and other in TENS and t.text[j] == "-":
            return value + SMALL[other], rest[1] + 1
        if word in {"threescore", "fourscore"} and 0 < SMALL.get(other, 0) < 20:
            return value + SMALL[other], rest[1] + 1
    return value, j


def _scaled(t: Tokens, j: int, first: float) -> Numeral | None:
    """``first`` and what follows at ``j``: scales, and smaller numbers after them ("and five", "two hundred")."""
    total, current, last_scale = 0.0, first, 0.0
    while True:
        k = j + 1 if t.text[j] == "-" and t.glued(j) and t.glued(j + 1) else j
        scale = SCALES.get(t.lower[k])
        if scale is not None and (scale not in {12, 20, 144} or not last_scale):
            j = k + 1
            if scale < 1000:
                current *= scale
            elif total and scale > last_scale:
                total, current = (total + current) * scale, 0.0
            else:
                total, current = total + current * scale, 0.0
            last_scale = scale
            continue
        if not last_scale or current % (last_scale if last_scale == 20 else 100) or not (total or current >= 20):
            break
        joined = t.lower[j] == "and"
        small, after = _below_hundred(t, j + 1 if joined else j)
        if not small or (joined and last_scale >= 1e6 and t.lower[after] not in SCALES):
            break  # "two million and five people" counts twice
        current += small
        j = after
    value = total + current
    return Numeral(value, value, j, "words", first, last_scale > 0)
