#!/usr/bin/env python3
"""Derives the word lists by which a place is told from a word and from a person.

    build_words.py ENGLISH_WORDS GIVEN_NAMES_OUT WORDS_OUT

ENGLISH_WORDS is the list of Debian's package wamerican (SCOWL); the given names are those of the Python package faker (MIT),
which has to be importable, and of hand-given-names.txt beside this script.
"""
import gzip
import importlib
import pathlib
import pkgutil
import re
import sys
import unicodedata


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def faker_names():
    import faker.providers.person as persons

    found = set()
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module("faker.providers.person." + module.name).Provider
        for attribute in ("first_names", "first_names_male", "first_names_female", "first_romanized_names"):
            names = getattr(provider, attribute, ())
            if not isinstance(names, property):
                found |= set(names)
    return found


def given_names(by_hand):
    names = faker_names() | {name for name in by_hand.read_text("utf-8").split("\n") if not name.startswith("#")}
    single = {plain(name) for name in names}
    return sorted(name for name in single if re.fullmatch(r"[A-Z][a-z]{2,}", name))


def lower_case_words(english):
    words = {word.strip() for word in open(english, encoding="utf-8")}
    return sorted(word for word in words if re.fullmatch(r"[a-z]{2,}", word))


def main(english, given_out, words_out):
    by_hand = pathlib.Path(__file__).with_name("hand-given-names.txt")
    pathlib.Path(given_out).write_text("\n".join(given_names(by_hand)) + "\n", "utf-8")
    with open(words_out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(("\n".join(lower_case_words(english)) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
