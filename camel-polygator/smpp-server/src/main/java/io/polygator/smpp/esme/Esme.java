package io.polygator.smpp.esme;

import java.net.InetSocketAddress;

/**
 * One bound session.
 *
 * @param session number of the session, unique in this server's life
 * @param account whose it is, as the authenticator said
 * @param systemId what it called itself
 */
public record Esme(
        long session,
        String account,
        String systemId,
        BindType bindType,
        InterfaceVersion version,
        InetSocketAddress remote) {}
