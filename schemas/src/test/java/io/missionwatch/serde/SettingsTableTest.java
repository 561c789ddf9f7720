package io.missionwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTableTest {
    @ParameterizedTest
    @MethodSource("settings")
    void theReadmeNamesTheSetting(String setting) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("| `" + setting + "` |");
    }

    static Stream<String> settings() throws ClassNotFoundException {
        return Stream.of(
                        SerdeSettings.class,
                        AvroSerdes.class,
                        Class.forName("io.missionwatch.registry.RegistrySettings"),
                        Class.forName("io.missionwatch.registry.RegistryCredentials"))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(SettingsTableTest::value)
                .filter(name -> name.contains("."))
                .filter(name -> !name.startsWith("schema.registry.basic"));
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
