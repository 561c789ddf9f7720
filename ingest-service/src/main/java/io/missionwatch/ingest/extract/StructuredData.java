package io.missionwatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a page says of its article in JSON-LD, by the vocabulary of schema.org. */
final class StructuredData {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_NODES = 2_000;
    private static final List<String> CONTAINERS = List.of("@graph", "mainEntity", "mainEntityOfPage");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build());
    }

    private final List<JsonNode> things = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Optional<JsonNode> article;

    private StructuredData(Document document) {
        for (var script : document.select("script[type*=ld+json]")) {
            parse(script.data()).ifPresent(root -> collect(root, 0));
        }
        article = things.stream().filter(StructuredData::isArticle).findFirst();
    }

    static StructuredData of(Document document) {
        return new StructuredData(document);
    }

    private static Optional<JsonNode> parse(String script) {
        var json = script.strip()
                .replaceAll("^(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\s*\\]\\]>|\\]\\]>)$", "");
        try {
            return Optional.ofNullable(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // Pages hold broken JSON often enough; the visible text remains.
        }
    }

    private void collect(JsonNode node, int depth) {
        if (depth > MAX_DEPTH || things.size() > MAX_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, depth + 1));
        } else if (node.isObject()) {
            things.add(node);
            byId.putIfAbsent(node.path("@id").asText(""), node);
            CONTAINERS.forEach(container -> collect(node.path(container), depth + 1));
        }
    }

    private static boolean isArticle(JsonNode node) {
        return types(node)
                .anyMatch(type -> type.endsWith("article")
                        || type.endsWith("blogposting")
                        || type.equals("report")
                        || type.equals("review"));
    }

    private static Stream<String> types(JsonNode node) {
        return items(node.path("@type")).map(type -> type.asText("").toLowerCase(Locale.ROOT));
    }

    private static Stream<JsonNode> items(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    /** A text of the article, without markup; empty where the page has no such one. */
    Optional<String> text(String property) {
        return article.flatMap(node -> items(node.path(property))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .findFirst())
                .map(StructuredData::plain)
                .filter(text -> !text.isEmpty());
    }

    /** The article's whole text, its lines kept apart. */
    Optional<String> body() {
        return article.map(node -> node.path("articleBody").asText(""))
                .filter(text -> !text.isBlank())
                .map(StructuredData::lines);
    }

    private static String lines(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        return Jsoup.parse(text.replaceAll("(?i)<br\\s*/?>|</p>|</li>|</h\\d>|</div>", "\n"))
                .wholeText();
    }

    private static String plain(String text) {
        var clean = PageHead.clean(text);
        return clean.indexOf('<') < 0 ? clean : Jsoup.parse(clean).text();
    }

    /** The names of the people or organisations that stand in this relation to the article. */
    List<String> names(String property) {
        return article.stream()
                .flatMap(node -> items(node.path(property)))
                .map(this::resolved)
                .flatMap(StructuredData::name)
                .map(StructuredData::plain)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(50)
                .toList();
    }

    private static Stream<String> name(JsonNode node) {
        if (node.has("familyName") && !node.has("name")) {
            return Stream.of(node.path("givenName").asText("") + " "
                    + node.path("familyName").asText(""));
        }
        return items(node.isObject() ? node.path("name") : node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private JsonNode resolved(JsonNode node) {
        return node.isObject() && !node.has("name")
                ? byId.getOrDefault(node.path("@id").asText("-"), node)
                : node;
    }
}
