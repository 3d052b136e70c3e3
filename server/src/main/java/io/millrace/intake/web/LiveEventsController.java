package io.millrace.intake.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.intake.Intake;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiveEventsController {
    private final Intake intake;

    LiveEventsController(Intake intake) {
        this.intake = intake;
    }

    @GetMapping("/api/v1/events/live")
    @Requires(Permission.INBOX_READ)
    Page<Intake.LiveEvent> live(Paging paging) {
        return new Page<>(intake.live(paging.limit()), null, null);
    }
}
