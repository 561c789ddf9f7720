package io.missionwatch.quickstart.stack;

import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.schema.Feed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;

/** The user's feeds, as a file lists them. */
public final class FeedFile {

    private FeedFile() {}

    /**
     * Reads a file as YAML or OPML.
     *
     * @throws SettingException with file, line and reason of the first fault
     * @throws IOException when the file cannot be read
     */
    public static List<Feed> read(Path file) throws IOException {
        try {
            var list = FeedList.read(file);
            if (!list.faults().isEmpty()) {
                throw new SettingException(list.faults().get(0));
            }
            return list.feeds().stream().map(FeedRecords::toRecord).toList();
        } catch (CharacterCodingException notText) {
            throw new SettingException(
                    file + ":1: is not UTF-8 text; convert it first, for instance with iconv -t UTF-8");
        }
    }
}
