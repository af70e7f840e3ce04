"""Words that steer how a sentence asserts: negation, reporting, modality, direction, scope, order.

Base forms or surface forms as said beside each; compiled by hand for reporting English.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "a an the this that these those my your his her its our their some any no every each all both either neither "
    "another such what which whose several many much few more most fewer less enough"
)
PRONOUNS = _words(
    "i you he she it we they me him them us himself herself itself themselves ourselves myself who whom one someone "
    "somebody anyone anybody everyone everybody nobody none nothing something anything everything there others"
)
PERSONAL = _words("he she it they him her them his its their hers theirs this these those we our")
PREPOSITIONS = _words(
    "of in on at by for from to with into onto over under above below between among through during within without "
    "about against across along around behind beside besides beyond despite down inside near off outside past per "
    "round since than throughout till toward towards underneath until up upon via amid as like plus minus except"
)
CONJUNCTIONS = _words("and or but nor yet so because although though while whereas when if unless whether as that")
AUXILIARIES = _words(
    "be am is are was were been being have has had having do does did will would shall should can could may might must "
    "ought cannot"
)
BE = _words("be am is are was were been being")
HAVE = _words("have has had having")
MODALS = _words("will would shall should can could may might must ought cannot")
POSSIBLE_MODALS = _words("would should could may might must ought")
FUTURE_MODALS = _words("will shall")

NEGATORS = _words("not no never nobody none nothing neither nor without hardly barely scarcely nowhere cannot")
NEGATIVE_VERBS = _words("fail refuse decline lack rule-out")
"""Base forms: what follows did not happen ("failed to", "refused to", "lacks")."""

OPPOSITE_VERBS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "make/lose gain/lose earn/lose win/lose carry/lose carry/reject carry/defeat pass/reject pass/defeat "
        "adopt/reject approve/reject accept/refuse accept/reject grant/refuse allow/refuse keep/lose keep/abandon "
        "open/close join/leave enter/leave arrive/leave begin/end start/end start/finish build/demolish admit/deny"
    ).split()
)
"""Verbs (base forms) that exclude each other when said of one thing, some of them too light for a dictionary."""
PHASES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "open/close open/shut reopen/close reopen/shut join/leave enter/leave arrive/leave arrive/depart reach/leave "
        "begin/end start/end start/finish begin/finish build/demolish begin/stop start/stop launch/scrap lose/find "
        "bear/die found/dissolve pass/repeal impose/lift rise/fall appear/disappear appoint/dismiss hire/fire"
    ).split()
)
"""Verbs that may both be true of one thing, one after the other."""
CONVERSES = (
    ("buy", "sell"), ("borrow", "lend"), ("win", "lose"), ("give", "receive"), ("give", "take"), ("send", "receive"),
    ("teach", "learn"), ("lead", "follow"), ("precede", "follow"), ("beat", "lose"), ("pay", "receive"),
    ("import", "export"), ("hire", "work"), ("own", "belong"), ("offer", "accept"),
)  # fmt: skip
"""Verbs that say the same from the other side: with the parties exchanged they agree."""
NEGATIVE_WORDS = _words(
    "turn lack absence absent fail failure refuse refusal reject rejection avoid prevent stop deny denial unsuccessful "
    "unable unlikely without against maintain remain keep miss missing cease halt ban forbid prohibit exclude "
    "decline oppose lift scrap drop save abandon cancel revoke repeal rescind "
    "suspend close shut pause withdraw escape spare"
)
"""Words that may carry a denial without any negation."""

# After these "no" and "not" are no negation of the clause: "no more than 30" is a hedge, "not only" affirms.
NOT_NEGATING_NEXT = _words(
    "help only just least shown doubt fewer less more later longer than wider doubt merely simply until"
)

DENYING = _words("deny refute rebut reject dismiss dispute disavow")
"""Base forms: what they take as their object or clause is not asserted."""

REPORTING = _words(
    "say tell claim allege argue believe think suspect insist assert contend maintain warn suggest predict estimate "
    "fear hope expect feel reckon guess speculate write state add declare explain tweet reply respond repeat imply "
    "hint assume accuse complain call describe consider judge ask wonder propose recommend advise urge promise vow "
    "pledge threaten swear forecast anticipate doubt testify"
)
"""Base forms: what follows is somebody's words or view."""
SPEECH_ACTS = _words(
    "liken compare criticize criticise praise condemn welcome describe call blame urge defend reject dismiss deny "
    "complain accuse caution admit acknowledge concede tell say warn judge"
)
"""Verbs that give somebody's words whatever follows; a claim that has one is a claim about what was said."""
WEAK_REPORTS = _words(
    "claim allege believe think suspect suggest fear hope guess speculate imply assume feel reckon doubt accuse wonder "
    "propose contend imagine rumour rumor complain"
)
"""Those of them that give a view or an allegation, not a report of fact."""
HEARSAY = _words(
    "report reports rumour rumours rumor rumors claim claims story stories suggestion suggestions allegation "
    "allegations complaint complaints theory idea belief fear fears hope hopes accusation accusations speculation myth "
    "legend notion gossip"
)
"""Nouns: what "that" opens after them is no fact of the page."""
EVIDENCE = _words(
    "paper study report survey data figures records statistics research census document documents analysis images "
    "count counts estimate estimates tests measurements minutes register registers results"
)
"""Nouns: "according to the survey" states a finding, not somebody's view."""
ESTABLISHING = _words(
    "show find reveal confirm note admit concede acknowledge discover record announce measure prove demonstrate "
    "establish learn know realize remember recall count"
)
"""Base forms that take a clause and leave it asserted: what is admitted, found or pointed out holds."""
POSING = _words("appear seem look")

