"""Word groups of reporting English: irregular forms, words of one meaning, and meanings that exclude each other.

Compiled by hand for news, politics, finance, science, sport and law. A group holds words that may stand for each
other in a report of the same event without changing what is reported; it is no thesaurus. Words are base forms
(British or American spelling); :mod:`claimcheck.parse.words` folds inflected forms onto them. A word may belong to
several groups, never to two groups that exclude each other.
"""

from __future__ import annotations

IRREGULAR = """
be: am is are was were been being | have: has had having | do: does did done | go: goes went gone
say: said says | tell: told | rise: rose risen | arise: arose arisen | fall: fell fallen | grow: grew grown
shrink: shrank shrunk shrunken | sink: sank sunk | fly: flew flown | throw: threw thrown | know: knew known
draw: drew drawn | withdraw: withdrew withdrawn | overthrow: overthrew overthrown | show: showed shown | see: saw seen
take: took taken | undertake: undertook undertaken | overtake: overtook overtaken | mistake: mistook mistaken
shake: shook shaken | give: gave given | forgive: forgave forgiven | drive: drove driven | write: wrote written
ride: rode ridden | strike: struck stricken | strive: strove striven | break: broke broken | speak: spoke spoken
steal: stole stolen | freeze: froze frozen | choose: chose chosen | wake: woke woken | forget: forgot forgotten
get: got gotten | begin: began begun | drink: drank drunk | swim: swam swum | ring: rang rung | sing: sang sung
run: ran | come: came | become: became | overcome: overcame | win: won | lose: lost | find: found | hold: held
withhold: withheld | uphold: upheld | stand: stood | withstand: withstood | understand: understood | sell: sold
send: sent | spend: spent | lend: lent | bend: bent | build: built | rebuild: rebuilt | make: made | pay: paid
lay: laid | leave: left | lead: led | feed: fed | bleed: bled | flee: fled | breed: bred | speed: sped
meet: met | keep: kept | sleep: slept | sweep: swept | weep: wept | creep: crept | feel: felt | deal: dealt
mean: meant | bring: brought | buy: bought | fight: fought | seek: sought | think: thought | teach: taught
catch: caught | sit: sat | hang: hung | dig: dug | stick: stuck | swing: swung | spin: spun | win: won
shoot: shot | hear: heard | eat: ate eaten | bear: bore borne | tear: tore torn | wear: wore worn | swear: swore sworn
beat: beaten | bite: bit bitten | hide: hid hidden | slide: slid | light: lit | blow: blew blown | burn: burnt
learn: learnt | spell: spelt | dwell: dwelt | spill: spilt | lie: lain lying | die: died dying dies | tie: tied tying
forbid: forbade forbidden | bid: bade bidden | spring: sprang sprung | fling: flung | cling: clung | sting: stung
foresee: foresaw foreseen | forego: forewent foregone | undergo: underwent undergone | undo: undid undone
man: men | woman: women | child: children | person: people persons | foot: feet | tooth: teeth | goose: geese
mouse: mice | ox: oxen | life: lives | wife: wives | knife: knives | leaf: leaves | loaf: loaves | half: halves
wolf: wolves | thief: thieves | crisis: crises | analysis: analyses | basis: bases | thesis: theses
hypothesis: hypotheses | axis: axes | criterion: criteria | phenomenon: phenomena | medium: media | datum: data
bacterium: bacteria | curriculum: curricula | memorandum: memoranda | referendum: referenda | index: indices
vertex: vertices | appendix: appendices | alumnus: alumni | nucleus: nuclei | stimulus: stimuli
good: better best well | bad: worse worst badly | far: farther further farthest furthest | policeman: policemen
fireman: firemen | spokesman: spokesmen | spokeswoman: spokeswomen | lawmaker: lawmakers | fisherman: fishermen
"""

