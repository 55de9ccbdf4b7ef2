"""Danish."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"gå til (?:side|hoved)?indhold(?:et)?|spring til indhold(?:et)?|siden indlæses.*|"
        r"indlæser.*|vent venligst.*|"
        r"del (?:på|siden|artiklen).*|udskriv|læs (?:også|mere).*|relaterede? .*|lignende .*|"
        r"til toppen|"
        r"cookie.*|vi bruger cookies.*|accepter.*|annoncer?|annonce.*|\w+-annoncer|sponsoreret.*|"
        r"hent (?:som )?(?:pdf|ppt).*|"
        r"download .*|©.*|alle rettigheder.*|følg os.*|tilmeld .*nyhedsbrev.*|log ind|menu|søg|"
        r"forside|.{1,40} logo"
    ),
    provides=(
        r"\b(?:tilbyd|yd(?:er|e)\b|støtt|understøtt|hjælp|rådgiv|vejled|afhold|arranger|driv|"
        r"sørg|"
        r"undervis|koordiner|håndter|følg(?:er|e)\b|besøg|mægl|behandl|skab|aftaler|stiller|"
        r"samler)\w*"
    ),
    refers=(
        r"\bhenvis(?:er|e)\b|\bhenvend(?:er|e) sig til\b|\bsend(?:er|e) (?:sagen )?videre\b|"
        r"\bvisiter(?:er|e)\b|"
        r"\bbed(?:er|e) .{0,40}om hjælp|\bkontakt(?:er|e)\b|\bunderret(?:ter|te)\b|"
        r"\bindstill(?:er|e)\b"
    ),
    referred=(
        r"\b(?:bliver|er|blive)?\s*(?:henvist|visiteret|sendt videre|"
        r"indstillet) (?:videre )?til\b|\bhenvises (?:videre )?til\b"
    ),
    through=r"\b(?:gennem|via|ved hjælp af|igennem)\b",
    coordinates=(
        r"\bkoordiner\w*|\btovholder\w*|\bfaciliter\w*|\bsamler\b|\bi centrum for\b|"
        r"\bmødeleder\w*|\bindkalde(?:r|lse)\w*"
    ),
    coordinated_by=r"\b(?:koordineres|ledes|faciliteres|styres|koordineret|ledet) (?:af|fra)\b",
    funds=r"\b(?:finansierer|betaler for|støtter økonomisk)\b",
    funded_by=(
        r"\b(?:finansiere(?:s|t)|betal(?:es|t)|støtte(?:s|t) økonomisk) (?:\w+ )?(?:af|med)\b"
    ),
    members=(
        r"\b(?:med deltagelse af|deltagerne (?:udgøres af|er)|deltager(?:ne)?|udgøres af|"
        r"består af|omfatter|inddrager|"
        r"medlemmer(?:ne)?(?: er)?|bestående af|blandt andre)\b"
    ),
    partners=(
        r"\bsamarbejdspartnere?\b|\bpartnere?\b|\bdeltagere?\b|\baktører\b|\bmedlemmer\b|"
        r"\bhvem deltager\b"
    ),
    examples=r"\b(?:såsom|som for eksempel|for eksempel|f\.eks\.|fx|bl\.a\.|blandt andet|herunder)",
    between=(
        r"\b(?:samarbejde[t]?|aftale[n]?|partnerskab(?:et)?|samspil(?:let)?|"
        r"koordinering) mellem\b"
    ),
    joiner=r"\b(?:og|samt|eller)\b",
    together=r"\b(?:samarbejder|arbejder (?:tæt )?sammen) med\b",
    staff=r"\bpersonale\w*|\bansatte\b|\bmedarbejdere\b",
    target=(
        r"\bmålgruppe\w*|\bsærligt fokus på\b|\bhenvender sig til\b|\brettet mod\b|"
        r"\btilbud til\b|\ber for\b|\bfor (?:børn|unge|elever|forældre|familier)\b"
    ),
    legal=r"\b(?:handle|lov|rets)grundlag\w*|\bjuridisk(?:e)? grundlag|\bi henhold til\b",
    law=r"\b(?:lov om [^,;.\n]+|bekendtgørelse om [^,;.\n]+|\w+loven\b(?: § ?\d+)?)",
    updated=r"\b(?:senest |sidst )?(?:opdateret|ændret|revideret)\b",
    consent=r"\bsamtykke\w*|\btilladelse\b|\bunderskrift\w*",
    steps=(
        r"\btrin\b|\bprocedure\w*|\bsådan (?:gør|foregår)\b|\bfremgangsmåde\w*|"
        r"\bforløb(?:et)?\b|\bhandlevej\w*|\bhvad sker der\b"
    ),
    step_word=r"\btrin\b",
    fields=(
        r"\b(?:inden for|indenfor|på) områderne?\b|\bområder som\b|\barbejdsområder\b|"
        r"\bhjælp (?:til|med)\b"
    ),
    aims=r"\b(?:formål\w*|mål|målet|hensigt\w*)\b",
    district=r"\b(?:skole)?distrikt(?:er|et)?\b|\bbydele?\b",
    meeting=r"(?:netværks|samarbejds|fælles)?møder?",
    meets=r"\b(?:mødes|samles|holder møde)\b",
    times=r"gange",
    per_year=r"årligt|om året|pr\.? (?:skole)?år|hvert (?:skole)?år|i løbet af (?:skole)?året",
    event=(
        r"\b\w*(?:forebyggelses|tema|netværks|trivsels|inspirations)(?:dag|dage|uge|"
        r"konference)\w*\b"
    ),
    once=r"\b[éeè]n gang (?:årligt|om året)\b|\bhvert år\b|\bårlige?\b",
    numbers=(
        "én|en|et|ét|èn", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
        "tolv",
    ),
    within=r"inden for|indenfor|senest(?: efter| om| inden for)?|inden|højst|maksimalt|op til",
    until=r"til\b",
    during=r"(?:inden for|indenfor|i løbet af|over|i|på|under)",
    absence=r"\b\w*fravær\w*",
    occasion=r"(?:gange|tilfælde|dage)",
    day=r"(?:hver|skole|arbejds)?dage?|døgn",
    week=r"uger?",
    month=r"måned(?:er)?|mdr\.?",
    keys=MappingProxyType({
        "kind": r"type|slags|art",
        "country": r"land|lande",
        "language": r"sprog",
        "education": r"uddannelsesniveau(?:er)?|uddannelsestrin",
        "level": r"indsatsniveau|interventionsniveau|niveau for indsatsen?",
        "intensity": r"(?:indsatsens )?intensitet",
        "funding": r"finansiering(?:skilde(?:r)?)?",
        "target": r"målgrupper?",
        "ages": r"alder|aldersgruppe",
        "area": r"område|kommune|distrikt",
        "tags": r"emneord|tags|nøgleord",
        "organization": r"organisation|udbyder|institution",
        "author": r"forfatter(?:e)?",
    }),
)  # fmt: skip
