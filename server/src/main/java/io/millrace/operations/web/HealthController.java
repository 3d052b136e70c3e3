package io.millrace.operations.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController {
    private static final int UNAVAILABLE = 503;
    private static final int SECONDS = 2;
    private final DataSource source;
    private final ApplicationAvailability availability;
    private final PrometheusMeterRegistry metrics;

    HealthController(
            DataSource source,
            ApplicationAvailability availability,
            PrometheusMeterRegistry metrics) {
        this.source = source;
        this.availability = availability;
        this.metrics = metrics;
    }

    record Health(String status, String database) {}

    /** The process answers; restarting it would not help. */
    @GetMapping("/health/live")
    @Requires(Permission.PUBLIC)
    Health live() {
        return new Health("up", "unknown");
    }

    /** Requests are welcome: everything is started and the database answers. */
    @GetMapping("/health/ready")
    @Requires(Permission.PUBLIC)
    ResponseEntity<Health> ready() {
        boolean started = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        boolean database = answers();
        Health health = new Health(started && database ? "up" : "down", database ? "up" : "down");
        return ResponseEntity.status(started && database ? 200 : UNAVAILABLE).body(health);
    }

    @GetMapping(path = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
    @Requires(Permission.METRICS_READ)
    String metrics() {
        return metrics.scrape();
    }

    private boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
