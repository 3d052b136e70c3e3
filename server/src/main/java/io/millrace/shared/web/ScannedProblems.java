package io.millrace.shared.web;

import io.millrace.shared.ProblemCatalogue;
import io.millrace.shared.ProblemCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Gathers the modules' enums of problems, so that no list of them has to be kept. */
@Component
class ScannedProblems implements ProblemCatalogue {
    private final ProblemTexts texts = new ProblemTexts();
    private volatile @Nullable List<ProblemCode> codes;

    @Override
    public List<Entry> entries(Locale language) {
        Locale spoken = language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return codes().stream()
                .map(code ->
                        new Entry(
                                code.code(),
                                code.status(),
                                texts.title(code, spoken),
                                texts.detail(code, spoken, List.of())))
                .toList();
    }

    List<ProblemCode> codes() {
        List<ProblemCode> known = codes;
        if (known == null) {
            known = scan();
            codes = known;
        }
        return known;
    }

    private static List<ProblemCode> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        return scanner.findCandidateComponents("io.millrace").stream()
                .flatMap(found -> constants(found.getBeanClassName()))
                .sorted(Comparator.comparing(ProblemCode::code))
                .toList();
    }

    private static Stream<ProblemCode> constants(@Nullable String name) {
        if (name == null) {
            return Stream.empty();
        }
        Object @Nullable [] constants = ClassUtils.resolveClassName(name, null).getEnumConstants();
        return constants == null
                ? Stream.empty()
                : Arrays.stream(constants).map(ProblemCode.class::cast);
    }
}
