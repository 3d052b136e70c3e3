package io.millrace.models.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.Called;
import io.millrace.models.ModelsProblem;
import io.millrace.models.influence.Influence;
import io.millrace.models.influence.InfluenceSettings;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who brings whom. */
@RestController
@RequestMapping("/api/v1/models/influence")
class InfluenceController {
    private final Influence influence;
    private final CustomerFiles files;
    private final Access access;

    InfluenceController(Influence influence, CustomerFiles files, Access access) {
        this.influence = influence;
        this.files = files;
        this.access = access;
    }

    /**
     * @param customers names of the candidates and of the roots of the trees
     */
    record View(Influence.Page page, List<Called> customers) {}

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    View page(@Nullable AsOf asOf) {
        Influence.Page page = influence.page(asOf == null ? null : asOf.instant());
        var shown =
                Stream.concat(
                                page.candidates().stream().map(Influence.Candidate::customer),
                                page.trees().stream().map(Influence.Tree::root))
                        .map(ProfileId::new)
                        .collect(Collectors.toSet());
        Map<ProfileId, Called> called =
                access.caller().map(caller -> files.called(shown, caller)).orElse(Map.of());
        return new View(page, List.copyOf(called.values()));
    }

    @GetMapping("/settings")
    @Requires(Permission.INSIGHTS_READ)
    InfluenceSettings settings() {
        return influence.settings();
    }

    @PutMapping("/settings")
    @Requires(Permission.MODELS_WRITE)
    InfluenceSettings change(@RequestBody InfluenceSettings settings) {
        return switch (influence.change(settings)) {
            case Influence.Change.Done(InfluenceSettings now) -> now;
            case Influence.Change.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SCORE_SETTINGS_INVALID, errors);
        };
    }
}
