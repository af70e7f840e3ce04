"""Word lists that decide whether two assertions speak of the same thing, and when they exclude each other.

Compiled by hand from reporting English. A family holds words that stand for each other *in a report of one fact*; a
contrast holds
words that carve one thing into different things: figures about the men's and the women's race never clash.
"""

from __future__ import annotations

from functools import cache

from claimcheck.extract.wordlist import wordlist
from claimcheck.parse.words import stem

# --- Expressions of several words, read as one
# -------------------------------------------------------------------------

# Pattern of words (a dot stands for one free word) -> the verb or noun it is read as.
PHRASES = """
put . name to > sign | put . names to > sign | put their signatures to > sign | set . hand to > sign
put pen to paper > sign | left the launch pad > launch | lifted off > launch | took off > launch | lift off > launch
left the pad > launch | blasted off > launch | burned down > burn | burnt down > burn | burned to the ground > burn
burnt to the ground > burn | went up in flames > burn | gutted by fire > burn | fire destroyed > burn
fire gutted > burn | destroyed by fire > burn | destroyed in a fire > burn | fire consumed > burn
went public > float | first traded publicly > float | stock market debut > float | initial public offering > float
made its debut > debut | passed away > die | breathed . last > die | lost . life > die | lost their lives > die
was laid to rest > bury | met . death > die | tied the knot > marry | took effect > enforce | take effect > enforce
came into force > enforce | come into force > enforce | came into effect > enforce | entered into force > enforce
went into effect > enforce | opened its doors > open | opened for business > open | cut the ribbon > open
opened to the public > open | shut its doors > close | closed its doors > close | shut down > close
closed down > close | ceased trading > close | went out of business > close | broke out > begin
got under way > begin | got underway > begin | kicked off > begin | came to an end > end | drew to a close > end
broke up > end | wound up > end | gave birth to > bear | set up > found | was born > born | came into the world > born
switched off > stop | turned off > stop | switched on > start | turned on > start | took office > inaugurate
sworn in > inaugurate | took the oath > inaugurate | took up . post > inaugurate | set sail > sail
ran aground > strand | went down > sink | touched down > land | came ashore > land | made landfall > land
went bankrupt > bankrupt | filed for bankruptcy > bankrupt | declared bankrupt > bankrupt
declared bankruptcy > bankrupt | became insolvent > bankrupt | went bust > bankrupt
collapsed into administration > bankrupt | in good health > alive | alive and well > alive | still alive > alive
still living > alive | pulled out > withdraw | pulled back > withdraw | pull out > withdraw | pull back > withdraw
moved out > withdraw | marched out > withdraw | stood down > resign | stepped down > resign | step down > resign
quit . post > resign | left office > resign | gave up > quit | took over from > succeed | took the place of > replace
took . place as > replace | taken prisoner > capture | took prisoner > capture | takes the place of > replace | brought suit against > sue | set foot in > visit
knocked out > beat | knock out > beat | taken over from > succeed | takes over from > succeed
followed . as > succeed | stepped into the shoes of > succeed | hung up . boots > retire | called time on > end
called off > cancel | done away with > abolish | did away with > abolish | passed into the hands of > buy | ran into > hit | went off the air > end | gave evidence to > testify | called a halt to > end | turned down > reject | threw out > reject | thrown out > reject
voted down > reject | gave the go-ahead > approve | gave . approval to > approve | given the go-ahead > approve
gave . blessing to > approve | waved through > approve | signed off on > approve | carried out > do | came first > win
came out on top > win | finished first > win | took the title > win | took gold > win | went down to > lose
came second > second | handed . ban > ban | handed . suspension > ban | found guilty > convict
found not guilty > acquit | cleared of > acquit | let off > acquit | walked free > acquit | preys on > hunt
prey on > hunt | preyed on > hunt | feeds on > hunt | feed on > hunt | lives on > feed | hunt and eat > hunt
hunts and eats > hunt | operated on > operate | performed surgery on > operate | performed an operation on > operate
took place > happen | came to > reach | amounted to > reach | worked out at > reach | made up of > comprise
per cent > percent | voted for > support | voted against > oppose | spoke for > support | spoke against > oppose
came out against > oppose | in favour of > support | in favor of > support | laid off > dismiss | let go > dismiss
took on > hire | taken on > hire | given the sack > dismiss | set free > release | set fire to > burn
blew up > destroy | torn down > demolish | pulled down > demolish | knocked down > demolish | washed away > destroy
wiped out > destroy | put out > extinguish | ran out of > lack | made it to > reach | bounced back > recover
pulled through > survive | came down with > contract | gave way > collapse | drop out > withdraw
dropped out > withdraw | dropping out > withdraw | pulled up > stop | made a full recovery > recover
made a recovery > recover | succumbed to > die | in operation > operate | in use > use | in force > valid
in business > trade | in service > serve | shut for good > close | closed for good > close | a bachelor > single
a widow > widow | gave up the > surrender | handed over > surrender | laid down > surrender | pleaded guilty > guilty
pleaded not guilty > deny | set on fire > burn | swept away > destroy | reduced to rubble > destroy
razed to the ground > destroy | came through > survive | lived through > survive | got through > pass
brought down > topple | went ahead > happen | goes ahead > happen | went out of > leave | came true > happen
broke down > fail | fell through > fail | fell apart > collapse | ran for > stand | bowed out > retire
gave evidence > testify | bore witness > testify | at large > free | behind bars > imprison | in custody > imprison
in prison > imprison | on strike > strike | fell ill > sicken | free of charge > free | made a profit > profit
made a loss > loss | in the black > profit | in the red > loss | ran at a loss > loss | in favour > support
in debt > owe | by sea > sail | caved in > collapse | fell down > collapse | fell in > collapse | found dead > die
shot dead > kill | beaten to death > kill | left behind > leave | turned back > return | came back > return
went back > return | came home > return | for good > permanently | in charge of > lead | at the head of > lead
took part in > join | take part in > join | taken part in > join | taking part in > join
granted permission for > approve | gave permission for > approve | given permission > approve | granted permission > approve | took . to court > sue | takes . to court > sue | taken to court > sue | getting worse > worsen | gets worse > worsen | got worse > worsen | getting better > improve | got better > improve | died out > extinct | die out > extinct | dies out > extinct | in the hands of > captive | home to > house | room for > seat | has room for > seat
"""

