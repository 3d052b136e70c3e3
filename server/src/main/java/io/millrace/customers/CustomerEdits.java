package io.millrace.customers;

import io.millrace.customers.CustomerFiles.ContactView;
import io.millrace.customers.CustomerFiles.Schedule;
import io.millrace.customers.CustomerFiles.TagView;
import io.millrace.shared.DataLevel;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people change about customers. Every change is a fact, and the audit trail has who made it.
 */
public interface CustomerEdits {
    /**
     * Makes {@code member}'s customer part of {@code into}'s. Facts stay where they are; {@link
     * #unmerge} takes it back exactly.
     */
    Merged merge(ProfileId into, ProfileId member, String reason, String by);

    Unmerged unmerge(UUID merge, String by);

    /** Sets a tag, or gives the one that is there another schedule. */
    Edited<TagView> tag(ProfileId customer, NewTag tag, String by);

    /**
     * Sets a tag on everybody of a selection, or takes it from them; in the background.
     *
     * @param in selections; all of them hold
     * @return the job
     */
    Edited<UUID> tagMany(
            List<String> in, @Nullable Instant asOf, NewTag tag, boolean remove, String by);

    /** False if the customer has no such tag. */
    boolean untag(ProfileId customer, UUID tag, String by);

    Edited<ContactView> addContact(ProfileId customer, NewContact contact, String by);

    boolean removeContact(ProfileId customer, UUID contact, String by);

    /** Sets attributes by hand; null removes a value. */
    Edited<ProfileId> describe(ProfileId customer, Map<String, @Nullable String> values, String by);

    /** Declares an attribute; values are sealed or opened in the background if its level asks. */
    List<FieldProblem> declare(String name, Label label, String type, DataLevel level, String by);

    /**
     * Uncovers values, and writes down who asked and why.
     *
     * @param fields {@code identity:<id>} or {@code attribute:<name>}; unknown ones are absent from
     *     the answer
     * @return empty if there is no such customer
     */
    Optional<Map<String, String>> reveal(
            ProfileId customer, List<String> fields, String reason, String by);

    record NewTag(String category, String value, @Nullable Schedule schedule, String source) {}

    /**
     * @param customer who the contact is, if they are a customer themselves
     */
    record NewContact(
            String name,
            String relation,
            @Nullable String buyingRole,
            @Nullable ProfileId customer,
            @Nullable String note) {}

    /** Answers of edits. */
    sealed interface Edited<T> {
        record Done<T>(T value) implements Edited<T> {}

        record UnknownCustomer<T>() implements Edited<T> {}

        record Invalid<T>(List<FieldProblem> errors) implements Edited<T> {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Answers of {@link #merge}. */
    sealed interface Merged {
        record Done(UUID merge) implements Merged {}

        record UnknownCustomer(ProfileId id) implements Merged {}

        /** They are one customer already. */
        record SameCustomer() implements Merged {}

        record ErasedCustomer(ProfileId id) implements Merged {}
    }

    /** Answers of {@link #unmerge}. */
    sealed interface Unmerged {
        record Done(ProfileId member) implements Unmerged {}

        record UnknownMerge() implements Unmerged {}

        record AlreadyUndone() implements Unmerged {}
    }
}
