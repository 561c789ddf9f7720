package io.missionwatch.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a registry of another maker, so that it says what registries do and not only what ours does. */
@EnabledIf(
        value = "isHere",
        disabledReason = "needs Apicurio Registry, about 160 MB, which mvn -Pslow fetches, and a JDK 21 or newer")
class ApicurioContractTest extends RegistryContract {
    private ApicurioServer server;

    static boolean isHere() throws IOException {
        return ApicurioServer.distribution().isPresent()
                && ApicurioServer.java().isPresent();
    }

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        server = ApicurioServer.start(
                ApicurioServer.distribution().orElseThrow(),
                ApicurioServer.java().orElseThrow(),
                directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    String url() {
        return server.url();
    }
}
