package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.AlertState;
import io.missionwatch.alert.book.BookInput.Act;
import io.missionwatch.ids.NamedUuid;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.SuppressionKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns a judgement that an alert is false into a suppression of alerts like it. */
final class SuppressionWriter {

    private static final NamedUuid IDS = new NamedUuid("suppression");

    private SuppressionWriter() {}

    static Optional<Suppression> write(AlertState state, Act act) {
        return act.suppressUntil()
                .filter(until -> until.isAfter(act.at()))
                .map(until -> Suppression.newBuilder()
                        .setSuppressionId(IDS.of(act.actionId()))
                        .setKind(SuppressionKind.FALSE_POSITIVE)
                        .setMatchers(matchers(state))
                        .setStartsAt(act.at())
                        .setExpiresAt(until)
                        .setReason(act.reason())
                        .setCreatedBy(act.by())
                        .setAlertId(state.about().alertId())
                        .build());
    }

    /** Alerts like it are those of the same pattern and group. */
    private static Map<String, String> matchers(AlertState state) {
        var group = state.about().group();
        var matchers = new LinkedHashMap<String, String>();
        matchers.put("patternId", state.about().card().patternId());
        if (!group.values().isEmpty()) {
            matchers.put("group", group.label());
        }
        return matchers;
    }
}
