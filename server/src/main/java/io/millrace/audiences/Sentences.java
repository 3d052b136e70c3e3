package io.millrace.audiences;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.Label;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions in words. */
final class Sentences {
    /** What is counted: singular and plural in English, and Chinese. */
    private record Noun(String one, String many, String zh) {}

    private static final Map<String, Noun> NOUNS =
            Map.of(
                    Kinds.ORDER_COMPLETED, new Noun("order", "orders", "订单"),
                    Kinds.ORDER_REFUNDED, new Noun("refund", "refunds", "退款"),
                    Kinds.PAGE_VIEWED, new Noun("page view", "page views", "页面浏览"),
                    Kinds.SCREEN_VIEWED, new Noun("screen view", "screen views", "界面浏览"),
                    Kinds.SERVICE_CONTACT, new Noun("service contact", "service contacts", "服务接触"),
                    Kinds.CAMPAIGN_RESPONDED,
                            new Noun("campaign response", "campaign responses", "营销响应"),
                    Kinds.CAMPAIGN_SENT, new Noun("campaign message", "campaign messages", "营销触达"),
                    Kinds.SURVEY_ANSWERED, new Noun("survey answer", "survey answers", "问卷回答"),
                    Kinds.REFERRAL_MADE, new Noun("referral", "referrals", "推荐"));
    private static final Label EVERYONE = new Label("everybody else", "其余所有客户");
    private static final Label NOBODY = new Label("nobody", "没有客户");

    private Sentences() {}

    static Label of(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> joined(of, " and ", "，且", EVERYONE);
            case Condition.Any(List<Condition> of) -> joined(of, " or ", "，或", NOBODY);
            case Condition.None(List<Condition> of) -> none(of);
            case Condition.FactCount it -> count(it);
            case Condition.AmountSum it -> amount(it);
            case Condition.DaysSinceFirst it ->
                    since("first", "首次", it.kind(), it.comparison(), it.days());
            case Condition.DaysSinceLast it ->
                    since("last", "最近一次", it.kind(), it.comparison(), it.days());
            case Condition.CustomerAge it ->
                    new Label(
                            "first seen " + english(it.comparison(), it.days()) + " days ago",
                            "首次出现距今" + chinese(it.comparison(), it.days() + " 天"));
            default -> throw new IllegalArgumentException("no lifecycle rule: " + condition);
        };
    }

    private static Label joined(List<Condition> of, String en, String zh, Label ifEmpty) {
        if (of.isEmpty()) {
            return ifEmpty;
        }
        List<Label> parts = of.stream().map(part -> bracketed(part, of.size())).toList();
        return new Label(
                parts.stream().map(Label::en).collect(Collectors.joining(en)),
                parts.stream().map(Label::zh).collect(Collectors.joining(zh)));
    }

    private static Label bracketed(Condition part, int siblings) {
        Label label = of(part);
        boolean joins =
                part instanceof Condition.All(List<Condition> all) && all.size() > 1
                        || part instanceof Condition.Any(List<Condition> any) && any.size() > 1;
        return joins && siblings > 1
                ? new Label("(" + label.en() + ")", "（" + label.zh() + "）")
                : label;
    }

    private static Label none(List<Condition> of) {
        if (of.isEmpty()) {
            return EVERYONE;
        }
        Label any = joined(of, " or ", "，或", NOBODY);
        return new Label("not (" + any.en() + ")", "并非（" + any.zh() + "）");
    }

    private static Label count(Condition.FactCount it) {
        Noun noun = noun(it.kind());
        Label window = window(it.lastDays());
        boolean none = it.comparison() == Comparison.EXACTLY && it.number() == 0;
        if (none) {
            return new Label("no " + noun.many + window.en(), window.zh() + "没有" + noun.zh);
        }
        return new Label(
                english(it.comparison(), it.number())
                        + " "
                        + (it.number() == 1 ? noun.one : noun.many)
                        + window.en(),
                window.zh() + noun.zh + chinese(it.comparison(), it.number() + " 次"));
    }

    private static Label amount(Condition.AmountSum it) {
        Noun noun = noun(it.kind());
        Label window = window(it.lastDays());
        int digits = Math.max(0, Currency.getInstance(it.currency()).getDefaultFractionDigits());
        String amount =
                it.currency() + " " + BigDecimal.valueOf(it.minorUnits(), digits).toPlainString();
        return new Label(
                noun.many + " of " + english(it.comparison(), amount) + window.en(),
                window.zh() + noun.zh + "金额" + chinese(it.comparison(), " " + amount));
    }

    private static Label since(String en, String zh, String kind, Comparison comparison, int days) {
        Noun noun = noun(kind);
        return new Label(
                en + " " + noun.one + " " + english(comparison, days) + " days ago",
                zh + noun.zh + "距今" + chinese(comparison, days + " 天"));
    }

    private static Label window(Optional<Integer> lastDays) {
        return lastDays.map(
                        days -> new Label(" in the last " + days + " days", "最近 " + days + " 天内"))
                .orElse(new Label("", ""));
    }

    private static String english(Comparison comparison, Object number) {
        return switch (comparison) {
            case AT_LEAST -> "at least " + number;
            case AT_MOST -> "at most " + number;
            case MORE_THAN -> "more than " + number;
            case LESS_THAN -> "less than " + number;
            case EXACTLY -> "exactly " + number;
        };
    }

    private static String chinese(Comparison comparison, String number) {
        return switch (comparison) {
            case AT_LEAST -> "不少于 " + number;
            case AT_MOST -> "不超过 " + number;
            case MORE_THAN -> "超过 " + number;
            case LESS_THAN -> "少于 " + number;
            case EXACTLY -> "恰为 " + number;
        };
    }

    private static Noun noun(String kind) {
        String name =
                kind.startsWith(Kinds.EVENT_PREFIX)
                        ? kind.substring(Kinds.EVENT_PREFIX.length())
                        : kind;
        return NOUNS.getOrDefault(
                kind, new Noun("“" + name + "”", "“" + name + "”", "“" + name + "”"));
    }
}
