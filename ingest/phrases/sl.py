"""Slovenian."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"(?:skoči|preskoči|pojdi) na (?:glavno )?vsebino|nalaganje.*|počakajte.*|deli (?:na|to|"
        r"stran).*|deli|natisni|"
        r"preberi(?:te)? (?:več|tudi).*|sorodn[ei] .*|podobn[ei] .*|na vrh|piškotk.*|"
        r"uporabljamo piškotke.*|sprejmi.*|"
        r"oglas(?:i|no sporočilo)?|oglas.*|\w+-oglasi|sponzorirano.*|prenesi .*|©.*|"
        r"vse pravice pridržane.*|"
        r"sledite nam.*|naročite se .*|prijava|meni|iskanje|domov|logo(?:tip)? .{1,40}|"
        r".{1,40} logo(?:tip)?"
    ),
    provides=(
        r"\b(?:zagot[ao]v|ponud|ponuj|nud|svetu|podpir|pomaga|vod(?:i|ijo)\b|usmerj|izvaj|"
        r"organizira(?:jo)?\b|spremlja|"
        r"učij|poučuj|uči\b|prireja|obravnava|posreduj|obisk|skrb|vključi|krepi|usposablja|daje)\w*"
    ),
    refers=(
        r"\bnapoti(?:jo)?\b|\bnapotuje(?:jo)?\b|\busmeri(?:jo)? (?:k|h|na)\b|\bobrne(?:jo)? na\b|"
        r"\bzaprosi(?:jo)? .{0,12}za pomoč|"
        r"\bprosi(?:jo)? .{0,12}za pomoč|\bpreda(?:jo)?\b|\bpovež\w+ z\b|\bobvesti(?:jo)?\b"
    ),
    referred=(
        r"\b(?:so|je|bo|bodo|biti)?\s*napoten[aioeih]*\b (?:na|v|k|h)\b|\bnapoten[aioe]* (?:na|"
        r"v|k)\b"
    ),
    through=r"\b(?:prek|preko|s pomočjo|po)\b",
    coordinates=(
        r"\busklaj\w*|\bkoordinir\w*|\bkoordinator\w*|\bv središču\b|\bpovezuje\b|\bsklicuje\b|"
        r"\bvodi mrežo\b"
    ),
    coordinated_by=(
        r"\b(?:usklajevanj\w*|koordinacij\w*)[^.;:]{0,30}\b(?:izvaja(?:jo)? (?:se )?v|v rokah|"
        r"pri)\b|\b(?:usklajuje|koordinira|vodi) (?:jo|ga|jih)\b"
    ),
    funds=r"\b(?:financira|plačuje|sofinancira|krije stroške)\b",
    funded_by=(
        r"\b(?:ki )?(?:jo|ga|jih) (?:so)?financira\b|\b(?:so)?financira(?:n|na|no|ni|ne) (?:iz|"
        r"s|z|od)\b|\bfinancira se (?:iz|s|z)\b"
    ),
    members=(
        r"\b(?:vključuje(?:jo)?(?: naslednj\w+)?|sestavljajo|sodelujejo|udeleženci(?: so)?|"
        r"člani(?: so)?|"
        r"med katerimi so|z udeležbo|povezuje)\b"
    ),
    partners=(
        r"\bpartnerj\w*|\bdeležnik\w*|\bagencij\w*|\budeležen\w*|\bčlan(?:i|ov|e)\b|"
        r"\bkdo sodeluje\b|\bpodpornimi organizacijami\b"
    ),
    examples=r"\b(?:na primer|npr\.|kot so|denimo|med drugim|med njimi)",
    between=(
        r"\b(?:sodelovanj[aeu]m?|dogovor[au]?|partnerstv[oau]m?|usklajevanj[eu]|"
        r"mreženj\w+) med\b"
    ),
    joiner=r"\b(?:in|ter|ali|kot tudi)\b",
    together=r"\b(?:sodeluje(?:jo)?|dela(?:jo)? skupaj) (?:s|z)\b",
    staff=r"\bosebj\w*|\bzaposlen\w*|\bstrokovni tim\b",
    target=(
        r"\bciljn\w+ skupin\w*|\bnamenjen\w*|\busmerjen\w* v\b|\bza (?:otroke|učence|mlade|"
        r"mladostnike|starše|družine|dijake)\b|\bpoudarek je na\b"
    ),
    legal=r"\b(?:pravn\w+|zakonsk\w+) (?:podlag|osnov)\w*|\bna podlagi zakona\b",
    law=r"\bZakon\w* o [^,;.\n]+|\bPravilnik\w* o [^,;.\n]+",
    updated=(
        r"\b(?:zadnj\w+ (?:posodobitev|sprememba)|nazadnje (?:posodobljeno|spremenjeno)|"
        r"posodobljeno)\b"
    ),
    consent=r"\bsoglasj\w*|\bprivolit\w*|\bdovoljenj\w*",
    steps=r"\bkorak\w*|\bpostopek\w*|\bkako poteka\b|\bpotek\b|\bprotokol\w*",
    step_word=r"\bkorak\b",
    fields=r"\bna področj(?:u|ih)\b|\bpodročja (?:pomoči|dela)\b",
    aims=r"\b(?:cilji?|namen)\b",
    district=r"\b(?:šolsk\w+ )?(?:okoliš\w*|okraj\w*)\b|\bčetrt\w*",
    meeting=r"(?:skupn\w+ |mrežn\w+ )?(?:srečanj[aeu]?|sestank[iauov]*|sestanek|sej[aei]?)",
    meets=r"\b(?:sestane(?:jo)?|srečuje(?:jo)?|sreča(?:jo)?|dobi(?:jo|va)?)\b",
    times=r"krat",
    per_year=r"(?:na|v) (?:šolsk\w+ )?let[ou]|letno|vsako leto",
    event=(
        r"\b(?:dan|konferenc\w+|teden) (?:preventive|preprečevanja|mreže|odprtih vrat)\b|"
        r"\bpreventivn\w+ dan\b"
    ),
    once=r"\benkrat (?:letno|na leto)\b|\bvsako leto\b|\bletn[iao]\b",
    numbers=(
        "en[oaeg]*|enkrat", "dv[ae]|dveh", "tri|trije|treh", "štiri|štirje|štirih", "pet|petih",
        "šest|šestih", "sedem", "osem", "devet", "deset", "enajst", "dvanajst",
    ),
    within=r"v(?: roku)?(?: največ)?|najpozneje(?: v| po)?|najkasneje(?: v| po)?|največ|do",
    until=r"do\b",
    during=r"(?:v|znotraj|med|na)",
    absence=r"\b(?:odsotn\w+|izostan\w+|izostaj\w+|neopravičen\w+)\b",
    occasion=r"(?:krat|primer\w*|izostank\w*|dni)",
    day=r"(?:delovn\w+ |šolsk\w+ )?(?:dni|dneh|dan|dneva)",
    week=r"ted(?:en|na|ne|nov|nih|ni)",
    month=r"mesec\w*",
    keys=MappingProxyType({
        "kind": r"vrsta(?: vira)?",
        "country": r"držav[ae]",
        "language": r"jeziki?",
        "education": r"izobraževalna stopnja|stopnja izobraževanja|raven izobraževanja",
        "level": r"stopnja ukrepanja|raven ukrepanja|raven ukrepa",
        "intensity": r"intenzivnost(?: ukrepanja| ukrepa)?",
        "funding": r"vir(?:i)? financiranja|financiranje",
        "target": r"ciljna skupina|ciljne skupine",
        "ages": r"starost|starostna skupina",
        "area": r"območje|občina|regija",
        "tags": r"ključne besede|oznake",
        "organization": r"organizacija|izvajalec|ustanova",
        "author": r"avtor(?:ji|ica)?",
    }),
)  # fmt: skip
