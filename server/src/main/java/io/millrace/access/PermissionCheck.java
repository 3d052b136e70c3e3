package io.millrace.access;

import io.millrace.access.Access.Caller;
import io.millrace.shared.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request through only if its route names a permission and the caller has it. */
@Component
class PermissionCheck implements HandlerInterceptor, WebMvcConfigurer {
    private final CurrentCaller current;

    PermissionCheck(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST) {
            check(method);
        }
        // Anything else is a file of the console, which is open to everybody.
        return true;
    }

    private void check(HandlerMethod method) {
        Permission needed = needed(method);
        if (needed == Permission.PUBLIC) {
            return;
        }
        Optional<Caller> caller = current.caller();
        if (caller.isEmpty()) {
            throw Refusal.of(AccessProblem.NOT_SIGNED_IN);
        }
        if (needed == null || !caller.get().may(needed)) {
            throw Refusal.of(AccessProblem.FORBIDDEN, needed == null ? "?" : needed.name());
        }
    }

    private static @org.jspecify.annotations.Nullable Permission needed(HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires != null) {
            return requires.value();
        }
        // The one library that brings a route of its own: the description of the API.
        return method.getBeanType().getName().startsWith("org.springdoc.") ? Permission.SELF : null;
    }
}
