package io.millrace.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waits for a job's end and shows how far it is. */
final class JobWatch {
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final int LOOKS_PER_LINE = 10;
    private static final int OUTAGES = 100;
    private final Api api;
    private final Output output;

    JobWatch(Api api, Output output) {
        this.api = api;
        this.output = output;
    }

    JsonNode untilItEnds(String id) throws ApiProblem, IOException, InterruptedException {
        int outages = 0;
        for (int look = 0; ; look++) {
            try {
                JsonNode job = api.get("/jobs/" + id);
                outages = 0;
                boolean ended = ENDED.contains(job.path("state").asString(""));
                if (ended || output.terminal() || look % LOOKS_PER_LINE == 0) {
                    output.progress(line(job));
                }
                if (ended) {
                    output.progressEnds();
                    return job;
                }
            } catch (IOException e) {
                // The product may be restarting; the job goes on after that.
                if (++outages > OUTAGES) {
                    throw e;
                }
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** A job as one line: what it is, its state, how far it is, and why it failed. */
    static String line(JsonNode job) {
        long done = job.path("done").asLong(0);
        JsonNode total = job.path("total");
        String share =
                total.isNumber() && total.asLong() > 0
                        ? " of %,d (%d%%)".formatted(total.asLong(), done * 100 / total.asLong())
                        : "";
        String problem = job.path("problem").asString("");
        return "%s: %s, %,d%s%s"
                .formatted(
                        job.path("title").asString(""),
                        job.path("state").asString(""),
                        done,
                        share,
                        problem.isEmpty() ? "" : ", " + problem);
    }

    static int exitCode(JsonNode job) {
        return job.path("state").asString("").equals("done") ? Cli.DONE : Cli.FAILED;
    }
}
