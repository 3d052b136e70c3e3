package io.millrace.insights;

import io.millrace.access.Access.Caller;
import io.millrace.access.Permission;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.AttributeView;
import io.millrace.insights.Insights.Need;
import io.millrace.intake.ImportsToMend;
import io.millrace.intake.Inbox;
import io.millrace.jobs.Jobs;
import io.millrace.shared.Label;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** What waits for a person, gathered from the modules that know of it. */
@Component
final class Waiting {
    private static final int RECENT_JOBS = 200;
    private static final Duration RECENT = Duration.ofDays(7);

    private final Inbox inbox;
    private final ImportsToMend imports;
    private final CustomerFiles customers;
    private final Jobs jobs;
    private final Clock clock;

    Waiting(Inbox inbox, ImportsToMend imports, CustomerFiles customers, Jobs jobs, Clock clock) {
        this.inbox = inbox;
        this.imports = imports;
        this.customers = customers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Each kind for whoever may do something about it; what nothing waits of is left out. */
    private record Kind(
            String key, Label label, Permission permission, String open, LongSupplier count) {}

    List<Need> needs(Caller caller) {
        List<Need> needs = new ArrayList<>();
        for (Kind kind : kinds()) {
            long count = caller.may(kind.permission()) ? kind.count().getAsLong() : 0;
            if (count > 0) {
                needs.add(new Need(kind.key(), kind.label(), count, kind.open()));
            }
        }
        return needs;
    }

    private List<Kind> kinds() {
        return List.of(
                new Kind(
                        "failed-jobs",
                        new Label("Jobs that failed", "失败的任务"),
                        Permission.JOBS_READ,
                        "/settings/data",
                        this::failedJobs),
                new Kind(
                        "inbox",
                        new Label("Rejected items in the inbox", "收件箱中被退回的数据"),
                        Permission.INBOX_READ,
                        "/know/inbox",
                        this::rejected),
                new Kind(
                        "imports",
                        new Label("Imports with errors", "有错误的导入"),
                        Permission.IMPORTS_READ,
                        "/know/imports?errors=true",
                        imports::count),
                new Kind(
                        "attributes",
                        new Label("Attributes to declare", "待声明的属性"),
                        Permission.ATTRIBUTES_WRITE,
                        "/settings/attributes?declared=false",
                        this::undeclared));
    }

    private long rejected() {
        return inbox.summary(Locale.ENGLISH).stream().mapToLong(Inbox.CodeCount::count).sum();
    }

    private long undeclared() {
        return customers.attributes().stream().filter(Waiting::isUndeclared).count();
    }

    private static boolean isUndeclared(AttributeView attribute) {
        return !attribute.declared();
    }

    /** A failure is old news after a week; imports are spoken of by themselves. */
    private long failedJobs() {
        Instant since = clock.instant().minus(RECENT);
        return jobs.list(null, RECENT_JOBS).items().stream()
                .filter(job -> job.state() == Jobs.State.FAILED)
                .filter(job -> !job.kind().equals(ImportsToMend.JOB))
                .filter(job -> job.createdAt().isAfter(since))
                .count();
    }
}
