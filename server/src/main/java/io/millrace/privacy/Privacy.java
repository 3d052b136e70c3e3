package io.millrace.privacy;

import io.millrace.shared.Page;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Each person's key and what is done under it. Values are encrypted with AES-256-GCM under the
 * person's own key, bound to person and field; that key is wrapped by the master key. Destroying
 * one key makes the person unreadable in every store and every backup that the keys are not part
 * of.
 */
public interface Privacy {
    /** Makes keys for new profiles, in the caller's transaction. Profiles that have one keep it. */
    void createKeys(Collection<ProfileId> profiles);

    /** Removes the keys of profiles that are taken back as if they had never been. */
    void discardKeys(Collection<ProfileId> profiles);

    /**
     * Encrypts a value of one person; the profile must have a key. If that key was destroyed, the
     * value is sealed under one that nobody keeps, so that late data of an erased person is
     * unreadable too.
     */
    String seal(ProfileId profile, String field, String clear);

    /** Encrypts many values, one key look-up for all; answers in order. */
    List<String> sealAll(List<ClearValue> values);

    /**
     * The clear value, or empty when the person's key was destroyed.
     *
     * @throws TamperedValueException if the text was not sealed for this profile and field
     */
    Optional<String> open(ProfileId profile, String field, String sealed);

    /**
     * Decrypts many values at once, one key look-up for all. Values of erased persons are absent.
     *
     * @throws TamperedValueException if a text was not sealed for its profile and field
     */
    Map<SealedValue, String> openAll(Collection<SealedValue> values);

    /**
     * The keyed blind index of a normalised value: equal values have equal indexes, and nobody
     * without the index key can compute or invert one. {@code space} keeps kinds of value apart.
     */
    UUID blindIndex(String space, String normalised);

    /**
     * Appends to the audit trail, in the caller's transaction if there is one. Neither {@code
     * target} nor {@code details} may hold personal data: they outlive an erasure.
     */
    void audit(String actor, String action, String target, Map<String, String> details);

    /** The audit trail, newest first; {@code search} looks into actor, action and target. */
    Page<AuditEntry> auditTrail(@Nullable String search, @Nullable String cursor, int limit);

    /** Whether every entry of the trail is as it was when it was committed. */
    Chain auditChain();

    /**
     * Begins the erasure of one person: durable at once, carried out in the background over every
     * store. In the caller's transaction if there is one.
     *
     * @param customer the root profile, under which the run is listed
     * @param profiles all profiles of the person
     * @param requestKey the same key answers the same run
     */
    Erasure erase(
            ProfileId customer, Set<ProfileId> profiles, String requestKey, String requestedBy);

    /** The runs of erasure, newest first. */
    Page<Erasure> erasures(@Nullable String cursor, int limit);

    /** Everything that is held of one person, store by store. */
    List<StoreExport> export(Set<ProfileId> profiles);

    record SealedValue(ProfileId profile, String field, String sealed) {}

    record ClearValue(ProfileId profile, String field, String clear) {}

    /**
     * @param id position in the trail, growing
     * @param hash SHA-256 over the entry and the hash of the one committed before it, in hex
     */
    record AuditEntry(
            long id,
            Instant at,
            String actor,
            String action,
            String target,
            Map<String, String> details,
            String hash) {}

    /**
     * The audit trail, checked link by link.
     *
     * @param entries how many entries there are
     * @param intactUpTo how many of them, in the order of their commits, are proved unchanged
     * @param brokenAt the id of the first entry that was changed, or that was removed or slipped in
     *     there; null if none was
     * @param head the last hash in hex, null of an empty trail: who writes it down elsewhere can
     *     prove later that nothing before it was rewritten
     */
    record Chain(
            boolean intact,
            long entries,
            long intactUpTo,
            @Nullable Long brokenAt,
            @Nullable String head) {}

    /**
     * A run of erasure, and once it is done its certificate.
     *
     * @param job the job that carries it out
     * @param stores what was removed or made unreadable, store by store, in the order of the run
     */
    record Erasure(
            UUID id,
            UUID job,
            ProfileId customer,
            State state,
            String requestedBy,
            List<ErasedStore> stores,
            Instant requestedAt,
            @Nullable Instant finishedAt) {
        public Erasure {
            stores = List.copyOf(stores);
        }

        /** How far a run is. */
        public enum State {
            REQUESTED,
            DONE
        }
    }

    record ErasedStore(String store, long records) {}

    record StoreExport(String store, List<PersonalData.Section> sections) {
        public StoreExport {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A sealed text does not belong where it was found: it was changed, or moved from elsewhere.
     */
    final class TamperedValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TamperedValueException(ProfileId profile, String field, Throwable cause) {
            super(
                    "what is sealed as " + field + " of " + profile + " was not sealed as that",
                    cause);
        }
    }
}
