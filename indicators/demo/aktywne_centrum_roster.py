"""Who is in Aktywne Centrum: the people who have a story of their own, and how many others of each kind there are.

The document says 56 women, 37 men, 7 people with disabilities. How they divide by age, education and status is made up, once, here;
whatever the program shows is counted from the people.
"""

from datetime import date

# How each got through the project; fates as on 30.09.2022: counted, open (the four weeks are running), weak (a proof that does
# not suffice), gone (four weeks over, no proof), stays. Statuses: keys of STATUSES.
STORIES = """
Adamczewska Jolanta | 1968-02-14 | not_in_education | 2020-09-07 | 2022-04-29 | gone | illness
Andrzejczuk Wiesław | 1961-11-03 | long_term | 2020-09-07 | 2022-02-28 | gone | unemployment
Antosik Renata | 1985-01-20 | not_in_education | 2021-11-08 | | stays | helplessness
Bagińska Teresa | 1974-06-22 | unemployed | 2020-09-14 | 2022-04-29 | counted | unemployment
Bartosik Mirosława | 1959-12-09 | not_in_education | 2020-10-05 | 2022-05-31 | gone | poverty
Bąbelek Kamil | 1998-03-17 | unregistered | 2022-01-11 | | stays | unemployment
Białoszewska Patrycja | 1995-08-30 | not_in_education | 2022-01-11 | | stays | motherhood
Bodziony Henryk | 1963-05-05 | long_term | 2020-10-05 | 2022-06-30 | gone | unemployment
Brzęczkiewicz Stanisława | 1957-01-28 | not_in_education | 2020-10-12 | 2022-06-30 | gone | illness
Chmielarska Agnieszka | 1983-07-11 | business_worker | 2021-01-18 | 2022-06-30 | counted | poverty
Cieślarczyk Roman | 1971-10-19 | unemployed | 2021-01-18 | 2022-08-31 | gone | unemployment
Cybulska-Rogowska Weronika | 2001-04-02 | in_education | 2022-01-25 | | stays | foster_care
Czaplińska Grażyna | 1966-09-23 | long_term | 2021-01-25 | 2022-06-30 | gone | unemployment
Ćwiklińska Oliwia | 1999-05-26 | not_in_education | 2022-02-14 | | stays | helplessness
Ćwirko Bożena | 1970-08-08 | unemployed | 2021-03-01 | 2022-09-20 | open | unemployment
Dąbek Rafał | 1979-06-15 | unregistered | 2021-03-01 | 2022-09-28 | open | unemployment
Dobosiewicz Alicja | 1988-03-20 | local_government | 2021-03-08 | 2022-08-31 | gone | poverty
Drozdek Jerzy | 1955-02-07 | not_in_education | 2021-03-08 | 2022-06-30 | counted | disability
Dziubińska Klaudia | 1993-11-16 | unemployed | 2021-03-15 | | stays | unemployment
Falkiewicz Urszula | 1962-10-01 | not_in_education | 2021-03-15 | 2022-06-30 | counted | unemployment
Gołębiewicz Ilona | 1981-05-17 | long_term | 2021-01-11 | 2022-08-12 | weak | poverty
Jóźwiakowski Sebastian | 1997-06-11 | not_in_education | 2022-01-24 | | stays | addiction
Kurpisz Zenon | 1960-04-18 | long_term | 2021-02-15 | 2022-08-31 | gone | unemployment
Łęgowska Barbara | 1965-09-12 | long_term | 2021-11-15 | | stays | unemployment
Łukasik Paweł | 1982-08-25 | long_term | 2021-01-11 | 2022-05-31 | counted | unemployment
Mączyńska Ewelina | 1990-06-03 | long_term | 2022-01-18 | | stays | poverty
Niedźwiedzka-Chrzanowska Aleksandra | 1994-12-21 | not_in_education | 2022-02-07 | | stays | carer
Ostrowicz Tadeusz | 1973-03-06 | long_term | 2020-10-05 | 2022-08-31 | weak | unemployment
Piątkowiak Dariusz | 1980-10-29 | long_term | 2021-11-22 | | stays | after_prison
Szczęsnowicz Lidia | 1978-02-03 | unemployed | 2021-10-18 | | stays | unemployment
Ślązak Irena | 1960-07-08 | long_term | 2021-04-12 | 2022-09-01 | gone | unemployment
Świętochowski Marek | 1976-11-24 | not_in_education | 2020-10-05 | 2022-09-13 | open | disability
Wróblewicz Halina | 1969-03-30 | long_term | 2021-02-22 | 2022-09-05 | open | unemployment
Źrebiec Danuta | 1967-11-05 | not_in_education | 2021-03-15 | 2022-09-08 | open | poverty
Żelazko Mieczysław | 1958-06-26 | not_in_education | 2022-02-21 | | stays | illness
Żuraw-Niedziela Krystyna | 1961-02-19 | not_in_education | 2020-09-14 | 2022-05-31 | counted | illness
"""

YOUNG, MIDDLE, OLDER = (18, 24), (25, 54), (55, 67)

# How many of each status and age there are, those with a story included: women, men.
STATUSES_BY_AGE = {
    ("long_term", YOUNG): (1, 1),
    ("long_term", MIDDLE): (11, 9),
    ("long_term", OLDER): (4, 3),
    ("unemployed", YOUNG): (2, 2),
    ("unemployed", MIDDLE): (5, 2),
    ("unemployed", OLDER): (1, 0),
    ("not_in_education", YOUNG): (2, 1),
    ("not_in_education", MIDDLE): (17, 11),
    ("not_in_education", OLDER): (4, 3),
    ("in_education", YOUNG): (2, 1),
    ("in_education", MIDDLE): (1, 1),
    ("other_inactive", OLDER): (1, 0),
    ("employed", MIDDLE): (2, 1),
    ("employed", OLDER): (3, 2),
}

# How many entered in each month, those with a story included: women, men.
ENTRIES = {
    date(2020, 9, 1): (3, 1),
    date(2020, 10, 1): (4, 3),
    date(2020, 11, 1): (2, 0),
    date(2021, 1, 1): (6, 4),
    date(2021, 2, 1): (6, 6),
    date(2021, 3, 1): (5, 2),
    date(2021, 4, 1): (3, 2),
    date(2021, 5, 1): (3, 2),
    date(2021, 8, 1): (3, 2),
    date(2021, 9, 1): (3, 2),
    date(2021, 10, 1): (2, 2),
    date(2021, 11, 1): (3, 2),
    date(2022, 1, 1): (6, 5),
    date(2022, 2, 1): (5, 3),
    date(2022, 3, 1): (2, 1),
}

# How many stand where on 30.09.2022: women, men.
FATES = {"counted": (4, 2), "open": (3, 2), "weak": (1, 1), "gone": (24, 17), "stays": (24, 15)}

# Cards dealt to everybody: women, men.
EDUCATION = {"isced_0": (2, 1), "low": (20, 15), "isced_3": (22, 14), "isced_4": (6, 4), "isced_5_8": (6, 3)}
DISABLED = (4, 3)
MINORITY = (3, 1)
HOMELESS = (1, 4)
OTHER_DISADVANTAGE = (11, 9)  # with ISCED 0 and the homeless among them
REFUSING_MINORITY = (1, 1)
