"""Places where the made-up people live: town, gmina, powiat, DEGURBA and postcodes."""

from dataclasses import dataclass

from participants.vocabulary import Degurba

STREETS = (
    "Akacjowa",
    "Brzozowa",
    "Dworcowa",
    "Główna",
    "Jasna",
    "Kolejowa",
    "Kościuszki",
    "Krótka",
    "Kwiatowa",
    "Lipowa",
    "Łąkowa",
    "Mickiewicza",
    "Ogrodowa",
    "Polna",
    "Prusa",
    "Sienkiewicza",
    "Słoneczna",
    "Spokojna",
    "Szkolna",
    "Środkowa",
    "Targowa",
    "Wąska",
    "Zielona",
    "Źródlana",
    "Żeromskiego",
)


@dataclass(frozen=True)
class Town:
    """A town or village with what an address down to gmina and DEGURBA needs; ``dialling`` begins its telephone numbers."""

    place: str
    county: str
    voivodeship: str
    postcodes: tuple
    degurba: int
    dialling: str
    commune: str = ""

    def address(self, random):
        """The fields of an address in this town; street and house are drawn."""
        return {
            "voivodeship": self.voivodeship,
            "county": self.county,
            "commune": self.commune or self.place,
            "place": self.place,
            "postcode": random.choice(self.postcodes),
            "street": random.choice(STREETS),
            "house": str(random.randint(1, 60)),
            "flat": str(random.randint(1, 40)) if self.degurba == Degurba.URBAN else "",
            "degurba": self.degurba,
        }


def _town(place, county, voivodeship, postcodes, degurba, dialling):
    return Town(place, county, voivodeship, tuple(postcodes.split()), degurba, dialling)


SOSNOWIEC = _town("Sosnowiec", "Sosnowiec", "śląskie", "41-200 41-205 41-206 41-209", Degurba.URBAN, "32")
BYTOM = _town("Bytom", "Bytom", "śląskie", "41-902 41-903 41-906 41-907", Degurba.URBAN, "32")
WLOCLAWEK = _town("Włocławek", "Włocławek", "kujawsko-pomorskie", "87-800 87-804 87-805", Degurba.URBAN, "54")
KRAKOW = _town("Kraków", "Kraków", "małopolskie", "30-001 30-614 31-231 31-523", Degurba.URBAN, "12")
TARNOW = _town("Tarnów", "Tarnów", "małopolskie", "33-100 33-101", Degurba.URBAN, "14")
NOWY_SACZ = _town("Nowy Sącz", "Nowy Sącz", "małopolskie", "33-300", Degurba.URBAN, "18")
KLUCZE = _town("Klucze", "olkuski", "małopolskie", "32-310", Degurba.RURAL, "32")
OLKUSZ = _town("Olkusz", "olkuski", "małopolskie", "32-300", Degurba.INTERMEDIATE, "32")
PALECZNICA = _town("Pałecznica", "proszowicki", "małopolskie", "32-109", Degurba.RURAL, "41")
PIWNICZNA = _town("Piwniczna-Zdrój", "nowosądecki", "małopolskie", "33-350", Degurba.RURAL, "18")
BRZESKO = _town("Brzesko", "brzeski", "małopolskie", "32-800", Degurba.INTERMEDIATE, "14")
BOCHNIA = _town("Bochnia", "bocheński", "małopolskie", "32-700", Degurba.INTERMEDIATE, "14")
SKALA = _town("Skała", "krakowski", "małopolskie", "32-043", Degurba.RURAL, "12")
TUCHOW = _town("Tuchów", "tarnowski", "małopolskie", "33-170", Degurba.RURAL, "14")
DABROWA = _town("Dąbrowa Górnicza", "Dąbrowa Górnicza", "śląskie", "41-300", Degurba.URBAN, "32")
PIEKARY = _town("Piekary Śląskie", "Piekary Śląskie", "śląskie", "41-940", Degurba.URBAN, "32")
KOWAL = _town("Kowal", "włocławski", "kujawsko-pomorskie", "87-820", Degurba.RURAL, "54")
KATOWICE = _town("Katowice", "Katowice", "śląskie", "40-001 40-012", Degurba.URBAN, "32")
# made up, as is the project: there is no such town and no such county
PRZYKLADOWO = _town("Przykładowo", "przykładowski", "śląskie", "42-999", Degurba.RURAL, "34")
