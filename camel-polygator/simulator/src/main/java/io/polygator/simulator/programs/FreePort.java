package io.polygator.simulator.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** TCP ports for programs that cannot choose one themselves. */
public final class FreePort {
    /** Below those from which systems take the port of a connection that goes out, which could be taken meanwhile. */
    private static final int FIRST = 20_000;

    private static final int COUNT = 12_000;

    /** Processes that run at the same time begin in different places. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % COUNT));

    private FreePort() {}

    /** A port of this machine that nobody had a moment ago, and that was not given out lately. */
    public static int any() {
        return IntStream.generate(FreePort::next)
                .limit(COUNT)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port is free from " + FIRST + " on"));
    }

    /** Several of them, each another. */
    public static List<Integer> several(int count) {
        return IntStream.range(0, count).mapToObj(i -> any()).toList();
    }

    /** Several that follow each other. */
    public static List<Integer> inARow(int count) {
        return Stream.generate(() -> several(count))
                .limit(COUNT)
                .filter(ports -> ports.get(count - 1) - ports.get(0) == count - 1)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + count + " ports in a row are free"));
    }

    private static int next() {
        return FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
