package io.missionwatch.ingest.articles;

import io.missionwatch.ids.NamedUuid;

/** Gives an article its id by what identifies it best, so that it is the same wherever and whenever it is read. */
public final class ArticleId {

    private static final NamedUuid IDS = new NamedUuid("article");

    private ArticleId() {}

    /** By the outlet and the address of the page. */
    public static String ofLink(String outlet, PageLink link) {
        return IDS.of("link", outlet, link.compared());
    }

    /** By the feed and the id that the feed gives its item. */
    public static String ofGuid(String feedId, String guid) {
        return IDS.of("guid", feedId, guid);
    }

    /** By the outlet and the id that who sends its articles gives them: others may count from one, too. */
    public static String ofSender(String outlet, String id) {
        return IDS.of("sender", outlet, id);
    }

    /** By the outlet and the text itself. */
    public static String ofText(String outlet, String title, String body) {
        return IDS.of("text", outlet, title, body);
    }
}
