package io.millrace.audiences.live;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of sentences about conditions, in both languages. */
final class Words {
    private static final Map<String, Label> KINDS =
            Map.ofEntries(
                    Map.entry(Kinds.CUSTOMER_KNOWN, new Label("became a customer", "成为客户")),
                    Map.entry(Kinds.ORDER_COMPLETED, new Label("order", "订单")),
                    Map.entry(Kinds.ORDER_ADJUSTED, new Label("order change", "订单调整")),
                    Map.entry(Kinds.ORDER_REFUNDED, new Label("refund", "退款")),
                    Map.entry(Kinds.ORDER_CANCELLED, new Label("cancelled order", "订单取消")),
                    Map.entry(Kinds.ORDER_ITEM, new Label("order line", "订单商品")),
                    Map.entry(Kinds.ORDER_ITEM_REFUNDED, new Label("refunded line", "退货商品")),
                    Map.entry(Kinds.PAGE_VIEWED, new Label("page view", "页面浏览")),
                    Map.entry(Kinds.SCREEN_VIEWED, new Label("screen view", "界面浏览")),
                    Map.entry(Kinds.PROFILE_CHANGED, new Label("profile change", "资料变更")),
                    Map.entry(Kinds.IDENTITY_ADDED, new Label("new identity", "新增身份")),
                    Map.entry(Kinds.TAG_ADDED, new Label("new tag", "新增标签")),
                    Map.entry(Kinds.TAG_REMOVED, new Label("removed tag", "移除标签")),
                    Map.entry(Kinds.CONSENT_GIVEN, new Label("consent given", "同意授权")),
                    Map.entry(Kinds.CONSENT_WITHDRAWN, new Label("consent withdrawn", "撤回授权")),
                    Map.entry(Kinds.MODEL_SCORED, new Label("score", "模型评分")),
                    Map.entry(Kinds.STAGE_ENTERED, new Label("stage change", "阶段变化")),
                    Map.entry(Kinds.AUDIENCE_ENTERED, new Label("entry into an audience", "进入人群")),
                    Map.entry(Kinds.AUDIENCE_LEFT, new Label("exit from an audience", "离开人群")),
                    Map.entry(Kinds.SERVICE_CONTACT, new Label("service contact", "服务接触")),
                    Map.entry(Kinds.CAMPAIGN_SENT, new Label("campaign message", "营销触达")),
                    Map.entry(Kinds.CAMPAIGN_RESPONDED, new Label("campaign response", "营销响应")),
                    Map.entry(Kinds.SURVEY_ANSWERED, new Label("survey answer", "问卷回答")),
                    Map.entry(Kinds.REFERRAL_MADE, new Label("referral", "推荐")));
    private static final Label ANY = new Label("fact of any kind", "任意行为");

    private Words() {}

    static Map<String, Label> kinds() {
        return KINDS;
    }

    static Label kind(String kind) {
        String name =
                kind.startsWith(Kinds.EVENT_PREFIX)
                        ? kind.substring(Kinds.EVENT_PREFIX.length())
                        : kind;
        return KINDS.getOrDefault(kind, new Label("“" + name + "”", "“" + name + "”"));
    }

    static Label selection(Selection selection) {
        Label kinds =
                selection.kinds().isEmpty()
                        ? ANY
                        : joined(selection.kinds(), Words::kind, " or ", "或");
        if (selection.notCancelled()) {
            kinds = label("uncancelled " + kinds.en(), "未取消的" + kinds.zh());
        }
        if (selection.where().isEmpty()) {
            return kinds;
        }
        Label filters = joined(selection.where(), Words::filter, " and ", "且");
        return label(kinds.en() + " with " + filters.en(), filters.zh() + "的" + kinds.zh());
    }

    private static Label filter(Selection.Filter filter) {
        Label test = tested(property(filter.property()), filter.test());
        return filter.negated() ? label("not (" + test.en() + ")", "非（" + test.zh() + "）") : test;
    }

    static Label property(Property property) {
        return switch (property) {
            case Property.Named(String name) -> label(name, name);
            case Property.Amount(String currency) ->
                    label("amount in " + currency, currency + " 金额");
            case Property.Subject() -> label("subject", "主题");
            case Property.Source() -> label("source", "来源");
            case Property.Kind() -> label("kind", "种类");
        };
    }

    static Label favourite(Preference preference) {
        return switch (preference) {
            case CATEGORY -> label("favourite category", "最常买的品类");
            case STORE -> label("favourite store", "最常去的门店");
            case CHANNEL -> label("favourite channel", "最常用的渠道");
            case PRICE_BAND -> label("favourite price band", "最常买的价位");
            case WEEKDAY -> label("best weekday", "最佳触达星期");
            case HOUR -> label("best hour", "最佳触达时段");
        };
    }

