package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Profiles, their identities and attributes, and which profiles are one customer. */
public interface Customers {
    /**
     * Finds or makes the profile for each claim, in the caller's transaction, set-based. Anonymous
     * → known merging happens here; two identified customers are never merged. New profiles get
     * their key, and the facts {@code customer.known} and {@code identity.added}.
     *
     * @return one answer a claim, in order
     */
    List<Resolution> resolve(List<Claim> claims);

    /**
     * Sets attributes, in the caller's transaction; the latest observedAt wins; changes become
     * facts.
     */
    void describe(Collection<Description> descriptions);

    /** The customer that a profile belongs to now; itself if it was never merged. */
    ProfileId rootOf(ProfileId profile);

    /** All profiles of a customer, the root first. */
    Set<ProfileId> members(ProfileId root);

    /** Which customer has this identity, if any. */
    Optional<ProfileId> find(Identity identity);

    /**
     * Someone about whom something arrived.
     *
     * @param identities at least one; identifying ones (all but ANONYMOUS and DEVICE) make a
     *     customer
     */
    record Claim(List<Identity> identities, Instant observedAt, String source) {}

    /** An identity as it was sent; it is normalised inside. */
    record Identity(IdentityType type, String value) {}

    enum IdentityType {
        EXTERNAL,
        EMAIL,
        PHONE,
        ANONYMOUS,
        DEVICE,
        WECHAT_OPENID,
        WECHAT_UNIONID,
        WECOM_EXTERNAL,
        MEMBER_CARD
    }

    /** Answers of {@link #resolve}. */
    sealed interface Resolution {
        /**
         * @param created true if this claim made the profile
         */
        record Resolved(ProfileId profile, boolean created) implements Resolution {}

        /** An identity cannot be what it says, e.g. {@code identity.phone-shortened}. */
        record Invalid(IdentityType type, String code) implements Resolution {}

        /** The person was erased; what arrives for them is dropped. */
        record Erased() implements Resolution {}
    }

    /**
     * @param values attribute name → value as text; null removes it
     */
    record Description(
            ProfileId profile,
            Map<String, @Nullable String> values,
            Instant observedAt,
            String source) {}
}
