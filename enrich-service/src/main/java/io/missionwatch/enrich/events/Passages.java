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
    private static final int MOST_BEFORE = 12;

    private final Cast cast;
    private final LanguagePack pack;
    private final Roles roles;
    private final Sources sources;
    private final Announcements announcements;

    Passages(Cast cast, LanguagePack pack) {
        this.cast = cast;
        this.pack = pack;
        this.roles = new Roles(cast);
        this.sources = new Sources(cast);
        this.announcements = new Announcements(cast);
    }

    List<Telling> tellings(List<Line> lines, Budget budget) {
        var stage = Stage.of(lines, pack.time());
        var drafts = new DraftReader(cast, Notice.of(lines));
        var tellings = new Tellings(cast);
        for (var line : lines) {
            budget.check("events");
            var told = told(line, drafts, stage);
            told.forEach(tellings::add);
            var before = justBefore(line, tellings.all());
            if (!before.isEmpty()) {
                Falsehoods.takeBackOf(line, before);
                if (Spared.told(line)) {
                    before.forEach(telling -> Spared.spare(telling, cast));
                }
                Aftermaths.read(line, told, before, cast);
                lookBack(line, before);
                harm(line, tellings.all());
                accuse(line, told, before);
            }
        }
        return tellings.all();
    }

    /** What a line tells, with all its facets. */
    private List<Draft> told(Line line, DraftReader drafts, Stage stage) {
        var told = drafts.read(line);
        if (told.isEmpty()) {
            return told;
        }
        var news = new ArrayList<Draft>(told.size());
        for (var draft : told) {
            if (!stage.playsWith(draft, cast) && !Routine.tells(draft)) {
                news.add(draft);
            }
        }
        CasualtyReader.share(line, news);
        news.forEach(draft -> fill(draft, stage));
        Falsehoods.takeBack(line, news);
        return news;
    }

    private void fill(Draft draft, Stage stage) {
        Modalities.read(draft);
        Temporals.read(draft, stage);
        MeansReader.read(draft);
        MeansReader.readBeyond(draft);
        roles.read(draft);
        sources.read(draft);
        announcements.read(draft);
        Settings.read(draft);
    }

    /** What was told in the lines before, the last first. */
    private static List<Telling> justBefore(Line line, List<Telling> tellings) {
        var before = new ArrayList<Telling>();
        for (int i = tellings.size() - 1; i >= Math.max(0, tellings.size() - MOST_BEFORE); i--) {
            if (line.number() - tellings.get(i).lastLine() <= PASSAGE) {
                before.add(tellings.get(i));
            }
        }
        return before;
    }

    /** What a line says of events told before it: that nobody could verify them, that their cause is another. */
    private static void lookBack(Line line, List<Telling> before) {
        if (Sources.unverified(line)) {
            before.forEach(Telling::couldNotBeVerified);
        }
        if (disputesCause(line)) {
            before.stream().filter(telling -> telling.type().concernsOffices()).forEach(Telling::isDisputed);
        }
        if (anyAccident(before) && Accidents.told(line)) {
            before.forEach(Telling::wasAccident);
        }
    }

    private static boolean anyAccident(List<Telling> before) {
        for (var telling : before) {
            if (telling.mayBeAccident()) {
                return true;
            }
        }
        return false;
    }

    /** Who claims a deed, or in a line that tells no violence is said to have done it, did that of the lines before. */
    private void accuse(Line line, List<Draft> told, List<Telling> before) {
        for (var telling : before) {
            if (telling.type().isViolent()) {
                told.forEach(claim -> claimed(claim, telling.first()));
                if (line.names().actors() && told.stream().noneMatch(draft -> draft.type.isViolent())) {
                    roles.accusedIn(line, telling.first());
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
