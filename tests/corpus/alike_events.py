# ruff: noqa: E501  # texts
"""Alike events, two of each field, told by two or three papers each; all invented."""

from __future__ import annotations

EVENTS: dict[str, tuple[str, ...]] = {
    "quake in Sorvana": (
        "Quake of magnitude 6.4 hits Sorvana\nA strong earthquake shook the province of Sorvana early on Tuesday, "
        "killing at least 37 people, rescue workers said. The epicentre lay near the town of Pelk at a depth of "
        "12 kilometres. Some 800 houses collapsed, said the governor, Irina Dolan.",
        "At least 37 dead after earthquake in Sorvana\nRescuers were digging with bare hands in Pelk on Tuesday "
        "after a 6.4 magnitude earthquake. Governor Irina Dolan spoke of 37 dead and more than 200 injured. "
        "Aftershocks hampered the work.",
        "Pelk in ruins\nHalf of the houses of Pelk are gone. The quake that struck Sorvana before dawn on Tuesday "
        "had a magnitude of 6.4. \u201cWe need tents,\u201d said governor Dolan. The army sent 300 soldiers.",
    ),
    "quake on Mirrel": (
        "Earthquake shakes island of Mirrel\nA strong earthquake of magnitude 5.8 shook the island of Mirrel on "
        "Friday, killing at least 9 people, rescue workers said. The epicentre lay off the port of Tann at a "
        "depth of 30 kilometres. Some 120 houses collapsed, said the mayor, Jorge Anselm.",
        "Nine killed in Mirrel quake\nThe port of Tann was hit hardest when a quake of magnitude 5.8 struck "
        "Mirrel on Friday. Mayor Jorge Anselm said that nine people had died and 64 were injured. Ferries "
        "stopped.",
    ),
    "trial of Harlow": (
        "Former banker Harlow jailed for six years\nA court in Brenford sentenced the former banker Miles Harlow "
        "to six years in prison on Wednesday for fraud. He took 14 million from clients of the Corran Bank, "
        "judge Ellen Pryce found. The defence will appeal.",
        "Six years for Miles Harlow\nMiles Harlow must go to prison. The court in Brenford found the man who led "
        "the Corran Bank guilty of fraud worth 14 million. Judge Ellen Pryce spoke of greed.",
    ),
    "trial of Vance": (
        "Treasurer Vance jailed for three years\nA court in Oldmere sentenced the former treasurer Paula Vance to "
        "three years in prison on Monday for fraud. She took 650,000 from the funds of the Lakeside Hospital, "
        "judge Tom Akers found. The defence will appeal.",
        "Hospital treasurer goes to prison\nPaula Vance, who kept the books of Lakeside Hospital, was found "
        "guilty in Oldmere. Judge Tom Akers gave her three years for taking 650,000.",
    ),
    "election in Kestrel Bay": (
        "Moreno wins mayoral election in Kestrel Bay\nLucia Moreno won the election for mayor of Kestrel Bay on "
        "Sunday with 54.2 percent of the vote. The incumbent, Frank Odell, conceded defeat. Turnout was 61 "
        "percent.",
        "Kestrel Bay elects Lucia Moreno\nAfter 16 years of Frank Odell the voters of Kestrel Bay wanted "
        "somebody new: Lucia Moreno got 54.2 percent on Sunday. She promised a tram to the harbour.",
    ),
    "election in Thornley": (
        "Abbot wins mayoral election in Thornley\nGreg Abbot won the election for mayor of Thornley on Sunday "
        "with 50.9 percent of the vote. The incumbent, Susan Hale, conceded defeat. Turnout was 48 percent.",
        "Thornley: Abbot ahead by a whisker\nGreg Abbot is the new mayor of Thornley. He got 50.9 percent and "
        "beat Susan Hale by 212 votes. The count was checked twice.",
    ),
    "match in Galden": (
        "Galden Rovers win the cup\nA late goal by Petr Nowak gave Galden Rovers a 2-1 victory over Stannick in "
        "the final on Saturday. Stannick had led through a penalty by Luis Braga. 41,300 people saw the match.",
        "Nowak the hero as Rovers lift trophy\nPetr Nowak scored in minute 89 and Galden Rovers beat Stannick "
        "2-1. Braga had put Stannick ahead. Fans of the Rovers danced in the streets of Galden.",
    ),
    "match in Wexmoor": (
        "Wexmoor City win the cup\nA late goal by Omar Diallo gave Wexmoor City a 3-2 victory over Fairlight in "
        "the final on Saturday. Fairlight had led through a penalty by Jan Kok. 23,900 people saw the match.",
        "Diallo strikes late for Wexmoor\nFairlight were two goals up, then Omar Diallo scored three times: "
        "Wexmoor City beat them 3-2. \u201cUnbelievable,\u201d said Diallo.",
    ),
}
"""Event -> articles."""

IN_GERMAN = (
    "Bürgermeisterin eröffnet neue Brücke\nDie Bürgermeisterin von Altheim hat am Montag die neue Brücke über "
    "die Lauter eröffnet. Sie ist 120 Meter lang und hat acht Millionen Euro gekostet. Das sagte sie auch bei "
    "der Feier, zu der viele Menschen gekommen waren.",
    "Feuer zerstört Scheune\nEin Feuer hat in der Nacht eine Scheune in Moosdorf zerstört. Die Feuerwehr war mit "
    "60 Leuten im Einsatz, sagte ein Sprecher. Es ist noch nicht klar, wie es zu dem Brand gekommen ist, und "
    "die Polizei hat Ermittlungen aufgenommen.",
    "Verein sucht Trainer\nDer Sportverein Rotbach sucht für die neue Saison einen Trainer. Der alte ist nach "
    "vier Jahren gegangen, weil er sich mit dem Vorstand nicht mehr verstanden hat. Das hat der Verein am "
    "Freitag mitgeteilt.",
)
"""Articles of one language on three events."""
