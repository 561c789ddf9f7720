package io.missionwatch.alert.patterns;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.alert.sigma.CorrelationRule;
import io.missionwatch.alert.sigma.DetectionRule;
import io.missionwatch.alert.sigma.Fault;
import io.missionwatch.alert.sigma.Handling;
import io.missionwatch.alert.sigma.Level;
import io.missionwatch.alert.sigma.LogSource;
import io.missionwatch.alert.sigma.Rule;
import io.missionwatch.alert.sigma.RuleSet;
import io.missionwatch.alert.sigma.SigmaFiles;
import io.missionwatch.alert.sigma.Template;
import io.missionwatch.alert.sigma.ValueLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes patterns ready to be matched, or says why they cannot be honoured. */
public final class PatternCompiler {

    private PatternCompiler() {}

    /** What a pattern's text comes to, with no values for placeholders but its own. */
    public static Compilation compile(PatternText text) {
        return compile(text, ValueLists.NONE);
    }

    /** What a pattern's text comes to, with these values for placeholders. */
    public static Compilation compile(PatternText text, ValueLists lists) {
        var written = SigmaFiles.readWritten(text.name(), text.yaml(), lists, StateKey.KEYS);
        var reading = written.reading();
        var faults = new ArrayList<>(reading.faults());
        reading.rules().stream()
                .filter(DetectionRule.class::isInstance)
                .map(DetectionRule.class::cast)
                .filter(rule -> !isAboutNews(rule.logSource()))
                .forEach(rule -> faults.add(faultOf(
                        rule, "'logsource': expected product missionwatch and category news_event, as events are")));
        if (!faults.isEmpty()) {
            return new Compilation(List.of(), faults);
        }
        var stateKey = StateKey.of(written.documents());
        return compiled(reading.rules(), rule -> card(text, rule), stateKey);
    }

    /** Why rules about news that are valid by themselves cannot be honoured together; empty where they can. */
    static List<Fault> faults(List<Rule> rules) {
        var news = rules.stream().filter(rule -> isAboutNews(rule, rules)).toList();
        return compiled(news, rule -> card(PatternText.of(rule.head().file(), ""), rule), "")
                .faults();
    }

    private static Compilation compiled(List<Rule> read, Function<Rule, PatternCard> cards, String stateKey) {
        var faults = new ArrayList<Fault>();
        var rules = RuleSet.unindexed(read);
        var patterns = new ArrayList<CompiledPattern>();
        for (var rule : firing(read)) {
            try {
                patterns.add(new PatternParts(rule, rules).pattern(cards.apply(rule), stateKey));
            } catch (IllegalArgumentException refused) {
                faults.add(faultOf(rule, refused.getMessage()));
            }
        }
        return faults.isEmpty() ? new Compilation(patterns, faults) : new Compilation(List.of(), faults);
    }

    private static boolean isAboutNews(Rule rule, List<Rule> rules) {
        if (rule instanceof DetectionRule detection) {
            return isAboutNews(detection.logSource());
        }
        return ((CorrelationRule) rule)
                .correlation().rules().stream()
                        .allMatch(reference -> rules.stream()
                                .filter(one -> answers(one, reference))
                                .allMatch(one -> isAboutNews(one, rules)));
    }

    private static boolean isAboutNews(LogSource source) {
        return source.product().equals(Optional.of("missionwatch"))
                && source.category().equals(Optional.of("news_event"));
    }

    private static Fault faultOf(Rule rule, String reason) {
        return new Fault(rule.head().file(), rule.head().line(), reason);
    }

    /** Rules that others correlate or wait for make no alerts of their own, unless they are asked to. */
    private static List<Rule> firing(List<Rule> rules) {
        var used = new ArrayList<String>();
        for (var rule : rules) {
            if (rule instanceof CorrelationRule correlation
                    && !correlation.correlation().generate()) {
                used.addAll(correlation.correlation().rules());
            }
            rule.handling().absence().ifPresent(absence -> {
                used.addAll(absence.without());
                absence.after().ifPresent(used::add);
            });
        }
        return rules.stream()
                .filter(rule -> used.stream().noneMatch(reference -> answers(rule, reference)))
                .toList();
    }

    private static boolean answers(Rule rule, String reference) {
        return rule.id().equals(reference) || rule.head().name().equals(Optional.of(reference));
    }

    private static PatternCard card(PatternText text, Rule rule) {
        var handling = rule.handling();
        return new PatternCard(
                rule.id(),
                text.version(),
                rule.head().title(),
                Severity.valueOf(rule.head().level().orElse(Level.MEDIUM).name()),
                text.shadow() || handling.mode() == Handling.Mode.SHADOW,
                handling.title().map(Template::toString),
                handling.summary().map(Template::toString));
    }
}