SPELLING = """
defence:defense offence:offense licence:license pretence:pretense practise:practice centre:center theatre:theater
metre:meter litre:liter fibre:fiber calibre:caliber sabre:saber manoeuvre:maneuver kilometre:kilometer
programme:program cheque:check tyre:tire plough:plow grey:gray jewellery:jewelry aluminium:aluminum sceptic:skeptic
sceptical:skeptical ageing:aging judgement:judgment acknowledgement:acknowledgment enrol:enroll fulfil:fulfill
instalment:installment skilful:skillful wilful:willful haemorrhage:hemorrhage anaemia:anemia oestrogen:estrogen
paediatric:pediatric foetus:fetus diarrhoea:diarrhea catalogue:catalog dialogue:dialog analogue:analog mum:mom
"""

CONCEPTS: dict[str, str] = {
    # saying
    "say": "say state tell remark comment note mention add write declare announce report explain observe post tweet",
    "claim": "claim assert contend allege maintain insist argue",
    "stress": "stress emphasize underline underscore highlight",
    "announce": "announce declare proclaim unveil reveal disclose publish release",
    "reply": "reply respond answer retort counter",
    "ask": "ask inquire query question",
    "request": "request urge appeal demand plead petition call ask beg",
    "warn": "warn caution alert",
    "promise": "promise pledge vow undertake commit swear",
    "predict": "predict forecast project foresee expect anticipate estimate",
    "suggest": "suggest imply indicate hint signal",
    "criticize": "criticize condemn denounce slam blast censure deplore decry rebuke chide attack fault",
    "praise": "praise hail laud commend applaud acclaim welcome salute",
    "admit": "admit acknowledge concede confess",
    "deny": "deny refute rebut dispute reject disavow",
    "confirm": "confirm verify corroborate substantiate acknowledge affirm",
    "accuse": "accuse blame charge allege indict",
    "threaten": "threaten menace",
    "thank": "thank credit",
    "apologize": "apologize apology regret",
    "complain": "complain protest object grumble lament",
    "speak": "speak talk address lecture",
    "discuss": "discuss debate negotiate talk confer deliberate consult",
    # direction
    "rise": "rise increase grow climb soar surge jump gain swell mount escalate accelerate expand leap rocket spike "
    "double triple treble quadruple rally rebound upturn uptick growth hike appreciate multiply strengthen",
    "fall": "fall decrease decline drop shrink plunge slump tumble sink dip slide dwindle diminish plummet contract "
    "halve reduce lessen recede slip ebb downturn reduction depreciate fell subside weaken",
    "raise": "raise increase boost lift hike elevate up augment",
    "lower": "lower cut reduce slash trim curb decrease lessen curtail",
    "improve": "improve recover enhance upgrade advance",
    "worsen": "worsen deteriorate degrade aggravate exacerbate decline",
    "more": "more greater larger higher bigger above over exceed surpass",
    "less": "less fewer smaller lower below under",
    "most": "most majority largely mainly mostly",
    "least": "least minority fewest smallest",
    "high": "high tall elevated lofty",
    "low": "low reduced",
    "large": "large big huge vast enormous massive sizeable major giant considerable substantial",
    "small": "small little tiny minor slight minuscule modest negligible",
    "fast": "fast quick rapid swift speedy",
    "slow": "slow gradual sluggish",
    "widen": "widen broaden extend expand enlarge lengthen",
    "narrow": "narrow shorten tighten shrink",
    "accelerate": "accelerate hasten quicken speed",
    "decelerate": "decelerate slow delay retard",
    "stable": "stable steady unchanged constant flat stagnate",
    # winning and losing, agreeing and refusing
    "win": "win triumph victory prevail clinch secure victorious winner",
    "lose": "lose defeat loss loser losing",
    "beat": "beat defeat overcome rout thrash crush vanquish outplay edge",
    "succeed": "succeed success successful manage achieve accomplish",
    "fail": "fail failure unsuccessful flop founder",
    "ratify": "ratify approve adopt pass endorse sign enact",
    "refuse": "refuse reject decline rebuff spurn veto turn",
    "accept": "accept agree approve consent embrace",
    "approve": "approve back endorse sanction authorize clear greenlight adopt pass",
    "reject": "reject refuse oppose veto dismiss overrule disapprove",
    "support": "support back favor endorse champion advocate uphold",
    "oppose": "oppose resist object contest defy",
    "agree": "agree concur consent accord",
    "disagree": "disagree differ dissent",
    "allow": "allow permit authorize let enable legalize license",
    "ban": "ban prohibit forbid outlaw bar block prevent disallow criminalize",
    "require": "require oblige compel force mandate order demand",
    "exempt": "exempt excuse waive spare",
    "keep": "keep retain maintain preserve hold continue",
    "abolish": "abolish scrap repeal revoke rescind annul cancel axe abandon drop",
    "introduce": "introduce launch begin start establish impose institute",
    "impose": "impose levy apply",
    "lift": "lift remove ease relax suspend",
    "comply": "comply obey observe respect honor abide",
    "violate": "violate breach break flout infringe contravene defy",
    "legal": "legal lawful legitimate licit",
    "illegal": "illegal unlawful illegitimate illicit outlawed",
    "guilty": "guilty convict conviction condemn",
    "innocent": "innocent acquit acquittal exonerate clear absolve",
    "convict": "convict sentence",
    "acquit": "acquit exonerate absolve clear",
    "arrest": "arrest detain apprehend capture jail imprison custody seize",
    "release": "release free liberate discharge",
    "hire": "hire recruit employ appoint engage",
    "dismiss": "dismiss sack fire oust remove layoff axe",
    "appoint": "appoint name nominate choose select designate pick",
    "resign": "resign quit depart",
    "elect": "elect choose vote",
    "join": "join enter enroll accede",
    "quit": "quit leave exit withdraw abandon",
    "include": "include comprise contain encompass comprising",
    "exclude": "exclude omit except",
    "admit-entry": "admit enter",
    "expel": "expel deport evict banish oust",
    # beginning and ending, opening and closing
    "begin": "begin start commence launch open initiate kick",
    "end": "end finish conclude stop cease terminate halt close complete expire",
    "continue": "continue persist proceed remain last",
    "stop": "stop halt cease discontinue suspend end pause",
    "resume": "resume restart reopen",
    "suspend": "suspend pause freeze",
    "open": "open reopen unlock inaugurate",
    "close": "close shut shutter seal",
    "build": "build construct erect develop",
    "destroy": "destroy demolish raze ruin wreck devastate level flatten dismantle",
    "create": "create found establish form set",
    "dissolve": "dissolve disband",
    "repair": "repair fix mend restore rebuild renovate",
    "damage": "damage harm hurt injure impair",
    "postpone": "postpone delay defer",
    "advance": "advance progress proceed",
    "retreat": "retreat withdraw recede pull",
    # moving
    "arrive": "arrive reach land enter",
    "leave": "leave depart exit",
    "enter": "enter access",
    "return": "return restore come",
    "send": "send dispatch deploy ship deliver transfer supply export",
    "receive": "receive get obtain accept import",
    "deploy": "deploy station dispatch mobilize send post",
    "withdraw": "withdraw pull recall retreat evacuate",
    "export": "export",
    "import": "import",
    "buy": "buy purchase acquire procure",
    "sell": "sell vend",
    "lend": "lend loan",
    "borrow": "borrow",
    "give": "give donate grant provide hand supply",
    "take": "take seize grab confiscate",
    "pay": "pay spend disburse",
    "earn": "earn make gain",
    "profit": "profit surplus gain",
    "loss": "loss deficit shortfall",
    "cost": "cost price fee charge",
    "move": "move shift relocate transfer",
    "travel": "travel journey trip visit fly drive",
    "flee": "flee escape run",
    "carry": "carry transport haul convey ferry",
    "attack": "attack strike assault raid bomb shell hit",
    "defend": "defend protect guard shield",
    "invade": "invade invasion incursion occupy",
    "launch": "launch fire shoot test",
    "fight": "fight battle combat clash",
    "war": "war conflict hostilities fighting",
    "peace": "peace truce ceasefire armistice",
    "escalate": "escalate intensify heighten worsen",
    "deescalate": "deescalate defuse calm ease",
    # life and death
    "kill": "kill slay murder assassinate execute dead die death claim",
    "die": "die perish dead death deceased succumb fatality casualty kill",
    "alive": "alive live survive survivor",
    "born": "born birth",
    "injure": "injure wound hurt maim",
    "sick": "sick ill unwell ailing",
    "healthy": "healthy well fit",
    "infect": "infect contract catch infection",
    "cure": "cure heal recover treat",
    "cause": "cause trigger spark lead provoke prompt produce bring",
    "prevent": "prevent avert avoid stop block thwart foil",
    # people
    "soldier": "soldier troop serviceman trooper military force army personnel",
    "official": "official authority officer",
    "lawmaker": "lawmaker legislator deputy parliamentarian senator representative",
    "leader": "leader head chief boss ruler",
    "worker": "worker employee staff labor laborer personnel",
    "employer": "employer boss",
    "doctor": "doctor physician medic clinician",
    "teacher": "teacher educator instructor",
    "pupil": "pupil student schoolchild",
    "police": "police officer policeman constable",
    "suspect": "suspect accused defendant",
    "lawyer": "lawyer attorney solicitor barrister counsel",
    "scientist": "scientist researcher academic",
    "expert": "expert specialist analyst",
    "resident": "resident inhabitant citizen local",
    "refugee": "refugee migrant asylum displaced",
    "person": "person people individual human",
    "child": "child kid youngster minor",
    "baby": "baby infant newborn",
    "man": "man male gentleman",
    "woman": "woman female lady",
    "boy": "boy lad",
    "girl": "girl lass",
    "father": "father dad",
    "mother": "mother mom",
    "son": "son",
    "daughter": "daughter",
    "brother": "brother",
    "sister": "sister",
    "husband": "husband",
    "wife": "wife",
    "king": "king",
    "queen": "queen",
    "spokesperson": "spokesperson spokesman spokeswoman",
    "protester": "protester demonstrator marcher",
    "rebel": "rebel insurgent guerrilla militant fighter",
    "ally": "ally partner friend",
    "enemy": "enemy foe adversary opponent rival",
    "winner": "winner champion victor",
    "buyer": "buyer purchaser customer client consumer",
    "seller": "seller vendor",
    "teenager": "teenager teen adolescent",
    "elderly": "elderly old aged senior",
    # things in the news
    "treaty": "treaty pact accord agreement deal convention",
    "law": "law legislation act statute bill",
    "rule": "rule regulation",
    "government": "government administration cabinet",
    "election": "election vote poll ballot",
    "parliament": "parliament legislature assembly congress",
    "company": "company firm business corporation enterprise",
    "money": "money cash fund",
    "ammunition": "ammunition munition shell round",
    "weapon": "weapon arm arms weaponry",
    "missile": "missile rocket",
    "bomb": "bomb explosive",
    "explosion": "explosion blast detonation",
    "fire": "fire blaze inferno wildfire",
    "flood": "flood flooding inundation",
    "earthquake": "earthquake quake tremor",
    "storm": "storm hurricane typhoon cyclone tempest",
    "crash": "crash collision accident",
    "car": "car automobile vehicle",
    "plane": "plane aircraft airplane jet airliner",
    "ship": "ship vessel boat",
    "train": "train rail railway railroad",
    "house": "house home dwelling residence",
    "city": "city town municipality metropolis",
    "country": "country nation state",
    "region": "region area district province territory zone",
    "border": "border frontier boundary",
    "job": "job post position work employment occupation",
    "strike-work": "strike walkout stoppage",
    "pay-noun": "pay wage salary earnings remuneration",
    "tax": "tax levy duty tariff",
    "illness": "illness disease sickness ailment",
    "medicine": "medicine drug medication",
    "vaccine": "vaccine jab shot vaccination inoculation",
    "hospital": "hospital clinic",
    "school": "school college",
    "study": "study research survey analysis",
    "evidence": "evidence proof",
    "game": "game match fixture",
    "goal": "goal score",
    "meeting": "meeting summit conference talk gathering",
    "film": "film movie picture",
    "book": "book novel volume",
    "newspaper": "newspaper paper daily",
    "demonstration": "demonstration protest rally march",
    "aid": "aid assistance help support relief",
    "crime": "crime offense felony",
    "prison": "prison jail",
    "trial": "trial hearing proceedings",
    "verdict": "verdict ruling judgment decision",
    "plan": "plan scheme proposal project program",
    "aim": "aim goal objective target purpose",
    "problem": "problem issue difficulty trouble",
    "danger": "danger risk threat hazard peril",
    "increase-noun": "increase rise growth gain",
    "shortage": "shortage lack scarcity dearth deficiency",
    "abundance": "abundance surplus glut plenty",
    "rain": "rain rainfall precipitation downpour",
    "drought": "drought dry",
    "half": "half",
    "year": "year annual yearly",
    "month": "month monthly",
    "week": "week weekly",
    "day": "day daily",
    # qualities
    "dangerous": "dangerous unsafe hazardous risky perilous",
    "safe": "safe secure harmless",
    "rich": "rich wealthy affluent prosperous",
    "poor": "poor impoverished needy",
    "strong": "strong powerful mighty robust",
    "weak": "weak feeble frail fragile",
    "hot": "hot warm heat",
    "cold": "cold cool chilly freezing",
    "warm-verb": "warm heat",
    "cool-verb": "cool chill",
    "wet": "wet rainy damp",
    "dry": "dry arid",
    "new": "new fresh recent novel",
    "old": "old ancient aged",
    "young": "young youthful",
    "early": "early ahead",
    "late": "late delayed overdue",
    "true": "true correct accurate right",
    "false": "false wrong incorrect untrue inaccurate fake bogus mistaken",
    "public": "public open state",
    "private": "private confidential",
    "secret": "secret hidden covert classified clandestine",
    "free-cost": "free gratis",
    "cheap": "cheap inexpensive affordable low-cost",
    "expensive": "expensive costly dear pricey",
    "full": "full complete whole entire total",
    "empty": "empty vacant void",
    "partial": "partial incomplete part",
    "permanent": "permanent lasting enduring indefinite",
    "temporary": "temporary interim provisional brief",
    "common": "common frequent widespread prevalent usual",
    "rare": "rare uncommon scarce infrequent unusual",
    "easy": "easy simple straightforward",
    "difficult": "difficult hard tough challenging",
    "good": "good positive favorable beneficial",
    "bad": "bad negative adverse unfavorable harmful poor",
    "happy": "happy glad pleased delighted",
    "sad": "sad unhappy sorrowful",
    "optimistic": "optimistic hopeful upbeat",
    "pessimistic": "pessimistic gloomy downbeat",
    "important": "important significant key crucial vital essential major",
    "domestic": "domestic internal national home",
    "foreign": "foreign external overseas abroad international",
    "urban": "urban city",
    "rural": "rural countryside",
    "civilian": "civilian",
    "nuclear": "nuclear atomic",
    "maximum": "maximum peak highest most ceiling",
    "minimum": "minimum lowest least floor",
    "first": "first initial earliest inaugural",
    "last": "last final latest",
    "same": "same identical equal alike",
    "different": "different distinct unequal unlike",
    "majority": "majority most",
    "minority": "minority",
    "unanimous": "unanimous unanimously",
    "guess": "guess speculate",
    "know": "know aware",
    "remember": "remember recall recollect",
    "forget": "forget",
    "love": "love adore",
    "hate": "hate loathe detest",
    "trust": "trust confidence faith",
    "distrust": "distrust mistrust suspicion",
    "help": "help assist aid",
    "hinder": "hinder hamper impede obstruct",
    "encourage": "encourage urge promote",
    "discourage": "discourage deter dissuade",
    "strengthen": "strengthen reinforce bolster fortify consolidate deepen",
    "undermine": "undermine weaken erode sap",
    "unite": "unite merge combine unify",
    "divide": "divide split separate",
    "attend": "attend participate",
    "miss": "miss skip absent",
    "present": "present attending",
    "absent": "absent missing",
    "appear": "appear emerge surface",
    "disappear": "disappear vanish",
    "discover": "discover find detect uncover identify",
    "conceal": "conceal hide cover mask",
    "show": "show demonstrate reveal prove display",
    "prove": "prove demonstrate establish",
    "disprove": "disprove refute debunk",
    "teach": "teach instruct educate",
    "produce": "produce manufacture make generate",
    "consume": "consume use eat",
    "save": "save rescue",
    "waste": "waste squander",
    "invest": "invest investment",
    "divest": "divest",
    "own": "own possess",
    "lack": "lack",
    "need": "need require",
    "change": "change alter modify amend revise",
    "replace": "replace substitute supplant",
    "compare": "compare contrast",
    "measure": "measure gauge",
    "count": "count tally number",
    "control": "control run govern rule manage",
    "marry": "marry wed marriage wedding",
    "divorce": "divorce separate",
    "publish": "publish print issue release",
    "win-award": "award prize honor",
    "celebrate": "celebrate mark commemorate",
    "mourn": "mourn grieve",
    "adopt": "adopt pass approve",
    "invite": "invite ask",
    "sue": "sue prosecute",
    "lead": "lead head chair direct",
    "follow": "follow succeed",
    "precede": "precede predate",
    "before": "before prior ahead earlier previously until",
    "after": "after following later since afterwards subsequently",
    "inside": "inside within indoors",
    "outside": "outside beyond outdoors",
    "above": "above over",
    "below": "below under beneath",
    "north": "north northern",
    "south": "south southern",
    "east": "east eastern",
    "west": "west western",
    "always": "always constantly invariably",
    "never": "never",
    "everyone": "everyone everybody all",
    "nobody": "nobody none",
    "with": "with including",
    "without": "without lacking",
    "morning": "morning dawn",
    "evening": "evening dusk night",
    "summer": "summer",
    "winter": "winter",
    "victory": "victory win triumph",
    "defeat": "defeat loss",
    "hero": "hero",
    "villain": "villain",
    "left-wing": "leftist socialist",
    "right-wing": "rightist conservative",
    "democracy": "democracy democratic",
    "dictatorship": "dictatorship authoritarian autocracy",
    "independence": "independence sovereignty independent",
    "dependence": "dependence dependent reliance",
    "tighten": "tighten toughen harden",
    "loosen": "loosen relax ease soften",
    "exceed": "exceed surpass top beat outstrip outnumber outperform",
    "trail": "trail lag underperform",
    "tie": "tie draw level",
    "overestimate": "overestimate overstate exaggerate inflate",
    "underestimate": "underestimate understate downplay",
    "upgrade": "upgrade promote",
    "downgrade": "downgrade demote relegate",
    "sunny": "sunny bright clear",
    "cloudy": "cloudy overcast",
    "awake": "awake",
    "asleep": "asleep sleep",
    "stand": "stand upright",
    "sit": "sit seated",
    "heavy": "heavy weighty",
    "light": "light lightweight",
    "long": "long lengthy",
    "short": "short brief",
    "deep": "deep profound",
    "shallow": "shallow superficial",
    "thick": "thick dense",
    "thin": "thin slim",
    "wide": "wide broad",
    "clean": "clean pure",
    "dirty": "dirty polluted contaminated",
    "black": "black dark",
    "white": "white pale",
    "near": "near close nearby adjacent",
    "distant": "distant remote faraway far",
    "indoor": "indoor indoors",
    "outdoor": "outdoor outdoors",
    "voluntary": "voluntary optional",
    "compulsory": "compulsory mandatory obligatory forced",
    "deliberate": "deliberate intentional",
    "accidental": "accidental unintentional inadvertent",
    "friendly": "friendly amicable cordial",
    "hostile": "hostile unfriendly antagonistic",
    "effective": "effective efficacious",
    "ineffective": "ineffective useless futile",
    "likely": "likely probable",
    "unlikely": "unlikely improbable",
    "possible": "possible feasible",
    "impossible": "impossible unfeasible",
}

