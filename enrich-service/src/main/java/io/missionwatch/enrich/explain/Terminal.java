package io.missionwatch.enrich.explain;

/** Sets an explanation with the colours of a terminal. Control characters of the article never reach it. */
final class Terminal implements Page {

    private static final String ESCAPE = "\u001b[";
    private static final String PLAIN = ESCAPE + "0m";

    @Override
    public String text(String words) {
        return Shown.of(words);
    }

    @Override
    public String marked(String words, Mark.Kind kind, int note) {
        return ESCAPE + "4;" + colour(kind) + "m" + text(words) + PLAIN + "[" + note + "]";
    }

    private static int colour(Mark.Kind kind) {
        return switch (kind) {
            case MISSION -> 31;
            case ACTOR -> 33;
            case PLACE -> 36;
        };
    }

    @Override
    public String heading(String words) {
        return ESCAPE + "1m" + words + PLAIN + "\n";
    }

    @Override
    public String line(String words) {
        return words + "\n";
    }

    @Override
    public String whole(String content) {
        return content;
    }
}
