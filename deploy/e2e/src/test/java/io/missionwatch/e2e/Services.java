package io.missionwatch.e2e;

import io.missionwatch.alert.AlertConfig;
import io.missionwatch.alert.AlertService;
import io.missionwatch.enrich.EnrichConfig;
import io.missionwatch.enrich.EnrichService;
import io.missionwatch.ingest.IngestConfig;
import io.missionwatch.ingest.IngestService;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/** Starts services as their own mains do, each from its settings. */
final class Services {

    private Services() {}

    static ServiceHost ingest(Map<String, String> settings) {
        var withDoor = new HashMap<>(settings);
        withDoor.putIfAbsent("door.port", "0");
        return IngestService.start(IngestConfig.from(Settings.of(withDoor, IngestConfig.declared())));
    }

    static ServiceHost enrich(Map<String, String> settings) {
        return EnrichService.start(EnrichConfig.from(Settings.of(settings, EnrichConfig.declared())));
    }

    static ServiceHost alert(Map<String, String> settings) {
        var withApi = new HashMap<>(settings);
        withApi.putIfAbsent("api.port", "0");
        return AlertService.start(AlertConfig.from(Settings.of(withApi, AlertConfig.declared())));
    }
}
