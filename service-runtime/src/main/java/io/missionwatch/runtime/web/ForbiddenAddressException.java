package io.missionwatch.runtime.web;

import java.net.UnknownHostException;

/** A host resolves to an address that must not be connected to. */
public final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super(host + " leads to an address that is private, local or reserved");
    }
}
