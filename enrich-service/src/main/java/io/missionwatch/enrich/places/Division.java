package io.missionwatch.enrich.places;

/** What holds a place, or what it is: the gazetteer's numbers of country and divisions, zero where there is none. */
record Division(int country, int admin1, int admin2) {}
