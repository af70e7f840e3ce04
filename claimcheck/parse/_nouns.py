"""Nouns, as far as the number grammar needs them: is a word a plural, a person, a function word, a verb?"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from claimcheck.parse import thesaurus
from claimcheck.parse._wordlist import wordlist

PEOPLE = wordlist(
    """
    people persons person men women children boys girls troops soldiers civilians workers residents inhabitants
    voters students pupils patients passengers officers police policemen migrants refugees protesters demonstrators
    prisoners detainees hostages employees staff members families households victims survivors fighters militants
    rebels guests visitors tourists spectators fans players teachers doctors nurses volunteers participants
    respondents citizens settlers pilgrims casualties deaths sailors marines personnel peasants villagers monks
    delegates lawmakers deputies firefighters athletes recruits conscripts reservists slaves miners farmers
    """
)
_IRREGULAR = wordlist(
    """
    people men women children feet teeth geese cannon mice oxen police cattle sheep deer fish salmon cod trout species
    series aircraft spacecraft hovercraft offspring troops personnel staff criteria phenomena data media bacteria
    fungi larvae alumni nuclei stimuli policemen policewomen firemen spokesmen servicemen servicewomen fishermen
    gunmen militiamen salesmen businessmen horsemen crewmen clergymen congressmen swine poultry livestock lice dice
    folk clergy cavalry infantry artillery wildfowl crises analyses theses bases hypotheses axes diagnoses oases
    referenda memoranda kroner kronor others youth crew countrymen craft watercraft quail grouse bison moose elk
    squid shrimp kin townspeople tribespeople salespeople townsfolk menfolk womenfolk grandchildren schoolchildren
    stepchildren stimuli cacti foci radii vertices indices matrices appendices genera corpora opera strata errata
    addenda consortia aquaria sanatoria millennia yen baht won yuan
    """
)
# Words in -s that are no plural.
_SINGULAR_S = wordlist(
    """
    is was has does this its his hers ours yours theirs us as yes thus plus minus less unless across towards always
    perhaps besides afterwards upwards downwards gas bus virus chaos census corpus campus status bonus crisis
    analysis basis thesis news physics politics economics mathematics diabetes aids says goes gets makes takes comes
    gives shows means needs wants keeps lies costs runs remains becomes seems looks tells knows leaves stands falls
    rises grows lives dies sends allows requires includes involves contains provides happens appears begins starts
    ends stops sees finds holds puts sets lets brings thinks follows exists consists depends represents suggests
    indicates ranks accounts orbits assumes sometimes nowadays indoors outdoors overseas whereas christmas paris
    texas atlas canvas tennis series. previous various famous serious dangerous religious numerous enormous precious
    anonymous continuous mysterious curious indigenous heterogeneous obvious alas bias pancreas pus consensus
    apparatus radius focus genius minus nexus onus opus prospectus rhombus sinus surplus terminus thermos cosmos
    ethos pathos per
    """
)

FUNCTION_WORDS = wordlist(
    """
    a about above according across after against ago ahead all along alongside already also although always am amid
    among amongst an and any apart are around as aside at away back be because been before behind being below
    beneath beside besides between beyond both but by can cannot could despite did do does down due during each
    either else elsewhere even ever every except few followed following for forward from further had has have he
    hence her here him his how however i if in including indeed inside instead into is it its itself just later
    least less like long many may me meanwhile might more moreover most much must my near nearly neither never next
    no nobody none nor not nothing now of off often on once one only onto or other others otherwise our out outside
    over own past per perhaps plus previously rather regarding respectively shall she should since so some soon
    still such than that the their them then there therefore these they this those though through throughout till to
    today together tomorrow too toward towards twice under unless until unlike up upon upwards us versus very via vs
    was we well were what when whenever where whereas whereby wherever whether which while who whom whose why will
    with within without worldwide would yesterday yet you your abroad apiece across alone annually daily weekly
    myself yourself himself herself itself ourselves yourselves themselves oneself
    monthly yearly aboard afloat anew anyway maybe almost again earlier nationwide downstream upstream north south
    east west northeast northwest southeast southwest
    """
)
"""Words that end a noun phrase, or never begin one."""

# Frequent verb forms that follow a plural subject directly, and are no nouns there.
VERBS = wordlist(
    """
    were was are is be been being had has have do did does will would can could may might must shall should died die
    dies said say says went go goes came come comes took take takes made make makes got get gets gave give gives saw
    see sees found find finds knew know knows thought think thinks told tell tells became become becomes left leave
    leaves felt feel feels brought bring brings began begin begins kept keep keeps held hold holds wrote write
    writes stood stand stands heard hear hears let lets meant mean means set sets met meet meets ran run runs paid
    pay pays sat sit sits spoke speak speaks lay lie lies led lead leads grew grow grows lost lose loses fell fall
    falls sent send sends built build builds understood drew draw draws broke break breaks spent spend spends cut
    cuts rose rise rises drove drive drives bought buy buys wore wear wears chose choose chooses ate eat eats flew
    fly flies fled flee flees fought fight fights sold sell sells slept sleep taught teach threw throw caught catch
    won win wins hit hits put puts sought seek seeks sang sing sank sink shot shoot struck strike swam swim swept
    sweep hung hang lived live work want need seem remain believe appear happen include continue agree support
    oppose vote
    """
)

# Forms that are verbs after a name or a year, and plural nouns after a number: "five sets", "nine lives".
_VERBAL_PLURALS = wordlist(
    """
    sets runs cuts falls rises leaves lives shows costs ends stops finds holds wins hits lets draws breaks drives
    fights makes takes sends puts says needs wants leads lies starts looks meets builds stands swims sinks shoots
    strikes sweeps votes works turns calls ranks accounts comes orbits means keeps thinks grows dies offers
    """
) - {"lets", "says", "comes", "dies", "means", "keeps", "grows", "thinks", "makes", "sends"}
# Base forms that are nouns as well: "one vote", "one win".
_VERBAL_NOUNS = wordlist("vote win run cut fight hit catch fall rise work draw lead shot strike set support")

# Adjectives that are counted as if they were nouns: "40 wounded".
NOMINAL = wordlist("dead wounded injured missing displaced unemployed homeless faithful elderly poor")
COLLECTIVE = wordlist(
    """
    head cattle police troops staff personnel crew aircraft species percent people men women children
    """
)


@lru_cache(maxsize=1 << 14)
def is_plural_noun(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun: "troops", "policemen", "species"; not "across", "gas"."""
    if word in _IRREGULAR:
        return True
    if word.endswith("'s") or len(word) < 3 or word in _SINGULAR_S:
        return False
    if word.endswith("men") and len(word) > 5:
        return any(part == "n" and base.endswith("man") for part, base in thesaurus.lemmas(word))
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and not _only_verb(word)


