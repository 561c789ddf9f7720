package io.missionwatch.alert.api;

import io.missionwatch.alert.desk.ControlTail;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.desk.Entry;
import io.missionwatch.alert.patterns.Compilation;
import io.missionwatch.alert.patterns.CompiledPattern;
import io.missionwatch.alert.patterns.PatternCompiler;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PatternMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** All patterns that there are: those that come with the service, and over them those of the operator. */
final class PatternShelf {

    private static final int MOST_COMPILED = 2000;

    private final Map<String, PatternText> builtIn = new HashMap<>();
    private final ControlTail tail;
    private final Map<PatternText, Compilation> compiled = new ConcurrentHashMap<>();

    /** With the patterns that come with the service. */
    PatternShelf(List<PatternText> builtIn, ControlTail tail) {
        this.tail = tail;
        builtIn.forEach(text -> compile(text)
                .patterns()
                .forEach(pattern -> this.builtIn.put(pattern.card().patternId(), text)));
    }

    /**
     * A pattern and where it comes from.
     *
     * @param text the text in force, or the operator's that is refused
     * @param entry what the operator put there
     * @param builtIn whether one of that id comes with the service
     * @param compilation what the text came to
     */
    record Standing(
            String patternId,
            PatternText text,
            Optional<Entry<Pattern>> entry,
            boolean builtIn,
            Compilation compilation) {

        /** The pattern of that id in the text; empty where the text is refused or has none. */
        Optional<CompiledPattern> pattern() {
            return compilation.patterns().stream()
                    .filter(pattern -> pattern.card().patternId().equals(patternId))
                    .findFirst();
        }
    }

    List<Standing> all() {
        var ids = new TreeSet<>(builtIn.keySet());
        tail.all(DeskTopic.PATTERNS).forEach(entry -> ids.add(entry.value().getPatternId()));
        var all = new ArrayList<Standing>();
        ids.forEach(id -> find(id).ifPresent(all::add));
        return all;
    }

    Optional<Standing> find(String patternId) {
        var entry = tail.find(DeskTopic.PATTERNS, patternId);
        return entry.map(Entry::value)
                .map(PatternShelf::textOf)
                .or(() -> builtIn(patternId))
                .map(text -> new Standing(patternId, text, entry, builtIn.containsKey(patternId), compile(text)));
    }

    Optional<PatternText> builtIn(String patternId) {
        return Optional.ofNullable(builtIn.get(patternId));
    }

    private Compilation compile(PatternText text) {
        if (compiled.size() > MOST_COMPILED) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(text, PatternCompiler::compile);
    }

    static PatternText textOf(Pattern pattern) {
        return new PatternText(
                pattern.getPatternId(),
                pattern.getYaml(),
                pattern.getVersion(),
                pattern.getEnabled(),
                pattern.getMode() == PatternMode.SHADOW);
    }
}
