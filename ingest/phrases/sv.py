"""Swedish."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"(?:gå|hoppa) (?:direkt )?till (?:huvud)?innehåll(?:et)?|(?:\w+ )?laddar.*|vänta.*|"
        r"var god vänta.*|"
        r"dela (?:på|sidan|artikeln).*|skriv ut|läs (?:också|även|mer).*|liknande \w+|"
        r"relaterade? .*|till toppen|"
        r"cookie.*|kakor.*|vi använder (?:kakor|cookies).*|godkänn.*|annons(?:er)?|annons.*|"
        r"\w+-annonser|sponsrad.*|"
        r"ladda ner .*|©.*|alla rättigheter.*|följ oss.*|prenumerera.*|logga in|meny|sök|"
        r"startsida|.{1,40} log(?:o|otyp)|"
        r"en presentation över ämnet.*|presentationens avskrift.*|om projektet|feedback"
    ),
    provides=(
        r"\b(?:erbjud|stöd(?:jer|ja|er)|stärk|hjälp|rådgiv|vägled|ge[r]?\b|anordn|ordn|håll(?:er|"
        r"a)\b|driv(?:er|a)\b|"
        r"arranger|behandl|utreda?r?\b|följ(?:er|a) upp|samordn|undervis|besök|medl(?:ar|a)\b|"
        r"främja|förebygg|upptäck|"
        r"minska|utveckl)\w*"
    ),
    refers=(
        r"\bhänvisar?\b|\bremitterar?\b|\bvänd(?:er|a) sig till\b|\blämnar? över\b|"
        r"\bber .{0,40}om hjälp|\bkontaktar?\b|"
        r"\btar kontakt med\b|\banmäl(?:er|a)\b|\bkonsulterar?\b"
    ),
    referred=(
        r"\b(?:blir|är|bli)?\s*(?:hänvisa|remittera|slussa)(?:d|de|s|t)(?: vidare)? till\b|"
        r"\bhänvisas (?:vidare )?till\b"
    ),
    through=r"\b(?:genom|via|med hjälp av)\b",
    coordinates=(
        r"\bsamordn\w*|\bkoordiner\w*|\bsammankall\w*|\bi centrum för\b|\bnätverksledare\b|"
        r"\bsammanställer\b"
    ),
    coordinated_by=r"\b(?:samordnas|leds|koordineras|drivs) (?:av|från)\b",
    funds=r"\b(?:finansierar|betalar för|bekostar)\b",
    funded_by=r"\b(?:finansiera(?:s|d|t|de)|bekosta(?:s|d|t)|betala(?:s|d)) (?:\w+ )?(?:av|med)\b",
    members=(
        r"\b(?:med deltagande (?:av|från)|deltagare(?: är)?|deltar|består av|omfattar|ingår|"
        r"inkluderar|"
        r"medlemmar(?: är)?|bestående av)\b"
    ),
    partners=(
        r"\bsamverkansparter\b|\bsamarbetspartners?\b|\bparter\b|\bdeltagare\b|\baktörer\b|"
        r"\bmedlemmar\b|\bvilka deltar\b"
    ),
    examples=(
        r"\b(?:såsom|som till exempel|till exempel|t\.ex\.|t ex|exempelvis|bland annat|bl\.a\.|"
        r"däribland)"
    ),
    between=r"\b(?:samverkan|samarbetet?|överenskommelsen?|avtalet?|samordning(?:en)?) mellan\b",
    joiner=r"\b(?:och|samt|eller)\b",
    together=r"\b(?:samverkar|samarbetar|arbetar (?:tillsammans|ihop)) med\b",
    staff=r"\bpersonal\w*|\banställda\b|\bmedarbetare\b",
    target=(
        r"\bmålgrupp\w*|\bvänder sig till\b|\briktar sig till\b|\bär till för\b|\bför (?:barn|"
        r"ungdomar|unga|elever|föräldrar|familjer)\b"
    ),
    legal=r"\brättslig grund\b|\blagstöd\b|\blagrum\b|\benligt (?:\d+ kap|lag)",
    law=(
        r"\b(?:lag(?:en)? om [^,;.\n]+|\w+lagen\b|\d+ kap\.? ?\w* ?\d* ?§?|"
        r"förordning(?:en)? om [^,;.\n]+)"
    ),
    updated=r"\b(?:senast |sist )?(?:uppdatera[dt]e?s?|ändrad|reviderad)\b",
    consent=r"\bsamtyck\w*|\bmedgivande\w*|\bsekretess\w*|\bpåskrift\b",
    steps=(
        r"\bsteg\b|\bflödesschema\b|\brutin(?:er)?\b|\bså (?:går det till|gör)\b|\barbetsgång\b|"
        r"\bhandlingsplan\b|\bärendegång\b"
    ),
    step_word=r"\bsteg\b",
    fields=r"\binom områdena?\b|\bområden som\b|\bverksamhetsområden\b",
    aims=r"\b(?:mål|målet|syfte[t]?|målsättning\w*)\b",
    district=r"\b(?:skol|stads)?(?:distrikt|område|delar)(?:et|en)?\b",
    meeting=r"(?:nätverks|samverkans|gemensamma )?möten?",
    meets=r"\b(?:träffas|möts|samlas)\b",
    times=r"gånger",
    per_year=r"per (?:läs)?år|om året|varje (?:läs)?år|årligen|under (?:läs)?året",
    event=(
        r"\b\w*(?:förebyggande|tema|nätverks|inspirations|preventions)(?:dag|dagar|vecka|"
        r"konferens)\w*\b"
    ),
    once=r"\ben gång (?:per|om) året?\b|\bvarje år\b|\bårlig\w*\b",
    numbers=(
        "en|ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    ),
    within=r"(?:senast )?inom|senast(?: efter| om)?|högst|max(?:imalt)?|upp till",
    until=r"till\b",
    during=r"(?:under|inom|på|över)",
    absence=r"\b\w*(?:frånvaro|skolk)\w*",
    occasion=r"(?:gånger|\w*tillfällen?|dagar)",
    day=r"(?:arbets|skol|var)?dag(?:ar)?|dygn",
    week=r"veckor?|v\b\.?",
    month=r"månad(?:er)?|mån\b\.?",
    keys=MappingProxyType({
        "kind": r"typ|slag",
        "country": r"land|länder",
        "language": r"språk",
        "education": r"utbildningsnivå(?:er)?",
        "level": r"insatsnivå(?:er)?|åtgärdsnivå",
        "intensity": r"(?:insatsens )?intensitet",
        "funding": r"finansiering(?:skäll(?:a|or))?",
        "target": r"målgrupp(?:er)?",
        "ages": r"ålder|åldersgrupp",
        "area": r"område|kommun|stadsdel",
        "tags": r"ämnesord|taggar|nyckelord",
        "organization": r"organisation|anordnare|verksamhet",
        "author": r"författare",
    }),
)  # fmt: skip
