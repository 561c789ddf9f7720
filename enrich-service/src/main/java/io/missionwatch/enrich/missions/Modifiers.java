package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Token;
import java.util.List;

/** Reads what stands before and after the heart of a phrase: senders, adjectives, parts of the site, its people. */
final class Modifiers {

    private static final int FARTHEST = 10;

    private final MissionWords words;
    private final Senders senders;

    Modifiers(MissionWords words, Senders senders) {
        this.words = words;
        this.senders = senders;
    }

    /** "the heavily guarded U.S. and British" before "embassies". */
    void readBefore(Sighting sighting, boolean caseless) {
        var tokens = sighting.sentence().tokens();
        var i = sighting.start() - 1;
        for (var steps = 0; i >= 0 && steps < FARTHEST; steps++) {
            var token = tokens.get(i);
            var owned = i > 0 && isPossessive(token);
            var sender = senders.endingAt(tokens, owned ? i - 1 : i, caseless);
            if (sender.isPresent() && mayAdd(sighting)) {
                sighting.add(sender.get());
                i = sender.get().start() - 1;
            } else if (owned && sighting.senders().isEmpty()) {
                senders.governmentAt(tokens, i - 1).ifPresent(sighting::add);
                break;
            } else if (owned) {
                sighting.reachBackTo(i - 1);
                break;
            } else if (words.is("join", token.lower()) && joinsSenders(sighting, tokens, i, caseless)) {
                i--;
            } else if (words.is("skip", token.lower()) || token.isNumber() || isHyphen(tokens, i)) {
                i--;
            } else if (words.is("past", token.lower())) {
                sighting.markPast();
                return;
            } else if (words.is("generic", token.lower())) {
                sighting.markIndefinite();
                i--;
            } else {
                readDeterminer(sighting, token);
                readOwn(sighting, token);
                break;
            }
        }
        var first = i + 1;
        while (first < sighting.start() && tokens.get(first).isPunctuation()) {
            first++;
        }
        sighting.reachBackTo(first);
    }

    /** A dash, as after a dateline, ends the phrase. */
    private static boolean isHyphen(List<Token> tokens, int i) {
        return tokens.get(i).is("-") && tokens.get(i).touches(tokens.get(i + 1));
    }

    private static boolean isPossessive(Token token) {
        return token.is("'s") || token.is("'");
    }

    private static boolean mayAdd(Sighting sighting) {
        return sighting.senders().isEmpty() || sighting.head().plural();
    }

    private boolean joinsSenders(Sighting sighting, List<Token> tokens, int join, boolean caseless) {
        return !sighting.senders().isEmpty()
                && sighting.head().plural()
                && join > 0
                && senders.endingAt(tokens, join - 1, caseless).isPresent();
    }

    private void readOwn(Sighting sighting, Token token) {
        if (words.is("own", token.lower())) {
            sighting.markOwnedByThem();
        }
    }

    private static void readDeterminer(Sighting sighting, Token token) {
        switch (token.lower()) {
            case "the", "that", "this", "these", "those" -> sighting.markDefinite();
            case "its", "their", "his", "her", "our" -> sighting.markOwnedByThem();
            case "a", "an", "any", "no", "another", "each", "every", "which" -> sighting.markIndefinite();
            default -> {
                // Any other word says nothing of which mission is meant.
            }
        }
    }

    /** "compound", "staff" after a site; "of both Russia and Pakistan". */
    void readAfter(Sighting sighting, boolean caseless) {
        var tokens = sighting.sentence().tokens();
        if (!sighting.head().person()) {
            readParts(sighting, tokens);
        }
        if (sighting.senders().isEmpty() && sighting.end() < tokens.size() && leadsToSender(sighting, tokens)) {
            readOf(sighting, tokens, sighting.end() + 1, caseless);
        }
        if (sighting.senders().isEmpty() && words.is("order", "sender-after")) {
            readOf(sighting, tokens, sighting.end(), caseless);
        }
    }

