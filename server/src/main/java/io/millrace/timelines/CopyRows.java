package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes facts as rows of PostgreSQL's binary COPY format, straight into the bytes to be sent. */
final class CopyRows {
    static final String COPY =
            """
            copy timelines.facts (id, profile, key, occurred_at, recorded_at, amount, kind, source,
                currency, historical, subject, attributes)
            from stdin (format binary)
            """;

    /** 2000-01-01 in microseconds since 1970: where PostgreSQL's instants begin. */
    static final long EPOCH = 946_684_800_000_000L;

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short COLUMNS = 12;

    /** What a row takes at most besides subject, attributes and currency. */
    private static final int FIXED = 160;

    private static final int CHUNK = 64 * 1024;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final CopyIn sink;
    private final ToIntFunction<String> kinds;
    private final ToIntFunction<String> sources;
    private byte[] buffer = new byte[CHUNK];
    private int size;

    CopyRows(CopyIn sink, ToIntFunction<String> kinds, ToIntFunction<String> sources) {
        this.sink = sink;
        this.kinds = kinds;
        this.sources = sources;
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        size = HEADER.length;
    }

    void write(NewFact fact) throws SQLException {
        switch (fact) {
            case NewFact.Encoded encoded -> row(encoded);
            case NewFact.Whole(Fact whole, UUID key) -> row(encoded(whole, key));
        }
    }

    /** Sends what is left and ends the COPY. */
    void finish() throws SQLException {
        room(2);
        putShort((short) -1);
        flush();
        sink.endCopy();
    }

    private static NewFact.Encoded encoded(Fact fact, @Nullable UUID key) {
        return new NewFact.Encoded(
                fact.id(),
                fact.profile(),
                fact.kind(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.subject(),
                fact.amount(),
                fact.currency(),
                Attributes.of(fact.attributes()),
                fact.source(),
                fact.historical(),
                key);
    }

    private void row(NewFact.Encoded fact) throws SQLException {
        byte[] subject = bytes(fact.subject());
        byte[] currency = bytes(fact.currency());
        room(FIXED + length(subject) + length(currency) + fact.attributes().length());
        putShort(COLUMNS);
        put(fact.id());
        put(fact.profile());
        put(fact.key());
        put(fact.occurredAt());
        put(fact.recordedAt());
        putInt(Long.BYTES);
        putLong(fact.amount());
        putInt(Integer.BYTES);
        putInt(kinds.applyAsInt(fact.kind()));
        putInt(Integer.BYTES);
        putInt(sources.applyAsInt(fact.source()));
        put(currency);
        putInt(1);
        buffer[size++] = (byte) (fact.historical() ? 1 : 0);
        put(subject);
        put(fact.attributes());
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private void put(@Nullable UUID uuid) {
        if (uuid == null) {
            putInt(-1);
            return;
        }
        putInt(2 * Long.BYTES);
        putLong(uuid.getMostSignificantBits());
        putLong(uuid.getLeastSignificantBits());
    }

    private void put(Instant instant) {
        putInt(Long.BYTES);
        putLong(Math.subtractExact(Micros.of(instant), EPOCH));
    }

    private void put(byte @Nullable [] bytes) {
        if (bytes == null) {
            putInt(-1);
            return;
        }
        putInt(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void put(Attributes attributes) {
        putInt(1 + attributes.length());
        buffer[size++] = 1; // the version of jsonb's binary form
        attributes.copyTo(buffer, size);
        size += attributes.length();
    }

    private void putLong(long value) {
        LONG.set(buffer, size, value);
        size += Long.BYTES;
    }

    private void putInt(int value) {
        INT.set(buffer, size, value);
        size += Integer.BYTES;
    }

    private void putShort(short value) {
        buffer[size++] = (byte) (value >> 8);
        buffer[size++] = (byte) value;
    }

    private void room(int wanted) throws SQLException {
        if (size + wanted <= buffer.length) {
            return;
        }
        flush();
        if (wanted > buffer.length) {
            buffer = new byte[wanted];
        }
    }

    private void flush() throws SQLException {
        sink.writeToCopy(buffer, 0, size);
        size = 0;
    }
}
