package io.millrace.customers;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.millrace.access.Access.Caller;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.Money;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Customers as people look at them: lists, the file of one, the timeline. What the caller may not
 * see in clear leaves here masked.
 */
public interface CustomerFiles {
    Listed list(Query query, Caller caller);

    /** The file of the customer to whom this profile belongs now. */
    Optional<CustomerFile> find(ProfileId id, @Nullable Instant asOf, Caller caller);

    /**
     * What to call the customers to whom these profiles belong now, in a few queries, however many
     * they are; a profile that nobody knows is not in the answer.
     */
    Map<ProfileId, Called> called(Set<ProfileId> profiles, Caller caller);

    /** All profiles of a customer, the root first; empty if there is no such profile. */
    List<ProfileId> profiles(ProfileId id);

    /** The facts of a customer, newest first. */
    Page<FactView> timeline(ProfileId id, TimelineQuery query, Caller caller);

    Optional<FactView> fact(UUID id, Caller caller);

    /** Tags in use and how many customers bear each. */
    List<TagCount> tags();

    List<AttributeView> attributes();

    /** The log of merges, newest first. */
    Page<MergeView> merges(@Nullable String cursor, int limit);

    /** Pairs of identified customers who may be one person, newest first. */
    Page<CandidateView> candidates(@Nullable String cursor, int limit);

    /**
     * Which customers to list.
     *
     * @param text what was typed into the search box; null or blank for all
     * @param in selections, {@code name:value}; all of them hold
     * @param tag {@code category:value}
     * @param sort {@code recent} or the name of an {@link Orderings}, {@code -} for descending
     * @param visitors true for those of whom nothing identifying is known, instead of customers
     */
    record Query(
            @Nullable String text,
            List<String> in,
            @Nullable String tag,
            @Nullable Instant asOf,
            @Nullable String sort,
            boolean visitors,
            @Nullable String cursor,
            int limit,
            boolean total) {
        public Query {
            in = List.copyOf(in);
        }
    }

    /** Answers of {@link #list}. */
    sealed interface Listed {
        record Found(Page<Row> page) implements Listed {}

        /** A selection, an ordering, a tag or a cursor that does not exist. */
        record Invalid(List<FieldProblem> errors) implements Listed {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    /**
     * One customer in a list.
     *
     * @param masked true if confidential values are masked
     * @param facets what other modules show, each under its own name
     */
    record Row(
            ProfileId id,
            @Nullable String name,
            boolean masked,
            boolean erased,
            boolean visitor,
            List<Known> identities,
            Instant firstSeenAt,
            Instant lastSeenAt,
            List<TagName> tags,
            @JsonIgnore Map<String, Facets.Facet> facets) {
        @JsonAnyGetter
        public Map<String, Facets.Facet> facetsByName() {
            return facets;
        }
    }

    /**
     * Enough to name a customer in a line about something else.
     *
     * @param name masked unless the caller may see it; null if there is none
     */
    record Called(
            ProfileId customer, @Nullable String name, List<Known> identities, boolean erased) {}

    /** An identity as it is shown; {@code type} in lower case. */
    record Known(String type, String masked) {}

    record TagName(String category, String value) {}

    record TagCount(String category, String value, long customers) {}

    /** Everything about one customer. */
    record CustomerFile(
            ProfileId id,
            @Nullable String name,
            boolean masked,
            boolean erased,
            boolean visitor,
            Instant firstSeenAt,
            Instant lastSeenAt,
            List<AttributeValue> attributes,
            List<IdentityView> identities,
            List<TagView> tags,
            List<ContactView> contacts,
            List<ProfileView> profiles,
            List<MergeView> merges,
            Counts counts,
            @Nullable ProfileId redirectedFrom,
            @JsonIgnore Map<String, Facets.Facet> facets) {
        @JsonAnyGetter
        public Map<String, Facets.Facet> facetsByName() {
            return facets;
        }
    }

    /**
     * @param value in clear if the caller may see it, else masked
     * @param masked true if {@code value} is masked
     */
    record AttributeValue(
            String name,
            Label label,
            String value,
            boolean masked,
            String type,
            String level,
            String source,
            Instant observedAt) {}

    record IdentityView(
            UUID id,
            String type,
            String masked,
            boolean clear,
            boolean verified,
            boolean shared,
            List<EvidenceView> evidence,
            ProfileId profile) {}

    record EvidenceView(String source, Instant at, Label text) {}

    record TagView(
            UUID id,
            String category,
            String value,
            @Nullable Schedule schedule,
            String source,
            String setBy,
            Instant setAt) {}

    /**
     * @param days {@code MON} to {@code SUN}
     */
    record Schedule(List<String> days, @Nullable String text) {
        public Schedule {
            days = List.copyOf(Objects.requireNonNullElse(days, List.of()));
        }
    }

    record ContactView(
            UUID id,
            String name,
            String relation,
            @Nullable String buyingRole,
            @Nullable ProfileId customer,
            @Nullable String note) {}

    record ProfileView(
            ProfileId id,
            Instant firstSeenAt,
            @Nullable Instant mergedAt,
            @Nullable UUID mergeId,
            @Nullable String evidence) {}

    record MergeView(
            UUID id,
            ProfileId member,
            ProfileId into,
            Instant at,
            String by,
            String evidence,
            boolean automatic,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    /**
     * @param identityType the identity that both were named by
     */
    record CandidateView(
            UUID id,
            ProfileId one,
            ProfileId other,
            String identityType,
            String masked,
            String source,
            Instant at) {}

    record Counts(long facts, long orders) {}

    record AttributeView(
            String name,
            Label label,
            String type,
            String level,
            String source,
            boolean declared,
            long customers) {}

    /**
     * @param groups of {@code orders, visits, service, campaigns, profile, tags}; empty for all
     */
    record TimelineQuery(
            Set<String> kinds,
            Set<String> groups,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String subject,
            @Nullable String cursor,
            int limit) {}

    record FactView(
            UUID id,
            String kind,
            String group,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String subject,
            @Nullable Money amount,
            Map<String, FactValue> attributes,
            String source,
            boolean historical,
            ProfileId profile,
            ProfileId customer) {}

    /** A fact's attribute as it is shown. */
    sealed interface FactValue {
        record Text(@JsonValue String text) implements FactValue {}

        record Whole(@JsonValue long number) implements FactValue {}

        record Real(@JsonValue double number) implements FactValue {}

        record Flag(@JsonValue boolean flag) implements FactValue {}
    }
}
