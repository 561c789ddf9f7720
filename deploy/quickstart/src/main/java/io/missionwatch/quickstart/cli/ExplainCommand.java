package io.missionwatch.quickstart.cli;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.explain.Explain;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an article was taken to say, and why. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Print an article with its tags underlined and, beneath, why each tag and event was chosen.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Plain text; a first line with an empty line after it is the title.")
    private Path file;

    @Option(names = "--published", paramLabel = "DATE", description = "When it was published, such as 2026-03-04.")
    private Optional<LocalDate> published = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Its language, two letters; found out if not given.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--html", description = "Write a page of HTML instead of colours for a terminal.")
    private boolean html;

    @Option(
            names = "--colour",
            paramLabel = "WHEN",
            defaultValue = "AUTO",
            description = "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.")
    private Colour colour;

    /** When an explanation is coloured. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Override
    public Integer call() throws IOException {
        var article = article(read());
        var found = ArticleEnricher.load().enrich(article);
        spec.commandLine().getOut().println(page(article, found));
        return 0;
    }

    private String page(ArticleText article, Enrichment found) {
        if (html) {
            return Explain.html(article, found);
        }
        boolean coloured = colour == Colour.AUTO ? Ansi.AUTO.enabled() : colour == Colour.ALWAYS;
        return coloured ? Explain.terminal(article, found) : Explain.plain(article, found);
    }

    private String read() throws IOException {
        try {
            var text = Files.readString(Given.file(file)).replace("\r\n", "\n");
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (MalformedInputException notText) {
            throw new CommandFailure(file + " is not UTF-8 text", notText);
        }
    }

    private ArticleText article(String text) {
        var gap = text.indexOf("\n\n");
        var titled = gap > 0 && text.indexOf('\n') == gap;
        Optional<Instant> when =
                published.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new ArticleText(
                titled ? text.substring(0, gap).strip() : "",
                titled ? text.substring(gap).strip() : text,
                language,
                when,
                Optional.empty(),
                file.getFileName().toString());
    }
}
