package io.millrace.intake;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event names that mean the same in every brand, beside those of orders. */
final class NamedEvents {
    private static final Set<String> SERVICE_TYPES =
            Set.of("consultation", "delivery", "after-sales", "complaint");

    /**
     * What a track call is as a fact.
     *
     * @param subject null where the name gives none
     */
    record Meaning(String kind, @Nullable String subject, @Nullable Flaw flaw) {
        static Meaning of(String kind, @Nullable String subject) {
            return new Meaning(kind, subject, null);
        }

        static Meaning flawed(String kind, Flaw flaw) {
            return new Meaning(kind, null, flaw);
        }
    }

    static Meaning meaning(String name, CallAttributes attributes) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "service contacted" -> service(attributes);
            case "campaign sent" ->
                    about(Kinds.CAMPAIGN_SENT, "campaign", Codes.NO_CAMPAIGN, attributes);
            case "campaign delivered" -> response("delivered", attributes);
            case "campaign opened" -> response("opened", attributes);
            case "campaign clicked" -> response("clicked", attributes);
            case "campaign replied" -> response("replied", attributes);
            case "campaign unsubscribed" -> response("unsubscribed", attributes);
            case "survey answered" ->
                    about(Kinds.SURVEY_ANSWERED, "survey", Codes.NO_SURVEY, attributes);
            case "referral made" ->
                    about(Kinds.REFERRAL_MADE, "referred", Codes.NO_REFERRED, attributes);
            case "tag added" -> tag(Kinds.TAG_ADDED, attributes);
            case "tag removed" -> tag(Kinds.TAG_REMOVED, attributes);
            case "consent given" -> consent(Kinds.CONSENT_GIVEN, attributes);
            case "consent withdrawn" -> consent(Kinds.CONSENT_WITHDRAWN, attributes);
            default -> Meaning.of(Kinds.EVENT_PREFIX + name, null);
        };
    }

    private static Meaning service(CallAttributes attributes) {
        String type = attributes.text("type");
        String word = type == null ? "" : type.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!SERVICE_TYPES.contains(word)) {
            Flaw flaw = Flaw.of(Codes.BAD_SERVICE_TYPE, "/properties/type");
            return Meaning.flawed(Kinds.SERVICE_CONTACT, flaw);
        }
        attributes.put("type", new Value.Text(word));
        String satisfaction = attributes.text("satisfaction");
        if (satisfaction != null && !satisfaction.matches("[1-5]")) {
            Flaw flaw = Flaw.of(Codes.BAD_SATISFACTION, "/properties/satisfaction");
            return Meaning.flawed(Kinds.SERVICE_CONTACT, flaw);
        }
        if (satisfaction != null) {
            attributes.put("satisfaction", new Value.Whole(Long.parseLong(satisfaction)));
        }
        return Meaning.of(Kinds.SERVICE_CONTACT, attributes.text("order_id"));
    }

    private static Meaning response(String response, CallAttributes attributes) {
        attributes.put("response", new Value.Text(response));
        return about(Kinds.CAMPAIGN_RESPONDED, "campaign", Codes.NO_CAMPAIGN, attributes);
    }

    private static Meaning about(String kind, String name, String code, CallAttributes attributes) {
        String subject = attributes.text(name);
        return subject == null || subject.isBlank()
                ? Meaning.flawed(kind, Flaw.of(code, "/properties/" + name))
                : Meaning.of(kind, Texts.cut(subject, Limits.IDENTITY_CHARACTERS));
    }

    private static Meaning tag(String kind, CallAttributes attributes) {
        String category = attributes.text("category");
        String value = attributes.text("value");
        boolean named = category != null && value != null && !category.isBlank();
        return named
                ? Meaning.of(kind, Texts.cut(category + ":" + value, Limits.IDENTITY_CHARACTERS))
                : Meaning.flawed(kind, Flaw.of(Codes.NO_TAG, "/properties/category"));
    }

    private static Meaning consent(String kind, CallAttributes attributes) {
        String purpose = attributes.text("purpose");
        String channel = attributes.text("channel");
        if (purpose == null || channel == null || purpose.isBlank() || channel.isBlank()) {
            return Meaning.flawed(kind, Flaw.of(Codes.NO_CONSENT, "/properties/purpose"));
        }
        attributes.put("purpose", new Value.Text(purpose.strip().toLowerCase(Locale.ROOT)));
        attributes.put("channel", new Value.Text(channel.strip().toLowerCase(Locale.ROOT)));
        return Meaning.of(kind, Texts.cut(purpose, Limits.IDENTITY_CHARACTERS));
    }

    /** True if a property called {@code name} is a product's or a page's and not a person's. */
    static boolean speaksOfThings(Map<String, Value> attributes) {
        return attributes.containsKey("sku")
                || attributes.containsKey("product_id")
                || attributes.containsKey("products")
                || attributes.containsKey("price");
    }

    private NamedEvents() {}
}
