package io.missionwatch.quickstart.samples;

import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a samples file and refuses, by file and line, whatever does not hold together. */
final class SamplesReader {

    private static final Pattern OFFSET = Pattern.compile("(\\d{1,4})([sm])");

    private final Map<String, Outlet> outlets = new HashMap<>();
    private final Map<String, SampleItem> items = new HashMap<>();

    Samples read(String file, Reader yaml) {
        var root = YamlMap.root(file, yaml);
        var readOutlets = new ArrayList<Outlet>();
        root.maps("outlets").forEach(map -> readOutlets.add(outlet(map)));
        var readItems = new ArrayList<SampleItem>();
        root.maps("items").forEach(map -> readItems.add(item(map)));
        return root.finish(() -> new Samples(readOutlets, readItems));
    }

    private Outlet outlet(YamlMap map) {
        var id = map.text("id");
        var name = map.text("name");
        var city = map.text("city");
        var country = map.text("country");
        var format = map.parsed("format", SamplesReader::format);
        var fullText = map.parsed("content", SamplesReader::fullText);
        var sourceClass = map.text("source-class").toUpperCase(Locale.ROOT).replace('-', '_');
        var reliability = map.text("reliability");
        var style = map.text("style");
        var outlet = map.finish(
                () -> new Outlet(id, name, city, country, format, fullText, sourceClass, reliability, style));
        if (outlets.putIfAbsent(id, outlet) != null) {
            throw map.fault("the outlet '" + id + "' stands twice");
        }
        return outlet;
    }

    private SampleItem item(YamlMap map) {
        var id = map.text("id");
        var outlet = map.parsed("outlet", this::knownOutlet);
        var revised = map.optional("revises", name -> revised(name, outlet));
        var title = map.text("title");
        var body = paragraphs(map.text("body"));
        var appears = map.optional("appears-after", SamplesReader::offset).orElse(Duration.ZERO);
        var age = map.optional("minutes-ago", SamplesReader::minutes);
        var published = revised.map(SampleItem::published)
                .orElse(age.map(Duration::negated).orElse(appears));
        var credit = map.optionalText("credit");
        var wireStory = map.optionalText("origin");
        var happening = map.optionalText("happening");
        var trap = map.optionalText("trap");
        var expected = map.mapOrNone("expected").map(SamplesReader::expectation).orElse(Expectation.NONE);
        if (revised.isPresent() && age.isPresent()) {
            throw map.fault("a revision keeps the date of what it revises: leave out minutes-ago");
        }
        var article = revised.map(SampleItem::article);
        var item = map.finish(() -> new SampleItem(
                id, article, outlet, title, body, appears, published, credit, wireStory, happening, expected, trap));
        if (items.putIfAbsent(id, item) != null) {
            throw map.fault("the item '" + id + "' stands twice");
        }
        return item;
    }

    private static Expectation expectation(YamlMap map) {
        var alerts = kinds(map, "alerts");
        var may = kinds(map, "may");
        var host = map.optionalText("host");
        var sending = map.texts("sending");
        var city = map.optionalText("city");
        var disputed = map.optional("disputed", Boolean::parseBoolean).orElse(false);
        return map.finish(() -> new Expectation(alerts, may, host, sending, city, disputed));
    }

    private static Set<AlertKind> kinds(YamlMap map, String key) {
        var kinds = EnumSet.noneOf(AlertKind.class);
        for (var word : map.texts(key)) {
            kinds.add(kind(word).orElseThrow(() -> map.fault("'" + word + "' is no kind of alert")));
        }
        return kinds;
    }

    private static Optional<AlertKind> kind(String word) {
        return Arrays.stream(AlertKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    private String knownOutlet(String id) {
        if (!outlets.containsKey(id)) {
            throw new IllegalArgumentException("there is no outlet '" + id + "'");
        }
        return id;
    }

    private SampleItem revised(String id, String outlet) {
        var item = items.get(id);
        if (item == null || !item.outlet().equals(outlet)) {
            throw new IllegalArgumentException("no item '" + id + "' of the same outlet stands above");
        }
        return item;
    }

    private static FeedFormat format(String word) {
        return Arrays.stream(FeedFormat.values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no feed format"));
    }

    private static boolean fullText(String word) {
        return switch (word) {
            case "full" -> true;
            case "teaser" -> false;
            default -> throw new IllegalArgumentException("content is full or teaser, not '" + word + "'");
        };
    }

    private static Duration offset(String text) {
        var matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an offset reads like 20s or 2m, not '" + text + "'");
        }
        var amount = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
    }

    private static Duration minutes(String text) {
        return offset(text + "m");
    }

    private static List<String> paragraphs(String body) {
        return Pattern.compile("\\n\\s*\\n")
                .splitAsStream(body)
                .map(paragraph -> paragraph.strip().replaceAll("\\s*\\n\\s*", " "))
                .toList();
    }
}