def _only_verb(word: str) -> bool:
    """Whether a word in -s is a form of a common verb and of no noun: "arrives", "receives"; not "cranes"."""
    found = thesaurus.lemmas(word)
    verbs = [thesaurus.entry(base) for part, base in found if part == "v"]
    return len(verbs) == len(found) and any(verb is not None and verb.tagged.get("v", 0) > 1 for verb in verbs)


def rarely_verb(word: str) -> bool:
    """Whether a noun is a verb so seldom that "to" before it is a preposition: "to position 5"; not "to house 12"."""
    found = thesaurus.entry(word)
    return found is not None and found.tagged.get("n", 0) >= found.tagged.get("v", 0) + 4


_OFTEN = 3  # from here on a word in -ing is a noun in its own right: "building", "warning"


@lru_cache(maxsize=1 << 14)
def noun_rather_than(word: str) -> Literal["noun", "either", "unknown"] | None:
    """How sure a lower-case word is a singular noun: "deck", "order" (also a verb), "openssl"; ``None`` if it is none.

    Rare words and names of software stand in no dictionary. Forms in -ed and -ing are no nouns here.
    """
    if not may_be_noun(word) or len(word) < 3 or word.endswith(("ed", "est", "'s")):
        return None
    found = thesaurus.entry(word)
    if found is None:
        return (
            None
            if (thesaurus.lemmas(word) and len(word) > 3) or (word.endswith("s") and len(word) in {4, 5})
            else "unknown"
        )
    if word.endswith("s") and any(base != word for _, base in thesaurus.lemmas(word)):
        return None  # "the hall seats 40"
    if word.endswith("ing") and found.tagged.get("n", 0) < _OFTEN:
        return None
    noun, verb = found.tagged.get("n", -1), found.tagged.get("v", -1)
    if noun < 0 or found.tagged.get("a", -1) >= noun or found.tagged.get("r", -1) >= noun:
        return None
    return "noun" if verb < 1 or noun >= verb + 2 else "either" if noun >= verb else None


@lru_cache(maxsize=1 << 12)
def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb before anything else: "altogether", "far", "still"."""
    found = thesaurus.entry(word)
    if found is None or "r" not in found.tagged:
        return False
    return found.tagged["r"] >= max(found.tagged.get(part, -1) for part in ("n", "v", "a"))


def never_plural(word: str) -> bool:
    """Whether a word in -s is no plural: "consists", "across", "gas"."""
    return word in _SINGULAR_S


def is_counted_plural(word: str) -> bool:
    """Whether a lower-case word is a plural noun when a number stands before it."""
    return is_plural_noun(word) or word in _VERBAL_PLURALS


def names_people(word: str) -> bool:
    """Whether a lower-case word is a common noun for people, who come in whole numbers."""
    return word in PEOPLE


@lru_cache(maxsize=1 << 14)
def may_be_noun(word: str) -> bool:
    """Whether a lower-case word can stand in a counted noun phrase: no function word, no plain verb, no adverb."""
    if not word[:1].isalpha() or word in FUNCTION_WORDS or word.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m")):
        return False
    if word in VERBS and word not in _VERBAL_PLURALS and word not in _VERBAL_NOUNS:
        return False
    return not word.endswith("ly") or word in {
        "family",
        "assembly",
        "ally",
        "supply",
        "monopoly",
        "bully",
        "fly",
        "lily",
    }