    private boolean leadsToSender(Sighting sighting, List<Token> tokens) {
        var next = tokens.get(sighting.end());
        return next.is("of")
                || words.is("of", next.lower())
                || next.is("from")
                || (next.is("at") && sighting.head().person());
    }

    private void readParts(Sighting sighting, List<Token> tokens) {
        var i = sighting.end();
        if (i < tokens.size() && isPossessive(tokens.get(i))) {
            i++;
        }
        while (i < tokens.size() && i < sighting.end() + 4) {
            var word = tokens.get(i).lower();
            if (words.is("staff", word)) {
                sighting.goesBackTo(sighting.head().type());
                sighting.become(MissionType.DIPLOMATIC_PERSONNEL);
                sighting.reachTo(i + 1);
            } else if (words.is("part", word)) {
                sighting.reachTo(i + 1);
            } else if (!word.equals("security")) {
                return;
            }
            i++;
        }
    }

    private void readOf(Sighting sighting, List<Token> tokens, int first, boolean caseless) {
        var i = skipArticle(tokens, first);
        while (i < tokens.size()) {
            var sender = senders.startingAt(tokens, i, caseless);
            if (sender.isEmpty()) {
                return;
            }
            sighting.add(sender.get());
            i = sender.get().end();
            if (i >= tokens.size() || !words.is("join", tokens.get(i).lower())) {
                return;
            }
            while (i < tokens.size() && words.is("join", tokens.get(i).lower())) {
                i++;
            }
            i = skipArticle(tokens, i);
        }
    }

    private int skipArticle(List<Token> tokens, int first) {
        var i = first;
        while (i < tokens.size()
                && (tokens.get(i).is("the")
                        || tokens.get(i).is("both")
                        || words.is("article", tokens.get(i).lower()))) {
            i++;
        }
        if (i + 1 < tokens.size()
                && (tokens.get(i).is("republic")
                        || tokens.get(i).is("kingdom")
                        || tokens.get(i).is("state"))
                && tokens.get(i + 1).is("of")) {
            i += 2;
        }
        return i;
    }

    /** "the head of the consulate", "an official of the embassy". */
    void readHolder(Sighting sighting) {
        var tokens = sighting.sentence().tokens();
        var of = sighting.start() - 1;
        if (of > 0
                && (tokens.get(of).is("the")
                        || tokens.get(of).is("its")
                        || tokens.get(of).is("a"))) {
            of--;
        }
        if (of > 0
                && !sighting.head().person()
                && tokens.get(of).is("of")
                && words.is("holder", tokens.get(of - 1).lower())) {
            sighting.goesBackTo(sighting.head().type());
            sighting.become(MissionType.DIPLOMATIC_PERSONNEL);
            sighting.reachBackTo(of - 1);
        }
    }

    /** "the ambassador's residence", "the residence of the Turkish consul". */
    void readHome(Sighting sighting) {
        if (!sighting.isPerson()) {
            return;
        }
        var tokens = sighting.sentence().tokens();
        var end = sighting.end();
        if (end + 1 < tokens.size() && isPossessive(tokens.get(end))) {
            var home = end + 1;
            while (home < tokens.size()
                    && (tokens.get(home).is("official") || tokens.get(home).is("private"))) {
                home++;
            }
            if (home < tokens.size() && words.is("home", tokens.get(home).lower())) {
                sighting.become(MissionType.RESIDENCE);
                sighting.reachTo(home + 1);
            } else if (home < tokens.size()
                    && words.is("retinue", tokens.get(home).lower())) {
                sighting.reachTo(home + 1);
            }
            return;
        }
        var of = sighting.start() - 1;
        if (of > 0 && (tokens.get(of).is("the") || tokens.get(of).is("a"))) {
            of--;
        }
        if (of > 0
                && tokens.get(of).is("of")
                && words.is("home", tokens.get(of - 1).lower())) {
            sighting.become(MissionType.RESIDENCE);
            sighting.reachBackTo(of - 1);
        }
    }
}
