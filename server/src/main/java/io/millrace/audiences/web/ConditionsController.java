package io.millrace.audiences.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.live.AudienceAnswers;
import io.millrace.audiences.live.AudienceAnswers.Worded;
import io.millrace.audiences.live.Vocabulary;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.shared.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/conditions")
class ConditionsController {
    private final AudienceAnswers answers;
    private final Vocabulary vocabulary;

    ConditionsController(AudienceAnswers answers, Vocabulary vocabulary) {
        this.answers = answers;
        this.vocabulary = vocabulary;
    }

    record Body(@Nullable JsonNode condition) {}

    @GetMapping(value = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.AUDIENCES_READ)
    String schema() {
        return ConditionJson.schema().toString();
    }

    @GetMapping("/vocabulary")
    @Requires(Permission.AUDIENCES_READ)
    Vocabulary.Offer vocabulary() {
        return vocabulary.words();
    }

    @PostMapping("/sentence")
    @Requires(Permission.AUDIENCES_READ)
    Label sentence(@RequestBody Body body) {
        return switch (answers.sentence(body.condition())) {
            case Worded.Done(Label sentence) -> sentence;
            case Worded.Invalid(var errors) -> throw AudiencesController.invalid(errors);
        };
    }
}