INTENDING = _words(
    "plan hope want intend aim try seek wish promise threaten offer agree propose consider mean attempt pledge vow "
    "schedule expect set due likely about prepare need refuse decline fail unable"
)
"""Base forms that, before "to" and a verb, say that it has not (yet) happened."""
FORECASTING = _words("expect schedule set due about plan prepare")
HEDGES = _words(
    "perhaps maybe possibly probably likely apparently allegedly reportedly supposedly presumably seemingly"
)
DISBELIEF = _words("rumour rumor myth hoax false untrue wrong doubt allegation accusation")

CONDITIONERS = _words("if unless whether provided providing")
SUBORDINATORS = _words(
    "that which who whom whose because although though while whereas when if unless whether before after until since "
    "where as so provided whereupon wherever whenever once"
)
CAUSAL = _words("because since owing due thanks therefore consequently hence why cause")
CAUSAL_VERBS = _words("cause trigger spark prompt provoke blame attribute result lead explain reason bring")

UP = _words(
    "rise increase grow climb jump soar surge gain expand higher more widen strengthen improve double triple treble "
    "quadruple accelerate heighten lengthen longer larger bigger greater raise boost escalate swell rocket spike "
    "rebound rally upturn growth grew faster warmer heavier older oftener further upward upwards add multiply hike"
)
DOWN = _words(
    "fall drop decrease decline shrink sink slump plunge dip lower fewer less narrow weaken cut reduce halve slow "
    "shorten shorter smaller tumble slip dwindle ebb recede contract diminish lessen slash trim reduction downturn "
    "slower cooler lighter younger worse downward downwards lose plummet slide subside"
)
"""Base or comparative forms that tell which way a figure went."""

UNIVERSAL = _words("all every each entire entirely whole wholly everyone everybody always both fully completely")
PARTIAL_SCOPE = _words("some several many most half majority minority few part partly certain various mostly largely")

SUPERLATIVE_SHIFTS = _words(
    "second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th joint nearly "
    "almost among"
)
IRREGULAR_SUPERLATIVES = _words("most least best worst first last latest furthest farthest youngest eldest")
ORDER = {"before": -1, "after": 1, "following": 1, "ahead": -1, "until": -1, "once": 1, "since": 1, "prior": -1}

CALENDAR = _words(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb apr jun jul aug sep sept oct nov dec "
    "today yesterday tomorrow tonight"
)
TITLES = _words(
    "mr mrs ms miss dr prof professor sir lady lord dame justice judge general major colonel captain admiral senator "
    "president minister pope king queen prince princess chief reverend father sister brother inspector sergeant "
    "lieutenant commander governor mayor chancellor rear brigadier councillor"
)
LIGHT = _words(
    "be have do make take get give go come put use set keep let become happen occur thing way lot say tell kind sort "
    "number amount many much very also just even still only now then there here new old other people person man woman "
    "year month week day hour minute second night evening morning time part place begin start include describe "
    "report accord according since ago last past next early earlier late later own same total almost nearly "
    "some such several various about around "
    "approximately roughly up down over out back away off far long well once twice again"
)
"""Base forms that say little by themselves; they weigh a third of other words."""
