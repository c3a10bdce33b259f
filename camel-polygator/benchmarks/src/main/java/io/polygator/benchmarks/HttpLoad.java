package io.polygator.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that stay open, each with a thread that asks its request again as soon as it is answered 202. */
final class HttpLoad implements AutoCloseable {
    private static final String ACCEPTED = "202";
    private static final String LENGTH = "content-length:";

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    private HttpLoad(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    static HttpLoad connect(int port, int count, byte[] request) throws IOException {
        return connect(port, Collections.nCopies(count, request));
    }

    /** @param requests one for each connection */
    static HttpLoad connect(int port, List<byte[]> requests) throws IOException {
        HttpLoad load = new HttpLoad(requests.size());
        for (byte[] request : requests) {
            load.connections.add(new Connection(port, request));
        }
        return load;
    }

    /**
     * What a run has shown.
     *
     * @param median nanoseconds from a request to its answer
     * @param slow within which 99 of 100 are
     */
    record Result(long perSecond, long median, long slow) {}

    Result run(long nanos) throws Exception {
        long begun = System.nanoTime();
        List<Callable<long[]>> tasks = new ArrayList<>();
        connections.forEach(connection -> tasks.add(() -> connection.ask(begun + nanos)));
        List<long[]> times = new ArrayList<>();
        for (Future<long[]> future : threads.invokeAll(tasks)) {
            times.add(future.get());
        }
        long taken = System.nanoTime() - begun;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length * 1_000_000_000L / taken, all[all.length / 2], all[(int) (all.length * 0.99)]);
    }

    /** Asks so many times on each connection, and waits for the answers. */
    void repeat(int times) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        connections.forEach(connection -> tasks.add(() -> {
            for (int time = 0; time < times; time++) {
                connection.ask();
            }
            return null;
        }));
        for (Future<Void> future : threads.invokeAll(tasks)) {
            future.get();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.socket.close();
        }
    }

    private static final class Connection {
        private final Socket socket;
        private final InputStream input;
        private final byte[] request;

        Connection(int port, byte[] request) throws IOException {
            this.request = request;
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            input = new BufferedInputStream(socket.getInputStream());
        }

        long[] ask(long until) throws IOException {
            long[] times = new long[1024];
            int count = 0;
            for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
                ask();
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = System.nanoTime() - begun;
            }
            return Arrays.copyOf(times, count);
        }

        void ask() throws IOException {
            socket.getOutputStream().write(request);
            readAnswer();
        }

        private void readAnswer() throws IOException {
            String status = line();
            if (!status.contains(ACCEPTED)) {
                throw new IOException("answered " + status);
            }
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                    length = Integer.parseInt(header.substring(LENGTH.length()).strip());
                }
            }
            if (input.readNBytes(length).length < length) {
                throw new IOException("the answer ends too early");
            }
        }

        private String line() throws IOException {
            byte[] octets = new byte[256];
            int count = 0;
            for (int octet = input.read(); octet != '\n'; octet = input.read()) {
                if (octet < 0) {
                    throw new IOException("closed instead of an answer");
                }
                if (octet != '\r' && count < octets.length) {
                    octets[count++] = (byte) octet;
                }
            }
            return new String(octets, 0, count, StandardCharsets.ISO_8859_1);
        }
    }
}
