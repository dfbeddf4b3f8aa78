"""Word lists for made-up people: first names by sex and generation, surnames with their feminine forms."""

FIRST_NAMES = {
    "K": {
        1900: (
            "Halina Krystyna Danuta Barbara Teresa Bożena Grażyna Elżbieta Jadwiga Zofia Stanisława Janina Irena Wanda "
            "Łucja Genowefa Urszula Maria Ewa Helena Mirosława Alicja Lucyna Zdzisława"
        ),
        1970: (
            "Anna Agnieszka Joanna Magdalena Katarzyna Monika Beata Dorota Małgorzata Iwona Renata Edyta Sylwia Aneta "
            "Marzena Izabela Żaneta Wioletta Justyna Aldona Ilona Kamila Emilia Marta Lidia"
        ),
        1990: (
            "Natalia Patrycja Klaudia Weronika Oliwia Karolina Paulina Aleksandra Julia Wiktoria Zuzanna Sandra Kinga "
            "Dominika Angelika Ewelina Martyna Sara Gabriela Daria"
        ),
    },
    "M": {
        1900: (
            "Zenon Jerzy Wiesław Henryk Tadeusz Ryszard Stanisław Zbigniew Mieczysław Kazimierz Bogdan Jan Józef Edward "
            "Lech Leszek Czesław Roman Marian Zdzisław Andrzej Władysław Eugeniusz"
        ),
        1970: (
            "Marek Piotr Krzysztof Tomasz Paweł Grzegorz Dariusz Mariusz Sławomir Jarosław Robert Artur Jacek Wojciech "
            "Rafał Michał Łukasz Marcin Radosław Arkadiusz Waldemar Norbert Ireneusz"
        ),
        1990: (
            "Kamil Damian Mateusz Jakub Dawid Sebastian Patryk Bartosz Adrian Dominik Kacper Szymon Filip Hubert Konrad "
            "Oskar Wiktor Igor Maciej Błażej"
        ),
    },
}

# Masculine forms; ``surname`` declines those that are adjectives.
_SURNAMES = (
    "Ambroziak Augustyniak Bagnowski Bałdyga Banasik Bednarz Biernat Błaszczyk Bobrowicki Bogucki Brzezicki Buczek "
    "Bukowiecki Cebula Chlebowski Chudzik Ciborowski Cichy Ciesielka Cwynar Czerwonka Czubak Ćmiel Ćwiertnia Ćwik "
    "Dębiński Dobrzański Drabik Dudziak Dworak Dziedzicki Dzięgiel Falkowski Fijałek Flis Fortuniak Frączek Furmanek "
    "Gajownik Galiński Garbacz Gawroński Gąsior Giera Głąbik Godlewicz Goździk Grabiec Grochowiak Grudka Gwizdała "
    "Hajduk Hetmańczyk Hołubicki Ignasiak Jabłecki Jagodziński Janaszek Jarząbek Jaźwiński Jeleń Jurkowlaniec "
    "Kaczorowski Kalemba Kania Karpiuk Kądziela Kępiński Klonowski Kłosek Kogucik Kołacz Kopeć Kossakowicz Kozłowiec "
    "Krakowiak Krzemiński Kubiszyn Kuźniar Kwieciński Leśniowski Lipowczan Lubański Łabęcki Łakomy Łapacz Łęcki "
    "Łopuszański Łoziński Łyżwa Majdański Malinowiec Marzec Matuszczyk Mazurczak Michalec Mierzwa Mirecki Młynek "
    "Modrzewski Mroczek Muszyński Nadolny Niemczak Niewiadomiec Nizioł Nowakowicz Obara Okoński Olczyk Oleśnicki "
    "Olszewiec Ostrowiak Pakosz Palus Pawlikiewicz Pełka Piasecznik Pietrusiak Piwowarski Płoszaj Podgórniak Poręba "
    "Przybysz Pyrek Radecki Rajca Rębisz Rogalski Rosłan Równicki Różycki Rudawiec Rybitwa Sadowiak Serafiński "
    "Sieradzki Siwiec Skowroniak Słomka Sobieraj Sosnowik Stachurka Strączek Suchodolski Sypniewicz Szafraniec "
    "Szczygielski Szymczyk Śliwa Śmigielski Śniadecki Śpiewak Świderek Świerszcz Tarnowiak Tokarczyk Trzciński "
    "Tyszko Urbaniec Walczyk Wasilczuk Wąsowicz Węgrzynek Wierzbik Wilczek Witkowiak Włodarek Wnęk Wojtasik Wrzesiński "
    "Zabłocki Zagórniak Zakrzewiak Zaremba Zawiłło Zdrojek Zięba Złotowski Zwoliński Źrałek Źródlak Żabicki Żarski "
    "Żbik Żebrowiak Żmudziński Żołądź Żurawiec Żyła"
)
SURNAMES = _SURNAMES.split()
DECLINED = ("ski", "cki", "dzki", "y")  # adjectives


def surname(masculine, sex):
    """The surname in the form of the sex: Łopuszański, Łopuszańska; other surnames do not change."""
    return masculine[:-1] + "a" if sex == "K" and masculine.endswith(DECLINED) else masculine


def first_names(sex, year):
    """First names that parents gave in those years."""
    generations = FIRST_NAMES[sex]
    return generations[max(start for start in generations if start <= year)].split()
