package io.missionwatch.alert.matching;

import io.missionwatch.alert.windows.Group;

/**
 * Where a match goes: the windows of one pattern and group.
 *
 * @param stateKey names what the pattern selects and how it groups and counts; another version of the pattern with the
 *     same answer to these keeps its windows
 */
public record Route(String patternId, String stateKey, Group group) {

    /** The one text form, by which records are spread and stored. */
    public String key() {
        return patternId + '/' + stateKey + '/' + group.canonical();
    }
}
