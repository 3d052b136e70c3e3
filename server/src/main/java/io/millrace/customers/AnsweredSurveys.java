package io.millrace.customers;

import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The door to surveys, and the work that goes through the answers there are. */
final class AnsweredSurveys implements Surveys, Jobs.Work {
    private static final String KIND = "customers.survey";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final int AT_ONCE = 1_000;
    private static final int LONGEST = 200;
    private static final int ANSWERS = 200;

    private final CustomerParts parts;
    private final Privacy privacy;
    private final Jobs jobs;
    private final JsonMapper json;

    AnsweredSurveys(CustomerParts parts, Privacy privacy, Jobs jobs, JsonMapper json) {
        this.parts = parts;
        this.privacy = privacy;
        this.jobs = jobs;
        this.json = json;
    }

    private record Asked(String survey, String question) {}

    private record Input(UUID mapping) {}

    @Override
    public List<Question> questions() {
        Map<Asked, Map<String, Set<ProfileId>>> asked = new HashMap<>();
        for (SurveyFold.Given one : given()) {
            asked.computeIfAbsent(new Asked(one.survey(), one.question()), _ -> new HashMap<>())
                    .computeIfAbsent(one.answer(), _ -> new HashSet<>())
                    .add(one.root());
        }
        List<Question> questions = new ArrayList<>();
        asked.forEach((one, answers) -> {
            Map<String, Integer> customers = new TreeMap<>();
            answers.entrySet().stream()
                    .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                    .limit(ANSWERS)
                    .forEach(answer -> customers.put(answer.getKey(), answer.getValue().size()));
            questions.add(new Question(one.survey, one.question, customers));
        });
        questions.sort((a, b) -> (a.survey() + a.question()).compareTo(b.survey() + b.question()));
        return questions;
    }

    private List<SurveyFold.Given> given() {
        return parts.timelines.fold(SurveyFold::new, END_OF_TIME).value();
    }

    @Override
    public List<Mapping> mappings() {
        return parts.surveyMappings.all();
    }

    @Override
    public Mapped map(Wanted wanted, String by) {
        List<FieldProblem> wrong = new ArrayList<>();
        Fields.text("/survey", wanted.survey(), LONGEST, wrong);
        Fields.text("/question", wanted.question(), LONGEST, wrong);
        Fields.text("/attribute", wanted.attribute(), AttributeCatalogue.LONGEST_NAME, wrong);
        wanted.answers()
                .forEach((answer, value) -> {
                    Fields.text("/answers", value, LONGEST, wrong);
                    if (!StandardVariables.allows(wanted.attribute(), value)) {
                        wrong.add(FieldProblem.of("/answers", "shared.unknown-value", answer));
                    }
                });
        if (!wrong.isEmpty()) {
            return new Mapped.Invalid(wrong);
        }
        return Objects.requireNonNull(
                parts.transactions.execute(_ -> {
                    Instant now = parts.clock.instant();
                    UUID id = parts.surveyMappings.save(parts.ids.next(), wanted, by, now);
                    privacy.audit(by, "survey.map", wanted.survey(), Map.of());
                    UUID job =
                            jobs.submit(
                                    KIND,
                                    wanted.survey() + ": " + wanted.question(),
                                    json.writeValueAsString(new Input(id)));
                    return new Mapped.Done(id, job);
                }));
    }

    @Override
    public boolean unmap(UUID mapping, String by) {
        return Boolean.TRUE.equals(
                parts.transactions.execute(_ -> {
                    privacy.audit(by, "survey.unmap", mapping.toString(), Map.of());
                    return parts.surveyMappings.delete(mapping);
                }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        UUID id = json.readValue(run.input(), Input.class).mapping();
        Mapping mapping =
                mappings().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (mapping == null) {
            return;
        }
        List<SurveyMappings.Answer> answers =
                given().stream()
                        .filter(one ->
                                one.survey().equals(mapping.survey())
                                        && one.question().equals(mapping.question()))
                        .map(SurveyFold.Given::answered)
                        .toList();
        long changed = 0;
        for (int from = 0; from < answers.size(); from += AT_ONCE) {
            var slice = answers.subList(from, Math.min(from + AT_ONCE, answers.size()));
            Integer some =
                    parts.transactions.execute(_ -> parts.surveyMappings.learn(mapping, slice));
            changed += some == null ? 0 : some;
            run.step(
                    from + slice.size(), (long) answers.size(), Map.of("customers", changed), null);
        }
    }
}
