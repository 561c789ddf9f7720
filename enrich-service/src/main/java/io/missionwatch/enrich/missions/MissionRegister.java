package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Country;
import io.missionwatch.enrich.places.Place;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Mention;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers the phrases of an article into missions: one that is named twice is one. */
final class MissionRegister {

    private static final double UNPLACED = .4;
    private static final double INFERRED = .5;

    private final Document document;
    private final Countries countries;
    private final List<Entry> entries = new ArrayList<>();
    private final IdentityHashMap<Sighting, List<Entry>> bySighting = new IdentityHashMap<>();

    private static final class Entry {
        private final MissionType type;
        private Optional<Sender> sender;
        private Optional<Hosting> host;
        private boolean vague;
        private final Set<Mention> mentions = new LinkedHashSet<>();

        private Entry(MissionType type, Optional<Sender> sender, Optional<Hosting> host) {
            this.type = type;
            this.sender = sender;
            this.host = host;
        }

        private boolean isSame(MissionType otherType, Optional<Sender> otherSender, Optional<Hosting> otherHost) {
            return type == otherType
                    && sender.equals(otherSender)
                    && (host.isEmpty() || otherHost.isEmpty() || agrees(otherHost.get()));
        }

        private boolean agrees(Hosting other) {
            var known = host.orElseThrow();
            return known.country().equals(other.country())
                    && (known.city().isEmpty()
                            || other.city().isEmpty()
                            || known.city().equals(other.city()));
        }

        private boolean isHeadlineOnly() {
            return sender.isEmpty()
                    && !vague
                    && mentions.stream().allMatch(mention -> mention.span().field() == Field.TITLE);
        }

        /** One mission in particular, and not said whose. */
        private boolean isNobodys() {
            return sender.isEmpty()
                    && !vague
                    && type != MissionType.OTHER
                    && type != MissionType.INTERNATIONAL_ORGANISATION;
        }

        private void learn(Optional<Hosting> other) {
            if (other.isPresent() && (host.isEmpty() || isBetter(other.get()))) {
                host = other;
            }
        }

        private boolean isBetter(Hosting other) {
            var known = host.orElseThrow();
            return known.city().isEmpty() && other.city().isPresent()
                    || known.city().isPresent() == other.city().isPresent() && other.confidence() > known.confidence();
        }
    }

    MissionRegister(Document document, Countries countries) {
        this.document = document;
        this.countries = countries;
    }

    /** A phrase that names missions itself: one for each sender and place. */
    void add(Sighting sighting, List<Hosting> hosts) {
        var mention = mention(sighting, "named");
        var added = new ArrayList<Entry>();
        for (var sender : senders(sighting)) {
            if (hosts.isEmpty()) {
                added.add(add(sighting.type(), sender, Optional.empty(), mention));
            }
            for (var host : hosts) {
                if (sender.filter(state -> state.isState(host.country())).isEmpty()) {
                    added.add(add(sighting.type(), sender, Optional.of(host), mention));
                }
            }
        }
        added.forEach(entry ->
                entry.vague |= sighting.isIndefinite() || sighting.head().plural());
        bySighting.put(sighting, added);
    }

    /** A phrase that goes back to another: the same site, or the people of it. */
    void addMention(Sighting sighting, Sighting antecedent) {
        var mention = mention(sighting, "back-reference");
        var added = new ArrayList<Entry>();
        for (var entry : bySighting.getOrDefault(antecedent, List.of())) {
            var type = sighting.isPerson() == antecedent.isPerson() && sighting.type() != MissionType.RESIDENCE
                    ? entry.type
                    : sighting.type();
            added.add(add(type, entry.sender, entry.host, mention));
        }
        bySighting.put(sighting, added);
    }

    private static List<Optional<Sender>> senders(Sighting sighting) {
        return sighting.senders().isEmpty()
                ? List.of(Optional.empty())
                : sighting.senders().stream()
                        .map(found -> Optional.of(found.sender()))
                        .distinct()
                        .toList();
    }

    private Entry add(MissionType type, Optional<Sender> sender, Optional<Hosting> host, Mention mention) {
        var entry = entry(type, sender, host);
        entry.learn(host);
        entry.mentions.add(mention);
        return entry;
    }

    private Entry entry(MissionType type, Optional<Sender> sender, Optional<Hosting> host) {
        for (var known : entries) {
            if (known.isSame(type, sender, host)) {
                return known;
            }
        }
        var created = new Entry(type, sender, host);
        entries.add(created);
        return created;
    }

    private Mention mention(Sighting sighting, String reason) {
        var tokens = sighting.sentence().tokens();
        Span span = tokens.get(sighting.start())
                .span()
                .to(tokens.get(sighting.end() - 1).span());
        return document.mention(span, reason);
    }

    List<MissionTag> tags(Speakers speakers) {
        entries.stream().filter(Entry::isHeadlineOnly).toList().forEach(this::joinToBody);
        for (var entry : List.copyOf(entries)) {
            if (entry.isNobodys()) {
                entry.host
                        .flatMap(host -> speakers.besides(host.country()))
                        .ifPresent(sender -> entry.sender = Optional.of(sender));
            }
        }
        return entries.stream().map(this::tag).toList();
    }

    /** "Two staff abducted, Seoul says": what the story tells of as a mission of that state is not in it. */
    private boolean isTheirOwn(Entry headline, Entry entry) {
        return entry.type == headline.type
                && headline.host
                        .filter(host -> entry.sender
                                .filter(sender -> sender.isState(host.country()))
                                .isPresent())
                        .isPresent();
    }

    /** "Blast outside embassy in Kabul": the one mission of that kind and place that the story then names in full. */
    private void joinToBody(Entry headline) {
        var meant = entries.stream()
                .filter(entry -> entry.sender.isPresent()
                        && (isTheirOwn(headline, entry)
                                || entry.isSame(headline.type, entry.sender, headline.host)
                                        && (headline.host.isEmpty() || entry.host.isPresent())))
                .toList();
        if (meant.size() == 1) {
            if (!isTheirOwn(headline, meant.get(0))) {
                meant.get(0).learn(headline.host);
            }
            meant.get(0).mentions.addAll(headline.mentions);
            entries.remove(headline);
        }
    }

    private MissionTag tag(Entry entry) {
        var host = entry.host.map(Hosting::country);
        var named = entry.host.flatMap(Hosting::city);
        var inferred =
                entry.host.filter(Hosting::countryNamed).map(Hosting::country).flatMap(this::seat);
        var known = entry.host.map(Hosting::confidence).orElse(UNPLACED);
        return new MissionTag(
                entry.type,
                entry.sender.flatMap(Sender::state),
                entry.sender.flatMap(Sender::organisation),
                host,
                named.or(() -> inferred),
                inferred.isPresent(),
                inferred.isPresent() ? Math.min(INFERRED, known) : known,
                List.copyOf(entry.mentions));
    }

    /** The city where the embassies of a state sit. */
    private Optional<String> seat(String iso2) {
        return countries.country(iso2).flatMap(Country::embassySeat).map(Place::name);
    }
}
