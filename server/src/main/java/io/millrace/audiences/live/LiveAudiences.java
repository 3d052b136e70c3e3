package io.millrace.audiences.live;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Audiences: named conditions whose members follow the facts and the passing of time, and lists
 * that are filled by hand. An absent answer means that there is no such audience or change.
 */
public interface LiveAudiences {
    /** In the order of their names. */
    Page<Audience> list(Filter filter, @Nullable String cursor, int limit, boolean total);

    Optional<Detail> find(UUID id);

    /** Makes an audience; who is in it is found out in the background. */
    Saved create(Wanted wanted, String by);

    /** Another name, description, folder or owner; what is null stays. */
    Saved describe(UUID id, Wanted wanted);

    Deleted delete(UUID id);

    /** Adds customers to a list, named as {@link Wanted} names them. */
    Saved add(UUID id, List<String> customers);

    /** Adds customers who are known already, such as those behind a number. */
    Saved include(UUID id, SortedSet<ProfileId> customers);

    /** Takes customers from a list, named as {@link Wanted} names them. */
    Saved remove(UUID id, List<String> customers);

    /** Tries another condition beside the live one. */
    Tried change(UUID id, @Nullable JsonNode condition, @Nullable String note, String by);

    Optional<Change> change(UUID id, UUID change);

    /** Makes the tried condition the live one; afterwards the difference is written. */
    Applied apply(UUID id, UUID change, String by);

    /**
     * Evaluates everybody again by an audience's condition, as after that has failed or was
     * stopped. A list has nothing to evaluate.
     */
    Saved evaluate(UUID id);

    /** False if there is no such open change. */
    boolean discard(UUID id, UUID change);

    /**
     * Which audiences to list; null means any.
     *
     * @param text part of the name or description
     * @param folder this one and those in it, with slashes between their names
     * @param state {@code live}, {@code evaluating} or {@code failed}
     */
    record Filter(
            @Nullable String text,
            @Nullable String folder,
            @Nullable String owner,
            @Nullable String state) {}

    /**
     * What is asked for.
     *
     * @param folder with slashes between a folder and one in it; empty for none
     * @param customers of a list: ids, e-mail addresses, numbers of phones, cards or other systems
     */
    record Wanted(
            @Nullable String name,
            @Nullable String description,
            @Nullable String folder,
            @Nullable String owner,
            boolean list,
            @Nullable JsonNode condition,
            List<String> customers) {
        public Wanted {
            customers = List.copyOf(customers);
        }
    }

    /**
     * @param kind {@code dynamic} or {@code static}
     * @param state {@code live}, {@code evaluating} or {@code failed}
     * @param enteredWeek how many people came in the last seven days, today included
     * @param leftWeek how many people went
     * @param lagMillis how far its members are behind what is known
     * @param usedBy how many others speak of it
     */
    record Audience(
            UUID id,
            String name,
            @Nullable String description,
            @Nullable String folder,
            String owner,
            String kind,
            String state,
            int size,
            int enteredWeek,
            int leftWeek,
            long lagMillis,
            @Nullable String lastError,
            int version,
            Instant createdAt,
            Instant updatedAt,
            int usedBy) {}

    /**
     * @param uses what speaks of it
     * @param dependsOn the audiences of which it speaks, also through others
     * @param change the newest condition that is being tried
     */
    record Detail(
            Audience audience,
            @Nullable JsonNode condition,
            @Nullable Label sentence,
            List<Version> versions,
            List<Use> uses,
            List<Use> dependsOn,
            @Nullable Change change) {}

    record Version(int version, String by, Instant at, JsonNode condition, @Nullable String note) {}

    /**
     * @param kind {@code audience}, or whatever a module above calls what it has
     */
    record Use(String kind, String id, String name) {}

    /**
     * @param state {@code evaluating}, {@code ready}, {@code applied} or {@code discarded}
     * @param entering who would come; null while evaluating
     */
    record Change(
            UUID id,
            String state,
            JsonNode condition,
            Label sentence,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable Integer entering,
            @Nullable Integer leaving,
            @Nullable Integer staying) {}

    /** What a module above implements to tell which of its things use an audience. */
    interface Uses {
        List<Use> of(UUID audience);
    }

    /** Answers of what makes and changes audiences. */
    sealed interface Saved {
        /**
         * @param job that evaluates everybody, if one is needed
         * @param unknown the places of those whom nobody knows
         */
        record Done(UUID id, @Nullable UUID job, List<Integer> unknown) implements Saved {}

        record Invalid(List<FieldProblem> errors) implements Saved {}

        /** Another audience has the name. */
        record NameTaken(String name) implements Saved {}

        record NoSuchAudience() implements Saved {}

        /** Only lists are filled by hand. */
        record NoList() implements Saved {}
    }

    /** Answers of {@link #delete}. */
    sealed interface Deleted {
        record Done() implements Deleted {}

        record InUse(List<Use> by) implements Deleted {}

        record NoSuchAudience() implements Deleted {}
    }

    /** Answers of {@link #change(UUID, JsonNode, String, String)}. */
    sealed interface Tried {
        record Queued(UUID change, UUID job) implements Tried {}

        record Invalid(List<FieldProblem> errors) implements Tried {}

        /** A list has no condition. */
        record IsList() implements Tried {}

        record NoSuchAudience() implements Tried {}
    }

    /** Answers of {@link #apply}. */
    sealed interface Applied {
        record Done(int entered, int left) implements Applied {}

        /** It is being evaluated still, or was applied or discarded already. */
        record NotReady(String state) implements Applied {}

        record NoSuchChange() implements Applied {}
    }
}
