package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Token;
import java.util.List;

/** Reads what stands before and after the heart of a phrase: senders, adjectives, parts of the site, its people. */
final class Modifiers {

    private static final int FARTHEST = 10;
    private static final int FARTHEST_HOME = 6;

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
            } else if (words.is(MissionRole.JOIN, token) && joinsSenders(sighting, tokens, i, caseless)) {
                i--;
            } else if (words.is(MissionRole.SKIP, token) || token.isNumber() || isHyphen(tokens, i)) {
                i--;
            } else if (words.is(MissionRole.PAST, token)) {
                sighting.markPast();
                return;
            } else if (words.is(MissionRole.GENERIC, token)) {
                sighting.markIndefinite();
                i--;
            } else {
                readDeterminer(sighting, token);
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

    private void readDeterminer(Sighting sighting, Token token) {
        if (words.is(MissionRole.DEFINITE, token)) {
            sighting.markDefinite();
        } else if (words.is(MissionRole.OWN, token)) {
            sighting.markOwnedByThem();
        } else if (words.is(MissionRole.INDEFINITE, token)) {
            sighting.markIndefinite();
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
        if (sighting.senders().isEmpty()) {
            readHad(sighting, tokens, caseless);
        }
        if (sighting.senders().isEmpty() && words.putsSenderAfter()) {
            readOf(sighting, tokens, sighting.end(), caseless);
        }
    }

    /** "the largest embassy that Turkey has", "the villa which Japan keeps as its consulate". */
    private void readHad(Sighting sighting, List<Token> tokens, boolean caseless) {
        var relative = sighting.end();
        if (relative + 2 >= tokens.size()
                || !(tokens.get(relative).is("that") || tokens.get(relative).is("which"))) {
            return;
        }
        senders.startingAt(tokens, skipArticle(tokens, relative + 1), caseless)
                .filter(sender -> sender.end() < tokens.size() && words.is(MissionRole.HAS, tokens.get(sender.end())))
                .ifPresent(sighting::add);
    }

    private boolean leadsToSender(Sighting sighting, List<Token> tokens) {
        var next = tokens.get(sighting.end());
        return words.is(MissionRole.OF, next)
                || next.is("at") && sighting.head().person();
    }

    private void readParts(Sighting sighting, List<Token> tokens) {
        var i = sighting.end();
        if (i < tokens.size() && isPossessive(tokens.get(i))) {
            i++;
        }
        while (i < tokens.size() && i < sighting.end() + 4) {
            var word = tokens.get(i);
            if (words.is(MissionRole.STAFF, word)) {
                sighting.goesBackTo(sighting.head().type());
                sighting.become(MissionType.DIPLOMATIC_PERSONNEL);
                sighting.reachTo(i + 1);
            } else if (words.is(MissionRole.PART, word)) {
                sighting.reachTo(i + 1);
            } else if (!word.is("security")) {
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
            if (i >= tokens.size() || !words.is(MissionRole.JOIN, tokens.get(i))) {
                return;
            }
            while (i < tokens.size() && words.is(MissionRole.JOIN, tokens.get(i))) {
                i++;
            }
            i = skipArticle(tokens, i);
        }
    }

    private int skipArticle(List<Token> tokens, int first) {
        var i = first;
        while (i < tokens.size() && words.is(MissionRole.ARTICLE, tokens.get(i))) {
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
        if (of > 0 && !sighting.head().person() && tokens.get(of).is("of") && isHolder(tokens, of - 1)) {
            sighting.goesBackTo(sighting.head().type());
            sighting.become(MissionType.DIPLOMATIC_PERSONNEL);
            sighting.reachBackTo(of - 1);
        }
    }

    /** "a secretary of the embassy", not the "first secretary", who is one by himself. */
    private boolean isHolder(List<Token> tokens, int at) {
        return words.is(MissionRole.HOLDER, tokens.get(at))
                && (at == 0 || words.heads().at(tokens, at - 1).isEmpty());
    }

    /** Makes the home of a person the mission that is spoken of. */
    void readHome(Sighting sighting) {
        if (!sighting.isPerson()) {
            return;
        }
        var tokens = sighting.sentence().tokens();
        var end = sighting.end();
        if (end + 1 < tokens.size() && isPossessive(tokens.get(end))) {
            readBelongings(sighting, tokens, end + 1);
        } else if (end < tokens.size() && words.is(MissionRole.DWELLS, tokens.get(end))) {
            readDwelling(sighting, tokens);
        } else {
            readHomeOf(sighting, tokens);
        }
    }

    /** "the ambassador's official residence", "the ambassador's car". */
    private void readBelongings(Sighting sighting, List<Token> tokens, int first) {
        var home = first;
        while (home < tokens.size()
                && (tokens.get(home).is("official") || tokens.get(home).is("private"))) {
            home++;
        }
        if (home < tokens.size() && words.is(MissionRole.HOME, tokens.get(home))) {
            sighting.become(MissionType.RESIDENCE);
            sighting.reachTo(home + 1);
        } else if (home < tokens.size() && words.is(MissionRole.RETINUE, tokens.get(home))) {
            sighting.reachTo(home + 1);
        }
    }

    /** "the residence of the Turkish consul". */
    private void readHomeOf(Sighting sighting, List<Token> tokens) {
        var of = sighting.start() - 1;
        if (of > 0 && (tokens.get(of).is("the") || tokens.get(of).is("a"))) {
            of--;
        }
        if (of > 0 && tokens.get(of).is("of") && words.is(MissionRole.HOME, tokens.get(of - 1))) {
            sighting.become(MissionType.RESIDENCE);
            sighting.reachBackTo(of - 1);
        }
    }

    /** "the villa where the consul lives", "an apartment house in Nicosia in which the ambassador lived". */
    private void readDwelling(Sighting sighting, List<Token> tokens) {
        var where = sighting.start() - 1;
        while (where > 0 && words.is(MissionRole.ARTICLE, tokens.get(where))) {
            where--;
        }
        if (where <= 0 || !tokens.get(where).is("where") && !tokens.get(where).is("which")) {
            return;
        }
        for (var at = where - 1; at >= Math.max(0, where - FARTHEST_HOME); at--) {
            if (words.is(MissionRole.DWELLING, tokens.get(at))) {
                sighting.become(MissionType.RESIDENCE);
                sighting.reachBackTo(at);
                sighting.reachTo(sighting.end() + 1);
                return;
            }
        }
    }
}
