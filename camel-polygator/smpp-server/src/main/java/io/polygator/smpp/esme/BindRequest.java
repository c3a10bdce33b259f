package io.polygator.smpp.esme;

import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.util.List;

/**
 * Somebody wants to bind. Prints without the password.
 *
 * @param systemId at most 15 characters
 * @param password at most 8 characters; to be compared in constant time
 * @param systemType at most 12 characters
 * @param addressRange which numbers a receiver wants to hear of, a hint that most clients fill with rubbish
 * @param remote where it comes from
 * @param certificates of the client's TLS certificate chain, its own first; empty without one
 */
public record BindRequest(
        String systemId,
        String password,
        String systemType,
        BindType bindType,
        InterfaceVersion version,
        String addressRange,
        InetSocketAddress remote,
        List<Certificate> certificates) {

    public BindRequest {
        certificates = List.copyOf(certificates);
    }

    @Override
    public String toString() {
        return "BindRequest[" + systemId + ", " + bindType + ", " + version + ", " + remote + "]";
    }
}
