package io.missionwatch.enrich.text;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML in which every scalar is text: a day is no timestamp, and Norway's NO is not false. Makes no classes. */
public final class PlainYaml {

    private static final int LONGEST_FILE = 16 << 20;

    private PlainYaml() {}

    /** A reader; it serves one thread. */
    public static Yaml reader() {
        var loading = new LoaderOptions();
        loading.setCodePointLimit(LONGEST_FILE);
        loading.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new PlainResolver());
    }

    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }
}