    /** Something and what is asked of it. */
    static Label tested(Label what, ValueTest test) {
        Label asked =
                switch (test) {
                    case ValueTest.IsSet() -> label(" is set", "有值");
                    case ValueTest.Equals(Value value) ->
                            label(" is " + quoted(value), "为" + quoted(value));
                    case ValueTest.OneOf(List<Value> values) -> {
                        String list =
                                values.stream()
                                        .map(Words::quoted)
                                        .collect(Collectors.joining(", "));
                        yield label(" is one of " + list, "为 " + list + " 之一");
                    }
                    case ValueTest.Contains(String text) ->
                            label(" contains “" + text + "”", "包含“" + text + "”");
                    case ValueTest.StartsWith(String text) ->
                            label(" begins with “" + text + "”", "以“" + text + "”开头");
                    case ValueTest.Includes(String text) ->
                            label(" includes “" + text + "”", "含有“" + text + "”");
                    case ValueTest.Compares(Comparison comparison, Value number) -> {
                        Label compared = compared(comparison, plain(number));
                        yield label(" is " + compared.en(), compared.zh());
                    }
                    case ValueTest.Dated(Comparison comparison, LocalDate date) -> {
                        Label compared = dated(comparison, date);
                        yield label(" is " + compared.en(), compared.zh());
                    }
                };
        return label(what.en() + asked.en(), what.zh() + " " + asked.zh());
    }

    static Label compared(Comparison comparison, String number) {
        return switch (comparison) {
            case AT_LEAST -> label("at least " + number, "不少于 " + number);
            case AT_MOST -> label("at most " + number, "不超过 " + number);
            case MORE_THAN -> label("more than " + number, "超过 " + number);
            case LESS_THAN -> label("less than " + number, "少于 " + number);
            case EXACTLY -> label("exactly " + number, "恰为 " + number);
        };
    }

    private static Label dated(Comparison comparison, LocalDate date) {
        return switch (comparison) {
            case AT_LEAST -> label("on or after " + date, "不早于 " + date);
            case AT_MOST -> label("on or before " + date, "不晚于 " + date);
            case MORE_THAN -> label("after " + date, "晚于 " + date);
            case LESS_THAN -> label("before " + date, "早于 " + date);
            case EXACTLY -> label("on " + date, "为 " + date);
        };
    }

    static String plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            case Value.Sealed _ -> "•••";
        };
    }

    private static String quoted(Value value) {
        return value instanceof Value.Text(String text) ? "“" + text + "”" : plain(value);
    }

    /** With a space before it in English; empty for ever. */
    static Label window(Window window) {
        return switch (window) {
            case Window.Ever() -> label("", "");
            case Window.Last(Length length) ->
                    label(" in the last " + length(length).en(), "最近 " + length(length).zh() + "内");
            case Window.Older(Length length) ->
                    label(" more than " + length(length).en() + " ago", length(length).zh() + "之前");
            case Window.Calendar calendar -> calendar(calendar);
            case Window.Between(Optional<Instant> from, Optional<Instant> to) ->
                    range(from.map(Instant::toString), to.map(Instant::toString));
            case Window.Dates(Optional<LocalDate> from, Optional<LocalDate> to) ->
                    range(from.map(LocalDate::toString), to.map(LocalDate::toString));
            case Window.Since since -> since(since);
            case Window.AroundAnniversary(String attribute, int before, int after) ->
                    label(
                            " from %d days before to %d days after the anniversary of %s"
                                    .formatted(before, after, attribute),
                            "%s周年日前 %d 天至后 %d 天内".formatted(attribute, before, after));
        };
    }

    private static Label since(Window.Since since) {
        Label fact = selection(since.fact());
        boolean first = since.which() == Window.Since.Occurrence.FIRST;
        Label within =
                since.within()
                        .map(length ->
                                label(
                                        "within " + length(length).en() + " after ",
                                        length(length).zh() + "内"))
                        .orElse(label("after ", ""));
        return label(
                " " + within.en() + (first ? "the first " : "the last ") + fact.en(),
                (first ? "首次" : "最近一次") + fact.zh() + "之后" + within.zh());
    }

    private static Label range(Optional<String> from, Optional<String> to) {
        return label(
                from.map(at -> " from " + at).orElse("") + to.map(at -> " to " + at).orElse(""),
                from.map(at -> "自 " + at + " ").orElse("")
                        + to.map(at -> "至 " + at + " ").orElse(""));
    }

    private static Label calendar(Window.Calendar calendar) {
        Label unit =
                switch (calendar.unit()) {
                    case DAY -> label("day", "天");
                    case WEEK -> label("week", "周");
                    case MONTH -> label("month", "月");
                    case YEAR -> label("year", "年");
                };
        if (calendar.first() == 0) {
            return calendar.unit() == Window.Calendar.Unit.DAY
                    ? label(" today", "今天")
                    : label(" this " + unit.en(), "本" + unit.zh());
        }
        String first = Integer.toString(-calendar.first());
        String last = Integer.toString(-calendar.last());
        return label(
                " from %s to %s %ss ago".formatted(first, last, unit.en()),
                "%s至%s个自然%s前".formatted(first, last, unit.zh()));
    }

    static Label length(Length length) {
        String english = length.unit().name().toLowerCase(Locale.ROOT);
        String chinese =
                switch (length.unit()) {
                    case MINUTE -> "分钟";
                    case HOUR -> "小时";
                    case DAY -> "天";
                    case WEEK -> "周";
                    case MONTH -> "个月";
                    case YEAR -> "年";
                };
        return label(
                length.amount() + " " + english + (length.amount() == 1 ? "" : "s"),
                length.amount() + " " + chinese);
    }

    static <T> Label joined(List<T> parts, Function<T, Label> each, String en, String zh) {
        List<Label> labels = parts.stream().map(each).toList();
        return label(
                labels.stream().map(Label::en).collect(Collectors.joining(en)),
                labels.stream().map(Label::zh).collect(Collectors.joining(zh)));
    }

    static Label label(String en, String zh) {
        return new Label(en, zh);
    }
}
