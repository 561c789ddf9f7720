package io.missionwatch.alert.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.missionwatch.alert.api.Invalid.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the JSON object of a request field by field and gathers all that is wrong with it. */
final class JsonBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String prefix;
    private final List<Fault> faults;

    private JsonBody(JsonNode object, String prefix, List<Fault> faults) {
        this.object = object;
        this.prefix = prefix;
        this.faults = faults;
    }

    /**
     * Reads the body of a request.
     *
     * @param fields that it may have
     * @throws BadRequest when it is no JSON object
     */
    static JsonBody of(Context request, String... fields) {
        return of(read(request.body()), fields);
    }

    static JsonBody of(JsonNode object, String... fields) {
        var body = new JsonBody(object, "", new ArrayList<>());
        body.only(List.of(fields));
        return body;
    }

    /** An object of JSON. */
    static JsonNode read(String text) {
        try {
            var object = JSON.readTree(text);
            if (object.isObject()) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw new BadRequest("the body is no JSON: " + malformed.getOriginalMessage());
        }
        throw new BadRequest("the body is a JSON object");
    }

    /**
     * Ends the reading.
     *
     * @throws Invalid saying all that was wrong
     */
    void check() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    void fault(String field, String reason) {
        faults.add(Fault.of(prefix + field, reason));
    }

    boolean has(String field) {
        return !object.path(field).isMissingNode() && !object.path(field).isNull();
    }

    /** A text that must be there. */
    String text(String field, int longest) {
        var text = maybeText(field, longest);
        if (text.isEmpty() && faults.stream().noneMatch(fault -> fault.at().equals(prefix + field))) {
            fault(field, "must be given");
        }
        return text.orElse("");
    }

    /** A text that may be there; a blank one is not. */
    Optional<String> maybeText(String field, int longest) {
        if (!has(field)) {
            return Optional.empty();
        }
        var value = object.path(field);
        if (!value.isTextual() || value.textValue().length() > longest) {
            fault(field, "is a text of at most " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty());
    }

    Optional<Instant> maybeTime(String field) {
        return maybeText(field, 40).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException wrong) {
                fault(field, "is a time such as 2026-03-02T12:00:00Z");
                return Optional.empty();
            }
        });
    }

    Optional<Boolean> maybeFlag(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!object.path(field).isBoolean()) {
            fault(field, "is true or false");
            return Optional.empty();
        }
        return Optional.of(object.path(field).booleanValue());
    }

    /** One of the symbols of an enum, in any case. */
    <E extends Enum<E>> Optional<E> maybeSymbol(String field, Class<E> type) {
        return maybeText(field, 100).flatMap(word -> {
            var found = Stream.of(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (found.isEmpty()) {
                fault(field, "is one of " + List.of(type.getEnumConstants()));
            }
            return found;
        });
    }

    double number(String field, double least, double most) {
        var value = object.path(field);
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            fault(field, "is a number from " + least + " to " + most);
            return least;
        }
        return value.doubleValue();
    }

    /** Several texts; none where the field is not there. */
    List<String> texts(String field, int longest, int most) {
        if (!has(field)) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        object.path(field)
                .forEach(
                        value -> texts.add(value.isTextual() ? value.textValue().strip() : ""));
        var fits = object.path(field).isArray()
                && texts.size() <= most
                && texts.stream().allMatch(text -> !text.isEmpty() && text.length() <= longest);
        if (!fits) {
            fault(field, "is a list of at most " + most + " texts of at most " + longest + " characters");
            return List.of();
        }
        return texts;
    }

    /** An object whose values are texts. */
    Map<String, String> textsByName(String field) {
        var map = new LinkedHashMap<String, String>();
        if (!object.path(field).isObject()) {
            fault(field, "is an object whose values are texts");
            return map;
        }
        object.path(field).properties().forEach(entry -> {
            if (entry.getValue().isTextual() && !entry.getValue().textValue().isBlank()) {
                map.put(entry.getKey(), entry.getValue().textValue().strip());
            } else {
                fault(field + "." + entry.getKey(), "is a text");
            }
        });
        return map;
    }

    /** The objects of a list, each read with its own fields; their faults are gathered here. */
    List<JsonBody> objects(String field, int most, String... fields) {
        if (!has(field)) {
            return List.of();
        }
        var list = object.path(field);
        if (!list.isArray() || list.size() > most) {
            fault(field, "is a list of at most " + most + " objects");
            return List.of();
        }
        var objects = new ArrayList<JsonBody>();
        for (int index = 0; index < list.size(); index++) {
            var item = new JsonBody(list.get(index), prefix + field + "[" + index + "].", faults);
            item.only(List.of(fields));
            objects.add(item);
        }
        return objects;
    }

    private void only(List<String> fields) {
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                fault(name, "is unknown; expected " + fields);
            }
        });
    }
}
