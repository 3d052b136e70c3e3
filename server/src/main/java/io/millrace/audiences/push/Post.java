package io.millrace.audiences.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** One request to a receiver; how long it may take is bounded, and so is what is read of it. */
@Component
final class Post implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final int MOST_READ = 16_384;
    private static final int MOST_KEPT = 300;

    private final Destinations destinations;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECTING)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    Post(Destinations destinations, Clock clock) {
        this.destinations = destinations;
        this.clock = clock;
    }

    Pushes.Answer send(String url, Signature signature, String id, String body)
            throws InterruptedException {
        String refusal = destinations.refusal(url);
        if (refusal != null) {
            return new Pushes.Answer(null, refusal, 0);
        }
        long seconds = clock.instant().getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(ANSWERING)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Millrace")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(seconds))
                        .header("webhook-signature", signature.of(id, seconds, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request, _ -> bounded());
            return new Pushes.Answer(answer.statusCode(), shortened(answer.body()), since(begun));
        } catch (IOException failure) {
            String reason = failure.getMessage();
            String name = failure.getClass().getSimpleName();
            String text = reason == null ? name : name + ": " + reason;
            return new Pushes.Answer(
                    null, shortened(text.getBytes(StandardCharsets.UTF_8)), since(begun));
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> bounded() {
        return HttpResponse.BodySubscribers.limiting(
                HttpResponse.BodySubscribers.ofByteArray(), MOST_READ);
    }

    private static String shortened(byte[] bytes) {
        String text =
                new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
        int most = Math.min(text.codePointCount(0, text.length()), MOST_KEPT);
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static int since(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
