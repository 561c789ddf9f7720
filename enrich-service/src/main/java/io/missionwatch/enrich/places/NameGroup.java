package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All sightings of one name in an article, which are taken to mean one place. */
final class NameGroup {
    private final List<Sighting> sightings;
    private final boolean mayBeCounty;
    private Candidates candidates = Candidates.NONE;
    private double evidence;

    /** @param mayBeCounty whether the article names a county of this name in full */
    NameGroup(List<Sighting> sightings, boolean mayBeCounty) {
        this.sightings = sightings;
        this.mayBeCounty = mayBeCounty;
    }

    /** "Butler" is Butler County only where the text says so, here or elsewhere. */
    boolean mayBeCounty() {
        return mayBeCounty || namesDivision();
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** What any sighting can mean, in the order in which it was found. */
    Meanings meanings() {
        return Meanings.of(sightings);
    }

    /** What the text puts right behind this name as the place that holds it. */
    Spot[] containers() {
        return Meanings.of(others(Sighting::container)).places();
    }

    /** The states and peoples whose missions the text puts at this name. */
    Spot[] senders() {
        return Meanings.of(others(Sighting::sender)).places();
    }

    private List<Sighting> others(UnaryOperator<Sighting> of) {
        var others = new ArrayList<Sighting>(0);
        for (var sighting : sightings) {
            var other = of.apply(sighting);
            if (other != null) {
                others.add(other);
            }
        }
        return others;
    }

    /** Whether the text says anywhere that a province, county or district is meant. */
    boolean namesDivision() {
        for (var sighting : sightings) {
            if (sighting.namesDivision()) {
                return true;
            }
        }
        return false;
    }

    void setCandidates(Candidates places) {
        candidates = places;
        evidence = Double.NEGATIVE_INFINITY;
        for (var sighting : sightings) {
            evidence = Math.max(evidence, sighting.evidence());
        }
    }

    Candidates candidates() {
        return candidates;
    }

    /** The strongest evidence of any sighting, as it was when the candidates were set. */
    double evidence() {
        return evidence;
    }
}
