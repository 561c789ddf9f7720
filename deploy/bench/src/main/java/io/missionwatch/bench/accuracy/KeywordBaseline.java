package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.text.Document;
import java.util.List;
import java.util.Locale;

/** What a search for words would alert on: a word for a mission and a word of violence in one sentence. */
final class KeywordBaseline {

    private static final List<String> MISSION = List.of(
            "embass",
            "consul",
            "diplomat",
            "ambassador",
            "high commission",
            "envoy",
            "foreign mission",
            "embajad",
            "cónsul",
            "diplomátic",
            "посол",
            "посла",
            "консул",
            "дипломат");
    private static final List<String> VIOLENCE = List.of(
            "attack",
            "bomb",
            "explo",
            "blast",
            "grenade",
            "rocket",
            "mortar",
            "gunm",
            "gunfire",
            "shot",
            "kill",
            "wound",
            "injur",
            "kidnap",
            "hostage",
            "abduct",
            "storm",
            "assassinat",
            "murder",
            "threat",
            "plot",
            "evacuat",
            "fire",
            "dynamite",
            "seize",
            "occup",
            "stab",
            "ambush",
            "atac",
            "ataque",
            "atentado",
            "explot",
            "estall",
            "asesin",
            "secuestr",
            "incendi",
            "amenaz",
            "evacu",
            "asalt",
            "напад",
            "напал",
            "атак",
            "взрыв",
            "взорва",
            "теракт",
            "убит",
            "похи",
            "обстрел",
            "угро",
            "эвакуир",
            "захват",
            "подож");

    private KeywordBaseline() {}

    static boolean alerts(Document document) {
        return document.sentences().stream()
                .map(sentence -> document.text(sentence.span()).toLowerCase(Locale.ROOT))
                .anyMatch(words -> namesMission(words) && VIOLENCE.stream().anyMatch(words::contains));
    }

    static boolean namesMission(String sentence) {
        var words = sentence.toLowerCase(Locale.ROOT);
        return MISSION.stream().anyMatch(words::contains);
    }
}
