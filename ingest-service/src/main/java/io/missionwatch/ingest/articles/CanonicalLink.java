package io.missionwatch.ingest.articles;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address that a page calls its own. A page is believed about addresses of its own site, as long as it names a page of
 * one story: there are sites that name their front page or a section on every page.
 */
public final class CanonicalLink {

    private static final Pattern HOST = Pattern.compile("^[^/?#]*");
    private static final Pattern ALIAS_OF_HOST = Pattern.compile("^(?:www|m|mobile|amp)\\.(?=[^.]+\\.)");
    private static final Pattern SAME_STORY =
            Pattern.compile("/(?:amp|amphtml|mobile|print|full|single|all|comments|feed|page/\\d+|\\d{1,3})(?:\\?.*)?");

    private CanonicalLink() {}

    /**
     * The address that a page calls its own; empty where it names none that it may.
     *
     * @param page where it was found, after redirects
     * @param said what it calls its own address
     */
    public static Optional<PageLink> of(URI page, Optional<String> said) {
        return PageLink.of(page.toString()).flatMap(found -> of(found, said));
    }

    private static Optional<PageLink> of(PageLink page, Optional<String> said) {
        return alone(said)
                .filter(own -> site(own).equals(site(page)))
                .filter(own -> !isAbove(own.compared(), page.compared()));
    }

    /** The address by which a page goes that nobody knows where to find: its word alone, as long as that is a page. */
    public static Optional<PageLink> alone(Optional<String> said) {
        return said.flatMap(PageLink::of).filter(own -> !own.isFrontPage());
    }

    private static String site(PageLink link) {
        var host = HOST.matcher(link.compared());
        return host.find() ? ALIAS_OF_HOST.matcher(host.group()).replaceFirst("") : "";
    }

    /** Whether an address is that of a section or a script, and the page is one of many below it. */
    private static boolean isAbove(String own, String page) {
        var ownPath = HOST.matcher(own).replaceFirst("");
        var pagePath = HOST.matcher(page).replaceFirst("");
        if (!pagePath.startsWith(ownPath)) {
            return false;
        }
        var rest = pagePath.substring(ownPath.length());
        return rest.startsWith("/") ? !SAME_STORY.matcher(rest).matches() : PageLink.namesTheStory(rest);
    }
}
