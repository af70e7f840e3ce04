"""Verbs and nouns of saying, with their forms; which of them vouch for what is said."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.parse import _lexicon

_SAYING = """
say tell add reply answer respond ask shout cry yell scream chant whisper mutter murmur exclaim declare announce state
remark comment note observe explain insist argue claim assert maintain contend warn caution predict promise pledge vow
swear admit concede acknowledge confess deny confirm complain lament joke quip recall remember reflect muse wonder
suggest propose urge plead beg demand order command instruct advise counsel conclude continue begin interject interrupt
snap retort counter stress emphasise emphasize underline underscore reiterate repeat write tweet post email text read
stipulate rule testify allege boast brag gush enthuse sigh laugh smile grin groan moan grumble growl hiss roar thunder
bellow bark recount relate report reveal disclose concur agree object protest inquire enquire query question beam shrug
elaborate clarify specify summarise summarize venture volunteer opine intone deadpan chime sing pray quote cite mumble
gasp wail howl coo blurt drawl scoff sneer tease scold chide rebuke grouse fume rage vent sob weep stammer stutter
submit recommend advocate decree scrawl scribble etch engrave implore entreat exhort enjoin record affirm attest aver
avow proclaim profess pronounce mention hint imply indicate notify inform signal speculate theorise
theorize reckon caption inscribe print message blog reassure remind teach preach lecture apologise apologize
"""
_NAMING = """
call describe dub label brand term characterise characterize dismiss denounce condemn praise hail laud slam blast
criticise criticize decry deride mock ridicule accuse blame thank portray depict cast paint commend lambast compare
liken threaten deem defend reject attack bemoan welcome justify define list treat summarise express voice
attribute ascribe rate expect
forecast target
"""
# Verbs of holding an opinion: only with "that", "as" or the quotation itself right behind them.
_HOLDING = """believe think see view regard hold find provide require know feel mean fear hope consider judge speak
talk refer commit oblige guarantee
protect prohibit permit allow bind entitle forbid ban"""
_FOREIGN = """déclaré expliqué affirmé assuré répondu demandé ajouté lancé écrit estimé indiqué gesagt geschrieben
erklärt sagde siger sagte sagt erklärte meinte betonte schrieb fragte antwortete dit disait déclare affirme affirmait
explique assure répond demande ajoute lance écrit dijo dice afirmó declaró aseguró explicó señaló añadió preguntó
respondió disse diz afirmou declarou explicou contou perguntou respondeu dichiarato ha detto spiega afferma warnte
dénoncé évoqué réclamé critiqué salué regretté jugé qualifié précisé souligné rappelé raconté confié promis
évoque dénonce estime regrette souligne rappelle raconte confie poursuit martèle résume précise réclame
nannte bezeichnete sprach forderte kritisierte kündigte lobte säger sade
sa skrev förklarade zei zegt verklaarde vertelde schreef powiedział powiedziała oświadczył oświadczyła stwierdził
stwierdziła napisał napisała сказал сказала заявил заявила сообщил
сообщила отметил отметила подчеркнул написал написала"""
_DOUBLED = frozenset("submit quip snap admit concur beg refer sob nod grin brag chat dub plan label rebut".split())
_ED_FREE = frozenset("read cast put".split())


def _forms(base: str) -> dict[str, str]:
    """Form -> tense ("base", "present", "past", "ing") of a regular verb."""
    if base.endswith("y") and base[-2] not in "aeiou":
        present, past = base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith(("s", "sh", "ch", "x", "z")):
        present, past = base + "es", base + "ed"
    else:
        present, past = base + "s", base + ("d" if base.endswith("e") else "ed")
    stem = base + base[-1] if base in _DOUBLED else base
    if base in _DOUBLED:
        past = stem + "ed"
    ing = (base[:-1] if base.endswith("e") and not base.endswith("ee") else stem) + "ing"
    forms = {base: "base", present: "present", past: "past", ing: "ing"}
    if base in _ED_FREE:
        del forms[past]
        forms[base] = "past"
    return forms


def _irregular_pasts() -> dict[str, list[str]]:
    pasts: dict[str, list[str]] = {}
    for entry in _lexicon.IRREGULAR.replace("\n", "|").split("|"):
        base, _, rest = entry.partition(":")
        pasts.setdefault(base.strip(), []).extend(rest.split())
    return pasts


def _table(bases: str) -> dict[str, tuple[str, str]]:
    irregular = _irregular_pasts()
    table: dict[str, tuple[str, str]] = {}
    for base in bases.split():
        forms = _forms(base)
        if base in irregular:
            forms = {form: tense for form, tense in forms.items() if tense != "past"}
            for form in irregular[base]:
                forms.setdefault(form, "present" if form.endswith("s") else "past")
        for form, tense in forms.items():
            table.setdefault(form, (base, tense))
    return table


ENGLISH: Mapping[str, tuple[str, str]] = _table(_SAYING)
"""Form of an English verb of saying or writing -> base form and tense."""
SAYING: Mapping[str, tuple[str, str]] = {
    **ENGLISH,
    **dict.fromkeys(_FOREIGN.split(), ("say", "past")),
}
"""The same, with the forms that French, German and other languages say most."""
NAMING: Mapping[str, tuple[str, str]] = _table(_NAMING)
"""The same for verbs that take "X as Y" or "X Y": call, describe, dismiss."""
HOLDING: Mapping[str, tuple[str, str]] = _table(_HOLDING)
"""The same for verbs of opinion, of courts and of laws: hold, find, provide."""

VERBS: Mapping[str, tuple[str, str]] = {**HOLDING, **NAMING, **SAYING}

PURE_SPEECH = frozenset(
    """say tell reply answer respond ask shout cry yell scream chant whisper mutter exclaim joke quip tweet post declare
    announce warn add insist""".split()
)
"""Verbs after which even a short or capitalised quotation is what somebody said."""

FACTIVE = frozenset("confirm reveal acknowledge admit concede verify show demonstrate prove disclose document".split())
"""Verbs whose user vouches for the clause: "confirmed that" asserts it."""

DENYING = frozenset("deny refute reject dismiss dispute rebut disavow disprove debunk".split())
"""Verbs that say a clause is not so."""

SPEECH_NOUNS = frozenset(
    """answer verdict response reply message advice words word comment comments statement explanation conclusion
    assessment reaction motto slogan view warning plea question promise claim tweet letter post take point argument
    philosophy rule description report article essay note memo email text remark remarks observation opinion catchphrase
    line phrase judgment judgement ruling instruction instructions request demand order excuse defence defense retort
    prediction prayer toast epitaph headline caption sign banner testimony confession recommendation mantra creed
    credo parting review summary diagnosis pitch boast insistence contention assertion suggestion
    allegation complaint admission denial threat joke quip quote aphorism dictum maxim proverb saying declaration
    announcement
    tribute apology appeal hope fear belief dismissal""".split()
)
"""Nouns whose owner is the speaker: "her answer was", "the leaflet's advice is"."""