# --- Families: words that may stand for each other in reports of one fact
# -----------------------------------------------

_FAMILIES = """
watch see view attend witness | last run stretch extend span | lie sit stand situate | hold seat contain accommodate house
people person resident inhabitant citizen population | spectator fan people crowd onlooker viewer attendance | soldier troop man serviceman fighter force | passenger people
demonstrator protester marcher people | visitor people guest tourist | donor people | victim people casualty life death dead | pupil student child schoolchild | member nurse | patient people case
infection case | death fatality toll dead | dead die kill killed death | casualty loss | lose dead casualty loss fatality | wound injure hurt | evacuee people | refugee people | migrant people
employ staff worker employee | pupil student | revenue sales turnover | profit earnings | share stock | price cost | fee price cost sum | pay cost | debt owe borrow
distance far | height tall high stand | depth deep | length long | width wide broad | weight weigh | age old date | area cover size | fast speed | temperature degree
begin start open commence launch outbreak onset | end finish conclude close stop | open inaugurate unveil | close shut | found establish create start set | build construct erect complete
publish print appear issue release | sign conclude ink | support vote back favour | approve pass adopt clear authorise authorize allow | ban prohibit forbid bar block outlaw suspend | reject refuse veto
win victory champion beat defeat triumph title | lose defeat | score goal net strike | race run | match game final | cup trophy title | medal gold silver bronze
hit strike land | lower fall reduce cut shrink drop decline decrease | raise rise increase grow climb | flee leave escape | deploy send dispatch station join post base introduction introduce arrive | withdraw retreat leave pull | occupy hold seize capture take
die death | marry wed wedding | bear birth born | bury funeral | elect vote choose | appoint name | resign quit retire | surrender yield quit capitulate | isolate discover identify | suspend halt stop pause | promote advance |  dismiss sack fire | arrest detain | convict sentence
buy purchase acquire acquisition takeover | sell sale | lend loan | borrow | give donate grant hand | receive get obtain | pay spend | owe debt
invade attack | hunt eat prey devour kill consume | operate surgery appendix remove | lead head captain command chair | coach train manage | succeed follow replace
discover find identify detect | invent devise create | write compose author | paint draw | carve inscribe | engrave inscribe
float flotation list listing | launch liftoff | melt | boil | erupt eruption | sink | crash | collapse | burn fire blaze | flood | explode explosion blast
trial study survey | vaccine jab | illness disease fever | hospital clinic infirmary | doctor physician surgeon | enrol enroll recruit volunteer participant
lake water | bridge crossing footbridge | church chapel | school | station | road | planet world | moon satellite | star | crater | fossil bone jawbone
large big great huge | small little | first earliest | last final | old oldest | long | lead largest main chief principal | record most high
budget spending | parish council | team side club squad | coach manager | season year | ship vessel boat | plane aircraft jet | train | lorry truck | car vehicle
bank lender | company firm group | fund scheme | government ministry state authority | army military force | rebel insurgent | police officer | union | court tribunal judge
fall capture seize take | concede let leak | catch contract infect | warn caution | estimate reckon | statement line words | caption inscription legend motto | say read
"""

