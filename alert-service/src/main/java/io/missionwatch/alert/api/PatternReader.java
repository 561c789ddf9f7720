package io.missionwatch.alert.api;

import io.missionwatch.alert.access.Principal;
import io.missionwatch.alert.api.Invalid.Fault;
import io.missionwatch.alert.api.PatternShelf.Standing;
import io.missionwatch.alert.desk.Entry;
import io.missionwatch.alert.patterns.CompiledPattern;
import io.missionwatch.alert.patterns.PatternCompiler;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PatternMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what somebody wants a pattern to be, and refuses what could not be honoured, line by line. */
final class PatternReader {

    private static final int LONGEST_YAML = 200_000;

    private final InstantSource clock;

    PatternReader(InstantSource clock) {
        this.clock = clock;
    }

    /** What a pattern shall be. */
    record Wanted(String patternId, String yaml, boolean enabled, PatternMode mode) {
        PatternText text() {
            return new PatternText(patternId, yaml, 1, enabled, mode == PatternMode.SHADOW);
        }
    }

    /**
     * Reads a whole pattern.
     *
     * @throws Invalid with the lines that are wrong
     */
    Wanted read(String id, JsonBody body) {
        var wanted = new Wanted(
                id,
                body.text("yaml", LONGEST_YAML),
                body.maybeFlag("enabled").orElse(true),
                body.maybeSymbol("mode", PatternMode.class).orElse(PatternMode.LIVE));
        body.check();
        compiled(wanted);
        return wanted;
    }

    /**
     * Switches a pattern, the text otherwise as it stands. To go live is more than not to be in shadow: a text that asks for
     * shadow itself is changed in that one line.
     *
     * @throws Invalid where the text does not go live that way
     */
    Wanted switched(Standing standing, JsonBody body) {
        var mode = body.maybeSymbol("mode", PatternMode.class);
        var enabled = body.maybeFlag("enabled").orElse(standing.text().enabled());
        if (mode.isEmpty() && !body.has("enabled")) {
            body.fault("enabled", "or 'mode' must be given");
        }
        body.check();
        var before = standing.text().shadow() ? PatternMode.SHADOW : PatternMode.LIVE;
        var yaml = standing.text().yaml();
        if (mode.filter(PatternMode.LIVE::equals).isPresent()) {
            yaml = yaml.replaceAll("(?m)^([ \\t]+mode:[ \\t]*)shadow([ \\t]*(?:#.*)?)$", "$1live$2");
        }
        var wanted = new Wanted(standing.patternId(), yaml, enabled, mode.orElse(before));
        var goesLive = mode.filter(PatternMode.LIVE::equals).isPresent();
        if (goesLive && compiled(wanted).card().shadow()) {
            throw new Invalid(
                    List.of(Fault.of("mode", "the text asks for shadow; change 'mode' under 'missionwatch'")));
        }
        return wanted;
    }

    /** The record of it, one version on. */
    Pattern next(Wanted wanted, Optional<Entry<Pattern>> standing, Principal who) {
        return Pattern.newBuilder()
                .setPatternId(wanted.patternId())
                .setYaml(wanted.yaml())
                .setVersion(standing.map(entry -> entry.value().getVersion()).orElse(0) + 1)
                .setEnabled(wanted.enabled())
                .setMode(wanted.mode())
                .setChangedBy(who.name())
                .setChangedAt(clock.instant())
                .build();
    }

    private static CompiledPattern compiled(Wanted wanted) {
        var compilation = PatternCompiler.compile(wanted.text());
        if (!compilation.isValid()) {
            throw new Invalid(compilation.faults().stream()
                    .map(fault -> new Fault("yaml", OptionalInt.of(fault.line()), fault.reason()))
                    .toList());
        }
        return compilation.patterns().stream()
                .filter(pattern -> pattern.card().patternId().equals(wanted.patternId()))
                .findFirst()
                .orElseThrow(() -> new Invalid(List.of(new Fault(
                        "yaml",
                        OptionalInt.of(1),
                        "no rule that fires has the id '" + wanted.patternId() + "' of the address"))));
    }
}
