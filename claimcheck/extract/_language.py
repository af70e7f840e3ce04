"""A cheap guess at the language of a text, for documents whose reader left it open."""

from __future__ import annotations

import re

from claimcheck.extract.wordlist import wordlist

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = {
    "en": wordlist("""the of and to in that is was for on with as by at from it has have were which this are said"""),
    "de": wordlist("""der die das und ist nicht mit von den dem ein eine zu auf für im sich auch des wurde"""),
    "fr": wordlist("le la les des et est une dans que pour qui sur pas au avec par du ont été ce"),
    "es": wordlist("el los las una que por con para del se es fue su al como más lo pero sus ha"),
    "it": wordlist("il che di è per una con non sono della del gli nel alla anche dei più si stato dal"),
    "pt": wordlist("o os uma que não com para da do em por mais foi ao dos das é seu sua pela"),
    "nl": wordlist("de het een van en is dat niet op met voor zijn aan door ook bij werd naar om er"),
}
_SAMPLE = 4_000  # characters
_ENOUGH = 0.15  # share of function words; English news prose has 0.25 to 0.35
_FEWEST = 6  # words


def language_of(prose: str) -> str | None:
    """The language whose function words are most frequent; ``None`` when none is frequent or two are near each other."""
    words = _WORD.findall(prose[:_SAMPLE].lower())
    if len(words) < _FEWEST:
        return None
    shares = sorted(
        ((sum(word in known for word in words) / len(words), language) for language, known in _FUNCTION_WORDS.items())
    )
    (second, _), (best, language) = shares[-2:]
    return language if best >= _ENOUGH and best >= 1.4 * second else None
