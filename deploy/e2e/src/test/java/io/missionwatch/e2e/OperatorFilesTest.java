package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.AlertConfig;
import io.missionwatch.enrich.EnrichConfig;
import io.missionwatch.ingest.IngestConfig;
import io.missionwatch.runtime.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What operators take says what the services say: settings, ports, metrics, commands. */
class OperatorFilesTest {

    private static final Map<String, List<Setting<?>>> SERVICES = Map.of(
            "ingest", IngestConfig.declared(), "enrich", EnrichConfig.declared(), "alert", AlertConfig.declared());
    private static final Pattern OPENING = Pattern.compile("(MISSIONWATCH_(?:API|DELIVERIES)_[A-Z_]+)[=:]");
    private static final Pattern METRIC = Pattern.compile("\\b(?:ingest|enrich|alert)_[a-z_]+");
    private static final Pattern METRIC_ROW = Pattern.compile("^\\| `([a-z]+\\.[a-z.]+)` \\|", Pattern.MULTILINE);

    @Test
    void composeSetsWhatTheServicesKnow() {
        var services = map(yaml("deploy/docker/compose.yaml").get(0), "services");

        SERVICES.forEach((name, settings) -> {
            var service = map(services, name);
            assertThat(service).containsEntry("command", List.of("service", name));
            assertThat(variablesOf(settings)).as(name).containsAll(ours(map(service, "environment")));
        });
    }

    @Test
    void kubernetesSetsWhatTheServicesKnow() {
        var config = map(object("ConfigMap", "missionwatch"), "data");

        SERVICES.forEach(
                (name, settings) -> assertThat(variablesOf(settings)).as(name).containsAll(ours(config)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/README.md", "deploy/docker/compose.yaml"})
    void whatOpensTheApiAreSettingsThatThereAre(String file) {
        var known = variablesOf(SERVICES.get("alert"));
        var named = new TreeSet<String>();
        OPENING.matcher(read(file)).results().forEach(match -> named.add(match.group(1)));

        assertThat(named)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void eachServiceOnKubernetesTakesASecretOfItsOwn() {
        SERVICES.keySet()
                .forEach(name -> assertThat(container(name).get("envFrom").toString())
                        .contains("name=missionwatch,", "name=missionwatch-" + name + ","));
    }

    @Test
    void theApiCanBeReachedOnKubernetes() {
        var port = "containerPort=" + standard(SERVICES.get("alert"), "api.port");

        assertThat(container("alert").get("ports").toString()).contains(port);
        assertThat(map(object("Service", "alert"), "spec").get("ports").toString())
                .contains("port=8080");
        assertThat(map(object("NetworkPolicy", "alert-api"), "spec").toString()).contains("port=8080");
    }

    @Test
    void kubernetesAsksTheServicesWhereTheyAnswer() {
        SERVICES.forEach((name, settings) -> {
            var container = container(name);

            assertThat(container).containsEntry("args", List.of("service", name));
            assertThat(container.get("ports").toString()).contains("containerPort=" + standard(settings, "admin.port"));
            assertThat(map(map(container, "readinessProbe"), "httpGet")).containsEntry("path", "/ready");
            assertThat(map(map(container, "livenessProbe"), "httpGet")).containsEntry("path", "/live");
        });
    }

    @Test
    void prometheusAsksTheServicesWhereTheyAnswer() {
        var text = read("deploy/prometheus/prometheus.yml");

        SERVICES.forEach((name, settings) ->
                assertThat(text).contains("[" + name + "], type: A, port: " + standard(settings, "admin.port")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/prometheus/rules.yml", "deploy/grafana/missionwatch.json"})
    void namesMetricsThatThereAre(String file) {
        var known = Stream.of("ingest", "enrich", "alert")
                .flatMap(service ->
                        METRIC_ROW.matcher(read(service + "-service/README.md")).results())
                .map(row -> row.group(1).replace('.', '_'))
                .collect(Collectors.toSet());

        var named = new TreeSet<String>();
        METRIC.matcher(read(file)).results().forEach(match -> named.add(match.group()));

        assertThat(named)
                .hasSizeGreaterThan(4)
                .allSatisfy(name ->
                        assertThat(known).contains(name.replaceFirst("(_seconds)?(_total|_sum|_count|_max)?$", "")));
    }

    @Test
    void theImageRunsTheCommandThatThereIs() throws Exception {
        var image = read("deploy/docker/Dockerfile");
        var main = Pattern.compile("\"(io\\.missionwatch\\.[A-Za-z.]+)\"").matcher(image);
        var log = Pattern.compile("logback\\.configurationFile=([a-z.-]+)").matcher(image);

        assertThat(main.find() && log.find()).isTrue();
        assertThat(Class.forName(main.group(1))).hasDeclaredMethods("main");
        assertThat(getClass().getClassLoader().getResource(log.group(1))).isNotNull();
    }

    private static Set<String> variablesOf(Collection<Setting<?>> settings) {
        return settings.stream()
                .map(setting -> "MISSIONWATCH_"
                        + setting.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }

    private static Set<String> ours(Map<String, Object> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("MISSIONWATCH_"))
                .collect(Collectors.toSet());
    }

    private static String standard(Collection<Setting<?>> settings, String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow()
                .standard();
    }

    private static Map<String, Object> container(String service) {
        var pod = map(map(map(object("StatefulSet", service), "spec"), "template"), "spec");
        return asMap(((List<?>) pod.get("containers")).get(0));
    }

    private static Map<String, Object> object(String kind, String name) {
        return yaml("deploy/kubernetes/missionwatch.yaml").stream()
                .filter(object -> object.get("kind").equals(kind))
                .filter(object -> map(object, "metadata").get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> yaml(String file) {
        return StreamSupport.stream(new Yaml().loadAll(read(file)).spliterator(), false)
                .map(OperatorFilesTest::asMap)
                .toList();
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        assertThat(parent).containsKey(key);
        return asMap(parent.get(key));
    }

    private static Map<String, Object> asMap(Object value) {
        return ((Map<?, ?>) value)
                .entrySet().stream()
                        .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    private static String read(String file) {
        try {
            return Files.readString(Repository.root().resolve(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
