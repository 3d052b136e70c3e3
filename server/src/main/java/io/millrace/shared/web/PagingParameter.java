package io.millrace.shared.web;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link Paging} from the query. */
@Component
class PagingParameter implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String cursor = request.getParameter("cursor");
        return new Paging(
                limit(request.getParameter("limit")),
                cursor == null || cursor.isBlank() ? null : cursor,
                "total".equals(request.getParameter("include")));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Paging.DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Paging.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below like a number out of range.
        }
        throw Refusal.of(
                SharedProblem.INVALID,
                List.of(
                        FieldProblem.of(
                                "limit", "shared.bad-limit", Integer.toString(Paging.MAX_LIMIT))));
    }
}
