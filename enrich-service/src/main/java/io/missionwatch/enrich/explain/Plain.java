package io.missionwatch.enrich.explain;

/** Sets an explanation for a file or another program: what a terminal would underline stands between underscores. */
final class Plain implements Page {

    @Override
    public String text(String words) {
        return Shown.of(words);
    }

    @Override
    public String marked(String words, Mark.Kind kind, int note) {
        return "_" + text(words) + "_[" + note + "]";
    }

    @Override
    public String heading(String words) {
        return words + "\n";
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
