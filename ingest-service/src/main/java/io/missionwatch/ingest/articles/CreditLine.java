package io.missionwatch.ingest.articles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the news agency that a text credits, so that copies of one dispatch count as one origin. */
public final class CreditLine {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AP", "AP"),
            Map.entry("Associated Press", "AP"),
            Map.entry("Reuters", "REUTERS"),
            Map.entry("Thomson Reuters", "REUTERS"),
            Map.entry("AFP", "AFP"),
            Map.entry("Agence France-Presse", "AFP"),
            Map.entry("Agence France Presse", "AFP"),
            Map.entry("dpa", "DPA"),
            Map.entry("DPA", "DPA"),
            Map.entry("UPI", "UPI"),
            Map.entry("United Press International", "UPI"),
            Map.entry("PTI", "PTI"),
            Map.entry("Press Trust of India", "PTI"),
            Map.entry("ANI", "ANI"),
            Map.entry("IANS", "IANS"),
            Map.entry("Xinhua", "XINHUA"),
            Map.entry("TASS", "TASS"),
            Map.entry("RIA Novosti", "RIA"),
            Map.entry("Interfax", "INTERFAX"),
            Map.entry("EFE", "EFE"),
            Map.entry("ANSA", "ANSA"),
            Map.entry("Kyodo", "KYODO"),
            Map.entry("Kyodo News", "KYODO"),
            Map.entry("Yonhap", "YONHAP"),
            Map.entry("Bernama", "BERNAMA"),
            Map.entry("Anadolu Agency", "ANADOLU"),
            Map.entry("Anadolu", "ANADOLU"),
            Map.entry("IRNA", "IRNA"),
            Map.entry("Tasnim", "TASNIM"),
            Map.entry("AAP", "AAP"),
            Map.entry("Australian Associated Press", "AAP"),
            Map.entry("PA Media", "PA"),
            Map.entry("Press Association", "PA"),
            Map.entry("KUNA", "KUNA"),
            Map.entry("WAM", "WAM"),
            Map.entry("Bloomberg", "BLOOMBERG"),
            Map.entry("Belga", "BELGA"),
            Map.entry("APA", "APA"),
            Map.entry("NTB", "NTB"),
            Map.entry("Ritzau", "RITZAU"),
            Map.entry("Pajhwok", "PAJHWOK"));
    private static final String ANY = NAMES.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(", ")"));
    private static final int REACH = 400;

    // "KABUL, March 2 (AP) -", "PARIS (AFP) —", "KABUL: (dpa)"
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]\\s*(?:The )?" + ANY + "(?:/\\w+)?\\s*[)\\]]");
    private static final Pattern DATELINE =
            Pattern.compile("^[\\p{Lu}][^\\n]{0,60}?[,.:]? (?:\\S+ ){0,4}[—–-]{1,2} ?" + ANY + "\\b");
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:The )?" + ANY + "(?: news agency| newswire)? (?:reported|reports|said|quoted|cited)\\b"
                    + "|\\b(?:told|according to) (?:the )?" + ANY + "\\b");
    private static final Pattern AT_THE_END = Pattern.compile(
            "(?:[—–-]{1,2}|©|Source:|Copyright|[Ww]ith (?:inputs?|additional reporting|files) from|[Aa]gencies:)\\s*(?:\\d{4} )?(?:The )?"
                    + ANY
                    + "\\b");
    private static final Pattern NAME_ALONE = Pattern.compile("(?i)^(?:by )?(?:the )?" + ANY + "$");

    private CreditLine() {}

    /**
     * The agency that an article credits, such as {@code AP}; empty where it credits none.
     *
     * @param body the text
     * @param authors who signed it
     */
    public static Optional<String> in(String body, List<String> authors) {
        return authors.stream()
                .flatMap(author -> find(NAME_ALONE, author.strip()).stream())
                .findFirst()
                .or(() -> inText(body));
    }

    private static Optional<String> inText(String body) {
        var start = body.substring(0, Math.min(REACH, body.length()));
        var end = body.substring(Math.max(0, body.length() - REACH));
        return find(IN_BRACKETS, start)
                .or(() -> find(DATELINE, start))
                .or(() -> find(AT_THE_END, end))
                .or(() -> find(IN_BRACKETS, end.substring(Math.max(0, end.length() - 60))))
                .or(() -> find(REPORTED, start));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(canonical(matcher.group(group)));
            }
        }
        return Optional.empty();
    }

    private static String canonical(String written) {
        return NAMES.entrySet().stream()
                .filter(name -> name.getKey().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
