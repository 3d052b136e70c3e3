package io.millrace.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The bytes of a request, made once. Before each sending only the digits of the message ids and of
 * the customers are written over.
 */
final class Template {
    private static final String MESSAGE = "0000000000000000";
    private static final String CUSTOMER = "000000000";

    private final byte[] bytes;
    private final int[] messages;
    private final int[] customers;

    private Template(byte[] bytes, int[] messages, int[] customers) {
        this.bytes = bytes;
        this.messages = messages;
        this.customers = customers;
    }

    /** A batch of so many track calls. */
    static Template batch(String host, String writeKey, int events) {
        StringBuilder body = new StringBuilder("{\"batch\":[");
        for (int i = 0; i < events; i++) {
            body.append(i == 0 ? "" : ",").append(event(i));
        }
        body.append("],\"sentAt\":null}");
        return request(host, "/v1/batch", writeKey, body.toString(), events);
    }

    static Template single(String host, String path, String writeKey) {
        return request(host, path, writeKey, event(7), 1);
    }

    int length() {
        return bytes.length;
    }

    /** How many bytes one event has in the body. */
    static int eventBytes() {
        return event(7).length();
    }

    /** The request with the next message ids, each about any of the customers. */
    void fill(byte[] target, long firstMessage, SplittableRandom random, int among) {
        System.arraycopy(bytes, 0, target, 0, bytes.length);
        for (int i = 0; i < messages.length; i++) {
            digits(target, messages[i], MESSAGE.length(), firstMessage + i);
            digits(target, customers[i], CUSTOMER.length(), random.nextInt(among));
        }
    }

    /** The same, about these customers one after the other. */
    void fill(byte[] target, long firstMessage, long firstCustomer) {
        System.arraycopy(bytes, 0, target, 0, bytes.length);
        for (int i = 0; i < messages.length; i++) {
            digits(target, messages[i], MESSAGE.length(), firstMessage + i);
            digits(target, customers[i], CUSTOMER.length(), firstCustomer + i);
        }
    }

    private static Template request(
            String host, String path, String writeKey, String body, int events) {
        String key =
                Base64.getEncoder()
                        .encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
        String text =
                """
                POST %s HTTP/1.1\r
                Host: %s\r
                Authorization: Basic %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(path, host, key, body.length(), body);
        List<Integer> messages = places(text, "\"messageId\":\"bench-");
        List<Integer> customers = places(text, "\"userId\":\"customer-");
        if (messages.size() != events || customers.size() != events) {
            throw new IllegalStateException("the template has lost its marks");
        }
        return new Template(
                text.getBytes(StandardCharsets.US_ASCII),
                messages.stream().mapToInt(Integer::intValue).toArray(),
                customers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> places(String text, String mark) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            places.add(at + mark.length());
        }
        return places;
    }

    private static String event(int number) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"track\",\"messageId\":\"bench-%s\",\"userId\":\"customer-%s\","
                        + "\"event\":\"Product Viewed\",\"timestamp\":\"2026-03-%02dT12:%02d:00.000Z\","
                        + "\"properties\":{\"product_id\":\"P-10%02d\",\"sku\":\"TEA-0%02d\","
                        + "\"category\":\"Green tea\",\"name\":\"Longjing, spring harvest\","
                        + "\"brand\":\"Millrace\",\"price\":%d.95,\"quantity\":1,"
                        + "\"currency\":\"GBP\",\"position\":%d},"
                        + "\"context\":{\"locale\":\"en-GB\"}}",
                MESSAGE,
                CUSTOMER,
                1 + number % 28,
                number % 60,
                number % 100,
                number % 100,
                10 + number % 80,
                1 + number % 9);
    }

    private static void digits(byte[] target, int at, int places, long value) {
        long rest = value;
        for (int i = at + places - 1; i >= at; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
