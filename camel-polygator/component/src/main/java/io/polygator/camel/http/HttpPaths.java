package io.polygator.camel.http;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.component.netty.http.NettyHttpConsumer;
import org.apache.camel.support.RestConsumerContextPathMatcher;
import org.apache.camel.support.RestConsumerContextPathMatcher.ConsumerPath;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The paths of the routes behind one port, whether a route runs at the moment or not. A route gives a path up when one
 * with the same id takes its place, not when it ends: it may only be about to be replaced. Thread-safe.
 */
final class HttpPaths {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String SCHEME_END = "://";

    /** The newest first. */
    private final List<NettyHttpConsumer> consumers = new CopyOnWriteArrayList<>();

    /**
     * Which consumer "METHOD path" belongs to, where the path is the consumer's own, as most requests' is: to match
     * costs more, the more routes there are. A change of the routes begins a new map, so that who is matching meanwhile
     * cannot write into it what held before.
     */
    private volatile Map<String, NettyHttpConsumer> matched = new ConcurrentHashMap<>();

    synchronized void add(NettyHttpConsumer consumer) {
        consumers.retainAll(current());
        RestConsumerContextPathMatcher.register(consumer.getConfiguration().getPath());
        consumers.add(0, consumer);
        matchAgain();
    }

    /** A route has started: only now is it certain that its consumer knows the route's id. */
    void matchAgain() {
        matched = new ConcurrentHashMap<>();
    }

    /** The consumer to which such a request belongs. */
    Optional<NettyHttpConsumer> find(String method, String path) {
        Map<String, NettyHttpConsumer> before = matched;
        String request = method + " " + path;
        NettyHttpConsumer known = before.get(request);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<NettyHttpConsumer> found = match(method, path);
        found.filter(consumer -> isItsOwn(path, consumer) && METHODS.contains(method))
                .ifPresent(consumer -> before.put(request, consumer));
        return found;
    }

    private static boolean isItsOwn(String path, NettyHttpConsumer consumer) {
        return path.equals(consumer.getConfiguration().getPath());
    }

    private Optional<NettyHttpConsumer> match(String method, String path) {
        List<ConsumerPath<NettyHttpConsumer>> known = current().stream()
                .<ConsumerPath<NettyHttpConsumer>>map(Known::new)
                .toList();
        return Optional.ofNullable(RestConsumerContextPathMatcher.matchBestPath(method, path, known))
                .or(() -> onlyOneByPrefix(method, path, known))
                .map(ConsumerPath::getConsumer);
    }

    /** The matcher looks at prefixes only where no path has a variable. */
    private static Optional<ConsumerPath<NettyHttpConsumer>> onlyOneByPrefix(
            String method, String path, List<ConsumerPath<NettyHttpConsumer>> known) {
        List<ConsumerPath<NettyHttpConsumer>> fitting = known.stream()
                .filter(one -> one.getRestrictMethod() == null
                        || one.getRestrictMethod().contains(method))
                .filter(one ->
                        RestConsumerContextPathMatcher.matchPath(path, one.getConsumerPath(), one.isMatchOnUriPrefix()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The methods that a path has; empty when there is no such path. */
    List<String> methods(String path) {
        return METHODS.stream().filter(method -> find(method, path).isPresent()).toList();
    }

    private List<NettyHttpConsumer> current() {
        Set<String> routes = new HashSet<>();
        return consumers.stream()
                .filter(consumer -> consumer.getRouteId() == null || routes.add(consumer.getRouteId()))
                .toList();
    }

    /** The path of a request line's target (RFC 9112 §3.2), which may also be an absolute URI. */
    static String path(String target) {
        String path = withoutQuery(target);
        if (!path.startsWith("/") && path.contains(SCHEME_END)) {
            int slash = path.indexOf('/', path.indexOf(SCHEME_END) + SCHEME_END.length());
            path = slash < 0 ? "/" : path.substring(slash);
        }
        return UnsafeUriCharactersEncoder.encodeHttpURI(path);
    }

    private static String withoutQuery(String target) {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** A consumer as Camel's matcher wants to see it. */
    private record Known(NettyHttpConsumer consumer) implements ConsumerPath<NettyHttpConsumer> {
        @Override
        public String getRestrictMethod() {
            return consumer.getEndpoint().getHttpMethodRestrict();
        }

        @Override
        public String getConsumerPath() {
            return consumer.getConfiguration().getPath();
        }

        @Override
        public NettyHttpConsumer getConsumer() {
            return consumer;
        }

        @Override
        public boolean isMatchOnUriPrefix() {
            return consumer.getConfiguration().isMatchOnUriPrefix();
        }
    }
}
