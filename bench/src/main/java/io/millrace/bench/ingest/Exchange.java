package io.millrace.bench.ingest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

/** One keep-alive connection: sends a request, reads the answer, sends the next. */
final class Exchange implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Load.Requests requests;
    private final byte[] expected;
    private final ByteBuffer out;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private long[] latencies = new long[1024];
    private int done;
    private long sentAt;

    Exchange(InetSocketAddress address, Selector selector, Load.Requests requests)
            throws IOException {
        this.channel = SocketChannel.open(address);
        this.requests = requests;
        this.expected = requests.expected().getBytes(StandardCharsets.US_ASCII);
        this.out = ByteBuffer.allocate(requests.length());
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the first request; false if there is none. */
    boolean begin() throws IOException {
        if (!requests.next(out.array())) {
            return false;
        }
        out.clear();
        sentAt = System.nanoTime();
        send();
        return true;
    }

    /** Goes on where the socket lets it; false when there is nothing more to send. */
    boolean proceed() throws IOException {
        if (out.hasRemaining()) {
            send();
            return true;
        }
        if (channel.read(in) < 0) {
            throw new IOException("the server hung up");
        }
        if (!complete()) {
            return true;
        }
        if (done == latencies.length) {
            latencies = Arrays.copyOf(latencies, done * 2);
        }
        latencies[done++] = System.nanoTime() - sentAt;
        in.clear();
        return begin();
    }

    LongStream latencies() {
        return Arrays.stream(latencies, 0, done);
    }

    private void send() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Looks at the bytes: the generator shares the machine with what it measures. */
    private boolean complete() throws IOException {
        byte[] bytes = in.array();
        int size = in.position();
        int head = find(bytes, 0, size, END_OF_HEAD);
        if (head < 0) {
            return false;
        }
        int length = length(bytes, head);
        if (!startsWith(bytes, 0, OK) || length < 0) {
            throw new IOException("not the answer that was hoped for: " + text());
        }
        int end = head + END_OF_HEAD.length + length;
        if (size < end) {
            return false;
        }
        if (find(bytes, head, end, expected) < 0) {
            throw new IOException("not all was taken: " + text());
        }
        return true;
    }

    private String text() {
        return new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
    }

    /** What the head says of the body's length; -1 if nothing. */
    private static int length(byte[] bytes, int head) {
        int at = find(bytes, 0, head, LENGTH);
        if (at < 0) {
            return -1;
        }
        int length = 0;
        for (int i = at + LENGTH.length; i < bytes.length && bytes[i] != '\r'; i++) {
            if (bytes[i] != ' ') {
                length = length * 10 + bytes[i] - '0';
            }
        }
        return length;
    }

    private static int find(byte[] bytes, int from, int to, byte[] wanted) {
        for (int at = from; at + wanted.length <= to; at++) {
            if (startsWith(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (lower(bytes[at + i]) != lower(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    /** Names of headers come in either case. */
    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter | ' ' : letter;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
