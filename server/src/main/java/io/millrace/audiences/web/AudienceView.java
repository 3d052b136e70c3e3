package io.millrace.audiences.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.millrace.audiences.live.LiveAudiences;
import io.millrace.shared.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code GET /audiences/{id}}: the item of the list, and what its page needs. */
record AudienceView(
        @JsonUnwrapped LiveAudiences.Audience audience,
        @Nullable JsonNode condition,
        @Nullable Label sentence,
        List<LiveAudiences.Version> versions,
        List<LiveAudiences.Use> uses,
        List<LiveAudiences.Use> dependsOn,
        LiveAudiences.@Nullable Change change) {

    static AudienceView of(LiveAudiences.Detail detail) {
        return new AudienceView(
                detail.audience(),
                detail.condition(),
                detail.sentence(),
                detail.versions(),
                detail.uses(),
                detail.dependsOn(),
                detail.change());
    }
}
