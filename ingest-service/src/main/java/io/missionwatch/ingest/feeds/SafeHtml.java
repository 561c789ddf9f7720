package io.missionwatch.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes out of HTML what could act in a reader's browser, by a list of what may stay. */
final class SafeHtml {

    private static final Set<String> REMOVED_WHOLE = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "applet",
            "frame",
            "frameset",
            "base",
            "meta",
            "link",
            "template",
            "noscript",
            "xml");
    private static final Set<String> KEPT =
            Set.of(("a abbr acronym address area article aside audio b big blockquote br"
                            + " button canvas caption center cite code col colgroup command datagrid datalist dd del details dfn dialog"
                            + " dir div dl dt em event-source fieldset figcaption figure footer font form header h1 h2 h3 h4 h5 h6"
                            + " hr i img input ins keygen kbd label legend li m map menu meter multicol nav nextid noscript ol output"
                            + " optgroup option p pre progress q s samp section select small sound source spacer span strike strong"
                            + " sub sup table tbody td textarea time tfoot th thead tr tt u ul var video math mrow mi mo mn mfrac"
                            + " msup msub mtext msqrt svg circle path g rect line ellipse polygon polyline text tspan defs title")
                    .split(" "));
    private static final Set<String> ATTRIBUTES =
            Set.of(("abbr accept accept-charset accesskey action align alt autocomplete"
                            + " autofocus axis background balance bgcolor bgproperties border bordercolor bordercolordark"
                            + " bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset checked cite"
                            + " class clear color cols colspan compact contenteditable controls coords data datafld datapagesize"
                            + " datasrc datetime default delay dir disabled draggable dynsrc enctype end face for form frame"
                            + " galleryimg gutter headers height hidefocus hidden high href hreflang hspace icon id inputmode ismap"
                            + " keytype label leftspacing lang list longdesc loop loopcount loopend loopstart low lowsrc max maxlength"
                            + " media method min multiple name nohref noshade nowrap open optimum pattern ping point-size poster"
                            + " pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace required rev rightspacing rows"
                            + " rowspan rules scope selected shape size span src start step summary suppress tabindex target template"
                            + " title toppadding type unselectable usemap urn valign value variable volume vspace vrml width wrap"
                            + " xml:lang xmlns xmlns:xlink xlink:href xlink:show xlink:type baseprofile version viewbox cx cy r x y"
                            + " fill stroke stroke-width d")
                    .split(" "));
    private static final Set<String> LINKS = Set.of(
            "href",
            "src",
            "cite",
            "action",
            "longdesc",
            "poster",
            "background",
            "xlink:href",
            "ping",
            "dynsrc",
            "lowsrc",
            "data",
            "usemap",
            "icon");
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "mailto", "ftp", "ftps", "tel", "news", "nntp", "irc", "xmpp", "magnet", "tag", "urn",
            "geo", "sms", "callto", "feed", "gopher", "sftp", "rsync", "svn", "ssh", "rtsp", "aim", "webcal", "afs",
            "imap", "mid", "cid", "wais", "telnet", "tv", "h323", "sip", "sips", "mms");

    private SafeHtml() {}

    /** Cleans everything below an element and makes its links absolute. */
    static void clean(Element root, String base) {
        for (var node : below(root)) {
            if (node instanceof Comment
                    || node.nodeName().equals("#declaration")
                    || node.nodeName().equals("#doctype")) {
                node.remove();
            } else if (node instanceof Element element) {
                cleanElement(element, base);
            }
        }
    }

    private static List<Node> below(Element root) {
        List<Node> nodes = new ArrayList<>();
        root.traverse((node, depth) -> {
            if (!node.equals(root)) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private static void cleanElement(Element element, String base) {
        var name = element.normalName().toLowerCase(Locale.ROOT);
        if (REMOVED_WHOLE.contains(name)) {
            element.remove();
        } else if (!KEPT.contains(name)) {
            if (element.hasParent()) {
                element.unwrap();
            }
        } else {
            cleanAttributes(element, base);
            declareLinks(element);
            closeInFull(element);
        }
    }

    /** Cut out of its document, a formula has lost what the elements around it declare. */
    private static void declareLinks(Element element) {
        boolean links = element.attributes().asList().stream()
                .anyMatch(attribute -> attribute.getKey().startsWith("xlink:"));
        if (links) {
            element.attr("xmlns:xlink", XLINK);
        }
    }

    /** HTML knows {@code <circle />} inside a drawing alone: read as HTML elsewhere, it would stay open. */
    private static void closeInFull(Element element) {
        if (element.childNodeSize() == 0 && !element.tag().isEmpty()) {
            element.appendText("");
        }
    }

    private static void cleanAttributes(Element element, String base) {
        for (var attribute : element.attributes().asList()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!ATTRIBUTES.contains(key)) {
                element.removeAttr(attribute.getKey());
            } else if (LINKS.contains(key)) {
                cleanLink(element, attribute.getKey(), attribute.getValue(), base);
            }
        }
    }

    private static void cleanLink(Element element, String key, String value, String base) {
        var link = Links.resolve(base, value);
        if (isSafe(link)) {
            element.attr(key, link);
        } else {
            element.removeAttr(key);
        }
    }

    private static boolean isSafe(String link) {
        var bare = link.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        int colon = bare.indexOf(':');
        int end = firstOf(bare, "/?#");
        return colon < 0 || (end >= 0 && end < colon) || SCHEMES.contains(bare.substring(0, colon));
    }

    private static int firstOf(String text, String any) {
        for (int i = 0; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
