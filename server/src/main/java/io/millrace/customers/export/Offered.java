package io.millrace.customers.export;

import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.export.CustomerExports.Column;
import io.millrace.shared.Label;
import io.millrace.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns that there are, and how the cell of each is read. */
@Component
final class Offered {
    private static final String IDENTITY = "identity.";
    private static final String ATTRIBUTE = "attribute.";

    private final CustomerFiles files;
    private final JsonMapper json;

    Offered(CustomerFiles files, JsonMapper json) {
        this.files = files;
        this.json = json;
    }

    /** One customer, as far as cells need it. */
    record Subject(Row row, Map<String, String> attributes, JsonNode facets) {}

    /** Reads a cell: a text, a number, or null. */
    @FunctionalInterface
    interface Reader {
        @Nullable Object of(Subject subject, Locale language);
    }

    record Readable(Column column, @Nullable String facet, Reader reader) {}

    /** All columns by their keys, in order. */
    Map<String, Readable> all() {
        List<Readable> all = new ArrayList<>();
        all.add(plain("id", "Customer", "客户编号", true, row -> row.id().toString()));
        all.add(plain("name", "Name", "姓名", true, Row::name));
        identities(all);
        all.add(facet("stage", "stage", "label", "Stage", "阶段", true));
        all.add(facet("rfm.type", "rfm", "type", "RFM type", "RFM 类型", true));
        all.add(facet("rfm.r", "rfm", "r", "R", "R", false));
        all.add(facet("rfm.f", "rfm", "f", "F", "F", false));
        all.add(facet("rfm.m", "rfm", "m", "M", "M", false));
        all.add(plain("tags", "Tags", "标签", true, Offered::tags));
        all.add(facet("orders", "value", "orders", "Orders", "订单数", true));
        all.add(facet("revenue", "value", "revenue", "Revenue", "销售额", true));
        all.add(facet("profit", "value", "profit", "Profit", "利润", false));
        all.add(currency());
        all.add(facet("lastOrderAt", "value", "lastOrderAt", "Last order", "最近下单", true));
        all.add(plain("firstSeenAt", "First seen", "首次出现", false, Row::firstSeenAt));
        all.add(plain("lastSeenAt", "Last seen", "最近活跃", true, Row::lastSeenAt));
        ofAttributes(all);
        Map<String, Readable> byKey = new LinkedHashMap<>();
        all.forEach(each -> byKey.put(each.column().key(), each));
        return byKey;
    }

    /** The facets that some columns need. */
    static Set<String> facets(List<Readable> columns) {
        Set<String> facets = new HashSet<>();
        for (Readable each : columns) {
            if (each.facet() != null) {
                facets.add(each.facet());
            }
        }
        return facets;
    }

    /** The attributes that some columns need. */
    static Set<String> attributes(List<Readable> columns) {
        return columns.stream()
                .map(each -> each.column().key())
                .filter(key -> key.startsWith(ATTRIBUTE))
                .map(key -> key.substring(ATTRIBUTE.length()))
                .collect(Collectors.toSet());
    }

    Subject subject(Row row, @Nullable Map<String, String> attributes) {
        return new Subject(
                row, attributes == null ? Map.of() : attributes, json.valueToTree(row.facets()));
    }

    @FunctionalInterface
    private interface OfRow {
        @Nullable Object of(Row row);
    }

    private static Readable plain(String key, String en, String zh, boolean basic, OfRow of) {
        return new Readable(
                new Column(key, "customer", new Label(en, zh), basic),
                null,
                (subject, _) -> text(of.of(subject.row())));
    }

    private static @Nullable Object text(@Nullable Object value) {
        return value == null || value instanceof Number ? value : value.toString();
    }

    private static String tags(Row row) {
        return row.tags().stream()
                .map(tag ->
                        tag.category().isEmpty()
                                ? tag.value()
                                : tag.category() + ": " + tag.value())
                .collect(Collectors.joining("; "));
    }

    private static void identities(List<Readable> all) {
        for (IdentityType type : IdentityType.values()) {
            if (type.identifying()) {
                String name = type.name().toLowerCase(Locale.ROOT);
                boolean basic = type == IdentityType.EMAIL || type == IdentityType.PHONE;
                all.add(
                        new Readable(
                                new Column(IDENTITY + name, "identity", label(type), basic),
                                null,
                                (subject, _) -> identity(subject.row(), name)));
            }
        }
    }

    private static @Nullable String identity(Row row, String type) {
        String values =
                row.identities().stream()
                        .filter(known -> known.type().equals(type))
                        .map(CustomerFiles.Known::masked)
                        .collect(Collectors.joining("; "));
        return values.isEmpty() ? null : values;
    }

    private static Label label(IdentityType type) {
        return switch (type) {
            case EXTERNAL -> new Label("Customer number", "客户号");
            case MEMBER_CARD -> new Label("Member card", "会员卡号");
            case WECHAT_UNIONID -> new Label("WeChat UnionID", "微信 UnionID");
            case WECOM_EXTERNAL -> new Label("WeCom contact", "企业微信外部联系人");
            case WECHAT_OPENID -> new Label("WeChat OpenID", "微信 OpenID");
            case PHONE -> new Label("Phone", "手机");
            case EMAIL -> new Label("E-mail", "邮箱");
            case DEVICE -> new Label("Device", "设备");
            case ANONYMOUS -> new Label("Anonymous id", "匿名编号");
        };
    }

    private static Readable facet(
            String key, String facet, String field, String en, String zh, boolean basic) {
        return new Readable(
                new Column(key, facet, new Label(en, zh), basic),
                facet,
                (subject, language) -> value(subject.facets().path(facet).path(field), language));
    }

    private static Readable currency() {
        return new Readable(
                new Column("currency", "value", new Label("Currency", "货币"), true),
                "value",
                (subject, language) ->
                        value(
                                subject.facets().path("value").path("revenue").path("currency"),
                                language));
    }

    private static @Nullable Object value(JsonNode node, Locale language) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isObject() && node.has("currency")) {
            return money(node);
        }
        if (node.isObject()) {
            boolean chinese = language.getLanguage().equals("zh");
            return node.path(chinese ? "zh" : "en").asString("");
        }
        return node.isNumber() ? node.decimalValue() : node.asString();
    }

    private static BigDecimal money(JsonNode node) {
        return new Money(node.path("amount").asLong(), node.path("currency").asString())
                .toDecimal();
    }

    private void ofAttributes(List<Readable> all) {
        for (var attribute : files.attributes()) {
            String name = attribute.name();
            all.add(
                    new Readable(
                            new Column(ATTRIBUTE + name, "attribute", attribute.label(), false),
                            null,
                            (subject, _) -> subject.attributes().get(name)));
        }
    }
}
