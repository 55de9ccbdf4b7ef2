"""Hungarian."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"(?:ugrás|tovább) a (?:fő)?tartalom(?:hoz|ra)|betöltés.*|kérjük,? várjon.*|megosztás.*|"
        r"nyomtatás|"
        r"(?:olvasson|olvass|olvassa el) (?:tovább|még|ezt is).*|kapcsolódó .*|hasonló .*|"
        r"vissza a tetejére|cookie.*|sütik?.*|"
        r"sütiket használunk.*|elfogad.*|hirdetés(?:ek)?.*|\w+-hirdetések|szponzorált.*|"
        r"letöltés.*|©.*|"
        r"minden jog fenntartva.*|kövessen minket.*|iratkozz.*|hírlevél.*|belépés|bejelentkezés|"
        r"menü|keresés|kezdőlap|"
        r".{1,40} logó(?:ja)?"
    ),
    provides=(
        r"\b(?:nyújt|biztosít|kínál|segít|támogat|szervez|tart(?:ja|anak|unk)?\b|tanácsad|"
        r"tanácsot ad|kísér|fejleszt|oktat|"
        r"tanít|működtet|vezet|foglalkoz|ellát|gondoz|látogat|közvetít|meghallgat|fogad)\w*"
    ),
    refers=(
        r"\b(?:tovább)?irányít(?:ja|ják)?\b|\b(?:oda)?fordul(?:nak)?\b|"
        r"\bkéri?k?\b.{0,40}segítség|\bmegkeres(?:i|ik)\b|"
        r"\bbevon(?:ja|ják)\b|\bátad(?:ja|ják)\b|\bjelez(?:nek|i)?\b|\bértesít(?:i|ik)\b"
    ),
    referred=r"\b(?:tovább)?irányítják\b|\b(?:kerül(?:nek)?|utalják|küldik)\b",
    through=r"\b(?:keresztül|révén|segítségével|közreműködésével)\b",
    coordinates=(
        r"\bkoordinál\w*|\bkoordinátor\w*|\bösszehangol\w*|\bközéppontjában\b|\bösszefog\w*|"
        r"\bösszehív\w*|\bfacilit\w*"
    ),
    coordinated_by=r"\b(?:vezetésével|koordinálásával|irányításával)\b",
    funds=r"\b(?:finanszírozza|fizeti|támogatja anyagilag)\b",
    funded_by=(
        r"\b(?:által (?:finanszírozott|fizetett|támogatott)|finanszírozásával|támogatásával|"
        r"pénzéből)\b"
    ),
    members=(
        r"\b(?:tagjai|résztvevői?k?|részt vesznek|részvételével|áll(?:nak)? össze|tartoznak|"
        r"magában foglalja|"
        r"alkotják|a következő(?:k|kből)?|bevonásával)\b"
    ),
    partners=(
        r"\bpartner(?:ek|ei|einek)?\b|\brésztvevő\w*|\btagok\b|\bszereplők\b|"
        r"\bkik vesznek részt\b"
    ),
    examples=r"\b(?:például|pl\.|így|mint például|többek között|köztük)",
    between=r"\b(?:közötti|közti) (?:együttműködés|megállapodás|partnerség)\w*",
    joiner=r"\b(?:és|vagy|valamint)\b",
    together=r"\b(?:együttműködik|együttműködnek|együtt dolgozik|együtt dolgoznak)\b",
    staff=r"\bmunkatárs\w*|\bszemélyzet\w*|\bdolgozó(?:i|k)\b",
    target=(
        r"\bcélcsoport\w*|\bszól\b|\brészére\b|\bszámára\b|\b(?:gyerekeknek|gyermekeknek|"
        r"fiataloknak|tanulóknak|szülőknek|családoknak)\b"
    ),
    legal=r"\bjogi alap\w*|\bjogszabályi (?:háttér|alap)\w*|\btörvény alapján\b",
    law=r"\b(?:\d{4}\. évi [IVXLC]+\. törvény|[A-ZÁÉÍÓÖŐÚÜŰ][^,;.\n]{3,60} (?:szóló )?törvény)",
    updated=r"\b(?:utoljára (?:frissítve|módosítva)|utolsó (?:frissítés|módosítás)|frissítve)\b",
    consent=r"\bhozzájárul\w*|\bbeleegyez\w*|\bengedély\w*|\bnyilatkozat\w*",
    steps=(
        r"\blépés\w*|\beljárás\w*|\bfolyamat\w*|\bhogyan (?:működik|zajlik)\b|\beljárásrend\b|"
        r"\bmenete\b"
    ),
    step_word=r"\blépés\b",
    fields=r"\bterület(?:én|ein)\b|\bterületek\b",
    aims=r"\b(?:célja?|célok|célkitűzés\w*)\b",
    district=r"\b(?:iskolai? )?(?:körzet\w*|kerület\w*)\b",
    meeting=r"(?:hálózati |közös )?(?:találkozó\w*|megbeszélés\w*|ülés\w*|értekezlet\w*)",
    meets=r"\b(?:találkozik|találkoznak|összeül(?:nek)?|ülésezik)\b",
    times=r"(?:alkalommal|szer|szor|ször)",
    per_year=r"évente|egy évben|tanévenként|minden évben",
    event=r"\b\w*(?:prevenciós|megelőzési|tematikus|hálózati) (?:nap|hét|konferencia)\w*",
    once=r"\bévente egy(?:szer)?\b|\bminden évben\b|\bévi\b",
    numbers=(
        "egy", "két|kettő|kétszer", "három|háromszor", "négy", "öt", "hat", "hét", "nyolc",
        "kilenc", "tíz", "tizenegy", "tizenkettő|tizenkét",
    ),
    within=r"legkésőbb|legfeljebb|belül|maximum",
    until=r"(?:belül|múlva)\b",
    during=r"(?:alatt|során|belül)",
    absence=r"\b(?:hiány\w+|mulaszt\w+|igazolatlan\w*)\b",
    occasion=r"(?:alkalom\w*|nap\w*|óra)",
    day=r"(?:munka|tan)?nap(?:on|ja|pal)?",
    week=r"h[eé]t(?:en|tel)?",
    month=r"hónap(?:on|pal)?",
    keys=MappingProxyType({
        "kind": r"típus|fajta",
        "country": r"ország(?:ok)?",
        "language": r"nyelv(?:ek)?",
        "education": r"oktatási szint(?:ek)?",
        "level": r"beavatkozás szintje|beavatkozási szint",
        "intensity": r"(?:a )?beavatkozás intenzitása|intenzitás",
        "funding": r"finanszírozás(?: forrása)?|forrás(?:ok)?",
        "target": r"célcsoport(?:ok)?",
        "ages": r"életkor|korosztály",
        "area": r"terület|település|térség",
        "tags": r"kulcsszavak|címkék",
        "organization": r"szervezet|szolgáltató|intézmény",
        "author": r"szerzők?",
    }),
)  # fmt: skip
