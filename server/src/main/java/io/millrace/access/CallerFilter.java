package io.millrace.access;

import io.millrace.access.Access.Caller;
import io.millrace.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who asks: by API key, or by the console's session. A change under a session must come
 * from the console's own pages, because browsers send the cookie along for anybody.
 */
class CallerFilter extends OncePerRequestFilter {
    static final String COOKIE = "millrace_session";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final SessionTable sessions;
    private final KeyRing keys;
    private final HandlerExceptionResolver problems;

    CallerFilter(SessionTable sessions, KeyRing keys, HandlerExceptionResolver problems) {
        this.sessions = sessions;
        this.keys = keys;
        this.problems = problems;
    }

    /** Ingestion has its own keys in its own places. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        String bearer = bearer(request);
        if (bearer != null) {
            caller = keys.caller(bearer);
        } else {
            caller = Optional.ofNullable(cookie(request)).flatMap(sessions::caller);
            if ((caller.isPresent() || isSignIn(request)) && isForeignChange(request)) {
                problems.resolveException(
                        request, response, null, Refusal.of(AccessProblem.FOREIGN_REQUEST));
                return;
            }
        }
        caller.ifPresent(found -> remember(request, found));
        chain.doFilter(request, response);
    }

    private static void remember(HttpServletRequest request, Caller caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedInCaller(caller));
        SecurityContextHolder.setContext(context);
        if (caller.language() != null) {
            request.setAttribute("millrace.language", caller.language());
        }
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/v1/session");
    }

    private static boolean isForeignChange(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        if (!"console".equals(request.getHeader("X-Millrace")) && !isSignIn(request)) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITE.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.endsWith("://" + request.getHeader("Host"));
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
