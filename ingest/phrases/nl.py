"""Dutch."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"(?:ga|spring) naar (?:de )?(?:hoofd)?inhoud|(?:pagina )?laden.*|even geduld.*|"
        r"deel (?:op|deze|dit) .*|delen|printen|"
        r"lees (?:ook|meer|verder).*|gerelateerde? .*|vergelijkbare .*|naar boven|cookie.*|"
        r"wij gebruiken cookies.*|accepteer.*|"
        r"advertenties?.*|\w+-advertenties|gesponsord.*|download .*|©.*|"
        r"alle rechten voorbehouden.*|volg ons.*|"
        r"schrijf je in .*|inloggen|menu|zoeken|home|.{1,40} logo|logo .{1,40}"
    ),
    provides=(
        r"\b(?:bied|aanbied|ondersteun|help|begeleid|advise|geef|geven|organise|verzorg|vang|"
        r"opvang|coach|train|behandel|"
        r"bezoek|bemiddel|biedt|zorg|stimule|leer(?:t|en)|houd)\w*"
    ),
    refers=(
        r"\bverwij(?:st|zen)\b|\bwend(?:t|en) zich tot\b|\bschakel(?:t|en)\b|\bvra(?:agt|"
        r"gen) .{0,40}om hulp|"
        r"\bdra(?:agt|gen) .{0,30}over\b|\bneemt contact op met\b|\bmeld(?:t|en) .{0,30}bij\b"
    ),
    referred=(
        r"\b(?:wordt|worden|is|zijn)\b[^.;]{0,60}?\b(?:door)?verwezen naar\b|"
        r"\b(?:door)?verwezen naar\b|\bnaar (?=[^.;]{0,60}\b(?:door)?verwezen)"
    ),
    through=r"\b(?:via|door middel van|met behulp van)\b",
    coordinates=(
        r"\bcoördine\w*|\bbrengt .{0,40}samen\b|\bin het hart van\b|\btrekker\b|\bfacilite\w*|"
        r"\broept .{0,30}bijeen\b"
    ),
    coordinated_by=r"\b(?:gecoördineerd|geleid|getrokken|aangestuurd) (?:door|vanuit)\b",
    funds=r"\b(?:financiert|betaalt|subsidieert|bekostigt)\b",
    funded_by=r"\b(?:gefinancierd|betaald|gesubsidieerd|bekostigd)(?: \w+)? (?:door|met|uit)\b",
    members=(
        r"\b(?:bestaat uit|omvat|met deelname van|deelnemers(?: zijn)?|leden(?: zijn)?|"
        r"nemen deel|bestaande uit|"
        r"brengt samen|waaronder|aan tafel zitten)\b"
    ),
    partners=(
        r"\bpartners?\b|\bbetrokkenen\b|\bdeelnemers\b|\bleden\b|\bactoren\b|\bwie (?:doet|"
        r"doen) mee\b"
    ),
    examples=r"\b(?:zoals|bijvoorbeeld|bijv\.|bv\.|onder andere|o\.a\.|waaronder)",
    between=r"\b(?:samenwerking|overeenkomst|afspraken|partnerschap|afstemming) tussen\b",
    joiner=r"\b(?:en|of|alsook)\b",
    together=r"\b(?:werkt|werken) (?:nauw )?samen met\b|\bsamen met\b",
    staff=r"\bpersoneel\b|\bmedewerkers\b|\bteam van\b",
    target=(
        r"\bdoelgroep\w*|\bgericht op\b|\bbedoeld voor\b|\bis er voor\b|\bvoor (?:kinderen|"
        r"jongeren|leerlingen|ouders|gezinnen)\b"
    ),
    legal=r"\bwettelijk(?:e)? (?:basis|kader|grondslag)\b|\bop grond van\b|\bkrachtens\b",
    law=r"\b(?:Wet (?:op|op de|inzake|op het) [^,;.\n]+|\w+wet\b|[Dd]ecreet [^,;.\n]+)",
    updated=(
        r"\b(?:laatst (?:bijgewerkt|gewijzigd|aangepast)|bijgewerkt|laatste (?:update|"
        r"wijziging))\b"
    ),
    consent=r"\btoestemming\w*|\binstemming\w*|\bakkoord\b",
    steps=(
        r"\bstap(?:pen)?\b|\bstappenplan\b|\bprocedure\w*|\bwerkwijze\b|\bhoe (?:werkt het|"
        r"verloopt)\b|\bverloop\b"
    ),
    step_word=r"\bstap\b",
    fields=r"\bop het gebied van\b|\bop het vlak van\b|\bwerkterreinen\b",
    aims=r"\b(?:doel|doelen|doelstelling(?:en)?)\b",
    district=r"\b(?:school)?wijk(?:en)?\b|\bdistrict(?:en)?\b",
    meeting=r"(?:netwerk|gezamenlijke )?(?:overleg(?:gen)?|vergadering(?:en)?|bijeenkomst(?:en)?)",
    meets=r"\b(?:komt|komen) (?=[^.;]{0,50}(?:samen|bijeen))|\bvergader(?:t|en)\b",
    times=r"keer|maal",
    per_year=r"per (?:school)?jaar|jaarlijks|elk (?:school)?jaar",
    event=r"\b\w*(?:preventie|thema|netwerk|studie)(?:dag|dagen|week|conferentie)\b",
    once=r"\b(?:een|één)(?: ?keer| ?maal) per jaar\b|\belk jaar\b|\bjaarlijks\w*",
    numbers=(
        "één|een|eenmaal", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
        "elf", "twaalf",
    ),
    within=(
        r"binnen|uiterlijk(?: na| binnen)?|ten laatste(?: na| binnen)?|hoogstens|maximaal|"
        r"ten hoogste"
    ),
    until=r"tot\b",
    during=r"(?:binnen|gedurende|in|over|tijdens)",
    absence=r"\b(?:afwezig\w*|verzuim\w*|spijbel\w*)\b",
    occasion=r"(?:keer|dagen|maal|halve dagen)",
    day=r"(?:school|werk)?dag(?:en)?",
    week=r"we(?:ek|ken)",
    month=r"maand(?:en)?",
    keys=MappingProxyType({
        "kind": r"soort|type",
        "country": r"land(?:en)?",
        "language": r"ta(?:al|len)",
        "education": r"onderwijsniveaus?|onderwijsvorm",
        "level": r"interventieniveau|niveau van (?:de )?interventie",
        "intensity": r"intensiteit(?: van de interventie)?",
        "funding": r"financiering(?:sbron(?:nen)?)?",
        "target": r"doelgroep(?:en)?",
        "ages": r"leeftijd(?:en|sgroep)?",
        "area": r"gebied|gemeente|regio|werkgebied",
        "tags": r"trefwoorden|tags",
        "organization": r"organisatie|aanbieder|instelling",
        "author": r"auteurs?",
    }),
)  # fmt: skip
