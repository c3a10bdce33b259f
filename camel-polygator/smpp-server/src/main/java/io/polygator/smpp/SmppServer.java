package io.polygator.smpp;

import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.SmppAuthenticator;
import io.polygator.smpp.esme.SmppRequests;
import io.polygator.smpp.session.Accounts;
import io.polygator.smpp.session.SessionContext;
import io.polygator.smpp.session.SmppListener;
import io.polygator.smpp.session.Visitors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A service centre as ESMEs see it. Thread-safe. */
public final class SmppServer implements AutoCloseable {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final SmppListener listener;
    private final int port;
    private final OptionalInt tlsPort;

    private SmppServer(SmppListener listener, int port, OptionalInt tlsPort) {
        this.listener = listener;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /**
     * Listens.
     *
     * @throws IOException if a port cannot be bound or the keys for TLS cannot be used, with the remedy
     */
    public static SmppServer start(
            SmppServerSettings settings,
            SmppAuthenticator authenticator,
            SmppRequests requests,
            EsmeListener esmeListener)
            throws IOException {
        SessionContext context = new SessionContext(
                settings.systemId(),
                settings.timers(),
                settings.limits(),
                settings.bindErrors(),
                authenticator,
                requests,
                esmeListener,
                new Accounts(),
                new Visitors(settings.limits(), settings.clock()),
                settings.clock());
        SmppListener listener = new SmppListener(context, settings.threads());
        try {
            return listening(settings, listener);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    private static SmppServer listening(SmppServerSettings settings, SmppListener listener) throws IOException {
        int port = listener.listen(settings.host(), settings.port(), Optional.empty());
        if (settings.tls().isEmpty()) {
            return new SmppServer(listener, port, OptionalInt.empty());
        }
        TlsSettings tls = settings.tls().get();
        int tlsPort = listener.listen(settings.host(), tls.port(), Optional.of(Encryption.of(tls)));
        return new SmppServer(listener, port, OptionalInt.of(tlsPort));
    }

    /** The port of plain TCP. */
    public int port() {
        return port;
    }

    /** The encrypted port, if there is one. */
    public OptionalInt tlsPort() {
        return tlsPort;
    }

    /**
     * Delivers to an ESME of the account: to the bind with most room, deliveries of one source and destination in their
     * order, a receipt never before the response that tells its id. Completes when the ESME has acknowledged it; fails
     * with a {@link DeliveryFailedException} that names the remedy.
     */
    public CompletionStage<Void> deliver(String account, Delivery delivery) {
        return listener.deliver(account, delivery);
    }

    /** The sessions that are bound now. */
    public List<BindStatus> binds() {
        return listener.binds();
    }

    /** Unbinds the sessions that an account has now, as {@link #drain} does; it may bind again if it is let in. */
    public void dismiss(String account) {
        listener.dismiss(account, LONGEST_CLOSE);
    }

    /**
     * Stops listening, takes no more submissions (RSYSERR), lets the windows run dry, unbinds and closes every session;
     * those that are not done within the time are closed all the same. Completes when the last one is gone.
     */
    public CompletionStage<Void> drain(Duration atMost) {
        return listener.drain(atMost);
    }

    /** Drains for at most ten seconds and ends. Not to be called on a thread of the server. */
    @Override
    public void close() {
        drain(LONGEST_CLOSE)
                .toCompletableFuture()
                .completeOnTimeout(null, LONGEST_CLOSE.toSeconds() + 1, TimeUnit.SECONDS)
                .join();
        listener.close();
    }
}
