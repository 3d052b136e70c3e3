package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.Surveys;
import io.millrace.customers.Surveys.Mapped;
import io.millrace.customers.Variables;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The standard variables of customers, and the surveys that feed them. */
@RestController
@RequestMapping("/api/v1")
class VariablesController {
    private final Variables variables;
    private final Surveys surveys;
    private final Asker asker;

    VariablesController(Variables variables, Surveys surveys, Asker asker) {
        this.variables = variables;
        this.surveys = surveys;
        this.asker = asker;
    }

    record Items<T>(List<T> items) {}

    record Turned(boolean on) {}

    record Wanted(
            @Nullable String survey,
            @Nullable String question,
            @Nullable String attribute,
            @Nullable Map<String, String> answers) {
        Surveys.Wanted whole() {
            return new Surveys.Wanted(
                    survey == null ? "" : survey,
                    question == null ? "" : question,
                    attribute == null ? "" : attribute,
                    answers == null ? Map.of() : answers);
        }
    }

    record Queued(UUID id, UUID job) {}

    @GetMapping("/variables")
    @Requires(Permission.CUSTOMERS_READ)
    Items<Variables.Variable> variables() {
        return new Items<>(variables.all());
    }

    @PutMapping("/variables/{name}")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turn(@PathVariable String name, @RequestBody Turned turned) {
        if (!variables.turn(name, turned.on(), asker.name())) {
            throw Refusal.of(SharedProblem.NOT_FOUND);
        }
    }

    @GetMapping("/survey-questions")
    @Requires(Permission.CUSTOMERS_READ)
    Items<Surveys.Question> questions() {
        return new Items<>(surveys.questions());
    }

    @GetMapping("/survey-mappings")
    @Requires(Permission.CUSTOMERS_READ)
    Items<Surveys.Mapping> mappings() {
        return new Items<>(surveys.mappings());
    }

    @PostMapping("/survey-mappings")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued map(@RequestBody Wanted wanted) {
        return switch (surveys.map(wanted.whole(), asker.name())) {
            case Mapped.Done(UUID mapping, UUID job) -> new Queued(mapping, job);
            case Mapped.Invalid(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
        };
    }

    @DeleteMapping("/survey-mappings/{id}")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmap(@PathVariable UUID id) {
        if (!surveys.unmap(id, asker.name())) {
            throw Refusal.of(CustomersProblem.UNKNOWN_MAPPING);
        }
    }
}
