package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.Millrace;
import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.audiences.live.LiveAudiences.Saved;
import io.millrace.audiences.live.LiveAudiences.Wanted;
import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Customers.Resolution;
import io.millrace.database.TestDatabase;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product over a database of its own, with a clock that is moved by hand. */
public final class Town implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final MovingClock clock = new MovingClock(START);
    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;
    private ConfigurableApplicationContext context;

    public Town(Path folder) {
        this.folder = folder;
        this.context = open();
    }

    private ConfigurableApplicationContext open() {
        ApplicationContextInitializer<GenericApplicationContext> world =
                starting -> {
                    starting.registerBean(
                            "movingClock",
                            Clock.class,
                            () -> clock,
                            definition -> definition.setPrimary(true));
                    starting.getEnvironment()
                            .getPropertySources()
                            .addFirst(
                                    new MapPropertySource(
                                            "town",
                                            Map.of(
                                                    "millrace.database-url",
                                                    database.url(),
                                                    "millrace.allow-unsafe",
                                                    "true",
                                                    "millrace.push.allow",
                                                    "127.0.0.1",
                                                    "millrace.data",
                                                    folder.toString())));
                };
        return new SpringApplicationBuilder(Millrace.class)
                .initializers(world)
                .run("--server.port=0");
    }

    /** The product is down while the clock runs on. */
    public void downFor(Duration time) {
        context.close();
        clock.pass(time);
        context = open();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    public ProfileId customer(String number) {
        return customer(new Identity(IdentityType.EXTERNAL, number));
    }

    public ProfileId customer(Identity... identities) {
        Claim claim = new Claim(List.of(identities), clock.instant(), "test");
        Resolution resolution =
                Objects.requireNonNull(
                                transactions()
                                        .execute(_ -> get(Customers.class).resolve(List.of(claim))))
                        .getFirst();
        return ((Resolution.Resolved) resolution).profile();
    }

    public TransactionTemplate transactions() {
        return get(TransactionTemplate.class);
    }

    void order(ProfileId customer, Instant at) {
        append(List.of(fact(customer, Kinds.ORDER_COMPLETED, at)));
    }

    Fact fact(ProfileId customer, String kind, Instant at) {
        return new Fact(
                get(Ids.class).next(),
                customer.value(),
                kind,
                at,
                clock.instant(),
                "about " + at,
                1_000,
                "EUR",
                Map.of("sku", new Value.Text("sku" + at.toEpochMilli() % 5)),
                "test",
                false);
    }

    public void append(List<Fact> facts) {
        transactions()
                .executeWithoutResult(_ ->
                        get(Timelines.class)
                                .append(
                                        facts.stream()
                                                .map(fact -> NewFact.of(fact, null))
                                                .toList()));
    }

    public UUID audience(String name, String condition) {
        Wanted wanted =
                new Wanted(name, null, null, null, false, JSON.readTree(condition), List.of());
        Saved saved = get(LiveAudiences.class).create(wanted, "tester");
        assertThat(saved).isInstanceOf(Saved.Done.class);
        UUID id = ((Saved.Done) saved).id();
        live(id);
        return id;
    }

    public UUID list(String name, String... whom) {
        Wanted wanted = new Wanted(name, null, null, null, true, null, List.of(whom));
        return ((Saved.Done) get(LiveAudiences.class).create(wanted, "tester")).id();
    }

    void live(UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        get(LiveAudiences.class)
                                .find(id)
                                .orElseThrow()
                                .audience()
                                .state()
                                .equals("live"));
    }

    /** From now on the facts of a member count to the customer with this root. */
    void merge(ProfileId member, ProfileId root) {
        transactions()
                .executeWithoutResult(_ -> {
                    get(Timelines.class).join(member, root);
                    bind(member, root);
                });
    }

    void separate(ProfileId member) {
        transactions()
                .executeWithoutResult(_ -> {
                    get(Timelines.class).separate(member);
                    bind(member, member);
                });
    }

    private void bind(ProfileId member, ProfileId root) {
        jdbc().sql(
                        """
                        update customers.profiles set root = :root,
                            parent = case when id = :root then null else :root::uuid end
                        where id = :member
                        """)
                .param("root", root.value())
                .param("member", member.value())
                .update();
    }

    /** Takes a person out of timelines and audiences. */
    void erase(ProfileId customer) {
        for (PersonalData store : context.getBeansOfType(PersonalData.class).values()) {
            if (Set.of("timelines", "audiences").contains(store.store())) {
                transactions().executeWithoutResult(_ -> store.erase(Set.of(customer)));
            }
        }
    }

    /** Audiences that are all evaluated together, at a start. */
    List<UUID> audiences(int number, Function<List<UUID>, String> conditions) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            UUID id = get(Ids.class).next();
            jdbc().sql(
                            """
                            insert into audiences.audiences (id, name, owner, kind, condition,
                                created_at, updated_at, state)
                            values (:id, :name, 'tester', 'dynamic', :condition::jsonb, now(),
                                now(), 'live')
                            """)
                    .param("id", id)
                    .param("name", "audience " + i)
                    .param("condition", conditions.apply(made))
                    .update();
            made.add(id);
        }
        jdbc().sql("update audiences.position set place = null").update();
        downFor(Duration.ofMinutes(1));
        return made;
    }

    /** Until everything that was committed has been followed. */
    public void settle() {
        for (int round = 0; round < 5; round++) {
            get(Timelines.class).catchUp();
            get(Keeper.class).step();
        }
    }

    public Set<ProfileId> members(UUID audience) {
        settle();
        Set<ProfileId> written =
                new TreeSet<>(
                        jdbc().sql("select profile from audiences.members where audience = :id")
                                .param("id", audience)
                                .query((row, number) ->
                                        new ProfileId(row.getObject("profile", UUID.class)))
                                .list());
        Roster roster = get(Roster.class);
        Slot slot = roster.slot(audience).orElseThrow();
        assertThat(new TreeSet<>(roster.profiles(roster.members(slot)))).isEqualTo(written);
        return written;
    }

    /** What the timeline tells of a customer and an audience, the oldest first. */
    List<String> told(UUID audience, ProfileId customer) {
        List<String> told = new ArrayList<>();
        get(Timelines.class)
                .facts(
                        get(Customers.class).members(customer),
                        new Timelines.FactFilter(
                                Set.of(Kinds.AUDIENCE_ENTERED, Kinds.AUDIENCE_LEFT),
                                null,
                                null,
                                audience.toString()),
                        null,
                        200)
                .items()
                .forEach(fact -> told.addFirst(fact.kind() + " " + fact.occurredAt()));
        return told;
    }

    /** Asks over HTTP as an administrator; answers the status and the body. */
    public Answer ask(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Authorization", "Bearer " + key(StandardRole.ADMIN))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return sent(request);
    }

    private static Answer sent(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            String text = answer.body();
            return new Answer(
                    answer.statusCode(),
                    text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends events as a shop does, as JSON with commas between; answers what was taken of them. */
    public JsonNode track(String... events) {
        String secret =
                get(AccessKeys.class).create("shop", AccessKeys.Kind.WRITE, null, null).secret();
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/batch"))
                        .header("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"batch\": [" + String.join(",", events) + "]}"))
                        .build();
        Answer answer = sent(request);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        settle();
        return answer.body();
    }

    public JsonNode get(String path) {
        Answer answer = ask("GET", path, "");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /** A customer's tags as {@code category:value}, in that order. */
    List<String> tags(ProfileId customer) {
        TreeSet<String> tags = new TreeSet<>();
        for (JsonNode tag : get("/customers/" + customer).path("tags")) {
            tags.add(tag.path("category").asString() + ":" + tag.path("value").asString());
        }
        return List.copyOf(tags);
    }

    /** What a customer's portrait says of a variable, or {@code none}. */
    String variable(ProfileId customer, String name, Instant asOf) {
        for (JsonNode one :
                get("/customers/" + customer + "/portrait?asOf=" + asOf).path("variables")) {
            if (one.path("variable").path("name").asString().equals(name)) {
                return one.path("value").asString();
            }
        }
        return "none";
    }

    public record Answer(int status, JsonNode body) {}

    /** Fetches a file in a role. */
    HttpResponse<byte[]> fetch(String path, StandardRole role) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Authorization", "Bearer " + key(role))
                        .header("Accept-Language", "en")
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String address(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return "http://127.0.0.1:" + port + "/api/v1" + path;
    }

    private String key(StandardRole role) {
        return get(AccessKeys.class).create("test", AccessKeys.Kind.API, role, null).secret();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
