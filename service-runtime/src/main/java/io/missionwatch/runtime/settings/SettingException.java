package io.missionwatch.runtime.settings;

/** A setting is unknown or wrong. The message names the setting and where it stands, and says what to do. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A wrong setting, told in one line. */
    public SettingException(String message) {
        super(message);
    }
}
