"""Word lists of the citation grammars, in the languages whose bibliographies and citations are read."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ADVERBS = _words(
    """
    later lately recently again perhaps maybe only even still once first second third finally critics historian
    historians economist economists professor prof dr mr mrs ms sir author authors researcher researchers scholar
    scholars january february march april may june july august september october november december unlike given most
    many some all both nevertheless nonetheless similarly likewise instead indeed
    """
)
"""Words before a surname that are no given name."""
ARTICLES = _words(
    """
    the a an as in on at by for of from to with and but or so yet when while where if since until after before
    although though because however moreover furthermore both see according also then thus later earlier even only
    like unlike following here this that these those is was are were what who which who's it its we they he she der
    die das ein eine wie nach laut auch bei im le la les un une selon comme dans el los las según como en как по в и
    о согласно enligt ifølge volgens secondo segundo conforme według podle kata menurut theo suivant per
    """
)
"""Words with a capital only because they begin a sentence: never the start of a name."""
BODY_WORDS = _words(
    """
    bank news union press institute university world national office council group society museum times post journal
    review center centre agency fund court state house street valley city county school college company project
    network service board forum trust federation association party ministry department staff desk team editorial
    """
)
"""Words that make two or three capitalised words a body, not a person."""
CITIES = frozenset(
    """
    New York|New York City|Los Angeles|Chicago|Boston|Philadelphia|San Francisco|Seattle|Houston|Dallas|Miami|Atlanta
    |Detroit|Denver|New Orleans|Las Vegas|St. Louis|Baltimore|Pittsburgh|Cleveland|Toronto|Montreal|Montréal|Vancouver
    |Calgary|Quebec|Québec|Sydney|Melbourne|Brisbane|Perth|Auckland|Manchester|Birmingham|Liverpool|Glasgow|Edinburgh
    |Leeds|Sheffield|Bristol|Newcastle|Cardiff|Belfast|Oxford|Cambridge|Hamburg|München|Munich|Köln|Cologne|Frankfurt
    |Stuttgart|Leipzig|Dresden|Düsseldorf|Bonn|Zürich|Zurich|Geneva|Genève|Basel|Lausanne|Salzburg|Graz|Milan|Milano
    |Turin|Torino|Naples|Napoli|Venice|Venezia|Florence|Firenze|Bologna|Genoa|Palermo|Barcelona|Seville|Sevilla
    |Valencia|Bilbao|Porto|Marseille|Lyon|Toulouse|Bordeaux|Strasbourg|Nice|Lille|Nantes|Antwerp|Antwerpen|Rotterdam
    |Amsterdam|The Hague|Utrecht|Gothenburg|Göteborg|Malmö|Bergen|Aarhus|Kraków|Krakow|Gdańsk|Brno|St. Petersburg
    |Saint Petersburg|Kharkiv|Odesa|Odessa|Istanbul|Izmir|Shanghai|Hong Kong|Guangzhou|Shenzhen|Osaka|Kyoto|Busan
    |Mumbai|Bombay|Kolkata|Calcutta|Chennai|Bangalore|Hyderabad|Karachi|Lahore|Dubai|Tel Aviv|Jerusalem|Mecca|Aleppo
    |Johannesburg|Cape Town|Durban|Lagos|Casablanca|Alexandria|Mombasa|São Paulo|Rio de Janeiro|Rio|Medellín|Guadalajara
    |Monterrey|Davos|Cannes|Versailles|Kassel|Nuremberg|Nürnberg|Rome|Roma|California|Texas|Florida|Scotland|England
    |Wales|Bavaria|Bayern|Catalonia|Europe|Africa|Asia|London|Paris|Berlin|Wien|Madrid|Moscow|Tokyo
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
"""Places that are named with a year and no source: a show "(Glasgow, 2012)"."""
COMPOUND_SURNAMES = _words(
    """
    欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空
    """
)
"""Chinese surnames of two characters."""
JOINING = _words(
    """
    and & und et y e i и of the for de la del van von der al. et. in on für des du di da to /
    """
)
"""Small words inside the names of several authors, or of a body."""
POINTERS = _words(
    """
    see also read more source sources via from reference references ref refs link links further reading related cf
    and or in e g i the here full story report original siehe auch quelle quellen vgl voir aussi véase también
    fuente fuentes ver см также источник источники 참고 출처 参见 来源 見 انظر المصدر
    """
)
"""Words that may stand beside the citations of a paragraph that holds nothing else ("Read more: …")."""
SMALL_WORDS = _words(
    """
    a an and at by de del der des di die du et for für in la le les of on the to und von y и
    """
)
"""Words that the name of a body writes small and its acronym may leave out."""
UNITS = _words(
    """
    m km cm mm dm ft in yd mi s h µm nm px R r x y z n CO H O e i j k a b c d p q t v w
    """
)
"""What a raised digit behind is an exponent ("km²") and no footnote mark."""
NAMELESS = frozenset(
    {
        "anon",
        "anonymous",
        "unknown",
        "no author",
        "unnamed",
        "author unknown",
        "anonym",
        "anonyme",
        "anónimo",
        "anonimo",
    }
)
"""What stands for an author whom nobody knows."""
PAGE_LINKS = frozenset(
    """
    unsubscribe|view in browser|view online|manage preferences|update preferences|subscribe|sign up|log in|sign in
    |privacy|privacy policy|terms|terms of use|imprint|impressum|datenschutz|abmelden|se désabonner|darse de baja
    |отписаться|contact|contact us|about us|share|tweet|print|back to top|home
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
"""The words of links that belong to the page or the letter, and never to what it says."""
LOCATOR_WORDS = _words(
    """
    p pp pg pgs page pages chap chaps chapter chapters ch chs cap kap sec secs section sections para paras paragraph
    paragraphs fol fols folio folios plate plates pl fig figs figure figures tab table tables annex annexes appendix app
    art arts article articles vol vols volume volumes no nos line lines l ll verse verses v vv note notes nn book bk
    part pt act scene loc slide slides entry map min box item ex reg rule schedule sched s § §§ ¶ rn abs bd anm abb z
    sp pág págs página páginas pagina paginas с стр гл ст п рис табл ص صص ف sid
    第 页 頁 쪽 면 pos ann passim
    """
)
"""What names a place in a work before its number: page, chapter, table, annex."""
LOCATOR_NUMBERS = _words("one two three four five six seven eight nine ten introduction preface infra supra")
"""What may stand for a number behind a locator word."""
LOCATOR_JOINERS = _words("and und et y и f ff n sq sqq seq passim esp especially here hier bes at sic cf")
"""Words between and behind the numbers of a locator."""
