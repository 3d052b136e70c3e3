package io.millrace.audiences.live;

import io.millrace.jobs.Jobs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Queues the evaluation of everybody by one condition. */
@Component
final class EvaluateQueue {
    static final String KIND = "audience.evaluate";

    /**
     * @param change that is tried; null for the audience itself
     * @param first true if who is in it has been so before anybody asked
     */
    record Input(UUID audience, @Nullable UUID change, boolean first) {}

    private final Jobs jobs;
    private final JsonMapper json;

    EvaluateQueue(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    UUID audience(UUID audience, String name, boolean first) {
        return submit(name, new Input(audience, null, first));
    }

    UUID change(UUID audience, UUID change, String name) {
        return submit(name, new Input(audience, change, false));
    }

    private UUID submit(String name, Input input) {
        return jobs.submit(KIND, name, json.writeValueAsString(input));
    }

    Input read(String input) {
        return json.readValue(input, Input.class);
    }
}
