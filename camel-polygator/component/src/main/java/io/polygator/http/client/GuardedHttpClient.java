package io.polygator.http.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Makes HTTP requests to addresses that others have chosen. One thread serves all of them, and a target that is slow, or
 * never answers, holds up those who call it only: also behind one address each caller has places of its own. Each call has a connection of its own, so that each is checked by the
 * {@link TargetGuard}, and none is lost in a connection that the other side is just about to close. Thread-safe.
 */
public final class GuardedHttpClient implements AutoCloseable {
    private static final Duration QUIET = Duration.ZERO;
    private static final Duration END = Duration.ofSeconds(2);

    private final HttpClientSettings settings;
    private final TargetGuard guard;
    private final Supplier<SSLContext> tls;
    private final NioEventLoopGroup group;
    private final EventLoop loop;
    private final AddressResolverGroup<InetSocketAddress> names;
    private final Map<Way, Lane> lanes = new HashMap<>();
    private int waiting;

    /** What shares a lane: one slow path at a host is no reason for others' calls to that host to wait. */
    private record Way(String caller, Target target) {}

    private GuardedHttpClient(
            HttpClientSettings settings,
            TargetGuard guard,
            Supplier<SSLContext> tls,
            AddressResolverGroup<InetSocketAddress> names) {
        this.settings = settings;
        this.guard = guard;
        this.tls = tls;
        this.names = names;
        group = new NioEventLoopGroup(1, new DefaultThreadFactory("polygator-http-client", true));
        loop = group.next();
    }

    /**
     * With Java's own trusted certificates, which are read for the first call that needs them, and names looked up as the
     * system is configured.
     */
    public static GuardedHttpClient open(HttpClientSettings settings, TargetGuard guard) {
        return open(settings, guard, GuardedHttpClient::javaTls);
    }

    /** With other certificates. */
    static GuardedHttpClient open(HttpClientSettings settings, TargetGuard guard, Supplier<SSLContext> tls) {
        return open(settings, guard, tls, systemNames(settings));
    }

    /** With another way to look names up. */
    static GuardedHttpClient open(
            HttpClientSettings settings,
            TargetGuard guard,
            Supplier<SSLContext> tls,
            AddressResolverGroup<InetSocketAddress> names) {
        return new GuardedHttpClient(settings, guard, tls, names);
    }

    private static AddressResolverGroup<InetSocketAddress> systemNames(HttpClientSettings settings) {
        return new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .queryTimeoutMillis(settings.connect().toMillis()));
    }

    private static SSLContext javaTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no TLS", e);
        }
    }

    /**
     * Makes one request.
     *
     * @param caller for whom: the calls of one caller to one target wait for each other, when there are too many at a time
     * @return the answer, whatever its status; or an {@link IOException}: a {@link ForbiddenTargetException} when nothing
     *     was sent since the address is not permitted, {@link java.net.ConnectException} and others when there was no
     *     connection, or no complete answer in time. It completes on the client's thread, which must not be blocked
     */
    public CompletionStage<HttpReply> exchange(String caller, HttpCall call) {
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        try {
            loop.execute(() -> admit(new Way(caller, Target.of(call.uri())), call, reply));
        } catch (RejectedExecutionException e) {
            reply.completeExceptionally(new IOException("the HTTP client is closed", e));
        }
        return reply.minimalCompletionStage();
    }

    private void admit(Way way, HttpCall call, CompletableFuture<HttpReply> reply) {
        Lane lane = lanes.computeIfAbsent(way, any -> new Lane(settings.atOnce()));
        if (lane.enter()) {
            run(call, way, lane, reply);
        } else if (waiting >= settings.waiting()) {
            reply.completeExceptionally(new IOException("too many calls wait for their turn, one to " + way.target()));
        } else {
            await(call, way, lane, reply);
        }
    }

    private void await(HttpCall call, Way way, Lane lane, CompletableFuture<HttpReply> reply) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        ScheduledFuture<?> end = failAfter(
                settings.patience(),
                turn,
                () -> way.target() + " was busy with other calls for " + settings.patience());
        waiting++;
        lane.await(turn);
        turn.whenComplete((now, failure) -> {
            waiting--;
            end.cancel(false);
            if (failure == null) {
                run(call, way, lane, reply);
            } else {
                lane.giveUp(turn);
                reply.completeExceptionally(failure);
            }
        });
    }

    private void run(HttpCall call, Way way, Lane lane, CompletableFuture<HttpReply> whole) {
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        ScheduledFuture<?> end =
                failAfter(settings.answer(), reply, () -> way.target() + " did not answer within " + settings.answer());
        reply.whenComplete((answer, failure) -> {
            end.cancel(false);
            leave(way, lane);
            if (failure == null) {
                whole.complete(answer);
            } else {
                whole.completeExceptionally(failure);
            }
        });
        connect(call, way.target(), reply);
    }

    private void connect(HttpCall call, Target target, CompletableFuture<HttpReply> reply) {
        try {
            Optional<SSLContext> encryption = target.encrypted() ? Optional.of(tls.get()) : Optional.empty();
            new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                            settings.connect().toMillis())
                    .resolver(names)
                    .handler(new CallPipeline(call, target, guard, encryption, settings.answerLimit(), reply))
                    .connect(target.unresolved())
                    .addListener(CallPipeline.failing(target, reply));
        } catch (RuntimeException e) {
            reply.completeExceptionally(new IOException("no call to " + target + " was made: " + e.getMessage(), e));
        }
    }

    private void leave(Way way, Lane lane) {
        lane.leave();
        if (lane.isEmpty()) {
            lanes.remove(way, lane);
        }
    }

    private ScheduledFuture<?> failAfter(Duration wait, CompletableFuture<?> awaited, Supplier<String> reason) {
        return loop.schedule(
                () -> awaited.completeExceptionally(new IOException(reason.get())),
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Calls that are under way fail. */
    @Override
    public void close() {
        group.shutdownGracefully(QUIET.toMillis(), END.toMillis(), TimeUnit.MILLISECONDS);
        names.close();
    }
}
