package io.missionwatch.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a registry of another maker, so that it says what registries do and not only what ours does. */
class ApicurioContractTest extends RegistryContract {
    private ApicurioServer server;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        var distribution = ApicurioServer.distribution();
        var java = ApicurioServer.java();
        assumeTrue(distribution.isPresent(), "Apicurio Registry is not here: mvn -Pslow fetches it (about 160 MB)");
        assumeTrue(java.isPresent(), "Apicurio Registry needs a JDK 21 or newer, and none was found");
        server = ApicurioServer.start(distribution.get(), java.get(), directory);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String url() {
        return server.url();
    }
}