# --- Contrasts: one word of a row against another of the same row is a difference, not a clash
# ----------------------------

CONTRASTS = """
man | woman | boy | girl
male | female
adult | child | infant | teenager | pensioner
home | away
retail | wholesale
urban | rural
north | south | east | west | northern | southern | eastern | western
north-east | north-west | south-east | south-west
upper | lower | middle
inner | outer
gross | net
import | export
draft | final | adopted | approved
preliminary | final | interim | provisional | initial | revised | updated
predict | actual
plan | actual
minimum | maximum | average | median | typical
officer | private | sergeant | rank
killed | wounded | missing | captured | injured | arrested | hospitalised | displaced
die | injure | infect | recover | evacuate | hospitalise
dead | injured | missing
birth | death
arrival | departure
buy | finance | rent | lease | insure
discover | name | describe
propose | second | oppose | prove | refute
coach | captain
design | build | finance
write | illustrate | translate | edit | direct | produce
score | assist | pass | save
goal | penalty | assist | cap | corner
domestic | foreign | overseas | international
military | civilian
primary | secondary | tertiary
public | private
parent | child
single | double | triple
singles | doubles
junior | senior
amateur | professional
indoor | outdoor
revenue | profit | loss | debt | asset | cost | income | margin | dividend | salary
before | after | once | since
inbound | outbound
customer | account | branch | employee
paper | patent | book
length | width | height | depth | weight | diameter | circumference | wingspan | altitude | area | volume
wingspan | weight
oldest | youngest
ground | air | sea
land | sea
first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
half | whole
city | county | province | district | country | diocese | region | continent | world
assets | branches | deposits | customers
hardback | paperback
deaths | cases | recoveries | hospitalisations
confirmed | suspected | probable
new | old | former
lake | cave | river | mountain
navy | army
bow | stern
"""

# Verbs for one phase of a thing each: a date of signing and a date of entry into force belong to different events.
PHASES = """
sign | enforce | ratify | approve | announce | propose | draft | expire | repeal | negotiate | publish
begin | end | resume | suspend | postpone
open | close | reopen | plan | build | demolish | design | burn | restore | commission | flood | collapse
found | dissolve | merge | float | buy | sell | bankrupt | rename
born | marry | die | bury | baptise | divorce | retire
launch | land | dock | crash | sink | sail | strand | christen
discover | name | describe | publish | prove | patent
elect | inaugurate | resign | dismiss | appoint | nominate
arrest | charge | convict | acquit | sentence | release | appeal
win | lose | enter
arrive | leave | return
erupt | cool
introduce | withdraw | ban | recall
"""

