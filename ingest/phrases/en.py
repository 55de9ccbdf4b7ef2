"""English."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"skip to (?:main )?content|(?:page )?loading.*|please wait.*|share (?:this|on) .*|share|"
        r"print|"
        r"related (?:articles?|pages?|presentations?|posts?)|similar (?:articles?|presentations?)|"
        r"read more|back to top|cookie.*|we use cookies.*|accept all.*|ads? by .*|advertisement.*|"
        r"sponsored.*|\w+ ads|download (?:the )?(?:ppt|pdf|presentation|document).*|"
        r"all rights reserved.*|"
        r"©.*|copyright .*|follow us.*|subscribe.*|sign up.*|log ?in|menu|search|home|.{1,40} logo|"
        r"a presentation on the (?:subject|topic).*|.*\bis licensed under\b.*|"
        r"this tool was made in .*|"
        r"this publication reflects .*|this tool can be found .*"
    ),
    provides=(
        r"\b(?:provid|offer|support|giv|help|assist|advis|guid|counsel|train|teach|organi[sz]|"
        r"run[s ]|"
        r"running|accompan|mentor|coach|care[s ]|host|hold[s ]|deliver|arrang|mediat|visit)\w*"
    ),
    refers=(
        r"\brefers?\b|\bpass(?:es)? (?:on|the case)\b|\bturns? to\b|"
        r"\basks?\b.{0,40}\bfor (?:help|support|advice)|"
        r"\bcalls? (?:in|on)\b|\bcontacts?\b|\brequests? (?:help|support)|\bhands? over\b"
    ),
    referred=r"\b(?:is|are|be|being|get)\s+(?:then |also )?(?:referred|sent|passed) (?:on )?to\b",
    through=r"\b(?:through|via|by way of|with the help of)\b",
    coordinates=(
        r"\bcoordinat\w*|\bfacilitat\w*|\bbrings? together\b|\bat the (?:centre|center|"
        r"heart) of\b|\bconven\w+"
    ),
    coordinated_by=r"\b(?:coordinated|facilitated|led|run|chaired|convened) (?:by|from|at)\b",
    funds=r"\b(?:funds|finances|pays for|subsidi[sz]es)\b",
    funded_by=r"\b(?:funded|financed|paid(?: for)?|subsidi[sz]ed) (?:\w+ )?(?:by|from|with)\b",
    members=(
        r"\b(?:includ(?:es?|ing)|involv(?:es?|ing)|compris(?:es?|ing)|consists? of|made up of|"
        r"bring(?:s|ing) together|"
        r"members(?: are)?|participants(?: are)?|with the participation of|takes? part|taking part|"
        r"partners are)\b"
    ),
    partners=(
        r"\bpartners?\b|\btypes and fields\b|\bstakeholders\b|\bagencies\b|\bparticipants\b|"
        r"\bmembers\b|\bwho takes part\b"
    ),
    examples=r"\b(?:such as|for example|for instance|e\. ?g\.|among them|like)\b",
    between=r"\b(?:cooperation|collaboration|agreement|partnership|coordination) between\b",
    joiner=r"\b(?:and|or|as well as)\b",
    together=r"\b(?:works?|cooperates?|collaborates?|working) (?:closely )?(?:together )?with\b",
    staff=r"\bstaff\b|\bemployees\b|\bteam of\b",
    target=(
        r"\btarget group|\baimed at\b|\bintended for\b|\bis for\b|\bfor (?:children|pupils|"
        r"young people|parents|families)\b|\baged\b"
    ),
    legal=(
        r"\blegal (?:basis|framework|grounds)|\bbased on the .{0,40}\bact\b|"
        r"\bunder the .{0,40}\bact\b"
    ),
    law=r"(?:[A-Z][\w'’-]+ ){1,6}(?:Act|Law|Code|Regulation)\b",
    updated=r"\b(?:last (?:updated|modified|changed|revised)|updated(?: on)?)\b",
    consent=r"\bconsents?\b|\bpermission\b|\brelease form\b|\bconfidentiality waiver\b",
    steps=(
        r"\bsteps?\b|\bprocedure\b|\bhow (?:it works|to)\b|\bpathway\b|\bflow ?chart\b|"
        r"\bstages of\b|\bwhat happens\b"
    ),
    step_word=r"\bstep\b",
    fields=(
        r"\b(?:active|working|work|help|services) in the (?:areas?|fields?) of\b|"
        r"\bareas such as\b|\bfields of (?:help|work)\b"
    ),
    aims=r"\b(?:aims?|goals?|objectives?|purpose)\b",
    district=r"\b(?:school )?districts?\b|\bneighbourhoods?\b|\bquarters?\b|\bwards?\b",
    meeting=r"(?:network |partner |joint |regular )?meetings?",
    meets=r"\b(?:meets?|convenes?|gathers?|come together|comes together)\b",
    times=r"times|×",
    per_year=r"(?:a|per|each|every|in a|in the|during the) (?:school )?year|yearly|annually",
    event=(
        r"\b\w*(?: ?prevention| theme| community| open| network| training)(?: day| conference|"
        r" week)s?\b"
    ),
    once=r"\bonce (?:a|per|every|each) year\b|\bevery year\b|\bannual(?:ly)?\b|\byearly\b",
    numbers=(
        "one|once", "two|twice", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ),
    within=(
        r"within|no later than|at (?:the )?(?:latest|most)(?: after| within)?|not later than|"
        r"in at most|up to"
    ),
    until=r"(?:to|until|before)\b",
    during=r"(?:within|during|over|in|for)",
    absence=r"\b(?:absen\w+|truan\w+|missed)\b",
    occasion=r"(?:times|occasions?|days?|incidents?)",
    day=r"(?:school |working |calendar )?days?",
    week=r"weeks?|wks?",
    month=r"months?",
    keys=MappingProxyType({
        "kind": r"(?:type|kind)(?: of (?:resource|document|practice))?",
        "country": r"country|countries",
        "language": r"languages?",
        "education": r"education(?:al)? levels?|level of education",
        "level": r"level of intervention|intervention level",
        "intensity": r"intensity(?: of (?:the )?intervention)?|intervention intensity",
        "funding": r"(?:source of )?funding(?: sources?)?|financed by",
        "target": r"target groups?|for whom",
        "ages": r"ages?|age groups?",
        "area": r"area(?: served)?|region|municipality",
        "tags": r"tags|keywords",
        "difficulty": r"level of difficulty.*",
        "organization": r"organi[sz]ation|provider|institution",
        "author": r"authors?|written by",
    }),
)  # fmt: skip
