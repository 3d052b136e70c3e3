package io.millrace.audiences.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.audiences.Audiences;
import io.millrace.customers.Consents;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.ModelWords;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Label;
import io.millrace.timelines.Timelines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words for conditions, gathered from what there is. */
@Component
final class OfferedWords implements Vocabulary {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration SERVES = Duration.ofMinutes(5);
    private static final int EXAMPLES = 8;
    private static final int LONGEST_EXAMPLE = 60;

    /** Their values are somebody's own. */
    private static final Set<String> NO_EXAMPLES =
            Set.of(Kinds.PROFILE_CHANGED, Kinds.IDENTITY_ADDED, Kinds.CUSTOMER_KNOWN);

    private final Timelines timelines;
    private final CustomerFiles files;
    private final Audiences schemes;
    private final Definitions definitions;
    private final List<ModelWords> modelWords;
    private final Consents consents;
    private final Cache<String, List<Kind>> kinds =
            Caffeine.newBuilder().expireAfterWrite(SERVES).build();

    OfferedWords(
            Timelines timelines,
            CustomerFiles files,
            Audiences schemes,
            Definitions definitions,
            List<ModelWords> modelWords,
            Consents consents) {
        this.modelWords = List.copyOf(modelWords);
        this.consents = consents;
        this.timelines = timelines;
        this.files = files;
        this.schemes = schemes;
        this.definitions = definitions;
    }

    @Override
    public Offer words() {
        List<Kind> known = kinds.get("all", _ -> kinds());
        return new Offer(
                known,
                attributes(),
                tags(),
                schemes(),
                models(known),
                audiences(),
                Arrays.stream(IdentityType.values())
                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                        .toList(),
                consents.purposes().stream().map(Consents.Purpose::key).toList(),
                Looking.channels());
    }

    private List<Kind> kinds() {
        Map<String, List<UUID>> found = timelines.fold(FactShapes::new, END_OF_TIME).value();
        Set<String> keys = new TreeSet<>(Words.kinds().keySet());
        keys.addAll(found.keySet());
        return keys.stream()
                .map(kind ->
                        new Kind(
                                kind,
                                Words.kind(kind),
                                shapes(kind, found.getOrDefault(kind, List.of()))))
                .toList();
    }

    private List<FactAttribute> shapes(String kind, List<UUID> ids) {
        Map<String, List<Value>> values = new TreeMap<>();
        for (UUID id : ids) {
            Fact fact = timelines.fact(id);
            if (fact != null) {
                fact.attributes()
                        .forEach((name, value) ->
                                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
            }
        }
        return values.entrySet().stream()
                .map(one -> attribute(kind, one.getKey(), one.getValue()))
                .toList();
    }

    private static FactAttribute attribute(String kind, String name, List<Value> values) {
        String type =
                switch (values.getFirst()) {
                    case Value.Text _, Value.Sealed _ -> "text";
                    case Value.Whole _, Value.Real _ -> "number";
                    case Value.Flag _ -> "flag";
                };
        List<String> examples =
                NO_EXAMPLES.contains(kind)
                        ? List.of()
                        : values.stream()
                                .filter(value -> !(value instanceof Value.Sealed))
                                .map(Words::plain)
                                .filter(text -> text.length() <= LONGEST_EXAMPLE)
                                .distinct()
                                .sorted()
                                .limit(EXAMPLES)
                                .toList();
        return new FactAttribute(name, type, examples);
    }

    private List<Attribute> attributes() {
        return files.attributes().stream()
                .map(one -> new Attribute(one.name(), one.label(), one.type(), one.level()))
                .toList();
    }

    private List<Category> tags() {
        Map<String, List<String>> categories =
                files.tags().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CustomerFiles.TagCount::category,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                CustomerFiles.TagCount::value,
                                                Collectors.toList())));
        return categories.entrySet().stream()
                .map(one -> new Category(one.getKey(), one.getValue()))
                .toList();
    }

    private List<Scheme> schemes() {
        return schemes.schemes().stream()
                .map(name ->
                        new Scheme(
                                name.key(),
                                name.label(),
                                schemes.scheme(name.key())
                                        .map(scheme ->
                                                scheme.stages().stream()
                                                        .map(stage ->
                                                                new Stage(
                                                                        stage.key(), stage.label()))
                                                        .toList())
                                        .orElse(List.of())))
                .toList();
    }

    /** What the models offer, and what scores have been written by others. */
    private List<Model> models(List<Kind> kinds) {
        List<Model> models = new ArrayList<>();
        Set<String> own = new TreeSet<>();
        for (ModelWords words : modelWords) {
            words.models()
                    .forEach(model -> {
                        own.add(model.key());
                        models.add(offered(model));
                    });
        }
        kinds.stream()
                .filter(kind -> kind.key().equals(Kinds.MODEL_SCORED))
                .flatMap(kind -> written(kind).stream())
                .filter(model -> !own.contains(model.key()))
                .forEach(models::add);
        return models;
    }

    private static Model offered(ModelWords.Model model) {
        return new Model(
                model.key(),
                model.label(),
                model.figures().stream()
                        .map(figure ->
                                new Figure(
                                        figure.key(),
                                        figure.label(),
                                        figure.type(),
                                        figure.values().stream().map(ModelWords.Word::key).toList(),
                                        figure.values().stream()
                                                .map(ModelWords.Word::label)
                                                .toList()))
                        .toList());
    }

    private static List<Model> written(Kind scored) {
        List<Figure> figures =
                scored.attributes().stream()
                        .filter(one -> !one.name().equals("model") && !one.name().equals("run"))
                        .map(OfferedWords::figure)
                        .toList();
        return scored.attributes().stream()
                .filter(one -> one.name().equals("model"))
                .flatMap(one -> one.examples().stream())
                .map(model -> new Model(model, new Label(model, model), figures))
                .toList();
    }

    private static Figure figure(FactAttribute one) {
        List<String> values = one.type().equals("text") ? one.examples() : List.of();
        return new Figure(
                one.name(),
                new Label(one.name(), one.name()),
                one.type(),
                values,
                values.stream().map(value -> new Label(value, value)).toList());
    }

    private List<Named> audiences() {
        return definitions.all().stream()
                .map(one -> new Named(one.id(), one.name()))
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }
}
