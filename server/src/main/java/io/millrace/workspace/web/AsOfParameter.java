package io.millrace.workspace.web;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Through;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link AsOf} and {@link Through} from the query. */
@Component
class AsOfParameter implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final int DATE_LENGTH = "2026-03-31".length();

    /** Times are kept in microseconds. */
    private static final long MICRO = 1_000;

    private final Workspace workspace;
    private final Clock clock;

    AsOfParameter(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class
                || parameter.getParameterType() == Through.class;
    }

    @Override
    public @Nullable Record resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String name = Objects.requireNonNull(parameter.getParameterName());
        String text = request.getParameter(name);
        boolean through = parameter.getParameterType() == Through.class;
        Instant instant;
        if (text != null && !text.isBlank()) {
            instant = read(name, text.strip(), through);
        } else if (Nullness.forMethodParameter(parameter) == Nullness.NULLABLE) {
            return null;
        } else {
            instant = clock.instant();
        }
        return through ? new Through(instant) : new AsOf(instant);
    }

    private Instant read(String name, String text, boolean through) {
        try {
            if (text.length() == DATE_LENGTH) {
                LocalDate day = LocalDate.parse(text);
                ZoneId zone = workspace.settings().zone();
                return through
                        ? day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(MICRO)
                        : day.atStartOfDay(zone).toInstant();
            }
            // A plus sign that was not percent-encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.of(
                    SharedProblem.INVALID, List.of(FieldProblem.of(name, "shared.bad-instant")));
        }
    }
}
