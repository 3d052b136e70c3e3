package io.millrace.customers;

import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Profiles, their identities and attributes, and which profiles are one customer. */
public interface Customers {
    /**
     * Finds or makes the profile for each claim, in the caller's transaction, set-based. Anonymous
     * → known merging happens here; two identified customers are never merged. New profiles get
     * their key and, once they are identified, the fact {@code customer.known}; identities that
     * come later add {@code identity.added}.
     *
     * <p>Claims that say something new lock what they name until the transaction ends: call this
     * once a transaction, with everything at once, before other rows are locked.
     *
     * @return one answer a claim, in order
     */
    List<Resolution> resolve(List<Claim> claims);

    /**
     * Sets attributes, in the caller's transaction; the latest observedAt wins; changes become
     * facts.
     *
     * @return the profiles of which some value is another one now
     */
    Set<ProfileId> describe(Collection<Description> descriptions);

    /**
     * Files tags and contacts that a source brings, in the caller's transaction, set-based. A tag
     * that is there already stays as it is; a new one becomes a fact.
     */
    void annotate(Collection<Tagging> tags, Collection<Kinship> contacts);

    /**
     * Takes in what facts say that the intake has told already, in its transaction: tags are set
     * and taken, consents expire, answers to surveys become attributes. No fact is told twice.
     */
    void hear(Collection<Heard> heard);

    /** The customer that a profile belongs to now; itself if it was never merged. */
    ProfileId rootOf(ProfileId profile);

    /** All profiles of a customer, the root first. */
    Set<ProfileId> members(ProfileId root);

    /** The profiles of many customers, each with its root; roots included. One query. */
    Map<ProfileId, ProfileId> members(Set<ProfileId> roots);

    /** Which customer has this identity, if any. */
    Optional<ProfileId> find(Identity identity);

    /**
     * The customers who have identities with these indexes; what nobody has is absent. A few
     * queries, however many they are.
     */
    Map<UUID, ProfileId> holders(Collection<UUID> indexes);

    /** The customers that these profiles belong to now; who is unknown or erased is absent. */
    Map<ProfileId, ProfileId> liveRoots(Set<ProfileId> profiles);

    /**
     * The keyed index under which an identity is kept, null if it cannot be what it says. It finds
     * what was kept of somebody elsewhere, and tells nothing to who has it.
     */
    @Nullable UUID identityIndex(Identity identity);

    /** The indexes of all identities of these profiles; still answers while they are erased. */
    Set<UUID> identityIndexes(Set<ProfileId> profiles);

    /**
     * Takes back what this source brought: its identities, values, tags, contacts and merges, and
     * the profiles that nothing else speaks of. In the caller's transaction, after {@code
     * Timelines.removeSource}.
     *
     * @return how many profiles went
     */
    long removeSource(String source);

    /**
     * Which customers are meant by these values, as an identity of whatever kind, the strongest
     * kind first: for what names somebody without saying how. Values of nobody are absent.
     *
     * @return roots
     */
    Map<String, ProfileId> meant(Set<String> values);

    /**
     * Someone about whom something arrived.
     *
     * @param identities at least one; identifying ones (all but ANONYMOUS and DEVICE) make a
     *     customer
     */
    record Claim(List<Identity> identities, Instant observedAt, String source) {}

    /** An identity as it was sent; it is normalised inside. */
    record Identity(IdentityType type, String value) {}

    /** Kinds of identity, strongest first: where two disagree, the stronger one is believed. */
    enum IdentityType {
        EXTERNAL,
        MEMBER_CARD,
        WECHAT_UNIONID,
        WECOM_EXTERNAL,
        WECHAT_OPENID,
        PHONE,
        EMAIL,
        DEVICE,
        ANONYMOUS;

        /** True if whoever has it is a customer; the others name a device or a browser. */
        public boolean identifying() {
            return this != DEVICE && this != ANONYMOUS;
        }

        /** True if a person has only one, so that another one is another person. */
        public boolean exclusive() {
            return this == EXTERNAL || this == WECHAT_UNIONID;
        }
    }

    /** Answers of {@link #resolve}. */
    sealed interface Resolution {
        /**
         * @param created true if this claim made the profile
         * @param extended true if the claim told something new of who a known customer is: an
         *     identity, or that a visitor is that customer
         */
        record Resolved(ProfileId profile, boolean created, boolean extended)
                implements Resolution {}

        /**
         * An identity cannot be what it says, e.g. {@code customers.phone-shortened}.
         *
         * @param identity the first such one, as it was claimed
         */
        record Invalid(Identity identity, String code) implements Resolution {}

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

    /**
     * A fact of one of the kinds {@link #hear} is for.
     *
     * @param subject of a survey: its name
     */
    record Heard(
            ProfileId profile,
            String kind,
            @Nullable String subject,
            Map<String, Value> attributes,
            Instant at,
            String source) {}

    /**
     * @param days on which it applies, such as {@code TUE}; empty for always
     * @param channel what told of it: chat, moments, orders, import or rule
     */
    record Tagging(
            ProfileId profile,
            String category,
            String value,
            List<String> days,
            String channel,
            Instant at,
            String source) {}

    /**
     * Somebody in the customer's household or company.
     *
     * @param buyingRole initiator, influencer, decider, buyer or user
     */
    record Kinship(
            ProfileId profile,
            String name,
            String relation,
            String buyingRole,
            @Nullable String note,
            Instant at,
            String source) {}
}
