package io.polygator.camel.http;

import io.polygator.camel.polygator.EventKinds;
import io.polygator.camel.polygator.Listener;
import io.polygator.camel.polygator.ListenerLine;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.http.EventsRequest;
import io.polygator.http.Json;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the routes {@code http-events} and {@code http-events-forget}. The first makes the answer a stream of events. Events are kept under the client's name
 * and come again until a later request says that they were received. Thread-safe.
 */
public final class HttpEvents {
    private static final String PREFIX = "http-events.";
    private static final InboundClaim EVERYTHING = InboundClaim.ofChannels(List.of(new ChannelGrant.All()));
    private static final int OK = 200;
    private static final int STORE_SECONDS = 10;
    private static final int SECONDS_UNTIL_AGAIN = 1;

    private final EventStreamSettings settings;
    private final Map<String, EventStream> streams = new ConcurrentHashMap<>();

    public HttpEvents(EventStreamSettings settings) {
        this.settings = settings;
    }

    /** Begins the stream that the request asks for; an earlier one of the same client and name ends. */
    public void open(
            @Header(Exchange.HTTP_RAW_QUERY) @Nullable String query,
            @Header(EventsRequest.LAST_EVENT_ID) @Nullable String lastEventId,
            Message message)
            throws ProblemException {
        EventsRequest request = EventsRequest.read(query, lastEventId);
        PolygatorComponent component = component(message);
        Optional<Account> account = account(message, component);
        String prefix = prefix(account);
        requireFewNames(prefix, request.name(), component);
        Listener listener = new Listener(
                prefix + request.name(), EventKinds.parse(String.join(",", request.events())), EVERYTHING, account);
        EventStream stream = open(listener, component);
        account.ifPresent(owner -> endWithItsRights(stream, owner, component));
        if (request.received().isPresent()) {
            confirm(stream, request.received().getAsLong());
        }
        message.setBody(stream);
    }

    /** Gives up a name: its stream ends, and what is kept under it is forgotten. It makes no difference whether it was used. */
    public void forget(@Header("name") @Nullable String name, Message message) throws ProblemException {
        if (name == null || !EventsRequest.isName(name)) {
            throw new ProblemException(Problem.notFound("the path names no stream: /v1/events/NAME"));
        }
        PolygatorComponent component = component(message);
        String line = prefix(account(message, component)) + name;
        Optional.ofNullable(streams.remove(line)).ifPresent(EventStream::close);
        await(component.smsGateway().forget(line));
        HttpAnswer.write(message, OK, Json.object().put("name", name).put("state", "forgotten"));
    }

    private static PolygatorComponent component(Message message) {
        return message.getExchange().getContext().getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
    }

    private static Optional<Account> account(Message message, PolygatorComponent component) {
        return Caller.of(message.getExchange())
                .flatMap(Caller::account)
                .flatMap(id -> component.gatekeeper().accounts().find(id));
    }

    /** With which the names of all lines of one client begin; the one user's have no name of an account before them. */
    private static String prefix(Optional<Account> account) {
        return PREFIX + account.map(owner -> owner.id().value() + ".").orElse("");
    }

    private void requireFewNames(String prefix, String name, PolygatorComponent component) throws ProblemException {
        List<String> others = await(component.smsGateway().eventLines().names()).stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                // a name holds no dot: what has one here is an account's, and not the one user's
                .filter(other -> !other.contains(".") && !other.equals(name))
                .sorted()
                .toList();
        if (others.size() >= settings.names()) {
            throw new ProblemException(Problem.conflict(
                    "too_many_streams",
                    "events are kept under " + others.size() + " names already: " + String.join(", ", others),
                    "use one of these names, or give one up with DELETE /v1/events/NAME"));
        }
    }

    private EventStream open(Listener listener, PolygatorComponent component) throws ProblemException {
        String name = listener.name();
        Optional.ofNullable(streams.remove(name)).ifPresent(EventStream::close);
        EventStream stream = new EventStream(component.getCamelContext(), settings);
        stream.tell(await(ListenerLine.open(component, listener, stream::news)));
        streams.put(name, stream);
        stream.whenEnded(() -> streams.remove(name, stream));
        return stream;
    }

    /** What the account may hear may have changed: the client connects again, if it still may. */
    private static void endWithItsRights(EventStream stream, Account account, PolygatorComponent component) {
        Accounts.Registration changes = component.gatekeeper().accounts().listen(change -> {
            if (change.id().equals(account.id())) {
                stream.close();
            }
        });
        stream.whenEnded(changes::close);
    }

    private static void confirm(EventStream stream, long position) throws ProblemException {
        try {
            await(stream.confirm(position));
        } catch (ProblemException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static <T> T await(CompletionStage<T> stage) throws ProblemException {
        try {
            return stage.toCompletableFuture().get(STORE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw notNow("the stream did not begin: the store does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notNow("the stream did not begin: the application is ending");
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        }
    }

    private static ProblemException refusal(@Nullable Throwable cause) {
        if (cause instanceof StoreUnavailableException unavailable) {
            return new ProblemException(
                    Problems.of(unavailable, "the stream did not begin").orElseThrow());
        }
        if (cause instanceof IllegalStateException) {
            return notNow("the stream did not begin: another connection of its name is just beginning");
        }
        throw new IllegalStateException("the events could not be read", cause);
    }

    private static ProblemException notNow(String detail) {
        return new ProblemException(Problem.notNow(detail, SECONDS_UNTIL_AGAIN));
    }
}
