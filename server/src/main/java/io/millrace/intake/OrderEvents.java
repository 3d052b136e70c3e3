package io.millrace.intake;

import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Line;
import io.millrace.shared.ProfileId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Segment's ecommerce events that move money, as commands to orders. Their properties are read a
 * second time, because amounts must be the decimals that were written and not the nearest doubles.
 */
final class OrderEvents {
    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    enum Event {
        COMPLETED,
        UPDATED,
        REFUNDED,
        CANCELLED
    }

    /** Answers of {@link #read}. */
    sealed interface Reading {
        /**
         * @param currencySaid false if the workspace's currency was assumed
         */
        record Read(Command command, boolean currencySaid) implements Reading {}

        record Flawed(Flaw flaw) implements Reading {}
    }

    /** What the event's name means for an order, or null if nothing. */
    static @Nullable Event event(@Nullable String name) {
        if (name == null || !name.regionMatches(true, 0, "order ", 0, 6)) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "order completed" -> Event.COMPLETED;
            case "order updated" -> Event.UPDATED;
            case "order refunded", "order partially refunded" -> Event.REFUNDED;
            case "order cancelled", "order canceled" -> Event.CANCELLED;
            default -> null;
        };
    }

    static Reading read(
            Item item, Event event, ProfileId profile, @Nullable String defaultCurrency) {
        ParsedBody.Slice at = item.properties();
        JsonNode properties =
                at.start() < 0
                        ? EXACT.createObjectNode()
                        : EXACT.readTree(item.body().bytes(), at.start(), at.end() - at.start());
        try {
            return new OrderEvents(item, profile, properties, defaultCurrency).read(event);
        } catch (Unusable unusable) {
            return new Reading.Flawed(unusable.flaw);
        }
    }

    /** The same refund in another currency's minor units: no decimal says which it was. */
    static Command inCurrency(Command.Refund refund, String currency) {
        Long amount = refund.amount();
        return new Command.Refund(
                refund.order(),
                refund.refund(),
                refund.profile(),
                refund.at(),
                currency,
                amount == null ? null : rescaled(amount, refund.currency(), currency),
                refund.lines(),
                refund.standalone(),
                refund.source(),
                refund.historical());
    }

    private static @Nullable Long rescaled(long amount, String from, String to) {
        int places = java.util.Currency.getInstance(from).getDefaultFractionDigits();
        return Amounts.minor(BigDecimal.valueOf(amount, places), to);
    }

    private final Item item;
    private final ProfileId profile;
    private final JsonNode properties;
    private final @Nullable String defaultCurrency;

    private OrderEvents(
            Item item, ProfileId profile, JsonNode properties, @Nullable String defaultCurrency) {
        this.item = item;
        this.profile = profile;
        this.properties = properties;
        this.defaultCurrency = defaultCurrency;
    }

    private Reading read(Event event) throws Unusable {
        String order = text(properties, "order_id", "orderId");
        if (order == null) {
            throw new Unusable(Codes.NO_ORDER, "/properties/order_id");
        }
        String said = text(properties, "currency");
        if (event == Event.CANCELLED) {
            return new Reading.Read(
                    new Command.Cancel(order, item.occurredAt(), item.source(), item.historical()),
                    true);
        }
        String currency = currency(said);
        Command command =
                event == Event.REFUNDED ? refund(order, currency) : place(order, currency);
        return new Reading.Read(command, said != null);
    }

    private Command place(String order, String currency) throws Unusable {
        List<Line> lines = lines(currency);
        Long total = minor(currency, "total", "revenue", "value");
        if (total == null && lines.isEmpty()) {
            throw new Unusable(Codes.BAD_AMOUNT, "/properties/total");
        }
        String store = text(properties, "store", "affiliation");
        String channel = text(properties, "channel");
        return new Command.Place(
                order,
                profile,
                item.occurredAt(),
                currency,
                total,
                minor(currency, "cost"),
                channel == null ? item.channel() : channel,
                store,
                lines,
                item.source(),
                item.historical());
    }

    private Command refund(String order, String currency) throws Unusable {
        String number = text(properties, "refund_id", "refundId");
        return new Command.Refund(
                order,
                number == null ? "message:" + item.messageId() : number,
                profile,
                item.occurredAt(),
                currency,
                minor(currency, "amount", "total", "revenue", "value"),
                lines(currency),
                false,
                item.source(),
                item.historical());
    }

    private String currency(@Nullable String said) throws Unusable {
        if (said == null && defaultCurrency == null) {
            throw new Unusable(Codes.NO_CURRENCY, "/properties/currency");
        }
        String currency = said == null ? defaultCurrency : Amounts.currency(said);
        if (currency == null) {
            throw new Unusable(Codes.BAD_CURRENCY, "/properties/currency");
        }
        return currency;
    }

    private List<Line> lines(String currency) throws Unusable {
        JsonNode products = properties.get("products");
        List<Line> lines = new ArrayList<>();
        if (products == null || !products.isArray()) {
            return lines;
        }
        for (int i = 0; i < products.size(); i++) {
            lines.add(line(products.get(i), "/properties/products/" + i));
        }
        return lines;
    }

    private static Line line(JsonNode product, String pointer) throws Unusable {
        BigDecimal quantity = decimal(product, pointer, "quantity");
        BigDecimal count = quantity == null ? BigDecimal.ONE : quantity;
        boolean countable =
                count.stripTrailingZeros().scale() <= 0
                        && count.signum() >= 0
                        && count.precision() - count.scale() <= 9;
        if (!countable) {
            throw new Unusable(Codes.BAD_QUANTITY, pointer + "/quantity");
        }
        BigDecimal said = decimal(product, pointer, "price");
        BigDecimal price = said == null ? BigDecimal.ZERO : said;
        BigDecimal discount = decimal(product, pointer, "discount");
        BigDecimal amount = price.multiply(count);
        BigDecimal net = discount == null ? amount : amount.subtract(discount);
        if (price.signum() < 0 || net.signum() < 0) {
            throw new Unusable(Codes.BAD_AMOUNT, pointer + "/price");
        }
        BigDecimal cost = decimal(product, pointer, "cost", "unit_cost");
        return new Line(
                text(product, "sku", "product_id"),
                text(product, "name"),
                text(product, "category"),
                count.longValueExact(),
                micros(price, pointer + "/price"),
                micros(net, pointer + "/price"),
                cost == null ? null : micros(cost, pointer + "/cost"));
    }

    private @Nullable Long minor(String currency, String... names) throws Unusable {
        BigDecimal amount = decimal(properties, "/properties", names);
        if (amount == null) {
            return null;
        }
        Long minor = amount.signum() < 0 ? null : Amounts.minor(amount, currency);
        if (minor == null) {
            throw new Unusable(Codes.BAD_AMOUNT, "/properties/" + names[0]);
        }
        return minor;
    }

    private static long micros(BigDecimal amount, String pointer) throws Unusable {
        Long micros = Amounts.micros(amount);
        if (micros == null) {
            throw new Unusable(Codes.BAD_AMOUNT, pointer);
        }
        return micros;
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String pointer, String... names)
            throws Unusable {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value == null || value.isNull()) {
                continue;
            }
            BigDecimal amount = Amounts.decimal(value);
            if (amount == null) {
                throw new Unusable(Codes.BAD_AMOUNT, pointer + "/" + name);
            }
            return amount;
        }
        return null;
    }

    private static @Nullable String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                String text = value.asString().strip();
                if (!text.isEmpty()) {
                    return Texts.cut(text, Limits.IDENTITY_CHARACTERS);
                }
            }
        }
        return null;
    }

    /** Ends the reading of one order's properties; never leaves this class. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Flaw flaw;

        Unusable(String code, String pointer) {
            super(code, null, false, false);
            this.flaw = Flaw.of(code, pointer);
        }
    }
}
