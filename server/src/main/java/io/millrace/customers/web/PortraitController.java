package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.Consents;
import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.Portraits;
import io.millrace.customers.Variables.Standard;
import io.millrace.customers.web.CustomersController.Paths;
import io.millrace.kernel.preference.Habit;
import io.millrace.kernel.preference.PriceBands;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who a customer is and likes to be, and to what they consented. */
@RestController
@RequestMapping("/api/v1")
class PortraitController {
    private final Portraits portraits;
    private final Consents consents;
    private final Asker asker;

    PortraitController(Portraits portraits, Consents consents, Asker asker) {
        this.portraits = portraits;
        this.consents = consents;
        this.asker = asker;
    }

    record View(
            Instant asOf,
            List<TraitView> variables,
            List<Portraits.Tag> tags,
            List<PreferenceView> preferences,
            List<Integer> week) {}

    record TraitView(Standard variable, String value, boolean masked, @Nullable Instant since) {}

    /**
     * @param sure false where too little is known to speak of a favourite
     * @param least how many purchases or moments are needed
     */
    record PreferenceView(
            String dimension, boolean sure, int known, int least, List<ChoiceView> choices) {}

    record ChoiceView(String value, int weight, double share, Instant lastAt) {}

    record Items<T>(List<T> items) {}

    @GetMapping("/customers/{id}/portrait")
    @Requires(Permission.CUSTOMERS_READ)
    View portrait(@PathVariable String id, @Nullable AsOf asOf) {
        var at = asOf == null ? null : asOf.instant();
        return portraits
                .of(Paths.profile(id), at, asker.caller())
                .map(PortraitController::view)
                .orElseThrow(() -> Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER));
    }

    private static View view(Portraits.Portrait portrait) {
        return new View(
                portrait.asOf(),
                portrait.variables().stream()
                        .map(one ->
                                new TraitView(
                                        one.variable(), one.value(), one.masked(), one.since()))
                        .toList(),
                portrait.tags(),
                portrait.habits().stream().map(PortraitController::preference).toList(),
                portrait.week());
    }

    private static PreferenceView preference(Habit habit) {
        return new PreferenceView(
                habit.preference().key(),
                habit.isSure(),
                habit.known(),
                habit.preference().least(),
                habit.choices().stream()
                        .limit(PriceBands.COUNT)
                        .map(one ->
                                new ChoiceView(
                                        one.value(),
                                        one.weight(),
                                        one.share(),
                                        Micros.toInstant(one.lastAt())))
                        .toList());
    }

    @GetMapping("/customers/{id}/consents")
    @Requires(Permission.CUSTOMERS_READ)
    Items<Consents.State> consents(@PathVariable String id, @Nullable AsOf asOf) {
        return new Items<>(consents.of(Paths.profile(id), asOf == null ? null : asOf.instant()));
    }

    @PostMapping("/customers/{id}/consents")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Items<Consents.State> record(@PathVariable String id, @RequestBody Consents.Word word) {
        return switch (consents.record(Paths.profile(id), word, asker.name())) {
            case Edited.Done<List<Consents.State>>(var states) -> new Items<>(states);
            case Edited.UnknownCustomer<List<Consents.State>> _ ->
                    throw Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER);
            case Edited.Invalid<List<Consents.State>>(var errors) ->
                    throw Refusal.of(SharedProblem.INVALID, errors);
        };
    }

    @GetMapping("/consent-purposes")
    @Requires(Permission.CUSTOMERS_READ)
    Items<Consents.Purpose> purposes() {
        return new Items<>(consents.purposes());
    }

    @PutMapping("/consent-purposes")
    @Requires(Permission.SETTINGS_WRITE)
    Items<Consents.Purpose> define(@RequestBody Items<Consents.Purpose> purposes) {
        List<FieldProblem> wrong = consents.define(purposes.items(), asker.name());
        if (!wrong.isEmpty()) {
            throw Refusal.of(SharedProblem.INVALID, wrong);
        }
        return new Items<>(consents.purposes());
    }
}
