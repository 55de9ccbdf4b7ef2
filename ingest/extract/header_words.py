"""What columns of partner lists are called, in eight languages (folded when they are compared)."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["HEADER_WORDS", "STEP_WORDS"]

HEADER_WORDS: Mapping[str, str] = {
    "name": (
        "part|parten|deelnemer|beteiligte|partie|résztvevő|udeleženec|deltager|deltagare|"
        "participant|"
        "name of the partner|partner|name|organisation|organization|institution|provider|agency|"
        "name of organisation|"
        "name of the organisation|name of organization|partnerens navn|navn|partners navn|"
        "organisationens navn|aktør|"
        "navn på partner|namn|partnerns namn|partnerns namn|organisationens namn|aktör|"
        "verksamhet|ime partnerja|ime|"
        "naziv|naziv partnerja|naziv organizacije|organizacija|ustanova|naam van de partner|naam|"
        "naam partner|"
        "organisatie|instelling|naam organisatie|name des partners|name der einrichtung|"
        "einrichtung|träger|"
        "nom du partenaire|nom|partenaire|organisme|structure|nom de la structure|association|"
        "a partner neve|"
        "partner neve|név|megnevezés|szervezet|szervezet neve|intézmény|intézmény neve"
    ),
    "service": (
        "service|service name|name of the service|programme|program|ydelse|tilbud|"
        "tilbuddets navn|indsats|tjänst|insats|"
        "tjänstens namn|storitev|ime storitve|naziv storitve|dienst|aanbod|naam dienst|angebot|"
        "leistung|"
        "name des angebots|prestation|nom du service|szolgáltatás|szolgáltatás neve"
    ),
    "description": (
        "description|details|about|beskrivelse|om tilbuddet|beskrivning|opis|opis storitve|"
        "beschrijving|omschrijving|"
        "beschreibung|descriptif|leírás|ismertető"
    ),
    "type": (
        "type of partner|type|partner type|kind of partner|kind|art af partner|partnertype|typ|"
        "typ av partner|partnertyp|"
        "vrsta|vrsta partnerja|tip partnerja|soort|soort partner|type partner|art|"
        "art des partners|art der einrichtung|"
        "type de partenaire|type de structure|partner típusa|típus|szervezet típusa"
    ),
    "contacts": (
        "website contacts|website contact|contacts|contact|contact details|contact information|"
        "how to reach|kontakt|"
        "hjemmeside kontakt|hjemmeside kontakter|kontaktoplysninger|webbplats kontakt|"
        "webbplats kontakter|"
        "hemsida kontakter|kontaktuppgifter|spletna stran kontakti|spletna stran stiki|kontakti|"
        "stik|kontaktni podatki|"
        "website contactgegevens|contactgegevens|website contacten|webseite kontakt|"
        "website kontakt|kontaktdaten|"
        "webseite kontakte|site web contacts|contacts site web|coordonnées|honlap elérhetőség|"
        "elérhetőség|"
        "elérhetőségek|weboldal elérhetőségek|kapcsolat"
    ),
    "website": (
        "website|web site|web|url|homepage|web page|link|hjemmeside|webside|webbplats|hemsida|"
        "webbsida|spletna stran|"
        "spletišče|webseite|internetseite|internet|site web|site internet|site|honlap|weboldal"
    ),
    "phone": (
        "phone|telephone|tel|phone number|mobile|telefon|tlf|telefonnummer|mobil|"
        "telefonska številka|gsm|telefoon|"
        "telefoonnummer|telefonnr|téléphone|numéro de téléphone|portable|telefonszám"
    ),
    "email": (
        "e mail|email|mail|e mail address|email address|mailadresse|e post|epost|e postadress|"
        "e pošta|elektronska pošta|"
        "e naslov|e mailadres|mailadres|e mail adresse|courriel|adresse e mail|mél|e mail cím|"
        "drótposta"
    ),
    "representative": (
        "repræsenteret ved|företräds av|zastopa|vertegenwoordigd door|vertreten durch|"
        "représenté par|"
        "képviseli|representative|contact person|person|represented by|repræsentant|kontaktperson|"
        "representant|företrädare|"
        "predstavnik|zastopnik|kontaktna oseba|vertegenwoordiger|contactpersoon|vertreter|"
        "vertreterin|ansprechpartner|"
        "ansprechperson|représentant|interlocuteur|personne de contact|képviselő|kapcsolattartó"
    ),
    "activities": (
        "opgave|opgaver|task|tasks|uppgift|uppgifter|naloga|naloge|taak|taken|aufgabe|aufgaben|"
        "tâche|"
        "tâches|missions|feladat|feladatok|main fields activities|main fields|fields|"
        "activities|main activities|fields of activity|"
        "what they do|services|"
        "hovedområder aktiviteter|aktiviteter|arbejdsområder|virksomhedsområder|hovedområder|"
        "ydelser|"
        "huvudområden verksamheter|huvudområden aktiviteter|verksamhetsområden|aktiviteter|"
        "huvudområden|insatser|"
        "glavna področja dejavnosti|področja dejavnosti|dejavnosti|glavna področja|področja dela|"
        "storitve|"
        "hoofdgebieden activiteiten|activiteiten|werkgebieden|hoofdactiviteiten|kernactiviteiten|"
        "haupttätigkeitsfelder aktivitäten|tätigkeitsfelder|aktivitäten|arbeitsfelder|"
        "hauptarbeitsfelder|schwerpunkte|"
        "angebote|principaux domaines activités|domaines activités|activités|domaines d activité|"
        "activités principales|"
        "fő területek tevékenységek|tevékenységek|fő tevékenységek|tevékenység|fő terület|"
        "szolgáltatások"
    ),
    "offer": (
        "what can you propose|what can you offer|offer|offers|we can offer|can propose|proposal|"
        "hvad kan du tilbyde|"
        "hvad kan i tilbyde|kan tilbyde|tilbyder|forslag|vad kan ni erbjuda|vad kan du erbjuda|"
        "kan erbjuda|erbjuder|"
        "kaj lahko ponudite|kaj lahko predlagate|lahko ponudi|ponudba|ponuja|"
        "wat kunt u aanbieden|wat kun je aanbieden|"
        "wat kan u aanbieden|kan aanbieden|was können sie anbieten|was könnt ihr anbieten|"
        "kann anbieten|bietet an|"
        "que pouvez vous proposer|peut proposer|propose|offre|mit tud ajánlani|"
        "mit tud felajánlani|mit ajánl|felajánlás|"
        "ajánlat"
    ),
    "hope": (
        "hopes or expects assistance in what|hopes or expects assistance in|hopes|expectations|"
        "expectation|expects|needs|"
        "hopes for help in|what help do you hope for|håber eller forventer hjælp til hvad|"
        "forventninger|forventning|"
        "håber på hjælp til|ønsker hjælp til|förväntningar|förväntar sig hjälp med|"
        "hoppas på hjälp med|önskar hjälp med|"
        "upa na pomoč pri|pričakovanja|pričakuje pomoč pri|pri čem pričakuje pomoč|"
        "v čem pričakuje pomoč|"
        "verwachtingen|hoopt op hulp bij|verwacht hulp bij|waarin verwacht u hulp|erwartungen|"
        "erwartet hilfe bei|"
        "hofft auf hilfe bei|wünscht hilfe bei|attentes|espère de l aide pour|"
        "attend de l aide pour|besoins|elvárások|"
        "miben vár segítséget|miben remél segítséget|segítséget vár"
    ),
    "area": (
        "area|area served|region|district|catchment|catchment area|område|dækningsområde|"
        "distrikt|upptagningsområde|"
        "stadsdel|območje|regija|območje delovanja|gebied|regio|werkgebied|wijk|gebiet|"
        "einzugsgebiet|stadtteil|bezirk|"
        "zone|secteur|territoire|quartier|terület|ellátási terület|körzet"
    ),
    "ages": (
        "ages|age|age group|age range|target age|alder|aldersgruppe|ålder|åldrar|åldersgrupp|"
        "starost|starostna skupina|"
        "leeftijd|leeftijden|leeftijdsgroep|alter|altersgruppe|âge|âges|tranche d âge|életkor|"
        "korosztály|kor"
    ),
    "spoken": (
        "languages spoken|spoken languages|languages|language|sprog|talte sprog|språk|"
        "talade språk|jeziki|"
        "govorjeni jeziki|jezik|talen|gesproken talen|sprachen|gesprochene sprachen|langues|"
        "langues parlées|"
        "beszélt nyelvek|nyelvek|nyelv"
    ),
    "cost": (
        "cost|costs|price|fee|fees|pris|betaling|egenbetaling|kostnad|avgift|cena|strošek|"
        "stroški|plačilo|kosten|prijs|"
        "bijdrage|preis|gebühr|coût|tarif|prix|költség|ár|díj|térítés"
    ),
    "text_language": (
        "language of the text|text language|language of description|tekstens sprog|textens språk|"
        "textspråk|"
        "jezik besedila|taal van de tekst|sprache des textes|langue du texte|a szöveg nyelve|"
        "szöveg nyelve"
    ),
    "category": (
        "category|categories|topic|topics|theme|keywords|kategori|kategorier|emne|tema|ämne|"
        "kategorija|kategorije|tema|"
        "področje|ključne besede|categorie|categorieën|thema|onderwerp|kategorie|kategorien|"
        "themen|catégorie|catégories|"
        "thème|thématique|kategória|téma|témakör"
    ),
    "address": (
        "address|street address|location|place|adresse|adress|besöksadress|naslov|lokacija|kraj|"
        "adres|locatie|anschrift|"
        "ort|lieu|cím|helyszín"
    ),
    "group": (
        "target group|for whom|target groups|målgruppe|målgrupper|målgrupp|za koga|"
        "ciljna skupina|ciljne skupine|"
        "doelgroep|doelgroepen|zielgruppe|zielgruppen|public|public cible|public visé|célcsoport"
    ),
    "relation": (
        "relation|relationship|cooperation|kind of cooperation|relation til|samarbejde|samverkan|"
        "relacija|odnos|"
        "sodelovanje|relatie|samenwerking|beziehung|zusammenarbeit|lien|coopération|"
        "kapcsolat jellege|együttműködés|"
        "viszony"
    ),
    "with": (
        "with|with whom|partner 2|other partner|med|med hvem|med vem|s kom|s|z|z kom|met|met wie|"
        "mit|mit wem|avec|"
        "avec qui|kivel"
    ),
    "since": (
        "since|start|from|begin|siden|startet|sedan|startår|od|od kdaj|začetek|sinds|seit|beginn|"
        "depuis|début|óta|"
        "mióta|kezdete"
    ),
    "until": "until|end|ended|indtil|slut|till|do|do kdaj|konec|bis|einde|jusqu à|fin|meddig|vége",
    "note": (
        "note|notes|remark|remarks|comment|bemærkning|noter|note|anmärkning|kommentar|opomba|"
        "opombe|opmerking|"
        "opmerkingen|bemerkung|anmerkung|remarque|observations|megjegyzés"
    ),
}
"""Field to the headings of its column, divided by bars."""

STEP_WORDS: Mapping[str, str] = {
    "step": (
        "step|steps|what|trin|skridt|steg|moment|korak|koraki|"
        "stap|schritt|étape|lépés|meeting|møde|möte|srečanje"
    ),
    "trigger": (
        "trigger|when|starts when|reason|udløser|hvornår|anledning|när|utlöses av|sprožilec|"
        "kdaj|povod|aanleiding|wanneer|"
        "auslöser|wann|anlass|déclencheur|quand|kiváltó ok|mikor"
    ),
    "actor": (
        "who acts|who|responsible|participants|who takes part|hvem|ansvarlig|deltagere|vem|"
        "ansvarig|deltagare|kdo|odgovoren|"
        "udeleženci|wie|verantwoordelijk|deelnemers|wer|verantwortlich|beteiligte|qui|"
        "responsable|participants|ki|felelős|"
        "résztvevők"
    ),
    "limit": (
        "time limit|deadline|within|time|duration|frist|tidsfrist|tid|tidsgräns|rok|čas|"
        "časovni rok|termijn|tijd|zeit|dauer|"
        "délai|durée|határidő|idő"
    ),
    "consent": (
        "consent|permission|samtykke|samtycke|medgivande|soglasje|privolitev|toestemming|"
        "einwilligung|zustimmung|"
        "consentement|accord|hozzájárulás|beleegyezés"
    ),
    "task": (
        "partners|tasks|task|what happens|content|opgaver|indhold|parter|uppgifter|innehåll|"
        "naloge|vsebina|partnerji|taken|"
        "inhoud|aufgaben|inhalt|tâches|contenu|partenaires|feladatok|tartalom|partnerek"
    ),
}
"""The same for tables of steps."""
