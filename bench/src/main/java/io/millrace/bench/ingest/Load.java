package io.millrace.bench.ingest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps so many connections busy from one thread, each with one request at a time. The generator
 * shares the machine with what it measures, so it does as little as it can.
 */
final class Load {
    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** What is sent, and what must come back. */
    interface Requests {
        int length();

        /** Writes the next request; false if there is none. */
        boolean next(byte[] target);

        /** Part of every good answer's body. */
        String expected();
    }

    /**
     * @param latencies of each request, ascending, in nanoseconds
     */
    record Result(int requests, double seconds, long[] latencies) {
        double millis(double quantile) {
            int at = (int) Math.min(latencies.length - 1L, Math.round(quantile * latencies.length));
            return latencies[at] / 1e6;
        }
    }

    Result run(Requests requests) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
            for (int i = 0; i < connections; i++) {
                exchanges.add(new Exchange(address, selector, requests));
            }
            long started = System.nanoTime();
            int busy = 0;
            for (Exchange exchange : exchanges) {
                busy += exchange.begin() ? 1 : 0;
            }
            while (busy > 0) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    busy -= ((Exchange) key.attachment()).proceed() ? 0 : 1;
                }
                selector.selectedKeys().clear();
            }
            return result(exchanges, (System.nanoTime() - started) / 1e9);
        } finally {
            for (Exchange exchange : exchanges) {
                exchange.close();
            }
        }
    }

    private static Result result(List<Exchange> exchanges, double seconds) {
        long[] all = exchanges.stream().flatMapToLong(exchange -> exchange.latencies()).toArray();
        Arrays.sort(all);
        return new Result(all.length, seconds, all);
    }
}
