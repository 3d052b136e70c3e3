package io.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class ProblemCatalogueTest {
    private static final Path TEXTS = Path.of("src/main/resources/problems");
    private final List<ProblemCode> codes = codes();

    @Test
    void givesEveryProblemACodeOfItsOwn() {
        assertThat(codes.stream().map(ProblemCode::code)).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void writesCodesAsModuleAndFault() {
        assertThat(codes)
                .allSatisfy(code -> {
                    assertThat(code.code()).matches("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
                    assertThat(code.status()).isBetween(400, 599);
                });
    }

    @Test
    void explainsEveryProblemInBothLanguages() throws IOException {
        for (ProblemCode code : codes) {
            String module = code.code().substring(0, code.code().indexOf('.'));
            for (String suffix : List.of("", "_zh")) {
                assertThat(texts(module + suffix))
                        .as("%s in %s%s.properties", code, module, suffix)
                        .containsKeys(code.code() + ".title", code.code() + ".detail");
            }
        }
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                if (!name.endsWith("_zh")) {
                    assertThat(texts(name + "_zh").stringPropertyNames())
                            .as(name)
                            .isEqualTo(texts(name).stringPropertyNames());
                }
            }
        }
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(
                        TEXTS.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<ProblemCode> codes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        return scanner.findCandidateComponents("io.millrace").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .map(name -> ClassUtils.resolveClassName(name, null))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(ProblemCode.class::cast)
                .toList();
    }
}
