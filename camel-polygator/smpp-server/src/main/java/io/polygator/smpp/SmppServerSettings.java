package io.polygator.smpp;

import io.polygator.smpp.session.BindErrors;
import io.polygator.smpp.session.SessionLimits;
import io.polygator.smpp.session.SessionTimers;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where and how an SMPP server listens.
 *
 * @param host an address of this machine
 * @param port of plain TCP, 0 for one of the system's choice
 * @param tls a second, encrypted port
 * @param systemId what we call ourselves in the responses to binds, at most 15 ASCII characters
 * @param threads for all sessions together, at least 1
 * @param clock what counts as now for validity periods, schedules and receipts; timers run on the system's own
 */
public record SmppServerSettings(
        String host,
        int port,
        Optional<TlsSettings> tls,
        String systemId,
        int threads,
        SessionTimers timers,
        SessionLimits limits,
        BindErrors bindErrors,
        InstantSource clock) {

    private static final int MOST_THREADS_NEEDED = 4;

    public SmppServerSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }

    /** Plain TCP with everything else as usual. */
    public static SmppServerSettings on(String host, int port) {
        return new SmppServerSettings(
                host,
                port,
                Optional.empty(),
                "POLYGATOR",
                Math.min(MOST_THREADS_NEEDED, Runtime.getRuntime().availableProcessors()),
                SessionTimers.standard(),
                SessionLimits.standard(),
                BindErrors.UNIFORM,
                InstantSource.system());
    }

    public SmppServerSettings withTls(TlsSettings other) {
        return new SmppServerSettings(
                host, port, Optional.of(other), systemId, threads, timers, limits, bindErrors, clock);
    }

    public SmppServerSettings withSystemId(String other) {
        return new SmppServerSettings(host, port, tls, other, threads, timers, limits, bindErrors, clock);
    }

    public SmppServerSettings withThreads(int other) {
        return new SmppServerSettings(host, port, tls, systemId, other, timers, limits, bindErrors, clock);
    }

    public SmppServerSettings with(SessionTimers other) {
        return new SmppServerSettings(host, port, tls, systemId, threads, other, limits, bindErrors, clock);
    }

    public SmppServerSettings with(SessionLimits other) {
        return new SmppServerSettings(host, port, tls, systemId, threads, timers, other, bindErrors, clock);
    }

    public SmppServerSettings with(BindErrors other) {
        return new SmppServerSettings(host, port, tls, systemId, threads, timers, limits, other, clock);
    }

    public SmppServerSettings with(InstantSource other) {
        return new SmppServerSettings(host, port, tls, systemId, threads, timers, limits, bindErrors, other);
    }
}
