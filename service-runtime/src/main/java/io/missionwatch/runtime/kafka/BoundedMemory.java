package io.missionwatch.runtime.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** Gives all state stores of one stream application one block cache and one write buffer, so that memory is bounded however many stores there are. */
public final class BoundedMemory implements RocksDBConfigSetter {

    /** Name under which the shared memory rides in the configuration of the stream application. */
    static final String SHARED = "missionwatch.rocksdb.shared";

    private static final long CACHE_BYTES = 64L << 20;
    private static final long WRITE_BUFFER_BYTES = 32L << 20;
    private static final long ONE_WRITE_BUFFER_BYTES = 4L << 20;

    /**
     * The memory that all stores of one application share.
     *
     * @param cache blocks read from disk, and the write buffers' share
     * @param writeBuffers what is not yet on disk
     */
    record Shared(LRUCache cache, WriteBufferManager writeBuffers) implements AutoCloseable {

        static Shared create() {
            RocksDB.loadLibrary();
            var cache = new LRUCache(CACHE_BYTES);
            return new Shared(cache, new WriteBufferManager(WRITE_BUFFER_BYTES, cache));
        }

        @Override
        public void close() {
            writeBuffers.close();
            cache.close();
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        if (configuration.get(SHARED) instanceof Shared shared) {
            var table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(shared.cache());
            table.setCacheIndexAndFilterBlocks(true);
            options.setWriteBufferManager(shared.writeBuffers());
            options.setWriteBufferSize(ONE_WRITE_BUFFER_BYTES);
            options.setTableFormatConfig(table);
        }
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory belongs to the application and is closed with it.
    }
}
