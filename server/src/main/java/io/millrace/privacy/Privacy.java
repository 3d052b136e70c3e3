package io.millrace.privacy;

import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Each person's key and what is done under it. Values are encrypted with AES-256-GCM under the
 * person's own key, bound to person and field; that key is wrapped by the master key. Destroying
 * one key makes the person unreadable in every store and every backup.
 */
public interface Privacy {
    /** Makes keys for new profiles, in the caller's transaction. Profiles that have one keep it. */
    void createKeys(Collection<ProfileId> profiles);

    /** Encrypts values of one person; the profile must have a key. */
    String seal(ProfileId profile, String field, String clear);

    /** The clear value, or empty when the person's key was destroyed. */
    Optional<String> open(ProfileId profile, String field, String sealed);

    /**
     * Decrypts many values at once, one key look-up for all. Values of erased persons are absent.
     */
    Map<SealedValue, String> openAll(Collection<SealedValue> values);

    /**
     * The keyed blind index of a normalised value: equal values have equal indexes, and nobody
     * without the index key can compute or invert one. {@code space} keeps kinds of value apart.
     */
    UUID blindIndex(String space, String normalised);

    /** Appends to the audit trail, in the caller's transaction if there is one. */
    void audit(String actor, String action, String target, Map<String, String> details);

    record SealedValue(ProfileId profile, String field, String sealed) {}
}
