"""Where a sentence ends, kind by kind: each row is one line of text, its sentences parted by " ‖ "."""

import pytest

from seedreader.analysis import sentences


def check(parted: str, gap: str = " ") -> None:
    whole = parted.replace(" ‖ ", gap)
    assert " ‖ ".join(whole[start:end] for start, end in sentences.split_sentences(whole)) == parted


@pytest.mark.parametrize(
    "parted",
    [
        "The files lay on the desk of Ms. Orr’s brother. ‖ It helped Ms. Vane win.",
        "Asst. Dist. Atty. Holm met Lt. Gov. Dahl and Maj. Gen. Berg. ‖ They spoke.",
        "Sens. Orr and Ray and Govs. Coe and Lee agreed. ‖ Gens. Holm and Berg did not.",
        "Spc. Ada Coe, Const. Bo Ray and Cmdr. Li Holm were hurt. ‖ Amb. Dahl was not.",
        "The ship hit Messrs. Orr and Coe. ‖ Mses. Orr and Ray came.",
        "Wine came from Ste. Agathe for the game of Orr vs. Coe. ‖ It was red.",
    ],
)
def test_a_title_before_a_name_ends_no_sentence(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "Rep. Ada Orr, D-N.J., asked about the dam. ‖ Sen. Max Lund, R-N.H., left.",
        "Sen. Ada Orr, R-S.D., and Rep. Jo Coe, D-Calif., met. ‖ Rep. Li Ray, D-Mass., did not.",
        "Rep. Ada Orr (R-W.Va.) and Sen. Jo Coe (D-R.I.) agreed. ‖ Rep. Ray (D-N.M.) was ill.",
        "Reps. Orr, D-Fla. and Coe, R-N.Y. met in Raleigh, N.C., on Monday. ‖ It rained.",
        "The bill was moved by Rep. Ada Orr, D-N.Y. ‖ She had lost twice.",
        "The school lies in Scranton, Pa. ‖ Its roof fell in.",
    ],
)
def test_a_party_and_a_state_stay_whole(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "The final began at 8 p.m. Thursday in Oslo. ‖ It ended at 10:15 p.m. ‖ The crowd left.",
        "The ferry sank at 5:45 a.m. Eastern time. ‖ It was dark.",
        "Doors open at 7 p.m. Oct. 4 in the hall. ‖ Entry is free.",
        "The mine shut at 3 p.m. ‖ Sunday was quiet.",
        "The train left at 9 a.m. ‖ May came too late for it.",
        "The lab opened at 6 p.m. GMT and shut at 8 P.M. Monday. ‖ Nobody came.",
    ],
)
def test_the_day_or_zone_of_an_hour_stays_with_it(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "The U.S. Supreme Court ruled. ‖ Then the U.S. Army and the U.N. Security Council met.",
        "The firm moved to the U.S. ‖ Officials there agreed to help.",
        "He lives in the U.S. ‖ The firm is Danish.",
        "She flew from Oslo to the U.K. ‖ Shares rose at once.",
        "The study was done in the U.S. ‖ Researchers said that more would follow.",
        "They met in the U.S. Officials Club.",
    ],
)
def test_a_country_in_letters_ends_a_sentence_where_another_begins(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "Approx. 50 came to court, est. 60 left. ‖ See Vol. 2 and Ch. 7 of Rte. 5.",
        "The crate weighs 5,000 lbs. when empty and stands 3 km. south. ‖ It is red.",
        "It is open Mon. to Fri. from nine to five. ‖ It is shut on Sun. and feasts.",
        "He bought Hoot! Inc. and Orr Corp. for little. ‖ Both grew.",
        "He was given the. 45 pistol and a. 22 rifle. ‖ He took both.",
        "Tell me yes or no. ‖ Five people wait.",
        "The vet knew it was plan B. ‖ It worked.",
        "He scored in 2012. ‖ He was 17.",
        "He shouted stop! ‖ Then he ran.",
    ],
)
def test_a_short_form_before_a_number_or_a_small_letter_ends_no_sentence(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    ["1. Open the valve. ‖ 2. Close it.", "The plan: 1. ‖ Dig. ‖ 2. Fill.", "Q. Did it hold? ‖ A. It did."],
)
def test_the_number_of_a_list_is_no_sentence(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "Das Haus ist aus dem 19. Jahrhundert und nicht neu. ‖ Der 1. Weltkrieg hat es nicht zerstört.",
        "Im 3. Satz gab die Spielerin auf, das war nicht gut. ‖ Ihr 2. Spiel ist am 3. Mai.",
        "Das Team spielt in der 1. und 2. Bundesliga und nicht in der 3. Liga. ‖ Das ist neu.",
        "Zum 4. Mal ist die Stadt das Ziel der 20. Etappe. ‖ In der 90. Minute fiel das Tor.",
        "Sein 30. Geburtstag ist nicht heute. ‖ Das ist der 31. ‖ Die Feier ist in der Stadt.",
        "Es waren 21. ‖ Danach kam die Feuerwehr und das war nicht leicht.",
        "Die Zahl der Toten stieg auf 38. ‖ Polizei und Feuerwehr sind in der Stadt.",
        "Der Verein kam auf Rang 5. ‖ Trainer Ode ist nicht mit dem Platz zufrieden.",
        "Die Wahl ist am 21. ‖ Danach ist die Stadt nicht mehr die alte.",
        "1. FC Ode ist der Sieger und nicht die Stadt. ‖ Das ist der Dipl.-Ing. Huber, geb. Ode.",
    ],
)
def test_a_german_ordinal_ends_no_sentence_before_what_it_counts(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "Le pont est tombé, a dit la mairie. ‖ M. Orval, le maire, est venu avec les pompiers.",
        "MM. Roux et Petit sont venus. ‖ Mme. Roux et Mgr. Petit ont parlé dans la ville.",
        "Selon M. J. Roux et le Dr. Petit, la ville est sûre. ‖ J.-L. Orval est parti.",
        "C’est l’art. 5 et le bd. Foch de la ville. ‖ Me. Petit est pour.",
        "La tour fait 300 m. ‖ Elle est dans la ville et le port.",
        "El Sr. Ruiz y la Sra. Gil llegaron a la ciudad. ‖ La Dra. Paz y el Cnel. Mora no.",
        "La Profa. Gil y D. José fueron al puerto a las 9 p.m. y no a las 8 a. m. del lunes. ‖ Es así.",
        "El juez dijo que no. ‖ La casa es de la Mtra. Gil y del Pdte. Ruiz.",
        "L’avv. Rossi e l’on. Neri sono in città. ‖ È il n. 5 della via e non il 6.",
        "De school van dhr. Smit en mevr. Bakker is niet oud. ‖ Het kost 3 mln. euro en bijv. meer.",
        "A Profa. Costa e o Des. Silva foram para a Av. Central. ‖ A Dra. Lima não foi.",
        "Пожар был на ул. Мира и не в г. Москве. ‖ Ущерб — 3 млн. рублей, т. е. много.",
        "Den 3. maj kom skibet. ‖ Det sank.",
    ],
)
def test_short_forms_of_other_languages_end_no_sentence(parted: str) -> None:
    check(parted)


@pytest.mark.parametrize(
    "parted",
    [
        "桥梁倒塌。 ‖ 8人死亡。 ‖ 20人受伤。",
        "列車が脱線した。 ‖ 5人が負傷した。 ‖ Aさんは無事だった。",
        "「20人が負傷した。3人は重い。」と話した。 ‖ 7日に終わった。",
        "“我们看到了。12人跑了。” ‖ 他说。",
        "增长3.5%。 ‖ 2024年下降。 ‖ 公司怎样？ ‖ 100人走了！ ‖ 完。",
        "(桥梁倒塌。8人死亡。)",
    ],
)
def test_a_wide_full_stop_ends_a_sentence_outside_quotations(parted: str) -> None:
    check(parted, gap="")