# Directed relations: A does it to B. "from B" / "to B" show which way a thing passes.
DIRECTED = """
invade attack occupy conquer annex bomb shell raid besiege storm | defeat beat conquer overcome rout thrash outplay | kill murder shoot assassinate stab poison slay execute
hunt eat prey devour | operate | succeed replace | precede | acquire buy purchase absorb | found establish | teach instruct tutor coach train mentor | employ hire dismiss sack
sue prosecute accuse charge | arrest detain capture | rescue save free | arm supply finance fund | betray deceive cheat | orbit circle | overtake pass outsell outrank outnumber
own control | govern rule | father adopt raise | appoint nominate | infect | chase pursue follow hunt | discover | succeed | paint portray | interview | protect guard | divorce leave
"""
TRANSFERS = {  # verb -> which way the thing passes: "out" of the subject or "in" to it
    **dict.fromkeys(
        "sell lend loan move transfer give donate grant hand cede export ship deliver send pay transfer supply award rent lease bequeath owe lose".split(),
        "out",
    ),
    **dict.fromkeys("buy purchase acquire borrow receive obtain inherit import collect get hire win".split(), "in"),
}
IDIOMS = {  # verb, preposition and noun around an object -> what is done to the object
    ("take", "to", "court"): "sue", ("put", "to", "death"): "execute", ("take", "into", "custody"): "arrest", ("bring", "to", "trial"): "prosecute",
    ("put", "to", "flight"): "rout", ("take", "under", "wing"): "teach", ("put", "on", "trial"): "prosecute", ("take", "by", "storm"): "capture",
    ("knock", "out of", "cup"): "beat", ("put", "out of", "cup"): "beat", ("hold", "to", "draw"): "draw",
}  # fmt: skip
TURNED = {  # verb and preposition -> what the other one does to the subject
    ("study", "under"): "teach", ("train", "under"): "teach", ("learn", "from"): "teach", ("lose", "to"): "beat", ("belong", "to"): "own",
    ("serve", "under"): "command", ("work", "for"): "employ", ("report", "to"): "supervise", ("fall", "to"): "capture", ("surrender", "to"): "capture",
    ("live", "under"): "govern", ("take_over", "from"): "succeed",
}  # fmt: skip
NOMINAL_ROLES = {  # noun -> (relation, end of it)
    "lender": ("passes to", 0), "creditor": ("passes to", 0), "borrower": ("passes to", 1), "debtor": ("passes to", 1),
    "seller": ("passes to", 0), "vendor": ("passes to", 0), "buyer": ("passes to", 1), "purchaser": ("passes to", 1), "donor": ("passes to", 0),
    "recipient": ("passes to", 1), "winner": ("beat", 0), "victor": ("beat", 0), "loser": ("beat", 1), "attacker": ("attack", 0), "aggressor": ("attack", 0),
    "victim": ("attack", 1), "teacher": ("teach", 0), "pupil": ("teach", 1), "successor": ("follow", 0), "predecessor": ("follow", 1),
    "host": ("host", 0), "guest": ("host", 1), "plaintiff": ("sue", 0), "defendant": ("sue", 1), "landlord": ("passes to", 0), "tenant": ("passes to", 1),
    "predator": ("hunt", 0), "prey": ("hunt", 1), "employer": ("employ", 0), "parent": ("own", 0), "subsidiary": ("own", 1),
}  # fmt: skip

# --- Words that say how an assertion is meant
# ---------------------------------------------------------------------------

REVISING = wordlist(
    """correct corrected correction corrects error mistake mistaken mistakenly wrong wrongly recount recounted
    revised revise revision preliminary provisional interim initially originally draft reviewed
    updated adjusted duplicates retracted withdrew misprint misprinted amended restated recalculated reassessed
    reanalysis genetic"""
)
NOT_YET = wordlist(
    """planned intended designed supposed scheduled due expected forecast predicted projected promised hoped
    targeted budgeted proposed set meant aimed estimated"""
)
ESTIMATING = wordlist(
    """allege assess believe boast calculate claim contend consider estimate expect fear figure forecast guess
    indicate infer insist judge model predict presume project put reckon report say speculate suggest suppose
    suspect tell think warn value point"""
)
NOW = wordlist("now today currently nowadays presently")
THEN = wordlist("then formerly once previously originally")
PARTIAL = wordlist(
    """alone only just including included among namely exclusively especially particularly mainly mostly another
    other further additional remaining rest"""
)
RATE = wordlist(
    """per each every average averaged averages apiece annually daily weekly monthly yearly hourly a-year a-day"""
)

