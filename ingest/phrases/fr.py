"""French."""

from types import MappingProxyType

from ingest.phrases import Phrases

__all__ = ["PHRASES"]

PHRASES = Phrases(
    furniture=(
        r"(?:aller|passer) (?:directement )?au contenu(?: principal)?|chargement.*|"
        r"veuillez patienter.*|partager.*|imprimer|"
        r"(?:lire|voir|à lire) (?:aussi|la suite|plus).*|articles? (?:liés?|similaires?).*|"
        r"présentations? similaires?.*|"
        r"haut de page|retour en haut|cookie.*|nous utilisons des cookies.*|tout accepter.*|"
        r"publicités?.*|annonces?.*|"
        r"sponsorisé.*|télécharger .*|©.*|tous droits réservés.*|suivez-nous.*|newsletter.*|"
        r"connexion|menu|rechercher|"
        r"accueil|mentions légales|.{1,40} logo|logo .{1,40}"
    ),
    provides=(
        r"\b(?:propos|offr|soutien|soutenir|aid|accompagn|conseill|organis|assur|donn|anim|"
        r"encadr|form|accueill|"
        r"orient|suiv|suit|enseign|visit|fourni|écout|prend en charge|met en place|intervien)\w*"
    ),
    refers=(
        r"\b(?:ré)?oriente(?:nt)? (?=[^.;]{0,60}\bvers\b)|\badresse(?:nt)? (?=[^.;]{0,60}\b(?:à|"
        r"au|aux)\b)|\bs['’]adresse(?:nt)? (?:à|au|aux)\b|"
        r"\bfait appel (?:à|au|aux)\b|\bfont appel (?:à|au|aux)\b|\bdemande(?:nt)? l['’]aide\b|"
        r"\bsaisi(?:t|ssent)\b|\bcontacte(?:nt)?\b"
    ),
    referred=(
        r"\b(?:est|sont|être) (?:ensuite |alors )?(?:ré)?(?:orientée?s?|adressée?s?|dirigée?s?|"
        r"envoyée?s?) (?:vers|à|au|aux)\b"
    ),
    through=r"\b(?:par l['’]intermédiaire|grâce au|via|à travers)\b",
    coordinates=(
        r"\bcoordonn\w*|\banime(?:nt)? le réseau\b|\bau (?:cœur|centre) du\b|\bréunit\b|"
        r"\bpilote(?:nt)?\b|\bfacilit\w*"
    ),
    coordinated_by=r"\b(?:coordonnée?s?|animée?s?|pilotée?s?|dirigée?s?) par\b",
    funds=r"\b(?:finance|paie|subventionne)(?:nt)?\b",
    funded_by=r"\b(?:financée?s?|payée?s?|subventionnée?s?)(?: \w+)? par\b",
    members=(
        r"\b(?:comprend|comprenant|se compose de|composée? d['’e]|regroupe|rassemble|réunit|"
        r"avec la participation d['’e]\w*|"
        r"membres(?: sont)?|participants?(?: sont)?|participent|y participent|sont membres)\b"
    ),
    partners=(
        r"\bpartenaires?\b|\bparticipants?\b|\bmembres\b|\bacteurs\b|\bintervenants\b|"
        r"\bqui participe\b"
    ),
    examples=(
        r"\b(?:tels? que|telles? que|par exemple|p\. ex\.|notamment|comme|entre autres|"
        r"parmi lesquels)\b"
    ),
    between=r"\b(?:coopération|collaboration|convention|accord|partenariat|coordination) entre\b",
    joiner=r"\b(?:et|ou|ainsi que)\b",
    together=(
        r"\b(?:travaille(?:nt)?|collabore(?:nt)?|coopère(?:nt)?) (?:étroitement )?avec\b|"
        r"\ben lien avec\b"
    ),
    staff=r"\bpersonnel\b|\bsalariés\b|\bl['’]équipe\b",
    target=(
        r"\bpublics?\b(?: cible| visé| concerné)?|\bs['’]adresse aux?\b|\bdestinée?s? (?:à|"
        r"aux)\b|\bpour les (?:enfants|jeunes|élèves|parents|familles)\b"
    ),
    legal=r"\b(?:base|fondement|cadre) (?:légale?|juridique)\b|\ben vertu d",
    law=(
        r"\b(?:loi (?:du|n°|relative|sur) [^,;.\n]+|[Cc]ode de [^,;.\n]+|décret [^,;.\n]+|"
        r"article L?\.? ?\d[\d-]*)"
    ),
    updated=r"\b(?:dernière (?:mise à jour|modification)|mis(?:e)? à jour|modifié le)\b",
    consent=r"\bconsentement\w*|\bautorisation\w*|\baccord (?:écrit|signé|des parents)\b",
    steps=(
        r"\bétapes?\b|\bprocédure\w*|\bdémarche\w*|\bdéroulement\b|\bcomment (?:ça|"
        r"cela) (?:marche|se passe)\b|\bparcours\b"
    ),
    step_word=r"\bétape\b",
    fields=(
        r"\bdans (?:le|les) domaines? (?:de|des|du|suivants?)\b|"
        r"\bdomaines? d['’](?:intervention|aide|action)\b"
    ),
    aims=r"\b(?:objectifs?|buts?|finalité)\b",
    district=r"\b(?:secteurs?|quartiers?|districts?|circonscriptions?)(?: scolaires?)?\b",
    meeting=r"(?:réunions?|rencontres?|séances?)(?: de réseau)?",
    meets=r"\bse (?:réuni(?:t|ssent)|rencontre(?:nt)?)\b",
    times=r"fois",
    per_year=r"par an(?:née)?(?: scolaire)?|chaque année|annuellement",
    event=(
        r"\b(?:journée|semaine|conférence|forum) (?:de (?:la )?prévention|thématique|du réseau|"
        r"annuelle)\b"
    ),
    once=r"\bune fois par an\b|\bchaque année\b|\bannuel(?:le)?(?:ment)?\b|\btous les ans\b",
    numbers=(
        "une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze",
    ),
    within=(
        r"dans (?:un délai de|les)|sous|au plus tard (?:après|dans les)?|en (?:moins|"
        r"maximum) de|au maximum|jusqu['’]à"
    ),
    until=r"(?:jusqu['’]à|avant)",
    during=r"(?:en|sur|pendant|dans|au cours de|durant)",
    absence=r"\b(?:absen\w+|absentéisme)\b",
    occasion=r"(?:fois|jours|reprises|demi-journées)",
    day=r"jours?(?: ouvrés| ouvrables| de classe)?",
    week=r"semaines?",
    month=r"mois",
    keys=MappingProxyType({
        "kind": r"type|nature",
        "country": r"pays",
        "language": r"langues?",
        "education": r"niveaux? (?:d['’]enseignement|d['’]éducation|scolaires?)",
        "level": r"niveaux? d['’]intervention",
        "intensity": r"intensité(?: de l['’]intervention)?",
        "funding": r"(?:sources? de )?financement",
        "target": r"publics?(?: cibles?| visés?)?|groupes? cibles?",
        "ages": r"âges?|tranche d['’]âge",
        "area": r"territoire|commune|secteur|zone",
        "tags": r"mots[- ]clés|étiquettes",
        "organization": r"organisme|structure|organisation",
        "author": r"auteurs?|autrice",
    }),
)  # fmt: skip
