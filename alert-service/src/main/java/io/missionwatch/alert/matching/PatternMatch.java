package io.missionwatch.alert.matching;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.windows.Hit.RuleHit;
import java.util.List;

/** A pattern that an event matches, in one group. */
public record PatternMatch(Route route, PatternCard card, List<RuleHit> rules) {
    public PatternMatch {
        rules = List.copyOf(rules);
    }
}
