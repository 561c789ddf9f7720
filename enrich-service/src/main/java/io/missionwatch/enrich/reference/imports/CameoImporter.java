package io.missionwatch.enrich.reference.imports;

import io.missionwatch.enrich.actors.Actor;
import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.ListedActor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dictionaries of actors in the form that event coders use: {@code NAME_ [CODE]}, further names on lines that begin with a
 * plus, codes that hold for a time as {@code [CODE >090120]}, {@code [CODE <1996]} or {@code [CODE 090120-170120]}. What the lexicon
 * knows already is left out.
 */
public final class CameoImporter {

    private static final Pattern CODE = Pattern.compile("\\[([^\\]]*)]");

    private final KnownNames known;
    private final List<ListedActor> actors = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** An importer that leaves out what the lexicon knows. */
    public CameoImporter(ActorLexicon lexicon) {
        this.known = new KnownNames(lexicon);
    }

    /** One name with what follows it. */
    private static final class Block {
        private final int line;
        private final String name;
        private final List<ListedActor.Name> names = new ArrayList<>();
        private final List<CameoCode> codes = new ArrayList<>();

        Block(int line, String name) {
            this.line = line;
            this.name = name;
        }
    }

    /**
     * Reads a dictionary.
     *
     * @param source its name, for messages
     */
    public ActorImport read(String source, String text) {
        Optional<Block> open = Optional.empty();
        var lines = text.split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            var line = withoutRemark(lines[at]);
            if (line.isBlank()) {
                continue;
            }
            boolean goesOn = Character.isWhitespace(line.charAt(0)) || line.charAt(0) == '+' || line.charAt(0) == '[';
            if (!goesOn) {
                open.ifPresent(block -> close(source, block));
                open = Optional.of(new Block(at + 1, name(line)));
            }
            if (open.isPresent()) {
                read(source, at + 1, line, goesOn, open.get());
            } else {
                leftOut.add("%s:%d: belongs to no name".formatted(source, at + 1));
            }
        }
        open.ifPresent(block -> close(source, block));
        return new ActorImport(source, actors, leftOut);
    }

    private void read(String source, int number, String line, boolean goesOn, Block block) {
        if (goesOn && line.strip().startsWith("+")) {
            block.names.add(ListedActor.Name.of(name(line.strip().substring(1))));
        }
        var codes = CODE.matcher(line);
        while (codes.find()) {
            read(source, number, codes, block);
        }
    }

    private void read(String source, int number, Matcher code, Block block) {
        try {
            block.codes.add(CameoCode.of(code.group(1)));
        } catch (IllegalArgumentException wrong) {
            leftOut.add("%s:%d: %s".formatted(source, number, wrong.getMessage()));
        }
    }

    private static String withoutRemark(String line) {
        if (line.startsWith("#") || line.startsWith("<!--")) {
            return "";
        }
        int remark = line.indexOf(';');
        return (remark < 0 ? line : line.substring(0, remark)).stripTrailing();
    }

    /** {@code AL_QAEDA_} is Al Qaeda. */
    private static String name(String line) {
        int code = line.indexOf('[');
        var name = (code < 0 ? line : line.substring(0, code)).replace('_', ' ');
        return Names.written(name);
    }

    private void close(String source, Block block) {
        var owner = known.owner(block.name);
        var id = Names.id(block.name);
        if (!KnownNames.isMatchable(block.name) || id.isEmpty()) {
            leftOut.add("%s:%d: no name that a text could match".formatted(source, block.line));
        } else if (owner.isPresent()) {
            leftOut.add("%s:%d: %s is known as %s".formatted(source, block.line, block.name, owner.get()));
        } else if (known.hasId(id)) {
            leftOut.add("%s:%d: %s would replace the actor %s".formatted(source, block.line, block.name, id));
        } else if (block.codes.isEmpty()) {
            leftOut.add("%s:%d: %s has no code".formatted(source, block.line, block.name));
        } else {
            actors.add(actor(id, block));
        }
    }

    /** The code that no date bounds says what it is, else the last. */
    private ListedActor actor(String id, Block block) {
        var usual = block.codes.stream()
                .filter(code -> !code.isDated())
                .findFirst()
                .orElse(block.codes.get(block.codes.size() - 1));
        known.free(id, List.of(ListedActor.Name.of(block.name)));
        var types = block.codes.stream()
                .filter(code -> code.isDated() && code.type() != usual.type())
                .map(code -> new Actor.TypeChange(code.type(), code.scope()))
                .toList();
        return new ListedActor(
                id, block.name, type(usual), usual.country(), Optional.empty(), known.free(id, block.names), types);
    }

    /** States come with the table of countries, so that what a dictionary calls one is a name of its government. */
    private static ActorType type(CameoCode code) {
        return code.type() == ActorType.STATE ? ActorType.GOVERNMENT : code.type();
    }
}
