package io.millrace.intake;

/** The codes of rejected items; their messages are in {@code problems/intake.properties}. */
final class Codes {
    static final String NO_USER = "intake.no-user";
    static final String NO_EVENT = "intake.no-event";
    static final String NO_GROUP = "intake.no-group";
    static final String NO_PREVIOUS = "intake.no-previous";
    static final String UNKNOWN_TYPE = "intake.unknown-type";
    static final String BAD_TYPE = "intake.bad-type";
    static final String BAD_TIMESTAMP = "intake.bad-timestamp";
    static final String FUTURE = "intake.future";
    static final String TOO_LARGE = "intake.too-large";
    static final String TOO_DEEP = "intake.too-deep";
    static final String TOO_MANY_KEYS = "intake.too-many-keys";
    static final String TOO_MANY_EVENTS = "intake.too-many-events";
    static final String TOO_MANY_NAMES = "intake.too-many-names";
    static final String NAME_TOO_LONG = "intake.name-too-long";
    static final String BAD_TEXT = "intake.bad-text";
    static final String BAD_NUMBER = "intake.bad-number";
    static final String BAD_AMOUNT = "intake.bad-amount";
    static final String BAD_QUANTITY = "intake.bad-quantity";
    static final String BAD_CURRENCY = "intake.bad-currency";
    static final String NO_CURRENCY = "intake.no-currency";
    static final String NO_ORDER = "intake.no-order";
    static final String UNKNOWN_ORDER = "intake.unknown-order";
    static final String REFUND_EXCEEDS_ORDER = "intake.refund-exceeds-order";
    static final String ORDER_CANCELLED = "intake.order-cancelled";
    static final String CURRENCY_DIFFERS = "intake.currency-differs";
    static final String NO_CAMPAIGN = "intake.no-campaign";
    static final String NO_SURVEY = "intake.no-survey";
    static final String NO_REFERRED = "intake.no-referred";
    static final String NO_TAG = "intake.no-tag";
    static final String NO_CONSENT = "intake.no-consent";
    static final String BAD_SERVICE_TYPE = "intake.bad-service-type";
    static final String BAD_SATISFACTION = "intake.bad-satisfaction";
    static final String ERASED = "intake.erased";
    static final String MALFORMED = "intake.malformed";
    static final String EMPTY = "intake.empty";
    static final String NOT_STORED = "intake.not-stored";

    private Codes() {}
}