OPPOSED = """
win lose | open close | alive die | alive dead | alive bury | accept reject | approve reject | approve ban | allow ban | clear ban | clear prohibit | clear block | rise fall
increase decrease | double lose | grow shrink | gain lose | support oppose | arrive leave | begin end | hire dismiss | convict acquit | ban acquit | ban clear | guilty innocent | guilty acquit | guilty clear | stop run | cancel happen | cancel continue | keep break | obey break | raise cut | stop operate | stop continue | close run | close operate | expire valid | lapse valid | repeal valid | recover die | finish withdraw | lose survive | free die | complete abandon | release die
rescue die | rescue drown | live die | single marry | agree refuse | accept refuse | know unaware | pass reject | elect defeat | join leave | unite split | merge split | attend miss | attend boycott | own rent | keep abandon | admit refuse
import export | invest withdraw | strike work | raise lower | advance retreat | arm disarm | hide show | lock unlock | obey disobey | obey defy | trust distrust | vaccinate unvaccinated | insure uninsured | heal worsen | thaw freeze | melt freeze
float drown | acquit imprison | acquit jail | innocent jail | exonerate convict | renew lapse | renew expire | fill empty | promote relegate | promote demote | qualify eliminate | land crash | catch miss | tie win | settle sue | pay default | repay default
harmless poison | sterile fertile | edible poison | solid liquid | male female | deaf hear | blind see | carnivore herbivore | nocturnal diurnal | native introduce | wild tame | healthy ill | cure kill | dissolve insoluble | conduct insulate
own sell | have lose | surrender fight | surrender resist | common rare | abundant scarce | abundant rare | frequent rare | thrive die | thrive extinct | thrive collapse | prosper fail | profit bankrupt | fit injure | start injure | play injure | present absent | attend absent | appear absent | arrive stay | emigrate stay | return stay | leave return | occupy free | occupy liberate | capture hold | capture defend | capture escape | arrest escape | arrest flee | kill wound | kill survive | kill escape | drown survive | perish survive | perish escape | execute pardon | execute reprieve | hang pardon | sentence acquit | sentence pardon | fine acquit | jail release | guilty exonerate | convict exonerate | charge clear | betray protect | save lose | succeed fail | win tie | champion runner-up | promote sack | appoint reject | elect reject | vote abstain | sign veto | ratify veto | approve veto | support veto | sign reject | welcome condemn | praise condemn | praise criticise | endorse reject | endorse oppose | confirm reject | believe doubt | agree dispute | accept dispute | admit dispute | admit conceal | reveal conceal | disclose conceal | publish suppress | publish withhold | publish secret | declassify secret | warn reassure | widen shrink | heat cool | warm cool | freeze boil | harden soften | tighten loosen | tighten ease | relax tighten | inflate deflate | flood dry | fill drain | fertile barren | poisonous harmless | poisonous edible | toxic harmless | dangerous harmless | addictive harmless | contagious harmless | malignant benign | acute chronic | alive fossil | extinct living | dormant active | active extinct | stable unstable | sane mad | sober drunk | literate illiterate | transparent opaque | visible invisible | audible silent | build cancel | complete abandon | complete halt | finish abandon | continue abandon | continue halt | continue stop | continue cancel | renew cancel | extend cancel | extend shorten | open block | open shut | open seal | clear block | passable blocked | operate shut | operate close | run idle | busy idle | work strike | work fail | function fail | float sink | fly crash | reach miss | hit miss | score miss | catch drop | find lose | recover lose | retrieve lose | discover miss | insure uninsured | buy refuse | sell withdraw | list delist | merge divorce | take-over collapse | repay owe | pay owe | pay waive | charge waive | donate keep | donate sell | lend refuse | borrow save | subsidise tax | fund cut | nationalise privatise | privatise nationalise | heal die | cure die | recover succumb | relieve worsen | prevent cause | protect harm | reduce increase | reduce raise | lower increase | help harm | benefit harm | treat ignore | detect miss | immune susceptible | unanimous split | united divided | loyal mutinous | loyal disloyal | obedient mutinous | voluntary forced | willing reluctant | deliberate accidental | natural artificial | genuine fake | authentic fake | genuine forged | original copy | true false | profit loss | public private | legal ban | compulsory voluntary | permanent temporary | paid unpaid | vacant let | derelict inhabited | preserve demolish | restore demolish | unharmed die | unharmed injure | unhurt injure | unhurt die | unscathed damage
survive die | succeed fail | pass fail | win draw | born die | hold withdraw | hold abandon | hold surrender | stay leave | remain leave | keep sell | keep withdraw
keep lose | profit loss | confirm deny | admit deny | present absent | include exclude | legal illegal | build demolish | extinct alive
extinct thrive | resign remain | retire continue | quit continue | quit race | bankrupt trade | destroy survive | destroy undamaged | intact destroy | intact damage
lift impose | repeal keep | repeal remain | free imprison | release detain | arrest escape | sink float | sell retain | qualify miss | unbeaten lose | unanimous divided
vote-for vote-against | reopen close | single married | cure incurable | fatal harmless | safe dangerous | effective useless | effective ineffective | shorten lengthen
recover die | recover kill | freshwater salty | fresh salty | promote relegate | hold collapse | hold break | stand destroy | stand collapse | stand flatten | fall hold | fall withstand | captive free | captive release | attend avoid | attend stay_away | open shut | united divided | united split
back oppose | endorse oppose | endorse reject | welcome condemn | praise condemn | comply defy | recover worsen | clear guilty | clear convict | clear condemn | honour break | keep break | pay default
pay withhold | publish withhold | disclose conceal | reveal conceal | tell conceal | hide admit | active dormant | dormant erupt | thrive vanish | survive vanish | survive perish | grow stagnate
rise stagnate | tighten loosen | tighten ease | ease worsen | drought flood | dry wet | employed unemployed | solvent insolvent | solvent bankrupt | solvent collapse | intact sink | undamaged damage
unhurt injure | unhurt wound | unhurt kill | unharmed injure | unharmed kill | alone accompany | voluntary compulsory | optional compulsory | optional mandatory | temporary permanent | toxic harmless
contagious harmless | salty fresh | identical different | guilty clear | win second | retain lose | defend lose | ready unfinished | complete unfinished | finish unfinished | cut raise | lower raise | improve worsen | strengthen weaken | expand shrink | vacant occupied | public secret | innocent convict | acquit jail | appeal accept | demolish stand | demolish survive
"""
NO_EFFECT = wordlist("difference effect benefit impact influence change improvement role")
IRREVERSIBLE = wordlist("die bury demolish destroy extinct burn")
SYMMETRIC = wordlist(
    """meet marry join talk negotiate sign ratify agree border ally cooperate trade merge clash fight share visit
    call phone face play compete debate speak"""
)


