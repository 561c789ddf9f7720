package io.missionwatch.runtime;

import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.SettingSources;
import io.missionwatch.runtime.settings.Settings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The main of every service: reads the settings, starts the service, waits, and turns every way to end into an exit
 * code: 0 stopped, 1 failed while running, 2 could not start.
 */
public final class ServiceMain {

    private final String name;
    private final Collection<Setting<?>> settings;
    private final PrintStream out;

    ServiceMain(String name, Collection<Setting<?>> settings, PrintStream out) {
        this.name = name;
        this.settings = List.copyOf(settings);
        this.out = out;
    }

    /**
     * Runs a service until it is told to stop, and ends the process.
     *
     * @param name the service's name
     * @param settings the settings it knows
     * @param start starts it
     */
    public static void run(
            String name, String[] arguments, Collection<Setting<?>> settings, Function<Settings, ServiceHost> start) {
        var code = new ServiceMain(name, settings, System.err).run(List.of(arguments), System.getenv(), start);
        Runtime.getRuntime().halt(code);
    }

    int run(List<String> arguments, Map<String, String> environment, Function<Settings, ServiceHost> start) {
        if (arguments.contains("--help")) {
            help();
            return 0;
        }
        var hooks = new ArrayList<Thread>();
        try (var host = start.apply(SettingSources.read(arguments, environment, settings))) {
            var hook = new Thread(host::close, name + "-stop");
            hooks.add(hook);
            Runtime.getRuntime().addShutdownHook(hook);
            return host.awaitEnd() ? 0 : 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (SettingException | ServiceHost.StoppedException known) {
            out.println(name + ": " + known.getMessage());
            return 2;
        } catch (RuntimeException failure) {
            out.println(name + " could not start: " + rootOf(failure));
            return 2;
        } finally {
            hooks.forEach(ServiceMain::removeHook);
        }
    }

    private void help() {
        out.println("Usage: " + name + " [--config FILE] [--NAME=VALUE]...");
        out.println(
                "Each setting may stand in the file, in the environment (MISSIONWATCH_NAME) or here; the later wins.");
        settings.forEach(setting -> out.printf(
                "  --%s=%s%n      %s%n",
                setting.name(), setting.isSecret() ? "..." : setting.standard(), setting.sentence()));
        out.println("  --kafka.NAME=VALUE\n      Handed to Kafka's clients as NAME.");
    }

    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook is what stopped the service; nothing is left to remove.
        }
    }
}
