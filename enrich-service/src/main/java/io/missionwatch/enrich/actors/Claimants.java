package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds groups that no list has by what only groups do: they claim attacks. */
final class Claimants {

    private static final WordSet CLAIMS = WordSet.of("responsibility", "credit");
    static final WordSet VERBS = WordSet.of("claimed", "claims", "claim", "took", "accepted", "assumed");
    private static final WordSet LINKS = WordSet.of("for", "of", "to");
    private static final int LONGEST_INSERTION = 16;

    private final WordSet offices = WordSet.read("actors/not-collectives.txt");
    private final WordSet heads;
    private final WordSet keywords;
    private final Set<String> others;

    /** Takes the words of groups' names, and the names, lower case, that are none. */
    Claimants(WordSet heads, WordSet keywords, Set<String> others) {
        this.heads = heads;
        this.keywords = keywords;
        this.others = Set.copyOf(others);
    }

    /** "The MIRA claimed credit": an acronym nobody knows, but groups alone claim. */
    void find(Document document, Sentence sentence, TagCollector tags) {
        var tokens = sentence.tokens();
        if (document.caseless(sentence.field())) {
            return;
        }
        for (int i = VERBS.next(tokens, 1); i + 1 < tokens.size(); i = VERBS.next(tokens, i + 1)) {
            if (CLAIMS.has(tokens.get(i + 1))) {
                claimant(tokens, i, tags);
            } else if (tokens.get(i).is("claimed") && tokens.get(i + 1).is("by")) {
                claimedBy(tokens, i + 2, tags);
            }
        }
    }

    private void claimant(List<Token> tokens, int verb, TagCollector tags) {
        var name = tokens.get(verb - 1);
        if (name.isUpperCase() && Acronyms.isAcronym(name.text())) {
            tags.add(UnlistedGroups.group(name.text()), name.span(), "claims-responsibility");
        } else {
            namedClaimant(tokens, beforeInsertion(tokens, verb), tags);
        }
    }

    /** "Students for Insurrection claimed responsibility": a name that no person, paper or state bears. */
    private void namedClaimant(List<Token> tokens, int verb, TagCollector tags) {
        if (!tokens.get(verb - 1).isCapitalised()) {
            return;
        }
        int start = NameSpan.start(tokens, verb - 1, heads);
        var span = tokens.get(start).span().to(tokens.get(verb - 1).span());
        if (verb - start >= 2
                && !isOther(tokens, start, verb)
                && isCollective(tokens, start, verb)
                && tags.free(span)) {
            tags.add(UnlistedGroups.group(UnlistedGroups.words(tokens, start, verb)), span, "claims-responsibility");
        }
    }

    /** "The Third Dawn, which advocates violence, claimed": the name ends where what is put in begins. */
    private static int beforeInsertion(List<Token> tokens, int verb) {
        int at = verb - 1;
        if (at < 1 || !tokens.get(at).is(",")) {
            return verb;
        }
        do {
            at--;
        } while (at > Math.max(1, verb - LONGEST_INSERTION) && !tokens.get(at).is(","));
        return at > 0 && tokens.get(at).is(",") ? at : verb;
    }

    /** "was claimed by the Partisans of the Third Dawn". */
    private void claimedBy(List<Token> tokens, int from, TagCollector tags) {
        int start = NameSpan.skipOpening(tokens, from);
        int end = NameSpan.end(tokens, start, heads);
        if (end - start < 2) {
            return;
        }
        var span = tokens.get(start).span().to(tokens.get(end - 1).span());
        if (!isOther(tokens, start, end) && isCollective(tokens, start, end) && tags.free(span)) {
            tags.add(UnlistedGroups.group(UnlistedGroups.words(tokens, start, end)), span, "claims-responsibility");
        }
    }

    private boolean isCollective(List<Token> tokens, int start, int end) {
        for (int i = start; i < end; i++) {
            var word = tokens.get(i);
            if (offices.has(word)) {
                return false;
            }
            if (heads.has(word) || keywords.has(word) || (i > start && LINKS.has(word))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(List<Token> tokens, int start, int end) {
        return others.contains(UnlistedGroups.words(tokens, start, end).toLowerCase(Locale.ROOT));
    }
}