OPPOSITES = """
rise/fall raise/lower improve/worsen more/less high/low large/small fast/slow widen/narrow
accelerate/decelerate rise/lower raise/fall win/lose succeed/fail ratify/refuse ratify/reject accept/refuse
accept/reject
approve/reject support/oppose agree/disagree allow/ban approve/ban require/exempt keep/abolish introduce/abolish
impose/lift comply/violate legal/illegal guilty/innocent convict/acquit arrest/release hire/dismiss appoint/dismiss
join/quit include/exclude admit-entry/expel begin/end continue/stop resume/suspend open/close build/destroy
create/dissolve create/destroy repair/damage advance/retreat arrive/leave enter/leave send/receive deploy/withdraw
export/import buy/sell
lend/borrow give/take earn/pay profit/loss attack/defend war/peace escalate/deescalate kill/alive die/alive die/born
sick/healthy infect/cure cause/prevent criticize/praise deny/admit deny/confirm
worker/employer teacher/pupil man/woman boy/girl father/mother son/daughter brother/sister husband/wife king/queen
ally/enemy buyer/seller teenager/elderly shortage/abundance rain/drought dangerous/safe rich/poor strong/weak
hot/cold warm-verb/cool-verb wet/dry new/old young/old early/late true/false public/private public/secret
cheap/expensive
full/empty full/partial permanent/temporary common/rare easy/difficult good/bad happy/sad optimistic/pessimistic
domestic/foreign urban/rural maximum/minimum first/last same/different majority/minority remember/forget love/hate
trust/distrust help/hinder encourage/discourage strengthen/undermine unite/divide attend/miss present/absent
appear/disappear discover/conceal show/conceal prove/disprove produce/consume save/waste invest/divest own/lack
marry/divorce celebrate/mourn precede/follow before/after inside/outside above/below north/south east/west
always/never everyone/nobody with/without morning/evening summer/winter victory/defeat hero/villain
left-wing/right-wing democracy/dictatorship independence/dependence tighten/loosen exceed/trail
overestimate/underestimate upgrade/downgrade sunny/cloudy awake/asleep stand/sit heavy/light long/short deep/shallow
thick/thin wide/narrow clean/dirty black/white near/distant indoor/outdoor voluntary/compulsory
deliberate/accidental friendly/hostile effective/ineffective likely/unlikely possible/impossible tighten/lift
destroy/save
"""
"""Pairs of groups that exclude each other when they are said of the same thing."""

