package io.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every pair of role and route that the running product has. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class RoleMatrixTest {
    private static final List<String> INGESTION =
            Stream.of("identify", "track", "page", "screen", "group", "alias", "batch", "import")
                    .flatMap(call -> Stream.of("/v1/" + call, "/v1/" + call + "/", "//v1/" + call))
                    .toList();
    private static final String SOME_ID = "01890000-0000-7000-8000-000000000000";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired AccessKeys keys;
    @Autowired PermissionCheck check;
    @Autowired Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<StandardRole, String> secrets = new EnumMap<>(StandardRole.class);
    private List<Route> routes = List.of();

    record Route(String method, String path, HandlerMethod handler) {
        Permission needs() {
            Requires requires = handler.getMethodAnnotation(Requires.class);
            return requires == null ? Permission.SELF : requires.value();
        }

        boolean isOurs() {
            return handler.getBeanType().getName().startsWith("io.millrace.")
                    && !path.equals("/error");
        }
    }

    @BeforeEach
    void gather() {
        for (StandardRole role : StandardRole.values()) {
            secrets.put(role, keys.create(role.key(), AccessKeys.Kind.API, role, null).secret());
        }
        List<Route> found = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) ->
                        info.getPatternValues()
                                .forEach(path ->
                                        methods(info.getMethodsCondition().getMethods())
                                                .forEach(method ->
                                                        found.add(
                                                                new Route(
                                                                        method, path, handler)))));
        routes = found.stream().filter(Route::isOurs).toList();
    }

    private static List<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(RequestMethod::name).toList();
    }

    @Test
    void everyRouteNamesItsPermission() {
        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(routes.stream().filter(r -> !r.handler().hasMethodAnnotation(Requires.class)))
                .isEmpty();
    }

    @Test
    void nobodyGetsInWithoutSigningIn() throws IOException, InterruptedException {
        for (Route route : routes) {
            if (route.needs() != Permission.PUBLIC && !route.path().startsWith("/v1/")) {
                assertThat(status(route, null)).as("anonymous %s", route).isEqualTo(401);
                assertThat(status(route, "mr_api_invented"))
                        .as("invented key %s", route)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void everyRoleIsRefusedWhatTheMatrixDoesNotGrant() throws IOException, InterruptedException {
        for (Route route : routes) {
            for (StandardRole role : StandardRole.values()) {
                if (route.needs() != Permission.PUBLIC
                        && !role.permissions().contains(route.needs())) {
                    assertThat(status(route, secrets.get(role)))
                            .as("%s %s", role, route)
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void everyRoleIsLetThroughToWhatTheMatrixGrants() {
        // Asked of the check itself: carrying out every route would change the product.
        for (Route route : routes) {
            for (StandardRole role : StandardRole.values()) {
                if (role.permissions().contains(route.needs())) {
                    assertThat(letsThrough(role, route.handler()))
                            .as("%s %s", role, route)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void ingestionAsksForAWriteKey() throws IOException, InterruptedException {
        for (String path : INGESTION) {
            assertThat(send("POST", path, null)).as(path).isEqualTo(401);
            assertThat(send("POST", path, secrets.get(StandardRole.ADMIN))).as(path).isEqualTo(401);
            assertThat(send("POST", path, "mr_write_invented")).as(path).isEqualTo(401);
        }
    }

    private boolean letsThrough(StandardRole role, HandlerMethod handler) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new SignedInCaller(new Access.Caller("id", "name", role, true, null)));
        SecurityContextHolder.setContext(context);
        try {
            return check.preHandle(
                    new MockHttpServletRequest(), new MockHttpServletResponse(), handler);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private int status(Route route, @Nullable String secret)
            throws IOException, InterruptedException {
        return send(route.method(), route.path().replaceAll("\\{[^}]*}", SOME_ID), secret);
    }

    private int send(String method, String path, @Nullable String secret)
            throws IOException, InterruptedException {
        String port = environment.getProperty("local.server.port");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + port
                                                + path.replace("**", "x").replace("*", "x")))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
