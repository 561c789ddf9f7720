package io.missionwatch.runtime.settings;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes settings as the Markdown table that a README shows, so that a test can hold one to the other. */
public final class SettingTable {

    private SettingTable() {}

    /** One row each. */
    public static String of(Collection<Setting<?>> settings) {
        return "| setting | default | what it does |\n|---|---|---|\n"
                + settings.stream()
                        .map(setting -> "| `%s` | %s | %s |"
                                .formatted(setting.name(), code(setting.standard()), setting.sentence()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
