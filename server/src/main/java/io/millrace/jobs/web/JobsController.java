package io.millrace.jobs.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.jobs.Jobs;
import io.millrace.jobs.JobsProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobsController {
    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Requires(Permission.JOBS_READ)
    Page<JobView> list(Paging paging) {
        Page<Jobs.Job> page = jobs.list(paging.cursor(), paging.limit());
        return new Page<>(page.items().stream().map(JobView::of).toList(), page.next(), null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.JOBS_READ)
    JobView one(@PathVariable UUID id) {
        return JobView.of(find(id));
    }

    @PostMapping("/{id}/pause")
    @Requires(Permission.JOBS_WRITE)
    JobView pause(@PathVariable UUID id) {
        return steered(id, jobs::pause);
    }

    @PostMapping("/{id}/resume")
    @Requires(Permission.JOBS_WRITE)
    JobView resume(@PathVariable UUID id) {
        return steered(id, jobs::resume);
    }

    @PostMapping("/{id}/cancel")
    @Requires(Permission.JOBS_WRITE)
    JobView cancel(@PathVariable UUID id) {
        return steered(id, jobs::cancel);
    }

    private JobView steered(UUID id, Predicate<UUID> action) {
        Jobs.Job before = find(id);
        if (!action.test(id)) {
            throw Refusal.of(
                    JobsProblem.NOT_POSSIBLE, before.state().name().toLowerCase(Locale.ROOT));
        }
        return JobView.of(find(id));
    }

    private Jobs.Job find(UUID id) {
        return jobs.find(id).orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }
}