PREFIXED = """
un: able acceptable affected afraid aided armed authorised authorized aware balanced beaten certain changed clear common
comfortable conditional confirmed constitutional controlled convinced cooperative countable decided defeated desirable
documented employed equal ethical expected explained fair faithful familiar favorable finished fit foreseen fortunate
founded happy harmed healthy helpful hurt identified important impressed injured insured intended interested just kind
known lawful licensed likely limited lock married necessary official paid pleasant popular precedented predictable
prepared profitable proven published qualified ready realistic reasonable recognized registered related reliable
repentant resolved restricted safe satisfactory scathed scheduled seen settled signed sold solved specified stable
successful suitable supported sustainable tested tied touched true used usual vaccinated verified wanted warranted
welcome willing wise worthy wrapped
in: accurate active adequate appropriate capable complete compatible conclusive consistent correct credible dependent
direct effective efficient eligible equitable experienced flexible formal frequent humane secure sensitive significant
sufficient tolerant valid visible voluntary
im: balanced mature moral mobile partial patient perfect permissible plausible polite possible practical precise
probable proper pure
ir: rational regular relevant religious responsible reversible
il: legal legible legitimate liberal licit literate logical
dis: advantage agree allow approve arm assemble associate comfort connect continue courage credit embark engage
honest honor integrate like loyal obey obedient orderly organized own prove qualify respect satisfied similar
trust unite
non: aligned compliant essential existent fatal lethal nuclear partisan political profit resident violent
mis: understand interpret manage trust
de: activate centralize certify classify colonize criminalize escalate mobilize nuclearize regulate stabilize
"""
"""Words whose negation is a prefix: "un" + "armed". Only listed pairs count: "disclose" is no opposite of "close"."""
