package io.millrace.models.scores;

import io.millrace.shared.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What clusters can go by, as of a day. Counts, days and money are taken in logarithms, for few
 * customers have much of each.
 */
enum ClusterFeature {
    /** Days since the last purchase. */
    RECENCY(
            "recency",
            true,
            -1,
            "days since the last purchase",
            "距上次购买的天数",
            "last seen long ago",
            "很久没来",
            "seen lately",
            "最近来过"),
    /** Orders that were not cancelled. */
    FREQUENCY("frequency", true, 1, "orders", "订单数", "buys often", "经常购买", "buys seldom", "很少购买"),
    /** Net revenue in major units; what is below 0 counts as 0. */
    MONEY("money", true, 1, "money spent", "消费金额", "spends much", "消费高", "spends little", "消费低"),
    /** Mean amount of an order in major units. */
    ORDER_VALUE(
            "order-value",
            true,
            1,
            "size of an order",
            "客单价",
            "large orders",
            "客单价高",
            "small orders",
            "客单价低"),
    /** Days since the first purchase. */
    TENURE(
            "tenure",
            true,
            0,
            "days as a customer",
            "成为客户的天数",
            "a customer for long",
            "老客户",
            "a new customer",
            "新客户"),
    /** Mean days between two orders; not known with one order. */
    INTERVAL(
            "interval",
            true,
            -1,
            "days between orders",
            "购买间隔天数",
            "long pauses between orders",
            "购买间隔长",
            "short pauses between orders",
            "购买间隔短"),
    /** Different categories bought. */
    CATEGORIES(
            "categories",
            true,
            1,
            "different categories",
            "购买品类数",
            "many categories",
            "品类丰富",
            "few categories",
            "品类单一"),
    /** Different products bought. */
    PRODUCTS(
            "products",
            true,
            1,
            "different products",
            "购买产品数",
            "many different products",
            "产品种类多",
            "few different products",
            "产品种类少"),
    /** Share of the items that cost less than their price. */
    DISCOUNTED(
            "discounted",
            false,
            -1,
            "share bought at a discount",
            "折扣商品占比",
            "often at a discount",
            "常买折扣品",
            "seldom at a discount",
            "很少买折扣品"),
    /** Share of the money spent that went back: refunds and cancellations. */
    RETURNED(
            "returned",
            false,
            -1,
            "share of money returned",
            "退款占比",
            "returns much",
            "退货多",
            "returns little",
            "退货少");

    /** What clusters go by until somebody chooses. */
    static final List<ClusterFeature> DEFAULT =
            List.of(RECENCY, FREQUENCY, MONEY, TENURE, INTERVAL, CATEGORIES);

    private final String key;
    private final boolean log;
    private final int welcome;
    private final Label label;
    private final Label much;
    private final Label little;

    /**
     * @param welcome 1 if the brand likes much of it, −1 if it likes little, 0 if it is neither
     */
    ClusterFeature(
            String key,
            boolean log,
            int welcome,
            String english,
            String chinese,
            String muchEnglish,
            String muchChinese,
            String littleEnglish,
            String littleChinese) {
        this.key = key;
        this.log = log;
        this.welcome = welcome;
        this.label = new Label(english, chinese);
        this.much = new Label(muchEnglish, muchChinese);
        this.little = new Label(littleEnglish, littleChinese);
    }

    static Optional<ClusterFeature> named(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    boolean log() {
        return log;
    }

    Label label() {
        return label;
    }

    Label words(boolean high) {
        return high ? much : little;
    }

    /** 1 where the brand likes it so, −1 where it would rather have it otherwise. */
    int welcome(boolean high) {
        return high ? welcome : -welcome;
    }
}
