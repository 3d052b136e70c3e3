package io.millrace.audiences;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.Workspace;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customers behind each number of the lifecycle page: one pair for each preset scheme. */
@Configuration
class StageSelections {
    /** {@code stage.activity:dormant}, as of an instant. */
    record InStage(String scheme, Audiences audiences) implements Selections {
        @Override
        public String name() {
            return "stage." + scheme;
        }

        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            return audiences.inStage(scheme, value, asOf).map(found -> found);
        }
    }

    /** {@code stage.activity.moved:active>dormant@2026-01-01..2026-02-01}, whatever the asOf. */
    record Moved(String scheme, Audiences audiences, Workspace workspace) implements Selections {
        private static final Pattern VALUE =
                Pattern.compile("([a-z0-9-]+)>([a-z0-9-]+)@(.+)\\.\\.(.+)");

        @Override
        public String name() {
            return "stage." + scheme + ".moved";
        }

        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            Matcher matcher = VALUE.matcher(value);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Optional<Instant> from = instant(matcher.group(3));
            Optional<Instant> to = instant(matcher.group(4));
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            return audiences
                    .moved(scheme, matcher.group(1), matcher.group(2), from.get(), to.get())
                    .map(found -> found);
        }

        private Optional<Instant> instant(String text) {
            try {
                return Optional.of(
                        text.length() == 10
                                ? LocalDate.parse(text)
                                        .atStartOfDay(workspace.settings().zone())
                                        .toInstant()
                                : OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            } catch (DateTimeException notATime) {
                return Optional.empty();
            }
        }
    }

    @Bean
    Selections inActivity(Audiences audiences) {
        return new InStage("activity", audiences);
    }

    @Bean
    Selections inRelationship(Audiences audiences) {
        return new InStage("relationship", audiences);
    }

    @Bean
    Selections inOperation(Audiences audiences) {
        return new InStage("operation", audiences);
    }

    @Bean
    Selections movedInActivity(Audiences audiences, Workspace workspace) {
        return new Moved("activity", audiences, workspace);
    }

    @Bean
    Selections movedInRelationship(Audiences audiences, Workspace workspace) {
        return new Moved("relationship", audiences, workspace);
    }

    @Bean
    Selections movedInOperation(Audiences audiences, Workspace workspace) {
        return new Moved("operation", audiences, workspace);
    }
}
