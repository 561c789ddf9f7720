package io.missionwatch.enrich.reference.imports;

import io.missionwatch.enrich.actors.Actor;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.actors.Scope;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Actors made from a list that others keep.
 *
 * @param source what they were made from, for a remark
 * @param leftOut what was left out, a line each: {@code file:line: reason}
 */
public record ActorImport(String source, List<ListedActor> actors, List<String> leftOut) {

    public ActorImport {
        actors = List.copyOf(actors);
        leftOut = List.copyOf(leftOut);
    }

    /** The actors as a file of reference data. */
    public String yaml() {
        return "# Made from " + source.replaceAll("\\p{Cntrl}", " ") + ".\nactors:"
                + (actors.isEmpty()
                        ? " []\n"
                        : actors.stream().map(ActorImport::line).collect(Collectors.joining("", "\n", "")));
    }

    private static String line(ListedActor actor) {
        var line = new StringBuilder(
                "  - {id: %s, name: %s, type: %s".formatted(actor.id(), quoted(actor.name()), actor.type()));
        actor.country().ifPresent(iso2 -> line.append(", country: ").append(quoted(iso2)));
        actor.parent().ifPresent(parent -> line.append(", parent: ").append(quoted(parent)));
        var plain = actor.names().stream()
                .filter(name -> name.scope().equals(Scope.ALWAYS))
                .toList();
        var scoped = actor.names().stream()
                .filter(name -> !name.scope().equals(Scope.ALWAYS))
                .toList();
        if (!plain.isEmpty()) {
            line.append(plain.stream()
                    .map(name -> quoted(name.text()))
                    .collect(Collectors.joining(", ", ", aliases: [", "]")));
        }
        if (!scoped.isEmpty()) {
            line.append(scoped.stream()
                    .map(name -> "{aliases: [%s]%s}".formatted(quoted(name.text()), scope(name.scope())))
                    .collect(Collectors.joining(", ", ", scoped: [", "]")));
        }
        if (!actor.types().isEmpty()) {
            line.append(
                    actor.types().stream().map(ActorImport::type).collect(Collectors.joining(", ", ", types: [", "]")));
        }
        return line.append("}\n").toString();
    }

    private static String type(Actor.TypeChange change) {
        return "{type: %s%s}".formatted(change.type(), scope(change.scope()));
    }

    private static String scope(Scope scope) {
        var text = new StringBuilder();
        if (!scope.countries().isEmpty()) {
            text.append(scope.countries().stream()
                    .sorted()
                    .map(ActorImport::quoted)
                    .collect(Collectors.joining(", ", ", in: [", "]")));
        }
        scope.from().ifPresent(day -> text.append(", from: ").append(day));
        scope.until().ifPresent(day -> text.append(", until: ").append(day));
        return text.toString();
    }

    /** A scalar in double quotes, in which YAML sees nothing but text. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
