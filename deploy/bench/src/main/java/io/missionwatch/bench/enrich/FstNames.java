package io.missionwatch.bench.enrich;

import io.missionwatch.enrich.names.NameIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;

/** Lucene's finite state transducer, walked from the beginning of each word. */
final class FstNames implements NameFinder {
    private static final PositiveIntOutputs OUTPUTS = PositiveIntOutputs.getSingleton();

    private final FST<Long> fst;
    private final FST.BytesReader reader;
    private final FST.Arc<Long> arc = new FST.Arc<>();
    private int end;
    private long id;

    FstNames(List<String> names) {
        try {
            fst = compiled(names);
            reader = fst.getBytesReader();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FST<Long> compiled(List<String> names) throws IOException {
        var compiler = new FSTCompiler.Builder<>(FST.INPUT_TYPE.BYTE2, OUTPUTS).build();
        var sorted = names.stream().sorted().toList();
        for (var number = 0; number < sorted.size(); number++) {
            var letters = sorted.get(number).chars().toArray();
            compiler.add(new IntsRef(letters, 0, letters.length), (long) number);
        }
        return FST.fromFSTReader(compiler.compile(), compiler.getFSTReader());
    }

    @Override
    public String name() {
        return "Lucene's FST";
    }

    @Override
    public void find(String text, NameIndex.Visitor visitor) {
        try {
            for (var at = 0; at < text.length(); ) {
                if (Character.isLetterOrDigit(text.charAt(at)) && NameFinder.parts(text, at) && walk(text, at)) {
                    visitor.match(at, end, (int) id);
                    at = end;
                } else {
                    at++;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Finds the longest name that begins at a letter. */
    private boolean walk(String text, int start) throws IOException {
        fst.getFirstArc(arc);
        var output = OUTPUTS.getNoOutput();
        end = start;
        for (var at = start; at < text.length(); at++) {
            if (fst.findTargetArc(text.charAt(at), arc, arc, reader) == null) {
                break;
            }
            output = OUTPUTS.add(output, arc.output());
            if (arc.isFinal() && NameFinder.parts(text, at + 1)) {
                end = at + 1;
                id = OUTPUTS.add(output, arc.nextFinalOutput());
            }
        }
        return end > start;
    }
}
