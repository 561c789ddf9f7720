package io.missionwatch.embedded;

import java.io.IOException;
import java.util.List;

/** A registry client of any maker, with the part of the contract that they share. */
interface ContractClient extends AutoCloseable {
    int register(String subject, String schema) throws Exception;

    int idOf(String subject, String schema) throws Exception;

    int versionOf(String subject, String schema) throws Exception;

    String byId(int id) throws Exception;

    String latest(String subject) throws Exception;

    String version(String subject, int version) throws Exception;

    List<Integer> versions(String subject) throws Exception;

    List<String> subjects() throws Exception;

    boolean isCompatible(String subject, String schema) throws Exception;

    void setLevel(String subject, String level) throws Exception;

    String level(String subject) throws Exception;

    String globalLevel() throws Exception;

    /** What a failed request was told. */
    Failure failureOf(Exception e);

    enum Failure {
        NOT_FOUND,
        INCOMPATIBLE,
        INVALID,
        OTHER
    }

    @Override
    void close() throws IOException;
}
