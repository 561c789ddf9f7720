package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * The patterns in force, while they change: those that come with the service, and over them those of the operator. A text
 * that cannot be honoured changes nothing: the last good one of its id stays in force. A change is worked out by the
 * executor and then takes effect at once and whole.
 */
public final class LivePatterns {

    private final Executor executor;
    private final List<CompiledPattern> builtIn;
    private final Map<String, Live> changed = new LinkedHashMap<>();
    private boolean stale;
    private volatile PatternSet current;

    private record Live(PatternText text, List<CompiledPattern> patterns) {}

    /**
     * With these patterns to begin with.
     *
     * @param executor where new sets are put together; one that runs at once makes every change take effect at once
     * @throws IllegalArgumentException when one of them cannot be honoured
     */
    public LivePatterns(List<PatternText> builtIn, Executor executor) {
        this.executor = executor;
        this.builtIn = builtIn.stream()
                .map(PatternCompiler::compile)
                .flatMap(compilation -> valid(compilation).stream())
                .toList();
        this.current = together();
    }

    private static List<CompiledPattern> valid(Compilation compilation) {
        if (!compilation.isValid()) {
            throw new IllegalArgumentException("built-in pattern: " + compilation.faults());
        }
        return compilation.patterns();
    }

    /** The patterns in force now. */
    public PatternSet current() {
        return current;
    }

    /**
     * Puts a pattern of the operator in force.
     *
     * @return why it cannot be honoured; empty where it can
     */
    public List<Fault> put(String patternId, PatternText text) {
        var compilation = PatternCompiler.compile(text);
        var faults = new ArrayList<>(compilation.faults());
        if (faults.isEmpty()
                && compilation.patterns().stream()
                        .noneMatch(pattern -> pattern.card().patternId().equals(patternId))) {
            faults.add(new Fault(text.name(), 1, "no rule that fires has the id '" + patternId + "' of the record"));
        }
        if (faults.isEmpty()) {
            change(patternId, Optional.of(new Live(text, compilation.patterns())));
        }
        return List.copyOf(faults);
    }

    /** Takes a pattern of the operator away; a built-in one of that id is in force again. */
    public void remove(String patternId) {
        change(patternId, Optional.empty());
    }

    /** Takes all patterns of the operator away, to build anew. */
    public synchronized void reset() {
        changed.clear();
        current = together();
    }

    /** Puts every change that was made in force before it returns. */
    public void settle() {
        refresh();
    }

    private void change(String patternId, Optional<Live> live) {
        synchronized (this) {
            live.ifPresentOrElse(pattern -> changed.put(patternId, pattern), () -> changed.remove(patternId));
            if (stale) {
                return;
            }
            stale = true;
        }
        executor.execute(this::refresh);
    }

    private synchronized void refresh() {
        stale = false;
        current = together();
    }

    private synchronized PatternSet together() {
        var patterns = new TreeMap<String, CompiledPattern>();
        builtIn.forEach(pattern -> patterns.put(pattern.card().patternId(), pattern));
        changed.forEach((id, live) -> live.patterns().forEach(pattern -> {
            if (live.text().enabled()) {
                patterns.put(pattern.card().patternId(), pattern);
            } else {
                patterns.remove(pattern.card().patternId());
            }
        }));
        return PatternSet.of(patterns.values());
    }
}