def _rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.strip().splitlines() for row in line.split(" | ") if row.strip()]


@cache
def families() -> dict[str, frozenset[int]]:
    """Stem -> numbers of the families it belongs to."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_rows(_FAMILIES)):
        for word in row:
            found.setdefault(stem(word), set()).add(number)
    return {key: frozenset(value) for key, value in found.items()}


@cache
def contrasts() -> dict[str, frozenset[int]]:
    """Stem -> numbers of the contrast rows that it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(CONTRASTS.strip().splitlines()):
        for word in line.split(" | "):
            found.setdefault(stem(word.strip()), set()).add(number)
    return {key: frozenset(value) for key, value in found.items()}


@cache
def phases() -> dict[str, frozenset[int]]:
    """Stem -> numbers of the phase rows that it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(PHASES.strip().splitlines()):
        for word in line.split(" | "):
            found.setdefault(stem(word.strip()), set()).add(number)
    return {key: frozenset(value) for key, value in found.items()}


@cache
def directed() -> dict[str, frozenset[int]]:
    """Stem of a verb that one does to another -> numbers of its groups."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_rows(DIRECTED)):
        for word in row:
            found.setdefault(stem(word), set()).add(number)
    return {key: frozenset(value) for key, value in found.items()}


@cache
def opposed_pairs() -> frozenset[tuple[str, str]]:
    pairs = set()
    for row in _rows(OPPOSED):
        left, right = (stem(word) for word in row)
        pairs |= {(left, right), (right, left)}
    return frozenset(pairs)


@cache
def opposed_words() -> frozenset[str]:
    """Stems that stand in some pair of opposites."""
    return frozenset(stem for pair in opposed_pairs() for stem in pair)
