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
    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Load.Requests requests;
    private final ByteBuffer out;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private long[] latencies = new long[1024];
    private int done;
    private long sentAt;

    Exchange(InetSocketAddress address, Selector selector, Load.Requests requests)
            throws IOException {
        this.channel = SocketChannel.open(address);
        this.requests = requests;
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

    private boolean complete() throws IOException {
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        int at = text.toLowerCase(java.util.Locale.ROOT).indexOf(LENGTH);
        if (!text.startsWith("HTTP/1.1 200") || at < 0) {
            throw new IOException("not the answer that was hoped for: " + text);
        }
        int end = text.indexOf('\r', at);
        int length = Integer.parseInt(text.substring(at + LENGTH.length(), end).strip());
        if (in.position() < head + 4 + length) {
            return false;
        }
        if (text.indexOf(requests.expected(), head) < 0) {
            throw new IOException("not all was taken: " + text);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
