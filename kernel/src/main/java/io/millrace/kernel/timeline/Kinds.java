package io.millrace.kernel.timeline;

/**
 * The kinds of fact that Millrace itself writes and reads. A kind is a lower-case dotted word; an
 * event that a customer's own system invents is kept under {@link #EVENT_PREFIX} followed by its
 * name exactly as it was sent.
 *
 * <p>The sum of {@code amount} over {@link #ORDER_COMPLETED}, {@link #ORDER_ADJUSTED}, {@link
 * #ORDER_REFUNDED} and {@link #ORDER_CANCELLED} is a customer's net revenue in minor units. {@link
 * #ORDER_ITEM} and {@link #ORDER_ITEM_REFUNDED} repeat the same money by line and are never added
 * to it.
 */
public final class Kinds {
    /**
     * The profile received its first identifying identity and is a customer from here on. Attribute
     * {@code identities}: their types, with commas.
     */
    public static final String CUSTOMER_KNOWN = "customer.known";

    /**
     * Amount: what the order came to, positive. Subject: the order number. Attribute {@code cost}.
     */
    public static final String ORDER_COMPLETED = "order.completed";

    /** Amount: the difference, of either sign, that an update made to the order. */
    public static final String ORDER_ADJUSTED = "order.adjusted";

    /** Amount: what was given back, negative. Attribute {@code refund}: the refund's own number. */
    public static final String ORDER_REFUNDED = "order.refunded";

    /** Amount: whatever was still left of the order, negative; the order no longer counts. */
    public static final String ORDER_CANCELLED = "order.cancelled";

    /** One line of an order: attributes {@code sku, name, category, quantity}. */
    public static final String ORDER_ITEM = "order.item";

    /** One line of a refund, with the attributes of {@link #ORDER_ITEM}. */
    public static final String ORDER_ITEM_REFUNDED = "order.item.refunded";

    public static final String PAGE_VIEWED = "page.viewed";
    public static final String SCREEN_VIEWED = "screen.viewed";

    /**
     * An attribute of the profile changed: attributes {@code attribute, value} (sealed if secret,
     * missing if it was taken away).
     */
    public static final String PROFILE_CHANGED = "profile.changed";

    /** Attribute {@code type}: email, phone … */
    public static final String IDENTITY_ADDED = "identity.added";

    /**
     * Attributes {@code category, value}, and {@code days} where the tag has a schedule: weekdays
     * with commas ({@code SAT,SUN}).
     */
    public static final String TAG_ADDED = "tag.added";

    /** Attributes {@code category, value}. */
    public static final String TAG_REMOVED = "tag.removed";

    /** Attributes {@code purpose, channel}. */
    public static final String CONSENT_GIVEN = "consent.given";

    /** Attributes {@code purpose, channel}; with a date in the future: the consent expires. */
    public static final String CONSENT_WITHDRAWN = "consent.withdrawn";

    /**
     * A run of a model scored the customer. Attribute {@code model}, and each figure under its own
     * name ({@code type, r, f, m, value, percentile} …) as text or number.
     */
    public static final String MODEL_SCORED = "model.scored";

    /**
     * The customer came into a lifecycle stage. Attributes {@code scheme, stage}, and {@code from}
     * where they were in another one before.
     */
    public static final String STAGE_ENTERED = "stage.entered";

    /** Subject and attribute {@code audience}: the audience's id. */
    public static final String AUDIENCE_ENTERED = "audience.entered";

    /** Subject and attribute {@code audience}: the audience's id. */
    public static final String AUDIENCE_LEFT = "audience.left";

    /**
     * Attributes {@code type} (consultation, delivery, after-sales, complaint), {@code channel,
     * staff, satisfaction}.
     */
    public static final String SERVICE_CONTACT = "service.contact";

    /** Subject: the campaign. Attribute {@code channel}. */
    public static final String CAMPAIGN_SENT = "campaign.sent";

    /**
     * Subject: the campaign. Attribute {@code response}: opened, clicked, replied, unsubscribed …
     */
    public static final String CAMPAIGN_RESPONDED = "campaign.responded";

    /** Subject: the survey. Attributes {@code question, answer}. */
    public static final String SURVEY_ANSWERED = "survey.answered";

    /** Subject: the referred customer's reference. */
    public static final String REFERRAL_MADE = "referral.made";

    public static final String EVENT_PREFIX = "event.";

    private Kinds() {}
}
