package io.missionwatch.enrich.explain;

/** Sets an explanation as a page of HTML that stands alone and runs no script. */
final class Browser implements Page {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Why it was tagged so</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
            p { white-space: pre-wrap; margin: .3rem 0; }
            mark { background: none; text-decoration: underline 2px; text-underline-offset: 3px; }
            .mission { text-decoration-color: #c22; } .actor { text-decoration-color: #b80; } .place { text-decoration-color: #088; }
            sup { color: #666; }
            </style>
            </head>
            <body>
            """;

    @Override
    public String text(String words) {
        var escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (Shown.mayBe(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String marked(String words, Mark.Kind kind, int note) {
        var style = kind.name().toLowerCase(java.util.Locale.ROOT);
        return "<mark class=\"" + style + "\">" + text(words) + "</mark><sup>" + note + "</sup>";
    }

    @Override
    public String heading(String words) {
        return "<h2 dir=\"auto\">" + words + "</h2>\n";
    }

    @Override
    public String line(String words) {
        return "<p dir=\"auto\">" + words + "</p>\n";
    }

    @Override
    public String whole(String content) {
        return HEAD + content + "</body>\n</html>\n";
    }
}
