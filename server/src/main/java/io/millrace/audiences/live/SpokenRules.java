package io.millrace.audiences.live;

import io.millrace.audiences.RuleLanguage;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining.Name;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Lifecycle rules in the language of audiences. */
@Component
final class SpokenRules implements RuleLanguage {
    private static final Condition WHOEVER_IS_LEFT = new Condition.All(List.of());
    private static final Label EVERYBODY_ELSE = new Label("everybody else", "其余所有客户");

    private final Definitions definitions;
    private final Reevaluation reevaluation;
    private final ToldSchemes told;
    private final Placing placing;
    private final TransactionTemplate transactions;

    SpokenRules(
            Definitions definitions,
            Reevaluation reevaluation,
            ToldSchemes told,
            Placing placing,
            TransactionTemplate transactions) {
        this.definitions = definitions;
        this.reevaluation = reevaluation;
        this.told = told;
        this.placing = placing;
        this.transactions = transactions;
    }

    @Override
    public Read read(JsonNode rule, String pointer, String scheme) {
        return switch (definitions.read(rule, pointer, new Name.Scheme(scheme))) {
            case Definitions.Read.Invalid(var errors) -> new Read.Invalid(errors);
            case Definitions.Read.Done(Condition condition) ->
                    definitions.readsStages(condition)
                            ? new Read.Invalid(
                                    List.of(FieldProblem.of(pointer, "audiences.rule-of-stages")))
                            : new Read.Done(condition);
        };
    }

    @Override
    public Label sentence(Condition condition) {
        return condition.equals(WHOEVER_IS_LEFT)
                ? EVERYBODY_ELSE
                : Wording.of(condition, definitions);
    }

    @Override
    public LifecycleScheme inlined(LifecycleScheme scheme) {
        return scheme.with(definitions.inlined(scheme));
    }

    @Override
    public List<String> thoseWhoAskFor(String scheme, String stage) {
        Stream<String> audiences =
                definitions.all().stream()
                        .filter(one ->
                                Stages.named(one.condition(), scheme).anyMatch(stage::equals))
                        .map(Definitions.Definition::name);
        Stream<String> schemes =
                definitions.schemes().stream()
                        .filter(one ->
                                one.stages().stream()
                                        .flatMap(own -> Stages.named(own.rule(), scheme))
                                        .anyMatch(stage::equals))
                        .map(LifecycleScheme::english);
        return Stream.concat(audiences, schemes).toList();
    }

    @Override
    public void changed(String scheme) {
        reevaluation.of(new Name.Scheme(scheme));
    }

    @Override
    public Told told(String scheme) {
        return told.find(scheme)
                .map(row -> row.rules() == null ? Told.PLACING : Told.ON)
                .orElse(Told.OFF);
    }

    @Override
    public void tell(String scheme, boolean on) {
        if (!on) {
            placing.end(scheme);
        } else if (told(scheme) == Told.OFF) {
            transactions.executeWithoutResult(_ -> told.begin(scheme));
        }
    }
}
