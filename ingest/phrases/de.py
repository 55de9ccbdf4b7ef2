"""German."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"(?:zum|direkt zum|springe zum) (?:haupt)?inhalt(?: springen)?|"
        r"(?:seite )?(?:wird )?(?:geladen|lädt).*|bitte warten.*|"
        r"teilen|(?:seite|artikel) teilen.*|drucken|(?:lesen sie|mehr|weiter) .{0,10}lesen.*|"
        r"ähnliche .*|verwandte .*|"
        r"nach oben|cookie.*|wir verwenden cookies.*|alle akzeptieren.*|anzeigen?|werbung.*|"
        r"\w+-anzeigen|gesponsert.*|"
        r"herunterladen.*|download .*|©.*|alle rechte vorbehalten.*|folgen sie uns.*|"
        r"newsletter.*|anmelden|menü|suche|"
        r"startseite|impressum|datenschutz|.{1,40} logo|logo .{1,40}"
    ),
    provides=(
        r"\b(?:biete|bietet|anbiet|unterstütz|hilf|helfen|begleit|berät|berat|gibt|geben|"
        r"organisier|führ(?:t|en)\b|"
        r"betreu|förder|unterricht|vermittel|besuch|behandel|bereitstell|stell(?:t|en)\b|leiste|"
        r"schul|stärk)\w*"
    ),
    refers=(
        r"\bverweis(?:t|en)\b|\bvermittel(?:t|n) .{0,40}an\b|\bwende(?:t|n) sich an\b|"
        r"\bbitte(?:t|n) .{0,40}um (?:hilfe|unterstützung)|"
        r"\bziehen .{0,30}hinzu\b|\bzieht .{0,30}hinzu\b|\bübergib\w+\b|\bschalte(?:t|"
        r"n) .{0,40}ein\b|\bkontaktier\w*|\bmelde(?:t|n) .{0,30}an\b"
    ),
    referred=(
        r"\b(?:an|zu|zum|zur)\b(?=[^.;]{0,80}\b(?:überwiesen|verwiesen|vermittelt|"
        r"weitergeleitet)\b)"
    ),
    through=r"\b(?:über das|durch das|mithilfe|mit hilfe|über die|durch die)\b",
    coordinates=(
        r"\bkoordinier\w*|\bmoderier\w*|\bim mittelpunkt\b|\bfederführ\w*|"
        r"\bbringt .{0,40}zusammen\b|\blädt .{0,30}ein\b"
    ),
    coordinated_by=(
        r"\bwird (?:von|vom|durch)\b(?=[^.;]{0,80}\b(?:koordiniert|geleitet|moderiert)\b)|"
        r"\b(?:koordiniert|geleitet|moderiert) (?:von|vom|durch)\b"
    ),
    funds=r"\b(?:finanziert|bezahlt|bezuschusst|fördert finanziell)\b(?! (?:von|durch|aus|vom))",
    funded_by=(
        r"\b(?:finanziert|bezahlt|bezuschusst|gefördert) (?:von|durch|aus|vom)\b|\b(?:von|vom|"
        r"durch|aus)\b(?=[^.;]{0,60}\b(?:finanziert|bezahlt|bezuschusst|gefördert)\b)"
    ),
    members=(
        r"\b(?:besteht aus|umfasst|unter (?:beteiligung|mitwirkung) von|beteiligt sind|"
        r"mitglieder(?: sind)?|"
        r"teilnehmende(?: sind)?|gehören(?: an)?|bestehend aus|zusammengesetzt aus|dabei sind)\b"
    ),
    partners=(
        r"\bpartner\w*\b|\bkooperationspartner\w*|\bbeteiligte\w*|\bmitglieder\b|\bakteure\b|"
        r"\bwer (?:macht mit|nimmt teil)\b"
    ),
    examples=(
        r"\b(?:wie zum beispiel|zum beispiel|z\. ?B\.|beispielsweise|unter anderem|u\. ?a\.|"
        r"darunter|wie etwa)"
    ),
    between=r"\b(?:zusammenarbeit|kooperation|vereinbarung|partnerschaft|abstimmung) zwischen\b",
    joiner=r"\b(?:und|oder|sowie)\b",
    together=r"\b(?:arbeite(?:t|n)|kooperier(?:t|en)) (?:eng )?(?:zusammen )?mit\b",
    staff=r"\bpersonal\b|\bmitarbeiter\w*|\bbeschäftigte\w*|\bteam aus\b",
    target=(
        r"\bzielgruppe\w*|\brichtet sich an\b|\bgedacht für\b|\bangebot für\b|\bfür (?:kinder|"
        r"jugendliche|schüler\w*|eltern|familien)\b"
    ),
    legal=r"\brechtsgrundlage\w*|\bgesetzliche grundlage\w*|\bauf grundlage\b|\bgemäß §",
    law=(
        r"\b(?:§+ ?\d+\w*(?: ?(?:Abs\.|Satz) ?\d+)* ?[A-Z]\w*(?: [IVX]+)?|SGB [IVX]+|"
        r"[A-ZÄÖÜ]\w*gesetz\w*)"
    ),
    updated=(
        r"\b(?:zuletzt (?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)|stand|"
        r"aktualisiert am)\b"
    ),
    consent=r"\beinwilligung\w*|\bzustimmung\w*|\beinverständnis\w*|\bschweigepflicht\w*",
    steps=(
        r"\bschritte?\b|\bablauf\w*|\bverfahren\w*|\bvorgehen\w*|\bso (?:geht|läuft)\b|"
        r"\bfahrplan\b"
    ),
    step_word=r"\bschritt\b",
    fields=r"\b(?:im bereich|in den bereichen|auf dem gebiet)\b|\barbeitsfelder\b",
    aims=r"\b(?:ziele?|zweck)\b",
    district=r"\b(?:schul|stadt)?(?:bezirke?n?|teile?n?)\b|\bquartiere?\b",
    meeting=r"(?:netzwerk|gemeinsame )?(?:treffen|sitzungen?|besprechungen?)",
    meets=r"\b(?:trifft|treffen|tagt|tagen) (?:sich )?",
    times=r"mal",
    per_year=r"(?:im|pro) (?:schul)?jahr|jährlich|jedes (?:schul)?jahr",
    event=r"\b\w*(?:präventions|themen|netzwerk|fach)(?:tag|tage|woche|konferenz)\w*\b",
    once=r"\beinmal (?:im|pro) jahr\b|\bjedes jahr\b|\bjährlich\w*",
    numbers=(
        "ein(?:e|en|mal)?", "zwei|zweimal", "drei", "vier", "fünf", "sechs", "sieben", "acht",
        "neun", "zehn", "elf", "zwölf",
    ),
    within=r"innerhalb(?: von)?|binnen|spätestens(?: nach)?|höchstens|maximal|bis zu",
    until=r"bis\b(?: zum| zur)?",
    during=r"(?:innerhalb von|innerhalb|in|binnen|während)",
    absence=r"\b\w*(?:fehlzeit|fehl(?:tag|stunde)|abwesen|schwänz|versäum)\w*",
    occasion=r"(?:mal|tagen?|gelegenheiten|vorfällen?)",
    day=r"(?:schul|werk|arbeits)?tage?n?",
    week=r"wochen?",
    month=r"monate?n?",
    keys=MappingProxyType({
        "kind": r"art|typ",
        "country": r"land|länder",
        "language": r"sprachen?",
        "education": r"bildungsstufen?|bildungsniveau",
        "level": r"interventionsebene|ebene der (?:intervention|maßnahme)",
        "intensity": r"intensität(?: der (?:intervention|maßnahme))?",
        "funding": r"finanzierung(?:squellen?)?",
        "target": r"zielgruppen?",
        "ages": r"alter|altersgruppe",
        "area": r"gebiet|gemeinde|region|einzugsgebiet",
        "tags": r"schlagwörter|stichwörter|tags",
        "organization": r"organisation|anbieter|träger|einrichtung",
        "author": r"autor(?:in|en)?",
    }),
)  # fmt: skip
