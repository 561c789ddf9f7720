package io.missionwatch.bench.accuracy;

import java.util.ArrayList;
import java.util.List;

/** How well place names were found, and how near to the truth the found ones lie. */
record PlaceScore(int right, int wrong, int missed, List<Double> kilometresOff) {
    static final double NEAR_KM = 161;

    PlaceScore {
        kilometresOff = List.copyOf(kilometresOff);
    }

    static PlaceScore of(List<List<Toponym>> gold, List<List<Toponym>> found) {
        var off = new ArrayList<Double>();
        var wrong = 0;
        var missed = 0;
        for (var text = 0; text < gold.size(); text++) {
            var left = new ArrayList<>(found.get(text));
            for (var wanted : gold.get(text)) {
                var hit = left.stream().filter(wanted::isSameAs).findFirst();
                hit.ifPresent(toponym -> off.add(toponym.kilometresTo(wanted)));
                hit.ifPresent(left::remove);
                missed += hit.isPresent() ? 0 : 1;
            }
            wrong += left.size();
        }
        return new PlaceScore(off.size(), wrong, missed, off);
    }

    double precision() {
        return right == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
        return right == 0 ? 0 : (double) right / (right + missed);
    }

    double f1() {
        return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    double near() {
        return right == 0
                ? 0
                : (double) kilometresOff.stream().filter(km -> km < NEAR_KM).count() / right;
    }
}
