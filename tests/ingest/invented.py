"""Documents of our own, in other words and other languages than any we were given."""

from __future__ import annotations

ENGLISH = """Skip to content

Northgate Attendance Network

Last updated 03.02.2025 by the web team

The Northgate Attendance Network brings together the following partners: schools, the police,
the youth service, sports clubs and the social services.

The network meets six times a year. It is coordinated by the education authority.

Target group

Pupils aged 12 to 16 who are often absent from school.

Schools refer pupils to the pupil guidance centre. The pupil guidance centre asks the youth
service for help. The charity Open Door, funded by the city council, supports parents of pupils.

Legal basis: Education Act, Children Act

Type
Network description
Country
Ireland
Education level
Secondary education
Funding
Local funds; Donations

Share this page
"""

DANISH = """# Netværket Trivsel i Vest

Netværket Trivsel i Vest er et samarbejde, som ledes af kommunen.

## Deltagere

Netværket består af skoler, politiet, idrætsforeninger og frivillige.

Netværket mødes seks gange om året. En gang om året holdes en temadag for alle klubber.

## Målgruppe

Børn og unge fra indskolingen til og med det 15. år.

## Retsgrundlag

Netværkets retsgrundlag - Serviceloven, Folkeskoleloven, Barnets lov
"""

SWEDISH = """Rutin vid frånvaro

1 Rutin vid frånvaro

2 Målmöte Mentor, vårdnadshavare, elev, rektor
Vid 15 % frånvaro under 4 veckor kallas till målmöte. Samtycke skrivs under.
Nytt möte inom 3 veckor.

3 Nätverksmöte Nätverksledare, vårdnadshavare, elev, socialsekreterare
Alla berättar vad som gjorts. Uppföljning senast inom 8 veckor.
"""

GERMAN = """Netzwerk Schule und Jugend Seestadt

Das Netzwerk Schule und Jugend Seestadt umfasst Schulen, die Polizei, das Jugendamt und
Sportvereine. Das Netzwerk trifft sich viermal im Jahr und wird vom Jugendamt koordiniert.
"""

SLOVENIAN = """Mreža za varno mladost

Mreža za varno mladost vključuje šole, policijo, centre za socialno delo in športna društva.
Mreža se sestane petkrat na leto. Šole napotijo učence na svetovalni center za učence.
Društvo Svetilnik, ki ga financira mestni svet, zagotavlja učno pomoč učencem po pouku.
Mreža za varno mladost zagotavlja podporo družinam.

Vrsta
Opis mreže
Država
Slovenija
Vir financiranja
Lokalna sredstva
"""
