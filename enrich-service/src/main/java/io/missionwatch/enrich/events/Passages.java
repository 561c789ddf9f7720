package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.CAUSE;

import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.words.LanguagePack;
import io.missionwatch.enrich.events.words.WordClass;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of an article in order and gathers what they tell, with what later lines say of earlier ones. */
final class Passages {

    private static final int PASSAGE = 5;

    private final Cast cast;
    private final LanguagePack pack;

    Passages(Cast cast, LanguagePack pack) {
        this.cast = cast;
        this.pack = pack;
    }

    List<Telling> tellings(List<Line> lines, Budget budget) {
        var stage = Stage.of(lines, pack.time());
        var drafts = new DraftReader(pack.senses(), cast);
        var tellings = new Tellings(cast);
        for (var line : lines) {
            budget.check("events");
            var told = new ArrayList<>(drafts.read(line));
            told.removeIf(draft -> stage.playsWith(draft, cast));
            CasualtyReader.share(line, told);
            for (var draft : told) {
                fill(draft, stage);
                tellings.add(draft);
            }
            lookBack(line, tellings.all());
            accuse(line, told, tellings.all());
        }
        return tellings.all();
    }

    private void fill(Draft draft, Stage stage) {
        Modalities.read(draft);
        Temporals.read(draft, stage);
        MeansReader.read(draft);
        MeansReader.readBeyond(draft);
        new Roles(cast).read(draft);
        new Sources(cast).read(draft);
        new Announcements(cast).read(draft);
        Settings.read(draft);
    }

    /** What a line says of events told before it: that nobody could verify them, that their cause is another, how many were hurt. */
    private void lookBack(Line line, List<Telling> tellings) {
        if (tellings.isEmpty()) {
            return;
        }
        boolean unverified = Sources.unverified(line);
        boolean disputed = disputesCause(line);
        boolean accident = Accidents.told(line);
        for (int i = tellings.size() - 1; i >= Math.max(0, tellings.size() - 12); i--) {
            var telling = tellings.get(i);
            if (line.number() - telling.lastLine() > PASSAGE) {
                continue;
            }
            if (unverified) {
                telling.couldNotBeVerified();
            }
            if (accident) {
                telling.wasAccident();
            }
            if (disputed && telling.type().concernsOffices()) {
                telling.isDisputed();
            }
        }
        harm(line, tellings);
    }

    /** Who claims a deed, or in a line that tells no violence is said to have done it, did that of the lines before. */
    private void accuse(Line line, List<Draft> told, List<Telling> tellings) {
        for (int i = tellings.size() - 1; i >= Math.max(0, tellings.size() - 12); i--) {
            var telling = tellings.get(i);
            boolean near = line.number() - telling.lastLine() <= PASSAGE;
            if (near && telling.type().isViolent()) {
                told.forEach(claim -> claimed(claim, telling.first()));
                if (told.stream().noneMatch(draft -> draft.type.isViolent())) {
                    new Roles(cast).accusedIn(line, telling.first());
                }
                return;
            }
        }
    }

    private static void claimed(Draft claim, Draft deed) {
        claim.roles.forEach((actor, role) -> {
            if (role == Role.CLAIMANT) {
                deed.has(actor, Role.PERPETRATOR);
            }
        });
    }

    private static boolean disputesCause(Line line) {
        int end = line.has(CAUSE) ? line.size() : 0;
        for (int at = 1; at < end; at++) {
            if (line.is(at - 1, WordClass.NEGATION) && line.is(at, CAUSE)) {
                return line.anyOf(WordClass.REPORT, 0, line.size());
            }
        }
        return false;
    }

    /** A line without an event of its own ("No injuries were reported.") tells the harm of the one before it. */
    private static void harm(Line line, List<Telling> tellings) {
        var last = tellings.get(tellings.size() - 1);
        int distance = line.number() - last.lastLine();
        if (distance >= 1 && distance <= 2 && last.type() == EventType.ATTACK) {
            var harm = CasualtyReader.read(line);
            last.first().casualties = last.first().casualties.and(harm);
        }
    }
}
