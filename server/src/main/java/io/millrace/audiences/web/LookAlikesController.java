package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.portraits.Choices;
import io.millrace.audiences.portraits.LookAlikes;
import io.millrace.audiences.portraits.LookAlikes.Found;
import io.millrace.audiences.portraits.Origins;
import io.millrace.customers.CustomerFiles;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class LookAlikesController {
    private static final int MOST_DAYS = 3_650;

    private final LookAlikes lookAlikes;
    private final Choices choices;
    private final Origins origins;
    private final CustomerFiles files;
    private final Access access;

    LookAlikesController(
            LookAlikes lookAlikes,
            Choices choices,
            Origins origins,
            CustomerFiles files,
            Access access) {
        this.lookAlikes = lookAlikes;
        this.choices = choices;
        this.origins = origins;
        this.files = files;
        this.access = access;
    }

    /**
     * @param names of the customers at the top, as the caller may see them; absent ones have none
     */
    record View(LookAlikes.Ranking ranking, Map<ProfileId, String> names) {}

    @GetMapping("/audiences/{id}/look-alikes")
    @Requires(Permission.AUDIENCES_READ)
    View similar(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> exclude,
            @RequestParam(defaultValue = "1") long seed,
            @Nullable AsOf asOf) {
        LookAlikes.Like like =
                new LookAlikes.Like(
                        id,
                        PortraitsController.listed(exclude),
                        seed,
                        PortraitsController.instant(asOf));
        return switch (lookAlikes.find(like)) {
            case Found.Done(var ranking) -> new View(ranking, names(ranking));
            case Found.NoSuchAudience() -> throw Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE);
            case Found.TooFew(String what, int has, int needs) ->
                    throw Refusal.of(
                            AudiencesProblem.TOO_FEW,
                            what,
                            Integer.toString(has),
                            Integer.toString(needs));
        };
    }

    /** From what a kept list was made. */
    @GetMapping("/audiences/{id}/origin")
    @Requires(Permission.AUDIENCES_READ)
    Origins.Origin origin(@PathVariable UUID id) {
        return origins.of(id).orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }

    private Map<ProfileId, String> names(LookAlikes.Ranking ranking) {
        var top =
                ranking.top().stream()
                        .map(LookAlikes.Similar::customer)
                        .collect(Collectors.toSet());
        return access.caller()
                .map(caller ->
                        files.called(top, caller).values().stream()
                                .filter(one -> one.name() != null)
                                .collect(
                                        Collectors.toMap(
                                                CustomerFiles.Called::customer,
                                                one -> String.valueOf(one.name()))))
                .orElse(Map.of());
    }

    @GetMapping("/choices")
    @Requires(Permission.AUDIENCES_READ)
    Choices.Choice choose(
            @RequestParam(defaultValue = "revenue") String measure,
            @RequestParam(defaultValue = "365") int days,
            @RequestParam(defaultValue = "0.05") double response,
            @RequestParam(defaultValue = "0.3") double margin,
            @RequestParam(defaultValue = "100") long contactCost,
            @RequestParam(defaultValue = "0") long offerCost,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(required = false) @Nullable Integer kept,
            @Nullable AsOf asOf) {
        List<FieldProblem> wrong = new ArrayList<>();
        check(wrong, "/measure", measure.equals("revenue") || measure.equals("profit"));
        check(wrong, "/days", days >= 1 && days <= MOST_DAYS);
        check(wrong, "/response", response >= 0 && response <= 1);
        check(wrong, "/margin", margin >= 0 && margin <= 1);
        check(wrong, "/contactCost", contactCost >= 0);
        check(wrong, "/offerCost", offerCost >= 0);
        if (!wrong.isEmpty()) {
            throw Refusal.of(SharedProblem.INVALID, wrong);
        }
        return choices.choose(
                new Choices.Question(measure, days, seed, PortraitsController.instant(asOf)),
                new Choices.Offer(response, margin, contactCost, offerCost),
                kept);
    }

    private static void check(List<FieldProblem> wrong, String pointer, boolean right) {
        if (!right) {
            wrong.add(FieldProblem.of(pointer, "audiences.out-of-range"));
        }
    }
}
