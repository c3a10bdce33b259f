package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountFile;
import io.polygator.gateway.account.AccountFileException;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.smpp.SmppServerSettings;
import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.CancelRequest;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.QueryAnswer;
import io.polygator.smpp.esme.QueryRequest;
import io.polygator.smpp.esme.ReplaceRequest;
import io.polygator.smpp.esme.SmppRequests;
import io.polygator.smpp.esme.SubmitMultiRequest;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.session.BindErrors;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.NegativeResponseException;

/** A server with accounts as their file would have them and with nothing behind it: it takes every submission. */
final class AccountedServer implements AutoCloseable {
    static final String PASSWORD = "demo";

    /** Its secret is quickly checked. */
    private static final Account DEMO = MemoryAccounts.demo().find("demo").orElseThrow();
    /** Well formed, and of a secret that nobody uses. */
    private static final String SOME_HASH =
            "pbkdf2-sha256$100000$c2FsdCBmb3IgdGhlIHBhZ2U" + "$cxmTgbFBAWtnpBTLu0w/1WmAX8wZ0ZLuDdQwP0UJ8hI";

    private final MemoryAccounts accounts;
    private final Gatekeeper gatekeeper;
    private final Inbox inbox = new Inbox();
    private final OpenServer server;

    private AccountedServer(List<Account> accounts) throws IOException {
        this.accounts = new MemoryAccounts(accounts);
        gatekeeper = Gatekeeper.of(this.accounts);
        server = OpenServer.start(SmppServerSettings.on("127.0.0.1", 0).with(BindErrors.LEGACY), gatekeeper, inbox);
    }

    static AccountedServer of(Account... accounts) throws IOException {
        return new AccountedServer(List.of(accounts));
    }

    /** An account whose section {@code smpp} has these lines, and whose secret is {@link #PASSWORD}. */
    static Account account(String id, String... options) throws AccountFileException {
        String smpp = options.length == 0 ? "" : "    smpp:\n      " + String.join("\n      ", options) + "\n";
        String file = "accounts:\n  " + id + ":\n    secret: " + SOME_HASH + "\n    doors: smpp\n" + smpp;
        return AccountFile.parse(file, "accounts.yaml").get(0).with(secret());
    }

    static HashedSecret secret() {
        return DEMO.secret();
    }

    /** Puts these in the place of all accounts, as a file that has changed. */
    void replaceAccounts(Account... replacement) {
        var unused = accounts.replaceAll(List.of(replacement));
    }

    /** From now on no secret is checked that is not known already. */
    void checkNoMoreSecrets() {
        gatekeeper.close();
    }

    TestEsme bind(String account) throws IOException {
        return bind(account, BindType.BIND_TRX);
    }

    TestEsme bind(String account, BindType type) throws IOException {
        return TestEsme.bind(server.port(), account, PASSWORD, type);
    }

    TestEsme bind(String account, InterfaceVersion version) throws IOException {
        return TestEsme.bind(server.port(), account, PASSWORD, BindType.BIND_TRX, version);
    }

    /** The status that a bind is refused with. */
    int refusalOf(String account, String password, BindType type) {
        return refusal(() -> TestEsme.bind(server.port(), account, password, type));
    }

    int refusalOf(String account) {
        return refusalOf(account, PASSWORD, BindType.BIND_TRX);
    }

    int refusalOf(String account, InterfaceVersion version) {
        return refusal(() -> bind(account, version));
    }

    private static int refusal(Binding binding) {
        IOException refused =
                catchThrowableOfType(IOException.class, () -> binding.bind().close());
        if (refused == null || !(refused.getCause() instanceof NegativeResponseException answer)) {
            throw new AssertionError("the bind was not refused by an answer", refused);
        }
        return answer.getCommandStatus();
    }

    @FunctionalInterface
    private interface Binding {
        TestEsme bind() throws IOException;
    }

    int port() {
        return server.port();
    }

    List<BindStatus> binds() {
        return server.binds();
    }

    List<SubmitRequest> submits() {
        return inbox.submits;
    }

    /** Submissions are not answered until the stage completes. */
    void answerAfter(CompletionStage<?> release) {
        inbox.release = release;
    }

    CompletionStage<Void> deliver(String account, Delivery delivery) {
        return server.deliver(account, delivery);
    }

    @Override
    public void close() {
        server.close();
        gatekeeper.close();
    }

    private static final class Inbox implements SmppRequests {
        private final List<SubmitRequest> submits = new CopyOnWriteArrayList<>();
        private volatile CompletionStage<?> release = CompletableFuture.completedStage(null);

        @Override
        public CompletionStage<MessageIdText> submit(Esme esme, SubmitRequest request) {
            submits.add(request);
            MessageIdText id = MessageIdText.of(Integer.toString(1000 + submits.size()));
            return release.thenApply(now -> id);
        }

        @Override
        public CompletionStage<SubmitMultiResult> submitMulti(Esme esme, SubmitMultiRequest request) {
            throw new AssertionError("nobody asks for it");
        }

        @Override
        public CompletionStage<QueryAnswer> query(Esme esme, QueryRequest request) {
            throw new AssertionError("nobody asks for it");
        }

        @Override
        public CompletionStage<Void> cancel(Esme esme, CancelRequest request) {
            throw new AssertionError("nobody asks for it");
        }

        @Override
        public CompletionStage<Void> replace(Esme esme, ReplaceRequest request) {
            throw new AssertionError("nobody asks for it");
        }
    }
}
