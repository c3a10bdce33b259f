package io.polygator.camel.smpp;

import io.polygator.camel.door.OpenDoor;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.AccountChange;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.account.Door;
import io.polygator.smpp.SmppServer;
import io.polygator.smpp.SmppServerSettings;
import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.SmppRequests;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A server that listens, with those who wait for its ESMEs. Thread-safe. */
final class OpenServer implements OpenDoor {
    /** Less than the gateway waits for a handler. */
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final SmppServer server;
    private final Absentees absentees;
    private final Outlet deliveries;
    private final Accounts.Registration changes;

    private OpenServer(SmppServer server, Gatekeeper gatekeeper, InstantSource clock) {
        this.server = server;
        absentees = new Absentees(server::deliver, PATIENCE);
        deliveries = new RefusedDeliveries(absentees, clock);
        changes = gatekeeper.accounts().listen(change -> {
            if (endsSessions(change)) {
                server.dismiss(change.id().value());
            }
        });
    }

    /** Who lost what it was let in for; any other change leaves sessions as they are. */
    private static boolean endsSessions(AccountChange change) {
        if (change instanceof AccountChange.Changed changed) {
            return !changed.before().secret().equals(changed.after().secret())
                    || !changed.before().access().equals(changed.after().access());
        }
        return change instanceof AccountChange.Removed;
    }

    /** @throws IOException if it cannot listen, with the remedy */
    static OpenServer start(SmppServerSettings settings, Gatekeeper gatekeeper, SmppRequests requests)
            throws IOException {
        Greeter greeter = new Greeter(gatekeeper);
        SmppServer server = SmppServer.start(settings, new BindDesk(gatekeeper), requests, greeter);
        OpenServer open = new OpenServer(server, gatekeeper, settings.clock());
        greeter.opened.complete(open.absentees);
        return open;
    }

    int port() {
        return server.port();
    }

    List<BindStatus> binds() {
        return server.binds();
    }

    /** Fails with {@link io.polygator.gateway.EventRefusedException} when it is useless to offer the delivery again. */
    CompletionStage<Void> deliver(String account, Delivery delivery) {
        return deliveries.deliver(account, delivery);
    }

    @Override
    public void close() {
        changes.close();
        absentees.close();
        server.close();
    }

    /** Tells those who wait that an account can be told things now. */
    private static final class Greeter implements EsmeListener {
        private final Gatekeeper gatekeeper;
        private final CompletableFuture<Absentees> opened = new CompletableFuture<>();

        Greeter(Gatekeeper gatekeeper) {
            this.gatekeeper = gatekeeper;
        }

        @Override
        public void bound(Esme esme) {
            if (esme.bindType().receives()) {
                opened.thenAccept(absentees -> absentees.bound(esme.account()));
                gatekeeper.arrived(Door.SMPP, esme.account());
            }
        }

        @Override
        public void unbound(Esme esme) {
            // what it did not acknowledge fails, and comes again to another bind
        }
    }
}
