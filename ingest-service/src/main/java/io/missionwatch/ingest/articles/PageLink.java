package io.missionwatch.ingest.articles;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of an article's page: as it is shown, without the parameters that only count visitors, and as it is
 * compared, so that all spellings of one page are the same.
 *
 * @param shown an http or https address
 * @param compared the same for every spelling; not meant to be opened
 */
public record PageLink(String shown, String compared) {

    private static final Set<String> TRACKERS = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "ocid",
            "cmpid",
            "cmp",
            "ncid",
            "smid",
            "smtyp",
            "partner",
            "rss",
            "ref_src",
            "ref_url",
            "_hsenc",
            "_hsmi",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "maca",
            "traffic_source",
            "src",
            "source",
            "feature",
            "guccounter",
            "guce_referrer",
            "sh",
            "spm",
            "taid",
            "mkt_tok",
            "intcmp",
            "icid",
            "xtref",
            "feed_id");
    private static final Pattern ESCAPED = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern HOST = Pattern.compile("^[^/?#]*");
    private static final Pattern NAMES_THE_STORY = Pattern.compile(
            "\\?(?:.*&)?(?:(?:[^=&]*id|p|a|n|s|nr|no|story|article|news|item)=.*|[^=&]*=[^&]*\\d{4}.*)");
    private static final Pattern INDEX = Pattern.compile("/(index|default)\\.(html?|php|aspx?|jsp)$");

    /** The link that a text is; empty where it is no http or https address with a host. */
    public static Optional<PageLink> of(String text) {
        var trimmed = text.strip().replace(" ", "%20");
        if (trimmed.isEmpty() || trimmed.length() > 4000) {
            return Optional.empty();
        }
        try {
            var uri = new URI(trimmed.replaceAll("[\\\\|\\^`{}<>\"\\[\\]]", "_")).parseServerAuthority();
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !Set.of("http", "https").contains(scheme)) {
                return Optional.empty();
            }
            return Optional.of(of(uri, scheme));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether it is the front page of a site, which is no page of one story. */
    public boolean isFrontPage() {
        var path = HOST.matcher(compared).replaceFirst("");
        return path.isEmpty() || path.startsWith("?") && !namesTheStory(path);
    }

    /** Whether what follows a path is a query that tells one story from others. */
    static boolean namesTheStory(String rest) {
        return NAMES_THE_STORY.matcher(rest).matches();
    }

    private static PageLink of(URI uri, String scheme) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var port =
                uri.getPort() == -1 || uri.getPort() == (scheme.equals("http") ? 80 : 443) ? "" : ":" + uri.getPort();
        var path =
                Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        var query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""), false);
        var sorted = query(Optional.ofNullable(uri.getRawQuery()).orElse(""), true);
        var fragment = Optional.ofNullable(uri.getRawFragment())
                .filter(f -> f.startsWith("!"))
                .map(f -> "#" + f)
                .orElse("");
        return new PageLink(
                scheme + "://" + host + port + path + query + fragment,
                host.replaceFirst("^www\\.", "") + port + plain(path) + sorted + fragment);
    }

    private static String query(String query, boolean sorted) {
        var kept = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !isTracker(part))
                .map(PageLink::unescaped);
        var text = (sorted ? kept.sorted() : kept).collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    private static boolean isTracker(String parameter) {
        var name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || name.startsWith("pk_") || name.startsWith("mtm_") || TRACKERS.contains(name);
    }

    private static String plain(String path) {
        var direct = INDEX.matcher(unescaped(path).replaceAll("/{2,}", "/")).replaceFirst("/");
        return direct.endsWith("/") ? direct.substring(0, direct.length() - 1) : direct;
    }

    /** Escapes of characters that need none are undone, the others get capital digits. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return unreserved ? String.valueOf(c) : match.group().toUpperCase(Locale.ROOT);
        });
    }
}
